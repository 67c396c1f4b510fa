/* A ridge by coefficients of rows, seen in those of columns: what kept fits are there, and the corrections that rounding of sums over rows asks for, equation (146). */
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/memory.h"
#include "solvers/dual/dual_parts.h"
#include "solvers/vectors.h"

/* Corrections in coefficients of columns, each of which leaves about eps |G| / tau of the violation. */
#define MOST_CORRECTIONS 10

/* Numbers of linear predictors, one after the other, as walks take them: row by row. */
static void by_rows(double *to, const logreg__dual_system *s, const double *of)
{
    for (size_t i = 0; i < s->n; i++)
        for (size_t c = 0; c < s->k; c++)
            to[i * s->k + c] = of[c * s->n + i];
}

/* to [q] += t times a gradient g of columns, divided by the penalty's second derivatives over tau; of columns without one, nothing. to may be g, which it then takes the place of. */
static void divide(double *to, double t, const logreg__dual *x, const double *g)
{
    size_t p = x->problem->design->p, k = x->problem->k;
    for (size_t j = 0; j < p; j++) {
        double sum = 0, unit = t * x->gram->unit[j] * x->gram->unit[j];
        for (size_t c = 0; c < k; c++)
            sum += g[c * p + j];
        for (size_t c = 0; c < k; c++)
            to[c * p + j] = (to == g ? 0 : to[c * p + j]) + unit * (g[c * p + j] + x->system.cross * sum);
    }
}

size_t logreg__dual_free_place(const logreg__dual *x, size_t f)
{
    return f / x->gram->n_free * x->problem->design->p + x->gram->free[f % x->gram->n_free];
}

logreg_status logreg__dual_columns(double *b, double *gradient, const logreg__dual *x, const double *kept,
                                   size_t count, logreg_error *err)
{
    const logreg__dual_system *s = &x->system;
    size_t q = x->problem->q, each = s->m + s->free;
    double *v = logreg__new_raw(count, s->m * sizeof *v);
    if (!v)
        return logreg__fail_memory(err);
    for (size_t i = 0; i < count; i++)
        by_rows(v + i * s->m, s, kept + i * each);
    logreg_status status = logreg__fold(x->problem, &logreg__kernel_combination, count, v, b, NULL, err);
    free(v);
    for (size_t i = 0; status == LOGREG_OK && i < count; i++) {
        divide(b + i * q, 1, x, b + i * q);
        for (size_t f = 0; f < s->free; f++)
            b[i * q + logreg__dual_free_place(x, f)] = kept[i * each + s->m + f];
    }
    return status == LOGREG_OK
               ? logreg__fold(x->problem, &logreg__kernel_gradient, count, b, gradient, NULL, err)
               : status;
}

/* What is to be said of b, given loss and gradient there. */
static void judge(logreg__proximal_end *end, logreg__dual *x, const double *b, const double *gradient)
{
    const logreg__problem *problem = x->problem;
    end->loss = gradient[0];
    logreg__shrinkage_theta(x->theta, problem, b);
    logreg__shrinkage_gradient(x->g, problem, gradient + 1);
    end->violation =
        logreg__shrinkage_violation(NULL, problem->shrinkage, x->theta, x->g,
                                    logreg__shrinkage_classes(problem), problem->design->response->n_obs);
    end->converged = end->violation <= problem->shrinkage->tol;
}

/* Moves b by Newton's step against the gradient there, and looks. */
static logreg_status correct(logreg__dual *x, double *b, double *gradient, logreg_error *err)
{
    const logreg__problem *problem = x->problem;
    logreg__dual_system *s = &x->system;
    double *step = x->g, *slope = gradient + 1, *g_free = x->dphi + s->free, none;
    logreg__shrinkage_slope(slope, problem, b);
    memset(step, 0, problem->q * sizeof *step);
    divide(step, 1 / s->tau, x, slope);
    for (size_t f = 0; f < s->free; f++)
        g_free[f] = slope[logreg__dual_free_place(x, f)];
    logreg_status status = logreg__fold(problem, &logreg__kernel_predictor, 1, step, &none, x->v, err);
    if (status != LOGREG_OK)
        return status;
    for (size_t i = 0; i < s->m; i++)
        x->h[i] = x->v[i % s->n * s->k + i / s->n] - x->gram->offset[i % s->n];
    logreg__dual_correct(x->da, x->dphi, s, x->h, g_free);
    by_rows(x->v, s, x->da);
    status = logreg__fold(problem, &logreg__kernel_combination, 1, x->v, slope, NULL, err);
    if (status != LOGREG_OK)
        return status;
    logreg__add(b, -1, step, problem->q);
    divide(b, -1 / s->tau, x, slope);
    for (size_t f = 0; f < s->free; f++)
        b[logreg__dual_free_place(x, f)] += x->dphi[f];
    return logreg__fold(problem, &logreg__kernel_gradient, 1, b, gradient, NULL, err);
}

logreg_status logreg__dual_settle(logreg__proximal_end *end, logreg__dual *x, const double *kept, double *b,
                                  double *gradient, size_t limit, logreg_error *err)
{
    logreg_status status = LOGREG_OK;
    judge(end, x, b, gradient);
    for (int i = 0; !end->converged && i < MOST_CORRECTIONS && end->steps < limit; i++) {
        logreg__proximal_end here = {.steps = end->steps + 1};
        if (i == 0) {
            memcpy(x->trial.a, kept, (x->system.m + x->system.free) * sizeof *kept);
            x->system.tau = logreg__dual_strength(x->problem);
            logreg__dual_evaluate(&x->trial, x);
            if (!logreg__dual_factor(&x->system))
                break;
        }
        memcpy(x->b, b, x->problem->q * sizeof *b);
        status = correct(x, x->b, gradient, err);
        if (status != LOGREG_OK)
            break;
        judge(&here, x, x->b, gradient);
        if (!(here.violation < end->violation))
            break;
        *end = here;
        memcpy(b, x->b, x->problem->q * sizeof *b);
    }
    return status;
}
