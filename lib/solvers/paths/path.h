/* Minima under one penalty at one strength after the other, each started from the one before. */
#ifndef LOGREG_SOLVERS_PATHS_PATH_H
#define LOGREG_SOLVERS_PATHS_PATH_H

#include <logreg/model.h>

#include "solvers/shrinkage.h"

/* A loose tolerance is at most so much of the strength, which else would change nothing. */
#define LOGREG__OF_STRENGTH 0.1

/* Strengths to go by, descending; and what has come of each. */
typedef struct {
    size_t n;                 /* strengths */
    const double *lambda;     /* [n] */
    double alpha, weight;     /* of logreg__shrinkage_set */
    double *theta;            /* [n x classes p] of z; NULL: only the last is wanted */
    double *loss;             /* [n] without the penalty */
    double *violation;        /* [n] in units of lambda */
    unsigned char *converged; /* [n] */
    double
        stop; /* the loss of a null model, which ends the path early: where it explains nearly all of it, or nearly nothing more; 0: all of it is gone */
    double
        loose; /* violation at all strengths but the last that is well enough, as a share of lambda; 0: the shrinkage's tolerance */
    double
        usual; /* a tolerance of the shrinkage that is looser than this is no looser than a tenth of each lambda; 0: it is the same at all strengths */
    const logreg_options *options; /* of the fit to the last strength; NULL: the usual ones */
    size_t done;                   /* strengths that have been gone */
    size_t passes;                 /* of coordinate descent's steps, all together */
} logreg__path;

/* Of no more columns than this all are taken along. */
#define LOGREG__FEW_PENALISED 48

/* Goes it from theta [classes p], which belongs to the first strength's larger neighbour, with the gradient there. problem->shrinkage is the penalty, whose strength this
 * sets. Columns that are not likely to matter are left out, equation (108), and looked at again, for several strengths at once, where these are done. ENOMEM. */
logreg_status logreg__path_go(logreg__path *path, logreg__problem *problem, logreg__shrinkage *shrinkage,
                              double *theta, logreg_error *err);

/* Sets strength i and the violation that counts as none there, given the one that does where nothing is said of strengths. */
void logreg__path_set(const logreg__path *path, logreg__shrinkage *shrinkage, size_t i, double tol);

/* Does the path end at strength i, of which the loss is known? */
bool logreg__path_ends(const logreg__path *path, size_t i);

#endif
