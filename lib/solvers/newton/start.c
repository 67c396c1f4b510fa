/* The maximum over n_s random rows lies about sqrt(q (n / n_s - 1)) standard errors from that over all n, and an information from them has a
 * relative error of about sqrt(q / n_s): enough to step by (sub-sampled Newton: Roosta-Khorasani & Mahoney, arXiv 1601.04738).
 * Each sample is a quarter of the next, and a climb over it starts where the one before ended. Files are often sorted, so a sample is
 * one random block out of each of many equal stretches, the largest a run of four. Equation (22).
 */
#include "solvers/newton/start.h"

#include <math.h>

#include "base/error.h"
#include "base/memory.h"
#include "base/random.h"
#include "solvers/newton/climb.h"

/* Rows of a sample that scales are taken from: at least so many, and so many of each class for each coefficient. The first steps see
 * a quarter of them. */
#define LEAST_ROWS 16384
#define ROWS_PER_COEFFICIENT 16

/* Rows of each sample beside those of the one before, and of all rows beside the largest. */
#define GROWTH 4

/* Blocks of the largest sample that stand side by side, since memory gives longer runs sooner; the one before has the first of each. */
#define RUN GROWTH

/* Columns of the sample that are nearer to collinear than this are left to a look at all rows, whose rank must be found first. */
#define COLLINEAR 1e6

/* Where columns are nearer to collinear than this the penalty would lead astray, and a maximum is there without. */
#define BENT 20

/* Standard errors' error of 1e-9 is proven where lambda R is twice that; the largest row is often this many times the mean one. */
#define TARGET 2e-9
#define LONG_ROW 3

/* What a sample's remainder leaves of Newton's error, in its own relative errors. */
#define REMAINDER 1.5

#define SEED 1

static double sample_rows(const logreg__problem *p)
{
    const logreg__response *r = p->design->response;
    double rarest = r->weight[0];
    for (size_t c = 1; c < r->n_classes; c++)
        rarest = fmin(rarest, r->weight[c]);
    return fmax(LEAST_ROWS, ROWS_PER_COEFFICIENT * (double)p->q * r->n_obs / rarest);
}

bool logreg__start_pays(const logreg__problem *p)
{
    return GROWTH * sample_rows(p) <= (double)p->design->n;
}

/* A run of RUN blocks out of each of count / RUN stretches of all whole blocks. */
static void choose(size_t *block, size_t count, size_t all)
{
    logreg__random random;
    logreg__random_init(&random, SEED, 0);
    for (size_t i = 0; i < count; i += RUN) {
        size_t first = i * all / count, next = (i + RUN) * all / count - (RUN - 1);
        block[i] = first + (size_t)logreg__random_below(&random, next - first);
        for (size_t k = 1; k < RUN; k++)
            block[i + k] = block[i] + k;
    }
}

static bool has_scale(const logreg__problem *p)
{
    const logreg__design *d = p->design;
    for (size_t j = 0; j < d->n_dense + d->n_groups; j++)
        if (!(p->factor[j] > 0))
            return false;
    return true;
}

/* Sets which blocks the fold walks. */
static void walk_over(logreg__problem *problem, const size_t *block, size_t count)
{
    problem->sample = block;
    problem->n_sample = count;
}

/* Standard errors from the maximum over a share of the rows to that over all. */
static double distance(double q, double share)
{
    return sqrt(q * (1 / share - 1));
}

/* The plan for all rows, after a sample of a share of them. */
static logreg__plan plan_all(const logreg__problem *problem, double share, bool rough)
{
    logreg__plan plan = logreg__plan_of(problem, 1, rough);
    plan.target = TARGET / (LONG_ROW * sqrt(plan.q) / plan.root);
    plan.remainder = fmin(1, REMAINDER * logreg__plan_error(&plan, problem, share));
    return plan;
}

/* The share that the largest sample should have, for the least cost of what follows. */
static double best_share(const logreg__problem *problem, bool rough)
{
    double rows = sample_rows(problem), n = (double)problem->design->n, best = 1.0 / GROWTH, least = INFINITY;
    for (double share = best; share * n >= rows; share /= GROWTH) {
        logreg__plan plan = plan_all(problem, share, rough);
        double error = logreg__plan_error(&plan, problem, share);
        double after = logreg__plan_cost(&plan, distance(plan.q, share) * error, error);
        double cost = share * (1 + plan.steer) + after;
        if (cost < least) {
            least = cost;
            best = share;
        }
    }
    return best;
}

/* Climbs over a sample; `scale` as in climb.h. *rough: informations may be; on return, whether they still may. */
static logreg_status climb_sample(bool *found, double *b, logreg__quadratic *at, const size_t *block,
                                  size_t count, double scale, bool *rough, logreg__problem *problem,
                                  logreg_error *err)
{
    double n = (double)problem->design->n, share = (double)(count * LOGREG__BLOCK_ROWS) / n;
    logreg__plan plan = logreg__plan_of(problem, share, *rough);
    plan.price = plan.steer;
    logreg__climb climb = {
        .problem = problem, .b = b, .at = at, .plan = plan, .scale = scale, .rough = *rough};
    climb.lambda = INFINITY;
    climb.rate = 1;
    if (scale > 0) {
        climb.lambda = distance(plan.q, 1 / scale);
        climb.rate = logreg__plan_error(&plan, problem, share / scale);
    }
    walk_over(problem, block, count);
    logreg_status status = logreg__climb_run(&climb, err);
    *found = status == LOGREG_OK && climb.arrived;
    *rough = climb.rough;
    return status;
}

/* Every step-th block of a sample, step a power of GROWTH: one out of each of fewer stretches. */
static size_t thin(size_t *to, const size_t *block, size_t count, size_t step)
{
    for (size_t i = 0; i < count / step; i++)
        to[i] = block[i * step];
    return count / step;
}

/* From the smallest sample to the largest; thinned has room for as many blocks. */
static logreg_status climb_samples(bool *found, double *b, logreg__quadratic *at, logreg__start *start,
                                   size_t *thinned, logreg__problem *problem, logreg_error *err)
{
    const size_t *block = start->block, count = start->count;
    double least = sample_rows(problem) / LOGREG__BLOCK_ROWS, scale = 0;
    size_t step = 1;
    while ((double)(count / step / GROWTH) >= least)
        step *= GROWTH;
    walk_over(problem, thinned, thin(thinned, block, count, step));
    logreg_status status = logreg__problem_standardise(problem, false, err);
    *found = status == LOGREG_OK && has_scale(problem);
    for (step *= GROWTH; *found && step > 0; step /= GROWTH) {
        size_t n = thin(thinned, block, count, step);
        status = climb_sample(found, b, at, thinned, n, scale, &start->rough, problem, err);
        scale = GROWTH;
        if (problem->ridge > 0 && at->condition > BENT) { /* once more, from there */
            problem->ridge = 0;
            step *= GROWTH;
            scale = 0;
        }
    }
    *found = *found && at->condition < COLLINEAR;
    return status;
}

logreg_status logreg__start_sampled(bool *found, logreg__start *start, double *b, logreg__quadratic *at,
                                    logreg__problem *problem, logreg_error *err)
{
    size_t all = problem->design->n / LOGREG__BLOCK_ROWS;
    start->rough = logreg__plan_rough(problem);
    start->share = best_share(problem, start->rough);
    start->count = (size_t)(start->share * (double)all) / RUN * RUN;
    start->block = logreg__new_raw(start->count, sizeof *start->block);
    size_t *thinned = logreg__new_raw(start->count, sizeof *thinned);
    logreg_status status = start->block && thinned ? LOGREG_OK : logreg__fail_memory(err);
    *found = false;
    if (status == LOGREG_OK) {
        problem->ridge = problem->design->response->n_obs / (double)problem->design->n;
        choose(start->block, start->count, all);
        status = climb_samples(found, b, at, start, thinned, problem, err);
    }
    walk_over(problem, NULL, 0);
    problem->ridge = 0;
    free(thinned);
    return status;
}

logreg_status logreg__start_finish(logreg__solution *s, const logreg__start *start, logreg__problem *problem,
                                   const logreg_options *options, const logreg__job *also, logreg_error *err)
{
    logreg__plan plan = plan_all(problem, start->share, start->rough);
    logreg__climb climb = {.problem = problem,
                           .b = s->beta,
                           .at = s->at,
                           .scale = 1 / start->share,
                           .plan = plan,
                           .lambda = distance(plan.q, start->share),
                           .rate = logreg__plan_error(&plan, problem, start->share),
                           .rough = start->rough,
                           .settle = true,
                           .sample = start->block,
                           .n_sample = start->count,
                           .errands = s->errands,
                           .also = also};
    logreg_status status = logreg__climb_run(&climb, err);
    s->iterations = climb.walks;
    if (status == LOGREG_OK && climb.arrived)
        status = logreg__quadratic_judge(&s->finite, &s->converged, s->at, problem, options->tol, err);
    return status;
}

void logreg__start_clear(logreg__start *start)
{
    free(start->block);
    *start = (logreg__start){0};
}
