# Fits with sampling weights by R's survey 4.1-1.
#
#     LC_ALL=C Rscript tests/reference/survey.R > tests/reference/survey.txt      (in the root of the project)
#
# Rows of weight 0 are left out, frequencies expanded to rows, and fits iterated until nothing changes. Clusters stand within their stratum. Lines of a case:
#     case NAME               then file, formula, sampling COLUMN, and where there are any cluster, strata, weights, trials, offset COLUMN
#     estimate I VALUE        in the order of the design, from 0
#     p I VALUE               Student's t with df degrees of freedom
#     variance I J VALUE      I >= J
#     df VALUE                degf + 1 - coefficients
#     wald F DF               that all but the intercept are 0, and its p from F(DF, df)
#     wald_p P
suppressMessages(library(survey))
control <- glm.control(epsilon = 1e-16, maxit = 200)
number <- function(x) sprintf("%.17g", x)

case <- function(name, formula, cluster = NULL, strata = NULL, weights = NULL, trials = NULL, offset = NULL) {
    data <- read.csv("tests/reference/data/pupils.csv", stringsAsFactors = TRUE)
    data <- data[data$w > 0, ]
    if (!is.null(weights)) data <- data[rep(seq_len(nrow(data)), data[[weights]]), ]
    if (!is.null(trials)) data <- data[data[[trials]] > 0, ]
    rownames(data) <- NULL
    one <- function(column) if (is.null(column)) NULL else as.formula(paste("~", column))
    design <- svydesign(ids = if (is.null(cluster)) ~1 else one(cluster), strata = one(strata), weights = ~w, data = data, nest = TRUE)
    left <- sub(" *~.*", "", formula)
    f <- as.formula(if (is.null(trials)) formula else sub("^[^~]*", sprintf("cbind(%s, %s - %s) ", left, trials, left), formula))
    if (!is.null(offset)) f <- update(f, as.formula(paste("~ . + offset(", offset, ")")))
    start <- NULL
    for (i in 1:4) {
        assign("start", start, globalenv())
        fit <- suppressWarnings(svyglm(f, design, family = quasibinomial(), control = control, start = start))
        start <- coef(fit)
    }
    V <- vcov(fit)
    b <- coef(fit)
    writeLines(c(paste("case", name), "file tests/reference/data/pupils.csv", paste("formula", formula), "sampling w"))
    for (key in c("cluster", "strata", "weights", "trials", "offset")) if (!is.null(get(key))) writeLines(paste(key, get(key)))
    p <- summary(fit)$coefficients[, 4]
    for (i in seq_along(b)) writeLines(c(paste("estimate", i - 1, number(b[i])), paste("p", i - 1, number(p[i]))))
    for (i in seq_along(b)) for (j in seq_len(i)) writeLines(paste("variance", i - 1, j - 1, number(V[i, j])))
    writeLines(paste("df", fit$df.residual))
    s <- names(b) != "(Intercept)"
    F <- drop(b[s] %*% solve(V[s, s], b[s])) / sum(s)
    writeLines(c(paste("wald", number(F), sum(s)), paste("wald_p", number(pf(F, sum(s), fit$df.residual, lower.tail = FALSE))), ""))
}

case("weights alone", "passed ~ x + sex")
case("clusters", "passed ~ x * sex + district", cluster = "school")
case("strata", "passed ~ x + sex", strata = "district")
case("clusters in strata", "passed ~ x + sex", cluster = "school", strata = "district")
case("clusters that repeat in strata", "passed ~ x + sex", cluster = "year", strata = "district")
case("frequencies", "passed ~ x + sex", weights = "n")
case("frequencies and strata", "passed ~ x + sex", weights = "n", strata = "district")
case("trials", "hits ~ x + sex", trials = "tries")
case("trials, frequencies, clusters, strata", "hits ~ x + sex", trials = "tries", weights = "n", cluster = "school", strata = "district")
case("offset", "passed ~ sex", offset = "x", cluster = "school")
case("few clusters", "passed ~ x + district", cluster = "year")
