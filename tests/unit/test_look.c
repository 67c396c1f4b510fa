/* Few rows of many columns: those that are made as they are asked for have the bits of those made side by side, and a look from a part of the columns sees what the whole does. */
#include "harness.h"
#include "oom.h"

#include <float.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/random.h"
#include "engine/fold.h"
#include "solvers/paths/look.h"
#include "solvers/paths/subset.h"
#include "solvers/shrinkage.h"

/* More columns than are made side by side for one input; POINTS inputs ask for all of them. */
enum { ROWS = 290, COLUMNS = 530, POINTS = 3, EACH = 7 };

/* Of sums of the same numbers in another order. */
#define TOL_ORDER (64 * DBL_EPSILON)

typedef struct {
    logreg_frame *frame;
    logreg__terms *terms;
    logreg__rows *rows;
    logreg__response *response;
    logreg__design *design;
    logreg__problem *problem;
    logreg__shrinkage *shrinkage;
    logreg__subset subset; /* of each EACH-th column, the intercept first */
} many;

static void make(many *m, size_t n, size_t p, size_t classes)
{
    const logreg__outcome outcome = {.target = "y"};
    logreg__random random;
    double *x = calloc(n, sizeof *x);
    unsigned char *wanted = calloc(p + 1, 1);
    char name[24];
    *m = (many){0};
    logreg__random_init(&random, classes, 0);
    bool ok = logreg_frame_new(&m->frame, NULL) == LOGREG_OK;
    for (size_t j = 0; ok && j < p; j++) {
        for (size_t i = 0; i < n; i++)
            x[i] = 3 + 2 * logreg__random_normal(&random);
        snprintf(name, sizeof name, "x%zu", j);
        ok = logreg_frame_add_numeric(m->frame, name, x, n, 1, NULL) == LOGREG_OK;
    }
    ok = ok && logreg__terms_plain(&m->terms, m->frame, true, NULL) == LOGREG_OK;
    for (size_t i = 0; i < n; i++)
        x[i] = floor((double)classes * logreg__random_uniform(&random));
    for (size_t j = 0; j < p + 1; j += EACH)
        wanted[j] = 1;
    ok = ok && logreg_frame_add_numeric(m->frame, "y", x, n, 1, NULL) == LOGREG_OK &&
         logreg__rows_complete(&m->rows, m->frame, NULL, 0, NULL) == LOGREG_OK &&
         logreg__response_new(&m->response, &outcome, m->frame, m->rows, NULL) == LOGREG_OK &&
         logreg__design_new(&m->design, m->terms, m->frame, m->rows, m->response, NULL, NULL) == LOGREG_OK &&
         logreg__problem_new(&m->problem, m->design, classes - 1, 1, NULL) == LOGREG_OK &&
         logreg__problem_standardise(m->problem, true, NULL) == LOGREG_OK &&
         logreg__shrinkage_new(&m->shrinkage, m->problem, NULL) == LOGREG_OK;
    CU_ASSERT_TRUE_FATAL(ok);
    m->problem->shrinkage = m->shrinkage;
    CU_ASSERT_EQUAL_FATAL(logreg__subset_make(&m->subset, m->problem, wanted, NULL), LOGREG_OK);
    free(wanted);
    free(x);
}

static void clear(many *m)
{
    logreg__subset_clear(&m->subset);
    logreg__shrinkage_free(m->shrinkage);
    logreg__problem_free(m->problem);
    logreg__design_free(m->design);
    logreg__response_free(m->response);
    logreg__rows_free(m->rows);
    logreg__terms_free(m->terms);
    logreg_frame_free(m->frame);
}

static double *some_numbers(size_t n)
{
    double *x = calloc(n, sizeof *x);
    for (size_t i = 0; i < n; i++)
        x[i] = 0.05 * sin((double)(3 * i + 1));
    return x;
}

static void columns_made_as_asked_for_have_the_same_bits(void)
{
    static const logreg__kernel *const kernels[] = {
        &logreg__kernel_moments,        &logreg__kernel_spread,          &logreg__kernel_first_two,
        &logreg__kernel_lengths,        &logreg__kernel_value,           &logreg__kernel_gradient,
        &logreg__kernel_hessian_vector, &logreg__kernel_curved_gradient, &logreg__kernel_residual,
        &logreg__kernel_predictor,      &logreg__kernel_curved_product,  &logreg__kernel_curved_diagonal,
        &logreg__kernel_combination,    &logreg__kernel_extent};
    for (size_t classes = 2; classes <= 3; classes++) {
        many m;
        make(&m, ROWS, COLUMNS, classes);
        double *input = some_numbers(POINTS * 2 * (m.problem->q + m.problem->k * ROWS));
        for (size_t i = 0; i < sizeof kernels / sizeof *kernels; i++) {
            const logreg__kernel *kernel = kernels[i];
            size_t size = kernel->size ? kernel->size(m.problem) : 0;
            size_t out = kernel->output ? kernel->output(m.problem) * ROWS : 0;
            double *alone = calloc(size + out + 1, sizeof *alone),
                   *together = calloc(POINTS * (size + out) + 1, sizeof *together);
            CU_ASSERT_TRUE(kernel->by_columns);
            CU_ASSERT_EQUAL(logreg__fold(m.problem, kernel, 1, input, alone, alone + size, NULL), LOGREG_OK);
            CU_ASSERT_EQUAL(
                logreg__fold(m.problem, kernel, POINTS, input, together, together + POINTS * size, NULL),
                LOGREG_OK);
            CU_ASSERT_EQUAL(memcmp(alone, together, size * sizeof *alone), 0);
            CU_ASSERT_EQUAL(memcmp(alone + size, together + POINTS * size, out * sizeof *alone), 0);
            free(alone);
            free(together);
        }
        free(input);
        clear(&m);
    }
}

static void a_look_from_some_columns_sees_what_the_whole_does(void)
{
    for (size_t classes = 2; classes <= 3; classes++) {
        many m;
        make(&m, ROWS, COLUMNS, classes);
        size_t p = m.design->p, q = m.problem->q, few = m.subset.problem->design->p;
        double *part = some_numbers(POINTS * m.subset.problem->q), *b = calloc(POINTS * q, sizeof *b);
        double loss[POINTS], *g = calloc(POINTS * q, sizeof *g), *whole = calloc(1 + q, sizeof *whole);
        for (size_t i = 0; i < POINTS * (classes - 1); i++)
            for (size_t j = 0; j < few; j++)
                b[i * p + m.subset.place[j]] = part[i * few + j];
        CU_ASSERT_EQUAL(logreg__look(loss, g, m.problem, m.subset.problem, part, POINTS, NULL), LOGREG_OK);
        for (size_t i = 0; i < POINTS; i++) {
            CU_ASSERT_EQUAL(
                logreg__fold(m.problem, &logreg__kernel_gradient, 1, b + i * q, whole, NULL, NULL),
                LOGREG_OK);
            CU_ASSERT_DOUBLE_EQUAL(loss[i], whole[0], TOL_ORDER * ROWS);
            for (size_t j = 0; j < q; j++)
                CU_ASSERT_DOUBLE_EQUAL(g[i * q + j], whole[1 + j], TOL_ORDER * ROWS);
        }
        free(part);
        free(b);
        free(g);
        free(whole);
        clear(&m);
    }
}

static bool look_action(void *context)
{
    const many *m = context;
    double b[8] = {0.1}, loss = 42, g[32] = {42};
    logreg_status status = logreg__look(&loss, g, m->problem, m->subset.problem, b, 1, NULL);
    return status == LOGREG_OK || (status == LOGREG_ENOMEM && g[0] == 42);
}

static void survives_failing_allocations(void)
{
    many m;
    make(&m, 12, 14, 3);
    CU_ASSERT_TRUE_FATAL(m.problem->q <= 32 && m.subset.problem->q <= 8);
    CU_ASSERT_TRUE(oom_each(look_action, &m));
    clear(&m);
}

const test_case tests[] = {
    {"columns made as they are asked for have the same bits", columns_made_as_asked_for_have_the_same_bits},
    {"a look from some columns sees what the whole does", a_look_from_some_columns_sees_what_the_whole_does},
    {"failing allocations", survives_failing_allocations},
    {NULL, NULL},
};
