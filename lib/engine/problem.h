/* What the fold walks over: a design, and the transformation of its dense columns that keeps the arithmetic sound. */
#ifndef LOGREG_ENGINE_PROBLEM_H
#define LOGREG_ENGINE_PROBLEM_H

#include "data/design.h"
#include "engine/inner.h"

/* The fold sees dense column j as z_j = (x_j - centre_j) * factor_j; factor is a power of two, so that scaling rounds
 * nothing. Categories stand as they are. k linear predictors a row: 1 for two classes, else K - 1. */
typedef struct {
    const logreg__design *design;
    size_t k;
    size_t q;                    /* coefficients: k * design->p, one linear predictor after the other */
    double *centre, *factor;     /* [n_dense], owned */
    const logreg__inner *inner;  /* the inner loops: tuned, or the reference that tests compare with */
    int threads;
} logreg__problem;

/* A problem with centre 0 and factor 1. threads: 0 for one a processor. ENOMEM. */
logreg_status logreg__problem_new(logreg__problem **problem, const logreg__design *design, int threads,
                                  logreg_error *err);
void logreg__problem_free(logreg__problem *problem);

/* Sets centre to the weighted means (compensated; 0 without an intercept) and factor to the power of two next to
 * the inverse of the standard deviation. Two passes over the rows. ENOMEM. */
logreg_status logreg__problem_standardise(logreg__problem *problem, logreg_error *err);

/* Coefficients of the z turned into coefficients of the x, in model order with zeros for columns that the design
 * leaves out: beta[k][terms->n_columns]. Sums are compensated. Equation (9) of docs/mathematics.md. */
void logreg__problem_beta(const logreg__problem *problem, const double *b, double *beta);

/* The same for a covariance: V (q x q, of b) to cov of size (k p_model)^2; entries of columns left out are NaN. */
logreg_status logreg__problem_covariance(const logreg__problem *problem, const double *V, double *cov,
                                         logreg_error *err);

#endif
