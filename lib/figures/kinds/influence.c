/* What each row does to the fit as a whole: Cook's distance by one step, of those named by a refit too, and the residual and leverage that make it. */
#include <math.h>

#include "figures/kinds/diagnosed.h"
#include "figures/kinds/subject.h"
#include "report/page/figure.h"

/* Points of a line of equal distance. */
enum { POINTS = 101 };

static void write_words(logreg_figure *f, const logreg__diagnosed *rows)
{
    logreg__page *text = &f->sentences;
    bool two = rows->d->n_classes == 2, often = logreg__are_frequencies(rows);
    logreg__page_add(&f->title, "Which rows does the fit hang on?");
    logreg__page_add(text, "Cook's distance of");
    logreg__write_diagnosed(text, rows);
    logreg__page_add(text, ": how far all coefficients move without the row");
    if (often)
        logreg__page_add(text, two ? ", which is without all observations that it stands for"
                                   : ", which is one of the observations that it stands for");
    logreg__page_add(text, ", by one step of Newton's method");
    logreg__page_add(text, logreg__are_refitted(rows) ? "; rings: by a refit without it." : ".");
    for (size_t k = 0; k < rows->n_top; k++)
        if (isinf(rows->refit[k])) {
            logreg__page_add(text, " Where a line goes up to the edge there is no maximum without the row.");
            break;
        }
    logreg__page_add(text, " Much of it takes both a large residual and a high leverage");
    logreg__page_add(text, two ? ": dotted lines have the same." : ".");
    logreg__write_shapes(text, rows);
    logreg__write_rows_named(text, rows, "the most influential");
}

static double place_of(const logreg_row_diagnostic *row)
{
    return (double)(row->line ? row->line : row->row);
}

/* Where the refits end, above or below the dot of one step; and the names, there. */
static void add_refits(logreg_figure *f, const logreg__diagnosed *rows)
{
    double x[LOGREG__ROWS_TRIED], one[LOGREG__ROWS_TRIED], ring[LOGREG__ROWS_TRIED], end[LOGREG__ROWS_TRIED];
    for (size_t k = 0; k < rows->n_top; k++) {
        x[k] = place_of(&rows->d->row[rows->top[k]]);
        one[k] = logreg__whole(rows, rows->top[k]).cook;
        end[k] = isnan(rows->refit[k]) ? one[k] : rows->refit[k];
        ring[k] = isinf(rows->refit[k]) ? NAN : rows->refit[k];
        logreg__say_row(f, &rows->d->row[rows->top[k]], one[k], rows->refit[k]);
    }
    if (logreg__are_refitted(rows)) {
        logreg_figure_segments(f, x, one, x, end, rows->n_top,
                               &(logreg_mark){.colour = LOGREG_STEEL, .size = 1.4, .dash = 2});
        logreg_figure_points(f, x, ring, rows->n_top,
                             &(logreg_mark){.colour = LOGREG_INK, .size = 1.1, .hollow = true});
    }
    for (size_t k = 0; k < rows->n_top; k++)
        end[k] = isinf(end[k]) ? one[k] : end[k];
    logreg__label_rows(f, rows, rows->top, x, end, rows->n_top);
}

static void add_stems(logreg_figure *f, logreg__diagnosed *rows)
{
    double top = 0;
    static const double zero[LOGREG__ROWS_ROOM];
    const logreg_row_diagnostic *all = rows->d->row;
    for (size_t i = 0; i < rows->n; i++) {
        rows->x[i] = place_of(&all[rows->row[i]]);
        rows->y[i] = logreg__whole(rows, rows->row[i]).cook;
        top = isfinite(rows->y[i]) ? fmax(top, rows->y[i]) : top;
    }
    for (size_t k = 0; k < rows->n_top; k++)
        top = isfinite(rows->refit[k]) ? fmax(top, rows->refit[k]) : top;
    double first = rows->x[0], last = rows->x[rows->n - 1];
    logreg_figure_panel(f, "Row by row");
    logreg__axis_between(f, 'x', all[0].line ? "Line of the file" : "Row", first,
                         last > first ? last : first + 1, 0.03, 6);
    logreg__axis_between(f, 'y', "Cook's distance", 0, top > 0 ? 1.06 * top : 1, 0.01, 6);
    logreg_figure_segments(f, rows->x, zero, rows->x, rows->y, rows->n,
                           &(logreg_mark){.colour = LOGREG_PALE, .size = 1.4});
    logreg__points_by_class(f, rows, 0.8);
    add_refits(f, rows);
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

/* Of which distances lines are drawn: the usual ones, or powers of ten up to the largest where that is large. */
static void choose_distances(double distance[3], const logreg__diagnosed *rows)
{
    double largest = 0;
    for (size_t k = 0; k < rows->n_top; k++)
        largest = fmax(largest, logreg__whole(rows, rows->top[k]).cook);
    double power = floor(log10(fmax(1, largest)));
    for (int k = 0; k < 3; k++)
        distance[k] = power < 1 ? (const double[]){0.1, 0.5, 1}[k] : pow(10, power - 2 + k);
}

static void add_bubbles(logreg_figure *f, logreg__diagnosed *rows)
{
    bool two = rows->d->n_classes == 2; /* of more a residual has no sign */
    double right = 0, top = 2, bottom = two ? -2 : 0, distance[3], x[LOGREG__ROWS_TRIED],
           y[LOGREG__ROWS_TRIED];
    for (size_t i = 0; i < rows->n; i++) {
        const logreg_row_diagnostic row = logreg__whole(rows, rows->row[i]);
        rows->x[i] = row.leverage;
        rows->y[i] = row.std_pearson;
        right = fmax(right, row.leverage);
        if (!isfinite(row.std_pearson))
            continue;
        top = fmax(top, row.std_pearson);
        bottom = fmin(bottom, row.std_pearson);
    }
    right = right > 0 ? 1.1 * right : 1;
    logreg_figure_panel(f, "Residual and leverage");
    logreg__axis_between(f, 'x', "Leverage", 0, right, 0.01, 6);
    logreg__axis_between(f, 'y', "Standardised Pearson residual", bottom, top, 0.08, 7);
    choose_distances(distance, rows);
    for (int k = 0; two && k < 3; k++)
        add_equal(f, distance[k], (double)rows->d->rank, right, top, bottom);
    logreg__points_by_class(f, rows, 1.1);
    for (size_t k = 0; k < rows->n_top; k++) {
        const logreg_row_diagnostic row = logreg__whole(rows, rows->top[k]);
        x[k] = row.leverage;
        y[k] = row.std_pearson;
    }
    logreg__label_rows(f, rows, rows->top, x, y, rows->n_top);
}

logreg_status logreg__build_influence(logreg_figure *f, const logreg__order *order, logreg_error *err)
{
    logreg__diagnosed rows;
    logreg_status status = logreg__diagnosed_new(&rows, order, LOGREG__BY_COOK, err);
    if (status == LOGREG_OK)
        status = logreg__diagnosed_refit(&rows, err);
    if (status == LOGREG_OK) {
        write_words(f, &rows);
        logreg_figure_columns(f, 2);
        logreg_figure_size(f, 1600, 950);
        add_stems(f, &rows);
        add_bubbles(f, &rows);
    }
    logreg__diagnosed_clear(&rows);
    return status;
}
