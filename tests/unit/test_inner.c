/* The inner loops of every level that this machine has, against the plain ones: each shape of block and tile. */
#include "harness.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "design/design.h"
#include "engine/inner.h"

enum { MOST = 30 }; /* columns: more than two panels of the information, with every remainder */

/* So many columns that an information goes by larger tiles, with every remainder of these. */
enum { MANY = 128, MORE = MANY + 25 };

/* What surrounds a result; it must stay as it is. */
#define UNTOUCHED 12345.0

static const size_t row_counts[] = {8, 16, 40, 248, 256};

/* Numbers of both signs, 1 at most. */
static double *numbers(size_t n, size_t seed)
{
    double *x = calloc(n, sizeof *x);
    for (size_t i = 0; i < n; i++)
        x[i] = sin((double)(seed + 1) * 1.7 + (double)i * 12.9898);
    return x;
}

static double *filled_with(size_t n, double value)
{
    double *x = calloc(n, sizeof *x);
    for (size_t i = 0; i < n; i++)
        x[i] = value;
    return x;
}

/* Does something that writes n numbers into `to`, the same by a level and by plain loops; the numbers must agree, and
 * nothing else be written. */
typedef void (*action)(const logreg__inner *inner, double *to, size_t rows, size_t p, const double *Z,
                       const double *b, const double *r);

/* Of up to 256 terms, 1 at most, partial sums are below 256: each addition rounds by up to 128 eps, mostly much less. */
#define TOL_BLOCK (4 * TOL_SUM)

static void compare(action act, size_t rows, size_t p, size_t room)
{
    double *Z = numbers((p > MOST ? p : MOST) * LOGREG__BLOCK_ROWS, 1), *b = numbers(MOST, 2),
           *r = numbers(LOGREG__BLOCK_ROWS, 3);
    double *plain = filled_with(room, UNTOUCHED);
    act(&logreg__inner_reference, plain, rows, p, Z, b, r);
    for (size_t level = 0; logreg__inner_level(level); level++) {
        double *fast = filled_with(room, UNTOUCHED);
        act(logreg__inner_level(level), fast, rows, p, Z, b, r);
        for (size_t i = 0; i < room; i++)
            CU_ASSERT_TRUE(plain[i] == UNTOUCHED ? fast[i] == UNTOUCHED
                                                 : near_abs(fast[i], plain[i], TOL_BLOCK));
        free(fast);
    }
    free(plain);
    free(Z);
    free(b);
    free(r);
}

static void compare_shapes(action act, size_t room)
{
    for (size_t p = 0; p <= MOST; p++)
        for (size_t k = 0; k < sizeof row_counts / sizeof *row_counts; k++)
            compare(act, row_counts[k], p, room);
}

static void do_predictor(const logreg__inner *inner, double *to, size_t rows, size_t p, const double *Z,
                         const double *b, const double *r)
{
    memcpy(to, r, rows * sizeof *to);
    inner->predictor(to, Z, rows, p, b);
}

static void do_gradient(const logreg__inner *inner, double *to, size_t rows, size_t p, const double *Z,
                        const double *b, const double *r)
{
    memcpy(to, b, p * sizeof *to);
    inner->gradient(to, Z, rows, p, r);
}

static void do_two_gradients(const logreg__inner *inner, double *to, size_t rows, size_t p, const double *Z,
                             const double *b, const double *r)
{
    double *h = to + MOST + 8;
    memcpy(to, b, p * sizeof *to);
    memset(h, 0, p * sizeof *h);
    inner->two_gradients(to, h, Z, rows, p, r, Z + (MOST - 1) * LOGREG__BLOCK_ROWS);
}

/* A triangle within a larger matrix, onto zeros. */
enum { LDH = MORE + 3 };

static void do_information(const logreg__inner *inner, double *to, size_t rows, size_t p, const double *Z,
                           const double *b, const double *r)
{
    (void)b;
    double *scaled = filled_with(LOGREG__SCALED_COLUMNS * LOGREG__BLOCK_ROWS, 0);
    const double *ahead[MOST]; /* any number of places to bring near */
    for (size_t j = 0; j < MOST; j++)
        ahead[j] = Z + j * LOGREG__BLOCK_ROWS;
    for (size_t j = 0; j < p; j++)
        for (size_t i = j; i < p; i++)
            to[j * LDH + i] = 0;
    inner->information(to, LDH, Z, rows, p, r, scaled, ahead, rows / 8 % ((p < MOST ? p : MOST) + 1));
    free(scaled);
}

/* Any number of rows; p is taken for it. */
static void do_standardise(const logreg__inner *inner, double *to, size_t rows, size_t p, const double *Z,
                           const double *b, const double *r)
{
    (void)b;
    (void)r;
    inner->standardise(to, Z, rows - p % 8, 0.3, 4, p % 2 ? Z : NULL);
}

/* M holds numbers of both signs below its diagonal. */
static void do_whiten(const logreg__inner *inner, double *to, size_t rows, size_t p, const double *Z,
                      const double *b, const double *r)
{
    (void)r;
    double *M = filled_with(p * p + 1, 0);
    for (size_t j = 0; j < p; j++)
        for (size_t i = 0; i <= j; i++)
            M[j * p + i] = b[(3 * i + j) % MOST];
    inner->whiten(to, Z, rows, p, M);
    free(M);
}

static void predictor(void)
{
    compare_shapes(do_predictor, LOGREG__BLOCK_ROWS + 8);
}

static void gradient(void)
{
    compare_shapes(do_gradient, MOST + 8);
}

static void two_gradients(void)
{
    compare_shapes(do_two_gradients, 2 * (MOST + 8));
}

static void information(void)
{
    compare_shapes(do_information, LDH * LDH);
    for (size_t p = MANY; p <= MORE; p++)
        for (size_t k = 2; k < sizeof row_counts / sizeof *row_counts; k++)
            compare(do_information, row_counts[k], p, LDH * LDH);
}

static void whiten(void)
{
    compare_shapes(do_whiten, MOST * LOGREG__BLOCK_ROWS);
}

/* Codes of five categories, the last row of each seven in none. */
static void fill_codes(uint32_t *code, size_t step)
{
    for (size_t i = 0; i < LOGREG__BLOCK_ROWS; i++)
        code[i] = i % 7 == 6 ? LOGREG__NO_COLUMN : (uint32_t)((i * i + step * i) % 5);
}

enum { CELLS = 6 };

/* Any number of rows, in one copy of the cells and in several; p is taken for all of that. */
static void do_scatter_rows(const logreg__inner *inner, double *to, size_t rows, size_t p, const double *Z,
                            const double *b, const double *r)
{
    (void)b;
    double *T = filled_with(LOGREG__LANES * LOGREG__BLOCK_ROWS, UNTOUCHED);
    const double *x[LOGREG__LANES], *by[LOGREG__LANES];
    uint32_t code[LOGREG__BLOCK_ROWS], cell[LOGREG__BLOCK_ROWS] = {0};
    for (size_t l = 0; l < LOGREG__LANES; l++) {
        x[l] = Z + (p + l) % MOST * LOGREG__BLOCK_ROWS;
        by[l] = l % 2 ? r : Z;
    }
    fill_codes(code, 0);
    inner->cells(cell, code, rows - p % 8, CELLS - 1, 1);
    inner->turn(T, x, by, rows);
    bool copies = p % 2;
    memset(to, 0, CELLS * LOGREG__LANES * (copies ? LOGREG__COPIES : 1) * sizeof *to);
    inner->scatter_rows(to, copies ? CELLS * LOGREG__LANES : 0, cell,
                        p > LOGREG__LANES ? Z + LOGREG__BLOCK_ROWS : NULL, rows - p % 8, T);
    free(T);
}

static void scatter_rows(void)
{
    compare_shapes(do_scatter_rows, CELLS * LOGREG__LANES * LOGREG__COPIES + 8);
}

/* Two groups of categories in one cluster meet a third one. */
static void do_scatter_pairs(const logreg__inner *inner, double *to, size_t rows, size_t p, const double *Z,
                             const double *b, const double *r)
{
    (void)b;
    (void)Z;
    uint32_t code[LOGREG__BLOCK_ROWS], cell[LOGREG__BLOCK_ROWS] = {0}, other[LOGREG__BLOCK_ROWS] = {0};
    fill_codes(code, 0);
    inner->cells(cell, code, rows - p % 8, CELLS - 1, 1);
    fill_codes(code, 1);
    inner->cells(cell, code, rows - p % 8, CELLS - 1, CELLS);
    fill_codes(code, 2);
    inner->cells(other, code, rows - p % 8, CELLS - 1, 1);
    memset(to, 0, CELLS * CELLS * CELLS * sizeof *to);
    inner->scatter_pairs(to, CELLS, cell, other, rows - p % 8, r);
}

static void scatter_pairs(void)
{
    compare_shapes(do_scatter_pairs, CELLS * CELLS * CELLS + 8);
}

/* A number a row to the predictor, and back; with numbers in the columns, and without. */
static void do_gather(const logreg__inner *inner, double *to, size_t rows, size_t p, const double *Z,
                      const double *b, const double *r)
{
    uint32_t code[LOGREG__BLOCK_ROWS];
    fill_codes(code, p);
    memcpy(to, r, rows * sizeof *to);
    inner->gather(to, code, p % 2 ? Z : NULL, rows - p % 8, b);
}

static void do_scatter(const logreg__inner *inner, double *to, size_t rows, size_t p, const double *Z,
                       const double *b, const double *r)
{
    uint32_t code[LOGREG__BLOCK_ROWS];
    fill_codes(code, p);
    memcpy(to, b, 5 * sizeof *to);
    inner->scatter(to, code, p % 2 ? Z : NULL, rows - p % 8, r);
}

static void gather(void)
{
    compare_shapes(do_gather, LOGREG__BLOCK_ROWS + 8);
}

static void scatter(void)
{
    compare_shapes(do_scatter, 5 + 8);
}

/* Onto some sums; the coefficients are 0 or more. */
static void do_squares(const logreg__inner *inner, double *to, size_t rows, size_t p, const double *Z,
                       const double *b, const double *r)
{
    double a[MOST];
    for (size_t j = 0; j < MOST; j++)
        a[j] = fabs(b[j]);
    memcpy(to, r, rows * sizeof *to);
    inner->squares(to, Z, rows, p, a);
}

static void squares(void)
{
    compare_shapes(do_squares, LOGREG__BLOCK_ROWS + 8);
}

/* Rows that do not count may hold the largest number, or none. */
static void largest(void)
{
    double *x = numbers(LOGREG__BLOCK_ROWS, 1), *w = filled_with(LOGREG__BLOCK_ROWS, 1);
    for (size_t level = 0; logreg__inner_level(level); level++)
        for (size_t at = 0; at < 40; at++) {
            const logreg__inner *inner = logreg__inner_level(level);
            double own = x[at];
            x[at] = 7;
            CU_ASSERT_EQUAL(inner->largest(0, x, w, 40), 7);
            CU_ASSERT_EQUAL(inner->largest(8, x, w, 40), 8);
            w[at] = 0;
            CU_ASSERT_TRUE(inner->largest(-3, x, w, 40) < 7);
            x[at] = NAN;
            CU_ASSERT_TRUE(inner->largest(-3, x, w, 40) == logreg__inner_reference.largest(-3, x, w, 40));
            w[at] = 1;
            x[at] = own;
        }
    free(x);
    free(w);
}

/* k = p linear predictors, some rows far from 0, some with ties, of several weights or of 1. */
static void do_classes(const logreg__inner *inner, double *to, size_t rows, size_t p, const double *Z,
                       const double *b, const double *r)
{
    (void)b;
    double y[LOGREG__BLOCK_ROWS], w[LOGREG__BLOCK_ROWS], *mu = to, *residual = mu + p * LOGREG__BLOCK_ROWS,
                                                         *base = residual + p * LOGREG__BLOCK_ROWS;
    for (size_t i = 0; i < rows; i++) {
        y[i] = (double)(i % (p + 1));
        w[i] = rows < 200 && i % 3 == 0 ? r[i] * r[i] : i % 50 == 49 ? 0 : 1;
        for (size_t c = 0; c < p; c++)
            mu[c * LOGREG__BLOCK_ROWS + i] = i % 5 == 0   ? 900 * Z[c * LOGREG__BLOCK_ROWS + i]
                                             : i % 7 == 0 ? 2
                                                          : Z[c * LOGREG__BLOCK_ROWS + i];
    }
    double loss = inner->classes(mu, residual, base, y, w, rows, p);
    base[LOGREG__BLOCK_ROWS] = loss / 1000;
}

static void classes(void)
{
    enum { ROOM = (2 * MOST + 1) * LOGREG__BLOCK_ROWS + 1 };
    for (size_t p = 1; p <= MOST; p += p < 8 ? 1 : 11)
        for (size_t k = 0; k < sizeof row_counts / sizeof *row_counts; k++)
            compare(do_classes, row_counts[k], p, ROOM);
}

/* A row whose linear predictor is no number has no loss. */
static void classes_without_number(void)
{
    for (size_t level = 0; logreg__inner_level(level); level++)
        for (size_t bad = 0; bad < 3; bad++) {
            double mu[3 * LOGREG__BLOCK_ROWS] = {0}, residual[3 * LOGREG__BLOCK_ROWS],
                          base[LOGREG__BLOCK_ROWS];
            double y[8] = {0, 1, 2, 3, 0, 1, 2, 3}, w[8] = {1, 1, 1, 1, 1, 1, 1, 1};
            mu[bad * LOGREG__BLOCK_ROWS + 4] = NAN;
            CU_ASSERT_TRUE(isnan(logreg__inner_level(level)->classes(mu, residual, base, y, w, 8, 3)));
            mu[bad * LOGREG__BLOCK_ROWS + 4] = INFINITY;
            CU_ASSERT_FALSE(isfinite(logreg__inner_level(level)->classes(mu, residual, base, y, w, 8, 3)));
        }
}

/* The parts of exact sums have the same bits at every level. */
static void sums(void)
{
    double *z = numbers(LOGREG__BLOCK_ROWS, 1), *w = numbers(LOGREG__BLOCK_ROWS, 2);
    for (size_t i = 0; i < LOGREG__BLOCK_ROWS; i++)
        z[i] = ldexp(z[i], (int)(i * 37 % 60));
    for (size_t k = 0; k < sizeof row_counts / sizeof *row_counts; k++)
        for (size_t level = 0; logreg__inner_level(level); level++) {
            const logreg__inner *fast = logreg__inner_level(level), *plain = &logreg__inner_reference;
            double a[2][LOGREG__LANES], b[2][LOGREG__LANES];
            fast->add_up(a[0], a[1], z, w, row_counts[k]);
            plain->add_up(b[0], b[1], z, w, row_counts[k]);
            CU_ASSERT_EQUAL(memcmp(a, b, sizeof a), 0);
            CU_ASSERT_TRUE(near_rel(fast->sum_of_squares(z, z, row_counts[k]),
                                    plain->sum_of_squares(z, z, row_counts[k]), TOL_BLOCK * 100));
            for (size_t less = 0; less < 9; less++) {
                double low[2] = {0.5, 0.5}, high[2] = {0.1, 0.1}, sum[2];
                size_t rows = row_counts[k] > less ? row_counts[k] - less : 0;
                sum[0] = fast->extent(&low[0], &high[0], w, w, rows);
                sum[1] = plain->extent(&low[1], &high[1], w, w, rows);
                CU_ASSERT_TRUE(low[0] == low[1] && high[0] == high[1]);
                CU_ASSERT_TRUE(near_abs(sum[0], sum[1], TOL_BLOCK));
            }
        }
    free(z);
    free(w);
}

/* Of few and of many numbers that cancel, the rows picked out of a matrix: the same bits at every level. */
static void dots(void)
{
    enum { ROWS = 40, APART = 75 };
    double *x = numbers(ROWS, 1), *Y = numbers(ROWS * APART, 2);
    size_t place[ROWS];
    for (size_t i = 0; i < ROWS; i++) {
        place[i] = i * 7 % ROWS;
        x[i] = ldexp(x[i], (int)(i * 37 % 60));
        for (size_t f = 0; i % 2 && f < APART; f++)
            Y[place[i] * APART + f] = -Y[place[i - 1] * APART + f] * x[i - 1] / x[i];
    }
    for (size_t n = 0; n <= ROWS; n++)
        for (size_t m = 0; m <= APART; m++)
            for (size_t level = 0; logreg__inner_level(level); level++) {
                double fast[APART + 1] = {0}, plain[APART + 1] = {0};
                logreg__inner_level(level)->dots(fast, x, place, n, Y, APART, m);
                logreg__inner_reference.dots(plain, x, place, n, Y, APART, m);
                CU_ASSERT_EQUAL(memcmp(fast, plain, sizeof fast), 0);
            }
    free(x);
    free(Y);
}

static void standardise(void)
{
    compare_shapes(do_standardise, LOGREG__BLOCK_ROWS + 8);
}

/* The last level is for every machine; the first is what a problem takes. */
static void levels_end_at_the_baseline(void)
{
    size_t n = 0;
    while (logreg__inner_level(n))
        n++;
    CU_ASSERT_TRUE_FATAL(n >= 1);
    CU_ASSERT_TRUE(same_text(logreg__inner_level(n - 1)->name, "baseline"));
    CU_ASSERT_PTR_NULL(logreg__inner_level(n + 5));
}

const test_case tests[] = {
    {"the levels end at the baseline", levels_end_at_the_baseline},
    {"centring and scaling", standardise},
    {"linear predictor", predictor},
    {"gradient", gradient},
    {"two gradients", two_gradients},
    {"information", information},
    {"squares", squares},
    {"largest", largest},
    {"rows into categories", scatter_rows},
    {"rows into pairs of categories", scatter_pairs},
    {"numbers from categories", gather},
    {"numbers into categories", scatter},
    {"another basis", whiten},
    {"several classes", classes},
    {"several classes without a number", classes_without_number},
    {"sums and ends", sums},
    {"exact sums of products", dots},
    {NULL, NULL},
};
