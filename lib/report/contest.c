/* Two models on the same rows, side by side. */
#include <math.h>

#include <gsl/gsl_cdf.h>
#include <logreg/metrics.h>

#include "report/evaluation.h"
#include "report/summary/summary.h"
#include "report/page/table.h"
#include "report/json/values.h"

#define DECIMALS 4

enum { THIS, THAT, DIFFERENCE, LOW, HIGH, Z, P, COLUMNS };

typedef struct {
    const logreg_contest *contest;
    double z; /* of the intervals */
} source;

static void fill(logreg__table_row *row, size_t i, int room, const void *data)
{
    const source *s = data;
    const logreg_metric_test *t = &s->contest->test[i];
    const logreg__signs *sign = row->label.sign;
    (void)room;
    logreg__page_format(&row->label, "  %s", t->metric->name);
    logreg__figure_fixed(row->cell[THIS], t->value[0], DECIMALS, sign);
    logreg__figure_fixed(row->cell[THAT], t->value[1], DECIMALS, sign);
    logreg__figure_fixed(row->cell[DIFFERENCE], t->difference, DECIMALS, sign);
    if (isnan(t->p))
        return;
    logreg__figure_fixed(row->cell[LOW], t->difference - s->z * t->difference_error, DECIMALS, sign);
    logreg__figure_fixed(row->cell[HIGH], t->difference + s->z * t->difference_error, DECIMALS, sign);
    logreg__figure_fixed(row->cell[Z], t->z, 2, sign);
    logreg__figure_p(row->cell[P], t->p);
}

static void write_words(logreg__page *page, const logreg_contest *c)
{
    logreg__page note;
    logreg__page_start_like(&note, page);
    if (c->n_classes == 2)
        logreg__page_add(&note,
                         "DeLong's test of the AUC; of the losses that of the mean difference, row by row. ");
    else
        logreg__page_add(&note, "Tests of the mean difference, row by row. ");
    if (c->own_rows[0] || c->own_rows[1])
        logreg__page_format(&note,
                            "%s fitted to these rows, where the tests do not hold: hold them against each "
                            "other on rows that neither has seen.",
                            c->own_rows[0] && c->own_rows[1] ? "Both models were"
                            : c->own_rows[0]                 ? "The first model was"
                                                             : "The second model was");
    logreg__page_paragraph(page, LOGREG__DIM, "", 2, &note);
}

void logreg__write_contest(logreg__page *page, const logreg_contest *c, const char *name, double level)
{
    logreg__page title, interval;
    logreg__page_start_like(&title, page);
    logreg__page_start_like(&interval, page);
    logreg__page_add(&title, "Against ");
    if (name)
        logreg__page_name(&title, name, LOGREG__NAME_ROOM);
    else
        logreg__page_add(&title, "the other model");
    logreg__page_add(&title, ", on ");
    logreg__write_count(&title, (double)c->n_used, "row", "rows");
    logreg__write_percent(&interval, level);
    logreg__page_add(&interval, " interval");
    const logreg__table_column column[COLUMNS] = {[THIS] = {"this", 1, ""},
                                                  [THAT] = {"that", 1, NULL},
                                                  [DIFFERENCE] = {"difference", 1, NULL},
                                                  [LOW] = {logreg__page_string(&interval), 2, NULL},
                                                  [HIGH] = {NULL, 1, NULL},
                                                  [Z] = {"z", 1, NULL},
                                                  [P] = {"p", 1, NULL}};
    const source s = {c, gsl_cdf_ugaussian_Qinv((1 - level) / 2)};
    logreg__write_title(page, logreg__page_string(&title));
    logreg__table_print(page, &(logreg__table){c->n_tests, COLUMNS, column, fill, &s});
    write_words(page, c);
    page->text.failed = page->text.failed || title.text.failed || interval.text.failed;
    logreg__page_free(&title);
    logreg__page_free(&interval);
}

/* ---- JSON ---- */

static json_t *pair(double first, double second)
{
    return logreg__json_pair(logreg__json_real(first), logreg__json_real(second));
}

json_t *logreg__json_contest(const logreg_contest *c, const char *name, double level)
{
    json_t *object = json_object(), *tests = json_array();
    double z = gsl_cdf_ugaussian_Qinv((1 - level) / 2);
    for (size_t i = 0; i < c->n_tests; i++) {
        const logreg_metric_test *t = &c->test[i];
        json_t *test = json_object();
        double half = isnan(t->p) ? (double)NAN : z * t->difference_error;
        logreg__json_set(&test, "metric", json_string(t->metric->name));
        logreg__json_set(&test, "values", pair(t->value[0], t->value[1]));
        logreg__json_set(&test, "std_errors", pair(t->std_error[0], t->std_error[1]));
        logreg__json_set(&test, "difference", logreg__json_real(t->difference));
        logreg__json_set(&test, "std_error", logreg__json_real(t->difference_error));
        logreg__json_set(&test, "ci", pair(t->difference - half, t->difference + half));
        logreg__json_set(&test, "z", logreg__json_real(t->z));
        logreg__json_set(&test, "p", logreg__json_real(t->p));
        logreg__json_append(&tests, test);
    }
    logreg__json_set(&object, "model", logreg__json_name(name));
    logreg__json_set(&object, "n_used", logreg__json_count((double)c->n_used));
    logreg__json_set(&object, "n_obs", logreg__json_count(c->n_obs));
    logreg__json_set(&object, "own_rows",
                     logreg__json_pair(json_boolean(c->own_rows[0]), json_boolean(c->own_rows[1])));
    logreg__json_set(&object, "tests", tests);
    return object;
}
