/* Outcomes that are conditions: the column that a frame gets, what formulas and models make of it, and one class against the others. */
#include "harness.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <logreg/inference.h>
#include <logreg/model.h>

#include "frames.h"
#include "oom.h"

enum { ROWS = 40 };

/* hours 0 .. 39, missing where divisible by 13; k cycles through a, b, c; g through 1, 2, 3; x wobbles. */
static logreg_frame *make_frame(void)
{
    static double hours[ROWS], g[ROWS], x[ROWS];
    static const char *k[ROWS], *const level[] = {"a", "b", "c"};
    for (int i = 0; i < ROWS; i++) {
        hours[i] = i % 13 ? i : (double)NAN;
        k[i] = level[i * i % 7 % 3];
        g[i] = i * i % 7 % 3 + 1;
        x[i] = i * 7 % 11;
    }
    logreg_frame *f = NULL;
    if (logreg_frame_new(&f, NULL) != LOGREG_OK ||
        logreg_frame_add_numeric(f, "hours", hours, ROWS, 1, NULL) != LOGREG_OK ||
        logreg_frame_add_category(f, "k", k, ROWS, NULL) != LOGREG_OK ||
        logreg_frame_add_numeric(f, "g", g, ROWS, 1, NULL) != LOGREG_OK ||
        logreg_frame_add_numeric(f, "the x", x, ROWS, 1, NULL) != LOGREG_OK) {
        logreg_frame_free(f);
        return NULL;
    }
    return f;
}

static void says_where_it_is_met(void)
{
    logreg_frame *f = make_frame();
    size_t j, again;
    CU_ASSERT_EQUAL_FATAL(logreg_frame_add_condition(f, &j, "I(hours>24)", NULL), LOGREG_OK);
    CU_ASSERT_EQUAL_FATAL(j, 4);
    CU_ASSERT_TRUE(same_text(logreg_frame_name(f, j), "hours > 24"));
    CU_ASSERT_EQUAL(logreg_frame_missing(f, j), 4);
    for (size_t i = 0; i < ROWS; i++) {
        const char *label = logreg_frame_label(f, i, j);
        CU_ASSERT_TRUE(i % 13 ? same_text(label, i > 24 ? "TRUE" : "FALSE") : label == NULL);
    }
    CU_ASSERT_TRUE(logreg_frame_is_condition(f, j) && !logreg_frame_is_condition(f, 0));
    CU_ASSERT_TRUE(logreg_frame_condition_uses(f, j, 0) && !logreg_frame_condition_uses(f, j, 1));
    CU_ASSERT_FALSE(logreg_frame_condition_uses(f, 0, 0));
    CU_ASSERT_EQUAL(logreg_frame_add_condition(f, &again, "hours > 24 ~ g", NULL), LOGREG_OK);
    CU_ASSERT_EQUAL(again, j);
    CU_ASSERT_EQUAL(logreg_frame_columns(f), 5);
    /* what is missing & FALSE is FALSE, as in R */
    CU_ASSERT_EQUAL(logreg_frame_add_condition(f, &j, "hours > 24 & g < 2", NULL), LOGREG_OK);
    CU_ASSERT_EQUAL(logreg_frame_missing(f, j), 1);
    logreg_frame_free(f);
}

static void leaves_names_alone(void)
{
    logreg_frame *f = make_frame();
    size_t j;
    CU_ASSERT_EQUAL(logreg_frame_add_condition(f, &j, "the x", NULL), LOGREG_OK);
    CU_ASSERT_EQUAL(j, 3);
    CU_ASSERT_EQUAL(logreg_frame_add_condition(f, &j, "`the x` ~ k", NULL), LOGREG_OK);
    CU_ASSERT_EQUAL(j, 3);
    static const char *const neither[] = {"nowhere", "nowhere ~ k", "log(g)", "1st", "", "~ k > 2", "a$b"};
    for (size_t i = 0; i < sizeof neither / sizeof *neither; i++) {
        CU_ASSERT_EQUAL(logreg_frame_add_condition(f, &j, neither[i], NULL), LOGREG_OK);
        CU_ASSERT_EQUAL(j, SIZE_MAX);
    }
    CU_ASSERT_EQUAL(logreg_frame_columns(f), 4);
    logreg_frame_free(f);
}

/* Names that need backticks, where nothing else can be meant. */
static void reads_names_without_backticks(void)
{
    static const char *const table[][2] = {
        {"the x > 3", "`the x` > 3"},
        {"is.na( the x ) | the x<=2", "is.na(`the x`) | `the x` <= 2"},
        {"Price ($) > 1 & k == \"the x\"", "`Price ($)` > 1 & k == \"the x\""},
        {"Price ($) in % > 1", "`Price ($) in %` > 1"},
        {"it's > 1 | g>1", "`it's` > 1 | g > 1"},
        {"g - hours > 1", "g - hours > 1"}, /* as it reads */
    };
    static const char *const not_so[] = {"the > 3", "the x y > 3", "x > 3", "Price > 3", "the x = 3"};
    static const char *const names[] = {"Price ($)", "Price ($) in %", "it's", "g - hours"};
    const double one = 1;
    logreg_frame *f = make_frame();
    size_t j;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        logreg_frame_add_numeric(f, names[i], &one, ROWS, 0, NULL);
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        CU_ASSERT_EQUAL(logreg_frame_add_condition(f, &j, table[i][0], NULL), LOGREG_OK);
        CU_ASSERT_TRUE(j != SIZE_MAX && same_text(logreg_frame_name(f, j), table[i][1]));
    }
    for (size_t i = 0; i < sizeof not_so / sizeof *not_so; i++) {
        logreg_status status = logreg_frame_add_condition(f, &j, not_so[i], NULL);
        CU_ASSERT_TRUE(status == LOGREG_EFORMULA || (status == LOGREG_OK && j == SIZE_MAX));
    }
    CU_ASSERT_EQUAL(logreg_frame_filter(f, "Price ($) == 1 & the x > 3", NULL), LOGREG_OK);
    CU_ASSERT_EQUAL(logreg_frame_filter(f, "the x > 3 & Price ($", NULL), LOGREG_EFORMULA);
    logreg_frame_free(f);
}

static void says_what_is_wrong(void)
{
    static const struct {
        const char *text, *want;
        logreg_status status;
    } table[] = {
        {"hour > 24", "condition, character 1: no column is called 'hour'; did you mean 'hours'?",
         LOGREG_EFORMULA},
        {"hours > 24 hours",
         "condition, character 12: 'hours' cannot follow here; an operator or the end should",
         LOGREG_EFORMULA},
        {"(hours > 24) + 1 ~ k",
         "formula, character 1: this gives numbers; an outcome is a column, or a condition such as a > 1",
         LOGREG_EFORMULA},
        {"1 > 2", "condition, character 1: this names no column, and so is the same in every row",
         LOGREG_EFORMULA},
        {"\"the x\" > 2",
         "condition, character 1: what stands in quotes is a text; the column of this name is written `the "
         "x`",
         LOGREG_EFORMULA},
        {"1 > 'k'",
         "condition, character 5: what stands in quotes is a text; the column of this name is written k",
         LOGREG_EFORMULA},
        {"'no column' > 2", "condition, character 1: this names no column, and so is the same in every row",
         LOGREG_EFORMULA},
        {"k > 2", "column 'k' holds text, and '>' needs numbers", LOGREG_EDATA},
        {"hours == 'a'",
         "column 'hours' holds numbers: compare it with a number, without quotes, not with 'a'",
         LOGREG_EDATA},
    };
    logreg_frame *f = make_frame();
    logreg_error err;
    size_t j;
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        CU_ASSERT_EQUAL(logreg_frame_add_condition(f, &j, table[i].text, &err), table[i].status);
        CU_ASSERT_TRUE(same_text(err.message, table[i].want));
    }
    const double zero = 0;
    CU_ASSERT_EQUAL(logreg_frame_add_numeric(f, "g > 2", &zero, ROWS, 0, NULL), LOGREG_OK);
    CU_ASSERT_EQUAL(logreg_frame_add_condition(f, &j, "g > 2", NULL),
                    LOGREG_OK); /* the column of that name */
    CU_ASSERT_EQUAL(j, 4);
    CU_ASSERT_EQUAL(logreg_frame_add_condition(f, &j, "g > 2 ~ k", &err), LOGREG_EDATA);
    CU_ASSERT_TRUE(same_text(err.message,
                             "a column is called 'g > 2' as this condition is: name the column in "
                             "backticks, `g > 2`, or rename it"));
    logreg_frame_free(f);
}

/* The dot means neither the condition nor what it is about, however the response is written. */
static void is_a_response(void)
{
    static const char *const formula[] = {"hours > 24 ~ .", "`hours > 24` ~ .",
                                          "I(hours>24) ~ k + g + `the x`"};
    logreg_frame *f = make_frame();
    size_t j;
    CU_ASSERT_EQUAL_FATAL(logreg_frame_add_condition(f, &j, "hours > 24", NULL), LOGREG_OK);
    CU_ASSERT_EQUAL_FATAL(logreg_frame_add_condition(f, &j, "g > 1", NULL), LOGREG_OK);
    for (size_t i = 0; i < 3; i++) {
        logreg_model *m = fit_frame(f, formula[i], NULL);
        CU_ASSERT_TRUE(same_text(logreg_model_formula(m), "hours > 24 ~ k + g + `the x`"));
        CU_ASSERT_TRUE(same_text(logreg_model_target(m), "hours > 24") &&
                       logreg_model_target_is_condition(m));
        CU_ASSERT_TRUE(same_text(logreg_model_class(m, 1), "TRUE"));
        CU_ASSERT_EQUAL(logreg_model_rows_used(m), 36);
        logreg_model_free(m);
    }
    logreg_model *m = fit_frame(f, "k ~ .", NULL);
    CU_ASSERT_TRUE(same_text(logreg_model_formula(m), "k ~ hours + g + `the x`"));
    CU_ASSERT_FALSE(logreg_model_target_is_condition(m));
    logreg_model_free(m);
    logreg_error err;
    CU_ASSERT_EQUAL(logreg_fit_formula(&m, f, "hours > 50 ~ k", NULL, &err), LOGREG_EFORMULA);
    CU_ASSERT_EQUAL(logreg_frame_add_condition(f, &j, "hours > 50 ~ k", NULL), LOGREG_OK);
    CU_ASSERT_EQUAL(logreg_fit_formula(&m, f, "hours > 50 ~ k", NULL, &err), LOGREG_EDATA);
    CU_ASSERT_TRUE(same_text(err.message,
                             "the condition 'hours > 50' is FALSE in every row: a fit needs rows where "
                             "it is met and rows where it is not"));
    logreg_options o = logreg_options_default();
    o.trials = "g";
    CU_ASSERT_EQUAL(logreg_fit_formula(&m, f, "hours > 24 ~ k", &o, &err), LOGREG_EDATA);
    CU_ASSERT_TRUE(same_text(err.message,
                             "with trials the target counts events, and 'hours > 24' is a condition, one "
                             "outcome a row: leave out the trials"));
    logreg_frame_free(f);
}

/* A model that was saved predicts without the condition's columns, and measures by them alone where the condition is added. */
static void comes_back_from_a_file(void)
{
    logreg_frame *f = make_frame(), *without = NULL, *without_x = NULL;
    logreg_model *m, *back = NULL;
    logreg_study *study = NULL;
    logreg_error err;
    double x[ROWS];
    size_t j;
    CU_ASSERT_EQUAL_FATAL(logreg_frame_add_condition(f, &j, "hours > 24", NULL), LOGREG_OK);
    m = fit_frame(f, "hours > 24 ~ `the x`", NULL);
    char path[] = "/tmp/logreg-condition-XXXXXX";
    CU_ASSERT_NOT_EQUAL_FATAL(mkstemp(path), -1);
    CU_ASSERT_EQUAL_FATAL(logreg_model_save(m, path, NULL), LOGREG_OK);
    CU_ASSERT_EQUAL_FATAL(logreg_model_load(&back, path, NULL), LOGREG_OK);
    remove(path);
    CU_ASSERT_TRUE(logreg_model_target_is_condition(back));
    for (size_t i = 0; i < ROWS; i++)
        x[i] = logreg_frame_number(f, i, 3);
    logreg_frame_new(&without, NULL);
    logreg_frame_add_numeric(without, "the x", x, ROWS, 1, NULL);
    gsl_matrix *P = gsl_matrix_alloc(ROWS, 2);
    gsl_vector *y = gsl_vector_alloc(ROWS), *w = gsl_vector_alloc(ROWS);
    CU_ASSERT_EQUAL(logreg_predict_proba_frame(back, without, P, NULL), LOGREG_OK);
    CU_ASSERT_EQUAL(logreg_model_outcome_frame(back, without, y, w, &err), LOGREG_EDATA);
    CU_ASSERT_TRUE(same_text(err.message,
                             "the data lack column 'hours', of which the model's target, 'hours > 24', is "
                             "made"));
    CU_ASSERT_EQUAL(logreg_study_new(&study, back, without, 1, &err), LOGREG_EDATA);
    CU_ASSERT_TRUE(strncmp(err.message, "the data lack column 'hours', of", 32) == 0);
    without_x = make_frame();
    CU_ASSERT_EQUAL(logreg_model_outcome_frame(back, without_x, y, w, &err), LOGREG_EDATA);
    CU_ASSERT_TRUE(same_text(err.message, "the data lack 'hours > 24', the model's target, which "
                                          "logreg_frame_add_condition() makes of their columns"));
    CU_ASSERT_EQUAL(logreg_frame_add_condition(without_x, &j, logreg_model_target(back), NULL), LOGREG_OK);
    CU_ASSERT_EQUAL(logreg_model_outcome_frame(back, without_x, y, w, NULL), LOGREG_OK);
    for (size_t i = 0; i < ROWS; i++)
        CU_ASSERT_TRUE(i % 13 ? gsl_vector_get(y, i) == (i > 24) : isnan(gsl_vector_get(y, i)));
    CU_ASSERT_EQUAL(logreg_study_new(&study, back, without_x, 1, NULL), LOGREG_OK);
    logreg_study_free(study);
    gsl_vector_free(w);
    gsl_vector_free(y);
    gsl_matrix_free(P);
    logreg_model_free(back);
    logreg_model_free(m);
    logreg_frame_free(without_x);
    logreg_frame_free(without);
    logreg_frame_free(f);
}

static void sets_a_class_against_the_others(void)
{
    static const struct {
        const char *text, *label, *want; /* NULL: nothing is made of it */
        size_t n_others;
    } table[] = {
        {"k ~ g", "b", "k == \"b\" ~ g", 2},
        {"`g` ~ .", "2", "g == 2 ~ .", 2},
        {"g ~ k", "2.0", "g == 2 ~ k", 2},
        {"hours ~ k", "3", "hours == 3 ~ k", 35},
        {"hours > 3 ~ k", "TRUE", NULL, 0},
        {"nowhere ~ k", "b", NULL, 0},
        {"k", "b", NULL, 0},
    };
    logreg_frame *f = make_frame();
    logreg_error err;
    char *formula = NULL;
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        size_t others = 0;
        formula = NULL;
        CU_ASSERT_EQUAL(logreg_frame_add_event(f, &formula, &others, table[i].text, table[i].label, &err),
                        LOGREG_OK);
        CU_ASSERT_TRUE(table[i].want ? same_text(formula, table[i].want) : formula == NULL);
        CU_ASSERT_EQUAL(others, table[i].n_others);
        free(formula);
    }
    size_t others;
    CU_ASSERT_EQUAL(logreg_frame_add_event(f, &formula, &others, "k ~ g", "d", &err), LOGREG_EDATA);
    CU_ASSERT_TRUE(strncmp(err.message, "the target 'k' has no class 'd'; ", 33) == 0);
    CU_ASSERT_EQUAL(logreg_frame_filter(f, "k != 'c'", NULL), LOGREG_OK); /* two are left */
    formula = NULL;
    CU_ASSERT_EQUAL(logreg_frame_add_event(f, &formula, &others, "k ~ g", "a", &err), LOGREG_OK);
    CU_ASSERT_PTR_NULL(formula);
    logreg_frame_free(f);
}

static void cuts_near_the_middle(void)
{
    static const struct {
        double value[10];
        const char *want;
    } table[] = {
        {{11000, 9000, 15000, 12500, 8000, 11500, 10800, 13000, 9900, 14000}, "x > 11000"},
        {{0.123, 0.125, 0.127, 0.129, 0.131, 0.132, 0.133, 0.134, 0.135, 0.136}, "x > 0.13"},
        {{0, 0, 0, 0, 0, 0, 0, 1, 2, 3}, "x > 0"},
        {{9, 9, 9, 9, 9, 9, 9, 1, 2, 3}, "x > 3"},
        {{-3, -1, -2, -3, -1, -2, -3, -1, -2, NAN}, "x > -2"},
        {{1, 1, 1, 1, 1, 1, 1, 1, 1, NAN}, NULL},
    };
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        logreg_frame *f = NULL;
        logreg_frame_new(&f, NULL);
        logreg_frame_add_numeric(f, "x", table[i].value, 10, 1, NULL);
        char *cut = logreg_frame_cut(f, 0);
        CU_ASSERT_TRUE(table[i].want ? same_text(cut, table[i].want) : cut == NULL);
        free(cut);
        logreg_frame_free(f);
    }
}

/* Cities in several spellings, dates, blanks, read from a file. */
static logreg_frame *read_visits(logreg_error *err)
{
    char text[2000] = "city,due,remark,x\n";
    for (int i = 0; i < 40; i++) {
        size_t used = strlen(text);
        snprintf(text + used, sizeof text - used, "%s,2020-%02d-%02d,%s,%d\n",
                 i % 19 == 7 ? "MADRID"
                 : i % 3     ? "Madrid"
                 : i % 2     ? "Bilbao"
                             : "Sevilla",
                 1 + i % 12, 1 + i % 28, i % 4 ? "" : "late", i * 7 % 11);
    }
    logreg_frame *f = NULL;
    FILE *file = fmemopen(text, strlen(text), "r");
    if (file)
        logreg_frame_read_csv_stream(&f, file, "visits.csv", NULL, err);
    if (file)
        fclose(file);
    return f;
}

static void notes_other_spellings(void)
{
    static const struct {
        const char *condition, *note; /* how it begins; NULL: there is none */
    } table[] = {
        {"city == \"Madrid\"", "'city' holds 'MADRID' (2 rows) beside 'Madrid' (24): if they mean the same, "
                               "write them in one way, perl"},
        {"x > 3 & \"MADRID\" != city", "'city' holds 'Madrid' (24 rows) beside 'MADRID' (2): if they"},
        {"city == \"Madrid\" | city == \"MADRID\"", NULL},
        {"city == \"Bilbao\"", NULL},
        {"x > 3", NULL},
        {"city == \"Bilbo\" | x > 3", "'city' holds no 'Bilbo'; did you mean 'Bilbao'?"},
        {"remark == \"soon\" | city == \"Rome\"",
         "'remark' holds no 'soon'; it has 'late'; 'city' holds no 'Rome'; it has 'Bilbao', "},
        {"remark != \" \"",
         "blank cells of 'remark' are missing, so that rows with them are left out; to ask "
         "whether there is a value write !is.na(remark)"},
        {"remark == \"NA\" | x > 3", "cells of 'remark' that read NA are missing, "},
    };
    logreg_error err;
    char *note = NULL;
    logreg_frame *f = read_visits(&err);
    CU_ASSERT_PTR_NOT_NULL_FATAL(f);
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        note = NULL;
        CU_ASSERT_EQUAL(logreg_frame_condition_note(&note, f, table[i].condition, &err), LOGREG_OK);
        CU_ASSERT_TRUE(table[i].note ? note && strncmp(note, table[i].note, strlen(table[i].note)) == 0
                                     : !note);
        free(note);
    }
    note = NULL;
    CU_ASSERT_EQUAL(logreg_frame_condition_note(&note, f, "town == \"Rome\"", &err), LOGREG_EFORMULA);
    CU_ASSERT_PTR_NULL(note);
    logreg_frame_free(f);
}

/* Dates and times written so that texts sort as they do. */
static void compares_dates(void)
{
    static const struct {
        const char *cell, *condition;
        bool met;
        logreg_status status;
    } table[] = {
        {"2015-08-22", "d >= \"2015-08-22\"", true, LOGREG_OK},
        {"2015-08-21", "d >= \"2015-08-22\"", false, LOGREG_OK},
        {"2015-08-21", "\"2015-08-22\" > d", true, LOGREG_OK},
        {"2015-08-22", "d > \"2015-08\"", true, LOGREG_OK},
        {"2015-08-22 07:30", "d > \"2015-08-22\"", true, LOGREG_OK},
        {"2015-08-22T07:30:01", "d < \"2015-08-22T07:30\"", false, LOGREG_OK},
        {"2015-08-22T07:30", "d < \"2015-08-22 07:30\"", false, LOGREG_EDATA},
        {"2015-8-22", "d < \"2015-08-22\"", false, LOGREG_EDATA},
        {"22.08.2015", "d < \"2015-08-22\"", false, LOGREG_EDATA},
        {"2015-08-22", "d < \"22.08.2015\"", false, LOGREG_EDATA},
        {"2015-08-22", "d < 2016", false, LOGREG_EDATA},
        {"09:15", "d < \"20:00\"", true, LOGREG_OK},
        {"09:15:30", "d <= \"09:15\"", false, LOGREG_OK},
        {"9:15", "d < \"20:00\"", false, LOGREG_EDATA},
        {"late", "d < \"20:00\"", false, LOGREG_EDATA},
    };
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        const char *cells[] = {table[i].cell, NULL};
        logreg_frame *f = NULL;
        size_t j = 0;
        CU_ASSERT_EQUAL_FATAL(logreg_frame_new(&f, NULL), LOGREG_OK);
        CU_ASSERT_EQUAL_FATAL(logreg_frame_add_category(f, "d", cells, 2, NULL), LOGREG_OK);
        logreg_status status = logreg_frame_add_condition(f, &j, table[i].condition, NULL);
        bool right = status == table[i].status &&
                     (status || (strcmp(logreg_frame_label(f, 0, j), table[i].met ? "TRUE" : "FALSE") == 0 &&
                                 !logreg_frame_label(f, 1, j)));
        if (!right)
            printf("# %s, %s\n", table[i].cell, table[i].condition);
        CU_ASSERT_TRUE(right);
        logreg_frame_free(f);
    }
}

static bool note_or_run_out(void *context)
{
    char *note = NULL, *formula = NULL;
    size_t j, others;
    (void)context;
    logreg_error err;
    logreg_frame *f = read_visits(&err);
    if (!f)
        return err.status == LOGREG_ENOMEM;
    logreg_status noted = logreg_frame_condition_note(&note, f, "city == \"Madrid\" | remark == \"\"", NULL);
    bool ok = noted == LOGREG_OK ? note != NULL : noted == LOGREG_ENOMEM && !note;
    char *kept = NULL;
    logreg_status asked = logreg_frame_condition_kept(&kept, f, "due > \"2019-01-01\" & x > 3", NULL);
    ok = ok && (asked == LOGREG_OK || asked == LOGREG_ENOMEM) && !kept;
    logreg_status dated = logreg_frame_filter(f, "due > 2019", NULL),
                  none = logreg_frame_filter(f, "city == \"Rome\"", NULL),
                  listed = logreg_frame_add_event(f, &formula, &others, "city ~ x", "Madrid,Bilbao", NULL),
                  added = logreg_frame_add_condition(f, &j, "city == \"Rome\"", NULL);
    ok = ok && (dated == LOGREG_EDATA || dated == LOGREG_ENOMEM) &&
         (none == LOGREG_EDATA || none == LOGREG_ENOMEM) &&
         (listed == LOGREG_EDATA || listed == LOGREG_ENOMEM) && !formula;
    logreg_model *m = NULL;
    logreg_status fitted =
        added == LOGREG_OK ? logreg_fit_formula(&m, f, "city == \"Rome\" ~ x", NULL, NULL) : LOGREG_ENOMEM;
    ok = ok && (fitted == LOGREG_EDATA || fitted == LOGREG_ENOMEM) && !m;
    free(note);
    logreg_frame_free(f);
    return ok;
}

static bool add_or_run_out(void *context)
{
    (void)context;
    logreg_frame *f = make_frame();
    if (!f)
        return true;
    size_t j, others;
    char *formula = NULL, *cut = logreg_frame_cut(f, 0);
    logreg_status first = logreg_frame_add_condition(f, &j, "hours > 24 & is.na(`the x`) ~ k", NULL);
    bool ok = first == LOGREG_OK ? logreg_frame_columns(f) == 5
                                 : first == LOGREG_ENOMEM && logreg_frame_columns(f) == 4;
    logreg_status unquoted = logreg_frame_add_condition(f, &j, "the x > 3", NULL);
    ok = ok && (unquoted == LOGREG_OK ? j == logreg_frame_columns(f) - 1 : unquoted == LOGREG_ENOMEM);
    size_t columns = logreg_frame_columns(f);
    logreg_status then = logreg_frame_add_event(f, &formula, &others, "k ~ .", "a", NULL);
    ok = ok && (then == LOGREG_OK ? formula && logreg_frame_columns(f) == columns + 1
                                  : then == LOGREG_ENOMEM && !formula && logreg_frame_columns(f) == columns);
    logreg_model *m = NULL;
    if (then == LOGREG_OK && unquoted == LOGREG_OK) {
        logreg_status fitted = logreg_fit_formula(&m, f, formula, NULL, NULL);
        ok = ok && (fitted == LOGREG_OK || fitted == LOGREG_ENOMEM);
    }
    logreg_model_free(m);
    logreg_status kept = logreg_frame_filter(f, "the x > 3", NULL);
    ok = ok && (kept == LOGREG_OK || kept == LOGREG_ENOMEM);
    free(formula);
    free(cut);
    logreg_frame_free(f);
    return ok;
}

/* 99 and "unknown" in the columns of an outcome, and in rows that --where keeps. */
static bool stand_in_or_run_out(void *context)
{
    double sat[ROWS], x[ROWS];
    const char *answer[ROWS];
    (void)context;
    for (int i = 0; i < ROWS; i++) {
        sat[i] = i % 8 == 3 ? 99 : 1 + i * 7 % 5;
        x[i] = i * 37 % 41;
        answer[i] = i % 9 == 4 ? "unknown" : i % 3 ? "yes" : "no";
    }
    logreg_frame *f = NULL;
    logreg_model *m = NULL;
    char *kept = NULL, *gaps = NULL;
    size_t j;
    logreg_status status = logreg_frame_new(&f, NULL);
    if (status == LOGREG_OK)
        status = logreg_frame_add_numeric(f, "sat", sat, ROWS, 1, NULL);
    if (status == LOGREG_OK)
        status = logreg_frame_add_numeric(f, "x", x, ROWS, 1, NULL);
    if (status == LOGREG_OK)
        status = logreg_frame_add_category(f, "answer", answer, ROWS, NULL);
    if (status == LOGREG_OK)
        status = logreg_frame_condition_kept(&kept, f, "sat > 3 & answer != 'no'", NULL);
    bool ok = status != LOGREG_OK || (kept && strstr(kept, "unknown")); /* without memory 99 is a note less */
    if (status == LOGREG_OK)
        status = logreg_frame_add_condition(f, &j, "sat > 3 | answer == 'yes'", NULL);
    if (status == LOGREG_OK)
        status = logreg_fit_formula(&m, f, "sat > 3 | answer == 'yes' ~ x", NULL, NULL);
    if (status == LOGREG_OK)
        status = logreg_model_gaps(&gaps, m, f, NULL);
    ok = ok && (status != LOGREG_OK || (gaps && strstr(gaps, "--na-values unknown")));
    logreg_model_free(m);
    free(kept);
    free(gaps);
    logreg_frame_free(f);
    return ok && (status == LOGREG_OK || status == LOGREG_ENOMEM);
}

static void survives_any_failing_allocation(void)
{
    CU_ASSERT_TRUE(oom_each(stand_in_or_run_out, NULL));
    CU_ASSERT_TRUE(oom_each(add_or_run_out, NULL));
    CU_ASSERT_TRUE(oom_each(note_or_run_out, NULL));
}

const test_case tests[] = {
    {"says where a condition is met", says_where_it_is_met},
    {"leaves names alone", leaves_names_alone},
    {"reads names without backticks", reads_names_without_backticks},
    {"says what is wrong", says_what_is_wrong},
    {"is a response", is_a_response},
    {"comes back from a file", comes_back_from_a_file},
    {"sets a class against the others", sets_a_class_against_the_others},
    {"cuts near the middle", cuts_near_the_middle},
    {"notes other spellings", notes_other_spellings},
    {"compares dates and times that sort as texts", compares_dates},
    {"survives any failing allocation", survives_any_failing_allocation},
    {NULL, NULL},
};
