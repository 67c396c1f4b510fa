# Design matrices of formulas with expressions, bases and contrasts, as R's model.matrix makes them of the data that decide
# about the bases and, by makepredictcall, of new data; and coefficients of glm.
#
#     LC_ALL=C Rscript tests/reference/design.R > tests/reference/design.txt
#
# Lines of the output:
#     number NAME VALUE..  category NAME LABEL..    columns of the data; rows from the 41st on are new
#     model FORMULA            then its columns, in order:
#     column NAME OLD NEW      sums over the old and over the new rows of value times weight
#     fit FORMULA              then
#     coefficient NAME VALUE
# weight[r] = 2 (7^r mod 10007)/10007 - 1, r counted from 1 over the old, or over the new rows.
suppressMessages(library(splines))
options(contrasts = c("contr.treatment", "contr.poly"), digits = 17, warn = 1)
set.seed(31)
old <- 40; new <- 12; rows <- old + new
data <- data.frame(y = rep(c(0, 1, 1, 0, 1, 0, 0, 1), length.out = rows),
                   a = round(c(runif(old, 1, 9), seq(0.5, 11, length.out = new)), 2),
                   b = round(c(rnorm(old, -3, 5), seq(-20, 14, length.out = new)), 1),
                   t = round(c(runif(old, 1990, 2020), seq(1985, 2030, length.out = new))),
                   s = sample(c("f", "m"), rows, TRUE), g = sample(c("u", "v", "w"), rows, TRUE),
                   h = sample(c("p", "q", "r", "t", "z"), rows, TRUE))
weigh <- function(n) 2 * Reduce(function(w, r) (w * 7) %% 10007, 1:n, 1, accumulate = TRUE)[-1] / 10007 - 1
for (name in names(data))
    writeLines(paste(c(if (is.character(data[[name]])) "category" else "number", name, data[[name]]), collapse = " "))
for (name in c("s", "g", "h")) data[[name]] <- factor(paste0("[", data[[name]], "]"))
train <- data[1:old, ]
fresh <- data[old + 1:new, ]

# names of columns as this project has them
ours <- function(names) vapply(strsplit(names, ":", fixed = TRUE), function(pieces) {
    pieces <- sub("^((poly|bs|ns)\\(.*\\))([0-9]+)$", "\\1[\\3]", pieces)
    pieces <- sub("^((poly|bs|ns)\\(.*\\))$", "\\1[1]", pieces) # a basis of one column
    based <- regmatches(pieces, regexpr("base = .\\)[0-9]+$", pieces))
    if (length(based)) { # R numbers the levels
        level <- c("p", "q", "r", "t", "z")[as.integer(sub(".*\\)", "", based))]
        pieces <- sub("(base = .\\))[0-9]+$", paste0("\\1[", level, "]"), pieces)
    }
    pieces <- sub("^(C\\(.*\\))([0-9]+)$", "\\1[\\2]", pieces)
    pieces <- sub("^(C\\(.*\\))[.^]([LQC]|[0-9]+)$", "\\1[\\2]", pieces)
    pieces <- sub("I(a - b)", "a - b", sub("factor(h)", "C(h)", pieces, fixed = TRUE), fixed = TRUE)
    pieces <- sub("^ordered\\(h\\)[.^]([LQC]|[0-9]+)$", "C(h, poly)[\\1]", pieces)
    pieces <- sub("ordered(h)", "C(h, poly)", pieces, fixed = TRUE)
    paste(sub(", treatment, base", ", base", pieces, fixed = TRUE), collapse = ":")
}, "")
to_r <- function(text) gsub(", base", ", treatment, base", text, fixed = TRUE)

record <- function(text) {
    formula <- terms(as.formula(to_r(text)), data = train)
    if (!length(attr(formula, "term.labels"))) return(FALSE)
    frame <- model.frame(formula, train)
    x <- model.matrix(attr(frame, "terms"), frame)
    if (ncol(x) > 50) return(FALSE)
    seen <- .getXlevels(attr(frame, "terms"), frame)
    later <- suppressWarnings(model.frame(delete.response(attr(frame, "terms")), fresh,
                                          xlev = seen[grepl("^factor|^ordered", names(seen))]))
    z <- model.matrix(delete.response(attr(frame, "terms")), later)
    stopifnot(identical(colnames(x), colnames(z)))
    writeLines(paste("model", text))
    writeLines(sprintf("column %s %.16e %.16e", gsub(" ", "_", ours(colnames(x))), colSums(x * weigh(old)),
                       colSums(z * weigh(new))))
    TRUE
}

chosen <- c(
    "I(a^2)", "a + I(a^2) + I(a^3)", "log(a)", "log(a) + exp(b/10)", "sqrt(a):s", "abs(b)", "log2(a) + log10(a) + log1p(a)",
    "I(a * b)", "I((a + b)/2)", "I(-a^2)", "I(2^a)", "I(a/b)", "I(log(a) - 1)", "log(a^2 + 1)", "s * log(a)", "g:I(a^2) - 1",
    "poly(a, 1)", "poly(a, 2)", "poly(a, 5)", "poly(t, 3)", "poly(b, 4) + s", "poly(a, 2):g", "poly(a, 2) * g", "poly(a, 2):poly(b, 2)",
    "poly(log(a), 3)", "poly(a, 3) - 1", "poly(a, 2):s - 1", "s:poly(a, 2):g", "poly(a, 2) * b", "poly(a - b, 2)",
    "bs(a)", "bs(a, df = 5)", "bs(a, df = 6, degree = 2)", "bs(a, knots = c(3, 5, 7), degree = 1)", "bs(a, knots = 4, intercept = TRUE) - 1",
    "bs(t, df = 7)", "bs(a, df = 5, Boundary.knots = c(0, 12))", "bs(a, df = 6, Boundary.knots = c(2, 8))", "bs(a, df = 4) * s",
    "bs(log(a), df = 4):g", "bs(b, df = 8, degree = 5)", "ns(a)", "ns(a, df = 4)", "ns(a, knots = c(3, 6))", "ns(t, df = 5) + s",
    "ns(a, df = 3, intercept = TRUE) - 1", "ns(b, df = 4, Boundary.knots = c(-8, 4))", "ns(a, df = 3):s", "ns(a, df = 2) * ns(b, df = 2)",
    "C(g, sum)", "C(h, helmert)", "C(h, poly)", "C(h, sum) * s", "C(g, sum):C(h, poly)", "C(h, base = 3)", "C(h, base = 3) * a",
    "C(h, helmert):a", "C(g, sum) - 1", "C(g, helmert):s - 1", "C(h, poly):poly(a, 2) - 1", "(s + g + log(a))^2", "s/log(a)", "g/(a + s)",
    "poly(I(a - b), 2)", "poly(a, 3, raw = TRUE)", "poly(a, 2, raw = TRUE) * s", "scale(a)", "scale(log(a)) * g", "scale(b, scale = FALSE):s - 1",
    "factor(h)", "factor(h) * a", "ordered(h)", "ordered(h):s", "sin(a/2) + cos(a/2)", "tan(a/20) + tanh(b/5)", "floor(a) + ceiling(b)",
    "a + s^2", "(a + b)**2 - a", "a:a + s:s", "0 + a + s", "-1 + s", "a + -1",
    "log(a) %in% g", "offset(log(a)) + b", "a + offset(b/2) - 1",
    # df too small: R warns, and takes the least
    "bs(a, df = 2)", "bs(a, df = 1, degree = 2)", "bs(a, df = 2, intercept = TRUE) - 1", "ns(a, df = 1, intercept = TRUE) - 1",
    "bs(a, df = 1, Boundary.knots = c(2, 8)):s")
for (text in chosen) if (!record(paste("y ~", text))) stop(text)

pieces <- c("a", "b", "s", "g", "h", "log(a)", "I(b^2)", "sqrt(a)", "poly(a, 2)", "poly(b, 3)", "poly(t, 2)", "bs(a, df = 4)",
            "bs(b, knots = 0, degree = 2)", "ns(a, df = 3)", "ns(t, df = 2)", "C(g, sum)", "C(h, helmert)", "C(h, poly)", "C(g, helmert)")
wrap <- function(e) if (grepl("^[A-Za-z0-9]+$|^[A-Za-z0-9]+\\([^()]*\\)$", e)) e else paste0("(", e, ")")
nested <- function(vars, depth) {
    v <- sample(vars, 1)
    if (depth == 0 || runif(1) < 0.3) return(v)
    left <- nested(vars, depth - 1)
    right <- nested(vars, depth - 1)
    switch(sample(5, 1, prob = c(4, 3, 3, 1, 1)), paste(left, "+", right), paste(wrap(left), "*", wrap(right)),
           paste0(wrap(left), ":", wrap(right)), paste0(wrap(left), "/", wrap(right)),
           paste0("(", left, " + ", right, ")^2"))
}
done <- character()
while (length(done) < 500) {
    vars <- sample(pieces, sample(2:4, 1))
    text <- paste("y ~", nested(vars, sample(1:3, 1)), sample(c("", "", "- 1"), 1))
    text <- sub(" +$", "", text)
    frame <- suppressWarnings(model.frame(as.formula(to_r(text)), train))
    if (text %in% done || ncol(model.matrix(attr(frame, "terms"), frame)) > 14) next
    if (record(text)) done <- c(done, text)
}

# differences, nesting, powers, the dot and constants within what is multiplied
set.seed(37)
pieces <- c(pieces, "t", "I(a*b)", "I(a^2/10 - b)", "poly(a, 2, raw = TRUE)", "bs(b, df = 2)", "C(s, sum)", "factor(h)", "scale(b)",
            "exp(b/10)", "poly(log(a), 2)", "poly(I(a - b), 2)", ".")
hostile <- function(vars, depth) {
    v <- sample(vars, 1)
    if (depth == 0 || runif(1) < 0.25) return(v)
    l <- hostile(vars, depth - 1)
    r <- hostile(vars, depth - 1)
    switch(sample(11, 1), paste(l, "+", r), paste(l, "-", wrap(r)), paste(wrap(l), "*", wrap(r)), paste0(wrap(l), ":", wrap(r)),
           paste0(wrap(l), "/", wrap(r)), paste(wrap(l), "%in%", wrap(r)), paste0(wrap(l), "^2"), paste0("(", l, " + ", r, ")^2"),
           paste0("(", l, " - ", wrap(r), ")^3"), paste0("(", v, " - 1)"), paste0("(0 + ", v, ")"))
}
while (length(done) < 600) {
    text <- paste("y ~", hostile(sample(pieces, sample(2:5, 1)), sample(2:4, 1)),
                  sample(c("", "", "- 1", "+ 0", "- g", "+ offset(log(a))", "- a:b"), 1))
    text <- sub(" +$", "", text)
    if (nchar(text) > 200 || text %in% done || length(labels(terms(as.formula(text), data = train))) > 12) next
    frame <- suppressWarnings(model.frame(terms(as.formula(text), data = train), train))
    if (ncol(model.matrix(attr(frame, "terms"), frame)) > 16) next
    if (suppressWarnings(record(text))) done <- c(done, text)
}

for (text in c("y ~ poly(a, 2) + s", "y ~ bs(a, df = 4)", "y ~ ns(a, df = 3) + g", "y ~ poly(t, 2) * s", "y ~ C(g, sum) + log(a)",
               "y ~ C(h, poly) + I(b^2)", "y ~ a + offset(log(a) + b/10)", "y ~ ns(log(a), df = 2):s")) {
    fit <- glm(as.formula(text), binomial, train, control = list(epsilon = 1e-15, maxit = 100))
    writeLines(paste("fit", text))
    writeLines(sprintf("coefficient %s %.16e", gsub(" ", "_", ours(names(coef(fit)))), coef(fit)))
}
