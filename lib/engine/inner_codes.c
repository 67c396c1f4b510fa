#include "engine/inner_level.h"

#include "data/design.h"

void AT_LEVEL(gather)(double *eta, const uint32_t *code, const double *value, size_t rows, const double *b)
{
    for (size_t r = 0; r < rows; r++)
        if (code[r] != LOGREG__NO_COLUMN)
            eta[r] += value ? value[r] * b[code[r]] : b[code[r]];
}

void AT_LEVEL(scatter)(double *g, const uint32_t *code, const double *value, size_t rows, const double *r)
{
    for (size_t i = 0; i < rows; i++)
        if (code[i] != LOGREG__NO_COLUMN)
            g[code[i]] += value ? value[i] * r[i] : r[i];
}

void AT_LEVEL(turn)(double *T, const double *Z, size_t rows, size_t n, const double *s)
{
    for (size_t r = 0; r < rows; r++)
        for (size_t j = 0; j < LOGREG__LANES; j++)
            T[r * LOGREG__LANES + j] = j < n ? s[r] * Z[j * LOGREG__BLOCK_ROWS + r] : 0;
}

INLINE void add_rows(double *A, const uint32_t *code, const double *value, size_t rows, const double *T,
                     const bool ones)
{
    for (size_t r = 0; r < rows; r++) {
        if (code[r] == LOGREG__NO_COLUMN)
            continue;
        double *to = A + (size_t)code[r] * LOGREG__LANES;
        const double *row = T + r * LOGREG__LANES;
        vec by = all(ones ? 1 : value[r]);
#pragma GCC unroll 4
        for (size_t l = 0; l < LOGREG__LANES; l += WIDTH)
            store(to + l, ones ? load(to + l) + load(row + l) : madd(by, load(row + l), load(to + l)));
    }
}

void AT_LEVEL(scatter_rows)(double *A, const uint32_t *code, const double *value, size_t rows,
                            const double *T)
{
    if (value)
        add_rows(A, code, value, rows, T, false);
    else
        add_rows(A, code, NULL, rows, T, true);
}
