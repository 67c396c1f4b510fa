/* Are fits with penalties on sizes optimal? Conditions of Karush, Kuhn and Tucker by plain loops over columns as they stand; the penalty's slopes
 * and curvature against differences of its value; the same bits at any number of threads. */
#include "harness.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <logreg/model.h>

#include "frames.h"
#include "problems.h"
#include "solvers/shrinkage.h"

/* Violations of the conditions, relative to the largest lambda. */
#define TOL_KKT 1e-9

/* Central differences of functions of size 1 by steps of 1e-5. */
#define TOL_DIFFERENCE 1e-8

enum { NUMBERS = 6, LEVELS = 4, COLUMNS = 1 + NUMBERS + LEVELS - 1, CLASSES = 5, MOST_ROWS = 300 };

/* ---- Rows at random ---- */

typedef struct {
    size_t n, classes;
    double x[NUMBERS][MOST_ROWS], w[MOST_ROWS], o[MOST_ROWS], y[MOST_ROWS];
    int f[MOST_ROWS];
    unsigned long long state;
    logreg_frame *frame;
} rows_of;

static double uniform(rows_of *r)
{
    r->state = r->state * 6364136223846793005ULL + 1442695040888963407ULL;
    return (double)(r->state >> 11) / 9007199254740992.0;
}

/* Numbers of several scales and means, two of them nearly the same, a factor, and classes that depend on some. */
static void fill(rows_of *r)
{
    static const double scale[NUMBERS] = {1, 20, 1e-2, 1, 3, 1}, mean[NUMBERS] = {0, 100, 0, -4, 0, 0};
    for (size_t i = 0; i < r->n; i++) {
        for (size_t j = 0; j < NUMBERS; j++) {
            double z = uniform(r) + uniform(r) + uniform(r) - 1.5;
            r->x[j][i] = j == 5 ? r->x[0][i] + 0.01 * z : mean[j] + 2 * scale[j] * z;
        }
        r->f[i] = i < LEVELS ? (int)i : (int)(uniform(r) * LEVELS);
        r->w[i] = floor(3 * uniform(r)) + (i < CLASSES);
        r->o[i] = uniform(r) - 0.5;
        double u = 2 * r->x[0][i] - r->x[3][i] - 4 + 0.3 * r->f[i] + 3 * (uniform(r) - 0.5);
        size_t class = (size_t)fmin(fmax(floor(u * 0.4 + (double)r->classes / 2), 0), (double)r->classes - 1);
        r->y[i] = i < r->classes ? (double)i : (double)class;
    }
}

static rows_of *rows_new(size_t n, size_t classes, unsigned long long seed)
{
    static const char *const label[LEVELS] = {"a", "b", "c", "d"};
    rows_of *r = calloc(1, sizeof *r);
    const char *f[MOST_ROWS];
    CU_ASSERT_PTR_NOT_NULL_FATAL(r);
    *r = (rows_of){.n = n, .classes = classes, .state = seed};
    fill(r);
    CU_ASSERT_EQUAL_FATAL(logreg_frame_new(&r->frame, NULL), LOGREG_OK);
    bool ok = true;
    for (size_t j = 0; j < NUMBERS; j++) {
        const char name[] = {'x', (char)('1' + j), '\0'};
        ok = ok && logreg_frame_add_numeric(r->frame, name, r->x[j], n, 1, NULL) == LOGREG_OK;
    }
    for (size_t i = 0; i < n; i++)
        f[i] = label[r->f[i]];
    ok = ok && logreg_frame_add_category(r->frame, "f", f, n, NULL) == LOGREG_OK &&
         logreg_frame_add_numeric(r->frame, "w", r->w, n, 1, NULL) == LOGREG_OK &&
         logreg_frame_add_numeric(r->frame, "o", r->o, n, 1, NULL) == LOGREG_OK &&
         logreg_frame_add_numeric(r->frame, "y", r->y, n, 1, NULL) == LOGREG_OK;
    CU_ASSERT_TRUE_FATAL(ok);
    return r;
}

static void rows_free(rows_of *r)
{
    logreg_frame_free(r->frame);
    free(r);
}

/* Column j of the design of y ~ x1 + .. + x6 + f in row i. */
static double at(const rows_of *r, size_t i, size_t j)
{
    return j == 0 ? 1 : j <= NUMBERS ? r->x[j - 1][i] : r->f[i] == (int)(j - NUMBERS);
}

/* ---- The conditions ---- */

/* Slopes of the mean loss in each class's coefficients; weights and offset where the options have them. */
static void slopes(long double g[CLASSES][COLUMNS], const logreg_model *m, const rows_of *r,
                   const logreg_options *o)
{
    long double total = 0;
    memset(g, 0, CLASSES * sizeof *g);
    for (size_t i = 0; i < r->n; i++) {
        long double eta[CLASSES] = {0}, sum = 0, w = o->weights ? r->w[i] : 1;
        for (size_t k = logreg_model_first_class(m); k < r->classes; k++) {
            for (size_t j = 0; j < COLUMNS; j++)
                eta[k] += (long double)logreg_model_coefficient(m, k, j) * at(r, i, j);
            eta[k] += o->offset && k == 1 ? r->o[i] : 0;
        }
        for (size_t k = 0; k < r->classes; k++)
            sum += expl(eta[k]);
        for (size_t k = 0; k < r->classes; k++)
            for (size_t j = 0; j < COLUMNS; j++)
                g[k][j] += w * (expl(eta[k]) / sum - (r->y[i] == (double)k)) * at(r, i, j);
        total += w;
    }
    for (size_t k = 0; k < r->classes; k++)
        for (size_t j = 0; j < COLUMNS; j++)
            g[k][j] /= total;
}

/* The standard deviation of column j, by 1/n. */
static double deviation(const rows_of *r, const logreg_options *o, size_t j)
{
    long double total = 0, mean = 0, square = 0;
    for (size_t i = 0; i < r->n; i++) {
        long double w = o->weights ? r->w[i] : 1;
        total += w;
        mean += w * at(r, i, j);
    }
    mean /= total;
    for (size_t i = 0; i < r->n; i++)
        square += (o->weights ? r->w[i] : 1) * (at(r, i, j) - mean) * (at(r, i, j) - mean);
    return (double)sqrtl(square / total);
}

/* The largest violation, in units of lambda. */
static double violation(const logreg_model *m, const rows_of *r, const logreg_options *o)
{
    long double g[CLASSES][COLUMNS], worst = 0;
    double alpha = logreg_model_l1_ratio(m), lambda = logreg_model_lambda(m);
    slopes(g, m, r, o);
    for (size_t j = 0; j < COLUMNS; j++) {
        const char *name = logreg_model_coefficient_name(m, j);
        double s = j && o->standardize ? deviation(r, o, j) : 1, v = j > 0, low = -INFINITY, high = INFINITY;
        for (size_t i = 0; i < o->n_parts; i++)
            if (strcmp(o->parts[i].name, name) == 0 || (j > NUMBERS && strcmp(o->parts[i].name, "f") == 0)) {
                v = o->parts[i].factor;
                low = o->parts[i].low;
                high = o->parts[i].high;
            }
        for (size_t k = logreg_model_first_class(m); k < r->classes; k++) {
            double b = logreg_model_coefficient(m, k, j);
            long double smooth = g[k][j] + lambda * v * (1 - alpha) * s * s * b,
                        crease = lambda * v * alpha * s;
            long double up = smooth + (b >= 0 ? crease : -crease), down = smooth + (b > 0 ? crease : -crease);
            CU_ASSERT_TRUE(b >= low && b <= high);
            if (up < 0 && b < high)
                worst = fmaxl(worst, -up / s);
            if (down > 0 && b > low)
                worst = fmaxl(worst, down / s);
        }
    }
    return (double)worst;
}

static bool optimal(const rows_of *r, const logreg_options *o)
{
    logreg_model *m = fit_frame(r->frame, "y ~ x1 + x2 + x3 + x4 + x5 + x6 + f", o);
    double worst = violation(m, r, o) / logreg_model_largest_lambda(m);
    bool ok = worst < TOL_KKT && logreg_model_converged(m);
    if (!ok)
        printf("# %zu rows, %zu classes, %s by %s, lambda %g: %g, told %g\n", r->n, r->classes, o->penalty,
               logreg_model_solver(m), o->lambda, worst, logreg_model_violation(m));
    logreg_model_free(m);
    return ok;
}

static const logreg_penalty_part some_parts[] = {{"x1", 0.5, -INFINITY, INFINITY},
                                                 {"x2", 0, -INFINITY, INFINITY},
                                                 {"x4", 1, -0.2, 0.3},
                                                 {"x5", 2, 0, INFINITY},
                                                 {"f", 3, -0.05, 0.5}};

static void conditions_hold(void)
{
    static const char *const penalties[] = {"l2", "l1", "elasticnet"};
    static const double lambdas[] = {1e-5, 1e-3, 0.03, 0.5};
    for (size_t i = 0; i < 2 * 4 * 3 * 4; i++) {
        rows_of *r = rows_new(i % 2 ? 300 : 120, 2 + i / 2 % 4, i);
        logreg_options o = logreg_options_default();
        o.penalty = penalties[i / 8 % 3];
        o.lambda = lambdas[i / 24];
        o.l1_ratio = 0.3;
        o.standardize = i / 3 % 2;
        o.weights = i % 5 == 1 ? "w" : NULL;
        o.offset = i % 8 == 0 ? "o" : NULL;
        CU_ASSERT_TRUE(optimal(r, &o));
        o.parts = some_parts;
        o.n_parts = i % 3 ? 5 : 2;
        CU_ASSERT_TRUE(optimal(r, &o));
        rows_free(r);
    }
}

/* Columns and rows as they come when nothing is penalised much, or all is. */
static void weak_and_strong(void)
{
    rows_of *r = rows_new(300, 3, 7);
    static const double C[] = {1e-50, 1e-8, 1e8, 1e50};
    for (size_t i = 0; i < 12; i++) {
        logreg_options o = logreg_options_default();
        o.penalty = i < 4 ? "l2" : i < 8 ? "l1" : "elasticnet";
        o.C = C[i % 4];
        CU_ASSERT_TRUE(optimal(r, &o));
    }
    rows_free(r);
}

static void every_solver(void)
{
    static const char *const solvers[] = {"newton", "newton-cg", "gd", "lbfgs", "cd", "dual"};
    static const char *const penalties[] = {"l2", "elasticnet", "l1"};
    static const logreg_penalty_part part = {"x1", 2, 0, 0.3};
    for (size_t i = 0; i < 72; i++) {
        logreg_options o = logreg_options_default();
        o.solver = solvers[i % 6];
        o.penalty = penalties[i / 6 % 3];
        bool creased = i / 6 % 3 > 0 || i >= 36, may = i % 6 == 3 || i % 6 == 4;
        if (creased && !may)
            continue;
        rows_of *r = rows_new(120, 2 + i / 18 % 2, i);
        o.lambda = 0.1;
        o.standardize = i % 2 || i % 6 == 2; /* gd is slow where scales differ */
        o.max_iter = 50000;
        o.parts = &part;
        o.n_parts = i >= 36;
        CU_ASSERT_TRUE(optimal(r, &o));
        rows_free(r);
    }
}

/* ---- The penalty's parts ---- */

/* value + slopes' along d, by differences. */
static void slopes_and_curvature(void)
{
    for (const problem_kind *kind = problem_kinds; kind->name; kind++) {
        problem_set s;
        logreg__shrinkage *shrinkage = NULL;
        problem_make(&s, kind, false, true, 1);
        size_t q = s.problem->q, n = s.design->p * logreg__shrinkage_classes(s.problem);
        CU_ASSERT_EQUAL_FATAL(logreg__shrinkage_new(&shrinkage, s.problem, NULL), LOGREG_OK);
        CU_ASSERT_EQUAL_FATAL(logreg__shrinkage_standardise(shrinkage, s.problem, NULL), LOGREG_OK);
        double weight = s.response->n_obs;
        logreg__shrinkage_set(shrinkage, 0.7 / weight, 0, weight);
        s.problem->shrinkage = shrinkage;
        double *b = calloc(6 * q, sizeof *b), *H = calloc(q * q, sizeof *H),
               *theta = calloc(n, sizeof *theta);
        CU_ASSERT_TRUE_FATAL(b && H && theta);
        double *g = b + q, *to = b + 2 * q, *up = b + 3 * q, *down = b + 4 * q;
        for (size_t j = 0; j < q; j++)
            to[j] = b[j] = sin(1 + (double)j);
        double value = logreg__shrinkage_slope(g, s.problem, b);
        logreg__shrinkage_curve(H, s.problem);
        logreg__shrinkage_theta(theta, s.problem, b);
        CU_ASSERT_TRUE(near_rel(value, logreg__shrinkage_value(shrinkage, theta, n / s.design->p), TOL_SUM));
        for (size_t j = 0; j < q; j++) {
            memset(up, 0, 2 * q * sizeof *up);
            to[j] = b[j] + 1e-5;
            double above = logreg__shrinkage_slope(up, s.problem, to);
            to[j] = b[j] - 1e-5;
            double below = logreg__shrinkage_slope(down, s.problem, to);
            to[j] = b[j];
            CU_ASSERT_TRUE(near_abs((above - below) / 2e-5, g[j], TOL_DIFFERENCE));
            for (size_t i = 0; i < q; i++)
                CU_ASSERT_TRUE(near_abs((up[i] - down[i]) / 2e-5, H[i * q + j], TOL_DIFFERENCE));
        }
        free(b);
        free(H);
        free(theta);
        logreg__shrinkage_free(shrinkage);
        problem_clear(&s);
    }
}

/* Of all coefficients that give the same differences those told have the least penalty, and differences come back. */
static void shifts_between_classes(void)
{
    for (const problem_kind *kind = problem_kinds; kind->name; kind++) {
        problem_set s;
        logreg__shrinkage *shrinkage = NULL;
        problem_make(&s, kind, false, true, 1);
        size_t q = s.problem->q, p = s.design->p, K = logreg__shrinkage_classes(s.problem);
        CU_ASSERT_EQUAL_FATAL(logreg__shrinkage_new(&shrinkage, s.problem, NULL), LOGREG_OK);
        s.problem->shrinkage = shrinkage;
        double *b = calloc(2 * q, sizeof *b), *theta = calloc(2 * K * p, sizeof *theta),
               *moved = theta + K * p;
        CU_ASSERT_TRUE_FATAL(b && theta);
        for (int a = 0; a <= 4; a++) {
            logreg__shrinkage_set(shrinkage, 0.3, a / 4.0, 1);
            for (size_t j = 0; j < q; j++)
                b[j] = (double)(j * j % 7) - 3;
            logreg__shrinkage_theta(theta, s.problem, b);
            logreg__shrinkage_b(b + q, s.problem, theta);
            for (size_t j = 0; j < q; j++)
                CU_ASSERT_TRUE(near_abs(b[q + j], b[j], TOL_SUM));
            double value = logreg__shrinkage_value(shrinkage, theta, K);
            for (size_t j = 0; K > 1 && j < p; j++)
                for (double by = -0.3; by < 0.4; by += 0.6) {
                    memcpy(moved, theta, K * p * sizeof *moved);
                    for (size_t c = 0; c < K; c++)
                        moved[c * p + j] += by;
                    CU_ASSERT_TRUE(logreg__shrinkage_value(shrinkage, moved, K) >= value * (1 - TOL_SUM));
                }
        }
        free(b);
        free(theta);
        logreg__shrinkage_free(shrinkage);
        problem_clear(&s);
    }
}

/* ---- Threads ---- */

static void the_same_bits(void)
{
    enum { ROWS = 12000 };
    static double x[3][ROWS], y[ROWS];
    rows_of r = {.state = 3};
    logreg_frame *frame = NULL;
    for (size_t i = 0; i < ROWS; i++) {
        for (size_t j = 0; j < 3; j++)
            x[j][i] = uniform(&r) + uniform(&r);
        y[i] = floor(fmin(3 * uniform(&r) * (0.5 + x[0][i] * x[1][i]) / 2, 2));
    }
    CU_ASSERT_EQUAL_FATAL(logreg_frame_new(&frame, NULL), LOGREG_OK);
    bool ok = logreg_frame_add_numeric(frame, "x1", x[0], ROWS, 1, NULL) == LOGREG_OK &&
              logreg_frame_add_numeric(frame, "x2", x[1], ROWS, 1, NULL) == LOGREG_OK &&
              logreg_frame_add_numeric(frame, "x3", x[2], ROWS, 1, NULL) == LOGREG_OK &&
              logreg_frame_add_numeric(frame, "y", y, ROWS, 1, NULL) == LOGREG_OK;
    CU_ASSERT_TRUE_FATAL(ok);
    for (size_t i = 0; i < 2; i++) {
        logreg_options o = logreg_options_default();
        o.lambda = 0.01;
        o.penalty = i ? "l1" : "l2";
        o.standardize = true;
        double first[12] = {0};
        for (int t = 1; t <= 3; t++) {
            o.threads = t;
            logreg_model *m = fit_frame(frame, "y ~ x1 + x2 + x3", &o);
            for (size_t a = 0; a < 12; a++) {
                double b = logreg_model_coefficient(m, a / 4, a % 4);
                CU_ASSERT_TRUE(t == 1 || b == first[a]);
                first[a] = b;
            }
            logreg_model_free(m);
        }
    }
    logreg_frame_free(frame);
}

const test_case tests[] = {{"conditions hold", conditions_hold},
                           {"weak and strong penalties", weak_and_strong},
                           {"every solver", every_solver},
                           {"slopes and curvature", slopes_and_curvature},
                           {"shifts between classes", shifts_between_classes},
                           {"the same bits", the_same_bits},
                           {NULL, NULL}};
