#include "hypothesis/limit.h"

#include <math.h>

#include "base/error.h"
#include "base/memory.h"
#include "hypothesis/refit.h"
#include "inference/chi_squared.h"
#include "inference/profile.h"
#include "inference/wald.h"

static const char not_found[] =
    "the maximum under the hypothesis was not found, so that there is Wald's test alone";
static const char no_score[] = "the classes are separated under the hypothesis too: the likelihood-ratio "
                               "test is that of limits, and there is no score test";
static const char singular[] =
    "fitted probabilities under the hypothesis are 0 or 1 to rounding, so that there is no score test";

/* ---- Tests ---- */

/* At the maximum under the hypothesis, which is finite: the loss there, and the score test. */
static logreg_status look(double *loss, logreg_hypothesis *h, const logreg__refit *refit, logreg_error *err)
{
    const logreg_study *s = refit->study;
    size_t q = s->problem->q;
    double *b = logreg__new(q, sizeof *b);
    logreg__quadratic *at = logreg__quadratic_new(q);
    logreg_status status = b && at ? LOGREG_OK : logreg__fail_memory(err);
    if (status == LOGREG_OK) {
        logreg__refit_point(b, refit);
        status = logreg__quadratic_at(at, s->problem, b, err);
    }
    if (status == LOGREG_OK)
        status = logreg__quadratic_refine(at, s->problem, b, err);
    if (status == LOGREG_OK) {
        *loss = at->loss;
        h->score = logreg__chi_squared(at->factored ? at->decrement * at->decrement : NAN, (double)h->df);
        h->remark = at->factored ? NULL : singular;
    }
    logreg__quadratic_free(at);
    free(b);
    return status;
}

logreg_status logreg__limit_test(logreg_hypothesis *h, const logreg__equations *e, const logreg_study *s,
                                 double least, logreg_error *err)
{
    logreg__refit refit;
    double loss = NAN;
    logreg_status status = logreg__refit_make(&refit, s, e, false, err);
    const logreg_model *m = refit.model;
    if (status == LOGREG_OK && (!m || m->converged)) {
        status = look(&loss, h, &refit, err);
    } else if (status == LOGREG_OK) {
        bool limit = m->separation != LOGREG_SEPARATION_NONE;
        loss = limit ? m->loss : NAN;
        h->remark = limit ? no_score : not_found;
    }
    if (status == LOGREG_OK)
        h->lr = logreg__chi_squared(2 * fmax(loss - least, 0), (double)h->df);
    if (isnan(loss))
        h->lr = logreg__chi_squared(NAN, (double)h->df);
    logreg__refit_clear(&refit);
    return status;
}

/* ---- Estimates ---- */

static logreg_coef_status turned(logreg_coef_status status, bool turn)
{
    return !turn                                  ? status
           : status == LOGREG_COEF_PLUS_INFINITY  ? LOGREG_COEF_MINUS_INFINITY
           : status == LOGREG_COEF_MINUS_INFINITY ? LOGREG_COEF_PLUS_INFINITY
                                                  : status;
}

/* The combination is factor times the last coefficient of the refitted model, plus the equation's value. */
static void take_estimate(logreg_equation *equation, const logreg_model *m, const logreg__refit *refit,
                          double factor, double level)
{
    const logreg_model *own = refit->model;
    size_t j = own->p - 1;
    double error = fabs(factor) * sqrt(own->covariance[j * own->q + j]);
    equation->of =
        logreg__wald_line(m, factor * own->beta[j] + equation->value, error, equation->value, level);
    equation->of.name = equation->left;
    equation->of.status = turned(own->status[j], factor < 0);
}

static logreg_status take_profile(logreg_equation *equation, logreg__refit *refit, double factor,
                                  double level, logreg_error *err)
{
    logreg_study *study = NULL;
    logreg_profile *found = logreg__new(refit->model->q, sizeof *found);
    logreg_status status = found ? LOGREG_OK : logreg__fail_memory(err);
    if (status == LOGREG_OK)
        status = logreg_study_new_matrix(&study, refit->model, &refit->X, &refit->y, &refit->options, err);
    if (status == LOGREG_OK)
        status = logreg_study_profile(found, study, level, err);
    if (status == LOGREG_OK) {
        logreg_profile own = found[refit->model->p - 1];
        double ends[] = {equation->value + factor * own.low, equation->value + factor * own.high};
        own.low = ends[factor < 0];
        own.high = ends[factor > 0];
        logreg__take_profile(&equation->of, &own, equation->value);
    }
    logreg_study_free(study);
    free(found);
    return status;
}

logreg_status logreg__limit_estimate(logreg_equation *equation, const double *row, const logreg_study *s,
                                     double level, bool profile, logreg_error *err)
{
    logreg__equations e = {.q = s->model->q};
    logreg__refit refit = {.study = NULL};
    logreg_status status = logreg__equations_add(&e, row, equation->value, equation->text, err);
    if (status == LOGREG_OK)
        status = logreg__equations_reduce(&e, s->model, equation->text, err);
    if (status == LOGREG_OK)
        status = logreg__refit_make(&refit, s, &e, true, err);
    if (status == LOGREG_OK) {
        double factor = row[e.pivot[0]];
        const logreg_model *m = refit.model;
        bool known = m->converged || m->separation != LOGREG_SEPARATION_NONE;
        if (known && m->status[m->p - 1] != LOGREG_COEF_ALIASED)
            take_estimate(equation, s->model, &refit, factor, level);
        if (profile)
            status = take_profile(equation, &refit, factor, level, err);
    }
    logreg__refit_clear(&refit);
    logreg__equations_clear(&e);
    return status;
}
