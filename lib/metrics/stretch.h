/* Rows near a place of their order: what rules of thresholds that turn once need to rank. */
#ifndef LOGREG_METRICS_STRETCH_H
#define LOGREG_METRICS_STRETCH_H

#include "metrics/ranked.h"

/* Cells of equal width that probabilities are counted in, and one more for 1. */
enum { LOGREG__CELLS = 4096 };

/* Rows of each cell, by their class, in [cell][0: others, 1: events]. */
typedef struct {
    uint32_t count[LOGREG__CELLS + 1][2];
    double events, others;
} logreg__cells;

/* Counts rows; false: not all of them count once, with probabilities and an outcome of 0 or 1. */
bool logreg__cells_count(logreg__cells *cells, const logreg_labelled *rows);

/* The rows of some cells, ranked. */
typedef struct {
    logreg__ranked ranked;
    double events, others; /* above them */
    bool lowest, highest;  /* no rows are below them; above them */
} logreg__stretch;

/* Ranks those of a cell and of the next ones beside it that have rows, two below and one above. Ties are those that the ranking of all rows has; lowest ones that may be parts of
 * ties are left out. ENOMEM. Clear it after success. */
logreg_status logreg__stretch_rank(logreg__stretch *stretch, const logreg__cells *cells, size_t cell,
                                   const logreg_labelled *rows, logreg_error *err);
void logreg__stretch_clear(logreg__stretch *stretch);

#endif
