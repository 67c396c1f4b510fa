/* Sums of products as if in twice the precision (Ogita, Rump & Oishi, SIAM J. Sci. Comput. 26, 2005, Dot2), several side by side. */
#include "engine/inner_level.h"

#include <math.h>

/* Vectors of sums that are on their way together, so that the processor need not wait for one addition after the other. */
#define STRANDS 4

/* What a product, rounded to p, is off by. */
INLINE vec rest_of_product(vec x, vec y, vec p)
{
#if WIDTH > 2
    return madd(x, y, -p);
#else
    vec rest;
    for (int l = 0; l < WIDTH; l++)
        rest[l] = fma(x[l], y[l], -p[l]);
    return rest;
#endif
}

INLINE void add_products(double *to, const double *x, const size_t *place, size_t n, const double *Y,
                         size_t apart, const int strands)
{
    vec sum[STRANDS] = {0}, rest[STRANDS] = {0};
    for (size_t i = 0; i < n; i++) {
        const double *row = Y + place[i] * apart;
        vec by = all(x[i]);
        UNROLL(4)
        for (int k = 0; k < strands; k++) {
            vec y = load(row + k * WIDTH), p = by * y, s = sum[k] + p, t = s - sum[k];
            rest[k] += rest_of_product(by, y, p) + ((sum[k] - (s - t)) + (p - t));
            sum[k] = s;
        }
    }
    UNROLL(4)
    for (int k = 0; k < strands; k++)
        store(to + k * WIDTH, sum[k] + rest[k]);
}

void AT_LEVEL(dots)(double *to, const double *x, const size_t *place, size_t n, const double *Y, size_t apart,
                    size_t m)
{
    size_t f = 0;
    for (; f + STRANDS * WIDTH <= m; f += STRANDS * WIDTH)
        add_products(to + f, x, place, n, Y + f, apart, STRANDS);
    for (; f + WIDTH <= m; f += WIDTH)
        add_products(to + f, x, place, n, Y + f, apart, 1);
    for (; f < m; f++) {
        double sum = 0, rest = 0;
        for (size_t i = 0; i < n; i++) {
            double y = Y[place[i] * apart + f], p = x[i] * y, s = sum + p, t = s - sum;
            rest += fma(x[i], y, -p) + ((sum - (s - t)) + (p - t));
            sum = s;
        }
        to[f] = sum + rest;
    }
}
