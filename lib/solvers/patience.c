#include "solvers/patience.h"

#include <math.h>

#include "base/error.h"
#include "base/memory.h"

bool logreg__patience_init(logreg__patience *p, const logreg__problem *problem, const logreg_options *options)
{
    *p = (logreg__patience){.best = INFINITY};
    if (!options->early_stopping || !problem->validation)
        return true;
    p->b = logreg__new_raw(problem->q, sizeof *p->b);
    return p->b;
}

void logreg__patience_clear(logreg__patience *p)
{
    free(p->b);
}

logreg_status logreg__validation_loss(double *loss, const logreg__problem *problem, const double *b,
                                      logreg_error *err)
{
    const logreg__problem *held = problem->validation;
    *loss = NAN;
    if (!held)
        return LOGREG_OK;
    const logreg__design *d = held->design;
    size_t n_columns = d->terms->n_columns;
    double *all = logreg__new(problem->k * n_columns, sizeof *all), sum;
    double *b_held = logreg__new_raw(held->q, sizeof *b_held);
    bool ok = all && b_held && logreg__solver_told(all, problem, b);
    for (size_t c = 0; ok && c < held->k; c++)
        for (size_t j = 0; j < d->p; j++)
            b_held[c * d->p + j] = all[c * n_columns + d->column[j]];
    free(all);
    if (!ok) {
        free(b_held);
        return logreg__fail_memory(err);
    }
    logreg__problem_b(held, b_held, b_held);
    logreg_status status = logreg__fold(held, &logreg__kernel_value, 1, b_held, &sum, NULL, err);
    free(b_held);
    if (status == LOGREG_OK)
        *loss = sum / held->weight;
    return status;
}

logreg_status logreg__patience_look(bool *stop, logreg__patience *p, logreg__solution *s,
                                    const logreg__problem *problem, const logreg_options *options,
                                    const double *b, logreg_error *err)
{
    double loss;
    *stop = false;
    if (!p->b)
        return LOGREG_OK;
    logreg_status status = logreg__validation_loss(&loss, problem, b, err);
    if (status != LOGREG_OK)
        return status;
    p->waited = loss < p->best - LOGREG__LEAST_GAIN ? 0 : p->waited + 1;
    if (loss < p->best) {
        p->best = loss;
        memcpy(p->b, b, problem->q * sizeof *b);
    }
    if (p->waited < options->n_iter_no_change)
        return LOGREG_OK;
    *stop = s->early = true;
    memcpy(s->beta, p->b, problem->q * sizeof *b);
    return LOGREG_OK;
}
