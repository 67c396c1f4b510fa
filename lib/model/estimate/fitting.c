/* What all ways to an estimate share: the problem of a fit's rows, the null model, and what of a solution becomes the model's. */
#include "model/fitting.h"

#include <math.h>

#include "base/error.h"
#include "base/memory.h"
#include "engine/dense.h"
#include "model/held/held_out.h"

logreg_status logreg__fitting_problem(logreg__design **design, logreg__problem **problem,
                                      const logreg__fitting *f, logreg__rows *rows, const unsigned char *drop,
                                      bool standardise, logreg_error *err)
{
    logreg__design *d = NULL;
    logreg__problem *p = NULL;
    logreg_status status = logreg__design_new(&d, f->model->terms, f->frame, rows, f->response, drop, err);
    if (status == LOGREG_OK && rows->held)
        status = logreg__design_copy_rows(rows, d, LOGREG__MOST_HELD_COPIED, err);
    if (status == LOGREG_OK)
        status = logreg__problem_new(&p, d, f->model->k, f->options->threads, err);
    if (status == LOGREG_OK)
        d->makings = f->makings;
    if (status == LOGREG_OK && f->matched)
        p->sets = &f->matched->sets;
    if (status == LOGREG_OK && standardise)
        status = logreg__design_centre(d, err);
    if (status == LOGREG_OK && standardise)
        status = logreg__problem_standardise(p, true, err);
    if (status == LOGREG_OK) {
        *design = d;
        *problem = p;
        return LOGREG_OK;
    }
    logreg__problem_free(p);
    logreg__design_free(d);
    return status;
}

void logreg__fitting_null(double *b, const logreg__problem *problem)
{
    const logreg__response *r = problem->design->response;
    memset(b, 0, problem->q * sizeof *b);
    for (size_t c = 0; problem->design->intercept && c < problem->k; c++)
        b[c * problem->design->p] = log(r->weight[c + 1] / r->weight[0]);
}

void logreg__fitting_forget(logreg__fitting *f)
{
    logreg__problem_free(f->problem);
    logreg__design_free(f->design);
    f->problem = NULL;
    f->design = NULL;
}

void logreg__fitting_covariance(logreg_model *m, const logreg__problem *problem, const double *V)
{
    const logreg__design *d = problem->design;
    size_t q = problem->q;
    for (size_t a = 0; a < q; a++)
        for (size_t b = 0; b < q; b++) {
            size_t to_a = a / d->p * m->p + d->column[a % d->p];
            m->covariance[to_a * m->q + b / d->p * m->p + d->column[b % d->p]] = V[b * q + a];
        }
}

/* In the factor of an information: a coefficient that is held has no variance, in sums with others neither. */
#define NEVER_MOVES 1e150

logreg_status logreg__fitting_store(logreg__fitting *f, const logreg__problem *problem, logreg__solution *s,
                                    logreg_error *err)
{
    logreg_model *m = f->model;
    const logreg__design *d = problem->design;
    size_t q = problem->q;
    logreg_status status = logreg__quadratic_refine(s->at, problem, s->beta, err);
    if (status != LOGREG_OK)
        return status;
    double *V = logreg__new_raw(q * q, sizeof *V), *beta = logreg__new_raw(q, sizeof *beta);
    if (!V || !beta) {
        free(V);
        free(beta);
        return logreg__fail_memory(err);
    }
    for (size_t i = 0; i < q * q; i++)
        V[i] = NAN;
    for (size_t j = 0; problem->held && j < q; j++)
        if (problem->held[j])
            s->at->L[j * q + j] = NEVER_MOVES;
    m->early = s->early;
    if (s->at->factored && !logreg__model_errorless(m))
        status = logreg__problem_covariance(problem, V, s->at->L, err);
    logreg__problem_beta(problem, beta, s->beta);
    for (size_t a = 0; a < q; a++) {
        size_t to_a = a / d->p * m->p + d->column[a % d->p];
        m->finite[to_a] = m->beta[to_a] = beta[a];
    }
    logreg__fitting_covariance(m, problem, V);
    free(V);
    free(beta);
    m->loss = s->at->loss;
    m->score_norm = s->at->score_norm;
    m->decrement = s->at->decrement;
    m->converged = s->converged;
    return status;
}
