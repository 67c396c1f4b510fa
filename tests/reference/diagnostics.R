# Leverages, residuals, influence and variance inflation by R's stats and car 3.1-1.
#
#     LC_ALL=C Rscript tests/reference/diagnostics.R > tests/reference/diagnostics.txt      (in the root of the project)
#
# Fits are iterated until nothing changes, and hat values taken anew at the maximum, of which those of a fit lag one iteration. Frequencies are expanded
# to rows, and told for the first of each row. Lines of a case:
#     case NAME               then file, formula, and where there are any weights, trials COLUMN
#     row I H PEARSON DEVIANCE STDPEARSON STDDEVIANCE COOK        I from 0, of the file's rows
#     whole I H PEARSON DEVIANCE STDPEARSON STDDEVIANCE COOK      of a row of frequencies as a whole, as R's glm has prior weights
#     move I J VALUE          dfbeta of row I on coefficient J, in standard errors: with the row less without, one step
#     several I H PEARSON STDPEARSON COOK R..   of more than two classes, every fifth row; R are the residuals of the classes
#     deleted I VALUE         Cook's distance of row I as a whole by a fit without it, iterated until nothing changes
#     inflation FACTOR DF NAME   car::vif
#     condition X             of the weighted columns, centred and of length 1 each; where there are no products, which are made of centred columns
suppressMessages(library(car))
options(digits = 17, warn = 1)

number <- function(x) sprintf("%.17g", x)

case <- function(name, file, formula, frequency = NULL, trials = NULL) {
    d <- read.csv(file, stringsAsFactors = TRUE)
    row <- seq_len(nrow(d)) - 1
    d$row <- row
    text <- deparse1(formula)
    if (!is.null(frequency)) d <- d[rep(seq_len(nrow(d)), d[[frequency]]), ]
    if (!is.null(trials)) {
        d$m <- d[[trials]]
        d <- d[d$m > 0, ]
        formula <- update(formula, as.formula(paste0("cbind(", formula[[2]], ", m - ", formula[[2]], ") ~ .")))
    }
    control <- glm.control(epsilon = 1e-16, maxit = 100)
    fit <- suppressWarnings(glm(formula, binomial, d, control = control))
    for (i in 1:3) fit <- suppressWarnings(glm(formula, binomial, d, control = control, start = coef(fit)))
    centre <- coef(fit)
    X <- model.matrix(fit)
    mu <- fitted(fit)
    m <- if (is.null(trials)) rep(1, nrow(d)) else d$m
    w <- m * mu * (1 - mu)
    V <- solve(crossprod(X * sqrt(w)))
    h <- w * rowSums((X %*% V) * X)
    y <- if (is.null(trials)) fit$y else fit$y
    pearson <- (y - mu) * sqrt(m / (mu * (1 - mu)))
    deviance <- residuals(fit, "deviance")
    cook <- pearson^2 * h / ((1 - h)^2 * ncol(X))
    move <- t(V %*% t(X * (m * (y - mu) / (1 - h)))) / rep(sqrt(diag(V)), each = nrow(X))
    # R says the same, but for the last digits of its last iteration
    stopifnot(all.equal(unname(h), unname(hatvalues(fit)), tolerance = 1e-6),
              all.equal(unname(cook), unname(cooks.distance(fit)), tolerance = 1e-6),
              all.equal(unname(deviance / sqrt(1 - h)), unname(rstandard(fit)), tolerance = 1e-6))
    # and a step of Newton's method without the row leads there (R's dfbeta for glm takes deviance residuals instead)
    for (i in order(-cook)[1:3]) {
        step <- solve(crossprod(X[-i, ] * sqrt(w[-i])), crossprod(X[-i, ], (m * (y - mu))[-i]))
        stopifnot(all.equal(unname(-step[, 1] / sqrt(diag(V))), unname(move[i, ]), tolerance = 1e-6))
    }
    cat("case ", name, "\nfile ", file, "\nformula ", text, "\n", sep = "")
    if (!is.null(frequency)) cat("weights", frequency, "\n")
    if (!is.null(trials)) cat("trials", trials, "\n")
    for (i in which(!duplicated(d$row))) {
        cat("row", d$row[i], number(h[i]), number(pearson[i]), number(deviance[i]), number(pearson[i] / sqrt(1 - h[i])),
            number(deviance[i] / sqrt(1 - h[i])), number(cook[i]), "\n")
    }
    if (!is.null(frequency)) {
        few <- read.csv(file, stringsAsFactors = TRUE)
        few <- few[few[[frequency]] > 0, ]
        few$prior <- few[[frequency]]
        fit <- glm(formula, binomial, few, weights = prior, control = control)
        for (i in 1:3) fit <- suppressWarnings(update(fit, start = coef(fit)))
        whole <- cbind(hatvalues(fit), residuals(fit, "pearson"), residuals(fit, "deviance"), rstandard(fit, type = "pearson"),
                       rstandard(fit), cooks.distance(fit))
        for (i in seq_len(nrow(few))) cat("whole", as.numeric(rownames(few)[i]) - 1, number(whole[i, ]), "\n")
    }
    top <- order(-cook)
    top <- top[!duplicated(d$row[top])][1:3]
    for (i in top) for (j in seq_len(ncol(X))) cat("move", d$row[i], j - 1, number(move[i, j]), "\n")
    for (i in top) {
        others <- d[d$row != d$row[i], ]
        again <- suppressWarnings(glm(formula, binomial, others, control = control))
        for (turn in 1:3) again <- suppressWarnings(glm(formula, binomial, others, control = control, start = coef(again)))
        moved <- coef(again) - centre
        cat("deleted", d$row[i], number(moved %*% solve(V, moved) / ncol(X)), "\n")
    }
    if (length(attr(terms(fit), "term.labels")) > 1) {
        v <- vif(fit)
        if (is.matrix(v)) for (k in seq_len(nrow(v))) cat("inflation", number(v[k, 1]), v[k, 2], rownames(v)[k], "\n")
        else for (k in seq_along(v)) cat("inflation", number(v[k]), 1, names(v)[k], "\n")
    }
    if (!any(grepl(":", colnames(X)))) {
        Z <- sweep(X, 2, c(0, colSums(X[, -1, drop = FALSE] * m) / sum(m)))
        Z <- Z * sqrt(w)
        size <- svd(sweep(Z, 2, sqrt(colSums(Z^2)), "/"))$d
        cat("condition", number(max(size) / min(size)), "\n")
    }
    cat("\n")
}

case("vaso", "datasets/vaso.csv", constricted ~ log(volume) + log(rate))
case("budworm, grouped", "datasets/budworm.csv", dead ~ sex * log2_dose, trials = "moths")
case("pupils, factors and an interaction", "tests/reference/data/pupils.csv", passed ~ x * sex + grade)
case("pupils, frequencies", "tests/reference/data/pupils.csv", passed ~ x + sex, frequency = "n")
case("admissions, frequencies", "datasets/ucb.csv", admitted ~ gender + dept, frequency = "count")
case("pupils, trials", "tests/reference/data/pupils.csv", hits ~ x + grade, trials = "tries")

# Of several classes, the first of them the reference: the information of all linear predictors written out, and Newton's method on it. A term has its
# columns in each; the correlations are those of all coefficients but the intercepts.
# Rows are left out one at a time, and a step of Newton's method taken on the information of the others (Lesaffre & Albert, Appl. Statist. 38, 1989).
case_many <- function(name, file, formula, frequency = NULL) {
    d <- read.csv(file, stringsAsFactors = TRUE)
    d$row <- seq_len(nrow(d)) - 1
    if (!is.null(frequency)) d <- d[rep(seq_len(nrow(d)), d[[frequency]]), ]
    X <- model.matrix(formula, d)
    y <- d[[formula[[2]]]]
    k <- nlevels(y) - 1
    p <- ncol(X)
    Y <- sapply(levels(y)[-1], function(l) y == l) * 1
    look <- function(b, Z, w = 1) {
        e <- exp(X %*% matrix(b, p))
        mu <- e / (1 + rowSums(e))
        H <- matrix(0, k * p, k * p)
        for (a in 1:k) for (c in 1:k)
            H[(a - 1) * p + 1:p, (c - 1) * p + 1:p] <- crossprod(Z, w * Z * (mu[, a] * ((a == c) - mu[, c])))
        list(g = as.vector(crossprod(Z, w * (Y - mu))), H = H)
    }
    b <- rep(0, k * p)
    for (i in 1:60) {
        at <- look(b, X)
        b <- b + solve(at$H, at$g)
    }
    stopifnot(max(abs(solve(at$H, at$g))) < 1e-9)
    slope <- rep(colnames(X) != "(Intercept)", k)
    R <- cov2cor(solve(at$H))[slope, slope]
    term <- rep(attr(X, "assign"), k)[slope]
    labels <- attr(terms(formula), "term.labels")
    cat("case ", name, "\nfile ", file, "\nformula ", deparse1(formula), "\n", sep = "")
    if (!is.null(frequency)) cat("weights", frequency, "\n")
    H <- look(b, X)$H
    e <- cbind(1, exp(X %*% matrix(b, p)))
    mu <- e / rowSums(e)
    cook <- numeric(nrow(X))
    moves <- matrix(0, nrow(X), k * p)
    for (i in seq_len(nrow(X))) {
        Z <- kronecker(diag(k), X[i, , drop = FALSE])
        m <- mu[i, -1]
        W <- diag(m) - m %*% t(m)
        r <- Y[i, ] - m
        step <- solve(H - t(Z) %*% W %*% Z, t(Z) %*% r)
        G <- Z %*% solve(H, t(Z))
        own <- which(levels(y) == y[i])
        cook[i] <- t(step) %*% H %*% step / (k * p)
        moves[i, ] <- step / sqrt(diag(solve(H)))
        each <- ((seq_along(levels(y)) == own) - mu[i, ]) / sqrt(mu[i, ] * (1 - mu[i, ]))
        if (!duplicated(d$row)[i] && d$row[i] %% 5 == 0)
            cat("several", d$row[i], number(c(sum(diag(W %*% G)), sqrt(t(r) %*% solve(W, r)), sqrt(t(r) %*% solve(W - W %*% G %*% W, r)), cook[i], each)), "\n")
    }
    top <- order(-cook)
    top <- top[!duplicated(d$row[top])][1:3]
    for (i in top) for (j in seq_len(k * p)) cat("move", d$row[i], j - 1, number(moves[i, j]), "\n")
    for (i in top) {
        without <- b
        for (turn in 1:60) {
            at <- look(without, X, d$row != d$row[i])
            without <- without + solve(at$H, at$g)
        }
        cat("deleted", d$row[i], number((without - b) %*% H %*% (without - b) / (k * p)), "\n")
    }
    for (t in seq_along(labels)) {
        own <- term == t
        cat("inflation", number(det(R[own, own, drop = FALSE]) * det(R[!own, !own, drop = FALSE]) / det(R)), sum(own), labels[t], "\n")
    }
    if (any(grepl(":", colnames(X)))) return(cat("\n"))
    A <- look(b, sweep(X, 2, c(0, colMeans(X[, -1, drop = FALSE]))))$H
    values <- eigen(cov2cor(A), symmetric = TRUE)$values
    cat("condition", number(sqrt(max(values) / min(values))), "\n\n")
}

case_many("three classes", "tests/reference/data/pupils.csv", grade ~ x + sex + year)
case_many("three classes, an interaction", "tests/reference/data/pupils.csv", grade ~ x * sex + n)
case_many("three classes, frequencies", "tests/reference/data/pupils.csv", grade ~ x + sex, frequency = "n")
