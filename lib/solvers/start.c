/* The maximum over n_s random rows lies about sqrt(n / n_s) standard errors from that over all n, which Newton's method goes in
 * two or three passes instead of seven from the null model (sub-sampled Newton: Roosta-Khorasani & Mahoney,
 * arXiv 1601.04738). Files are often sorted, so the sample is one random block out of each of many equal stretches. Equation (22).
 */
#include "solvers/start.h"

#include <math.h>

#include "base/error.h"
#include "base/memory.h"
#include "base/random.h"
#include "solvers/quadratic.h"

/* Rows of the sample: at least so many, and so many of each class for each coefficient. */
#define LEAST_ROWS 16384
#define ROWS_PER_COEFFICIENT 16

/* A sample is worth its steps if there are so many times its rows. */
#define WORTH 4

/* Of very many rows one in so many gives one more step: it costs an eighth of a pass, and where it ends a pass less is needed. */
#define LAST_SHARE 8

/* The first steps see one block of the sample in so many. */
#define THINNED 4

#define MOST_STEPS 25

/* Within this many of its standard errors the sample's own error is larger. */
#define NEAR 0.3

/* Columns of the sample that are nearer to collinear than this are left to a look at all rows, whose rank must be found first. */
#define COLLINEAR 1e6

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
    return WORTH * sample_rows(p) <= (double)p->design->n;
}

/* One block out of each of `count` stretches of all whole blocks. */
static void choose(size_t *block, size_t count, size_t all)
{
    logreg__random random;
    logreg__random_init(&random, SEED, 0);
    for (size_t i = 0; i < count; i++) {
        size_t first = i * all / count, next = (i + 1) * all / count;
        block[i] = first + (size_t)logreg__random_below(&random, next - first);
    }
}

/* Newton's method on the sample, as far as it is worth going; `at` stays the loss about the last point but one. */
static logreg_status climb(bool *found, double *b, logreg__quadratic *at, double *back,
                           const logreg__problem *problem, logreg_error *err)
{
    size_t q = problem->q;
    double loss = INFINITY;
    *found = false;
    for (int i = 0; i < MOST_STEPS; i++) {
        logreg_status status = logreg__quadratic_at(at, problem, b, err);
        if (status != LOGREG_OK || !at->factored)
            return status;
        if (at->loss > loss) { /* too far: half as far */
            for (size_t j = 0; j < q; j++)
                b[j] = (b[j] + back[j]) / 2;
            continue;
        }
        loss = at->loss;
        memcpy(back, b, q * sizeof *b);
        for (size_t j = 0; j < q; j++)
            b[j] -= at->step[j];
        *found = at->decrement < NEAR;
        if (*found)
            break;
    }
    return LOGREG_OK;
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

/* Scales from the sample, steps on a part of it, on all of it, and on one block in LAST_SHARE where those are many more. */
static logreg_status climb_all(bool *found, double *b, logreg__quadratic *at, double *back, size_t *block,
                               size_t count, logreg__problem *problem, logreg_error *err)
{
    size_t all = problem->design->n / LOGREG__BLOCK_ROWS, thin = count / THINNED, last = all / LAST_SHARE;
    choose(block, count, all);
    walk_over(problem, block, count);
    logreg_status status = logreg__problem_standardise(problem, err);
    if (status != LOGREG_OK || !has_scale(problem))
        return status;
    for (size_t i = 0; i < thin; i++)
        block[count + i] = block[i * THINNED];
    walk_over(problem, block + count, thin);
    status = climb(found, b, at, back, problem, err);
    walk_over(problem, block, count);
    if (status == LOGREG_OK)
        status = climb(found, b, at, back, problem, err);
    *found = *found && at->condition < COLLINEAR;
    if (status != LOGREG_OK || !*found || last < 2 * count)
        return status;
    choose(block, last, all);
    walk_over(problem, block, last);
    status = logreg__quadratic_at(at, problem, b, err);
    for (size_t j = 0; status == LOGREG_OK && at->factored && j < problem->q; j++)
        b[j] -= at->step[j];
    return status;
}

logreg_status logreg__start_sampled(bool *found, double *b, logreg__problem *problem, logreg_error *err)
{
    size_t count = (size_t)sample_rows(problem) / LOGREG__BLOCK_ROWS, q = problem->q;
    size_t most = problem->design->n / LOGREG__BLOCK_ROWS / LAST_SHARE;
    size_t *block =
        logreg__new(count + count / THINNED > most ? count + count / THINNED : most, sizeof *block);
    double *back = logreg__new_raw(q, sizeof *back);
    logreg__quadratic *at = logreg__quadratic_new(q);
    logreg_status status = block && back && at ? LOGREG_OK : logreg__fail_memory(err);
    *found = false;
    if (status == LOGREG_OK) {
        problem->ridge = problem->design->response->n_obs / (double)problem->design->n;
        status = climb_all(found, b, at, back, block, count, problem, err);
    }
    walk_over(problem, NULL, 0);
    problem->ridge = 0;
    logreg__quadratic_free(at);
    free(back);
    free(block);
    return status;
}
