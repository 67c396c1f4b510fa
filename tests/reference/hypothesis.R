# Tests of linear hypotheses C beta = v, by R 4.2.
#
#     LC_ALL=C Rscript tests/reference/hypothesis.R > tests/reference/hypothesis.txt      (in the root of the project)
#
# Wald's statistics are those of car::linearHypothesis, or of survey::regTermTest where v is 0 in samples (else c' inv(V) c / df). The maximum under the constraint
# is found on the null space of C: beta = b + N g, with X b in the offset, by glm (two classes), by Newton's method on the exact
# Hessian (more classes) or by clogit (matched sets), iterated until nothing changes; the score test is g' inv(H) g of the whole model there. Lines of a case:
#     case NAME           then file, formula, hypothesis, and where there are any weights, trials, offset, strata, sampling, vcov
#     estimate VALUE      of the first equation's left side, and std_error VALUE
#     df VALUE
#     wald VALUE          chi-squared; F where there is sampling, with f_df VALUE
#     lr VALUE, score VALUE   where there are any
# Where classes are separated the largest likelihood is that of the rows which separation leaves open, known for these data; and so, for some hypotheses, is the
# largest one under them.
suppressMessages({ library(car); library(survey); library(survival); library(sandwich) })
tight <- glm.control(epsilon = 1e-16, maxit = 200)
number <- function(x) sprintf("%.15g", x)

null_space <- function(C) {
    Q <- qr.Q(qr(t(C)), complete = TRUE)
    Q[, -seq_len(nrow(C)), drop = FALSE]
}

# Newton's method for K - 1 predictors, by columns of X, y in 0 .. K - 1; beta class by class.
look <- function(beta, X, y, w, offset, k) {
    p <- ncol(X)
    E <- exp(cbind(0, X %*% matrix(beta, p) + offset))
    P <- E / rowSums(E)
    g <- as.vector(t(X) %*% (w * (outer(y, seq_len(k), "==") - P[, -1, drop = FALSE])))
    H <- matrix(0, p * k, p * k)
    for (a in seq_len(k)) for (b in seq_len(k)) {
        u <- w * (P[, a + 1] * (a == b) - P[, a + 1] * P[, b + 1])
        H[(a - 1) * p + seq_len(p), (b - 1) * p + seq_len(p)] <- t(X) %*% (X * u)
    }
    list(value = sum(w * log(P[cbind(seq_along(y), y + 1)])), g = g, H = H)
}

newton <- function(N, b, ...) {
    g <- rep(0, ncol(N))
    at <- look(b + N %*% g, ...)
    for (i in if (ncol(N)) 1:200) {
        step <- solve(t(N) %*% at$H %*% N, t(N) %*% at$g)
        repeat {
            there <- look(b + N %*% (g + step), ...)
            if (is.finite(there$value) && there$value >= at$value - 1e-9) break
            step <- step / 2
        }
        g <- g + step
        at <- there
        if (max(abs(step)) < 1e-14) break
    }
    at$beta <- drop(b + N %*% g)
    at
}

say <- function(...) writeLines(paste(...))
head_of <- function(name, file, formula, hypothesis, ...) {
    say("case", name)
    say("file", file)
    say("formula", formula)
    say("hypothesis", hypothesis)
    more <- list(...)
    for (key in names(more)) if (!is.null(more[[key]])) say(key, more[[key]])
}
estimates <- function(C, beta, V) {
    say("estimate", number(sum(C[1, ] * beta)))
    say("std_error", number(sqrt(drop(C[1, ] %*% V %*% C[1, ]))))
    say("df", nrow(C))
}
wald <- function(C, v, beta, V) {
    d <- C %*% beta - v
    drop(t(d) %*% solve(C %*% V %*% t(C), d))
}

# Two classes or more; C given as a list of rows by R's names of coefficients, with CLASS:name for more classes.
fitted_case <- function(name, file, formula, hypothesis, rows, v = rep(0, length(rows)), weights = NULL, trials = NULL, offset = NULL, vcov = NULL) {
    data <- read.csv(file, stringsAsFactors = TRUE)
    f <- as.formula(formula)
    X <- model.matrix(f, data)
    y <- data[[all.vars(f)[1]]]
    w <- if (is.null(weights)) rep(1, nrow(X)) else data[[weights]]
    o <- if (is.null(offset)) rep(0, nrow(X)) else data[[offset]]
    codes <- if (is.factor(y)) as.integer(y) - 1 else y
    if (!is.null(trials)) { # events and the others as rows of their own
        n <- data[[trials]]
        X <- rbind(X, X)
        w <- c(w * y, w * (n - y))
        o <- c(o, o)
        codes <- rep(1:0, each = length(y))
    }
    keep <- w > 0
    k <- max(codes)
    names <- if (k == 1) colnames(X) else as.vector(outer(colnames(X), levels(y)[-1], function(a, b) paste0(b, ":", a)))
    C <- t(sapply(rows, function(row) { r <- setNames(rep(0, length(names)), names); stopifnot(names(row) %in% names); r[names(row)] <- row; r }))
    X <- X[keep, , drop = FALSE]; codes <- codes[keep]; w <- w[keep]; o <- o[keep]
    top <- newton(diag(length(names)), rep(0, length(names)), X, codes, w, o, k)
    V <- solve(top$H)
    head_of(name, file, formula, hypothesis, weights = weights, trials = trials, offset = offset, vcov = vcov)
    if (!is.null(vcov)) {
        fit <- glm(f, binomial, data, control = tight)
        V <- if (startsWith(vcov, "cluster:")) vcovCL(fit, data[[sub("cluster:", "", vcov)]], type = "HC0") else vcovHC(fit, vcov)
        estimates(C, coef(fit), V)
        say("wald", number(linearHypothesis(fit, C, v, vcov. = V, test = "Chisq")$Chisq[2]))
        writeLines("")
        return(invisible())
    }
    b <- drop(t(C) %*% solve(C %*% t(C), v))
    N <- null_space(C)
    small <- newton(N, b, X, codes, w, o, k)
    if (k == 1 && is.null(trials) && is.null(weights)) { # what glm says of it
        by_glm <- suppressWarnings(glm.fit(X %*% N, codes, offset = o + drop(X %*% b), family = binomial(), control = tight, intercept = FALSE))
        stopifnot(abs(by_glm$deviance + 2 * small$value) < 1e-9 * abs(by_glm$deviance))
        fit <- if (is.null(offset)) glm(f, binomial, data, control = tight) else glm(f, binomial, cbind(data, o = data[[offset]]), offset = o, control = tight)
        chi <- linearHypothesis(fit, C, v, test = "Chisq")$Chisq[2]
        stopifnot(abs(chi - wald(C, v, top$beta, V)) < 1e-6 * chi)
    }
    estimates(C, top$beta, V)
    say("wald", number(wald(C, v, top$beta, V)))
    say("lr", number(2 * (top$value - small$value)))
    say("score", number(drop(t(small$g) %*% solve(small$H, small$g))))
    writeLines("")
}

matched_case <- function(name, file, formula, strata, hypothesis, rows, v = rep(0, length(rows))) {
    data <- read.csv(file)
    X <- model.matrix(as.formula(formula), data)[, -1]
    y <- data[[sub(" *~.*", "", formula)]]
    s <- data[[strata]]
    C <- t(sapply(rows, function(row) { r <- setNames(rep(0, ncol(X)), colnames(X)); r[names(row)] <- row; r }))
    fit <- function(X, o, start = rep(0, ncol(X)), steps = 100)
        suppressWarnings(coxph(Surv(rep(1, length(y)), y) ~ X + offset(o) + strata(s), method = "exact", init = start,
                               control = coxph.control(eps = 1e-15, toler.chol = 1e-16, iter.max = steps)))
    b <- drop(t(C) %*% solve(C %*% t(C), v))
    N <- null_space(C)
    top <- fit(X, 0 * y)
    top <- fit(X, 0 * y, coef(top), 10)
    beta <- b
    if (ncol(N)) {
        small <- fit(X %*% N, drop(X %*% b))
        beta <- drop(b + N %*% coef(fit(X %*% N, drop(X %*% b), coef(small), 10)))
    }
    small <- fit(X, 0 * y, beta, 0)
    head_of(name, file, formula, hypothesis, strata = strata)
    estimates(C, coef(top), vcov(top))
    say("wald", number(wald(C, v, coef(top), vcov(top))))
    say("lr", number(2 * (top$loglik[2] - small$loglik[1])))
    say("score", number(small$score))
    writeLines("")
}

sample_case <- function(name, formula, hypothesis, rows, v = rep(0, length(rows)), cluster, strata, term = NULL) {
    file <- "tests/reference/data/pupils.csv"
    data <- read.csv(file, stringsAsFactors = TRUE)
    data <- data[data$w > 0, ]
    one <- function(column) as.formula(paste("~", column))
    design <- svydesign(ids = one(cluster), strata = one(strata), weights = ~w, data = data, nest = TRUE)
    f <- as.formula(formula)
    start <- NULL
    for (i in 1:4) {
        assign("start", start, globalenv())
        fit <- suppressWarnings(svyglm(f, design, family = quasibinomial(), control = tight, start = start))
        start <- coef(fit)
    }
    C <- t(sapply(rows, function(row) { r <- setNames(rep(0, length(coef(fit))), names(coef(fit))); r[names(row)] <- row; r }))
    F <- wald(C, v, coef(fit), vcov(fit)) / nrow(C)
    if (!is.null(term)) stopifnot(abs(regTermTest(fit, term, df = fit$df.residual)$Ftest - F) < 1e-9 * F)
    head_of(name, file, formula, hypothesis, sampling = "w", survey_strata = strata, vcov = paste0("cluster:", cluster))
    estimates(C, coef(fit), vcov(fit))
    say("wald", number(F))
    say("f_df", fit$df.residual)
    writeLines("")
}

vaso <- function(...) fitted_case(..., file = "datasets/vaso.csv", formula = "constricted ~ log(volume) + log(rate)")
vaso("equal", hypothesis = "log(volume) = log(rate)", rows = list(c("log(volume)" = 1, "log(rate)" = -1)))
vaso("two values", hypothesis = "log(volume) = 5, log(rate) = 3", rows = list(c("log(volume)" = 1), c("log(rate)" = 1)), v = c(5, 3))
vaso("the intercept among them", hypothesis = "(Intercept) + log(volume)/2 = -1 + 0.5*log(rate)", v = -1,
     rows = list(c("(Intercept)" = 1, "log(volume)" = 0.5, "log(rate)" = -0.5)))
vaso("far away", hypothesis = "2*log(volume) - log(rate)/3 = 40", rows = list(c("log(volume)" = 2, "log(rate)" = -1 / 3)), v = 40)
fitted_case("a chain of levels", "datasets/titanic.csv", "survived ~ class + sex + age", "class[2nd] = class[3rd] = class[crew]",
            list(c(class2nd = 1, class3rd = -1), c(class3rd = 1, classcrew = -1)))
fitted_case("a product", "datasets/titanic.csv", "survived ~ class * sex", "class:sex",
            list(c("class2nd:sexmale" = 1), c("class3rd:sexmale" = 1), c("classcrew:sexmale" = 1)))
fitted_case("frequencies", "datasets/ucb.csv", "admitted ~ gender + dept", "gender[male] = 2*(dept[B] + dept[C])/3", weights = "count",
            list(c(gendermale = 1, deptB = -2 / 3, deptC = -2 / 3)))
fitted_case("trials", "datasets/menarche.csv", "menarche ~ age", "(Intercept) + 13*age = 0", list(c("(Intercept)" = 1, age = 13)), trials = "girls")
fitted_case("trials, frequencies, offset", "tests/reference/data/exposure.csv", "events ~ x", "x = 0.25, (Intercept) = 1 - 2*x", trials = "trials",
            weights = "times", offset = "log_dose", rows = list(c(x = 1), c("(Intercept)" = 1, x = 2)), v = c(0.25, 1))
fitted_case("without an intercept", "datasets/mtcars.csv", "am ~ wt + qsec - 1", "wt + qsec = -0.5", list(c(wt = 1, qsec = 1)), -0.5)
fitted_case("three classes, one equation for all", "datasets/iris.csv", "species ~ sepal_width", "sepal_width = -5",
            list(c("versicolor:sepal_width" = 1), c("virginica:sepal_width" = 1)), c(-5, -5))
fitted_case("three classes against each other", "datasets/iris.csv", "species ~ sepal_width",
            "versicolor:sepal_width = virginica:sepal_width", list(c("versicolor:sepal_width" = 1, "virginica:sepal_width" = -1)))
fitted_case("HC3", "datasets/titanic.csv", "survived ~ class + sex", "class[2nd] = class[3rd], class[crew] = -1", vcov = "HC3",
            list(c(class2nd = 1, class3rd = -1), c(classcrew = 1)), c(0, -1))
fitted_case("clusters", "tests/reference/data/pupils.csv", "passed ~ x + sex", "x = 2*sex[girl]", vcov = "cluster:school", list(c(x = 1, sexgirl = -2)))
sample_case("a term of a sample", "passed ~ x + sex + district", "district", cluster = "school", strata = "district", term = ~district,
            list(c(districtsouth = 1), c(districtwest = 1)))
sample_case("a value in a sample", "passed ~ x + sex", "x - sex[girl] = 0.25", cluster = "school", strata = "district", list(c(x = 1, sexgirl = -1)), 0.25)
matched_case("matched sets", "tests/reference/data/infert.csv", "case ~ spontaneous + induced", "stratum", "spontaneous = induced",
             list(c(spontaneous = 1, induced = -1)))
matched_case("matched sets, two values", "tests/reference/data/infert.csv", "case ~ spontaneous + induced", "stratum",
             "spontaneous = 1, spontaneous + induced = 3", list(c(spontaneous = 1), c(spontaneous = 1, induced = 1)), c(1, 3))

# model, small: how the limits without and with the constraint are fitted, list(formula, rows); small NULL: it has a maximum, and a score test. left: what in the former
# is the first left side, or NULL where that is infinite.
limit_case <- function(name, file, formula, hypothesis, model, small = NULL, rows = NULL, v = NULL, left = NULL, df = 1) {
    data <- read.csv(file, stringsAsFactors = TRUE)
    fit <- function(how) glm(as.formula(how$formula), binomial, data[how$rows(data), ], control = tight)
    top <- fit(model)
    head_of(name, file, formula, hypothesis)
    if (!is.null(left)) {
        say("estimate", number(coef(top)[left]))
        say("std_error", number(sqrt(vcov(top)[left, left])))
        say("wald", number(coef(top)[left]^2 / vcov(top)[left, left]))
    }
    say("df", df)
    if (!is.null(small)) {
        say("lr", number(fit(small)$deviance - top$deviance))
    } else {
        X <- model.matrix(as.formula(formula), data)
        y <- data[[all.vars(as.formula(formula))[1]]]
        C <- t(sapply(rows, function(row) { r <- setNames(rep(0, ncol(X)), colnames(X)); r[names(row)] <- row; r }))
        at <- newton(null_space(C), drop(t(C) %*% solve(C %*% t(C), v)), X, y, rep(1, nrow(X)), 0, 1)
        say("lr", number(-2 * at$value - top$deviance))
        say("score", number(drop(t(at$g) %*% solve(at$H, at$g))))
    }
    writeLines("")
}
toy <- function(...) limit_case(..., file = "tests/reference/data/toy_b.csv", formula = "y ~ x1 + x2", model = list(formula = "y ~ x2", rows = function(d) d$x1 == 3))
toy("limit: an infinite one is a value", hypothesis = "x1 = 2", rows = list(c(x1 = 1)), v = 2)
toy("limit: two equal", hypothesis = "x1 = x2", rows = list(c(x1 = 1, x2 = -1)), v = 0)
toy("limit: all", hypothesis = "(Intercept) = -3, x1 = 1, x2 = 0.25", rows = list(c("(Intercept)" = 1), c(x1 = 1), c(x2 = 1)), v = c(-3, 1, 0.25), df = 3)
toy("limit: a finite one is 0", hypothesis = "x2", small = list(formula = "y ~ 1", rows = function(d) d$x1 == 3), left = "x2")
toy("limit: a finite sum of infinite ones", hypothesis = "(Intercept) + 3*x1 = 0", small = list(formula = "y ~ x2 - 1", rows = function(d) d$x1 == 3), left = "(Intercept)")
limit_case("limit: endometrial", "tests/reference/data/endometrial.csv", "HG ~ NV + PI + EH", "NV = PI, EH", df = 2,
           list(formula = "HG ~ PI + EH", rows = function(d) d$NV == 0), rows = list(c(NV = 1, PI = -1), c(EH = 1)), v = c(0, 0))
limit_case("limit: a class apart", "datasets/iris.csv", "species ~ sepal_length + petal_length + sepal_width", "sepal_width", df = 2,
           list(formula = "species ~ sepal_length + petal_length + sepal_width", rows = function(d) d$species != "setosa"),
           list(formula = "species ~ sepal_length + petal_length", rows = function(d) d$species != "setosa"))
