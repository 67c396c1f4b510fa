/* A model as CSV, in the shapes of R's broom: a row a coefficient, or one row. */
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <logreg/inference.h>
#include <logreg/sparse.h>

#include "csv.h"
#include "describe.h"
#include "message.h"

/* ---- tidy ---- */

/* What has no finite value is empty. */
static void put_finite(cli_csv *csv, double value)
{
    cli_csv_number(csv, isfinite(value) ? value : NAN);
}

static const char *const status[] = {[LOGREG_COEF_OK] = "ok",
                                     [LOGREG_COEF_ALIASED] = "aliased",
                                     [LOGREG_COEF_PLUS_INFINITY] = "plus_infinity",
                                     [LOGREG_COEF_MINUS_INFINITY] = "minus_infinity",
                                     [LOGREG_COEF_UNDETERMINED] = "undetermined"};

static void put_names(cli_csv *csv, const char *const *name, size_t n)
{
    for (size_t i = 0; i < n; i++)
        cli_csv_text(csv, name[i]);
    cli_csv_end(csv);
}

static void tidy_row(cli_csv *csv, const logreg_coefficient *c, bool units)
{
    const double numbers[] = {c->estimate, c->std_error, c->z, c->p, c->low, c->high};
    if (c->class_name)
        cli_csv_text(csv, c->class_name);
    cli_csv_text(csv, c->name);
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
        put_finite(csv, numbers[i]);
    cli_csv_text(csv, status[c->status]);
    if (units) {
        const double ratios[] = {c->unit, c->odds_ratio, c->odds_ratio_low, c->odds_ratio_high};
        for (size_t i = 0; i < sizeof ratios / sizeof *ratios; i++)
            put_finite(csv, ratios[i]);
    }
    cli_csv_end(csv);
}

static int tidy(cli_csv *csv, const cli_call *call, const cli_description *how, const logreg_model *model,
                const logreg_inference *inference)
{
    logreg_inference *own = NULL;
    logreg_inference_options o = logreg_inference_options_default();
    logreg_error err;
    o.level = how->conf_level;
    if (!inference && logreg_inference_new(&own, model, &o, &err) != LOGREG_OK)
        return cli_fail_error(call, &err);
    inference = inference ? inference : own;
    static const char *const names[] = {
        "y.level",   "term",   "estimate", "std.error",  "statistic",      "p.value",        "conf.low",
        "conf.high", "status", "unit",     "odds.ratio", "odds.ratio.low", "odds.ratio.high"};
    size_t K = logreg_model_classes(model), n = sizeof names / sizeof *names;
    bool units = inference->n_units > 0;
    put_names(csv, names + (K == 2), (units ? n : n - 4) - (K == 2));
    size_t p = logreg_model_coefficients(model), dense = logreg_model_dense(model);
    for (size_t i = 0; i < inference->n_coefficients; i++)
        if (i % p < dense || inference->coefficient[i].estimate != 0)
            tidy_row(csv, &inference->coefficient[i], units);
    logreg_inference_free(own);
    return CLI_GO_ON;
}

/* ---- glance ---- */

static void glance(cli_csv *csv, const logreg_model *model)
{
    double predictors = (double)logreg_model_classes(model) - 1, rank = (double)logreg_model_rank(model);
    double residual = logreg_model_df_residual(model);
    logreg_strata strata = logreg_model_strata(model);
    const struct {
        const char *name;
        double value;
    } column[] = {
        {"null.deviance", logreg_model_null_deviance(model)},
        {"df.null", residual + predictors * (rank - logreg_model_has_intercept(model))},
        {"logLik", logreg_model_log_likelihood(model)},
        {"AIC", logreg_model_aic(model)},
        {"BIC", logreg_model_bic(model)},
        {"deviance", logreg_model_deviance(model)},
        {"df.residual", residual},
        {"nobs", strata.column ? (double)strata.rows : residual + predictors * rank},
    };
    size_t n = sizeof column / sizeof *column;
    for (size_t i = 0; i < n; i++)
        cli_csv_text(csv, column[i].name);
    cli_csv_end(csv);
    for (size_t i = 0; i < n; i++)
        put_finite(csv, column[i].value);
    cli_csv_end(csv);
}

/* ---- hypotheses ---- */

static void put_equation(cli_csv *csv, size_t number, const logreg_hypothesis *h, const logreg_equation *e)
{
    const double estimates[] = {e->value, e->of.estimate, e->of.std_error, e->of.z,
                                e->of.p,  e->of.low,      e->of.high};
    const double tests[] = {h->lr.statistic, h->lr.p,           h->score.statistic,
                            h->score.p,      h->wald.statistic, h->wald.p};
    cli_csv_integer(csv, number);
    cli_csv_text(csv, e->left);
    for (size_t i = 0; i < sizeof estimates / sizeof *estimates; i++)
        put_finite(csv, estimates[i]);
    cli_csv_text(csv, status[e->of.status]);
    cli_csv_integer(csv, h->df);
    for (size_t i = 0; i < sizeof tests / sizeof *tests; i++)
        put_finite(csv, tests[i]);
    cli_csv_end(csv);
}

static void put_hypotheses(cli_csv *csv, const logreg_hypotheses *all)
{
    static const char *const names[] = {"hypothesis",
                                        "term",
                                        "null.value",
                                        "estimate",
                                        "std.error",
                                        "statistic",
                                        "p.value",
                                        "conf.low",
                                        "conf.high",
                                        "status",
                                        "df",
                                        "lr.statistic",
                                        "lr.p.value",
                                        "score.statistic",
                                        "score.p.value",
                                        "wald.statistic",
                                        "wald.p.value"};
    put_names(csv, names, sizeof names / sizeof *names);
    for (size_t i = 0; i < all->n; i++)
        for (size_t j = 0; j < all->hypothesis[i].n_equations; j++)
            put_equation(csv, i + 1, &all->hypothesis[i], &all->hypothesis[i].equation[j]);
}

int cli_describe_csv(char **text, const cli_call *call, const cli_description *how, const logreg_model *model,
                     const logreg_inference *inference, const logreg_hypotheses *hypotheses)
{
    char *made = NULL;
    size_t size;
    FILE *file = open_memstream(&made, &size);
    if (!file)
        return cli_fail_memory(call);
    cli_csv csv = {.file = file, .terminal = isatty(STDOUT_FILENO)};
    int code = CLI_GO_ON;
    if (strcmp(how->csv, "tidy") == 0)
        code = tidy(&csv, call, how, model, inference);
    else if (strcmp(how->csv, "hypotheses") == 0)
        put_hypotheses(&csv, hypotheses);
    else
        glance(&csv, model);
    if (fclose(file) != 0 && code == CLI_GO_ON)
        code = cli_fail_memory(call);
    if (code == CLI_GO_ON)
        *text = made;
    else
        free(made);
    return code;
}
