/* Stochastic gradient descent and Adam: near the maximum after the passes they tell, from any order of rows; rows held out, early stopping, traces. */
#include "harness.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <logreg.h>

#include "frames.h"
#include "oom.h"

static const char *const solvers[] = {"sgd", "adam"};

/* The largest distance of a coefficient from the maximum, in standard errors. */
static double distance(const logreg_model *m, const logreg_model *maximum)
{
    double far = 0;
    for (size_t k = 1; k < logreg_model_classes(m); k++)
        for (size_t j = 0; j < logreg_model_coefficients(m); j++)
            if (logreg_model_coefficient_status(maximum, k, j) == LOGREG_COEF_OK)
                far = fmax(far,
                           fabs(logreg_model_coefficient(m, k, j) - logreg_model_coefficient(maximum, k, j)) /
                               error_of(maximum, k, j));
    return far;
}

static void shipped(void)
{
    static const struct {
        const char *file, *formula, *weights, *trials, *class_weight;
        size_t passes; /* at most */
    } cases[] = {
        {"datasets/challenger.csv", "distress ~ temperature", NULL, NULL, NULL, 40},
        {"datasets/titanic.csv", "survived ~ class * sex + age", NULL, NULL, NULL, 40},
        {"datasets/mtcars.csv", "vs ~ mpg + disp", NULL, NULL, NULL, 300}, /* correlated */
        {"datasets/wdbc.csv", "diagnosis ~ mean_radius + mean_texture + mean_smoothness", NULL, NULL, NULL,
         150},
        {"datasets/ucb.csv", "admitted ~ gender + dept", "count", NULL, NULL, 80},
        {"datasets/beetle.csv", "killed ~ dose", NULL, "n", NULL, 80},
        {"tests/reference/data/pupils.csv", "grade ~ x + sex", NULL, NULL, NULL, 80}, /* three classes */
        {"datasets/vaso.csv", "constricted ~ log(volume) + log(rate)", NULL, NULL, NULL, 80},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        logreg_frame *frame = frame_of_file(cases[i].file);
        logreg_options o = logreg_options_default();
        o.weights = cases[i].weights;
        o.trials = cases[i].trials;
        logreg_model *maximum = fit_frame(frame, cases[i].formula, &o);
        for (size_t s = 0; s < 2; s++) {
            o.solver = solvers[s];
            logreg_model *m = fit_frame(frame, cases[i].formula, &o);
            bool ok = near_abs(distance(m, maximum), 0, 1) && logreg_model_iterations(m) <= cases[i].passes &&
                      logreg_model_approximate(m) && logreg_model_sound(m) && !logreg_model_converged(m) &&
                      logreg_model_newton_decrement(m) <= 0.5;
            if (!ok)
                printf("# %s on %s: %zu passes\n", o.solver, cases[i].file, logreg_model_iterations(m));
            CU_ASSERT_TRUE(ok);
            logreg_model_free(m);
        }
        logreg_model_free(maximum);
        logreg_frame_free(frame);
    }
}

/* Data of make_classification; sorted: rows of one class after those of the other, which batches in the order of the file would follow from end to end. */
static void made(size_t n, size_t p, size_t classes, uint64_t seed, bool sorted)
{
    logreg_classification_options c = logreg_classification_options_default();
    c.n_samples = n;
    c.n_features = p;
    c.n_informative = p / 2;
    c.n_redundant = 0;
    c.n_classes = classes;
    c.n_clusters_per_class = 1;
    c.class_sep = 0.5;
    c.random_state = seed;
    gsl_matrix *X = gsl_matrix_alloc(n, p), *Z = gsl_matrix_alloc(n, p);
    gsl_vector *y = gsl_vector_alloc(n), *z = gsl_vector_alloc(n);
    CU_ASSERT_EQUAL_FATAL(logreg_make_classification(X, y, &c, NULL), LOGREG_OK);
    size_t to = 0;
    for (size_t k = 0; k < classes; k++)
        for (size_t i = 0; i < n; i++)
            if (!sorted ? k == 0 : gsl_vector_get(y, i) == (double)k) {
                gsl_vector_const_view row = gsl_matrix_const_row(X, i);
                gsl_matrix_set_row(Z, to, &row.vector);
                gsl_vector_set(z, to++, gsl_vector_get(y, i));
            }
    for (size_t i = 0; i < n; i++) /* columns that go together */
        gsl_matrix_set(Z, i, 1, gsl_matrix_get(Z, i, 0) + 0.02 * gsl_matrix_get(Z, i, 1));
    logreg_options o = logreg_options_default();
    logreg_model *maximum = NULL;
    CU_ASSERT_EQUAL_FATAL(logreg_fit(&maximum, Z, z, &o, NULL), LOGREG_OK);
    for (size_t s = 0; s < 2; s++) {
        o.solver = solvers[s];
        logreg_model *m = NULL;
        CU_ASSERT_EQUAL_FATAL(logreg_fit(&m, Z, z, &o, NULL), LOGREG_OK);
        bool ok = near_abs(distance(m, maximum), 0, 1) && logreg_model_iterations(m) <= 60;
        if (!ok)
            printf("# %s on %zu x %zu: %zu passes\n", o.solver, n, p, logreg_model_iterations(m));
        CU_ASSERT_TRUE(ok);
        logreg_model_free(m);
    }
    logreg_model_free(maximum);
    gsl_matrix_free(X);
    gsl_matrix_free(Z);
    gsl_vector_free(y);
    gsl_vector_free(z);
}

static void correlated(void)
{
    made(2000, 10, 2, 1, false);
    made(1000, 6, 3, 2, false);
}

static void sorted(void)
{
    made(3000, 4, 2, 3, true);
}

/* Under a ridge 2 (F - max F) is about the square of the decrement, in standard deviations of the posterior with that penalty for its prior. */
static bool is_near(const logreg_model *m, const logreg_model *maximum)
{
    double lost = logreg_model_penalised_log_likelihood(maximum) - logreg_model_penalised_log_likelihood(m);
    double far = logreg_model_newton_decrement(m);
    return lost > 0 && far <= 0.5 && near_rel(sqrt(2 * lost), far, 0.25) && logreg_model_approximate(m) &&
           logreg_model_sound(m) && !logreg_model_converged(m);
}

static void ridges(void)
{
    static const struct {
        const char *file, *formula;
        bool standardize;
    } cases[] = {
        {"datasets/titanic.csv", "survived ~ class * sex + age", false},
        {"datasets/mtcars.csv", "vs ~ .", true}, /* nearly separated */
        {"datasets/wdbc.csv", "diagnosis ~ mean_radius + mean_texture + mean_smoothness", true},
        {"tests/reference/data/pupils.csv", "grade ~ x + sex", false}, /* three classes */
    };
    static const double C[] = {1e-3, 1, 100};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        for (size_t c = 0; c < 3; c++) {
            logreg_frame *frame = frame_of_file(cases[i].file);
            logreg_options o = logreg_options_default();
            o.penalty = "l2";
            o.C = C[c];
            o.standardize = cases[i].standardize;
            logreg_model *maximum = fit_frame(frame, cases[i].formula, &o);
            for (size_t s = 0; s < 2; s++) {
                o.solver = solvers[s];
                logreg_model *m = fit_frame(frame, cases[i].formula, &o);
                bool ok = is_near(m, maximum) && logreg_model_iterations(m) <= 300;
                if (!ok)
                    printf("# %s on %s, C = %g: %zu passes, %g\n", o.solver, cases[i].file, C[c],
                           logreg_model_iterations(m), logreg_model_newton_decrement(m));
                CU_ASSERT_TRUE(ok);
                logreg_model_free(m);
            }
            logreg_model_free(maximum);
            logreg_frame_free(frame);
        }
}

/* A strong ridge leaves coefficients little room: what is told is near beside that room, and beside themselves. */
static void strong_ridge(void)
{
    logreg_frame *frame = frame_shipped("titanic");
    logreg_options o = logreg_options_default();
    o.penalty = "l2";
    o.lambda = 10;
    logreg_model *maximum = fit_frame(frame, "survived ~ class + sex + age", &o);
    for (size_t s = 0; s < 2; s++) {
        o.solver = solvers[s];
        logreg_model *m = fit_frame(frame, "survived ~ class + sex + age", &o);
        double off = 0, all = 0;
        for (size_t j = 1; j < logreg_model_coefficients(m); j++) {
            off =
                fmax(off, fabs(logreg_model_coefficient(m, 1, j) - logreg_model_coefficient(maximum, 1, j)));
            all = fmax(all, fabs(logreg_model_coefficient(maximum, 1, j)));
        }
        CU_ASSERT_TRUE(is_near(m, maximum) && off < 0.1 * all);
        logreg_model_free(m);
    }
    logreg_model_free(maximum);
    logreg_frame_free(frame);
}

static void sparse(void)
{
    enum { ROWS = 3000, COLUMNS = 40, IN_A_ROW = 5 };
    gsl_spmatrix *X = gsl_spmatrix_alloc(ROWS, COLUMNS);
    gsl_vector *y = gsl_vector_alloc(ROWS);
    unsigned state = 7;
    for (size_t i = 0; i < ROWS; i++) {
        double eta = -0.3;
        for (size_t k = 0; k < IN_A_ROW; k++) {
            state = state * 1664525u + 1013904223u;
            size_t j = (state >> 8) % COLUMNS;
            double x = 0.5 + (double)(state >> 20) / 4096;
            eta += ((double)(j % 5) - 2) * 0.4 * (x - gsl_spmatrix_get(X, i, j));
            gsl_spmatrix_set(X, i, j, x);
        }
        state = state * 1664525u + 1013904223u;
        gsl_vector_set(y, i, (double)(state >> 8) / (1 << 24) < logreg_sigmoid(eta));
    }
    logreg_options o = logreg_options_default();
    o.penalty = "l2";
    logreg_model *maximum = NULL;
    CU_ASSERT_EQUAL_FATAL(logreg_fit_sparse(&maximum, X, y, &o, NULL), LOGREG_OK);
    for (size_t s = 0; s < 2; s++) {
        logreg_model *m = NULL;
        o.solver = solvers[s];
        CU_ASSERT_EQUAL_FATAL(logreg_fit_sparse(&m, X, y, &o, NULL), LOGREG_OK);
        CU_ASSERT_TRUE(is_near(m, maximum));
        logreg_model_free(m);
    }
    logreg_model_free(maximum);
    gsl_spmatrix_free(X);
    gsl_vector_free(y);
}

static logreg_model *fit_titanic(const logreg_frame *frame, const logreg_options *o)
{
    return fit_frame(frame, "survived ~ class + sex + age", o);
}

static bool same_bits(const logreg_model *a, const logreg_model *b)
{
    bool same = true;
    for (size_t j = 0; j < logreg_model_coefficients(a); j++)
        same = same && logreg_model_coefficient(a, 1, j) == logreg_model_coefficient(b, 1, j);
    return same;
}

static void seeds_and_threads(void)
{
    logreg_frame *frame = frame_shipped("titanic");
    for (size_t s = 0; s < 2; s++) {
        logreg_options o = logreg_options_default();
        o.solver = solvers[s];
        o.random_state = 7;
        o.threads = 1;
        logreg_model *one = fit_titanic(frame, &o);
        o.threads = 5;
        logreg_model *five = fit_titanic(frame, &o);
        o.random_state = 8;
        logreg_model *other = fit_titanic(frame, &o);
        CU_ASSERT_TRUE(same_bits(one, five));
        CU_ASSERT_FALSE(same_bits(one, other));
        logreg_model_free(one);
        logreg_model_free(five);
        logreg_model_free(other);
    }
    logreg_frame_free(frame);
}

/* Every schedule, batches of one row and of all, with and without an average, raw columns: all lead down, and what is told is what it is. */
static void ways(void)
{
    static const struct {
        const char *schedule;
        size_t batch;
        bool average, scaling;
        double rate;
    } cases[] = {
        {"constant", 0, true, true, 0},      {"optimal", 0, true, true, 0},
        {"optimal", 0, false, true, 0},      {"adaptive", 0, true, true, 0},
        {"invscaling", 1, true, true, 0.05}, {"invscaling", 100000, true, true, 0.3},
        {NULL, 64, true, false, 0},          {NULL, 0, true, true, 0.3},
    };
    logreg_frame *frame = frame_shipped("titanic");
    logreg_model *maximum = fit_titanic(frame, NULL);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        for (size_t s = 0; s < 2; s++) {
            logreg_options o = logreg_options_default();
            o.solver = solvers[s];
            o.schedule = cases[i].schedule;
            o.batch_size = cases[i].batch;
            o.average = cases[i].average;
            o.scaling = cases[i].scaling;
            o.learning_rate = cases[i].rate;
            o.max_iter = cases[i].batch > 1000 ? 300 : 60; /* passes of one step, of many */
            logreg_model *m = fit_titanic(frame, &o);
            double lost = logreg_model_log_likelihood(maximum) - logreg_model_log_likelihood(m);
            double all = logreg_model_log_likelihood(maximum) - logreg_model_null_log_likelihood(maximum);
            bool ok = lost >= 0 && lost < (o.scaling ? 0.05 : 0.6) * all &&
                      logreg_model_sound(m) == (logreg_model_newton_decrement(m) <= 1);
            if (!ok)
                printf("# %s, case %zu: %g of %g lost\n", o.solver, i, lost, all);
            CU_ASSERT_TRUE(ok);
            logreg_model_free(m);
        }
    logreg_model_free(maximum);
    logreg_frame_free(frame);
}

/* ---- Rows held out ---- */

typedef struct {
    size_t rows, best_row;
    double best, beta[300], loss;
    bool in_order; /* iterations 0, 1, 2, .. */
} trail;

static void follow(const logreg_trace_row *row, void *data)
{
    trail *t = data;
    t->loss = row->validation_loss;
    t->in_order = t->in_order && row->iteration == t->rows;
    t->rows++;
    if (row->validation_loss < t->best) {
        t->best = row->validation_loss;
        t->best_row = row->iteration;
        memcpy(t->beta, row->beta, row->n_beta * sizeof *row->beta);
    }
}

/* Rows of the fit and rows held out add up to all: their classes, and their losses at the coefficients. */
static void held_out(void)
{
    logreg_frame *frame = frame_shipped("titanic");
    static const char *const all[] = {"newton", "lbfgs", "gd", "sgd", "adam"};
    size_t n = logreg_frame_rows(frame);
    gsl_matrix *P = gsl_matrix_alloc(n, 2);
    gsl_vector *y = gsl_vector_alloc(n), *w = gsl_vector_alloc(n);
    for (size_t s = 0; s < sizeof all / sizeof *all; s++) {
        trail t = {.best = INFINITY};
        logreg_options o = logreg_options_default();
        o.solver = all[s];
        o.validation_fraction = 0.25;
        o.trace = follow;
        o.trace_data = &t;
        logreg_model *m = fit_titanic(frame, &o);
        CU_ASSERT_EQUAL(logreg_model_held_out(m) + logreg_model_rows_used(m), n);
        CU_ASSERT_EQUAL(logreg_model_class_weight(m, 1), 711 - 178); /* round(711 / 4) */
        CU_ASSERT_EQUAL(logreg_model_class_weight(m, 0), 1490 - 373);
        CU_ASSERT_EQUAL_FATAL(logreg_predict_proba_frame(m, frame, P, NULL), LOGREG_OK);
        CU_ASSERT_EQUAL_FATAL(logreg_model_outcome_frame(m, frame, y, w, NULL), LOGREG_OK);
        double loss = 0;
        for (size_t i = 0; i < n; i++)
            loss -= log(gsl_matrix_get(P, i, (size_t)gsl_vector_get(y, i)));
        double held = logreg_model_held_out_loss(m);
        CU_ASSERT_TRUE(near_rel(held * (double)logreg_model_held_out(m) - logreg_model_log_likelihood(m),
                                loss, TOL_LONG));
        CU_ASSERT_TRUE(near_rel(t.loss, held, TOL_LONG));
        logreg_study *study = NULL;
        CU_ASSERT_EQUAL(logreg_study_new(&study, m, frame, 0, NULL), LOGREG_EDATA);
        logreg_model_free(m);
    }
    gsl_matrix_free(P);
    gsl_vector_free(y);
    gsl_vector_free(w);
    logreg_frame_free(frame);
}

/* Each iteration of a penalised fit tells the loss of the rows held out, the last that of the model; also where it steps in a few of its columns. */
static void held_out_of_penalised(void)
{
    static const struct {
        const char *solver, *penalty;
        double lambda;
        size_t p;
    } cases[] = {{"newton", "l2", 0.1, 7}, {"lbfgs", "l2", 0.1, 7},  {"newton-cg", "l2", 0.1, 7},
                 {"gd", "l2", 0.1, 7},     {"dual", "l2", 0.1, 7},   {"cd", "elasticnet", 0.1, 7},
                 {"sgd", "l2", 0.001, 7},  {"adam", "l2", 0.001, 7}, {"lbfgs", "l1", 0.1, 7},
                 {"cd", "l1", 0.002, 299}, {"cd", "l1", 0.1, 299}};
    for (size_t s = 0; s < sizeof cases / sizeof *cases; s++) {
        trail t = {.best = INFINITY, .in_order = true};
        logreg_classification_options c = logreg_classification_options_default();
        gsl_matrix *X = gsl_matrix_alloc(60, cases[s].p);
        gsl_vector *y = gsl_vector_alloc(60);
        c.n_samples = 60;
        c.n_features = cases[s].p;
        CU_ASSERT_EQUAL_FATAL(logreg_make_classification(X, y, &c, NULL), LOGREG_OK);
        logreg_options o = logreg_options_default();
        o.solver = cases[s].solver;
        o.penalty = cases[s].penalty;
        o.lambda = cases[s].lambda;
        o.validation_fraction = 0.3;
        o.trace = follow;
        o.trace_data = &t;
        logreg_model *m = NULL;
        CU_ASSERT_EQUAL_FATAL(logreg_fit(&m, X, y, &o, NULL), LOGREG_OK);
        CU_ASSERT_TRUE(t.rows > 2 && t.in_order && t.rows <= logreg_model_iterations(m) + 1);
        CU_ASSERT_TRUE(near_rel(t.loss, logreg_model_held_out_loss(m), 1e-9));
        CU_ASSERT_TRUE(t.best <= t.loss);
        logreg_model_free(m);
        gsl_matrix_free(X);
        gsl_vector_free(y);
    }
}

/* Coefficients are those of the iteration with the least loss on rows held out, after which so many gained nothing. */
static void stops_early(void)
{
    static const char *const all[] = {"gd", "sgd", "adam"};
    logreg_classification_options c = logreg_classification_options_default();
    c.n_samples = 60;
    c.n_features = 7;
    c.n_informative = 2;
    c.n_redundant = 0;
    c.flip_y = 0.3;
    gsl_matrix *X = gsl_matrix_alloc(60, 7);
    gsl_vector *y = gsl_vector_alloc(60);
    CU_ASSERT_EQUAL_FATAL(logreg_make_classification(X, y, &c, NULL), LOGREG_OK);
    for (size_t s = 0; s < 3; s++) {
        trail t = {.best = INFINITY};
        logreg_options o = logreg_options_default();
        o.solver = all[s];
        o.early_stopping = true;
        o.validation_fraction = 0.3;
        o.n_iter_no_change = 3;
        o.learning_rate = s == 1 ? 0.05 : s == 2 ? 0.02 : 0;
        o.trace = follow;
        o.trace_data = &t;
        logreg_model *m = NULL;
        CU_ASSERT_EQUAL_FATAL(logreg_fit(&m, X, y, &o, NULL), LOGREG_OK);
        CU_ASSERT_TRUE(logreg_model_stopped_early(m) && logreg_model_sound(m));
        CU_ASSERT_TRUE(t.rows == logreg_model_iterations(m) + 1 && t.rows > t.best_row);
        CU_ASSERT_TRUE(near_rel(logreg_model_held_out_loss(m), t.best, 1e-9));
        for (size_t j = 0; j < 8; j++)
            CU_ASSERT_TRUE(near_abs(logreg_model_coefficient(m, 1, j), t.beta[j], 1e-9));
        CU_ASSERT_TRUE(isnan(error_of(m, 1, 1)) && isnan(logreg_model_aic(m)));
        CU_ASSERT_TRUE(isnan(logreg_inference_lr(m).p));
        logreg_model_free(m);
    }
    gsl_matrix_free(X);
    gsl_vector_free(y);
}

static void kept(void)
{
    char path[] = "/tmp/stochastic_XXXXXX";
    int made_file = mkstemp(path);
    CU_ASSERT_TRUE_FATAL(made_file >= 0);
    close(made_file);
    logreg_frame *frame = frame_shipped("titanic");
    logreg_options o = logreg_options_default();
    o.solver = "sgd";
    o.validation_fraction = 0.1;
    logreg_model *m = fit_titanic(frame, &o), *back = NULL;
    CU_ASSERT_EQUAL_FATAL(logreg_model_save(m, path, NULL), LOGREG_OK);
    CU_ASSERT_EQUAL_FATAL(logreg_model_load(&back, path, NULL), LOGREG_OK);
    CU_ASSERT_TRUE(logreg_model_approximate(back) && logreg_model_sound(back));
    CU_ASSERT_EQUAL(logreg_model_held_out(back), 220);
    CU_ASSERT_EQUAL(logreg_model_held_out_loss(back), logreg_model_held_out_loss(m));
    CU_ASSERT_FALSE(logreg_model_stopped_early(back));
    logreg_model_free(back);
    logreg_model_free(m);
    logreg_frame_free(frame);
    unlink(path);
}

/* Separated classes have no maximum to be near to. */
static void separated(void)
{
    logreg_frame *frame = frame_toy_a();
    logreg_options o = logreg_options_default();
    for (size_t s = 0; s < 2; s++) {
        o.solver = solvers[s];
        o.max_iter = 50;
        logreg_model *m = fit_frame(frame, "y ~ x1 + x2", &o);
        CU_ASSERT_EQUAL(logreg_model_separation(m), LOGREG_SEPARATION_COMPLETE);
        CU_ASSERT_FALSE(logreg_model_sound(m));
        logreg_model_free(m);
    }
    logreg_frame_free(frame);
}

static bool refuses(const logreg_frame *frame, const logreg_options *o, logreg_status want, const char *part)
{
    logreg_error err = {.message = ""};
    logreg_model *m = NULL;
    bool ok =
        logreg_fit_formula(&m, frame, "y ~ x1 + x2", o, &err) == want && !m && strstr(err.message, part);
    if (!ok)
        printf("# %s: %s\n", part, err.message);
    logreg_model_free(m);
    return ok;
}

static void refused(void)
{
    logreg_frame *frame = frame_toy_b();
    logreg_options o = logreg_options_default();
    o.solver = "sgd";
    o.schedule = "slowly";
    CU_ASSERT_TRUE(refuses(frame, &o, LOGREG_EINVAL, "there is no schedule 'slowly'"));
    o.schedule = NULL;
    o.strata = "x1";
    CU_ASSERT_TRUE(refuses(frame, &o, LOGREG_EINVAL, "solver 'sgd' takes rows one by one"));
    o.solver = "newton";
    o.validation_fraction = 0.2;
    CU_ASSERT_TRUE(refuses(frame, &o, LOGREG_EINVAL, "are not held out one by one"));
    o.strata = NULL;
    o.validation_fraction = 1;
    CU_ASSERT_TRUE(refuses(frame, &o, LOGREG_EINVAL, "validation_fraction is 1"));
    o.validation_fraction = NAN;
    CU_ASSERT_TRUE(refuses(frame, &o, LOGREG_EINVAL, "validation_fraction is"));
    o.validation_fraction = 0.01;
    CU_ASSERT_TRUE(refuses(frame, &o, LOGREG_EDATA, "10 rows are too few to hold out a share of 0.01"));
    o.validation_fraction = 0;
    o.early_stopping = true;
    CU_ASSERT_TRUE(
        refuses(frame, &o, LOGREG_EINVAL, "early_stopping goes with the solvers gd, sgd and adam"));
    o.solver = "gd";
    o.n_iter_no_change = 0;
    CU_ASSERT_TRUE(refuses(frame, &o, LOGREG_EINVAL, "n_iter_no_change is 0"));
    logreg_frame_free(frame);
}

static bool fit_once(void *context)
{
    bool well = true;
    for (size_t s = 0; s < 2; s++) {
        logreg_options o = logreg_options_default();
        logreg_model *m = NULL;
        o.solver = solvers[s];
        o.max_iter = 1;
        o.early_stopping = true;
        o.validation_fraction = 0.4;
        o.measures = false;
        logreg_status status = logreg_fit_formula(&m, context, "y ~ x1", &o, NULL);
        well = well && (status == LOGREG_OK || (status == LOGREG_ENOMEM && !m));
        logreg_model_free(m);
        if (status == LOGREG_ENOMEM)
            break;
    }
    return well;
}

static void ignore(const logreg_trace_row *row, void *data)
{
    (void)row;
    (void)data;
}

static bool trace_once(void *context)
{
    logreg_options o = logreg_options_default();
    logreg_model *m = NULL;
    o.penalty = "l2";
    o.max_iter = 1;
    o.validation_fraction = 0.4;
    o.trace = ignore;
    o.measures = false;
    logreg_status status = logreg_fit_formula(&m, context, "y ~ x1", &o, NULL);
    bool well = status == LOGREG_OK || (status == LOGREG_ENOMEM && !m);
    logreg_model_free(m);
    return well;
}

static void memory(void)
{
    const double x1[] = {1, 2, 3, 4, 5, 6, 7, 8}, x2[] = {2, 1, 4, 1, 3, 5, 1, 2},
                 y[] = {0, 1, 0, 1, 0, 1, 1, 0};
    logreg_frame *frame = frame_of_two(x1, x2, 1, y, 8);
    CU_ASSERT_TRUE(oom_each(fit_once, frame));
    CU_ASSERT_TRUE(oom_each(trace_once, frame));
    logreg_frame_free(frame);
}

const test_case tests[] = {{"within a standard error, shipped data", shipped},
                           {"within a standard error, correlated columns", correlated},
                           {"within a standard error, sorted rows", sorted},
                           {"near, under a ridge", ridges},
                           {"near, under a strong one", strong_ridge},
                           {"near, of sparse rows", sparse},
                           {"seeds and threads", seeds_and_threads},
                           {"schedules, batches and averages", ways},
                           {"rows held out", held_out},
                           {"rows held out of penalised fits", held_out_of_penalised},
                           {"early stopping", stops_early},
                           {"save and load", kept},
                           {"separated", separated},
                           {"refused", refused},
                           {"failing allocations", memory},
                           {NULL, NULL}};
