#include "solvers/stochastic/stochastic.h"

#include <math.h>

#include "base/error.h"
#include "base/memory.h"
#include "engine/dense.h"
#include "solvers/patience.h"
#include "solvers/shrinkage.h"
#include "solvers/stochastic/schedule.h"
#include "solvers/stochastic/shuffled.h"
#include "solvers/vectors.h"

/* Rows of a batch: at least so many, and as many as there are coefficients, so that the gradient of a batch costs no less than its step. */
#define LEAST_BATCH 32

/* Within so many standard errors of the maximum, in the direction that is worst, passes end; see near_of() for those under a penalty. */
#define NEAR 0.5

/* Rates are halved where they lead astray; after so many times there is no more hope. */
#define MOST_HALVINGS 30

/* The average of x_1 .. x_t with weights that grow as t^FORGETTING, so that the start is soon forgotten (Shamir & Zhang, ICML 2013). */
#define FORGETTING 3

typedef struct {
    const logreg__rule *rule;
    const logreg__problem *problem;
    const logreg_options *options;
    logreg__shuffled rows;
    logreg__schedule schedule;
    logreg__patience patience;
    size_t q, batch;
    double weight; /* W */
    double near;   /* decrement at which passes end */
    double *M;     /* [q x q] inv(L); NULL: steps are in the coefficients themselves */
    double *room;  /* all vectors that follow, [q] each */
    double *b, *average, *g, *gradient, *move;
    double *state; /* of the rule, n_states of them */
    /* Since the last start, which is where averages begin: */
    size_t t, passes;
    double *start, start_loss;
    size_t next; /* passes until the next */
    int halvings;
} descent;

/* ---- Coordinates ---- */

/* gradient := that of the mean loss in u, of a sum g over rows in b. */
static void to_sphere(double *gradient, const double *g, const descent *d)
{
    size_t q = d->q;
    if (!d->M) {
        for (size_t j = 0; j < q; j++)
            gradient[j] = g[j] / d->weight;
        return;
    }
    double scale = 1 / sqrt(d->weight);
    memset(gradient, 0, q * sizeof *gradient);
    for (size_t j = 0; j < q; j++)
        logreg__add(gradient + j, scale * g[j], d->M + j * q + j, q - j);
}

/* b := b + the move in u. */
static void move_by(double *b, const double *move, const descent *d)
{
    size_t q = d->q;
    double scale = d->M ? sqrt(d->weight) : 1;
    for (size_t j = 0; j < q; j++)
        b[j] += d->M ? scale * logreg__dot(d->M + j * q + j, move + j, q - j) : move[j];
}

/* ---- Passes ---- */

static bool descent_init(descent *d, const logreg__rule *rule, const logreg__problem *problem,
                         const logreg_options *options)
{
    size_t q = problem->q, n = problem->design->n, least = q > LEAST_BATCH ? q : LEAST_BATCH;
    *d = (descent){.rule = rule,
                   .options = options,
                   .q = q,
                   .batch = options->batch_size ? options->batch_size : least,
                   .weight = problem->design->response->n_obs,
                   .near = NEAR,
                   .room = logreg__new(6 + rule->n_states, q * sizeof(double)),
                   .M = options->scaling ? logreg__new(q, q * sizeof(double)) : NULL,
                   .next = 1};
    d->batch = d->batch < n ? d->batch : n;
    d->schedule =
        logreg__schedule_of(options->schedule ? logreg__schedule_find(options->schedule) : LOGREG__INVSCALING,
                            options->learning_rate > 0 ? options->learning_rate : rule->rate);
    if (!d->room || (options->scaling && !d->M))
        return false;
    double **vectors[] = {&d->b, &d->average, &d->g, &d->gradient, &d->move, &d->start, &d->state};
    for (size_t i = 0; i < sizeof vectors / sizeof *vectors; i++)
        *vectors[i] = d->room + i * q;
    d->problem = &d->rows.whole;
    return logreg__shuffled_init(&d->rows, problem, options->random_state) &&
           logreg__patience_init(&d->patience, problem, options);
}

static void descent_clear(descent *d)
{
    free(d->room);
    free(d->M);
    logreg__shuffled_clear(&d->rows);
    logreg__patience_clear(&d->patience);
}

/* One pass over all rows. */
static logreg_status pass(descent *d, logreg_error *err)
{
    size_t n = d->problem->design->n, q = d->q;
    logreg__problem *window = &d->rows.problem;
    logreg_status status = LOGREG_OK;
    logreg__shuffle(&d->rows);
    for (size_t from = 0; status == LOGREG_OK && from < n; from += d->batch) {
        double loss;
        window->from = from;
        window->window = n - from < d->batch ? n - from : d->batch;
        status = logreg__quadratic_gradient(&loss, d->g, window, d->b, NULL, err);
        if (status != LOGREG_OK)
            break;
        to_sphere(d->gradient, d->g, d);
        d->t++;
        d->rule->step(d->move, d->gradient, logreg__schedule_rate(&d->schedule, d->t), d->t, d->state, q);
        move_by(d->b, d->move, d);
        double share = (FORGETTING + 1) / ((double)d->t + FORGETTING);
        for (size_t j = 0; j < q; j++)
            d->average[j] += share * (d->b[j] - d->average[j]);
    }
    return status;
}

/* The coefficients that a pass leaves. */
static const double *result(const descent *d)
{
    return d->rule->averages && d->options->average ? d->average : d->b;
}

/* Begins anew at b, of that loss: steps, averages and what the rule keeps. */
static void restart(descent *d, const double *b, double loss)
{
    size_t size = d->q * sizeof *b;
    memmove(d->start, b, size);
    memcpy(d->b, d->start, size);
    memcpy(d->average, d->start, size);
    memset(d->state, 0, d->rule->n_states * size);
    d->start_loss = loss;
    d->t = d->passes = 0;
}

/* A ridge holds coefficients together more than rows do: with H = I + P the decrement's square g'inv(H) g, whose mean over samples is q without a penalty, has the mean
 * tr(inv(H) I) = q - tr(inv(H) P), its degrees of freedom; passes end as much nearer. M is inv(L), L L' = H. */
static double near_of(const descent *d)
{
    const logreg__shrinkage *s = d->problem->shrinkage;
    size_t q = d->q, p = d->problem->design->p, k = d->problem->k;
    double held = 0;
    for (size_t j = 0; s && j < p; j++)
        for (size_t c = 0; c < k; c++)
            for (size_t a = 0; a < k; a++) {
                size_t row = c * p + j, column = a * p + j, from = row > column ? row : column;
                double share = (a == c) - (k > 1 ? 1 / (double)(k + 1) : 0);
                held += share * s->ridge[j] *
                        logreg__dot(d->M + row * q + from, d->M + column * q + from, q - from);
            }
    return NEAR * sqrt(fmax(1 - held / (double)q, 0));
}

/* Spheres by the information about the start. Where that has no factor, or columns are to stay what they are, the rate is one that the whole
 * curvature allows. */
static void sphere(descent *d, const logreg__quadratic *at)
{
    if (d->M && at->factored) {
        logreg__lower_invert(d->M, at->L, d->q);
        d->near = near_of(d);
        return;
    }
    double trace = 0;
    for (size_t j = 0; j < d->q; j++)
        trace += at->H[j * d->q + j];
    free(d->M);
    d->M = NULL;
    if (!(d->options->learning_rate > 0) && !d->rule->scaleless)
        d->schedule.rate *= d->weight / trace;
}

/* Has a pass led farther up than the noise of its steps? A rate that the caller chose may, while there are numbers left. */
static bool astray(const descent *d, double loss)
{
    return d->options->learning_rate > 0 ? !isfinite(loss) : !(loss <= d->start_loss + (double)d->q);
}

/* Back, with half the rate; false: it has been halved too often, or is the caller's. */
static bool step_back(descent *d)
{
    if (d->options->learning_rate > 0 || d->halvings++ == MOST_HALVINGS)
        return false;
    d->schedule.rate /= 2;
    restart(d, d->start, d->start_loss);
    return true;
}

/* Looks at the information where a pass has led: *near if that proves the maximum near. Else averages begin anew from there after 1, 2, 4, ..
 * passes, in coordinates that are round there. */
static logreg_status look(bool *near, logreg__solution *s, descent *d, logreg_error *err)
{
    logreg_status status = logreg__quadratic_at(s->at, d->problem, s->beta, err);
    *near = status == LOGREG_OK && s->at->factored && s->at->decrement <= d->near;
    if (status != LOGREG_OK || *near)
        return status;
    if (d->M && s->at->factored && d->passes >= d->next) {
        sphere(d, s->at);
        restart(d, s->beta, s->at->loss);
        d->next *= 2;
    }
    return status;
}

/* |g| in u is the decrement by the information that the rows were sphered by. */
static bool due(const descent *d)
{
    double decrement = sqrt(d->weight * logreg__dot(d->gradient, d->gradient, d->q));
    return d->passes >= d->next || (d->M && decrement <= d->near);
}

static logreg_status iterate(logreg__solution *s, descent *d, size_t limit, logreg_error *err)
{
    bool stop = false;
    double loss = 0;
    logreg_status status = logreg__quadratic_at(s->at, d->problem, s->beta, err);
    s->iterations = 0;
    if (status == LOGREG_OK) {
        sphere(d, s->at);
        restart(d, s->beta, s->at->loss);
        status = logreg__solver_trace(d->problem, d->options, 0, s->at->loss, s->at->g, 0, s->beta, err);
    }
    if (status == LOGREG_OK)
        status = logreg__patience_look(&stop, &d->patience, s, d->problem, d->options, s->beta, err);
    while (status == LOGREG_OK && !stop && s->iterations < limit) {
        status = pass(d, err);
        s->iterations++;
        d->passes++;
        if (status == LOGREG_OK)
            status = logreg__quadratic_gradient(&loss, d->g, d->problem, result(d), NULL, err);
        if (status == LOGREG_OK)
            status = logreg__solver_trace(d->problem, d->options, s->iterations, loss, d->g,
                                          logreg__schedule_rate(&d->schedule, d->t), result(d), err);
        if (status != LOGREG_OK)
            break;
        if (astray(d, loss)) {
            stop = !step_back(d);
            continue;
        }
        memcpy(s->beta, result(d), d->q * sizeof *s->beta);
        to_sphere(d->gradient, d->g, d);
        logreg__schedule_tell(&d->schedule, loss / d->weight, d->options->n_iter_no_change);
        status = logreg__patience_look(&stop, &d->patience, s, d->problem, d->options, s->beta, err);
        if (status == LOGREG_OK && !stop && due(d))
            status = look(&stop, s, d, err);
    }
    return status;
}

logreg_status logreg__stochastic_run(logreg__solution *solution, const logreg__rule *rule,
                                     const logreg__solver *solver, const logreg__problem *problem,
                                     const logreg_options *options, logreg_error *err)
{
    descent d;
    logreg_status status = descent_init(&d, rule, problem, options)
                               ? iterate(solution, &d, logreg__solver_limit(solver, options), err)
                               : logreg__fail_memory(err);
    descent_clear(&d);
    if (status == LOGREG_OK)
        status = logreg__solver_judge(solution, problem, options, err);
    return status;
}
