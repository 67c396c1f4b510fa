#include "inference/left_out.h"

#include <math.h>

#include "base/memory.h"
#include "solvers/vectors.h"

/* A part this small of a vector is rounding. */
#define NOTHING 1e-9

/* Is term `other` one that contains term t? */
static bool contains(const logreg__term *other, const logreg__term *t)
{
    size_t found = 0;
    for (size_t i = 0; i < t->n; i++)
        for (size_t j = 0; j < other->n; j++)
            found += other->variable[j] == t->variable[i];
    return other->n > t->n && found == t->n;
}

void logreg__left_out_mark(unsigned char *column, const logreg__term *t)
{
    memset(column + t->first, 1, t->n_columns);
}

void logreg__left_out_above(unsigned char *column, const logreg_model *m, size_t i)
{
    memset(column, 0, m->p);
    for (size_t j = 0; j < m->terms->n_terms; j++)
        if (contains(&m->terms->term[j], &m->terms->term[i]))
            logreg__left_out_mark(column, &m->terms->term[j]);
}

double logreg__orthonormal_rest(double *x, const double *basis, size_t n, size_t p)
{
    for (size_t i = 0; i < n; i++)
        logreg__add(x, -logreg__dot(x, basis + i * p, p), basis + i * p, p);
    return sqrt(logreg__dot(x, x, p));
}

size_t logreg__orthonormal_add(double *basis, size_t n, double *x, size_t p)
{
    double whole = logreg__orthonormal_rest(x, basis, 0, p),
           length = logreg__orthonormal_rest(x, basis, n, p);
    if (length <= NOTHING * whole)
        return n;
    length = logreg__orthonormal_rest(x, basis, n, p); /* once more: what rounding has left of the others */
    for (size_t j = 0; j < p; j++)
        basis[n * p + j] = x[j] / length;
    return n + 1;
}

/* Combinations of the p columns of a linear predictor that are 0 in a model without the marked columns, added to the n orthonormal ones
 * that C holds; their number then. Mostly each marked column is one; but an aliased column outside of them, of which they are part,
 * would come back for them. */
static size_t add_combinations(double *C, size_t n, const logreg_model *m, const unsigned char *marked,
                               double *back, double *x)
{
    size_t p = m->p, n_back = 0;
    for (size_t c = 0; c < p; c++) {
        const logreg__alias *alias = &m->alias[c];
        memset(x, 0, p * sizeof *x);
        for (size_t i = 0; !marked[c] && i < alias->n; i++)
            if (marked[alias->column[i]])
                x[alias->column[i]] = alias->multiplier[i];
        n_back = logreg__orthonormal_add(back, n_back, x, p);
    }
    for (size_t j = 0; j < p; j++) {
        if (!marked[j] || m->status[j] == LOGREG_COEF_ALIASED)
            continue;
        memset(x, 0, p * sizeof *x);
        x[j] = 1;
        logreg__orthonormal_rest(x, back, n_back, p);
        n = logreg__orthonormal_add(C, n, x, p);
    }
    return n;
}

/* The combinations of one linear predictor for all of them: first those of the columns above, then the term's own. */
static double *spread(const double *C, size_t n_above, size_t n_own, const logreg_model *m)
{
    size_t k = m->k, p = m->p, row = 0;
    double *rows = logreg__new((n_above + n_own) * k, m->q * sizeof *rows);
    for (size_t part = 0; rows && part < 2; part++)
        for (size_t c = 0; c < k; c++)
            for (size_t i = part ? n_above : 0; i < (part ? n_above + n_own : n_above); i++)
                memcpy(rows + row++ * m->q + c * p, C + i * p, p * sizeof *rows);
    return rows;
}

double *logreg__left_out_rows(size_t *n_above, size_t *n_own, const logreg_model *m, size_t i)
{
    size_t p = m->p;
    unsigned char *marked = logreg__new(p, 1);
    double *C = logreg__new_raw(2 * p + 1, p * sizeof *C), *rows = NULL;
    if (marked && C) {
        logreg__left_out_above(marked, m, i);
        *n_above = add_combinations(C, 0, m, marked, C + p * p, C + 2 * p * p);
        logreg__left_out_mark(marked, &m->terms->term[i]);
        *n_own = add_combinations(C, *n_above, m, marked, C + p * p, C + 2 * p * p) - *n_above;
        rows = spread(C, *n_above, *n_own, m);
        *n_above *= m->k;
        *n_own *= m->k;
    }
    free(marked);
    free(C);
    return rows;
}
