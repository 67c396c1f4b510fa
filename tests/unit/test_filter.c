/* Rows kept by a condition, and a reference level put first, against the rows themselves. */
#include "harness.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <logreg/data.h>
#include <logreg/model.h>

#include "oom.h"

enum { ROWS = 10000 };

static const char *const levels[] = {"c", "a", "d", "b", NULL};

/* x is 0 .. ROWS - 1, missing where divisible by 7; k cycles through levels, NULL among them. */
static logreg_frame *make_frame(void)
{
    static double x[ROWS];
    static const char *k[ROWS];
    for (int i = 0; i < ROWS; i++) {
        x[i] = i % 7 ? i : (double)NAN;
        k[i] = levels[i % 5];
    }
    logreg_frame *f = NULL;
    if (logreg_frame_new(&f, NULL) != LOGREG_OK ||
        logreg_frame_add_numeric(f, "x", x, ROWS, 1, NULL) != LOGREG_OK ||
        logreg_frame_add_category(f, "k", k, ROWS, NULL) != LOGREG_OK) {
        logreg_frame_free(f);
        return NULL;
    }
    return f;
}

static void keeps_the_rows_that_meet_it(void)
{
    logreg_frame *f = make_frame();
    CU_ASSERT_EQUAL_FATAL(logreg_frame_filter(f, "x > 4000 & k != 'a' | is.na(k)", NULL), LOGREG_OK);
    size_t at = 0, missing_x = 0, missing_k = 0, wrong = 0;
    for (int i = 0; i < ROWS; i++) {
        const char *k = levels[i % 5];
        if (!(!k || (i % 7 && i > 4000 && strcmp(k, "a") != 0)))
            continue;
        double x = logreg_frame_number(f, at, 0);
        const char *label = logreg_frame_label(f, at, 1);
        wrong += i % 7 ? x != i : !isnan(x);
        wrong += k ? !label || strcmp(label, k) != 0 : label != NULL;
        missing_x += i % 7 == 0;
        missing_k += !k;
        at++;
    }
    CU_ASSERT_EQUAL(wrong, 0);
    CU_ASSERT_EQUAL(logreg_frame_rows(f), at);
    CU_ASSERT_EQUAL(logreg_frame_excluded(f), ROWS - at);
    CU_ASSERT_EQUAL(logreg_frame_missing(f, 0), missing_x);
    CU_ASSERT_EQUAL(logreg_frame_missing(f, 1), missing_k);
    CU_ASSERT_EQUAL(logreg_frame_levels(f, 1), 4);
    CU_ASSERT_EQUAL_FATAL(logreg_frame_filter(f, "x >= 9000", NULL), LOGREG_OK);
    CU_ASSERT_EQUAL(logreg_frame_excluded(f), ROWS - logreg_frame_rows(f));
    size_t rows = logreg_frame_rows(f);
    logreg_error err;
    CU_ASSERT_EQUAL(logreg_frame_filter(f, "x < 9000", &err), LOGREG_EDATA);
    CU_ASSERT_EQUAL(logreg_frame_filter(f, "x <", &err), LOGREG_EFORMULA);
    CU_ASSERT_EQUAL(logreg_frame_rows(f), rows);
    logreg_frame_free(f);
}

static void puts_a_level_first(void)
{
    logreg_frame *f = make_frame();
    logreg_error err;
    CU_ASSERT_EQUAL_FATAL(logreg_frame_set_reference(f, "k", "c", &err), LOGREG_OK);
    static const char *const order[] = {"c", "a", "b", "d"};
    for (size_t l = 0; l < 4; l++)
        CU_ASSERT_TRUE(same_text(logreg_frame_level(f, 1, l), order[l]));
    size_t wrong = 0;
    for (size_t i = 0; i < ROWS; i++) {
        const char *label = logreg_frame_label(f, i, 1), *want = levels[i % 5];
        wrong += want ? !label || strcmp(label, want) != 0 : label != NULL;
    }
    CU_ASSERT_EQUAL(wrong, 0);
    CU_ASSERT_EQUAL(logreg_frame_set_reference(f, "k", "B", &err), LOGREG_EDATA);
    CU_ASSERT_EQUAL(logreg_frame_set_reference(f, "kk", "a", &err), LOGREG_EDATA);
    CU_ASSERT_EQUAL(logreg_frame_set_reference(f, "x", "1", &err), LOGREG_EDATA);
    CU_ASSERT_TRUE(same_text(err.message,
                             "column 'x' holds numbers, which have no reference level; make it a "
                             "category with --categorical 'x'"));
    logreg_frame_free(f);
}

/* A model whose reference was chosen, and which was fitted to categories, predicts from numbers too, after a way
 * through a file. */
static void predicts_with_the_chosen_reference(void)
{
    static const char *const labels[] = {"1", "2", "3", "1", "2", "3", "1", "2", "3", "1", "3", "2"};
    static const double y[] = {0, 1, 0, 1, 1, 1, 0, 0, 1, 1, 0, 1},
                        z[] = {1, 2, 3, 1, 2, 3, 1, 2, 3, 1, 3, 2};
    logreg_frame *f = NULL, *g = NULL;
    logreg_model *m = NULL, *plain = NULL, *back = NULL;
    logreg_frame_new(&f, NULL);
    logreg_frame_new(&g, NULL);
    logreg_frame_add_category(f, "k", labels, 12, NULL);
    logreg_frame_add_numeric(f, "y", y, 12, 1, NULL);
    logreg_frame_add_numeric(g, "k", z, 12, 1, NULL);
    CU_ASSERT_EQUAL_FATAL(logreg_fit_formula(&plain, f, "y ~ k", NULL, NULL), LOGREG_OK);
    CU_ASSERT_EQUAL_FATAL(logreg_frame_set_reference(f, "k", "3", NULL), LOGREG_OK);
    CU_ASSERT_EQUAL_FATAL(logreg_fit_formula(&m, f, "y ~ k", NULL, NULL), LOGREG_OK);
    CU_ASSERT_TRUE(same_text(logreg_model_coefficient_name(m, 1), "k[1]"));
    CU_ASSERT_TRUE(near_abs(logreg_model_coefficient(m, 1, 1), -logreg_model_coefficient(plain, 1, 2), 1e-9));
    char path[] = "/tmp/logreg-filter-XXXXXX";
    CU_ASSERT_NOT_EQUAL_FATAL(mkstemp(path), -1);
    CU_ASSERT_EQUAL_FATAL(logreg_model_save(m, path, NULL), LOGREG_OK);
    CU_ASSERT_EQUAL_FATAL(logreg_model_load(&back, path, NULL), LOGREG_OK);
    remove(path);
    gsl_matrix *P = gsl_matrix_alloc(12, 2), *Q = gsl_matrix_alloc(12, 2);
    CU_ASSERT_EQUAL(logreg_predict_proba_frame(plain, f, P, NULL), LOGREG_OK);
    CU_ASSERT_EQUAL(logreg_predict_proba_frame(back, g, Q, NULL), LOGREG_OK);
    for (size_t i = 0; i < 12; i++)
        CU_ASSERT_TRUE(near_abs(gsl_matrix_get(Q, i, 1), gsl_matrix_get(P, i, 1), 1e-9));
    gsl_matrix_free(P);
    gsl_matrix_free(Q);
    logreg_model_free(m);
    logreg_model_free(plain);
    logreg_model_free(back);
    logreg_frame_free(f);
    logreg_frame_free(g);
}

static bool filter_or_run_out(void *context)
{
    logreg_frame *f = make_frame();
    if (!f)
        return true;
    logreg_status status = logreg_frame_filter(f, context, NULL);
    bool ok = status == LOGREG_OK ? logreg_frame_rows(f) == 4286
                                  : status == LOGREG_ENOMEM && logreg_frame_rows(f) == ROWS;
    logreg_frame_free(f);
    return ok;
}

static void survives_any_failing_allocation(void)
{
    static char condition[] = "x >= 5000";
    CU_ASSERT_TRUE(oom_each(filter_or_run_out, condition));
}

/* Reads rows whose a is text wherever site is X, every tenth row, and elsewhere a number, or every third time missing. */
static logreg_frame *read_strays(size_t rows)
{
    logreg_frame *f = NULL;
    FILE *file = tmpfile();
    if (!file)
        return NULL;
    fputs("site,a\n", file);
    for (size_t i = 0; i < rows; i++)
        if (i % 10 == 9)
            fputs("X,about 5\n", file);
        else if (i % 3 == 0)
            fputs("B,\n", file);
        else
            fprintf(file, "A,%zu.5\n", i);
    rewind(file);
    static const char *const any[] = {LOGREG_ANY_COLUMN};
    logreg_csv_options o = logreg_csv_options_default();
    o.spared = any;
    o.n_spared = 1;
    if (logreg_frame_read_csv_stream(&f, file, "strays", &o, NULL) != LOGREG_OK)
        f = NULL;
    fclose(file);
    return f;
}

static void rows_take_their_strays_along(void)
{
    logreg_frame *f = read_strays(ROWS);
    CU_ASSERT_PTR_NOT_NULL_FATAL(f);
    CU_ASSERT_PTR_NOT_NULL(logreg_frame_fault(f, 1));
    logreg_frame *strays = read_strays(ROWS);
    CU_ASSERT_EQUAL_FATAL(logreg_frame_filter(strays, "site != 'B'", NULL), LOGREG_OK);
    CU_ASSERT_PTR_NOT_NULL(logreg_frame_fault(strays, 1));
    logreg_frame_free(strays);
    CU_ASSERT_EQUAL_FATAL(logreg_frame_filter(f, "site != 'X'", NULL), LOGREG_OK);
    CU_ASSERT_PTR_NULL(logreg_frame_fault(f, 1));
    CU_ASSERT_EQUAL_FATAL(logreg_frame_kind(f, 1), LOGREG_NUMERIC);
    size_t at = 0, missing = 0, wrong = 0;
    for (size_t i = 0; i < ROWS; i++) {
        if (i % 10 == 9)
            continue;
        double x = logreg_frame_number(f, at++, 1);
        wrong += i % 3 ? x != (double)i + 0.5 : !isnan(x);
        missing += i % 3 == 0;
    }
    CU_ASSERT_EQUAL(wrong, 0);
    CU_ASSERT_EQUAL(logreg_frame_rows(f), at);
    CU_ASSERT_EQUAL(logreg_frame_missing(f, 1), missing);
    logreg_frame_free(f);
}

static bool settle_or_run_out(void *context)
{
    logreg_frame *f = read_strays(200);
    if (!f)
        return true;
    logreg_status status = logreg_frame_filter(f, context, NULL);
    bool ok = status == LOGREG_OK ? logreg_frame_rows(f) == 180 && !logreg_frame_fault(f, 1)
                                  : status == LOGREG_ENOMEM && (logreg_frame_rows(f) == 200 || logreg_frame_rows(f) == 180);
    for (size_t i = 0; i < logreg_frame_rows(f); i++)
        (void)logreg_frame_number(f, i, 1);
    logreg_frame_free(f);
    return ok;
}

static void settles_with_any_failing_allocation(void)
{
    static char condition[] = "site != 'X'";
    CU_ASSERT_TRUE(oom_each(settle_or_run_out, condition));
}

const test_case tests[] = {
    {"keeps the rows that meet a condition", keeps_the_rows_that_meet_it},
    {"puts a level first", puts_a_level_first},
    {"predicts with the chosen reference", predicts_with_the_chosen_reference},
    {"survives any failing allocation", survives_any_failing_allocation},
    {"rows take their strays along", rows_take_their_strays_along},
    {"settles with any failing allocation", settles_with_any_failing_allocation},
    {NULL, NULL},
};
