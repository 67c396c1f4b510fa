/* What is measured on the rows once the coefficients are there. */
#include <math.h>

#include "base/error.h"
#include "base/memory.h"
#include "model/fitting.h"

/* The score test costs a pass with information; beyond this many operations it waits to be asked for. */
#define CHEAP_SCORE_TEST 1e9

/* ---- Null and saturated models ---- */

/* Loss at the intercepts alone, fitted to the offset; `null` receives them in the coordinates of f->problem. */
static logreg_status null_with_offset(double *null, logreg__fitting *f, logreg_error *err)
{
    logreg_model *m = f->model;
    logreg__design *design = NULL;
    logreg__problem *problem = NULL;
    logreg__quadratic *at = NULL;
    double *b = NULL;
    unsigned char *drop = logreg__new(m->p, 1);
    logreg_status status = drop ? LOGREG_OK : logreg__fail_memory(err);
    if (status == LOGREG_OK) {
        memset(drop + 1, 1, m->p - 1);
        status = logreg__fitting_problem(&design, &problem, f, f->rows, drop, true, err);
    }
    if (status == LOGREG_OK) {
        at = logreg__quadratic_new(problem->q);
        b = logreg__new(problem->q, sizeof *b);
        status = at && b ? LOGREG_OK : logreg__fail_memory(err);
    }
    if (status == LOGREG_OK) {
        logreg_options options = logreg_options_default();
        logreg__solution solution = {.beta = b, .at = at, .finite = true};
        logreg__fitting_null(b, problem);
        status = logreg__solver_newton.run(&solution, problem, &options, err);
        m->null_loss = at->loss;
        for (size_t c = 0; c < m->k; c++)
            null[c * f->problem->design->p] = b[c];
    }
    logreg__quadratic_free(at);
    free(b);
    free(drop);
    logreg__problem_free(problem);
    logreg__design_free(design);
    return status;
}

/* The null model's loss and its coefficients. */
static logreg_status find_null(double *null, logreg__fitting *f, logreg_error *err)
{
    logreg_model *m = f->model;
    const logreg__response *r = f->response;
    if (m->terms->intercept && (r->offset || m->terms->offset))
        return null_with_offset(null, f, err);
    logreg__fitting_null(null, f->problem);
    if (m->terms->intercept) {
        for (size_t c = 0; c < r->n_classes; c++)
            m->null_loss -= r->weight[c] * log(r->weight[c] / r->n_obs);
        return LOGREG_OK;
    }
    return logreg__fold(f->problem, &logreg__kernel_value, 1, null, &m->null_loss, NULL, err);
}

/* Rao's test: the squared decrement of the full model at the null coefficients. */
static logreg_status find_score(const double *null, logreg__fitting *f, logreg_error *err)
{
    size_t q = f->problem->q;
    bool dear = (double)f->rows->n * (double)q * (double)q > CHEAP_SCORE_TEST;
    if (dear && !f->options->score_test)
        return LOGREG_OK;
    logreg__quadratic *at = logreg__quadratic_new(q);
    logreg_status status = at ? LOGREG_OK : logreg__fail_memory(err);
    if (status == LOGREG_OK)
        status = logreg__quadratic_at(at, f->problem, null, err);
    if (status == LOGREG_OK)
        status = logreg__quadratic_refine(at, f->problem, null, err);
    if (status == LOGREG_OK && at->factored)
        f->model->score_statistic = at->decrement * at->decrement;
    logreg__quadratic_free(at);
    return status;
}

/* ---- Variables ---- */

/* Weighted mean, minimum and maximum of each numeric variable over the rows used. */
static void measure_variables(logreg__fitting *f)
{
    logreg__terms *terms = f->model->terms;
    const logreg__column *weights = f->response->weights;
    size_t place[LOGREG__BLOCK_ROWS];
    for (size_t v = 0; v < terms->n_variables; v++) {
        logreg__variable *variable = &terms->variable[v];
        if (variable->kind != LOGREG_NUMERIC || variable->made)
            continue;
        const logreg__column *c = &f->frame->column[logreg_frame_find(f->frame, variable->column)];
        double sum = 0, total = 0;
        variable->min = INFINITY;
        variable->max = -INFINITY;
        for (size_t first = 0; first < f->rows->n; first += LOGREG__BLOCK_ROWS) {
            size_t rows = f->rows->n - first < LOGREG__BLOCK_ROWS ? f->rows->n - first : LOGREG__BLOCK_ROWS;
            logreg__rows_list(f->rows, first, rows, place);
            for (size_t i = 0; i < rows; i++) {
                double x = logreg__column_number(c, place[i]);
                double w = weights ? logreg__column_number(weights, place[i]) : 1;
                sum += w * x;
                total += w;
                variable->min = fmin(variable->min, x);
                variable->max = fmax(variable->max, x);
            }
        }
        variable->mean = sum / total;
    }
}

/* Sum of the frequencies of rows that count: those of positive weight and, of grouped data, with trials. */
static double sum_frequencies(const logreg__fitting *f)
{
    const logreg__column *weights = f->response->weights, *trials = f->response->trials;
    if (!weights)
        return (double)f->response->n_positive;
    size_t place[LOGREG__BLOCK_ROWS];
    double sum = 0;
    for (size_t first = 0; first < f->rows->n; first += LOGREG__BLOCK_ROWS) {
        size_t rows = f->rows->n - first < LOGREG__BLOCK_ROWS ? f->rows->n - first : LOGREG__BLOCK_ROWS;
        logreg__rows_list(f->rows, first, rows, place);
        for (size_t i = 0; i < rows; i++)
            if (!trials || logreg__column_number(trials, place[i]) > 0)
                sum += logreg__column_number(weights, place[i]);
    }
    return sum;
}

logreg_status logreg__summarise(logreg__fitting *f, logreg_error *err)
{
    logreg_model *m = f->model;
    m->n_frequency = sum_frequencies(f);
    measure_variables(f);
    double *null = logreg__new(f->problem->q, sizeof *null);
    logreg_status status = null ? find_null(null, f, err) : logreg__fail_memory(err);
    if (status == LOGREG_OK)
        status = find_score(null, f, err);
    if (status == LOGREG_OK)
        status = logreg__measure_rows(f, err);
    if (status == LOGREG_OK)
        status = logreg__fingerprint(f, err);
    free(null);
    return status;
}
