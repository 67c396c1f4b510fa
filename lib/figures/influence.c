/* Leverages, and what each row does to the fit: Cook's distance. */
#include <math.h>

#include "base/error.h"
#include "base/memory.h"
#include "figures/diagnosed.h"
#include "figures/subject.h"
#include "report/figure.h"
#include "report/summary.h"

/* Points of a line of equal distance. */
enum { POINTS = 101 };

/* How far events and others of frequencies are moved apart. */
#define ASIDE 0.006

/* ---- Leverages along the probability ---- */

/* A row of frequencies stands for several. */
static double observations(const logreg__diagnosed *rows)
{
    double sum = 0;
    for (size_t i = 0; i < rows->d->n_rows; i++)
        sum += rows->d->row[i].observations;
    return sum;
}

static void write_leverage_words(logreg_figure *f, const logreg__diagnosed *rows)
{
    logreg__page *text = &f->sentences;
    logreg__page_add(&f->title, "Which rows have the leverage?");
    logreg__page_add(text, "Leverages of");
    logreg__write_diagnosed(text, rows);
    logreg__page_add(text, observations(rows) > (double)rows->d->n_rows
                               ? ", each of one of the observations that the row stands for; over all of "
                                 "these the mean is coefficients "
                                 "over observations."
                               : ", of which the mean is coefficients over rows.");
    logreg__page_add(text, " Circles are events, diamonds others; the highest are named.");
}

/* "Line 12 has 0.41." */
static void say_row(logreg_figure *f, const logreg_row_diagnostic *r, double value)
{
    char said[128], number[LOGREG__FIGURE_SIZE];
    snprintf(said, sizeof said, "%s %zu has %s.", r->line ? "Line" : "Row", r->line ? r->line : r->row,
             logreg__figure_digits(number, value, 2, f->title.sign));
    logreg_figure_say(f, said);
}

/* The five highest of those drawn. */
static void name_highest(logreg_figure *f, const logreg__diagnosed *rows)
{
    const logreg_row_diagnostic *row[LOGREG__ROWS_NAMED];
    double below = INFINITY, x[LOGREG__ROWS_NAMED], y[LOGREG__ROWS_NAMED];
    size_t n = 0;
    for (; n < LOGREG__ROWS_NAMED; n++) {
        size_t best = rows->n;
        for (size_t i = 0; i < rows->n; i++)
            if (rows->y[i] < below && (best == rows->n || rows->y[i] > rows->y[best]))
                best = i;
        if (best == rows->n)
            break;
        below = y[n] = rows->y[best];
        x[n] = rows->x[best];
        row[n] = &rows->d->row[rows->row[best]];
        say_row(f, row[n], y[n]);
    }
    logreg__label_rows(f, row, x, y, n);
}

logreg_status logreg__build_leverage(logreg_figure *f, const logreg__order *order, logreg_error *err)
{
    logreg__diagnosed rows;
    logreg_status status = logreg__diagnosed_new(&rows, order, err);
    if (status == LOGREG_OK) {
        double top = 0, mean = 0, total = observations(&rows);
        for (size_t i = 0; i < rows.d->n_rows; i++)
            mean += rows.d->row[i].observations * rows.d->row[i].leverage / total;
        for (size_t i = 0; i < rows.n; i++) {
            const logreg_row_diagnostic *row = &rows.d->row[rows.row[i]];
            bool both =
                total > (double)rows.d->n_rows; /* events and others of one pattern would hide each other */
            rows.x[i] = row->fitted + (both ? row->outcome > 0.5 ? ASIDE : -ASIDE : 0);
            rows.y[i] = rows.d->row[rows.row[i]].leverage;
            top = fmax(top, rows.y[i]);
        }
        top = fmax(top, 3 * mean) * 1.04;
        write_leverage_words(f, &rows);
        logreg__axis_event(f, 'x', order->model, 0, 1, 0.012, 6);
        logreg__axis_between(f, 'y', "Leverage", 0, top > 0 ? top : 1, 0.02, 6);
        static const char *const name[] = {"mean", "2 × mean", "3 × mean"};
        for (int k = 0; k < 3; k++) {
            double y = (k + 1) * mean;
            logreg_figure_line(f, (const double[]){-INFINITY, INFINITY}, (const double[]){y, y}, 2,
                               &(logreg_mark){.colour = LOGREG_PALE, .size = 1.2, .dash = 2});
            logreg_figure_name(f, y, name[k], &(logreg_mark){.colour = LOGREG_SOFT, .size = 0.85});
        }
        logreg__points_by_class(f, &rows, 1.1);
        name_highest(f, &rows);
    }
    logreg__diagnosed_clear(&rows);
    return status;
}

/* ---- Influence ---- */

static void write_influence_words(logreg_figure *f, const logreg__diagnosed *rows)
{
    logreg__page *text = &f->sentences;
    logreg__page_add(&f->title, "Which rows does the fit hang on?");
    logreg__page_add(text, "Cook's distance of");
    logreg__write_diagnosed(text, rows);
    logreg__page_add(text, observations(rows) > (double)rows->d->n_rows
                               ? ": how far all coefficients would move without one of the observations that "
                                 "the row stands for."
                               : ": how far all coefficients would move without the row.");
    logreg__page_add(text, " Much of it takes both a large residual and a high leverage: dotted lines have "
                           "the same. The most influential are named.");
}

static void add_stems(logreg_figure *f, logreg__diagnosed *rows)
{
    double top = 0;
    static const double zero[LOGREG__ROWS_MOST + LOGREG__ROWS_NAMED];
    const logreg_row_diagnostic *all = rows->d->row;
    for (size_t i = 0; i < rows->n; i++) {
        rows->x[i] = (double)(all[0].line ? all[rows->row[i]].line : all[rows->row[i]].row);
        rows->y[i] = all[rows->row[i]].cook;
        top = isfinite(rows->y[i]) ? fmax(top, rows->y[i]) : top;
    }
    double first = rows->x[0], last = rows->x[rows->n - 1];
    logreg_figure_panel(f, "Row by row");
    logreg__axis_between(f, 'x', all[0].line ? "Line of the file" : "Row", first,
                         last > first ? last : first + 1, 0.03, 6);
    logreg__axis_between(f, 'y', "Cook's distance", 0, top > 0 ? 1.06 * top : 1, 0.01, 6);
    logreg_figure_segments(f, rows->x, zero, rows->x, rows->y, rows->n, &(logreg_mark){.size = 1.4});
    logreg_figure_points(f, rows->x, rows->y, rows->n, &(logreg_mark){.size = rows->n > 300 ? 0.4 : 0.7});
    const logreg_row_diagnostic *named[LOGREG__ROWS_NAMED];
    double x[LOGREG__ROWS_NAMED], y[LOGREG__ROWS_NAMED];
    for (size_t k = 0; k < rows->d->n_top; k++) {
        const logreg_row_diagnostic *r = named[k] = &all[rows->d->top[k]];
        x[k] = (double)(r->line ? r->line : r->row);
        y[k] = r->cook;
        say_row(f, r, r->cook);
    }
    logreg__label_rows(f, named, x, y, rows->d->n_top);
}

/* Rows of one distance D, of rank q: residual r = +- sqrt(D q (1 - h) / h). */
static void add_equal(logreg_figure *f, double distance, double q, double right, double top, double bottom)
{
    double h[POINTS], high[POINTS], low[POINTS];
    for (int i = 0; i < POINTS; i++) {
        h[i] = right * (i + 1) / POINTS;
        double r = sqrt(distance * q * (1 - h[i]) / h[i]);
        high[i] = r < top ? r : NAN;
        low[i] = -r > bottom ? -r : NAN;
    }
    const logreg_mark look = {.colour = LOGREG_PALE, .size = 1.2, .dash = 2};
    logreg_figure_line(f, h, high, POINTS, &look);
    logreg_figure_line(f, h, low, POINTS, &look);
    char text[LOGREG__FIGURE_SIZE];
    double end = isnan(high[POINTS - 1]) ? low[POINTS - 1] : high[POINTS - 1];
    if (!isnan(end))
        logreg_figure_name(f, end, logreg__figure_plain(text, distance, 2, f->title.sign),
                           &(logreg_mark){.colour = LOGREG_SOFT, .size = 0.85});
}

static void add_bubbles(logreg_figure *f, logreg__diagnosed *rows)
{
    static const double distances[] = {0.1, 0.5, 1};
    double right = 0, top = 2, bottom = -2;
    const logreg_row_diagnostic *all = rows->d->row;
    for (size_t i = 0; i < rows->n; i++) {
        rows->x[i] = all[rows->row[i]].leverage;
        rows->y[i] = all[rows->row[i]].std_pearson;
        right = fmax(right, rows->x[i]);
        if (!isfinite(rows->y[i]))
            continue;
        top = fmax(top, rows->y[i]);
        bottom = fmin(bottom, rows->y[i]);
    }
    right = right > 0 ? 1.1 * right : 1;
    logreg_figure_panel(f, "Residual and leverage");
    logreg__axis_between(f, 'x', "Leverage", 0, right, 0.01, 6);
    logreg__axis_between(f, 'y', "Standardised Pearson residual", bottom, top, 0.08, 7);
    for (int k = 0; k < 3; k++)
        add_equal(f, distances[k], rows->rank, right, top, bottom);
    logreg__points_by_class(f, rows, 1.1);
    const logreg_row_diagnostic *named[LOGREG__ROWS_NAMED];
    double x[LOGREG__ROWS_NAMED], y[LOGREG__ROWS_NAMED];
    size_t n = 0;
    for (size_t k = 0; k < rows->d->n_top; k++) {
        const logreg_row_diagnostic *r = &all[rows->d->top[k]];
        if (!isfinite(r->std_pearson))
            continue;
        named[n] = r;
        x[n] = r->leverage;
        y[n++] = r->std_pearson;
    }
    logreg__label_rows(f, named, x, y, n);
}

logreg_status logreg__build_influence(logreg_figure *f, const logreg__order *order, logreg_error *err)
{
    logreg__diagnosed rows;
    logreg_status status = logreg__diagnosed_new(&rows, order, err);
    if (status == LOGREG_OK) {
        write_influence_words(f, &rows);
        logreg_figure_columns(f, 2);
        logreg_figure_size(f, 1600, 950);
        add_stems(f, &rows);
        add_bubbles(f, &rows);
    }
    logreg__diagnosed_clear(&rows);
    return status;
}
