/* The rows of a fit with their diagnostics, for figures about single rows. */
#ifndef LOGREG_FIGURES_DIAGNOSED_H
#define LOGREG_FIGURES_DIAGNOSED_H

#include <logreg/diagnostics.h>

#include "figures/figure.h"
#include "figures/kind.h"

/* Rows drawn one by one at most; and those that are named. */
enum { LOGREG__ROWS_MOST = 1000, LOGREG__ROWS_NAMED = 5 };

typedef struct {
    const logreg__order *order;
    logreg_study *study;
    logreg_diagnostics *d;
    size_t n;                       /* rows that are drawn: all, or every so manieth and those named */
    size_t *row;                    /* [n] their places in d->row */
    double *x, *y;                  /* [n] room for their coordinates */
    size_t top[LOGREG__ROWS_NAMED]; /* n_top places in d->row: of the most influence as a whole, by that */
    size_t n_top;
    double observations; /* that all rows stand for */
} logreg__diagnosed;

/* EDATA: the rows are not those of the fit, or there is no maximum to diagnose. ENOMEM. Clear it in every case. */
logreg_status logreg__diagnosed_new(logreg__diagnosed *rows, const logreg__order *order, logreg_error *err);
void logreg__diagnosed_clear(logreg__diagnosed *rows);

/* " 23 rows" or " 1000 of 3000 rows", and what they are of. */
void logreg__write_diagnosed(logreg__page *page, const logreg__diagnosed *rows);

/* Whether rows stand for several observations (frequencies). */
bool logreg__are_frequencies(const logreg__diagnosed *rows);

/* " Circles are events, diamonds others", or what they are of trials, for a sentence to go on. */
void logreg__write_shapes(logreg__page *page, const logreg__diagnosed *rows);

/* "Line 12 has 0.41.", for who cannot see it. */
void logreg__say_row(logreg_figure *figure, const logreg_row_diagnostic *row, double value);

/* "line 12" of the file, or "row 11" of what came from none, beside each of n points of rows at these places in d->row. */
void logreg__label_rows(logreg_figure *figure, const logreg__diagnosed *rows, const size_t *place,
                        const double *x, const double *y, size_t n);

/* Points of events, and of the others, from x and y, of the rows that are drawn. */
void logreg__points_by_class(logreg_figure *figure, const logreg__diagnosed *rows, double size);

#endif
