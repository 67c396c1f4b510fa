/* JSON of a path of penalties, schema "logreg.path/1". */
#include <string.h>

#include "report/json/data_json.h"
#include "report/json/document.h"
#include "report/options.h"
#include "report/json/values.h"

/* Is the strength chosen by something other than the loss? */
static bool by_other(const logreg_path *p)
{
    return p->folds && strcmp(p->measure->name, "log_loss") != 0;
}

static json_t *strength(const logreg_path *p, const logreg_model *model, size_t i)
{
    json_t *object = json_object(), *coefficients = json_array();
    size_t classes = p->n_classes - p->first_class;
    logreg__json_set(&object, "lambda", logreg__json_real(p->lambda[i]));
    logreg__json_set(&object, "n_nonzero", logreg__json_count((double)p->n_nonzero[i]));
    logreg__json_set(&object, "explained_deviance", logreg__json_real(p->explained[i]));
    logreg__json_set(&object, "log_loss", logreg__json_real(p->log_loss[i]));
    if (p->folds) {
        logreg__json_set(&object, "cv_log_loss", logreg__json_real(p->cv_log_loss[i]));
        logreg__json_set(&object, "cv_error", logreg__json_real(p->cv_error[i]));
    }
    if (by_other(p)) {
        logreg__json_set(&object, "cv_measure", logreg__json_real(p->cv_measure[i]));
        logreg__json_set(&object, "cv_measure_error", logreg__json_real(p->cv_measure_error[i]));
    }
    logreg__json_set(&object, "kkt", logreg__json_real(p->violation[i]));
    logreg__json_set(&object, "converged", json_boolean(p->converged[i]));
    for (size_t c = 0; c < classes; c++)
        for (size_t j = 0; j < p->p; j++) {
            double estimate = p->coefficient[(i * classes + c) * p->p + j];
            if (estimate == 0)
                continue;
            json_t *own = json_object();
            logreg__json_set(&own, "name", logreg__json_name(logreg_model_coefficient_name(model, j)));
            if (classes > 1)
                logreg__json_set(&own, "class", logreg__json_name(logreg_model_class(model, c)));
            logreg__json_set(&own, "estimate", logreg__json_real(estimate));
            logreg__json_append(&coefficients, own);
        }
    logreg__json_set(&object, "coefficients", coefficients);
    return object;
}

/* The candidates of a grid, and what choosing among them is worth. */
static json_t *grid_json(const logreg_grid *g, const char *const *formula)
{
    json_t *object = json_object(), *list = json_array(), *choice = json_array();
    for (size_t i = 0; i < g->n; i++) {
        const logreg_path *p = g->path[i];
        json_t *one = json_object();
        logreg__json_set(&one, "formula", logreg__json_name(formula[g->formula[i]]));
        logreg__json_set(&one, "l1_ratio", logreg__json_real(g->l1_ratio[i]));
        logreg__json_set(&one, "lambda", logreg__json_real(p->lambda[p->best]));
        logreg__json_set(&one, "n_nonzero", logreg__json_count((double)p->n_nonzero[p->best]));
        logreg__json_set(&one, "cv_measure", logreg__json_real(p->cv_measure[p->best]));
        logreg__json_set(&one, "cv_measure_error", logreg__json_real(p->cv_measure_error[p->best]));
        logreg__json_append(&list, one);
    }
    logreg__json_set(&object, "candidates", list);
    logreg__json_set(&object, "best", logreg__json_count((double)g->best));
    for (size_t i = 0; i < g->nested; i++)
        logreg__json_append(&choice, logreg__json_count((double)g->nested_choice[i]));
    logreg__json_set(&object, "nested", logreg__json_count((double)g->nested));
    logreg__json_set(&object, "nested_measure",
                     g->nested ? logreg__json_real(g->nested_measure) : json_null());
    logreg__json_set(&object, "nested_measure_error",
                     g->nested ? logreg__json_real(g->nested_error) : json_null());
    logreg__json_set(&object, "nested_choice", choice);
    return object;
}

/* Intervals of the chosen model's coefficients. */
static json_t *bootstrap_json(const logreg_path *p, const logreg_model *model)
{
    logreg_model_bootstrap b = logreg_model_bootstrapped(model);
    json_t *object = json_object(), *list = json_array();
    logreg__json_set(&object, "refits", logreg__json_count((double)b.n_refits));
    logreg__json_set(&object, "lacking", logreg__json_count((double)b.n_lacking));
    logreg__json_set(&object, "unconverged", logreg__json_count((double)b.n_unconverged));
    logreg__json_set(&object, "interval", json_string("percentile"));
    logreg__json_set(&object, "penalty", json_string("chosen"));
    logreg__json_set(&object, "conf_level", logreg__json_real(b.level));
    for (size_t c = p->first_class; c < p->n_classes; c++)
        for (size_t j = 0; j < p->p; j++) {
            double low, high;
            json_t *own = json_object(), *ci = json_array();
            logreg_model_bootstrap_interval(&low, &high, model, c, j);
            logreg__json_set(&own, "name", logreg__json_name(logreg_model_coefficient_name(model, j)));
            if (p->n_classes > 2)
                logreg__json_set(&own, "class", logreg__json_name(logreg_model_class(model, c)));
            logreg__json_set(&own, "estimate", logreg__json_real(logreg_model_coefficient(model, c, j)));
            logreg__json_append(&ci, logreg__json_real(low));
            logreg__json_append(&ci, logreg__json_real(high));
            logreg__json_set(&own, "ci", ci);
            logreg__json_append(&list, own);
        }
    logreg__json_set(&object, "coefficients", list);
    return object;
}

logreg_status logreg_report_path_json(char **text, const logreg_path *p, const logreg_model *model,
                                      const logreg_report_options *options, logreg_error *err)
{
    logreg_report_options o;
    logreg_status status = logreg__report_options_check(&o, options, err);
    if (status != LOGREG_OK)
        return status;
    logreg__document document;
    status = logreg__document_start(&document, &o, err);
    if (status != LOGREG_OK)
        return status;
    logreg__page *page = &document.page;
    size_t items = 0;
    logreg__document_put(page, "schema", json_string("logreg.path/1"));
    logreg__document_put(page, "formula", logreg__json_name(logreg_model_formula(model)));
    logreg__document_put(page, "target", logreg__json_name(logreg_model_target(model)));
    logreg__document_class_weight(page, model);
    logreg__document_put(page, "n_rows", logreg__json_count((double)logreg_model_rows_used(model)));
    logreg__document_put(page, "penalty", json_string(logreg_model_penalty(model)));
    logreg__document_put(page, "l1_ratio", logreg__json_real(logreg_model_l1_ratio(model)));
    logreg__document_put(page, "standardize", json_boolean(logreg_model_standardized(model)));
    logreg__document_put(page, "largest_lambda", logreg__json_real(p->largest_lambda));
    logreg__document_put(page, "folds", logreg__json_count((double)p->folds));
    if (p->folds) {
        logreg__document_put(page, "repeats", logreg__json_count((double)p->repeats));
        logreg__document_put(page, "measure", json_string(p->measure->name));
        logreg__document_put(page, "lambda_min", logreg__json_real(p->lambda[p->best]));
        logreg__document_put(page, "lambda_1se", logreg__json_real(p->lambda[p->best_1se]));
    }
    if (p->nested) {
        logreg__document_put(page, "nested", logreg__json_count((double)p->nested));
        logreg__document_put(page, "nested_log_loss", logreg__json_real(p->nested_log_loss));
        logreg__document_put(page, "nested_error", logreg__json_real(p->nested_error));
    }
    if (p->nested && by_other(p)) {
        logreg__document_put(page, "nested_measure", logreg__json_real(p->nested_measure));
        logreg__document_put(page, "nested_measure_error", logreg__json_real(p->nested_measure_error));
    }
    logreg__document_put(page, "lambda", logreg__json_real(p->lambda[p->chosen]));
    if (logreg_model_bootstrapped(model).n_refits)
        logreg__document_put(page, "bootstrap", bootstrap_json(p, model));
    if (o.grid)
        logreg__document_put(page, "grid", grid_json(o.grid, o.grid_formula));
    logreg__document_open_list(page, "path");
    for (size_t i = 0; i < p->n; i++)
        logreg__document_put_item(page, strength(p, model, i), &items);
    logreg__document_close_list(page, items);
    return logreg__document_finish(text, &document, err);
}
