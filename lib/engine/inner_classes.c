/* The link of more than two classes: the softmax of (0, eta), its loss and residuals. Equation (14). */
#include "engine/inner_level.h"

#include <math.h>

#include "engine/vector_math.h"

/* Lane by lane: is a row's class `c`? yes : no. */
INLINE vec pick_class(vec y, size_t c, vec yes, vec no)
{
    vec apart = y - all((double)c);
    return pick_less(apart * apart, all(0.25), yes, no);
}

/* For rows r .. r + WIDTH - 1: mu and base from eta; own is eta of the row's class. Returns what the others add to the exponential of the
 * largest eta, which is 1, so that it keeps its digits where they are tiny. */
INLINE vec shares(double *mu, double *base, size_t r, size_t k, vec y, vec *largest, vec *own)
{
    vec zero = {0}, one = all(1), top = zero, mine = zero;
    for (size_t c = 0; c < k; c++) {
        vec eta = load(mu + c * LOGREG__BLOCK_ROWS + r);
        top = larger(eta, top);
        mine = pick_class(y, c + 1, eta, mine);
    }
    /* the first of those that are largest is the 1; what is not a number stays so */
    vec e = exp_of_minus(top), seen = pick_less(zero, top, zero, one), rest = e - seen;
    store(base + r, e);
    for (size_t c = 0; c < k; c++) {
        vec eta = load(mu + c * LOGREG__BLOCK_ROWS + r);
        vec is_first = pick_less(eta, top, zero, one - seen);
        e = exp_of_minus(top - eta);
        rest += e - is_first;
        seen += is_first;
        store(mu + c * LOGREG__BLOCK_ROWS + r, e);
    }
    vec whole = one / (one + rest);
    store(base + r, load(base + r) * whole);
    for (size_t c = 0; c < k; c++)
        store(mu + c * LOGREG__BLOCK_ROWS + r, load(mu + c * LOGREG__BLOCK_ROWS + r) * whole);
    *largest = top;
    *own = mine;
    return rest;
}

/* Residuals w (mu_c - [y = c]); mu - 1 is minus the sum of the other classes, without cancellation. */
INLINE void residuals(double *residual, const double *mu, const double *base, size_t r, size_t k, vec y,
                      vec w)
{
    vec others = pick_class(y, 0, (vec){0}, load(base + r));
    for (size_t c = 0; c < k; c++)
        others += pick_class(y, c + 1, (vec){0}, load(mu + c * LOGREG__BLOCK_ROWS + r));
    for (size_t c = 0; c < k; c++)
        store(residual + c * LOGREG__BLOCK_ROWS + r,
              w * pick_class(y, c + 1, -others, load(mu + c * LOGREG__BLOCK_ROWS + r)));
}

/* Rows of weight 1 have one logarithm for each lane: up to 50 classes, and 256 rows in two lanes, (1 + e_1) (1 + e_2) .. is below 2^730. */
double AT_LEVEL(classes)(double *mu, double *residual, double *base, const double *y, const double *w,
                         size_t rows, size_t k)
{
    vec product = {0}, sum = {0};
    double loss = 0;
    for (size_t r = 0; r < rows; r += WIDTH) {
        vec code = load(y + r), weight = load(w + r), largest, own;
        vec rest = shares(mu, base, r, k, code, &largest, &own);
        residuals(residual, mu, base, r, k, code, weight);
        ivec differ = (ivec)weight ^ (ivec)all(1);
        int64_t any = 0;
        for (int l = 0; l < WIDTH; l++)
            any |= differ[l];
        if (any == 0) {
            product = madd(product, rest, product) + rest;
            sum += largest - own;
            continue;
        }
        for (int l = 0; l < WIDTH; l++)
            if (weight[l] > 0)
                loss += weight[l] * (log1p(rest[l]) + (largest[l] - own[l]));
    }
    for (int l = 0; l < WIDTH; l++)
        loss += log1p(product[l]);
    return loss + add_lanes(sum);
}
