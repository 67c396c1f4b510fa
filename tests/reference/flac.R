# Profile intervals and tests of FLAC, by R's glm on rows and pseudo-rows, as logistf's flac takes them.
#
#     LC_ALL=C Rscript tests/reference/flac.R tests/reference/data > tests/reference/flac.txt
#
# Firth's estimate is found by scoring; its leverages weigh the pseudo-rows, half event and half none, with a column of their own. A coefficient is held by an offset; ends
# are roots of the deviance's rise less the quantile. A line
#
#     profile FILE NAME ESTIMATE LOW HIGH STATISTIC P
#
# holds to about 8 digits, as do deviances that glm leads to.

folder <- commandArgs(trailingOnly = TRUE)[1]
control <- glm.control(epsilon = 1e-14, maxit = 200)
level <- qchisq(0.95, 1)

firth <- function(X, y, w) {
    b <- rep(0, ncol(X))
    for (i in 1:500) {
        mu <- plogis(drop(X %*% b))
        s <- w * mu * (1 - mu)
        V <- solve(crossprod(X, s * X))
        h <- s * rowSums((X %*% V) * X)
        step <- drop(V %*% crossprod(X, w * (y - mu) + h * (0.5 - mu)))
        b <- b + step / max(1, max(abs(step)))
        if (max(abs(step)) < 1e-13) break
    }
    h
}

profile_flac <- function(name, target) {
    data <- read.csv(file.path(folder, name))
    y <- data[[target]]
    X <- cbind("(Intercept)" = 1, as.matrix(data[setdiff(names(data), target)]))
    n <- length(y)
    h <- firth(X, y, rep(1, n))
    both <- cbind(rbind(X, X, X), pseudo = rep(0:1, c(n, 2 * n)))
    z <- c(y, rep(1:0, c(n, n)))
    w <- c(rep(1, n), h / 2, h / 2)
    fit <- function(X, offset) suppressWarnings(glm.fit(X, z, w, offset = offset, family = binomial(), control = control))
    top <- fit(both, rep(0, 3 * n))
    for (j in seq_len(ncol(X))) {
        rise <- function(t) fit(both[, -j, drop = FALSE], t * both[, j])$deviance - top$deviance
        at <- top$coefficients[j]
        end <- function(side) {
            far <- 1
            while (rise(at + side * far) < level) far <- far * 2
            uniroot(function(t) rise(t) - level, sort(c(at, at + side * far)), tol = 1e-12)$root
        }
        cat("profile", name, colnames(X)[j], sprintf("%.12g", c(at, end(-1), end(1), rise(0), pchisq(rise(0), 1, lower.tail = FALSE))), "\n")
    }
}

cat("# Written by flac.R.\n")
profile_flac("endometrial.csv", "HG")
profile_flac("firth_lobes_2.csv", "y")
profile_flac("toy_b.csv", "y")
