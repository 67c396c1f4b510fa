# Fits of the files that tests/cli/files/make.py writes, cleaned: Rscript files.R FOLDER > files.txt
folder <- commandArgs(TRUE)[1]
fit <- function(name, d) {
  d$y <- factor(d$y)
  m <- glm(y ~ age + weight + sex, binomial, d, control = glm.control(1e-14, 100))
  cat(name, nobs(m), sprintf("%.12g", coef(m)), "\n")
}
fit("all", read.csv(file.path(folder, "plain.csv")))
fit("missing", read.csv(file.path(folder, "sas.csv"), na.strings = "."))
fit("thousands", transform(read.csv(file.path(folder, "plain.csv")), weight = 1000 + floor(weight)))
