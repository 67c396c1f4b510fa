/* Reports of fits of every kind: what they say, that they fit their page, that nothing in the data harms a terminal, and
 * JSON to the letter of its schema. */
#include "fitted.h"
#include "harness.h"
#include "oom.h"

#include <locale.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <jansson.h>

#include <logreg/inference.h>
#include <logreg/report.h>

#include "base/utf8.h"
#include "report/options.h"
#include "report/page.h"

/* ---- Any report on any page ---- */

/* Drops the escapes that colour is made of; false where there is any other. */
static bool strip_colour(char *text)
{
    char *to = text;
    for (const char *from = text; *from;) {
        if (*from != '\033') {
            *to++ = *from++;
            continue;
        }
        size_t n = 1 + strspn(from + 1, "[0123456789;");
        if (from[1] != '[' || from[n] != 'm')
            return false;
        from += n + 1;
    }
    *to = '\0';
    return true;
}

static bool line_is_sound(const char *line, size_t n, const logreg_report_options *o)
{
    bool ok = logreg__utf8_valid(line, n) == n && logreg__columns(line, n) <= o->width &&
              (!n || line[n - 1] != ' ');
    for (size_t i = 0; i < n; i++) {
        unsigned char c = (unsigned char)line[i];
        ok = ok && c >= ' ' && c != 127 && (c < 128 || !o->ascii);
        /* C1 controls, and the marks that turn the direction of reading */
        ok = ok && !(c == 0xC2 && (unsigned char)line[i + 1] < 0xA0);
        ok = ok && !(c == 0xE2 && (unsigned char)line[i + 1] == 0x80 && (unsigned char)line[i + 2] >= 0xA8 &&
                     (unsigned char)line[i + 2] <= 0xAE);
    }
    if (!ok)
        printf("# not sound at width %d: '%.*s'\n", o->width, (int)n, line);
    return ok;
}

/* Every line: valid, no wider than the page, without blanks at its end, without anything but letters. */
static bool is_sound(char *text, const logreg_report_options *o)
{
    bool ok = !o->colour || strip_colour(text);
    size_t all = strlen(text);
    ok = ok && all && text[all - 1] == '\n';
    while (ok && *text) {
        size_t n = strcspn(text, "\n");
        ok = line_is_sound(text, n, o);
        text += n + 1;
    }
    return ok;
}

static void every_report_fits_its_page(void)
{
    static const int widths[] = {1, 60, 66, 80, 133, 400};
    for (int which = 0; which < FITS; which++) {
        fitted f = fit_one(which);
        for (size_t i = 0; i < 4 * sizeof widths / sizeof *widths; i++) {
            logreg_report_options o = logreg_report_options_default();
            o.width = widths[i / 4];
            o.ascii = i & 1;
            o.colour = i & 2;
            o.height = 6 + (int)i;
            o.seconds_total = 0.25;
            char *text = NULL, *curve = NULL;
            CU_ASSERT_EQUAL_FATAL(logreg_report_text(&text, f.model, &o, NULL), LOGREG_OK);
            CU_ASSERT_EQUAL_FATAL(logreg_report_curve(&curve, f.model, f.frame, &o, NULL), LOGREG_OK);
            logreg__report_options_check(&o, &o, NULL);
            bool sound = is_sound(text, &o) && is_sound(curve, &o);
            CU_ASSERT_TRUE(sound);
            if (!sound)
                printf("# in %s\n", f.name);
            free(text);
            free(curve);
        }
        fitted_free(&f);
    }
}

static void colour_changes_no_letter(void)
{
    for (int which = 0; which < FITS; which++) {
        fitted f = fit_one(which);
        logreg_report_options o = logreg_report_options_default();
        char *plain = NULL, *painted = NULL;
        CU_ASSERT_EQUAL_FATAL(logreg_report_text(&plain, f.model, &o, NULL), LOGREG_OK);
        o.colour = true;
        CU_ASSERT_EQUAL_FATAL(logreg_report_text(&painted, f.model, &o, NULL), LOGREG_OK);
        CU_ASSERT_PTR_NOT_NULL(strchr(painted, '\033'));
        CU_ASSERT_TRUE(strip_colour(painted) && same_text(painted, plain));
        free(plain);
        free(painted);
        fitted_free(&f);
    }
}

/* ---- What the text says ---- */

static char *text_of(int which, double conf_level)
{
    fitted f = fit_one(which);
    logreg_report_options o = logreg_report_options_default();
    o.conf_level = conf_level;
    char *text = NULL;
    CU_ASSERT_EQUAL_FATAL(logreg_report_text(&text, f.model, &o, NULL), LOGREG_OK);
    fitted_free(&f);
    return text;
}

static bool says(const char *text, const char *what)
{
    bool ok = strstr(text, what);
    if (!ok)
        printf("# '%s' is not in\n%s\n", what, text);
    return ok;
}

static bool says_all(int which, const char *const *what)
{
    char *text = text_of(which, 0.95);
    bool ok = true;
    for (; *what; what++)
        ok = says(text, *what) && ok;
    free(text);
    return ok;
}

#define SAYS(which, ...) CU_ASSERT_TRUE(says_all(which, (const char *const[]){__VA_ARGS__, NULL}))

/* R: glm(distress ~ temperature, binomial), with epsilon = 1e-15. */
static void a_plain_fit(void)
{
    SAYS(FIT_CHALLENGER, "  Formula     distress ~ temperature\n", "challenger.csv: 23 rows, all used\n",
         "P(distress = 1), one outcome a row: 7 events, 16 non-events\n", "newton, ",
         ": converged, max |score| ", "  Covariance  classical",
         "             ── log odds ──────────────────────  ── odds ratio ──────────\n"
         "             Estimate  Std. error      z      p  Ratio  95% Wald interval\n"
         "(Intercept)   15.043       7.379    2.04  0.041\n"
         "temperature   −0.2322      0.1082  −2.14  0.032  0.793       0.641  0.980\n"
         "The intercept is the log of the baseline odds: odds of 3.41e6 with every\n"
         "variable at 0.\n",
         "  Likelihood ratio  7.95   1  0.005\n  Score             7.23   1  0.007\n"
         "  Wald              4.60   1  0.032\n",
         "  −2 log L                 20.315    McFadden R²    0.281\n", "    null model             28.267 ",
         "  AIC                      24.315 ", "  BIC, n = 23              26.586 ", "AUC            0.781\n",
         "AUC: 95% DeLong interval 0.5",
         "! Few events. The rarer outcome, the event, occurs 7 times for 1 coefficient");
}

static void grouped_data(void)
{
    SAYS(FIT_BEETLE, "P(killed), killed out of n trials a row: 291 events, 190\n", "  BIC, n = 8 ",
         "  Deviance                 11.232 ", "Lack of fit: residual deviance 11.23 on 6 df, p = 0.081\n",
         "includes the binomial coefficients, the sum of log C(n, r).");
}

static void factors_and_weights(void)
{
    SAYS(FIT_UCB, "  Reference   gender = female, dept = A\n",
         "  Weights     count, frequencies: 4526 observations\n", "\ngender\n  female ", "reference\n  male ",
         "\ndept\n  A ", "\ngender[male]:dept[B]", "with every factor at\nits reference.");
    SAYS(FIT_TWICE, "  Reference   cyl = 4\n", "\ncyl   ", "\nC(cyl)\n  4 ");
    /* without an intercept the first factor has a column for each of its levels, and no reference */
    SAYS(FIT_THROUGH_ZERO, "\ndept\n  A  ", "  Reference   gender = female\n",
         "Tests that all coefficients are 0\n", "The null model gives all classes the same chance.\n");
}

static void classes(void)
{
    SAYS(FIT_SPECIES, "Multinomial logistic regression",
         "y, 3 classes: one (333, the reference), two (333), zero (334)", "\ntwo against one\n",
         "\nzero against one\n", "\ng\n  high ", "Tests that all coefficients but the intercepts are 0");
    SAYS(FIT_TEN, "y, 10 classes: eight (100, the reference), five (100), ", "and 2\n              more\n");
}

static void separation(void)
{
    SAYS(FIT_TOY_A, "! Separation. Complete: ", "To +∞: x1. To −∞: (Intercept).",
         "In the limit −2 log L is 0,", "+∞: separated\n",
         "Wald              does not exist under separation\n");
    SAYS(FIT_TOY_B, "! Separation. Quasi-complete: ", "In the\n    limit −2 log L is 3.7792",
         "x2            −0.1206      0.6098");
}

static void warnings(void)
{
    SAYS(FIT_ALIASED, "240 rows read, 192 used, 48 dropped; missing: b 48, sum 48\n",
         "! Aliased columns. Left out as combinations of columns before them: sum = a +\n    2 × b; one = 7 "
         "× (Intercept).",
         "aliased: see below\n");
    SAYS(FIT_UNFINISHED, "gd, 3 iterations: NOT converged",
         "! Not converged. gd stopped after 3 iterations, about ");
    SAYS(FIT_OFFSET, "  Offset      exposure\n", "with every\nvariable at 0 and the offset at 0.\n");
    SAYS(FIT_HOSTILE, "a?[31mred`with`ticks", "P(out?come = y?]0;title?es)");
}

/* Alone they are what stands below their title in the text, which they end. */
static void warnings_alone(void)
{
    int none = 0;
    for (int which = 0; which < FITS; which++) {
        fitted f = fit_one(which);
        char *whole = NULL, *alone = NULL;
        logreg_report_text(&whole, f.model, NULL, NULL);
        CU_ASSERT_EQUAL(logreg_report_warnings(&alone, f.model, NULL, NULL), LOGREG_OK);
        const char *title = strstr(whole, "\nWarnings\n");
        CU_ASSERT_TRUE(same_text(alone, title ? title + strlen("\nWarnings\n") : ""));
        none += !title;
        free(whole);
        free(alone);
        fitted_free(&f);
    }
    CU_ASSERT_TRUE(none > 0 && none < FITS);
    fitted f = fit_one(FIT_CHALLENGER);
    logreg_report_options o = logreg_report_options_default();
    o.conf_level = 1;
    char untouched, *text = &untouched;
    CU_ASSERT_EQUAL(logreg_report_warnings(&text, f.model, &o, NULL), LOGREG_EINVAL);
    CU_ASSERT_PTR_EQUAL(text, &untouched);
    fitted_free(&f);
}

static void every_interval_has_its_level(void)
{
    char *text = text_of(FIT_CHALLENGER, 0.9);
    CU_ASSERT_TRUE(says(text, "90% Wald interval") && says(text, "AUC: 90% DeLong interval "));
    /* R: exp(confint.default(fit, level = 0.9)) */
    CU_ASSERT_TRUE(says(text, "0.664  0.947"));
    CU_ASSERT_PTR_NULL(strstr(text, "95%"));
    free(text);
    text = text_of(FIT_CHALLENGER, 0.995);
    CU_ASSERT_TRUE(says(text, "99.5% Wald interval"));
    free(text);
}

static void times_are_told(void)
{
    fitted f = fit_one(FIT_CHALLENGER);
    logreg_report_options o = logreg_report_options_default();
    o.seconds_total = 1.26;
    o.seconds_load = 1.25;
    o.seconds_fit = 0.0051;
    char *text = NULL;
    CU_ASSERT_EQUAL_FATAL(logreg_report_text(&text, f.model, &o, NULL), LOGREG_OK);
    CU_ASSERT_TRUE(says(text, "  Time        1.3 s, 1.2 s reading, 5.1 ms fitting\n"));
    free(text);
    fitted_free(&f);
}

/* A formula of a thousand letters shows how it begins and how it ends. */
static void long_formulas_lose_their_middle(void)
{
    enum { ROWS = 100, COLUMNS = 16 };
    logreg_frame *frame = NULL;
    CU_ASSERT_EQUAL_FATAL(logreg_frame_new(&frame, NULL), LOGREG_OK);
    for (int j = 0; j <= COLUMNS; j++) {
        char name[80];
        double x[ROWS];
        snprintf(name, sizeof name, j ? "what_was_measured_on_the_day_of_the_week_that_has_number_%d" : "y",
                 j);
        for (int i = 0; i < ROWS; i++)
            x[i] = j ? sin(i * j + j * j) : i * i % 7 < 3;
        CU_ASSERT_EQUAL_FATAL(logreg_frame_add_numeric(frame, name, x, ROWS, 1, NULL), LOGREG_OK);
    }
    logreg_model *model = NULL;
    CU_ASSERT_EQUAL_FATAL(logreg_fit_formula(&model, frame, "y ~ .", NULL, NULL), LOGREG_OK);
    char *text = NULL;
    CU_ASSERT_EQUAL_FATAL(logreg_report_text(&text, model, NULL, NULL), LOGREG_OK);
    CU_ASSERT_TRUE(
        says(text, "  Formula     y ~ what_was_measured_on_the_day_of_the_week_that_has_number_1 +\n"));
    CU_ASSERT_TRUE(says(text, "_number_16\n  Data        100 rows, all used\n"));
    const char *dots = strstr(text, "…"), *data = strstr(text, "  Data");
    CU_ASSERT_TRUE(dots && dots < data && data - text < 500);
    CU_ASSERT_PTR_NULL(strstr(text, "_number_8 +"));
    free(text);
    logreg_model_free(model);
    logreg_frame_free(frame);
}

/* ---- JSON ---- */

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

/* ---- Failures ---- */

static void bad_options_are_refused(void)
{
    fitted f = fit_one(FIT_CHALLENGER);
    logreg_report_options o = logreg_report_options_default();
    o.conf_level = 95;
    char untouched, *text = &untouched;
    logreg_error err;
    CU_ASSERT_EQUAL(logreg_report_text(&text, f.model, &o, &err), LOGREG_EINVAL);
    CU_ASSERT_TRUE(same_text(err.message, "the confidence level is 95; it must be between 0 and 1"));
    CU_ASSERT_EQUAL(logreg_report_json(&text, f.model, &o, &err), LOGREG_EINVAL);
    CU_ASSERT_EQUAL(logreg_report_curve(&text, f.model, f.frame, &o, &err), LOGREG_EINVAL);
    CU_ASSERT_PTR_EQUAL(text, &untouched);
    fitted_free(&f);
}

static bool report_text(void *context)
{
    const fitted *f = context;
    logreg_error err;
    char untouched, *text = &untouched;
    logreg_report_options o = logreg_report_options_default();
    o.explain = true;
    logreg_status status = logreg_report_text(&text, f->model, &o, &err);
    if (status == LOGREG_OK)
        free(text);
    return status == LOGREG_OK ||
           (status == LOGREG_ENOMEM && err.status == LOGREG_ENOMEM && text == &untouched);
}

static bool report_warnings(void *context)
{
    const fitted *f = context;
    logreg_error err;
    char untouched, *text = &untouched;
    logreg_status status = logreg_report_warnings(&text, f->model, NULL, &err);
    if (status == LOGREG_OK)
        free(text);
    return status == LOGREG_OK ||
           (status == LOGREG_ENOMEM && err.status == LOGREG_ENOMEM && text == &untouched);
}

static bool report_json(void *context)
{
    const fitted *f = context;
    logreg_error err;
    char untouched, *text = &untouched;
    logreg_status status = logreg_report_json(&text, f->model, NULL, &err);
    if (status == LOGREG_OK)
        free(text);
    return status == LOGREG_OK ||
           (status == LOGREG_ENOMEM && err.status == LOGREG_ENOMEM && text == &untouched);
}

/* jansson allocates for itself: a counter of its own makes that fail. */
static long left = -1;

static void *failing_malloc(size_t n)
{
    if (left == 0)
        return NULL;
    left -= left > 0;
    return malloc(n);
}

static void memory_that_runs_out_is_told(void)
{
    static const int which[] = {FIT_SPECIES, FIT_ALIASED};
    for (size_t i = 0; i < sizeof which / sizeof *which; i++) {
        fitted f = fit_one(which[i]);
        CU_ASSERT_TRUE(oom_each(report_text, &f));
        CU_ASSERT_TRUE(oom_each(report_warnings, &f));
        CU_ASSERT_TRUE(oom_each(report_json, &f));
        json_set_alloc_funcs(failing_malloc, free);
        bool ok = true, reached = true;
        for (long k = 0; ok && reached; k++) {
            left = k;
            ok = report_json(&f);
            reached = left == 0;
        }
        left = -1;
        json_set_alloc_funcs(malloc, free);
        CU_ASSERT_TRUE(ok);
        fitted_free(&f);
    }
}

const test_case tests[] = {
    {"every report fits its page and harms no terminal", every_report_fits_its_page},
    {"colour changes no letter", colour_changes_no_letter},
    {"a plain fit", a_plain_fit},
    {"grouped data", grouped_data},
    {"factors and weights", factors_and_weights},
    {"classes", classes},
    {"separation", separation},
    {"warnings", warnings},
    {"warnings alone", warnings_alone},
    {"every interval has its level", every_interval_has_its_level},
    {"times are told", times_are_told},
    {"long formulas lose their middle", long_formulas_lose_their_middle},
    {"JSON has every key, in order", json_has_every_key_in_order},
    {"JSON holds the model's numbers", json_holds_the_models_numbers},
    {"JSON of a plain fit", json_of_a_plain_fit},
    {"JSON of separated data", json_of_separated_data},
    {"JSON of what is not there", json_of_what_is_not_there},
    {"JSON keeps names and shows no control character", json_keeps_names_and_shows_no_control},
    {"JSON does not follow the locale", json_does_not_follow_the_locale},
    {"bad options are refused", bad_options_are_refused},
    {"memory that runs out is told", memory_that_runs_out_is_told},
    {NULL, NULL},
};
