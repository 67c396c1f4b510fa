# Writes roc_band.h: bands of ROC curves, point by point, of pROC's data set aSAH (GPL-3; Turck & al., Intensive Care Med. 36, 2010) and of rows with many ties. Each row counts
# by itself: what it gives to the height at a rate is written out, and variances are R's var(). Where the derivative is known, on
# the straight pieces of a curve with ties, the integrals of these parts over all rates must be what pROC's DeLong variance is made of, or nothing is written.
# Beside them stand pROC's own intervals at nine rates by 5000 resamples of both classes (ci.se), which no formula is behind.
#
#     LC_ALL=C Rscript tests/reference/roc_band.R > tests/reference/roc_band.h && clang-format -i tests/reference/roc_band.h
suppressPackageStartupMessages(library(pROC))

wilson <- function(share, size, z) {
  middle <- (share + z^2 / size / 2) / (1 + z^2 / size)
  half <- z / (1 + z^2 / size) * sqrt(share * (1 - share) / size + z^2 / size^2 / 4)
  c(if (share == 0) 0 else middle - half, if (share == 1) 1 else middle + half)
}

# What each score counts above the threshold that lies `part` of the way from step k to k + 1 of the falling thresholds: 0 is before all.
above <- function(score, cut, k, part) {
  out <- if (k == 0) rep(0, length(score)) else as.numeric(score >= cut[k])
  if (k < length(cut)) out[score == cut[k + 1]] <- part
  out
}

# The curve's height at a rate, where it rises straight up of its lower or its upper end.
height <- function(fpr, tpr, rate, end) {
  if (any(fpr == rate)) return(end(tpr[fpr == rate]))
  k <- max(which(fpr < rate))
  tpr[k] + (rate - fpr[k]) / (fpr[k + 1] - fpr[k]) * (tpr[k + 1] - tpr[k])
}

limits <- function(events, others, k, part, level) {
  cut <- sort(unique(c(events, others)), decreasing = TRUE)
  tpr <- c(0, sapply(cut, function(c) mean(events >= c)))
  fpr <- c(0, sapply(cut, function(c) mean(others >= c)))
  v <- above(events, cut, k, part)
  w <- above(others, cut, k, part)
  z <- qnorm((1 + level) / 2)
  size <- function(u) if (var(u) > 0) mean(u) * (1 - mean(u)) / (var(u) / length(u)) else length(u) - 1
  r <- wilson(mean(v), size(v), z)
  t <- wilson(mean(w), size(w), z)
  lower <- height(fpr, tpr, t[1], min)
  upper <- height(fpr, tpr, t[2], max)
  c(max(0, mean(v) - sqrt((mean(v) - r[1])^2 + (mean(v) - lower)^2)),
    min(1, mean(v) + sqrt((r[2] - mean(v))^2 + (upper - mean(v))^2)))
}

# Placements are the integrals over t of what rows count: of events directly, of others by the curve's slope.
check <- function(events, others) {
  cut <- sort(unique(c(events, others)), decreasing = TRUE)
  V <- 0 * events
  W <- 0 * others
  for (k in seq_along(cut) - 1) {
    if (!any(others == cut[k + 1]) || !any(events == cut[k + 1])) next
    V <- V + (above(events, cut, k, 0) + above(events, cut, k, 1)) / 2 * mean(others == cut[k + 1])
    W <- W + (above(others, cut, k, 0) + above(others, cut, k, 1)) / 2 * mean(events == cut[k + 1])
  }
  ours <- var(V) / length(V) + var(W) / length(W)
  one <- roc(rep(0:1, c(length(others), length(events))), c(others, events), levels = 0:1, direction = "<")
  stopifnot(abs(ours / var(one, method = "delong") - 1) < 1e-9)
}

array <- function(name, values) {
  cat(sprintf("static const double %s[] = {%s};\n", name, paste(sprintf("%.17g", values), collapse = ", ")))
}

rows <- c()
case <- function(name, y, score, level) {
  events <- score[y == 1]
  others <- score[y == 0]
  cut <- sort(unique(score), decreasing = TRUE)
  array(paste0(name, "_fpr"), c(0, sapply(cut, function(c) mean(others >= c))))
  array(paste0(name, "_tpr"), c(0, sapply(cut, function(c) mean(events >= c))))
  for (part in c(0, 0.3)) {
    both <- sapply(seq_along(cut) - 1, function(k) limits(events, others, k, part, level))
    array(sprintf("%s_low%g", name, 10 * part), both[1, ])
    array(sprintf("%s_high%g", name, 10 * part), both[2, ])
  }
  one <- roc(y, score, levels = 0:1, direction = "<")
  resampled <- ci.se(one, specificities = 1 - (1:9) / 10, conf.level = level, boot.n = 5000, progress = "none")
  array(paste0(name, "_resampled"), c(t(resampled[, c(1, 3)])))
  rows <<- c(rows, sprintf("{\"%s\", %d, %d, %d, %g, %s_fpr, %s_tpr, {%s_low0, %s_low3}, {%s_high0, %s_high3}, %s_resampled},",
    name, length(cut) + 1, length(others), length(events), level, name, name, name, name, name, name, name))
}

cat("/* Written by roc_band.R. */\n\n")
data(aSAH)
poor <- as.numeric(aSAH$outcome == "Poor")
set.seed(7)
case("s100b", poor, aSAH$s100b, 0.95)
case("wfns", poor, as.numeric(aSAH$wfns), 0.95)
x <- sample(1:6, 400, replace = TRUE)
y <- rbinom(400, 1, plogis(x - 3.5))
check(x[y == 1], x[y == 0])
case("six", y, x, 0.8)
cat("
static const struct {
    const char *name;
    size_t n;
    double others, events, level;
    const double *fpr, *tpr, *low[2], *high[2], *resampled;
} roc_band_cases[] = {\n")
cat(rows, sep = "\n")
cat("};\n")
