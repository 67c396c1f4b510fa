/* JSON of a fit, schema "logreg.fit/1": jansson builds and encodes each value; the top-level keys, and coefficients
 * and warnings within theirs, stand on a line each. Whatever is not a finite number is null. */
#include <logreg/inference.h>
#include <logreg/report.h>

#include <string.h>

#include "model/model.h"
#include "report/json/data_json.h"
#include "report/json/document.h"
#include "report/json/fit_json.h"
#include "report/diagnostics.h"
#include "report/effects.h"
#include "report/summary/estimates.h"
#include "report/exact.h"
#include "report/goodness.h"
#include "report/hypotheses.h"
#include "report/options.h"
#include "report/page/page.h"
#include "report/summary/steps.h"
#include "report/summary/summary.h"
#include "report/json/values.h"
#include "report/warnings/warnings.h"

/* ---- Parts of the document ---- */

/* What an aliased column is made of, [[name, multiplier], ..]; null for others. */
static json_t *makings(const logreg_model *model, size_t k, size_t j)
{
    if (logreg_model_coefficient_status(model, k, j) != LOGREG_COEF_ALIASED)
        return json_null();
    const char *const *names;
    const double *multipliers;
    size_t n = logreg_model_alias(model, j, &names, &multipliers);
    json_t *array = json_array();
    for (size_t i = 0; i < n; i++)
        logreg__json_append(
            &array, logreg__json_pair(logreg__json_name(names[i]), logreg__json_real(multipliers[i])));
    return array;
}

static json_t *coefficient(const logreg_model *model, const logreg_inference *inference, size_t i)
{
    logreg_coefficient c = inference->coefficient[i];
    size_t p = logreg_model_coefficients(model);
    json_t *object = json_object();
    logreg__json_set(&object, "name", logreg__json_name(c.name));
    if (c.class_name)
        logreg__json_set(&object, "class", logreg__json_name(c.class_name));
    logreg__json_set_estimate(&object, &c);
    if (strcmp(inference->method, "profile") == 0)
        logreg__json_set_ends(&object, &c);
    if (inference->n_units)
        logreg__json_set(&object, "unit", logreg__json_real(c.unit));
    logreg__json_set(&object, "status", json_string(logreg__status_words[c.status]));
    logreg__json_set(&object, "of", makings(model, i / p + logreg_model_first_class(model), i % p));
    return object;
}

static json_t *warning(const logreg__warning *w, const logreg_model *model)
{
    logreg_report_options o = logreg_report_options_default();
    logreg__page message;
    logreg__page_start(&message, &o);
    logreg__warn(w, &message, model);
    json_t *object = json_object();
    logreg__json_set(&object, "code", json_string(w->code));
    logreg__json_set(&object, "message",
                     message.text.failed ? NULL : json_string(logreg__page_string(&message)));
    if (message.command)
        logreg__json_set(&object, "command", logreg__json_name(message.command));
    logreg__page_free(&message);
    return object;
}

static json_t *seconds(const logreg_report_options *o)
{
    json_t *object = json_object();
    logreg__json_set(&object, "load", logreg__json_real(o->seconds_load));
    logreg__json_set(&object, "fit", logreg__json_real(o->seconds_fit));
    logreg__json_set(&object, "total", logreg__json_real(o->seconds_total));
    return object;
}

/* ---- Lists ---- */

static json_t *contrast(const logreg_model *model, size_t against, const logreg_coefficient *c, bool profile)
{
    json_t *object = json_object();
    logreg__json_set(&object, "name", logreg__json_name(c->name));
    logreg__json_set(&object, "class", logreg__json_name(c->class_name));
    logreg__json_set(&object, "against", logreg__json_name(logreg_model_class(model, against)));
    logreg__json_set_estimate(&object, c);
    if (profile)
        logreg__json_set_ends(&object, c);
    return object;
}

/* Only of models that have them. */
static void write_contrasts(logreg__page *page, const logreg_model *model, const logreg_inference *inference)
{
    size_t items = 0;
    bool profile = strcmp(inference->method, "profile") == 0;
    if (!inference->n_contrasts)
        return;
    logreg__document_open_list(page, "contrasts");
    for (size_t k = 2; k <= model->k; k++)
        for (size_t against = 1; against < k; against++)
            for (size_t j = 0; j < model->p; j++) {
                const logreg_coefficient *c = logreg__contrast_of(inference, model, k, against, j);
                if (c->status == LOGREG_COEF_OK)
                    logreg__document_put_item(page, contrast(model, against, c, profile), &items);
            }
    logreg__document_close_list(page, items);
}

static void write_lists(logreg__page *page, const logreg_model *model, const logreg_inference *inference)
{
    size_t items = 0;
    logreg__document_open_list(page, "coefficients");
    for (size_t i = 0; i < inference->n_coefficients; i++)
        if (i % model->p < model->p - model->terms->n_sparse || inference->coefficient[i].estimate != 0)
            logreg__document_put_item(page, coefficient(model, inference, i), &items);
    logreg__document_close_list(page, items);
    write_contrasts(page, model, inference);
    items = 0;
    logreg__document_open_list(page, "warnings");
    for (const logreg__warning *w = logreg__warning_table; w->code; w++)
        if (logreg__warn(w, NULL, model))
            logreg__document_put_item(page, warning(w, model), &items);
    logreg__document_close_list(page, items);
}

logreg_status logreg_report_json(char **text, const logreg_model *model, const logreg_report_options *options,
                                 logreg_error *err)
{
    logreg__report_source source;
    logreg_status status = logreg__report_source_find(&source, model, options, err);
    if (status != LOGREG_OK)
        return status;
    const logreg_report_options o = source.options;
    logreg__document document;
    status = logreg__document_start(&document, &o, err);
    if (status == LOGREG_OK) {
        logreg__document_data(&document.page, model);
        logreg__document_fit(&document.page, model, source.inference);
        write_lists(&document.page, model, source.inference);
        if (o.steps)
            logreg__document_steps(&document.page, o.steps);
        if (o.hypotheses)
            logreg__document_hypotheses(&document.page, o.hypotheses);
        if (o.exact)
            logreg__document_exact(&document.page, o.exact);
        if (o.effects)
            logreg__document_effects(&document.page, o.effects);
        if (o.goodness)
            logreg__document_goodness(&document.page, o.goodness);
        if (o.optimism)
            logreg__document_optimism(&document.page, o.optimism);
        if (o.diagnostics)
            logreg__document_diagnostics(&document.page, model, o.diagnostics);
        logreg__document_put(&document.page, "seconds", seconds(&o));
        status = logreg__document_finish(text, &document, err);
    }
    logreg__report_source_clear(&source);
    return status;
}
