/* Decimals that a spreadsheet made dates, in the languages of its users: which numbers they were, and the command that brings them back. */
#include "harness.h"

#include <stdlib.h>
#include <string.h>

#include "csv_files.h"
#include "data/months.h"
#include "oom.h"

/* Two columns lost at once. */
#define FILE_OF_TWO                                                                                          \
    "a;b;y\n12.5;30.25;1\n01-mai;30.5;0\n02-juin;01-janv;0\n03-mai;02-mai;1\n"                               \
    "04-ao\303\273t;03-mai;0\n05-mai;04-mai;1\n06-mai;05-mai;0\n"

/* A file of a column that goes down one row a line: five texts beside 12.5. */
static char *column_of(const char *const text[5], size_t *n)
{
    FILE *out = begin_text();
    fputs("a;y\n12.5;1\n", out);
    for (size_t i = 0; i < 5; i++)
        fprintf(out, "%s;%zu\n", text[i], i % 2);
    return end_text(out, n);
}

static void says_which_numbers_they_were(void)
{
    static const struct {
        const char *text[5];
        const char *
            want; /* what the first of them in the order of bytes was, and part of the command; "": they are none */
    } table[] = {
        {{"06. Aug", "07. Mrz", "Dez 57", "01. Feb", "02. Feb"}, "made of 1.2. "},
        {{"06-ao\303\273t", "07-juil", "08-f\303\251vr", "09-d\303\251c", "10-mars"}, "made of 6.8. "},
        {{"06-janv.", "07-juil.", "08-mai", "09-d\303\251c.", "10-mars"}, "qw(janv 1 juil 7 mai 5 "},
        {{"6-ene", "7-dic", "8-abr", "9-ago", "10-may"}, "made of 10.5. "},
        {{"6-gen", "7-dic", "8-lug", "9-ago", "9-ott"}, "qw(gen 1 dic 12 lug 7 ago 8 ott 10 )"},
        {{"06/jan", "07/dez", "08/fev", "09/out", "10/set"}, "made of 6.1. "},
        {{"1-mei", "2-mrt", "3-okt", "4-mrt", "5-jan"}, "made of 1.5. "},
        {{"01.maj", "02.pa\305\272", "03.gru", "04.lut", "05.sty"}, "made of 1.5. "},
        {{"01.\304\215vc", "02.z\303\241\305\231", "03.pro", "04.led", "05.\303\272no"}, "made of 1.7. "},
        {{"01.\305\241ub", "02.oca", "03.eki", "04.nis", "05.may"}, ""}, /* no month of any */
        {{"01.\305\237ub", "02.oca", "03.eki", "04.nis", "05.may"}, "made of 1.2. "},
        {{"01.\321\217\320\275\320\262", "02.\320\274\320\260\321\200", "03.\320\270\321\216\320\275",
          "04.\320\264\320\265\320\272", "05.\320\274\320\260\320\271"},
         "made of 1.1. "},
        {{"01. VIII", "02. IV", "03. X", "04. I", "05. XII"}, "made of 1.8. "},
        {{"jan-57", "f\303\251v-33", "juin-45", "03-mai", "04-mai"}, "made of 3.5. "},
        /* of English, which makes days of fractions */
        {{"1-Jan", "2-Feb", "3-Mar", "4-Apr", "5-May"}, ""},
        /* of two languages, or months of no calendar */
        {{"01-janv", "02-juil", "03-lug", "04-ott", "05-mai"}, ""},
        {{"01-north", "02-mai", "03-mai", "04-mai", "05-mai"}, ""},
        {{"01mai", "02mai", "03mai", "04mai", "05mai"}, ""},
    };
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        size_t n;
        char *text = column_of(table[i].text, &n);
        const variant how = {0}, named = {.categorical = "a"};
        logreg_status status;
        char *got = read_bytes(text, n, &how, &status);
        const char *lost = strstr(got, "a date among decimals, which a spreadsheet made of");
        bool good = status == LOGREG_OK && (*table[i].want ? lost && strstr(lost, table[i].want) : !lost);
        if (!good)
            printf("# %s: %s\n", table[i].text[0], got);
        CU_ASSERT_TRUE(good);
        free(got);
        got = read_bytes(text, n, &named, &status);
        CU_ASSERT_TRUE(status == LOGREG_OK && !strstr(got, "decimals"));
        free(got);
        free(text);
    }
}

static void months_have_names(void)
{
    static const struct {
        const char *word;
        unsigned month; /* in the language that comes first of those that know it */
    } table[] = {{"Jan", 1},
                 {"AUGUST", 8},
                 {"avril", 4},
                 {"D\303\211CEMBRE", 12},
                 {"octubre", 10},
                 {"maggio", 5},
                 {"setembro", 9},
                 {"maart", 3},
                 {"maj", 5},
                 {"kes\303\244kuu", 6},
                 {"veebr", 2},
                 {"stycznia", 1},
                 {"LISTOPAD", 11},
                 {"\305\230\303\255jen", 10},
                 {"b\305\231ezna", 3},
                 {"jún", 6},
                 {"szept", 9},
                 {"iulie", 7},
                 {"\305\236ubat", 2},
                 {"\320\274\320\260\321\217", 5},
                 {"\320\273\321\216\321\202\320\270\320\271", 2},
                 {"\316\231\316\261\316\275", 1}};
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        size_t language = 0, n = strlen(table[i].word);
        while (language < LOGREG__LANGUAGES && !logreg__month(table[i].word, n, language))
            language++;
        bool good = language < LOGREG__LANGUAGES &&
                    logreg__month(table[i].word, n, language) == table[i].month &&
                    logreg__is_month(table[i].word, n) && !logreg__is_month(table[i].word, n - 1);
        if (!good)
            printf("# %s\n", table[i].word);
        CU_ASSERT_TRUE(good);
    }
    CU_ASSERT_FALSE(logreg__is_month("VII", 3)); /* which may be anything */
    CU_ASSERT_EQUAL(logreg__month("VII", 3, LOGREG__ROMAN), 7);
    CU_ASSERT_FALSE(logreg__is_month("", 0));
    CU_ASSERT_FALSE(logreg__is_month("|", 1));
}

static void survives_any_failing_allocation(void)
{
    static const file_case c = {.bytes = FILE_OF_TWO, .n = sizeof FILE_OF_TWO - 1};
    CU_ASSERT_TRUE(reads_or_runs_out(&c, false));
}

const test_case tests[] = {{"says which numbers they were", says_which_numbers_they_were},
                           {"months have names", months_have_names},
                           {"survives any failing allocation", survives_any_failing_allocation},
                           {NULL, NULL}};
