/* JSON of an evaluation, schema "logreg.evaluate/1". */
#include <locale.h>
#include <math.h>
#include <string.h>

#include <logreg/metrics.h>

#include "base/error.h"
#include "base/memory.h"
#include "report/evaluation.h"
#include "report/goodness.h"
#include "report/options.h"
#include "report/json/values.h"

static json_t *classes(const logreg_model *model)
{
    json_t *array = json_array();
    for (size_t k = 0; k < logreg_model_classes(model); k++)
        logreg__json_append(&array, logreg__json_name(logreg_model_class(model, k)));
    return array;
}

/* The column that each class's probability was read off; null: what that of the other leaves. */
static json_t *columns(const logreg_model *model)
{
    json_t *list = json_array();
    for (size_t k = 0; k < logreg_model_classes(model); k++)
        logreg__json_append(&list, logreg__json_name(logreg_model_probability(model, k)));
    return list;
}

static json_t *metrics(const logreg_evaluation *e)
{
    json_t *object = json_object();
    for (size_t i = 0; i < e->n_metrics; i++)
        logreg__json_set(&object, e->metric[i]->name, logreg__json_real(e->measure[i].value));
    return object;
}

static json_t *pair(double low, double high)
{
    return logreg__json_pair(logreg__json_real(low), logreg__json_real(high));
}

static json_t *std_errors(const logreg_evaluation *e)
{
    json_t *object = json_object();
    for (size_t i = 0; i < e->n_metrics; i++)
        if (!isnan(e->measure[i].std_error))
            logreg__json_set(&object, e->metric[i]->name, logreg__json_real(e->measure[i].std_error));
    return object;
}

static json_t *intervals(const logreg_evaluation *e, double conf_level)
{
    json_t *object = json_object();
    double low, high;
    for (size_t i = 0; i < e->n_metrics; i++)
        if (logreg_metric_interval(&low, &high, e->metric[i], &e->measure[i], conf_level))
            logreg__json_set(&object, e->metric[i]->name, pair(low, high));
    return object;
}

static json_t *auc_interval(const logreg_evaluation *e, double conf_level)
{
    double low = NAN, high = NAN;
    for (size_t i = 0; i < e->n_metrics; i++)
        if (strcmp(e->metric[i]->name, "auc") == 0)
            logreg_metric_interval(&low, &high, e->metric[i], &e->measure[i], conf_level);
    return pair(low, high);
}

static json_t *class_report(const logreg_model *model, const logreg_evaluation *e)
{
    size_t K = e->n_classes;
    json_t *lines = json_array();
    logreg_class_scores *scores = logreg__new(K + 2, sizeof *scores);
    if (!scores) {
        json_decref(lines);
        return NULL;
    }
    logreg_metric_report(scores, e->confusion, K);
    for (size_t k = 0; k < K + 2; k++) {
        json_t *line = json_object();
        if (k < K)
            logreg__json_set(&line, "class", logreg__json_name(logreg_model_class(model, k)));
        else
            logreg__json_set(&line, "mean", json_string(k == K ? "macro" : "weighted"));
        logreg__json_set(&line, "precision", logreg__json_real(scores[k].precision));
        logreg__json_set(&line, "recall", logreg__json_real(scores[k].recall));
        logreg__json_set(&line, "f1", logreg__json_real(scores[k].f1));
        logreg__json_set(&line, "support", logreg__json_count(scores[k].support));
        logreg__json_append(&lines, line);
    }
    free(scores);
    return lines;
}

/* null: there was none. */
static json_t *rule(const logreg_threshold_rule *rule)
{
    char text[LOGREG__RULE_SIZE];
    if (!rule->name)
        return json_null();
    logreg__rule_text(text, rule);
    return json_string(text);
}

static json_t *curve(const logreg_model *model, const logreg_curve *c)
{
    json_t *object = json_object();
    logreg__json_set(&object, "curve", json_string(c->name));
    logreg__json_set(&object, "class", logreg__json_name(logreg_model_class(model, c->of_class)));
    for (size_t k = 0; k < c->n_columns; k++) {
        json_t *column = json_array();
        for (size_t i = 0; i < c->n_points; i++)
            logreg__json_append(&column, logreg__json_real(c->column[k][i]));
        logreg__json_set(&object, c->column_name[k], column);
    }
    return object;
}

static json_t *curves(const logreg_model *model, const logreg_evaluation *e)
{
    json_t *all = json_array();
    for (size_t i = 0; i < e->n_curves; i++)
        logreg__json_append(&all, curve(model, e->curve[i]));
    return all;
}

/* What the metrics were made with. */
static void set_options(json_t **object, const logreg_evaluation *e)
{
    bool two = e->n_classes == 2;
    logreg__json_set(object, "threshold_rule", rule(&e->rule));
    logreg__json_set(object, "beta", logreg__json_real(e->beta));
    logreg__json_set(object, "top_k", two ? json_null() : logreg__json_count((double)e->top_k));
    logreg__json_set(object, "n_bins", logreg__json_count((double)e->n_bins));
    logreg__json_set(object, "bin_strategy", json_string(e->quantile_bins ? "quantile" : "uniform"));
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
    if (logreg_model_probability(model, 1))
        logreg__json_set(&object, "probability", columns(model));
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
    logreg__json_set(&object, "std_errors", std_errors(e));
    logreg__json_set(&object, "intervals", intervals(e, o.conf_level));
    set_options(&object, e);
    logreg__json_set(&object, "report", class_report(model, e));
    if (e->n_curves)
        logreg__json_set(&object, "curves", curves(model, e));
    if (o.contest)
        logreg__json_set(&object, "against", logreg__json_contest(o.contest, o.contest_name, o.conf_level));
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
