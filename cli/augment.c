#include "augment.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include <logreg/metrics.h>

#include "csv.h"
#include "input.h"
#include "message.h"

/* The classes whose probabilities are told. */
static size_t first(const cli_augmented *a)
{
    return logreg_model_classes(a->model) == 2 ? 1 : 0;
}

/* Name of the column of class k in a new string. */
static char *fitted_name(const cli_augmented *a, size_t k)
{
    char *name = NULL;
    if (first(a))
        return strdup(".fitted");
    return asprintf(&name, ".fitted.%s", logreg_model_class(a->model, k)) < 0 ? NULL : name;
}

static int check_name(const cli_call *call, const cli_augmented *a, const char *name)
{
    if (!name)
        return cli_fail_memory(call);
    if (logreg_frame_find(a->frame, name) == SIZE_MAX)
        return CLI_GO_ON;
    return cli_fail(call, CLI_DATA, "--csv=augment: %s has a column '%s' already; rename it",
                    logreg_frame_source(a->frame), name);
}

/* What diagnostics add of each row; of more than two classes leverage, a residual for each class, and distance. */
static const char *const diagnosed[] = {".hat", ".pearson", ".std.resid", ".quantile", ".cooksd"};
enum { N_DIAGNOSED = sizeof diagnosed / sizeof *diagnosed };

static size_t count_diagnosed(const cli_augmented *a)
{
    return !a->diagnostics ? 0 : first(a) ? N_DIAGNOSED : logreg_model_classes(a->model) + 2;
}

/* Name of column i of these in a new string. */
static char *diagnosed_name(const cli_augmented *a, size_t i)
{
    char *name = NULL;
    if (first(a))
        return strdup(diagnosed[i]);
    if (i == 0 || i > logreg_model_classes(a->model))
        return strdup(i == 0 ? ".hat" : ".cooksd");
    return asprintf(&name, ".pearson.%s", logreg_model_class(a->model, i - 1)) < 0 ? NULL : name;
}

/* Its value in a row. */
static double diagnosed_value(const cli_augmented *a, size_t row, size_t i)
{
    const logreg_row_diagnostic *r = &a->diagnostics->row[row];
    if (first(a))
        return (double[]){r->leverage, r->pearson, r->std_deviance, r->quantile, r->cook}[i];
    size_t K = logreg_model_classes(a->model);
    return i == 0 ? r->leverage : i > K ? r->cook : a->diagnostics->class_pearson[row * K + i - 1];
}

static int check_names(const cli_call *call, const cli_augmented *a)
{
    int code = first(a) ? check_name(call, a, ".resid") : CLI_GO_ON;
    for (size_t i = 0; code == CLI_GO_ON && i < count_diagnosed(a); i++) {
        char *name = diagnosed_name(a, i);
        code = check_name(call, a, name);
        free(name);
    }
    for (size_t k = first(a); code == CLI_GO_ON && k < logreg_model_classes(a->model); k++) {
        char *name = fitted_name(a, k);
        code = check_name(call, a, name);
        free(name);
    }
    return code;
}

/* Rows that the fit left out for a column that its formula takes away were not used: their y becomes NaN. */
static void leave_out(cli_augmented *a)
{
    const char *name;
    for (size_t i = 0; (name = logreg_model_taken(a->model, i)); i++) {
        size_t j = logreg_frame_find(a->frame, name);
        if (j == SIZE_MAX || !logreg_frame_missing(a->frame, j))
            continue;
        bool category = logreg_frame_kind(a->frame, j) == LOGREG_CATEGORY;
        for (size_t r = 0; r < a->y->size; r++)
            if (category ? !logreg_frame_label(a->frame, r, j) : isnan(logreg_frame_number(a->frame, r, j)))
                gsl_vector_set(a->y, r, NAN);
    }
}

/* Marks the columns that the model reads. False: memory is out. */
static bool mark_used(const cli_augmented *a)
{
    size_t n = logreg_model_csv_columns(a->model, true, NULL);
    logreg_csv_column *column = calloc(n + 1, sizeof *column);
    if (!column)
        return false;
    logreg_model_csv_columns(a->model, true, column);
    for (size_t i = 0; i < n; i++) {
        size_t j = logreg_frame_find(a->frame, column[i].name);
        if (j != SIZE_MAX)
            a->used[j] = true;
    }
    free(column);
    return true;
}

int cli_augment(cli_augmented *a, const cli_call *call, const logreg_model *model, const logreg_frame *frame,
                const logreg_diagnostics *diagnostics)
{
    size_t n = logreg_frame_rows(frame);
    *a = (cli_augmented){model,
                         frame,
                         diagnostics,
                         calloc(logreg_frame_columns(frame) + 1, sizeof *a->used),
                         gsl_matrix_alloc(n, logreg_model_classes(model)),
                         gsl_vector_alloc(n),
                         gsl_vector_alloc(n)};
    if (!a->used || !a->P || !a->y || !a->w || !mark_used(a))
        return cli_fail_memory(call);
    logreg_error err;
    if (logreg_predict_proba_labelled(model, frame, a->P, &err) != LOGREG_OK ||
        logreg_model_outcome_frame(model, frame, a->y, a->w, &err) != LOGREG_OK)
        return cli_input_fail(call, frame, &err);
    leave_out(a);
    return check_names(call, a);
}

static void write_names(cli_csv *csv, const cli_augmented *a)
{
    for (size_t j = 0; j < logreg_frame_columns(a->frame); j++)
        cli_csv_text(csv, logreg_frame_name(a->frame, j));
    for (size_t k = first(a); k < logreg_model_classes(a->model); k++) {
        char *name = fitted_name(a, k);
        cli_csv_text(csv, name);
        free(name);
    }
    if (first(a))
        cli_csv_text(csv, ".resid");
    for (size_t i = 0; i < count_diagnosed(a); i++) {
        char *name = diagnosed_name(a, i);
        cli_csv_text(csv, name);
        free(name);
    }
}

/* Of row i of the frame, which is the one `next` says, or was not used. */
static void write_diagnosed(cli_csv *csv, const cli_augmented *a, size_t i, size_t *next)
{
    bool used = *next < a->diagnostics->n_rows && a->diagnostics->row[*next].row == i;
    for (size_t k = 0; k < count_diagnosed(a); k++) {
        double value = used ? diagnosed_value(a, *next, k) : NAN;
        cli_csv_number(csv, isfinite(value) ? value : NAN);
    }
    *next += used;
}

static void write_row(cli_csv *csv, const cli_augmented *a, size_t i)
{
    double y = gsl_vector_get(a->y, i), w = gsl_vector_get(a->w, i);
    bool used = !isnan(y) && !isnan(gsl_matrix_get(a->P, i, 0));
    for (size_t j = 0; j < logreg_frame_columns(a->frame); j++)
        (a->used[j] ? cli_csv_cell : cli_csv_cell_as_read)(csv, a->frame, i, j);
    for (size_t k = first(a); k < a->P->size2; k++)
        cli_csv_number(csv, used ? gsl_matrix_get(a->P, i, k) : NAN);
    if (!first(a))
        return;
    double r =
        used ? logreg_metric_deviance_residual(y, w, gsl_matrix_get(a->P, i, 1), gsl_matrix_get(a->P, i, 0))
             : NAN;
    cli_csv_number(csv, isfinite(r) ? r : NAN);
}

void cli_augment_write(const cli_augmented *a, FILE *out)
{
    cli_csv csv = cli_csv_to(out);
    write_names(&csv, a);
    size_t next = 0;
    bool open = cli_csv_end(&csv);
    for (size_t i = 0; open && i < a->P->size1; i++) {
        write_row(&csv, a, i);
        if (a->diagnostics)
            write_diagnosed(&csv, a, i, &next);
        open = cli_csv_end(&csv);
    }
}

void cli_augment_release(cli_augmented *a)
{
    free(a->used);
    if (a->P)
        gsl_matrix_free(a->P);
    if (a->y)
        gsl_vector_free(a->y);
    if (a->w)
        gsl_vector_free(a->w);
}
