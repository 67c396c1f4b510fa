# Cross-validation of paths by measures other than the deviance, by cv.glmnet of glmnet 4.1-6 on the folds of a column.
#
#     LC_ALL=C Rscript tests/reference/path_measures.R > tests/reference/path_measures.txt       (in the root of the project)
#
# Lines of a case:
#     case NAME               then target, penalty, l1_ratio, measure
#     lambda I VALUE          and value, error by the place I of lambda, in the units of the project: accuracy is 1 - class; of two classes brier and mae are
#                             half of glmnet's mse and mae, which add up both
#     best I, best_1se I
suppressMessages(library(glmnet))
number <- function(x) sprintf("%.15g", x)
glmnet.control(epsnr = 1e-12)
d <- read.csv("tests/reference/data/path.csv")
X <- as.matrix(d[paste0("x", 1:8)])

case <- function(target, alpha, measure) {
    type <- c(accuracy = "class", brier = "mse", mae = "mae", auc = "auc")[[measure]]
    y <- factor(d[[target]])
    two <- nlevels(y) == 2
    family <- if (two) "binomial" else "multinomial"
    whole <- glmnet(X, y, family = family, alpha = alpha, nlambda = 20, thresh = 1e-18, maxit = 1e7)
    g <- cv.glmnet(X, y, family = family, alpha = alpha, lambda = whole$lambda, foldid = d$g, type.measure = type,
                   thresh = 1e-18, maxit = 1e7)
    scale <- if (two && measure %in% c("brier", "mae")) 0.5 else 1
    value <- if (measure == "accuracy") 1 - g$cvm else scale * g$cvm
    cat("case ", target, " by ", measure, "\ntarget ", target, "\npenalty ", if (alpha == 1) "l1" else "elasticnet", "\nl1_ratio ", alpha,
        "\nmeasure ", measure, "\n", sep = "")
    for (i in seq_along(g$lambda))
        cat("lambda", i - 1, number(g$lambda[i]), "\nvalue", i - 1, number(value[i]), "\nerror", i - 1, number(scale * g$cvsd[i]), "\n")
    cat("best", which(g$lambda == g$lambda.min) - 1, "\nbest_1se", which(g$lambda == g$lambda.1se) - 1, "\n\n")
}

for (measure in c("accuracy", "brier", "mae", "auc")) case("y", 1, measure)
for (measure in c("accuracy", "brier", "mae")) case("z", 0.7, measure)
