# Fits with weights of classes by R's glm, which takes them as weights of rows.
#
#     LC_ALL=C Rscript tests/reference/class_weights.R > tests/reference/class_weights.txt      (in the root of the project)
#
# Fits are iterated until nothing changes. Lines of a case:
#     case NAME               then file, formula, class_weight TEXT as options have it, and where there are any weights, trials COLUMN
#     factor K VALUE          what a row of class K weighs
#     estimate 1 I VALUE      in the order of the design, from 0
#     error I VALUE           glm's standard errors, by which differences are measured
number <- function(x) sprintf("%.17g", x)

# counts: of both classes; given: their weights, or NULL for balanced ones.
factors <- function(counts, given) if (is.null(given)) sum(counts) / (2 * counts) else given

case <- function(name, file, formula, text, given = NULL, weights = NULL, trials = NULL) {
    data <- read.csv(file, stringsAsFactors = TRUE)
    left <- data[[sub(" *~.*", "", formula)]]
    n <- if (is.null(weights)) rep(1, nrow(data)) else data[[weights]]
    events <- if (is.null(trials)) (if (is.factor(left)) as.integer(left) - 1 else left) else left
    others <- (if (is.null(trials)) 1 else data[[trials]]) - events
    f <- factors(c(sum(n * others), sum(n * events)), given)
    both <- rbind(data, data)
    both$.y <- rep(c(0, 1), each = nrow(data))
    both$.w <- c(n * others * f[1], n * events * f[2])
    right <- as.formula(sub("^[^~]*", ".y ", formula))
    environment(right) <- environment()
    fit <- NULL
    for (i in 1:4)
        fit <- suppressWarnings(glm(right, binomial, both, weights = .w, start = coef(fit), subset = .w > 0,
                                    control = glm.control(epsilon = 1e-16, maxit = 200)))
    writeLines(c(paste("case", name), paste("file", file), paste("formula", formula), paste("class_weight", text)))
    for (key in c("weights", "trials")) if (!is.null(get(key))) writeLines(paste(key, get(key)))
    for (k in 1:2) writeLines(paste("factor", k - 1, number(f[k])))
    s <- summary(fit)$coefficients
    for (i in seq_along(coef(fit))) writeLines(c(paste("estimate 1", i - 1, number(coef(fit)[i])), paste("error", i - 1, number(s[i, 2]))))
    writeLines("")
}

pupils <- "tests/reference/data/pupils.csv"
case("balanced", "datasets/challenger.csv", "distress ~ temperature", "balanced")
case("given", "datasets/challenger.csv", "distress ~ temperature", "1=5", c(1, 5))
case("labels", "datasets/titanic.csv", "survived ~ class + sex + age", "balanced")
case("labels given", "datasets/titanic.csv", "survived ~ class * sex", "yes=0.25,no=1.5", c(1.5, 0.25))
case("frequencies", pupils, "passed ~ x + sex", "balanced", weights = "n")
case("trials", pupils, "hits ~ x + sex", "balanced", trials = "tries")
case("trials and frequencies", pupils, "hits ~ x * sex", "event=3", c(1, 3), weights = "n", trials = "tries")
case("collinear", "datasets/mtcars.csv", "vs ~ mpg + wt", "balanced")
