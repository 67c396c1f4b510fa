/* Legends beside the table. */
#include "csv_files.h"
#include "harness.h"

#define ROWS(one, two, three)                                                                                \
    "1;0;5;" one "2;2;7;" two "3;1;9;" three "4;0;1;;\n5;1;4;;\n6;2;3;;\n7;0;2;;\n8;1;8;;\n9;2;6;;\n"        \
    "10;0;5;;\n11;1;7;;\n12;2;9;;\n13;0;1;;\n"
#define BESIDE(line, explains)                                                                               \
    "f.csv:" line ":4: a few rows hold something beside the table, where columns have no name" explains      \
    "; cut that off: perl -lne '@F = /(?:^|;)((?:\"[^\"]*\"|[^;])*)/g; $#F = 2 if $. == 1; if ($. > 1) { "   \
    "$#F = 2 if $#F > 2 } print join \";\", @F' f.csv"
#define EXPLAINS(column) ": it seems to explain the codes of '" column "', --categorical " column

static void names_the_column(void)
{
    static const file_case table[] = {
        GIVES("a;job;b;;\n" ROWS("0;none\n", "1;one\n", "2;two\n"), BESIDE("2", EXPLAINS("job"))),
        GIVES("a;job;b;;\n" ROWS("0 = none;\n", "1: one;\n", "2) two;\n"), BESIDE("2", EXPLAINS("job"))),
        GIVES("a;job;b;;\n" ROWS("0;none\n", "1;\xc3\xa9tude\n", "2;two\n"), BESIDE("2", EXPLAINS("job"))),
        /* a code that the column lacks, one twice, one without a word, a number in place of one, and words beside words */
        GIVES("a;job;b;;\n" ROWS("0;none\n", "1;one\n", "3;three\n"), BESIDE("2", "")),
        GIVES("a;job;b;;\n" ROWS("0;none\n", "1;one\n", "1;two\n"), BESIDE("2", "")),
        GIVES("a;job;b;;\n" ROWS("0;none\n", "1;one\n", "2;\n"), BESIDE("2", "")),
        GIVES("a;job;b;;\n" ROWS("0;7\n", "1;8\n", "2;9\n"), BESIDE("2", "")),
        GIVES("a;job;b;;\n" ROWS("x;none\n", "y;one\n", "z;two\n"), BESIDE("2", "")),
    };
    CHECK(table);
}

/* The column by its name, where others hold the same numbers. */
static void asks_the_title(void)
{
#define TWO(first)                                                                                           \
    "job;home;y;;\n0;1;5;" first "1;0;7;0;none\n2;2;9;1;one\n0;1;5;2;two\n" FILLED FILLED FILLED
#define FILLED "1;2;7;;\n0;0;3;;\n2;1;9;;\n"
    static const file_case table[] = {
        GIVES(TWO(";Home\n"), BESIDE("3", EXPLAINS("home"))),
        GIVES(TWO(";what\n"), BESIDE("3", "")),
    };
    CHECK(table);
}

static void survives_any_failing_allocation(void)
{
    static const file_case none =
        GIVES("a;job;b;;\n" ROWS("0;none\n", "1;one\n", "2;two\n"), BESIDE("2", EXPLAINS("job")));
    static const file_case named = {
        .bytes = "a;job;b;code;means\n" ROWS("0;east\n", "1;west\n", "2;north\n"),
        .n = sizeof "a;job;b;code;means\n" ROWS("0;east\n", "1;west\n", "2;north\n") - 1,
    };
    CU_ASSERT_TRUE(reads_or_runs_out(&none, false));
    CU_ASSERT_TRUE(reads_or_runs_out(&named, false));
}

const test_case tests[] = {
    {"names the column", names_the_column},
    {"asks the title", asks_the_title},
    {"survives any failing allocation", survives_any_failing_allocation},
    {NULL, NULL},
};
