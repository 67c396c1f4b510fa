/* Weighted squares of a row's numbers, summed. Rows are walked a vector at a time, several columns together, as a predictor's are. */
#include "engine/inner_level.h"

INLINE void add_squares(double *sum, const double *Z, size_t rows, const double *a, const int columns)
{
    vec by[TOGETHER];
    UNROLL(8)
    for (int j = 0; j < columns; j++)
        by[j] = all(a[j]);
    for (size_t r = 0; r < rows; r += WIDTH) {
        vec total = load(sum + r);
        UNROLL(8)
        for (int j = 0; j < columns; j++) {
            vec z = load(Z + (size_t)j * LOGREG__BLOCK_ROWS + r);
            total = madd(z * by[j], z, total);
        }
        store(sum + r, total);
    }
}

void AT_LEVEL(squares)(double *sum, const double *Z, size_t rows, size_t n_dense, const double *a)
{
    size_t j = 0;
    for (; j + TOGETHER <= n_dense; j += TOGETHER)
        add_squares(sum, Z + j * LOGREG__BLOCK_ROWS, rows, a + j, TOGETHER);
    const double *rest = Z + j * LOGREG__BLOCK_ROWS;
#define WALK(columns) add_squares(sum, rest, rows, a + j, columns)
    WALK_REST(n_dense - j, WALK)
#undef WALK
}

double AT_LEVEL(largest)(double most, const double *x, const double *w, size_t rows)
{
    vec zero = {0}, top = all(most);
    for (size_t r = 0; r < rows; r += WIDTH) {
        vec here = load(x + r);
        top = pick_less(zero, load(w + r), larger(here, top), top);
    }
    for (int l = 0; l < WIDTH; l++)
        most = top[l] > most ? top[l] : most;
    return most;
}
