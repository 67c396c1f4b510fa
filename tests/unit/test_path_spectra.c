/* Paths of spectra, whose columns are smooth and so nearly collinear, down to strengths that are next to nothing: each is a minimum, by conditions worked out here, and found in reasonable time. */
#include "harness.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include <logreg.h>

#include "base/random.h"

enum { ROWS = 40, COLUMNS = 120, PEAKS = 10 };

/* What a path promises, relative to the largest lambda; what it promises at least of a lambda where another tolerance is asked for; and what rounding of this file's own sums adds. */
#define USUAL 1e-10
#define OF_LAMBDA 0.1
#define TOL_ROUNDING 1e-13

/* Down to this the path goes on until all is explained. */
#define LEAST 1e-12

/* Rows are mixtures of peaks, with a little noise. */
static void make(gsl_matrix *X, gsl_vector *y)
{
    logreg__random random;
    double centre[PEAKS], width[PEAKS];
    logreg__random_init(&random, 5, 0);
    for (size_t k = 0; k < PEAKS; k++) {
        centre[k] = logreg__random_uniform(&random);
        width[k] = 0.03 + 0.1 * logreg__random_uniform(&random);
    }
    for (size_t i = 0; i < ROWS; i++) {
        double much[PEAKS];
        for (size_t k = 0; k < PEAKS; k++)
            much[k] = -log(logreg__random_uniform(&random));
        for (size_t j = 0; j < COLUMNS; j++) {
            double at = (double)j / (COLUMNS - 1), sum = 1e-4 * logreg__random_normal(&random);
            for (size_t k = 0; k < PEAKS; k++)
                sum += much[k] * exp(-(at - centre[k]) * (at - centre[k]) / (2 * width[k] * width[k]));
            gsl_matrix_set(X, i, j, sum);
        }
        double eta = much[0] - much[3];
        gsl_vector_set(y, i, logreg__random_uniform(&random) < 1 / (1 + exp(-eta)));
    }
}

/* The worst violation at strength i, relative to the largest. */
static double violation(const logreg_path *path, size_t i, const gsl_matrix *X, const gsl_vector *y)
{
    const double *b = path->coefficient + i * path->p;
    long double residual[ROWS], all = 0, worst;
    for (size_t r = 0; r < ROWS; r++) {
        long double eta = b[0];
        for (size_t j = 0; j < COLUMNS; j++)
            eta += (long double)b[1 + j] * gsl_matrix_get(X, r, j);
        residual[r] = 1 / (1 + expl(-eta)) - gsl_vector_get(y, r);
        all += residual[r];
    }
    worst = fabsl(all) / ROWS;
    for (size_t j = 0; j < COLUMNS; j++) {
        long double mean = 0, slope = 0, unit = path->unit[1 + j], lasso = path->lambda[i] * path->l1_ratio;
        for (size_t r = 0; r < ROWS; r++)
            mean += gsl_matrix_get(X, r, j) / (long double)ROWS;
        for (size_t r = 0; r < ROWS; r++)
            slope += (gsl_matrix_get(X, r, j) - mean) * residual[r] / (ROWS * unit);
        slope += path->lambda[i] * (1 - path->l1_ratio) * unit * b[1 + j];
        long double off =
            b[1 + j] != 0 ? fabsl(slope + (b[1 + j] > 0 ? lasso : -lasso)) : fmaxl(fabsl(slope) - lasso, 0);
        worst = fmaxl(worst, off);
    }
    return (double)(worst / path->largest_lambda);
}

/* At most tol of the largest lambda, and where that is loose so much of lambda, at every strength; the worst of them is returned. */
static double go(const char *penalty, double least, double tol)
{
    logreg_error err;
    logreg_options o = logreg_options_default();
    logreg_path_options p = logreg_path_options_default();
    logreg_path *path = NULL;
    logreg_model *model = NULL;
    gsl_matrix *X = gsl_matrix_alloc(ROWS, COLUMNS);
    gsl_vector *y = gsl_vector_alloc(ROWS);
    make(X, y);
    o.penalty = penalty;
    o.standardize = true;
    o.tol = tol;
    p.folds = 0;
    p.n_lambda = 60;
    p.least = least;
    CU_ASSERT_EQUAL_FATAL(logreg_path_new_matrix(&path, &model, X, y, &o, &p, &err), LOGREG_OK);
    double worst = 0;
    for (size_t i = 0; i < path->n; i++) {
        double off = violation(path, i, X, y), of_lambda = OF_LAMBDA * path->lambda[i] / path->largest_lambda;
        CU_ASSERT_TRUE(path->converged[i]);
        CU_ASSERT_TRUE(off <= fmin(tol, fmax(USUAL, of_lambda)) + TOL_ROUNDING);
        CU_ASSERT_TRUE(off <= path->violation[i] + TOL_ROUNDING);
        worst = fmax(worst, off);
    }
    const double *last = path->coefficient + (path->n - 1) * path->p;
    bool l2 = strcmp(penalty, "l2") == 0;
    for (size_t j = 0; !l2 && j < path->p; j++) /* the end of the path is near enough for the model */
        CU_ASSERT_TRUE(logreg_model_coefficient(model, 1, j) == last[j]);
    CU_ASSERT_TRUE(least > LEAST || path->explained[path->n - 1] > 0.99);
    logreg_path_free(path);
    logreg_model_free(model);
    gsl_matrix_free(X);
    gsl_vector_free(y);
    return worst;
}

static void lasso(void)
{
    go("l1", 1e-5, USUAL);
    go("l1", LEAST, USUAL);
}

static void elastic_net(void)
{
    go("elasticnet", 1e-7, USUAL);
    go("elasticnet", LEAST, USUAL);
}

static void ridge(void)
{
    go("l2", 1e-9, USUAL);
    go("l2", LEAST, USUAL);
}

/* What is asked for is what comes, not more. */
static void loose(void)
{
    CU_ASSERT_TRUE(go("l1", 1e-5, 1e-3) > 1e-6);
    CU_ASSERT_TRUE(go("elasticnet", 1e-5, 1e-6) > 1e-9);
}

const test_case tests[] = {{"lasso", lasso},
                           {"elastic net", elastic_net},
                           {"ridge", ridge},
                           {"loose tolerances", loose},
                           {NULL, NULL}};
