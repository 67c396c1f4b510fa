#include "solvers/shrinkage.h"

#include <float.h>
#include <math.h>

#include "base/error.h"
#include "base/memory.h"
#include "engine/fold.h"
#include "solvers/creases/coordinate.h"

/* Rounding of a sum over rows, in units of their weight: a slope that is smaller is none. */
#define NOISE (32 * DBL_EPSILON)

/* A column whose standard deviation is this small beside its mean holds one number and its rounding; a level's, of which the square is a
 * difference, has more of that. */
#define CONSTANT 1e-13
#define CONSTANT_LEVEL 1e-7

/* ---- Making one ---- */

/* The slope along a column as it stands has its mean times that along the intercept in it, which is therefore to be as small as that column wants it. */
static void scale_intercept(logreg__shrinkage *s, const logreg__problem *problem)
{
    double farthest = 0;
    for (size_t j = 1; problem->design->intercept && j < problem->design->n_dense; j++)
        if (s->scale[j] > 0)
            farthest = fmax(farthest, fabs(problem->centre[j]) * problem->factor[j] / s->scale[j]);
    if (problem->design->intercept)
        s->scale[0] = 1 / (1 + farthest);
}

enum { PARTS = 7 };

/* The same with arrays of its own, all zeros; NULL: out of memory. */
static logreg__shrinkage *make(const logreg__shrinkage *like)
{
    logreg__shrinkage *s = logreg__new(1, sizeof *s);
    double *room = logreg__new(PARTS * like->p, sizeof *room);
    if (!s || !room) {
        free(s);
        free(room);
        return NULL;
    }
    *s = *like;
    s->room = room;
    double **part[] = {&s->factor, &s->scale, &s->ridge, &s->lasso, &s->low, &s->high, &s->noise};
    for (size_t i = 0; i < PARTS; i++)
        *part[i] = room + i * s->p;
    return s;
}

logreg_status logreg__shrinkage_copy(logreg__shrinkage **copy, const logreg__shrinkage *from,
                                     logreg_error *err)
{
    logreg__shrinkage *s = make(from);
    if (!s)
        return logreg__fail_memory(err);
    memcpy(s->room, from->room, PARTS * from->p * sizeof *s->room);
    *copy = s;
    return LOGREG_OK;
}

logreg_status logreg__shrinkage_new(logreg__shrinkage **shrinkage, const logreg__problem *problem,
                                    logreg_error *err)
{
    size_t p = problem->design->p;
    double weight = problem->design->response->n_obs;
    logreg__shrinkage *s = make(&(logreg__shrinkage){.p = p, .smooth = true});
    if (!s)
        return logreg__fail_memory(err);
    for (size_t j = 0; j < p; j++) {
        bool intercept = problem->design->intercept && j == 0;
        s->factor[j] = !intercept;
        s->scale[j] = logreg__problem_factor(problem, j);
        s->noise[j] = NOISE * weight;
        s->low[j] = -INFINITY;
        s->high[j] = INFINITY;
    }
    scale_intercept(s, problem);
    *shrinkage = s;
    return LOGREG_OK;
}

void logreg__shrinkage_free(logreg__shrinkage *shrinkage)
{
    if (!shrinkage)
        return;
    free(shrinkage->room);
    free(shrinkage);
}

logreg_status logreg__shrinkage_measure(logreg__shrinkage *s, const logreg__problem *problem,
                                        logreg_error *err)
{
    const logreg__design *d = problem->design;
    double weight = d->response->n_obs;
    double *acc = d->n_sparse ? logreg__new_raw(2 * s->p, sizeof *acc) : NULL;
    if (!d->n_sparse)
        return LOGREG_OK;
    logreg_status status = acc ? logreg__fold(problem, &logreg__kernel_first_two, 1, NULL, acc, NULL, err)
                               : logreg__fail_memory(err);
    for (size_t j = d->first_sparse; status == LOGREG_OK && j < s->p; j++)
        s->noise[j] = NOISE * weight * sqrt(acc[s->p + j] / weight);
    free(acc);
    return status;
}

/* Variances are taken about the means of columns as they stand, whatever the problem's own centres are. */
static logreg_status centre(logreg__problem *about, logreg_error *err)
{
    size_t n = about->design->n_dense;
    double *moments = logreg__new_raw(2 + 2 * n, sizeof *moments);
    if (!moments)
        return logreg__fail_memory(err);
    logreg_status status = logreg__fold(about, &logreg__kernel_moments, 1, NULL, moments, NULL, err);
    for (size_t j = about->design->intercept; status == LOGREG_OK && j < n; j++)
        about->centre[j] = (moments[2 + 2 * j] + moments[3 + 2 * j]) / (moments[0] + moments[1]);
    free(moments);
    return status;
}

logreg_status logreg__shrinkage_standardise(logreg__shrinkage *s, const logreg__problem *problem,
                                            logreg_error *err)
{
    const logreg__design *d = problem->design;
    size_t p = s->p;
    double weight = d->response->n_obs, *acc = logreg__new_raw(2 * p, sizeof *acc);
    logreg__problem *about = NULL;
    logreg_status status = acc ? LOGREG_OK : logreg__fail_memory(err);
    if (status == LOGREG_OK)
        status = logreg__problem_new(&about, d, problem->k, problem->threads, err);
    if (status == LOGREG_OK) {
        about->inner = problem->inner;
        status = centre(about, err);
    }
    if (status == LOGREG_OK) {
        memcpy(about->factor, problem->factor, (d->n_dense + d->n_groups) * sizeof *about->factor);
        status = logreg__fold(about, &logreg__kernel_first_two, 1, NULL, acc, NULL, err);
    }
    for (size_t j = d->intercept; status == LOGREG_OK && j < p; j++) {
        double mean = acc[j] / weight, square = acc[p + j] / weight;
        double spread = sqrt(fmax(square - mean * mean, 0));
        bool constant = j < d->n_dense ? spread <= CONSTANT * fabs(about->centre[j]) * problem->factor[j]
                                       : spread <= CONSTANT_LEVEL * fabs(mean);
        s->scale[j] = constant || s->scale[j] == 0 ? 0 : spread;
    }
    if (status == LOGREG_OK)
        scale_intercept(s, problem);
    logreg__problem_free(about);
    free(acc);
    return status;
}

double logreg__shrinkage_rounding(const logreg__shrinkage *s, double weight)
{
    double most = 0;
    for (size_t j = 0; j < s->p; j++)
        if (s->scale[j] > 0 && s->factor[j] > 0)
            most = fmax(most, s->noise[j] / s->scale[j]);
    return most / (2 * weight);
}

void logreg__shrinkage_set(logreg__shrinkage *s, double lambda, double alpha, double weight)
{
    s->lambda = lambda;
    s->alpha = alpha;
    for (size_t j = 0; j < s->p; j++) {
        double strength = lambda * weight * s->factor[j];
        double ridge = strength * (1 - alpha) * s->scale[j] * s->scale[j];
        s->ridge[j] =
            s->scale[j] > 0 ? ridge : weight; /* nothing else says what the coefficient of a constant is: 0 */
        s->lasso[j] = strength * alpha * s->scale[j];
    }
    s->smooth = true;
    for (size_t j = 0; j < s->p && s->smooth; j++)
        s->smooth = s->lasso[j] == 0 && isinf(s->low[j]) && isinf(s->high[j]);
}

void logreg__shrinkage_bound(logreg__shrinkage *s, const logreg__problem *problem, size_t j, double low,
                             double high)
{
    s->low[j] = low / logreg__problem_factor(problem, j);
    s->high[j] = high / logreg__problem_factor(problem, j);
    s->smooth = s->smooth && isinf(low) && isinf(high);
}

/* ---- Its smooth part ---- */

double logreg__shrinkage_slope(double *g, const logreg__problem *problem, const double *b)
{
    const logreg__shrinkage *s = problem->shrinkage;
    size_t p = problem->design->p, k = problem->k;
    double value = 0;
    for (size_t j = 0; j < p; j++) {
        double sum = 0, squares = 0;
        for (size_t c = 0; c < k; c++) {
            sum += b[c * p + j];
            squares += b[c * p + j] * b[c * p + j];
        }
        double mean = k > 1 ? sum / (double)(k + 1) : 0;
        value += s->ridge[j] / 2 * (squares - sum * mean);
        for (size_t c = 0; c < k; c++)
            g[c * p + j] += s->ridge[j] * (b[c * p + j] - mean);
    }
    return value;
}

void logreg__shrinkage_curve(double *H, const logreg__problem *problem)
{
    const logreg__shrinkage *s = problem->shrinkage;
    size_t p = problem->design->p, k = problem->k, q = problem->q;
    double share = k > 1 ? 1 / (double)(k + 1) : 0;
    for (size_t c = 0; c < k; c++)
        for (size_t a = 0; a < k; a++)
            for (size_t j = 0; j < p; j++)
                H[(c * p + j) * q + a * p + j] += s->ridge[j] * ((a == c) - share);
}

/* ---- Optimality ---- */

double logreg__shrinkage_value(const logreg__shrinkage *s, const double *theta, size_t classes)
{
    double value = 0;
    for (size_t c = 0; c < classes; c++)
        for (size_t j = 0; j < s->p; j++) {
            double t = theta[c * s->p + j];
            value += s->ridge[j] / 2 * t * t + s->lasso[j] * fabs(t);
        }
    return value;
}

double logreg__shrinkage_violation(double *residual, const logreg__shrinkage *s, const double *theta,
                                   const double *g, size_t classes, double weight)
{
    double largest = 0;
    for (size_t i = 0, j = 0; i < classes * s->p; i++, j = j + 1 < s->p ? j + 1 : 0) {
        bool rests = theta[i] == 0 && fabs(g[i]) <= s->lasso[j]; /* most of a path do, at their crease */
        double smooth = g[i] + s->ridge[j] * theta[i];
        double r = rests ? 0 : logreg__crease_slope(smooth, s->lasso[j], theta[i], s->low[j], s->high[j]);
        if (residual)
            residual[i] = r;
        if (rests || fabs(r) <= s->noise[j] || s->scale[j] == 0)
            continue;
        double size = fabs(r) / (s->scale[j] * weight);
        if (!(size <= largest))
            largest = size;
    }
    return largest;
}

double logreg__shrinkage_steepest(const logreg__problem *problem, const double *g)
{
    const logreg__shrinkage *s = problem->shrinkage;
    double steepest = 0, weight = problem->design->response->n_obs;
    for (size_t a = 0; a < problem->q; a++) {
        double unit = s->scale[a % s->p] * weight;
        if (fabs(g[a]) > s->noise[a % s->p] && unit > 0)
            steepest = fmax(steepest, fabs(g[a]) / unit);
    }
    return steepest;
}

double logreg__shrinkage_largest(const logreg__shrinkage *s, const double *g, size_t classes, double weight)
{
    double largest = 0;
    for (size_t i = 0; i < classes * s->p; i++) {
        size_t j = i % s->p;
        double unit = s->factor[j] * s->scale[j] * weight;
        if (unit > 0)
            largest = fmax(largest, fabs(g[i]) / unit);
    }
    return largest;
}
