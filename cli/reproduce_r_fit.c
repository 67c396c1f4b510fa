/* The fit by the package of R that has it: glm, brglm2, nnet, survey or survival. */
#include <string.h>

#include "reproduce_r.h"

static bool many(const logreg_model *m)
{
    return logreg_model_classes(m) > 2;
}

static bool penalised(const logreg_model *m)
{
    return strcmp(logreg_model_penalty(m), "none") != 0;
}

/* A covariance by residuals of rows, or of clusters. */
static bool robust(const logreg_model *m)
{
    const char *vcov = logreg_model_vcov(m);
    return vcov && strcmp(vcov, "classical") != 0 && !logreg_model_sampling_weights(m);
}

/* ---- Weights ---- */

/* sandwich and survey would take frequencies for weights of another kind. */
static bool written_out(const logreg_model *m)
{
    return logreg_model_weights(m) && (robust(m) || logreg_model_sampling_weights(m));
}

void cli_r_weights(const cli_reproduction *r)
{
    const char *weights = logreg_model_weights(r->model);
    if (written_out(r->model)) {
        fputs("# a row for each of those that a frequency stands for\nd <- d[rep(seq_len(nrow(d)), ", r->out);
        cli_r_column(r->out, weights);
        fputs("), , drop = FALSE]\nd$.weight <- 1\n", r->out);
        return;
    }
    fputs("d$.weight <- ", r->out);
    if (weights)
        cli_r_column(r->out, weights);
    else
        fputs("1", r->out);
    fputs("\n", r->out);
}

/* ---- Fits of packages ---- */

static void fit_matched(const cli_reproduction *r)
{
    fputs("library(survival)\n"
          "fit <- clogit(formula, d, method = \"exact\", control = coxph.control(eps = 1e-14, iter.max = "
          "100))\n"
          "V <- vcov(fit)\n",
          r->out);
}

/* glm leaves aliased columns out, as here; multinom does not. */
static void drop_aliased(const cli_reproduction *r)
{
    const logreg_model *m = r->model;
    size_t n = 0;
    if (logreg_model_rank(m) == logreg_model_coefficients(m))
        return;
    fputs("d$.X <- model.matrix(formula, d)[, c(", r->out);
    for (size_t j = 0; j < logreg_model_coefficients(m); j++)
        if (logreg_model_coefficient_status(m, 1, j) != LOGREG_COEF_ALIASED)
            fprintf(r->out, "%s%zu", n++ ? ", " : "", j + 1);
    fputs("), drop = FALSE] # without aliased columns\nformula <- .outcome ~ .X - 1\n", r->out);
}

static void fit_classes(const cli_reproduction *r)
{
    drop_aliased(r);
    fputs(penalised(r->model)
              ? "# by Poisson's likelihood, which takes a minute for thousands of rows\n"
                "fit <- brglm2::brmultinom(formula, d, weights = .weight, ref = 1, type = \"AS_mean\",\n"
                "                          epsilon = 1e-12, maxit = 1000)\n"
                "V <- vcov(fit)\n"
              : "# multinom's coefficients are good for about 6 digits\n"
                "fit <- nnet::multinom(formula, d, weights = .weight, Hess = TRUE, reltol = 1e-15, abstol = "
                "0, maxit = 10000,\n"
                "                      MaxNWts = 1e5, trace = FALSE)\n"
                "V <- vcov(fit)\n",
          r->out);
}

static void write_side(const cli_reproduction *r, const char *argument, const char *column)
{
    if (!column)
        return;
    fprintf(r->out, ", %s = d[", argument);
    cli_reproduce_text(r->out, column);
    fputs("]", r->out);
}

static void fit_sample(const cli_reproduction *r)
{
    const logreg_model *m = r->model;
    const char *cluster = logreg_model_cluster(m, 0, NULL);
    fputs("d <- d[", r->out);
    cli_r_column(r->out, logreg_model_sampling_weights(m));
    fputs(" > 0, , drop = FALSE]\ndesign <- survey::svydesign(data = d", r->out);
    if (!cluster)
        fputs(", ids = ~1", r->out);
    write_side(r, "ids", cluster);
    write_side(r, "strata", logreg_model_survey_strata(m, NULL));
    write_side(r, "weights", logreg_model_sampling_weights(m));
    fputs(", nest = TRUE)\n"
          "start <- NULL\n"
          "for (i in 1:5) { # again from the maximum: to all digits, and standard errors are those of the "
          "iteration before\n"
          "    fit <- survey::svyglm(formula, design, family = quasibinomial(), start = start)\n"
          "    start <- ifelse(is.na(coef(fit)), 0, coef(fit))\n"
          "}\n"
          "V <- vcov(fit)\n",
          r->out);
}

static void fit_firth(const cli_reproduction *r)
{
    fputs("fit <- glm(formula, binomial, d, weights = .weight, method = brglm2::brglmFit, type = "
          "\"AS_mean\",\n"
          "           epsilon = 1e-12, maxit = 1000)\n",
          r->out);
    if (strcmp(r->fit->penalty.firth_se, "augmented") == 0)
        fputs("X <- model.matrix(fit)[, !is.na(coef(fit)), drop = FALSE]\n"
              "w <- (fit$prior.weights + hatvalues(fit)) * fitted(fit) * (1 - fitted(fit))\n"
              "V <- solve(crossprod(X * sqrt(w)))\n",
              r->out);
    else
        fputs("V <- vcov(fit)\n", r->out);
}

static void write_covariance(const cli_reproduction *r)
{
    const char *vcov = logreg_model_vcov(r->model), *second = logreg_model_cluster(r->model, 1, NULL);
    if (!robust(r->model)) {
        fputs("V <- vcov(fit)\n", r->out);
        return;
    }
    if (strcmp(vcov, "cluster") != 0) {
        fprintf(r->out, "V <- sandwich::vcovHC(fit, type = \"%s\")\n", vcov);
        return;
    }
    fputs("V <- sandwich::vcovCL(fit, cluster = d[c(", r->out);
    cli_reproduce_text(r->out, logreg_model_cluster(r->model, 0, NULL));
    if (second) {
        fputs(", ", r->out);
        cli_reproduce_text(r->out, second);
    }
    fputs(")], type = \"HC0\")\n", r->out);
}

static void fit_plain(const cli_reproduction *r)
{
    fputs("# from log odds of 0, since glm's own start can lead astray where weights are large\n"
          "fit <- glm(formula, binomial, d, weights = .weight, etastart = rep(0, nrow(d)))\n"
          "# again from the maximum: to all digits, and standard errors are those of the iteration before\n"
          "for (i in 1:4) {\n"
          "    start <- ifelse(is.na(coef(fit)), 0, coef(fit))\n"
          "    fit <- glm(formula, binomial, d, weights = .weight, start = start)\n"
          "}\n",
          r->out);
    write_covariance(r);
}

/* ---- Intervals by the likelihood ---- */

/* confint() of R interpolates a profile, which is good for two or three digits; the roots are these. */
static const char profile[] =
    "# Tests and intervals by profile likelihood, to all digits\n"
    "kept <- !is.na(coef(fit))\n"
    "X <- model.matrix(fit)[, kept, drop = FALSE]\n"
    "w <- fit$prior.weights\n"
    "offset <- if (is.null(fit$offset)) 0 else fit$offset\n"
    "estimate <- coef(fit)[kept]\n"
    "term <- names(estimate)\n"
    "std.error <- sqrt(diag(V))[term]\n"
    "information <- function(mu) crossprod(X * sqrt(w * mu * (1 - mu)))\n"
    "likelihood <- function(b) {\n"
    "    eta <- offset + drop(X %*% b)\n"
    "    loss <- fit$y * plogis(eta, log.p = TRUE) + (1 - fit$y) * plogis(-eta, log.p = TRUE)\n"
    "    2 * sum((w * loss)[w > 0]) + firth * determinant(information(plogis(eta)))$modulus\n"
    "}\n"
    "tangent <- solve(information(plogis(offset + drop(X %*% estimate))))\n"
    "# twice what the (penalised) log-likelihood loses where coefficient j is held at a value: by one climb, "
    "which a\n"
    "# penalised likelihood of few rows with several maxima can end at a lower one\n"
    "loss <- function(j, value) {\n"
    "    b <- estimate + tangent[, j] / tangent[j, j] * (value - estimate[j])\n"
    "    for (i in seq_len(if (length(b) > 1) 500 else 0)) {\n"
    "        mu <- plogis(offset + drop(X %*% b))\n"
    "        H <- information(mu)\n"
    "        h <- firth * w * mu * (1 - mu) * rowSums((X %*% solve(H)) * X)\n"
    "        step <- solve(H[-j, -j], crossprod(X, w * (fit$y - mu) + h * (0.5 - mu))[-j])\n"
    "        now <- likelihood(b)\n"
    "        while (max(abs(step)) > 1e-12 && !isTRUE(likelihood(replace(b, -j, b[-j] + step)) > now)) step "
    "<- step / 2\n"
    "        b[-j] <- b[-j] + step\n"
    "        if (max(abs(step)) <= 1e-12) break\n"
    "    }\n"
    "    likelihood(estimate) - likelihood(b)\n"
    "}\n"
    "end <- function(j, side) {\n"
    "    far <- side * 2 * std.error[j]\n"
    "    over <- function(by) loss(j, estimate[j] + by) - qchisq(level, 1)\n"
    "    while (abs(far) < 1e4 * std.error[j] && over(far) < 0) far <- 2 * far\n"
    "    if (over(far) < 0) side * Inf else estimate[j] + uniroot(over, sort(c(0, far)), tol = 1e-12)$root\n"
    "}\n"
    "z <- sign(estimate) * sqrt(sapply(seq_along(estimate), loss, 0))\n"
    "p <- 2 * pnorm(-abs(z))\n"
    "low <- sapply(seq_along(estimate), end, -1)\n"
    "high <- sapply(seq_along(estimate), end, 1)\n";

/* ---- The table of coefficients ---- */

static void write_wald(const cli_reproduction *r)
{
    bool t = logreg_model_sampling_weights(r->model);
    if (r->profile)
        fputs("# by Wald, as this package has no profiles of several classes\n", r->out);
    fputs(many(r->model) ? "b <- t(coef(fit))\n"
                           "estimate <- as.vector(b)\n"
                           "term <- paste(rep(colnames(b), each = nrow(b)), rownames(b), sep = \": \")\n"
                           "std.error <- sqrt(diag(V))\n"
                         : "estimate <- coef(fit)\n"
                           "term <- names(estimate)\n"
                           "std.error <- sqrt(diag(V))[term]\n",
          r->out);
    fprintf(r->out,
            "z <- estimate / std.error\n"
            "p <- 2 * %s\n"
            "half <- %s * std.error\n"
            "low <- estimate - half\n"
            "high <- estimate + half\n",
            t ? "pt(-abs(z), fit$df.residual)" : "pnorm(-abs(z))",
            t ? "qt(1 - (1 - level) / 2, fit$df.residual)" : "qnorm(1 - (1 - level) / 2)");
}

static void write_result(const cli_reproduction *r)
{
    fprintf(r->out, "level <- %.15g\n", r->fit->output.conf_level);
    if (r->profile && !many(r->model))
        fprintf(r->out, "firth <- %d # whether the likelihood is penalised\n%s", penalised(r->model),
                profile);
    else
        write_wald(r);
    fputs("result <- data.frame(term, estimate, std.error, z, p, odds.ratio = exp(estimate), low = exp(low), "
          "high = "
          "exp(high),\n"
          "                     row.names = NULL)\n"
          "print(result, digits = 7)\n",
          r->out);
    if (!logreg_model_sampling_weights(r->model))
        fputs("print(logLik(fit), digits = 12)\n", r->out);
}

/* ---- Which ---- */

static bool matched(const logreg_model *m)
{
    return logreg_model_strata(m).column;
}

static bool sampled(const logreg_model *m)
{
    return logreg_model_sampling_weights(m);
}

static bool any(const logreg_model *m)
{
    (void)m;
    return true;
}

/* The first row that is so of a model fits it. */
static const struct {
    bool (*is)(const logreg_model *m);
    void (*write)(const cli_reproduction *r);
} fits[] = {
    {matched, fit_matched}, {many, fit_classes}, {sampled, fit_sample},
    {penalised, fit_firth}, {any, fit_plain},
};

void cli_r_fit(const cli_reproduction *r)
{
    size_t i = 0;
    while (!fits[i].is(r->model))
        i++;
    fits[i].write(r);
    write_result(r);
}

const char *cli_r_check(const cli_reproduction *r)
{
    const logreg_model *m = r->model;
    if (logreg_model_vcov_mended(m))
        return "others mend a covariance by two kinds of clusters otherwise, or not at all";
    if (written_out(m) && !cli_reproduce_whole(r))
        return "R's packages take frequencies for sampling or robust covariances as rows written out, and "
               "some "
               "are no whole numbers";
    if (!many(m))
        return NULL;
    if (logreg_model_offset(m) || strstr(logreg_model_formula(m), "offset("))
        return "R's multinom takes no such offset";
    if (sampled(m))
        return "R's survey has no fit of several classes";
    return robust(m) ? "R's sandwich does not know multinom's scores" : NULL;
}
