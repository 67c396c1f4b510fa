/* What `auto` takes for a penalty, where it begins with solvers that need no matrix, and that it arrives also where these give up. */
#include "harness.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include <logreg.h>

#include "base/random.h"
#include "solvers/solver.h"

typedef struct {
    const char *what;
    size_t rows, columns, classes;
    double spread; /* of the columns' common directions, in powers of ten: 0, they are independent */
    const char *penalty;
    double l1_ratio, C;
    bool bound;
    const char *solver;
} situation;

static const situation cases[] = {
    {"two classes", 300, 260, 2, 0, "l2", 0, 0.01, false, "lbfgs"},
    {"several classes", 300, 150, 3, 0, "l2", 0, 0.01, false, "lbfgs"},
    {"nearly collinear", 300, 150, 3, 4, "l2", 0, 1e4, false, "newton"},
    {"few columns", 300, 20, 3, 0, "l2", 0, 1, false, "newton"},
    {"a bound, more columns than rows", 120, 240, 2, 0, "l2", 0, 0.1, true, "lbfgs"},
    {"an elastic net, more columns than rows", 180, 400, 2, 0, "elasticnet", 0.1, 0.1, false, "lbfgs"},
    {"an elastic net of far more", 30, 300, 2, 0, "elasticnet", 0.5, 1, false, "cd"},
    {"an elastic net of far more, with next to no penalty", 240, 2400, 2, 0, "elasticnet", 0.2, 100, false,
     "lbfgs"},
    {"of farther more", 240, 6000, 2, 0, "elasticnet", 0.7, 100, false, "cd"},
    {"a lasso of more columns than rows", 180, 400, 2, 0, "l1", 1, 1, false, "cd"},
};

/* Columns fall by powers of ten along directions that differences of neighbours are. */
static void make(gsl_matrix *X, gsl_vector *y, const situation *s)
{
    logreg__random random;
    logreg__random_init(&random, 21, s->columns);
    for (size_t i = 0; i < s->rows; i++) {
        double eta = 0, walk = 0;
        for (size_t j = 0; j < s->columns; j++) {
            double fresh = logreg__random_normal(&random);
            walk += fresh * pow(10, -s->spread * (double)j / (double)s->columns);
            gsl_matrix_set(X, i, j, s->spread > 0 ? walk : fresh);
            eta += j < 3 ? fresh : 0;
        }
        double noise = logreg__random_normal(&random);
        gsl_vector_set(y, i, (double)((eta + noise > 0) + (s->classes > 2 && eta + noise > 1.5)));
    }
}

static void chosen(void)
{
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const situation *s = &cases[i];
        const logreg_penalty_part part = {"x1", 1, 0, INFINITY};
        gsl_matrix *X = gsl_matrix_alloc(s->rows, s->columns);
        gsl_vector *y = gsl_vector_alloc(s->rows);
        logreg_options o = logreg_options_default();
        logreg_model *m = NULL;
        o.penalty = s->penalty;
        o.l1_ratio = s->l1_ratio;
        o.C = s->C;
        o.parts = s->bound ? &part : NULL;
        o.n_parts = s->bound;
        make(X, y, s);
        CU_ASSERT_EQUAL_FATAL(logreg_fit(&m, X, y, &o, NULL), LOGREG_OK);
        bool right = strcmp(logreg_model_solver(m), s->solver) == 0;
        if (!right)
            printf("# %s: %s\n", s->what, logreg_model_solver(m));
        CU_ASSERT_TRUE(right && logreg_model_converged(m) && logreg_model_violation(m) <= 1e-9);
        logreg_model_free(m);
        gsl_matrix_free(X);
        gsl_vector_free(y);
    }
}

static void budgets(void)
{
    CU_ASSERT_FALSE(logreg__solver_overdraws(1000, 0, 1, 1, 1e-10));
    CU_ASSERT_FALSE(logreg__solver_overdraws(24, 100, 1, 0.9, 1e-10));
    CU_ASSERT_TRUE(logreg__solver_overdraws(25, 100, 1, 0.9, 1e-10));
    CU_ASSERT_FALSE(logreg__solver_overdraws(25, 100, 1, 1e-2, 1e-10)); /* 125 in all */
    CU_ASSERT_TRUE(logreg__solver_overdraws(40, 100, 1, 1e-2, 1e-10));  /* 200 in all */
    CU_ASSERT_FALSE(logreg__solver_overdraws(140, 100, 1, 2e-10, 1e-10));
    CU_ASSERT_TRUE(logreg__solver_overdraws(150, 100, 1, 2e-10, 1e-10));
}

const test_case tests[] = {{"what is chosen", chosen}, {"budgets", budgets}, {NULL, NULL}};
