/* What a model without a term is: the columns that go with it, and the combinations of coefficients that then are 0. */
#ifndef LOGREG_INFERENCE_LEFT_OUT_H
#define LOGREG_INFERENCE_LEFT_OUT_H

#include "model/model.h"

/* Takes from x its parts along the n orthonormal vectors of length p in `basis`; the length of what is left. */
double logreg__orthonormal_rest(double *x, const double *basis, size_t n, size_t p);

/* Makes x the basis's next vector, where there is more to it than rounding; how many these are then. */
size_t logreg__orthonormal_add(double *basis, size_t n, double *x, size_t p);

/* Marks a term's columns; or those of the terms that contain term i (of a:b, a and b are such), and no others. */
void logreg__left_out_mark(unsigned char *column, const logreg__term *t);
void logreg__left_out_above(unsigned char *column, const logreg_model *m, size_t i);

/* Combinations that are 0 without term i, as rows over the model's coefficients: n_above of the terms that contain it, then n_own. NULL: out of memory. */
double *logreg__left_out_rows(size_t *n_above, size_t *n_own, const logreg_model *m, size_t i);

#endif
