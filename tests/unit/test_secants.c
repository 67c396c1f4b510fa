/* Pairs of steps and changes of gradients: of a quadratic the approximation they make of the inverse of its second derivatives, and which of them are kept. */
#include "harness.h"
#include "oom.h"

#include <math.h>
#include <string.h>

#include "solvers/descent/secants.h"

/* Sums of a few products of order one. */
#define TOL_SUMS 1e-12

enum { Q = 5, MOST = 3 };

/* H v of a matrix that is positive definite. */
static void multiply(double *Hv, const double *v)
{
    for (size_t i = 0; i < Q; i++) {
        Hv[i] = (double)(i + 1) * v[i];
        for (size_t j = 0; j < Q; j++)
            Hv[i] += v[j] / (double)(1 + i + j);
    }
}

static void make_step(double *to, double *g, size_t step)
{
    for (size_t j = 0; j < Q; j++)
        to[j] = sin((double)(1 + step * Q + j));
    multiply(g, to);
}

/* B v with the diagonal `guess` as what is at hand. */
static void apply(double *v, logreg__secants *w, const double *guess)
{
    double scale = logreg__secants_scale(w, guess, 1);
    logreg__secants_before(w, v);
    for (size_t j = 0; j < Q; j++)
        v[j] *= scale * guess[j];
    logreg__secants_after(w, v);
}

/* B y = s for the last pair, and B is symmetric, however many pairs were made. */
static void secant_equation(void)
{
    static const double origin[Q], guess[Q] = {1, 0.5, 0.3, 0.2, 0.1};
    logreg__secants w;
    CU_ASSERT_TRUE_FATAL(logreg__secants_init(&w, Q, MOST));
    for (size_t step = 0; step < 3 * MOST; step++) {
        double s[Q], y[Q], By[Q], column[Q][Q];
        make_step(s, y, step);
        logreg__secants_keep(&w, s, origin, y, origin);
        CU_ASSERT_EQUAL(w.pairs, step + 1);
        memcpy(By, y, sizeof By);
        apply(By, &w, guess);
        for (size_t j = 0; j < Q; j++) {
            memset(column[j], 0, sizeof column[j]);
            column[j][j] = 1;
            apply(column[j], &w, guess);
            CU_ASSERT_TRUE(fabs(By[j] - s[j]) < TOL_SUMS && column[j][j] > 0);
        }
        for (size_t j = 0; j < Q; j++)
            for (size_t i = 0; i < Q; i++)
                CU_ASSERT_TRUE(fabs(column[j][i] - column[i][j]) < TOL_SUMS);
    }
    logreg__secants_clear(&w);
}

/* After more than MOST pairs the earlier ones have no say. */
static void the_last_count(void)
{
    static const double origin[Q], guess[Q] = {1, 1, 1, 1, 1};
    logreg__secants all, last;
    double a[Q] = {1, 2, 3, 4, 5}, b[Q] = {1, 2, 3, 4, 5};
    CU_ASSERT_TRUE_FATAL(logreg__secants_init(&all, Q, MOST) && logreg__secants_init(&last, Q, MOST));
    for (size_t step = 0; step < 8; step++) {
        double s[Q], y[Q];
        make_step(s, y, step);
        logreg__secants_keep(&all, s, origin, y, origin);
        if (step >= 8 - MOST)
            logreg__secants_keep(&last, s, origin, y, origin);
    }
    apply(a, &all, guess);
    apply(b, &last, guess);
    CU_ASSERT_TRUE(memcmp(a, b, sizeof a) == 0);
    logreg__secants_clear(&all);
    logreg__secants_clear(&last);
}

/* A step that tells nothing of curvature, or the reverse of any, leaves what is known as it was. */
static void nothing_told(void)
{
    static const double origin[Q], guess[Q] = {1, 1, 1, 1, 1};
    static const double s[Q] = {1, 0, 0, 0, 0}, across[Q] = {0, 1, 0, 0, 0}, back[Q] = {-1, 0, 0, 0, 0};
    logreg__secants w;
    double v[Q] = {1, 2, 3, 4, 5}, same[Q] = {1, 2, 3, 4, 5};
    CU_ASSERT_TRUE_FATAL(logreg__secants_init(&w, Q, 1));
    logreg__secants_keep(&w, s, origin, across, origin);
    logreg__secants_keep(&w, s, origin, back, origin);
    logreg__secants_keep(&w, origin, origin, origin, origin);
    CU_ASSERT_EQUAL(w.pairs, 0);
    CU_ASSERT_EQUAL(logreg__secants_scale(&w, guess, 7), 7);
    double y[Q], to[Q];
    make_step(to, y, 1);
    logreg__secants_keep(&w, to, origin, y, origin);
    apply(v, &w, guess);
    logreg__secants_keep(&w, s, origin, back, origin);
    apply(same, &w, guess);
    CU_ASSERT_EQUAL(w.pairs, 1);
    CU_ASSERT_TRUE(memcmp(v, same, sizeof v) == 0);
    logreg__secants_clear(&w);
}

static bool init_once(void *context)
{
    (void)context;
    logreg__secants w;
    bool ok = logreg__secants_init(&w, Q, MOST);
    logreg__secants_clear(&w);
    (void)ok;
    return true;
}

static void memory(void)
{
    CU_ASSERT_TRUE(oom_each(init_once, NULL));
}

const test_case tests[] = {{"the secant equation", secant_equation},
                           {"the last pairs count", the_last_count},
                           {"steps that tell nothing", nothing_told},
                           {"failing allocations", memory},
                           {NULL, NULL}};
