/* Gradient descent on the mean loss f, as a textbook has it; equations (20) of docs/mathematics.md.
 *
 *     plain       b := b - t g(b)
 *     momentum    v := m v - t g(b),  b := b + v                          (Polyak's heavy ball)
 *     Nesterov    y := b + m (b - b_before),  b := y - t g(y)
 *
 * m is options->momentum; Nesterov with m = 0 uses his own growing sequence. t is options->learning_rate, or found by
 * backtracking: the last one, doubled where that went well, halved until the loss falls by half of what its slope promises. With backtracking, momentum that leads
 * uphill is dropped (O'Donoghue & Candes, Found. Comput. Math. 15, 2015). Steps are in the coordinates of the problem:
 * scaled columns or raw ones, never whitened by second derivatives.
 */
#include <math.h>

#include "base/error.h"
#include "base/memory.h"
#include "solvers/patience.h"

/* Backtracking that goes below this finds no descent. */
#define SHORTEST 1e-30

/* A point with its loss and gradient; both are sums, not means. */
typedef struct {
    double *b, *g;
    double loss;
} point;

typedef struct {
    const logreg__problem *problem;
    const logreg_options *options;
    double weight;        /* sum of prior weights: loss / weight is f */
    point at, base, next; /* where we are, where the gradient step starts, where it ends */
    double *before;       /* b one iteration ago */
    double *room;         /* all of the above */
    double t, theta;
    double norm; /* of the gradient that was taken last */
    bool grow;   /* the last step was taken at the first try */
} descent;

/* Nesterov's steps of a given length ask for a gradient where they begin, beside the path. That of the path itself is for traces alone. */
static bool is_beside(const descent *d)
{
    return d->options->nesterov && d->options->learning_rate > 0;
}

static bool descent_init(descent *d, const logreg__problem *problem, const logreg_options *options)
{
    size_t q = problem->q;
    *d = (descent){.problem = problem,
                   .options = options,
                   .weight = problem->design->response->n_obs,
                   .room = logreg__new(7 * q, sizeof(double)),
                   .t = options->learning_rate > 0 ? options->learning_rate : 1,
                   .theta = 1};
    if (!d->room)
        return false;
    double *room = d->room;
    point *points[] = {&d->at, &d->base, &d->next};
    for (int i = 0; i < 3; i++, room += 2 * q)
        *points[i] = (point){.b = room, .g = room + q};
    d->before = room;
    return true;
}

static logreg_status evaluate(point *p, descent *d, logreg_error *err)
{
    return logreg__quadratic_gradient(&p->loss, p->g, d->problem, p->b, NULL, err);
}

static void copy_point(point *to, const point *from, size_t q)
{
    memcpy(to->b, from->b, q * sizeof *to->b);
    memcpy(to->g, from->g, q * sizeof *to->g);
    to->loss = from->loss;
}

/* The weight that the last step has in this one. */
static double inertia(descent *d)
{
    if (!d->options->nesterov || d->options->momentum > 0)
        return d->options->momentum;
    double last = d->theta;
    d->theta = (1 + sqrt(1 + 4 * last * last)) / 2;
    return (last - 1) / d->theta;
}

/* next := base - t g(base), plus what momentum carries on. */
static void step_from_base(descent *d, double momentum)
{
    double scale = d->t / d->weight;
    double carry = d->options->nesterov ? 0 : momentum;
    for (size_t j = 0; j < d->problem->q; j++)
        d->next.b[j] = d->base.b[j] - scale * d->base.g[j] + carry * (d->at.b[j] - d->before[j]);
}

static bool descends(const descent *d)
{
    double slope_from = 0, slope_to = 0;
    for (size_t j = 0; j < d->problem->q; j++) {
        double move = d->next.b[j] - d->base.b[j];
        slope_from += d->base.g[j] * move;
        slope_to += d->next.g[j] * move;
    }
    return slope_from < 0 && logreg__solver_descends(0.5, d->base.loss, slope_from, d->next.loss, slope_to);
}

/* One iteration into d->next; *ok is false where no step descends. */
static logreg_status take_step(bool *ok, descent *d, logreg_error *err)
{
    size_t q = d->problem->q;
    bool search = !(d->options->learning_rate > 0);
    double momentum = inertia(d);
    if (search && d->grow)
        d->t *= 2;
    d->grow = true;
    for (;;) {
        copy_point(&d->base, &d->at, q);
        logreg_status status = LOGREG_OK;
        if (d->options->nesterov && (momentum > 0 || !search)) {
            for (size_t j = 0; j < q; j++)
                d->base.b[j] += momentum * (d->at.b[j] - d->before[j]);
            status = evaluate(&d->base, d, err);
        }
        if (status != LOGREG_OK)
            return status;
        step_from_base(d, momentum);
        if (!is_beside(d) || d->options->trace)
            status = evaluate(&d->next, d, err);
        const point *last = is_beside(d) ? &d->base : &d->next;
        d->norm = logreg__solver_norm(last->g, q);
        *ok = isfinite(last->loss) && isfinite(logreg__solver_norm(d->next.b, q)) && (!search || descends(d));
        bool uphill = search && momentum > 0 && (!*ok || d->next.loss > d->at.loss);
        if (status != LOGREG_OK || (*ok && !uphill) || !search || d->t < SHORTEST)
            return status;
        if (uphill) {
            momentum = 0;
            d->theta = 1;
        } else {
            d->t /= 2;
            d->grow = false;
        }
    }
}

static logreg_status iterate(logreg__solution *s, descent *d, logreg__patience *patience, logreg_error *err)
{
    size_t q = d->problem->q, limit = logreg__solver_limit(&logreg__solver_gd, d->options);
    logreg__lookout lookout = {0};
    bool moved = true, stop = false;
    memcpy(d->at.b, s->beta, q * sizeof *d->at.b);
    memcpy(d->before, s->beta, q * sizeof *d->before);
    logreg_status status = evaluate(&d->at, d, err);
    d->norm = logreg__solver_norm(d->at.g, q);
    for (s->iterations = 0; status == LOGREG_OK; s->iterations++) {
        status = logreg__solver_trace(d->problem, d->options, s->iterations, d->at.loss, d->at.g,
                                      s->iterations ? d->t : 0, d->at.b, err);
        memcpy(s->beta, d->at.b, q * sizeof *s->beta);
        if (status == LOGREG_OK)
            status = logreg__solver_look(&lookout, s, d->norm, d->problem, d->options, err);
        if (status == LOGREG_OK && !s->converged)
            status = logreg__patience_look(&stop, patience, s, d->problem, d->options, d->at.b, err);
        if (status != LOGREG_OK || s->converged || stop || !moved || s->iterations == limit)
            break;
        status = take_step(&moved, d, err);
        if (status != LOGREG_OK || !moved)
            break;
        memcpy(d->before, d->at.b, q * sizeof *d->before);
        copy_point(&d->at, &d->next, q);
    }
    return status;
}

static logreg_status run(logreg__solution *s, const logreg__problem *problem, const logreg_options *options,
                         logreg_error *err)
{
    descent d;
    logreg__patience patience;
    bool room = descent_init(&d, problem, options);
    room = logreg__patience_init(&patience, problem, options) && room;
    logreg_status status = room ? iterate(s, &d, &patience, err) : logreg__fail_memory(err);
    free(d.room);
    logreg__patience_clear(&patience);
    if (status == LOGREG_OK && !s->converged)
        status = logreg__solver_judge(s, problem, options, err);
    return status;
}

const logreg__solver logreg__solver_gd = {
    .name = "gd",
    .summary = "gradient descent: plain, with momentum, or Nesterov's",
    .max_iter = 10000,
    .patient = true,
    .from_zero = true,
    .run = run,
};
