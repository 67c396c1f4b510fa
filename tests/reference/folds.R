# Cross-validation on the folds of folds.txt, by cv.glmnet of glmnet 4.1-6 with foldid, repeat by repeat.
#
#     LC_ALL=C Rscript tests/reference/folds.R > tests/reference/folds_glmnet.txt       (in the root of the project)
#
# Lines of a case: case NAME, then by the place I of each lambda
#     strength I VALUE MEAN ERROR       lambda; mean loss on rows held out, half of cvm, and half of cvsd, both averaged over the repeats
#     explained I VALUE                 share of the null deviance of all rows
#     best I, best_1se I                lambda.min and lambda.1se, where there is one repeat
suppressMessages(library(glmnet))
number <- function(x) sprintf("%.15g", x)
d <- read.csv("tests/reference/data/path.csv")
X <- as.matrix(d[paste0("x", 1:8)])

for (block in strsplit(paste(readLines("tests/reference/folds.txt"), collapse = "\n"), "\n\n")[[1]]) {
    lines <- strsplit(block, "\n")[[1]]
    of <- function(key) sub(paste0(key, " "), "", grep(paste0("^", key, " "), lines, value = TRUE))
    y <- factor(d[[of("target")]])
    family <- if (nlevels(y) == 2) "binomial" else "multinomial"
    alpha <- as.numeric(of("l1_ratio"))
    text <- of("class_weight")
    weigh <- if (!length(text)) NULL else if (text == "balanced") length(y) / (nlevels(y) * table(y)) else sapply(strsplit(strsplit(text, ",")[[1]], "="), function(x) setNames(as.numeric(x[2]), x[1]))
    w <- if (is.null(weigh)) rep(1, length(y)) else as.numeric(weigh[as.character(y)])
    whole <- glmnet(X, y, w, family = family, alpha = alpha, nlambda = 12, lambda.min.ratio = if (alpha > 0) 0.01 else 1e-5, thresh = 1e-14)
    runs <- lapply(of("fold"), function(line) {
        cv.glmnet(X, y, w, family = family, alpha = alpha, lambda = whole$lambda, foldid = as.integer(strsplit(line, " ")[[1]]) + 1,
                  thresh = 1e-18, maxit = 1e7)
    })
    cat("case ", of("case"), "\n", sep = "")
    mean <- Reduce(`+`, lapply(runs, function(g) g$cvm)) / length(runs) / 2
    error <- Reduce(`+`, lapply(runs, function(g) g$cvsd)) / length(runs) / 2
    for (i in seq_along(mean)) cat("strength", i - 1, number(whole$lambda[i]), number(mean[i]), number(error[i]), "\n")
    for (i in seq_along(mean)) cat("explained", i - 1, number(runs[[1]]$glmnet.fit$dev.ratio[i]), "\n")
    if (length(runs) == 1)
        cat("best", which(whole$lambda == runs[[1]]$lambda.min) - 1, "\nbest_1se", which(whole$lambda == runs[[1]]$lambda.1se) - 1, "\n")
    cat("\n")
}
