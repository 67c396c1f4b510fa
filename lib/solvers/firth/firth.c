/* Bias-reduced fits (Firth, Biometrika 80, 1993): Newton's method on the loss less log|H| / 2.
 *
 * With M = inv(L), H = L L', the penalty's gradient and second derivatives are sums over rows of what M makes of them (kernels_jeffreys.c), so that
 * the penalised loss has the Hessian L (1 - (D - S S') / 2) L'. The factor between L and L' is near 1 where no row has much leverage, whatever
 * the condition of H. Away from the maximum it may not be positive: mixed with 1 until it is, it does for a step, which the loss checks.
 *
 * The penalty falls without bound as coefficients run away (Kosmidis & Firth, Biometrika 108, 2021), so that there is a finite maximum
 * whether the classes are separated or not.
 */
#include "solvers/firth/firth.h"

#include <math.h>

#include "base/error.h"
#include "base/memory.h"
#include "engine/dense.h"
#include "solvers/factor.h"
#include "solvers/vectors.h"

/* Second derivatives are taken where they cost no more products than this, and their third-order sums have room. */
#define MOST_PRODUCTS 4e8
#define MOST_COLUMNS 128

/* Second derivatives that are not positive are mixed with H, in parts down to this. */
#define LEAST_PART 0.01

/* So much at most is added to them along directions that nobody asks about; they are 1 where the penalty is 0. */
#define MOST_ALONG 256

logreg__problem logreg__firth_problem(const logreg__problem *plain)
{
    logreg__problem penalised = *plain;
    penalised.jeffreys = true;
    return penalised;
}

static const logreg__kernel *choose_kernel(const logreg__problem *problem)
{
    double q = (double)problem->q, directions = problem->k == 1 ? 1 : (double)problem->k + 1;
    double products = (double)problem->design->n * directions * q * q * (q / 3 + 1) / 2;
    return q <= MOST_COLUMNS && products <= MOST_PRODUCTS ? &logreg__kernel_jeffreys_curvature
                                                          : &logreg__kernel_jeffreys;
}

/* F (q x q for each a) from the slabs of a symmetric tensor. */
static void unfold(double *F, const double *S, size_t q)
{
    for (size_t a = 0; a < q; S += (a + 1) * (a + 1), a++)
        for (size_t c = 0; c <= a; c++)
            for (size_t b = c; b <= a; b++) {
                double x = S[c * (a + 1) + b];
                F[(a * q + b) * q + c] = F[(a * q + c) * q + b] = x;
                F[(b * q + a) * q + c] = F[(b * q + c) * q + a] = x;
                F[(c * q + a) * q + b] = F[(c * q + b) * q + a] = x;
            }
}

/* C = 1 - (D - S S') / 2, the lower triangle. */
static logreg_status add_curvature(double *C, const double *D, const double *S, size_t q, logreg_error *err)
{
    double *F = logreg__new_raw(q * q, q * sizeof *F);
    if (!F)
        return logreg__fail_memory(err);
    unfold(F, S, q);
    for (size_t j = 0; j < q; j++)
        for (size_t i = j; i < q; i++)
            C[j * q + i] = (i == j) - (D[j * q + i] - logreg__dot(F + i * q * q, F + j * q * q, q * q)) / 2;
    free(F);
    return LOGREG_OK;
}

/* A factor of C + t A A', with A the directions of at->along in the coordinates that L whitens, for the least t that makes it positive, if any of these does. */
static bool factor_along(double *factor, const double *C, double *a, const logreg__quadratic *at)
{
    size_t q = at->q;
    for (double t = 0; at->n_along && t <= MOST_ALONG; t = t > 0 ? 4 * t : 1) {
        memcpy(factor, C, q * q * sizeof *factor);
        for (size_t k = 0; k < at->n_along; k++) {
            memcpy(a, at->along + k * q, q * sizeof *a);
            logreg__lower_solve(at->L, q, a);
            double scale = t / logreg__dot(a, a, q);
            for (size_t j = 0; j < q; j++)
                for (size_t i = j; i < q; i++)
                    factor[j * q + i] += scale * a[i] * a[j];
        }
        if (logreg__cholesky(factor, q))
            return true;
    }
    return false;
}

/* A factor of C, or of C and 1 mixed, as much of C as is positive. false: of 1. */
static bool factor_mixture(double *factor, const double *C, size_t q)
{
    for (double part = 1; part > LEAST_PART; part /= 2) {
        for (size_t j = 0; j < q; j++)
            for (size_t i = j; i < q; i++)
                factor[j * q + i] = part * C[j * q + i] + (i == j) * (1 - part);
        if (logreg__cholesky(factor, q))
            return true;
    }
    return false;
}

/* Puts the factor of L C L', C from the sums, in place of that of H. C is room for two squares and a vector. */
static logreg_status refactor(logreg__quadratic *at, double *C, const double *sums, bool curved,
                              logreg_error *err)
{
    size_t q = at->q;
    logreg_status status = LOGREG_OK;
    if (curved)
        status = add_curvature(C, sums, sums + q * q, q, err);
    else
        for (size_t j = 0; j < q; j++)
            for (size_t i = j; i < q; i++)
                C[j * q + i] = (i == j) + sums[j * q + i];
    if (status != LOGREG_OK)
        return status;
    if (factor_along(C + q * q, C, C + 2 * q * q, at) || factor_mixture(C + q * q, C, q))
        logreg__factor_multiply(at->L, C + q * q, q);
    at->fine = true; /* nobody is to take L for a factor of the information any more */
    logreg__factor_multiply_out(at->H, at->L, q);
    return LOGREG_OK;
}

/* log|H| / 2 */
static double half_determinant(const logreg__quadratic *at)
{
    double sum = 0;
    for (size_t j = 0; j < at->q; j++)
        sum += log(fabs(at->L[j * at->q + j]));
    return sum;
}

/* Sums over the rows of a kernel that is given b and M; the caller frees them, as *white, whose M is then room. */
static logreg_status sum_up(double **sums, double **white, const logreg__kernel *kernel,
                            const logreg__quadratic *at, const logreg__problem *problem, const double *b,
                            logreg_error *err)
{
    logreg_status status = logreg__factor_begin(white, at->L, at->q, NULL, err);
    if (status != LOGREG_OK)
        return status;
    *sums = logreg__new_raw(kernel->size(problem), sizeof **sums);
    if (!*sums)
        return logreg__fail_memory(err);
    memcpy(*white, b, at->q * sizeof **white);
    return logreg__fold(problem, kernel, 1, *white, *sums, NULL, err);
}

logreg_status logreg__firth_penalise(logreg__quadratic *at, const logreg__problem *problem, const double *b,
                                     logreg_error *err)
{
    const logreg__kernel *kernel = choose_kernel(problem);
    double *white = NULL, *sums = NULL;
    logreg_status status = logreg__quadratic_refine(at, problem, b, err);
    if (status == LOGREG_OK && !at->factored) {
        at->loss = INFINITY;
        return LOGREG_OK;
    }
    if (status == LOGREG_OK)
        status = sum_up(&sums, &white, kernel, at, problem, b, err);
    if (status == LOGREG_OK) {
        at->loss -= half_determinant(at);
        logreg__add(at->g, -0.5, sums, at->q);
        status = refactor(at, white + at->q, sums + at->q, kernel == &logreg__kernel_jeffreys_curvature, err);
    }
    if (status == LOGREG_OK)
        logreg__quadratic_solve(at);
    free(white);
    free(sums);
    return status;
}

logreg_status logreg__firth_augment(logreg__quadratic *at, const logreg__problem *plain, const double *b,
                                    logreg_error *err)
{
    double *white = NULL, *sums = NULL;
    logreg_status status = sum_up(&sums, &white, &logreg__kernel_jeffreys, at, plain, b, err);
    if (status == LOGREG_OK)
        status = refactor(at, white + at->q, sums + at->q, false, err);
    free(white);
    free(sums);
    return status;
}

double logreg__firth_scales(const logreg__problem *problem)
{
    double sum = 0;
    for (size_t j = 0; j < problem->q; j++)
        sum += log(logreg__problem_factor(problem, j % problem->design->p));
    return sum;
}

static logreg_status run(logreg__solution *solution, const logreg__problem *plain,
                         const logreg_options *options, logreg_error *err)
{
    logreg__problem penalised = logreg__firth_problem(plain);
    solution->finite = true;
    return logreg__solver_newton.run(solution, &penalised, options, err);
}

/* Without second derivatives steps shrink slowly where rows have much leverage. */
const logreg__solver logreg__solver_firth = {.name = "newton", .max_iter = 1000, .run = run};
