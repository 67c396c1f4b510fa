/* What the fold walks over: a design, and the transformation of its dense columns that keeps the arithmetic sound. */
#ifndef LOGREG_ENGINE_PROBLEM_H
#define LOGREG_ENGINE_PROBLEM_H

#include "design/design.h"
#include "engine/crossing.h"
#include "engine/inner.h"
#include "design/sets.h"

/* The fold sees dense column j as z_j = (x_j - centre_j) * factor_j; factor is a power of two, so that scaling rounds
 * nothing. A group whose entries are numbers has one factor, and no centre; other categories stand as they are.
 * k linear predictors a row: 1 for two classes, else K - 1. */
typedef struct logreg__problem {
    const logreg__design *design;
    size_t k;
    size_t q;                   /* coefficients: k * design->p, one linear predictor after the other */
    double *centre;             /* [n_dense], owned */
    double *factor;             /* [n_dense + n_groups], owned */
    logreg__crossing *crossing; /* owned */
    const unsigned char *held;  /* [q] coefficients that a solver may not move, or NULL; borrowed */
    const size_t
        *sample; /* the fold walks only these blocks of BLOCK_ROWS rows, ascending; NULL: all. Borrowed */
    size_t n_sample;
    size_t from,
        window; /* the fold walks only so many rows from that one, of a design whose rows have an order of their own; 0: all */
    const logreg__sets
        *sets; /* the design's rows stand in these, and the loss is theirs; NULL: none. Borrowed */
    const struct logreg__problem
        *validation; /* of rows held out, in coefficients of the data; NULL: none. Borrowed */
    double weight;   /* of such rows: the sum of theirs, which is not the response's */
    double ridge;    /* penalty ridge/2 |b|^2 on all but intercepts, 0 but for a start; of quadratic.h only */
    const struct logreg__shrinkage *
        shrinkage; /* penalty on sizes (solvers/shrinkage.h), or NULL; of quadratic.h and solvers only. Borrowed */
    bool jeffreys; /* penalty -log|H| / 2 (solvers/firth/firth.h), of quadratic.h only */
    size_t parts;  /* of 8 bits that an information's numbers have, by the matrix unit (tiles.h); 0: exact */
    const logreg__inner *inner; /* of the fastest level, or what tests and benchmarks choose */
    struct logreg__block_room *
        room; /* for walks of one thread, one after the other (fold_block.h); NULL: each makes its own. Borrowed */
    int threads;
} logreg__problem;

/* A problem with centre 0 and factor 1. k: 1 for two classes, else K - 1. threads: 0 for one a processor. ENOMEM. */
logreg_status logreg__problem_new(logreg__problem **problem, const logreg__design *design, size_t k,
                                  int threads, logreg_error *err);
void logreg__problem_free(logreg__problem *problem);

/* Sets centre to the weighted means (compensated if exactly; 0 without an intercept) and factor to the power of two next to
 * the inverse of the standard deviation; 0 for a column that is constant but for rounding, where there is an
 * intercept. Two passes over the rows. ENOMEM. */
logreg_status logreg__problem_standardise(logreg__problem *problem, bool exactly, logreg_error *err);

/* Coefficients b of the z turned into coefficients beta of the x, both [q] in fold order. Sums are compensated.
 * Equations (9) and (25) of docs/mathematics.md. beta may be b. */
void logreg__problem_beta(const logreg__problem *problem, double *beta, const double *b);

/* The way back: b of the z from beta of the x. b may be beta. */
void logreg__problem_b(const logreg__problem *problem, double *b, const double *beta);

/* The same for their covariance: inv(L L') of the b, given by its factor, becomes T inv(L L') T', both triangles filled. It is
 * formed as a cross product of inv(L) T', so that collinear columns cost their condition number once, not squared. ENOMEM. */
logreg_status logreg__problem_covariance(const logreg__problem *problem, double *V, const double *L,
                                         logreg_error *err);

/* A square root of that: U [q x q] = inv(L) T', so that U'U is the covariance. */
void logreg__problem_root(const logreg__problem *problem, double *U, const double *L);

/* The factor of fold column j. */
double logreg__problem_factor(const logreg__problem *problem, size_t j);

#endif
