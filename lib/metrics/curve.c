/* The table of curves, and what all of them need. */
#include "metrics/curve.h"

#include <string.h>

#include "base/error.h"
#include "base/memory.h"
#include "metrics/rest.h"

#define USUAL_BINS 10

typedef struct {
    const char *name, *title;
    const char *const *column;
    size_t n_columns;
    logreg__curve_of_order *of_order; /* NULL: it is of bins */
} kind;

#define COLUMNS(...)                                                                                         \
    (const char *const[]){__VA_ARGS__}, sizeof((const char *const[]){__VA_ARGS__}) / sizeof(char *)

static const kind table[] = {
    {"roc", "ROC curve", COLUMNS("threshold", "fpr", "tpr"), logreg__curve_roc},
    {"precision_recall", "Precision-recall curve", COLUMNS("threshold", "precision", "recall"),
     logreg__curve_precision_recall},
    {"calibration", "Calibration curve",
     COLUMNS("low", "high", "n", "prob_pred", "prob_true", "conf_low", "conf_high"), NULL},
    {"gain", "Gain and lift", COLUMNS("threshold", "rate", "gain", "lift"), logreg__curve_gain},
};

#define N_KINDS (sizeof table / sizeof *table)

const char *logreg_curve_name(size_t i)
{
    return i < N_KINDS ? table[i].name : NULL;
}

const char *logreg_curve_title(size_t i)
{
    return i < N_KINDS ? table[i].title : NULL;
}

logreg_curve_options logreg_curve_options_default(void)
{
    return (logreg_curve_options){.drop_intermediate = true, .conf_level = 0.95};
}

logreg_status logreg__curve_room(logreg_curve *curve, size_t n, logreg_error *err)
{
    for (size_t c = 0; c < curve->n_columns; c++)
        if (!(curve->column[c] = logreg__new_raw(n, sizeof **curve->column)))
            return logreg__fail_memory(err);
    curve->n_points = n;
    return LOGREG_OK;
}

static logreg_status fail_rows(const kind *k, logreg_error *err)
{
    return logreg__fail(err, LOGREG_EDATA, "no %s curve: there are no rows, or a probability is not a number",
                        k->name);
}

static logreg_status make(logreg_curve *curve, const kind *k, const logreg__rest *rest,
                          const logreg_labelled *rows, const logreg_curve_options *o, logreg_error *err)
{
    if (k->of_order) {
        logreg__ranked *ranked = NULL;
        logreg_status status = logreg__ranked_new(&ranked, rest->y, rest->p, rest->w, rest->n, err);
        if (status == LOGREG_OK)
            status = ranked->n ? k->of_order(curve, ranked, o, err) : fail_rows(k, err);
        logreg__ranked_free(ranked);
        return status;
    }
    logreg__reliability bins;
    logreg_status status =
        logreg__reliability_find(&bins, rest->y, rest->p, rest->w, rest->n,
                                 rows->n_bins ? rows->n_bins : USUAL_BINS, rows->quantile_bins, err);
    if (status == LOGREG_OK)
        status = bins.known ? logreg__curve_calibration(curve, &bins, o, err) : fail_rows(k, err);
    logreg__reliability_clear(&bins);
    return status;
}

logreg_status logreg_curve_new(logreg_curve **curve, const char *name, const logreg_labelled *rows,
                               size_t of_class, const logreg_curve_options *options, logreg_error *err)
{
    logreg_curve_options o = options ? *options : logreg_curve_options_default();
    const kind *k = NULL;
    for (size_t i = 0; i < N_KINDS; i++)
        if (strcmp(table[i].name, name) == 0)
            k = &table[i];
    if (!k)
        return logreg__fail(err, LOGREG_EINVAL,
                            "there is no curve '%s'; there are roc, precision_recall, calibration and gain",
                            name);
    if (of_class >= rows->n_classes)
        return logreg__fail(err, LOGREG_EINVAL, "a curve of class %zu of %zu", of_class, rows->n_classes);
    if (!(o.conf_level > 0 && o.conf_level < 1))
        return logreg__fail(err, LOGREG_EINVAL, "the confidence level is %g; it must be between 0 and 1",
                            o.conf_level);
    logreg_curve *new = logreg__new(1, sizeof *new);
    if (!new)
        return logreg__fail_memory(err);
    *new = (logreg_curve){k->name, of_class, 0, k->n_columns, k->column, NULL};
    new->column = logreg__new(k->n_columns, sizeof *new->column);
    logreg__rest rest = {0};
    logreg_status status =
        new->column ? logreg__rest_find(&rest, rows, of_class, err) : logreg__fail_memory(err);
    if (status == LOGREG_OK)
        status = make(new, k, &rest, rows, &o, err);
    free(rest.room);
    if (status == LOGREG_OK)
        *curve = new;
    else
        logreg_curve_free(new);
    return status;
}

void logreg_curve_free(logreg_curve *curve)
{
    for (size_t c = 0; curve && curve->column && c < curve->n_columns; c++)
        free(curve->column[c]);
    if (curve)
        free(curve->column);
    free(curve);
}

const double *logreg_curve_column(const logreg_curve *curve, const char *name)
{
    for (size_t c = 0; c < curve->n_columns; c++)
        if (strcmp(curve->column_name[c], name) == 0)
            return curve->column[c];
    return NULL;
}
