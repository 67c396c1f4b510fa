/* The least point of a quadratic with absolute values and bounds. */
#ifndef LOGREG_SOLVERS_CREASES_COORDINATE_H
#define LOGREG_SOLVERS_CREASES_COORDINATE_H

#include <stdbool.h>
#include <stddef.h>

/* The shortest subgradient at t of lasso |t| and a smooth part with this slope, between two bounds; 0 at the least point. */
double logreg__crease_slope(double slope, double lasso, double t, double low, double high);

/* q(u) = g'(u - at) + (u - at)'H(u - at) / 2 + sum_i ridge_i u_i^2 / 2 + lasso_i |u_i|, low_i <= u_i <= high_i. */
typedef struct {
    size_t n;
    const double *H;                          /* [n x n] both triangles, positive semidefinite */
    const double *ridge, *lasso, *low, *high; /* [n] */
    const double *unit;  /* [n] a slope of q along u_i that is lambda's; 0: u_i stays where it is */
    const double *noise; /* [n] a slope that is none, four times */
} logreg__creases;

/* Moves u from `at`, where the smooth gradient without the ridge is g, to the least point, until no condition of Karush, Kuhn and Tucker is
 * violated by more than tol in those units; g is then that at u. By coordinate descent (Friedman, Hastie & Tibshirani, J. Stat. Softw. 33, 2010) on
 * those coordinates that move, ended by Newton's step on those that are free. Returns false where it ran out of sweeps. room: [n (n + 2)], order: [2 n]. */
bool logreg__coordinate_descend(double *u, double *g, const logreg__creases *q, double tol, double *room,
                                size_t *order);

#endif
