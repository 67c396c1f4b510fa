/* A solver: from a problem to the coefficients that minimise its loss. */
#ifndef LOGREG_SOLVERS_SOLVER_H
#define LOGREG_SOLVERS_SOLVER_H

#include <logreg/model.h>

#include "engine/fold.h"
#include "solvers/quadratic.h"

/* What a solver returns, all in the coordinates of the problem's z. */
typedef struct {
    double *beta;          /* [q], the caller's; on entry the start */
    logreg__quadratic *at; /* the caller's; on return the loss about beta */
    logreg__quadratic
        *first; /* the caller's, or NULL; Newton's method keeps there what it finds about the start */
    logreg__errands
        *errands; /* the caller's, or NULL; done only by a solver whose last walk is at the maximum */
    bool many;    /* on entry: rows are so many that each pass counts */
    size_t
        budget; /* on entry: products of newton-cg, or steps of lbfgs under a penalty, that it may take or foresee to take; 0: as many as it needs */
    size_t iterations;
    bool converged; /* proven: logreg__quadratic_judge */
    bool finite;    /* a finite maximum is proven to exist */
    bool early;     /* stopped since rows that were held out gained no more */
} logreg__solution;

typedef struct {
    const char *name;
    const char *summary;
    size_t max_iter; /* default */
    bool stochastic; /* ends near the maximum: converged means nothing */
    bool patient;    /* stops early where asked to */
    bool shrinking;  /* for penalties on sizes alone */
    bool creased;    /* minimises penalties with absolute values, and within bounds */
    bool
        matrixless; /* under a penalty on sizes it needs no q x q matrix of its caller, and solution->at->loss is all that it tells of `at` */
    bool from_zero; /* starts at 0, as a textbook does, and not at the null model */
    logreg_status (*run)(logreg__solution *solution, const logreg__problem *problem,
                         const logreg_options *options, logreg_error *err);
} logreg__solver;

extern const logreg__solver logreg__solver_newton, logreg__solver_newton_cg, logreg__solver_lbfgs,
    logreg__solver_gd, logreg__solver_sgd, logreg__solver_adam, logreg__solver_cd, logreg__solver_dual;

/* The table, closed by NULL. */
extern const logreg__solver *const logreg__solvers[];

/* The solver called name, or NULL. */
const logreg__solver *logreg__solver_find(const char *name);

/* options->max_iter, or the solver's own limit where it is 0. */
size_t logreg__solver_limit(const logreg__solver *solver, const logreg_options *options);

/* all[c n_columns + j] := the coefficient of class c and the model's column j, in the units of the data, at b; those that the problem does not have stay
 * what they are. false: out of memory. */
bool logreg__solver_told(double *all, const logreg__problem *problem, const double *b);

/* Tells options->trace, if there is one, about an iteration at b. gradient is of the loss, not of its mean. ENOMEM. */
logreg_status logreg__solver_trace(const logreg__problem *problem, const logreg_options *options,
                                   size_t iteration, double loss, const double *gradient, double step,
                                   const double *b, logreg_error *err);

/* Is a displacement from a point with loss `from` and directional derivative `slope_from` < 0 along it, to one with `to`
 * and `slope_to`, a sufficient descent? Armijo's condition with fraction delta; where the losses would differ by rounding
 * only, its form in slopes, which for a quadratic is the same (Hager & Zhang, SIAM J. Optim. 16, 2005, eq. 4.1). */
bool logreg__solver_descends(double delta, double from, double slope_from, double to, double slope_to);

/* Does what goes by a budget (0: has none) give up, having spent so much, with the violation fallen from `first` to `now` on its way to `goal`? It does where, from a quarter of the budget on, it would take half
 * as much again: for each power of ten that is left what it took for each that is gone. */
bool logreg__solver_overdraws(size_t spent, size_t budget, double first, double now, double goal);

/* For solvers that see gradients only: decides when a look at the information is due, since one costs p gradients.
 * Start with all zeros. */
typedef struct {
    double next; /* look when the gradient's norm is at most this; 0: not looked yet */
} logreg__lookout;

/* Looks at the loss about the solution's coefficients, and judges it: finite, converged. ENOMEM. */
logreg_status logreg__solver_judge(logreg__solution *solution, const logreg__problem *problem,
                                   const logreg_options *options, logreg_error *err);

/* Judges b, whose gradient has the given Euclidean norm, if a look is due; sets solution->at and its flags. ENOMEM. */
logreg_status logreg__solver_look(logreg__lookout *lookout, logreg__solution *solution, double norm,
                                  const logreg__problem *problem, const logreg_options *options,
                                  logreg_error *err);

/* sqrt(a'a) of a vector of length n. */
double logreg__solver_norm(const double *a, size_t n);

#endif
