/* Climbs from starts that are good, bad, and misleading, on every problem: where one arrives, a long double Newton's method has been. */
#include "harness.h"
#include "oom.h"
#include "problems.h"

#include <float.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "solvers/newton/climb.h"

/* Standard errors from the maximum that an arrival is allowed, beside the rounding of the coefficient. */
#define TOL_ARRIVED 2e-9

/* Where standard errors were said to be within 1e-9, collinear columns aside. */
#define TOL_ERRORS 2e-9

/* A plan for all rows, as a fit makes it. */
static logreg__plan plan_of(const logreg__problem *problem)
{
    logreg__plan plan = logreg__plan_of(problem, 1, false);
    plan.target = 1e-9 * plan.root / sqrt(plan.q);
    return plan;
}

/* A climb from zeros; the caller frees b and at. */
static logreg__climb climb_of(const problem_set *s)
{
    size_t q = s->problem->q;
    logreg__climb c = {.problem = s->problem,
                       .b = calloc(q, sizeof(double)),
                       .at = logreg__quadratic_new(q),
                       .plan = plan_of(s->problem),
                       .lambda = INFINITY,
                       .rate = 1,
                       .settle = true};
    CU_ASSERT_TRUE_FATAL(c.b && c.at);
    return c;
}

static void clear(logreg__climb *c)
{
    free(c->b);
    logreg__quadratic_free(c->at);
}

/* Coefficients and standard errors against those of long double. */
static void check_arrival(const logreg__climb *c, const problem_set *s)
{
    size_t n = s->design->n, p = s->design->p, q = s->problem->q;
    double *X = calloc(n * p + 3 * n, sizeof *X), *y = X + n * p, *w = y + n, *offset = w + n;
    long double *beta = calloc(q, sizeof *beta), *se = calloc(q, sizeof *se);
    double *own = calloc(q, sizeof *own), *V = calloc(q * q, sizeof *V);
    problem_rows(s, X, y, w, offset);
    CU_ASSERT_TRUE_FATAL(precise_fit(beta, se, X, y, w, offset, n, p, s->problem->k));
    CU_ASSERT_TRUE(c->arrived);
    logreg__problem_beta(s->problem, own, c->b);
    CU_ASSERT_EQUAL(logreg__problem_covariance(s->problem, V, c->at->L, NULL), LOGREG_OK);
    for (size_t j = 0; j < q; j++) {
        double rounding = 4 * DBL_EPSILON * fabs(own[j]) / (double)se[j];
        if (!near_abs((double)((own[j] - beta[j]) / se[j]), 0, TOL_ARRIVED + rounding) ||
            !near_rel(sqrt(V[j * q + j]), (double)se[j], TOL_ERRORS + rounding)) {
            printf("# '%s', coefficient %zu\n", s->kind->name, j);
            CU_FAIL("a coefficient or its error is off");
        }
    }
    /* what is said to be left is not less than what is */
    logreg__quadratic *there = logreg__quadratic_new(q);
    CU_ASSERT_EQUAL(logreg__quadratic_at(there, s->problem, c->b, NULL), LOGREG_OK);
    double floor = 0;
    CU_ASSERT_EQUAL(logreg__quadratic_floor(&floor, there, NULL), LOGREG_OK);
    CU_ASSERT_TRUE(there->decrement <= c->at->decrement + floor);
    CU_ASSERT_TRUE(there->score_norm <= c->at->score_norm + 16 * DBL_EPSILON * there->loss);
    CU_ASSERT_TRUE(near_rel(c->at->loss, there->loss, 64 * DBL_EPSILON));
    logreg__quadratic_free(there);
    free(X);
    free(beta);
    free(se);
    free(own);
    free(V);
}

/* A climb that was given up is not worse off than at its start. */
static void check_given_up(const logreg__climb *c)
{
    double loss[2], *zero = calloc(c->problem->q, sizeof *zero);
    CU_ASSERT_EQUAL(logreg__fold(c->problem, &logreg__kernel_value, 1, zero, &loss[0], NULL, NULL),
                    LOGREG_OK);
    CU_ASSERT_EQUAL(logreg__fold(c->problem, &logreg__kernel_value, 1, c->b, &loss[1], NULL, NULL),
                    LOGREG_OK);
    CU_ASSERT_TRUE(loss[1] <= loss[0]);
    free(zero);
}

/* How a climb begins. */
typedef struct {
    double scale;  /* what the information at zero is said to be a part of; 0: there is none */
    double lambda; /* foreseen */
    bool hopeless;
} beginning;

static void begin(logreg__climb *c, const beginning *from)
{
    if (from->scale > 0)
        CU_ASSERT_EQUAL_FATAL(logreg__quadratic_at(c->at, c->problem, c->b, NULL), LOGREG_OK);
    c->scale = from->scale;
    c->lambda = from->lambda;
    c->rate = 0.1;
}

static void from_many_starts(void)
{
    static const beginning starts[] = {
        {0, INFINITY, false}, /* nothing is known */
        {1, 10, false},       /* the information at the start */
        {1, 1e-12, false},    /* said to be at the maximum, which it is not */
        {30, 10, false},      /* steps that are much too short, */
        {0.5, 10, false},     /* too long, */
        {1e-9, 10, true},     /* and beyond all hope */
    };
    size_t given_up = 0;
    for (const problem_kind *kind = problem_kinds; kind->name; kind++) {
        problem_set s;
        problem_make(&s, kind, false, true, 2);
        for (size_t i = 0; i < sizeof starts / sizeof *starts; i++) {
            logreg__climb c = climb_of(&s);
            begin(&c, &starts[i]);
            CU_ASSERT_EQUAL_FATAL(logreg__climb_run(&c, NULL), LOGREG_OK);
            if (c.arrived || !starts[i].hopeless)
                check_arrival(&c, &s);
            else
                check_given_up(&c);
            given_up += !c.arrived;
            clear(&c);
        }
        problem_clear(&s);
    }
    CU_ASSERT_TRUE(given_up > 0);
}

/* The cheap bound on the reach is one, and is better than the one it replaces. */
static void reaches_are_bounded(void)
{
    for (const problem_kind *kind = problem_kinds; kind->name; kind++) {
        problem_set s;
        problem_make(&s, kind, false, true, 1);
        size_t q = s.problem->q;
        double *b = calloc(q, sizeof *b), *a = calloc(q, sizeof *a), longest = 0, exact = 0;
        logreg__quadratic *at = logreg__quadratic_new(q);
        CU_ASSERT_EQUAL_FATAL(logreg__quadratic_at(at, s.problem, b, NULL), LOGREG_OK);
        CU_ASSERT_EQUAL(logreg__quadratic_metric(a, at->L, q, NULL), LOGREG_OK);
        for (size_t j = 0; j < q; j++)
            a[j] *= 1 + 0.5 * sin((double)j); /* any metric gives a bound */
        CU_ASSERT_EQUAL(logreg__fold(s.problem, &logreg__kernel_longest, 1, a, &longest, NULL, NULL),
                        LOGREG_OK);
        CU_ASSERT_EQUAL(logreg__quadratic_bound_reach(at, a, longest, NULL), LOGREG_OK);
        CU_ASSERT_EQUAL(logreg__fold(s.problem, &logreg__kernel_reach, 1, at->L, &exact, NULL, NULL),
                        LOGREG_OK);
        CU_ASSERT_TRUE(exact <= at->reach * (1 + 1e-12) && at->reach <= at->bound);
        if (!(at->reach <= 50 * exact || at->reach == at->bound))
            printf("# '%s': %g for %g\n", kind->name, at->reach, exact);
        CU_ASSERT_TRUE(at->reach <= 50 * exact || at->reach == at->bound);
        logreg__quadratic_free(at);
        free(a);
        free(b);
        problem_clear(&s);
    }
}

static bool climb_once(void *context)
{
    logreg__climb *c = context;
    memset(c->b, 0, c->problem->q * sizeof *c->b);
    c->scale = 0;
    c->lambda = INFINITY;
    logreg_status status = logreg__climb_run(c, NULL);
    return status == LOGREG_ENOMEM || (status == LOGREG_OK && c->arrived);
}

static void failing_allocations(void)
{
    problem_set s;
    problem_make(&s, &problem_kinds[12], false, true, 1);
    logreg__climb c = climb_of(&s);
    size_t all[36];
    for (size_t i = 0; i < 36; i++)
        all[i] = i;
    c.sample = all; /* whole blocks */
    c.n_sample = 35;
    CU_ASSERT_TRUE(oom_each(climb_once, &c));
    clear(&c);
    problem_clear(&s);
}

const test_case tests[] = {
    {"climbs from many starts arrive at the maximum or leave the start", from_many_starts},
    {"reaches are bounded", reaches_are_bounded},
    {"failing allocations", failing_allocations},
    {NULL, NULL},
};
