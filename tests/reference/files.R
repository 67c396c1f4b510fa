# Fits of the files that tests/cli/files/make.py writes, cleaned: Rscript files.R FOLDER > files.txt
# A line: a name, the rows used, the coefficients, their standard errors.
folder <- commandArgs(TRUE)[1]
fit <- function(name, d, formula = y ~ age + weight + sex) {
  d$y <- factor(d$y)
  m <- glm(formula, binomial, d, control = glm.control(1e-14, 100))
  cat(name, nobs(m), sprintf("%.12g", summary(m)$coefficients[, 1:2]), "\n")
}
plain <- read.csv(file.path(folder, "plain.csv"))
fit("all", plain)
fit("missing", read.csv(file.path(folder, "sas.csv"), na.strings = "."))
fit("thousands", transform(plain, weight = 1000 + floor(weight)))
fit("centred", transform(plain, weight = weight - 75))
fit("coarse", transform(plain, week = seq_len(nrow(plain)) %% 7), y ~ age + week + sex)
fit("grams", transform(plain, weight = floor(16 * weight)))
fit("sixteenths", transform(plain, weight = as.numeric(sprintf("%.3f", weight / 16))))
fit("sixty_fourths", transform(plain, weight = as.numeric(sprintf("%.3f", weight / 64))))
fit("thirds", transform(plain, weight = round(age / 3, 3)), y ~ weight + sex)
row <- seq_len(nrow(plain))
fit("half", plain[row %% 5 <= 1, ])
fit("known", plain[row %% 3 != 0 | row %% 2 == 0, ])
fit("hours", transform(plain, weight = floor(12 * weight) / 60))
fit("rupees", transform(plain, weight = floor(1600 * weight)))
