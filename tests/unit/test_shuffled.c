/* Rows in random order: blocks made of rows that stand together have the bits of those that are read from columns, which have the rows' own; windows add up to the whole. */
#include "harness.h"
#include "oom.h"
#include "problems.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "engine/fold.h"
#include "solvers/stochastic/shuffled.h"

/* Derived columns, products with factors and missing rows among them. */
static const problem_kind kinds[] = {
    {"plain", 700, 2, "y ~ x1 + x2 + x3", false, false, false},
    {"few rows", 12, 2, "y ~ x1", true, false, true},
    {"factors", 900, 2, "y ~ f*g + x1:f + poly(x3, 2) + offset(x1)", true, true, false},
    {"no intercept", 600, 2, "y ~ x1 + I(x1^2) + x1:x3 - 1", false, true, true},
    {"classes", 800, 4, "y ~ x1 + f", true, false, false},
};
#define N_KINDS (sizeof kinds / sizeof *kinds)

/* All that blocks hold, row by row: those of the design, y, w, offset, units. */
static double *all_rows(const logreg__design *d, size_t window)
{
    size_t width = d->p + 4;
    double *x = calloc(d->n * width, sizeof *x), *z = malloc(LOGREG__BLOCK_ROWS * d->p * sizeof *z);
    logreg__scratch *scratch = logreg__scratch_new(d);
    CU_ASSERT_PTR_NOT_NULL_FATAL(scratch);
    for (size_t first = 0; first < d->n; first += window) {
        logreg__block b;
        logreg__design_block(&b, d, first, d->n - first < window ? d->n - first : window, scratch);
        logreg__block_expand(z, d, &b);
        for (size_t r = 0; r < b.rows; r++) {
            double *row = x + (first + r) * width;
            memcpy(row, z + r * d->p, d->p * sizeof *row);
            row[d->p] = b.y[r];
            row[d->p + 1] = b.w ? b.w[r] : 1;
            row[d->p + 2] = b.offset ? b.offset[r] : 0;
            row[d->p + 3] = b.unit ? b.unit[r] : 1;
        }
    }
    logreg__scratch_free(scratch);
    free(z);
    return x;
}

static bool same_rows(const double *x, const double *own, const size_t *order, size_t n, size_t width)
{
    bool same = true;
    for (size_t i = 0; i < n; i++)
        same = same && memcmp(x + i * width, own + order[i] * width, width * sizeof *x) == 0;
    return same;
}

/* Made of rows together, made of columns: both the rows that the order names, which has each once. */
static void blocks_of(const problem_kind *kind, bool holes)
{
    problem_set set;
    logreg__shuffled s;
    problem_make(&set, kind, holes, true, 1);
    set.design->units = true;
    size_t n = set.design->n, width = set.design->p + 4;
    CU_ASSERT_TRUE_FATAL(logreg__shuffled_init(&s, set.problem, 17));
    CU_ASSERT_PTR_NOT_NULL(s.rowwise);
    CU_ASSERT_EQUAL(s.whole_design.rowwise == NULL, set.rows->bits == NULL && set.design->n_derived == 0);
    double *own = all_rows(set.design, LOGREG__BLOCK_ROWS),
           *whole = all_rows(&s.whole_design, LOGREG__BLOCK_ROWS);
    CU_ASSERT_EQUAL(memcmp(own, whole, n * width * sizeof *own), 0);
    logreg__rows by_place = s.rows;
    logreg__design columns = s.design;
    size_t *place = malloc(n * sizeof *place);
    for (size_t i = 0; i < n; i += LOGREG__BLOCK_ROWS)
        logreg__rows_list(set.rows, i, n - i < LOGREG__BLOCK_ROWS ? n - i : LOGREG__BLOCK_ROWS, place + i);
    by_place.place = set.rows->bits ? place : NULL;
    columns.rows = &by_place;
    columns.rowwise = NULL;
    for (size_t pass = 0; pass < 2; pass++) {
        logreg__shuffle(&s);
        bool *met = calloc(n, sizeof *met), once = true;
        for (size_t i = 0; i < n; i++) {
            once = once && s.order[i] < n && !met[s.order[i]];
            met[s.order[i]] = true;
        }
        CU_ASSERT_TRUE_FATAL(once);
        size_t window = pass ? LOGREG__BLOCK_ROWS : 13;
        double *together = all_rows(&s.design, window), *apart = all_rows(&columns, window);
        CU_ASSERT_TRUE(same_rows(together, own, s.order, n, width));
        CU_ASSERT_TRUE(same_rows(apart, own, s.order, n, width));
        free(together);
        free(apart);
        free(met);
    }
    free(own);
    free(whole);
    free(place);
    logreg__shuffled_clear(&s);
    problem_clear(&set);
}

static void blocks(void)
{
    for (size_t i = 0; i < N_KINDS; i++) {
        blocks_of(&kinds[i], false);
        blocks_of(&kinds[i], true);
    }
}

/* Gradients of windows add up to that of all rows; room that stays between walks changes no bit. */
static void windows(void)
{
    problem_set set;
    logreg__shuffled s;
    problem_make(&set, &kinds[2], true, true, 2);
    CU_ASSERT_TRUE_FATAL(logreg__shuffled_init(&s, set.problem, 3));
    size_t q = set.problem->q, n = set.design->n;
    double *b = calloc(q, sizeof *b), *all = calloc(4 * (q + 1), sizeof *all), *sum = all + q + 1,
           *part = sum + q + 1, *again = part + q + 1;
    for (size_t j = 0; j < q; j++)
        b[j] = 0.2 * cos((double)j);
    CU_ASSERT_EQUAL(logreg__fold(set.problem, &logreg__kernel_gradient, 1, b, all, NULL, NULL), LOGREG_OK);
    logreg__problem own_room = s.problem;
    own_room.room = NULL;
    logreg__shuffle(&s);
    static const size_t sizes[] = {1, 31, 256, 300};
    for (size_t at = 0, k = 0; at < n; k++) {
        s.problem.from = own_room.from = at;
        s.problem.window = own_room.window = n - at < sizes[k % 4] ? n - at : sizes[k % 4];
        CU_ASSERT_EQUAL(logreg__fold(&s.problem, &logreg__kernel_gradient, 1, b, part, NULL, NULL),
                        LOGREG_OK);
        CU_ASSERT_EQUAL(logreg__fold(&own_room, &logreg__kernel_gradient, 1, b, again, NULL, NULL),
                        LOGREG_OK);
        CU_ASSERT_EQUAL(memcmp(part, again, (q + 1) * sizeof *part), 0);
        for (size_t j = 0; j <= q; j++)
            sum[j] += part[j];
        at += s.problem.window;
    }
    for (size_t j = 0; j <= q; j++)
        CU_ASSERT_DOUBLE_EQUAL(sum[j], all[j], 1e-12 * (double)n);
    free(b);
    free(all);
    logreg__shuffled_clear(&s);
    problem_clear(&set);
}

static void too_many(void)
{
    problem_set set;
    problem_make(&set, &kinds[0], false, true, 1);
    size_t width = logreg__rowwise_width(set.design);
    CU_ASSERT_EQUAL(width, 3 + 1);
    logreg__rowwise *fits = logreg__rowwise_new(set.design, width * (set.design->n + 1));
    CU_ASSERT_PTR_NOT_NULL(fits);
    CU_ASSERT_PTR_NULL(logreg__rowwise_new(set.design, width * set.design->n));
    logreg__rowwise_free(fits);
    logreg__rowwise_free(NULL);
    problem_clear(&set);
}

static bool init_once(void *context)
{
    logreg__shuffled s;
    (void)logreg__shuffled_init(&s, context, 1);
    logreg__shuffled_clear(&s);
    return true;
}

static void memory(void)
{
    problem_set set;
    problem_make(&set, &kinds[2], true, true, 1);
    CU_ASSERT_TRUE(oom_each(init_once, set.problem));
    problem_clear(&set);
}

const test_case tests[] = {{"blocks of rows and of columns", blocks},
                           {"windows", windows},
                           {"too many numbers", too_many},
                           {"failing allocations", memory},
                           {NULL, NULL}};
