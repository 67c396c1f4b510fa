/* A fit as JSON: every key in its order, the model's numbers, null for what is not there. */
#include "fitted.h"
#include "harness.h"

#include <locale.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <jansson.h>

#include <logreg/inference.h>
#include <logreg/report.h>

static char *json_text(int which, const logreg_report_options *o)
{
    fitted f = fit_one(which);
    char *text = NULL;
    CU_ASSERT_EQUAL_FATAL(logreg_report_json(&text, f.model, o, NULL), LOGREG_OK);
    fitted_free(&f);
    return text;
}

static json_t *json_of(int which)
{
    char *text = json_text(which, NULL);
    json_error_t error;
    json_t *root = json_loads(text, JSON_REJECT_DUPLICATES, &error);
    if (!root)
        printf("# %s in\n%s\n", error.text, text);
    free(text);
    CU_ASSERT_PTR_NOT_NULL_FATAL(root);
    return root;
}

/* The keys of an object, in order. */
static bool keys_are(json_t *object, const char *want)
{
    char got[1024] = "";
    const char *key;
    json_t *value;
    json_object_foreach(object, key, value)
    {
        (void)value;
        strcat(strcat(got, *got ? " " : ""), key);
    }
    return same_text(got, want);
}

static void json_has_every_key_in_order(void)
{
    for (int which = 0; which < FITS; which++) {
        json_t *root = json_of(which);
        json_t *contrasts = json_object_get(root, "contrasts"); /* where a class stands apart from others */
        CU_ASSERT_EQUAL(json_array_size(contrasts), which == FIT_IRIS ? 5 : 0);
        for (size_t i = 0; i < json_array_size(contrasts); i++)
            CU_ASSERT_TRUE(keys_are(json_array_get(contrasts, i),
                                    "name class against estimate std_error z p ci odds_ratio odds_ratio_ci"));
        json_object_del(root, "contrasts");
        CU_ASSERT_TRUE(keys_are(
            root,
            "schema formula target classes positive source weights offset trials references n_rows n_obs "
            "n_dropped "
            "n_excluded n_events missing solver "
            "penalty converged "
            "iterations score_norm newton_decrement separation rank df_residual log_likelihood "
            "null_log_likelihood deviance null_deviance aic bic r2 tests auc auc_ci brier vcov ci_method "
            "conf_level coefficients warnings seconds"));
        CU_ASSERT_TRUE(keys_are(json_object_get(root, "r2"), "mcfadden cox_snell nagelkerke tjur"));
        CU_ASSERT_TRUE(keys_are(json_object_get(root, "tests"), "lr score wald"));
        CU_ASSERT_TRUE(keys_are(json_object_get(json_object_get(root, "tests"), "lr"), "statistic df p"));
        CU_ASSERT_TRUE(keys_are(json_object_get(root, "seconds"), "load fit total"));
        bool binary = json_array_size(json_object_get(root, "classes")) == 2;
        size_t i;
        json_t *item;
        json_array_foreach(json_object_get(root, "coefficients"), i, item)
        {
            CU_ASSERT_TRUE(
                keys_are(item, binary ? "name estimate std_error z p ci odds_ratio odds_ratio_ci status of"
                                      : "name class estimate std_error z p ci odds_ratio odds_ratio_ci "
                                        "status of"));
            CU_ASSERT_EQUAL(json_array_size(json_object_get(item, "ci")), 2);
            CU_ASSERT_EQUAL(json_array_size(json_object_get(item, "odds_ratio_ci")), 2);
        }
        json_array_foreach(json_object_get(root, "warnings"), i, item)
            CU_ASSERT_TRUE(keys_are(item, "code message"));
        json_decref(root);
    }
}

static double number(json_t *object, const char *key)
{
    json_t *value = json_object_get(object, key);
    return json_is_number(value) ? json_number_value(value) : NAN;
}

static const char *string(json_t *object, const char *key)
{
    return json_string_value(json_object_get(object, key));
}

/* Every number reads back as the double that the model holds. */
static void json_holds_the_models_numbers(void)
{
    for (int which = 0; which < FITS; which++) {
        fitted f = fit_one(which);
        json_t *root = json_of(which), *global = json_object_get(root, "tests");
        const logreg_model *m = f.model;
        CU_ASSERT_EQUAL(number(root, "log_likelihood"), logreg_model_log_likelihood(m));
        CU_ASSERT_EQUAL(number(root, "null_log_likelihood"), logreg_model_null_log_likelihood(m));
        CU_ASSERT_EQUAL(number(root, "deviance"), logreg_model_deviance(m));
        CU_ASSERT_EQUAL(number(root, "null_deviance"), logreg_model_null_deviance(m));
        CU_ASSERT_EQUAL(number(root, "aic"), logreg_model_aic(m));
        CU_ASSERT_EQUAL(number(root, "bic"), logreg_model_bic(m));
        CU_ASSERT_TRUE(near_abs(number(root, "auc"), logreg_model_auc(m), 0));
        CU_ASSERT_TRUE(near_abs(number(root, "brier"), logreg_model_brier(m), 0));
        CU_ASSERT_TRUE(near_abs(number(json_object_get(root, "r2"), "tjur"), logreg_model_r2(m).tjur, 0));
        CU_ASSERT_EQUAL(number(json_object_get(global, "lr"), "statistic"), logreg_inference_lr(m).statistic);
        CU_ASSERT_TRUE(
            near_abs(number(json_object_get(global, "score"), "p"), logreg_inference_score(m).p, 0));
        CU_ASSERT_TRUE(near_abs(number(json_object_get(global, "wald"), "df"),
                                isnan(logreg_inference_wald(m).statistic) ? NAN : logreg_inference_wald(m).df,
                                0));
        CU_ASSERT_EQUAL(number(root, "n_rows"), (double)logreg_model_rows_read(m));
        CU_ASSERT_EQUAL(number(root, "n_dropped"),
                        (double)(logreg_model_rows_read(m) - logreg_model_rows_used(m)));
        CU_ASSERT_EQUAL(number(root, "n_obs"), logreg_model_n_obs(m));
        CU_ASSERT_EQUAL(number(root, "rank"), (double)logreg_model_rank(m));
        CU_ASSERT_EQUAL(json_is_true(json_object_get(root, "converged")), logreg_model_converged(m));
        json_t *list = json_object_get(root, "coefficients");
        size_t p = logreg_model_coefficients(m);
        CU_ASSERT_EQUAL(json_array_size(list), p * (logreg_model_classes(m) - 1));
        for (size_t i = 0; i < json_array_size(list); i++) {
            json_t *item = json_array_get(list, i);
            logreg_coefficient c;
            logreg_inference_coefficient(&c, m, 1 + i / p, i % p, 0.95, NULL);
            bool ok = c.status == LOGREG_COEF_OK;
            CU_ASSERT_TRUE(near_abs(number(item, "estimate"), ok ? c.estimate : NAN, 0));
            CU_ASSERT_TRUE(near_abs(number(item, "std_error"), ok ? c.std_error : NAN, 0));
            CU_ASSERT_TRUE(near_abs(number(item, "p"), ok ? c.p : NAN, 0));
            CU_ASSERT_EQUAL(json_is_array(json_object_get(item, "of")), c.status == LOGREG_COEF_ALIASED);
        }
        json_decref(root);
        fitted_free(&f);
    }
}

static void json_of_a_plain_fit(void)
{
    json_t *root = json_of(FIT_CHALLENGER), *item = json_array_get(json_object_get(root, "coefficients"), 1);
    CU_ASSERT_TRUE(same_text(string(root, "schema"), "logreg.fit/1"));
    CU_ASSERT_TRUE(same_text(string(root, "formula"), "distress ~ temperature"));
    CU_ASSERT_TRUE(same_text(string(root, "target"), "distress"));
    CU_ASSERT_TRUE(same_text(string(root, "positive"), "1"));
    CU_ASSERT_TRUE(same_text(string(root, "penalty"), "none"));
    CU_ASSERT_TRUE(same_text(string(root, "separation"), "none"));
    CU_ASSERT_TRUE(same_text(string(root, "vcov"), "classical"));
    CU_ASSERT_TRUE(same_text(string(root, "ci_method"), "wald"));
    CU_ASSERT_TRUE(json_is_integer(json_object_get(root, "n_events")));
    CU_ASSERT_EQUAL(number(root, "n_events"), 7);
    CU_ASSERT_EQUAL(number(root, "conf_level"), 0.95);
    CU_ASSERT_TRUE(same_text(string(item, "name"), "temperature"));
    CU_ASSERT_TRUE(same_text(string(item, "status"), "ok"));
    CU_ASSERT_TRUE(near_rel(number(item, "estimate"), -0.232162744218596, 1e-12));
    CU_ASSERT_TRUE(near_rel(number(item, "std_error"), 0.108236521649285, 1e-12));
    /* pROC: ci.auc(distress, fitted); the upper end, 1.009.., is clipped */
    json_t *interval = json_object_get(root, "auc_ci");
    CU_ASSERT_EQUAL(json_real_value(json_array_get(interval, 1)), 1);
    CU_ASSERT_TRUE(json_real_value(json_array_get(interval, 0)) > 0.5);
    CU_ASSERT_TRUE(json_is_null(json_object_get(json_object_get(root, "seconds"), "fit")));
    json_decref(root);
}

/* The n-th warning's code, or NULL. */
static const char *code(json_t *root, size_t n)
{
    return string(json_array_get(json_object_get(root, "warnings"), n), "code");
}

static void json_of_separated_data(void)
{
    json_t *root = json_of(FIT_TOY_B), *list = json_object_get(root, "coefficients");
    CU_ASSERT_TRUE(same_text(string(root, "separation"), "quasi"));
    CU_ASSERT_TRUE(json_is_null(json_object_get(json_object_get(root, "tests"), "wald")));
    CU_ASSERT_TRUE(same_text(string(json_array_get(list, 0), "status"), "minus_infinity"));
    CU_ASSERT_TRUE(same_text(string(json_array_get(list, 1), "status"), "plus_infinity"));
    CU_ASSERT_TRUE(json_is_null(json_object_get(json_array_get(list, 1), "estimate")));
    CU_ASSERT_TRUE(json_is_null(json_object_get(json_array_get(list, 1), "odds_ratio")));
    CU_ASSERT_TRUE(json_is_null(json_array_get(json_object_get(json_array_get(list, 1), "ci"), 0)));
    CU_ASSERT_TRUE(near_rel(number(json_array_get(list, 2), "estimate"), -0.120625720033, 1e-9));
    CU_ASSERT_TRUE(near_rel(number(root, "deviance"), 3.77918252596, 1e-9));
    CU_ASSERT_TRUE(same_text(code(root, 0), "separation") && same_text(code(root, 1), "few_events"));
    json_decref(root);
}

static void json_of_what_is_not_there(void)
{
    json_t *root = json_of(FIT_ALIASED);
    json_t *sum = json_array_get(json_object_get(root, "coefficients"), 3), *of = json_object_get(sum, "of");
    CU_ASSERT_TRUE(same_text(string(sum, "name"), "sum") && same_text(string(sum, "status"), "aliased"));
    CU_ASSERT_EQUAL_FATAL(json_array_size(of), 2);
    CU_ASSERT_TRUE(same_text(json_string_value(json_array_get(json_array_get(of, 1), 0)), "b"));
    CU_ASSERT_TRUE(near_rel(json_number_value(json_array_get(json_array_get(of, 1), 1)), 2, 1e-9));
    CU_ASSERT_EQUAL(number(root, "n_dropped"), 48);
    CU_ASSERT_TRUE(same_text(code(root, 0), "aliased"));
    json_decref(root);

    root = json_of(FIT_TEN);
    CU_ASSERT_TRUE(json_is_null(json_object_get(root, "positive")) &&
                   json_is_null(json_object_get(root, "n_events")) &&
                   json_is_null(json_object_get(root, "auc")));
    CU_ASSERT_TRUE(
        same_text(string(json_array_get(json_object_get(root, "coefficients"), 0), "class"), "five"));
    json_decref(root);

    root = json_of(FIT_UNMEASURED);
    json_t *absent[] = {json_object_get(root, "auc"), json_object_get(root, "brier"),
                        json_object_get(json_object_get(root, "r2"), "tjur"),
                        json_array_get(json_object_get(root, "auc_ci"), 0)};
    for (size_t i = 0; i < sizeof absent / sizeof *absent; i++)
        CU_ASSERT_TRUE(json_is_null(absent[i]));
    CU_ASSERT_TRUE(json_is_null(json_object_get(json_object_get(root, "tests"), "score")));
    CU_ASSERT_TRUE(isfinite(number(root, "deviance")) && isfinite(number(root, "aic")));
    json_decref(root);

    root = json_of(FIT_UNFINISHED);
    CU_ASSERT_TRUE(same_text(code(root, 0), "not_converged"));
    json_decref(root);

    root = json_of(FIT_MATRIX);
    CU_ASSERT_TRUE(json_is_null(json_object_get(root, "formula")));
    json_decref(root);
}

static void json_keeps_names_and_shows_no_control(void)
{
    char *text = json_text(FIT_HOSTILE, NULL);
    for (const char *c = text; *c; c++)
        CU_ASSERT_TRUE(((unsigned char)*c >= ' ' && *c != 127) || *c == '\n');
    CU_ASSERT_PTR_NULL(strstr(text, "\342\200\256"));
    CU_ASSERT_PTR_NULL(strstr(text, "\302\233"));
    free(text);
    json_t *root = json_of(FIT_HOSTILE), *list = json_object_get(root, "coefficients");
    CU_ASSERT_TRUE(same_text(string(json_array_get(list, 1), "name"), "a\033[31mred`with`ticks"));
    CU_ASSERT_TRUE(same_text(string(root, "target"), "out\177come"));
    CU_ASSERT_PTR_NOT_NULL(strstr(string(json_array_get(list, 3), "name"), "\342\200\256<script>"));
    json_decref(root);
}

static void json_does_not_follow_the_locale(void)
{
    char *want = json_text(FIT_CHALLENGER, NULL);
    static const char *const locales[] = {"de_DE", "ps_AF"};
    for (size_t i = 0; i < 2; i++) {
        if (!use_locale(locales[i])) {
            printf("# no locale %s here: not tested\n", locales[i]);
            continue;
        }
        char *got = json_text(FIT_CHALLENGER, NULL), text[32];
        snprintf(text, sizeof text, "%g", 1.5);
        CU_ASSERT_STRING_NOT_EQUAL(text, "1.5");
        CU_ASSERT_TRUE(same_text(got, want));
        free(got);
        setlocale(LC_ALL, "C");
    }
    free(want);
}

const test_case tests[] = {
    {"JSON has every key, in order", json_has_every_key_in_order},
    {"JSON holds the model's numbers", json_holds_the_models_numbers},
    {"JSON of a plain fit", json_of_a_plain_fit},
    {"JSON of separated data", json_of_separated_data},
    {"JSON of what is not there", json_of_what_is_not_there},
    {"JSON keeps names and shows no control character", json_keeps_names_and_shows_no_control},
    {"JSON does not follow the locale", json_does_not_follow_the_locale},
    {NULL, NULL},
};
