/* Effects on probabilities: against 40 digits, against tables that can be counted out, and derivatives of all that formulas make of a column
 * against differences. */
#include "harness.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <logreg.h>

#include "base/random.h"
#include "design/slopes.h"
#include "inference/study.h"
#include "frames.h"
#include "oom.h"
#include "studied.h"

/* Coefficients are off by 1e-10 standard errors at most. */
#define TOL 1e-10

static const logreg_effect *find(const logreg_effects *e, size_t k, const char *variable, const char *level)
{
    for (size_t i = 0; i < e->n; i++) {
        const logreg_effect *x = &e->effect[i];
        if (x->k == k && strcmp(x->variable, variable) == 0 &&
            (!level || (x->level && strcmp(x->level, level) == 0)))
            return x;
    }
    return NULL;
}

static bool near_number(logreg_effect_number got, double estimate, double se)
{
    return near_abs(got.estimate, estimate, TOL * se) && near_rel(got.std_error, se, 1e-9);
}

/* ---- Against 40 digits ---- */

#define MOST 8

typedef struct {
    char file[128], formula[128], weights[32], trials[32], offset[32], name[MOST][32], value[MOST][32],
        discrete[32];
    size_t n_at;
    bool means;
} wanted;

/* A line of the case that is no number. */
static void read_line(wanted *w, const char *line)
{
    char name[32], value[32];
    sscanf(line, "file %127s", w->file);
    sscanf(line, "formula %127[^\n]", w->formula);
    sscanf(line, "weights %31s", w->weights);
    sscanf(line, "trials %31s", w->trials);
    sscanf(line, "offset %31s", w->offset);
    sscanf(line, "discrete %31s", w->discrete);
    w->means = w->means || strcmp(line, "means\n") == 0;
    if (sscanf(line, "at %31s %31s", name, value) == 2 && w->n_at < MOST) {
        strcpy(w->name[w->n_at], name);
        strcpy(w->value[w->n_at++], value);
    }
}

static logreg_effects *effects_of(studied *s, const wanted *w)
{
    logreg_options fit = logreg_options_default();
    logreg_effect_at at[MOST];
    const char *discrete = w->discrete;
    logreg_effects *e = NULL;
    fit.weights = or_null(w->weights);
    fit.trials = or_null(w->trials);
    fit.offset = or_null(w->offset);
    *s = study_frame(frame_of_file(w->file), w->formula, &fit, 0);
    for (size_t i = 0; i < w->n_at; i++) {
        size_t j = logreg_frame_find(s->frame, w->name[i]);
        bool number = logreg_frame_kind(s->frame, j) == LOGREG_NUMERIC;
        at[i] = (logreg_effect_at){w->name[i], number ? NULL : w->value[i],
                                   number ? strtod(w->value[i], NULL) : NAN};
    }
    logreg_effects_options o = logreg_effects_options_default();
    o.at = at;
    o.n_at = w->n_at;
    o.at_means = w->means;
    o.discrete = &discrete;
    o.n_discrete = *discrete != '\0';
    logreg_error err = {.message = ""};
    if (logreg_effects_new(&e, s->study, &o, &err) != LOGREG_OK)
        printf("# %s\n", err.message);
    CU_ASSERT_PTR_NOT_NULL_FATAL(e);
    return e;
}

/* Compares one line of numbers. */
static bool agrees(const logreg_effects *e, const char *line)
{
    size_t k;
    char variable[32], level[32];
    double x[6];
    int n;
    if (sscanf(line, "slope %zu %31s %lf %lf", &k, variable, x, x + 1) == 4) {
        const logreg_effect *got = find(e, k, variable, NULL);
        return got && !got->level && isnan(got->risk.estimate) && near_number(got->difference, x[0], x[1]) &&
               near_rel(got->z, x[0] / x[1], 1e-9);
    }
    n = sscanf(line, "level %zu %31s %31s %lf %lf %lf %lf %lf %lf", &k, variable, level, x, x + 1, x + 2,
               x + 3, x + 4, x + 5);
    if (n < 5)
        return false;
    const logreg_effect *got = find(e, k, variable, level);
    bool ok = got && near_number(got->risk, x[0], x[1]) && got->risk.low < x[0] && got->risk.low > 0 &&
              got->risk.high > x[0] && got->risk.high < 1;
    if (n == 5)
        return ok && got->level == got->reference && isnan(got->difference.estimate);
    double half = 1.959963984540054;
    return ok && near_number(got->difference, x[2], x[3]) &&
           near_abs(got->ratio.estimate, x[4], TOL * x[4] * x[5]) &&
           near_rel(got->ratio.std_error, x[5], 1e-9) &&
           near_rel(got->ratio.low, x[4] * exp(-half * x[5]), 1e-9) &&
           near_rel(got->ratio.high, x[4] * exp(half * x[5]), 1e-9);
}

static void reference(void)
{
    FILE *file = fopen(source_path("tests/reference/effects.txt"), "r");
    CU_ASSERT_PTR_NOT_NULL_FATAL(file);
    char line[512];
    size_t cases = 0, numbers = 0;
    wanted w = {0};
    studied s = {.frame = NULL};
    logreg_effects *e = NULL;
    size_t found = 0;
    while (fgets(line, sizeof line, file)) {
        if (strncmp(line, "slope ", 6) == 0 || strncmp(line, "level ", 6) == 0) {
            if (!e)
                e = effects_of(&s, &w);
            numbers++;
            found++;
            if (!agrees(e, line))
                CU_FAIL(printf("# %s: %s", w.formula, line) ? "differs" : "");
        } else if (*line == '\n') {
            cases++;
            CU_ASSERT(e && found == e->n); /* nothing is told that is not known */
            logreg_effects_free(e);
            studied_free(&s);
            w = (wanted){0};
            e = NULL;
            found = 0;
        } else {
            read_line(&w, line);
        }
    }
    fclose(file);
    CU_ASSERT(cases >= 12 && numbers >= 40);
}

/* ---- Tables ---- */

/* In a saturated model of a 2 x 2 table risks, their difference and their ratio are the table's, with its standard errors. */
static void two_by_two(void)
{
    static const double count[] = {12, 88, 30, 50}, y[] = {1, 0, 1, 0};
    static const char *const arm[] = {"a", "a", "b", "b"};
    logreg_frame *frame = NULL;
    CU_ASSERT_EQUAL_FATAL(logreg_frame_new(&frame, NULL), LOGREG_OK);
    logreg_frame_add_category(frame, "arm", arm, 4, NULL);
    logreg_frame_add_numeric(frame, "n", count, 4, 1, NULL);
    logreg_frame_add_numeric(frame, "y", y, 4, 1, NULL);
    logreg_options fit = logreg_options_default();
    fit.weights = "n";
    studied s = study_frame(frame, "y ~ arm", &fit, 1);
    logreg_effects *e = NULL;
    CU_ASSERT_EQUAL_FATAL(logreg_effects_new(&e, s.study, NULL, NULL), LOGREG_OK);
    double a = 12. / 100, b = 30. / 80;
    CU_ASSERT_EQUAL_FATAL(e->n, 2);
    CU_ASSERT(near_rel(e->effect[0].risk.estimate, a, 1e-13) &&
              near_rel(e->effect[0].risk.std_error, sqrt(a * (1 - a) / 100), 1e-12));
    CU_ASSERT(near_rel(e->effect[1].risk.estimate, b, 1e-13));
    CU_ASSERT(near_rel(e->effect[1].difference.estimate, b - a, 1e-13) &&
              near_rel(e->effect[1].difference.std_error, sqrt(a * (1 - a) / 100 + b * (1 - b) / 80), 1e-12));
    CU_ASSERT(near_rel(e->effect[1].ratio.estimate, b / a, 1e-13) &&
              near_rel(e->effect[1].ratio.std_error, sqrt(1. / 12 - 1. / 100 + 1. / 30 - 1. / 80), 1e-12));
    logreg_effects_free(e);
    studied_free(&s);
}

/* ---- Derivatives of designs ---- */

enum { N = 300 };

static logreg_frame *scatter(void)
{
    double x[N], z[N], y[N];
    const char *g[N];
    logreg__random random;
    logreg__random_init(&random, 7, 0);
    for (size_t i = 0; i < N; i++) {
        x[i] = 0.5 + 4 * logreg__random_uniform(&random);
        z[i] = logreg__random_uniform(&random) - 0.5;
        y[i] = logreg__random_uniform(&random) < 0.5;
        g[i] = i % 3 ? "u" : i % 2 ? "v" : "w";
    }
    logreg_frame *frame = NULL;
    CU_ASSERT_EQUAL_FATAL(logreg_frame_new(&frame, NULL), LOGREG_OK);
    logreg_frame_add_numeric(frame, "x", x, N, 1, NULL);
    logreg_frame_add_numeric(frame, "z", z, N, 1, NULL);
    logreg_frame_add_category(frame, "g", g, N, NULL);
    logreg_frame_add_numeric(frame, "y", y, N, 1, NULL);
    return frame;
}

/* The design of the model's terms, written out, where x is moved by so much. */
static void expand(double *X, const logreg_study *s, double by)
{
    logreg_frame *moved = NULL;
    double x[N];
    logreg_frame_new(&moved, NULL);
    for (size_t j = 0; j < 4; j++) {
        const logreg__column *c = &s->frame->column[j];
        const char *g[N];
        for (size_t i = 0; i < N; i++) {
            x[i] = j == 2 ? 0 : logreg__column_number(c, i) + (j == 0 ? by : 0);
            g[i] = j == 2 ? c->levels[logreg__column_code(c, i)] : NULL;
        }
        if (j == 2)
            logreg_frame_add_category(moved, c->name, g, N, NULL);
        else
            logreg_frame_add_numeric(moved, c->name, x, N, 1, NULL);
    }
    logreg__design *d = NULL;
    logreg_error err = {.message = ""};
    if (logreg__design_new(&d, s->model->terms, moved, s->rows, NULL, NULL, &err) != LOGREG_OK)
        printf("# %s\n", err.message);
    CU_ASSERT_PTR_NOT_NULL_FATAL(d);
    logreg__scratch *scratch = logreg__scratch_new(d);
    for (size_t first = 0; first < N; first += LOGREG__BLOCK_ROWS) {
        size_t rows = N - first < LOGREG__BLOCK_ROWS ? N - first : LOGREG__BLOCK_ROWS;
        logreg__block block;
        logreg__design_block(&block, d, first, rows, scratch);
        logreg__block_expand(X + first * d->p, d, &block);
    }
    logreg__scratch_free(scratch);
    logreg__design_free(d);
    logreg_frame_free(moved);
}

/* The same of the derivatives. */
static void expand_slopes(double *X, const logreg_study *s)
{
    logreg__design *d = NULL;
    CU_ASSERT_EQUAL_FATAL(logreg__design_new(&d, s->model->terms, s->frame, s->rows, NULL, NULL, NULL),
                          LOGREG_OK);
    logreg__scratch *scratch = logreg__scratch_new(d);
    double *slope = calloc((d->n_dense + d->n_groups) * LOGREG__BLOCK_ROWS, sizeof *slope),
           *work = calloc(logreg__design_slopes_work(d), sizeof *work), offset[LOGREG__BLOCK_ROWS];
    memset(X, 0, N * d->p * sizeof *X);
    for (size_t first = 0; first < N; first += LOGREG__BLOCK_ROWS) {
        size_t rows = N - first < LOGREG__BLOCK_ROWS ? N - first : LOGREG__BLOCK_ROWS;
        logreg__block block;
        logreg__design_block(&block, d, first, rows, scratch);
        logreg__design_slopes(slope, offset, d, &s->frame->column[0], first, rows, work);
        for (size_t r = 0; r < rows; r++) {
            for (size_t j = 0; j < d->n_dense; j++)
                X[(first + r) * d->p + j] = slope[j * LOGREG__BLOCK_ROWS + r];
            for (size_t g = 0; g < d->n_groups; g++)
                if (block.code[g][r] != LOGREG__NO_COLUMN)
                    X[(first + r) * d->p + d->group[g].first + block.code[g][r]] =
                        slope[(d->n_dense + g) * LOGREG__BLOCK_ROWS + r];
        }
    }
    free(slope);
    free(work);
    logreg__scratch_free(scratch);
    logreg__design_free(d);
}

/* Every function and basis: (8 (f(x + h) - f(x - h)) - (f(x + 2h) - f(x - 2h))) / 12h. */
static void derivatives(void)
{
    static const char *const formulas[] = {
        "y ~ x",
        "y ~ x*z + x*g + x:z:g",
        "y ~ x %in% g + z",
        "y ~ log(x) + log2(x) + log10(x) + log1p(x) + exp(x)",
        "y ~ sqrt(x) + expm1(x) + sin(x) + cos(x) + tan(x/10) + tanh(x)",
        "y ~ abs(x - 10) + abs(z) + I(-x) + I(1 - x) + I(z - x)",
        "y ~ I(x^2) + I(x^3) + I(x^0.5) + I(2^x) + I(x^x) + I(x^z) + I(x^-1)",
        "y ~ I(1/x) + I(x/(1 + z^2)) + I((x + z)/(1 + x)) + I(x*z*x)",
        "y ~ poly(x, 4) + poly(z, 2) + x:poly(z, 2)",
        "y ~ poly(x, 3, raw = TRUE) + scale(x) + scale(z)",
        "y ~ bs(x, df = 6) + bs(log(x), df = 4, degree = 2)",
        "y ~ ns(x, df = 4)*g",
        ("y ~ bs(x, knots = c(1.5, 2.5), Boundary.knots = c(1, 4)) + ns(x, knots = 2, Boundary.knots = c(1, "
         "4))"),
        "y ~ C(g, sum):log(x) + C(g, helmert)*poly(x, 2) - 1",
    };
    double h = 1e-3;
    for (size_t f = 0; f < sizeof formulas / sizeof *formulas; f++) {
        logreg_frame *frame = scatter();
        logreg_options fit = logreg_options_default();
        fit.max_iter = 1;
        logreg_model *model = fit_frame(frame, formulas[f], &fit);
        logreg_study *study = NULL;
        CU_ASSERT_EQUAL_FATAL(logreg_study_new(&study, model, frame, 1, NULL), LOGREG_OK);
        size_t p = logreg_model_coefficients(model), n = N * p;
        double *X[5];
        for (int i = 0; i < 5; i++)
            X[i] = calloc(n, sizeof(double));
        for (int i = 0; i < 4; i++)
            expand(X[i], study, h * (i < 2 ? i - 2 : i - 1));
        expand_slopes(X[4], study);
        double worst = 0;
        for (size_t i = 0; i < n; i++) {
            double want = (8 * (X[2][i] - X[1][i]) - (X[3][i] - X[0][i])) / (12 * h);
            worst = fmax(worst, fabs(X[4][i] - want) / (1 + fabs(want)));
        }
        /* next to a knot a third derivative jumps within the difference */
        double tolerance = strstr(formulas[f], "s(x, ") ? 1e-4 : 1e-9;
        if (!(worst < tolerance))
            CU_FAIL(printf("# %s: off by %g\n", formulas[f], worst) ? "derivative" : "");
        for (int i = 0; i < 5; i++)
            free(X[i]);
        logreg_study_free(study);
        logreg_model_free(model);
        logreg_frame_free(frame);
    }
}

/* Where nothing moves, and where a function has no derivative. */
static void corners(void)
{
    logreg_effects *e = NULL;
    studied s =
        study_frame(frame_shipped("vaso"), "constricted ~ floor(rate) + I(ceiling(rate)*volume)", NULL, 0);
    CU_ASSERT_EQUAL_FATAL(logreg_effects_new(&e, s.study, NULL, NULL), LOGREG_OK);
    const logreg_effect *rate = find(e, 1, "rate", NULL);
    CU_ASSERT(rate->difference.estimate == 0 && rate->difference.std_error == 0 && isnan(rate->p));
    CU_ASSERT(find(e, 1, "volume", NULL)->difference.std_error > 0);
    logreg_effects_free(e);
    studied_free(&s);
    e = NULL;
    static const double x[] = {0, 1, 2, 3, 4, 5, 6, 7}, other[] = {1, 2, 1, 3, 1, 2, 4, 1},
                        y[] = {0, 1, 0, 0, 1, 0, 1, 1};
    s = study_frame(frame_of_two(x, other, 1, y, 8), "y ~ sqrt(x1)", NULL, 0);
    CU_ASSERT_EQUAL_FATAL(logreg_effects_new(&e, s.study, NULL, NULL), LOGREG_OK);
    CU_ASSERT(e->n == 1 && isnan(e->effect[0].difference.estimate));
    logreg_effects_free(e);
    studied_free(&s);
}

/* A matrix's columns, a copy among them, and any number of threads: the same bits. */
static void matrices(void)
{
    enum { ROWS = 20000 };
    gsl_matrix *X = gsl_matrix_alloc(ROWS, 3);
    gsl_vector *y = gsl_vector_alloc(ROWS);
    logreg__random random;
    logreg__random_init(&random, 3, 0);
    for (size_t i = 0; i < ROWS; i++) {
        for (size_t j = 0; j < 2; j++)
            gsl_matrix_set(X, i, j, logreg__random_normal(&random));
        gsl_matrix_set(X, i, 2, 2 * gsl_matrix_get(X, i, 0));
        gsl_vector_set(y, i, logreg__random_uniform(&random) < 1 / (1 + exp(-gsl_matrix_get(X, i, 0))));
    }
    logreg_model *model = NULL;
    logreg_study *study = NULL;
    logreg_effects *e[2] = {NULL, NULL};
    CU_ASSERT_EQUAL_FATAL(logreg_fit(&model, X, y, NULL, NULL), LOGREG_OK);
    CU_ASSERT_EQUAL_FATAL(logreg_study_new_matrix(&study, model, X, y, NULL, NULL), LOGREG_OK);
    for (int t = 0; t < 2; t++) {
        logreg_effects_options o = logreg_effects_options_default();
        o.threads = t ? 3 : 1;
        CU_ASSERT_EQUAL_FATAL(logreg_effects_new(&e[t], study, &o, NULL), LOGREG_OK);
    }
    double b = logreg_model_coefficient(model, 1, 1), mean = 0;
    gsl_matrix *P = gsl_matrix_alloc(ROWS, 2);
    CU_ASSERT_EQUAL_FATAL(logreg_predict_proba(model, X, P, NULL), LOGREG_OK);
    for (size_t i = 0; i < ROWS; i++)
        mean += gsl_matrix_get(P, i, 0) * gsl_matrix_get(P, i, 1) / ROWS;
    CU_ASSERT(e[0]->n == 3 && near_rel(e[0]->effect[0].difference.estimate, mean * b, 1e-12));
    CU_ASSERT(e[0]->effect[2].difference.estimate == 0 && isnan(e[0]->effect[2].p));
    for (size_t i = 0; i < 3; i++)
        CU_ASSERT(memcmp(&e[0]->effect[i].difference, &e[1]->effect[i].difference,
                         sizeof(logreg_effect_number)) == 0);
    logreg_effects_free(e[0]);
    logreg_effects_free(e[1]);
    logreg_study_free(study);
    logreg_model_free(model);
    gsl_matrix_free(P);
    gsl_matrix_free(X);
    gsl_vector_free(y);
}

/* ---- What is refused ---- */

static void refused(void)
{
    studied s = study_frame(frame_shipped("titanic"), "survived ~ class + sex", NULL, 1),
            v = study_frame(frame_shipped("vaso"), "constricted ~ log(volume) + rate", NULL, 1);
    static const char *const sax = "sax", *const sex = "sex", *const rate = "rate";
    static const logreg_effect_at male = {"sex", "male", 0}, none = {"sex", "men", 0},
                                  number = {"sex", NULL, 1}, level = {"rate", "x", 0},
                                  zero = {"volume", NULL, 0}, far = {"volume", NULL, INFINITY},
                                  twice[] = {{"rate", NULL, 1}, {"rate", NULL, 2}},
                                  unknown = {"rat", NULL, 1};
    const struct {
        const studied *of;
        logreg_effects_options o;
        logreg_status status;
        const char *says;
    } wrong[] = {
        {&s, {.level = 1}, LOGREG_EINVAL, "must be between 0 and 1"},
        {&s, {.level = 0.9, .of = &sax, .n_of = 1}, LOGREG_EINVAL, "no column 'sax'; did you mean 'sex'?"},
        {&s, {.level = 0.9, .discrete = &sax, .n_discrete = 1}, LOGREG_EINVAL, "no column 'sax'"},
        {&v, {.level = 0.9, .discrete = &rate, .n_discrete = 1}, LOGREG_EINVAL, "other numbers than 0 and 1"},
        {&s,
         {.level = 0.9, .of = &sex, .n_of = 1, .at = &male, .n_at = 1},
         LOGREG_EINVAL,
         "stands still at one level"},
        {&s, {.level = 0.9, .at = &none, .n_at = 1}, LOGREG_EINVAL, "no level 'men'"},
        {&s, {.level = 0.9, .at = &number, .n_at = 1}, LOGREG_EINVAL, "no level ''"},
        {&v, {.level = 0.9, .at = &level, .n_at = 1}, LOGREG_EINVAL, "is a number to the model, not 'x'"},
        {&v, {.level = 0.9, .at = &zero, .n_at = 1}, LOGREG_EDATA, "log(volume)"},
        {&v, {.level = 0.9, .at = &far, .n_at = 1}, LOGREG_EINVAL, "cannot stand at"},
        {&v, {.level = 0.9, .at = twice, .n_at = 2}, LOGREG_EINVAL, "fixed twice"},
        {&v, {.level = 0.9, .at = &unknown, .n_at = 1}, LOGREG_EINVAL, "did you mean 'rate'?"},
    };
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        logreg_effects *e = NULL;
        logreg_error err = {.message = ""};
        CU_ASSERT_EQUAL(logreg_effects_new(&e, wrong[i].of->study, &wrong[i].o, &err), wrong[i].status);
        CU_ASSERT_PTR_NULL(e);
        if (!strstr(err.message, wrong[i].says))
            CU_FAIL(printf("# %zu: %s\n", i, err.message) ? "another sentence" : "");
    }
    studied_free(&s);
    studied_free(&v);
    for (int part = 0; part < 2; part++) {
        logreg_options one = logreg_options_default();
        one.max_iter = 1;
        s = part ? study_frame(frame_shipped("titanic"), "survived ~ class", &one, 1)
                 : study_frame(frame_toy_b(), "y ~ x1 + x2", NULL, 1);
        logreg_effects *e = NULL;
        logreg_error err = {.message = ""};
        CU_ASSERT_EQUAL(logreg_effects_new(&e, s.study, NULL, &err), LOGREG_EDATA);
        CU_ASSERT_PTR_NOT_NULL(strstr(err.message, part ? "has not converged" : "are separated"));
        studied_free(&s);
    }
}

static bool make(void *context)
{
    logreg_effects *e = NULL;
    const logreg_effect_at at = {"age", "adult", 0};
    logreg_effects_options o = {.level = 0.95, .at = &at, .n_at = 1, .threads = 1};
    logreg_status status = logreg_effects_new(&e, context, &o, NULL);
    bool ok = status == LOGREG_OK ? e != NULL : status == LOGREG_ENOMEM && !e;
    logreg_effects_free(e);
    return ok;
}

static void memory(void)
{
    studied s = study_frame(frame_shipped("titanic"), "survived ~ class + sex*age", NULL, 1);
    CU_ASSERT(oom_each(make, s.study));
    studied_free(&s);
}

const test_case tests[] = {{"effects in 40 digits", reference},
                           {"a table of two by two", two_by_two},
                           {"derivatives of designs", derivatives},
                           {"corners", corners},
                           {"matrices and threads", matrices},
                           {"what is refused", refused},
                           {"memory", memory},
                           {NULL, NULL}};
