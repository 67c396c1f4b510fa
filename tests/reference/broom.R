# Writes broom.txt: what R's broom gives of a glm, from glm itself, for tests/cli/fit/csv_reference.sh: tidy (with Wald's
# intervals), glance, and augment's residuals beside probabilities, which are broom's with type.predict = "response".
# A case is its arguments for logreg fit, then a line a row of each table, named by its first word.
# Rscript tests/reference/broom.R > tests/reference/broom.txt

row <- function(kind, ...) {
  x <- c(...)
  cat(kind, ifelse(is.na(x), "NA", trimws(format(x, digits = 15, scientific = TRUE))), "\n")
}

# y events of n trials, w times over; the log-likelihood has the binomial coefficients of each time.
case <- function(arguments, file, formula, y, n = function(d) 1, w = function(d) 1) {
  d <- read.csv(file, stringsAsFactors = TRUE, na.strings = c("", "NA", "NULL", "NaN"), strip.white = TRUE)
  used <- complete.cases(d[all.vars(formula)], y(d))
  d <- transform(d, events = as.numeric(y(d)), n = n(d), w = w(d))
  f <- d[used, ]
  f$share <- ifelse(f$n > 0, f$events / f$n, 0) # without trials the weight is 0
  m <- suppressWarnings(glm(update(formula, share ~ .), binomial, f, weights = n * w,
                            control = glm.control(epsilon = 1e-10, maxit = 100)))
  cat("case", arguments, "\n")
  b <- coef(m)
  p <- fitted(m)
  X <- model.matrix(m)[, !is.na(b), drop = FALSE] # not summary(m), whose weights are those of the step before
  se <- sqrt(diag(solve(crossprod(X, X * (f$n * f$w * p * (1 - p))))))[names(b)]
  half <- qnorm(0.975) * se
  for (j in seq_along(b))
    row("tidy", b[j], se[j], b[j] / se[j], 2 * pnorm(-abs(b[j] / se[j])), b[j] - half[j], b[j] + half[j])
  logl <- sum(f$w * dbinom(f$events, f$n, p, log = TRUE))
  used_rows <- f$w * f$n > 0
  row("glance", m$null.deviance, m$df.null, logl, 2 * m$rank - 2 * logl, log(sum(f$w[used_rows])) * m$rank - 2 * logl,
      m$deviance, m$df.residual, sum(used_rows))
  r <- residuals(m, "deviance")
  at <- cumsum(used)
  for (i in seq_len(nrow(d)))
    row("augment", if (used[i]) p[at[i]] else NA, if (used[i]) r[at[i]] else NA)
}

data <- "tests/reference/data/"
case("@challenger", "datasets/challenger.csv", ~ temperature, function(d) d$distress)
case("@beetle --target killed --trials n", "datasets/beetle.csv", ~ dose, function(d) d$killed, function(d) d$n)
case("holes.csv --formula 'y ~ x + g'", paste0(data, "holes.csv"), ~ x + g, function(d) d$y == "yes")
case("copies.csv --formula 'y ~ a + b + sum + g'", paste0(data, "copies.csv"), ~ a + b + sum + g, function(d) d$y)
case("exposure.csv --formula 'events ~ x' --trials trials --weights times --offset log_dose",
     paste0(data, "exposure.csv"), ~ x + offset(log_dose), function(d) d$events, function(d) d$trials,
     function(d) d$times)
case("exposure.csv --formula 'events ~ x - 1' --trials trials", paste0(data, "exposure.csv"), ~ x - 1,
     function(d) d$events, function(d) d$trials)
case("@ucb --formula 'admitted ~ gender + dept' --weights count", "datasets/ucb.csv", ~ gender + dept,
     function(d) d$admitted == "yes", w = function(d) d$count)
