# Generalised variance inflation factors by residuals of lm alone: Rscript tests/reference/vif.R >tests/reference/vif.txt
#
# Of a set S of columns of the design, with R the others: the product over the columns of S of the residual sum of squares
# on the columns of S before it, over that on those and R. For one column that is 1/(1 - R^2). A column of the file has
# those columns of the design that it helps to make.
cases <- list(
  list("wdbc", "diagnosis ~ .", NULL),
  list("mtcars", "am ~ .", NULL),
  list("mtcars", "am ~ wt + hp + C(gear) + C(cyl)", NULL),
  list("mtcars", "am ~ wt + qsec + I(wt + disp/1000000)", NULL),
  list("vaso", "constricted ~ volume + rate + I(volume^2)", NULL),
  list("vaso", "constricted ~ volume + rate - 1", NULL),
  list("titanic", "survived ~ class + sex + age", NULL),
  list("titanic", "survived ~ class*sex", NULL),
  list("ucb", "admitted ~ gender + dept", "count"))

rest <- function(y, X, w) sum(w * lm.wfit(X, y, w, tol = 1e-12)$residuals^2)

for (case in cases) {
  data <- read.csv(file.path("datasets", paste0(case[[1]], ".csv")), stringsAsFactors = TRUE)
  f <- as.formula(gsub("C\\(", "factor(", case[[2]]))
  if (case[[2]] == "am ~ wt + qsec + I(wt + disp/1000000)") f <- am ~ wt + qsec + I(wt + disp/1e6)
  t <- terms(f, data = data)
  X <- model.matrix(t, data)
  w <- if (is.null(case[[3]])) rep(1, nrow(X)) else data[[case[[3]]]]
  one <- if (attr(t, "intercept")) X[, 1, drop = FALSE] else X[, 0]
  Z <- if (attr(t, "intercept")) X[, -1, drop = FALSE] else X
  term <- attr(X, "assign")
  term <- term[term > 0]
  makes <- lapply(attr(t, "term.labels"), function(l) all.vars(parse(text = l)))
  cat("case ", case[[1]], "\nformula ", case[[2]], "\nweights ", case[[3]], "\n", sep = "")
  for (name in unique(unlist(makes))) {
    mine <- sapply(term, function(k) name %in% makes[[k]])
    S <- Z[, mine, drop = FALSE]
    log_gvif <- 0
    for (k in seq_len(ncol(S))) {
      before <- cbind(one, S[, seq_len(k - 1), drop = FALSE])
      log_gvif <- log_gvif + log(rest(S[, k], before, w)) -
        log(rest(S[, k], cbind(before, Z[, !mine, drop = FALSE]), w))
    }
    cat("vif", name, ncol(S), format(exp(log_gvif), digits = 12), "\n")
  }
  cat("\n")
}
