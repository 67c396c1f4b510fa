#include "solvers/newton/plan.h"

#include <math.h>

#include "engine/tiles.h"

/* A walk with the information of p dense columns costs 1 + p / (COLUMNS + p / CROWD) times one for the gradient, which falls out of the
 * nearest cache when there are many. Measured with tests/bench/bench_fold on two cores with AVX-512: 1.3, 1.6, 3.3 to 4.0 and 7.5 times at
 * 5, 20, 100 and 500 columns. A category meets all others row by row. */
#define COLUMNS 34
#define CROWD 12
#define CATEGORY 0.5

/* By the matrix unit so many columns cost as much as the gradient again; with fewer it does not pay. Mostly four digits are left. */
#define TILE_COLUMNS 250
#define LEAST_COLUMNS 64
#define FEW_DIGITS 1e-4

/* Measured at 0.22 to 0.25 where 21 to 101 columns are normal. */
#define TURN 0.25

/* What was foreseen so wrongly is not foreseen so again. */
#define WRONG 10

/* Steps by gradients leave at most so much before they are given up. */
#define SLOWEST 0.9

/* A sample's information is good enough where the step from it is shorter than its own error: this many times sqrt(q). */
#define NEAR 0.25

/* Gradients in a row that a plan looks ahead. */
#define AHEAD 60

bool logreg__plan_rough(const logreg__problem *problem)
{
    return problem->design->n_dense >= LEAST_COLUMNS && logreg__tiles_there();
}

logreg__plan logreg__plan_of(const logreg__problem *problem, double share, bool rough)
{
    const logreg__design *d = problem->design;
    const logreg__response *r = d->response;
    double spread = 0, q = (double)problem->q, groups = (double)d->n_groups, p = (double)d->n_dense,
           k = (double)problem->k;
    for (size_t c = 0; c < r->n_classes; c++)
        spread += r->weight[c] * (1 - r->weight[c] / r->n_obs);
    /* the curvature of one linear predictor of the null model, on average */
    double sum = share * spread / (double)r->n_classes;
    double categories = CATEGORY * groups * (groups + 1) / 2, pairs = (k + 1) / 2;
    double price = 1 + pairs * (p / (COLUMNS + p / CROWD) + categories);
    return (logreg__plan){.q = q,
                          .root = sqrt(sum),
                          .price = price,
                          .steer = rough ? 1 + pairs * (p / TILE_COLUMNS + categories) : price,
                          .exact = price,
                          .rough = rough ? FEW_DIGITS : 0,
                          .target = NEAR * sqrt(q),
                          .turn = TURN,
                          .remainder = 1};
}

double logreg__plan_error(const logreg__plan *all, const logreg__problem *problem, double share)
{
    return fmin(SLOWEST, sqrt(all->q / (share * (double)problem->design->n)));
}

double logreg__plan_turn(const logreg__plan *plan, double lambda)
{
    double left = plan->turn * lambda * lambda / plan->root * plan->remainder;
    return fmin(0.5 * lambda, fmax(left, plan->rough * lambda));
}

double logreg__plan_rate(const logreg__plan *plan, double lambda)
{
    return fmin(SLOWEST, fmax(plan->rough, 2 * plan->turn * lambda / plan->root));
}

void logreg__plan_learn(logreg__plan *plan, double foreseen, double found)
{
    if (!(found > WRONG * foreseen))
        return;
    plan->turn *= found / foreseen * plan->remainder;
    plan->remainder = 1;
}

/* By gradients alone to the target, and the last walk. */
static double by_gradients(const logreg__plan *plan, double lambda, double rate)
{
    double steps = lambda <= plan->target ? 0 : ceil(log(lambda / plan->target) / -log(rate));
    return steps + plan->price;
}

static double with_information(const logreg__plan *plan, double lambda)
{
    if (lambda <= plan->target)
        return plan->price;
    return plan->steer + by_gradients(plan, logreg__plan_turn(plan, lambda), logreg__plan_rate(plan, lambda));
}

/* Also tells after how many gradients the information is taken. */
static double search(size_t *gradients, const logreg__plan *plan, double lambda, double rate)
{
    double best = INFINITY;
    *gradients = 0;
    for (size_t i = 0; i < AHEAD; i++, lambda *= rate) {
        double cost = (double)i + with_information(plan, lambda);
        if (cost < best) {
            best = cost;
            *gradients = i;
        }
        if (lambda <= plan->target)
            break;
    }
    return best;
}

double logreg__plan_cost(const logreg__plan *plan, double lambda, double rate)
{
    size_t gradients;
    return search(&gradients, plan, lambda, rate);
}

bool logreg__plan_information(const logreg__plan *plan, double lambda, double rate)
{
    size_t gradients;
    search(&gradients, plan, lambda, rate);
    return gradients == 0;
}
