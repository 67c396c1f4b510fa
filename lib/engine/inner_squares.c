/* Weighted squares of a row's numbers, summed. Rows are walked a vector at a time, several columns together, as a predictor's are. */
#include "engine/inner_level.h"

#define TOGETHER 8

INLINE void add_squares(double *sum, const double *Z, size_t rows, const double *a, size_t columns)
{
    for (size_t r = 0; r < rows; r += WIDTH) {
        vec total = load(sum + r);
        for (size_t j = 0; j < columns; j++) {
            vec z = load(Z + j * LOGREG__BLOCK_ROWS + r);
            total = madd(z * all(a[j]), z, total);
        }
        store(sum + r, total);
    }
}

void AT_LEVEL(squares)(double *sum, const double *Z, size_t rows, size_t n_dense, const double *a)
{
    size_t j = 0;
    for (; j + TOGETHER <= n_dense; j += TOGETHER)
        add_squares(sum, Z + j * LOGREG__BLOCK_ROWS, rows, a + j, TOGETHER);
    add_squares(sum, Z + j * LOGREG__BLOCK_ROWS, rows, a + j, n_dense - j);
}
