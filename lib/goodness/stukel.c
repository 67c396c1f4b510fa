/* Stukel's test, equation (104): whether the tails of the link are as long as the logistic's. At the model's own coefficients, the decrement of the model with
 * her two columns is the root of their score statistic. */
#include <math.h>

#include "base/error.h"
#include "base/memory.h"
#include "goodness/added.h"
#include "goodness/parts.h"
#include "inference/chi_squared.h"
#include "solvers/solver.h"

enum { UPPER, LOWER, N_ADDED };

/* eta^2 / 2 of the rows whose linear predictor is positive, and -eta^2 / 2 of the others; 0 in rows that the fit does not use. */
static logreg_status make_columns(double *column[N_ADDED], const logreg_study *s, logreg_error *err)
{
    size_t n = s->rows->n, place[LOGREG__BLOCK_ROWS];
    double *eta = logreg__new_raw(n, sizeof *eta);
    for (int i = 0; i < N_ADDED; i++)
        column[i] = logreg__new(s->frame->n_rows, sizeof **column);
    logreg_status status = eta && column[UPPER] && column[LOWER]
                               ? logreg__fold(s->problem, &logreg__kernel_predictor, 1, s->b, NULL, eta, err)
                               : logreg__fail_memory(err);
    for (size_t first = 0; status == LOGREG_OK && first < n; first += LOGREG__BLOCK_ROWS) {
        size_t count = n - first < LOGREG__BLOCK_ROWS ? n - first : LOGREG__BLOCK_ROWS;
        logreg__rows_list(s->rows, first, count, place);
        for (size_t i = 0; i < count; i++) {
            double x = eta[first + i];
            column[UPPER][place[i]] = x > 0 ? x * x / 2 : 0;
            column[LOWER][place[i]] = x < 0 ? -x * x / 2 : 0;
        }
    }
    free(eta);
    return status;
}

static logreg_status test(logreg_goodness *g, logreg__added *a, logreg_error *err)
{
    double df = (double)a->n_useful, lr = NAN;
    logreg_options options = logreg_options_default();
    logreg__quadratic *at = logreg__quadratic_new(a->problem->q);
    logreg__solution solution = {.beta = a->b, .at = at};
    if (!at)
        return logreg__fail_memory(err);
    logreg_status status = logreg__quadratic_at(at, a->problem, a->b, err);
    double loss = at->loss;
    if (status == LOGREG_OK && at->factored)
        g->stukel_score = logreg__chi_squared(at->decrement * at->decrement, df);
    if (status == LOGREG_OK)
        status = logreg__solver_newton.run(&solution, a->problem, &options, err);
    if (status == LOGREG_OK && solution.converged)
        lr = fmax(2 * (loss - at->loss), 0);
    g->stukel_lr = logreg__chi_squared(lr, df);
    logreg__quadratic_free(at);
    return status;
}

logreg_status logreg__goodness_stukel(logreg_goodness *g, const logreg_study *s, logreg_error *err)
{
    double *column[N_ADDED] = {NULL, NULL};
    logreg__added added = {0};
    logreg_status status = make_columns(column, s, err);
    if (status == LOGREG_OK)
        status = logreg__added_make(&added, s, (const double *const *)column, N_ADDED, err);
    g->stukel_score = g->stukel_lr = logreg__chi_squared(NAN, (double)added.n_useful);
    if (status == LOGREG_OK && added.n_useful)
        status = test(g, &added, err);
    logreg__added_clear(&added);
    free(column[UPPER]);
    free(column[LOWER]);
    return status;
}
