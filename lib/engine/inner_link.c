/* The link of two classes: what a row's linear predictor says of its mean, its loss and their derivatives. One exponential of -|eta|
 * serves both tails of mu and the loss, equations (2) and (3). */
#include "engine/inner_level.h"

#include <math.h>
#include <stdbool.h>

#include "engine/vector_math.h"

void AT_LEVEL(exp_of_minus)(double *e, const double *x, size_t rows)
{
    for (size_t r = 0; r < rows; r += WIDTH)
        store(e + r, exp_of_minus(load(x + r)));
}

/* Where 1 - miss was rounded, what it lost is exact: 1 - said is, by Sterbenz's lemma, as said is 1/2 or more. */
void AT_LEVEL(log_losses)(double *loss, const double *said, const double *miss, size_t rows)
{
    for (size_t r = 0; r < rows; r += WIDTH) {
        vec x = load(said + r), other = load(miss + r), lost = (all(1) - x) - other;
        store(loss + r, -log_of(x, madd(lost, other, lost)));
    }
}

static bool all_ones(const double *w, size_t rows)
{
    ivec differ = {0};
    for (size_t r = 0; r < rows; r += WIDTH)
        differ |= (ivec)load(w + r) ^ (ivec)all(1);
    int64_t any = 0;
    for (int l = 0; l < WIDTH; l++)
        any |= differ[l];
    return any == 0;
}

/* With weights of 1 the losses log(1 + e_i) are summed as one logarithm of the product of 1 + e_i: at most 2^256 in a block. The
 * product less 1 grows by sums and products of positive numbers, so that it keeps its digits where all e_i are tiny. */
INLINE vec join(vec product, vec e)
{
    return madd(product, e, product) + e;
}

INLINE double loss_of(vec product, vec sum)
{
    double joined = product[0];
    for (int l = 1; l < WIDTH; l++)
        joined = joined * product[l] + joined + product[l];
    return log1p(joined) + add_lanes(sum);
}

INLINE double link_rows(double *residual, double *curvature, double *least, const double *eta,
                        const double *y, const double *w, size_t rows, const bool ones,
                        const double *const *ahead, size_t n_ahead)
{
    vec product = {0}, sum = {0}, low = all(INFINITY), zero = {0};
    for (size_t r = 0; r < rows; r += WIDTH) {
        if (r % LOGREG__LANES == 0)
            for (size_t i = 0; i < n_ahead; i++)
                __builtin_prefetch(ahead[i] + r, 0, 2);
        vec t = load(eta + r), e = exp_of_minus(t);
        /* the shares of outcomes against the side that t is on, and for it; both with the sign of t */
        vec events = load(y + r), others = all(1) - events;
        vec against = pick_less(t, zero, -events, others), backing = pick_less(t, zero, others, -events);
        vec weight = ones ? all(1) : load(w + r);
        if (ones) {
            product = join(product, e);
            sum = madd(against, t, sum);
        } else {
            vec loss = weight * madd(against, t, log_one_plus(e));
            sum += pick_less(zero, weight, loss, zero);
        }
        if (!residual)
            continue;
        vec large = all(1) / (all(1) + e), small = e * large;
        vec difference = madd(against, large, backing * small), spread = small * large;
        store(residual + r, ones ? difference : weight * difference);
        if (!curvature)
            continue;
        spread = ones ? spread : weight * spread;
        store(curvature + r, spread);
        low = smaller(ones ? spread : pick_less(zero, weight, spread, low), low);
    }
    for (int l = 0; curvature && l < WIDTH; l++)
        *least = fmin(*least, low[l]);
    return ones ? loss_of(product, sum) : add_lanes(sum);
}

double AT_LEVEL(link)(double *residual, double *curvature, double *least, const double *eta, const double *y,
                      const double *w, size_t rows, const double *const *ahead, size_t n_ahead)
{
    if (!all_ones(w, rows))
        return link_rows(residual, curvature, least, eta, y, w, rows, false, ahead, n_ahead);
    if (!residual)
        return link_rows(NULL, NULL, NULL, eta, y, w, rows, true, ahead, n_ahead);
    if (!curvature)
        return link_rows(residual, NULL, NULL, eta, y, w, rows, true, ahead, n_ahead);
    return link_rows(residual, curvature, least, eta, y, w, rows, true, ahead, n_ahead);
}
