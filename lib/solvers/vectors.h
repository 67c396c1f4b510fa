/* Sums over short vectors, in four strands so that the processor need not wait for one sum after the other. */
#ifndef LOGREG_SOLVERS_VECTORS_H
#define LOGREG_SOLVERS_VECTORS_H

#include <math.h>
#include <stddef.h>

/* sum_j x_j y_j */
static inline double logreg__dot(const double *x, const double *y, size_t n)
{
    double a = 0, b = 0, c = 0, d = 0;
    size_t j = 0;
    for (; j + 4 <= n; j += 4) {
        a += x[j] * y[j];
        b += x[j + 1] * y[j + 1];
        c += x[j + 2] * y[j + 2];
        d += x[j + 3] * y[j + 3];
    }
    for (; j < n; j++)
        a += x[j] * y[j];
    return (a + b) + (c + d);
}

/* sum_j |x_j y_j| */
static inline double logreg__dot_sizes(const double *x, const double *y, size_t n)
{
    double a = 0, b = 0, c = 0, d = 0;
    size_t j = 0;
    for (; j + 4 <= n; j += 4) {
        a += fabs(x[j] * y[j]);
        b += fabs(x[j + 1] * y[j + 1]);
        c += fabs(x[j + 2] * y[j + 2]);
        d += fabs(x[j + 3] * y[j + 3]);
    }
    for (; j < n; j++)
        a += fabs(x[j] * y[j]);
    return (a + b) + (c + d);
}

/* x += t y */
static inline void logreg__add(double *x, double t, const double *y, size_t n)
{
    for (size_t j = 0; j < n; j++)
        x[j] += t * y[j];
}

#endif
