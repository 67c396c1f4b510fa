/* Tokens that mean missing in one column alone, and columns that need not be sound. */
#include "harness.h"

#include <stdlib.h>
#include <string.h>

#include "csv_files.h"
#include "oom.h"

static const file_case one_column[] = {
    GIVES("a,b\n-9,-9\n2,3\n", "a# NA 2; b# -9 3", .na = "a=-9"),
    GIVES("a,b\n-9.0,-9\n-90,3\n", "a# NA -90; b# -9 3", .na = "a=-9"),
    GIVES("a,b\n-9,5\n-9.00,3\n-9e0,1\n", "a# -9 -9 -9; b# 5 3 NA", .na = "b=1"),
    GIVES("a,b\n99.9,1\n99.90,2\n99,3\n", "a# NA NA 99; b# 1 2 3", .na = "a=99.9"),
    GIVES("a;b\n99,9;1\n99,90;2\n99;3\n", "a# NA NA 99; b# 1 2 3", .decimal = ',', .na = "a=99.9"),
    GIVES("a;b\n99,9;1\n98;2\n", "a# NA 98; b# 1 2", .decimal = ',', .na = "a=99,9"),
    GIVES("a,b\nDK,DK\n2,SE\n3,SE\n", "a# NA 2 3; b: [DK] [SE] [SE]", .na = "a=DK"),
    GIVES("a,b\n7,x\n7.0,y\n3,y\n", "a: NA NA [3]; b: [x] [y] [y]", .categorical = "a", .na = "a=7"),
    /* tokens for all columns stay as they are */
    GIVES("a,b\nNA,-9\n2,.\n3,4\n", "a# NA 2 3; b# NA NA 4", .na = "b=-9"),
    /* a name may hold the mark; the longer one is meant */
    GIVES("a,a=b\n3,3\n4,4\n", "a# 3 4; a=b# NA 4", .na = "a=b=3"),
    /* no name in front: a token as any other */
    GIVES("a,b\n=NA,3\n4,4\n5,5\n", "a# NA 4 5; b# 3 4 5", .na = "=NA"),
    GIVES("a,b\n1,3\n4,4\n", "a# 1 4; b# 3 4", .na = "a="),
};

static void takes_them_out_of_their_column(void)
{
    CHECK(one_column);
}

/* Several of them, with one for all columns, and one of a column that is not there. */
static logreg_status read_several(logreg_frame **f, bool if_there, logreg_error *err)
{
    static const char text[] = "a,b,c\n-1,-1,x\n-2,-2,NA\n5,x,y\n6,7,y\n8,9,z\n1,2,z\n";
    static const char *const na[] = {"a=-1", "x", "a=-2", "d=4"};
    logreg_csv_options o = logreg_csv_options_default();
    o.na_values = na;
    o.n_na_values = 4;
    o.na_values_if_there = if_there;
    FILE *stream = fmemopen((void *)text, sizeof text - 1, "rb");
    logreg_status status = logreg_frame_read_csv_stream(f, stream, "f.csv", &o, err);
    fclose(stream);
    return status;
}

static void names_the_nearest_column(void)
{
    static const char text[] = "a,bbbb\n3,3\n4,4\n";
    logreg_status status;
    const variant how = {.na = "bbb=3"};
    char *got = read_bytes(text, sizeof text - 1, &how, &status);
    CU_ASSERT_STRING_EQUAL(got, "--na-values: f.csv has no column 'bbb'; did you mean 'bbbb'?");
    CU_ASSERT_EQUAL(status, LOGREG_EDATA);
    free(got);
}

static void takes_several(void)
{
    logreg_frame *f = NULL;
    logreg_error err = {0};
    logreg_status status = read_several(&f, true, &err);
    char *got = outcome(status, f, &err);
    CU_ASSERT_STRING_EQUAL(got, "a# NA NA 5 6 8 1; b# -1 -2 NA 7 9 2; c: NA [NA] [y] [y] [z] [z]");
    free(got);
    CU_ASSERT_EQUAL(read_several(&f, false, &err), LOGREG_EDATA);
    CU_ASSERT_STRING_EQUAL(err.message, "--na-values: f.csv has no column 'd'; there are a, b, c");
}

static bool short_of_memory(void *context)
{
    logreg_frame *f = NULL;
    logreg_error err = {0};
    (void)context;
    logreg_status status = read_several(&f, true, &err);
    if (status == LOGREG_OK)
        logreg_frame_free(f);
    return status == LOGREG_OK || (status == LOGREG_ENOMEM && !f);
}

static void survives_lack_of_memory(void)
{
    CU_ASSERT_TRUE(oom_each(short_of_memory, NULL));
}

/* Two columns with strays, and one of numbers with a unit, which is in doubt. */
static logreg_status read_spared(logreg_frame **f, const char *spared, logreg_error *err)
{
    char text[1024] = "a,b,c,y\n";
    for (int i = 0; i < 24; i++)
        snprintf(text + strlen(text), sizeof text - strlen(text), "%d%s,%d%s,%d kg,%d\n", i,
                 i == 3 ? "x" : "", 7 * i % 24, i == 5 ? "z" : "", i, i * 5 % 7 < 3);
    logreg_csv_options o = logreg_csv_options_default();
    o.spared = &spared;
    o.n_spared = 1;
    FILE *stream = fmemopen(text, strlen(text), "rb");
    logreg_status status = logreg_frame_read_csv_stream(f, stream, "f.csv", &o, err);
    fclose(stream);
    return status;
}

static void spares_columns(void)
{
    logreg_frame *f = NULL;
    logreg_error err = {0};
    CU_ASSERT_EQUAL(read_spared(&f, "a", &err), LOGREG_EDATA);
    CU_ASSERT_EQUAL(strncmp(err.message, "f.csv:7:2 'b': '11z' is not a number", 36), 0);
    CU_ASSERT_PTR_NULL(strstr(err.message, "3x")); /* which is not to be mended */
    CU_ASSERT_EQUAL(read_spared(&f, "c", &err), LOGREG_EDATA);
    CU_ASSERT_EQUAL(strncmp(err.message, "f.csv:5:1 'a': '3x' is not a number", 35), 0);
    CU_ASSERT_EQUAL_FATAL(read_spared(&f, LOGREG_ANY_COLUMN, &err), LOGREG_OK);
    CU_ASSERT_EQUAL(strncmp(logreg_frame_fault(f, 0), "f.csv:5:1 'a': '3x' is not a number", 35), 0);
    CU_ASSERT_EQUAL(strncmp(logreg_frame_fault(f, 1), "f.csv:7:2 'b': '11z' is not a number", 36), 0);
    CU_ASSERT_PTR_NULL(logreg_frame_fault(f, 2));
    CU_ASSERT_PTR_NULL(logreg_frame_fault(f, 3));
    CU_ASSERT_TRUE(logreg_frame_number(f, 3, 0) != logreg_frame_number(f, 3, 0));
    CU_ASSERT_EQUAL(logreg_frame_filter(f, "a > 3", &err), LOGREG_EDATA);
    CU_ASSERT_EQUAL(strncmp(err.message, "f.csv:5:1 'a': '3x' is not a number", 35), 0);
    logreg_frame_free(f);
    static const char *const none[] = {NULL};
    logreg_csv_options o = logreg_csv_options_default();
    o.spared = none;
    o.n_spared = 1;
    CU_ASSERT_EQUAL(logreg_frame_read_csv_stream(&f, stdin, "f.csv", &o, &err), LOGREG_EINVAL);
    CU_ASSERT_STRING_EQUAL(err.message, "entry 1 of spared is missing");
}

static bool short_of_memory_with_spared(void *context)
{
    logreg_frame *f = NULL;
    logreg_error err = {0};
    (void)context;
    logreg_status status = read_spared(&f, LOGREG_ANY_COLUMN, &err);
    if (status == LOGREG_OK)
        logreg_frame_free(f);
    return status == LOGREG_OK || (status == LOGREG_ENOMEM && !f);
}

static void spares_columns_without_memory(void)
{
    CU_ASSERT_TRUE(oom_each(short_of_memory_with_spared, NULL));
}

/* Strays, a column that only numbers the rows, one of dates, and the outcome. */
static logreg_status read_with_outcome(const char *outcome, logreg_error *err)
{
    char text[1024] = "a,nr,seen,y\n";
    for (int i = 0; i < 24; i++)
        snprintf(text + strlen(text), sizeof text - strlen(text), "%d%s,%d,2024-03-%02d,%d\n", 7 * i % 24,
                 i == 3 ? "x" : "", i + 1, i + 1, i * 5 % 7 < 3);
    logreg_csv_options o = logreg_csv_options_default();
    o.outcome = outcome;
    logreg_frame *f = NULL;
    FILE *stream = fmemopen(text, strlen(text), "rb");
    logreg_status status = logreg_frame_read_csv_stream(&f, stream, "f.csv", &o, err);
    fclose(stream);
    logreg_frame_free(f);
    return status;
}

static void tells_columns_of_no_use(void)
{
    static const struct {
        const char *outcome, *end;
    } table[] = {
        {"", "--na-values 'a=21x' (which leaves out 1 row); and leave out what seems to hold IDs or dates, "
             "--exclude nr,seen"},
        {"y", "--na-values 'a=21x' (which leaves out 1 row); and leave out what seems to hold IDs or dates, "
              "--exclude nr,seen"},
        {"nr", "--na-values 'a=21x' (which leaves out 1 row); and leave out what seems to hold dates, "
               "--exclude seen"},
        {NULL, "--na-values 'a=21x' (which leaves out 1 row)"},
    };
    for (size_t k = 0; k < sizeof table / sizeof *table; k++) {
        logreg_error err = {0};
        CU_ASSERT_EQUAL(read_with_outcome(table[k].outcome, &err), LOGREG_EDATA);
        size_t told = strlen(err.message), end = strlen(table[k].end);
        CU_ASSERT_TRUE(told > end && strcmp(err.message + told - end, table[k].end) == 0);
    }
}

/* Both lines may be the header, but that one of them names the outcome. */
static void takes_the_header_that_names_the_outcome(void)
{
    static const char bytes[] = "Site,Study,Spring\nAge at entry,Dose given,dead\n1,2,0\n4,5,1\n7,8,0\n";
    static const struct {
        const char *outcome, *end;
    } table[] = {
        {"dead", "take out what is above it: tail -n +2 f.csv"},
        {"Spring", "take it out: sed 2d f.csv; else use --na-values 'Site=Age at entry,Study=Dose given,"
                   "Spring=dead' (which leaves out 1 row), or --categorical Site"},
        {"none",
         "sed 2d f.csv; if it names the columns itself: tail -n +2 f.csv; else use --na-values "
         "'Site=Age at entry,Study=Dose given,Spring=dead' (which leaves out 1 row), or --categorical Site"},
    };
    for (size_t k = 0; k < sizeof table / sizeof *table; k++) {
        logreg_csv_options o = logreg_csv_options_default();
        logreg_frame *f = NULL;
        logreg_error err = {0};
        FILE *stream = fmemopen((void *)bytes, sizeof bytes - 1, "rb");
        o.outcome = table[k].outcome;
        CU_ASSERT_EQUAL(logreg_frame_read_csv_stream(&f, stream, "f.csv", &o, &err), LOGREG_EDATA);
        fclose(stream);
        size_t told = strlen(err.message), end = strlen(table[k].end);
        CU_ASSERT_TRUE(told > end && strcmp(err.message + told - end, table[k].end) == 0);
    }
}

static bool short_of_memory_with_outcome(void *context)
{
    logreg_error err = {0};
    (void)context;
    logreg_status status = read_with_outcome("", &err);
    return status == LOGREG_ENOMEM || (status == LOGREG_EDATA && strstr(err.message, "--exclude nr,seen"));
}

static void tells_them_without_memory(void)
{
    CU_ASSERT_TRUE(oom_each(short_of_memory_with_outcome, NULL));
}

const test_case tests[] = {
    {"takes them out of their column", takes_them_out_of_their_column},
    {"names the nearest column", names_the_nearest_column},
    {"takes several", takes_several},
    {"survives lack of memory", survives_lack_of_memory},
    {"spares columns that are not used", spares_columns},
    {"spares columns without memory", spares_columns_without_memory},
    {"tells columns of no use", tells_columns_of_no_use},
    {"tells them without memory", tells_them_without_memory},
    {"takes the header that names the outcome", takes_the_header_that_names_the_outcome},
    {NULL, NULL},
};
