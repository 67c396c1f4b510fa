/* What the sparse columns of a block add to a kernel's sums. They are neither centred nor scaled. */
#ifndef LOGREG_ENGINE_SPARSE_H
#define LOGREG_ENGINE_SPARSE_H

#include "engine/fold.h"

/* eta (rows) += X b, b the coefficients in fold order. */
void logreg__sparse_predictor(double *eta, const logreg__sparse_rows *x, size_t rows, const double *b);

/* g (p, fold order) += X'r. */
void logreg__sparse_gradient(double *g, const logreg__sparse_rows *x, size_t rows, const double *r);

/* sums (p) += (X o X)'w. */
void logreg__sparse_squares(double *sums, const logreg__sparse_rows *x, size_t rows, const double *w);

/* sums (p x n_sparse, of sparse columns with each other the later ones) += [Z X]' diag(s) X, Z being all other columns of the walk. */
void logreg__sparse_information(double *sums, const logreg__walk *walk, const double *s);

/* to (p, fold order), of whose sparse part only what row r has is touched: row r of X. */
static inline void logreg__sparse_row(double *to, const logreg__sparse_rows *x, size_t r)
{
    for (size_t k = x->n ? x->from[r] : 0; x->n && k < x->to[r]; k++)
        to[x->first + (size_t)x->column[k]] = x->value[k];
}

#endif
