/* B M' for a lower triangle M: columns that another basis makes of those of a block. Several columns are made together, so that
 * what is loaded serves each of them, and stay in registers until they are whole. */
#include "engine/inner_level.h"

#define MADE 4

/* Columns to T of `made` rows of M, which reach to column n of B. */
INLINE void make(double *T, const double *B, size_t rows, size_t n, const double *M, size_t ldm,
                 const int made)
{
    size_t r = 0;
    for (; r + 2 * WIDTH <= rows; r += 2 * WIDTH) {
        vec low[MADE] = {{0}}, high[MADE] = {{0}};
        for (size_t i = 0; i < n; i++) {
            vec a = load(B + i * LOGREG__BLOCK_ROWS + r), b = load(B + i * LOGREG__BLOCK_ROWS + r + WIDTH);
            UNROLL(4)
            for (int j = 0; j < made; j++) {
                vec m = all(M[(size_t)j * ldm + i]);
                low[j] = madd(a, m, low[j]);
                high[j] = madd(b, m, high[j]);
            }
        }
        UNROLL(4)
        for (int j = 0; j < made; j++) {
            store(T + (size_t)j * LOGREG__BLOCK_ROWS + r, low[j]);
            store(T + (size_t)j * LOGREG__BLOCK_ROWS + r + WIDTH, high[j]);
        }
    }
    for (; r < rows; r += WIDTH)
        for (int j = 0; j < made; j++) {
            vec sum = {0};
            for (size_t i = 0; i < n; i++)
                sum = madd(load(B + i * LOGREG__BLOCK_ROWS + r), all(M[(size_t)j * ldm + i]), sum);
            store(T + (size_t)j * LOGREG__BLOCK_ROWS + r, sum);
        }
}

void AT_LEVEL(whiten)(double *T, const double *B, size_t rows, size_t n, const double *M)
{
    size_t j = 0;
    for (; j + MADE <= n; j += MADE)
        make(T + j * LOGREG__BLOCK_ROWS, B, rows, j + MADE, M + j * n, n, MADE);
    for (; j < n; j++)
        make(T + j * LOGREG__BLOCK_ROWS, B, rows, j + 1, M + j * n, n, 1);
}
