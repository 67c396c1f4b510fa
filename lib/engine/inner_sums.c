/* Sums over a column, and its ends. Lane l of LANES sums rows l, l + LANES and so on; then lanes are added from the first to the last. Products
 * and sums are not fused, so that all levels give the same bits. */
#include "engine/inner_level.h"

enum { PARTS = LOGREG__LANES / WIDTH };

/* (sum, rest) += x, Knuth's two-sum. */
INLINE void add_exactly(vec *sum, vec *rest, vec x)
{
    vec next = *sum + x, back = next - *sum;
    *rest += (*sum - (next - back)) + (x - back);
    *sum = next;
}

void AT_LEVEL(add_up)(double sum[LOGREG__LANES], double rest[LOGREG__LANES], const double *z, const double *w,
                      size_t rows)
{
    vec high[PARTS] = {{0}}, low[PARTS] = {{0}};
    for (size_t r = 0; r < rows; r += LOGREG__LANES) {
        UNROLL(4)
        for (int i = 0; i < PARTS; i++) {
            size_t at = r + (size_t)i * WIDTH;
            add_exactly(&high[i], &low[i], load(w + at) * load(z + at));
        }
    }
    for (int i = 0; i < PARTS; i++) {
        store(sum + i * WIDTH, high[i]);
        store(rest + i * WIDTH, low[i]);
    }
}

INLINE double add_parts(const vec part[PARTS])
{
    double total = 0;
    for (int i = 0; i < PARTS; i++)
        for (int l = 0; l < WIDTH; l++)
            total += part[i][l];
    return total;
}

double AT_LEVEL(sum_of_squares)(const double *z, const double *w, size_t rows)
{
    vec sum[PARTS] = {{0}};
    for (size_t r = 0; r < rows; r += LOGREG__LANES) {
        UNROLL(4)
        for (int i = 0; i < PARTS; i++) {
            vec x = load(z + r + (size_t)i * WIDTH);
            sum[i] += load(w + r + (size_t)i * WIDTH) * x * x;
        }
    }
    return add_parts(sum);
}

double AT_LEVEL(extent)(double *min, double *max, const double *x, const double *w, size_t rows)
{
    vec sum[PARTS] = {{0}}, low[PARTS], high[PARTS];
    for (int i = 0; i < PARTS; i++) {
        low[i] = all(*min);
        high[i] = all(*max);
    }
    size_t r = 0;
    for (; r + LOGREG__LANES <= rows; r += LOGREG__LANES) {
        UNROLL(4)
        for (int i = 0; i < PARTS; i++) {
            vec v = load(x + r + (size_t)i * WIDTH);
            low[i] = smaller(v, low[i]);
            high[i] = larger(v, high[i]);
            sum[i] += load(w + r + (size_t)i * WIDTH) * v;
        }
    }
    double total = add_parts(sum);
    for (int i = 0; i < PARTS; i++)
        for (int l = 0; l < WIDTH; l++) {
            *min = low[i][l] < *min ? low[i][l] : *min;
            *max = high[i][l] > *max ? high[i][l] : *max;
        }
    for (; r < rows; r++) {
        *min = x[r] < *min ? x[r] : *min;
        *max = x[r] > *max ? x[r] : *max;
        total += w[r] * x[r];
    }
    return total;
}
