# What the fit of tests/cli/doctor/together.sh must say, by R 4.2: the same people, mended by R, and its glm.
#
#     Rscript tests/reference/together.R
i <- 0:59
has <- function(what) as.numeric(what)
group <- rep(c("north", "south", "east", "west", "mid", "far"), each = 10)
joined <- as.Date(sprintf("20%d-0%d-%d", 15 + i %% 5, 1 + i %% 9, 10 + (i * 11) %% 18))
d <- data.frame(y = (i * i) %% 7 < 3, joined = as.numeric(joined - min(joined)), height = 150 + (i * 37) %% 41,
    sex = factor(ifelse((i * 7) %% 5 < 2, "male", "female")), beer = has(i %% 4 > 1), milk = has(i %% 5 > 0),
    wine = has(i %% 7 < 3), tea = has(i %% 3 > 0), group = factor(group))
m <- glm(y ~ ., binomial, d, control = glm.control(epsilon = 1e-14, maxit = 100))
print(signif(summary(m)$coefficients[, 1:2], 7), digits = 10)
