/* Reports of fits of every kind: what they say, that they fit their page, that nothing in the data harms a terminal. */
#include "fitted.h"
#include "harness.h"
#include "oom.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <jansson.h>

#include <logreg/report.h>

#include "base/utf8.h"
#include "report/options.h"
#include "report/page/page.h"

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
         "in "
         "all 192 rows used.",
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
    {"bad options are refused", bad_options_are_refused},
    {"memory that runs out is told", memory_that_runs_out_is_told},
    {NULL, NULL},
};
