# Models on rows that they were not fitted to, in R 4.2.
#
#     LC_ALL=C Rscript tests/reference/validation.R > tests/reference/validation.txt      (in the root of the project)
#
# A model is fitted to the rows that meet a condition, and tested on the others. Frequencies and trials are written out as rows of one outcome each. Lines of a case:
#     case NAME               then file, formula, where CONDITION, and where there are any weights, trials COLUMN
#     hosmer STATISTIC DF P   by PROC LOGISTIC's rule, rows of equal probability together
#     spiegelhalter Z P
#     slope, intercept, in_the_large ESTIMATE SE, and test STATISTIC P of intercept 0 and slope 1
source("tests/reference/sas_groups.R")
options(digits = 17, warn = 1)

number <- function(x) sprintf("%.17g", x)
line <- function(...) cat(..., "\n")
control <- glm.control(epsilon = 1e-16, maxit = 100)

case <- function(name, file, formula, where, frequency = NULL, trials = NULL) {
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
    y <- if (is.factor(d[[target]])) as.integer(d[[target]]) - 1 else d[[target]]
    inside <- with(d, eval(parse(text = where)))
    X <- model.matrix(formula, d)
    K <- max(y) + 1
    b <- if (K == 2) as.matrix(coef(suppressWarnings(glm.fit(X[inside, ], y[inside], family = binomial(), control = control))))
         else multinomial(X[inside, ], y[inside], K)
    X <- X[!inside, ]
    y <- y[!inside]
    e <- cbind(1, exp(X %*% b))
    P <- e / rowSums(e)
    cat("case ", name, "\nfile ", file, "\nformula ", deparse1(formula), "\nwhere ", where, "\n", sep = "")
    if (!is.null(frequency)) line("weights", frequency)
    if (!is.null(trials)) line("trials", trials)
    at <- match(signif(1 - P[, 1], 10), sort(unique(signif(1 - P[, 1], 10))))
    group <- sas_groups(as.vector(table(at)), 10)[at]
    O <- sapply(seq_len(K) - 1, function(k) as.vector(tapply(y == k, group, sum)))
    E <- rowsum(P, group)
    df <- nrow(O) * (K - 1)
    statistic <- sum((O - E)^2 / E)
    line("hosmer", number(statistic), df, number(pchisq(statistic, df, lower.tail = FALSE)))
    if (K == 2) {
        p <- P[, 2]
        eta <- drop(X %*% b)
        z <- sum((y - p) * (1 - 2 * p)) / sqrt(sum((1 - 2 * p)^2 * p * (1 - p)))
        line("spiegelhalter", number(c(z, 2 * pnorm(-abs(z)))))
        refit <- function(f) {
            for (i in 1:3) f <- update(f, start = coef(f))
            f
        }
        both <- refit(glm(y ~ eta, binomial, control = control))
        one <- refit(glm(y ~ 1, binomial, offset = eta, control = control))
        error <- function(f) {
            X <- model.matrix(f)
            mu <- fitted(f)
            sqrt(diag(solve(crossprod(X * sqrt(mu * (1 - mu))))))
        }
        line("slope", number(c(coef(both)[[2]], error(both)[[2]])))
        line("intercept", number(c(coef(both)[[1]], error(both)[[1]])))
        line("in_the_large", number(c(coef(one)[[1]], error(one)[[1]])))
        lr <- -2 * sum(ifelse(y == 1, plogis(eta, log.p = TRUE), plogis(-eta, log.p = TRUE))) - both$deviance
        line("test", number(c(lr, pchisq(lr, 2, lower.tail = FALSE))))
    }
    cat("\n")
}

case("wdbc, numbers", "datasets/wdbc.csv", diagnosis ~ mean_texture + mean_smoothness, "mean_symmetry < 0.18")
case("pupils, frequencies", "tests/reference/data/pupils.csv", passed ~ x + sex, "year == 2015", frequency = "n")
case("pupils, trials", "tests/reference/data/pupils.csv", hits ~ x + sex, "year == 2015", trials = "tries")
case("iris, three classes", "datasets/iris.csv", species ~ sepal_length, "sepal_width < 3.3")
