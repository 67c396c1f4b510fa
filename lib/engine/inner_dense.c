/* Products with dense columns: Z b, Z'r and Z' diag(s) Z. Rows are walked a vector at a time, several columns together, so that
 * what is loaded serves several products, and sums stay in registers over the whole block. */
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

/* The sums of so few columns fill the registers all together. */
#if WIDTH == 8
#define FEW LOGREG__VERY_FEW_COLUMNS
#else
#define FEW 4
#endif

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

/* ---- Information ---- */

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

static size_t least(size_t a, size_t b)
{
    return a < b ? a : b;
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

void AT_LEVEL(information)(double *H, size_t ldh, const double *Z, size_t rows, size_t n_dense,
                           const double *s, double *scaled, const double *const *ahead, size_t n_ahead)
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
