/* Firth's penalised likelihood, FLIC and FLAC: against 60 digits, and against what defines them. */
#include "harness.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <logreg.h>

#include "base/random.h"
#include "engine/dense.h"
#include "frames.h"
#include "oom.h"
#include "problems.h"
#include "reference_file.h"
#include "solvers/firth.h"

/* In standard errors; relative. */
#define TOL_ESTIMATE 1e-10
#define TOL_STD_ERROR 1e-9
#define TOL_VALUE 1e-12
#define TOL_END 1e-9

static logreg_options firth_options(const char *penalty)
{
    logreg_options o = logreg_options_default();
    o.penalty = penalty;
    return o;
}

/* ---- Against 60 digits ---- */

static logreg_options options_of(const reference_case *c, const char *penalty)
{
    logreg_options o = firth_options(penalty);
    o.weights = or_null(c->weights);
    o.offset = or_null(c->offset);
    o.trials = or_null(c->trials);
    o.positive = or_null(c->positive);
    return o;
}

/* Linear predictor and column of the i-th coefficient that is not aliased. */
static void find(size_t *k, size_t *j, const logreg_model *m, size_t i)
{
    size_t p = logreg_model_coefficients(m);
    for (size_t at = 0;; at++) {
        *k = at / p + 1;
        *j = at % p;
        if (logreg_model_coefficient_status(m, *k, *j) == LOGREG_COEF_OK && i-- == 0)
            return;
    }
}

static double error_of(const logreg_model *m, size_t k, size_t j)
{
    return sqrt(logreg_model_covariance(m, k, j, k, j));
}

static bool firth_agrees(const reference_case *c, const logreg_model *m)
{
    bool ok = logreg_model_converged(m) && logreg_model_newton_decrement(m) < 1e-10;
    for (size_t i = 0; i < c->n_coefficients; i++) {
        const reference_coefficient *want = &c->coefficient[i];
        size_t k, j;
        find(&k, &j, m, i);
        ok = k == want->k && same_text(logreg_model_coefficient_name(m, j), want->name) && ok;
        ok =
            near_abs(logreg_model_coefficient(m, k, j), want->estimate, TOL_ESTIMATE * want->std_error) && ok;
        ok = near_rel(error_of(m, k, j), want->std_error, TOL_STD_ERROR) && ok;
    }
    double size = fabs(logreg_model_null_log_likelihood(m)) + fabs(reference_value(c, "penalised", 0));
    ok = near_abs(logreg_model_penalised_log_likelihood(m), reference_value(c, "penalised", 0),
                  TOL_VALUE * size) &&
         ok;
    ok = near_abs(logreg_model_null_penalised_log_likelihood(m), reference_value(c, "null_penalised", 0),
                  TOL_VALUE * size) &&
         ok;
    ok =
        near_abs(logreg_model_log_likelihood(m), reference_value(c, "log_likelihood", 0), 1e-10 * size) && ok;
    logreg_test lr = logreg_inference_lr(m);
    if (!isnan(reference_value(c, "lr", 0)))
        ok = near_abs(lr.statistic, reference_value(c, "lr", 0), 4 * TOL_VALUE * size) &&
             near_abs(lr.df, reference_value(c, "lr", 1), 0) &&
             near_rel(lr.p, reference_value(c, "lr", 2), 1e-10 * (1 + lr.statistic)) && ok;
    return ok && isnan(logreg_model_aic(m)) && isnan(logreg_model_bic(m)) &&
           isnan(logreg_model_r2(m).mcfadden) && isnan(logreg_inference_score(m).statistic);
}

/* Estimates and standard errors of flic or flac; false too where the case tells none. */
static bool variant_agrees(const reference_case *c, const char *name, const logreg_model *m)
{
    bool ok = logreg_model_converged(m);
    for (size_t i = 0; i < c->n_coefficients; i++) {
        char key[24];
        size_t k, j;
        find(&k, &j, m, i);
        snprintf(key, sizeof key, "%s%zu", name, i);
        double error = reference_value(c, key, 1);
        ok = near_abs(logreg_model_coefficient(m, k, j), reference_value(c, key, 0), TOL_ESTIMATE * error) &&
             ok;
        ok = near_rel(error_of(m, k, j), error, TOL_STD_ERROR) && ok;
    }
    return ok;
}

static bool augmented_agrees(const reference_case *c, const logreg_model *m)
{
    bool ok = true;
    for (size_t i = 0; i < c->n_coefficients; i++) {
        char key[24];
        size_t k, j;
        find(&k, &j, m, i);
        snprintf(key, sizeof key, "augmented%zu", i);
        ok = near_abs(logreg_model_coefficient(m, k, j), c->coefficient[i].estimate,
                      TOL_ESTIMATE * c->coefficient[i].std_error) &&
             ok;
        ok = near_rel(error_of(m, k, j), reference_value(c, key, 0), TOL_STD_ERROR) && ok;
    }
    return ok;
}

static bool profiles_agree(const reference_case *c, const logreg_model *m, const logreg_frame *frame)
{
    size_t p = logreg_model_coefficients(m), q = p * (logreg_model_classes(m) - 1);
    logreg_study *study = NULL;
    logreg_profile *got = malloc(q * sizeof *got);
    bool ok = logreg_study_new(&study, m, frame, 0, NULL) == LOGREG_OK &&
              logreg_study_profile(got, study, 0.95, NULL) == LOGREG_OK;
    for (size_t i = 0; ok && i < c->n_profiles; i++) {
        const reference_profile *want = &c->profile[i];
        size_t k, j;
        find(&k, &j, m, i);
        const logreg_profile *have = &got[(k - 1) * p + j];
        double se = c->coefficient[i].std_error;
        bool good = near_abs(have->low, want->low, TOL_END * se) &&
                    near_abs(have->high, want->high, TOL_END * se) &&
                    near_abs(have->statistic, want->statistic, 1e-11 * (want->statistic + 10)) &&
                    near_rel(have->p, want->p, 1e-10 * (want->statistic + 10));
        if (!good)
            printf("# profile of %s\n", want->name);
        ok = ok && good;
    }
    free(got);
    logreg_study_free(study);
    return ok;
}

static logreg_model *fit_case(const reference_case *c, const logreg_frame *frame, const char *penalty)
{
    logreg_options o = options_of(c, penalty);
    return fit_frame(frame, c->formula, &o);
}

static bool case_agrees(const reference_case *c, const logreg_frame *frame)
{
    logreg_model *m = fit_case(c, frame, "firth");
    bool ok = firth_agrees(c, m);
    if (c->n_profiles)
        ok = profiles_agree(c, m, frame) && ok;
    logreg_model_free(m);
    static const char *const variant[] = {"flic", "flac"};
    for (int i = 0; i < 2; i++) {
        char first[24];
        snprintf(first, sizeof first, "%s0", variant[i]);
        if (isnan(reference_value(c, first, 0)))
            continue;
        m = fit_case(c, frame, variant[i]);
        ok = variant_agrees(c, variant[i], m) && ok;
        logreg_model_free(m);
    }
    if (isnan(reference_value(c, "augmented0", 0)))
        return ok;
    logreg_options o = options_of(c, "firth");
    o.firth_se = "augmented";
    m = fit_frame(frame, c->formula, &o);
    ok = augmented_agrees(c, m) && ok;
    logreg_model_free(m);
    return ok;
}

static void reference(void)
{
    static reference_case c;
    FILE *file = fopen(source_path("tests/reference/firth.txt"), "r");
    CU_ASSERT_PTR_NOT_NULL_FATAL(file);
    int count = 0, profiles = 0;
    for (; reference_next(&c, file); count++) {
        logreg_frame *frame = frame_of_file(c.file);
        bool ok = case_agrees(&c, frame);
        if (!ok)
            printf("# in case %s\n", c.name);
        CU_ASSERT_TRUE(ok);
        profiles += c.n_profiles > 0;
        logreg_frame_free(frame);
    }
    fclose(file);
    CU_ASSERT_TRUE(count >= 14);
    CU_ASSERT_TRUE(profiles >= 8);
}

/* ---- Against what defines it ---- */

/* l(b) + log|X'WX| / 2 of two classes, in long double, rows of p numbers. */
static long double penalised(const long double *b, const double *X, const double *y, size_t n, size_t p)
{
    long double A[8][8] = {{0}}, value = 0;
    for (size_t i = 0; i < n; i++) {
        long double eta = 0;
        for (size_t j = 0; j < p; j++)
            eta += X[i * p + j] * b[j];
        long double e = expl(-fabsl(eta)), s = e / ((1 + e) * (1 + e));
        value -= log1pl(e) + (y[i] > 0.5 ? fmaxl(-eta, 0) : fmaxl(eta, 0));
        for (size_t j = 0; j < p; j++)
            for (size_t l = 0; l < p; l++)
                A[j][l] += s * X[i * p + j] * X[i * p + l];
    }
    for (size_t c = 0; c < p; c++) { /* Gauss: the pivots' product is the determinant */
        value += logl(A[c][c]) / 2;
        for (size_t r = c + 1; r < p; r++)
            for (size_t l = p; l-- > c;)
                A[r][l] -= A[r][c] / A[c][c] * A[c][l];
    }
    return value;
}

/* The fit is where the penalised likelihood, written out above, is flat, and lower all around. */
static void is_flat(void)
{
    const problem_kind *kind = &problem_kinds[4];
    problem_set set;
    problem_make(&set, kind, false, true, 0);
    size_t n = set.design->n, p = set.design->p;
    double *X = malloc(n * p * sizeof *X), *y = malloc(3 * n * sizeof *y);
    problem_rows(&set, X, y, y + n, y + 2 * n);
    logreg_options o = firth_options("firth");
    logreg_model *m = fit_frame(set.frame, kind->formula, &o);
    long double b[8] = {0}, here, step;
    for (size_t j = 0; j < p; j++)
        b[j] = logreg_model_coefficient(m, 1, set.design->column[j]);
    here = penalised(b, X, y, n, p);
    CU_ASSERT_TRUE(near_rel((double)here, logreg_model_penalised_log_likelihood(m), 1e-12));
    for (size_t j = 0; j < p; j++) {
        long double se = error_of(m, 1, set.design->column[j]), at = b[j], up, down;
        step = 1e-4L * se;
        b[j] = at + step;
        up = penalised(b, X, y, n, p);
        b[j] = at - step;
        down = penalised(b, X, y, n, p);
        b[j] = at;
        CU_ASSERT_TRUE(up < here && down < here);
        CU_ASSERT_TRUE(near_abs((double)((up - down) / (2 * step) * se), 0, 1e-7));
    }
    logreg_model_free(m);
    free(X);
    free(y);
    problem_clear(&set);
}

/* Where Newton's steps lead to a maximum that is not the highest: another, of -0.8636, is where they end without a search. Expected from
 * sixty starts at random of a climb by numpy. */
static void several_maxima(void)
{
    enum { N = 34, P = 6 };
    static const double row[N][P + 1] = {
        {4.46, 1.63, 4.39, 0.31, 1.77, 2.75, 1},    {0.88, 0.55, -2.94, 1.96, 0.05, -4.3, 0},
        {0.95, 0.7, -0.91, 0.73, -4.88, 0.05, 1},   {-0.66, -0.3, 1.2, -0.95, 2.14, 0.84, 1},
        {-3.63, 2.88, -2.32, 0.81, 1.1, -1.97, 0},  {1.16, -1.97, -0.04, -0.82, -0.35, 0.45, 1},
        {-3.92, 3.22, -1.04, 0.14, 0.1, -0.14, 1},  {5.8, -1.96, 2.22, -1.75, -2.59, 3.36, 1},
        {-2.1, 2.54, -7.29, 3.38, -0.92, -8.05, 0}, {-0.31, 1.82, 0.7, 1.46, 2.32, -1.51, 0},
        {-3.61, 1.71, -6.12, 4.54, 2.35, -9.72, 0}, {-6.14, 3.34, -2.23, 2.55, 4.91, -4.65, 0},
        {1.82, -0.18, 0.94, -0.47, 1.07, 0.72, 0},  {-0.3, -1.45, -0.33, 0.47, 2.09, -2.01, 0},
        {0.62, -2.21, 0.43, 0.6, 2.63, -1.52, 0},   {-5.47, 6.46, -7.83, 4.18, -1.43, -8.37, 0},
        {-1.37, -2.31, 1.85, -1.69, 1.91, 1.91, 1}, {0.24, 0.63, 0.41, -0.97, -1.8, 2.23, 1},
        {-1.34, 0, -1.48, -0.45, -0.61, -0.15, 1},  {-2.33, -0.64, -1.22, 0.46, 1.6, -2.15, 0},
        {0, -0.6, 0.12, 0.46, 3.49, -1.67, 0},      {-1.76, -2.85, 4.25, -3.5, 2.09, 6.42, 1},
        {1.6, 0.65, 1.82, -1.09, -3.35, 3.61, 1},   {-0.06, 3.85, -6.06, 4.92, 0.5, -8.58, 0},
        {2.41, -3.13, 1.45, -1.95, -3.37, 3.23, 1}, {0.05, -2.47, 1.12, -0.88, 0.28, 1.29, 1},
        {3.52, 2.48, 3.94, -1.03, -1.4, 4.26, 1},   {2.42, -0.49, 1.33, 0.14, 1.72, -0.04, 0},
        {-1.05, -1.54, 0.9, -2.11, -1.62, 3.29, 1}, {-1.06, 3.04, -5.62, 4.51, 1.1, -8.3, 0},
        {3.68, -3.44, 1.38, 0.25, -0.66, 0.29, 1},  {0.89, -4.01, 3.25, -3.23, 0.71, 4.52, 1},
        {1.41, -1.49, 2.01, -0.76, -0.03, 1.75, 1}, {0.7, -0.73, -4.76, 1.8, 0.75, -6.05, 0}};
    logreg_frame *frame = NULL;
    CU_ASSERT_EQUAL_FATAL(logreg_frame_new(&frame, NULL), LOGREG_OK);
    for (size_t j = 0; j <= P; j++) {
        char name[] = "x0";
        name[1] = (char)('0' + j);
        CU_ASSERT_EQUAL_FATAL(logreg_frame_add_numeric(frame, j < P ? name : "y", &row[0][j], N, P + 1, NULL),
                              LOGREG_OK);
    }
    logreg_options o = firth_options("firth");
    logreg_model *m = fit_frame(frame, "y ~ .", &o);
    logreg_study *study = NULL;
    logreg_profile profile[P + 1];
    CU_ASSERT_TRUE(near_abs(logreg_model_penalised_log_likelihood(m), -0.765323739, 1e-8));
    CU_ASSERT_TRUE(near_abs(logreg_model_coefficient(m, 1, 5), 0.4106, 1e-4));
    CU_ASSERT_TRUE(logreg_model_converged(m));
    CU_ASSERT_EQUAL_FATAL(logreg_study_new(&study, m, frame, 0, NULL), LOGREG_OK);
    CU_ASSERT_EQUAL_FATAL(logreg_study_profile(profile, study, 0.95, NULL), LOGREG_OK);
    for (size_t j = 1; j <= P; j++)
        CU_ASSERT_TRUE(profile[j].statistic > 0.01);
    logreg_study_free(study);
    logreg_model_free(m);
    logreg_frame_free(frame);
}

/* The penalised loss of a problem at b: value, gradient and second derivatives. */
static void look(logreg__quadratic *at, const logreg__problem *problem, const double *b)
{
    logreg__problem firth = logreg__firth_problem(problem);
    CU_ASSERT_EQUAL_FATAL(logreg__quadratic_at(at, &firth, b, NULL), LOGREG_OK);
    CU_ASSERT_TRUE_FATAL(at->factored);
}

/* Gradient and second derivatives against differences, for numbers, categories, weights, offsets, and up to four classes. */
static void derivatives(void)
{
    for (const problem_kind *kind = problem_kinds; kind->name; kind++) {
        problem_set set;
        problem_make(&set, kind, false, true, 0);
        size_t q = set.problem->q;
        double *b = calloc(q, sizeof *b);
        logreg__quadratic *at = logreg__quadratic_new(q), *up = logreg__quadratic_new(q),
                          *down = logreg__quadratic_new(q);
        for (size_t j = 0; j < q; j++)
            b[j] = 0.3 * sin((double)j + 1);
        look(at, set.problem, b);
        bool ok = true;
        for (size_t j = 0; j < q; j++) {
            double kept = b[j], h = 1e-5;
            b[j] = kept + h;
            look(up, set.problem, b);
            b[j] = kept - h;
            look(down, set.problem, b);
            b[j] = kept;
            double size = at->H[j * q + j];
            ok = near_abs((up->loss - down->loss) / (2 * h), at->g[j], 1e-7 * (size + fabs(at->g[j]))) && ok;
            for (size_t i = 0; i < q; i++)
                ok = near_abs((up->g[i] - down->g[i]) / (2 * h), at->H[j * q + i],
                              1e-7 * (size + at->H[i * q + i])) &&
                     ok;
        }
        if (!ok)
            printf("# %s\n", kind->name);
        CU_ASSERT_TRUE(ok);
        free(b);
        logreg__quadratic_free(at);
        logreg__quadratic_free(up);
        logreg__quadratic_free(down);
        problem_clear(&set);
    }
}

/* Leverages sum to the number of coefficients, and each is that of its definition, mu (1 - mu) z'inv(H) z. */
static void leverages(void)
{
    problem_set set;
    problem_make(&set, &problem_kinds[4], false, true, 0);
    const logreg__problem *p = set.problem;
    size_t q = p->q, n = set.design->n;
    double *input = calloc(q + q * q, sizeof *input), *h = malloc(n * sizeof *h),
           *X = malloc(n * q * sizeof *X), *rest = malloc(3 * n * sizeof *rest), sum;
    logreg__quadratic *at = logreg__quadratic_new(q);
    CU_ASSERT_EQUAL_FATAL(logreg__quadratic_at(at, p, input, NULL), LOGREG_OK);
    double *M = input + q;
    logreg__lower_invert(M, at->L, q);
    for (size_t j = 0; j < q; j++)
        for (size_t i = 0; i < j; i++) {
            M[j * q + i] = M[i * q + j];
            M[i * q + j] = 0;
        }
    CU_ASSERT_EQUAL(logreg__fold(p, &logreg__kernel_leverage, 1, input, &sum, h, NULL), LOGREG_OK);
    CU_ASSERT_TRUE(near_rel(sum, (double)q, 1e-13));
    problem_rows(&set, X, rest, rest + n, rest + 2 * n);
    bool ok = true;
    double *z = malloc(2 * q * sizeof *z), *solved = z + q;
    for (size_t i = 0; i < n; i++) {
        double want = 0;
        for (size_t j = 0; j < q; j++)
            solved[j] = z[j] =
                j < set.design->n_dense ? (X[i * q + j] - p->centre[j]) * p->factor[j] : X[i * q + j];
        logreg__cholesky_solve(at->L, q, solved);
        for (size_t j = 0; j < q; j++)
            want += z[j] * solved[j] / 4;
        ok = ok && near_rel(h[i], want, 1e-12);
    }
    CU_ASSERT_TRUE(ok);
    free(z);
    free(input);
    free(h);
    free(X);
    free(rest);
    logreg__quadratic_free(at);
    problem_clear(&set);
}

/* ---- Rows that count several times ---- */

enum { DISTINCT = 300, WIDE = 30 };

/* DISTINCT rows of normal numbers, drawn anew each time alike; each `copies` times as rows, or as a weight. The weighted table has rows
 * of weight 0 too. */
static logreg_model *fit_copies(size_t copies, bool weighted, size_t p, const char *penalty, int threads)
{
    size_t each = weighted ? 1 : copies, n = DISTINCT * each + weighted;
    gsl_matrix *X = gsl_matrix_calloc(n, p);
    gsl_vector *y = gsl_vector_calloc(n), *w = gsl_vector_calloc(n);
    logreg__random random;
    logreg__random_init(&random, 7, 0);
    for (size_t i = 0; i < DISTINCT; i++) {
        double eta = -1, row[WIDE];
        for (size_t j = 0; j < p; j++) {
            row[j] = logreg__random_normal(&random);
            eta += row[j] / sqrt((double)p);
        }
        double event = logreg__random_uniform(&random) < 1 / (1 + exp(-eta));
        for (size_t r = i * each; r < (i + 1) * each; r++) {
            memcpy(X->data + r * X->tda, row, p * sizeof *row);
            y->data[r] = event;
            w->data[r] = (double)copies;
        }
    }
    logreg_options o = firth_options(penalty);
    o.threads = threads;
    o.weight_values = weighted ? w : NULL;
    logreg_model *m = NULL;
    CU_ASSERT_EQUAL_FATAL(logreg_fit(&m, X, y, &o, NULL), LOGREG_OK);
    gsl_matrix_free(X);
    gsl_vector_free(y);
    gsl_vector_free(w);
    return m;
}

static bool same_fit(const logreg_model *a, const logreg_model *b, double tolerance)
{
    bool ok = logreg_model_converged(a) && logreg_model_converged(b);
    for (size_t j = 0; j < logreg_model_coefficients(a); j++) {
        double se = error_of(a, 1, j);
        ok = near_abs(logreg_model_coefficient(b, 1, j), logreg_model_coefficient(a, 1, j), tolerance * se) &&
             ok;
        ok = near_rel(error_of(b, 1, j), se, fmax(tolerance, 1e-12)) && ok;
    }
    return ok && near_rel(logreg_model_penalised_log_likelihood(b), logreg_model_penalised_log_likelihood(a),
                          1e-12);
}

/* Weights are copies. The 90,000 rows of 30 columns are so many that second derivatives are not taken: the solver goes another way. */
static void copies(void)
{
    static const char *const penalty[] = {"firth", "flic", "flac"};
    for (size_t i = 0; i < 3; i++) {
        logreg_model *rows = fit_copies(3, false, 4, penalty[i], 0),
                     *weights = fit_copies(3, true, 4, penalty[i], 0);
        CU_ASSERT_TRUE(same_fit(rows, weights, 1e-10));
        logreg_model_free(rows);
        logreg_model_free(weights);
        if (i == 1)
            continue;
        rows = fit_copies(300, false, WIDE, penalty[i], 2);
        weights = fit_copies(300, true, WIDE, penalty[i], 0);
        CU_ASSERT_TRUE(same_fit(rows, weights, 1e-9));
        logreg_model_free(rows);
        logreg_model_free(weights);
    }
    logreg_model *plain = fit_copies(300, true, WIDE, "none", 0),
                 *firth = fit_copies(300, true, WIDE, "firth", 0);
    double apart = logreg_model_coefficient(plain, 1, 3) - logreg_model_coefficient(firth, 1, 3);
    CU_ASSERT_TRUE(fabs(apart) > 1e-5 * error_of(plain, 1, 3));
    logreg_model_free(plain);
    logreg_model_free(firth);
}

static void threads(void)
{
    logreg_model *one = fit_copies(300, false, WIDE, "firth", 1),
                 *two = fit_copies(300, false, WIDE, "firth", 2);
    for (size_t j = 0; j <= WIDE; j++)
        CU_ASSERT_EQUAL(logreg_model_coefficient(one, 1, j), logreg_model_coefficient(two, 1, j));
    logreg_model_free(one);
    logreg_model_free(two);
}

/* ---- Data that are hard ---- */

/* Units do not matter: columns times powers far apart, and far from 0. Jeffreys' penalty moves by a constant. */
static void units(void)
{
    logreg_frame *plain = frame_toy_a();
    double x1[8], x2[8], y[8] = {0, 0, 0, 0, 1, 1, 1, 1};
    static const double a[8] = {1, 2, 3, 3, 5, 6, 10, 11}, b[8] = {3, 2, -1, -1, 2, 4, 1, 0};
    for (int i = 0; i < 8; i++) {
        x1[i] = 1e9 * a[i];
        x2[i] = 1e-12 * b[i] + 1e-9;
    }
    logreg_frame *scaled = frame_of_two(x1, x2, 1, y, 8);
    logreg_options o = firth_options("firth");
    logreg_model *m = fit_frame(plain, "y ~ x1 + x2", &o), *far = fit_frame(scaled, "y ~ x1 + x2", &o);
    CU_ASSERT_TRUE(
        near_rel(logreg_model_coefficient(far, 1, 1) * 1e9, logreg_model_coefficient(m, 1, 1), 1e-10));
    CU_ASSERT_TRUE(
        near_rel(logreg_model_coefficient(far, 1, 2) * 1e-12, logreg_model_coefficient(m, 1, 2), 1e-9));
    CU_ASSERT_TRUE(near_rel(error_of(far, 1, 2) * 1e-12, error_of(m, 1, 2), 1e-9));
    CU_ASSERT_TRUE(
        near_abs(logreg_model_penalised_log_likelihood(far) - logreg_model_penalised_log_likelihood(m),
                 log(1e9) + log(1e-12), 1e-8));
    o.scaling = false;
    logreg_model *raw = fit_frame(plain, "y ~ x1 + x2", &o);
    CU_ASSERT_TRUE(same_fit(m, raw, 1e-9));
    logreg_model_free(raw);
    logreg_model_free(m);
    logreg_model_free(far);
    logreg_frame_free(plain);
    logreg_frame_free(scaled);
}

/* Thirty collinear columns that separate the classes: the rounding of log|H| is above that of the likelihood, and steps near the end are
 * judged without it. */
static void collinear(void)
{
    logreg_frame *frame = frame_shipped("wdbc");
    logreg_options o = firth_options("firth");
    logreg_model *m = fit_frame(frame, "diagnosis ~ .", &o);
    logreg_study *study = NULL;
    CU_ASSERT_TRUE(logreg_model_converged(m));
    CU_ASSERT_EQUAL_FATAL(logreg_study_new(&study, m, frame, 0, NULL), LOGREG_OK);
    gsl_matrix *C = gsl_matrix_calloc(1, logreg_model_coefficients(m));
    gsl_matrix_set(C, 0, 10, 1);
    logreg_profile profile;
    CU_ASSERT_EQUAL(logreg_study_profile_of(&profile, study, C, 0.95, NULL), LOGREG_OK);
    CU_ASSERT_TRUE(isfinite(profile.low) && isfinite(profile.high) && isfinite(profile.statistic));
    CU_ASSERT_TRUE(profile.low < profile.estimate && profile.estimate < profile.high);
    gsl_matrix_free(C);
    logreg_study_free(study);
    logreg_model_free(m);
    logreg_frame_free(frame);
}

/* Ten classes that are separated, and too many coefficients for second derivatives to be quick. */
static void many_classes(void)
{
    logreg_frame *frame = frame_shipped("digits");
    logreg_options o = firth_options("firth");
    logreg_model *m = fit_frame(frame, "digit ~ p22 + p23 + p24 + p32 + p33 + p34 + p42 + p43", &o);
    CU_ASSERT_TRUE(logreg_model_converged(m));
    CU_ASSERT_TRUE(logreg_model_newton_decrement(m) < 1e-10);
    logreg_model_free(m);
    logreg_frame_free(frame);
}

/* One event among n rows, at the far end of x1; x2 is x1 but for a millionth: the fit converges. */
static void rare(void)
{
    enum { N = 2000 };
    static double x1[N], x2[N], y[N];
    for (int i = 0; i < N; i++) {
        x1[i] = (double)i / 100;
        x2[i] = x1[i] + 1e-5 * sin(i);
        y[i] = i == N - 1;
    }
    logreg_frame *frame = frame_of_two(x1, x2, 1, y, N);
    logreg_options o = firth_options("firth");
    logreg_model *m = fit_frame(frame, "y ~ x1 + x2", &o);
    CU_ASSERT_TRUE(logreg_model_converged(m));
    CU_ASSERT_TRUE(logreg_model_iterations(m) < 40);
    CU_ASSERT_EQUAL(logreg_model_rank(m), 3);
    for (size_t j = 0; j < 3; j++)
        CU_ASSERT_TRUE(isfinite(logreg_model_coefficient(m, 1, j)));
    logreg_model_free(m);
    logreg_frame_free(frame);
}

/* As many coefficients as rows: each row has leverage 1, and (y + 1/2) / 2 as its probability. */
static void saturated(void)
{
    static const double x[] = {0, 1}, y[] = {0, 1};
    logreg_frame *frame = frame_of_two(x, x, 1, y, 2);
    logreg_options o = firth_options("firth");
    logreg_model *m = fit_frame(frame, "y ~ x1 + x2", &o);
    CU_ASSERT_TRUE(logreg_model_converged(m));
    CU_ASSERT_EQUAL(logreg_model_coefficient_status(m, 1, 2), LOGREG_COEF_ALIASED);
    CU_ASSERT_TRUE(near_rel(logreg_model_coefficient(m, 1, 0), -log(3), 1e-13));
    CU_ASSERT_TRUE(near_rel(logreg_model_coefficient(m, 1, 1), 2 * log(3), 1e-13));
    logreg_model_free(m);
    logreg_frame_free(frame);
}

/* Mean predictions are the shares of the classes: of two classes after flic and flac, of three after flic. */
static void calibrated(void)
{
    static const char *const penalty[] = {"flic", "flac", "flic"};
    static const char *const formula[] = {"y ~ x1 + x2", "y ~ x1 + x2",
                                          "species ~ petal_width + sepal_length"};
    for (int i = 0; i < 3; i++) {
        logreg_frame *frame = i < 2 ? frame_toy_b() : frame_shipped("iris");
        logreg_options o = firth_options(penalty[i]);
        logreg_model *m = fit_frame(frame, formula[i], &o);
        size_t n = logreg_frame_rows(frame), K = logreg_model_classes(m);
        gsl_matrix *P = gsl_matrix_alloc(n, K);
        CU_ASSERT_EQUAL_FATAL(logreg_predict_proba_frame(m, frame, P, NULL), LOGREG_OK);
        for (size_t c = 0; c < K; c++) {
            double sum = 0;
            for (size_t r = 0; r < n; r++)
                sum += gsl_matrix_get(P, r, c);
            CU_ASSERT_TRUE(near_rel(sum, logreg_model_class_weight(m, c), 1e-10));
        }
        gsl_matrix_free(P);
        logreg_model_free(m);
        logreg_frame_free(frame);
    }
}

/* ---- Models ---- */

static void kept(void)
{
    char path[] = "/tmp/firth_XXXXXX";
    int made = mkstemp(path);
    CU_ASSERT_TRUE_FATAL(made >= 0);
    close(made);
    logreg_frame *frame = frame_toy_b();
    logreg_options o = firth_options("firth");
    o.firth_se = "augmented";
    logreg_model *m = fit_frame(frame, "y ~ x1 + x2", &o), *back = NULL;
    CU_ASSERT_EQUAL_FATAL(logreg_model_save(m, path, NULL), LOGREG_OK);
    CU_ASSERT_EQUAL_FATAL(logreg_model_load(&back, path, NULL), LOGREG_OK);
    CU_ASSERT_TRUE(same_text(logreg_model_penalty(back), "firth"));
    CU_ASSERT_TRUE(same_text(logreg_model_firth_se(back), "augmented"));
    CU_ASSERT_EQUAL(logreg_model_penalised_log_likelihood(back), logreg_model_penalised_log_likelihood(m));
    CU_ASSERT_EQUAL(logreg_model_null_penalised_log_likelihood(back),
                    logreg_model_null_penalised_log_likelihood(m));
    logreg_model_free(back);
    logreg_model_free(m);
    m = fit_frame(frame, "y ~ x1", NULL);
    CU_ASSERT_TRUE(same_text(logreg_model_penalty(m), "none"));
    CU_ASSERT_PTR_NULL(logreg_model_firth_se(m));
    CU_ASSERT_TRUE(isnan(logreg_model_penalised_log_likelihood(m)));
    logreg_model_free(m);
    logreg_frame_free(frame);
    unlink(path);
}

/* A term's penalised likelihood-ratio test is that of its coefficient's profile; there is no score test. */
static void terms(void)
{
    logreg_frame *frame = frame_toy_b();
    logreg_options o = firth_options("firth");
    logreg_model *m = fit_frame(frame, "y ~ x1 + x2", &o);
    logreg_study *study = NULL;
    CU_ASSERT_EQUAL_FATAL(logreg_study_new(&study, m, frame, 0, NULL), LOGREG_OK);
    logreg_term_test test[2];
    logreg_profile profile[3];
    CU_ASSERT_EQUAL(logreg_study_terms(test, study, NULL), LOGREG_OK);
    CU_ASSERT_EQUAL(logreg_study_profile(profile, study, 0.95, NULL), LOGREG_OK);
    for (int i = 0; i < 2; i++) {
        double z = logreg_model_coefficient(m, 1, (size_t)i + 1) / error_of(m, 1, (size_t)i + 1);
        CU_ASSERT_TRUE(near_rel(test[i].lr.statistic, profile[i + 1].statistic, 1e-11));
        CU_ASSERT_TRUE(near_rel(test[i].wald.statistic, z * z, 1e-10));
        CU_ASSERT_TRUE(isnan(test[i].score.statistic));
    }
    logreg_study_free(study);
    logreg_model_free(m);
    logreg_frame_free(frame);
}

/* ---- What is refused ---- */

static bool refuses(logreg_status want, const logreg_frame *frame, const char *formula,
                    const logreg_options *o, const char *part)
{
    logreg_error err = {.message = ""};
    logreg_model *m = NULL;
    logreg_status got = logreg_fit_formula(&m, frame, formula, o, &err);
    bool ok = got == want && !m && strstr(err.message, part);
    if (!ok)
        printf("# %d: %s\n", (int)got, err.message);
    logreg_model_free(m);
    return ok;
}

static void refused(void)
{
    logreg_frame *frame = frame_toy_b(), *iris = frame_shipped("iris");
    logreg_options o = firth_options("ridge");
    CU_ASSERT_TRUE(refuses(LOGREG_EINVAL, frame, "y ~ x1", &o, "no penalty 'ridge'"));
    o.penalty = NULL;
    CU_ASSERT_TRUE(refuses(LOGREG_EINVAL, frame, "y ~ x1", &o, "no penalty ''"));
    o = firth_options("firth");
    o.solver = "gd";
    CU_ASSERT_TRUE(refuses(LOGREG_EINVAL, frame, "y ~ x1", &o, "goes with solver 'newton' alone"));
    o = firth_options("firth");
    o.firth_se = "sandwich";
    CU_ASSERT_TRUE(refuses(LOGREG_EINVAL, frame, "y ~ x1", &o, "firth_se is 'sandwich'"));
    o = firth_options("flic");
    o.firth_se = "augmented";
    CU_ASSERT_TRUE(refuses(LOGREG_EINVAL, frame, "y ~ x1", &o, "is about penalty 'firth'"));
    o.firth_se = "information";
    o.vcov = "HC0";
    CU_ASSERT_TRUE(refuses(LOGREG_EINVAL, frame, "y ~ x1", &o, "is about maximum likelihood"));
    o.vcov = NULL;
    o.strata = "x2";
    CU_ASSERT_TRUE(refuses(LOGREG_EINVAL, frame, "y ~ x1", &o, "not computed for matched sets"));
    o.strata = NULL;
    CU_ASSERT_TRUE(refuses(LOGREG_EDATA, frame, "y ~ x1 - 1", &o, "this model has none"));
    o = firth_options("flac");
    CU_ASSERT_TRUE(refuses(LOGREG_EDATA, frame, "y ~ x1 - 1", &o, "this model has none"));
    CU_ASSERT_TRUE(refuses(LOGREG_EDATA, iris, "species ~ petal_width", &o, "'flac' is for two classes"));
    o = firth_options("firth");
    o.firth_se = "augmented";
    CU_ASSERT_TRUE(
        refuses(LOGREG_EDATA, iris, "species ~ petal_width", &o, "'augmented' are for two classes"));
    logreg_frame_free(frame);
    logreg_frame_free(iris);
}

/* Profiles of flac; rows with which a fit was not made; comparisons. */
static void refused_later(void)
{
    logreg_frame *frame = frame_toy_b();
    logreg_error err = {.message = ""};
    logreg_options o = firth_options("flac");
    logreg_model *flac = fit_frame(frame, "y ~ x1 + x2", &o), *plain = fit_frame(frame, "y ~ x2", NULL);
    logreg_study *study = NULL;
    logreg_profile profile[3];
    CU_ASSERT_EQUAL_FATAL(logreg_study_new(&study, flac, frame, 0, NULL), LOGREG_OK);
    CU_ASSERT_EQUAL(logreg_study_profile(profile, study, 0.95, &err), LOGREG_EDATA);
    CU_ASSERT_PTR_NOT_NULL(strstr(err.message, "not computed for penalty 'flac'"));
    const logreg_model *both[] = {plain, flac};
    logreg_comparison out[2];
    CU_ASSERT_EQUAL(logreg_compare(out, both, 2, &err), LOGREG_EDATA);
    CU_ASSERT_PTR_NOT_NULL(strstr(err.message, "model 2 was fitted with penalty 'flac'"));
    logreg_study_free(study);
    logreg_model_free(flac);
    logreg_model_free(plain);
    logreg_frame_free(frame);
}

typedef struct {
    const logreg_frame *frame;
    const char *penalty;
} fit_of;

static bool all_of_it(void *context)
{
    const fit_of *what = context;
    bool firth = strcmp(what->penalty, "firth") == 0;
    logreg_options o = firth_options(what->penalty);
    logreg_model *m = NULL;
    logreg_study *study = NULL;
    o.threads = 1;
    o.firth_se = firth ? "augmented" : "information";
    logreg_status status = logreg_fit_formula(&m, what->frame, "y ~ x1 + x2", &o, NULL);
    if (status == LOGREG_OK)
        status = logreg_study_new(&study, m, what->frame, 1, NULL);
    logreg_study_free(study);
    logreg_model_free(m);
    return status == LOGREG_OK || status == LOGREG_ENOMEM;
}

static void out_of_memory(void)
{
    static const char *const penalty[] = {"firth", "flic", "flac"};
    logreg_frame *frame = frame_toy_b();
    for (int i = 0; i < 3; i++) {
        fit_of what = {frame, penalty[i]};
        CU_ASSERT_TRUE(oom_each(all_of_it, &what));
    }
    logreg_frame_free(frame);
}

const test_case tests[] = {
    {"estimates, standard errors, profiles, FLIC and FLAC in 60 digits", reference},
    {"the penalised likelihood is flat at the fit", is_flat},
    {"and the highest of several maxima", several_maxima},
    {"derivatives are those of differences", derivatives},
    {"leverages", leverages},
    {"weights are copies, few or many", copies},
    {"threads change no bit", threads},
    {"units do not matter", units},
    {"thirty collinear columns", collinear},
    {"ten classes", many_classes},
    {"one event, columns that nearly are one", rare},
    {"as many coefficients as rows", saturated},
    {"mean predictions are the shares of classes", calibrated},
    {"a model file keeps it", kept},
    {"tests of terms", terms},
    {"what is refused", refused},
    {"what is refused of a model", refused_later},
    {"out of memory", out_of_memory},
    {NULL, NULL},
};
