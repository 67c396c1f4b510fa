/* Newton's method where informations cost many walks: it steps by gradients between them, and ends where plain Newton ends. */
#include "harness.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include <logreg.h>

#include "base/random.h"
#include "oom.h"

/* Both ways end within the rounding level of the optimum; collinear columns multiply it. */
#define TOL_SAME 1e-9
#define TOL_COLLINEAR 1e-7
#define TOL_SCORE 1e-10

#define SOON 15

typedef struct {
    const char *what;
    size_t rows, columns, classes;
    double shared; /* of each column, a part that all have in common */
    double effect;
    bool weights, offset;
    const char *penalty;
    double C, tolerance;
    logreg_separation separation;
} situation;

static const situation cases[] = {
    {"two classes", 600, 100, 2, 0, 0.1, false, false, "none", 0, TOL_SAME, LOGREG_SEPARATION_NONE},
    {"weights and an offset", 600, 100, 2, 0, 0.1, true, true, "none", 0, TOL_SAME, LOGREG_SEPARATION_NONE},
    {"correlated", 600, 100, 2, 0.99, 0.1, false, false, "none", 0, TOL_SAME, LOGREG_SEPARATION_NONE},
    {"nearly collinear", 600, 80, 2, 1 - 1e-9, 0.1, false, false, "none", 0, TOL_COLLINEAR,
     LOGREG_SEPARATION_NONE},
    {"nearly separated", 500, 80, 2, 0, 0.5, false, false, "none", 0, TOL_SAME, LOGREG_SEPARATION_NONE},
    {"separated", 90, 80, 2, 0, 0.1, false, false, "none", 0, TOL_SAME, LOGREG_SEPARATION_COMPLETE},
    {"separated, with weights and an offset", 90, 80, 2, 0, 0.1, true, true, "none", 0, TOL_SAME,
     LOGREG_SEPARATION_COMPLETE},
    {"four classes, separated", 60, 50, 4, 0, 0.1, false, false, "none", 0, TOL_SAME,
     LOGREG_SEPARATION_COMPLETE},
    {"four classes", 500, 20, 4, 0.5, 0.2, true, false, "none", 0, TOL_SAME, LOGREG_SEPARATION_NONE},
    {"a ridge", 300, 100, 2, 0, 0.3, false, false, "l2", 1, TOL_SAME, LOGREG_SEPARATION_NONE},
    {"a weak one, nearly separated", 200, 100, 2, 0.3, 0.3, false, true, "l2", 1e4, TOL_SAME,
     LOGREG_SEPARATION_NONE},
    {"of four classes", 200, 20, 4, 0.5, 0.2, false, false, "l2", 100, TOL_SAME, LOGREG_SEPARATION_NONE},
};

typedef struct {
    const situation *s;
    gsl_matrix *X;
    gsl_vector *y, *w, *o;
} table;

static table table_new(const situation *s)
{
    table t = {s, gsl_matrix_alloc(s->rows, s->columns), gsl_vector_alloc(s->rows), NULL, NULL};
    t.w = s->weights ? gsl_vector_alloc(s->rows) : NULL;
    t.o = s->offset ? gsl_vector_alloc(s->rows) : NULL;
    logreg__random random;
    logreg__random_init(&random, 5, s->columns);
    for (size_t i = 0; i < s->rows; i++) {
        double common = logreg__random_normal(&random), eta = 0, outcome = 0;
        for (size_t j = 0; j < s->columns; j++) {
            double x = sqrt(s->shared) * common + sqrt(1 - s->shared) * logreg__random_normal(&random);
            eta += (j % 2 ? s->effect : -s->effect) * x;
            gsl_matrix_set(t.X, i, j, x);
        }
        for (size_t c = 1; c < s->classes; c++)
            outcome += logreg__random_uniform(&random) < logreg_sigmoid(eta / (double)c);
        gsl_vector_set(t.y, i, outcome);
        if (t.w)
            gsl_vector_set(t.w, i, 1 + (double)logreg__random_below(&random, 3));
        if (t.o)
            gsl_vector_set(t.o, i, 0.5 * logreg__random_normal(&random));
    }
    return t;
}

static void table_clear(table *t)
{
    gsl_matrix_free(t->X);
    gsl_vector_free(t->y);
    gsl_vector_free(t->w);
    gsl_vector_free(t->o);
}

/* plain: Newton's own iterations, which who says how many there may be gets. */
static logreg_status fit(logreg_model **m, const table *t, bool plain)
{
    logreg_options o = logreg_options_default();
    o.solver = "newton";
    o.penalty = t->s->penalty;
    o.C = t->s->C;
    o.weight_values = t->w;
    o.offset_values = t->o;
    o.max_iter = plain ? 100 : 0;
    return logreg_fit(m, t->X, t->y, &o, NULL);
}

static bool same_coefficients(const logreg_model *a, const logreg_model *b, const situation *s)
{
    bool same = true, errors = strcmp(s->penalty, "none") == 0 && s->separation == LOGREG_SEPARATION_NONE;
    for (size_t k = 1; k < logreg_model_classes(b); k++)
        for (size_t j = 0; j < logreg_model_coefficients(b); j++) {
            double one = logreg_model_coefficient(a, k, j), other = logreg_model_coefficient(b, k, j);
            double error = errors ? sqrt(logreg_model_covariance(b, k, j, k, j)) : 1 + fabs(other);
            same = same && (one == other || (isnan(one) && isnan(other)) ||
                            near_abs(one / error, other / error, s->tolerance));
            if (errors)
                same = same && near_rel(sqrt(logreg_model_covariance(a, k, j, k, j)), error, s->tolerance);
        }
    return same;
}

static void ends_where_newton_ends(void)
{
    size_t gradients = 0;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const situation *s = &cases[i];
        table t = table_new(s);
        logreg_model *a = NULL, *b = NULL;
        CU_ASSERT_EQUAL_FATAL(fit(&a, &t, false), LOGREG_OK);
        CU_ASSERT_EQUAL_FATAL(fit(&b, &t, true), LOGREG_OK);
        bool right = same_coefficients(a, b, s) && logreg_model_separation(a) == s->separation &&
                     logreg_model_separation(b) == s->separation;
        right = right && logreg_model_converged(a) == logreg_model_converged(b);
        printf("# %s: %zu steps, %zu of Newton's\n", s->what, logreg_model_iterations(a),
               logreg_model_iterations(b));
        if (s->separation == LOGREG_SEPARATION_NONE)
            right = right && logreg_model_converged(a);
        else if (!s->weights && !s->offset) /* the coefficients show it long before patience ends */
            right = right && logreg_model_iterations(a) <= SOON;
        gradients += logreg_model_iterations(a) > logreg_model_iterations(b);
        double one = logreg_inference_score(a).statistic, other = logreg_inference_score(b).statistic;
        right = right && (isnan(one) ? isnan(other) : near_rel(one, other, TOL_SCORE));
        if (!right)
            printf("# not %s\n", s->what);
        CU_ASSERT_TRUE(right);
        logreg_model_free(a);
        logreg_model_free(b);
        table_clear(&t);
    }
    CU_ASSERT(gradients >= 8); /* all but those near separation and beyond stepped by them */
}

static bool fit_action(void *context)
{
    logreg_model *m = NULL;
    logreg_status status = fit(&m, context, false);
    bool ok = status == LOGREG_OK ? logreg_model_converged(m) : status == LOGREG_ENOMEM && !m;
    logreg_model_free(m);
    return ok;
}

static void failing_allocations(void)
{
    static const situation small = {"",    60,    10,   6, 0,        0.1,
                                    false, false, "l2", 1, TOL_SAME, LOGREG_SEPARATION_NONE};
    table t = table_new(&small);
    CU_ASSERT_TRUE(oom_each(fit_action, &t));
    table_clear(&t);
}

const test_case tests[] = {
    {"ends where Newton's method ends", ends_where_newton_ends},
    {"survives failing allocations", failing_allocations},
    {NULL, NULL},
};
