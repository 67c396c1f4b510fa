# What R's brglm2 makes of the models of firth_cases.txt, to be compared with firth.py, which reads it: a line `case NAME`, then a line a coefficient,
# `estimate standard_error`, class by class.
#
#     Rscript tests/reference/firth.R tests/reference/firth_cases.txt      (in the root of the project)

suppressMessages(library(brglm2))
invisible(Sys.setlocale("LC_COLLATE", "C"))

lines <- grep("^[a-z]+ ", readLines(commandArgs(trailingOnly = TRUE)[1]), value = TRUE)
key <- sub(" .*", "", lines)
value <- sub("^[a-z]+ ", "", lines)
cases <- lapply(split(seq_along(lines), cumsum(key == "case")), function(i) as.list(setNames(value[i], key[i])))

fit <- function(case) {
    data <- read.csv(case$file, check.names = FALSE, stringsAsFactors = TRUE)
    counts <- unlist(case[c("weights", "offset", "trials")])
    formula <- formula(terms(as.formula(case$formula), data = data[setdiff(names(data), counts)]))
    weights <- if (is.null(case$weights)) rep(1, nrow(data)) else data[[case$weights]]
    offset <- if (is.null(case$offset)) rep(0, nrow(data)) else data[[case$offset]]
    X <- model.matrix(formula[-2], data)
    y <- data[[all.vars(formula)[1]]]
    X <- X[, qr(X)$pivot[seq_len(qr(X)$rank)], drop = FALSE]
    if (!is.null(case$trials)) {
        n <- data[[case$trials]]
        y <- ifelse(n > 0, y / n, 0)
        weights <- weights * n
    } else if (length(unique(y)) > 2) {
        if (!is.null(case$offset) || !is.null(case$weights))
            return(invisible())
        model <- brmultinom(y ~ X - 1, type = "AS_mean", epsilon = 1e-12, maxit = 1000, ref = 1)
        se <- sqrt(diag(vcov(model)))
        k <- nrow(coef(model))
        cat("case ", case$case, "\n", sep = "")
        cat(sprintf("%.17g %.17g\n", t(coef(model)), se), sep = "")
        return(invisible())
    } else {
        y <- as.numeric(factor(y)) - 1
    }
    used <- weights > 0
    model <- brglmFit(X[used, , drop = FALSE], y[used], weights = weights[used], offset = offset[used], family = binomial(), intercept = FALSE,
                      control = list(type = "AS_mean", epsilon = 1e-13, maxit = 5000))
    cat("case ", case$case, "\n", sep = "")
    V <- solve(crossprod(X[used, , drop = FALSE] * sqrt(weights[used] * model$fitted.values * (1 - model$fitted.values))))
    cat(sprintf("%.17g %.17g\n", model$coefficients, sqrt(diag(V))), sep = "")
}

for (case in cases)
    try(suppressWarnings(fit(case)))
