/* Matched sets: rows that share a nuisance parameter, which the conditional likelihood has none of. */
#ifndef LOGREG_DESIGN_SETS_H
#define LOGREG_DESIGN_SETS_H

#include <stddef.h>

/* Rows of a set stand together, its events first. Where a problem has sets, its loss is minus the log of their conditional
 * likelihood, equation (38) of docs/mathematics.md, and walks go from set to set. */
typedef struct {
    size_t n;           /* sets, each with both events and non-events */
    size_t *first;      /* [n + 1] row where each begins; the last is the number of rows */
    size_t *events;     /* [n] */
    size_t n_segments;  /* runs of sets that one partial sum covers */
    size_t *segment;    /* [n_segments + 1] set where each begins */
    size_t most_rows;   /* of a set */
    size_t most_chosen; /* of a set: events or non-events, whichever are fewer */
    double **x;         /* columns, in the order of the terms */
    double *offset;     /* [rows]; NULL: none */
    double *weight;     /* [n] of each set's loss; NULL: ones */
} logreg__sets;

#endif
