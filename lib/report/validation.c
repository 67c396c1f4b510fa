/* A model on rows that it was not fitted to: tests, calibration, groups. */
#include <math.h>
#include <stdio.h>

#include <gsl/gsl_cdf.h>
#include <logreg/goodness.h>

#include "report/goodness.h"
#include "report/summary/summary.h"
#include "report/page/table.h"

/* ---- Tests ---- */

enum { STATISTIC, DF, P, N_COLUMNS };
enum { MOST_TESTS = 3 };

typedef struct {
    char name[64];
    double statistic, df, p;
} line;

static void fill_test(logreg__table_row *row, size_t i, int room, const void *data)
{
    const line *l = (const line *)data + i;
    const logreg__signs *sign = row->label.sign;
    (void)room;
    logreg__page_format(&row->label, "  %s", l->name);
    if (isnan(l->statistic)) {
        row->remark = "has no meaning for these probabilities";
        return;
    }
    if (isinf(l->statistic))
        snprintf(row->cell[STATISTIC], sizeof row->cell[STATISTIC], "%s", sign->infinity);
    else
        logreg__figure_fixed(row->cell[STATISTIC], l->statistic, 2, sign);
    logreg__figure_plain(row->cell[DF], l->df, 9, sign);
    logreg__figure_p(row->cell[P], isinf(l->statistic) ? 0 : l->p);
}

static void write_tests(logreg__page *page, const logreg_validation *v)
{
    static const logreg__table_column column[N_COLUMNS] = {
        [STATISTIC] = {"Statistic", 1, ""}, [DF] = {"df", 1, NULL}, [P] = {"p", 1, NULL}};
    line l[MOST_TESTS] = {
        {"", v->hosmer_lemeshow.statistic, v->hosmer_lemeshow.df, v->hosmer_lemeshow.p},
        {"Brier score, z (Spiegelhalter)", v->spiegelhalter_z, NAN, v->spiegelhalter_p},
        {"Intercept 0 and slope 1", v->calibration.statistic, 2, v->calibration.p},
    };
    snprintf(l->name, sizeof l->name, "Hosmer-Lemeshow, %zu group%s", v->n_groups,
             v->n_groups == 1 ? "" : "s");
    logreg__write_title(page, "Tests that the probabilities hold on these rows");
    logreg__table_print(page,
                        &(logreg__table){v->n_classes > 2 ? 1 : MOST_TESTS, N_COLUMNS, column, fill_test, l});
}

/* ---- Calibration ---- */

enum { ESTIMATE, ERROR, LOW, HIGH, N_ESTIMATES };
enum { NUMBERS = 3 };

typedef struct {
    const char *name[NUMBERS];
    double estimate[NUMBERS], error[NUMBERS];
    double z; /* of the intervals */
} numbers;

static void fill_number(logreg__table_row *row, size_t i, int room, const void *data)
{
    const numbers *n = data;
    const logreg__signs *sign = row->label.sign;
    (void)room;
    logreg__page_format(&row->label, "  %s", n->name[i]);
    if (isnan(n->estimate[i])) {
        row->remark = "has no finite estimate";
        return;
    }
    logreg__figure_fixed(row->cell[ESTIMATE], n->estimate[i], 4, sign);
    logreg__figure_fixed(row->cell[ERROR], n->error[i], 4, sign);
    logreg__figure_fixed(row->cell[LOW], n->estimate[i] - n->z * n->error[i], 4, sign);
    logreg__figure_fixed(row->cell[HIGH], n->estimate[i] + n->z * n->error[i], 4, sign);
}

static void write_calibration(logreg__page *page, const logreg_calibration *c, double level)
{
    const numbers n = {{"Slope", "Intercept", "Intercept in the large"},
                       {c->slope, c->intercept, c->in_the_large},
                       {c->slope_error, c->intercept_error, c->in_the_large_error},
                       gsl_cdf_ugaussian_Qinv((1 - level) / 2)};
    logreg__page title;
    logreg__page_start_like(&title, page);
    logreg__write_percent(&title, level);
    logreg__page_add(&title, " interval");
    page->text.failed = page->text.failed || title.text.failed;
    const logreg__table_column column[N_ESTIMATES] = {[ESTIMATE] = {"Estimate", 1, ""},
                                                      [ERROR] = {"Std. error", 1, NULL},
                                                      [LOW] = {logreg__page_string(&title), 2, NULL},
                                                      [HIGH] = {NULL, 1, NULL}};
    logreg__write_title(page, "Calibration");
    logreg__table_print(page, &(logreg__table){NUMBERS, N_ESTIMATES, column, fill_number, &n});
    logreg__page_free(&title);
}

/* ---- Words ---- */

static void write_words(logreg__page *page, const logreg_validation *v)
{
    logreg__page note;
    logreg__page_start_like(&note, page);
    if (v->own_rows)
        logreg__page_add(&note,
                         "These are the rows that the model was fitted to, on which its probabilities hold "
                         "too well: logreg fit --gof tests them as such, --optimism corrects for it. ");
    logreg__page_add(&note, "Groups are cut as SAS's PROC LOGISTIC cuts them");
    logreg__page_add(&note, v->n_classes > 2
                                ? ", by the probability of any class but the first (Fagerland, Hosmer & "
                                  "Bofin); JSON has their counts."
                                : ". A slope below 1 says that probabilities are too extreme, an "
                                  "intercept in the large above 0 that they are too low.");
    logreg__page_add(&note,
                     " A large p does not prove that they hold: few rows show little. Of very many rows p is "
                     "small for departures that do not matter.");
    logreg__page_paragraph(page, LOGREG__PLAIN, "", 2, &note);
}

void logreg__write_validation(logreg__page *page, const logreg_model *model, const logreg_validation *v,
                              double conf_level)
{
    write_tests(page, v);
    if (v->n_classes == 2) {
        write_calibration(page, &v->calibration, conf_level);
        logreg__write_goodness_groups(page, model, v->group, v->n_groups);
    }
    write_words(page, v);
}
