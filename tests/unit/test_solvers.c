/* Every solver on every problem with a finite maximum: the answer is a long double Newton's, distances are in standard errors, and
 * optimality is derived anew. */
#include "harness.h"
#include "oom.h"
#include "problems.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "solvers/solver.h"

/* A converged fit is within 1e-10 standard errors. */
#define TOL_CONVERGED 2e-10

/* Rounding of the score counts for more where columns are collinear: 16 eps sqrt(sum of variance inflation), at 1e13. */
#define TOL_COLLINEAR 1e-8

/* Standard errors follow from the information by a factorisation. */
#define TOL_ERRORS 1e-9

typedef struct {
    double *X, *y, *w, *offset;
    long double *beta, *se;
} truth;

static truth truth_new(const problem_set *s)
{
    size_t n = s->design->n, p = s->design->p, q = s->problem->q;
    truth t = {.X = calloc(n * p, sizeof(double)),
               .y = calloc(n, sizeof(double)),
               .w = calloc(n, sizeof(double)),
               .offset = calloc(n, sizeof(double)),
               .beta = calloc(q, sizeof(long double)),
               .se = calloc(q, sizeof(long double))};
    problem_rows(s, t.X, t.y, t.w, t.offset);
    CU_ASSERT_TRUE_FATAL(precise_fit(t.beta, t.se, t.X, t.y, t.w, t.offset, n, p, s->problem->k));
    return t;
}

static void truth_free(truth *t)
{
    free(t->X);
    free(t->y);
    free(t->w);
    free(t->offset);
    free(t->beta);
    free(t->se);
}

/* Runs a solver from 0 and leaves its solution; the caller frees beta and at. */
static logreg__solution solve(const logreg__solver *solver, const problem_set *s,
                              const logreg_options *options)
{
    logreg__solution solution = {.beta = calloc(s->problem->q, sizeof(double)),
                                 .at = logreg__quadratic_new(s->problem->q)};
    CU_ASSERT_EQUAL_FATAL(solver->run(&solution, s->problem, options, NULL), LOGREG_OK);
    return solution;
}

/* Solvers that end near the maximum promise that no coefficient is farther from it than a standard error, and tell how far they are. */
static void check_near(const char *who, const logreg__solution *solution, const problem_set *s,
                       const truth *t)
{
    size_t q = s->problem->q;
    double *beta = calloc(q, sizeof *beta);
    logreg__problem_beta(s->problem, beta, solution->beta);
    for (size_t j = 0; j < q; j++)
        if (!near_abs((double)((beta[j] - t->beta[j]) / t->se[j]), 0, 1)) {
            printf("# %s on '%s', coefficient %zu, %zu passes, decrement %g\n", who, s->kind->name, j,
                   solution->iterations, solution->at->decrement);
            CU_FAIL("a coefficient is off");
        }
    long double lambda =
        precise_decrement(beta, t->X, t->y, t->w, t->offset, s->design->n, s->design->p, s->problem->k);
    CU_ASSERT_TRUE(near_rel(solution->at->decrement, (double)lambda, 1e-6));
    CU_ASSERT_TRUE(lambda <= 0.5);
    free(beta);
}

static void check(const char *who, const logreg__solution *solution, const problem_set *s, const truth *t)
{
    size_t q = s->problem->q, p = s->design->p;
    double *beta = calloc(q, sizeof *beta);
    logreg__problem_beta(s->problem, beta, solution->beta);
    if (!solution->converged)
        printf("# %s did not converge on '%s': %zu iterations, decrement %g\n", who, s->kind->name,
               solution->iterations, solution->at->decrement);
    CU_ASSERT_TRUE(solution->converged);
    CU_ASSERT_TRUE(solution->finite);
    for (size_t j = 0; j < q; j++) {
        /* a coefficient is known to the rounding of its double at best */
        double rounding = 4 * 2.220446049250313e-16 * fabs(beta[j]) / (double)t->se[j];
        double distance = (double)((beta[j] - t->beta[j]) / t->se[j]);
        if (!near_abs(distance, 0, TOL_CONVERGED + rounding)) {
            printf("# %s on '%s', coefficient %zu\n", who, s->kind->name, j);
            CU_FAIL("a coefficient is off");
        }
    }
    long double lambda = precise_decrement(beta, t->X, t->y, t->w, t->offset, s->design->n, p, s->problem->k);
    /* The intercept of columns with a huge mean is a large number: its rounding alone moves every linear predictor. */
    double rounding = 2.220446049250313e-16 * fabs(beta[0]) * sqrt(s->response->n_obs);
    CU_ASSERT_TRUE(near_abs((double)lambda, 0, TOL_CONVERGED + rounding));
    free(beta);
}

static void every_solver_on_every_problem(void)
{
    for (const problem_kind *kind = problem_kinds; kind->name; kind++) {
        problem_set s;
        problem_make(&s, kind, false, true, 2);
        truth t = truth_new(&s);
        for (size_t i = 0; logreg__solvers[i]; i++) {
            if (logreg__solvers[i]->shrinking)
                continue; /* these want a penalty: test_penalties.c */
            logreg_options options = logreg_options_default();
            options.max_iter = 20000;
            logreg__solution solution = solve(logreg__solvers[i], &s, &options);
            (logreg__solvers[i]->stochastic ? check_near : check)(logreg__solvers[i]->name, &solution, &s,
                                                                  &t);
            free(solution.beta);
            logreg__quadratic_free(solution.at);
        }
        truth_free(&t);
        problem_clear(&s);
    }
}

static void every_kind_of_gradient_descent(void)
{
    static const struct {
        const char *name;
        double rate, momentum;
        bool nesterov;
    } ways[] = {
        {"gd, fixed step", 2, 0, false},
        {"gd, momentum", 0, 0.5, false},
        {"gd, fixed step and momentum", 1, 0.5, false},
        {"gd, Nesterov", 0, 0, true},
        {"gd, Nesterov with momentum", 0, 0.5, true},
        {"gd, Nesterov, fixed step", 1, 0, true},
    };
    static const problem_kind kinds[] = {{"one number", 200, 2, "y ~ x1", false, false, false},
                                         {"two and a factor", 500, 2, "y ~ x1 + x3 + f", true, true, false},
                                         {"three classes", 500, 3, "y ~ x1", false, false, false}};
    for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++) {
        problem_set s;
        problem_make(&s, &kinds[k], false, true, 1);
        truth t = truth_new(&s);
        for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
            logreg_options options = logreg_options_default();
            options.max_iter = 50000;
            options.learning_rate = ways[i].rate;
            options.momentum = ways[i].momentum;
            options.nesterov = ways[i].nesterov;
            logreg__solution solution = solve(&logreg__solver_gd, &s, &options);
            check(ways[i].name, &solution, &s, &t);
            free(solution.beta);
            logreg__quadratic_free(solution.at);
        }
        truth_free(&t);
        problem_clear(&s);
    }
}

/* One fixed step by hand: b - t g / n, in raw columns. */
static void a_fixed_step_is_what_it_says(void)
{
    problem_set s;
    problem_make(&s, &problem_kinds[1], false, false, 1);
    logreg_options options = logreg_options_default();
    options.learning_rate = 0.7;
    options.max_iter = 1;
    logreg__solution solution = solve(&logreg__solver_gd, &s, &options);
    double g[3], zero[2] = {0, 0};
    CU_ASSERT_EQUAL(logreg__fold(s.problem, &logreg__kernel_gradient, 1, zero, g, NULL, NULL), LOGREG_OK);
    CU_ASSERT_EQUAL(solution.iterations, 1);
    CU_ASSERT_FALSE(solution.converged);
    for (int j = 0; j < 2; j++)
        CU_ASSERT_TRUE(near_rel(solution.beta[j], -0.7 * g[1 + j] / s.response->n_obs, TOL_EXPRESSION));
    free(solution.beta);
    logreg__quadratic_free(solution.at);
    problem_clear(&s);
}

/* A step that is too long goes away from the maximum and says so. */
static void a_step_too_long_does_not_converge(void)
{
    problem_set s;
    problem_make(&s, &problem_kinds[1], false, true, 1);
    logreg_options options = logreg_options_default();
    options.learning_rate = 1000;
    options.max_iter = 100;
    logreg__solution solution = solve(&logreg__solver_gd, &s, &options);
    CU_ASSERT_FALSE(solution.converged);
    free(solution.beta);
    logreg__quadratic_free(solution.at);
    problem_clear(&s);
}

/* Errors where only QR keeps their digits: two columns with correlation 1 - 1e-13. The reference has their difference d for a
 * column, which is exact and well conditioned: a A + d D = (A - D) a + D b. */
static void standard_errors_on_collinear_columns(void)
{
    enum { N = 400 };
    double a[N], b[N], y[N], X[3 * N], ones[N], zeros[N] = {0};
    for (size_t i = 0; i < N; i++) {
        a[i] = sin((double)i) * 3;
        b[i] = a[i] + 1e-6 * cos(7.0 * (double)i);
        y[i] = (i * i % 7) > 2 + (size_t)(a[i] > 0);
        X[3 * i] = ones[i] = 1;
        X[3 * i + 1] = a[i];
        X[3 * i + 2] = (b[i] - a[i]) * 0x1p20;
    }
    logreg_frame *frame = NULL;
    logreg_model *m = NULL;
    bool ok = logreg_frame_new(&frame, NULL) == LOGREG_OK &&
              logreg_frame_add_numeric(frame, "a", a, N, 1, NULL) == LOGREG_OK &&
              logreg_frame_add_numeric(frame, "b", b, N, 1, NULL) == LOGREG_OK &&
              logreg_frame_add_numeric(frame, "y", y, N, 1, NULL) == LOGREG_OK &&
              logreg_fit_formula(&m, frame, "y ~ a + b", NULL, NULL) == LOGREG_OK;
    CU_ASSERT_TRUE_FATAL(ok);
    CU_ASSERT_TRUE(logreg_model_converged(m));
    long double beta[3], se[3];
    CU_ASSERT_TRUE(precise_fit(beta, se, X, y, ones, zeros, N, 3, 1));
    static const double unit[] = {1, 1, 0x1p20}; /* of the columns of X */
    for (size_t j = 0; j < 3; j += 2) {
        double want = (double)beta[j] * unit[j], error = (double)se[j] * unit[j];
        CU_ASSERT_TRUE(near_abs((logreg_model_coefficient(m, 1, j) - want) / error, 0, TOL_COLLINEAR));
        CU_ASSERT_TRUE(near_rel(sqrt(logreg_model_covariance(m, 1, j, 1, j)), error, TOL_ERRORS));
    }
    double sum = logreg_model_coefficient(m, 1, 1) + logreg_model_coefficient(m, 1, 2);
    CU_ASSERT_TRUE(near_abs((sum - (double)beta[1]) / (double)se[1], 0, 1e-6));
    logreg_model_free(m);
    logreg_frame_free(frame);
}

typedef struct {
    size_t rows;
    double last_loss, first_beta;
    bool descending;
} trail;

static void follow(const logreg_trace_row *row, void *data)
{
    trail *t = data;
    CU_ASSERT_EQUAL(row->iteration, t->rows);
    t->descending = t->descending && (t->rows == 0 || row->loss <= t->last_loss * (1 + TOL_SUM));
    if (t->rows == 0)
        t->first_beta = row->beta[1];
    t->last_loss = row->loss;
    t->rows++;
}

static void traces_tell_every_iteration(void)
{
    for (size_t i = 0; logreg__solvers[i]; i++) {
        if (logreg__solvers[i]->shrinking)
            continue;
        problem_set s;
        trail t = {.descending = true};
        problem_make(&s, &problem_kinds[1], false, true, 1);
        logreg_options options = logreg_options_default();
        options.trace = follow;
        options.trace_data = &t;
        logreg__solution solution = solve(logreg__solvers[i], &s, &options);
        CU_ASSERT_EQUAL(t.rows, solution.iterations + 1);
        CU_ASSERT_TRUE(t.descending || logreg__solvers[i]->stochastic);
        CU_ASSERT_EQUAL(t.first_beta, 0);
        CU_ASSERT_TRUE(near_rel(t.last_loss, solution.at->loss / s.response->n_obs, TOL_LONG));
        free(solution.beta);
        logreg__quadratic_free(solution.at);
        problem_clear(&s);
    }
}

static bool solve_action(void *context)
{
    const problem_set *s = context;
    bool well = true;
    for (size_t i = 0; logreg__solvers[i]; i++) {
        if (logreg__solvers[i]->shrinking)
            continue;
        logreg_options options = logreg_options_default();
        options.max_iter = 4;
        double beta[8] = {0};
        logreg__solution solution = {.beta = beta, .at = logreg__quadratic_new(s->problem->q)};
        if (!solution.at)
            return true;
        logreg_status status = logreg__solvers[i]->run(&solution, s->problem, &options, NULL);
        logreg__quadratic_free(solution.at);
        if (status == LOGREG_ENOMEM)
            return true;
        well = well && status == LOGREG_OK;
    }
    return well;
}

static void survive_failing_allocations(void)
{
    problem_set s;
    problem_make(&s, &problem_kinds[4], false, true, 1);
    CU_ASSERT_TRUE(oom_each(solve_action, &s));
    problem_clear(&s);
}

static void are_found_by_name(void)
{
    for (size_t i = 0; logreg__solvers[i]; i++) {
        CU_ASSERT_PTR_EQUAL(logreg__solver_find(logreg_solver_name(i)), logreg__solvers[i]);
        CU_ASSERT_TRUE(strlen(logreg_solver_summary(i)) > 10);
    }
    CU_ASSERT_PTR_NULL(logreg__solver_find("simplex"));
    CU_ASSERT_PTR_NULL(logreg_solver_name(99));
}

const test_case tests[] = {
    {"every solver on every problem", every_solver_on_every_problem},
    {"every kind of gradient descent", every_kind_of_gradient_descent},
    {"a fixed step is what it says", a_fixed_step_is_what_it_says},
    {"a step too long does not converge", a_step_too_long_does_not_converge},
    {"standard errors on collinear columns", standard_errors_on_collinear_columns},
    {"traces tell every iteration", traces_tell_every_iteration},
    {"failing allocations", survive_failing_allocations},
    {"solvers are found by name", are_found_by_name},
    {NULL, NULL},
};
