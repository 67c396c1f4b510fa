/* What the two halves of `dual` share: the fit among rows (dual.c), and coefficients of columns (dual_columns.c). */
#ifndef LOGREG_SOLVERS_DUAL_DUAL_PARTS_H
#define LOGREG_SOLVERS_DUAL_DUAL_PARTS_H

#include "solvers/dual/dual.h"
#include "solvers/dual/dual_system.h"

/* Where a fit among rows stands. */
typedef struct {
    double *a, *phi; /* [m], [free] */
    double *Pa;      /* [m] linear predictors but for the offset and columns without a penalty */
    double *eta, *r; /* [m] linear predictors and residuals */
    double loss, value;
} logreg__dual_place;

struct logreg__dual {
    const logreg__problem *problem;
    logreg__gram *gram;
    logreg__dual_system system;
    logreg__dual_place at, trial;
    double now;                  /* tau of the last fit; 0: there was none */
    double *last, before;        /* a and phi of the fit before it, and its tau; 0: there was none */
    double *h, *da, *dPa, *dphi; /* [m]; dphi [2 free] */
    double *b, *v;               /* [q] workspace; [m] numbers row by row */
    double *theta, *g, *slope;   /* [classes p], and [1 + q] */
    double *room;
};

/* What follows from a and phi. */
void logreg__dual_evaluate(logreg__dual_place *to, logreg__dual *x);

/* tau: lambda times the weight of all rows. */
double logreg__dual_strength(const logreg__problem *problem);

/* Where coefficient f of those without a penalty stands in b. */
size_t logreg__dual_free_place(const logreg__dual *x, size_t f);

#endif
