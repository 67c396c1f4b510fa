/* Answers with remarks behind them: Yes (3 days). */
#include "harness.h"

#include <stdlib.h>
#include <string.h>

#include <logreg/doctor.h>
#include <logreg/model.h>

#include "csv_files.h"
#include "oom.h"

#include "data/remark.h"

static void knows_remarks(void)
{
    static const struct {
        const char *text;
        logreg__remark_kind kind;
        const char *answer;
    } table[] = {
        {"Yes", LOGREG__NO_REMARK, "Yes"},
        {"Yes (3 days)", LOGREG__REMARK_WORDS, "Yes"},
        {"Yes(3 days)", LOGREG__REMARK_WORDS, "Yes"},
        {"Yes [a]", LOGREG__REMARK_WORDS, "Yes"},
        {"Yes - reminder", LOGREG__REMARK_WORDS, "Yes"},
        {"Yes- reminder", LOGREG__REMARK_WORDS, "Yes"},
        {"Yes \xe2\x80\x93 reminder", LOGREG__REMARK_WORDS, "Yes"},
        {"Yes, but late", LOGREG__REMARK_WORDS, "Yes"},
        {"No: lost", LOGREG__REMARK_WORDS, "No"},
        {"S\xc3\xad (tarde)", LOGREG__REMARK_WORDS, "S\xc3\xad"},
        {"No ( \xc3\xa9t\xc3\xa9 )", LOGREG__REMARK_WORDS, "No"},
        {"Yes?", LOGREG__SIGNS, "Yes"},
        {"Yes **", LOGREG__SIGNS, "Yes"},
        {"Yes (?)", LOGREG__SIGNS, "Yes"},
        {"Yes\xe2\x80\xa0", LOGREG__SIGNS, "Yes"},
        {"Yes\xc2\xb9", LOGREG__SIGNS, "Yes"},
        {"Yes (\xe2\x80\x93)", LOGREG__SIGNS, "Yes"},
        {"pos.", LOGREG__STOPPED, "pos"},
        {"- (spoilt)", LOGREG__REMARK_WORDS, "-"},
        {"low-middle", LOGREG__NO_REMARK, "low-middle"},
        {"A+", LOGREG__NO_REMARK, "A+"},
        {"++", LOGREG__NO_REMARK, "++"},
        {"- -", LOGREG__NO_REMARK, "- -"},
        {"grade 1b", LOGREG__NO_REMARK, "grade 1b"},
        {"N.A.", LOGREG__STOPPED, "N.A"},
        {"(blank)", LOGREG__NO_REMARK, "(blank)"},
        {"Yes-", LOGREG__NO_REMARK, "Yes-"},
        {"x:", LOGREG__NO_REMARK, "x:"},
        {"", LOGREG__NO_REMARK, ""},
    };
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        size_t n;
        logreg__remark_kind kind = logreg__remark_of(&n, table[i].text);
        if (kind != table[i].kind || n != strlen(table[i].answer))
            printf("# '%s': %d, %zu bytes\n", table[i].text, (int)kind, n);
        CU_ASSERT_EQUAL(kind, table[i].kind);
        CU_ASSERT_EQUAL(n, strlen(table[i].answer));
    }
}

/* ---- Fits ---- */

/* A hundred rows of x and y. y of them by turns, but for the odd one in every n-th row. */
typedef struct {
    const char *by_turns[3], *odd[8];
    size_t every;
} column;

static char *file_of(const column *c, size_t *n)
{
    FILE *out = begin_text();
    size_t turns = 0, odd = 0, told = 0;
    while (turns < 3 && c->by_turns[turns])
        turns++;
    while (odd < 8 && c->odd[odd])
        odd++;
    fputs("x,y,z\n", out);
    for (size_t i = 0; i < 100; i++) {
        bool is_odd = odd && i % c->every == c->every / 2;
        fprintf(out, "%zu,\"%s\",%d\n", i * 37 % 101,
                is_odd ? c->odd[told % odd] : c->by_turns[(i * 7 + i / 3) % turns], i * i % 7 < 3);
        told += is_odd;
    }
    return end_text(out, n);
}

/* What a fit of y by x says, or x by y if it is a feature: "N classes", or the error. */
static char *fit_of(const column *c, bool feature, logreg_status *status)
{
    logreg_frame *f = NULL;
    logreg_model *m = NULL;
    logreg_error err = {0};
    size_t n;
    char *text = file_of(c, &n);
    FILE *stream = fmemopen(text, n, "rb"), *out;
    *status = logreg_frame_read_csv_stream(&f, stream, "f.csv", NULL, &err);
    fclose(stream);
    free(text);
    if (*status == LOGREG_OK)
        *status = logreg_fit_formula(&m, f, feature ? "z ~ y" : "y ~ x", NULL, &err);
    out = begin_text();
    if (*status == LOGREG_OK)
        fprintf(out, "%zu", feature ? logreg_model_coefficients(m) : logreg_model_classes(m));
    else
        fputs(err.message, out);
    logreg_model_free(m);
    logreg_frame_free(f);
    return end_text(out, &n);
}

typedef struct {
    column c;
    const char *want; /* part of the sentence, or the number of classes; of a feature, of coefficients */
} told;

static void check(const told *table, size_t n, bool feature)
{
    for (size_t i = 0; i < n; i++) {
        logreg_status status;
        char *got = fit_of(&table[i].c, feature, &status);
        bool as_wanted = table[i].want[1] ? status == LOGREG_EDATA && strstr(got, table[i].want)
                                          : strcmp(got, table[i].want) == 0;
        if (!as_wanted)
            printf("# case %zu: %s\n", i, got);
        CU_ASSERT_TRUE(as_wanted);
        free(got);
    }
}

static void asks_about_remarks_in_an_outcome(void)
{
    static const told table[] = {
        {{{"No", "Yes"}, {"Yes (3 days)"}, 10},
         "{ s/^[\"\\s]*Yes \\(3 days\\)[\"\\s]*?(?=\\r?$)/Yes/ for $F[1] }"},
        {{{"No", "Yes"}, {"Yes - reminder", "No (lost)", "Yes, late"}, 25},
         "f.csv:14:2 'y': 'No', 'No (lost)', 'Yes', 'Yes - reminder' and 'Yes, late' look like two answers "
         "with remarks behind some, and would count as 5."},
        {{{"No", "Yes"}, {"Yes?", "Yes*", "No!"}, 11}, "or, if they differ, use --categorical y"},
        {{{"No", "Yes"}, {"YES", "Yes (1)"}, 7}, "two answers in several spellings and with remarks"},
        {{{"No", "Yes"}, {"Yes (1)", "Yes (2)", "Yes (3)", "Yes (4)", "Yes (5)"}, 11},
         "{ s/^[\"\\s]*Yes\\W.*?(?=\\r?$)/Yes/ for $F[1] }"},
        {{{"No", "Yes"}, {"Yes (1)", "Yes, 2", "Yes - 3", "Yes (4)", "Yes (5)", "Yes 6"}, 11},
         "s/^[\"\\s]*(?:Yes \\(1\\)|Yes \\(4\\)|"}, /* the last one is no remark, and begins so */
        {{{"No", "Yes", "Maybe"}, {"Yes (3)"}, 20}, "'No', 'Yes' and 'Yes (3)' look like"},
        {{{"No", "Yes"}, {"Yes (3 days)", "unknown"}, 20}, "; if 'unknown' (2 rows) stands for missing"},
        {{{"alive", "died"}, {"died (day 3)"}, 30}, "with remarks"},
        {{{"neg", "pos"}, {"pos.", "-"}, 9}, "several spellings"},
        {{{"kept", "sold"}, {"sold?", "kept *"}, 9}, "with remarks"},
        /* classes of their own: not a word */
        {{{"No", "Yes", "Yes (severe)"}, {NULL}, 9}, "3"},
        {{{"No", "Yes (mild)", "Yes (severe)"}, {NULL}, 9}, "3"},
        {{{"No", "Yes!"}, {"Yes?"}, 9}, "3"},
        {{{"grade 1", "grade 1b", "grade 2"}, {NULL}, 9}, "3"},
        {{{"A", "B"}, {"A+"}, 9}, "3"},
        {{{"A", "B"}, {"A*"}, 9}, "3"},
        {{{"A", "B"}, {"B (upper)"}, 9}, "3"},
        {{{"stage I", "stage II"}, {"stage IIb"}, 9}, "3"},
        {{{"low", "high"}, {"low-middle"}, 9}, "3"},
        {{{"low", "high"}, {"low - middle"}, 9}, "3"},
        {{{"kept", "sold"}, {"sold (late)"}, 30}, "3"},
        {{{"Coffee", "Tea"}, {"Coffee, Tea"}, 30}, "3"},
        {{{"low", "middle", "high"}, {"low?"}, 30}, "4"},
        {{{"-", "+"}, {"++"}, 9}, "3"},
        {{{"red", "blue"}, {"green (dark)"}, 9}, "3"},
    };
    check(table, sizeof table / sizeof *table, false);
}

/* Of a feature words may part levels; signs do not. */
static void asks_about_signs_in_a_feature(void)
{
    static const told table[] = {
        {{{"No", "Yes"}, {"Yes?"}, 9}, "'No', 'Yes' and 'Yes?' look like two answers"},
        {{{"F", "M"}, {"M (?)"}, 9}, "'F', 'M' and 'M (?)' look like two answers"},
        {{{"No", "Yes"}, {"Yes (ex)"}, 9}, "3"},
        {{{"No", "Yes"}, {"yes", "Yes (ex)"}, 9}, "'No', 'Yes' and 'yes' look like two answers"},
        {{{"H", "M", "F"}, {NULL}, 9}, "3"},
    };
    check(table, sizeof table / sizeof *table, true);
}

static bool read_or_run_out(void *context)
{
    logreg_frame *f = NULL;
    logreg_model *m = NULL;
    logreg_error err = {0};
    logreg_status status = frame_of_text(&f, context, &err);
    if (status == LOGREG_OK)
        status = logreg_fit_formula(&m, f, "y ~ x", NULL, &err);
    bool ok = status == LOGREG_ENOMEM || strstr(err.message, "with remarks");
    logreg_model_free(m);
    logreg_frame_free(f);
    return ok;
}

static void survives_any_failing_allocation(void)
{
    static char remarks[] = "x,y\n1,no\n2,yes\n3,no\n4,yes\n5,yes (2)\n2,no\n4,NO\n1,yes\n";
    CU_ASSERT_TRUE(oom_each(read_or_run_out, remarks));
}

const test_case tests[] = {
    {"knows remarks", knows_remarks},
    {"asks about remarks in an outcome", asks_about_remarks_in_an_outcome},
    {"asks about signs in a feature", asks_about_signs_in_a_feature},
    {"survives any failing allocation", survives_any_failing_allocation},
    {NULL, NULL},
};
