/* Draws designs of many rows out of what makes fits hard, and fits each twice: the quick way, which starts from samples and steps by rough
 * informations, and by Newton's method from the null model. The optimum is the same, however it was reached. A design that they disagree on is
 * printed with its number: it alone is made again with -DFIRST=number -DROUNDS=1. */
#include "harness.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <logreg.h>

#include "base/random.h"

#ifndef FIRST
#define FIRST 0
#endif

/* Both ways end within the rounding level of the optimum, which grows with the condition number. */
#define TOL_BETA 1e-9
#define TOL_ERRORS 1e-9

enum { LEAST_ROWS = 66000, MORE_ROWS = 60000, FEW_COLUMNS = 8, MANY_COLUMNS = 70, LEVELS = 30, KINDS = 11 };

static logreg__random random_state;

static double uniform(void)
{
    return logreg__random_uniform(&random_state);
}

static size_t below(size_t n)
{
    return (size_t)logreg__random_below(&random_state, n);
}

static bool chance(double p)
{
    return uniform() < p;
}

/* ---- Columns ---- */

/* A column of n numbers of some kind; `before` is the one before it, or NULL. Of many columns none is of a kind that may separate the
 * classes: to settle that takes long. */
static void fill(double *x, const double *before, size_t n, bool many)
{
    size_t kind = below(KINDS), lone = below(n / 256);
    double scale = pow(10, 24 * uniform() - 12), share = pow(10, -2 * uniform());
    double noise =
        chance(0.5) ? pow(10, -6 * uniform()) : pow(10, -9 - 3 * uniform()); /* below 1e-11 an alias */
    if ((!before && kind >= 8) || (many && (kind == 4 || kind == 6 || kind == 7)))
        kind = 0;
    for (size_t i = 0; i < n; i++) {
        double z = logreg__random_normal(&random_state);
        switch (kind) {
        case 1:
            x[i] = scale * z;
            break;
        case 2:
            x[i] = scale * (z + 1e4);
            break;
        case 3:
            x[i] = z / (uniform() + 1e-4);
            break; /* heavy tails */
        case 4:
            x[i] = uniform() < share;
            break; /* a rare mark */
        case 5:
            x[i] = floor(5 * uniform());
            break; /* an answer on a scale */
        case 6:
            x[i] = i % 9001 == 17 ? 1e3 * share : z;
            break; /* outliers */
        case 7:
            x[i] = i / 256 == lone ? z : 7;
            break; /* constant in all blocks but one */
        case 8:
            x[i] = before[i] + noise * fabs(before[i]) * z;
            break; /* nearly, or quite, collinear */
        case 9:
            x[i] = 2 * before[i];
            break; /* an exact multiple */
        case 10:
            x[i] = before[i] * z;
            break;
        default:
            x[i] = z;
        }
    }
}

/* What a column adds to the linear predictor, about `effect` times a standard normal number. */
static void add_effect(double *eta, const double *x, size_t n, double effect)
{
    double mean = 0, square = 0;
    for (size_t i = 0; i < n; i++)
        mean += x[i] / (double)n;
    for (size_t i = 0; i < n; i++)
        square += (x[i] - mean) * (x[i] - mean) / (double)n;
    for (size_t i = 0; square > 0 && i < n; i++)
        eta[i] += effect * (x[i] - mean) / sqrt(square);
}

static void add_category(logreg_frame *frame, double *eta, size_t n)
{
    static const char *const names[LEVELS] = {"a", "b", "c", "d", "e", "f", "g", "h", "i", "j",
                                              "k", "l", "m", "n", "o", "p", "q", "r", "s", "t",
                                              "u", "v", "w", "x", "y", "z", "A", "B", "C", "D"};
    const char **label = malloc(n * sizeof *label);
    size_t levels = 2 + below(LEVELS - 1);
    double effect[LEVELS], skew = 1 + uniform();
    for (size_t l = 0; l < levels; l++)
        effect[l] = logreg__random_normal(&random_state);
    for (size_t i = 0; i < n; i++) {
        size_t l = (size_t)((double)levels * pow(uniform(), skew));
        label[i] = names[l];
        eta[i] += effect[l];
    }
    CU_ASSERT_EQUAL_FATAL(logreg_frame_add_category(frame, "group", label, n, NULL), LOGREG_OK);
    free(label);
}

/* ---- A design ---- */

typedef struct {
    logreg_frame *frame;
    const char *formula;
    bool weights, offset;
} study;

static void add(logreg_frame *frame, const char *name, const double *x, size_t n)
{
    CU_ASSERT_EQUAL_FATAL(logreg_frame_add_numeric(frame, name, x, n, 1, NULL), LOGREG_OK);
}

static int ascending(const void *a, const void *b)
{
    double u = *(const double *)a, v = *(const double *)b;
    return (u > v) - (u < v);
}

/* Outcomes of rows with these linear predictors; where they are sorted, columns know nothing of them. */
static void add_outcome(logreg_frame *frame, const double *eta, double *y, size_t n, size_t p)
{
    size_t classes = p == MANY_COLUMNS || chance(0.8) ? 2 : 3;
    double shift = chance(0.3) ? -6 * uniform() : 0; /* rare events */
    for (size_t i = 0; i < n; i++) {
        y[i] = 0;
        for (size_t c = 1; c < classes; c++)
            y[i] += uniform() < logreg_sigmoid((eta[i] + shift) / (double)c);
    }
    if (chance(0.1))
        qsort(y, n, sizeof *y, ascending);
    for (size_t c = 0; c < classes; c++) /* each class occurs */
        y[c] = (double)c;
    add(frame, "y", y, n);
}

static void add_weights(study *s, double *w, size_t n)
{
    s->weights = chance(0.3);
    size_t kind = below(3);
    for (size_t i = 0; s->weights && i < n; i++)
        w[i] = kind == 0 ? (double)below(4) : kind == 1 ? pow(10, 6 * uniform() - 3) : i < n / 2 ? 0 : 1000;
    if (s->weights) {
        w[0] = w[1] = w[2] = 1;
        add(s->frame, "w", w, n);
    }
    s->offset = chance(0.15);
    for (size_t i = 0; s->offset && i < n; i++)
        w[i] = 2 * uniform();
    if (s->offset)
        add(s->frame, "o", w, n);
}

static study make(void)
{
    size_t n = LEAST_ROWS + below(MORE_ROWS), p = chance(0.05) ? MANY_COLUMNS : 1 + below(FEW_COLUMNS);
    double *x[2] = {malloc(n * sizeof(double)), malloc(n * sizeof(double))}, *eta = calloc(n, sizeof *eta);
    double most = chance(0.1) ? 40 : chance(0.1) ? 0 : 1.5; /* near separation; no effect */
    study s = {.frame = NULL};
    CU_ASSERT_FATAL(x[0] && x[1] && eta);
    CU_ASSERT_EQUAL_FATAL(logreg_frame_new(&s.frame, NULL), LOGREG_OK);
    for (size_t j = 0; j < p; j++) {
        char name[24];
        snprintf(name, sizeof name, "x%zu", j + 1);
        fill(x[j % 2], j ? x[(j + 1) % 2] : NULL, n, p == MANY_COLUMNS);
        add_effect(eta, x[j % 2], n, most * (2 * uniform() - 1) / sqrt((double)p));
        add(s.frame, name, x[j % 2], n);
    }
    if (chance(0.4))
        add_category(s.frame, eta, n);
    add_weights(&s, x[0], n);
    add_outcome(s.frame, eta, x[0], n, p);
    s.formula = chance(0.1) ? "y ~ . - 1" : p > 1 && chance(0.2) ? "y ~ . + x1:x2" : "y ~ .";
    free(x[0]);
    free(x[1]);
    free(eta);
    return s;
}

/* ---- Both ways ---- */

static bool agree(const logreg_model *a, const logreg_model *b)
{
    if (logreg_model_converged(a) != logreg_model_converged(b) ||
        logreg_model_rank(a) != logreg_model_rank(b) ||
        logreg_model_separation(a) != logreg_model_separation(b))
        return false;
    for (size_t k = 1; logreg_model_converged(a) && k < logreg_model_classes(a); k++)
        for (size_t j = 0; j < logreg_model_coefficients(a); j++) {
            if (logreg_model_coefficient_status(a, k, j) != logreg_model_coefficient_status(b, k, j))
                return false;
            if (logreg_model_coefficient_status(b, k, j) != LOGREG_COEF_OK)
                continue;
            double error = sqrt(logreg_model_covariance(b, k, j, k, j)),
                   t = logreg_model_coefficient(b, k, j) / error;
            if (!near_rel(sqrt(logreg_model_covariance(a, k, j, k, j)), error, TOL_ERRORS) ||
                !near_abs(logreg_model_coefficient(a, k, j) / error, t, TOL_BETA * fmax(1, 1e-6 * fabs(t))))
                return false;
        }
    return true;
}

static void tell(size_t round, const study *s, const logreg_model *a, const logreg_model *b)
{
    printf("# design %zu: %s, %zu rows%s%s\n", round, s->formula, logreg_frame_rows(s->frame),
           s->weights ? ", weights" : "", s->offset ? ", an offset" : "");
    for (size_t k = 1; k < logreg_model_classes(a); k++)
        for (size_t j = 0; j < logreg_model_coefficients(a); j++)
            printf("#   %s: %.17g (%.17g), %.17g (%.17g)\n", logreg_model_coefficient_name(a, j),
                   logreg_model_coefficient(a, k, j), sqrt(logreg_model_covariance(a, k, j, k, j)),
                   logreg_model_coefficient(b, k, j), sqrt(logreg_model_covariance(b, k, j, k, j)));
}

/* True if the quick way took fewer looks at all rows. */
static bool fit_twice(size_t round)
{
    logreg__random_init(&random_state, 31, round);
    study s = make();
    logreg_options quick = logreg_options_default();
    quick.weights = s.weights ? "w" : NULL;
    quick.offset = s.offset ? "o" : NULL;
    quick.measures = false;
    logreg_options whole = quick;
    whole.max_iter = 60; /* asks for Newton's own iterations, from the null model */
    logreg_model *a = NULL, *b = NULL;
    logreg_error err = {0};
    logreg_status first = logreg_fit_formula(&a, s.frame, s.formula, &quick, &err);
    logreg_status second = logreg_fit_formula(&b, s.frame, s.formula, &whole, NULL);
    CU_ASSERT_EQUAL(first, second);
    bool both = first == LOGREG_OK && second == LOGREG_OK, sooner = false;
    if (!both)
        printf("# design %zu: %s\n", round, err.message);
    CU_ASSERT_TRUE(both);
    if (both) {
        bool same = agree(a, b);
        CU_ASSERT_TRUE(same);
        if (!same)
            tell(round, &s, a, b);
        sooner = logreg_model_iterations(a) < logreg_model_iterations(b);
    }
    logreg_model_free(a);
    logreg_model_free(b);
    logreg_frame_free(s.frame);
    return sooner;
}

static void both_ways_agree(void)
{
    long rounds = ROUNDS, sooner = 0;
    for (long round = FIRST; round < FIRST + rounds; round++)
        sooner += fit_twice((size_t)round);
    printf("# %ld of %ld designs in fewer walks\n", sooner, rounds);
    CU_ASSERT_TRUE(sooner > rounds / 4 || FIRST > 0); /* else nothing was compared with anything */
}

const test_case tests[] = {
    {"quick fits agree with Newton's method from the null model", both_ways_agree},
    {NULL, NULL},
};
