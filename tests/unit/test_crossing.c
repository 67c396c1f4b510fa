/* Information of designs with many categories, however they are taken together, against products of rows written out in full. */
#include "harness.h"
#include "problems.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "engine/fold.h"

enum { ROWS = 4500, FACTORS = 9, NUMBERS = 17, LEVELS = 70 };

/* Levels of f0, f1 and so on. */
static const size_t levels[FACTORS] = {2, 3, 5, 70, 2, 2, 2, 2, 9};

/* What a case is for, by its right side. */
static const char *const cases[] = {
    "f0",                                         /* few cells, in copies */
    "f0 - 1",                                     /* no intercept */
    "f3",                                         /* more cells than are taken together */
    "f0 + f1 + f2",                               /* three groups in one cluster */
    "f0 + f1 + f2 + f3 + x0",                     /* and a pair of clusters */
    "f3 + f8 + f2 + f1 + x0 + x1",                /* several */
    "f0 + f4 + f5 + f6 + f7 + f1 + x0",           /* as many as one holds */
    "f0 * f1 + f2 + x0",                          /* products */
    "x0 + x1 + x2 + x3 + x4 + x5 + f1 + f3",      /* a whole strip of columns */
    "x0 + x1 + x2 + x3 + x4 + x5 + x6 + f1 + f3", /* and one more */
    "x0 + x1 + x2 + x3 + x4 + x5 + x6 + x7 + x8 + x9 + x10 + x11 + x12 + x13 + x14 + x15 + x16 + f2 - 1",
    "f1 + x0:f1 + x1:f2 + f3", /* numbers in the columns */
    "x0:f3 + x1:f0 - 1",
    "C(c) + f1",               /* a category of numbers */
    "C(f1, sum) + f2 + x0:f2", /* one that is dense, and one that is not */
};

/* A whole number below n that looks random. */
static size_t some(size_t i, size_t which, size_t n)
{
    double x = sin((double)(i + 1) * 12.9898 + (double)which * 78.233) * 43758.5453;
    return (size_t)((x - floor(x)) * (double)n) % n;
}

/* y of 2 or more classes; with `holes` every fifth row misses x0. */
static logreg_frame *frame_of(size_t classes, bool holes)
{
    static char label[LEVELS][8];
    const char *text[ROWS];
    double number[ROWS];
    char name[8];
    logreg_frame *frame = NULL;
    bool ok = logreg_frame_new(&frame, NULL) == LOGREG_OK;
    for (size_t l = 0; l < LEVELS; l++)
        snprintf(label[l], sizeof label[l], "l%02zu", l);
    for (size_t f = 0; ok && f < FACTORS; f++) {
        for (size_t i = 0; i < ROWS; i++)
            text[i] = label[some(i, f, levels[f])];
        snprintf(name, sizeof name, "f%zu", f);
        ok = logreg_frame_add_category(frame, name, text, ROWS, NULL) == LOGREG_OK;
    }
    for (size_t x = 0; ok && x < NUMBERS; x++) {
        for (size_t i = 0; i < ROWS; i++)
            number[i] = x == 0 && holes && i % 5 == 0 ? NAN : (double)some(i, 20 + x, 2001) / 1000 - 1;
        snprintf(name, sizeof name, "x%zu", x);
        ok = logreg_frame_add_numeric(frame, name, number, ROWS, 1, NULL) == LOGREG_OK;
    }
    for (size_t i = 0; i < ROWS; i++)
        number[i] = (double)some(i, 90, 4);
    ok = ok && logreg_frame_add_numeric(frame, "c", number, ROWS, 1, NULL) == LOGREG_OK;
    for (size_t i = 0; i < ROWS; i++)
        number[i] = (double)some(i, 91, classes);
    ok = ok && logreg_frame_add_numeric(frame, "y", number, ROWS, 1, NULL) == LOGREG_OK;
    for (size_t i = 0; i < ROWS; i++)
        number[i] = (double)some(i, 92, 4);
    ok = ok && logreg_frame_add_numeric(frame, "w", number, ROWS, 1, NULL) == LOGREG_OK;
    CU_ASSERT_TRUE_FATAL(ok);
    return frame;
}

/* drop: columns in model order that are left out, or NULL. */
static void make(problem_set *s, const char *right, size_t classes, bool weights, bool holes,
                 const unsigned char *drop)
{
    char formula[300];
    logreg_error err = {.message = ""};
    snprintf(formula, sizeof formula, "y ~ %s", right);
    *s = (problem_set){.frame = frame_of(classes, holes)};
    size_t complete = logreg_frame_find(s->frame, "x0");
    logreg__outcome outcome = {.target = "y", .weights = weights ? "w" : NULL};
    bool ok =
        logreg__formula_parse(&s->formula, formula, s->frame, NULL, 0, &err) == LOGREG_OK &&
        logreg__rows_complete(&s->rows, s->frame, &complete, 1, &err) == LOGREG_OK &&
        logreg__terms_new(&s->terms, s->formula, s->frame, s->rows, &err) == LOGREG_OK &&
        logreg__response_new(&s->response, &outcome, s->frame, s->rows, &err) == LOGREG_OK &&
        logreg__design_new(&s->design, s->terms, s->frame, s->rows, s->response, drop, &err) == LOGREG_OK &&
        logreg__problem_new(&s->problem, s->design, classes - 1, 1, &err) == LOGREG_OK;
    if (!ok)
        printf("# %s: %s\n", right, err.message);
    CU_ASSERT_TRUE_FATAL(ok);
}

/* Probabilities of the classes 1 .. k of a row. */
static void shares(double *mu, const double *x, const double *b, size_t p, size_t k)
{
    double sum = 1;
    for (size_t c = 0; c < k; c++) {
        double eta = 0;
        for (size_t j = 0; j < p; j++)
            eta += x[j] * b[c * p + j];
        sum += mu[c] = exp(eta);
    }
    for (size_t c = 0; c < k; c++)
        mu[c] /= sum;
}

/* g and H by rows written out; gram where k is 0. */
static void plainly(double *g, double *H, const problem_set *s, const double *b, size_t k)
{
    size_t n = s->design->n, p = s->design->p, q = k ? k * p : p;
    double *X = calloc(n * p, sizeof *X), *rest = calloc(3 * n, sizeof *rest);
    problem_rows(s, X, rest, rest + n, rest + 2 * n);
    for (size_t i = 0; i < n; i++) {
        const double *x = X + i * p;
        double mu[4] = {0}, w = rest[n + i];
        shares(mu, x, b, p, k);
        for (size_t c = 0; c < (k ? k : 1); c++)
            for (size_t j = 0; j < p; j++) {
                if (x[j] == 0)
                    continue;
                g[c * p + j] += w * (mu[c] - (rest[i] == (double)(c + 1))) * x[j];
                for (size_t d = c; d < (k ? k : 1); d++) {
                    double by = k ? w * mu[c] * ((c == d) - mu[d]) : w;
                    for (size_t l = j; l < p; l++)
                        H[(c * p + j) * q + d * p + l] += by * x[j] * x[l];
                }
            }
    }
    free(X);
    free(rest);
}

static void compare(const char *what, const problem_set *s, size_t k)
{
    const logreg__kernel *kernel = k ? &logreg__kernel_information : &logreg__kernel_gram;
    size_t p = s->design->p, q = k ? k * p : p, size = kernel->size(s->problem), before = k ? 2 + q : 0;
    double *b = calloc(q, sizeof *b), *want = calloc(q + q * q, sizeof *want),
           *got = calloc(size, sizeof *got);
    for (size_t j = 0; j < q; j++)
        b[j] = 0.3 * sin((double)(3 * j + 1));
    plainly(want, want + q, s, b, k);
    for (size_t level = 0; level == 0 || logreg__inner_level(level - 1); level++) {
        s->problem->inner = level ? logreg__inner_level(level - 1) : &logreg__inner_reference;
        CU_ASSERT_EQUAL_FATAL(logreg__fold(s->problem, kernel, 1, b, got, NULL, NULL), LOGREG_OK);
        double worst = 0;
        for (size_t j = 0; k && j < q; j++)
            worst = fmax(worst, fabs(got[2 + j] - want[j]));
        /* within a block of two linear predictors only the lower triangle is there */
        for (size_t j = 0; j < q; j++)
            for (size_t i = 0; i < q; i++)
                if (i / p >= j / p && i % p >= j % p)
                    worst = fmax(worst, fabs(got[before + j * q + i] - want[q + j * q + i]));
        CU_ASSERT_TRUE(near_abs(worst, 0, 1e-12 * (double)s->design->n));
        if (worst > 1e-12 * (double)s->design->n)
            printf("# %s, %zu linear predictors, %s\n", what, k, s->problem->inner->name);
    }
    free(b);
    free(want);
    free(got);
}

static void every_shape(void)
{
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        problem_set s;
        make(&s, cases[i], 2, i % 2, i % 3 == 0, NULL);
        compare(cases[i], &s, 1);
        compare(cases[i], &s, 0);
        problem_clear(&s);
    }
}

static void several_classes(void)
{
    static const size_t which[] = {0, 3, 4, 11};
    for (size_t i = 0; i < sizeof which / sizeof *which; i++) {
        problem_set s;
        make(&s, cases[which[i]], 4, i % 2, false, NULL);
        compare(cases[which[i]], &s, 3);
        problem_clear(&s);
    }
}

/* Aliased columns leave a gap in the codes. */
static void columns_left_out(void)
{
    unsigned char drop[64] = {[1] = 1, [4] = 1, [6] = 1};
    problem_set s;
    make(&s, "f1 + f2 + x0 + x1:f2 + f0*f8", 2, true, false, drop);
    compare("columns left out", &s, 1);
    compare("columns left out", &s, 0);
    problem_clear(&s);
}

/* Sums take room for pairs that can meet, not for every pair of columns. */
static void room_for_what_there_is(void)
{
    problem_set s;
    make(&s, "f3 + x0", 2, false, false, NULL);
    size_t p = s.design->p;
    CU_ASSERT_EQUAL(p, 71);
    CU_ASSERT_TRUE(logreg__kernel_gram.partial(s.problem) < p * p / 4);
    problem_clear(&s);
    make(&s, "f0 + f4 + f5 + f6 + f7", 2, false, false, NULL);
    CU_ASSERT_EQUAL(s.problem->crossing->n_clusters, 1);
    CU_ASSERT_EQUAL(s.problem->crossing->cluster[0].cells, 32);
    problem_clear(&s);
}

/* What is brought near before a block is asked for are the columns that it then shows. */
static void columns_ahead(void)
{
    static const size_t firsts[] = {0, 256, LOGREG__SEGMENT_ROWS - 256, LOGREG__SEGMENT_ROWS};
    problem_set s;
    make(&s, "x0 + I(x1^2) + x2 + f1 + x3:f2", 2, false, false, NULL);
    logreg__scratch *scratch = logreg__scratch_new(s.design);
    const double *place[8];
    for (size_t i = 0; i < sizeof firsts / sizeof *firsts; i++) {
        logreg__block block;
        logreg__design_block(&block, s.design, firsts[i], 200, scratch);
        CU_ASSERT_EQUAL_FATAL(logreg__design_ahead(place, s.design, firsts[i]), 2);
        CU_ASSERT_PTR_EQUAL(place[0], block.dense[1]);
        CU_ASSERT_PTR_EQUAL(place[1], block.dense[3]);
    }
    logreg__scratch_free(scratch);
    problem_clear(&s);
    make(&s, "x0 + x1", 2, false, true, NULL);
    CU_ASSERT_EQUAL(logreg__design_ahead(place, s.design, 0),
                    0); /* rows are left out: nothing is read in place */
    problem_clear(&s);
}

const test_case tests[] = {
    {"every shape of design", every_shape},        {"several classes", several_classes},
    {"columns left out", columns_left_out},        {"room for what there is", room_for_what_there_is},
    {"columns of the block ahead", columns_ahead}, {NULL, NULL},
};
