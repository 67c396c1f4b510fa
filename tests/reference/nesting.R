# Which models of pupils are nested in which, by the ranks of their columns, with the likelihood-ratio test: nesting.txt.
#     Rscript tests/reference/nesting.R > tests/reference/nesting.txt
# First the formulas, by number; then for each pair of models, the smaller first, whether it is nested and, where it is, the statistic and its degrees of
# freedom. "same": each is nested in the other.
library(splines)
data <- read.csv("tests/reference/data/pupils.csv", stringsAsFactors = TRUE)
formulas <- c("1", "w", "I(10*w+3)", "poly(w,2)", "w+I(w^2)", "I(w^2)", "ns(w,df=3)", "bs(w,df=4)", "poly(w,3)+grade", "grade", "C(grade,sum)",
              "C(grade,helmert)*w", "grade-1", "grade:w", "n", "C(n)", "C(n)+w", "log(w+1)+x", "I(log2(w+1)-x)", "poly(log(w+1),2)+poly(x,2)", "offset(w/50)",
              "w+offset(w/50)", "n+offset(w/50)", "year+n", "I(year+n)+w", "year*n", "C(n)*year", "floor(n/2)", "abs(w-1)", "abs(w-20)+w",
              "poly(year,3)", "I(year^2)+year", "sex*grade", "sex:grade", "sex:grade-1")
cat(sprintf("formula passed~%s\n", formulas), sep = "")
tight <- glm.control(epsilon = 1e-9, maxit = 100) # glm takes its limit for aliased columns from it: 1e-12 here
fits <- lapply(formulas, function(f) glm(as.formula(paste("passed ~", gsub("C\\((n|year)\\)", "factor(\\1)", f))), binomial, data, control = tight))
rank <- function(X) qr(X, tol = 1e-9)$rank
offset_of <- function(fit) if (is.null(fit$offset)) rep(0, nrow(data)) else fit$offset
for (i in seq_along(fits)) for (j in seq_along(fits)) {
  a <- fits[[i]]; b <- fits[[j]]
  if (i == j || a$rank > b$rank || (a$rank == b$rank && i > j)) next
  X <- model.matrix(b)
  nested <- rank(cbind(X, model.matrix(a), offset_of(a) - offset_of(b))) == rank(X)
  word <- if (!nested) "no" else if (a$rank == b$rank) "same" else "yes"
  cat(sprintf("%d %d %s", i - 1, j - 1, word))
  if (word == "yes") cat(sprintf(" %.12g %d", max(a$deviance - b$deviance, 0), b$rank - a$rank))
  cat("\n")
}
