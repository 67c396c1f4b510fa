#include "solvers/creases/proximal.h"

#include <float.h>
#include <math.h>

#include "base/error.h"
#include "base/memory.h"
#include "solvers/creases/columns.h"
#include "solvers/creases/coordinate.h"
#include "solvers/vectors.h"

/* An information serves while each step leaves at most so much of the violation. */
#define GOOD_PROGRESS 0.2

/* Armijo's share of the fall that a step promises; where the fall is rounding of the loss, the violation judges. */
#define SHARE 1e-4
#define LOSS_NOISE (64 * DBL_EPSILON)

/* Coefficients that are large and cancel leave the loss less exact than that: slopes that fall fast where it stands still, to this share, are proof enough of a convex function. */
#define NEARLY 1e-9

#define MOST_HALVINGS 40

/* The quadratic's own least point is found so much more finely than the step before was wrong, but no finer than a share of the tolerance, which leaves room for what the loss is more than its quadratic. Walks through columns cost as much as another information. */
#define INNER 1e-3
#define INNER_OF_COLUMNS 0.1
#define ENOUGH 0.25
#define ENOUGH_OF_COLUMNS 0.5

struct logreg__proximal {
    const logreg__problem *problem;
    size_t p, q, classes, n;  /* n = classes p coordinates */
    double *acc;              /* [2 + q + q^2] of the information */
    double *H;                /* [n x n] the same in theta; of two classes it stands in acc */
    double *spread;           /* [n * n], of more */
    logreg__columns *columns; /* in place of H, where these serve; else NULL */
    bool known;               /* H is of some point */
    double *ridge, *lasso, *low, *high, *unit, *noise;               /* [n] */
    double *g, *trial_g, *model_g, *trial, *residual, *b, *gradient; /* [n]; b and gradient [q] */
    double *rows, *room;
    size_t *order;
};

logreg_status logreg__proximal_new(logreg__proximal **proximal, const logreg__problem *problem,
                                   logreg_error *err)
{
    size_t p = problem->design->p, q = problem->q, classes = logreg__shrinkage_classes(problem);
    size_t n = classes * p;
    bool paired = !logreg__columns_serve(problem);
    if (paired && n > LOGREG__MAX_COLUMNS)
        return logreg__fail(
            err, LOGREG_EDATA,
            "%zu coefficients matter together at this strength of the penalty, of which all pairs are "
            "looked at; that is done for %d at most: take a stronger penalty (of a path, larger "
            "lambdas), or l2",
            n, LOGREG__MAX_COLUMNS);
    logreg__proximal *x = logreg__new(1, sizeof *x);
    if (!x)
        return logreg__fail_memory(err);
    *x = (logreg__proximal){.problem = problem, .p = p, .q = q, .classes = classes, .n = n};
    x->acc = logreg__new_raw(2 + q + (paired ? q * q : 0), sizeof *x->acc);
    x->spread = classes > 1 ? logreg__new_raw(n * n, sizeof *x->spread) : NULL;
    x->rows = logreg__new_raw(13 * n, sizeof *x->rows);
    x->room = logreg__new_raw(paired ? n * (n + 2) : 0, sizeof *x->room);
    x->order = logreg__new_raw(2 * n, sizeof *x->order);
    logreg_status status = x->acc && (classes == 1 || x->spread) && x->rows && x->room && x->order
                               ? LOGREG_OK
                               : logreg__fail_memory(err);
    if (status == LOGREG_OK && !paired)
        status = logreg__columns_new(&x->columns, problem, err);
    if (status != LOGREG_OK) {
        logreg__proximal_free(x);
        return status;
    }
    double **part[] = {&x->ridge,   &x->lasso,   &x->low,   &x->high,     &x->unit, &x->noise,   &x->g,
                       &x->trial_g, &x->model_g, &x->trial, &x->residual, &x->b,    &x->gradient};
    for (size_t i = 0; i < 13; i++)
        *part[i] = x->rows + i * n;
    x->H = classes > 1 ? x->spread : x->acc + 2 + q;
    *proximal = x;
    return LOGREG_OK;
}

void logreg__proximal_free(logreg__proximal *x)
{
    if (!x)
        return;
    logreg__columns_free(x->columns);
    free(x->acc);
    free(x->spread);
    free(x->rows);
    free(x->room);
    free(x->order);
    free(x);
}

/* The penalty in as many coordinates as there are. Of several classes the first one's intercept stays 0, since only differences matter. */
static void lay_out(logreg__proximal *x)
{
    const logreg__shrinkage *s = x->problem->shrinkage;
    double weight = x->problem->design->response->n_obs;
    for (size_t i = 0; i < x->n; i++) {
        size_t j = i % x->p;
        x->ridge[i] = s->ridge[j];
        x->lasso[i] = s->lasso[j];
        x->low[i] = s->low[j];
        x->high[i] = s->high[j];
        x->unit[i] = s->scale[j] * weight;
        x->noise[i] = s->noise[j];
    }
    for (size_t c = 0; x->classes > 1 && x->problem->design->intercept && c < x->classes; c++)
        x->unit[c * x->p] = c ? x->unit[c * x->p] / (double)x->classes : 0; /* its slope is minus their sum */
}

/* The information of the classes' own coefficients: rows and columns of the first are minus the sums of the others'. */
static void spread(logreg__proximal *x)
{
    size_t p = x->p, q = x->q, n = x->n;
    const double *H = x->acc + 2 + q;
    for (size_t j = 0; j < q; j++) {
        double *to = x->spread + (p + j) * n;
        memset(to, 0, p * sizeof *to);
        memcpy(to + p, H + j * q, q * sizeof *to);
        for (size_t i = 0; i < q; i++)
            to[i % p] -= H[j * q + i];
    }
    for (size_t j = 0; j < p; j++) {
        double *to = x->spread + j * n;
        memset(to, 0, n * sizeof *to);
        for (size_t c = 1; c < x->classes; c++)
            for (size_t i = 0; i < n; i++)
                to[i] -= x->spread[(c * p + j) * n + i];
    }
}

logreg_status logreg__proximal_look(double *loss, double *g, const logreg__problem *problem,
                                    const double *theta, double *b, double *gradient, logreg_error *err)
{
    logreg__problem bare = *problem;
    bare.shrinkage = NULL;
    logreg__shrinkage_b(b, problem, theta);
    logreg_status status = logreg__quadratic_gradient(loss, gradient, &bare, b, NULL, err);
    if (status == LOGREG_OK)
        logreg__shrinkage_gradient(g, problem, gradient);
    return status;
}

/* Loss and gradient at theta, and the information too where that is wanted. */
static logreg_status evaluate(double *loss, double *g, logreg__proximal *x, const double *theta, bool whole,
                              logreg_error *err)
{
    const logreg__problem *problem = x->problem;
    if (!whole)
        return logreg__proximal_look(loss, g, problem, theta, x->b, x->gradient, err);
    logreg__shrinkage_b(x->b, problem, theta);
    if (x->columns) {
        logreg_status done = logreg__fold(problem, &logreg__kernel_curved_gradient, 1, x->b, x->acc,
                                          x->columns->curvature, err);
        if (done == LOGREG_OK) {
            *loss = x->acc[0];
            logreg__shrinkage_gradient(g, problem, x->acc + 1);
            x->known = true;
        }
        return done;
    }
    logreg_status status = logreg__fold(problem, &logreg__kernel_information, 1, x->b, x->acc, NULL, err);
    if (status != LOGREG_OK)
        return status;
    *loss = x->acc[0];
    logreg__shrinkage_gradient(g, problem, x->acc + 2);
    logreg__quadratic_fill(x->acc + 2 + x->q, x->q, x->p);
    if (x->classes > 1)
        spread(x);
    x->known = true;
    return LOGREG_OK;
}

static double violation(logreg__proximal *x, const double *theta, const double *g)
{
    return logreg__shrinkage_violation(x->residual, x->problem->shrinkage, theta, g, x->classes,
                                       x->problem->design->response->n_obs);
}

typedef struct {
    double *theta;
    double loss, value;     /* value: with the penalty */
    double violation, step; /* step: the length taken, 0 where none helped */
} place;

static double objective(const logreg__proximal *x, double loss, const double *theta)
{
    return loss + logreg__shrinkage_value(x->problem->shrinkage, theta, x->classes);
}

/* From `here` towards the least point of the model, as far as the loss falls. `whole`: the information is made anew on the way. */
static logreg_status take_step(place *here, logreg__proximal *x, double tol, bool whole, logreg_error *err)
{
    const logreg__shrinkage *s = x->problem->shrinkage;
    size_t n = x->n;
    const logreg__creases q = {n, x->H, x->ridge, x->lasso, x->low, x->high, x->unit, x->noise};
    double *model = x->model_g, *to = x->trial, *trial_g = x->trial_g;
    memcpy(model, x->g, n * sizeof *model);
    memcpy(to, here->theta, n * sizeof *to);
    double inner = x->columns ? fmax(INNER_OF_COLUMNS * here->violation, ENOUGH_OF_COLUMNS * tol)
                              : fmax(INNER * here->violation, ENOUGH * tol);
    if (x->columns)
        logreg__columns_descend(to, model, &q, x->columns, inner, x->order);
    else
        logreg__coordinate_descend(to, model, &q, inner, x->room, x->order);
    double promised = logreg__shrinkage_value(s, to, x->classes) - (here->value - here->loss);
    for (size_t i = 0; i < n; i++)
        promised += x->g[i] * (to[i] - here->theta[i]);
    double noise = LOSS_NOISE * fabs(here->value);
    for (double t = 1; t > ldexp(1, -MOST_HALVINGS); t /= 2) {
        double loss;
        for (size_t i = 0; t < 1 && i < n; i++)
            to[i] = here->theta[i] + (to[i] - here->theta[i]) / 2;
        logreg_status status = evaluate(&loss, trial_g, x, to, x->columns || (whole && t == 1), err);
        if (status != LOGREG_OK)
            return status;
        double value = objective(x, loss, to), left = violation(x, to, trial_g);
        bool falls = -promised > noise ? value <= here->value + SHARE * t * promised
                                       : value <= here->value + noise && left < here->violation;
        bool flatter =
            left <= GOOD_PROGRESS * here->violation && value <= here->value + NEARLY * fabs(here->value);
        if (falls || flatter) {
            memcpy(here->theta, to, n * sizeof *to);
            memcpy(x->g, trial_g, n * sizeof *x->g);
            *here = (place){here->theta, loss, value, left, t};
            return LOGREG_OK;
        }
        x->known =
            x->known && !whole; /* it is of a trial that was too far, and may be next to nothing there */
    }
    here->step = 0;
    return LOGREG_OK;
}

static logreg_status trace(const logreg__proximal *x, const logreg_options *options, size_t step,
                           const place *here, logreg_error *err)
{
    if (!options->trace)
        return LOGREG_OK;
    logreg__shrinkage_b(x->b, x->problem, here->theta);
    size_t first = x->classes > 1 ? x->p : 0;
    return logreg__solver_trace(x->problem, options, step, here->value, x->residual + first, here->step, x->b,
                                err);
}

/* Puts `here` where theta is, or at `sure`; whether the information is of that very point. */
static logreg_status begin(place *here, bool *fresh, logreg__proximal *x, double *theta,
                           const logreg__proximal_point *sure, logreg_error *err)
{
    *fresh = x->columns || !x->known;
    for (size_t i = 0; i < x->n; i++)
        theta[i] = fmin(fmax(theta[i], x->low[i]), x->high[i]);
    logreg_status status = evaluate(&here->loss, x->g, x, theta, *fresh, err);
    if (status == LOGREG_OK && sure &&
        !(objective(x, here->loss, theta) <= objective(x, sure->loss, sure->theta))) {
        *fresh = true;
        memcpy(theta, sure->theta, x->n * sizeof *theta);
        status = evaluate(&here->loss, x->g, x, theta, true, err);
    }
    if (status == LOGREG_OK) {
        here->theta = theta;
        here->value = objective(x, here->loss, theta);
        here->violation = violation(x, theta, x->g);
    }
    return status;
}

logreg_status logreg__proximal_run(logreg__proximal_end *end, logreg__proximal *x, double *theta,
                                   const logreg__proximal_point *sure, double tol,
                                   const logreg_options *options, logreg_error *err)
{
    size_t limit = logreg__solver_limit(&logreg__solver_cd, options), step = 0;
    place here = {0};
    bool fresh, whole = false;
    lay_out(x);
    logreg_status status = begin(&here, &fresh, x, theta, sure, err);
    if (status == LOGREG_OK)
        status = trace(x, options, 0, &here, err);
    while (status == LOGREG_OK && here.violation > tol && step < limit) {
        double before = here.violation;
        status = take_step(&here, x, tol, whole, err);
        if (status != LOGREG_OK)
            break;
        if (here.step == 0) {
            if (fresh)
                break; /* rounding leaves no more */
            status = evaluate(&here.loss, x->g, x, theta, true, err);
            fresh = true;
            continue;
        }
        step++;
        fresh = x->columns || (whole && here.step == 1); /* curvatures alone come with every walk */
        status = trace(x, options, step, &here, err);
        whole = !(here.violation <= GOOD_PROGRESS * before);
        if (status == LOGREG_OK && (whole || !x->known) && !fresh && here.violation > tol) {
            status = evaluate(&here.loss, x->g, x, theta, true, err);
            fresh = true;
        }
    }
    *end = (logreg__proximal_end){here.loss, here.violation, step, here.violation <= tol};
    return status;
}
