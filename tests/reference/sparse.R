# Paths of glmnet on a sparse matrix of package Matrix, at a threshold that leaves nothing to doubt.
#
#     LC_ALL=C Rscript tests/reference/sparse.R > tests/reference/sparse_glmnet.txt      (in the root of the project)
#
# Lines of a case are those of sparse.py, but for lambda in place of C, standardize 1 where columns are taken to variance 1, and no objective.
suppressMessages(library(glmnet))

read <- function(path) {
    lines <- grep("^[^#]", readLines(path), value = TRUE)
    words <- strsplit(lines, " ")
    pairs <- lapply(words, function(w) strsplit(w[-1], ":"))
    i <- rep(seq_along(pairs), lengths(pairs))
    j <- as.integer(unlist(lapply(pairs, function(p) vapply(p, `[`, "", 1))))
    x <- as.numeric(unlist(lapply(pairs, function(p) vapply(p, `[`, "", 2))))
    list(X = sparseMatrix(i, j, x = x, dims = c(length(lines), max(j))), y = as.numeric(vapply(words, `[`, "", 1)))
}

case <- function(name, file, family, alpha, standardize, intercept, fractions) {
    d <- read(file)
    top <- glmnet(d$X, d$y, family = family, alpha = max(alpha, 1e-3), standardize = standardize, intercept = intercept)$lambda[1]
    lambda <- top * fractions
    fit <- glmnet(d$X, d$y, family = family, alpha = alpha, standardize = standardize, intercept = intercept,
                  lambda = lambda, thresh = 1e-20, maxit = 1e6)
    for (k in seq_along(lambda)) {
        cat(sprintf("case %s, %g of the largest lambda\nfile %s\npenalty %s\nlambda %.17g\n", name, fractions[k], file,
                    if (alpha == 1) "l1" else if (alpha == 0) "l2" else "elasticnet", lambda[k]))
        if (alpha > 0 && alpha < 1) cat(sprintf("l1_ratio %.17g\n", alpha))
        if (standardize) cat("standardize 1\n")
        if (!intercept) cat("intercept 0\n")
        b <- coef(fit)
        b <- if (is.list(b)) b else list(b)
        for (c in seq_along(b)) {
            at <- as.matrix(b[[c]])[, k]
            for (j in which(at != 0)) cat(sprintf("estimate %d %d %.17g\n", c - (length(b) > 1), j - 1, at[j]))
        }
        cat("\n")
    }
}

two <- "tests/reference/data/sparse_two.svm"
three <- "tests/reference/data/sparse_three.svm"
case("glmnet lasso", two, "binomial", 1, TRUE, TRUE, c(0.5, 0.1, 0.02))
case("glmnet lasso, as they are", two, "binomial", 1, FALSE, TRUE, c(0.5, 0.1))
case("glmnet elastic net", two, "binomial", 0.3, TRUE, TRUE, c(0.5, 0.05))
case("glmnet lasso, no intercept", two, "binomial", 1, FALSE, FALSE, c(0.5, 0.05))
case("glmnet lasso, classes", three, "multinomial", 1, TRUE, TRUE, c(0.5, 0.1))
