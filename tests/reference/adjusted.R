# adjusted.R: shares of events in groups along a number, and Wilson's intervals of them, moved by the log-odds of the mean of the curve (the other variables at their means) less those
# of the mean fitted probability, as lib/figures/kinds/adjusted.h says.
#
#     LC_ALL=C Rscript tests/reference/adjusted.R > tests/reference/adjusted.h
cars <- read.csv("datasets/mtcars.csv")
model <- glm(am ~ wt + hp, binomial, cars)
cars <- cars[order(cars$wt), ]
fitted <- predict(model, cars, type = "response")
curve <- predict(model, transform(cars, hp = mean(hp)), type = "response")

# Groups of about equal size, of sorted values, of which equal ones stay together.
groups <- function(x, most) {
    n <- length(x)
    most <- min(most, floor(sqrt(n) + 0.5))
    group <- integer(n)
    g <- 1
    for (i in 1:n) {
        group[i] <- g
        tied <- i < n && x[i + 1] == x[i]
        if (!tied && i * most >= n * g * (1 - 1e-12)) g <- g + 1
    }
    group
}
group <- groups(cars$wt, 10)
z <- qnorm(0.975)
cat("/* Made by adjusted.R with R ", as.character(getRversion()), ": am ~ wt + hp of mtcars along wt: x, share, low, high of each group. */\n", sep = "")
cat("static const double adjusted_cases[][4] = {\n")
for (k in unique(group)) {
    here <- group == k
    m <- sum(here)
    p <- mean(cars$am[here])
    middle <- (p + z^2 / (2 * m)) / (1 + z^2 / m)
    half <- z * sqrt(p * (1 - p) / m + z^2 / (4 * m^2)) / (1 + z^2 / m)
    by <- qlogis(mean(curve[here])) - qlogis(mean(fitted[here]))
    cat(sprintf("    {%.17g, %.17g, %.17g, %.17g},\n", mean(cars$wt[here]), plogis(qlogis(p) + by),
                plogis(qlogis(max(0, middle - half)) + by), plogis(qlogis(min(1, middle + half)) + by)))
}
cat("};\n")

# A curve for each level of vs, six groups of rows at most.
model <- glm(am ~ wt + hp + factor(vs), binomial, cars)
cat("\n/* am ~ wt + hp + C(vs) along wt, level by level of vs: the shares. */\nstatic const double adjusted_by_cases[] = {\n")
for (level in 0:1) {
    rows <- cars[cars$vs == level, ]
    fitted <- predict(model, rows, type = "response")
    curve <- predict(model, transform(rows, hp = mean(cars$hp)), type = "response")
    group <- groups(rows$wt, 6)
    for (k in unique(group)) {
        here <- group == k
        by <- qlogis(mean(curve[here])) - qlogis(mean(fitted[here]))
        cat(sprintf("    %.17g,\n", plogis(qlogis(mean(rows$am[here])) + by)))
    }
}
cat("};\n")
