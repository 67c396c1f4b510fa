#include "report/json/data_json.h"

#include <math.h>

#include "report/json/document.h"
#include "report/summary/imputed.h"
#include "report/texts.h"
#include "report/json/values.h"

static json_t *classes(const logreg_model *model)
{
    json_t *array = json_array();
    for (size_t k = 0; k < logreg_model_classes(model); k++)
        logreg__json_append(&array, logreg__json_name(logreg_model_class(model, k)));
    return array;
}

static json_t *strata(logreg_strata s)
{
    json_t *object = json_object();
    logreg__json_set(&object, "column", logreg__json_name(s.column));
    logreg__json_set(&object, "n", logreg__json_count((double)s.n));
    logreg__json_set(&object, "informative", logreg__json_count((double)s.informative));
    logreg__json_set(&object, "single", logreg__json_count((double)s.single));
    logreg__json_set(&object, "eventless", logreg__json_count((double)s.eventless));
    logreg__json_set(&object, "full", logreg__json_count((double)s.full));
    logreg__json_set(&object, "n_rows", logreg__json_count((double)s.rows));
    logreg__json_set(&object, "n_events", logreg__json_count((double)s.events));
    return object;
}

/* Of categories that are coded against a level. */
static json_t *references(const logreg_model *model)
{
    json_t *array = json_array();
    for (size_t i = 0; i < logreg_model_variables(model); i++) {
        logreg_variable v;
        if (logreg_model_variable(model, i, &v) != LOGREG_OK || v.kind != LOGREG_CATEGORY ||
            !logreg__terms_reference(model->terms, v.name))
            continue;
        json_t *object = json_object();
        logreg__json_set(&object, "column", logreg__json_name(v.name));
        logreg__json_set(&object, "level", logreg__json_name(v.levels[0]));
        logreg__json_append(&array, object);
    }
    return array;
}

static void add_missing(json_t **array, const char *column, size_t n)
{
    if (!n)
        return;
    json_t *object = json_object();
    logreg__json_set(&object, "column", logreg__json_name(column));
    logreg__json_set(&object, "n", logreg__json_count((double)n));
    logreg__json_append(array, object);
}

/* Rows that miss each column that the fit needs. */
static json_t *missing(const logreg_model *model)
{
    json_t *array = json_array();
    for (size_t i = 0; i < model->n_lacking; i++)
        add_missing(&array, model->lacking[i].column, model->lacking[i].n_missing);
    for (size_t i = 0; i < logreg_model_variables(model); i++) {
        logreg_variable v;
        if (logreg_model_variable(model, i, &v) == LOGREG_OK)
            add_missing(&array, v.name, v.n_missing);
    }
    const logreg__terms *t = model->terms;
    for (size_t i = 0; i < t->n_taken; i++)
        add_missing(&array, t->taken[i].column, t->taken[i].n_missing);
    return array;
}

static json_t *held_out(const logreg_model *model)
{
    json_t *object = json_object();
    logreg__json_set(&object, "n", logreg__json_count((double)logreg_model_held_out(model)));
    logreg__json_set(&object, "log_loss", logreg__json_real(logreg_model_held_out_loss(model)));
    return object;
}

void logreg__document_class_weight(logreg__page *page, const logreg_model *model)
{
    if (!logreg_model_class_weighted(model))
        return;
    json_t *object = json_object();
    for (size_t k = 0; k < logreg_model_classes(model); k++)
        logreg__json_set(&object, logreg_model_class(model, k),
                         logreg__json_real(logreg_model_class_factor(model, k)));
    logreg__document_put(page, "class_weight", object);
}

void logreg__document_data(logreg__page *page, const logreg_model *model)
{
    bool binary = logreg_model_classes(model) == 2;
    size_t read = logreg_model_rows_read(model);
    logreg__document_put(page, "schema", json_string("logreg.fit/1"));
    logreg__document_put(page, "formula", logreg__json_name(logreg_model_formula(model)));
    logreg__document_put(page, "target", logreg__json_name(logreg_model_target(model)));
    logreg__document_put(page, "classes", classes(model));
    logreg__document_put(page, "positive", logreg__json_name(binary ? logreg_model_class(model, 1) : NULL));
    logreg__document_put(page, "source", logreg__json_name(logreg_model_source(model)));
    logreg__document_put(page, "weights", logreg__json_name(logreg_model_weights(model)));
    logreg__document_class_weight(page, model);
    logreg__document_put(page, "offset", logreg__json_name(logreg_model_offset(model)));
    logreg__document_put(page, "trials", logreg__json_name(logreg_model_trials(model)));
    logreg__document_put(page, "references", references(model));
    logreg__document_put(page, "n_rows", logreg__json_count((double)read));
    logreg__document_put(page, "n_obs", logreg__json_count(logreg_model_n_obs(model)));
    size_t nothing = logreg_model_rows_weightless(model);
    logreg__document_put(page, "n_dropped",
                         logreg__json_count((double)(read - nothing - logreg_model_rows_used(model) -
                                                     logreg_model_held_out(model))));
    logreg__document_put(page, "n_excluded", logreg__json_count((double)logreg_model_rows_excluded(model)));
    if (nothing)
        logreg__document_put(page, "n_weightless", logreg__json_count((double)nothing));
    logreg__document_put(page, "n_events",
                         logreg__json_count(binary ? logreg_model_class_weight(model, 1) : NAN));
    logreg__document_put(page, "missing", missing(model));
    if (logreg_model_held_out(model))
        logreg__document_put(page, "held_out", held_out(model));
    if (model->terms->n_fills)
        logreg__document_put(page, "imputed", logreg__imputed_json(model));
    if (logreg_model_text(model, NULL, NULL))
        logreg__document_put(page, "text", logreg__texts_json(model));
    if (model->strata)
        logreg__document_put(page, "strata", strata(logreg_model_strata(model)));
}
