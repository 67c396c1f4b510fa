/* A fit to matched sets is that of a plain matrix, of columns less their means in the sets, under another loss: the model of that matrix is
 * estimated as any is, and its numbers become those of the model that the user sees. */
#include "model/estimate/matched.h"

#include <math.h>

#include "base/error.h"
#include "base/memory.h"

logreg_status logreg__matched_make(logreg__matched **matched, const logreg__terms *terms,
                                   const logreg_frame *frame, const logreg__rows *rows,
                                   const logreg__response *response, logreg_error *err)
{
    logreg__design *design = NULL;
    logreg_status status = logreg__design_new(&design, terms, frame, rows, response, NULL, err);
    if (status == LOGREG_OK)
        status = logreg__matched_new(matched, design, err);
    logreg__design_free(design);
    return status;
}

/* ---- The limit under separation ---- */

static logreg_status solve_part(logreg__fitting *f, const logreg__matched *part, const unsigned char *drop,
                                logreg_error *err)
{
    logreg__fitting rest = *f;
    logreg__design *design = NULL;
    logreg__problem *problem = NULL;
    rest.frame = part->frame;
    rest.response = part->response;
    rest.rows = part->rows;
    rest.matched = part;
    logreg_status status = logreg__fitting_problem(&design, &problem, &rest, part->rows, drop, true, err);
    if (status == LOGREG_OK && problem->q == 0) {
        status = logreg__fold(problem, &logreg__kernel_value, 1, NULL, &f->model->loss, NULL, err);
    } else if (status == LOGREG_OK) {
        logreg_options options = *f->options;
        options.trace = NULL;
        options.max_iter = 0;
        logreg__solution solution = {.beta = logreg__new(problem->q, sizeof(double)),
                                     .at = logreg__quadratic_new(problem->q),
                                     .finite = true};
        status = solution.beta && solution.at ? logreg__solver_newton.run(&solution, problem, &options, err)
                                              : logreg__fail_memory(err);
        if (status == LOGREG_OK)
            status = logreg__fitting_store(f, problem, &solution, err);
        free(solution.beta);
        logreg__quadratic_free(solution.at);
    }
    logreg__problem_free(problem);
    logreg__design_free(design);
    return status;
}

logreg_status logreg__matched_limit(logreg__fitting *f, const logreg__existence *e, logreg_error *err)
{
    logreg_model *m = f->model;
    const logreg__design *d = f->design;
    size_t n = f->rows->n;
    m->separation = e->separation;
    m->direction = logreg__new(m->q, sizeof *m->direction);
    unsigned char *keep = logreg__new(n, 1);
    logreg__matched *part = NULL;
    logreg_status status = m->direction && keep ? LOGREG_OK : logreg__fail_memory(err);
    if (status == LOGREG_OK) {
        memcpy(m->status, e->status, m->q * sizeof *m->status);
        for (size_t j = 0; j < d->p; j++)
            m->direction[d->column[j]] = e->direction[j];
        for (size_t i = 0; i < n; i++)
            keep[i] = !e->separated[i];
        m->loss = m->score_norm = m->decrement = 0;
    }
    if (status == LOGREG_OK && e->separation != LOGREG_SEPARATION_COMPLETE)
        status = logreg__matched_part(&part, f->matched, keep, err);
    if (part)
        status = solve_part(f, part, e->drop, err);
    m->converged = false;
    logreg__matched_free(part);
    free(keep);
    return status;
}

/* ---- From the matrix's model to the user's ---- */

/* Everything that is about columns stands in the same order in both. */
static bool take_over(logreg_model *m, logreg_model *inner)
{
    bool ok = true;
#define SWAP(member)                                                                                         \
    do {                                                                                                     \
        void *mine = m->member;                                                                              \
        m->member = inner->member;                                                                           \
        inner->member = mine;                                                                                \
    } while (0)
    SWAP(beta);
    SWAP(finite);
    SWAP(direction);
    SWAP(status);
    SWAP(covariance);
    SWAP(alias);
#undef SWAP
    m->converged = inner->converged;
    m->undecided = inner->undecided;
    m->iterations = inner->iterations;
    m->rank = inner->rank;
    m->score_norm = inner->score_norm;
    m->decrement = inner->decrement;
    m->separation = inner->separation;
    m->loss = inner->loss;
    for (size_t j = 0; j < m->p; j++) {
        logreg__alias *a = &m->alias[j];
        free(a->name); /* they were the matrix's */
        a->name = NULL;
        ok = ok && (a->n == 0 || logreg__alias_name(a, m->terms));
    }
    return ok;
}

static void count_sets(logreg_model *m, const logreg__matched *of)
{
    const logreg__sets *s = &of->sets;
    m->strata_counts = (logreg_strata){.n = of->n_sets,
                                       .informative = s->n,
                                       .single = of->n_single,
                                       .eventless = of->n_eventless,
                                       .full = of->n_full,
                                       .rows = s->first[s->n]};
    for (size_t i = 0; i < s->n; i++)
        m->strata_counts.events += s->events[i];
}

/* Loss and score test at coefficients of 0. */
static logreg_status look_at_null(logreg_model *m, logreg__fitting *f, logreg_error *err)
{
    size_t q = f->problem->q;
    double *zero = logreg__new(q, sizeof *zero);
    logreg__quadratic *at = logreg__quadratic_new(q);
    logreg_status status =
        zero && at ? logreg__quadratic_at(at, f->problem, zero, err) : logreg__fail_memory(err);
    if (status == LOGREG_OK) {
        m->null_loss = at->loss;
        m->score_statistic = at->factored ? at->decrement * at->decrement : NAN;
    }
    free(zero);
    logreg__quadratic_free(at);
    return status;
}

static logreg_status fit_matrix(logreg__fitting *f, const logreg__matched *matched, logreg_error *err)
{
    logreg_model *m = f->model;
    logreg_model *inner = logreg__model_new(matched->terms, 1, true);
    logreg_status status = inner ? LOGREG_OK : logreg__fail_memory(err);
    logreg__fitting g = {.options = f->options,
                         .frame = matched->frame,
                         .rows = matched->rows,
                         .response = matched->response,
                         .matched = matched,
                         .model = inner};
    if (status == LOGREG_OK)
        status = logreg__estimate(&g, err);
    if (status == LOGREG_OK)
        status = look_at_null(m, &g, err);
    if (status == LOGREG_OK && !take_over(m, inner))
        status = logreg__fail_memory(err);
    logreg__fitting_clear(&g);
    if (inner)
        inner->terms = NULL; /* still the matrix's */
    logreg_model_free(inner);
    return status;
}

logreg_status logreg__matched_fit(logreg__fitting *f, logreg_error *err)
{
    logreg_model *m = f->model;
    logreg__matched *matched = NULL;
    if (m->p == 0)
        return logreg__fail(err, LOGREG_EDATA,
                            "there is no column to fit: within strata an intercept says nothing, so that the "
                            "formula needs at least one other term");
    logreg_status status = logreg__matched_make(&matched, m->terms, f->frame, f->rows, f->response, err);
    if (status == LOGREG_OK)
        status = fit_matrix(f, matched, err);
    if (status == LOGREG_OK)
        count_sets(m, matched);
    m->n_frequency = (double)m->strata_counts.events;
    logreg__matched_free(matched);
    return status;
}
