/* Imputation: what stands in, fits and predictions against R and scikit-learn; what is learned from which rows; models that keep it. */
#include "imputed.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "case_file.h"
#include "oom.h"

/* Iterated until nothing changes, both are left with the rounding of their solvers. */
#define TOL_REFERENCE 1e-9

enum { RULES = 4, FILLS = 8, COEFFICIENTS = 12, ROWS = 60 };

typedef struct {
    char name[40], formula[120], weights[20], rule[RULES][40], column[FILLS][20], label[FILLS][20];
    bool indicator;
    size_t n_rules, n_fills, n_coefficients, n_new;
    double number[FILLS], estimate[COEFFICIENTS], std_error[COEFFICIENTS], deviance, new[ROWS];
    size_t cells[FILLS];
} case_of;

static bool read_line(void *to, const char *line)
{
    case_of *c = to;
    size_t i = c->n_fills, b = c->n_coefficients;
    if (text_of(c->name, sizeof c->name, line, "case") ||
        text_of(c->formula, sizeof c->formula, line, "formula") ||
        text_of(c->weights, sizeof c->weights, line, "weights") || number_of(&c->deviance, line, "deviance"))
        return true;
    if (strcmp(line, "indicator") == 0)
        return c->indicator = true;
    if (text_of(c->rule[c->n_rules], sizeof *c->rule, line, "rule"))
        return ++c->n_rules < RULES;
    if (sscanf(line, "number %19s %lf %zu", c->column[i], &c->number[i], &c->cells[i]) == 3 ||
        sscanf(line, "label %19s %19s %zu", c->column[i], c->label[i], &c->cells[i]) == 3)
        return ++c->n_fills < FILLS;
    if (sscanf(line, "coefficient %lf %lf", &c->estimate[b], &c->std_error[b]) == 2)
        return ++c->n_coefficients < COEFFICIENTS;
    return number_of(&c->new[c->n_new], line, "new") && ++c->n_new < ROWS;
}

/* ---- Against R ---- */

static bool learned(const case_of *c, const logreg_model *m)
{
    logreg_imputation got;
    size_t found = 0;
    for (size_t i = 0; logreg_model_imputation(m, i, &got) == LOGREG_OK; i++)
        for (size_t k = 0; k < c->n_fills; k++)
            if (strcmp(got.column, c->column[k]) == 0)
                found += got.n_missing == c->cells[k] &&
                         (*c->label[k] ? same_text(got.label, c->label[k])
                                       : near_rel(got.number, c->number[k], TOL_SUM));
    return found == c->n_fills && logreg_model_imputations(m) == c->n_fills;
}

static bool predicts(const logreg_model *m, const logreg_frame *frame, const double *want, size_t n,
                     double tolerance)
{
    gsl_matrix *P = gsl_matrix_alloc(n, 2);
    bool ok = logreg_frame_rows(frame) == n && logreg_predict_proba_frame(m, frame, P, NULL) == LOGREG_OK;
    for (size_t i = 0; ok && i < n; i++)
        ok = near_rel(gsl_matrix_get(P, i, 1), want[i], tolerance);
    gsl_matrix_free(P);
    return ok;
}

/* The model as it is loaded from its file predicts the same bits. */
static bool keeps(const logreg_model *m, const logreg_frame *frame)
{
    size_t n = logreg_frame_rows(frame);
    gsl_matrix *P = gsl_matrix_alloc(n, 2);
    logreg_model *loaded = NULL;
    double own[ROWS];
    bool ok = logreg_model_save(m, "imputed.json", NULL) == LOGREG_OK &&
              logreg_model_load(&loaded, "imputed.json", NULL) == LOGREG_OK &&
              logreg_predict_proba_frame(m, frame, P, NULL) == LOGREG_OK;
    for (size_t i = 0; ok && i < n; i++)
        own[i] = gsl_matrix_get(P, i, 1);
    ok = ok && predicts(loaded, frame, own, n, 0);
    logreg_imputation a, b;
    for (size_t i = 0; ok && logreg_model_imputation(m, i, &a) == LOGREG_OK; i++)
        ok = logreg_model_imputation(loaded, i, &b) == LOGREG_OK && same_text(b.column, a.column) &&
             same_text(b.how, a.how) && b.kind == a.kind && near_abs(b.number, a.number, 0) &&
             same_text(b.label, a.label) && b.n_missing == a.n_missing && b.indicated == a.indicated;
    remove("imputed.json");
    logreg_model_free(loaded);
    gsl_matrix_free(P);
    return ok;
}

/* The rows are found again, with the maximum of their likelihood. */
static bool studied(const logreg_model *m, const logreg_frame *frame)
{
    logreg_study *study = NULL;
    logreg_error err = {.message = ""};
    bool ok = logreg_study_new(&study, m, frame, 1, &err) == LOGREG_OK;
    logreg_study_free(study);
    return ok || !printf("# %s\n", err.message);
}

static bool agrees(const case_of *c)
{
    logreg_frame *fitted = rows_where("part == 1"), *new = rows_where("part == 2");
    const char *rule[RULES] = {c->rule[0], c->rule[1], c->rule[2]};
    logreg_options o = options_of(rule, c->n_rules, c->indicator);
    o.weights = or_null(c->weights);
    logreg_model *m = fit_frame(fitted, c->formula, &o);
    bool ok = learned(c, m) && logreg_model_coefficients(m) == c->n_coefficients &&
              near_rel(logreg_model_deviance(m), c->deviance, TOL_REFERENCE);
    for (size_t j = 0; ok && j < c->n_coefficients; j++)
        ok = near_abs(logreg_model_coefficient(m, 1, j), c->estimate[j], TOL_REFERENCE * c->std_error[j]) &&
             near_rel(error_of(m, 1, j), c->std_error[j], TOL_REFERENCE);
    ok = ok && predicts(m, new, c->new, c->n_new, TOL_REFERENCE) && keeps(m, new) && studied(m, fitted);
    logreg_model_free(m);
    logreg_frame_free(fitted);
    logreg_frame_free(new);
    return ok;
}

static void check_by_hand(const void *of, void *data)
{
    (void)data;
    CU_ASSERT_TRUE(agrees(of));
}

static void as_r_by_hand(void)
{
    CU_ASSERT_EQUAL(each_case("tests/reference/imputed.txt", sizeof(case_of), read_line, check_by_hand, NULL),
                    12);
}

/* ---- Against scikit-learn ---- */

typedef struct {
    char strategy[40];
    bool indicator;
    size_t n_values, n_coefficients, n_new;
    double value[FILLS], coefficient[COEFFICIENTS], new[ROWS];
} pipeline;

static size_t numbers(double *to, size_t room, const char *text)
{
    size_t n = 0;
    for (char *end; n < room; text = end) {
        double x = strtod(text, &end);
        if (end == text)
            break;
        to[n++] = x;
    }
    return n;
}

static bool read_pipeline(void *to, const char *line)
{
    pipeline *c = to;
    if (text_of(c->strategy, sizeof c->strategy, line, "case"))
        return true;
    if (strcmp(line, "indicator") == 0)
        return c->indicator = true;
    if (strncmp(line, "value ", 6) == 0)
        return (c->n_values = numbers(c->value, FILLS, line + 6)) > 0;
    if (strncmp(line, "coefficient ", 12) == 0)
        return (c->n_coefficients = numbers(c->coefficient, COEFFICIENTS, line + 12)) > 0;
    return number_of(&c->new[c->n_new], line, "new") && ++c->n_new < ROWS;
}

/* age, bmi and pulse of the rows that have an outcome, or of all: with NaN where they are missing. */
static gsl_matrix *matrix_where(const char *condition, gsl_vector **y)
{
    static const char *const name[] = {"age", "bmi", "pulse"};
    logreg_frame *frame = rows_where(condition);
    size_t n = logreg_frame_rows(frame), outcome = logreg_frame_find(frame, "y");
    gsl_matrix *X = gsl_matrix_alloc(n, 3);
    *y = gsl_vector_alloc(n);
    for (size_t i = 0; i < n; i++) {
        gsl_vector_set(*y, i, logreg_frame_number(frame, i, outcome));
        for (size_t j = 0; j < 3; j++)
            gsl_matrix_set(X, i, j, logreg_frame_number(frame, i, logreg_frame_find(frame, name[j])));
    }
    logreg_frame_free(frame);
    return X;
}

static bool as_pipeline(const pipeline *c)
{
    gsl_vector *y, *unknown;
    gsl_matrix *X = matrix_where("part == 1 & !is.na(y)", &y), *new = matrix_where("part == 2", &unknown),
               *P = gsl_matrix_alloc(new->size1, 2);
    const char *rule = c->strategy;
    logreg_options o = impute_by(&rule, c->indicator);
    logreg_model *m = NULL;
    logreg_study *study = NULL;
    logreg_imputation got;
    bool ok =
        logreg_fit(&m, X, y, &o, NULL) == LOGREG_OK && logreg_model_coefficients(m) == c->n_coefficients &&
        logreg_model_imputations(m) == c->n_values && logreg_predict_proba(m, new, P, NULL) == LOGREG_OK &&
        logreg_study_new_matrix(&study, m, X, y, NULL, NULL) == LOGREG_OK;
    for (size_t i = 0; ok && i < c->n_values; i++)
        ok = logreg_model_imputation(m, i, &got) == LOGREG_OK && near_rel(got.number, c->value[i], TOL_SUM);
    for (size_t j = 0; ok && j < c->n_coefficients; j++)
        ok =
            near_abs(logreg_model_coefficient(m, 1, j), c->coefficient[j], TOL_REFERENCE * error_of(m, 1, j));
    for (size_t i = 0; ok && i < c->n_new; i++)
        ok = near_rel(gsl_matrix_get(P, i, 1), c->new[i], TOL_REFERENCE);
    ok = ok && c->n_new == new->size1;
    logreg_study_free(study);
    logreg_model_free(m);
    gsl_matrix_free(X);
    gsl_matrix_free(new);
    gsl_matrix_free(P);
    gsl_vector_free(y);
    gsl_vector_free(unknown);
    return ok;
}

static void check_pipeline(const void *of, void *data)
{
    (void)data;
    CU_ASSERT_TRUE(as_pipeline(of));
}

static void as_a_pipeline(void)
{
    CU_ASSERT_EQUAL(
        each_case("tests/reference/pipeline.txt", sizeof(pipeline), read_pipeline, check_pipeline, NULL), 8);
}

/* ---- Which rows teach ---- */

static double value_of(const logreg_model *m, const char *column)
{
    logreg_imputation got;
    for (size_t i = 0; logreg_model_imputation(m, i, &got) == LOGREG_OK; i++)
        if (strcmp(got.column, column) == 0)
            return got.number;
    return NAN;
}

/* Rows that are none of the fit, by a condition, by a weight of 0, or without an outcome, teach nothing. */
static void rows_of_the_fit_teach(void)
{
    static const char *const mean = "mean";
    static const double age[] = {20, 30, NAN, 40, 1000, 2000, 3000, 31}, y[] = {0, 1, 1, 0, 1, 0, NAN, 1},
                        w[] = {1, 1, 1, 1, 0, 0, 1, 1};
    logreg_frame *frame = NULL;
    logreg_options o = impute_by(&mean, false);
    CU_ASSERT_EQUAL_FATAL(logreg_frame_new(&frame, NULL), LOGREG_OK);
    logreg_frame_add_numeric(frame, "age", age, 8, 1, NULL);
    logreg_frame_add_numeric(frame, "w", w, 8, 1, NULL);
    logreg_frame_add_numeric(frame, "y", y, 8, 1, NULL);
    logreg_model *all = fit_frame(frame, "y ~ age", &o);
    o.weights = "w";
    logreg_model *weighed = fit_frame(frame, "y ~ age", &o);
    o.weights = NULL;
    CU_ASSERT_EQUAL_FATAL(logreg_frame_filter(frame, "w == 1", NULL), LOGREG_OK);
    logreg_model *filtered = fit_frame(frame, "y ~ age", &o);
    CU_ASSERT_EQUAL(value_of(weighed, "age"), 30.25);
    CU_ASSERT_EQUAL(value_of(filtered, "age"), 30.25);
    CU_ASSERT_TRUE(near_rel(value_of(all, "age"), 3121. / 6, TOL_EXPRESSION));
    CU_ASSERT_EQUAL(logreg_model_coefficient(weighed, 1, 1), logreg_model_coefficient(filtered, 1, 1));
    logreg_model_free(all);
    logreg_model_free(weighed);
    logreg_model_free(filtered);
    logreg_frame_free(frame);
}

/* Of rows that are held out the values are unknown to the fit: those far from all others would move the mean, and do not. */
static void rows_held_out_do_not_teach(void)
{
    enum { N = 40 };
    static const char *const mean = "mean";
    double x[N], y[N];
    size_t moved = 0;
    logreg_options o = impute_by(&mean, false);
    o.validation_fraction = 0.25;
    for (size_t far = 0; far < N; far++) { /* which value is far away */
        logreg_frame *frame = NULL;
        CU_ASSERT_EQUAL_FATAL(logreg_frame_new(&frame, NULL), LOGREG_OK);
        for (size_t i = 0; i < N; i++) {
            x[i] = i == far ? 1e3 : i == (far + 1) % N ? NAN : (double)(i * 7 % 11);
            y[i] = (double)(i * 5 % 7 > 3);
        }
        logreg_frame_add_numeric(frame, "x", x, N, 1, NULL);
        logreg_frame_add_numeric(frame, "y", y, N, 1, NULL);
        logreg_model *m = fit_frame(frame, "y ~ x", &o);
        moved += value_of(m, "x") > 30;
        logreg_model_free(m);
        logreg_frame_free(frame);
    }
    CU_ASSERT_EQUAL(moved, 30); /* as many as are not held out */
}

/* Medians of every number of rows and of frequencies, against sorted ones. */
static int ascending(const void *a, const void *b)
{
    const double *x = a, *y = b;
    return (*x > *y) - (*x < *y);
}

static void medians(void)
{
    static const char *const median = "median", *const frequent = "most_frequent";
    enum { MOST = 40 };
    double x[MOST + 1], y[MOST + 1], w[MOST + 1], all[4 * MOST];
    uint64_t state = 7;
    for (size_t n = 4; n < MOST; n++) {
        size_t written = 0;
        for (size_t i = 0; i < n; i++) {
            state = state * 6364136223846793005u + 1442695040888963407u;
            x[i] = (double)((int64_t)(state >> 59) - 15) * (n % 3 ? 0.25 : 1e-100);
            w[i] = n % 2 ? (double)(state >> 40 & 3) : 1;
            y[i] = (double)(i % 2);
            for (size_t k = 0; k < (size_t)w[i]; k++)
                all[written++] = x[i];
        }
        x[n] = NAN;
        w[n] = y[n] = 1;
        qsort(all, written, sizeof *all, ascending);
        double want = (all[(written - 1) / 2] + all[written / 2]) / 2, mode = 0;
        for (size_t i = 0, most = 0; i < written;) {
            size_t same = i;
            while (same < written && all[same] == all[i])
                same++;
            if (same - i > most) {
                most = same - i;
                mode = all[i];
            }
            i = same;
        }
        logreg_frame *frame = NULL;
        logreg_options o = impute_by(&median, false);
        o.weights = n % 2 ? "w" : NULL;
        CU_ASSERT_EQUAL_FATAL(logreg_frame_new(&frame, NULL), LOGREG_OK);
        logreg_frame_add_numeric(frame, "x", x, n + 1, 1, NULL);
        logreg_frame_add_numeric(frame, "y", y, n + 1, 1, NULL);
        logreg_frame_add_numeric(frame, "w", w, n + 1, 1, NULL);
        logreg_model *m = fit_frame(frame, "y ~ x", &o);
        CU_ASSERT_TRUE(near_abs(value_of(m, "x"), want, 0));
        logreg_model_free(m);
        o = impute_by(&frequent, false);
        o.weights = n % 2 ? "w" : NULL;
        m = fit_frame(frame, "y ~ x", &o);
        CU_ASSERT_TRUE(near_abs(value_of(m, "x"), mode, 0));
        logreg_model_free(m);
        logreg_frame_free(frame);
    }
}

/* ---- Many rows ---- */

enum { MANY = 110000, HOLE = 9000 };

/* Of many rows, some of whose segments miss nothing: the same bits as a fit to values put in by hand, at any number of threads. */
static void as_filled_by_hand(void)
{
    static const char *const rule[] = {"mean", "b=constant:0.5"};
    static double a[MANY], b[MANY], filled_a[MANY], filled_b[MANY], missing[MANY], y[MANY];
    uint64_t state = 3;
    double sum = 0;
    for (size_t i = 0; i < MANY; i++) {
        state = state * 6364136223846793005u + 1442695040888963407u;
        bool gone = i < HOLE && i % 7 == 3;
        double u = (double)(state >> 40) / 16777216, v = (double)(state >> 16 & 0xffff) / 65536;
        a[i] = gone ? NAN : floor(256 * u) / 256;
        b[i] = i == MANY - 2 ? NAN : v;
        y[i] = (state >> 8 & 0xff) < 256 * (0.3 + 0.4 * u * v);
        missing[i] = gone;
        sum += gone ? 0 : a[i];
    }
    double mean = sum / (MANY - (HOLE - 3 + 6) / 7);
    for (size_t i = 0; i < MANY; i++) {
        filled_a[i] = isnan(a[i]) ? mean : a[i];
        filled_b[i] = isnan(b[i]) ? 0.5 : b[i];
    }
    logreg_frame *raw = NULL, *hand = NULL;
    bool ok = logreg_frame_new(&raw, NULL) == LOGREG_OK && logreg_frame_new(&hand, NULL) == LOGREG_OK &&
              logreg_frame_add_numeric(raw, "a", a, MANY, 1, NULL) == LOGREG_OK &&
              logreg_frame_add_numeric(raw, "b", b, MANY, 1, NULL) == LOGREG_OK &&
              logreg_frame_add_numeric(raw, "y", y, MANY, 1, NULL) == LOGREG_OK &&
              logreg_frame_add_numeric(hand, "a", filled_a, MANY, 1, NULL) == LOGREG_OK &&
              logreg_frame_add_numeric(hand, "b", filled_b, MANY, 1, NULL) == LOGREG_OK &&
              logreg_frame_add_numeric(hand, "gone", missing, MANY, 1, NULL) == LOGREG_OK &&
              logreg_frame_add_numeric(hand, "y", y, MANY, 1, NULL) == LOGREG_OK;
    CU_ASSERT_TRUE_FATAL(ok);
    logreg_model *want = fit_frame(hand, "y ~ a + gone + b", NULL);
    gsl_matrix *P = gsl_matrix_alloc(MANY, 2), *Q = gsl_matrix_alloc(MANY, 2);
    for (int threads = 1; threads <= 3; threads += 2) {
        logreg_options o = options_of(rule, 2, false);
        o.threads = threads;
        logreg_model *got = fit_frame(raw, "y ~ a + is_missing(a) + b", &o);
        CU_ASSERT_EQUAL(value_of(got, "a"), mean);
        for (size_t j = 0; j < 4; j++)
            CU_ASSERT_EQUAL(logreg_model_coefficient(got, 1, j), logreg_model_coefficient(want, 1, j));
        CU_ASSERT_EQUAL(logreg_predict_proba_frame(got, raw, P, NULL), LOGREG_OK);
        CU_ASSERT_EQUAL(logreg_predict_proba_frame(want, hand, Q, NULL), LOGREG_OK);
        CU_ASSERT_EQUAL(memcmp(P->data, Q->data, MANY * 2 * sizeof(double)), 0);
        logreg_model_free(got);
    }
    gsl_matrix_free(P);
    gsl_matrix_free(Q);
    logreg_model_free(want);
    logreg_frame_free(raw);
    logreg_frame_free(hand);
}

/* ---- New rows ---- */

/* A row of what prediction needs; NULL label, NaN: missing. */
static double predict_one(const logreg_model *m, double age, double bmi, const char *sex, bool sex_as_number)
{
    logreg_frame *frame = NULL;
    double P[2], none = NAN;
    gsl_matrix_view p = gsl_matrix_view_array(P, 1, 2);
    CU_ASSERT_EQUAL_FATAL(logreg_frame_new(&frame, NULL), LOGREG_OK);
    logreg_frame_add_numeric(frame, "age", &age, 1, 1, NULL);
    logreg_frame_add_numeric(frame, "bmi", &bmi, 1, 1, NULL);
    if (sex_as_number)
        logreg_frame_add_numeric(frame, "sex", &none, 1, 1, NULL);
    else
        logreg_frame_add_category(frame, "sex", &sex, 1, NULL);
    logreg_error err = {.message = ""};
    if (logreg_predict_proba_frame(m, frame, &p.matrix, &err) != LOGREG_OK)
        CU_FAIL(printf("# %s\n", err.message) ? "no prediction" : "");
    logreg_frame_free(frame);
    return P[1];
}

static void new_rows(void)
{
    static const char *const rule[] = {"mean", "level"}, *const frequent[] = {"median"};
    logreg_frame *frame = rows_where("part == 1"), *whole = rows_where("part == 1 & !is.na(sex)");
    logreg_options own = options_of(rule, 2, false), most = options_of(frequent, 1, false);
    logreg_model *with = fit_frame(frame, "y ~ age + bmi + sex", &own),
                 *without = fit_frame(whole, "y ~ age + bmi + sex", &own),
                 *filled = fit_frame(whole, "y ~ age + bmi + sex", &most);
    double mean = value_of(with, "age");
    CU_ASSERT_EQUAL(predict_one(with, NAN, 25, "f", false), predict_one(with, mean, 25, "f", false));
    CU_ASSERT_EQUAL(predict_one(with, 50, 25, NULL, false), predict_one(with, 50, 25, "(missing)", false));
    /* a column that is empty reads as one of numbers */
    CU_ASSERT_EQUAL(predict_one(with, 50, 25, NULL, true), predict_one(with, 50, 25, NULL, false));
    CU_ASSERT_EQUAL(predict_one(filled, 50, 25, NULL, true), predict_one(filled, 50, 25, "f", false));
    /* no row of the fit had the level */
    CU_ASSERT_TRUE(isnan(predict_one(without, 50, 25, NULL, false)));
    CU_ASSERT_FALSE(isnan(predict_one(without, NAN, NAN, "m", false)));
    logreg_model_free(with);
    logreg_model_free(without);
    logreg_model_free(filled);
    logreg_frame_free(frame);
    logreg_frame_free(whole);
}

/* Variables are what a row of the file has. */
static void variables_are_columns_of_the_file(void)
{
    static const char *const rule = "median";
    logreg_frame *frame = rows_where("part == 1");
    logreg_options o = impute_by(&rule, false);
    logreg_model *m = fit_frame(frame, "y ~ is_missing(bmi) + I(is_missing(ward) * age)", &o);
    logreg_variable v;
    char names[100] = "";
    for (size_t i = 0; logreg_model_variable(m, i, &v) == LOGREG_OK; i++)
        sprintf(names + strlen(names), " %s", v.name);
    CU_ASSERT_TRUE(same_text(names, " age bmi ward"));
    CU_ASSERT_TRUE(same_text(logreg_model_formula(m), "y ~ is_missing(bmi) + I(is_missing(ward) * age)"));
    CU_ASSERT_TRUE(same_text(logreg_model_coefficient_name(m, 1), "is_missing(bmi)"));
    logreg_model_free(m);
    logreg_frame_free(frame);
}

/* Names that need backticks have them within the parentheses, and read back. */
static void names_in_backticks(void)
{
    static const char *const rule = "mean";
    static const double x[] = {1, NAN, 3, 2, 5, NAN, 4}, y[] = {0, 1, 1, 0, 1, 0, 0};
    logreg_frame *frame = NULL;
    CU_ASSERT_EQUAL_FATAL(logreg_frame_new(&frame, NULL), LOGREG_OK);
    logreg_frame_add_numeric(frame, "a `b` c", x, 7, 1, NULL);
    logreg_frame_add_numeric(frame, "y", y, 7, 1, NULL);
    logreg_options o = impute_by(&rule, true), plain = impute_by(&rule, false);
    logreg_model *m = fit_frame(frame, "y ~ .", &o);
    CU_ASSERT_TRUE(same_text(logreg_model_formula(m), "y ~ `a ``b`` c` + is_missing(`a ``b`` c`)"));
    CU_ASSERT_TRUE(same_text(logreg_model_coefficient_name(m, 2), "is_missing(a `b` c)"));
    CU_ASSERT_TRUE(studied(m, frame));
    logreg_model *again = fit_frame(frame, "y ~ `a ``b`` c` + is_missing ( `a ``b`` c` )", &plain);
    CU_ASSERT_TRUE(same_text(logreg_model_formula(again), logreg_model_formula(m)));
    logreg_model_free(again);
    again = fit_frame(frame, "y ~ `a ``b`` c` + `is_missing(a ``b`` c)`", &plain);
    CU_ASSERT_TRUE(same_text(logreg_model_formula(again), logreg_model_formula(m)));
    logreg_model_free(again);
    logreg_model_free(m);
    logreg_frame_free(frame);
}

/* ---- Steps and comparisons ---- */

static void steps_keep_their_rows(void)
{
    static const char *const rule = "median";
    logreg_frame *frame = rows_where("part == 1");
    logreg_options o = impute_by(&rule, true);
    logreg_model *m = NULL;
    logreg_steps *steps = NULL;
    logreg_error err = {.message = ""};
    CU_ASSERT_EQUAL_FATAL(logreg_step(&m, &steps, frame, "y ~ age + bmi + pulse", &o, NULL, &err), LOGREG_OK);
    CU_ASSERT_EQUAL(logreg_model_rows_used(m), 157);
    CU_ASSERT_TRUE(
        same_text(logreg_model_formula(m), "y ~ age + is_missing(age) - bmi - pulse - is_missing(bmi)"));
    CU_ASSERT_PTR_NULL(logreg_model_taken(m, 0));
    CU_ASSERT_TRUE(studied(m, frame));
    logreg_steps_free(steps);
    logreg_model_free(m);
    logreg_frame_free(frame);
}

/* Models whose columns were filled otherwise are not nested, though they are called alike. */
static void other_values_are_other_columns(void)
{
    static const char *const mean = "mean", *const median = "median";
    logreg_frame *frame = rows_where("part == 1");
    logreg_options by_mean = impute_by(&mean, false), by_median = impute_by(&median, false);
    const logreg_model *models[] = {fit_frame(frame, "y ~ age", &by_mean),
                                    fit_frame(frame, "y ~ age + bmi", &by_mean),
                                    fit_frame(frame, "y ~ age + bmi + pulse", &by_median)};
    logreg_comparison c[3];
    CU_ASSERT_EQUAL_FATAL(logreg_compare(c, models, 3, NULL), LOGREG_OK);
    CU_ASSERT_EQUAL(c[1].against, 0);
    CU_ASSERT_EQUAL(c[2].against, SIZE_MAX);
    for (size_t i = 0; i < 3; i++)
        logreg_model_free((logreg_model *)models[i]);
    logreg_frame_free(frame);
}

/* ---- Memory ---- */

typedef struct {
    const logreg_frame *frame;
    const gsl_matrix *X;
    const gsl_vector *y;
} data;

static bool fit_and_predict(void *context)
{
    static const char *const rule[] = {"median", "s=level"};
    const data *d = context;
    logreg_model *m = NULL;
    logreg_study *study = NULL;
    logreg_options o = options_of(rule, 2, true);
    o.measures = false;
    double P[12];
    gsl_matrix_view p = gsl_matrix_view_array(P, 6, 2);
    logreg_status status = logreg_fit_formula(&m, d->frame, "y ~ x*is_missing(x) + s", &o, NULL);
    if (status == LOGREG_OK)
        status = logreg_predict_proba_frame(m, d->frame, &p.matrix, NULL);
    if (status == LOGREG_OK)
        status = logreg_study_new(&study, m, d->frame, 1, NULL);
    if (status == LOGREG_OK)
        status = logreg_model_save(m, "imputed.json", NULL);
    logreg_study_free(study);
    logreg_model_free(m);
    m = NULL;
    if (status == LOGREG_OK)
        status = logreg_model_load(&m, "imputed.json", NULL);
    logreg_model_free(m);
    return status == LOGREG_OK || status == LOGREG_ENOMEM;
}

static bool fit_a_matrix(void *context)
{
    static const char *const rule = "most_frequent";
    const data *d = context;
    logreg_model *m = NULL;
    logreg_options o = impute_by(&rule, true);
    o.measures = false;
    double P[12];
    gsl_matrix_view p = gsl_matrix_view_array(P, 6, 2);
    logreg_status status = logreg_fit(&m, d->X, d->y, &o, NULL);
    if (status == LOGREG_OK)
        status = logreg_predict_proba(m, d->X, &p.matrix, NULL);
    logreg_model_free(m);
    return status == LOGREG_OK || status == LOGREG_ENOMEM;
}

static void memory_runs_out(void)
{
    static const double x[] = {1, NAN, 3, 2, 5, NAN}, y[] = {0, 1, 1, 0, 1, 0};
    static const char *const s[] = {"a", "b", NULL, "a", "b", NULL};
    logreg_frame *frame = NULL;
    CU_ASSERT_EQUAL_FATAL(logreg_frame_new(&frame, NULL), LOGREG_OK);
    logreg_frame_add_numeric(frame, "x", x, 6, 1, NULL);
    logreg_frame_add_category(frame, "s", s, 6, NULL);
    logreg_frame_add_numeric(frame, "y", y, 6, 1, NULL);
    gsl_matrix_const_view X = gsl_matrix_const_view_array(x, 6, 1);
    gsl_vector_const_view yv = gsl_vector_const_view_array(y, 6);
    data d = {frame, &X.matrix, &yv.vector};
    CU_ASSERT_TRUE(oom_each(fit_and_predict, &d));
    CU_ASSERT_TRUE(oom_each(fit_a_matrix, &d));
    remove("imputed.json");
    logreg_frame_free(frame);
}

const test_case tests[] = {
    {"fits, errors and predictions are R's after imputing by hand", as_r_by_hand},
    {"a matrix with NaN is fitted as scikit-learn's pipeline does", as_a_pipeline},
    {"only rows of the fit teach what stands in", rows_of_the_fit_teach},
    {"rows held out do not teach", rows_held_out_do_not_teach},
    {"medians and most frequent numbers are those of sorted rows", medians},
    {"many rows at any number of threads as filled by hand", as_filled_by_hand},
    {"new rows miss what the fit did not", new_rows},
    {"variables are columns of the file", variables_are_columns_of_the_file},
    {"names in backticks", names_in_backticks},
    {"steps keep their rows and drop indicators", steps_keep_their_rows},
    {"columns with other values are other columns", other_values_are_other_columns},
    {"memory runs out", memory_runs_out},
    {NULL, NULL},
};
