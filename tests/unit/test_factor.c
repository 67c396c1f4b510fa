/* Fine factors of ill-conditioned information, against Householder's QR of the same rows. */
#include "harness.h"
#include "oom.h"
#include "problems.h"

#include <float.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "engine/fold.h"
#include "solvers/factor.h"
#include "solvers/quadratic.h"

/* x1 and a column that differs from it by about `gap` standard deviations; x3 has one of 1e-7. */
static const struct {
    problem_kind kind;
    double gap;
} designs[] = {
    {{"apart", 3000, 2, "y ~ x1 + x2 + f", true, true, false}, 1},
    {{"1e-3", 3000, 2, "y ~ x1 + f + I(x1 + 1e4 * x3)", false, false, false}, 1e-3},
    {{"1e-5", 9000, 2, "y ~ x1 + f + I(x1 + 1e2 * x3)", true, false, false}, 1e-5},
    {{"1e-7", 3000, 2, "y ~ x1 + f + I(x1 + x3)", false, true, false}, 1e-7},
    {{"1e-9", 3000, 2, "y ~ x1 + g + I(x1 + 1e-2 * x3)", false, false, false}, 1e-9},
    {{"1e-11", 3000, 2, "y ~ x1 + g + I(x1 + 1e-4 * x3)", false, false, false}, 1e-11},
    {{"1e-6, three classes", 3000, 3, "y ~ x1 + I(x1 + 10 * x3)", true, false, false}, 1e-6},
};
#define N_DESIGNS (sizeof designs / sizeof *designs)

/* Rows are rounded, and so is a factor of theirs by so many units of eps times the condition number. */
#define TOL_FACTOR (200 * DBL_EPSILON)

static double *coefficients(size_t q)
{
    double *b = calloc(q, sizeof *b);
    for (size_t j = 0; b && j < q; j++)
        b[j] = 0.2 * cos((double)(5 * j + 1));
    return b;
}

/* Entries relative to the length of their row, and pivots, which are smaller, relative to themselves. */
static void check_against_qr(const double *L, const problem_set *s, const double *b, double tolerance)
{
    size_t q = s->problem->q;
    double *R = calloc(q * q, sizeof *R);
    CU_ASSERT_EQUAL_FATAL(logreg__fold(s->problem, &logreg__kernel_qr, 1, b, R, NULL, NULL), LOGREG_OK);
    for (size_t j = 0; j < q; j++)
        for (size_t i = j; i < q; i++) {
            double expected = (R[j * q + j] < 0 ? -1 : 1) * R[i * q + j], square = 0;
            for (size_t c = 0; c <= i; c++)
                square += R[i * q + c] * R[i * q + c];
            CU_ASSERT_TRUE(near_abs(L[j * q + i], expected, tolerance * (i == j ? expected : sqrt(square))));
        }
    free(R);
}

/* In one pass, by the factor at a point nearby, of fewer rows as it were. */
static void agrees_in_one_pass(void)
{
    for (size_t t = 0; t < N_DESIGNS; t++) {
        problem_set s;
        problem_make(&s, &designs[t].kind, false, true, 2);
        size_t q = s.problem->q;
        double *b = coefficients(q), *near = coefficients(q), reach = 0, loss = 0;
        logreg__quadratic *at = logreg__quadratic_new(q), *there = logreg__quadratic_new(q);
        for (size_t j = 0; j < q; j++)
            near[j] *= 1.01;
        CU_ASSERT_EQUAL_FATAL(logreg__quadratic_at(at, s.problem, near, NULL), LOGREG_OK);
        CU_ASSERT_EQUAL_FATAL(logreg__quadratic_at(there, s.problem, b, NULL), LOGREG_OK);
        CU_ASSERT_EQUAL_FATAL(logreg__quadratic_gradient(&loss, there->g, s.problem, b, NULL, NULL),
                              LOGREG_OK);
        for (size_t i = 0; i < q * q; i++)
            at->L[i] /= 3;
        CU_ASSERT_EQUAL_FATAL(logreg__quadratic_at_fine(at, 9, s.problem, b, NULL, NULL), LOGREG_OK);
        CU_ASSERT_TRUE_FATAL(at->factored && at->fine);
        check_against_qr(at->L, &s, b, TOL_FACTOR / designs[t].gap);
        for (size_t j = 0; j < q; j++) {
            CU_ASSERT_EQUAL(at->g[j], there->g[j]);
            CU_ASSERT_TRUE(
                near_rel(at->H[j * q + j], there->H[j * q + j], fmax(1e-12, TOL_FACTOR / designs[t].gap)));
        }
        CU_ASSERT_EQUAL(at->loss, loss);
        CU_ASSERT_TRUE(near_rel(at->bound, there->bound, 1e-12));
        CU_ASSERT_EQUAL(logreg__fold(s.problem, &logreg__kernel_reach, 1, at->L, &reach, NULL, NULL),
                        LOGREG_OK);
        CU_ASSERT_TRUE(reach <= at->reach * (1 + 1e-6) && at->reach <= at->bound);
        logreg__quadratic_free(at);
        logreg__quadratic_free(there);
        free(b);
        free(near);
        problem_clear(&s);
    }
}

static void agrees_with_qr(void)
{
    for (size_t t = 0; t < N_DESIGNS; t++) {
        problem_set s;
        problem_make(&s, &designs[t].kind, false, true, 1);
        double *b = coefficients(s.problem->q);
        logreg__quadratic *at = logreg__quadratic_new(s.problem->q);
        CU_ASSERT_EQUAL_FATAL(logreg__quadratic_at(at, s.problem, b, NULL), LOGREG_OK);
        for (int begun = 0; begun < 2; begun++) {
            bool fine = false;
            /* a rough factor may be quite wrong: this one is too large by a tenth here and there */
            for (size_t j = 0; begun && j < at->q; j += 2)
                at->L[j * at->q + j] *= 1.1;
            CU_ASSERT_EQUAL(logreg__factor_finely(&fine, at->L, at->H, begun, s.problem, b, NULL), LOGREG_OK);
            CU_ASSERT_TRUE(fine);
            check_against_qr(at->L, &s, b, TOL_FACTOR / designs[t].gap);
        }
        logreg__quadratic_free(at);
        free(b);
        problem_clear(&s);
    }
}

/* The step's walk makes the factor fine at the point where the step ends. */
static void a_step_makes_it_fine(void)
{
    for (size_t t = 1; t < N_DESIGNS; t++) {
        problem_set s;
        problem_make(&s, &designs[t].kind, false, true, 1);
        double *b = coefficients(s.problem->q);
        logreg__quadratic *at = logreg__quadratic_new(s.problem->q);
        CU_ASSERT_EQUAL_FATAL(logreg__quadratic_at(at, s.problem, b, NULL), LOGREG_OK);
        bool rough = at->factored && !at->fine && at->condition > 1e4;
        CU_ASSERT_EQUAL(logreg__quadratic_advance(at, s.problem, b, NULL, NULL), LOGREG_OK);
        CU_ASSERT_TRUE(at->factored);
        if (rough)
            CU_ASSERT_TRUE(at->fine);
        if (rough) /* of the information here, not there */
            check_against_qr(at->L, &s, b, TOL_FACTOR / designs[t].gap);
        logreg__quadratic_free(at);
        free(b);
        problem_clear(&s);
    }
}

/* A pivot may be of rounding size instead of 0. */
#define SINGULAR (0.01 / DBL_EPSILON)

static void no_factor_of_what_is_singular(void)
{
    static const problem_kind kind = {"twice", 900, 2, "y ~ x1 + I(2 * x1) + f", false, false, false};
    problem_set s;
    problem_make(&s, &kind, false, true, 1);
    double *b = coefficients(s.problem->q);
    logreg__quadratic *at = logreg__quadratic_new(s.problem->q);
    CU_ASSERT_EQUAL_FATAL(logreg__quadratic_at(at, s.problem, b, NULL), LOGREG_OK);
    CU_ASSERT_TRUE(!at->factored || at->condition > SINGULAR);
    logreg__quadratic_free(at);
    free(b);
    problem_clear(&s);
}

static bool finely(void *context)
{
    problem_set *s = context;
    double *b = coefficients(s->problem->q);
    logreg__quadratic *at = logreg__quadratic_new(s->problem->q);
    logreg_status status = b && at ? logreg__quadratic_at(at, s->problem, b, NULL) : LOGREG_ENOMEM;
    if (status == LOGREG_OK)
        status = logreg__quadratic_refine(at, s->problem, b, NULL);
    if (status == LOGREG_OK)
        status = logreg__quadratic_advance(at, s->problem, b, NULL, NULL);
    logreg__quadratic_free(at);
    free(b);
    return status == LOGREG_OK || status == LOGREG_ENOMEM;
}

static void survives_failing_allocations(void)
{
    problem_set s;
    problem_make(&s, &designs[4].kind, false, true, 1);
    CU_ASSERT_TRUE(oom_each(finely, &s));
    problem_clear(&s);
}

const test_case tests[] = {
    {"agrees with Householder's QR", agrees_with_qr},
    {"agrees in one pass", agrees_in_one_pass},
    {"a step makes it fine", a_step_makes_it_fine},
    {"no factor of what is singular", no_factor_of_what_is_singular},
    {"failing allocations", survives_failing_allocations},
    {NULL, NULL},
};
