# Outcomes that are conditions, by R 4.2's glm, which takes them as they stand before the ~.
#
#     LC_ALL=C Rscript tests/reference/conditions.R > tests/reference/conditions.txt      (in the root of the project)
#
# Lines of a case: its file and formula; what else `logreg fit` may be told in place of the formula (options); rows used; and of each coefficient, in R's order, estimate and
# standard error.
tight <- glm.control(epsilon = 1e-14, maxit = 100)

fit <- function(file, formula, options = "") {
    d <- read.csv(file, na.strings = c("", "NA"), stringsAsFactors = FALSE)
    m <- glm(as.formula(formula), binomial, d, control = tight)
    m <- glm(as.formula(formula), binomial, d, control = tight, start = coef(m)) # standard errors are those of the step before
    b <- summary(m)$coefficients
    cat("file ", file, "\nformula ", formula, "\n", sep = "")
    if (options != "") cat("options ", options, "\n", sep = "")
    cat("rows ", nobs(m), "\n", sep = "")
    cat("values", sprintf("%.12g", t(b[, 1:2])), "\n\n")
}

fit("datasets/mtcars.csv", "mpg > 20 ~ hp + am")
fit("datasets/mtcars.csv", "I(mpg > 20) ~ hp + am", "--target mpg>20 --features hp,am")
fit("datasets/mtcars.csv", "mpg/wt >= 6 | hp < 100 ~ qsec + gear")
fit("datasets/mtcars.csv", "!(log(disp) > 5.3 & cyl != 8) ~ qsec", "--target '!(log(disp)>5.3 & cyl!=8)' --features qsec")
fit("datasets/mtcars.csv", "gear == 3 ~ drat", "--target gear --features drat --positive 3")
fit("datasets/iris.csv", "species == 'versicolor' ~ sepal_width + petal_width",
    "--target species --features sepal_width,petal_width --positive versicolor")
fit("datasets/iris.csv", "species == 'versicolor' | petal_length > 5.5 ~ . - sepal_length")
# what is missing & FALSE is FALSE, and what is missing | TRUE is TRUE
fit("tests/reference/data/gaps.csv", "bmi > 24 & pulse > 70 ~ sex", "--target 'bmi > 24 & pulse > 70' --features sex")
fit("tests/reference/data/gaps.csv", "is.na(age) ~ pulse + sex")
fit("tests/reference/data/gaps.csv", "ward == 'east' | pulse >= 75 ~ n")
# two columns: texts with texts, texts with numbers, dates with dates
fit("tests/reference/data/answers.csv", "answer == key ~ age", "--target 'answer == key' --features age")
fit("tests/reference/data/answers.csv", "answer != key & age > 30 ~ code")
fit("tests/reference/data/answers.csv", "code == said ~ age")
fit("tests/reference/data/answers.csv", "paid > due ~ age + answer", "--target 'due < paid' --features age,answer")
