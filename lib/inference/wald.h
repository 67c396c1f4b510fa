/* Wald's statistic of several combinations of coefficients at a time. */
#ifndef LOGREG_INFERENCE_WALD_H
#define LOGREG_INFERENCE_WALD_H

#include <logreg/inference.h>

#include "model/model.h"

/* c' inv(V) c for n combinations c of covariance V, both of which are spoilt; 0 of none. NaN where V is singular, to rounding, which one
 * of few clusters is however well it is scaled. */
double logreg__wald(double *V, double *c, size_t n, bool robust);

/* The same for those in the rows of C (n of m->q numbers each) at the model's coefficients, which have all status OK where C is not 0.
 * false: out of memory. */
bool logreg__wald_of(double *statistic, const logreg_model *m, const double *C, size_t n);

/* The test by such a statistic: by chi-squared or, with sampling weights, by F. */
logreg_test logreg__wald_test(const logreg_model *m, double statistic, double df);

#endif
