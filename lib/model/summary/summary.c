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

bool logreg__score_wanted(const logreg__fitting *f)
{
    double q = (double)f->problem->q;
    if (f->model->penalty || f->model->class_factor)
        return false; /* the score test is one of the likelihood */
    return f->options->score_test || (f->options->measures && (double)f->rows->n * q * q <= CHEAP_SCORE_TEST);
}

/* Rao's test: the squared decrement of the full model at the null coefficients. */
static logreg_status find_score(const double *null, logreg__fitting *f, logreg_error *err)
{
    if (!logreg__score_wanted(f))
        return LOGREG_OK;
    logreg_status status = LOGREG_OK;
    if (!f->null) {
        f->null = logreg__quadratic_new(f->problem->q);
        status = f->null ? logreg__quadratic_at(f->null, f->problem, null, err) : logreg__fail_memory(err);
    }
    if (status == LOGREG_OK)
        status = logreg__quadratic_refine(f->null, f->problem, null, err);
    if (status == LOGREG_OK && f->null->factored)
        f->model->score_statistic = f->null->decrement * f->null->decrement;
    return status;
}

/* Sum of the frequencies of rows that count: those of positive weight and, of grouped data, with trials. Sampling weights count none. */
static double sum_frequencies(const logreg__fitting *f)
{
    const logreg__column *weights = f->response->weights, *trials = f->response->trials,
                         *sampling = f->response->sampling;
    if (!weights)
        return (double)f->response->n_positive;
    size_t place[LOGREG__BLOCK_ROWS];
    double sum = 0;
    for (size_t first = 0; first < f->rows->n; first += LOGREG__BLOCK_ROWS) {
        size_t rows = f->rows->n - first < LOGREG__BLOCK_ROWS ? f->rows->n - first : LOGREG__BLOCK_ROWS;
        logreg__rows_list(f->rows, first, rows, place);
        for (size_t i = 0; i < rows; i++)
            if ((!trials || logreg__column_number(trials, place[i]) > 0) &&
                (!sampling || logreg__column_number(sampling, place[i]) > 0))
                sum += logreg__column_number(weights, place[i]);
    }
    return sum;
}

static logreg_status keep_fingerprint(logreg__fitting *f, logreg_error *err)
{
    char text[LOGREG__FINGERPRINT_SIZE];
    logreg_status status =
        logreg__fingerprint(text, f->frame, f->rows, f->response, f->options->threads, err);
    if (status == LOGREG_OK)
        f->model->fingerprint = logreg__copy(text);
    return status != LOGREG_OK || f->model->fingerprint ? status : logreg__fail_memory(err);
}

logreg_status logreg__summarise(logreg__fitting *f, logreg_error *err)
{
    logreg_model *m = f->model;
    if (m->strata) { /* the sets' numbers are there, and what speaks of probabilities has no meaning */
        logreg_status done = logreg__measure_variables(f, err);
        return done == LOGREG_OK ? keep_fingerprint(f, err) : done;
    }
    m->n_frequency = sum_frequencies(f);
    double *null = logreg__new(f->problem->q, sizeof *null);
    logreg_status status = null ? find_null(null, f, err) : logreg__fail_memory(err);
    if (status == LOGREG_OK)
        status = logreg__measure_variables(f, err);
    if (status == LOGREG_OK)
        status = find_score(null, f, err);
    if (status == LOGREG_OK && m->grouped)
        m->saturated_loss = logreg__saturated_loss(f);
    if (status == LOGREG_OK && f->options->measures)
        status = logreg__measure_rows(f, err);
    if (status == LOGREG_OK)
        status = keep_fingerprint(f, err);
    free(null);
    return status;
}
