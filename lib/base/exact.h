/* Signs of dot products, decided exactly. */
#ifndef LOGREG_BASE_EXACT_H
#define LOGREG_BASE_EXACT_H

#include <stddef.h>

/* The sign, -1, 0 or 1, of sum_j x_j (a_j - b_j) over the finite doubles as they stand, free of rounding, overflow and
 * underflow. a or b may be NULL: zeros. O(n), and far slower where the sum cancels to near nothing. n < 2^28. */
int logreg__exact_sign(const double *x, const double *a, const double *b, size_t n);

/* sum_j x_j y_j as if summed in twice the precision and rounded at the end (Ogita, Rump & Oishi 2005, Dot2). */
double logreg__exact_dot(const double *x, const double *y, size_t n);

#endif
