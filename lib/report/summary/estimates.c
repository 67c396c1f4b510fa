#include "report/summary/estimates.h"

#include <math.h>
#include <string.h>

#include "model/model.h"
#include "report/summary/summary.h"

enum { ESTIMATE, STD_ERROR, Z, P, RATIO, LOW, HIGH, N_COLUMNS };

/* Columns of a model that has no standard errors, the first as above. */
enum { ERRORLESS_RATIO = 1, ERRORLESS_COLUMNS };
enum { BOOTSTRAPPED_LOW = 1, BOOTSTRAPPED_HIGH, BOOTSTRAPPED_RATIO, BOOTSTRAPPED_COLUMNS = 6 };

/* Three digits below 1 and four above, so that 0.998 and 1.002 look as near to 1 as each other; more where the
 * standard error is small, by the digits that are shown of it. */
static void write_ratio(char *cell, double log_ratio, double std_error, int digits, const logreg__signs *sign)
{
    double finer = std_error > 0 ? fmin(5, fmax(0, floor(-log10(std_error)) + digits - 4)) : 0;
    logreg__figure_exp(cell, log_ratio, 3 + (int)finer + (log_ratio >= 0), sign);
}

void logreg__estimates_fill(logreg__table_row *row, const logreg_coefficient *c, int digits, bool ratios)
{
    const logreg__signs *sign = row->label.sign;
    if (isnan(c->std_error)) { /* of a model without standard errors, or one whose information is singular */
        logreg__figure_digits(row->cell[ESTIMATE], c->estimate, digits, sign);
        if (ratios)
            logreg__figure_exp(row->cell[RATIO], c->unit * c->estimate, digits, sign);
        if (!isnan(c->low)) { /* by the bootstrap, where other tables have errors */
            logreg__figure_digits(row->cell[STD_ERROR], c->low, digits, sign);
            logreg__figure_digits(row->cell[Z], c->high, digits, sign);
        }
        if (ratios && !isnan(c->low)) {
            logreg__figure_exp(row->cell[LOW], c->unit * c->low, digits, sign);
            logreg__figure_exp(row->cell[HIGH], c->unit * c->high, digits, sign);
        }
        return;
    }
    int decimals = fabs(c->estimate) < 1e7 ? logreg__decimals(c->std_error, digits) : LOGREG__POWERS;
    if (decimals == LOGREG__POWERS) {
        logreg__figure_digits(row->cell[ESTIMATE], c->estimate, digits, sign);
        logreg__figure_digits(row->cell[STD_ERROR], c->std_error, digits, sign);
    } else {
        logreg__figure_fixed(row->cell[ESTIMATE], c->estimate, decimals, sign);
        logreg__figure_fixed(row->cell[STD_ERROR], c->std_error, decimals, sign);
    }
    if (fabs(c->z) < 1e5)
        logreg__figure_fixed(row->cell[Z], c->z, 2, sign);
    else
        logreg__figure_digits(row->cell[Z], c->z, 3, sign);
    logreg__figure_p(row->cell[P], c->p);
    if (!ratios)
        return;
    write_ratio(row->cell[RATIO], c->unit * c->estimate, c->std_error, digits, sign);
    write_ratio(row->cell[LOW], c->unit * c->low, c->std_error, digits, sign);
    write_ratio(row->cell[HIGH], c->unit * c->high, c->std_error, digits, sign);
}

void logreg__estimates_fill_unbounded(logreg__table_row *row, const logreg_coefficient *c, bool ratios)
{
    const logreg__signs *sign = row->label.sign;
    logreg__figure_digits(row->cell[ESTIMATE], c->estimate, 3, sign);
    logreg__figure_fixed(row->cell[Z], c->z, 2, sign);
    logreg__figure_p(row->cell[P], c->p);
    if (!ratios)
        return;
    logreg__figure_exp(row->cell[RATIO], c->unit * c->estimate, 3, sign);
    logreg__figure_exp(row->cell[LOW], c->unit * c->low, 3, sign);
    logreg__figure_exp(row->cell[HIGH], c->unit * c->high, 3, sign);
}

/* Estimates at so many digits. */
typedef struct {
    const logreg__estimates *of;
    int digits;
} view;

static void fill(logreg__table_row *row, size_t i, int room, const void *data)
{
    const view *v = data;
    v->of->row(row, i, room, v->digits, v->of->data);
}

/* The same where there are estimates and ratios alone. */
static void fill_errorless(logreg__table_row *row, size_t i, int room, const void *data)
{
    fill(row, i, room, data);
    memcpy(row->cell[ERRORLESS_RATIO], row->cell[RATIO], sizeof row->cell[RATIO]);
}

/* Coefficients that each class has for itself are no log odds, and have no ratios. */
static bool lay_out_errorless(logreg__page *page, const logreg_model *model,
                              const logreg__estimates *estimates, bool printed)
{
    bool own = logreg_model_first_class(model) == 0;
    const logreg__table_column column[ERRORLESS_COLUMNS] = {
        [ESTIMATE] = {"Estimate", 1, own ? "" : "log odds"},
        [ERRORLESS_RATIO] = {"Ratio", 1, "odds ratio"},
    };
    view v = {estimates, 4};
    logreg__table table = {estimates->n, own ? ERRORLESS_RATIO : ERRORLESS_COLUMNS, column, fill_errorless,
                           &v};
    if (printed)
        logreg__table_print(page, &table);
    return logreg__table_fits(page, &table);
}

/* The same with intervals by the bootstrap. */
static void fill_bootstrapped(logreg__table_row *row, size_t i, int room, const void *data)
{
    fill(row, i, room, data);
    for (int column = BOOTSTRAPPED_RATIO; column < BOOTSTRAPPED_COLUMNS; column++)
        memcpy(row->cell[column], row->cell[column + 1], sizeof row->cell[column]);
}

static bool lay_out_bootstrapped(logreg__page *page, const logreg_model *model,
                                 const logreg__estimates *estimates, const char *interval, bool printed)
{
    bool own = logreg_model_first_class(model) == 0;
    const logreg__table_column column[BOOTSTRAPPED_COLUMNS] = {
        [ESTIMATE] = {"Estimate", 1, own ? "" : "log odds"},
        [BOOTSTRAPPED_LOW] = {interval, 2, NULL},
        [BOOTSTRAPPED_HIGH] = {NULL, 1, NULL},
        [BOOTSTRAPPED_RATIO] = {"Ratio", 1, "odds ratio"},
        [BOOTSTRAPPED_RATIO + 1] = {interval, 2, NULL},
        [BOOTSTRAPPED_RATIO + 2] = {NULL, 1, NULL},
    };
    view v = {estimates, 4};
    logreg__table table = {estimates->n, own ? BOOTSTRAPPED_RATIO : BOOTSTRAPPED_COLUMNS, column,
                           fill_bootstrapped, &v};
    if (printed)
        logreg__table_print(page, &table);
    return logreg__table_fits(page, &table);
}

/* Whether it fits; printed if so wanted. */
static bool lay_out(logreg__page *page, const logreg_model *model, const logreg__estimates *estimates,
                    const char *interval, const char *short_interval, bool printed)
{
    logreg__table_column column[N_COLUMNS] = {
        [ESTIMATE] = {"Estimate", 1, "log odds"},
        [STD_ERROR] = {"Std. error", 1, NULL},
        [Z] = {isinf(logreg_model_t_df(model)) ? "z" : "t", 1, NULL},
        [P] = {"p", 1, NULL},
        [RATIO] = {"Ratio", 1, "odds ratio"},
        [LOW] = {interval, 2, NULL},
        [HIGH] = {NULL, 1, NULL},
    };
    view v = {estimates, 4};
    logreg__table table = {estimates->n, N_COLUMNS, column, fill, &v};
    bool fits = logreg__table_fits(page, &table);
    if (!fits) {
        v.digits = 3;
        column[STD_ERROR].title = "SE";
        column[LOW].title = short_interval;
        fits = logreg__table_fits(page, &table);
    }
    if (printed)
        logreg__table_print(page, &table);
    return fits;
}

static bool with_titles(logreg__page *page, const logreg_model *model, const logreg__estimates *estimates,
                        bool printed)
{
    bool profile = strcmp(estimates->method, "profile") == 0, fits = false;
    bool bootstrap = strcmp(estimates->method, "bootstrap") == 0;
    if (logreg__model_errorless(model) && !bootstrap)
        return lay_out_errorless(page, model, estimates, printed);
    logreg__page interval, short_interval;
    logreg__page_start_like(&interval, page);
    logreg__write_percent(&interval, estimates->level);
    if (bootstrap) {
        logreg__page_add(&interval, " bootstrap");
        fits = lay_out_bootstrapped(page, model, estimates, logreg__page_string(&interval), printed);
        page->text.failed = page->text.failed || interval.text.failed;
        logreg__page_free(&interval);
        return fits;
    }
    logreg__page_start_like(&short_interval, page);
    logreg__page_format(&short_interval, "%s %s CI", logreg__page_string(&interval),
                        profile ? "prof." : "Wald");
    logreg__page_format(&interval, " %s interval", profile ? "profile" : "Wald");
    page->text.failed = page->text.failed || interval.text.failed || short_interval.text.failed;
    if (!page->text.failed)
        fits = lay_out(page, model, estimates, logreg__page_string(&interval),
                       logreg__page_string(&short_interval), printed);
    logreg__page_free(&interval);
    logreg__page_free(&short_interval);
    return fits;
}

bool logreg__estimates_fit(logreg__page *page, const logreg_model *model, const logreg__estimates *estimates)
{
    return with_titles(page, model, estimates, false);
}

void logreg__estimates_print(logreg__page *page, const logreg_model *model,
                             const logreg__estimates *estimates)
{
    with_titles(page, model, estimates, true);
}

const logreg_coefficient *logreg__contrast_of(const logreg_inference *inference, const logreg_model *model,
                                              size_t k, size_t against, size_t j)
{
    size_t pairs = (k - 1) * (k - 2) / 2 + against - 1;
    return &inference->contrast[pairs * logreg_model_coefficients(model) + j];
}
