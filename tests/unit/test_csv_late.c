/* Columns whose first rows do not show what they are: text, strays and numbers that come late, and a first value that does. */
#include "harness.h"

#include <stdio.h>
#include <stdlib.h>

#include <logreg/data.h>

#include "csv_files.h"

static void reads_again_where_text_comes_late(void)
{
    static const variant plain = {0};
    size_t n;
    char *text = late_text(1500, 300, 40, &n);
    logreg_frame *f = NULL;
    FILE *stream = fmemopen(text, n, "rb");
    CU_ASSERT_EQUAL_FATAL(logreg_frame_read_csv_stream(&f, stream, "f.csv", NULL, NULL), LOGREG_OK);
    fclose(stream);
    CU_ASSERT_EQUAL(logreg_frame_rows(f), 1800);
    CU_ASSERT_EQUAL(logreg_frame_kind(f, 0), LOGREG_NUMERIC);
    CU_ASSERT_EQUAL(logreg_frame_levels(f, 1), 90);
    CU_ASSERT_TRUE(same_text(logreg_frame_label(f, 7, 1), "07"));
    CU_ASSERT_TRUE(same_text(logreg_frame_label(f, 1507, 1), "k7"));
    logreg_frame_free(f);
    logreg_status status;
    char *got = read_trickle(text, n, 5000, SIZE_MAX, &plain, &status);
    CU_ASSERT_EQUAL(status, LOGREG_EDATA);
    CU_ASSERT_TRUE(
        same_text(got, "f.csv:1502:2 't': 'k0' is text in a column that began with numbers, and a stream "
                       "cannot be read twice. Use --categorical t, or read a file"));
    free(got);
    static const variant told = {.categorical = "t"};
    got = read_trickle(text, n, 5000, SIZE_MAX, &told, &status);
    CU_ASSERT_EQUAL(status, LOGREG_OK);
    free(got);
    free(text);
}

static void finds_strays_that_come_late(void)
{
    static const variant plain = {0};
    size_t n;
    logreg_status status;
    static const struct {
        size_t numbers, texts, kinds;
        const char *want;
    } table[] = {
        {1500, 1, 1,
         "f.csv:1502:2 't': 'k0' is not a number (1 of 1501 values). If line 1502 is no row of data, take it "
         "out: sed 1502d f.csv; else use --na-values 't=k0' (which leaves out 1 row), or --categorical t"},
        {1500, 1499, 3,
         "f.csv:1502:2 't': 'k0' is not a number (1499 of 2999 values). Use --categorical t, or --na-values "
         "'t=k0,t=k1,t=k2' (which "
         "leaves out 1499 rows)"},
        {1500, 150, 40,
         "f.csv:1502:2 't': 'k0' is not a number (150 of 1650 values). Use --categorical t, or --na-values "
         "'t=k0,t=k1,t=k2,t=k3,t=k4,t=k5,t=k6,t=k7,t=k8,t=k9,t=k10,t=k11,t=k12,t=k13,t=k14,t=k15,t=k16,t=k17,"
         "t=k18,t=k19,t=k20,t=k21,t=k22,t=k23,t=k24,t=k25,t=k26,t=k27,t=k28,t=k29,t=k30,t=k31,t=k32,t=k33,t="
         "k34,t=k35,t=k36,t=k37,t=k38,t=k39' (which leaves out 150 rows)"},
        {1500, 150, 70,
         "f.csv:1502:2 't': 'k0' is not a number (150 of 1650 values). Use --categorical t, or --na-values "
         "for each of "
         "these texts: 'k0', 'k1', 'k2', 'k3', 'k4', .. (which leaves out 150 rows)"},
    };
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        char *text = late_text(table[i].numbers, table[i].texts, table[i].kinds, &n);
        char *got = read_bytes(text, n, &plain, &status);
        CU_ASSERT_EQUAL(status, LOGREG_EDATA);
        CU_ASSERT_TRUE(same_text(got, table[i].want));
        free(got);
        free(text);
    }
}

/* Text in the first rows, then so many numbers that the text is the exception. */
static void finds_numbers_that_come_late(void)
{
    static const variant plain = {0};
    size_t n;
    FILE *out = begin_text();
    fputs("t\n", out);
    for (int i = 0; i < 600; i++)
        fprintf(out, "%d\nk%d\n", i, i % 10);
    for (int i = 0; i < 6000; i++)
        fprintf(out, "%d\n", i);
    char *text = end_text(out, &n);
    logreg_status status;
    char *got = read_bytes(text, n, &plain, &status);
    CU_ASSERT_EQUAL(status, LOGREG_EDATA);
    CU_ASSERT_TRUE(same_text(
        got, "f.csv:3:1 't': 'k0' is not a number (600 of 7200 values). Use --categorical t, or "
             "--na-values 't=k0,t=k1,t=k2,t=k3,t=k4,t=k5,t=k6,t=k7,t=k8,t=k9' (which leaves out 600 rows)"));
    free(got);
    free(text);
}

/* A column that is empty in the rows that decide. */
static void waits_for_the_first_value(void)
{
    size_t n;
    FILE *out = begin_text();
    fputs("n,t,u\n", out);
    for (int i = 0; i < 2000; i++)
        fprintf(out, "%d,%s,%s\n", i, i < 1200 ? "" : i % 2 ? "a" : "b", i < 1200 ? "NA" : "7");
    char *text = end_text(out, &n);
    logreg_frame *f = NULL;
    FILE *stream = fmemopen(text, n, "rb");
    CU_ASSERT_EQUAL_FATAL(logreg_frame_read_csv_stream(&f, stream, "f.csv", NULL, NULL), LOGREG_OK);
    CU_ASSERT_EQUAL(logreg_frame_kind(f, 1), LOGREG_CATEGORY);
    CU_ASSERT_EQUAL(logreg_frame_levels(f, 1), 2);
    CU_ASSERT_EQUAL(logreg_frame_missing(f, 1), 1200);
    CU_ASSERT_EQUAL(logreg_frame_kind(f, 2), LOGREG_NUMERIC);
    CU_ASSERT_EQUAL(logreg_frame_number(f, 1999, 2), 7);
    logreg_frame_free(f);
    fclose(stream);
    free(text);
}

const test_case tests[] = {
    {"reads again where text comes late", reads_again_where_text_comes_late},
    {"finds strays that come late", finds_strays_that_come_late},
    {"finds numbers that come late", finds_numbers_that_come_late},
    {"waits for the first value", waits_for_the_first_value},
    {NULL, NULL},
};
