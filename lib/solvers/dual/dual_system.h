/* The equations of Newton's step for a ridge by coefficients of rows (dual.h), at one point.
 *
 * Vectors of m = k n numbers have those of one linear predictor after the other. With P = (1 + cross 11') x G, D the second derivatives of the loss in the
 * linear predictors, of which D = R R' row by row, and F the columns without a penalty,
 *     inv(tau + D P) h = (h - R inv(tau + R'P R) R'P h) / tau                                   equation (146)
 * which asks for the factor of a matrix that is positive definite whatever the rows are, equal ones included. */
#ifndef LOGREG_SOLVERS_DUAL_DUAL_SYSTEM_H
#define LOGREG_SOLVERS_DUAL_DUAL_SYSTEM_H

#include "solvers/dual/gram.h"

typedef struct {
    const logreg__gram *gram;
    const logreg__inner *inner;
    size_t n, k, m, free; /* m = k n; free = k n_free */
    double tau, cross;    /* cross: 0 of two classes, 1 of more */
    double *R;            /* [k x k x n] R_dc of row i at ((d k) + c) n + i, d >= c */
    double *sums;         /* [k n] sum_d R_dc */
    double *B;            /* [m x m] the factor of tau + R'P R, lower triangle */
    double *T, *U;        /* [m x free] R'F, and inv(tau + R'P R) of that */
    double *N;            /* [free x free] the factor of T'U */
    double *x, *y;        /* [m] workspace */
    double *link;         /* [2 k + 1 blocks] likewise */
    double *room;
} logreg__dual_system;

/* False: out of memory. What is there is to be cleared all the same. */
bool logreg__dual_system_init(logreg__dual_system *s, const logreg__gram *gram,
                              const logreg__problem *problem);
void logreg__dual_system_clear(logreg__dual_system *s);

/* Loss and residuals r [m] at the linear predictors eta [m]; R is made for these too. */
double logreg__dual_link(logreg__dual_system *s, double *r, const double *eta);

/* to := P x; F phi; F'x, which is [free], a linear predictor after the other. */
void logreg__dual_products(double *to, const logreg__dual_system *s, const double *x);
void logreg__dual_add_free(double *to, const logreg__dual_system *s, const double *phi);
void logreg__dual_sum_free(double *to, const logreg__dual_system *s, const double *x);

/* Makes B, T, U and N of R and tau. False: the columns without a penalty are collinear, or nothing is left of second derivatives. */
bool logreg__dual_factor(logreg__dual_system *s);

/* The step from a and phi, given h = -(r + tau a), to where the equations hold if they were linear: da [m], dphi [free]. h is spoilt. */
void logreg__dual_step(double *da, double *dphi, logreg__dual_system *s, const double *a, double *h);

/* Of a step against a gradient g of the penalised loss in coefficients of columns: rho [m] and dphi [free], given the linear predictors t [m] of g divided by the penalty, and g of
 * the columns without one; the step is minus (g + Z'rho) divided by the penalty. t is spoilt. */
void logreg__dual_correct(double *rho, double *dphi, logreg__dual_system *s, double *t, const double *g);

#endif
