/* Fits with a penalty on sizes, equation (110), from options to the model: how near to optimal the answer is, and its coefficients as they are told. */
#include "model/shrink/shrink.h"

#include <math.h>

#include "base/error.h"
#include "base/memory.h"
#include "model/estimate/penalised.h"
#include "model/held/held_out.h"
#include "model/shrink/shrink_steps.h"
#include "model/shrink/unpenalised.h"
#include "solvers/shrinkage.h"

/* A violation that is small beside the largest lambda is no proof where lambda is smaller still: it is to be small beside that too. */
#define FINE 1e-6

/* Of lambda times the sum of weights, so that squares of scales times it are numbers. */
#define WEAKEST 1e-100
#define STRONGEST 1e60

logreg_status logreg__shrink_check(const logreg_options *o, logreg_error *err)
{
    if (!(o->C >= 0) || isinf(o->C))
        return logreg__fail(err, LOGREG_EINVAL,
                            "C is %g; it must be a positive number (a larger one penalises less, and "
                            "penalty 'none' not at all)",
                            o->C);
    if (!(o->lambda >= 0) || isinf(o->lambda))
        return logreg__fail(err, LOGREG_EINVAL,
                            "lambda is %g; it must be a positive number (a smaller one penalises less, and "
                            "penalty 'none' not at all)",
                            o->lambda);
    if (o->C > 0 && o->lambda > 0)
        return logreg__fail(err, LOGREG_EINVAL,
                            "C is %g and lambda %g, which say the same thing: lambda is 1 / (C sum of "
                            "weights); leave one of them out",
                            o->C, o->lambda);
    if (!(o->l1_ratio >= 0 && o->l1_ratio <= 1))
        return logreg__fail(err, LOGREG_EINVAL, "l1_ratio is %g; it must be between 0 and 1", o->l1_ratio);
    for (size_t i = 0; i < o->n_parts; i++) {
        const logreg_penalty_part *part = &o->parts[i];
        if (!part->name)
            return logreg__fail(err, LOGREG_EINVAL, "part %zu of the penalty has no name", i + 1);
        if (!(part->factor >= 0) || isinf(part->factor))
            return logreg__fail(err, LOGREG_EINVAL,
                                "the penalty's factor of '%.80s' is %g; it must be at least 0", part->name,
                                part->factor);
        if (!(part->low <= 0 && part->high >= 0))
            return logreg__fail(err, LOGREG_EINVAL,
                                "the coefficient of '%.80s' is to lie between %g and %g; 0 must be within",
                                part->name, part->low, part->high);
    }
    return LOGREG_OK;
}

static logreg_status check_strength(double strength, logreg_error *err)
{
    if (strength >= WEAKEST && strength <= STRONGEST)
        return LOGREG_OK;
    return logreg__fail(
        err, LOGREG_EINVAL,
        "the penalty is too %s to compute with: lambda times the sum of weights, which is 1 / C, is "
        "%.2g; it should lie between 1e-100 and 1e60%s",
        strength < 1 ? "weak" : "strong", strength,
        strength < 1 ? ", or be left out: penalty 'none' has the same maximum, if any" : "");
}

/* 1 / (C weight), also where that product is no number. */
static double lambda_of(double C, double weight)
{
    return isinf(C * weight) ? 1 / C / weight : 1 / (C * weight);
}

static double ratio_of(const logreg__fitting *f)
{
    return f->model->penalty == LOGREG__PENALTY_L2   ? 0
           : f->model->penalty == LOGREG__PENALTY_L1 ? 1
                                                     : f->options->l1_ratio;
}

/* ---- What has come of it ---- */

/* Slopes of each class are its own; intercepts are known by their differences from the first, which have the means of columns in them. */
static void scatter(double *to, const double *theta, const double *beta, const logreg__fitting *f)
{
    const logreg__design *d = f->design;
    size_t p = f->model->p, k = f->model->k, classes = logreg__shrinkage_classes(f->problem);
    double sum = 0;
    for (size_t c = 0; c < classes; c++)
        for (size_t j = d->intercept; j < d->p; j++) {
            double slope = theta[c * d->p + j];
            to[c * p + d->column[j]] = slope == 0 ? 0 : slope * logreg__problem_factor(f->problem, j);
        }
    for (size_t c = 0; d->intercept && classes > 1 && c < k; c++)
        sum += beta[c * d->p];
    for (size_t c = 0; d->intercept && c < classes; c++)
        to[c * p] = classes == 1 ? beta[0] : (c ? beta[(c - 1) * d->p] : 0) - sum / (double)classes;
}

logreg_status logreg__shrink_coefficients(double *to, const double *theta, const logreg__fitting *f,
                                          logreg_error *err)
{
    double *beta = logreg__new_raw(f->problem->q, sizeof *beta);
    if (!beta)
        return logreg__fail_memory(err);
    logreg__shrinkage_b(beta, f->problem, theta);
    logreg__problem_beta(f->problem, beta, beta);
    scatter(to, theta, beta, f);
    free(beta);
    return LOGREG_OK;
}

/* Of two classes the model's own; of more those of each, of which predictions go by the differences from the first. */
static logreg_status keep_coefficients(logreg__fitting *f, const double *theta, logreg_error *err)
{
    logreg_model *m = f->model;
    bool several = m->k > 1;
    if (several)
        m->own = logreg__new(m->n_classes, m->p * sizeof *m->own);
    if (several && !m->own)
        return logreg__fail_memory(err);
    logreg_status status = logreg__shrink_coefficients(several ? m->own : m->finite, theta, f, err);
    for (size_t i = 0; several && i < m->q; i++)
        m->finite[i] = m->own[m->p + i] - m->own[i % m->p];
    memcpy(m->beta, m->finite, m->q * sizeof *m->beta);
    return status;
}

/* The loss, its slopes and what they say of optimality at f->b; then all of it into the model. */
static logreg_status store(logreg__fitting *f, double *theta, double *g, logreg_error *err)
{
    logreg_model *m = f->model;
    size_t q = f->problem->q, classes = logreg__shrinkage_classes(f->problem);
    logreg__problem bare = *f->problem;
    bare.shrinkage = NULL;
    double *gradient = logreg__new_raw(q, sizeof *gradient);
    if (!gradient)
        return logreg__fail_memory(err);
    logreg_status status = logreg__quadratic_gradient(&m->loss, gradient, &bare, f->b, NULL, err);
    if (status == LOGREG_OK) {
        logreg__shrinkage_theta(theta, f->problem, f->b);
        logreg__shrinkage_gradient(g, f->problem, gradient);
        double worst = logreg__shrinkage_violation(NULL, f->shrinkage, theta, g, classes, f->response->n_obs);
        m->violation = m->largest_lambda > 0 ? worst / m->largest_lambda : worst;
        m->penalised_loss = m->loss + logreg__shrinkage_value(f->shrinkage, theta, classes);
        m->score_norm = worst * f->response->n_obs;
        status = keep_coefficients(f, theta, err);
    }
    free(gradient);
    return status;
}

/* ---- The fit ---- */

logreg_status logreg__shrink(logreg__fitting *f, logreg_error *err)
{
    logreg_model *m = f->model;
    const logreg_options *o = f->options;
    double weight = f->response->n_obs, *theta = NULL;
    logreg_status status = logreg__shrink_lay_out(f, err);
    if (status != LOGREG_OK)
        return status;
    size_t n = logreg__shrinkage_classes(f->problem) * f->design->p;
    theta = logreg__new_raw(2 * n, sizeof *theta);
    f->b = logreg__new(f->problem->q, sizeof *f->b);
    if (!theta || !f->b)
        status = logreg__fail_memory(err);
    if (status == LOGREG_OK && o->trace) /* which alone asks for their loss on the way */
        status = logreg__held_out_problem(f, err);
    f->problem->validation = f->held;
    if (status == LOGREG_OK)
        status = logreg__unpenalised_fit(f, theta + n, err);
    if (status == LOGREG_OK) {
        m->rank = m->p;
        m->l1_ratio = ratio_of(f);
        m->lambda = o->lambda > 0 ? o->lambda : lambda_of(o->C > 0 ? o->C : 1, weight);
        m->standardized = o->standardize;
        f->problem->shrinkage = f->shrinkage;
        f->shrinkage->tol =
            fmax(o->tol * m->largest_lambda, logreg__shrinkage_rounding(f->shrinkage, weight));
        if (f->prelude && f->prelude->run)
            status = f->prelude->run(f, f->prelude->data, err);
    }
    if (status == LOGREG_OK)
        status = check_strength(m->lambda * weight, err);
    if (status == LOGREG_OK) {
        logreg__shrinkage_set(f->shrinkage, m->lambda, m->l1_ratio, weight);
        double share = f->share > 0 ? f->share : fmax(o->tol, FINE);
        double fine = fmin(o->tol * m->largest_lambda, share * m->lambda);
        f->shrinkage->tol = fmax(fine, logreg__shrinkage_rounding(f->shrinkage, weight));
        status = logreg__shrink_solve(f, err);
    }
    if (status == LOGREG_OK)
        status = store(f, theta, theta + n, err);
    free(theta);
    return status;
}
