# For each model of cases.txt: how R codes its columns, and what R's glm makes of it. Read by precise.py.
#
#     Rscript tests/reference/fits.R tests/reference/cases.txt      (in the root of the project)
#
# Lines of output, fields parted by tabs:
#     case    name
#     column  term of a column: variables joined by \x1e, each `name` or `name\x1flevel`
#     glm     coefficient, standard error       (two classes; one line a column, NA for an alias)
#     stats   deviance, null deviance, log-likelihood, AIC, converged

invisible(Sys.setlocale("LC_COLLATE", "C"))

read_cases <- function(path) {
    lines <- grep("^[a-z]+ ", readLines(path), value = TRUE)
    key <- sub(" .*", "", lines)
    value <- sub("^[a-z]+ ", "", lines)
    lapply(split(seq_along(lines), cumsum(key == "case")), function(i) as.list(setNames(value[i], key[i])))
}

# The first level is the reference; labels that are all numbers stand by value.
as_levels <- function(x) {
    labels <- sort(unique(as.character(x[!is.na(x)])))
    number <- suppressWarnings(as.numeric(labels))
    if (!anyNA(number))
        labels <- labels[order(number)]
    factor(as.character(x), levels = labels)
}

# The columns of a term: every combination of its variables' levels, the first running fastest. R's `factors`
# holds 1 for a factor coded against its first level, 2 for one coded by all levels.
term_columns <- function(variables, coding, frame) {
    choices <- mapply(function(v, code) {
        if (!is.factor(frame[[v]]))
            return(NA)
        if (code == 1) levels(frame[[v]])[-1] else levels(frame[[v]])
    }, variables, coding, SIMPLIFY = FALSE)
    grid <- expand.grid(choices, stringsAsFactors = FALSE)
    apply(grid, 1, function(row) {
        row <- as.character(row)
        paste(ifelse(is.na(row), variables, paste(variables, row, sep = "\x1f")), collapse = "\x1e")
    })
}

design_columns <- function(frame) {
    terms <- attr(frame, "terms")
    factors <- attr(terms, "factors")
    columns <- if (attr(terms, "intercept")) "(Intercept)"
    # Without an intercept model.matrix codes the first factor that it meets by all levels, whatever `factors` says.
    if (is.null(columns)) {
        is_factor <- vapply(gsub("`", "", rownames(factors)), function(v) is.factor(frame[[v]]), NA)
        first <- which(factors * is_factor > 0)[1]
        factors[first] <- 2
    }
    for (term in attr(terms, "term.labels")) {
        used <- which(factors[, term] > 0)
        columns <- c(columns, term_columns(gsub("`", "", rownames(factors)[used]), factors[used, term], frame))
    }
    columns
}

fit <- function(case) {
    data <- read.csv(case$file, check.names = FALSE, na.strings = c("", "NA", "NaN", "?", ".", "NULL"),
                     strip.white = FALSE, encoding = "UTF-8")
    data[] <- lapply(data, function(x) if (is.numeric(x)) x else as_levels(x))
    counts <- unlist(case[c("weights", "offset", "trials")])
    columns <- data[setdiff(names(data), counts)]
    formula <- formula(terms(as.formula(case$formula), data = columns))
    # C(x) declares a number a category.
    for (name in all.vars(formula))
        if (grepl(paste0("C(", name, ")"), case$formula, fixed = TRUE))
            data[[name]] <- as_levels(data[[name]])
    formula <- as.formula(gsub("C\\(([^)]*)\\)", "\\1", paste(deparse(formula, width.cutoff = 500), collapse = "")))
    used <- complete.cases(data[c(all.vars(formula), counts)])
    data <- droplevels(data[used, ])
    frame <- model.frame(formula, data)
    X <- model.matrix(attr(frame, "terms"), frame)

    names <- design_columns(frame)
    stopifnot(length(names) == ncol(X))
    cat("case\t", case$case, "\n", sep = "")
    cat(paste0("column\t", names, "\n"), sep = "")

    y <- model.response(frame)
    if (!is.null(case$trials)) {
        n <- data[[case$trials]]
        y <- ifelse(n > 0, y / n, 0)
    } else {
        y <- as_levels(y)
        if (nlevels(y) > 2)
            return(invisible())
        y <- as.numeric(y == (if (is.null(case$positive)) levels(y)[2] else case$positive))
        n <- rep(1, length(y))
    }
    w <- n * (if (is.null(case$weights)) 1 else data[[case$weights]])
    offset <- if (is.null(case$offset)) rep(0, length(y)) else data[[case$offset]]
    # glm passes epsilon / 1000 on as the tolerance for aliases, so they are found first, with glm's usual one.
    decomposition <- qr(X[w > 0, , drop = FALSE], tol = 1e-11)
    kept <- sort(decomposition$pivot[seq_len(decomposition$rank)])
    fit_to <- function(X) {
        suppressWarnings(glm.fit(X, y, weights = w, offset = offset, family = binomial(), intercept = FALSE,
                                 control = glm.control(epsilon = 1e-15, maxit = 100)))
    }
    model <- fit_to(X[, kept, drop = FALSE])
    null_deviance <- if ("(Intercept)" %in% colnames(X)) fit_to(X[, 1, drop = FALSE])$deviance else model$null.deviance
    estimate <- error <- rep(NA, ncol(X))
    estimate[kept] <- model$coefficients
    error[kept] <- sqrt(diag(chol2inv(model$qr$qr[seq_along(kept), , drop = FALSE])))[order(model$qr$pivot)]
    cat(sprintf("glm\t%.17g\t%.17g\n", estimate, error), sep = "")
    cat(sprintf("stats\t%.17g\t%.17g\t%.17g\t%.17g\t%d\n", model$deviance, null_deviance,
                length(kept) - model$aic / 2, model$aic, model$converged))
}

for (case in read_cases(commandArgs(trailingOnly = TRUE)[1]))
    fit(case)
