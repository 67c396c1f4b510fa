/* Exact inference, a coefficient a line. */
#include <math.h>
#include <string.h>

#include "report/page/figure.h"
#include "report/summary/summary.h"
#include "report/page/table.h"

enum { ESTIMATE, RATIO, LOW, HIGH, P, P_MID, P_PROBABILITY, P_SCORE, N_COLUMNS };

/* Where the conditional maximum is infinite the median unbiased estimate stands in its place, with a star. */
static void fill(logreg__table_row *row, size_t i, int room, const void *data)
{
    const logreg_exacts *exact = data;
    const logreg_exact *e = &exact->coefficient[i];
    const logreg__signs *sign = row->label.sign;
    bool infinite = isinf(e->estimate);
    double estimate = infinite ? e->median_unbiased : e->estimate;
    logreg__page_name(&row->label, e->name, room);
    if (e->remark) {
        row->remark = e->remark;
        return;
    }
    if (e->values == 1) {
        row->remark = "one value possible: the data say nothing";
        return;
    }
    logreg__figure_digits(row->cell[ESTIMATE], estimate, 4, sign);
    logreg__figure_digits(row->cell[RATIO], exp(estimate), 4, sign);
    if (infinite)
        strcat(row->cell[ESTIMATE], "*");
    logreg__figure_digits(row->cell[LOW], exp(e->low), 4, sign);
    logreg__figure_digits(row->cell[HIGH], exp(e->high), 4, sign);
    logreg__figure_p(row->cell[P], e->p);
    logreg__figure_p(row->cell[P_MID], e->p_mid);
    logreg__figure_p(row->cell[P_PROBABILITY], e->p_probability);
    logreg__figure_p(row->cell[P_SCORE], e->p_score);
}

/* ---- Terms ---- */

enum { SCORE, DF, TERM_SCORE, TERM_PROBABILITY, N_TERM_COLUMNS };

static void fill_term(logreg__table_row *row, size_t i, int room, const void *data)
{
    const logreg_exact_term *t = &((const logreg_exacts *)data)->term[i];
    logreg__page_name(&row->label, t->name, room);
    row->remark = t->remark ? t->remark : t->values == 1 ? "one value possible: the data say nothing" : NULL;
    if (row->remark)
        return;
    logreg__figure_fixed(row->cell[SCORE], t->score, 2, row->label.sign);
    logreg__figure_plain(row->cell[DF], (double)t->df, 6, row->label.sign);
    logreg__figure_p(row->cell[TERM_SCORE], t->p_score);
    logreg__figure_p(row->cell[TERM_PROBABILITY], t->p_probability);
}

static void write_terms(logreg__page *page, const logreg_exacts *exact)
{
    static const logreg__table_column column[N_TERM_COLUMNS] = {
        [SCORE] = {"Score", 1, ""},
        [DF] = {"df", 1, NULL},
        [TERM_SCORE] = {"score", 1, "exact p values"},
        [TERM_PROBABILITY] = {"prob.", 1, NULL},
    };
    if (exact->n_terms == 0)
        return;
    logreg__write_title(page, "Exact tests of terms");
    logreg__table_print(page, &(logreg__table){exact->n_terms, N_TERM_COLUMNS, column, fill_term, exact});
    logreg__page note;
    logreg__page_start_like(&note, page);
    logreg__page_add(&note, "All coefficients of a term at a time, given the sufficient statistics of all "
                            "other columns. score: of "
                            "all outcomes as far from the mean, in the metric of their variance; prob.: of "
                            "all no more probable.");
    logreg__page_paragraph(page, LOGREG__PLAIN, "", 0, &note);
}

static bool any_too_fine(const logreg_exacts *exact)
{
    bool any = false;
    for (size_t i = 0; i < exact->n; i++)
        any = any || exact->coefficient[i].remark;
    for (size_t i = 0; i < exact->n_terms; i++)
        any = any || exact->term[i].remark;
    return any;
}

/* What the remarks mean. */
static void write_limits(logreg__page *page, const logreg_exacts *exact)
{
    if (!any_too_fine(exact))
        return;
    logreg__page note;
    char text[LOGREG__FIGURE_SIZE];
    logreg__page_start_like(&note, page);
    logreg__page_format(&note,
                        "Too fine: there are more ways to come by the sums of all other columns than are "
                        "gone through: %zu states at a time, "
                        "of %zu bytes each",
                        exact->most_states, exact->bytes);
    logreg__page_format(&note, ", and %s steps from one to the next. ",
                        logreg__figure_plain(text, exact->most_shifts, 6, note.sign));
    logreg__page_add(&note, "Coarser values, fewer columns or --exact of other names may do; --ci profile "
                            "and --penalty firth need no such limits.");
    logreg__page_paragraph(page, LOGREG__PLAIN, "", 0, &note);
}

static void write_note(logreg__page *page, const logreg_model *model, const logreg_exacts *exact)
{
    logreg__page note;
    bool infinite = false, told = false;
    for (size_t i = 0; i < exact->n; i++) {
        infinite = infinite || isinf(exact->coefficient[i].estimate);
        told = told || !exact->coefficient[i].remark;
    }
    if (!told)
        return;
    logreg__page_start_like(&note, page);
    logreg__page_add(&note, "Each given the sufficient statistics of all other columns");
    logreg__page_add(&note, logreg_model_strata(model).column   ? " and the events of each stratum"
                            : logreg_model_has_intercept(model) ? " and the number of events"
                                                                : "");
    for (size_t i = 0; i < exact->n; i++)
        if (strcmp(exact->coefficient[i].name, "(Intercept)") == 0)
            logreg__page_add(&note, " (the intercept: of these columns alone)");
    logreg__page_add(
        &note,
        ": estimates by conditional maximum likelihood, intervals that cover at least as often as they say. "
        "p: twice the smaller tail; mid: with half of the outcome's own probability; prob.: of all "
        "outcomes no more probable; score: of all as far from the mean.");
    if (infinite)
        logreg__page_add(&note, " *: median unbiased, since the conditional maximum is infinite.");
    logreg__page_paragraph(page, LOGREG__PLAIN, "", 0, &note);
}

void logreg__write_exact(logreg__page *page, const logreg_model *model, const logreg_exacts *exact)
{
    if (exact->n == 0)
        return;
    logreg__page interval;
    logreg__page_start_like(&interval, page);
    logreg__write_percent(&interval, exact->level);
    logreg__page_add(&interval, " exact interval");
    logreg__write_title(page, "Exact inference");
    page->text.failed = page->text.failed || interval.text.failed;
    if (!page->text.failed) {
        const logreg__table_column column[N_COLUMNS] = {
            [ESTIMATE] = {"Estimate", 1, "log odds"},
            [RATIO] = {"Ratio", 1, "odds ratio"},
            [LOW] = {logreg__page_string(&interval), 2, NULL},
            [HIGH] = {NULL, 1, NULL},
            [P] = {"p", 1, "p values"},
            [P_MID] = {"mid", 1, NULL},
            [P_PROBABILITY] = {"prob.", 1, NULL},
            [P_SCORE] = {"score", 1, NULL},
        };
        logreg__table_print(page, &(logreg__table){exact->n, N_COLUMNS, column, fill, exact});
        write_note(page, model, exact);
        write_terms(page, exact);
        write_limits(page, exact);
    }
    logreg__page_free(&interval);
}
