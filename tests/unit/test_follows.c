/* Columns that go with another one as what is made of it does. */
#include "harness.h"
#include "oom.h"
#include "warned.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <logreg/data.h>
#include <logreg/doctor.h>
#include <logreg/model.h>
#include <logreg/report.h>

#include "data/follows.h"
#include "data/frame.h"

enum { ROWS = 120 };

/* A column by the number of the row and the score, which runs from 0 to 60. */
typedef double rule(size_t i, double score);

static double score_of(size_t i)
{
    return (double)(i * 37 % 61);
}

static double same(size_t i, double score)
{
    return i % 9 == 3 ? NAN : score;
}
static double percent(size_t i, double score)
{
    (void)i;
    return 100 * score / 60;
}
static double left(size_t i, double score)
{
    (void)i;
    return 60 - score;
}
static double band(size_t i, double score)
{
    (void)i;
    return floor(score / 20);
}
static double finer(size_t i, double score)
{
    return score + (double)(i % 10) / 20;
}
static double corrected(size_t i, double score)
{
    return i % 13 == 5 ? score + 1 : score;
}
static double noisy(size_t i, double score)
{
    return score + (double)(i % 7);
}
static double few_others(size_t i, double score)
{
    (void)i;
    return score > 58;
}
static double other(size_t i, double score)
{
    (void)score;
    return (double)(i * 53 % 17);
}
static double tied(size_t i, double score) /* goes up with it, but where the score is tied as it likes */
{
    return score + (double)(i / 61) * 0.5;
}

static const struct {
    rule *rule;
    logreg__following_kind how;
} numbers[] = {
    {same, LOGREG__FOLLOWS_SAME},        {percent, LOGREG__FOLLOWS_UP}, {left, LOGREG__FOLLOWS_DOWN},
    {band, LOGREG__FOLLOWS_UP},          {finer, LOGREG__FOLLOWS_UP},   {tied, LOGREG__FOLLOWS_UP},
    {corrected, LOGREG__FOLLOWS_NEARLY}, {noisy, LOGREG__FOLLOWS_NOT},  {few_others, LOGREG__FOLLOWS_NOT},
    {other, LOGREG__FOLLOWS_NOT},
};

static void judges_numbers(void)
{
    for (size_t k = 0; k < sizeof numbers / sizeof *numbers; k++) {
        double score[ROWS], x[ROWS];
        logreg_frame *f = NULL;
        logreg__following found;
        for (size_t i = 0; i < ROWS; i++) {
            score[i] = score_of(i);
            x[i] = numbers[k].rule(i, score[i]);
        }
        CU_ASSERT_EQUAL_FATAL(logreg_frame_new(&f, NULL), LOGREG_OK);
        CU_ASSERT_EQUAL_FATAL(logreg_frame_add_numeric(f, "score", score, ROWS, 1, NULL), LOGREG_OK);
        CU_ASSERT_EQUAL_FATAL(logreg_frame_add_numeric(f, "x", x, ROWS, 1, NULL), LOGREG_OK);
        CU_ASSERT_TRUE(logreg__follows(&found, &f->column[1], &f->column[0], ROWS));
        if (found.how != numbers[k].how)
            printf("# row %zu: %d, %zu of %zu\n", k, (int)found.how, found.same, found.rows);
        CU_ASSERT_EQUAL(found.how, numbers[k].how);
        CU_ASSERT_TRUE(logreg__follows(&found, &f->column[1], &f->column[0], 15));
        CU_ASSERT_EQUAL(found.how, LOGREG__FOLLOWS_NOT); /* of few rows nothing is said */
        logreg_frame_free(f);
    }
}

/* What is rarely other than 0 agrees with much by chance. */
static void keeps_rare_numbers(void)
{
    double claims[ROWS], accidents[ROWS], late[ROWS];
    logreg_frame *f = NULL;
    logreg__following found;
    for (size_t i = 0; i < ROWS; i++) {
        claims[i] = i % 20 == 3 ? 1 : i % 31 == 7 ? 2 : 0;
        accidents[i] = i % 20 == 3 ? 1 : i % 29 == 8 ? 1 : 0;
        late[i] = i % 4 == 0 && claims[i] == 0 ? 1 : 0;
    }
    CU_ASSERT_EQUAL_FATAL(logreg_frame_new(&f, NULL), LOGREG_OK);
    CU_ASSERT_EQUAL_FATAL(logreg_frame_add_numeric(f, "claims", claims, ROWS, 1, NULL), LOGREG_OK);
    CU_ASSERT_EQUAL_FATAL(logreg_frame_add_numeric(f, "accidents", accidents, ROWS, 1, NULL), LOGREG_OK);
    CU_ASSERT_EQUAL_FATAL(logreg_frame_add_numeric(f, "late", late, ROWS, 1, NULL), LOGREG_OK);
    for (size_t j = 1; j < 3; j++) {
        CU_ASSERT_TRUE(logreg__follows(&found, &f->column[j], &f->column[0], ROWS));
        CU_ASSERT_EQUAL(found.how, LOGREG__FOLLOWS_NOT);
    }
    logreg_frame_free(f);
}

/* ---- What is said ---- */

static logreg_frame *table(void)
{
    static const char *const letters[] = {"C", "A", "D", "B"}, *const kinds[] = {"oak", "elm", "ash"};
    double score[ROWS], pct[ROWS], again[ROWS], x[ROWS];
    const char *grade[ROWS], *kind[ROWS], *leaf[ROWS];
    size_t at;
    logreg_frame *f = NULL;
    for (size_t i = 0; i < ROWS; i++) {
        score[i] = score_of(i);
        pct[i] = -percent(i, score[i]);
        again[i] = corrected(i, score[i]);
        grade[i] = letters[(int)score[i] / 16];
        kind[i] = kinds[i * 7 % 3];
        leaf[i] = i * 7 % 3 ? "broad" : "lobed";
        x[i] = other(i, 0);
    }
    CU_ASSERT_EQUAL_FATAL(logreg_frame_new(&f, NULL), LOGREG_OK);
    CU_ASSERT_EQUAL_FATAL(logreg_frame_add_numeric(f, "score", score, ROWS, 1, NULL), LOGREG_OK);
    CU_ASSERT_EQUAL_FATAL(logreg_frame_add_numeric(f, "pct", pct, ROWS, 1, NULL), LOGREG_OK);
    CU_ASSERT_EQUAL_FATAL(logreg_frame_add_numeric(f, "again", again, ROWS, 1, NULL), LOGREG_OK);
    CU_ASSERT_EQUAL_FATAL(logreg_frame_add_category(f, "grade", grade, ROWS, NULL), LOGREG_OK);
    CU_ASSERT_EQUAL_FATAL(logreg_frame_add_category(f, "kind", kind, ROWS, NULL), LOGREG_OK);
    CU_ASSERT_EQUAL_FATAL(logreg_frame_add_category(f, "leaf", leaf, ROWS, NULL), LOGREG_OK);
    CU_ASSERT_EQUAL_FATAL(logreg_frame_add_numeric(f, "x", x, ROWS, 1, NULL), LOGREG_OK);
    CU_ASSERT_EQUAL_FATAL(logreg_frame_add_condition(f, &at, "score > 30", NULL), LOGREG_OK);
    CU_ASSERT_EQUAL_FATAL(logreg_frame_add_condition(f, &at, "kind == \"oak\"", NULL), LOGREG_OK);
    return f;
}

static const struct {
    const char *formula, *want; /* NULL: nothing is said */
} told[] = {
    {"score > 30 ~ pct + x",
     "Made of the target. pct falls as score, which the target asks about, rises. If it was made of "
     "that, or filled in with it, it says the outcome again: --exclude pct leaves it out."},
    {"score > 30 ~ again + grade + x", "again holds the same as score, which the target asks about, in 111 "
                                       "of 120 rows; grade parts score, which the "
                                       "target asks about, into ranges. If they were made of that, or filled "
                                       "in with it, they say the outcome again: "
                                       "--exclude again,grade leaves them out."},
    {"kind == \"oak\" ~ leaf + x", "leaf has one value for each level of kind, which the target asks about."},
    {"score > 30 ~ kind + x", NULL},
    {"kind == \"oak\" ~ grade + score", NULL},
};

static void tells_what_is_made_of_the_target(void)
{
    logreg_frame *f = table();
    for (size_t i = 0; i < sizeof told / sizeof *told; i++) {
        logreg_options o = logreg_options_default();
        logreg_model *m = NULL;
        logreg_checkup *c = NULL;
        bool found = false;
        o.listed = true;
        CU_ASSERT_EQUAL_FATAL(logreg_fit_formula(&m, f, told[i].formula, &o, NULL), LOGREG_OK);
        char *text = warnings_kept(m);
        bool good = told[i].want ? strstr(text, told[i].want) && !strstr(text, "leakage")
                                 : !strstr(text, "Made of the target");
        if (!good)
            printf("# %s: %s\n", told[i].formula, text);
        CU_ASSERT_TRUE(good);
        CU_ASSERT_EQUAL_FATAL(logreg_checkup_new(&c, f, told[i].formula, &o, NULL), LOGREG_OK);
        for (size_t k = 0; k < logreg_checkup_findings(c); k++)
            found = found || strstr(logreg_checkup_finding(c, k).message, "which the target asks about");
        CU_ASSERT_EQUAL(found, told[i].want != NULL);
        logreg_checkup_free(c);
        free(text);
        logreg_model_free(m);
    }
    logreg_frame_free(f);
}

static bool fit_and_tell(void *frame)
{
    logreg_model *m = NULL;
    logreg_checkup *c = NULL;
    logreg_error err;
    char *text = NULL;
    logreg_status status = logreg_fit_formula(&m, frame, "score > 30 ~ grade + x", NULL, &err);
    bool ok = status == LOGREG_ENOMEM;
    if (status == LOGREG_OK) {
        text = warnings_or_none(m); /* or none, for lack of memory */
        ok = !text || strstr(text, "grade parts score");
    }
    status = logreg_checkup_new(&c, frame, "score > 30 ~ pct + x", NULL, &err);
    ok = ok && (status == LOGREG_OK || status == LOGREG_ENOMEM);
    free(text);
    logreg_checkup_free(c);
    logreg_model_free(m);
    return ok;
}

static void survives_any_failing_allocation(void)
{
    logreg_frame *f = table();
    CU_ASSERT_TRUE(oom_each(fit_and_tell, f));
    logreg_frame_free(f);
}

const test_case tests[] = {
    {"judges numbers", judges_numbers},
    {"keeps rare numbers", keeps_rare_numbers},
    {"tells what is made of the target", tells_what_is_made_of_the_target},
    {"survives any failing allocation", survives_any_failing_allocation},
    {NULL, NULL},
};
