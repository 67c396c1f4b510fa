/* Products with dense columns: Z b and Z'r. Rows are walked a vector at a time, several columns together, so that
 * what is loaded serves several products, and sums stay in registers over the whole block. */
#include "engine/inner_level.h"

void AT_LEVEL(standardise)(double *z, const double *x, size_t rows, double centre, double factor,
                           const double *ahead)
{
    vec c = all(centre), f = all(factor);
    size_t r = 0;
    const double *near = ahead ? ahead : x;
    for (; r + LOGREG__LANES <= rows; r += LOGREG__LANES) {
        __builtin_prefetch(near + r, 0, 2);
        UNROLL(8)
        for (size_t l = 0; l < LOGREG__LANES; l += WIDTH)
            store(z + r + l, (load(x + r + l) - c) * f);
    }
    for (; r < rows; r++)
        z[r] = (x[r] - centre) * factor;
}

INLINE void predict(double *eta, const double *Z, size_t rows, const double *b, const int columns)
{
    vec by[TOGETHER];
    UNROLL(8)
    for (int j = 0; j < columns; j++)
        by[j] = all(b[j]);
    for (size_t r = 0; r < rows; r += WIDTH) {
        vec sum = load(eta + r);
        UNROLL(8)
        for (int j = 0; j < columns; j++)
            sum = madd(load(Z + (size_t)j * LOGREG__BLOCK_ROWS + r), by[j], sum);
        store(eta + r, sum);
    }
}

void AT_LEVEL(predictor)(double *eta, const double *Z, size_t rows, size_t n_dense, const double *b)
{
    size_t j = 0;
    for (; j + TOGETHER <= n_dense; j += TOGETHER)
        predict(eta, Z + j * LOGREG__BLOCK_ROWS, rows, b + j, TOGETHER);
    const double *rest = Z + j * LOGREG__BLOCK_ROWS;
#define WALK(columns) predict(eta, rest, rows, b + j, columns)
    WALK_REST(n_dense - j, WALK)
#undef WALK
}

/* g[0 .. columns - 1] += the sums' lanes */
INLINE void add_dots(double *g, const vec sum[TOGETHER], const int columns)
{
    UNROLL(8)
    for (int j = 0; j < TOGETHER; j += WIDTH) {
        vec total = add_across(sum + j);
        if (j + WIDTH <= columns)
            store(g + j, load(g + j) + total);
        else
            for (int l = 0; j + l < columns; l++)
                g[j + l] += total[l];
    }
}

/* g[0 .. columns - 1] += Z'r, and h += Z's unless it is NULL. */
INLINE void dots(double *g, double *h, const double *Z, size_t rows, const double *r, const double *s,
                 const int columns)
{
    vec sum[TOGETHER] = {{0}}, other[TOGETHER] = {{0}};
    for (size_t i = 0; i < rows; i += WIDTH) {
        vec by = load(r + i), too = h ? load(s + i) : by;
        UNROLL(8)
        for (int j = 0; j < columns; j++) {
            vec z = load(Z + (size_t)j * LOGREG__BLOCK_ROWS + i);
            sum[j] = madd(z, by, sum[j]);
            if (h)
                other[j] = madd(z, too, other[j]);
        }
    }
    add_dots(g, sum, columns);
    if (h)
        add_dots(h, other, columns);
}

/* The same of any number of columns, `together` at a time. */
INLINE void all_dots(double *g, double *h, const double *Z, size_t rows, size_t n_dense, const double *r,
                     const double *s, const size_t together)
{
    size_t j = 0;
    for (; j + together <= n_dense; j += together)
        dots(g + j, h ? h + j : NULL, Z + j * LOGREG__BLOCK_ROWS, rows, r, s, (int)together);
    const double *rest = Z + j * LOGREG__BLOCK_ROWS;
    double *too = h ? h + j : NULL;
#define WALK(columns) dots(g + j, too, rest, rows, r, s, columns)
    WALK_REST(n_dense - j, WALK)
#undef WALK
}

void AT_LEVEL(gradient)(double *g, const double *Z, size_t rows, size_t n_dense, const double *r)
{
    all_dots(g, NULL, Z, rows, n_dense, r, NULL, TOGETHER);
}

void AT_LEVEL(two_gradients)(double *g, double *h, const double *Z, size_t rows, size_t n_dense,
                             const double *r, const double *s)
{
    all_dots(g, h, Z, rows, n_dense, r, s, WIDTH == 8 ? TOGETHER : TOGETHER / 2);
}
