/* The span of some rows, and the directions at right angles to all of them.
 *
 * Row z lies in the span iff z'b = 0 for every b in the null space of the rows, so the null space is what is kept: one
 * basis vector for each free column f, with 1 at f, 0 at the other free columns and rational functions of the data at
 * the rest. Data are taken to be rounded: a product z'b that changes of each cell by a relative 2^-51 could turn into 0
 * counts as 0. Equation (13) of docs/mathematics.md.
 */
#ifndef LOGREG_SOLVERS_EXISTENCE_SPAN_H
#define LOGREG_SOLVERS_EXISTENCE_SPAN_H

#include <stdbool.h>
#include <stddef.h>

#include "engine/inner.h"

/* A relative change of a cell that its rounding may have made: of a decimal number that was read, or of a product of two
 * such. Half of it is for these, the rest for the last bits of the null space. */
#define LOGREG__DATA_ROUNDING 0x1p-51

/* What sums of plain products may be off by, against the sum of their sizes. Only ever used to look again, or where
 * differences of this size are out of reach. */
#define LOGREG__SUM_ROUNDING 0x1p-48

typedef struct {
    size_t q;     /* length of a row */
    size_t rank;  /* independent rows */
    size_t d;     /* q - rank: dimension of the null space */
    size_t *free; /* [d] free columns */
    double *null; /* d vectors of q: the basis of the null space */

    /* The same basis by entries, as of the last settling: entry j of vector f at [j * q + f]. */
    double *entry;

    /* Likewise by entries: |z|'spread_f bounds what z'null_f moves by, per relative change of the cells. */
    double *spread;

    double *row;  /* rank vectors of q */
    double *dual; /* rank vectors of q: row_i' dual_k = [i == k] */

    /* Workspace: the entries of a row that are not 0 and their places, what the null vectors make of a row, and rank such by d. */
    double *some, *value, *noise, *sizes;
    size_t *place;
    const logreg__inner *inner;

    /* Entries come in blocks of p, and are what was left of cells when others were taken off: what rounded in entry j of row z are terms
     * of the sizes sum_i blur[i * p + j] |z_i|. blur NULL: the entry itself. */
    size_t p;
    const double *blur;
    bool sparse; /* blur has entries in its diagonal and its first row only */
} logreg__span;

/* The span of no rows. blur is borrowed. NULL: out of memory; free with free(). */
logreg__span *logreg__span_new(size_t q, size_t p, const double *blur);

/* Adds a row, unless it lies in the span. O(q^2). */
void logreg__span_add(logreg__span *span, const double *z);

/* To be called after rows were added: makes null accurate to the last bits, and fills in entry and spread. O(q rank d). */
void logreg__span_settle(logreg__span *span);

/* u_f = z'null_f, and in du_f what of it may be rounding; d entries each. True if some of u is more than that: z
 * does not lie in the span. u and du may be NULL. O(d) for each entry of z that is not 0. */
bool logreg__span_project(const logreg__span *span, const double *z, double *u, double *du);

#endif
