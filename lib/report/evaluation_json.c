/* JSON of an evaluation, schema "logreg.evaluate/1". */
#include <locale.h>
#include <math.h>
#include <string.h>

#include <logreg/metrics.h>

#include "base/error.h"
#include "report/goodness.h"
#include "report/interval.h"
#include "report/options.h"
#include "report/values.h"

static json_t *classes(const logreg_model *model)
{
    json_t *array = json_array();
    for (size_t k = 0; k < logreg_model_classes(model); k++)
        logreg__json_append(&array, logreg__json_name(logreg_model_class(model, k)));
    return array;
}

static json_t *metrics(const logreg_evaluation *e)
{
    json_t *object = json_object();
    for (size_t i = 0; i < e->n_metrics; i++)
        logreg__json_set(&object, logreg_metric_at(i)->name, logreg__json_real(e->value[i]));
    return object;
}

static json_t *auc_interval(const logreg_evaluation *e, double conf_level)
{
    size_t i = 0;
    while (strcmp(logreg_metric_at(i)->name, "auc") != 0)
        i++;
    double low, high;
    logreg__auc_interval(&low, &high, e->value[i], e->std_error[i], conf_level);
    return logreg__json_pair(logreg__json_real(low), logreg__json_real(high));
}

static json_t *confusion(const logreg_evaluation *e)
{
    json_t *rows = json_array();
    for (size_t i = 0; i < e->n_classes; i++) {
        json_t *row = json_array();
        for (size_t j = 0; j < e->n_classes; j++)
            logreg__json_append(&row, logreg__json_count(e->confusion[i * e->n_classes + j]));
        logreg__json_append(&rows, row);
    }
    return rows;
}

logreg_status logreg_report_evaluation_json(char **text, const logreg_model *model,
                                            const logreg_evaluation *e, const logreg_report_options *options,
                                            logreg_error *err)
{
    logreg_report_options o;
    logreg_status status = logreg__report_options_check(&o, options, err);
    if (status != LOGREG_OK)
        return status;
    bool two = e->n_classes == 2;
    json_t *object = json_object();
    logreg__json_set(&object, "schema", json_string("logreg.evaluate/1"));
    logreg__json_set(&object, "target", logreg__json_name(logreg_model_target(model)));
    logreg__json_set(&object, "classes", classes(model));
    logreg__json_set(&object, "positive", logreg__json_name(two ? logreg_model_class(model, 1) : NULL));
    logreg__json_set(&object, "n_rows", logreg__json_count((double)e->n_rows));
    logreg__json_set(&object, "n_used", logreg__json_count((double)e->n_used));
    if (e->n_weightless)
        logreg__json_set(&object, "n_weightless", logreg__json_count((double)e->n_weightless));
    logreg__json_set(&object, "n_obs", logreg__json_count(e->n_obs));
    logreg__json_set(&object, "threshold", logreg__json_real(two ? e->threshold : NAN));
    logreg__json_set(&object, "metrics", metrics(e));
    logreg__json_set(&object, "auc_ci", auc_interval(e, o.conf_level));
    logreg__json_set(&object, "conf_level", logreg__json_real(o.conf_level));
    logreg__json_set(&object, "confusion", confusion(e));
    if (o.validation)
        logreg__json_set(&object, "gof", logreg__json_validation(o.validation, o.conf_level));
    /* jansson writes numbers as the thread's locale has them. */
    locale_t c = newlocale(LC_ALL_MASK, "C", (locale_t)0);
    if (!c) {
        json_decref(object);
        return logreg__fail_memory(err);
    }
    locale_t before = uselocale(c);
    logreg__page page;
    logreg__page_start(&page, &o);
    logreg__json_encode(&page, object);
    logreg__page_add(&page, "\n");
    uselocale(before);
    freelocale(c);
    return logreg__page_finish(text, &page, err);
}
