/* Passes over the rows in batches of random order, whatever is done with the gradient of a batch: sgd.c and adam.c. Equations (120), (121).
 *
 * Files are often sorted, so each pass has an order of its own, drawn from all orders (Fisher & Yates on a Philox stream), and each batch is
 * a simple random sample; the fold then walks a window of rows that have this order.
 *
 * Steps are in coordinates in which the mean loss has about the unit matrix for its second derivatives, u = L'b / sqrt(W) with L L' the information
 * at the start and W the sum of weights: columns are centred, scaled and made orthogonal ("sphered", LeCun & al., Efficient BackProp, 1998). Otherwise the
 * passes needed grow with the condition number, and correlated columns take thousands. Where columns are not to be scaled they are not sphered.
 */
#ifndef LOGREG_SOLVERS_STOCHASTIC_STOCHASTIC_H
#define LOGREG_SOLVERS_STOCHASTIC_STOCHASTIC_H

#include "solvers/solver.h"

/* What makes a step of the gradient of a batch. */
typedef struct {
    size_t n_states; /* vectors of length q that it keeps */
    bool scaleless;  /* its steps do not grow with the gradient */
    bool averages;   /* the result is an average of where the steps led */
    double rate;     /* first learning rate, unless options say otherwise */
    /* move (q) := the step against gradient g (q) of the mean loss at learning rate `rate`; the step number t begins with 1. */
    void (*step)(double *move, const double *g, double rate, size_t t, double *state, size_t q);
} logreg__rule;

/* Runs passes until the decrement of the coefficients is half a standard error or less, rows held out gain no more, or the limit is reached. After 1, 3, 7, 15, .. passes
 * averages begin anew, in coordinates that are round there. ENOMEM. */
logreg_status logreg__stochastic_run(logreg__solution *solution, const logreg__rule *rule,
                                     const logreg__solver *solver, const logreg__problem *problem,
                                     const logreg_options *options, logreg_error *err);

#endif
