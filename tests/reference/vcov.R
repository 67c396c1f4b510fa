# Covariances of coefficients by R's sandwich 3.0-2, and tests of terms by car 3.1-1.
#
#     LC_ALL=C Rscript tests/reference/vcov.R > tests/reference/vcov.txt      (in the root of the project)
#
# Fits are iterated until nothing changes, and so are the standard errors that come from their last iteration. Frequencies are
# expanded to rows: sandwich takes a weight of 3 for one observation of weight 3. Grouped data stand as they are: a row is an observation.
# Rows of weight 0 are left out. Lines of a case:
#     case NAME               then file, formula, vcov, and where there are any cluster COLUMN.., weights, trials, offset COLUMN
#     clusters N..            how many there are of each
#     mended                  the covariance was not positive semidefinite
#     variance I J VALUE      of coefficients in the order of the design, I >= J, from 0
#     wald STATISTIC          that all but the intercept are 0, where there is such a test
#     term STATISTIC DF NAME  type II, Wald's, by the same covariance (car::Anova)
suppressMessages({library(sandwich); library(car); library(splines)})
options(digits = 17, warn = 1)

control <- glm.control(epsilon = 1e-16, maxit = 200)

# The fit, and once more from its own coefficients, so that what its last iteration leaves behind is that of the maximum.
settle <- function(call) {
    fit <- suppressWarnings(eval(call))
    for (i in 1:3) {
        call$start <- coef(fit)
        fit <- suppressWarnings(eval(call))
    }
    fit
}

# Where a covariance by two columns is not positive semidefinite, eigenvalues below 0 are taken for 0 in the metric of the classical one, in which
# units of columns do not matter.
mend <- function(V, classical) {
    R <- chol(classical)
    e <- eigen(solve(t(R), t(solve(t(R), V))), symmetric = TRUE)
    if (all(e$values > -1e-10 * e$values[1])) return(list(V = V, mended = FALSE))
    list(V = t(R) %*% (e$vectors %*% (pmax(e$values, 0) * t(e$vectors))) %*% R, mended = TRUE)
}

number <- function(x) sprintf("%.17g", x)

# alias: a column that is a combination of others, which R is not given: its rule for these needs iterations that stop early.
case <- function(name, file, formula, kind, clusters = NULL, weights = NULL, trials = NULL, offset = NULL, alias = NULL, terms = FALSE) {
    data <- read.csv(file, stringsAsFactors = TRUE)
    data <- data[complete.cases(data[c(clusters, weights, trials, all.vars(as.formula(formula)))]), ]
    if (!is.null(weights)) data <- data[rep(seq_len(nrow(data)), data[[weights]]), ]
    if (!is.null(trials)) data <- data[data[[trials]] > 0, ]
    rownames(data) <- NULL
    left <- sub(" *~.*", "", formula)
    f <- as.formula(if (is.null(trials)) formula else sub("^[^~]*", sprintf("cbind(%s, %s - %s) ", left, trials, left), formula))
    if (!is.null(alias)) f <- update(f, as.formula(paste("~ . -", alias)))
    environment(f) <- globalenv()
    call <- if (is.null(offset)) substitute(glm(F, binomial, data = data, control = control), list(F = f))
            else substitute(glm(F, binomial, data = data, control = control, offset = O), list(F = f, O = as.name(offset)))
    assign("data", data, globalenv())
    fit <- settle(call)
    V <- if (kind == "cluster") vcovCL(fit, cluster = data[clusters]) else vcovHC(fit, type = kind)
    whole <- mend(V, vcov(fit))
    # Several coefficients are tested where the covariance as it was before is itself positive definite for them.
    before <- V
    stands <- function(i) length(i) < 2 || min(eigen(before[i, i], symmetric = TRUE)$values) > 0
    V <- whole$V
    writeLines(c(paste("case", name), paste("file", file), paste("formula", formula), paste("vcov", kind)))
    if (!is.null(clusters)) writeLines(paste("cluster", clusters))
    if (!is.null(weights)) writeLines(paste("weights", weights))
    if (!is.null(trials)) writeLines(paste("trials", trials))
    if (!is.null(offset)) writeLines(paste("offset", offset))
    if (!is.null(clusters)) writeLines(paste(c("clusters", sapply(clusters, function(c) length(unique(data[[c]])))), collapse = " "))
    if (whole$mended) writeLines("mended")
    for (i in seq_len(nrow(V))) for (j in seq_len(i)) writeLines(paste("variance", i - 1, j - 1, number(V[i, j])))
    b <- coef(fit)
    slopes <- names(b) != "(Intercept)"
    if (is.null(clusters) || min(sapply(clusters, function(c) length(unique(data[[c]])))) > sum(slopes) && stands(which(slopes)))
        writeLines(paste("wald", number(drop(b[slopes] %*% solve(V[slopes, slopes], b[slopes])))))
    if (terms) {
        a <- Anova(fit, type = "II", vcov. = V, test.statistic = "Wald")
        of <- attr(model.matrix(fit), "assign")
        for (i in seq_len(nrow(a))) writeLines(paste("term", if (whole$mended && !stands(which(of == i))) "nan" else number(a[i, "Chisq"]), a[i, "Df"], rownames(a)[i]))
    }
    writeLines("")
}

pupils <- "tests/reference/data/pupils.csv"
vaso <- "datasets/vaso.csv"
for (kind in c("HC0", "HC1", "HC2", "HC3")) {
    case(paste("vaso", kind), vaso, "constricted ~ log(volume) + log(rate)", kind)
    case(paste("pupils", kind), pupils, "passed ~ x * sex + district", kind, terms = TRUE)
    case(paste("pupils, frequencies,", kind), pupils, "passed ~ x + sex", kind, weights = "n")
    case(paste("pupils, trials,", kind), pupils, "hits ~ x + sex", kind, trials = "tries")
    case(paste("pupils, trials and frequencies,", kind), pupils, "hits ~ x + sex", kind, weights = "n", trials = "tries")
    case(paste("beetle", kind), "datasets/beetle.csv", "killed ~ dose", kind, trials = "n")
    case(paste("exposure", kind), "tests/reference/data/exposure.csv", "events ~ x", kind, trials = "trials", offset = "log_dose")
}
case("aliased, HC3", "tests/reference/data/copies.csv", "y ~ a + b + sum + g", "HC3", alias = "sum")
case("titanic, HC2", "datasets/titanic.csv", "survived ~ class * sex + age", "HC2", terms = TRUE)
case("one way, text", pupils, "passed ~ x * sex + district", "cluster", "school", terms = TRUE)
case("one way, number", pupils, "passed ~ x + sex", "cluster", "year")
case("few", pupils, "passed ~ x + sex + district", "cluster", "district")
case("one way, frequencies", pupils, "passed ~ x + sex", "cluster", "school", weights = "n")
case("one way, trials", pupils, "hits ~ x + sex", "cluster", "school", trials = "tries")
case("two ways", pupils, "passed ~ x * sex", "cluster", c("school", "year"), terms = TRUE)
case("two ways, mended", pupils, "passed ~ x + sex + district", "cluster", c("school", "year"), terms = TRUE)
case("two ways, frequencies", pupils, "passed ~ x + sex", "cluster", c("school", "year"), weights = "n")
case("without intercept", pupils, "passed ~ x + district - 1", "cluster", "school")
