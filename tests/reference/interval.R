# Writes interval.csv: R's intervals of probabilities, built on the logit scale, for tests/cli/predict/interval.sh.
# Rscript tests/reference/interval.R > tests/reference/interval.csv
d <- read.csv("datasets/titanic.csv")
d$survived <- d$survived == "yes"
m <- glm(survived ~ sex * class, binomial, d, control = glm.control(epsilon = 1e-14, maxit = 100))
new <- expand.grid(sex = c("female", "male"), class = c("1st", "2nd", "3rd", "crew"))
p <- predict(m, new, type = "link", se.fit = TRUE)
z <- qnorm(0.95)
print_line <- function(...) cat(paste(..., sep = ","), sep = "\n")
print_line("sex", "class", "low", "high")
print_line(new$sex, new$class, format(plogis(p$fit - z * p$se.fit), digits = 15),
           format(plogis(p$fit + z * p$se.fit), digits = 15))
