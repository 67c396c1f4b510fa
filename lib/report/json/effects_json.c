#include "report/effects.h"

#include "report/json/document.h"
#include "report/options.h"
#include "report/json/values.h"

static json_t *number(const logreg_effect_number *x, const logreg_effect *tested)
{
    json_t *object = json_object();
    logreg__json_set(&object, "estimate", logreg__json_real(x->estimate));
    logreg__json_set(&object, "std_error", logreg__json_real(x->std_error));
    if (tested) {
        logreg__json_set(&object, "z", logreg__json_real(tested->z));
        logreg__json_set(&object, "p", logreg__json_real(tested->p));
    }
    logreg__json_set(&object, "ci", logreg__json_pair(logreg__json_real(x->low), logreg__json_real(x->high)));
    return object;
}

/* A number that moves has no levels, a reference no difference to itself: those are null. */
static json_t *item(const logreg_effect *e)
{
    bool compared = !e->level || e->level != e->reference;
    json_t *object = json_object();
    logreg__json_set(&object, "variable", logreg__json_name(e->variable));
    logreg__json_set(&object, "level", logreg__json_name(e->level));
    logreg__json_set(&object, "reference", logreg__json_name(e->reference));
    logreg__json_set(&object, "class", logreg__json_name(e->class_name));
    logreg__json_set(&object, "risk", e->level ? number(&e->risk, NULL) : json_null());
    logreg__json_set(&object, "difference", compared ? number(&e->difference, e) : json_null());
    logreg__json_set(&object, "risk_ratio", e->level && compared ? number(&e->ratio, NULL) : json_null());
    return object;
}

static json_t *fixed(const logreg_effect_at *at)
{
    json_t *object = json_object();
    logreg__json_set(&object, "variable", logreg__json_name(at->variable));
    logreg__json_set(&object, "value",
                     at->level ? logreg__json_name(at->level) : logreg__json_real(at->value));
    return object;
}

void logreg__document_effects(logreg__page *page, const logreg_effects *effects)
{
    size_t items = 0;
    json_t *at = json_array();
    for (size_t i = 0; i < effects->n_at; i++)
        logreg__json_append(&at, fixed(&effects->at[i]));
    logreg__document_put(page, "effects_at", at);
    logreg__document_open_list(page, "effects");
    for (size_t i = 0; i < effects->n; i++)
        logreg__document_put_item(page, item(&effects->effect[i]), &items);
    logreg__document_close_list(page, items);
}

logreg_status logreg_report_effects_json(char **text, const logreg_model *model,
                                         const logreg_effects *effects, const logreg_report_options *options,
                                         logreg_error *err)
{
    logreg_report_options o;
    logreg__document document;
    logreg_status status = logreg__report_options_check(&o, options, err);
    if (status == LOGREG_OK)
        status = logreg__document_start(&document, &o, err);
    if (status != LOGREG_OK)
        return status;
    logreg__page *page = &document.page;
    bool two = logreg_model_classes(model) == 2;
    logreg__document_put(page, "schema", json_string("logreg.effects/1"));
    logreg__document_put(page, "formula", logreg__json_name(logreg_model_formula(model)));
    logreg__document_put(page, "target", logreg__json_name(logreg_model_target(model)));
    logreg__document_put(page, "positive", logreg__json_name(two ? logreg_model_class(model, 1) : NULL));
    logreg__document_put(page, "n_rows", logreg__json_count((double)logreg_model_rows_used(model)));
    logreg__document_put(page, "n_obs", logreg__json_count(logreg_model_n_obs(model)));
    logreg__document_put(page, "conf_level", logreg__json_real(effects->level));
    logreg__document_effects(page, effects);
    return logreg__document_finish(text, &document, err);
}
