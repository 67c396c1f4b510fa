/* The rows of a fit with their diagnostics, for figures about single rows. */
#ifndef LOGREG_FIGURES_KINDS_DIAGNOSED_H
#define LOGREG_FIGURES_KINDS_DIAGNOSED_H

#include <logreg/diagnostics.h>

#include "figures/figure.h"
#include "figures/kind.h"

/* Rows drawn one by one at most; those that are named; those of the largest one-step distances, among which refits look for these; and classes that have a shape each. */
enum {
    LOGREG__ROWS_MOST = 1000,
    LOGREG__ROWS_NAMED = 5,
    LOGREG__ROWS_TRIED = 12,
    LOGREG__CLASSES_SHAPED = 4
};

/* Room for those that are drawn. */
enum { LOGREG__ROWS_ROOM = LOGREG__ROWS_MOST + LOGREG__ROWS_TRIED };

/* By what rows are at the top. */
typedef enum { LOGREG__BY_COOK, LOGREG__BY_LEVERAGE } logreg__rank;

typedef struct {
    const logreg__order *order;
    logreg_study *study;
    logreg_diagnostics *d;
    size_t n;      /* rows that are drawn: all, or every so manieth and those named */
    size_t *row;   /* [n] their places in d->row */
    double *x, *y; /* [n] room for their coordinates */
    size_t top
        [LOGREG__ROWS_TRIED]; /* n_top places in d->row: of the highest rank, by that: distances as wholes, leverages */
    double refit
        [LOGREG__ROWS_TRIED]; /* of the former Cook's distance by a refit without the row, INFINITY: there is none; NaN before logreg__diagnosed_refit */
    size_t n_top;
    double observations; /* that all rows stand for */
} logreg__diagnosed;

/* EDATA: the rows are not those of the fit, or there is no maximum to diagnose. ENOMEM. Clear it in every case. */
logreg_status logreg__diagnosed_new(logreg__diagnosed *rows, const logreg__order *order, logreg__rank rank,
                                    logreg_error *err);
void logreg__diagnosed_clear(logreg__diagnosed *rows);

/* Refits without each of the rows of most influence, and leaves those that are to be named, by what the refits found. Where that would take long, or rows of many classes
 * stand for several observations, one step decides and nothing is refitted. ENOMEM. */
logreg_status logreg__diagnosed_refit(logreg__diagnosed *rows, logreg_error *err);
bool logreg__are_refitted(const logreg__diagnosed *rows);

/* A row as a whole; of more than two classes one of its observations. */
logreg_row_diagnostic logreg__whole(const logreg__diagnosed *rows, size_t place);

/* " 23 rows" or " 1000 of 3000 rows", and what they are of. */
void logreg__write_diagnosed(logreg__page *page, const logreg__diagnosed *rows);

/* Whether rows stand for several observations (frequencies). */
bool logreg__are_frequencies(const logreg__diagnosed *rows);

/* " Circles are events, diamonds others", or what they are of trials or classes, for a sentence to go on. */
void logreg__write_shapes(logreg__page *page, const logreg__diagnosed *rows);

/* "; the highest are named by their lines.", for a sentence to end. */
void logreg__write_rows_named(logreg__page *page, const logreg__diagnosed *rows, const char *which);

/* "Line 12 has 0.41.", or "Line 12 has 0.41, refitted 0.52.", for who cannot see it; refit may be NaN. */
void logreg__say_row(logreg_figure *figure, const logreg_row_diagnostic *row, double value, double refit);

/* The line of the file, or the row of what came from none, beside each of n points of rows at these places in d->row; those at the same place have one name. */
void logreg__label_rows(logreg_figure *figure, const logreg__diagnosed *rows, const size_t *place,
                        const double *x, const double *y, size_t n);

/* Points of each class from x and y, of the rows that are drawn. */
void logreg__points_by_class(logreg_figure *figure, const logreg__diagnosed *rows, double size);

#endif
