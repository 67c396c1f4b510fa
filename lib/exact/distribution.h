/* The distribution of a sufficient statistic, or of several, given all others. */
#ifndef LOGREG_EXACT_DISTRIBUTION_H
#define LOGREG_EXACT_DISTRIBUTION_H

#include "exact/lattice.h"

/* Beyond either of these a distribution is too fine. */
typedef struct {
    size_t states; /* kept at a time */
    double shifts; /* of a state by what a cell adds: about how long it takes */
} logreg__limits;

/* Up to a factor, the values of row i of value have probability weight[i] where the coefficients are 0. */
typedef struct {
    size_t n, m;
    int64_t *value;  /* [n x m] ascending, the first column first, in units of the columns */
    double *weight;  /* [n] of the largest 2^600 at most */
    size_t observed; /* its place */
    size_t states;   /* kept at a time, at most */
    bool too_fine;   /* then there is nothing of that, and there were so many states after so many cells */
    size_t cells;
} logreg__distribution;

/* That of m columns of the lattice, `of` it, given the others. Where it would be too fine that is foreseen early, as far as it can be. ENOMEM. */
logreg_status logreg__distribution_find(logreg__distribution *distribution, const logreg__lattice *lattice,
                                        const size_t *of, size_t m, const logreg__limits *limits,
                                        logreg_error *err);
void logreg__distribution_clear(logreg__distribution *distribution);

#endif
