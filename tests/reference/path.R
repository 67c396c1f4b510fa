# Paths of penalties and their cross-validation, by glmnet 4.1-6.
#
#     Rscript tests/reference/path.R data > tests/reference/data/path.csv       (in the root of the project; made data)
#     Rscript tests/reference/path.R > tests/reference/path.txt
#
# Folds are those of a column: each of its values is one. glmnet goes by relative changes of the deviance, thresh, which is set far below its
# default so that coefficients have eight digits and more. Lines of a case:
#     case NAME           then file, formula, group, where given, penalty, l1_ratio, standardize (0 or 1), n_lambda, factor NAME X
#     lambda I VALUE      and nonzero, explained, held_out (mean loss, half the deviance), error (of that), all by the place I of lambda
#     best I, best_1se I
#     coefficient I CLASS NAME VALUE    at some of them; of two classes the class is 1
suppressMessages(library(glmnet))
number <- function(x) sprintf("%.15g", x)

if (identical(commandArgs(TRUE), "data")) {
    set.seed(11)
    n <- 150
    X <- matrix(rnorm(n * 6), n) + rnorm(n)
    d <- data.frame(round(X, 3), x7 = rbinom(n, 1, 0.3), x8 = rpois(n, 2) * 100)
    names(d)[1:6] <- paste0("x", 1:6)
    eta <- with(d, x1 - x2 + 0.5 * x7 + x8 / 300 - 1)
    d$y <- rbinom(n, 1, plogis(eta))
    E <- exp(cbind(0, eta, 1.5 * d$x3 - 0.5))
    d$z <- c("a", "b", "c")[apply(E / rowSums(E), 1, function(p) sample(3, 1, prob = p))]
    d$g <- sample(rep(1:5, length.out = n))
    write.csv(d, quote = FALSE, row.names = FALSE)
    quit()
}

case <- function(name, file, target, features, alpha, standardize = TRUE, n_lambda = 40, group = NULL, where = NULL,
                 keep = NULL, factors = NULL) {
    d <- read.csv(file)
    if (!is.null(keep))
        d <- d[keep(d), ]
    y <- factor(d[[target]])
    X <- as.matrix(d[features])
    family <- if (nlevels(y) == 2) "binomial" else "multinomial"
    pf <- rep(1, ncol(X))
    names(pf) <- features
    pf[names(factors)] <- factors
    fit <- function(X, y, ...) glmnet(X, y, family = family, alpha = alpha, standardize = standardize, thresh = 1e-18,
                                      maxit = 1e7, penalty.factor = pf, ...)
    g <- fit(X, y, nlambda = n_lambda)
    cat("case ", name, "\nfile ", file, "\nformula ", target, " ~ ", paste(features, collapse = " + "), "\n", sep = "")
    if (!is.null(where)) cat("where ", where, "\n", sep = "")
    if (!is.null(group)) cat("group ", group, "\n", sep = "")
    for (f in names(factors)) cat("factor", f, number(factors[[f]]), "\n")
    cat("penalty ", if (alpha == 1) "l1" else if (alpha == 0) "l2" else "elasticnet", "\nl1_ratio ", alpha,
        "\nstandardize ", as.integer(standardize), "\nn_lambda ", n_lambda, "\n", sep = "")
    # glmnet's factors are rescaled to a mean of 1, and its lambdas with them.
    scale <- length(pf) / sum(pf)
    l <- g$lambda * scale
    multi <- family == "multinomial"
    beta <- if (multi) g$beta else list(g$beta)
    for (i in seq_along(l)) {
        nonzero <- rowSums(sapply(beta, function(b) b[, i] != 0)) > 0
        cat("lambda", i - 1, number(l[i]), "\nnonzero", i - 1, sum(nonzero), "\nexplained", i - 1, number(g$dev.ratio[i]), "\n")
    }
    a0 <- if (multi) g$a0 else matrix(g$a0, 1)
    for (i in unique(round(seq(2, length(l), length.out = 4))))
        for (c in seq_along(beta)) {
            class <- if (multi) c - 1 else 1
            cat("coefficient", i - 1, class, "(Intercept)", number(a0[c, i]), "\n")
            for (j in features) cat("coefficient", i - 1, class, j, number(beta[[c]][j, i]), "\n")
        }
    if (is.null(group)) { cat("\n"); return(invisible()) }
    held <- sapply(sort(unique(d[[group]])), function(k) {
        out <- d[[group]] == k
        h <- fit(X[!out, ], y[!out], lambda = g$lambda)
        p <- predict(h, X[out, ], type = "response", s = g$lambda)
        if (!multi) p <- array(c(1 - p, p), c(sum(out), length(l), 2)) else p <- aperm(p, c(1, 3, 2))
        colMeans(-log(sapply(seq_along(l), function(i) p[cbind(seq_len(sum(out)), i, as.integer(y[out]))])))
    })
    w <- table(d[[group]]) / nrow(d)
    mean <- as.vector(held %*% w)
    error <- sqrt(as.vector((held - mean)^2 %*% w) / (length(w) - 1))
    for (i in seq_along(l)) cat("held_out", i - 1, number(mean[i]), "\nerror", i - 1, number(error[i]), "\n")
    best <- which.min(mean)
    cat("best", best - 1, "\nbest_1se", which(mean <= mean[best] + error[best])[1] - 1, "\n\n")
}

glmnet.control(epsnr = 1e-12)
made <- "tests/reference/data/path.csv"
x <- paste0("x", 1:8)
case("lasso", made, "y", x, 1, group = "g")
case("lasso, columns as they are", made, "y", x, 1, standardize = FALSE, group = "g")
case("elastic net", made, "y", x, 0.3, group = "g")
case("ridge", made, "y", x, 0, n_lambda = 20, group = "g")
case("factors", made, "y", x, 1, n_lambda = 20, factors = c(x1 = 0, x3 = 2.5))
case("three classes", made, "z", x, 0.7, n_lambda = 25, group = "g")
digits <- read.csv("datasets/digits.csv")
pixels <- setdiff(names(digits), "digit")
moving <- pixels[sapply(pixels, function(p) length(unique(digits[digits$digit %in% c(3, 8), p])) > 1)]
case("digits", "datasets/digits.csv", "digit", moving, 0.9, n_lambda = 15, where = "digit == 3 | digit == 8",
     keep = function(d) d$digit %in% c(3, 8))
