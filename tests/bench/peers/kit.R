# What glmnet and rms take for a task of kit.py, one thread: kit.R FILE TASK [SETTING]... Prints processor seconds of the task alone, the data being in memory, and its numbers where it has any that kit.py compares.
suppressMessages(library(glmnet))
asked <- commandArgs(TRUE)
setting <- function(i) as.numeric(asked[i + 2])
rows <- as.matrix(data.table::fread(asked[1], nThread = 1))
y <- rows[, ncol(rows)]
x <- rows[, grepl("^x", colnames(rows))]
family <- if (length(unique(y)) > 2) "multinomial" else "binomial"
n <- nrow(x)
set.seed(1)
numbers <- NULL
down_to <- function(lambda) lambda * 2^(4:0)
cv <- function(x, y, alpha, thresh, folds, ...)
  cv.glmnet(x, y, family = family, alpha = alpha, thresh = thresh, nfolds = folds, ...)

tasks <- list(
  fit = function() {
    how <- c(asked[6], "")[1 + is.na(asked[6])]
    f <- glmnet(x, y, family = family, alpha = setting(1), lambda = down_to(setting(2)), thresh = setting(3), standardize = how == "standardize",
                lower.limits = if (how == "bounds") 0 else -Inf,
                penalty.factor = if (how == "factors") rep(c(0, 2), each = ncol(x) / 2) else rep(1, ncol(x)))
    numbers <<- as.vector(f$beta[, 5])
  },
  cv = function() cv(x, y, setting(1), setting(2), if (is.na(setting(3))) 10 else setting(3)),
  weighed = function() cv(x, y, 1, setting(1), 10, weights = as.numeric((n / (2 * table(y)))[as.character(y)])),
  groups = function() {
    of <- sample(rep(1:10, length.out = 100))
    cv(x, y, 1, setting(1), 10, foldid = of[rows[, "site"]])
  },
  own = function() numbers <<- as.vector(coef(cv(x, y, 1, setting(1), 10, foldid = rows[, "fold"]), s = "lambda.min"))[-1],
  repeats = function() for (r in seq_len(setting(2))) cv(x, y, 1, setting(1), 10),
  formulas = function() {
    fold <- sample(rep(1:10, length.out = n))
    for (columns in c(5, 10, 15, 20)) cv(x[, seq_len(columns)], y, 1, setting(1), 10, foldid = fold)
  },
  grid = function() {
    fold <- sample(rep(1:5, length.out = n))
    for (alpha in c(0.2, 0.5, 0.8)) cv(x, y, alpha, setting(1), 5, nlambda = 20, foldid = fold)
  },
  nested = function() {
    fold <- sample(rep(seq_len(setting(1)), length.out = n))
    cv(x, y, 1, setting(2), 10)
    for (k in seq_len(setting(1))) {
      g <- cv(x[fold != k, ], y[fold != k], 1, setting(2), 10)
      predict(g, x[fold == k, ], s = "lambda.min", type = "response")
    }
  },
  bootstrap = function() for (b in seq_len(setting(3))) {
    i <- sample(n, replace = TRUE)
    glmnet(x[i, ], y[i], family = family, alpha = setting(1), lambda = down_to(setting(2)), standardize = FALSE)
  },
  `path bootstrap` = function() {
    cv(x, y, 1, setting(2), 10)
    for (b in seq_len(setting(1))) {
      i <- sample(n, replace = TRUE)
      cv(x[i, ], y[i], 1, setting(2), 10)
    }
  },
  optimism = function() {
    suppressMessages(library(rms))
    d <<- data.frame(x, y = y)
    f <- lrm(reformulate(colnames(x), "y"), data = d, x = TRUE, y = TRUE)
    capture.output(validate(f, B = setting(1)))
  }
)
took <- system.time(invisible(tasks[[asked[2]]]()))
cat(sprintf('{"seconds": %.3f, "numbers": [%s]}\n', took[["user.self"]] + took[["sys.self"]], paste(sprintf("%.15g", numbers), collapse = ", ")))
