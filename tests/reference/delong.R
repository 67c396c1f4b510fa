# Writes delong.h: pROC's test of two AUCs on the same rows, of its own data set aSAH (GPL-3; Turck & al., Intensive Care Med. 36, 2010), and of rows
# made at random with ties, whose weights are written out.
#
#     LC_ALL=C Rscript tests/reference/delong.R > tests/reference/delong.h && clang-format -i tests/reference/delong.h
suppressPackageStartupMessages(library(pROC))

array <- function(name, values) {
  cat(sprintf("static const double %s[] = {%s};\n", name, paste(sprintf("%.17g", values), collapse = ", ")))
}

rows <- c()
case <- function(name, y, a, b, w = rep(1, length(y))) {
  array(paste0(name, "_y"), y)
  array(paste0(name, "_a"), a)
  array(paste0(name, "_b"), b)
  array(paste0(name, "_w"), w)
  each <- rep(seq_along(y), w)
  one <- roc(y[each], a[each], levels = 0:1, direction = "<")
  two <- roc(y[each], b[each], levels = 0:1, direction = "<")
  test <- roc.test(one, two, method = "delong", paired = TRUE)
  error <- sqrt(c(var(one), var(two)))
  difference <- as.numeric(auc(one)) - as.numeric(auc(two))
  rows <<- c(rows, sprintf("    {\"%s\", %d, %s_y, %s_a, %s_b, %s_w, {%.17g, %.17g}, {%.17g, %.17g}, %.17g, %.17g, %.17g},",
    name, length(y), name, name, name, name, auc(one), auc(two), error[1], error[2],
    sqrt(error[1]^2 + error[2]^2 - 2 * cov(one, two)), test$statistic, test$p.value))
}

cat("/* Written by delong.R. */\n\n")
data(aSAH)
case("s100b_ndka", as.numeric(aSAH$outcome == "Poor"), aSAH$s100b, aSAH$ndka)
case("s100b_wfns", as.numeric(aSAH$outcome == "Poor"), aSAH$s100b, as.numeric(aSAH$wfns))
set.seed(11)
x <- rnorm(50)
y <- rbinom(50, 1, plogis(x))
case("tied", y, round(plogis(x), 1), round(plogis(0.5 * x + 0.5 * rnorm(50)), 1))
case("weighted", y, round(plogis(-x), 2), round(plogis(rnorm(50)), 2), rep(c(0, 1, 3, 2, 1), 10))

cat("
static const struct {
    const char *name;
    size_t n;
    const double *y, *a, *b, *w;
    double auc[2], std_error[2], difference_error, z, p;
} delong_cases[] = {\n")
cat(rows, sep = "\n")
cat("};\n")
