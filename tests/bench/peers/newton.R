# The quickest fit that can be written in R: fread, then Newton's method by crossprod and Cholesky.
suppressMessages(library(data.table))
setDTthreads(as.integer(Sys.getenv("BENCH_THREADS", "2")))
d <- as.data.frame(fread(commandArgs(TRUE)[1], stringsAsFactors = TRUE))
y <- d$y
x <- model.matrix(y ~ ., d)
rm(d)
beta <- numeric(ncol(x))
deviance <- Inf
repeat {
  eta <- drop(x %*% beta)
  before <- deviance
  deviance <- 2 * sum(log1p(exp(-abs(eta))) + pmax(eta, 0) - y * eta)
  mu <- plogis(eta)
  root <- chol(crossprod(x * sqrt(mu * (1 - mu))))
  if (abs(before - deviance) < 1e-8 * (deviance + 0.1)) break
  beta <- beta + backsolve(root, forwardsolve(t(root), crossprod(x, y - mu)))
}
se <- sqrt(diag(chol2inv(root)))
stopifnot(all(is.finite(beta)), all(is.finite(se)))
