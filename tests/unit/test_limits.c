/* Profile likelihoods of several separated classes and of separated matched sets, against brute force in 50 digits: reference/limits.py. */
#include "harness.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <gsl/gsl_matrix.h>

#include <logreg.h>

#include "frames.h"
#include "oom.h"

/* Of an end, relative to its size and one; of a statistic. */
#define TOL_END 1e-10
#define TOL_STATISTIC 1e-9

enum { MOST_ROWS = 60, MOST_COLUMNS = 8, WORDS = 16 };

/* A case of the file under way. */
typedef struct {
    bool sets, offset, weights;
    size_t p, n; /* columns, rows */
    char name[MOST_COLUMNS][16], formula[120];
    double set[MOST_ROWS], y[MOST_ROWS], o[MOST_ROWS], w[MOST_ROWS], x[MOST_COLUMNS][MOST_ROWS];
    logreg_frame *frame;
    logreg_model *model;
    logreg_study *study;
    logreg_inference *inference;
} limit_case;

static void fit(limit_case *c)
{
    logreg_options o = logreg_options_default();
    char label[MOST_ROWS][16];
    const char *y[MOST_ROWS];
    CU_ASSERT_EQUAL_FATAL(logreg_frame_new(&c->frame, NULL), LOGREG_OK);
    for (size_t j = 0; j < c->p; j++)
        logreg_frame_add_numeric(c->frame, c->name[j], c->x[j], c->n, 1, NULL);
    for (size_t i = 0; i < c->n; i++) {
        snprintf(label[i], sizeof label[i], "%g", c->y[i]);
        y[i] = label[i];
    }
    if (c->sets)
        logreg_frame_add_numeric(c->frame, "y", c->y, c->n, 1, NULL);
    else
        logreg_frame_add_category(c->frame, "y", y, c->n, NULL);
    logreg_frame_add_numeric(c->frame, "set", c->set, c->n, 1, NULL);
    logreg_frame_add_numeric(c->frame, "o", c->o, c->n, 1, NULL);
    logreg_frame_add_numeric(c->frame, "w", c->w, c->n, 1, NULL);
    o.strata = c->sets ? "set" : NULL;
    o.offset = c->offset ? "o" : NULL;
    o.weights = c->weights ? "w" : NULL;
    c->model = fit_frame(c->frame, c->formula, &o);
    CU_ASSERT_NOT_EQUAL(logreg_model_separation(c->model), LOGREG_SEPARATION_NONE);
    CU_ASSERT_EQUAL_FATAL(logreg_study_new(&c->study, c->model, c->frame, 1, NULL), LOGREG_OK);
    logreg_inference_options how = logreg_inference_options_default();
    how.profile = true;
    how.study = c->study;
    logreg_error err;
    logreg_status status = logreg_inference_new(&c->inference, c->model, &how, &err);
    if (status != LOGREG_OK)
        printf("# %s\n", err.message);
    CU_ASSERT_EQUAL_FATAL(status, LOGREG_OK);
}

static void clear(limit_case *c)
{
    logreg_inference_free(c->inference);
    logreg_study_free(c->study);
    logreg_model_free(c->model);
    logreg_frame_free(c->frame);
    *c = (limit_case){.n = 0};
}

static void take_row(limit_case *c, char *const *word)
{
    if (c->sets)
        sscanf(*word++, "%lf,%lf", &c->set[c->n], &c->y[c->n]);
    else
        c->y[c->n] = atof(*word++);
    c->o[c->n] = c->offset ? atof(*word++) : 0;
    c->w[c->n] = c->weights ? atof(*word++) : 1;
    for (size_t j = 0; j < c->p; j++)
        c->x[j][c->n] = atof(*word++);
    c->n++;
}

static void take_columns(limit_case *c, char *const *word, size_t n)
{
    strcpy(c->formula, "y ~ ");
    for (c->p = 0; c->p < n; c->p++) {
        snprintf(c->name[c->p], sizeof c->name[c->p], "%s", word[c->p]);
        strcat(strcat(c->formula, c->p ? " + " : ""), word[c->p]);
    }
}

static size_t column(const limit_case *c, const char *name)
{
    size_t j = 0;
    while (j < logreg_model_coefficients(c->model) &&
           strcmp(logreg_model_coefficient_name(c->model, j), name) != 0)
        j++;
    return j;
}

static bool end_agrees(double got, const char *want)
{
    double w = atof(want); /* inf too */
    return isinf(w) ? got == w : near_abs(got, w, TOL_END * (1 + fabs(w)));
}

/* The profile itself, of the combination C too, and what the inference makes of it. */
static bool agrees(const limit_case *c, const logreg_coefficient *of, gsl_matrix *C, char *const *want)
{
    logreg_profile p;
    double statistic = atof(want[2]);
    bool ok = logreg_study_profile_of(&p, c->study, C, 0.95, NULL) == LOGREG_OK &&
              end_agrees(p.low, want[0]) && end_agrees(p.high, want[1]) && end_agrees(of->low, want[0]) &&
              end_agrees(of->high, want[1]) && near_abs(p.statistic, statistic, TOL_STATISTIC) &&
              near_abs(of->z * of->z, statistic, TOL_STATISTIC);
    if (!ok)
        printf("# %s, %s: %g to %g, %g to %g; %s to %s\n", c->formula, of->name, p.low, p.high, of->low,
               of->high, want[0], want[1]);
    return ok;
}

static bool coefficient(const limit_case *c, char *const *word)
{
    size_t k = strtoul(word[0], NULL, 10), p = logreg_model_coefficients(c->model), j = column(c, word[1]);
    gsl_matrix *C = gsl_matrix_calloc(1, p * (logreg_model_classes(c->model) - 1));
    gsl_matrix_set(C, 0, (k - 1) * p + j, 1);
    bool ok = j < p && agrees(c, &c->inference->coefficient[(k - 1) * p + j], C, word + 2);
    gsl_matrix_free(C);
    return ok;
}

static bool contrast(const limit_case *c, char *const *word)
{
    size_t k = strtoul(word[0], NULL, 10), other = strtoul(word[1], NULL, 10), j = column(c, word[2]);
    size_t p = logreg_model_coefficients(c->model), pair = (k - 1) * (k - 2) / 2 + other - 1;
    gsl_matrix *C = gsl_matrix_calloc(1, p * (logreg_model_classes(c->model) - 1));
    gsl_matrix_set(C, 0, (k - 1) * p + j, 1);
    gsl_matrix_set(C, 0, (other - 1) * p + j, -1);
    bool told = pair * p + j < c->inference->n_contrasts &&
                c->inference->contrast[pair * p + j].status == LOGREG_COEF_OK;
    logreg_profile own;
    bool ok = logreg_study_profile_of(&own, c->study, C, 0.95, NULL) == LOGREG_OK;
    logreg_coefficient of = {.name = word[2], .low = own.low, .high = own.high, .z = sqrt(own.statistic)};
    ok = ok && j < p && agrees(c, told ? &c->inference->contrast[pair * p + j] : &of, C, word + 3);
    gsl_matrix_free(C);
    return ok;
}

/* Equations together: STATISTIC DF TEXT. */
static bool hypothesis(const limit_case *c, const char *line)
{
    double statistic = NAN, df = 0;
    int text = 0;
    sscanf(line, "hypothesis %lf %lf %n", &statistic, &df, &text);
    const char *of = line + text;
    logreg_hypotheses_options options = logreg_hypotheses_options_default();
    options.study = c->study;
    logreg_hypotheses *h = NULL;
    logreg_error err;
    if (logreg_hypotheses_new(&h, c->model, &of, 1, &options, &err) != LOGREG_OK) {
        printf("# %s\n", err.message);
        return false;
    }
    logreg_test lr = h->hypothesis->lr;
    bool ok = lr.df == df && near_abs(lr.statistic, statistic, TOL_STATISTIC * (1 + statistic));
    logreg_hypotheses_free(h);
    return ok;
}

static void brute_force(void)
{
    FILE *file = fopen(source_path("tests/reference/limits.txt"), "r");
    char line[400], whole[400], *word[WORDS];
    int cases = 0, lines = 0, contrasts = 0, hypotheses = 0;
    limit_case c = {.n = 0};
    CU_ASSERT_PTR_NOT_NULL_FATAL(file);
    while (fgets(line, sizeof line, file)) {
        size_t n = 0;
        memcpy(whole, line, sizeof whole);
        whole[strcspn(whole, "\n")] = 0;
        for (char *w = strtok(line, " \n"); w && n < WORDS; w = strtok(NULL, " \n"))
            word[n++] = w;
        if (n == 0 || *word[0] == '#')
            continue;
        if (strcmp(word[0], "case") == 0) {
            clear(&c);
            cases++;
        }
        c.sets = c.sets || strcmp(word[0], "sets") == 0;
        c.offset = c.offset || strcmp(word[0], "offset") == 0;
        c.weights = c.weights || strcmp(word[0], "weights") == 0;
        if (strcmp(word[0], "columns") == 0)
            take_columns(&c, word + 1, n - 1);
        else if (strcmp(word[0], "row") == 0)
            take_row(&c, word + 1);
        else if (strcmp(word[0], "deviance") == 0) {
            fit(&c);
            CU_ASSERT_TRUE(near_abs(-2 * logreg_model_log_likelihood(c.model), atof(word[1]), TOL_STATISTIC));
        } else if (strcmp(word[0], "coefficient") == 0) {
            CU_ASSERT_TRUE(coefficient(&c, word + 1));
            lines++;
        } else if (strcmp(word[0], "contrast") == 0) {
            CU_ASSERT_TRUE(contrast(&c, word + 1));
            contrasts++;
        } else if (strcmp(word[0], "hypothesis") == 0) {
            CU_ASSERT_TRUE(hypothesis(&c, whole));
            hypotheses++;
        }
    }
    clear(&c);
    fclose(file);
    CU_ASSERT_EQUAL(cases, 7);
    CU_ASSERT_TRUE(lines > 30 && contrasts > 8 && hypotheses > 14);
}

/* Two classes give the same as one that is no coefficient of its own, grouped or not. */
static void two_classes(void)
{
    static const double x[] = {1, 2, 3, 4, 5}, z[] = {0, 1, 1, 0, 2}, trials[] = {3, 2, 4, 2, 3},
                        events[] = {0, 0, 2, 2, 3};
    limit_case c = {.n = 0};
    CU_ASSERT_EQUAL_FATAL(logreg_frame_new(&c.frame, NULL), LOGREG_OK);
    logreg_frame_add_numeric(c.frame, "x", x, 5, 1, NULL);
    logreg_frame_add_numeric(c.frame, "z", z, 5, 1, NULL);
    logreg_frame_add_numeric(c.frame, "t", trials, 5, 1, NULL);
    logreg_frame_add_numeric(c.frame, "y", events, 5, 1, NULL);
    logreg_options o = logreg_options_default();
    o.trials = "t";
    c.model = fit_frame(c.frame, "y ~ x + z", &o);
    CU_ASSERT_EQUAL(logreg_model_separation(c.model), LOGREG_SEPARATION_QUASI);
    CU_ASSERT_EQUAL_FATAL(logreg_study_new(&c.study, c.model, c.frame, 1, NULL), LOGREG_OK);
    logreg_profile own[3], of[3];
    gsl_matrix *C = gsl_matrix_calloc(3, 3);
    gsl_matrix_set_identity(C);
    CU_ASSERT_EQUAL_FATAL(logreg_study_profile(own, c.study, 0.9, NULL), LOGREG_OK);
    CU_ASSERT_EQUAL_FATAL(logreg_study_profile_of(of, c.study, C, 0.9, NULL), LOGREG_OK);
    for (int j = 0; j < 3; j++)
        CU_ASSERT_TRUE(near_abs(of[j].low, own[j].low, 1e-10) && near_abs(of[j].high, own[j].high, 1e-10) &&
                       near_abs(of[j].statistic, own[j].statistic, 1e-10) &&
                       near_abs(of[j].estimate, own[j].estimate, 1e-10));
    gsl_matrix_set_zero(C); /* no combination at all */
    CU_ASSERT_EQUAL_FATAL(logreg_study_profile_of(of, c.study, C, 0.9, NULL), LOGREG_OK);
    CU_ASSERT_TRUE(isnan(of[1].low) && isnan(of[1].statistic));
    gsl_matrix_free(C);
    clear(&c);
}

static bool profile_all(void *context)
{
    const limit_case *c = context;
    logreg_inference *inference = NULL;
    logreg_inference_options how = logreg_inference_options_default();
    how.profile = true;
    how.study = c->study;
    logreg_status status = logreg_inference_new(&inference, c->model, &how, NULL);
    bool ok = status == LOGREG_OK ? inference != NULL : status == LOGREG_ENOMEM && !inference;
    logreg_inference_free(inference);
    return ok;
}

static void memory(void)
{
    static const double y[] = {0, 0, 1, 2, 1, 2, 1}, x[] = {-5, -4, 0, 1, 2, 3, 1};
    limit_case c = {.p = 1, .n = 7, .name = {"x"}, .formula = "y ~ x"};
    memcpy(c.y, y, sizeof y);
    memcpy(c.x[0], x, sizeof x);
    fit(&c);
    CU_ASSERT_EQUAL(c.inference->n_contrasts, 2);
    CU_ASSERT_TRUE(oom_each(profile_all, &c));
    clear(&c);
}

const test_case tests[] = {
    {"profiles of several separated classes and of sets, by brute force", brute_force},
    {"a combination that is a coefficient of two classes", two_classes},
    {"memory that runs out", memory},
    {NULL, NULL},
};
