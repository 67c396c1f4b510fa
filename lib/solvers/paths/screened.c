/* A fit of many columns under a penalty with absolute values: most coefficients are 0 where it ends, and columns that stay out of it cost nothing. It goes down a few
 * strengths, each a step of a path that takes along what matters (path.h), loosely until the last. */
#include "solvers/paths/screened.h"

#include <math.h>

#include "base/error.h"
#include "base/memory.h"
#include "solvers/paths/path.h"

/* From one strength to the next. */
#define STEP 0.65

/* Of no more columns one information of all costs less than going down to a weak penalty, and little more where the penalty is strong. */
#define FEW 256

/* Violation, as a share of lambda, where a strength that only leads to the next is left. */
#define LOOSE 1e-2

/* Smallest lambda at which theta, whose penalised coefficients are 0, is the minimum; 0 where it is nowhere near one. */
static double first_strength(const logreg__shrinkage *s, const double *theta, const double *g, size_t classes,
                             double alpha, double weight)
{
    for (size_t i = 0; i < classes * s->p; i++)
        if (theta[i] != 0 && s->factor[i % s->p] > 0)
            return 0;
    return logreg__shrinkage_largest(s, g, classes, weight) / alpha;
}

/* Strengths from `first` down to `lambda`, which is the last. */
static size_t list_strengths(double *strength, double first, double lambda, size_t most)
{
    size_t steps = first > lambda ? (size_t)ceil(log(first / lambda) / -log(STEP)) : 1;
    steps = steps < 1 ? 1 : steps > most ? most : steps;
    for (size_t i = 0; i < steps; i++)
        strength[i] = first > lambda ? first * pow(lambda / first, (double)(i + 1) / (double)steps) : lambda;
    strength[steps - 1] = lambda;
    return steps;
}

bool logreg__screened_serves(const logreg__problem *problem)
{
    const logreg__shrinkage *s = problem->shrinkage;
    if (s->p <= FEW)
        return false;
    for (size_t j = problem->design->intercept; j < s->p; j++)
        if (s->scale[j] > 0 && s->factor[j] > 0)
            return s->lasso[j] > 0;
    return false;
}

/* The last strength alone is told of, and may begin anew where columns come in, at the point where it was: iterations go on being counted. */
typedef struct {
    const logreg_options *options;
    size_t told;
} telling;

static void tell_on(const logreg_trace_row *row, void *data)
{
    telling *t = data;
    if (row->iteration == 0 && t->told > 0)
        return;
    logreg_trace_row next = *row;
    next.iteration = t->told++;
    t->options->trace(&next, t->options->trace_data);
}

logreg_status logreg__screened_run(logreg__proximal_end *end, const logreg__problem *of, double *theta,
                                   const logreg_options *options, logreg_error *err)
{
    enum { MOST = 64 };
    double strength[MOST], loss[MOST], violation[MOST], g_loss;
    unsigned char converged[MOST];
    logreg__shrinkage *s = NULL;
    size_t classes = logreg__shrinkage_classes(of), p = of->design->p;
    double weight = of->design->response->n_obs, lambda = of->shrinkage->lambda, alpha = of->shrinkage->alpha;
    double *room = logreg__new_raw(2 * of->q + classes * p, sizeof *room);
    telling count = {.options = options};
    logreg_options told = *options;
    if (options->trace) {
        told.trace = tell_on;
        told.trace_data = &count;
    }
    double off = 0;
    logreg_status status = room ? logreg__shrinkage_copy(&s, of->shrinkage, err) : logreg__fail_memory(err);
    double *b = room, *gradient = room ? b + of->q : NULL, *g = room ? gradient + of->q : NULL;
    logreg__problem problem = *of, bare = *of;
    problem.shrinkage = s;
    bare.shrinkage = NULL;
    if (status == LOGREG_OK) {
        logreg__shrinkage_b(b, of, theta);
        status = logreg__quadratic_gradient(&g_loss, gradient, &bare, b, NULL, err);
    }
    if (status == LOGREG_OK) {
        logreg__shrinkage_gradient(g, &problem, gradient);
        off = logreg__shrinkage_violation(NULL, s, theta, g, classes, weight);
        *end = (logreg__proximal_end){g_loss, off, 0, true};
    }
    if (status == LOGREG_OK && (off > s->tol || options->trace)) { /* a trace tells of the start at least */
        double first = first_strength(s, theta, g, classes, alpha, weight);
        logreg__path path = {.n = list_strengths(strength, first, lambda, MOST),
                             .lambda = strength,
                             .alpha = alpha,
                             .weight = weight,
                             .loss = loss,
                             .violation = violation,
                             .converged = converged,
                             .loose = LOOSE,
                             .options = &told};
        status = logreg__path_go(&path, &problem, s, theta, err);
        if (status == LOGREG_OK)
            *end = (logreg__proximal_end){loss[path.n - 1], violation[path.n - 1], path.passes,
                                          converged[path.n - 1]};
    }
    logreg__shrinkage_free(s);
    free(room);
    return status;
}
