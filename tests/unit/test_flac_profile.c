/* Profile intervals of FLAC, against R's glm on rows and pseudo-rows: reference/flac.R. */
#include "harness.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <logreg.h>

#include "frames.h"
#include "oom.h"
#include "studied.h"

/* Of what roots of glm's deviance are good for. */
#define TOL 1e-8

static studied flac_of(logreg_frame *frame, const char *formula, const char *weights)
{
    logreg_options o = logreg_options_default();
    o.penalty = "flac";
    o.weights = weights;
    return study_frame(frame, formula, &o, 0);
}

static void reference(void)
{
    FILE *file = fopen(source_path("tests/reference/flac.txt"), "r");
    char line[300], name[60], column[60], before[60] = "", path[120];
    double x[5];
    size_t found = 0, j = 0;
    studied s = {.frame = NULL};
    logreg_profile profile[8];
    CU_ASSERT_PTR_NOT_NULL_FATAL(file);
    while (fgets(line, sizeof line, file)) {
        if (sscanf(line, "profile %59s %59s %lf %lf %lf %lf %lf", name, column, x, x + 1, x + 2, x + 3,
                   x + 4) != 7)
            continue;
        if (strcmp(name, before) != 0) {
            studied_free(&s);
            snprintf(path, sizeof path, "tests/reference/data/%s", name);
            s = flac_of(frame_of_file(path), strcmp(name, "endometrial.csv") == 0 ? "HG ~ ." : "y ~ .", NULL);
            CU_ASSERT_EQUAL_FATAL(logreg_study_profile(profile, s.study, 0.95, NULL), LOGREG_OK);
            strcpy(before, name);
            j = 0;
        }
        const logreg_profile *p = &profile[j];
        CU_ASSERT_STRING_EQUAL(logreg_model_coefficient_name(s.model, j), column);
        CU_ASSERT_TRUE(near_rel(p->estimate, x[0], TOL));
        CU_ASSERT_TRUE(near_rel(p->low, x[1], TOL));
        CU_ASSERT_TRUE(near_rel(p->high, x[2], TOL));
        CU_ASSERT_TRUE(near_rel(p->statistic, x[3], TOL));
        CU_ASSERT_TRUE(near_rel(p->p, x[4], TOL));
        CU_ASSERT_EQUAL(p->low_end, LOGREG_END_FOUND);
        found++;
        j++;
    }
    fclose(file);
    studied_free(&s);
    CU_ASSERT_EQUAL(found, 10);
}

/* A row of frequency 2 is two rows; of weight 0 none. A column that is another's double is left out, and what is left keeps its profile. */
static void rows(void)
{
    static const double x[] = {1, 2, 3, 4, 5, 6, 9}, y[] = {0, 1, 0, 1, 0, 1, 0}, w[] = {2, 1, 1, 2, 1, 1, 0};
    static const double x_out[] = {1, 1, 2, 3, 4, 4, 5, 6}, y_out[] = {0, 0, 1, 0, 1, 1, 0, 1};
    logreg_frame *few = NULL, *out = NULL;
    CU_ASSERT_EQUAL_FATAL(logreg_frame_new(&few, NULL), LOGREG_OK);
    CU_ASSERT_EQUAL_FATAL(logreg_frame_new(&out, NULL), LOGREG_OK);
    logreg_frame_add_numeric(few, "x", x, 7, 1, NULL);
    logreg_frame_add_numeric(few, "y", y, 7, 1, NULL);
    logreg_frame_add_numeric(few, "w", w, 7, 1, NULL);
    logreg_frame_add_numeric(out, "x", x_out, 8, 1, NULL);
    logreg_frame_add_numeric(out, "y", y_out, 8, 1, NULL);
    studied a = flac_of(few, "y ~ x + I(2 * x)", "w"), b = flac_of(out, "y ~ x", NULL);
    logreg_profile of_a[3], of_b[2];
    CU_ASSERT_EQUAL_FATAL(logreg_study_profile(of_a, a.study, 0.9, NULL), LOGREG_OK);
    CU_ASSERT_EQUAL_FATAL(logreg_study_profile(of_b, b.study, 0.9, NULL), LOGREG_OK);
    for (size_t j = 0; j < 2; j++) {
        CU_ASSERT_TRUE(near_rel(of_a[j].low, of_b[j].low, 1e-9));
        CU_ASSERT_TRUE(near_rel(of_a[j].high, of_b[j].high, 1e-9));
        CU_ASSERT_TRUE(near_rel(of_a[j].statistic, of_b[j].statistic, 1e-9));
    }
    CU_ASSERT_TRUE(isnan(of_a[2].low));
    studied_free(&a);
    studied_free(&b);
}

/* An equation has the profile of what it says. */
static void equations(void)
{
    static const char *const text[] = {"x1 - x2 = 1"};
    studied s = flac_of(frame_toy_b(), "y ~ x1 + x2", NULL);
    logreg_hypotheses_options o = logreg_hypotheses_options_default();
    logreg_hypotheses *h = NULL;
    double row[] = {0, 1, -1};
    gsl_matrix_view C = gsl_matrix_view_array(row, 1, 3);
    logreg_profile profile;
    o.study = s.study;
    o.profile = true;
    CU_ASSERT_EQUAL_FATAL(logreg_hypotheses_new(&h, s.model, text, 1, &o, NULL), LOGREG_OK);
    CU_ASSERT_EQUAL_FATAL(logreg_study_profile_of(&profile, s.study, &C.matrix, 0.95, NULL), LOGREG_OK);
    const logreg_coefficient *of = &h->hypothesis->equation[0].of;
    CU_ASSERT_TRUE(near_rel(of->low, profile.low, 1e-12));
    CU_ASSERT_TRUE(near_rel(of->high, profile.high, 1e-12));
    CU_ASSERT_TRUE(profile.statistic > pow(of->z, 2) || of->p > profile.p); /* 1 is nearer to it than 0 */
    logreg_hypotheses_free(h);
    studied_free(&s);
}

typedef struct {
    logreg_study *study;
    logreg_profile profile[2];
} profiled;

static bool again(void *context)
{
    profiled *p = context;
    logreg_status status = logreg_study_profile(p->profile, p->study, 0.95, NULL);
    return status == LOGREG_OK || status == LOGREG_ENOMEM;
}

static void memory(void)
{
    static const double x[] = {1, 2, 3, 4, 5, 6}, y[] = {0, 1, 0, 1, 0, 1};
    logreg_frame *frame = NULL;
    CU_ASSERT_EQUAL_FATAL(logreg_frame_new(&frame, NULL), LOGREG_OK);
    logreg_frame_add_numeric(frame, "x", x, 6, 1, NULL);
    logreg_frame_add_numeric(frame, "y", y, 6, 1, NULL);
    studied s = flac_of(frame, "y ~ x", NULL);
    profiled p = {.study = s.study};
    CU_ASSERT_TRUE(oom_each(again, &p));
    studied_free(&s);
}

/* Terms have no test; rows with other columns have not the estimate that they are to be about. */
static void refused(void)
{
    static const double x[] = {1, 2, 3, 4, 5, 6}, other[] = {3, 1, 4, 1, 5, 9}, y[] = {0, 1, 0, 1, 0, 1};
    logreg_frame *frame = NULL, *changed = NULL;
    logreg_error err = {.message = ""};
    logreg_term_test test[1];
    logreg_profile profile[2];
    logreg_study *study = NULL;
    CU_ASSERT_EQUAL_FATAL(logreg_frame_new(&frame, NULL), LOGREG_OK);
    CU_ASSERT_EQUAL_FATAL(logreg_frame_new(&changed, NULL), LOGREG_OK);
    logreg_frame_add_numeric(frame, "x", x, 6, 1, NULL);
    logreg_frame_add_numeric(frame, "y", y, 6, 1, NULL);
    logreg_frame_add_numeric(changed, "x", other, 6, 1, NULL);
    logreg_frame_add_numeric(changed, "y", y, 6, 1, NULL);
    studied s = flac_of(frame, "y ~ x", NULL);
    CU_ASSERT_EQUAL(logreg_study_terms(test, s.study, &err), LOGREG_EDATA);
    CU_ASSERT_PTR_NOT_NULL(strstr(err.message, "tests of terms"));
    CU_ASSERT_EQUAL_FATAL(logreg_study_new(&study, s.model, changed, 1, &err), LOGREG_OK);
    CU_ASSERT_EQUAL(logreg_study_profile(profile, study, 0.95, &err), LOGREG_EDATA);
    CU_ASSERT_PTR_NOT_NULL(strstr(err.message, "not found again on these rows"));
    logreg_study_free(study);
    logreg_frame_free(changed);
    studied_free(&s);
}

const test_case tests[] = {
    {"against glm", reference},   {"frequencies and aliased columns", rows},
    {"equations", equations},     {"memory that runs out", memory},
    {"what is refused", refused}, {NULL, NULL},
};
