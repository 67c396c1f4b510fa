# Leverages, residuals, influence and variance inflation by R's stats and car 3.1-1.
#
#     LC_ALL=C Rscript tests/reference/diagnostics.R > tests/reference/diagnostics.txt      (in the root of the project)
#
# Fits are iterated until nothing changes, and hat values taken anew at the maximum, of which those of a fit lag one iteration. Frequencies are expanded
# to rows, and told for the first of each row. Lines of a case:
#     case NAME               then file, formula, and where there are any weights, trials COLUMN
#     row I H PEARSON DEVIANCE STDPEARSON STDDEVIANCE COOK        I from 0, of the file's rows
#     move I J VALUE          dfbeta of row I on coefficient J, in standard errors: with the row less without, one step
#     inflation FACTOR DF NAME   car::vif
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
    top <- order(-cook)
    top <- top[!duplicated(d$row[top])][1:3]
    for (i in top) for (j in seq_len(ncol(X))) cat("move", d$row[i], j - 1, number(move[i, j]), "\n")
    if (length(attr(terms(fit), "term.labels")) > 1) {
        v <- vif(fit)
        if (is.matrix(v)) for (k in seq_len(nrow(v))) cat("inflation", number(v[k, 1]), v[k, 2], rownames(v)[k], "\n")
        else for (k in seq_along(v)) cat("inflation", number(v[k]), 1, names(v)[k], "\n")
    }
    cat("\n")
}

case("vaso", "datasets/vaso.csv", constricted ~ log(volume) + log(rate))
case("budworm, grouped", "datasets/budworm.csv", dead ~ sex * log2_dose, trials = "moths")
case("pupils, factors and an interaction", "tests/reference/data/pupils.csv", passed ~ x * sex + grade)
case("pupils, frequencies", "tests/reference/data/pupils.csv", passed ~ x + sex, frequency = "n")
case("pupils, trials", "tests/reference/data/pupils.csv", hits ~ x + grade, trials = "tries")
