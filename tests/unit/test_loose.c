/* What is asked of the rows alone that no column decides has the answer of all rows, whose margins w then has. */
#include "harness.h"

#include <stdlib.h>
#include <string.h>

#include "base/random.h"
#include "solvers/existence/loose.h"

enum { MOST_ROWS = 12, MOST_COLUMNS = 6 };
#define ENOUGH 0x1p-5

typedef struct {
    size_t rows, d;
    double U[MOST_ROWS * MOST_COLUMNS], dU[MOST_ROWS * MOST_COLUMNS];
} question;

/* Entries -1, 0 and 1, most of them 0; no row is all zeros. */
static void draw(question *q, logreg__random *random)
{
    q->rows = 1 + (size_t)(logreg__random_uniform(random) * MOST_ROWS);
    q->d = 1 + (size_t)(logreg__random_uniform(random) * MOST_COLUMNS);
    memset(q->dU, 0, sizeof q->dU);
    for (size_t i = 0; i < q->rows; i++) {
        double *u = q->U + i * q->d;
        for (size_t f = 0; f < q->d; f++) {
            double x = logreg__random_uniform(random);
            u[f] = x < 0.15 ? -1 : x < 0.35 ? 1 : 0;
        }
        u[(size_t)(logreg__random_uniform(random) * (double)q->d)] = 1;
    }
}

static double least(const question *q, const double *w)
{
    double least = INFINITY;
    for (size_t i = 0; i < q->rows; i++) {
        double sum = 0;
        for (size_t f = 0; f < q->d; f++)
            sum += q->U[i * q->d + f] * w[f];
        least = fmin(least, sum);
    }
    return least;
}

static void agrees(void)
{
    logreg__random random;
    logreg__random_init(&random, 8, 0);
    size_t wide = 0, none = 0;
    for (int round = 0; round < 20000; round++) {
        question q;
        double w[MOST_COLUMNS];
        logreg__margin_kind kind;
        draw(&q, &random);
        if (!logreg__loose_solve(&kind, w, q.U, q.dU, q.rows, q.d, ENOUGH))
            continue;
        logreg__margin *m = logreg__margin_new(q.d);
        logreg__margin_reset(m, q.d);
        CU_ASSERT_EQUAL(logreg__margin_solve(m, q.U, q.dU, q.rows, ENOUGH), kind);
        CU_ASSERT_TRUE(kind == LOGREG__MARGIN_NONE || least(&q, w) >= ENOUGH);
        wide += kind == LOGREG__MARGIN_WIDE;
        none += kind == LOGREG__MARGIN_NONE;
        free(m);
    }
    CU_ASSERT_TRUE(wide > 1000 && none > 100);
}

/* Levels a column each, rows of one class in each but the last two. */
static void decides_levels(void)
{
    static const double U[] = {1, 0, 0, 0, 1, 0, 0, 0, 0, -1, 0, 1, 0, -1, 0, 0, 0, 0, 1, -1, 0, 0, 1, -1};
    const double dU[24] = {0};
    double w[4];
    logreg__margin_kind kind;
    CU_ASSERT_TRUE_FATAL(logreg__loose_solve(&kind, w, U, dU, 6, 4, ENOUGH));
    CU_ASSERT_EQUAL(kind, LOGREG__MARGIN_WIDE);
    CU_ASSERT_TRUE(w[0] >= 1 && w[1] <= -1 && w[2] - w[3] >= ENOUGH);
}

/* A column with an entry too small to count decides nothing. */
static void leaves_faint(void)
{
    static const double U[] = {1, 0x1p-30, -1, 0x1p-30};
    const double dU[4] = {0};
    double w[2];
    logreg__margin_kind kind;
    CU_ASSERT_FALSE(logreg__loose_solve(&kind, w, U, dU, 2, 2, ENOUGH));
}

const test_case tests[] = {{"agrees with the margin of all rows", agrees},
                           {"decides levels", decides_levels},
                           {"leaves what is too small", leaves_faint},
                           {NULL, NULL}};
