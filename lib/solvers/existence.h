/* Does a finite maximum exist, and if not, what runs off where? */
#ifndef LOGREG_SOLVERS_EXISTENCE_H
#define LOGREG_SOLVERS_EXISTENCE_H

#include <logreg/model.h>

#include "data/design.h"

typedef struct {
    logreg_separation separation;
    unsigned char *separated; /* [n] kept rows that a direction of recession decides: their loss tends to 0 */
    unsigned char
        *drop; /* [k * terms->n_columns], model order: coefficients to hold at 0 when the other rows are
                               * fitted, so that they have one maximum; columns the design leaves out are set too */
    logreg_coef_status
        *status;       /* [k * terms->n_columns], model order; columns the design leaves out are ALIASED */
    double *direction; /* [k * p], fold order, raw columns: a direction of recession that separates all of
                               * `separated` strictly and leaves the other rows where they are */
} logreg__existence;

/* Decides by linear programmes over the rows, signs checked exactly (docs/mathematics.md, equations 12 and 13).
 * Two classes: k = 1; more: k = K - 1 linear predictors against class 0. The design has full column rank.
 * ENUMERIC: the programme could not be decided. ENOMEM. */
logreg_status logreg__existence_decide(logreg__existence **existence, const logreg__design *design, size_t k,
                                       logreg_error *err);

void logreg__existence_free(logreg__existence *existence);

#endif
