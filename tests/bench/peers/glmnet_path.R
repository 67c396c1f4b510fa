# A path of lasso by glmnet over given strengths: glmnet_path.R FILE LAMBDAS THRESH. FILE: .csv with the outcome y last, or .svm; LAMBDAS: a file, one a line.
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
lambda <- as.numeric(readLines(asked[2]))
glmnet.control(fdev = 0, devmax = 1) # every strength, none left out
took <- system.time(f <- glmnet(x, y, family = "binomial", lambda = lambda, thresh = as.numeric(asked[3]), maxit = 1e9))
stopifnot(length(f$lambda) == length(lambda))
mean <- colMeans(x)
sd <- sqrt(pmax(colMeans(x^2) - mean^2, 0))
worst <- 0
for (i in seq_along(lambda)) {
  b <- f$beta[, i]
  r <- plogis(as.vector(x %*% b) + f$a0[i]) - y
  g <- (as.vector(crossprod(x, r)) - mean * sum(r)) / length(y) / ifelse(sd > 0, sd, Inf)
  worst <- max(worst, abs(sum(r)) / length(y), ifelse(b != 0, abs(g + lambda[i] * sign(b)), pmax(abs(g) - lambda[i], 0)))
}
cat(sprintf("{\"seconds\": %.3f, \"kkt\": %.3g, \"passes\": %d}\n", took[["user.self"]], worst / lambda[1], f$npasses))
