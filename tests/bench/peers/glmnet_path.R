# A path by glmnet over given strengths: glmnet_path.R FILE LAMBDAS THRESH l1|l2. FILE: .csv with the outcome y last, or .svm; LAMBDAS: a file, the largest lambda and then the strengths, one a line.
# Prints seconds of the user of glmnet() alone, the data being in memory, and the largest violation of optimality over the largest lambda, worked out from the rows.
suppressMessages({library(glmnet); library(Matrix)})
asked <- commandArgs(TRUE)
if (grepl("[.]svm$", asked[1])) {
  cells <- strsplit(readLines(asked[1]), " ", fixed = TRUE)
  y <- as.numeric(as.numeric(vapply(cells, `[`, "", 1)) > 0)
  pairs <- unlist(lapply(cells, `[`, -1))
  colon <- regexpr(":", pairs, fixed = TRUE)
  x <- sparseMatrix(i = rep(seq_along(cells), lengths(cells) - 1), j = as.integer(substr(pairs, 1, colon - 1)),
                    x = as.numeric(substr(pairs, colon + 1, nchar(pairs))))
  rm(cells, pairs)
} else {
  rows <- as.matrix(read.csv(asked[1]))
  y <- rows[, ncol(rows)]
  x <- rows[, -ncol(rows)]
}
known <- as.numeric(readLines(asked[2]))
lambda <- known[-1]
alpha <- if (asked[4] == "l1") 1 else 0
several <- length(unique(y)) > 2
glmnet.control(fdev = 0, devmax = 1) # every strength, none left out
took <- system.time(f <- glmnet(x, if (several) factor(y) else y, family = if (several) "multinomial" else "binomial", alpha = alpha,
                                lambda = lambda, thresh = as.numeric(asked[3]), maxit = 1e9))
stopifnot(length(f$lambda) == length(lambda))
mean <- colMeans(x)
sd <- sqrt(pmax(colMeans(x^2) - mean^2, 0))
levels <- sort(unique(y))
worst <- 0
for (i in seq_along(lambda)) {
  if (several) {
    eta <- sapply(seq_along(levels), function(c) as.vector(x %*% f$beta[[c]][, i]) + f$a0[c, i])
    p <- exp(eta - apply(eta, 1, max))
    r <- p / rowSums(p) - outer(y, levels, `==`)
    b <- sapply(f$beta, function(beta) beta[, i])
  } else {
    b <- cbind(f$beta[, i])
    r <- cbind(plogis(as.vector(x %*% b) + f$a0[i]) - (y == levels[2]))
  }
  g <- (as.matrix(crossprod(x, r)) - outer(mean, colSums(r))) / length(y) / ifelse(sd > 0, sd, Inf)
  off <- if (alpha == 0) abs(g + lambda[i] * sd * b) else ifelse(b != 0, abs(g + lambda[i] * sign(b)), pmax(abs(g) - lambda[i], 0))
  worst <- max(worst, abs(colSums(r)) / length(y), off)
}
cat(sprintf("{\"seconds\": %.3f, \"kkt\": %.3g, \"passes\": %d}\n", took[["user.self"]], worst / known[1], f$npasses))
