/* Columns that tell the class by their order: those whose AUC is near the limit, on either side of it, against the AUC itself. */
#include "harness.h"

#include <math.h>
#include <stdlib.h>

#include <logreg/metrics.h>

#include "data/frame.h"
#include "model/suspicions/leak.h"

enum { N = 400, MISSING = 3 };

static double uniform(unsigned *state)
{
    *state = *state * 1664525u + 1013904223u;
    return (double)(*state >> 8) / (1 << 24);
}

/* About normal. */
static double bell(unsigned *state)
{
    double sum = -6;
    for (int i = 0; i < 12; i++)
        sum += uniform(state);
    return sum;
}

/* N rows: class or share, weight, and a number that stands `apart` between classes, in steps of `step` where that is not 0, some of them missing, of odd seeds. */
typedef struct {
    double y[N], w[N], x[N];
} table;

static void fill(table *t, unsigned seed, double apart, double step, bool grouped, double far)
{
    bool misses = seed % 2;
    for (size_t i = 0; i < N; i++) {
        bool event = uniform(&seed) < 0.3;
        t->y[i] = grouped ? fabs(event - uniform(&seed) / 1000) : event;
        t->w[i] = grouped ? 1 + floor(3 * uniform(&seed)) : 1;
        t->x[i] = bell(&seed) + (event ? apart : 0);
        if (step > 0)
            t->x[i] = step * floor(t->x[i] / step);
        t->x[i] = i == 7 ? t->x[i] * far : misses && i % (N / MISSING) == 11 ? NAN : t->x[i];
    }
}

/* Whether the column is found is what its AUC says. */
static bool check(const table *t, bool grouped)
{
    logreg_frame *frame = NULL;
    double y[N], w[N], x[N], auc = 0, weight[2] = {0, 0};
    size_t n = 0;
    for (size_t i = 0; i < N; i++) {
        weight[0] += t->w[i] * (1 - t->y[i]);
        weight[1] += t->w[i] * t->y[i];
    }
    for (size_t i = 0; i < N; i++)
        if (!isnan(t->x[i])) {
            y[n] = t->y[i];
            w[n] = t->w[i];
            x[n++] = t->x[i];
        }
    CU_ASSERT_EQUAL_FATAL(logreg_metric_auc(&auc, NULL, y, x, w, n, NULL), LOGREG_OK);
    CU_ASSERT_EQUAL_FATAL(logreg_frame_new(&frame, NULL), LOGREG_OK);
    CU_ASSERT_EQUAL_FATAL(logreg_frame_add_numeric(frame, "x", t->x, N, 1, NULL), LOGREG_OK);
    const logreg__response response = {
        .n_classes = 2, .weight = weight, .n_obs = weight[0] + weight[1], .grouped = grouped};
    const logreg__classed classed = {.response = &response, .y = t->y, .w = t->w, .rows = N};
    logreg__leak leak;
    bool found = false;
    CU_ASSERT_EQUAL(logreg__leak_by_order(&found, &leak, &classed, &frame->column[0], false, NULL),
                    LOGREG_OK);
    auc = fmax(auc, 1 - auc);
    CU_ASSERT_EQUAL(found, auc >= LOGREG__LEAK_AUC);
    CU_ASSERT_TRUE(!found || leak.auc == auc);
    logreg_frame_free(frame);
    return found;
}

static void test_limit(void)
{
    static table t;
    size_t found = 0, all = 0;
    for (unsigned seed = 1; seed <= 20; seed++)
        for (double apart = -4.5; apart <= 4.5; apart += 0.25) {
            bool grouped = seed % 4 == 0;
            fill(&t, seed, apart, seed % 3 == 0 ? 0.7 : 0, grouped, seed % 5 == 0 ? 1e6 : 1);
            found += check(&t, grouped);
            all++;
        }
    CU_ASSERT_TRUE(found > all / 10 && found < all / 2);
}

/* Numbers of two values; the mean is one of the column's own where all are equal. */
static void test_two_values(void)
{
    static table t;
    for (int wrong = 0; wrong < 12; wrong++) {
        fill(&t, 5 + wrong % 2, 0, 0, false, 1);
        for (size_t i = 0; i < N; i++)
            t.x[i] = i < (size_t)wrong ? 1 - t.y[i] : t.y[i];
        check(&t, false);
    }
    for (size_t i = 0; i < N; i++)
        t.x[i] = 3;
    CU_ASSERT_FALSE(check(&t, false));
}

const test_case tests[] = {{"AUCs about the limit", test_limit},
                           {"numbers of two values, and of one", test_two_values},
                           {NULL, NULL}};
