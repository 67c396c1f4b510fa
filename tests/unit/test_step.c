/* Stepwise choice of terms: R's, each way, and where rows, marginality and options matter. */
#include "harness.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <logreg.h>

#include "frames.h"
#include "oom.h"

/* ---- R's ---- */

typedef struct {
    logreg_frame *frame;
    logreg_model *model;
    logreg_steps *steps;
} set;

static void set_clear(set *s)
{
    logreg_steps_free(s->steps);
    logreg_model_free(s->model);
    logreg_frame_free(s->frame);
    *s = (set){0};
}

static bool agrees(const set *s, size_t i, const char *line)
{
    double criterion;
    char sign = 0, term[80] = "";
    int read = sscanf(line, "step %lf %c %79s", &criterion, &sign, term);
    if (read < 1 || i >= s->steps->n)
        return false;
    const logreg_step_row *row = &s->steps->step[i];
    return near_abs(row->criterion, criterion, 1e-6) && same_text(row->term, read == 3 ? term : NULL) &&
           (read < 3 || row->added == (sign == '+'));
}

static void reference(void)
{
    FILE *file = fopen(source_path("tests/reference/step.txt"), "r");
    CU_ASSERT_PTR_NOT_NULL_FATAL(file);
    char line[400], name[80] = "", path[200] = "", formula[300] = "", criterion[20] = "", direction[20] = "",
                    trials[20] = "";
    set s = {0};
    size_t next = 0;
    int cases = 0;
    for (bool more = true; more;) {
        more = fgets(line, sizeof line, file) != NULL;
        line[strcspn(line, "\n")] = 0;
        if (!more || !*line) {
            CU_ASSERT_TRUE(!s.steps || next == s.steps->n);
            CU_ASSERT_TRUE(!s.model || same_text(logreg_model_selection(s.model), criterion));
            set_clear(&s);
            *trials = 0;
            next = 0;
        } else if (sscanf(line, "case %79[^\n]", name) == 1) {
            cases++;
        } else if (strncmp(line, "step ", 5) == 0) {
            if (!s.steps) {
                logreg_options o = logreg_options_default();
                logreg_step_options how = {criterion, direction};
                logreg_error err = {.message = ""};
                o.trials = *trials ? trials : NULL;
                s.frame = frame_of_file(path);
                if (logreg_step(&s.model, &s.steps, s.frame, formula, &o, &how, &err) != LOGREG_OK)
                    printf("# %s\n", err.message);
                CU_ASSERT_PTR_NOT_NULL_FATAL(s.steps);
            }
            bool ok = agrees(&s, next++, line);
            if (!ok)
                printf("# case %s by %s: %s\n", name, criterion, line);
            CU_ASSERT_TRUE(ok);
        } else if (*line != '#') {
            bool known =
                sscanf(line, "file %199s", path) == 1 || sscanf(line, "formula %299[^\n]", formula) == 1 ||
                sscanf(line, "criterion %19s", criterion) == 1 ||
                sscanf(line, "direction %19s", direction) == 1 || sscanf(line, "trials %19s", trials) == 1;
            CU_ASSERT_TRUE(known);
        }
    }
    fclose(file);
    CU_ASSERT_EQUAL(cases, 24);
}

/* ---- Rows ---- */

/* z is noise that misses rows: the models without it must not gain them, and the last is that of `y ~ x - z`. */
static void same_rows(void)
{
    double x[40], z[40], y[40];
    for (int i = 0; i < 40; i++) {
        x[i] = i % 8;
        z[i] = i % 5 == 2 ? (double)NAN : i * 7 % 11;
        y[i] = (i * 5 % 13 + i % 8) % 10 > 5;
    }
    logreg_frame *frame = NULL;
    CU_ASSERT_EQUAL_FATAL(logreg_frame_new(&frame, NULL), LOGREG_OK);
    logreg_frame_add_numeric(frame, "x", x, 40, 1, NULL);
    logreg_frame_add_numeric(frame, "z", z, 40, 1, NULL);
    logreg_frame_add_numeric(frame, "y", y, 40, 1, NULL);
    logreg_model *m = NULL, *whole = fit_frame(frame, "y ~ x + z", NULL);
    logreg_steps *steps = NULL;
    logreg_step_options how = {"bic", "backward"};
    CU_ASSERT_EQUAL_FATAL(logreg_step(&m, &steps, frame, "y ~ x + z", NULL, &how, NULL), LOGREG_OK);
    CU_ASSERT_EQUAL(logreg_model_rows_used(m), 32);
    CU_ASSERT_TRUE(same_text(logreg_model_fingerprint(m), logreg_model_fingerprint(whole)));
    CU_ASSERT_TRUE(near_rel(steps->step[0].criterion, logreg_model_bic(whole), 1e-12));
    CU_ASSERT_TRUE(near_rel(steps->step[steps->n - 1].criterion, logreg_model_bic(m), 1e-12));
    CU_ASSERT_TRUE(steps->n > 1);
    CU_ASSERT_PTR_NOT_NULL(strstr(logreg_model_formula(m), "- z"));
    logreg_steps_free(steps);
    logreg_model_free(m);
    logreg_model_free(whole);
    logreg_frame_free(frame);
}

/* Names in backticks, functions, an offset, no intercept, three classes, strata: each ends in a model that a fit of its formula gives. */
static void forms(void)
{
    static const struct {
        const char *data, *formula;
    } form[] = {
        {"mtcars", "am ~ poly(mpg, 2) + I(hp/100) + offset(log(qsec)) + C(gear)"},
        {"mtcars", "am ~ drat + qsec - 1"},
        {"iris", "species ~ sepal_width + sepal_length"},
        {"titanic", "survived ~ sex * class - 1"},
    };
    for (size_t i = 0; i < sizeof form / sizeof *form; i++) {
        logreg_frame *frame = frame_shipped(form[i].data);
        logreg_model *m = NULL;
        logreg_steps *steps = NULL;
        logreg_step_options how = {"aic", "both"};
        logreg_error err = {.message = ""};
        if (logreg_step(&m, &steps, frame, form[i].formula, NULL, &how, &err) != LOGREG_OK)
            printf("# %s\n", err.message);
        CU_ASSERT_PTR_NOT_NULL_FATAL(m);
        logreg_model *again = fit_frame(frame, logreg_model_formula(m), NULL);
        CU_ASSERT_TRUE(near_rel(logreg_model_aic(again), steps->step[steps->n - 1].criterion, 1e-12));
        CU_ASSERT_PTR_NULL(logreg_model_selection(again));
        logreg_steps_free(steps);
        logreg_model_free(m);
        logreg_model_free(again);
        logreg_frame_free(frame);
    }
    logreg_frame *frame = frame_of_file("tests/reference/data/sets.csv");
    logreg_options o = logreg_options_default();
    o.strata = "set";
    logreg_model *m = NULL;
    logreg_steps *steps = NULL;
    CU_ASSERT_EQUAL_FATAL(logreg_step(&m, &steps, frame, "y ~ x1 + x2 + o", &o, NULL, NULL), LOGREG_OK);
    CU_ASSERT_TRUE(logreg_model_strata(m).informative > 0);
    logreg_steps_free(steps);
    logreg_model_free(m);
    logreg_frame_free(frame);
}

/* ---- Doors ---- */

static void refusals(void)
{
    static const struct {
        logreg_step_options how;
        const char *formula, *penalty, *message;
    } bad[] = {
        {{"cp", "both"}, "am ~ mpg", "none", "there is no criterion 'cp' to step by; there are aic, bic"},
        {{"aic", "up"},
         "am ~ mpg",
         "none",
         "there is no direction 'up' to step by; there are backward, forward, both"},
        {{"aic", "forward"},
         "am ~ mpg - 1",
         "none",
         "forward steps begin with the intercept alone, and there is none; step backward, or both ways"},
        {{"aic", "both"},
         "am ~ mpg",
         "firth",
         "information criteria speak of the maximum of the likelihood, which penalty 'firth' is not about; "
         "step without it"},
    };
    logreg_frame *frame = frame_shipped("mtcars");
    logreg_model *m = NULL;
    logreg_steps *steps = NULL;
    logreg_error err;
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        logreg_options o = logreg_options_default();
        o.penalty = bad[i].penalty;
        CU_ASSERT_EQUAL(logreg_step(&m, &steps, frame, bad[i].formula, &o, &bad[i].how, &err), LOGREG_EINVAL);
        CU_ASSERT_TRUE(same_text(err.message, bad[i].message));
    }
    CU_ASSERT_EQUAL(logreg_step(&m, &steps, frame, "am ~ mpgg", NULL, NULL, &err), LOGREG_EFORMULA);
    CU_ASSERT_PTR_NULL(m);
    CU_ASSERT_PTR_NULL(steps);
    logreg_frame_free(frame);
}

static bool again(void *context)
{
    logreg_model *m = NULL;
    logreg_steps *steps = NULL;
    logreg_error err;
    logreg_step_options how = {"aic", "both"};
    logreg_options o = logreg_options_default();
    o.threads = 1;
    logreg_status status = logreg_step(&m, &steps, context, "y ~ x1 + x2", &o, &how, &err);
    bool ok = status == LOGREG_OK || (status == LOGREG_ENOMEM && !m && !steps);
    logreg_steps_free(steps);
    logreg_model_free(m);
    return ok;
}

static void memory(void)
{
    static const double x1[] = {1, 2, 3, 4, 5, 6}, x2[] = {3, 1, 2, 3, 1, 2}, y[] = {0, 1, 0, 1, 0, 1};
    logreg_frame *frame = frame_of_two(x1, x2, 1, y, 6);
    CU_ASSERT_TRUE(oom_each(again, frame));
    logreg_frame_free(frame);
}

const test_case tests[] = {
    {"R's steps", reference},         {"the same rows for all", same_rows},
    {"forms of formulas", forms},     {"what cannot be is refused", refusals},
    {"memory that runs out", memory}, {NULL, NULL},
};
