/* Problems with a finite maximum that engine and solvers are tried on, and a Newton's method in long double that says what the
 * answers are. */
#ifndef TESTS_PROBLEMS_H
#define TESTS_PROBLEMS_H

#include "engine/problem.h"

typedef struct {
    const char *name;
    size_t rows;
    size_t classes;
    const char *formula;
    bool weights, offset, trials;
} problem_kind;

/* All of them, closed by a row without a name. */
extern const problem_kind problem_kinds[];

/* A problem with everything it stands on. */
typedef struct {
    const problem_kind *kind;
    logreg_frame *frame;
    logreg__formula *formula;
    logreg__rows *rows;
    logreg__terms *terms;
    logreg__response *response;
    logreg__design *design;
    logreg__problem *problem;
} problem_set;

/* The frame of a kind: columns x1 (standard), x2 (huge mean), x3 (tiny scale), f (4 levels), g (3 levels), y, w, o, t. With
 * holes, some rows between the others miss x1; the others are the same. */
logreg_frame *problem_frame(const problem_kind *kind, bool holes);

/* The problem of a kind, standardised or raw. Fails the test where it cannot be made. */
void problem_make(problem_set *set, const problem_kind *kind, bool holes, bool standardise, int threads);
void problem_clear(problem_set *set);

/* X (n x p, row by row, fold order, uncentred), y, w, offset of all rows; arrays from the caller. */
void problem_rows(const problem_set *set, double *X, double *y, double *w, double *offset);

/* Coefficients (q, of the uncentred columns) that maximise the likelihood, and their standard errors, in long double. Returns false if
 * Newton's method did not get there. */
bool precise_fit(long double *beta, long double *se, const double *X, const double *y, const double *w,
                 const double *offset, size_t n, size_t p, size_t k);

/* Newton decrement of beta in long double. */
long double precise_decrement(const double *beta, const double *X, const double *y, const double *w,
                              const double *offset, size_t n, size_t p, size_t k);

#endif
