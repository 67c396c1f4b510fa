/* Wald's statistic of several combinations of coefficients at a time. */
#ifndef LOGREG_INFERENCE_WALD_H
#define LOGREG_INFERENCE_WALD_H

#include <logreg/inference.h>

#include "model/model.h"

/* c' inv(V) c for n combinations c of covariance V, both of which are spoilt; 0 of none. NaN where V is singular, to rounding, which one
 * of few clusters is however well it is scaled; and where V less the products d d' of n_added vectors of n numbers, one after the other in `added`, which mended it, would not be
 * positive definite: the statistic would then live by what was added. Behind them `added` has room for n_added squared numbers; it is spoilt too. */
double logreg__wald(double *V, double *c, size_t n, double *added, size_t n_added, bool robust);

/* How many vectors mended the model's covariance, as far as a test of n combinations is to mind them: one of a single combination is that of its standard error, as it
 * is told. */
size_t logreg__wald_added(const logreg_model *m, size_t n);

/* A line of the coefficient table, without a name: of what is estimated with this error, z and p being about whether it is `value`. */
logreg_coefficient logreg__wald_line(const logreg_model *m, double estimate, double std_error, double value,
                                     double level);

/* c = C beta - value and its covariance V [n x n], for n combinations in the rows of C (m->q numbers each) and n values (NULL: 0). Of coefficients whose status
 * is not OK they are what these make them. false: out of memory. */
bool logreg__wald_form(double *V, double *c, const logreg_model *m, const double *C, const double *value,
                       size_t n);

/* The statistic of those in the rows of C less their values, at the model's coefficients, which have all status OK where C is not 0. false: out of memory. */
bool logreg__wald_of(double *statistic, const logreg_model *m, const double *C, const double *value,
                     size_t n);

/* The test by such a statistic: by chi-squared or, with sampling weights, by F. */
logreg_test logreg__wald_test(const logreg_model *m, double statistic, double df);

#endif
