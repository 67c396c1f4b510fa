/* Compiled for processors with the matrix unit; nothing here may be called on others. A tile is 16 rows of 64 bytes. The unit multiplies a tile of
 * 16 columns by 32 rows of data, column after column, by one in which pairs of rows stand side by side, and adds to 16 x 16 sums.
 */
#include "engine/tiles.h"

#include <immintrin.h>
#include <stdint.h>
#include <string.h>

#include "data/frame.h"

#define INLINE static inline __attribute__((always_inline))

enum { TILE = 16, STEP = 32, STEPS = LOGREG__BLOCK_ROWS / STEP, LINE = 64, TILE_BYTES = TILE * LINE };

/* Two tiles of columns by two: four sums of tiles, which with what they are made of fill the eight registers. */
enum { GROUP = 2 * TILE };

static size_t groups_of(size_t n)
{
    return (n + GROUP - 1) / GROUP;
}

/* The upper and, unless NULL, the lower 8 bits of all numbers, tile after tile: STEPS for each TILE columns. */
typedef struct {
    char *high, *low;
} split;

size_t logreg__tiles_room(size_t n)
{
    return (groups_of(n) + 1) * GROUP * LOGREG__BLOCK_ROWS / 2;
}

/* Eight numbers, times s unless it is NULL; zeros beyond the rows. */
INLINE __m256 eight(const double *z, const double *s, size_t r, size_t rows)
{
    if (r >= rows)
        return _mm256_setzero_ps();
    __m512d x = _mm512_loadu_pd(z + r);
    return _mm512_cvtpd_ps(s ? _mm512_mul_pd(x, _mm512_loadu_pd(s + r)) : x);
}

INLINE __m512 sixteen(const double *z, const double *s, size_t r, size_t rows)
{
    return _mm512_insertf32x8(_mm512_castps256_ps512(eight(z, s, r, rows)), eight(z, s, r + 8, rows), 1);
}

/* What 16 numbers of 8 bits leave of x. */
INLINE __m512 less(__m512 x, __m256i high)
{
    return _mm512_sub_ps(x, _mm512_castsi512_ps(_mm512_slli_epi32(_mm512_cvtepu16_epi32(high), 16)));
}

/* A column becomes a line of each of STEPS tiles. */
INLINE void split_lines(char *high, char *low, const double *z, const double *s, size_t rows)
{
    for (size_t r = 0; r < LOGREG__BLOCK_ROWS; r += STEP, high += TILE_BYTES) {
        __m512 a = sixteen(z, s, r, rows), b = sixteen(z, s, r + STEP / 2, rows);
        __m512i upper = (__m512i)_mm512_cvtne2ps_pbh(b, a);
        _mm512_store_si512((void *)high, upper);
        if (!low)
            continue;
        a = less(a, _mm512_castsi512_si256(upper));
        b = less(b, _mm512_extracti64x4_epi64(upper, 1));
        _mm512_store_si512((void *)low, (__m512i)_mm512_cvtne2ps_pbh(b, a));
        low += TILE_BYTES;
    }
}

static void split_column(char *high, char *low, const double *z, const double *s, size_t rows)
{
    if (rows == LOGREG__BLOCK_ROWS && s)
        split_lines(high, low, z, s, LOGREG__BLOCK_ROWS);
    else if (rows == LOGREG__BLOCK_ROWS)
        split_lines(high, low, z, NULL, LOGREG__BLOCK_ROWS);
    else
        split_lines(high, low, z, s, rows);
}

/* Pairs of rows become lines, those of a column a column. */
static void transpose(char *tile)
{
    __m512i v[TILE], t[TILE], *line = (__m512i *)(void *)tile;
    for (int i = 0; i < TILE; i += 2) {
        t[i] = _mm512_unpacklo_epi32(line[i], line[i + 1]);
        t[i + 1] = _mm512_unpackhi_epi32(line[i], line[i + 1]);
    }
    for (int i = 0; i < TILE; i += 4)
        for (int k = 0; k < 2; k++) {
            v[i + 2 * k] = _mm512_unpacklo_epi64(t[i + k], t[i + k + 2]);
            v[i + 2 * k + 1] = _mm512_unpackhi_epi64(t[i + k], t[i + k + 2]);
        }
    for (int i = 0; i < TILE; i += 8)
        for (int k = 0; k < 4; k++) {
            t[i + k] = _mm512_shuffle_i32x4(v[i + k], v[i + k + 4], 0x88);
            t[i + k + 4] = _mm512_shuffle_i32x4(v[i + k], v[i + k + 4], 0xdd);
        }
    for (int k = 0; k < 8; k++) {
        line[k] = _mm512_shuffle_i32x4(t[k], t[k + 8], 0x88);
        line[k + 8] = _mm512_shuffle_i32x4(t[k], t[k + 8], 0xdd);
    }
}

static void clear_lines(char *part)
{
    for (size_t step = 0; step < STEPS; step++)
        memset(part + step * TILE_BYTES, 0, LINE);
}

/* The columns of `tiles` tiles, of which n are there. */
static void split_columns(split to, size_t tiles, const double *Z, size_t n, const double *s, size_t rows)
{
    for (size_t c = 0; c < tiles * TILE; c++) {
        size_t at = c / TILE * STEPS * TILE_BYTES + c % TILE * LINE;
        char *high = to.high + at, *low = to.low ? to.low + at : NULL;
        if (c < n) {
            split_column(high, low, Z + c * LOGREG__BLOCK_ROWS, s, rows);
            continue;
        }
        clear_lines(high);
        if (low)
            clear_lines(low);
    }
}

/* The right factor, B: in its tiles pairs of rows stand side by side. */
static void split_right(split to, size_t tiles, const double *Z, size_t n, size_t rows)
{
    split_columns(to, tiles, Z, n, NULL, rows);
    for (size_t tile = 0; tile < tiles * STEPS; tile++) {
        transpose(to.high + tile * TILE_BYTES);
        if (to.low)
            transpose(to.low + tile * TILE_BYTES);
    }
}

/* ---- Products ---- */

/* Eight registers of whole tiles. The layout is that of the processor's manual. */
static void configure(void)
{
    struct {
        uint8_t palette, start, reserved[14];
        uint16_t bytes[TILE];
        uint8_t lines[TILE];
    } config = {.palette = 1};
    for (int i = 0; i < 8; i++) {
        config.bytes[i] = LINE;
        config.lines[i] = TILE;
    }
    _tile_loadconfig(&config);
}

#define MULTIPLY                                                                                             \
    do {                                                                                                     \
        _tile_dpbf16ps(0, 4, 6);                                                                             \
        _tile_dpbf16ps(1, 4, 7);                                                                             \
        _tile_dpbf16ps(2, 5, 6);                                                                             \
        _tile_dpbf16ps(3, 5, 7);                                                                             \
    } while (0)

#define LEFT(from)                                                                                           \
    do {                                                                                                     \
        _tile_loadd(4, A.from + a, LINE);                                                                    \
        _tile_loadd(5, A.from + a + APART, LINE);                                                            \
    } while (0)

#define RIGHT(from)                                                                                          \
    do {                                                                                                     \
        _tile_loadd(6, B.from + b, LINE);                                                                    \
        _tile_loadd(7, B.from + b + APART, LINE);                                                            \
    } while (0)

/* sum (four tiles) = A'B of a group by group i of B; the product of the lower parts is left out. */
static void multiply(float sum[4][TILE][TILE], split A, split B, size_t i, size_t steps)
{
    enum { APART = STEPS * TILE_BYTES };
    size_t a = 0, b = 2 * i * APART;
    _tile_zero(0);
    _tile_zero(1);
    _tile_zero(2);
    _tile_zero(3);
    for (size_t step = 0; step < steps; step++, a += TILE_BYTES, b += TILE_BYTES) {
        RIGHT(high);
        if (A.low) {
            LEFT(low);
            MULTIPLY;
        }
        LEFT(high);
        MULTIPLY;
        if (A.low) {
            RIGHT(low);
            MULTIPLY;
        }
    }
    _tile_stored(0, sum[0], LINE);
    _tile_stored(1, sum[1], LINE);
    _tile_stored(2, sum[2], LINE);
    _tile_stored(3, sum[3], LINE);
}

/* to[0 .. 7] += from, those of the mask. */
INLINE void add_eight(double *to, const float *from, __mmask8 these)
{
    __m512d add = _mm512_cvtps_pd(_mm256_loadu_ps(from));
    _mm512_mask_storeu_pd(to, these, _mm512_add_pd(_mm512_maskz_loadu_pd(these, to), add));
}

/* Adds a tile of sums: columns from j on with rows from i on, those that there are of the lower triangle. */
static void add_tile(double *H, size_t ldh, size_t j, size_t i, size_t n, float sum[TILE][TILE])
{
    if (i >= n)
        return;
    uint32_t there = n - i < TILE ? (1u << (n - i)) - 1 : 0xffff;
    for (size_t c = 0; c < TILE && j + c < n; c++) {
        size_t above = i < j + c ? j + c - i : 0;
        uint32_t mask = above < TILE ? there & 0xffffu << above : 0;
        double *to = H + (j + c) * ldh + i;
        add_eight(to, sum[c], (__mmask8)mask);
        add_eight(to + 8, sum[c] + 8, (__mmask8)(mask >> 8));
    }
}

void logreg__tiles_information(double *H, size_t ldh, const double *Z, size_t rows, size_t n, const double *s,
                               double *room, size_t parts)
{
    enum { COLUMN = LOGREG__BLOCK_ROWS * sizeof(uint16_t) };
    size_t groups = groups_of(n), steps = (rows + STEP - 1) / STEP, bytes = (groups + 1) * GROUP * COLUMN;
    char *high = (char *)room, *low = parts > 1 ? high + bytes : NULL;
    split A = {high, low}, B = {high + GROUP * COLUMN, low ? low + GROUP * COLUMN : NULL};
    float sum[4][TILE][TILE] __attribute__((aligned(LINE)));
    split_right(B, 2 * groups, Z, n, rows);
    configure();
    for (size_t j = 0; j < groups; j++) {
        split_columns(A, 2, Z + j * GROUP * LOGREG__BLOCK_ROWS, n - j * GROUP, s, rows);
        for (size_t i = j; i < groups; i++) {
            multiply(sum, A, B, i, steps);
            for (size_t t = 0; t < 4; t++)
                add_tile(H, ldh, j * GROUP + t / 2 * TILE, i * GROUP + t % 2 * TILE, n, sum[t]);
        }
    }
    _tile_release();
}
