/* Z' diag(s) Z: sums of products of pairs of columns, a tile of pairs at a time. Of many columns most of it is left to inner_outer.c.
 */
#include "engine/inner_level.h"

/* Tiles of the information: TILE_I by TILE_J columns, whose sums fill the registers. PANEL scaled columns stay in the first-level
 * cache while all later columns pass by. */
#define TILE_I 4
#if WIDTH == 8
#define TILE_J 4
#elif WIDTH == 4
#define TILE_J 3
#else
#define TILE_J 2
#endif
#define PANEL LOGREG__SCALED_COLUMNS

/* From so many columns on the tiles of inner_outer.c are quicker. The baseline has neither the registers for them nor what puts a number into every lane. */
#if WIDTH > 2
#define MANY 128
#endif

/* The sums of so few columns fill the registers all together. */
#if WIDTH == 8
#define FEW LOGREG__VERY_FEW_COLUMNS
#else
#define FEW 4
#endif

/* Places whose numbers are brought near while others are multiplied: a few in each tile, since memory takes only so many requests at a
 * time. */
#define PLACES 2

typedef struct {
    const double *const *place;
    size_t left;
} to_fetch;

/* A line of each place when row r begins one. */
INLINE void fetch_line(const double *const *place, size_t r)
{
#if WIDTH < LOGREG__LANES
    if (r % LOGREG__LANES != 0)
        return;
#endif
    UNROLL(8)
    for (int i = 0; i < PLACES; i++)
        __builtin_prefetch(place[i] + r, 0, 2);
}

/* H (n_i x n_j) += Z_i' S_j, of the lower triangle where the tile lies on the diagonal. */
INLINE void tile(double *H, size_t ldh, const double *Z, const double *S, size_t rows, const int n_i,
                 const int n_j, const bool diagonal, to_fetch *fetch)
{
    enum { ROOM = (TILE_J * TILE_I + WIDTH - 1) / WIDTH * WIDTH };
    vec sum[ROOM] = {{0}};
    const double *place[PLACES] = {NULL};
    bool fetching = fetch->left > 0;
    for (int i = 0; fetching && i < PLACES; i++)
        place[i] = fetch->place[i < (int)fetch->left ? i : 0];
    if (fetching) {
        size_t taken = fetch->left < PLACES ? fetch->left : PLACES;
        fetch->place += taken;
        fetch->left -= taken;
    }
    for (size_t r = 0; r < rows; r += WIDTH) {
        vec s[TILE_J];
        if (fetching)
            fetch_line(place, r);
        UNROLL(8)
        for (int j = 0; j < n_j; j++)
            s[j] = load(S + (size_t)j * LOGREG__BLOCK_ROWS + r);
        UNROLL(8)
        for (int i = 0; i < n_i; i++) {
            vec z = load(Z + (size_t)i * LOGREG__BLOCK_ROWS + r);
            UNROLL(8)
            for (int j = 0; j < n_j; j++)
                if (!diagonal || j <= i)
                    sum[j * TILE_I + i] = madd(z, s[j], sum[j * TILE_I + i]);
        }
    }
    double total[ROOM];
    UNROLL(8)
    for (int t = 0; t < ROOM; t += WIDTH)
        store(total + t, add_across(sum + t));
    UNROLL(8)
    for (int j = 0; j < n_j; j++)
        for (int i = diagonal ? j : 0; i < n_i; i++)
            H[(size_t)j * ldh + (size_t)i] += total[j * TILE_I + i];
}

/* n_i rows against TILE_J columns. */
static void rectangle(double *H, size_t ldh, const double *Z, const double *S, size_t rows, size_t n_i,
                      to_fetch *fetch)
{
    switch (n_i) {
    case 1:
        return tile(H, ldh, Z, S, rows, 1, TILE_J, false, fetch);
    case 2:
        return tile(H, ldh, Z, S, rows, 2, TILE_J, false, fetch);
    case 3:
        return tile(H, ldh, Z, S, rows, 3, TILE_J, false, fetch);
    default:
        return tile(H, ldh, Z, S, rows, TILE_I, TILE_J, false, fetch);
    }
}

/* n_i rows that begin on the diagonal, against up to TILE_J columns. */
static void on_diagonal(double *H, size_t ldh, const double *Z, const double *S, size_t rows, size_t n_i,
                        to_fetch *fetch)
{
    switch (n_i) {
    case 1:
        return tile(H, ldh, Z, S, rows, 1, 1, true, fetch);
    case 2:
        return tile(H, ldh, Z, S, rows, 2, 2, true, fetch);
    case 3:
        return tile(H, ldh, Z, S, rows, 3, TILE_J < 3 ? TILE_J : 3, true, fetch);
    default:
        return tile(H, ldh, Z, S, rows, TILE_I, TILE_J, true, fetch);
    }
}

/* All of H where all its sums have room in registers. */
INLINE void triangle(double *H, size_t ldh, const double *Z, size_t rows, const double *s, const int n)
{
    enum { ROOM = (FEW * (FEW + 1) / 2 + WIDTH - 1) / WIDTH * WIDTH };
    vec sum[ROOM] = {{0}};
    for (size_t r = 0; r < rows; r += WIDTH) {
        vec z[FEW], by = load(s + r);
        UNROLL(8)
        for (int i = 0; i < FEW; i++)
            z[i] = load(Z + (size_t)(i < n ? i : 0) * LOGREG__BLOCK_ROWS + r);
        UNROLL(8)
        for (int j = 0; j < FEW; j++) {
            vec scaled = z[j] * by;
            UNROLL(8)
            for (int i = 0; i < FEW; i++)
                if (j <= i && i < n)
                    sum[i * (i + 1) / 2 + j] = madd(z[i], scaled, sum[i * (i + 1) / 2 + j]);
        }
    }
    double total[ROOM];
    UNROLL(8)
    for (int t = 0; t < ROOM; t += WIDTH)
        store(total + t, add_across(sum + t));
    for (int i = 0, t = 0; i < n; i++)
        for (int j = 0; j <= i; j++, t++)
            H[(size_t)j * ldh + (size_t)i] += total[t];
}

static void all_pairs(double *H, size_t ldh, const double *Z, size_t rows, size_t n_dense, const double *s,
                      double *scaled, const double *const *ahead, size_t n_ahead)
{
    switch (n_dense) {
#define CASE(columns)                                                                                        \
    case columns:                                                                                            \
        return triangle(H, ldh, Z, rows, s, columns)
        CASE(1);
        CASE(2);
        CASE(3);
        CASE(4);
#if WIDTH == 8
        CASE(5);
        CASE(6);
#endif
#undef CASE
    default:
        break;
    }
    to_fetch fetch = {ahead, n_ahead};
    for (size_t first = 0; first < n_dense; first += PANEL) {
        size_t last = least(first + PANEL, n_dense);
        for (size_t j = first; j < last; j++)
            for (size_t r = 0; r < rows; r += WIDTH)
                store(scaled + (j - first) * LOGREG__BLOCK_ROWS + r,
                      load(Z + j * LOGREG__BLOCK_ROWS + r) * load(s + r));
        for (size_t j = first; j < last; j += TILE_J) {
            const double *S = scaled + (j - first) * LOGREG__BLOCK_ROWS;
            on_diagonal(H + j * ldh + j, ldh, Z + j * LOGREG__BLOCK_ROWS, S, rows, least(TILE_I, last - j),
                        &fetch);
            for (size_t i = j + TILE_I; i < last; i += TILE_I)
                rectangle(H + j * ldh + i, ldh, Z + i * LOGREG__BLOCK_ROWS, S, rows, least(TILE_I, last - i),
                          &fetch);
        }
        for (size_t i = last; i < n_dense; i += TILE_I)
            for (size_t j = first; j < last; j += TILE_J)
                rectangle(H + j * ldh + i, ldh, Z + i * LOGREG__BLOCK_ROWS,
                          scaled + (j - first) * LOGREG__BLOCK_ROWS, rows, least(TILE_I, n_dense - i),
                          &fetch);
    }
}

void AT_LEVEL(information)(double *H, size_t ldh, const double *Z, size_t rows, size_t n_dense,
                           const double *s, double *scaled, const double *const *ahead, size_t n_ahead)
{
#if WIDTH > 2
    if (n_dense >= MANY) {
        size_t done = AT_LEVEL(outer)(H, ldh, Z, rows, n_dense, s, scaled);
        all_pairs(H + done * ldh + done, ldh, Z + done * LOGREG__BLOCK_ROWS, rows, n_dense - done, s, scaled,
                  NULL, 0);
        return;
    }
#endif
    all_pairs(H, ldh, Z, rows, n_dense, s, scaled, ahead, n_ahead);
}
