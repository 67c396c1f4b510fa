/* A model as CSV, in the shapes of R's broom: a row a coefficient, a row a model, a row a row. */
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <logreg/inference.h>

#include "csv.h"
#include "describe.h"
#include "message.h"

/* ---- tidy ---- */

/* What has no finite value is empty. */
static void put_finite(cli_csv *csv, double value)
{
    cli_csv_number(csv, isfinite(value) ? value : NAN);
}

static void tidy_row(cli_csv *csv, const logreg_coefficient *c)
{
    static const char *const status[] = {[LOGREG_COEF_OK] = "ok",
                                         [LOGREG_COEF_ALIASED] = "aliased",
                                         [LOGREG_COEF_PLUS_INFINITY] = "plus_infinity",
                                         [LOGREG_COEF_MINUS_INFINITY] = "minus_infinity",
                                         [LOGREG_COEF_UNDETERMINED] = "undetermined"};
    const double numbers[] = {c->estimate, c->std_error, c->z, c->p, c->low, c->high};
    if (c->class_name)
        cli_csv_text(csv, c->class_name);
    cli_csv_text(csv, c->name);
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
        put_finite(csv, numbers[i]);
    cli_csv_text(csv, status[c->status]);
    cli_csv_end(csv);
}

static int tidy(cli_csv *csv, const cli_call *call, const cli_description *how, const logreg_model *model)
{
    static const char *const names[] = {"class",   "term",     "estimate",  "std.error", "statistic",
                                        "p.value", "conf.low", "conf.high", "status"};
    size_t K = logreg_model_classes(model);
    for (size_t i = K == 2; i < sizeof names / sizeof *names; i++)
        cli_csv_text(csv, names[i]);
    cli_csv_end(csv);
    for (size_t k = 1; k < K; k++)
        for (size_t j = 0; j < logreg_model_coefficients(model); j++) {
            logreg_error err;
            logreg_coefficient c;
            if (logreg_inference_coefficient(&c, model, k, j, how->conf_level, &err) != LOGREG_OK)
                return cli_fail_error(call, &err);
            tidy_row(csv, &c);
        }
    return CLI_GO_ON;
}

/* ---- glance ---- */

static void glance(cli_csv *csv, const logreg_model *model)
{
    double predictors = (double)logreg_model_classes(model) - 1, rank = (double)logreg_model_rank(model);
    double residual = logreg_model_df_residual(model);
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
        {"nobs", residual + predictors * rank},
    };
    size_t n = sizeof column / sizeof *column;
    for (size_t i = 0; i < n; i++)
        cli_csv_text(csv, column[i].name);
    cli_csv_end(csv);
    for (size_t i = 0; i < n; i++)
        put_finite(csv, column[i].value);
    cli_csv_end(csv);
}

/* ---- augment ---- */

/* What the columns behind the data are made of. */
typedef struct {
    const logreg_model *model;
    const logreg_frame *frame;
    gsl_matrix *P;
    gsl_vector *y, *w;
} augmented;

/* x log(x / m), 0 at x = 0. */
static double part(double x, double m)
{
    return x > 0 ? x * log(x / m) : 0;
}

/* The deviance residual of a row of two classes, whose squares sum to the deviance. */
static double residual(double y, double w, double p, double q)
{
    double deviance = 2 * w * (part(y, p) + part(1 - y, q));
    return copysign(sqrt(fmax(deviance, 0)), y - p);
}

static int augmented_names(cli_csv *csv, const cli_call *call, const augmented *a)
{
    size_t K = a->P->size2, n = logreg_frame_columns(a->frame);
    for (size_t j = 0; j < n; j++)
        cli_csv_text(csv, logreg_frame_name(a->frame, j));
    for (size_t k = K == 2; k < K; k++) {
        char *name = NULL;
        if (asprintf(&name, ".fitted%s%s", K > 2 ? "." : "", K > 2 ? logreg_model_class(a->model, k) : "") <
            0)
            return cli_fail_memory(call);
        bool taken = logreg_frame_find(a->frame, name) != SIZE_MAX ||
                     (K == 2 && logreg_frame_find(a->frame, ".resid") != SIZE_MAX);
        int code = taken ? cli_fail(call, CLI_DATA, "--csv=augment: %s has a column '%s' already; rename it",
                                    logreg_frame_source(a->frame),
                                    logreg_frame_find(a->frame, name) != SIZE_MAX ? name : ".resid")
                         : CLI_GO_ON;
        cli_csv_text(csv, name);
        free(name);
        if (code != CLI_GO_ON)
            return code;
    }
    if (K == 2)
        cli_csv_text(csv, ".resid");
    cli_csv_end(csv);
    return CLI_GO_ON;
}

static void augmented_row(cli_csv *csv, const augmented *a, size_t i)
{
    size_t K = a->P->size2;
    double y = gsl_vector_get(a->y, i), w = gsl_vector_get(a->w, i);
    bool used = !isnan(y) && !isnan(gsl_matrix_get(a->P, i, 0));
    for (size_t j = 0; j < logreg_frame_columns(a->frame); j++)
        cli_csv_cell(csv, a->frame, i, j);
    for (size_t k = K == 2; k < K; k++)
        cli_csv_number(csv, used ? gsl_matrix_get(a->P, i, k) : NAN);
    if (K == 2)
        put_finite(csv, used ? residual(y, w, gsl_matrix_get(a->P, i, 1), gsl_matrix_get(a->P, i, 0)) : NAN);
    cli_csv_end(csv);
}

static int augment(cli_csv *csv, const cli_call *call, const logreg_model *model, const logreg_frame *frame)
{
    size_t n = logreg_frame_rows(frame);
    logreg_error err;
    augmented a = {model, frame, gsl_matrix_alloc(n, logreg_model_classes(model)), gsl_vector_alloc(n),
                   gsl_vector_alloc(n)};
    int code = CLI_GO_ON;
    if (!a.P || !a.y || !a.w)
        code = cli_fail_memory(call);
    else if (logreg_predict_proba_frame(model, frame, a.P, &err) != LOGREG_OK ||
             logreg_model_outcome_frame(model, frame, a.y, a.w, &err) != LOGREG_OK)
        code = cli_fail_error(call, &err);
    else
        code = augmented_names(csv, call, &a);
    for (size_t i = 0; code == CLI_GO_ON && i < n; i++)
        augmented_row(csv, &a, i);
    if (a.P)
        gsl_matrix_free(a.P);
    if (a.y)
        gsl_vector_free(a.y);
    if (a.w)
        gsl_vector_free(a.w);
    return code;
}

int cli_describe_csv(char **text, const cli_call *call, const cli_description *how, const logreg_model *model,
                     const logreg_frame *frame)
{
    char *made = NULL;
    size_t size;
    cli_csv csv = {.file = open_memstream(&made, &size), .terminal = isatty(STDOUT_FILENO)};
    if (!csv.file)
        return cli_fail_memory(call);
    int code = CLI_GO_ON;
    if (strcmp(how->csv, "tidy") == 0)
        code = tidy(&csv, call, how, model);
    else if (strcmp(how->csv, "glance") == 0)
        glance(&csv, model);
    else
        code = augment(&csv, call, model, frame);
    if (fclose(csv.file) != 0 && code == CLI_GO_ON)
        code = cli_fail_memory(call);
    if (code == CLI_GO_ON)
        *text = made;
    else
        free(made);
    return code;
}
