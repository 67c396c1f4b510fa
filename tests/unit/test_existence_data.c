/* Does a finite maximum exist: on data whose answer is known, or that linear programmes have answered. */
#include "harness.h"

#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/exact.h"
#include "design_of.h"
#include "oom.h"
#include "solvers/existence/existence.h"

static uint64_t state;

static unsigned draw(unsigned below)
{
    state = state * 6364136223846793005u + 1442695040888963407u;
    return (unsigned)(state >> 33) % below;
}

/* ---- One feature and its powers: a polynomial of degree m has m zeros, and so separates classes that change m times at
 * most along x, and no others. ---- */

static logreg_separation of_powers(size_t degree, double shift, const double *y, size_t n)
{
    double X[32 * 8];
    for (size_t i = 0; i < n; i++)
        for (size_t j = 0; j < degree; j++)
            X[i * degree + j] = pow(shift + (double)i, (double)(j + 1));
    logreg_error err;
    logreg__existence *e = NULL;
    design_of d = design_of_array(X, y, NULL, NULL, n, degree, true, NULL, &err);
    CU_ASSERT_PTR_NOT_NULL_FATAL(d.design);
    CU_ASSERT_EQUAL_FATAL(logreg__existence_decide(&e, d.design, 1, &err), LOGREG_OK);
    logreg_separation kind = e->separation;
    logreg__existence_free(e);
    design_of_free(&d);
    return kind;
}

static void counts_the_zeros_of_polynomials(void)
{
    enum { N = 20 };
    static const struct {
        size_t degree;
        double shift;
    } cases[] = {{1, 0}, {1, 1e5}, {2, 0}, {2, 2000}, {3, 0}, {3, 100}, {4, 0}, {5, 10}, {6, 0}, {7, 0}};
    state = 1;
    for (size_t c = 0; c < sizeof cases / sizeof *cases; c++)
        for (int round = 0; round < 100; round++) {
            size_t wanted = 1 + draw((unsigned)(2 * cases[c].degree)), changes_made = 0;
            double y[N];
            for (size_t i = 0; i < N; i++) {
                bool turns = i && changes_made < wanted && draw((unsigned)(N - i)) < wanted - changes_made;
                y[i] = i ? (turns ? 1 - y[i - 1] : y[i - 1]) : draw(2);
                changes_made += turns;
            }
            CU_ASSERT_EQUAL(of_powers(cases[c].degree, cases[c].shift, y, N), changes_made <= cases[c].degree
                                                                                  ? LOGREG_SEPARATION_COMPLETE
                                                                                  : LOGREG_SEPARATION_NONE);
        }
}

/* ---- Small gaps ---- */

static logreg_separation of_one(const double *x, const double *y, size_t n)
{
    logreg_error err = {.message = ""};
    logreg__existence *e = NULL;
    design_of d = design_of_array(x, y, NULL, NULL, n, 1, true, NULL, &err);
    CU_ASSERT_PTR_NOT_NULL_FATAL(d.design);
    if (logreg__existence_decide(&e, d.design, 1, &err) != LOGREG_OK)
        printf("# %s\n", err.message);
    CU_ASSERT_PTR_NOT_NULL_FATAL(e);
    logreg_separation kind = e->separation;
    logreg__existence_free(e);
    design_of_free(&d);
    return kind;
}

static void tells_gap_from_overlap(void)
{
    static const double y[] = {0, 0, 0, 0, 1, 1, 1, 1};
    for (double gap = 1e-3; gap > 5e-14; gap /= 10) {
        double apart[] = {-3, -2, 1, 2, 2 + gap, 3, 5, 9}, across[] = {-3, -2, 1, 2 + gap, 2, 3, 5, 9};
        double touching[] = {-3, -2, 1, 2, 2, 3, 5, 9 + gap};
        CU_ASSERT_EQUAL(of_one(apart, y, 8), LOGREG_SEPARATION_COMPLETE);
        CU_ASSERT_EQUAL(of_one(across, y, 8), LOGREG_SEPARATION_NONE);
        CU_ASSERT_EQUAL(of_one(touching, y, 8), LOGREG_SEPARATION_QUASI);
    }
    /* what rounding may have made is a tie */
    double rounded[] = {-3, -2, 1, 2, 2 + 0x1p-51, 3, 5, 9};
    CU_ASSERT_EQUAL(of_one(rounded, y, 8), LOGREG_SEPARATION_QUASI);
}

/* p values, say: what matters may be far smaller than the largest. */
static void looks_at_every_scale(void)
{
    static const double y[] = {0, 0, 0, 1, 1, 1};
    double apart[] = {1e-30, 1e-25, 1e-20, 2e-20, 1e-10, 0.5},
           across[] = {1e-30, 1e-25, 2e-20, 1e-20, 1e-10, 0.5};
    CU_ASSERT_EQUAL(of_one(apart, y, 6), LOGREG_SEPARATION_COMPLETE);
    CU_ASSERT_EQUAL(of_one(across, y, 6), LOGREG_SEPARATION_NONE);
}

static void says_that_it_cannot_tell(void)
{
    double x[] = {1e-300, 2e-300, 3e-300, 4e-300, 1e300}, y[] = {0, 1, 0, 1, 0};
    logreg_error err = {.message = ""};
    logreg__existence *e = NULL;
    design_of d = design_of_array(x, y, NULL, NULL, 5, 1, true, NULL, &err);
    CU_ASSERT_PTR_NOT_NULL_FATAL(d.design);
    CU_ASSERT_EQUAL(logreg__existence_decide(&e, d.design, 1, &err), LOGREG_ENUMERIC);
    CU_ASSERT_PTR_NULL(e);
    CU_ASSERT_PTR_NOT_NULL(strstr(err.message, "cannot decide whether the data are separated"));
    design_of_free(&d);
}

/* ---- More rows than are looked at together ---- */

enum { MANY = 200000, FEATURES = 5 };

typedef struct {
    double X[MANY * FEATURES], y[MANY];
} crowd;

static logreg__existence *decide_crowd(const crowd *c)
{
    logreg_error err = {.message = ""};
    logreg__existence *e = NULL;
    design_of d = design_of_array(c->X, c->y, NULL, NULL, MANY, FEATURES, true, NULL, &err);
    CU_ASSERT_PTR_NOT_NULL_FATAL(d.design);
    if (logreg__existence_decide(&e, d.design, 1, &err) != LOGREG_OK)
        printf("# %s\n", err.message);
    CU_ASSERT_PTR_NOT_NULL_FATAL(e);
    design_of_free(&d);
    return e;
}

static double plane(const double *x)
{
    return x[0] - 2 * x[1] + 3 * x[2] + x[3] - x[4] - 0.5;
}

static void finds_the_rows_that_matter(void)
{
    crowd *c = malloc(sizeof *c);
    CU_ASSERT_PTR_NOT_NULL_FATAL(c);
    state = 3;
    for (size_t i = 0; i < MANY; i++) {
        for (size_t j = 0; j < FEATURES; j++)
            c->X[i * FEATURES + j] = draw(1000);
        c->y[i] = plane(c->X + i * FEATURES) > 0;
    }
    logreg__existence *e = decide_crowd(c);
    CU_ASSERT_EQUAL(e->separation, LOGREG_SEPARATION_COMPLETE);
    for (size_t i = 0; i < MANY; i++) {
        double x[FEATURES + 1] = {1};
        memcpy(x + 1, c->X + i * FEATURES, FEATURES * sizeof *x);
        int side = logreg__exact_sign(x, e->direction, NULL, FEATURES + 1);
        if (!e->separated[i] || side != (c->y[i] > 0 ? 1 : -1)) {
            CU_FAIL("a row is on the wrong side");
            break;
        }
    }
    logreg__existence_free(e);

    /* one row deep on the wrong side, and there is a maximum */
    memcpy(c->X + 777 * FEATURES, (double[]){900, 0, 900, 900, 0}, FEATURES * sizeof(double));
    c->y[777] = 0;
    e = decide_crowd(c);
    CU_ASSERT_EQUAL(e->separation, LOGREG_SEPARATION_NONE);
    CU_ASSERT_EQUAL(e->status[1], LOGREG_COEF_OK);
    logreg__existence_free(e);

    /* three rows alone have the last feature, and all are events */
    for (size_t i = 0; i < MANY; i++) {
        bool rare = i == 5 || i == 100001 || i == MANY - 1;
        c->X[i * FEATURES + 4] = rare ? 0.1 : 0;
        c->y[i] = rare ? 1 : draw(2);
    }
    e = decide_crowd(c);
    CU_ASSERT_EQUAL(e->separation, LOGREG_SEPARATION_QUASI);
    size_t separated = 0;
    for (size_t i = 0; i < MANY; i++)
        separated += e->separated[i];
    CU_ASSERT_TRUE(separated == 3 && e->separated[5] && e->separated[100001] && e->separated[MANY - 1]);
    for (size_t j = 0; j < FEATURES; j++)
        CU_ASSERT_TRUE(e->status[j] == LOGREG_COEF_OK && !e->drop[j] && e->direction[j] == 0);
    CU_ASSERT_TRUE(e->status[FEATURES] == LOGREG_COEF_PLUS_INFINITY && e->drop[FEATURES]);
    logreg__existence_free(e);
    free(c);
}

/* ---- Shipped data against linear programmes ---- */

typedef struct {
    const char *name, *formula;
    logreg_separation kind;
    size_t separated;
    const char *statuses; /* o finite, + and - infinite, u of both signs */
} expected_separation;

#include "../reference/separation.h"

static void check_shipped(const expected_separation *want)
{
    char path[64], statuses[64];
    logreg_error err = {.message = ""};
    logreg_frame *frame = NULL;
    logreg__formula *formula = NULL;
    logreg__rows *rows = NULL;
    logreg__terms *terms = NULL;
    logreg__response *response = NULL;
    logreg__design *design = NULL;
    logreg__existence *e = NULL;
    snprintf(path, sizeof path, "datasets/%s.csv", want->name);
    bool ok = logreg_frame_read_csv(&frame, source_path(path), NULL, &err) == LOGREG_OK &&
              logreg__formula_parse(&formula, want->formula, frame, NULL, 0, &err) == LOGREG_OK &&
              logreg__rows_complete(&rows, frame, NULL, 0, &err) == LOGREG_OK &&
              logreg__terms_new(&terms, formula, frame, rows, &err) == LOGREG_OK &&
              logreg__response_new(&response, &(logreg__outcome){.target = terms->response}, frame, rows,
                                   &err) == LOGREG_OK &&
              logreg__design_new(&design, terms, frame, rows, response, NULL, &err) == LOGREG_OK &&
              logreg__existence_decide(&e, design, response->n_classes - 1, &err) == LOGREG_OK;
    if (!ok)
        printf("# %s\n", err.message);
    CU_ASSERT_TRUE_FATAL(ok);
    size_t separated = 0, q = (response->n_classes - 1) * terms->n_columns;
    for (size_t i = 0; i < rows->n; i++)
        separated += e->separated[i];
    for (size_t j = 0; j < q; j++)
        statuses[j] = "oa+-u"[e->status[j]];
    statuses[q] = '\0';
    CU_ASSERT_EQUAL(e->separation, want->kind);
    CU_ASSERT_EQUAL(separated, want->separated);
    CU_ASSERT_TRUE(same_text(statuses, want->statuses));
    logreg__existence_free(e);
    logreg__design_free(design);
    logreg__response_free(response);
    logreg__terms_free(terms);
    logreg__rows_free(rows);
    logreg__formula_free(formula);
    logreg_frame_free(frame);
}

static void agrees_with_linear_programmes(void)
{
    for (size_t i = 0; i < sizeof separations / sizeof *separations; i++)
        check_shipped(&separations[i]);
}

/* ---- Columns left out, and memory that runs out ---- */

static void leaves_dropped_columns_alone(void)
{
    double X[] = {1, 2, 0, 2, 4, 1, 3, 6, 0, 4, 8, 1, 5, 10, 0}, y[] = {0, 0, 1, 1, 1};
    static const unsigned char drop[] = {0, 0, 1, 0};
    logreg_error err;
    logreg__existence *e = NULL;
    design_of d = design_of_array(X, y, NULL, NULL, 5, 3, true, drop, &err);
    CU_ASSERT_PTR_NOT_NULL_FATAL(d.design);
    CU_ASSERT_EQUAL_FATAL(logreg__existence_decide(&e, d.design, 1, &err), LOGREG_OK);
    CU_ASSERT_EQUAL(e->separation, LOGREG_SEPARATION_COMPLETE);
    CU_ASSERT_TRUE(e->status[2] == LOGREG_COEF_ALIASED && e->drop[2]);
    CU_ASSERT_EQUAL(e->status[0], LOGREG_COEF_MINUS_INFINITY);
    CU_ASSERT_EQUAL(e->status[1], LOGREG_COEF_PLUS_INFINITY);
    CU_ASSERT_EQUAL(e->status[3], LOGREG_COEF_UNDETERMINED);
    logreg__existence_free(e);
    design_of_free(&d);
}

static bool decide_again(void *context)
{
    logreg__existence *e = NULL;
    logreg_error err = {.status = LOGREG_OK};
    const design_of *d = context;
    logreg_status status = logreg__existence_decide(&e, d->design, 1, &err);
    bool well = status == LOGREG_OK ? e != NULL : status == LOGREG_ENOMEM && err.status == status && !e;
    logreg__existence_free(e);
    return well;
}

static void survives_failing_allocations(void)
{
    double X[] = {1, 3, 2, 0, 3, -1, 3, 4, 3, 1, 4, 0, 5, 2, 6, 7, 10, 3, 11, 4};
    double quasi[] = {0, 0, 0, 0, 1, 1, 1, 1, 1, 1}, complete[] = {0, 0, 0, 0, 0, 1, 1, 1, 1, 1};
    double none[] = {0, 1, 0, 1, 1, 0, 1, 0, 1, 0};
    const double *const outcomes[] = {quasi, complete, none};
    for (size_t i = 0; i < 3; i++) {
        design_of d = design_of_array(X, outcomes[i], NULL, NULL, 10, 2, true, NULL, NULL);
        CU_ASSERT_PTR_NOT_NULL_FATAL(d.design);
        CU_ASSERT_TRUE(oom_each(decide_again, &d));
        design_of_free(&d);
    }
}

const test_case tests[] = {
    {"counts the zeros of polynomials", counts_the_zeros_of_polynomials},
    {"tells a small gap from a small overlap", tells_gap_from_overlap},
    {"looks at every scale", looks_at_every_scale},
    {"says that it cannot tell", says_that_it_cannot_tell},
    {"finds the few rows that matter among many", finds_the_rows_that_matter},
    {"agrees with linear programmes on shipped data", agrees_with_linear_programmes},
    {"leaves dropped columns alone", leaves_dropped_columns_alone},
    {"survives failing allocations", survives_failing_allocations},
    {NULL, NULL},
};
