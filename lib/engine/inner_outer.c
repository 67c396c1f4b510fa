/* Z' diag(s) Z of many columns: tiles of H stay in registers while the products of one row after another are added to them. The smaller tiles of
 * inner_information.c hold WIDTH partial sums of each number, which must be added up at the end of every block; these hold none, but a panel of columns must first
 * be weighted and turned, so that the numbers of a row stand side by side.
 */
#include "engine/inner_level.h"

#if WIDTH > 2

/* A tile is TALL vectors of rows of H by WIDTH columns of it: with AVX-512 24 of the 32 registers, with AVX2 12 of the 16. So TALL WIDTH products of
 * vectors take TALL + WIDTH loads, fewer than the one a product that a processor has time for. */
#define TALL 3
#define PANEL (TALL * WIDTH)

/* Rows of the block that are taken at a time, so that a panel and the columns that pass by it stay in the first-level cache. */
#define DEPTH (LOGREG__SCALED_COLUMNS * LOGREG__BLOCK_ROWS / PANEL)

/* Columns whose part of those rows stays in the second-level cache while all panels pass by: half a megabyte. */
#define BAND (20 * PANEL)

/* What a tile is made of: `rows` rows of a panel, PANEL numbers each, and of WIDTH columns. */
typedef struct {
    const double *panel, *Z;
    size_t rows;
} factors;

/* panel (rows x PANEL, row after row) = diag(s) Z of n columns, and zeros beside them. */
static void weigh_and_turn(double *panel, const double *Z, size_t rows, size_t n, const double *s)
{
    for (size_t c = 0; c < PANEL; c += WIDTH)
        for (size_t r = 0; r < rows; r += WIDTH) {
            vec v[WIDTH], by = load(s + r);
            UNROLL(8)
            for (size_t l = 0; l < WIDTH; l++)
                v[l] = c + l < n ? load(Z + (c + l) * LOGREG__BLOCK_ROWS + r) * by : (vec){0};
            transpose(v);
            UNROLL(8)
            for (size_t l = 0; l < WIDTH; l++)
                store(panel + (r + l) * PANEL + c, v[l]);
        }
}

/* The sums stand far apart, and often not in the first-level cache. */
INLINE void bring_near(const double *H, size_t ldh, size_t n)
{
    for (size_t j = 0; j < WIDTH; j++)
        for (size_t i = 0; i <= n; i += LOGREG__LANES)
            __builtin_prefetch(H + j * ldh + i, 1, 3);
}

/* sum: `tall` vectors of each of WIDTH columns. */
INLINE void multiply(vec sum[PANEL], factors f, const int tall)
{
    UNROLL(24)
    for (int t = 0; t < PANEL; t++)
        sum[t] = (vec){0};
    for (size_t r = 0; r < f.rows; r++) {
        vec a[TALL];
        UNROLL(8)
        for (int t = 0; t < tall; t++)
            a[t] = load(f.panel + r * PANEL + (size_t)t * WIDTH);
        UNROLL(8)
        for (int j = 0; j < WIDTH; j++) {
            vec z = all(f.Z[(size_t)j * LOGREG__BLOCK_ROWS + r]);
            UNROLL(8)
            for (int t = 0; t < tall; t++)
                sum[j * TALL + t] = madd(a[t], z, sum[j * TALL + t]);
        }
    }
}

static void whole_tile(double *H, size_t ldh, factors f)
{
    vec sum[PANEL];
    bring_near(H, ldh, PANEL);
    multiply(sum, f, TALL);
    UNROLL(8)
    for (int j = 0; j < WIDTH; j++) {
        UNROLL(8)
        for (int t = 0; t < TALL; t++) {
            double *h = H + (size_t)j * ldh + (size_t)t * WIDTH;
            store(h, load(h) + sum[j * TALL + t]);
        }
    }
}

/* A tile of which n rows are there, those of the lower triangle if it begins on the diagonal. */
INLINE void part(double *H, size_t ldh, factors f, const int tall, size_t n, bool diagonal)
{
    vec sum[PANEL];
    double total[WIDTH][PANEL];
    bring_near(H, ldh, n);
    multiply(sum, f, tall);
    UNROLL(8)
    for (int j = 0; j < WIDTH; j++) {
        UNROLL(8)
        for (int t = 0; t < tall; t++)
            store(total[j] + t * WIDTH, sum[j * TALL + t]);
    }
    for (size_t j = 0; j < WIDTH; j++)
        for (size_t i = diagonal ? j : 0; i < n; i++)
            H[j * ldh + i] += total[j][i];
}

static void part_of_tile(double *H, size_t ldh, factors f, size_t n, bool diagonal)
{
    if (n > 2 * WIDTH)
        part(H, ldh, f, 3, n, diagonal);
    else if (n > WIDTH)
        part(H, ldh, f, 2, n, diagonal);
    else
        part(H, ldh, f, 1, n, diagonal);
}

static void rectangle(double *H, size_t ldh, factors f, size_t n)
{
    if (n == PANEL)
        whole_tile(H, ldh, f);
    else
        part_of_tile(H, ldh, f, n, false);
}

/* Columns first .. end - 1 of H, from the diagonal on. */
static void band(double *H, size_t ldh, const double *Z, size_t rows, size_t n, const double *s,
                 double *panel, size_t first, size_t end)
{
    for (size_t i = first; i < n; i += PANEL) {
        size_t tall = least(PANEL, n - i);
        weigh_and_turn(panel, Z + i * LOGREG__BLOCK_ROWS, rows, tall, s);
        for (size_t j = first; j < least(i, end); j += WIDTH)
            rectangle(H + j * ldh + i, ldh, (factors){panel, Z + j * LOGREG__BLOCK_ROWS, rows}, tall);
        for (size_t j = i; j < least(i + tall, end); j += WIDTH)
            part_of_tile(H + j * ldh + j, ldh, (factors){panel + (j - i), Z + j * LOGREG__BLOCK_ROWS, rows},
                         i + tall - j, true);
    }
}

size_t AT_LEVEL(outer)(double *H, size_t ldh, const double *Z, size_t rows, size_t n, const double *s,
                       double *panel)
{
    size_t columns = n / WIDTH * WIDTH;
    for (size_t row = 0; row < rows; row += DEPTH)
        for (size_t first = 0; first < columns; first += BAND)
            band(H, ldh, Z + row, least(DEPTH, rows - row), n, s + row, panel, first,
                 least(first + BAND, columns));
    return columns;
}

#endif
