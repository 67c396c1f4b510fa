/* Frames: columns in, cells out, level order, the nearest name. */
#include "harness.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "data/frame.h"
#include "oom.h"

static logreg_frame *new_frame(void)
{
    logreg_frame *frame = NULL;
    CU_ASSERT_EQUAL_FATAL(logreg_frame_new(&frame, NULL), LOGREG_OK);
    return frame;
}

static void holds_what_was_added(void)
{
    logreg_frame *f = new_frame();
    const double x[] = {1, 9, NAN, 9, -3, 9};
    const char *const sex[] = {"male", NULL, "female"};
    CU_ASSERT_EQUAL(logreg_frame_rows(f), 0);
    CU_ASSERT_EQUAL(logreg_frame_add_numeric(f, "x", x, 3, 2, NULL), LOGREG_OK);
    CU_ASSERT_EQUAL(logreg_frame_add_category(f, "sex", sex, 3, NULL), LOGREG_OK);
    CU_ASSERT_EQUAL(logreg__frame_borrow(f, "view", x, 2, 3, 1, NULL), LOGREG_OK);
    CU_ASSERT_EQUAL(logreg_frame_rows(f), 3);
    CU_ASSERT_EQUAL(logreg_frame_columns(f), 3);
    CU_ASSERT_TRUE(same_text(logreg_frame_name(f, 1), "sex"));
    CU_ASSERT_EQUAL(logreg_frame_kind(f, 0), LOGREG_NUMERIC);
    CU_ASSERT_EQUAL(logreg_frame_kind(f, 1), LOGREG_CATEGORY);
    for (size_t j = 0; j < 3; j++)
        CU_ASSERT_EQUAL(logreg_frame_missing(f, j), 1);
    for (size_t j = 0; j < 3; j += 2) {
        CU_ASSERT_EQUAL(logreg_frame_number(f, 0, j), 1);
        CU_ASSERT_TRUE(isnan(logreg_frame_number(f, 1, j)));
        CU_ASSERT_EQUAL(logreg_frame_number(f, 2, j), -3);
        CU_ASSERT_EQUAL(logreg_frame_levels(f, j), 0);
        CU_ASSERT_PTR_NULL(logreg_frame_label(f, 0, j));
    }
    CU_ASSERT_TRUE(same_text(logreg_frame_label(f, 0, 1), "male"));
    CU_ASSERT_TRUE(same_text(logreg_frame_label(f, 1, 1), NULL));
    CU_ASSERT_TRUE(same_text(logreg_frame_label(f, 2, 1), "female"));
    CU_ASSERT_TRUE(isnan(logreg_frame_number(f, 0, 1)));
    CU_ASSERT_EQUAL(logreg_frame_levels(f, 1), 2);
    CU_ASSERT_TRUE(same_text(logreg_frame_level(f, 1, 0), "female"));
    CU_ASSERT_EQUAL(logreg_frame_find(f, "sex"), 1);
    CU_ASSERT_EQUAL(logreg_frame_find(f, "Sex"), SIZE_MAX);
    CU_ASSERT_EQUAL(logreg_frame_delimiter(f), 0);
    CU_ASSERT_PTR_NULL(logreg_frame_source(f));
    logreg_frame_free(f);
    logreg_frame_free(NULL);
}

#define REFUSED(call, text)                                                                                  \
    do {                                                                                                     \
        CU_ASSERT_EQUAL(call, LOGREG_EINVAL);                                                                \
        CU_ASSERT_TRUE(same_text(err.message, text));                                                        \
    } while (0)

static void refuses_columns_that_do_not_fit(void)
{
    logreg_frame *f = new_frame();
    const double x[] = {1, 2, INFINITY};
    const char *const a[] = {"a", "\xff"};
    CU_ASSERT_EQUAL(logreg_frame_add_numeric(f, "x", x, 2, 1, NULL), LOGREG_OK);
    logreg_error err;
    REFUSED(logreg_frame_add_numeric(f, "x", x, 2, 1, &err), "the frame has a column 'x' already");
    REFUSED(logreg_frame_add_numeric(f, "y", x, 1, 1, &err), "column 'y' has 1 rows, the frame has 2");
    REFUSED(logreg_frame_add_numeric(f, "", x, 2, 1, &err), "column 2 has no name");
    REFUSED(logreg_frame_add_numeric(f, NULL, x, 2, 1, &err), "column 2 has no name");
    REFUSED(logreg_frame_add_numeric(f, "y\xff", x, 2, 1, &err), "the name 'y?' is not valid UTF-8");
    REFUSED(logreg_frame_add_numeric(f, "y", x, 2, 2, &err), "value 2 of column 'y' is infinite");
    REFUSED(logreg_frame_add_numeric(f, "y", NULL, 2, 1, &err), "column 'y' has no values");
    REFUSED(logreg_frame_add_numeric(NULL, "y", x, 2, 1, &err), "there is no frame to add a column to");
    REFUSED(logreg_frame_add_category(f, "x", a, 2, &err), "the frame has a column 'x' already");
    REFUSED(logreg_frame_add_category(f, "c", a, 2, &err), "label 2 of column 'c', '?', is not valid UTF-8");
    REFUSED(logreg_frame_add_category(f, "c", NULL, 2, &err), "column 'c' has no labels");
    REFUSED(logreg__frame_borrow(f, "x", x, 1, 2, 0, &err), "the frame has a column 'x' already");
    CU_ASSERT_EQUAL(logreg_frame_columns(f), 1);
    logreg_frame_free(f);
}

static void orders_levels(void)
{
    logreg_frame *f = new_frame();
    const char *const numbers[] = {"10", "9", "-1", "1e1", "2.5", "10"};
    const char *const mixed[] = {"10", "9", "b", "B", "\xc3\xa9", "a"};
    CU_ASSERT_EQUAL(logreg_frame_add_category(f, "numbers", numbers, 6, NULL), LOGREG_OK);
    CU_ASSERT_EQUAL(logreg_frame_add_category(f, "mixed", mixed, 6, NULL), LOGREG_OK);
    static const char *const want[2][6] = {{"-1", "2.5", "9", "10", "1e1"},
                                           {"10", "9", "B", "a", "b", "\xc3\xa9"}};
    CU_ASSERT_EQUAL(logreg_frame_levels(f, 0), 5);
    CU_ASSERT_EQUAL(logreg_frame_levels(f, 1), 6);
    for (size_t j = 0; j < 2; j++)
        for (size_t k = 0; k < logreg_frame_levels(f, j); k++)
            CU_ASSERT_TRUE(same_text(logreg_frame_level(f, j, k), want[j][k]));
    for (size_t r = 0; r < 6; r++) {
        CU_ASSERT_TRUE(same_text(logreg_frame_label(f, r, 0), numbers[r]));
        CU_ASSERT_TRUE(same_text(logreg_frame_label(f, r, 1), mixed[r]));
    }
    CU_ASSERT(logreg__level_compare("10", "9", true) > 0);
    CU_ASSERT(logreg__level_compare("10", "9", false) < 0);
    CU_ASSERT(logreg__level_compare("1.0", "1", true) > 0);
    CU_ASSERT(logreg__level_compare("a", "a", false) == 0);
    logreg_frame_free(f);
}

/* Rows that end in the first run, at its end, and beyond. */
static void fills_runs(void)
{
    enum { MOST = 2 * LOGREG__SEGMENT_ROWS + 17 };
    static const size_t counts[] = {0, 1, 15, 16, 17, 4095, 4096, 4097, 8192, MOST};
    static double x[MOST];
    static char text[MOST][8];
    static const char *labels[MOST];
    for (size_t i = 0; i < MOST; i++) {
        x[i] = (double)i;
        snprintf(text[i], sizeof text[i], "%zu", 3 * i % 5003);
        labels[i] = i % 10 == 9 ? NULL : text[i];
    }
    for (size_t k = 0; k < sizeof counts / sizeof *counts; k++) {
        size_t n = counts[k], wrong = 0;
        logreg_frame *f = new_frame();
        CU_ASSERT_EQUAL(logreg_frame_add_numeric(f, "x", x, n, 1, NULL), LOGREG_OK);
        CU_ASSERT_EQUAL(logreg_frame_add_category(f, "c", labels, n, NULL), LOGREG_OK);
        CU_ASSERT_EQUAL(logreg_frame_rows(f), n);
        CU_ASSERT_EQUAL(logreg_frame_missing(f, 1), n / 10);
        for (size_t r = 0; r < n; r++) {
            const char *got = logreg_frame_label(f, r, 1);
            bool same = got && labels[r] ? strcmp(got, labels[r]) == 0 : got == labels[r];
            wrong += logreg_frame_number(f, r, 0) != x[r] || !same;
        }
        CU_ASSERT_EQUAL(wrong, 0);
        logreg_frame_free(f);
    }
}

static void borrows_columns(void)
{
    static const double base[] = {4, -1, NAN, -1, 5, -1};
    logreg_frame *f = new_frame();
    CU_ASSERT_EQUAL(logreg__frame_borrow(f, "x", base, 2, 3, 1, NULL), LOGREG_OK);
    CU_ASSERT_EQUAL(logreg_frame_number(f, 0, 0), 4);
    CU_ASSERT_TRUE(isnan(logreg_frame_number(f, 1, 0)));
    CU_ASSERT_EQUAL(logreg_frame_number(f, 2, 0), 5);
    CU_ASSERT_EQUAL(logreg_frame_missing(f, 0), 1);
    CU_ASSERT_EQUAL(logreg__frame_borrow(f, "x", base, 1, 3, 0, NULL), LOGREG_EINVAL); /* the name is taken */
    CU_ASSERT_EQUAL(logreg__frame_borrow(f, "y", base, 1, 2, 0, NULL), LOGREG_EINVAL); /* other rows */
    CU_ASSERT_EQUAL(logreg_frame_columns(f), 1);
    logreg_frame_free(f);
}

/* Many enough that the table of names grows. */
#define WIDE 400

static logreg_status make_wide(logreg_frame *f, const double *x)
{
    logreg_error err;
    logreg_status status = LOGREG_OK;
    for (size_t j = 0; status == LOGREG_OK && j < WIDE; j++) {
        char name[32];
        snprintf(name, sizeof name, "reading %zu", j);
        status = logreg__frame_borrow(f, name, x, 1, 1, 0, &err);
    }
    return status;
}

static void finds_every_column(void)
{
    logreg_frame *f = new_frame();
    const double x = 1;
    CU_ASSERT_EQUAL(logreg_frame_find(f, "reading 0"), SIZE_MAX);
    CU_ASSERT_EQUAL(make_wide(f, &x), LOGREG_OK);
    for (size_t j = 0; j < WIDE; j++)
        CU_ASSERT_EQUAL(logreg_frame_find(f, logreg_frame_name(f, j)), j);
    CU_ASSERT_EQUAL(logreg_frame_find(f, "reading 400"), SIZE_MAX);
    CU_ASSERT_EQUAL(logreg_frame_find(f, "reading"), SIZE_MAX);
    CU_ASSERT_EQUAL(logreg_frame_find(f, ""), SIZE_MAX);
    logreg_frame_free(f);
}

/* Columns that memory sufficed for are found, and no other. */
static bool widen(void *context)
{
    (void)context;
    logreg_frame *f = NULL;
    if (logreg_frame_new(&f, NULL) != LOGREG_OK)
        return true;
    const double x = 1;
    logreg_status status = make_wide(f, &x);
    size_t columns = logreg_frame_columns(f);
    bool ok = (status == LOGREG_OK) == (columns == WIDE);
    for (size_t j = 0; j < columns; j++)
        ok = ok && logreg_frame_find(f, logreg_frame_name(f, j)) == j;
    char next[32];
    snprintf(next, sizeof next, "reading %zu", columns);
    ok = ok && logreg_frame_find(f, next) == SIZE_MAX;
    logreg_frame_free(f);
    return ok;
}

static void finds_the_nearest_name(void)
{
    static const char *const names[] = {"age", "Income", "temperature", "bp", "x"};
    static const struct {
        const char *typed, *want;
    } table[] = {
        {"aeg", "age"},
        {"AGE", "age"},
        {"incom", "Income"},
        {"temprature", "temperature"},
        {"tmperatuer", "temperature"},
        {"BP", "bp"},
        {"Temp", "temperature"},
        {"temperatures", "temperature"},
        {"X", "x"},
        {"y", NULL},
        {"bq", NULL},
        {"weight", NULL},
        {"", NULL},
        {"temperature_at_launch_of_the_rocket_which_is_a_name_of_more_than_64_letters", NULL},
    };
    logreg_frame *f = new_frame();
    const double one = 1;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        logreg_frame_add_numeric(f, names[i], &one, 1, 1, NULL);
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        CU_ASSERT_TRUE(same_text(logreg_frame_nearest(f, table[i].typed), table[i].want));
        CU_ASSERT_TRUE(
            same_text(logreg__nearest(table[i].typed, names, sizeof names / sizeof *names), table[i].want));
    }
    logreg_frame_free(f);
}

/* Builds a frame; where memory runs out, what was there before stays. */
static bool build(void *context)
{
    (void)context;
    static const double x[40];
    static const char *labels[40];
    static char text[40][4];
    for (int i = 0; i < 40; i++)
        labels[i] = (snprintf(text[i], sizeof text[i], "%d", i), text[i]);
    logreg_frame *f = NULL;
    logreg_error err = {0};
    logreg_status status = logreg_frame_new(&f, &err);
    if (status != LOGREG_OK)
        return status == LOGREG_ENOMEM && !f;
    size_t columns = 0;
    status = logreg_frame_add_numeric(f, "x", x, 40, 1, &err);
    columns += status == LOGREG_OK;
    if (status == LOGREG_OK && (status = logreg_frame_add_category(f, "c", labels, 40, &err)) == LOGREG_OK)
        columns++;
    if (status == LOGREG_OK && (status = logreg__frame_borrow(f, "b", x, 1, 40, 0, &err)) == LOGREG_OK)
        columns++;
    bool ok = logreg_frame_columns(f) == columns && (columns == 0 || logreg_frame_rows(f) == 40);
    if (columns > 1)
        ok = ok && logreg_frame_levels(f, 1) == 40 && strcmp(logreg_frame_label(f, 10, 1), "10") == 0;
    if (status != LOGREG_OK)
        ok = ok && status == LOGREG_ENOMEM && strcmp(err.message, "out of memory") == 0;
    logreg_frame_free(f);
    return ok;
}

static void survives_any_failing_allocation(void)
{
    CU_ASSERT_TRUE(oom_each(build, NULL));
    CU_ASSERT_TRUE(oom_each(widen, NULL));
}

const test_case tests[] = {
    {"holds what was added", holds_what_was_added},
    {"refuses columns that do not fit", refuses_columns_that_do_not_fit},
    {"orders levels by value or by bytes", orders_levels},
    {"fills runs of any length", fills_runs},
    {"borrows columns", borrows_columns},
    {"finds every column", finds_every_column},
    {"finds the nearest name", finds_the_nearest_name},
    {"survives any failing allocation", survives_any_failing_allocation},
    {NULL, NULL},
};
