/* Files in which a case has several rows. */
#include "harness.h"

#include <stdlib.h>
#include <string.h>

#include "csv_files.h"

/* Twelve cases, each with a row of every kind, by a format of case, and value. */
static char *long_text(const char *header, const char *first, const char *second, size_t *n)
{
    FILE *out = begin_text();
    fputs(header, out);
    for (int i = 0; i < 12; i++) {
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
        fprintf(out, first, i, 10 + i % 5);
        fprintf(out, second, i, 150 + 7 * i);
#pragma GCC diagnostic pop
    }
    return end_text(out, n);
}

/* What comes of it, up to its command. */
static void check(const char *header, const char *first, const char *second, const char *want,
                  bool categorical)
{
    size_t n;
    char *text = long_text(header, first, second, &n);
    logreg_status status;
    variant how = {.categorical = categorical ? "test" : NULL};
    char *got = read_bytes(text, n, &how, &status);
    if (want ? strncmp(got, want, strlen(want)) != 0 : status != LOGREG_OK)
        printf("# got %s\n", got);
    CU_ASSERT_TRUE(want ? status == LOGREG_EDATA && strncmp(got, want, strlen(want)) == 0
                        : status == LOGREG_OK);
    free(got);
    free(text);
}

static void tells_measurements_below_one_another(void)
{
    static const char tells[] =
        "f.csv:2: 'value' holds what 'test' names ('HGB', 'PLT'), so that each 'id' has "
        "several rows, and a fit needs one. Make columns of them: perl -lne 's/\\r//; ",
                      without[] =
                          "f.csv:2: 'value' holds what 'test' names ('HGB', 'PLT'), so that each 'id' has "
                          "several rows, and a fit needs one. Make columns of them without 'day', 'unit': ";
    check("id,test,value\n", "%d,HGB,%d\n", "%d,PLT,%d\n", tells, false);
    check("id,test,value,unit,day\n", "%d,HGB,%d,g,1\n", "%d,PLT,%d,G,2\n", without, false);
    /* by names alone */
    check("id,test,value\n", "%d,HGB,%d\n", "%d,PLT,1%.1d\n", tells, false);
    /* who says that rows are cases is believed; kinds that come twice, and values alike, are something else */
    check("id,test,value\n", "%d,HGB,%d\n", "%d,PLT,%d\n", NULL, true);
    check("id,test,value\n", "%d,HGB,%d\n", "%d,HGB,%d\n", NULL, false);
    check("id,group,size\n", "%d,HGB,1%d\n", "%d,PLT,%d\n", NULL, false);
    check("id,test,a,b\n", "%1$d,HGB,%2$d,1%2$d\n", "%1$d,PLT,%2$d,2%2$d\n", NULL, false);
}

static void tells_columns_that_no_row_has_together(void)
{
    static const char by[] =
        "f.csv: 'age' never stands in one row with 'crp', 'y', since each 'id' has several "
        "rows, told apart by 'event'. Make one row of them, with the first value of each "
        "column: perl -lne 's/\\r//; ",
                      plain[] =
                          "f.csv: 'age' never stands in one row with 'crp', since each 'id' has several "
                          "rows. Make one row of them, with the first value of each column: perl ";
    check("id,event,age,crp,y\n", "%d,first,%d,,\n", "%d,last,,%d,1\n", by, false);
    check("id,age,crp\n", "%d,%d,\n", "%d,,%d\n", plain, false);
    /* rows of which no other is of the same case */
    check("age,crp,id\n", "%2$d,,%1$d\n", ",%2$d,1%1$02d\n", NULL, false);
}

static void survives_lack_of_memory(void)
{
    static const char *const file[][3] = {{"id,test,value\n", "%d,HGB,%d\n", "%d,PLT,%d\n"},
                                          {"id,event,age,y\n", "%d,first,%d,\n", "%d,last,,%d\n"}};
    for (size_t k = 0; k < 2; k++) {
        size_t n;
        char *text = long_text(file[k][0], file[k][1], file[k][2], &n);
        file_case c = {.bytes = text, .n = n};
        CU_ASSERT_TRUE(reads_or_runs_out(&c, true));
        free(text);
    }
}

const test_case tests[] = {
    {"tells measurements below one another", tells_measurements_below_one_another},
    {"tells columns that no row has together", tells_columns_that_no_row_has_together},
    {"survives lack of memory", survives_lack_of_memory},
    {NULL, NULL},
};
