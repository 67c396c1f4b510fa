#include "report/diagnostics.h"

#include "report/json/document.h"
#include "report/json/values.h"

static json_t *moves_of_class(const logreg_model *model, const double *dfbeta)
{
    json_t *object = json_object();
    for (size_t j = 0; j < logreg_model_coefficients(model); j++)
        logreg__json_set(&object, logreg_model_coefficient_name(model, j), logreg__json_real(dfbeta[j]));
    return object;
}

/* Of more than two classes an object for each. */
static json_t *moves(const logreg_model *model, const double *dfbeta)
{
    size_t K = logreg_model_classes(model);
    if (K == 2)
        return moves_of_class(model, dfbeta);
    json_t *object = json_object();
    for (size_t k = 1; k < K; k++)
        logreg__json_set(&object, logreg_model_class(model, k),
                         moves_of_class(model, dfbeta + (k - 1) * logreg_model_coefficients(model)));
    return object;
}

static json_t *row(const logreg_model *model, const logreg_row_diagnostic *r, json_t *dfbeta)
{
    json_t *object = json_object();
    logreg__json_set(&object, "row", logreg__json_count((double)r->row + 1));
    logreg__json_set(&object, "line", r->line ? logreg__json_count((double)r->line) : json_null());
    if (logreg_model_classes(model) > 2)
        logreg__json_set(&object, "class", logreg__json_name(logreg_model_class(model, (size_t)r->outcome)));
    else
        logreg__json_set(&object, "outcome", logreg__json_real(r->outcome));
    logreg__json_set(&object, "observations", logreg__json_count(r->observations));
    logreg__json_set(&object, "fitted", logreg__json_real(r->fitted));
    logreg__json_set(&object, "leverage", logreg__json_real(r->leverage));
    logreg__json_set(&object, "pearson", logreg__json_real(r->pearson));
    logreg__json_set(&object, "deviance", logreg__json_real(r->deviance));
    logreg__json_set(&object, "std_pearson", logreg__json_real(r->std_pearson));
    logreg__json_set(&object, "std_deviance", logreg__json_real(r->std_deviance));
    logreg__json_set(&object, "quantile", logreg__json_real(r->quantile));
    logreg__json_set(&object, "cook", logreg__json_real(r->cook));
    logreg__json_set(&object, "dfbetas", dfbeta);
    return object;
}

static json_t *inflation(const logreg_inflation *x)
{
    json_t *object = json_object();
    logreg__json_set(&object, "term", logreg__json_name(x->term));
    logreg__json_set(&object, "df", logreg__json_count((double)x->df));
    logreg__json_set(&object, "gvif", logreg__json_real(x->factor));
    logreg__json_set(&object, "per_error", logreg__json_real(x->per_error));
    return object;
}

void logreg__document_diagnostics(logreg__page *page, const logreg_model *model, const logreg_diagnostics *d)
{
    json_t *object = json_object(), *rows = json_array(), *terms = json_array();
    for (size_t t = 0; t < d->n_top; t++)
        logreg__json_append(&rows,
                            row(model, &d->row[d->top[t]], moves(model, d->dfbeta + t * d->n_coefficients)));
    for (size_t t = 0; t < d->n_inflations; t++)
        logreg__json_append(&terms, inflation(&d->inflation[t]));
    logreg__json_set(&object, "influential", rows);
    logreg__json_set(&object, "inflation", terms);
    logreg__json_set(&object, "condition_number", logreg__json_real(d->condition));
    logreg__json_set(&object, "events_per_coefficient", logreg__json_real(d->events_per_coefficient));
    logreg__document_put(page, "diagnostics", object);
}
