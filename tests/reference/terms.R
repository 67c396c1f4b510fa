# Design matrices of random formulas, as R's model.frame and model.matrix with treatment contrasts make them.
#
#     LC_ALL=C Rscript tests/reference/terms.R > tests/reference/terms.txt
#
# Lines of the output:
#     number NAME VALUE..      a column of the data; NA is missing
#     category NAME LABEL..
#     model FORMULA            then its columns, in order:
#     column NAME CHECKSUM     the sum over the rows used of value times weight[row], an exact whole number
# weight[r] = 7^r mod 10007, r counted from 1 over all rows. Levels are given to R in brackets, so that its names of
# columns are those of this project: sex[male]:age. C(k)2 is rewritten to C(k)[2].
options(contrasts = c("contr.treatment", "contr.poly"), warn = 2)
set.seed(20)
rows <- 24

draw <- function(levels) {
    repeat {
        x <- sample(levels, rows, replace = TRUE)
        if (all(levels %in% x)) return(x)
    }
}
data <- data.frame(y = draw(0:1), a = draw(1:9), b = draw(-3:4), k = draw(c(1, 2, 10)),
                   s = draw(c("f", "m")), g = draw(c("u", "v", "w")), h = draw(c("p", "q", "r", "t")))
data$h[data$h == "t"][-(1:2)] <- "p"
data$b[data$h == "t"] <- NA # where b is used, h loses a level
data$s[3] <- NA
weight <- Reduce(function(w, r) (w * 7) %% 10007, 1:rows, 1, accumulate = TRUE)[-1]

for (name in names(data)) {
    kind <- if (is.character(data[[name]])) "category" else "number"
    writeLines(paste(c(kind, name, ifelse(is.na(data[[name]]), "NA", as.character(data[[name]]))), collapse = " "))
}
bracketed <- data
for (name in c("s", "g", "h"))
    bracketed[[name]] <- factor(ifelse(is.na(data[[name]]), NA, paste0("[", data[[name]], "]")))

record <- function(text) {
    terms <- terms(as.formula(gsub("C(", "factor(", text, fixed = TRUE)), data = bracketed)
    labels <- attr(terms, "term.labels")
    factors <- attr(terms, "factors")
    if (!length(labels) && !attr(terms, "intercept")) return(FALSE)
    frame <- model.frame(terms, bracketed, drop.unused.levels = TRUE)
    x <- model.matrix(terms, frame)
    if (ncol(x) > 60) return(FALSE)
    writeLines(paste("model", text))
    w <- weight[as.integer(rownames(x))]
    names <- gsub("factor\\(([a-z])\\)", "C(\\1)", gsub("factor\\(([ak])\\)([0-9]+)", "C(\\1)[\\2]", colnames(x)))
    writeLines(sprintf("column %s %.0f", names, colSums(x * w)))
    TRUE
}

expression <- function(vars, depth) {
    v <- sample(vars, 1)
    if (depth == 0 || runif(1) < 0.25) return(v)
    left <- expression(vars, depth - 1)
    right <- expression(vars, depth - 1)
    wrap <- function(e) if (grepl("[-+*:]", e)) paste0("(", e, ")") else e
    switch(sample(4, 1, prob = c(3, 3, 4, 1)),
           paste(left, "+", right),
           paste(wrap(left), "*", wrap(right)),
           paste0(wrap(left), ":", wrap(right)),
           paste(left, "-", wrap(right)))
}
sum_of_products <- function(vars) {
    product <- function(i) {
        v <- sample(vars, sample(min(3, length(vars)), 1))
        sign <- sample(c(":", ":", " * "), length(v), replace = TRUE)
        sub("( \\* |:)$", "", paste0(v, sign, collapse = ""))
    }
    paste(vapply(seq_len(sample(5, 1)), product, ""), collapse = sample(c(" + ", " + ", " - "), 1))
}
mixed <- function() {
    vars <- sample(c("a", "b", "C(k)", "s", "g", "h"), sample(1:4, 1))
    right <- if (runif(1) < 0.5) expression(vars, sample(1:3, 1)) else sum_of_products(vars)
    if (runif(1) < 0.2) right <- paste(right, "-", sample(vars, 1))
    paste("y ~", switch(sample(5, 1), right, right, paste(right, "- 1"), paste("0 +", right), paste(right, "+ 0")))
}


# nesting, powers, the dot, and constants within what is multiplied
nested <- function(vars, depth) {
    if (depth == 0 || runif(1) < 0.2) return(sample(c(vars, if (runif(1) < 0.05) "."), 1))
    left <- nested(vars, depth - 1)
    right <- nested(vars, depth - 1)
    wrap <- function(e) if (grepl("[-+*/:^]|in", e)) paste0("(", e, ")") else e
    # nothing but a constant, times something, is an error of this project
    some <- function(e) length(labels(terms(as.formula(paste("y ~", e)), data = bracketed))) > 0
    switch(sample(9, 1),
           paste(left, "+", right), paste(left, "-", wrap(right)), paste(wrap(left), "*", wrap(right)),
           paste0(wrap(left), ":", wrap(right)), paste0(wrap(left), "/", wrap(right)),
           paste(wrap(left), "%in%", wrap(right)), paste0(wrap(left), "^", sample(2:3, 1)),
           if (some(left)) paste(left, "- 1") else left, if (some(left)) paste("0 +", wrap(left)) else left)
}

# what random formulas may miss: precedence, the dot, unary signs, constants that change their minds, order of factors
fixed <- c("y ~ 1", "y ~ .", "y ~ . - a", "y ~ . - k - 1", "y ~ g:. - s", "y ~ h + . + g:a", "y ~ -1 + s", "y ~ +s", "y ~ 0 + 1 + s",
           "y ~ s - 1 + 1", "y ~ a - (h - 1)", "y ~ s - (g - 1)", "y ~ a*g:s", "y ~ g:s*a", "y ~ a:s:g - 1", "y ~ b:a + a",
           "y ~ s:a + a:s + a", "y ~ (a + s)*(g + a) - a:g", "y ~ a:g + s:g", "y ~ a:s + s:g - 1", "y ~ g:h:s", "y ~ C(a) + a",
           "y ~ C(g)*g", "y ~ a*b*s - a:b:s", "y ~ s*g*h - s:g", "y ~ (a + b + s + g):(s + h)", "y ~ s + C(s):a", "y ~ a:a",
           "y ~ g + g - g", "y ~ g - h", "y ~ -g", "y ~ (s)", "y ~ (b - b)*a", "y ~ b - b", "y ~ a*(b - b)", "y ~ (b - b):a", "y ~ (b - b)/a",
           "y ~ a/(b - b)", "y ~ (b - b)^2 + g", "y ~ a %in% (b - b)", "y ~ (b - 1)*a", "y ~ (0 + a)*g", "y ~ (g - 1):a", "y ~ a*(g - 1)*b",
           "y ~ (a + g + 0)^2", "y ~ . - b - s", "y ~ a - y", "y ~ . - y - a:y", "y ~ a + log(b + 9) - log(b + 9)", "y ~ a - (b - b)",
           "y ~ a + g - (a + g - g)", "y ~ a + (s - s)", "y ~ (a + b:g + k)^3", "y ~ g/s/a", "y ~ (g + a)/s", "y ~ a/g %in% s")
for (text in fixed) if (!record(text)) stop(text)
set.seed(23)
done <- character()
while (length(done) < 400) {
    text <- mixed()
    if (!(text %in% done) && record(text)) done <- c(done, text)
}
set.seed(29)
while (length(done) < 700) {
    text <- paste("y ~", nested(sample(c("a", "b", "C(k)", "s", "g", "h"), sample(2:5, 1)), sample(2:4, 1)))
    if (!(text %in% done) && record(text)) done <- c(done, text)
}
