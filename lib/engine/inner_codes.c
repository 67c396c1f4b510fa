/* Categories: a row's numbers are added where its code says. Whether a row has a column at all is a toss-up, so that there is no branch on
 * it: rows without one have a cell of their own, or add 0 to some other. */
#include "engine/inner_level.h"

#include "design/design.h"

INLINE void gather_rows(double *eta, const uint32_t *code, const double *value, size_t rows, const double *b,
                        const bool ones)
{
    size_t r = 0;
#if WIDTH == 8
    for (; r + WIDTH <= rows; r += WIDTH) {
        __m256i at = _mm256_loadu_si256((const __m256i *)(const void *)(code + r));
        __mmask8 some = _mm256_cmpneq_epi32_mask(at, _mm256_set1_epi32(-1));
        __m512d by = _mm512_mask_i32gather_pd(_mm512_setzero_pd(), some, at, b, sizeof *b);
        __m512d before = (__m512d)load(eta + r);
        __m512d after =
            ones ? _mm512_add_pd(before, by) : _mm512_fmadd_pd((__m512d)load(value + r), by, before);
        store(eta + r, (vec)_mm512_mask_blend_pd(some, before, after));
    }
#endif
    for (; r < rows; r++) {
        bool none = code[r] == LOGREG__NO_COLUMN;
        double by = b[none ? 0 : code[r]];
        double sum = eta[r] + (ones ? by : value[r] * by);
        eta[r] = none ? eta[r] : sum;
    }
}

void AT_LEVEL(gather)(double *eta, const uint32_t *code, const double *value, size_t rows, const double *b)
{
    if (value)
        gather_rows(eta, code, value, rows, b, false);
    else
        gather_rows(eta, code, NULL, rows, b, true);
}

INLINE void scatter_numbers(double *g, const uint32_t *code, const double *value, size_t rows,
                            const double *r, const bool ones)
{
    for (size_t i = 0; i < rows; i++) {
        bool none = code[i] == LOGREG__NO_COLUMN;
        double x = ones ? r[i] : value[i] * r[i];
        g[none ? 0 : code[i]] += none ? 0 : x;
    }
}

void AT_LEVEL(scatter)(double *g, const uint32_t *code, const double *value, size_t rows, const double *r)
{
    if (value)
        scatter_numbers(g, code, value, rows, r, false);
    else
        scatter_numbers(g, code, NULL, rows, r, true);
}

void AT_LEVEL(cells)(uint32_t *cell, const uint32_t *code, size_t rows, uint32_t count, uint32_t stride)
{
    for (size_t r = 0; r < rows; r++)
        cell[r] += stride * (code[r] < count ? code[r] : count);
}

void AT_LEVEL(turn)(double *T, const double *const *x, const double *const *by, size_t rows)
{
    for (size_t r = 0; r < rows; r += WIDTH)
        for (size_t first = 0; first < LOGREG__LANES; first += WIDTH) {
            vec v[WIDTH];
            UNROLL(8)
            for (size_t l = 0; l < WIDTH; l++)
                v[l] = load(x[first + l] + r) * load(by[first + l] + r);
            transpose(v);
            UNROLL(8)
            for (size_t l = 0; l < WIDTH; l++)
                store(T + (r + l) * LOGREG__LANES + first, v[l]);
        }
}

/* Adds a row to its cell. */
INLINE void add_row(double *to, const double *row, vec by, const bool ones)
{
    UNROLL(4)
    for (size_t l = 0; l < LOGREG__LANES; l += WIDTH)
        store(to + l, ones ? load(to + l) + load(row + l) : madd(by, load(row + l), load(to + l)));
}

INLINE void add_rows(double *A, size_t apart, const uint32_t *cell, const double *value, size_t rows,
                     const double *T, const bool ones)
{
    size_t r = 0;
    for (; r + LOGREG__COPIES <= rows; r += LOGREG__COPIES) {
        UNROLL(4)
        for (size_t k = 0; k < LOGREG__COPIES; k++)
            add_row(A + k * apart + (size_t)cell[r + k] * LOGREG__LANES, T + (r + k) * LOGREG__LANES,
                    all(ones ? 1 : value[r + k]), ones);
    }
    for (size_t k = 0; r + k < rows; k++)
        add_row(A + k * apart + (size_t)cell[r + k] * LOGREG__LANES, T + (r + k) * LOGREG__LANES,
                all(ones ? 1 : value[r + k]), ones);
}

void AT_LEVEL(scatter_rows)(double *A, size_t apart, const uint32_t *cell, const double *value, size_t rows,
                            const double *T)
{
    if (value)
        add_rows(A, apart, cell, value, rows, T, false);
    else
        add_rows(A, apart, cell, NULL, rows, T, true);
}

/* Places first, in vectors, and then a number to each. */
void AT_LEVEL(scatter_pairs)(double *table, uint32_t width, const uint32_t *cell, const uint32_t *other,
                             size_t rows, const double *s)
{
    uint32_t at[LOGREG__BLOCK_ROWS];
    for (size_t r = 0; r < rows; r++)
        at[r] = width * cell[r] + other[r];
#pragma GCC unroll 8
    for (size_t r = 0; r < rows; r++)
        table[at[r]] += s[r];
}
