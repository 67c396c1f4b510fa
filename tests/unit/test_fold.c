/* The fold: the same bits for any number of threads, kernels against finite differences, tuned loops against plain ones. */
#include "harness.h"
#include "oom.h"
#include "problems.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "engine/dense.h"
#include "engine/fold.h"

/* Coefficients at which nothing is special. */
static double *some_beta(size_t q)
{
    double *b = calloc(q ? q : 1, sizeof *b);
    for (size_t j = 0; j < q; j++)
        b[j] = 0.3 * sin((double)(3 * j + 1));
    return b;
}

static const logreg__kernel *const summing[] = {
    &logreg__kernel_moments,  &logreg__kernel_spread,      &logreg__kernel_value,
    &logreg__kernel_gradient, &logreg__kernel_information, &logreg__kernel_hessian_vector,
    &logreg__kernel_gram,     &logreg__kernel_qr,          &logreg__kernel_rank,
};
#define N_SUMMING (sizeof summing / sizeof *summing)

static double *fold_new(const problem_set *s, const logreg__kernel *kernel, const double *input, size_t *size)
{
    *size = kernel->size(s->problem);
    double *acc = calloc(*size, sizeof *acc);
    CU_ASSERT_EQUAL_FATAL(logreg__fold(s->problem, kernel, 1, input, acc, NULL, NULL), LOGREG_OK);
    return acc;
}

static void same_bits_at_any_thread_count(void)
{
    static const problem_kind kinds[] = {{"two", 60000, 2, "y ~ x1 + x2 + f*g", true, true, false},
                                         {"three", 30000, 3, "y ~ x1 + f", true, false, false}};
    for (size_t t = 0; t < 2; t++) {
        problem_set s;
        problem_make(&s, &kinds[t], false, true, 1);
        double *b = some_beta(2 * s.problem->q);
        for (size_t i = 0; i < N_SUMMING; i++) {
            size_t size;
            s.problem->threads = 1;
            double *one = fold_new(&s, summing[i], b, &size);
            for (int threads = 2; threads <= 8; threads++) {
                s.problem->threads = threads;
                double *many = fold_new(&s, summing[i], b, &size);
                CU_ASSERT_EQUAL(memcmp(one, many, size * sizeof *one), 0);
                free(many);
            }
            free(one);
        }
        free(b);
        problem_clear(&s);
    }
}

/* Rows that are left out shift the others in the frame, but not in the sums. */
static void same_bits_with_holes(void)
{
    static const problem_kind kind = {"holes", 20000, 2, "y ~ x1 + x2 + f", true, true, false};
    problem_set whole, holed;
    problem_make(&whole, &kind, false, true, 2);
    problem_make(&holed, &kind, true, true, 2);
    CU_ASSERT_EQUAL(holed.rows->n, kind.rows);
    CU_ASSERT_TRUE(holed.rows->bits != NULL && whole.rows->bits == NULL);
    double *b = some_beta(whole.problem->q);
    size_t size;
    double *a = fold_new(&whole, &logreg__kernel_information, b, &size);
    double *c = fold_new(&holed, &logreg__kernel_information, b, &size);
    CU_ASSERT_EQUAL(memcmp(a, c, size * sizeof *a), 0);
    free(a);
    free(c);
    free(b);
    problem_clear(&whole);
    problem_clear(&holed);
}

/* Five segments: ((s0 + s1) + (s2 + s3)) + s4, to the bit. */
static void sums_in_the_stated_tree(void)
{
    const size_t n = 4 * LOGREG__SEGMENT_ROWS + 100;
    problem_kind kind = {"tree", n, 2, "y ~ x1", false, false, false};
    problem_set s;
    problem_make(&s, &kind, false, false, 3);
    double *x = calloc(n, sizeof *x), *y = calloc(n, sizeof *y), part[5][3], b[] = {0.1, 0.7};
    for (size_t i = 0; i < n; i++) {
        x[i] = logreg_frame_number(s.frame, i, 0);
        y[i] = logreg_frame_number(s.frame, i, logreg_frame_find(s.frame, "y"));
    }
    for (size_t segment = 0; segment < 5; segment++) {
        size_t first = segment * LOGREG__SEGMENT_ROWS, rows = segment < 4 ? LOGREG__SEGMENT_ROWS : 100;
        logreg_frame *frame = NULL;
        logreg__terms *terms = NULL;
        logreg__rows *all = NULL;
        logreg__response *response = NULL;
        logreg__design *design = NULL;
        logreg__problem *problem = NULL;
        logreg__outcome outcome = {.target = "y"};
        bool ok =
            logreg_frame_new(&frame, NULL) == LOGREG_OK &&
            logreg_frame_add_numeric(frame, "x1", x + first, rows, 1, NULL) == LOGREG_OK &&
            logreg__terms_plain(&terms, frame, true, NULL) == LOGREG_OK &&
            logreg_frame_add_numeric(frame, "y", y + first, rows, 1, NULL) == LOGREG_OK &&
            logreg__rows_complete(&all, frame, NULL, 0, NULL) == LOGREG_OK &&
            logreg__response_new(&response, &outcome, frame, all, NULL) == LOGREG_OK &&
            logreg__design_new(&design, terms, frame, all, response, NULL, NULL) == LOGREG_OK &&
            logreg__problem_new(&problem, design, 1, 1, NULL) == LOGREG_OK &&
            logreg__fold(problem, &logreg__kernel_gradient, 1, b, part[segment], NULL, NULL) == LOGREG_OK;
        CU_ASSERT_TRUE_FATAL(ok);
        logreg__problem_free(problem);
        logreg__design_free(design);
        logreg__response_free(response);
        logreg__rows_free(all);
        logreg__terms_free(terms);
        logreg_frame_free(frame);
    }
    size_t size;
    double *sum = fold_new(&s, &logreg__kernel_gradient, b, &size);
    for (size_t j = 0; j < 3; j++)
        CU_ASSERT_EQUAL(sum[j], ((part[0][j] + part[1][j]) + (part[2][j] + part[3][j])) + part[4][j]);
    free(sum);
    free(x);
    free(y);
    problem_clear(&s);
}

static void every_level_agrees_with_plain_loops(void)
{
    for (const problem_kind *kind = problem_kinds; kind->name; kind++) {
        problem_set s;
        problem_make(&s, kind, false, true, 1);
        double *b = some_beta(2 * s.problem->q);
        for (size_t i = 0; i < N_SUMMING; i++) {
            bool factor = summing[i] == &logreg__kernel_qr || summing[i] == &logreg__kernel_rank;
            size_t size;
            s.problem->inner = &logreg__inner_reference;
            double *plain = fold_new(&s, summing[i], b, &size), largest = 0;
            for (size_t j = 0; j < size; j++)
                if (isfinite(plain[j]))
                    largest = fmax(largest, fabs(plain[j]));
            for (size_t level = 0; (s.problem->inner = logreg__inner_level(level)); level++) {
                double *fast = fold_new(&s, summing[i], b, &size);
                for (size_t j = 0; !factor && j < size; j++)
                    CU_ASSERT_TRUE(near_abs(fast[j], plain[j], TOL_SUM * largest));
                free(fast);
            }
            free(plain);
        }
        free(b);
        problem_clear(&s);
    }
}

static double loss_at(const problem_set *s, const double *b)
{
    double loss;
    CU_ASSERT_EQUAL_FATAL(logreg__fold(s->problem, &logreg__kernel_value, 1, b, &loss, NULL, NULL),
                          LOGREG_OK);
    return loss;
}

/* Central differences of step h err by h^2 and by rounding over h: 1e-5 leaves about 1e-10 of the loss. */
#define STEP 1e-5
#define TOL_DIFFERENCE 1e-7

static void gradients_and_hessians_meet_differences(void)
{
    for (const problem_kind *kind = problem_kinds; kind->name; kind++) {
        problem_set s;
        problem_make(&s, kind, false, true, 1);
        size_t q = s.problem->q, size;
        double *b = some_beta(2 * q), weight = s.response->n_obs;
        double *info = fold_new(&s, &logreg__kernel_information, b, &size);
        double *gradient = fold_new(&s, &logreg__kernel_gradient, b, &size);
        CU_ASSERT_TRUE(near_rel(gradient[0], loss_at(&s, b), TOL_SUM));
        for (size_t j = 0; j < q; j++) {
            double keep = b[j], high, low;
            b[j] = keep + STEP;
            high = loss_at(&s, b);
            double *up = fold_new(&s, &logreg__kernel_gradient, b, &size);
            b[j] = keep - STEP;
            low = loss_at(&s, b);
            double *down = fold_new(&s, &logreg__kernel_gradient, b, &size);
            b[j] = keep;
            CU_ASSERT_TRUE(near_abs(gradient[1 + j], (high - low) / (2 * STEP), TOL_DIFFERENCE * weight));
            CU_ASSERT_TRUE(near_abs(info[2 + j], gradient[1 + j], TOL_LONG * weight));
            size_t p = s.design->p;
            for (size_t i = 0; i < q; i++) {
                /* within a block of two linear predictors only the lower triangle is there */
                bool there = i / p >= j / p && i % p >= j % p;
                double difference = (up[1 + i] - down[1 + i]) / (2 * STEP);
                if (there)
                    CU_ASSERT_TRUE(near_abs(info[2 + q + j * q + i], difference, TOL_DIFFERENCE * weight));
            }
            free(up);
            free(down);
        }
        free(info);
        free(gradient);
        free(b);
        problem_clear(&s);
    }
}

/* H as a full matrix. */
static double *information(const problem_set *s, const double *b)
{
    size_t q = s->problem->q, p = s->design->p, size;
    double *acc = fold_new(s, &logreg__kernel_information, b, &size), *H = calloc(q * q, sizeof *H);
    for (size_t j = 0; j < q; j++)
        for (size_t i = 0; i < q; i++) {
            size_t jb = j / p, ib = i / p, jc = j % p, ic = i % p;
            size_t low_b = jb < ib ? jb : ib, high_b = jb < ib ? ib : jb;
            size_t low_c = jc < ic ? jc : ic, high_c = jc < ic ? ic : jc;
            H[j * q + i] = acc[2 + q + (low_b * p + low_c) * q + high_b * p + high_c];
        }
    free(acc);
    return H;
}

static void hessian_vector_qr_and_gram_agree(void)
{
    for (const problem_kind *kind = problem_kinds; kind->name; kind++) {
        problem_set s;
        problem_make(&s, kind, false, true, 1);
        size_t q = s.problem->q, size;
        double *b = some_beta(2 * q), weight = s.response->n_obs;
        double *H = information(&s, b), *Hv = fold_new(&s, &logreg__kernel_hessian_vector, b, &size);
        double *R = fold_new(&s, &logreg__kernel_qr, b, &size);
        for (size_t j = 0; j < q; j++) {
            double sum = 0;
            for (size_t i = 0; i < q; i++)
                sum += H[i * q + j] * b[q + i];
            CU_ASSERT_TRUE(near_abs(Hv[j], sum, TOL_LONG * weight));
            for (size_t i = 0; i < q; i++) {
                double product = 0;
                for (size_t r = 0; r <= i && r <= j; r++)
                    product += R[i * q + r] * R[j * q + r];
                CU_ASSERT_TRUE(near_abs(product, H[j * q + i], TOL_LONG * weight));
            }
        }
        free(H);
        free(Hv);
        free(R);
        free(b);
        problem_clear(&s);
    }
}

/* x'inv(H)x of every row and pair of classes, from whole rows; the kernel's maximum, and the cheap bound above it. */
static void reach_is_the_largest_and_bounded(void)
{
    for (const problem_kind *kind = problem_kinds; kind->name; kind++) {
        problem_set s;
        problem_make(&s, kind, false, false, 1);
        size_t q = s.problem->q, p = s.design->p, n = s.design->n, k = s.problem->k, size;
        double *b = calloc(q, sizeof *b), *H = information(&s, b), *L = calloc(q * q, sizeof *L);
        bool scaled_apart = strstr(kind->formula, "x2") || strstr(kind->formula, "x3");
        memcpy(L, H, q * q * sizeof *L);
        if (!scaled_apart && logreg__cholesky(L, q)) {
            double *reach = fold_new(&s, &logreg__kernel_reach, L, &size), most = 0;
            double *info = fold_new(&s, &logreg__kernel_information, b, &size);
            double *X = calloc(n * p, sizeof *X), *rest = calloc(3 * n, sizeof *rest),
                   *u = calloc(q, sizeof *u);
            problem_rows(&s, X, rest, rest + n, rest + 2 * n);
            for (size_t i = 0; i < n; i++)
                for (size_t c = 0; c <= k; c++)
                    for (size_t d = 0; rest[n + i] > 0 && d < c; d++) {
                        memset(u, 0, q * sizeof *u);
                        for (size_t j = 0; j < p; j++) {
                            u[(c - 1) * p + j] += X[i * p + j];
                            if (d)
                                u[(d - 1) * p + j] -= X[i * p + j];
                        }
                        logreg__plain_cholesky_solve(L, q, u);
                        double square = 0;
                        for (size_t j = 0; j < p; j++)
                            square += X[i * p + j] * (u[(c - 1) * p + j] - (d ? u[(d - 1) * p + j] : 0));
                        most = fmax(most, square);
                    }
            CU_ASSERT_TRUE(near_rel(reach[0], most, TOL_LONG));
            CU_ASSERT_TRUE(info[1] >= reach[0]);
            free(reach);
            free(info);
            free(X);
            free(rest);
            free(u);
        }
        free(b);
        free(H);
        free(L);
        problem_clear(&s);
    }
}

static void several_betas_in_one_pass(void)
{
    problem_set s;
    problem_make(&s, &problem_kinds[4], false, true, 2);
    size_t q = s.problem->q, m = 3, size = logreg__kernel_gradient.size(s.problem), n = s.design->n;
    double *b = some_beta(m * q), *together = calloc(m * size, sizeof *together),
           *one = calloc(size, sizeof *one);
    double *eta = calloc(m * n, sizeof *eta), *eta_one = calloc(n, sizeof *eta_one), none;
    CU_ASSERT_EQUAL(logreg__fold(s.problem, &logreg__kernel_gradient, m, b, together, NULL, NULL), LOGREG_OK);
    CU_ASSERT_EQUAL(logreg__fold(s.problem, &logreg__kernel_predictor, m, b, &none, eta, NULL), LOGREG_OK);
    for (size_t i = 0; i < m; i++) {
        CU_ASSERT_EQUAL(logreg__fold(s.problem, &logreg__kernel_gradient, 1, b + i * q, one, NULL, NULL),
                        LOGREG_OK);
        CU_ASSERT_EQUAL(memcmp(one, together + i * size, size * sizeof *one), 0);
        CU_ASSERT_EQUAL(
            logreg__fold(s.problem, &logreg__kernel_predictor, 1, b + i * q, &none, eta_one, NULL),
            LOGREG_OK);
        CU_ASSERT_EQUAL(memcmp(eta_one, eta + i * n, n * sizeof *eta), 0);
    }
    free(b);
    free(together);
    free(one);
    free(eta);
    free(eta_one);
    problem_clear(&s);
}

static void several_jobs_in_one_walk(void)
{
    static const problem_kind kinds[] = {{"jobs", 20000, 2, "y ~ x1 + x2 + f", true, true, false},
                                         {"jobs of three", 9000, 3, "y ~ x1 + f", true, false, false}};
    for (size_t t = 0; t < 2; t++) {
        problem_set s;
        problem_make(&s, &kinds[t], false, true, 3);
        size_t q = s.problem->q, n_out = kinds[t].rows * s.problem->k;
        double *b = some_beta(4 * q), *out = calloc(n_out, sizeof *out),
               *alone = calloc(n_out, sizeof *alone), none;
        logreg__job job[N_SUMMING + 1];
        for (size_t i = 0; i < N_SUMMING; i++) {
            size_t size = summing[i]->size(s.problem);
            job[i] = (logreg__job){summing[i], 2, b, calloc(2 * size, sizeof(double)), NULL};
        }
        job[N_SUMMING] = (logreg__job){&logreg__kernel_predictor, 1, b, &none, out};
        CU_ASSERT_EQUAL(logreg__fold_jobs(s.problem, N_SUMMING + 1, job, NULL), LOGREG_OK);
        for (size_t i = 0; i < N_SUMMING; i++) {
            size_t size = summing[i]->size(s.problem);
            double *one = calloc(2 * size, sizeof *one);
            CU_ASSERT_EQUAL(logreg__fold(s.problem, summing[i], 2, b, one, NULL, NULL), LOGREG_OK);
            CU_ASSERT_EQUAL(memcmp(one, job[i].acc, 2 * size * sizeof *one), 0);
            free(one);
            free(job[i].acc);
        }
        CU_ASSERT_EQUAL(logreg__fold(s.problem, &logreg__kernel_predictor, 1, b, &none, alone, NULL),
                        LOGREG_OK);
        CU_ASSERT_EQUAL(memcmp(alone, out, n_out * sizeof *out), 0);
        free(b);
        free(out);
        free(alone);
        problem_clear(&s);
    }
}

static bool fold_action(void *context)
{
    const problem_set *s = context;
    double beta[16] = {0.1}, acc[64] = {42}, before = acc[0];
    logreg_status status = logreg__fold(s->problem, &logreg__kernel_information, 1, beta, acc, NULL, NULL);
    return status == LOGREG_OK || (status == LOGREG_ENOMEM && acc[0] == before);
}

static void survives_failing_allocations(void)
{
    problem_set s;
    static const problem_kind kind = {"memory", 9000, 2, "y ~ x1 + f", false, false, false};
    problem_make(&s, &kind, false, true, 1);
    CU_ASSERT_TRUE(oom_each(fold_action, &s));
    problem_clear(&s);
}

const test_case tests[] = {
    {"the same bits at 1 to 8 threads", same_bits_at_any_thread_count},
    {"the same bits where rows are left out", same_bits_with_holes},
    {"segments add up in the stated tree", sums_in_the_stated_tree},
    {"every level of kernels agrees with plain loops", every_level_agrees_with_plain_loops},
    {"gradients and Hessians meet finite differences", gradients_and_hessians_meet_differences},
    {"Hessian times vector and QR agree with the information", hessian_vector_qr_and_gram_agree},
    {"the reach is the largest, and its bound holds", reach_is_the_largest_and_bounded},
    {"several coefficient vectors in one pass", several_betas_in_one_pass},
    {"several jobs in one walk", several_jobs_in_one_walk},
    {"failing allocations", survives_failing_allocations},
    {NULL, NULL},
};
