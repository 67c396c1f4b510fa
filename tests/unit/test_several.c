/* Profiles of penalised likelihoods that have several maxima, against brute force from many starts: reference/firth_ends.py. */
#include "harness.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <gsl/gsl_matrix.h>

#include <logreg.h>

#include "frames.h"
#include "oom.h"

/* Of what bisection found, relative to its size and one. */
#define TOL_END 1e-6

typedef struct {
    logreg_frame *frame;
    logreg_model *model;
    logreg_study *study;
} firth_fit;

static void make(firth_fit *f, const char *file)
{
    char path[200];
    logreg_options o = logreg_options_default();
    o.penalty = "firth";
    snprintf(path, sizeof path, "tests/reference/data/%s", file);
    CU_ASSERT_EQUAL_FATAL(logreg_frame_read_csv(&f->frame, source_path(path), NULL, NULL), LOGREG_OK);
    f->model = fit_frame(f->frame, "y ~ .", &o);
    CU_ASSERT_EQUAL_FATAL(logreg_study_new(&f->study, f->model, f->frame, 1, NULL), LOGREG_OK);
}

static void clear(firth_fit *f)
{
    logreg_study_free(f->study);
    logreg_model_free(f->model);
    logreg_frame_free(f->frame);
}

/* One end is the outermost of several, or was missed along the path from the maximum. */
static void ends(void)
{
    FILE *file = fopen(source_path("tests/reference/firth_ends.txt"), "r");
    char line[200], name[40], column[40], before[40] = "";
    double low, high, statistic;
    size_t found = 0, j = 0;
    firth_fit f = {NULL, NULL, NULL};
    logreg_profile profile[8];
    CU_ASSERT_PTR_NOT_NULL_FATAL(file);
    while (fgets(line, sizeof line, file)) {
        if (j > 0 && sscanf(line, "test %39s %39s %lf", name, column, &statistic) == 3)
            CU_ASSERT_TRUE(near_abs(profile[j - 1].statistic, statistic, TOL_END * (1 + statistic)));
        if (sscanf(line, "end %39s %39s %lf %lf", name, column, &low, &high) != 4)
            continue;
        if (strcmp(name, before) != 0) {
            clear(&f);
            make(&f, name);
            CU_ASSERT_EQUAL_FATAL(logreg_study_profile(profile, f.study, 0.95, NULL), LOGREG_OK);
            strcpy(before, name);
            j = 0;
        }
        CU_ASSERT_STRING_EQUAL(logreg_model_coefficient_name(f.model, j), column);
        CU_ASSERT_TRUE(near_abs(profile[j].low, low, TOL_END * (1 + fabs(low))));
        CU_ASSERT_TRUE(near_abs(profile[j].high, high, TOL_END * (1 + fabs(high))));
        found++;
        j++;
    }
    fclose(file);
    clear(&f);
    CU_ASSERT_EQUAL(found, 22);
}

/* A hypothesis and a profile say the same of a coefficient. */
static void values(void)
{
    static const char *const text[] = {"x2 = 12", "x1 = 3"};
    firth_fit f;
    make(&f, "firth_ridge.csv");
    logreg_hypotheses_options o = logreg_hypotheses_options_default();
    logreg_hypotheses *h = NULL;
    o.study = f.study;
    o.profile = true;
    CU_ASSERT_EQUAL_FATAL(logreg_hypotheses_new(&h, f.model, text, 2, &o, NULL), LOGREG_OK);
    for (size_t i = 0; i < 2; i++) {
        const logreg_hypothesis *of = &h->hypothesis[i];
        CU_ASSERT_TRUE(near_rel(pow(of->equation[0].of.z, 2), of->lr.statistic, 1e-7));
    }
    logreg_hypotheses_free(h);
    clear(&f);
}

static bool profile_all(void *context)
{
    const firth_fit *f = context;
    logreg_profile profile[8];
    logreg_status status = logreg_study_profile(profile, f->study, 0.95, NULL);
    return status == LOGREG_OK || status == LOGREG_ENOMEM;
}

static void memory(void)
{
    static const double x[] = {1, 2, 3, 4}, y[] = {0, 1, 0, 1};
    firth_fit f;
    logreg_options o = logreg_options_default();
    o.penalty = "firth";
    CU_ASSERT_EQUAL_FATAL(logreg_frame_new(&f.frame, NULL), LOGREG_OK);
    logreg_frame_add_numeric(f.frame, "x", x, 4, 1, NULL);
    logreg_frame_add_numeric(f.frame, "y", y, 4, 1, NULL);
    f.model = fit_frame(f.frame, "y ~ x - 1", &o);
    CU_ASSERT_EQUAL_FATAL(logreg_study_new(&f.study, f.model, f.frame, 1, NULL), LOGREG_OK);
    CU_ASSERT_TRUE(oom_each(profile_all, &f));
    clear(&f);
}

const test_case tests[] = {
    {"ends where the profile has several maxima, by brute force", ends},
    {"values that are held", values},
    {"memory that runs out", memory},
    {NULL, NULL},
};
