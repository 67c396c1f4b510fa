# Percentile intervals of penalised fits by the resamples of resamples.txt, in glmnet 4.1-6.
#
#     LC_ALL=C Rscript tests/reference/bootstrap.R > tests/reference/bootstrap.txt      (in the root of the project)
#
# Each resample is a fit with its draws as weights, at one lambda; columns are taken to variance 1 by these weights. Ends are R's quantiles of type 6.
# Of a path each resample has its lambda from cv.glmnet, folds being the values of a column, by the draws as weights.
# Lines of a case:
#     case NAME               then file, formula, weights where there are any, seed, refits, penalty, l1_ratio, lambda, level
#     strength I LAMBDA       of a path, with `group` for the folds, as many as `folds` says
#     interval I LOW HIGH     of coefficient I, from 0, the intercept
suppressMessages(library(glmnet))
glmnet.control(epsnr = 1e-12)
number <- function(x) sprintf("%.15g", x)
lines <- readLines("tests/reference/resamples.txt")
begins <- grep("^case ", lines)

case <- function(of, alpha, lambda, level, group = NULL) {
    begin <- begins[lines[begins] == paste("case", of)]
    end <- begin + which(lines[begin:length(lines)] == "")[1] - 2
    own <- lines[begin:end]
    value <- function(key) sub(paste0("^", key, " "), "", grep(paste0("^", key, " "), own, value = TRUE))
    draws <- lapply(strsplit(value("draw"), " "), as.numeric)
    d <- read.csv(value("file"), stringsAsFactors = TRUE)
    formula <- as.formula(value("formula"))
    X <- model.matrix(formula, d)[, -1]
    y <- factor(d[[all.vars(formula)[1]]])
    b <- sapply(draws, function(w) {
        used <- w > 0
        if (length(group)) {
            cv <- cv.glmnet(X[used, ], y[used], weights = w[used], family = "binomial", alpha = alpha, lambda = lambda, foldid = d[[group]][used], thresh = 1e-20, maxit = 1e7)
            gap <- sort(cv$cvm)[2] - min(cv$cvm)
            stopifnot(gap > 1e-6)
            return(as.vector(coef(cv$glmnet.fit)[, which.min(cv$cvm)]))
        }
        g <- glmnet(X[used, ], y[used], weights = w[used], family = "binomial", alpha = alpha, lambda = lambda * c(16, 4, 1), thresh = 1e-20, maxit = 1e7)
        as.vector(coef(g)[, 3])
    })
    cat("case ", of, ", ", alpha, "\nfile ", value("file"), "\nformula ", value("formula"), "\n", sep = "")
    if (length(value("weights"))) cat("weights", value("weights"), "\n", sep = " ")
    cat("seed ", value("seed"), "\nrefits ", length(draws), "\npenalty ", c("l2", "elasticnet", "l1")[1 + (alpha > 0) + (alpha == 1)], "\nl1_ratio ", alpha,
        if (!length(group)) paste0("\nlambda ", lambda), "\nlevel ", level, "\n", sep = "")
    if (length(group)) cat("group ", group, "\nfolds ", length(unique(d[[group]])), "\n", paste0("strength ", seq_along(lambda) - 1, " ", number(lambda), "\n"), sep = "")
    for (i in seq_len(nrow(b))) {
        q <- quantile(b[i, ], c((1 - level) / 2, (1 + level) / 2), type = 6, names = FALSE)
        cat("interval", i - 1, number(q[1]), number(q[2]), "\n")
    }
    cat("\n")
}

case("vaso", 0, 0.05, 0.95)
case("vaso", 1, 0.03, 0.9)
case("pupils, frequencies", 0.4, 0.02, 0.8)
case("a path", 0.5, 0.15 * 0.6^(0:7), 0.9, "g")
