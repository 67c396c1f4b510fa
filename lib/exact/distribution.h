/* The distribution of a sufficient statistic, given all others. */
#ifndef LOGREG_EXACT_DISTRIBUTION_H
#define LOGREG_EXACT_DISTRIBUTION_H

#include "exact/lattice.h"

/* Up to a factor, value[i] has probability weight[i] where the coefficient is 0. */
typedef struct {
    size_t n;
    int64_t *value;  /* [n] ascending, in units of the column */
    double *weight;  /* [n] of the largest 2^600 at most */
    size_t observed; /* its place */
    size_t states;   /* kept at a time, at most */
} logreg__distribution;

/* That of column j of the lattice, called name. EDATA: more than `most` states. ENOMEM. */
logreg_status logreg__distribution_find(logreg__distribution *distribution, const logreg__lattice *lattice,
                                        size_t j, size_t most, const char *name, logreg_error *err);
void logreg__distribution_clear(logreg__distribution *distribution);

#endif
