/* JSON of models side by side, schema "logreg.compare/1". */
#include <stdint.h>

#include "model/model.h"
#include "report/json/document.h"
#include "report/options.h"
#include "report/json/values.h"

static json_t *test(const logreg_comparison *c, const char *against)
{
    if (!against)
        return json_null();
    json_t *object = json_object();
    logreg__json_set(&object, "against", logreg__json_name(against));
    logreg__json_set_test(&object, c->lr);
    return object;
}

/* Of model i of all. */
static json_t *model(const logreg_comparison *all, size_t i, const char *const *name)
{
    const logreg_comparison *c = &all[i];
    const char *against = c->against == SIZE_MAX ? NULL : name[all[c->against].place];
    json_t *object = json_object();
    logreg__json_set(&object, "name", logreg__json_name(name[c->place]));
    logreg__json_set(&object, "formula", logreg__json_name(logreg_model_formula(c->model)));
    logreg__json_set(&object, "parameters", logreg__json_count(c->parameters));
    logreg__json_set(&object, "converged", json_boolean(logreg_model_converged(c->model)));
    logreg__json_set(&object, "separation",
                     json_string(logreg__separation_words[logreg_model_separation(c->model)]));
    logreg__json_set(&object, "log_likelihood", logreg__json_real(c->log_likelihood));
    logreg__json_set(&object, "aic", logreg__json_real(c->aic));
    logreg__json_set(&object, "aic_delta", logreg__json_real(c->aic_delta));
    logreg__json_set(&object, "aic_weight", logreg__json_real(c->aic_weight));
    logreg__json_set(&object, "bic", logreg__json_real(c->bic));
    logreg__json_set(&object, "bic_delta", logreg__json_real(c->bic_delta));
    logreg__json_set(&object, "bic_weight", logreg__json_real(c->bic_weight));
    logreg__json_set(&object, "lr", test(c, against));
    logreg__json_set(&object, "same_as",
                     c->same == SIZE_MAX ? json_null() : logreg__json_name(name[all[c->same].place]));
    return object;
}

logreg_status logreg_report_comparison_json(char **text, const logreg_comparison *c, size_t n,
                                            const char *const *name, const logreg_report_options *options,
                                            logreg_error *err)
{
    logreg_report_options o;
    logreg_status status = logreg__report_options_check(&o, options, err);
    if (status != LOGREG_OK)
        return status;
    logreg__document document;
    status = logreg__document_start(&document, &o, err);
    if (status != LOGREG_OK)
        return status;
    size_t items = 0;
    logreg__document_put(&document.page, "schema", json_string("logreg.compare/1"));
    logreg__document_put(&document.page, "target", logreg__json_name(logreg_model_target(c[0].model)));
    logreg__document_put(&document.page, "n_rows",
                         logreg__json_count((double)logreg_model_rows_used(c[0].model)));
    logreg__document_put(&document.page, "n_obs", logreg__json_count(logreg_model_n_obs(c[0].model)));
    logreg__document_open_list(&document.page, "models");
    for (size_t i = 0; i < n; i++)
        logreg__document_put_item(&document.page, model(c, i, name), &items);
    logreg__document_close_list(&document.page, items);
    return logreg__document_finish(text, &document, err);
}
