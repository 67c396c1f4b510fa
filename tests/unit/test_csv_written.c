/* Numbers that may have been written for something else than what they read as, and what the reader says about them. */
#include "harness.h"

#include <stdlib.h>
#include <string.h>

#include "csv_files.h"
#include "data/frame.h"
#include "oom.h"

#define UNDOT_OF(d, cells) CELLS(d, "s/\\.(?=\\d)//g for " cells)
#define UNDOT UNDOT_OF(";", "$F[0]")
#define BESIDE(at, dotted, whole, line, command)                                                             \
    "f.csv:" at ": '" dotted "' stands in a column with '" whole "' (line " line                             \
    "), and whatever has a dot has three digits behind it, as if dots parted thousands. If they do, take "   \
    "them out" command "; else say that dots are decimal marks with --decimal '.'"
#define PERHAPS(at, dotted, command)                                                                         \
    " | f.csv:" at ": '" dotted                                                                              \
    "' is read as a number with three decimals; if dots part thousands, take them out: " command             \
    "; if not, --decimal '.' says so"

static void doubts_dots_between_thousands(void)
{
    static const file_case table[] = {
        /* whole numbers of another size, zeros that decimals would not show, many of each */
        GIVES("a;b\n1.392;1\n970;2\n", BESIDE("2:1 'a'", "1.392", "970", "3", ": " UNDOT)),
        GIVES("a\tb\n970\t2\n-12.500\t1\n",
              BESIDE("3:1 'a'", "-12.500", "970", "2", ": " UNDOT_OF("\\t", "$F[0]"))),
        GIVES("a;b\n250.390;1\n970;2\n", BESIDE("2:1 'a'", "250.390", "970", "3", ": " UNDOT)),
        GIVES("a,b\n1.392,1\n2.117,1\n1.211,1\n1.499,1\n1.737,1\n1.843,1\n1.655,2\n1.983,3\n3,4\n4,3\n",
              BESIDE("2:1 'a'", "1.392", "4", "11", ": " UNDOT_OF(",", "$F[0]"))),
        /* as 2 to 4 of the same, but too few to tell */
        GIVES("a,b\n1.392,1\n2.117,1\n3,4\n4,3\n",
              "a# 1.392 2.117 3 4; b# 1 1 4 3" PERHAPS("2:1 'a'", "1.392", UNDOT_OF(",", "$F[0]"))),
        /* where other columns have decimals it is this one that has to be mended */
        GIVES("c;a;b\n1.5;1.392;1\n2.25;970;2\n",
              BESIDE("2:2 'a'", "1.392", "970", "3", ": " UNDOT_OF(";", "$F[1]"))),
        GIVES("c\ta\n1.5\t1.392\n2.25\t\"970\"\n",
              BESIDE("2:2 'a'", "1.392", "970", "3", ": " UNDOT_OF("\\t", "$F[1]"))),
        GIVES("a,b\n1.392,1.5\n2.117,1\n3,4\n", "a# 1.392 2.117 3; b# 1.5 1 4"),
        /* rows in order of size, so that the first show no dot */
        GIVES("a;b\n7;1\n70;1\n970;2\n1.392;1\n", BESIDE("5:1 'a'", "1.392", "970", "4", ": " UNDOT)),
        /* who names the mark has no doubt */
        GIVES("a;b\n1.392;1\n970;2\n", "a# 1.392 970; b# 1 2", .decimal = '.'),
        GIVES("a;b\n1,392;1\n970;2\n", "a# 1.392 970; b# 1 2", .decimal = ','),
        /* a column that decimal commas betray is mended together with these */
        GIVES("a;b\n1.392;1,5\n970;2,5\n",
              "f.csv:2:2 'b': '1,5' is not a number with the decimal mark '.' (2 of 2 values). Take out what "
              "is no digit and no decimal mark, " CELLS(
                  ";", "s/\\.(?=\\d)//g for $F[0]") "; then use --decimal ',', or use --categorical b"),
        GIVES("a;b;c\n1.392;1,5;2.5\n970;2,5;1.5\n",
              "f.csv:2:2 'b': '1,5' is not a number with the decimal mark '.' (2 of 2 values). Make them "
              "alike, " CELLS(";", "s/,(?=\\d)/./ for $F[1]") ", or use --categorical b"),
        /* semicolons are of those lands; nothing else speaks for thousands */
        GIVES("a;b\n1.392;1\n2.117;2\n", "a# 1.392 2.117; b# 1 2" PERHAPS("2:1 'a'", "1.392", UNDOT)),
    };
    CHECK(table);
}

static void believes_decimals(void)
{
    static const file_case table[] = {
        GIVES("a,b\n1.392,1\n2.117,2\n1.250,3\n", "a# 1.392 2.117 1.25; b# 1 2 3"),
        GIVES("a\tb\n1.392\t1\n12.117\t2\n", "a# 1.392 12.117; b# 1 2"),
        /* cells that no thousands would be */
        GIVES("a;b\n1.392;1\n970;2\n1.5;3\n", "a# 1.392 970 1.5; b# 1 2 3"),
        GIVES("a;b\n1.392;1\n970;2\n0.392;3\n", "a# 1.392 970 0.392; b# 1 2 3"),
        GIVES("a;b\n1.392;1\n970;2\n01.392;3\n", "a# 1.392 970 1.392; b# 1 2 3"),
        GIVES("a;b\n1.392;1\n970;2\n1970;3\n", "a# 1.392 970 1970; b# 1 2 3"),
        GIVES("a;b\n1.392;1\n970;2\n1392.117;3\n", "a# 1.392 970 1392.117; b# 1 2 3"),
        GIVES("a;b\n1.392;1\n970;2\n1e2;3\n", "a# 1.392 970 100; b# 1 2 3"),
        GIVES("a;b\n1.392;1\n970;2\n1.3920;3\n", "a# 1.392 970 1.392; b# 1 2 3"),
        GIVES("a;b\n1.392;1\n007;2\n", "a# 1.392 7; b# 1 2"),
        /* means of ratings, what stands for a missing value, nothing at all */
        GIVES("a,b\n1.333,1\n2,2\n2.667,3\n3,4\n1.333,5\n", "a# 1.333 2 2.667 3 1.333; b# 1 2 3 4 5"),
        GIVES("a,b\n1.143,1\n2,2\n2.857,3\n3,4\n1.571,5\n1.286,1\n2.429,1\n2.714,3\n2.143,2\n",
              "a# 1.143 2 2.857 3 1.571 1.286 2.429 2.714 2.143; b# 1 2 3 4 5 1 1 3 2"),
        GIVES("a,b\n1.390,1\n999,2\n2.117,3\n999,4\n", "a# 1.39 999 2.117 999; b# 1 2 3 4"),
        GIVES("a,b\n1.390,1\n0,2\n2.117,3\n-9,4\n", "a# 1.39 0 2.117 -9; b# 1 2 3 4"),
        GIVES("a,b\n1.390,1\n0,2\n2.117,3\n", "a# 1.39 0 2.117; b# 1 2 3"),
        GIVES("a;b\n1.392;1\n970;2\n", "a: [1.392] [970]; b# 1 2", .categorical = "a"),
    };
    CHECK(table);
}

/* Text of so many rows, of which the last two are others. */
static void judges_what_stands_behind_the_first_rows(void)
{
    static const struct {
        const char *row, *last;
        bool bad;
    } table[] = {{"7;1\n", "1.392;1\n970;2\n", true},
                 {"7;1\n", "1.39;1\n70.5;2\n", false},
                 {"1.392;1\n970;2\n", "0.5;1\n970;1\n", false},
                 {"1.392;1\n970;2\n", "1392;1\n970;1\n", false},
                 {"1.392;1\n", "970;1\n970;2\n", true}};
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        size_t n;
        FILE *out = begin_text();
        fputs("a;b\n", out);
        for (int r = 0; r < 4000; r++)
            fputs(table[i].row, out);
        for (int r = 0; r < 1000; r++)
            fputs(table[i].last, out);
        char *text = end_text(out, &n);
        const variant how = {0};
        logreg_status status;
        char *got = read_bytes(text, n, &how, &status);
        CU_ASSERT_EQUAL(status, table[i].bad ? LOGREG_EDATA : LOGREG_OK);
        CU_ASSERT(!table[i].bad || strstr(got, "part") != NULL);
        free(got);
        free(text);
    }
}

/* Rows of a file of two columns, the first by forms in turn, and the note on it; "": none. */
static void notes_codes_and_dates(void)
{
    static const struct {
        const char *name, *forms[3];
        const char *want;
    } table[] = {
        {"ward", {"1E2", "2E1", "3e2"}, "all numbers of 'ward' are written as 1E2 is, and read as 100"},
        {"ward", {"1E2", "2E1", "7"}, ""},
        {"ward", {"1E+2", "2E+1", "3E+2"}, ""},
        {"x", {"1.5E2", "2.5E1", "3E2"}, ""},
        {"dose", {"0", "02-Jan", "6+"}, "'02-Jan' of 'dose' may be the range 1-2, which a spreadsheet"},
        {"dose", {"10-14", "05-Mar", "unknown"}, "'05-Mar' of 'dose' may be the range 3-5"},
        {"dose", {"9-Feb", "Oct-49", "50+"}, ""},
        {"dose", {"9-Feb", "Oct-49", "0-1"}, "'9-Feb' and 'Oct-49' of 'dose' may be the ranges 2-9 and 10-49"},
        {"dose", {"26-100", "25-Jun", "5-Jan"}, "s/^[\"\\s]*25-Jun[\"\\s]*?(?=\\r?$)/6-25/"},
        {"dose", {"02-Jan", "05-Mar", "4"}, "'02-Jan' of 'dose' is a date among numbers"},
        {"dose", {"02-Jan", "05-Mar", "2-4"}, "'02-Jan' of 'dose' is a date among numbers"},
        {"dose", {"01-Feb", "4-Mar", "9"}, "'01-Feb' of 'dose' is a date among numbers"},
        {"dose", {"2-Feb", "5-Mar", "9"}, "'2-Feb' of 'dose' is a date among numbers"},
        {"dose", {"02-Jan", "05-Mar", "unknown"}, ""},
        {"kin", {"01-Feb", "03-Apr", "05-Jun"}, "may be the ranges 1-2, 3-4 and 5-6, which"},
        {"kin", {"01-f\303\251v", "03-avr", "07-ao\303\273t"}, "may be the ranges 1-2, 3-4 and 7-8, which"},
        {"kin", {"01-May", "06-Oct", "15-Nov"}, "may be the ranges 1-5, 6-10 and 11-15, which"},
        {"kin", {"01-Feb", "03-Apr", "06-Jul"}, ""},
        {"kin", {"01-Feb", "4-Mar", "05-Jun"}, ""},
        {"kin", {"05-Jun", "12-Jun", "19-Jun"}, ""},
        {"kin", {"15-Jan", "15-Feb", "15-Mar"}, ""},
        {"kin", {"01-Feb-20", "03-Apr-20", "05-Jun-20"}, ""},
        {"dose", {"0", "1-2", "none"}, ""},
    };
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        size_t n;
        FILE *out = begin_text();
        fprintf(out, "%s,y\n", table[i].name);
        for (int r = 0; r < 12; r++) {
            const char *form = table[i].forms[r % 3];
            for (const char *c = form; *c; c++)
                fputc(*c, out);
            fprintf(out, ",%d\n", r % 2);
        }
        char *text = end_text(out, &n);
        const variant how = {0};
        logreg_status status;
        char *got = read_bytes(text, n, &how, &status);
        const char *said = strstr(got, " | ");
        bool good = status == LOGREG_OK && (*table[i].want ? said && strstr(said, table[i].want) : !said);
        if (!good)
            printf("# %s %s: %s\n", table[i].name, table[i].forms[0], got);
        CU_ASSERT_TRUE(good);
        free(got);
        free(text);
    }
}

/* A file of one column, its cells made by a form from 1 to 12, and what is doubted of it; ""; nothing. */
static void doubts_categories_that_hold_numbers(void)
{
    static const struct {
        const char *form, *other; /* the latter in rows that 3 divides */
        double step;
        const char *want;
    } table[] = {
        {"%g kg", NULL, 1,
         "'1 kg' is a number with its unit (12 of 12 values), and as a category the column has 12 levels. "
         "Take the unit out, " CELLS(",", "s/ ?kg// for $F[0]") ", or, if it is a category, --categorical a"},
        {"%gkm/h", NULL, 1, CELLS(",", "s/ ?km\\/h// for $F[0]")},
        {"R$ %g", NULL, .5, CELLS(",", "s/ ?R\\$// for $F[0]")},
        {"%g.5 \xc2\xb1 0.5", NULL, 1, "a number with another about its spread"},
        {"%g.5 (0.5)", NULL, 1, "a number with another about its spread"},
        {"%g.5+/-2", NULL, 1, "a number with another about its spread"},
        {"%g.5-", NULL, 1, "a number with its minus behind it"},
        {"'%g", NULL, 1, "a number behind an apostrophe"},
        {"\xd0\xb4\xd0\xb5\xd0\xbd\xd1\x8c %g", NULL, 1, ""},
        {"(%g.5) x", NULL, 1, "a number within text"},
        {"%g", "n.d.", 1, ""},
        {"%g kg", "n.d.", 1,
         "take the unit out, " CELLS(
             ",", "s/(?<![A-Za-z]) ?kg(?![A-Za-z])// for grep /\\d/, $F[0]") ", and use --na-values 'a=n.d.'"},
        {"%g kg", "%g stones", 1,
         "which 8 of 12 values have; 4 have 'stones', and as a category the column has 12 levels. Bring all "
         "to "
         "one unit first, or, if"},
        {"%g kg", "%g cm", 1, "Bring all to one unit first"},
        {"%g kg", "%g g", 1, "Make all of it kg, perl"},
        {"%g \342\202\254", "EUR %g", 1, "Take the unit out, perl"},
        {"$%g", "USD %g", 1, "Take the unit out, perl"},
        {"%g kr", "%g SEK", 1, "Take the unit out, perl"},
        {"z\305\202 %g", "%g PLN", 1, "Take the unit out, perl"},
        {"$%g", "%g EUR", 1, "Bring all to one unit first"},
        {"%g NOK", "%g SEK", 1, "Bring all to one unit first"},
        {"%g USD", "%g AUD", 1, "Bring all to one unit first"},
        {"%g mL", "%g l", 1, "$1 . $2 * 1000/e"},
        {"%g in", "%g cm", 1, "$1 . $2 \\/ 2.54/e"},
        {"1%g0/8%g", NULL, 1, "If these are two numbers, part them into two columns, perl"},
        {"1%g-2%g", NULL, 0, ""},
        {"%g kg", "n.d.", .5,
         "(8 of 12 values), and as a category the column has 9 levels. Take the unit out, " CELLS(
             ",",
             "s/(?<![A-Za-z]) ?kg(?![A-Za-z])// for grep /\\d/, $F[0]") ", and use --na-values 'a=n.d.' (which "
                                                                        "leaves out 4 rows), or, if it "
                                                                        "is a category,"},
        {"<%g", NULL, 1, "a bound, not a number"},
        {">= %g", NULL, 1, CELLS(",", "s/[<>]=?// for $F[0]")},
        {"%g:30", NULL, 1,
         "a time (12 of 12 values), and as a category the column has 12 levels. Make it a number of hours, "
         "perl"},
        {"%g:30:15", NULL, 1, "a time"},
        {"%gh 5m", "%gm", 1,
         "a length of time (12 of 12 values), and as a category the column has 12 levels. Make it a number "
         "of minutes, perl"},
        {"3%g+4", NULL, 0, ""},
        {"P%gDT2H", "PT%gM", 1, "a length of time (12 of 12"},
        {"%gh 5kg", NULL, 1, ""},
        {"%gm 5h", NULL, 1, ""},
        {"%gH 5M", NULL, 1, ""},
        {"%g/8", NULL, 1, "a fraction, or two numbers"},
        {"0x%g0", NULL, 1, "a hexadecimal number"},
        {"%gD+01", NULL, 1, "an exponent of Fortran's"},
        {"=%g", NULL, 1, "a formula of a spreadsheet"},
        /* labels, dates and what has few values */
        {"week %g", NULL, 1, ""},
        {"q%g", NULL, 1, ""},
        {"%ga", "%gb", 0, ""},
        {"%gA", "%gB", 1, ""},
        {"%g.5A", "%g.5B", 1, "Bring all to one unit first"},
        {"%gF", "%gC", 1, "Bring all to one unit first"},
        {"%g months", NULL, 0,
         "and with 4 different ones the column is a category. If it should count as a number, take"},
        {"%g L", NULL, 0, CELLS(",", "s/ ?L// for $F[0]") "; --categorical a keeps this note away"},
        {"%g years", "%g months", 0, "should count as a number, make all of it years, perl"},
        {"%gL", NULL, 0, ""},
        {"%gth", NULL, 0, ""},
        {"%g kg", "%g cm", 0, ""},
        {"%g/2/2020", NULL, 1, ""},
        {"2020-02-%g", NULL, 1, ""},
        {"%g-%g", NULL, 1, ""},
        {"%g:5", NULL, 1, "a ratio (12 of 12 values)"},
        {"%g/", NULL, 1, "a number within text"},
        {"0x%gg", NULL, 1, ""},
        {"<%g>", NULL, 1, "a number within text"},
        {"=A%g", NULL, 1, ""},
    };
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        size_t n;
        FILE *out = begin_text();
        fputs("a\n", out);
        for (int r = 1; r <= 12; r++) {
            const char *form = r % 3 || !table[i].other ? table[i].form : table[i].other;
            double x = table[i].step > 0 ? r * table[i].step : r % 4;
            for (const char *c = form; *c; c++)
                if (*c == '%')
                    fprintf(out, "%g", x), c++;
                else
                    fputc(*c, out);
            fputc('\n', out);
        }
        char *text = end_text(out, &n);
        const variant how = {0}, named = {.categorical = "a"};
        logreg_status status;
        char *got = read_bytes(text, n, &how, &status);
        const char *doubt = status == LOGREG_OK ? strstr(got, " | ") : "";
        bool good = *table[i].want ? doubt && strstr(doubt, table[i].want) : !doubt || status != LOGREG_OK;
        if (!good)
            printf("# %s: %s\n", table[i].form, got);
        CU_ASSERT_TRUE(good);
        free(got);
        got = read_bytes(text, n, &named, &status);
        CU_ASSERT_EQUAL(status, LOGREG_OK);
        CU_ASSERT_PTR_NULL(strstr(got, " | "));
        free(got);
        free(text);
    }
}

/* A name can be pasted as the option takes it: commas and quotes within, and apostrophes for the shell. */
static void writes_names_to_paste(void)
{
    static const struct {
        const char *name, *want;
    } table[] = {{"size", "--categorical size"},
                 {"How large, in kg?", "--categorical '\"How large, in kg?\"'"},
                 {"the \"\"real\"\" size", "--categorical '\"the \"\"real\"\" size\"'"},
                 {"dog's size", "--categorical 'dog'\\''s size'"}};
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        size_t n;
        FILE *out = begin_text();
        fprintf(out, "\"%s\",y\n", table[i].name);
        for (int r = 0; r < 12; r++)
            fprintf(out, "%d kg,%d\n", r, r % 2);
        char *text = end_text(out, &n);
        const variant how = {0};
        logreg_status status;
        char *got = read_bytes(text, n, &how, &status);
        if (!strstr(got, table[i].want))
            printf("# %s: %s\n", table[i].name, got);
        CU_ASSERT_PTR_NOT_NULL(strstr(got, table[i].want));
        free(got);
        free(text);
    }
}

static bool read_or_run_out(void *context)
{
    logreg_frame *f = NULL;
    logreg_error err = {0};
    FILE *stream = fmemopen(context, strlen(context), "rb");
    logreg_status status = logreg_frame_read_csv_stream(&f, stream, "f.csv", NULL, &err);
    fclose(stream);
    if (status == LOGREG_ENOMEM)
        return !f && strcmp(err.message, "out of memory") == 0;
    bool ok = status == LOGREG_OK && logreg_frame_notes(f) == 1 && f->column[2].doubt &&
              logreg_frame_note(f, 0) && !logreg_frame_note(f, 1);
    logreg_frame_free(f);
    return ok;
}

static void survives_any_failing_allocation(void)
{
    static char text[] = "a;b;c\n1.392;1;1.5 kg\n2.117;2;2 kg\n3.117;2;3 kg\n4.118;2;4 kg\n5.117;2;5 "
                         "kg\n6.117;2;6 kg\n7.118;2;7 kg\n";
    CU_ASSERT_TRUE(oom_each(read_or_run_out, text));
}

const test_case tests[] = {
    {"doubts dots between thousands", doubts_dots_between_thousands},
    {"believes decimals", believes_decimals},
    {"judges what stands behind the first rows", judges_what_stands_behind_the_first_rows},
    {"doubts categories that hold numbers", doubts_categories_that_hold_numbers},
    {"notes codes and dates", notes_codes_and_dates},
    {"writes names to paste", writes_names_to_paste},
    {"survives any failing allocation", survives_any_failing_allocation},
    {NULL, NULL},
};
