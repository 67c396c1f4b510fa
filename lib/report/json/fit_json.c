/* The numbers of a fit as a whole. */
#include "report/json/fit_json.h"

#include <stdlib.h>
#include <string.h>

#include "model/estimate/penalised.h"
#include "model/model.h"
#include "report/calibration.h"
#include "report/json/document.h"
#include "report/json/values.h"
#include "report/page/interval.h"

static json_t *r2(const logreg_model *model)
{
    logreg_r2 r = logreg_model_r2(model);
    json_t *object = json_object();
    logreg__json_set(&object, "mcfadden", logreg__json_real(r.mcfadden));
    logreg__json_set(&object, "cox_snell", logreg__json_real(r.cox_snell));
    logreg__json_set(&object, "nagelkerke", logreg__json_real(r.nagelkerke));
    logreg__json_set(&object, "tjur", logreg__json_real(r.tjur));
    return object;
}

/* The terms, each with its tests. */
static json_t *terms(const logreg_inference *inference)
{
    json_t *array = json_array();
    for (size_t i = 0; i < inference->n_terms; i++) {
        const logreg_term_test *t = &inference->term[i];
        json_t *object = json_object();
        logreg__json_set(&object, "name", logreg__json_name(inference->term_name[i]));
        logreg__json_set(&object, "lr", logreg__json_test(t->lr));
        logreg__json_set(&object, "score", logreg__json_test(t->score));
        logreg__json_set(&object, "wald", logreg__json_test(t->wald));
        logreg__json_append(&array, object);
    }
    return array;
}

static json_t *tests(const logreg_model *model, const logreg_inference *inference)
{
    json_t *object = json_object();
    logreg__json_set(&object, "lr", logreg__json_test(logreg_inference_lr(model)));
    logreg__json_set(&object, "score", logreg__json_test(logreg_inference_score(model)));
    logreg__json_set(&object, "wald", logreg__json_test(logreg_inference_wald(model)));
    if (inference->n_terms)
        logreg__json_set(&object, "terms", terms(inference));
    return object;
}

static json_t *auc_interval(const logreg_model *model, double conf_level)
{
    double low, high;
    logreg__auc_interval(&low, &high, logreg_model_auc(model), logreg_model_auc_se(model), conf_level);
    return logreg__json_pair(logreg__json_real(low), logreg__json_real(high));
}

/* "HC3"; "cluster:school,year", and the clusters. */
static void write_vcov(logreg__page *page, const logreg_model *model)
{
    logreg__text name = {0};
    json_t *list = json_array();
    const char *column;
    size_t n;
    logreg__text_add(&name, logreg_model_vcov(model));
    bool drawn = logreg_model_sampling_weights(model) != NULL;
    for (size_t i = 0; (column = logreg_model_cluster(model, i, &n)); i++) {
        json_t *object = json_object();
        logreg__text_add(&name, drawn ? "" : i ? "," : ":");
        logreg__text_add(&name, drawn ? "" : column);
        logreg__json_set(&object, "column", logreg__json_name(column));
        logreg__json_set(&object, "n", logreg__json_count((double)n));
        logreg__json_append(&list, object);
    }
    char *text = logreg__text_take(&name);
    logreg__document_put(page, "vcov", text ? logreg__json_name(text) : NULL);
    free(text);
    if (logreg_model_cluster(model, 0, NULL))
        logreg__document_put(page, "clusters", list);
    else
        json_decref(list);
}

/* The column of weights, strata, and the degrees of freedom of t. */
static void write_sample(logreg__page *page, const logreg_model *model)
{
    size_t n;
    if (!logreg_model_sampling_weights(model))
        return;
    logreg__document_put(page, "sampling_weights", logreg__json_name(logreg_model_sampling_weights(model)));
    const char *column = logreg_model_survey_strata(model, &n);
    json_t *from = column ? json_object() : NULL;
    logreg__json_set(&from, "column", logreg__json_name(column));
    logreg__json_set(&from, "n", logreg__json_count(column ? (double)n : 0));
    logreg__document_put(page, "survey_strata", column ? from : json_null());
    logreg__document_put(page, "t_df", logreg__json_count(logreg_model_t_df(model)));
}

static json_t *penalty_parts(const logreg_model *model)
{
    json_t *list = json_array();
    logreg_penalty_part part;
    for (size_t i = 0; logreg_model_penalty_part(&part, model, i); i++) {
        json_t *object = json_object();
        logreg__json_set(&object, "name", logreg__json_name(part.name));
        logreg__json_set(&object, "factor", logreg__json_real(part.factor));
        logreg__json_set(&object, "low", logreg__json_real(part.low));
        logreg__json_set(&object, "high", logreg__json_real(part.high));
        logreg__json_append(&list, object);
    }
    return list;
}

/* Of a penalty on sizes. */
static void write_shrinkage(logreg__page *page, const logreg_model *model)
{
    logreg__document_put(page, "lambda", logreg__json_real(logreg_model_lambda(model)));
    logreg__document_put(page, "C", logreg__json_real(logreg_model_C(model)));
    logreg__document_put(page, "l1_ratio", logreg__json_real(logreg_model_l1_ratio(model)));
    logreg__document_put(page, "standardize", json_boolean(logreg_model_standardized(model)));
    logreg__document_put(page, "largest_lambda", logreg__json_real(logreg_model_largest_lambda(model)));
    logreg__document_put(page, "kkt", logreg__json_real(logreg_model_violation(model)));
    logreg__document_put(page, "n_nonzero", logreg__json_count((double)logreg_model_nonzero(model)));
    logreg__document_put(page, "explained_deviance", logreg__json_real(logreg_model_explained(model)));
    if (model->n_parts)
        logreg__document_put(page, "penalty_parts", penalty_parts(model));
}

static void write_fit(logreg__page *page, const logreg_model *model, const logreg_inference *inference)
{
    logreg__document_put(page, "solver", logreg__json_name(logreg_model_solver(model)));
    logreg__document_put(page, "penalty", json_string(logreg_model_penalty(model)));
    if (logreg_model_firth_se(model))
        logreg__document_put(page, "firth_se", json_string(logreg_model_firth_se(model)));
    logreg__document_put(page, "converged",
                         logreg_model_approximate(model) ? json_null()
                                                         : json_boolean(logreg_model_converged(model)));
    if (logreg_model_stopped_early(model))
        logreg__document_put(page, "stopped_early", json_true());
    logreg__document_put(page, "iterations", logreg__json_count((double)logreg_model_iterations(model)));
    logreg__document_put(page, "score_norm", logreg__json_real(logreg_model_score_norm(model)));
    logreg__document_put(page, "newton_decrement", logreg__json_real(logreg_model_newton_decrement(model)));
    logreg__document_put(
        page, "separation",
        model->penalty ? json_null() : json_string(logreg__separation_words[logreg_model_separation(model)]));
    logreg__document_put(page, "rank", logreg__json_count((double)logreg_model_rank(model)));
    logreg__document_put(page, "df_residual", logreg__json_count(logreg_model_df_residual(model)));
    logreg__document_put(page, "log_likelihood", logreg__json_real(logreg_model_log_likelihood(model)));
    logreg__document_put(page, "null_log_likelihood",
                         logreg__json_real(logreg_model_null_log_likelihood(model)));
    if (logreg__penalty_shrinks(model->penalty))
        write_shrinkage(page, model);
    if (model->penalty) {
        logreg__document_put(page, "penalised_log_likelihood",
                             logreg__json_real(logreg_model_penalised_log_likelihood(model)));
        logreg__document_put(page, "null_penalised_log_likelihood",
                             logreg__json_real(logreg_model_null_penalised_log_likelihood(model)));
    }
    logreg__document_put(page, "deviance", logreg__json_real(logreg_model_deviance(model)));
    logreg__document_put(page, "null_deviance", logreg__json_real(logreg_model_null_deviance(model)));
    logreg__document_put(page, "aic", logreg__json_real(logreg_model_aic(model)));
    logreg__document_put(page, "bic", logreg__json_real(logreg_model_bic(model)));
    logreg__document_put(page, "r2", r2(model));
    logreg__document_put(page, "tests", tests(model, inference));
    logreg__document_put(page, "auc", logreg__json_real(logreg_model_auc(model)));
    logreg__document_put(page, "auc_ci", auc_interval(model, inference->level));
    if (logreg_model_auc_error(model) > 0)
        logreg__document_put(page, "auc_error", logreg__json_real(logreg_model_auc_error(model)));
    logreg__document_put(page, "brier", logreg__json_real(logreg_model_brier(model)));
    if (logreg__model_errorless(model))
        logreg__document_put(page, "vcov", json_null());
    else
        write_vcov(page, model);
    write_sample(page, model);
    logreg__document_put(page, "ci_method", json_string(inference->method));
    logreg__document_put(page, "conf_level", logreg__json_real(inference->level));
}

static void write_bootstrap(logreg__page *page, const logreg_model *model)
{
    logreg_model_bootstrap b = logreg_model_bootstrapped(model);
    json_t *object = b.n_refits ? json_object() : NULL;
    if (!b.n_refits)
        return;
    logreg__json_set(&object, "refits", logreg__json_count((double)b.n_refits));
    logreg__json_set(&object, "lacking", logreg__json_count((double)b.n_lacking));
    logreg__json_set(&object, "unconverged", logreg__json_count((double)b.n_unconverged));
    logreg__json_set(&object, "interval", json_string("percentile"));
    logreg__json_set(&object, "penalty", json_string(b.lambda_chosen ? "chosen" : "fixed"));
    logreg__document_put(page, "bootstrap", object);
}

static void write_calibration(logreg__page *page, const logreg_model *model)
{
    if (model->calibration)
        logreg__document_put(page, "calibration", logreg__calibration_json(model));
}

void logreg__document_fit(logreg__page *page, const logreg_model *model, const logreg_inference *inference)
{
    write_fit(page, model, inference);
    write_bootstrap(page, model);
    write_calibration(page, model);
}
