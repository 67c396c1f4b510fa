/* Penalised fits: Firth's, with the penalised likelihood of the null model beside it, and what FLIC and FLAC make of it. */
#include "model/estimate/penalised.h"

#include <string.h>

#include "base/error.h"
#include "base/memory.h"
#include "solvers/firth/firth.h"
#include "solvers/firth/flac.h"

const char *const logreg__penalty_words[LOGREG__PENALTIES] = {"none", "firth", "flic", "flac",
                                                               "l2",   "l1",    "elasticnet"};

logreg__penalty logreg__penalty_find(const char *name)
{
    int i = 0;
    while (i < LOGREG__PENALTIES && strcmp(name, logreg__penalty_words[i]) != 0)
        i++;
    return (logreg__penalty)i;
}

logreg_status logreg__penalised_check(const logreg__fitting *f, logreg_error *err)
{
    const logreg_model *m = f->model;
    if (m->penalty > LOGREG__PENALTY_FIRTH && !m->terms->intercept)
        return logreg__fail(
            err, LOGREG_EDATA,
            "penalty '%s' mends the intercept of a Firth fit, and this model has none; take 'firth'",
            logreg__penalty_words[m->penalty]);
    if (m->penalty == LOGREG__PENALTY_FLAC && m->k > 1)
        return logreg__fail(
            err, LOGREG_EDATA,
            "penalty 'flac' is for two classes, and the target has %zu; take 'firth' or 'flic'",
            m->n_classes);
    if (m->augmented_se && m->k > 1)
        return logreg__fail(
            err, LOGREG_EDATA,
            "standard errors 'augmented' are for two classes, and the target has %zu; take 'information'",
            m->n_classes);
    return LOGREG_OK;
}

/* Newton's method on all coefficients but those that are not intercepts; b and at as a solver leaves them. */
static logreg_status solve_intercepts(logreg__solution *s, const logreg__problem *problem, bool penalised,
                                      logreg_error *err)
{
    size_t q = problem->q, p = problem->design->p;
    logreg_options options = logreg_options_default();
    logreg__problem held = *problem;
    unsigned char *flags = logreg__new(q, 1);
    if (!flags)
        return logreg__fail_memory(err);
    for (size_t j = 0; j < q; j++)
        flags[j] = !(problem->design->intercept && j % p == 0);
    held.held = flags;
    s->finite = true;
    const logreg__solver *solver = penalised ? &logreg__solver_firth : &logreg__solver_newton;
    logreg_status status = solver->run(s, &held, &options, err);
    free(flags);
    return status;
}

/* The largest penalised likelihood with the intercepts alone, the penalty being that of all coefficients. */
static logreg_status find_null(logreg__fitting *f, logreg_error *err)
{
    size_t q = f->problem->q;
    double *b = logreg__new(q, sizeof *b);
    logreg__quadratic *at = logreg__quadratic_new(q);
    logreg_status status = b && at ? LOGREG_OK : logreg__fail_memory(err);
    if (status == LOGREG_OK) {
        logreg__solution s = {.beta = b, .at = at};
        logreg__fitting_null(b, f->problem);
        status = solve_intercepts(&s, f->problem, true, err);
        f->model->null_penalised_loss = at->loss + logreg__firth_scales(f->problem);
    }
    free(b);
    logreg__quadratic_free(at);
    return status;
}

/* The intercepts that give the classes their shares, the other coefficients being what they are. */
static logreg_status mend_intercepts(logreg__fitting *f, logreg_error *err)
{
    logreg__solution *s = &f->solution;
    bool converged = s->converged;
    s->converged = false;
    logreg_status status = solve_intercepts(s, f->problem, false, err);
    s->converged = s->converged && converged;
    return status;
}

logreg_status logreg__penalised_store(logreg__fitting *f, logreg_error *err)
{
    logreg_model *m = f->model;
    logreg__solution *s = &f->solution;
    double norm = s->at->score_norm, decrement = s->at->decrement;
    m->penalised_loss = s->at->loss + logreg__firth_scales(f->problem);
    logreg_status status = find_null(f, err);
    if (status == LOGREG_OK && m->penalty == LOGREG__PENALTY_FLIC)
        status = mend_intercepts(f, err);
    if (status == LOGREG_OK && m->penalty == LOGREG__PENALTY_FLAC) {
        status = logreg__flac_solve(s, f->problem, f->options->tol, err);
        norm = s->at->score_norm;
        decrement = s->at->decrement;
    } else if (status == LOGREG_OK) {
        status = logreg__quadratic_at(s->at, f->problem, s->beta, err);
        if (status == LOGREG_OK)
            status = logreg__quadratic_refine(s->at, f->problem, s->beta, err);
    }
    if (status == LOGREG_OK && m->augmented_se && s->at->factored)
        status = logreg__firth_augment(s->at, f->problem, s->beta, err);
    if (status == LOGREG_OK)
        status = logreg__fitting_store(f, f->problem, s, err);
    m->score_norm = norm;
    m->decrement = decrement;
    return status;
}
