/* Does a finite maximum exist, and if not, what runs off where? */
#ifndef LOGREG_SOLVERS_EXISTENCE_EXISTENCE_H
#define LOGREG_SOLVERS_EXISTENCE_EXISTENCE_H

#include <logreg/model.h>

#include "design/design.h"
#include "design/matched.h"

/* Coefficients are k * terms->n_columns in model order; those of columns that the design leaves out are ALIASED and
 * dropped. */
typedef struct {
    logreg_separation separation;

    /* [n] kept rows that a direction of recession decides: their loss tends to 0; and those without weight. With more than two classes a row may be
     * decided against some classes and open against others; it is marked only if it is decided against all. */
    unsigned char *separated;

    /* [n * k] whether the row's class ties with each other one in turn; NULL where there is no separation. */
    unsigned char *tied;

    /* Coefficients to hold at 0 when the other rows are fitted, so that they have one maximum. */
    unsigned char *drop;

    logreg_coef_status *status;

    /* [k (k - 1) / 2 * columns] of the pairs of linear predictors (1, 0), (2, 0), (2, 1), ..: is the difference of their coefficients, in model
     * order, finite? NULL for k = 1, and where there is no separation. */
    unsigned char *contrast;

    /* [k * p], fold order, raw columns: a direction of recession that decides all that any direction does, strictly, and
     * leaves the rest where it is. Its entries may be of any size. */
    double *direction;
} logreg__existence;

/* Decides which comparisons balance and which a direction tells apart (docs/mathematics.md, equations 12 and 13); the signs
 * of the direction are checked exactly. Cells are taken to be rounded: what changes of each by a relative 2^-51 could make a
 * tie is one.
 * Two classes: k = 1; more: k = K - 1 linear predictors against class 0. The design has full column rank.
 * ENUMERIC: rounding leaves it open. ENOMEM. */
logreg_status logreg__existence_decide(logreg__existence **existence, const logreg__design *design, size_t k,
                                       logreg_error *err);

/* The same for the conditional likelihood of matched sets, whose design this is, by differences within sets or with an intercept for
 * each. separated speaks of the sets' rows: what is left of a set keeps its tied rows; there is no `tied`. ENUMERIC also: too many
 * pairs. ENOMEM. */
logreg_status logreg__existence_decide_sets(logreg__existence **existence, const logreg__design *design,
                                            const logreg__matched *matched, logreg_error *err);

void logreg__existence_free(logreg__existence *existence);

#endif
