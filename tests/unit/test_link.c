/* Exponential and link of every level that this machine has: against MPFR, and against the plain loops row by row. */
#include "harness.h"

#include <float.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <mpfr.h>

#include "design/design.h"
#include "engine/inner.h"
#include "special_truth.h"

#ifdef PROOF
enum { POINTS = 1 << 20 };
#else
enum { POINTS = 1 << 15 };
#endif

/* Ulps that the exponential may be off, with products and sums fused and, as at the baseline, not. */
#define FUSED 0.95
#define UNFUSED 1.3

static uint64_t state = 1;

static double uniform(void)
{
    state = state * 6364136223846793005u + 1442695040888963407u;
    return (double)(state >> 11) / 9007199254740992.0;
}

static bool is_baseline(const logreg__inner *inner)
{
    return strcmp(inner->name, "baseline") == 0;
}

/* ---- The exponential ---- */

/* Evenly over all that is not 0, evenly over what matters, and over every magnitude. */
static double argument(size_t i)
{
    switch (i % 4) {
    case 0:
        return -746 * uniform();
    case 1:
        return 40 * uniform();
    case 2:
        return ldexp(1 + uniform(), (int)(-60 * uniform()));
    default:
        return -708 - 38 * uniform();
    }
}

static void exponential(void)
{
    double *x = calloc(POINTS, sizeof *x), *e = calloc(POINTS, sizeof *e);
    for (size_t i = 0; i < POINTS; i++)
        x[i] = argument(i);
    mpfr_t want;
    mpfr_init2(want, BITS);
    for (size_t level = 0; logreg__inner_level(level); level++) {
        const logreg__inner *inner = logreg__inner_level(level);
        for (size_t i = 0; i < POINTS; i += LOGREG__BLOCK_ROWS)
            inner->exp_of_minus(e + i, x + i, LOGREG__BLOCK_ROWS);
        double worst = 0;
        for (size_t i = 0; i < POINTS; i++) {
            mpfr_set_d(want, -fabs(x[i]), MPFR_RNDN);
            mpfr_exp(want, want, MPFR_RNDN);
            worst = fmax(worst, ulps(e[i], want));
        }
        printf("# exp at %s: %.3f ulp\n", inner->name, worst);
        CU_ASSERT_TRUE(worst <= (is_baseline(inner) ? UNFUSED : FUSED));
    }
    mpfr_clear(want);
    free(x);
    free(e);
}

static void ends_of_the_exponential(void)
{
    const double x[LOGREG__LANES] = {0, -0.0, INFINITY, -INFINITY, NAN, 1e300, DBL_TRUE_MIN, -745};
    const double want[LOGREG__LANES] = {1, 1, 0, 0, NAN, 0, 1, DBL_TRUE_MIN};
    for (size_t level = 0; logreg__inner_level(level); level++) {
        double e[LOGREG__LANES];
        logreg__inner_level(level)->exp_of_minus(e, x, LOGREG__LANES);
        for (size_t l = 0; l < LOGREG__LANES; l++)
            CU_ASSERT_TRUE(near_abs(e[l], want[l], 0));
    }
}

/* ---- Losses of probabilities ---- */

/* Ulps that a log loss may be off. */
#define LOG_LOSS 1

/* Evenly, near both ends, and over every magnitude. */
static double probability(size_t i)
{
    switch (i / 2 % 4) {
    case 0:
        return uniform();
    case 1:
        return 1 - ldexp(1 + uniform(), (int)(-52 * uniform()) - 1);
    case 2:
        return 0.5 + ldexp(uniform() - 0.5, (int)(-30 * uniform()));
    default:
        return ldexp(1 + uniform(), (int)(-1074 * uniform()) - 1);
    }
}

/* Every second probability is that of what did not come about. */
static void losses_of_probabilities(void)
{
    double *p = calloc(POINTS, sizeof *p), *rest = calloc(POINTS, sizeof *rest),
           *loss = calloc(POINTS, sizeof *loss);
    for (size_t i = 0; i < POINTS; i++) {
        double drawn = probability(i);
        p[i] = i % 2 ? drawn : 1 - drawn;
        rest[i] = i % 2 ? 1 - drawn : drawn;
    }
    mpfr_t want;
    mpfr_init2(want, BITS);
    for (size_t level = 0; logreg__inner_level(level); level++) {
        const logreg__inner *inner = logreg__inner_level(level);
        for (size_t i = 0; i < POINTS; i += LOGREG__BLOCK_ROWS)
            inner->log_losses(loss + i, p + i, rest + i, LOGREG__BLOCK_ROWS);
        double worst = 0;
        for (size_t i = 0; i < POINTS; i++) {
            mpfr_set_d(want, i % 2 ? p[i] : -rest[i], MPFR_RNDN);
            (i % 2 ? mpfr_log : mpfr_log1p)(want, want, MPFR_RNDN);
            mpfr_neg(want, want, MPFR_RNDN);
            worst = fmax(worst, ulps(loss[i], want));
        }
        printf("# log loss at %s: %.3f ulp\n", inner->name, worst);
        CU_ASSERT_TRUE(worst <= LOG_LOSS);
    }
    mpfr_clear(want);
    free(p);
    free(rest);
    free(loss);
}

static void ends_of_the_losses(void)
{
    const double p[LOGREG__LANES] = {0, 1, 1, NAN, DBL_TRUE_MIN, 1, 0.5, 1};
    const double rest[LOGREG__LANES] = {1, 0, DBL_TRUE_MIN, 0.5, 1, NAN, 0.5, 1e-300};
    const double want[LOGREG__LANES] = {INFINITY,           0,   DBL_TRUE_MIN, NAN,
                                        -log(DBL_TRUE_MIN), NAN, -log(0.5),    1e-300};
    for (size_t level = 0; logreg__inner_level(level); level++) {
        double loss[LOGREG__LANES];
        logreg__inner_level(level)->log_losses(loss, p, rest, LOGREG__LANES);
        for (size_t l = 0; l < LOGREG__LANES; l++)
            CU_ASSERT_TRUE(near_rel(loss[l], want[l], 0));
    }
}

/* ---- The link ---- */

typedef struct {
    double eta[LOGREG__BLOCK_ROWS], y[LOGREG__BLOCK_ROWS], w[LOGREG__BLOCK_ROWS];
    double residual[LOGREG__BLOCK_ROWS], curvature[LOGREG__BLOCK_ROWS];
    double loss, least;
} block;

static void run_link(block *b, const logreg__inner *inner, size_t rows)
{
    b->least = INFINITY;
    b->loss = inner->link(b->residual, b->curvature, &b->least, b->eta, b->y, b->w, rows, NULL, 0);
}

/* All that comes out has the digits of the plain loops, relative to itself. Outcomes between 0 and 1 may cancel in a residual. */
static void compare(const block *given, size_t rows)
{
    block plain = *given;
    run_link(&plain, &logreg__inner_reference, rows);
    for (size_t level = 0; logreg__inner_level(level); level++) {
        const logreg__inner *inner = logreg__inner_level(level);
        block fast = *given;
        run_link(&fast, inner, rows);
        CU_ASSERT_TRUE(near_rel(fast.loss, plain.loss, TOL_SUM));
        CU_ASSERT_TRUE(near_rel(fast.least, plain.least, TOL_EXPRESSION));
        for (size_t r = 0; r < rows; r++) {
            bool whole = given->y[r] == 0 || given->y[r] == 1;
            /* e and mu themselves may be subnormal */
            double floor = fmax(1, plain.w[r]) * DBL_TRUE_MIN;
            double size = whole ? plain.residual[r] : plain.w[r];
            CU_ASSERT_TRUE(
                near_abs(fast.residual[r], plain.residual[r], TOL_EXPRESSION * fabs(size) + floor));
            CU_ASSERT_TRUE(
                near_abs(fast.curvature[r], plain.curvature[r], TOL_EXPRESSION * plain.curvature[r] + floor));
        }
        block part = *given;
        CU_ASSERT_EQUAL(inner->link(NULL, NULL, NULL, part.eta, part.y, part.w, rows, NULL, 0), fast.loss);
        CU_ASSERT_EQUAL(inner->link(part.residual, NULL, NULL, part.eta, part.y, part.w, rows, NULL, 0),
                        fast.loss);
        CU_ASSERT_EQUAL(memcmp(part.residual, fast.residual, rows * sizeof(double)), 0);
    }
}

typedef double drawn(size_t i);

/* Blocks of every number of rows, or all of them full, filled from the three functions. */
static void compare_blocks(drawn *eta, drawn *y, drawn *w)
{
    for (size_t rows = LOGREG__LANES; rows <= LOGREG__BLOCK_ROWS; rows += LOGREG__LANES) {
        block b;
        for (size_t r = 0; r < rows; r++) {
            b.eta[r] = eta(r);
            b.y[r] = y(r);
            b.w[r] = w(r);
        }
        compare(&b, rows);
    }
}

static double usual(size_t i)
{
    (void)i;
    return 8 * uniform() - 4;
}

static double zero(size_t i)
{
    (void)i;
    return 0;
}

/* Up to where exponentials are subnormal. */
static double wide(size_t i)
{
    return (i % 2 ? 1490 : 60) * (uniform() - 0.5);
}

/* Linear predictors that are right about `alternating`, by so much that 1 + exp(-|eta|) is 1 or nearly. */
static double right(size_t i)
{
    return (i % 2 ? 1 : -1) * (23 + 600 * uniform() * uniform());
}

static double alternating(size_t i)
{
    return (double)(i % 2);
}

static double share(size_t i)
{
    return i % 4 ? uniform() : (double)(i % 8 / 4);
}

static double one(size_t i)
{
    (void)i;
    return 1;
}

static double positive(size_t i)
{
    return i % 3 ? 100 * uniform() : 1;
}

static double some_zero(size_t i)
{
    return i % 5 ? 1 : 0;
}

static void weights_of_one(void)
{
    compare_blocks(usual, alternating, one);
    compare_blocks(usual, share, one);
    compare_blocks(wide, alternating, one);
    compare_blocks(zero, alternating, one);
}

static void other_weights(void)
{
    compare_blocks(usual, alternating, positive);
    compare_blocks(usual, share, positive);
    compare_blocks(wide, alternating, positive);
    compare_blocks(usual, alternating, some_zero);
    compare_blocks(usual, alternating, zero);
}

/* The loss keeps its digits where every row's is far below the rounding of 1. */
static void near_separation(void)
{
    compare_blocks(right, alternating, one);
    compare_blocks(right, alternating, positive);
}

/* One row alone, beside others of weight 0 or without loss, against MPFR. */
static void loss_of_a_row(void)
{
    mpfr_t x, want;
    mpfr_inits2(BITS, x, want, (mpfr_ptr)0);
    double worst[2] = {0};
    for (size_t i = 0; i < POINTS / 8; i++) {
        double eta = i % 2 ? -2 * uniform() : -700 * uniform();
        mpfr_set_d(x, eta, MPFR_RNDN);
        true_log1pexp(want, x);
        for (size_t level = 0; logreg__inner_level(level); level++)
            for (int weighted = 0; weighted <= 1; weighted++) {
                block b = {.eta = {eta}, .w = {1}};
                for (size_t r = 1; r < LOGREG__LANES; r++) {
                    b.eta[r] = weighted ? 0 : -1000;
                    b.w[r] = !weighted;
                }
                run_link(&b, logreg__inner_level(level), LOGREG__LANES);
                worst[weighted] = fmax(worst[weighted], ulps(b.loss, want));
            }
    }
    printf("# loss of a row: %.3f ulp, weighted %.3f\n", worst[0], worst[1]);
    CU_ASSERT_TRUE(worst[0] <= 2 && worst[1] <= 2);
    mpfr_clears(x, want, (mpfr_ptr)0);
}

/* Whatever is not a number is seen in the loss, unless it does not count. */
static void not_a_number(void)
{
    for (size_t level = 0; logreg__inner_level(level); level++) {
        block b = {.w = {1, 1, 1, 1, 1, 1, 1, 1}};
        b.eta[3] = NAN;
        run_link(&b, logreg__inner_level(level), LOGREG__LANES);
        CU_ASSERT_TRUE(isnan(b.loss) && isnan(b.residual[3]));
        CU_ASSERT_TRUE(near_abs(b.least, 0.25, 0));
        b.w[3] = 0;
        run_link(&b, logreg__inner_level(level), LOGREG__LANES);
        CU_ASSERT_TRUE(near_rel(b.loss, 7 * log(2), TOL_SUM));
    }
}

const test_case tests[] = {
    {"exponential", exponential},
    {"exponential of zeros, infinities, NaN", ends_of_the_exponential},
    {"log losses of probabilities", losses_of_probabilities},
    {"log losses of certainties, NaN", ends_of_the_losses},
    {"link where weights are 1", weights_of_one},
    {"link of other weights", other_weights},
    {"loss near separation", near_separation},
    {"loss of one row", loss_of_a_row},
    {"not a number", not_a_number},
    {NULL, NULL},
};
