/* Global tests and measures of fit. */
#include "report/summary/summary.h"

#include <math.h>
#include <string.h>

#include <gsl/gsl_cdf.h>

#include <logreg/inference.h>

#include "model/estimate/penalised.h"
#include "report/page/interval.h"
#include "report/summary/shrinkage.h"
#include "report/page/table.h"

enum { STATISTIC, DF, P, N_COLUMNS };

enum { LIKELIHOOD_RATIO, SCORE, WALD };
static const char *const test_name[] = {"  Likelihood ratio", "  Score", "  Wald"};

typedef struct {
    logreg_test test[3];
    const char *const *name;
    bool separated, robust, mended, sample;
} global_tests;

void logreg__write_test_df(char *cell, const logreg_test *test, const logreg__signs *sign)
{
    char other[LOGREG__FIGURE_SIZE];
    logreg__figure_plain(cell, test->df, 6, sign);
    size_t used = strlen(cell);
    if (test->f_df > 0)
        snprintf(cell + used, LOGREG__FIGURE_SIZE - used, ", %s",
                 logreg__figure_plain(other, test->f_df, 6, sign));
}

static void fill_test(logreg__table_row *row, size_t i, int room, const void *data)
{
    const global_tests *tests = data;
    const logreg_test *test = &tests->test[i];
    logreg__page_name(&row->label, tests->name[i], room);
    if (isnan(test->statistic)) {
        row->remark = i == WALD && tests->separated ? "does not exist under separation"
                      : i == WALD && tests->mended  ? "would rest on how the covariance was mended"
                      : i == WALD && tests->robust  ? "needs more clusters than coefficients"
                      : tests->sample               ? "there is no likelihood of a weighted sample"
                      : tests->robust               ? "holds with the classical covariance only"
                                                    : "not computed";
        return;
    }
    logreg__figure_fixed(row->cell[STATISTIC], test->statistic, 2, row->label.sign);
    logreg__write_test_df(row->cell[DF], test, row->label.sign);
    logreg__figure_p(row->cell[P], test->p);
}

/* Of a penalised fit there is no score test, and none of the likelihood after FLAC. */
static int pick_penalised(global_tests *tests, const logreg_model *model)
{
    static const char *const name[] = {"  Penalised likelihood ratio", "  Wald"};
    bool flac = model->penalty == LOGREG__PENALTY_FLAC;
    tests->test[1] = tests->test[WALD];
    tests->name = name + flac;
    if (flac)
        tests->test[0] = tests->test[1];
    return flac ? 1 : 2;
}

static void write_tests(logreg__page *page, const logreg_model *model)
{
    global_tests tests = {
        .name = test_name,
        .test = {logreg_inference_lr(model), logreg_inference_score(model), logreg_inference_wald(model)},
        .separated = logreg_model_separation(model) != LOGREG_SEPARATION_NONE,
        .robust = logreg__model_robust(model),
        .mended = logreg_model_vcov_mended(model),
        .sample = logreg_model_sampling_weights(model) != NULL,
    };
    if (!(tests.test[LIKELIHOOD_RATIO].df > 0) || logreg__model_errorless(model))
        return;
    int n_tests = model->penalty ? pick_penalised(&tests, model) : 3;
    bool intercept = logreg_model_has_intercept(model);
    bool offset = logreg_model_offset(model) || model->terms->offset;
    logreg__write_title(page, !intercept ? "Tests that all coefficients are 0"
                              : logreg_model_classes(model) > 2
                                  ? "Tests that all coefficients but the intercepts are 0"
                                  : "Tests that all coefficients but the intercept are 0");
    const logreg__table_column column[N_COLUMNS] = {
        [STATISTIC] = {tests.sample ? "F" : page->sign->chi, 1, ""},
        [DF] = {"df", 1, NULL},
        [P] = {"p", 1, NULL}};
    logreg__table_print(page, &(logreg__table){(size_t)n_tests, N_COLUMNS, column, fill_test, &tests});
    if (model->strata)
        logreg__page_add(page, offset ? "  The null model is the offset alone, within strata.\n"
                                      : "  The null model gives all rows of a stratum the same chance.\n");
    else if (!intercept)
        logreg__page_add(page, offset ? "  The null model is the offset alone.\n"
                                      : "  The null model gives all classes the same chance.\n");
}

/* A measure and its value, NaN where there is none. */
typedef struct {
    const char *name;
    double value;
} measure;

/* Keeps the measures that have a value; returns how many. */
static int present(measure *m, int n)
{
    int kept = 0;
    for (int i = 0; i < n; i++)
        if (!isnan(m[i].value))
            m[kept++] = m[i];
    return kept;
}

static void write_measure(logreg__page *page, const measure *m, int label, int room, int decimals)
{
    char text[LOGREG__FIGURE_SIZE];
    logreg__figure_fixed(text, m->value, decimals, page->sign);
    logreg__page_add(page, m->name);
    logreg__page_repeat(page, " ", label - logreg__columns(m->name, strlen(m->name)));
    logreg__page_repeat(page, " ", room - logreg__columns(text, strlen(text)));
    logreg__page_add(page, text);
}

static void write_measures(logreg__page *page, const logreg_model *model)
{
    logreg_r2 r2 = logreg_model_r2(model);
    bool grouped = logreg_model_grouped(model), utf8 = !page->ascii;
    char bic[LOGREG__FIGURE_SIZE + 16], n[LOGREG__FIGURE_SIZE];
    snprintf(bic, sizeof bic, model->strata ? "BIC, events = %s" : "BIC, n = %s",
             logreg__figure_plain(n, model->n_frequency, 6, page->sign));
    bool shrunk = logreg__penalty_shrinks(model->penalty);
    measure left[] = {
        {utf8 ? "−2 penalised log L" : "-2 penalised log L",
         -2 * logreg_model_penalised_log_likelihood(model)},
        {"  null model", -2 * logreg_model_null_penalised_log_likelihood(model)},
        {utf8 ? "−2 log L" : "-2 log L", -2 * logreg_model_log_likelihood(model)},
        {"  null model", model->penalty && !shrunk ? NAN : -2 * logreg_model_null_log_likelihood(model)},
        {"AIC", logreg_model_aic(model)},
        {bic, logreg_model_bic(model)},
        {"Deviance", grouped ? logreg_model_deviance(model) : NAN},
        {"  null model", grouped ? logreg_model_null_deviance(model) : NAN},
    };
    measure right[] = {
        {"Dev. explained", shrunk ? logreg_model_explained(model) : NAN},
        {utf8 ? "McFadden R²" : "McFadden R2", r2.mcfadden},
        {utf8 ? "Cox–Snell R²" : "Cox-Snell R2", r2.cox_snell},
        {utf8 ? "Nagelkerke R²" : "Nagelkerke R2", r2.nagelkerke},
        {utf8 ? "Tjur R²" : "Tjur R2", r2.tjur},
        {"Brier score", logreg_model_brier(model)},
        {"AUC", logreg_model_auc(model)},
    };
    int n_left = present(left, 8), n_right = present(right, 7);
    int decimals = fabs(logreg_model_null_log_likelihood(model)) < 1e5 ? 3 : 1;
    logreg__write_title(page, "Fit");
    for (int i = 0; i < n_left || i < n_right; i++) {
        logreg__page_add(page, "  ");
        if (i < n_left)
            write_measure(page, &left[i], 18, 13, decimals);
        else if (i < n_right && n_left)
            logreg__page_repeat(page, " ", 31);
        if (i < n_right) {
            logreg__page_add(page, n_left ? "    " : "");
            write_measure(page, &right[i], 14, 6, 3);
        }
        logreg__page_add(page, "\n");
    }
}

/* DeLong's variance is 0 in no other case. */
static const char *why_no_interval(const logreg_model *model)
{
    if (logreg_model_sampling_weights(model))
        return "no interval, since DeLong's is that of rows drawn alike";
    if (logreg_model_class_weighted(model))
        return "no interval beside class weights";
    if (fmin(logreg_model_class_weight(model, 0), logreg_model_class_weight(model, 1)) <= 1)
        return "no interval without two events and two non-events";
    return logreg_model_auc(model) < 0.75 ? "no interval, since every row has the same probability"
                                          : "no interval, since no event lies below a non-event";
}

static void write_auc_interval(logreg__page *page, const logreg_model *model, double conf_level)
{
    double auc = logreg_model_auc(model), low, high;
    char from[LOGREG__FIGURE_SIZE], to[LOGREG__FIGURE_SIZE];
    if (isnan(auc))
        return;
    logreg__page_add(page, "  AUC: ");
    if (!logreg__auc_interval(&low, &high, auc, logreg_model_auc_se(model), conf_level)) {
        logreg__page_format(page, "%s\n", why_no_interval(model));
        return;
    }
    logreg__write_percent(page, conf_level);
    logreg__page_format(page, " DeLong interval %s to %s\n", logreg__figure_fixed(from, low, 3, page->sign),
                        logreg__figure_fixed(to, high, 3, page->sign));
}

/* Grouped data alone have a saturated model that the deviance can be held against. */
static void write_lack_of_fit(logreg__page *page, const logreg_model *model)
{
    double deviance = logreg_model_deviance(model), df = logreg_model_df_residual(model);
    bool told = logreg_model_grouped(model) && !model->penalty && !logreg__model_robust(model);
    if (!told || !(df > 0) || !isfinite(deviance))
        return;
    char text[LOGREG__FIGURE_SIZE];
    logreg__page_format(page, "  Lack of fit: residual deviance %s on ",
                        logreg__figure_fixed(text, deviance, 2, page->sign));
    logreg__page_format(page, "%s df, p = ", logreg__figure_plain(text, df, 6, page->sign));
    logreg__page_format(page, "%s\n", logreg__figure_p(text, gsl_cdf_chisq_Q(fmax(0, deviance), df)));
}

static void write_about_penalty(logreg__page *page, const logreg_model *model)
{
    logreg__page note;
    logreg__page_start_like(&note, page);
    if (model->penalty == LOGREG__PENALTY_FIRTH)
        logreg__page_add(&note, "The null model keeps the penalty of all columns, as profiles do. ");
    else
        logreg__page_add(&note,
                         "Penalised log-likelihoods are those of the Firth fit, before the correction. ");
    logreg__page_add(&note, "AIC, BIC and R2 from likelihoods speak of their maximum, which this is not.");
    logreg__page_paragraph(page, LOGREG__PLAIN, "", 2, &note);
}

static void write_about_class_weights(logreg__page *page)
{
    logreg__page note;
    logreg__page_start_like(&note, page);
    logreg__page_add(
        &note,
        "Rows that weigh what their class is to weigh have no likelihood: there are no standard "
        "errors, tests, -2 log L, AIC and BIC. Probabilities are those of a world whose classes are as "
        "frequent as their weights say, not of these rows.");
    logreg__page_paragraph(page, LOGREG__PLAIN, "", 2, &note);
}

void logreg__write_fit(logreg__page *page, const logreg_model *model, double conf_level)
{
    write_tests(page, model);
    write_measures(page, model);
    write_auc_interval(page, model, conf_level);
    write_lack_of_fit(page, model);
    if (logreg__penalty_shrinks(model->penalty))
        logreg__write_no_errors(page, model);
    else if (model->penalty)
        write_about_penalty(page, model);
    if (logreg_model_sampling_weights(model)) {
        logreg__page note;
        logreg__page_start_like(&note, page);
        logreg__page_add(
            &note, "Rows that stand for many have no likelihood together: there are no -2 log L, AIC, BIC "
                   "and likelihood-ratio test. R2, Brier score and AUC are weighted.");
        logreg__page_paragraph(page, LOGREG__PLAIN, "", 2, &note);
    } else if (logreg_model_class_weighted(model)) {
        write_about_class_weights(page);
    } else if (logreg_model_stopped_early(model)) {
        logreg__page note;
        logreg__page_start_like(&note, page);
        logreg__page_add(
            &note, "The fit was stopped before the maximum of the likelihood, which standard errors, tests, "
                   "AIC and BIC are about: there are none.");
        logreg__page_paragraph(page, LOGREG__PLAIN, "", 2, &note);
    } else if (logreg_model_grouped(model)) {
        logreg__page note;
        logreg__page_start_like(&note, page);
        logreg__page_add(&note,
                         "The log-likelihood includes the binomial coefficients, the sum of log C(n, r).");
        logreg__page_paragraph(page, LOGREG__PLAIN, "", 2, &note);
    }
}
