# Fits with penalties by glmnet, at thresholds where its coefficients no longer change.
#
#     LC_ALL=C Rscript tests/reference/penalties.R > tests/reference/penalties.txt      (in the root of the project)
#
# Lines of a case stand at the head of penalties.py. glmnet takes factors so that they sum to the number of columns; lambda is told as it is beside factors
# that are left alone. Columns are those of R's formula, the first level of each factor left out.
suppressMessages(library(glmnet))
glmnet.control(fdev = 0, devmax = 1, epsnr = 1e-15, mxitnr = 500)
number <- function(x) sprintf("%.17g", x)

case <- function(name, file, formula, lambda, alpha, standardize = FALSE, weights = NULL, offset = NULL, trials = NULL,
                 factor = NULL, bounds = NULL, intercept = TRUE, class_weight = NULL) {
    data <- read.csv(file, stringsAsFactors = TRUE)
    left <- sub(" *~.*", "", formula)
    X <- model.matrix(as.formula(sub("^[^~]*", "", formula)), data)[, -1, drop = FALSE]
    y <- if (is.null(trials)) as.factor(data[[left]]) else cbind(data[[trials]] - data[[left]], data[[left]])
    p <- ncol(X)
    v <- rep(1, p); low <- rep(-Inf, p); high <- rep(Inf, p)
    for (n in names(factor)) v[colnames(X) == n] <- factor[[n]]
    for (n in names(bounds)) { low[colnames(X) == n] <- bounds[[n]][1]; high[colnames(X) == n] <- bounds[[n]][2] }
    many <- is.factor(y) && nlevels(y) > 2
    of_glmnet <- lambda * sum(v) / p
    alone <- p == 1 # glmnet wants two columns; one that is 0 changes nothing
    if (alone) { X <- cbind(X, 0); v <- c(v, 1); low <- c(low, -Inf); high <- c(high, Inf); of_glmnet <- lambda * sum(v) / 2 }
    fit <- glmnet(X, y, family = if (many) "multinomial" else "binomial", alpha = alpha, lambda = of_glmnet * c(8, 4, 2, 1),
                  standardize = standardize, weights = if (!is.null(class_weight)) unname(class_weight[as.character(y)]) else if (!is.null(weights)) data[[weights]], intercept = intercept,
                  offset = if (!is.null(offset)) data[[offset]], penalty.factor = v, lower.limits = low, upper.limits = high,
                  thresh = 1e-20, maxit = 1e7)
    b <- lapply(if (many) fit$beta else list(fit$beta), function(B) B[, 4])
    a <- if (many) fit$a0[, 4] else fit$a0[4]
    penalty <- if (alpha == 0) "l2" else if (alpha == 1) "l1" else "elasticnet"
    writeLines(c(paste("case", name), paste("file", file), paste0("formula ", formula, if (!intercept) " - 1"), paste("penalty", penalty), paste("lambda", number(lambda))))
    if (penalty == "elasticnet") writeLines(paste("l1_ratio", number(alpha)))
    if (standardize) writeLines("standardize 1")
    for (key in c("weights", "offset", "trials")) if (!is.null(get(key))) writeLines(paste(key, get(key)))
    if (!is.null(class_weight)) writeLines(paste("class_weight", paste0(names(class_weight), "=", class_weight, collapse = ",")))
    for (n in names(factor)) writeLines(paste("factor", n, number(factor[[n]])))
    for (n in names(bounds)) writeLines(paste("bounds", n, number(bounds[[n]][1]), number(bounds[[n]][2])))
    for (k in seq_along(b)) {
        all <- c(if (intercept) a[k], b[[k]][seq_len(p)])
        for (i in seq_along(all)) writeLines(paste("estimate", k - many, i - 1, number(all[i])))
    }
    writeLines("")
}

pupils <- "tests/reference/data/pupils.csv"
vaso <- "datasets/vaso.csv"
cars <- "vs ~ mpg + wt + hp + qsec + drat"
for (standardize in c(FALSE, TRUE)) {
    s <- if (standardize) ", standardized" else ""
    case(paste0("ridge", s), vaso, "constricted ~ volume + rate", 0.02, 0, standardize)
    case(paste0("lasso", s), vaso, "constricted ~ volume + rate", 0.05, 1, standardize)
    case(paste0("elastic net", s), "datasets/mtcars.csv", cars, 0.03, 0.4, standardize)
    case(paste0("levels", s), "datasets/titanic.csv", "survived ~ class + sex + age", 0.02, 0.5, standardize)
    case(paste0("ridge, classes", s), "datasets/iris.csv", "species ~ sepal_length + sepal_width + petal_length + petal_width", 0.01, 0, standardize)
    case(paste0("lasso, classes", s), "datasets/iris.csv", "species ~ sepal_length + sepal_width + petal_length + petal_width", 0.02, 1, standardize)
    case(paste0("elastic net, classes, levels", s), pupils, "grade ~ x + sex + district", 0.005, 0.5, standardize)
    case(paste0("weights", s), pupils, "passed ~ x + sex + w", 0.01, 0.7, standardize, weights = "n")
}
# Columns have variance 1 among rows as their weights count them, those of classes too.
case("class weights, standardized", vaso, "constricted ~ volume + rate", 0.02, 0.5, TRUE, class_weight = c("0" = 1, "1" = 3))
case("class weights, classes, standardized", "datasets/iris.csv", "species ~ sepal_length + sepal_width", 0.01, 0.5, TRUE,
     class_weight = c(setosa = 2, versicolor = 1, virginica = 0.5))
case("one column", "datasets/challenger.csv", "distress ~ temperature", 0.1, 1)
case("trials", pupils, "hits ~ x + sex + w", 0.01, 0.5, TRUE, trials = "tries")
case("offset", pupils, "passed ~ w + sex", 0.01, 0.5, offset = "x")
case("no intercept", "datasets/mtcars.csv", cars, 0.01, 0.5, TRUE, intercept = FALSE)
case("factors", "datasets/mtcars.csv", cars, 0.02, 0.5, TRUE, factor = list(mpg = 0, wt = 2, hp = 0.5))
case("bounds", "datasets/mtcars.csv", cars, 0.005, 0.5, TRUE, bounds = list(mpg = c(-Inf, 0.05), wt = c(0, Inf), drat = c(-0.1, 0.1)))
case("bounds, ridge", "datasets/mtcars.csv", cars, 0.01, 0, FALSE, bounds = list(qsec = c(0, 0.2), drat = c(-0.1, 0)))
case("factors and bounds, classes", "datasets/iris.csv", "species ~ sepal_length + sepal_width + petal_length + petal_width", 0.01, 0.5, TRUE,
     factor = list(sepal_length = 2, petal_width = 0.5), bounds = list(petal_length = c(-1, 0.8), sepal_width = c(-0.5, Inf)))
case("strong", vaso, "constricted ~ volume + rate", 10, 1)
