# Stepwise choices by R's step(), each way, by AIC and BIC.
#
#     Rscript tests/reference/step.R > tests/reference/step.txt      (in the root of the project)
#
# A case has its file, formula, criterion, direction and where there are any trials, then a line for each model on the way:
#
#     step AIC - TERM         or + TERM; the start has neither

show <- function(file, formula, direction, criterion, trials = NULL, exclude = NULL) {
  d <- read.csv(file, stringsAsFactors = TRUE)
  d <- d[complete.cases(d[all.vars(formula)]), ]
  cat("\ncase", direction, "of", basename(file), "\n")
  cat("file", file, "\nformula", paste(deparse(formula, width.cutoff = 500), collapse = ""), "\ncriterion", criterion, "\ndirection", direction, "\n")
  response <- all.vars(formula)[1]
  if (!is.null(trials)) {
    cat("trials", trials, "\n")
    d$.y <- cbind(d[[response]], d[[trials]] - d[[response]])
  } else {
    d$.y <- as.integer(factor(d[[response]])) - 1
  }
  full <- update(formula, .y ~ .)
  k <- if (criterion == "aic") 2 else log(nrow(d))
  environment(full) <- environment()
  control <- glm.control(epsilon = 1e-12, maxit = 100)
  m <- if (direction == "forward") glm(.y ~ 1, binomial, d, control = control) else glm(full, binomial, d, control = control)
  s <- step(m, scope = list(lower = ~ 1, upper = full), direction = direction, k = k, trace = 0)
  a <- s$anova
  for (i in seq_len(nrow(a)))
    cat("step", format(a$AIC[i], digits = 14), sub("^([-+]) ", "\\1 ", as.character(a$Step[i])), "\n")
}

cat("# Written by step.R.\n")
for (criterion in c("aic", "bic"))
  for (direction in c("backward", "forward", "both")) {
    show("datasets/mtcars.csv", am ~ mpg + hp + drat + qsec, direction, criterion)
    show("datasets/titanic.csv", survived ~ class * sex * age, direction, criterion)
    show("datasets/wdbc.csv", diagnosis ~ mean_radius + mean_texture + mean_smoothness + mean_symmetry + mean_fractal_dimension, direction, criterion)
    show("datasets/budworm.csv", dead ~ sex * log2_dose + I(log2_dose^2), direction, criterion, trials = "moths")
  }
