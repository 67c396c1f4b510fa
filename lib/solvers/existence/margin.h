/* Is there a w with u_i'w > 0 for every row u_i, or do the rows balance: sum of positive multiples of some = 0?
 *
 * One of the two holds, never both (Gordan 1873), and either answer carries its proof.
 */
#ifndef LOGREG_SOLVERS_EXISTENCE_MARGIN_H
#define LOGREG_SOLVERS_EXISTENCE_MARGIN_H

#include <stddef.h>

typedef enum {
    LOGREG__MARGIN_WIDE, /* w has u_i'w >= enough for every row */
    LOGREG__MARGIN_NONE, /* row[0 .. n-1], independent but for one relation, balance: sum of weight > 0 times u = 0 */
    LOGREG__MARGIN_UNSURE /* too many steps */
} logreg__margin_kind;

typedef struct {
    size_t d;
    double *w;      /* [d] */
    size_t n;       /* rows in the list: those that hold w in place, or those that balance */
    size_t *row;    /* [d + 1] */
    double *weight; /* [d + 1] */
    double *Q, *R, *step, *part, *mix, *check, *fix; /* workspace */
} logreg__margin;

/* Workspace for rows of up to d entries. NULL: out of memory; free with free(). */
logreg__margin *logreg__margin_new(size_t d);

/* Back to the start, w = 0, for rows of d entries. */
void logreg__margin_reset(logreg__margin *margin, size_t d);

/* Takes over the state of another for rows of as many entries. */
void logreg__margin_copy(logreg__margin *margin, const logreg__margin *from);

/* U holds `rows` rows of d entries, the largest of each between 1/2 and 1 in size; dU, of the same shape, what of each
 * entry may be rounding: differences below that are none. The nearer enough is to 1, the nearer is the margin to the widest,
 * and the more steps it takes. Goes on from the w at hand, which is as it was at the start or WIDE for some of the rows.
 * O(rows d + d^2) a step; about as many steps as rows that matter. */
logreg__margin_kind logreg__margin_solve(logreg__margin *margin, const double *U, const double *dU,
                                         size_t rows, double enough);

#endif
