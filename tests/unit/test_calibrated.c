/* Calibrated probabilities: against scikit-learn; their own conditions of optimality; what is held out, kept, told and refused. */
#include "harness.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <logreg.h>

#include "case_file.h"
#include "frames.h"
#include "oom.h"

/* scikit-learn's fits end where conjugate gradients no longer pay. */
#define TOL_SKLEARN 2e-7

enum { ROWS = 150, CLASSES = 3, CORNERS = 120 };

typedef struct {
    char name[80], target[20], method[20], penalty[20], class_weight[20], weights[20];
    double slope[CLASSES], intercept[CLASSES];
    double score[CLASSES][CORNERS], p[CLASSES][CORNERS];
    size_t corners[CLASSES];
    double P[ROWS][CLASSES];
    size_t rows;
} case_of;

static bool read_line(void *to, const char *line)
{
    case_of *c = to;
    size_t i, k;
    double a, b;
    if (sscanf(line, "line %zu %lf %lf", &k, &a, &b) == 3 && k < CLASSES) {
        c->slope[k] = a;
        c->intercept[k] = b;
        return true;
    }
    if (sscanf(line, "corner %zu %lf %lf", &k, &a, &b) == 3 && k < CLASSES && c->corners[k] < CORNERS) {
        c->score[k][c->corners[k]] = a;
        c->p[k][c->corners[k]++] = b;
        return true;
    }
    if (sscanf(line, "p %zu %zu %lf", &i, &k, &a) == 3 && i < ROWS && k < CLASSES) {
        c->P[i][k] = a;
        c->rows = i + 1;
        return true;
    }
    return text_of(c->name, sizeof c->name, line, "case") ||
           text_of(c->target, sizeof c->target, line, "target") ||
           text_of(c->method, sizeof c->method, line, "method") ||
           text_of(c->penalty, sizeof c->penalty, line, "penalty") ||
           text_of(c->class_weight, sizeof c->class_weight, line, "class_weight") ||
           text_of(c->weights, sizeof c->weights, line, "weights");
}

static logreg_frame *frame_of_rows(void)
{
    return frame_of_file("tests/reference/data/calibrated.csv");
}

static logreg_frame *frame_of_text(const char *text)
{
    logreg_frame *frame = NULL;
    FILE *stream = fmemopen((void *)text, strlen(text), "r");
    CU_ASSERT_EQUAL_FATAL(logreg_frame_read_csv_stream(&frame, stream, "rows.csv", NULL, NULL), LOGREG_OK);
    fclose(stream);
    return frame;
}

static logreg_options options_of(const char *method)
{
    logreg_options o = logreg_options_default();
    o.calibrate = method;
    o.calibrate_group = "fold";
    return o;
}

/* Does calibrator k of the model say what the case says? */
static bool same_map(const logreg_calibrator *found, const case_of *c, size_t k)
{
    const double *score, *p;
    size_t n = logreg_calibrator_corners(&score, &p, found);
    if (strcmp(c->method, "platt") == 0)
        return n == 0 && near_abs(logreg_calibrator_slope(found), c->slope[k], TOL_SKLEARN) &&
               near_abs(logreg_calibrator_intercept(found), c->intercept[k], TOL_SKLEARN);
    bool ok = n == c->corners[k] && isnan(logreg_calibrator_slope(found));
    for (size_t i = 0; ok && i < n; i++)
        ok = near_abs(score[i], c->score[k][i], TOL_SKLEARN) && near_abs(p[i], c->p[k][i], TOL_SKLEARN);
    return ok;
}

static bool agrees(const case_of *c, const logreg_frame *frame)
{
    logreg_options o = options_of(c->method);
    char formula[40];
    o.penalty = c->penalty;
    o.class_weight = or_null(c->class_weight);
    o.weights = or_null(c->weights);
    snprintf(formula, sizeof formula, "%s ~ x1 + x2", c->target);
    logreg_model *m = fit_frame(frame, formula, &o);
    size_t K = logreg_model_classes(m);
    logreg_model_calibration x = logreg_model_calibrated(m);
    bool ok = same_text(x.method, c->method) && x.folds == 5 && same_text(x.group, "fold") &&
              x.n_calibrators == (K == 2 ? 1 : K);
    for (size_t k = 0; ok && k < x.n_calibrators; k++)
        ok = same_map(logreg_model_calibrator(m, k), c, K == 2 ? 1 : k);
    gsl_matrix *P = gsl_matrix_alloc(ROWS, K);
    ok = ok && logreg_predict_proba_frame(m, frame, P, NULL) == LOGREG_OK;
    for (size_t i = 0; ok && i < c->rows; i++)
        for (size_t k = K == 2; ok && k < K; k++)
            ok = near_abs(gsl_matrix_get(P, i, k), c->P[i][k], TOL_SKLEARN);
    for (size_t i = 0; ok && i < ROWS; i++) {
        double sum = 0;
        for (size_t k = 0; k < K; k++)
            sum += gsl_matrix_get(P, i, k);
        ok = near_abs(sum, 1, TOL_EXPRESSION);
    }
    if (!ok)
        printf("# case %s\n", c->name);
    gsl_matrix_free(P);
    logreg_model_free(m);
    return ok;
}

static void check_case(const void *of, void *frame)
{
    CU_ASSERT(agrees(of, frame));
}

static void equal_to_scikit_learn(void)
{
    logreg_frame *frame = frame_of_rows();
    CU_ASSERT_EQUAL(
        each_case("tests/reference/calibrated.txt", sizeof(case_of), read_line, check_case, frame), 10);
    logreg_frame_free(frame);
}

/* ---- Conditions of optimality ---- */

static double y_of[] = {0, 0.25, 1, 0, 1, 0.5, 1, 0, 1, 1}, w_of[] = {1, 4, 1, 2, 1, 2, 0, 1, 3, 1},
              score_of[] = {-2, -1, 0.5, 0.5, 1, -0.25, -9, 2, 2.5, 3};
enum { N = 10 };

static void a_sigmoid_has_no_slope_left(void)
{
    logreg_calibrator *c = NULL;
    CU_ASSERT_EQUAL_FATAL(logreg_calibrator_new(&c, "platt", y_of, score_of, w_of, N, NULL), LOGREG_OK);
    double n1 = 0, n0 = 0, ga = 0, gb = 0, p[N];
    for (size_t i = 0; i < N; i++) {
        n1 += w_of[i] * y_of[i];
        n0 += w_of[i] * (1 - y_of[i]);
    }
    logreg_calibrator_apply(c, p, score_of, N);
    for (size_t i = 0; i < N; i++) {
        double t = y_of[i] * (n1 + 1) / (n1 + 2) + (1 - y_of[i]) / (n0 + 2);
        ga += w_of[i] * (p[i] - t);
        gb += w_of[i] * (p[i] - t) * score_of[i];
    }
    CU_ASSERT(near_abs(ga, 0, TOL_SUM));
    CU_ASSERT(near_abs(gb, 0, TOL_SUM));
    CU_ASSERT_STRING_EQUAL(logreg_calibrator_method(c), "platt");
    logreg_calibrator_free(c);
}

/* A rising sequence f is nearest to y where sum w (y - f) g <= 0 for all rising g, and 0 for g = f and g = 1. */
static void steps_are_nearest_of_all_that_rise(void)
{
    logreg_calibrator *c = NULL;
    CU_ASSERT_EQUAL_FATAL(logreg_calibrator_new(&c, "isotonic", y_of, score_of, w_of, N, NULL), LOGREG_OK);
    double f[N], one = 0, own = 0;
    logreg_calibrator_apply(c, f, score_of, N);
    for (size_t i = 0; i < N; i++) {
        one += w_of[i] * (y_of[i] - f[i]);
        own += w_of[i] * (y_of[i] - f[i]) * f[i];
    }
    CU_ASSERT(near_abs(one, 0, TOL_SUM));
    CU_ASSERT(near_abs(own, 0, TOL_SUM));
    for (size_t j = 0; j < N; j++) { /* g = 1 from score j on */
        double sum = 0;
        for (size_t i = 0; i < N; i++)
            sum += score_of[i] >= score_of[j] && w_of[i] > 0 ? w_of[i] * (y_of[i] - f[i]) : 0;
        CU_ASSERT(sum <= TOL_SUM);
        for (size_t i = 0; i < N; i++)
            CU_ASSERT(!(score_of[i] <= score_of[j]) || f[i] <= f[j]);
    }
    logreg_calibrator_free(c);
}

static void scores_beyond_and_between(void)
{
    const double y[] = {0, 1, 0, 1}, s[] = {1, 2, 3, 4},
                 at[] = {-INFINITY, 0, 1.5, 2.5, 3.5, 9, INFINITY, NAN};
    const double want[] = {0, 0, 0.25, 0.5, 0.75, 1, 1, NAN};
    double p[8];
    logreg_calibrator *c = NULL;
    CU_ASSERT_EQUAL_FATAL(logreg_calibrator_new(&c, "isotonic", y, s, NULL, 4, NULL), LOGREG_OK);
    logreg_calibrator_apply(c, p, at, 8);
    for (size_t i = 0; i < 8; i++)
        CU_ASSERT(near_abs(p[i], want[i], 0));
    logreg_calibrator_free(c);
    CU_ASSERT_EQUAL_FATAL(logreg_calibrator_new(&c, "platt", y, s, NULL, 4, NULL), LOGREG_OK);
    logreg_calibrator_apply(c, p, at, 8);
    CU_ASSERT_EQUAL(p[0], 0);
    CU_ASSERT_EQUAL(p[6], 1);
    CU_ASSERT(isnan(p[7]));
    logreg_calibrator_free(c);
    const double same[] = {2, 2, 2, 2};
    CU_ASSERT_EQUAL_FATAL(logreg_calibrator_new(&c, "platt", y, same, NULL, 4, NULL), LOGREG_OK);
    logreg_calibrator_apply(c, p, at, 8);
    CU_ASSERT(near_abs(p[0], 0.5, TOL_EXPRESSION) && near_abs(p[5], 0.5, TOL_EXPRESSION));
    logreg_calibrator_free(c);
}

static void rows_that_are_refused(void)
{
    const double nan_y[] = {0, NAN}, much[] = {0, 2}, y[] = {0, 1}, s[] = {0, 1}, far[] = {0, INFINITY},
                 less[] = {1, -1}, none[] = {0, 0};
    const struct {
        const char *method;
        const double *y, *s, *w;
        logreg_status status;
        const char *message;
    } cases[] = {
        {NULL, y, s, NULL, LOGREG_EINVAL, "there is no calibration ''; there are platt and isotonic"},
        {"beta", y, s, NULL, LOGREG_EINVAL, "there is no calibration 'beta'; there are platt and isotonic"},
        {"platt", nan_y, s, NULL, LOGREG_EINVAL, "y[1] is nan; it must be between 0 and 1"},
        {"platt", much, s, NULL, LOGREG_EINVAL, "y[1] is 2; it must be between 0 and 1"},
        {"platt", y, far, NULL, LOGREG_EINVAL, "score[1] is inf; it must be finite"},
        {"isotonic", y, s, less, LOGREG_EINVAL, "w[1] is -1; it must be finite, and not below 0"},
        {"isotonic", y, s, none, LOGREG_EDATA, "there is no row with a weight to calibrate by"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        logreg_error err;
        logreg_calibrator *c = NULL;
        CU_ASSERT_EQUAL(
            logreg_calibrator_new(&c, cases[i].method, cases[i].y, cases[i].s, cases[i].w, 2, &err),
            cases[i].status);
        CU_ASSERT(same_text(err.message, cases[i].message));
        CU_ASSERT_PTR_NULL(c);
    }
}

/* ---- Fits ---- */

static bool same_probabilities(const logreg_model *a, const logreg_model *b, const logreg_frame *frame)
{
    size_t K = logreg_model_classes(a);
    gsl_matrix *P = gsl_matrix_alloc(ROWS, K), *Q = gsl_matrix_alloc(ROWS, K);
    bool ok = logreg_predict_proba_frame(a, frame, P, NULL) == LOGREG_OK &&
              logreg_predict_proba_frame(b, frame, Q, NULL) == LOGREG_OK &&
              memcmp(P->data, Q->data, ROWS * K * sizeof(double)) == 0;
    gsl_matrix_free(P);
    gsl_matrix_free(Q);
    return ok;
}

/* What calibrates two and three classes is kept; the fit is as it was. */
static void models_keep_it(void)
{
    const char *const targets[] = {"y ~ x1 + x2", "k ~ x1 + x2"}, *const methods[] = {"platt", "isotonic"};
    logreg_frame *frame = frame_of_rows();
    for (int i = 0; i < 4; i++) {
        char path[] = "/tmp/logreg-calibrated-XXXXXX";
        close(mkstemp(path));
        logreg_options o = options_of(methods[i % 2]), plain = options_of(NULL);
        o.penalty = plain.penalty = "l2";
        plain.calibrate_group = NULL;
        logreg_model *m = fit_frame(frame, targets[i / 2], &o),
                     *bare = fit_frame(frame, targets[i / 2], &plain), *back = NULL;
        CU_ASSERT_EQUAL_FATAL(logreg_model_save(m, path, NULL), LOGREG_OK);
        CU_ASSERT_EQUAL_FATAL(logreg_model_load(&back, path, NULL), LOGREG_OK);
        CU_ASSERT(same_probabilities(m, back, frame));
        CU_ASSERT(!same_probabilities(m, bare, frame));
        logreg_model_calibration x = logreg_model_calibrated(m), y = logreg_model_calibrated(back);
        CU_ASSERT(same_text(x.method, y.method) && same_text(x.group, y.group) && x.folds == y.folds &&
                  x.log_loss == y.log_loss && x.calibrated_brier == y.calibrated_brier);
        CU_ASSERT(logreg_model_coefficient(m, 1, 1) == logreg_model_coefficient(bare, 1, 1));
        CU_ASSERT(logreg_model_auc(m) == logreg_model_auc(bare) || i >= 2);
        CU_ASSERT_PTR_NULL(logreg_model_calibrated(bare).method);
        CU_ASSERT_PTR_NULL(logreg_model_calibrator(bare, 0));
        CU_ASSERT_PTR_NULL(logreg_model_calibrator(m, x.n_calibrators));
        logreg_model_free(m);
        logreg_model_free(bare);
        logreg_model_free(back);
        unlink(path);
    }
    logreg_frame_free(frame);
}

/* A matrix of the same numbers is calibrated alike, and at any number of threads. */
static void matrices_and_threads(void)
{
    logreg_frame *frame = frame_of_rows();
    logreg_options o = options_of("platt"), of_matrix = o;
    gsl_matrix *X = gsl_matrix_alloc(ROWS, 2), *P = gsl_matrix_alloc(ROWS, 2), *Q = gsl_matrix_alloc(ROWS, 2);
    gsl_vector *y = gsl_vector_alloc(ROWS), *group = gsl_vector_alloc(ROWS);
    for (size_t i = 0; i < ROWS; i++) {
        gsl_matrix_set(X, i, 0, logreg_frame_number(frame, i, logreg_frame_find(frame, "x1")));
        gsl_matrix_set(X, i, 1, logreg_frame_number(frame, i, logreg_frame_find(frame, "x2")));
        gsl_vector_set(y, i, strcmp(logreg_frame_label(frame, i, logreg_frame_find(frame, "y")), "yes") == 0);
        gsl_vector_set(group, i, logreg_frame_number(frame, i, logreg_frame_find(frame, "fold")));
    }
    logreg_model *m = NULL, *of_formula;
    of_matrix.calibrate_group = NULL;
    of_matrix.calibrate_group_values = group;
    o.threads = 1;
    of_matrix.threads = 4;
    of_formula = fit_frame(frame, "y ~ x1 + x2", &o);
    CU_ASSERT_EQUAL_FATAL(logreg_fit(&m, X, y, &of_matrix, NULL), LOGREG_OK);
    CU_ASSERT_EQUAL(logreg_predict_proba(m, X, P, NULL), LOGREG_OK);
    CU_ASSERT_EQUAL(logreg_predict_proba_frame(of_formula, frame, Q, NULL), LOGREG_OK);
    CU_ASSERT_EQUAL(memcmp(P->data, Q->data, 2 * ROWS * sizeof(double)), 0);
    logreg_model_free(m);
    logreg_model_free(of_formula);
    gsl_matrix_free(X);
    gsl_matrix_free(P);
    gsl_matrix_free(Q);
    gsl_vector_free(y);
    gsl_vector_free(group);
    logreg_frame_free(frame);
}

/* A fold's fit learns what is imputed from the other rows: scores by hand, from fits to these alone. */
static void folds_teach_nothing(void)
{
    static const char text[] =
        "x,f,y\n1,1,0\n,1,1\n3,1,0\n40,1,1\n5,1,1\n2,2,0\n,2,1\n4,2,0\n6,2,1\n70,2,0\n";
    const char *const rule[] = {"mean"};
    logreg_frame *frame = frame_of_text(text);
    logreg_options o = logreg_options_default();
    o.penalty = "l2";
    o.impute = rule;
    o.n_impute = 1;
    double score[10], y[10];
    for (int fold = 1; fold <= 2; fold++) {
        logreg_frame *part = frame_of_text(text);
        char condition[20];
        snprintf(condition, sizeof condition, "f != %d", fold);
        CU_ASSERT_EQUAL_FATAL(logreg_frame_filter(part, condition, NULL), LOGREG_OK);
        logreg_model *m = fit_frame(part, "y ~ x", &o);
        gsl_matrix *P = gsl_matrix_alloc(10, 2);
        CU_ASSERT_EQUAL_FATAL(logreg_predict_proba_frame(m, frame, P, NULL), LOGREG_OK);
        for (size_t i = 5 * (size_t)(fold - 1); i < 5 * (size_t)fold; i++) {
            score[i] = log(gsl_matrix_get(P, i, 1) / gsl_matrix_get(P, i, 0));
            y[i] = logreg_frame_number(frame, i, 2);
        }
        gsl_matrix_free(P);
        logreg_model_free(m);
        logreg_frame_free(part);
    }
    logreg_calibrator *want = NULL;
    CU_ASSERT_EQUAL_FATAL(logreg_calibrator_new(&want, "platt", y, score, NULL, 10, NULL), LOGREG_OK);
    o.calibrate = "platt";
    o.calibrate_group = "f";
    o.calibrate_folds = 2;
    logreg_model *m = fit_frame(frame, "y ~ x", &o);
    CU_ASSERT(near_abs(logreg_calibrator_slope(logreg_model_calibrator(m, 0)), logreg_calibrator_slope(want),
                       1e-9));
    logreg_model_free(m);
    logreg_calibrator_free(want);
    logreg_frame_free(frame);
}

/* A level that the other rows of a fold lack is told apart by nothing there, and stops nobody. */
static void levels_may_be_rare(void)
{
    const char *const rules[] = {"level"};
    logreg_frame *frame = frame_of_rows();
    logreg_options o = options_of("platt");
    logreg_model *m = fit_frame(frame, "y ~ x2 + part", &o);
    CU_ASSERT_STRING_EQUAL(logreg_model_calibrated(m).method, "platt");
    logreg_model_free(m);
    o.penalty = "l2";
    m = fit_frame(frame, "y ~ x2 + part", &o);
    CU_ASSERT_STRING_EQUAL(logreg_model_calibrated(m).method, "platt");
    logreg_model_free(m);
    logreg_frame_free(frame);
    /* So is a level of missing cells that one fold alone has. */
    static const char text[] = "x,f,y\na,1,0\n,1,1\nb,1,0\na,1,1\nb,2,1\na,2,0\nb,2,0\na,2,1\n";
    frame = frame_of_text(text);
    o = options_of("platt");
    o.calibrate_group = "f";
    o.calibrate_folds = 2;
    o.penalty = "l2";
    o.impute = rules;
    o.n_impute = 1;
    m = fit_frame(frame, "y ~ x", &o);
    CU_ASSERT_STRING_EQUAL(logreg_model_calibrated(m).method, "platt");
    logreg_model_free(m);
    logreg_frame_free(frame);
}

/* ---- What is refused ---- */

static void fits_that_are_refused(void)
{
    static const char text[] =
        "x,f,s,y\n1,1,1,0\n2,1,1,0\n3,1,2,1\n4,2,2,1\n5,2,3,1\n6,2,3,0\n9,3,3,1\n7,3,3,1\n";
    logreg_frame *frame = frame_of_text(text);
    static const struct {
        const char *method, *group, *strata, *formula;
        size_t folds;
        double fraction;
        logreg_status status;
        const char *message;
    } cases[] = {
        {"sigmoid", NULL, NULL, "y ~ x", 2, 0, LOGREG_EINVAL,
         "there is no calibration 'sigmoid'; there are platt and isotonic"},
        {"platt", NULL, NULL, "y ~ x", 1, 0, LOGREG_EINVAL, "calibrate_folds is 1; it takes 2 or more"},
        {"platt", "g", NULL, "y ~ x", 2, 0, LOGREG_EINVAL, "there is no column 'g' to group rows by"},
        {NULL, "f", NULL, "y ~ x", 2, 0, LOGREG_EINVAL,
         "calibrate_group goes with calibrate, which is not given"},
        {"platt", NULL, "s", "y ~ x", 2, 0, LOGREG_EINVAL,
         "calibrate does not go with strata, whose rows have no probabilities of their own; leave one of "
         "them "
         "out"},
        {"platt", NULL, NULL, "y ~ x", 2, 0.3, LOGREG_EINVAL,
         "calibrate does not go with validation_fraction, which holds out rows too; leave one of them out"},
        {"platt", "f", NULL, "y ~ x", 4, 0, LOGREG_EDATA,
         "column 'f' parts the rows into 3 groups, which are to make 4 folds; take 3 folds or fewer"},
        {"platt", NULL, NULL, "y ~ x", 9, 0, LOGREG_EDATA, "8 rows are too few for 9 folds"},
        {"platt", "y", NULL, "s ~ x", 2, 0, LOGREG_EDATA,
         "fold 1 of the calibration holds out all rows of class '2', so that the others cannot be fitted to "
         "it; they have one value of column 'y', so that no number of folds helps: each class needs two "
         "values of it or more"},
        {"platt", "x", NULL, "s ~ y", 2, 0, LOGREG_EDATA,
         "fold 1 of the calibration holds out all rows of class '1', so that the others cannot be fitted to "
         "it; take more folds, or another seed"},
        {"platt", NULL, NULL, "x ~ C(y)", 2, 0, LOGREG_EDATA,
         "fold 1 of the calibration holds out the single row of class '1', so that the others cannot be "
         "fitted to it, and no number of folds helps: each class needs two rows or more"},
        {"platt", "f", NULL, "y ~ x", 3, 0, LOGREG_EDATA,
         "without fold 3 of the calibration the classes are separated, which gives rows infinite log-odds, "
         "and "
         "no probabilities to calibrate; fit with a penalty, such as firth or l2"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        logreg_options o = logreg_options_default();
        logreg_error err = {0};
        logreg_model *m = NULL;
        o.calibrate = cases[i].method;
        o.calibrate_folds = cases[i].folds;
        o.calibrate_group = cases[i].group;
        o.strata = cases[i].strata;
        o.validation_fraction = cases[i].fraction;
        CU_ASSERT_EQUAL(logreg_fit_formula(&m, frame, cases[i].formula, &o, &err), cases[i].status);
        CU_ASSERT(same_text(err.message, cases[i].message));
        CU_ASSERT_PTR_NULL(m);
        logreg_model_free(m);
    }
    logreg_frame_free(frame);
    frame = frame_of_rows();
    logreg_options o = options_of("platt");
    logreg_error err;
    logreg_model *m = NULL;
    o.solver = "lbfgs";
    o.max_iter = 1;
    CU_ASSERT_EQUAL(logreg_fit_formula(&m, frame, "y ~ x1", &o, &err), LOGREG_EDATA);
    CU_ASSERT(same_text(err.message,
                        "the fit without fold 1 of the calibration has not converged, so that its "
                        "scores are not those of a maximum; allow more iterations"));
    logreg_frame_free(frame);
}

/* What speaks of probabilities as they were fitted. */
static void questions_that_are_refused(void)
{
    logreg_frame *frame = frame_of_rows();
    logreg_options o = options_of("platt");
    logreg_model *m = fit_frame(frame, "y ~ x1", &o), *other = NULL;
    logreg_error err;
    gsl_vector *low = gsl_vector_alloc(ROWS), *high = gsl_vector_alloc(ROWS);
    CU_ASSERT_EQUAL(logreg_predict_interval_frame(m, frame, 0.9, low, high, &err), LOGREG_EDATA);
    CU_ASSERT_PTR_NOT_NULL(strstr(err.message, "calibrated"));
    logreg_study *study = NULL;
    logreg_effects *effects = NULL;
    CU_ASSERT_EQUAL_FATAL(logreg_study_new(&study, m, frame, 1, NULL), LOGREG_OK);
    CU_ASSERT_EQUAL(logreg_effects_new(&effects, study, NULL, &err), LOGREG_EDATA);
    CU_ASSERT_PTR_NOT_NULL(strstr(err.message, "calibrated"));
    logreg_steps *steps = NULL;
    CU_ASSERT_EQUAL(logreg_step(&other, &steps, frame, "y ~ x1 + x2", &o, NULL, &err), LOGREG_EINVAL);
    CU_ASSERT_PTR_NOT_NULL(strstr(err.message, "calibrat"));
    logreg_path *path = NULL;
    o.penalty = "l1";
    CU_ASSERT_EQUAL(logreg_path_new(&path, &other, frame, "y ~ x1 + x2", &o, NULL, &err), LOGREG_EINVAL);
    CU_ASSERT_PTR_NOT_NULL(strstr(err.message, "calibrate"));
    logreg_learning_curve *curve = NULL;
    CU_ASSERT_EQUAL(logreg_learning_curve_new(&curve, frame, "y ~ x1", &o, NULL, &err), LOGREG_EINVAL);
    CU_ASSERT_PTR_NOT_NULL(strstr(err.message, "calibration"));
    gsl_vector_free(low);
    gsl_vector_free(high);
    logreg_study_free(study);
    logreg_model_free(m);
    logreg_frame_free(frame);
}

static bool fit_small(void *data)
{
    logreg_options o = logreg_options_default();
    o.penalty = "l2";
    o.calibrate = "isotonic";
    o.calibrate_folds = 2;
    o.measures = false;
    o.threads = 1;
    logreg_model *m = NULL;
    logreg_error err;
    logreg_status status = logreg_fit_formula(&m, data, "y ~ x", &o, &err);
    logreg_model_free(m);
    return status == LOGREG_OK || status == LOGREG_ENOMEM;
}

static bool learn_small(void *data)
{
    (void)data;
    logreg_calibrator *a = NULL, *b = NULL;
    logreg_status first = logreg_calibrator_new(&a, "platt", y_of, score_of, w_of, N, NULL);
    logreg_status second = logreg_calibrator_new(&b, "isotonic", y_of, score_of, w_of, N, NULL);
    logreg_calibrator_free(a);
    logreg_calibrator_free(b);
    return (first == LOGREG_OK || first == LOGREG_ENOMEM) && (second == LOGREG_OK || second == LOGREG_ENOMEM);
}

static void memory_may_be_out(void)
{
    static const char text[] = "x,y\n1,0\n2,1\n3,0\n4,1\n5,0\n6,1\n";
    logreg_frame *frame = frame_of_text(text);
    CU_ASSERT(oom_each(fit_small, frame));
    CU_ASSERT(oom_each(learn_small, NULL));
    logreg_frame_free(frame);
}

const test_case tests[] = {
    {"calibrated probabilities are scikit-learn's", equal_to_scikit_learn},
    {"a sigmoid has no slope left", a_sigmoid_has_no_slope_left},
    {"steps are nearest of all that rise", steps_are_nearest_of_all_that_rise},
    {"scores beyond and between those learned from", scores_beyond_and_between},
    {"rows that are refused", rows_that_are_refused},
    {"models keep their calibration", models_keep_it},
    {"matrices and threads", matrices_and_threads},
    {"folds teach nothing of themselves", folds_teach_nothing},
    {"levels may be rare", levels_may_be_rare},
    {"fits that are refused", fits_that_are_refused},
    {"questions that are refused", questions_that_are_refused},
    {"memory may be out", memory_may_be_out},
    {NULL, NULL},
};
