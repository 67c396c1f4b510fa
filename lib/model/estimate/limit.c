/* Where the likelihood has no maximum it still has a supremum, reached along a direction of recession: separated rows tend to
 * probabilities 0 and 1, and the others have a maximum of their own. Equation (13) of docs/mathematics.md.
 */
#include <math.h>

#include "base/error.h"
#include "base/memory.h"
#include "model/estimate/leads.h"
#include "model/fitting.h"

/* How far along the direction we go for more than two classes, where a row may be decided between some classes and open
 * between others: the least decided comparison is then worth exp(-FAR), below rounding. */
#define FAR 40
#define MOST_DOUBLINGS 30

/* Keeps direction and statuses, in model order. */
static logreg_status keep_verdict(logreg__fitting *f, logreg__existence *e, logreg_error *err)
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
    f->tied = e->tied;
    e->tied = NULL;
    return logreg__least_lead(&m->least_lead, d, m->k, e->direction, f->tied, err);
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

/* The least lead of a row's own class over another in eta, of those comparisons that are not tied. */
static double least_lead(size_t n, size_t k, const double *eta, const unsigned char *tied, const double *y)
{
    double least = INFINITY;
    for (size_t r = 0; r < n; r++)
        for (size_t c = 0; c <= k && !isnan(y[r]); c++) {
            size_t own = (size_t)y[r], at = r * k;
            if (c != own && !tied[at + (c < own ? c : c - 1)])
                least = fmin(least, (own ? eta[at + own - 1] : 0) - (c ? eta[at + c - 1] : 0));
        }
    return least;
}

/* Classes of all kept rows; NaN where a row has no weight. */
static void fill_classes(double *y, const logreg__fitting *f)
{
    size_t place[LOGREG__BLOCK_ROWS];
    double w[LOGREG__BLOCK_ROWS];
    for (size_t first = 0; first < f->rows->n; first += LOGREG__BLOCK_ROWS) {
        size_t rows = f->rows->n - first < LOGREG__BLOCK_ROWS ? f->rows->n - first : LOGREG__BLOCK_ROWS;
        logreg__rows_list(f->rows, first, rows, place);
        bool weights = f->response->weights || f->response->sampling;
        logreg__response_fill(f->response, place, rows, y + first, weights ? w : NULL, NULL);
        for (size_t r = 0; weights && r < rows; r++)
            y[first + r] = w[r] > 0 ? y[first + r] : NAN;
    }
}

static logreg_status predictors(double *eta, const logreg__problem *problem, const double *b,
                                logreg_error *err)
{
    double none;
    return logreg__fold(problem, &logreg__kernel_predictor, 1, b, &none, eta, err);
}

/* Newton from ever farther along the direction, held coefficients staying, until what is free has no say in what is
 * decided. Of nearly collinear columns one that is held stands in the way of the others until it has gone as far as they go. */
static logreg_status go_far(logreg__fitting *f, const double *direction, double *b, double *eta,
                            const double *y, logreg_error *err)
{
    size_t n = f->design->n, k = f->problem->k, q = f->problem->q;
    logreg_status status = predictors(eta, f->problem, direction, err);
    if (status != LOGREG_OK)
        return status;
    double way = FAR / least_lead(n, k, eta, f->tied, y);
    for (int doubling = 0; status == LOGREG_OK && doubling < MOST_DOUBLINGS; doubling++) {
        for (size_t j = 0; j < q; j++)
            b[j] += way * direction[j];
        way *= doubling ? 2 : 1;
        status = solve(f, f->problem, b, err);
        if (status == LOGREG_OK)
            status = predictors(eta, f->problem, b, err);
        if (status != LOGREG_OK || least_lead(n, k, eta, f->tied, y) > FAR - 4)
            break;
    }
    return status;
}

/* More classes than two. */
static logreg_status solve_held(logreg__fitting *f, const logreg__existence *e, logreg_error *err)
{
    logreg__problem *problem = f->problem;
    const logreg__design *d = f->design;
    size_t q = problem->q, n = d->n, k = problem->k;
    double *b = logreg__new(2 * q, sizeof *b), *eta = logreg__new_raw(n, k * sizeof *eta);
    double *y = logreg__new_raw(n, sizeof *y);
    unsigned char *held = logreg__new(q, 1);
    logreg_status status = b && eta && y && held ? LOGREG_OK : logreg__fail_memory(err);
    if (status == LOGREG_OK) {
        logreg__problem_b(problem, b + q, e->direction);
        fill_classes(y, f);
        for (size_t j = 0; j < q; j++)
            held[j] = e->drop[j / d->p * f->model->p + d->column[j % d->p]];
        problem->held = held;
        status = go_far(f, b + q, b, eta, y, err);
        problem->held = NULL;
    }
    free(b);
    free(eta);
    free(y);
    free(held);
    return status;
}

logreg_status logreg__limit(logreg__fitting *f, logreg__existence *e, logreg_error *err)
{
    logreg_status status = keep_verdict(f, e, err);
    if (status == LOGREG_OK && f->model->k == 1)
        status = solve_rest(f, e, err);
    else if (status == LOGREG_OK && e->separation == LOGREG_SEPARATION_COMPLETE)
        store_nothing(f->model);
    else if (status == LOGREG_OK) {
        status = solve_held(f, e, err);
        if (status == LOGREG_OK)
            status = logreg__contrasts_keep(f->model, e, err);
    }
    f->model->converged = false;
    return status;
}
