/* Where the likelihood has no maximum it still has a supremum, reached along a direction of recession: separated rows tend to
 * probabilities 0 and 1, and the others have a maximum of their own. Equation (13) of docs/mathematics.md.
 */
#include <math.h>

#include "base/error.h"
#include "base/memory.h"
#include "model/fitting.h"

/* How far along the direction we go for more than two classes, where a row may be decided between some classes and open
 * between others: the least decided comparison is then worth exp(-FAR), below rounding. */
#define FAR 40

/* Keeps direction and statuses, in model order. */
static logreg_status keep_verdict(logreg__fitting *f, const logreg__existence *e, logreg_error *err)
{
    logreg_model *m = f->model;
    const logreg__design *d = f->design;
    m->direction = logreg__new(m->q, sizeof *m->direction);
    if (!m->direction)
        return logreg__fail_memory(err);
    memcpy(m->status, e->status, m->q * sizeof *m->status);
    for (size_t c = 0; c < m->k; c++)
        for (size_t j = 0; j < d->p; j++)
            m->direction[c * m->p + d->column[j]] = e->direction[c * d->p + j];
    return LOGREG_OK;
}

/* A fit that is decided everywhere: nothing finite is left. */
static void store_nothing(logreg_model *m)
{
    m->loss = 0;
    m->score_norm = 0;
    m->decrement = 0;
    m->converged = false;
}

static logreg_status solve(logreg__fitting *f, const logreg__problem *problem, double *b, logreg_error *err)
{
    logreg_options options = *f->options;
    options.trace = NULL;
    options.max_iter = 0;
    logreg__quadratic *at = logreg__quadratic_new(problem->q);
    if (!at)
        return logreg__fail_memory(err);
    logreg__solution solution = {.beta = b, .at = at, .finite = true};
    logreg_status status = logreg__solver_newton.run(&solution, problem, &options, err);
    if (status == LOGREG_OK)
        status = logreg__fitting_store(f, problem, &solution, err);
    logreg__quadratic_free(at);
    return status;
}

/* Two classes: separated rows drop out, and so do the coefficients that only they could tell. */
static logreg_status solve_rest(logreg__fitting *f, const logreg__existence *e, logreg_error *err)
{
    logreg__rows *rows = NULL;
    logreg__design *design = NULL;
    logreg__problem *problem = NULL;
    double *b = NULL;
    logreg_status status = logreg__rows_subset(&rows, f->rows, e->separated, err);
    if (status == LOGREG_OK && rows->n == 0)
        store_nothing(f->model);
    if (status == LOGREG_OK && rows->n > 0)
        status = logreg__fitting_problem(&design, &problem, f, rows, e->drop, true, err);
    if (status == LOGREG_OK && problem && problem->q > 0) {
        b = logreg__new(problem->q, sizeof *b);
        status = b ? solve(f, problem, b, err) : logreg__fail_memory(err);
    } else if (status == LOGREG_OK && problem) {
        store_nothing(f->model);
        status = logreg__fold(problem, &logreg__kernel_value, 1, NULL, &f->model->loss, NULL, err);
    }
    free(b);
    logreg__problem_free(problem);
    logreg__design_free(design);
    logreg__rows_free(rows);
    return status;
}

/* Raw coefficients of the direction in the coordinates of z. */
static void scaled_direction(double *b, const logreg__problem *problem, const double *direction)
{
    const logreg__design *d = problem->design;
    for (size_t c = 0; c < problem->k; c++) {
        const double *from = direction + c * d->p;
        double *to = b + c * d->p;
        for (size_t j = 0; j < d->p; j++)
            to[j] = from[j] / logreg__problem_factor(problem, j);
        for (size_t j = 1; d->intercept && j < d->n_dense; j++)
            to[0] += problem->centre[j] * from[j];
    }
}

/* The least comparison between a row's own class and another that the direction decides, as linear predictors. */
static double least_margin(const logreg__problem *problem, const double *eta, const double *y)
{
    size_t k = problem->k;
    double least = INFINITY, most = 0;
    for (int pass = 0; pass < 2; pass++)
        for (size_t r = 0; r < problem->design->n; r++)
            for (size_t c = 0; c <= k; c++) {
                double own = y[r] > 0 ? eta[r * k + (size_t)y[r] - 1] : 0, other = c ? eta[r * k + c - 1] : 0;
                double margin = own - other;
                if (pass == 0)
                    most = fmax(most, margin);
                else if (margin > 1e-9 * most)
                    least = fmin(least, margin);
            }
    return least;
}

/* Classes of all kept rows. */
static void fill_classes(double *y, const logreg__fitting *f)
{
    size_t place[LOGREG__BLOCK_ROWS];
    for (size_t first = 0; first < f->rows->n; first += LOGREG__BLOCK_ROWS) {
        size_t rows = f->rows->n - first < LOGREG__BLOCK_ROWS ? f->rows->n - first : LOGREG__BLOCK_ROWS;
        logreg__rows_list(f->rows, first, rows, place);
        logreg__response_fill(f->response, place, rows, y + first, NULL, NULL);
    }
}

/* More classes: start far along the direction, and let Newton move the coefficients that are not held. */
static logreg_status solve_held(logreg__fitting *f, const logreg__existence *e, logreg_error *err)
{
    logreg__problem *problem = f->problem;
    const logreg__design *d = f->design;
    size_t q = problem->q, n = d->n;
    double *b = logreg__new(q, sizeof *b), *eta = logreg__new_raw(n * problem->k, sizeof *eta);
    double *y = logreg__new_raw(n, sizeof *y);
    unsigned char *held = logreg__new(q, 1);
    logreg_status status = b && eta && y && held ? LOGREG_OK : logreg__fail_memory(err);
    if (status == LOGREG_OK) {
        scaled_direction(b, problem, e->direction);
        double none;
        status = logreg__fold(problem, &logreg__kernel_predictor, 1, b, &none, eta, err);
    }
    if (status == LOGREG_OK) {
        fill_classes(y, f);
        double margin = least_margin(problem, eta, y);
        for (size_t j = 0; j < q; j++) {
            b[j] *= FAR / margin;
            held[j] = e->drop[j / d->p * f->model->p + d->column[j % d->p]];
        }
        problem->held = held;
        status = solve(f, problem, b, err);
        problem->held = NULL;
    }
    free(b);
    free(eta);
    free(y);
    free(held);
    return status;
}

logreg_status logreg__limit(logreg__fitting *f, const logreg__existence *e, logreg_error *err)
{
    logreg_status status = keep_verdict(f, e, err);
    if (status == LOGREG_OK && f->model->k == 1)
        status = solve_rest(f, e, err);
    else if (status == LOGREG_OK && e->separation == LOGREG_SEPARATION_COMPLETE)
        store_nothing(f->model);
    else if (status == LOGREG_OK)
        status = solve_held(f, e, err);
    f->model->converged = false;
    return status;
}
