#include "engine/sparse.h"

void logreg__sparse_predictor(double *eta, const logreg__sparse_rows *x, size_t rows, const double *b)
{
    if (!x->n)
        return;
    const int *column = x->column;
    const double *value = x->value, *from = b + x->first;
    for (size_t r = 0; r < rows; r++) {
        double even = 0,
               odd = 0; /* two strands, so that the processor need not wait for one sum after the other */
        size_t k = x->from[r], end = x->to[r];
        for (; k + 1 < end; k += 2) {
            even += value[k] * from[column[k]];
            odd += value[k + 1] * from[column[k + 1]];
        }
        if (k < end)
            even += value[k] * from[column[k]];
        eta[r] += even + odd;
    }
}

void logreg__sparse_gradient(double *g, const logreg__sparse_rows *x, size_t rows, const double *r)
{
    if (!x->n)
        return;
    double *to = g + x->first;
    for (size_t i = 0; i < rows; i++)
        for (size_t k = x->from[i]; k < x->to[i]; k++)
            to[x->column[k]] += x->value[k] * r[i];
}

void logreg__sparse_squares(double *sums, const logreg__sparse_rows *x, size_t rows, const double *w)
{
    if (!x->n)
        return;
    double *to = sums + x->first;
    for (size_t i = 0; i < rows; i++)
        for (size_t k = x->from[i]; k < x->to[i]; k++)
            to[x->column[k]] += x->value[k] * x->value[k] * w[i];
}

/* sums += by x, of the numbers from..to of a row. */
static void add_row(double *sums, const logreg__sparse_rows *x, size_t from, size_t to, double by)
{
    for (size_t k = from; k < to; k++)
        sums[x->column[k]] += by * x->value[k];
}

void logreg__sparse_information(double *sums, const logreg__walk *walk, const double *s)
{
    const logreg__sparse_rows *x = &walk->sparse;
    const logreg__design *d = walk->problem->design;
    size_t n = x->n;
    for (size_t r = 0; r < walk->rows; r++) {
        size_t from = x->from[r], to = x->to[r];
        for (size_t j = 0; j < d->n_dense; j++)
            add_row(sums + j * n, x, from, to, s[r] * walk->Z[j * LOGREG__BLOCK_ROWS + r]);
        for (size_t g = 0; g < d->n_groups; g++)
            if (walk->code[g][r] != LOGREG__NO_COLUMN)
                add_row(sums + (d->group[g].first + walk->code[g][r]) * n, x, from, to,
                        s[r] * (walk->value[g] ? walk->value[g][r] : 1));
        for (size_t a = from; a < to; a++)
            add_row(sums + (x->first + (size_t)x->column[a]) * n, x, a, to, s[r] * x->value[a]);
    }
}
