# Tests of fit, in R 4.2 and rms 6.5.
#
#     LC_ALL=C Rscript tests/reference/goodness.R > tests/reference/goodness.txt      (in the root of the project)
#
# Fits are iterated until nothing changes. Frequencies and trials are written out as rows of one outcome each. The rule of PROC LOGISTIC is
# written here from its description (SAS/STAT User's Guide, PROC LOGISTIC and, for the last group, HPLOGISTIC), group by group; it gives the 0.89004
# that are published for the CHDAGE data, which are not here; the sum of squares is checked against residuals(lrm, "gof") of rms. Models of more
# classes are fitted by Newton's method. Lines of a case:
#     case NAME               then file, formula, and where there are any weights, trials, offset COLUMN, groups G
#     hosmer STATISTIC DF P   group N LOW HIGH, then observed and expected counts class by class
#     pearson, deviance STATISTIC DF    patterns N LEAST BELOWFIVE
#     squares S EXPECTED SD Z P         score, lr STATISTIC DF P of Stukel's test
suppressMessages(library(rms))
options(digits = 17, warn = 1)

number <- function(x) sprintf("%.17g", x)
line <- function(...) cat(..., "\n")

source("tests/reference/sas_groups.R")

case <- function(name, file, formula, frequency = NULL, trials = NULL, offset = NULL, groups = 10) {
    d <- read.csv(file, stringsAsFactors = TRUE)
    target <- all.vars(formula)[1]
    if (!is.null(trials)) {
        m <- d[[trials]]
        events <- d[[target]]
        one <- d[rep(seq_len(nrow(d)), m), ]
        one[[target]] <- unlist(lapply(seq_len(nrow(d)), function(i) rep(1:0, c(events[i], m[i] - events[i]))))
        d <- one
    }
    if (!is.null(frequency)) d <- d[rep(seq_len(nrow(d)), d[[frequency]]), ]
    d$.o <- if (is.null(offset)) 0 else d[[offset]]
    X <- model.matrix(formula, d)
    y <- if (is.factor(d[[target]])) as.integer(d[[target]]) - 1 else d[[target]]
    K <- max(y) + 1
    if (K == 2) {
        control <- glm.control(epsilon = 1e-16, maxit = 100)
        fit <- suppressWarnings(glm(update(formula, y ~ . + offset(.o)), binomial, cbind(d, y = y), control = control))
        for (i in 1:3)
            fit <- suppressWarnings(glm(formula(fit), binomial, cbind(d, y = y), control = control, start = coef(fit)))
        eta <- fit$linear.predictors
        P <- cbind(plogis(-eta), plogis(eta))
        score <- eta
        rank <- fit$rank
    } else {
        e <- cbind(1, exp(X %*% multinomial(X, y, K)))
        P <- e / rowSums(e)
        score <- log((1 - P[, 1]) / P[, 1])
        rank <- ncol(X)
    }
    cat("case ", name, "\nfile ", file, "\nformula ", deparse1(formula), "\n", sep = "")
    if (!is.null(frequency)) line("weights", frequency)
    if (!is.null(trials)) line("trials", trials)
    if (!is.null(offset)) line("offset", offset)
    if (groups != 10) line("groups", groups)

    # patterns, in the order of their probabilities, then of their first rows
    key <- apply(cbind(X, d$.o), 1, function(x) paste(number(x), collapse = " "))
    first <- match(key, key)
    pattern <- unique(first)
    pattern <- pattern[order(round(score[pattern], 9), pattern)]
    at <- match(first, pattern)
    size <- as.vector(table(at))
    O <- sapply(seq_len(K) - 1, function(k) as.vector(tapply(y == k, at, sum)))
    E <- size * P[pattern, ]
    group <- sas_groups(size, groups)
    OG <- rowsum(O, group)
    EG <- rowsum(E, group)
    G <- nrow(OG)
    statistic <- sum((OG - EG)^2 / EG)
    df <- (G - 2) * (K - 1)
    line("hosmer", number(statistic), df, number(if (df > 0) pchisq(statistic, df, lower.tail = FALSE) else NA))
    for (g in seq_len(G)) {
        of <- 1 - P[pattern[group == g], 1]
        line("group", sum(size[group == g]), number(min(of)), number(max(of)), number(rbind(OG[g, ], EG[g, ])))
    }
    df <- (length(pattern) - rank) * (K - 1)
    line("pearson", number(sum((O - E)^2 / E)), df)
    line("deviance", number(2 * sum(ifelse(O > 0, O * log(O / E), 0))), df)
    line("patterns", length(pattern), number(min(E)), number(mean(E < 5)))
    if (K == 2) {
        p <- P[, 2]
        v <- p * (1 - p)
        off <- lm.wfit(X, 1 - 2 * p, v)$residuals * sqrt(v)
        sse <- sum((y - p)^2)
        sd <- sqrt(sum(off^2))
        z <- sum((y - p) * (1 - 2 * p)) / sd
        if (is.null(offset)) {
            r <- residuals(lrm.fit(X[, -1, drop = FALSE], y, eps = 1e-14, maxit = 100) |>
                               (\(f) { f$x <- X[, -1, drop = FALSE]; f$y <- y; class(f) <- "lrm"; f })(), "gof")
            stopifnot(all.equal(unname(r[1:4]), c(sse, sum(v), sd, z), tolerance = 1e-6))
        }
        line("squares", number(c(sse, sum(v), sd, z, 2 * pnorm(-abs(z)))))
        d$.a <- ifelse(eta > 0, eta^2 / 2, 0)
        d$.b <- ifelse(eta < 0, -eta^2 / 2, 0)
        Z <- cbind(X, d$.a, d$.b)
        q <- qr(Z)
        Z <- Z[, q$pivot[seq_len(q$rank)]]
        new <- ncol(Z) - rank
        U <- crossprod(Z, y - p)
        score <- sum(U * solve(crossprod(Z * v, Z), U))
        big <- suppressWarnings(glm(y ~ Z - 1 + offset(d$.o), family = binomial, control = control))
        lr <- fit$deviance - big$deviance
        line("score", number(score), new, number(pchisq(score, new, lower.tail = FALSE)))
        line("lr", number(lr), new, number(pchisq(lr, new, lower.tail = FALSE)))
    }
    cat("\n")
}

case("vaso, numbers", "datasets/vaso.csv", constricted ~ log(volume) + log(rate))
case("vaso, six groups", "datasets/vaso.csv", constricted ~ volume + rate, groups = 6)
case("wdbc, three numbers", "datasets/wdbc.csv", diagnosis ~ mean_texture + mean_smoothness + mean_concavity)
case("beetle, trials", "datasets/beetle.csv", killed ~ dose, trials = "n")
case("budworm, trials and a product", "datasets/budworm.csv", dead ~ sex * log2_dose, trials = "moths")
case("pupils, frequencies", "tests/reference/data/pupils.csv", passed ~ x + sex, frequency = "n")
case("pupils, trials", "tests/reference/data/pupils.csv", hits ~ x + grade, trials = "tries")
case("titanic, factors", "datasets/titanic.csv", survived ~ sex + class + age)
case("exposure, trials and offset", "tests/reference/data/exposure.csv", events ~ x, trials = "trials", offset = "log_dose")
case("iris, three classes", "datasets/iris.csv", species ~ sepal_length)
