# Odds ratios per standard deviation and per interquartile range, with Wald's intervals: units.txt.
#     Rscript tests/reference/units.R > tests/reference/units.txt
# A line is: data set, formula, frequencies or trials (- for none), variable, kind of unit, its size, odds ratio, low, high.
read <- function(name) read.csv(file.path("datasets", paste0(name, ".csv")), stringsAsFactors = TRUE)
tell <- function(data, formula, counts, variable, kind, rows, fit) {
  size <- if (kind == "sd") sd(rows) else if (kind == "iqr") IQR(rows) else as.numeric(kind)
  at <- which(names(coef(fit)) == variable)
  b <- coef(fit)[[at]]
  half <- qnorm(0.975) * sqrt(vcov(fit)[at, at])
  cat(data, gsub(" ", "", formula), counts, gsub(" ", "", variable), kind,
      sprintf("%.15g", c(size, exp(size * b), exp(size * (b - half)), exp(size * (b + half)))), sep = " ")
  cat("\n")
}
# Again from its own maximum, since glm's standard errors are those of the iteration before.
fit_twice <- function(formula, data) {
  tight <- glm.control(epsilon = 1e-15, maxit = 100)
  fit <- glm(formula, binomial, data, control = tight)
  glm(formula, binomial, data, control = tight, start = coef(fit))
}
v <- read("vaso")
fit <- fit_twice(constricted ~ volume + rate, v)
for (kind in c("sd", "iqr", "0.5")) tell("vaso", "constricted ~ volume + rate", "-", "rate", kind, v$rate, fit)
fit <- fit_twice(constricted ~ log(volume) + log(rate), v)
for (kind in c("sd", "iqr")) tell("vaso", "constricted ~ log(volume) + log(rate)", "-", "log(volume)", kind, log(v$volume), fit)
b <- read("beetle")
fit <- fit_twice(cbind(killed, n - killed) ~ dose, b)
for (kind in c("sd", "iqr")) tell("beetle", "killed ~ dose", "n", "dose", kind, rep(b$dose, b$n), fit)
