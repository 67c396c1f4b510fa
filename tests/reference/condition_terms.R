# Design matrices of formulas with conditions, as R's model.frame and model.matrix make them where values are missing.
#
#     LC_ALL=C Rscript tests/reference/condition_terms.R > tests/reference/condition_terms.txt
#
# Lines of the output:
#     number NAME VALUE..      a column of the data; NA is missing
#     category NAME LABEL..
#     model FORMULA            then the rows that are used, by their numbers from 1, and its columns, in order:
#     rows NUMBER..
#     column CHECKSUM          the sum over the rows used of value times weight[row], an exact whole number
# weight[r] = 7^r mod 10007, r counted from 1 over all rows.
options(contrasts = c("contr.treatment", "contr.poly"), warn = 2)
set.seed(31)
rows <- 48
data <- data.frame(y = sample(0:1, rows, TRUE), a = sample(1:9, rows, TRUE), b = sample(-3:4, rows, TRUE),
                   c = sample(1:5, rows, TRUE), s = sample(c("f", "m"), rows, TRUE),
                   g = sample(c("u", "v", "w"), rows, TRUE), k = sample(c("1", "2", "10"), rows, TRUE))
for (name in c("a", "b", "s", "g")) data[[name]][sample(rows, 7)] <- NA
weight <- Reduce(function(w, r) (w * 7) %% 10007, 1:rows, 1, accumulate = TRUE)[-1]
for (name in names(data)) {
    kind <- if (is.character(data[[name]])) "category" else "number"
    writeLines(paste(c(kind, name, ifelse(is.na(data[[name]]), "NA", as.character(data[[name]]))), collapse = " "))
}
formulas <- c(
    'y ~ I(a > 5)', 'y ~ I(a >= b)', 'y ~ I(s == "m")', 'y ~ I(g != "u")', 'y ~ I(!(a > 5))', 'y ~ I(is.na(a))',
    'y ~ I(!is.na(g)) + I(is.na(s))', 'y ~ I(s == "m" & a < 5)', 'y ~ I(s == "m" | a < 5)', 'y ~ I(a > 2 & b > 0 | is.na(b))',
    'y ~ I(!(a > 2 & b > 0))', 'y ~ I(is.na(a) & is.na(b) | c > 2)', 'y ~ I(a > 5) + a', 'y ~ I(is.na(a)) + b:s + I(b > 0)',
    'y ~ I(a > 5 | b > 1) + b', 'y ~ I(a > 5):b', 'y ~ I(a > 5)*b', 'y ~ I(a > 5)*s', 'y ~ I(a > 5):s - 1', 'y ~ I(a > 5)*I(b > 0)',
    'y ~ 0 + I(a > 5) + I(is.na(g))', 'y ~ I(is.na(g)):c - 1', 'y ~ c + I(is.na(g)):c', 'y ~ I((a > 5) * b)', 'y ~ I((a > 5) + (b > 0) * c)',
    'y ~ I(is.na(a) * c)', 'y ~ I(c^2 > 5 & a/2 < 4)', 'y ~ g*I(b > 0 | s == "f")*c', 'y ~ I(a > 5) - I(is.na(g))',
    'y ~ s:I(c > 2) + s', 'y ~ I(a > 2 & is.na(s)) + I(a > 2 | is.na(s)) - 1', 'y ~ (I(a > 5) + s + c)^2',
    'y ~ I(a > 5 | b > 1) - b')
for (text in formulas) {
    frame <- model.frame(as.formula(text), data)
    x <- model.matrix(terms(frame), frame)
    used <- as.integer(rownames(x))
    writeLines(c(paste("model", text), paste(c("rows", used), collapse = " "),
                 sprintf("column %.0f", colSums(x * weight[used]))))
}
