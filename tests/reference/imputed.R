# Fits to columns that were imputed by hand, and predictions of other rows from the same values, by R's glm.
#
#     LC_ALL=C Rscript tests/reference/imputed.R tests/reference/data > tests/reference/imputed.txt      (in the root of the project)
#
# Rows of part 1 are fitted, those of part 2 predicted. Values are learned from the rows of the fit that have an outcome, each as often as n says where that
# is its frequency, by mean, median and table. Lines of a case:
#     case NAME               then formula, weights where there are any, a rule in each line, indicator where these are wanted
#     number COLUMN VALUE N   what stands in, and for how many cells of the rows of the fit
#     label COLUMN VALUE N
#     coefficient ESTIMATE STD_ERROR      in the order of the model
#     deviance X
#     new P                   of each row of part 2
arguments <- commandArgs(trailingOnly = TRUE)
all <- read.csv(file.path(arguments[1], "gaps.csv"), na.strings = "", stringsAsFactors = FALSE)
number <- function(x) sprintf("%.17g", x)
line <- function(...) cat(paste(...), "\n", sep = "")
tight <- glm.control(epsilon = 1e-16, maxit = 100)

learn <- function(column, how, times) {
    there <- !is.na(column)
    x <- rep(column[there], times[there])
    switch(how, mean = mean(x), median = median(x), level = "(missing)",
           most_frequent = { counts <- table(x); best <- names(counts)[which.max(counts)]
                             if (is.character(column)) best else as.numeric(best) },
           if (is.character(column)) how else as.numeric(how))
}

# rules: a named list of column = how, a constant by itself. marked: columns with an indicator, in the order of the model.
case <- function(name, formula, rules, told, marked = character(), frequency = FALSE, ours = formula, asked = length(marked) > 0) {
    fitted <- all[all$part == 1 & !is.na(all$y), ]
    times <- if (frequency) fitted$n else rep(1, nrow(fitted))
    fitted <- fitted[times > 0, ]
    times <- times[times > 0]
    new <- all[all$part == 2, ]
    cat("case ", name, "\nformula ", ours, "\n", sep = "")
    if (frequency) cat("weights n\n")
    for (rule in told) cat("rule ", rule, "\n", sep = "")
    if (asked) cat("indicator\n")
    for (column in marked) {
        fitted[[paste0(column, ".na")]] <- as.numeric(is.na(fitted[[column]]))
        new[[paste0(column, ".na")]] <- as.numeric(is.na(new[[column]]))
    }
    for (column in names(rules)) {
        value <- learn(fitted[[column]], rules[[column]], times)
        cells <- sum(is.na(fitted[[column]]))
        text <- is.character(fitted[[column]])
        line(if (text) "label" else "number", column, if (text) value else number(value), cells)
        fitted[[column]][is.na(fitted[[column]])] <- value
        new[[column]][is.na(new[[column]])] <- value
    }
    for (column in c("sex", "ward")) {
        levels <- c(setdiff(sort(unique(fitted[[column]])), "(missing)"), if ("(missing)" %in% fitted[[column]]) "(missing)")
        fitted[[column]] <- factor(fitted[[column]], levels = levels)
        new[[column]] <- factor(new[[column]], levels = levels)
    }
    fitted$times <- times
    fit <- glm(as.formula(formula), binomial, fitted, weights = times, control = tight)
    fit <- glm(as.formula(formula), binomial, fitted, weights = times, control = tight, start = coef(fit))
    for (b in names(coef(fit))) line("coefficient", number(coef(fit)[[b]]), number(sqrt(vcov(fit)[b, b])))
    line("deviance", number(deviance(fit)))
    for (p in predict(fit, new, type = "response")) line("new", number(p))
    line("")
}

case("mean", "y ~ age + bmi + pulse", list(age = "mean", bmi = "mean", pulse = "mean"), "mean")
case("median", "y ~ age + log(bmi) + sex + ward",
     list(age = "median", bmi = "median", sex = "most_frequent", ward = "most_frequent"), "median")
case("most_frequent", "y ~ age + sex", list(age = "most_frequent", sex = "most_frequent"), "most_frequent")
case("indicators", "y ~ age + bmi + sex + age.na + bmi.na + sex.na", ours = "y ~ age + bmi + sex",
     list(age = "median", bmi = "median", sex = "most_frequent"), "median", marked = c("age", "bmi", "sex"))
case("named_indicator", "y ~ sex*age.na + age", ours = "y ~ sex*is_missing(age) + age", list(sex = "most_frequent", age = "mean"), "mean",
     marked = "age", asked = FALSE)
case("levels", "y ~ age + sex + ward", list(age = "mean", sex = "level", ward = "level"), c("mean", "level"))
case("levels_beside_indicators", "y ~ age + sex + age.na", ours = "y ~ age + sex", list(age = "mean", sex = "level"), c("mean", "level"),
     marked = "age")
case("constants", "y ~ age + bmi + sex", list(age = "40", bmi = "median", sex = "m"), c("age=constant:40", "median", "sex=constant:m"))
case("frequencies", "y ~ age + bmi + sex", list(age = "mean", bmi = "median", sex = "most_frequent"), c("mean", "bmi=median"),
     frequency = TRUE)
case("frequent_by_frequency", "y ~ age + ward", list(age = "most_frequent", ward = "most_frequent"), "most_frequent", frequency = TRUE)
case("bases", "y ~ poly(age, 2) + scale(bmi)", list(age = "mean", bmi = "median"), c("mean", "bmi=median"))
case("category_of_numbers", "y ~ factor(n) + scale(age, scale = FALSE)", list(n = "most_frequent", age = "median"), "median")
