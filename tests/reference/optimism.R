# Optimism of calibration, AUC and Brier score by the resamples of resamples.txt, in R 4.2 and rms 6.5.
#
#     LC_ALL=C Rscript tests/reference/optimism.R > tests/reference/optimism.txt      (in the root of the project)
#
# Each resample is fitted by glm, on rows of one outcome each, and measured on itself and on the rows as they are. Where no resample is separated, rms::validate
# is made to draw the same ones, and says the same. Where values are imputed, their means, and knots of splines, are those of each resample. Lines of a case, beside those that resamples.txt has:
#     refits B USED SEPARATED
#     INDEX APPARENT TRAINING TEST OPTIMISM ERROR CORRECTED     for slope, intercept, in_the_large, auc, brier
suppressMessages(library(rms))
library(splines)
options(digits = 17, warn = 1)

number <- function(x) sprintf("%.17g", x)
control <- glm.control(epsilon = 1e-15, maxit = 100)

measure <- function(y, eta) {
    p <- plogis(eta)
    r <- rank(eta)
    n1 <- sum(y)
    both <- coef(glm(y ~ eta, binomial, control = control))
    c(slope = both[[2]], intercept = both[[1]],
      in_the_large = coef(glm(y ~ 1, binomial, offset = eta, control = control))[[1]],
      auc = (sum(r[y == 1]) - n1 * (n1 + 1) / 2) / (n1 * (length(y) - n1)), brier = mean((y - p)^2))
}

# A linear predictor of separated rows grows by about 1 an iteration, whichever it is.
runs_off <- function(X, y) {
    far <- sapply(c(16, 22), function(steps)
        max(abs(suppressWarnings(glm.fit(X, y, family = binomial(), control = glm.control(1e-300, steps)))$linear.predictors)))
    far[2] - far[1] > 3
}

# The design of all rows as those of `at`, a row as often as it is there, make it: means of gaps, and what the formula decides.
learned <- function(formula, d, at, impute) {
    if (length(impute))
        for (x in names(d))
            if (anyNA(d[[x]])) d[[x]][is.na(d[[x]])] <- mean(d[[x]][at], na.rm = TRUE)
    model.matrix(terms(model.frame(formula, d[at, ])), d)
}

case <- function(lines) {
    value <- function(key) sub(paste0("^", key, " "), "", grep(paste0("^", key, " "), lines, value = TRUE))
    numbers <- function(key) lapply(strsplit(value(key), " "), as.numeric)
    formula <- as.formula(value("formula"))
    d <- read.csv(value("file"), stringsAsFactors = TRUE)
    impute <- value("impute")
    X <- learned(formula, d, seq_len(nrow(d)), impute)
    own <- length(impute) > 0
    y <- d[[all.vars(formula)[1]]]
    if (is.factor(y)) y <- as.numeric(y) - 1
    # rows of one outcome each, from the observations of each row and its events
    rows <- function(n, events) {
        at <- rep(seq_along(n), n)
        list(at = at, y = unlist(lapply(seq_along(n), function(i) rep(1:0, c(events[i], n[i] - events[i])))))
    }
    trials <- value("trials")
    weights <- value("weights")
    n <- if (length(weights)) d[[weights]] else rep(1, nrow(d))
    all <- if (length(trials)) rows(d[[trials]], y) else rows(n, n * y)
    draws <- numbers("draw")
    events <- if (length(trials)) numbers("events") else lapply(draws, function(n) n * y)
    fit <- function(r, X) suppressWarnings(glm.fit(X[r$at, ], r$y, family = binomial(), control = control))
    eta <- function(f, r, X) drop(X[r$at, ] %*% coef(f))
    whole <- fit(all, X)
    apparent <- measure(all$y, eta(whole, all, X))
    training <- test <- NULL
    separated <- 0
    for (b in seq_along(draws)) {
        r <- rows(draws[[b]], events[[b]])
        Z <- if (own) learned(formula, d, r$at, impute) else X
        f <- fit(r, Z)
        if (runs_off(Z[r$at, ], r$y)) {
            separated <- separated + 1
            next
        }
        training <- rbind(training, measure(r$y, eta(f, r, Z)))
        test <- rbind(test, measure(all$y, eta(f, all, Z)))
    }
    off <- training - test
    cat(grep("^(draw|events)", lines, value = TRUE, invert = TRUE), sep = "\n")
    cat("refits", length(draws), nrow(off), separated, "\n")
    for (i in names(apparent))
        cat(i, number(c(apparent[[i]], mean(training[, i]), mean(test[, i]), mean(off[, i]), sd(off[, i]) / sqrt(nrow(off)),
                        apparent[[i]] - mean(off[, i]))), "\n")
    cat("\n")
    if (separated == 0 && !own) {
        # places of the drawn observations among all rows: any of those of the same row and outcome
        place <- function(r) match(paste(r$at, r$y), paste(all$at, all$y))
        turn <- 0
        drawn <- function(...) {
            turn <<- turn + 1
            place(rows(draws[[turn]], events[[turn]]))
        }
        resampling <- rms::predab.resample
        environment(resampling) <- list2env(list(sample = drawn), parent = asNamespace("rms"))
        validating <- rms:::validate.lrm
        environment(validating) <- list2env(list(predab.resample = resampling), parent = asNamespace("rms"))
        Z <- X[all$at, -1, drop = FALSE]
        data <- data.frame(y = all$y, Z)
        f <- lrm(y ~ ., data, x = TRUE, y = TRUE, eps = 1e-12)
        v <- validating(f, B = length(draws))
        want <- rbind((colMeans(training) - colMeans(test))[c("slope", "intercept", "auc", "brier")])
        got <- v[c("Slope", "Intercept", "Dxy", "B"), "optimism"] * c(1, 1, 0.5, 1)
        stopifnot(all(abs(got - want) < 1e-4), turn == length(draws))
        message(paste(number(abs(got - want)), collapse = " "))
    }
}

lines <- readLines("tests/reference/resamples.txt")
first <- grep("^case", lines)
for (i in seq_along(first)) {
    own <- lines[first[i]:(c(first, length(lines) + 1)[i + 1] - 2)]
    if (!any(grepl("^only ", own))) case(own)
}
