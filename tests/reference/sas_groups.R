# What goodness.R and validation.R share.

# Which group each block of observations belongs to, blocks standing by probability.
sas_groups <- function(size, groups) {
    n <- sum(size)
    m <- floor(n / groups + 0.5)
    group <- integer(length(size))
    k <- 1
    count <- 0
    for (j in seq_along(size)) {
        if (j > 1 && !(count < m && count + floor(0.5 * size[j]) <= m)) {
            k <- k + 1
            count <- 0
        }
        group[j] <- k
        count <- count + size[j]
    }
    if (k > 1 && count < m / 2) group[group == k] <- k - 1
    group
}

# Coefficients of the classes but the first, a column a class, by Newton's method
multinomial <- function(X, y, K) {
    n <- nrow(X)
    p <- ncol(X)
    Y <- outer(y, seq_len(K - 1), "==") * 1
    b <- matrix(0, p, K - 1)
    for (step in 1:60) {
        e <- cbind(1, exp(X %*% b))
        P <- e / rowSums(e)
        g <- as.vector(crossprod(X, Y - P[, -1]))
        H <- matrix(0, p * (K - 1), p * (K - 1))
        for (a in 1:(K - 1)) for (c in 1:(K - 1)) {
            w <- P[, a + 1] * ((a == c) - P[, c + 1])
            H[(a - 1) * p + 1:p, (c - 1) * p + 1:p] <- crossprod(X * w, X)
        }
        b <- b + matrix(solve(H, g), p)
    }
    b
}
