/* Words of tables that are no values, and classes of an outcome that are none. */
#include "harness.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include <logreg/report.h>

#include <logreg/doctor.h>

#include <logreg/model.h>

#include "csv_files.h"
#include "oom.h"

#include "data/answers.h"
#include "data/several.h"

/* ---- Several answers in a cell ---- */

static const struct {
    const char *level[8];
    size_t answers; /* 0: they are no sets of them */
} sets[] = {
    {{"Coffee", "Coffee, Tea", "Tea", "Tea, Water", "Water"}, 3},
    {{"a;b", "b;c", "a; c", "c", "b"}, 3},
    {{"Bus|Tram", "Tram", "Bus|Tram|Walk", "Walk"}, 3},
    {{"Coffee, Tea", "Coffee", "Tea"}, 0}, /* one set may be an answer with a comma in it */
    {{"Portland, OR", "Bath", "York, ME"}, 0},
    {{"Springfield, IL", "Springfield, MA", "Chicago, IL", "Boston, MA"}, 0},
    {{"Baker, Anna", "Baker, Jan", "Weber, Anna", "Weber, Jan"}, 0},
    {{"Diabetes", "Diabetes, type 1", "Diabetes, type 2"}, 0},
    {{"A,A", "A,B", "B,B"}, 0},                          /* genotypes */
    {{"cough", "fever", "fever;cough;rash", "none"}, 4}, /* few of them */
    {{"cough", "fever;cough;rash", "none"}, 0},
    {{"low", "medium", "high"}, 0},
    {{"rice", "bread", "bread rice", "bread rice fish", "fish rice", "bread fish"}, 3}, /* choices */
    {{"1", "2", "3", "1 2", "1 2 3", "2 3"}, 3},
    {{"small", "large", "extra small", "extra large", "very small", "very very large"}, 0},
    {{"White", "Black", "Hispanic", "White non Hispanic", "Black non Hispanic"}, 0},
    {{"red", "blue", "red blue", "blue red"}, 0},
    {{"rice", "bread", "rice, bread", "bread rice", "rice bread fish", "fish", "fish bread"}, 0},
    {{"[\"a\",\"b\"]", "[\"a\"]", "[\"c\"]", "[]"}, 3}, /* lists of programs: one of two is enough */
    {{"['a', 'b']", "['a']", "[]"}, 2},
    {{"['a, b', 'c']", "['c']", "[]"}, 2},
    {{"{a,\"b c\"}", "{a}", "{}"}, 2},
    {{"{'b', 'a'}", "{'a'}", "{'c'}"}, 3},
    {{"('a', 'b')", "('a',)", "()"}, 2},
    {{"[a, b]", "[b, c]", "[a]"}, 3},
    {{"[1, 2]", "[2, 1]", "[1]"}, 2},
    {{"<a><b>", "<a>", "<c++>"}, 3},
    {{"|a|b|", "|a|", "|c|"}, 3},
    {{"a;b;", "a;", "c;"}, 3},
    {{"Sales", "Reach (views, shares)", "Sales, Reach (views, shares)", "Reach (views, shares), Brand", "Brand"}, 3},
    {{"shop (a, (b, c))", "phone", "shop (a, (b, c)), phone", "phone, fax", "fax, shop (a, (b, c))", "fax"}, 3},
    {{"shop (a, b", "c), d", "shop (a, b, c), d"}, 0}, /* brackets that close in one */
    {{"Ford (diesel, van)", "Ford (diesel, car)", "Opel (petrol, van)", "Opel (diesel, van)"}, 0},
    {{"a :), b", "b, c", "c, a :)", "c"}, 3}, /* and that none opens */
    {{"a (, b", "b, c", "c, a (", "c"}, 3},   /* or closes */
    {{"a;#b", "b;#a", "c;#a", "c"}, 3},
    {{"[\"\"]", "[\"a\",\"b\"]", "[\"a\"]"}, 2}, /* a list of an empty text holds none */
    {{"[\"a\"]", "[\"b\"]", "[\"c\"]"}, 0},
    {{"[0, 10]", "[11, 20]", "[21, 30]"}, 0}, /* intervals */
    {{"[0, 10)", "[10, 20)", "[20, 30]"}, 0},
    {{"(0,10]", "(10,20]", "(20,30]"}, 0},
    {{"(a, b)", "(a)", "(b)"}, 0},
    {{"[a, b]", "[b, c]", "a"}, 0},
    {{"{l'eau,\"a, b\"}", "{l'eau}", "{}"}, 2},
    {{"<l'eau: x><b>", "<b>", "<c>"}, 3},
    {{"[\"a\",\"a\"]", "[\"a\"]", "[]"}, 0},
    {{"{\"a\": 1}", "{\"a\": 2, \"b\": 1}", "{\"b\": 1}"}, 0}, /* values by names */
    {{"[[1,2],[3,4]]", "[[1,2]]", "[]"}, 0},
    {{"[\"a\",\"b]", "[\"a\"]", "[]"}, 0},
    {{"<5", "<5><", ">5"}, 0},
    {{"a, b, c", "b, c, d", "a, d", "c, d, b", "d, a, b, Other"}, 5}, /* one that stands in one of them alone */
    {{"a, b, c", "b, c, d", "a, d", "c, d, b", "d, a, Other, Books"}, 0},
    {{"a, b, c", "a, c", "a, d", "a, Other"}, 0},
};

static void knows_several_answers(void)
{
    for (size_t k = 0; k < sizeof sets / sizeof *sets; k++) {
        size_t n = 0;
        logreg__several several = {0};
        while (n < 8 && sets[k].level[n])
            n++;
        bool found = logreg__several_answers(&several, (char *const *)sets[k].level, n);
        if (found != (sets[k].answers > 0) || (found && several.n != sets[k].answers))
            printf("# case %zu: %zu answers\n", k, found ? several.n : 0);
        CU_ASSERT_EQUAL(found, sets[k].answers > 0);
        CU_ASSERT_TRUE(!found || several.n == sets[k].answers);
    }
}

/* ---- Texts that stand for missing values ---- */

static const struct {
    const char *level[4]; /* of a column; the first one is asked about */
    bool stands;
} asked[] = {
    {{"DK", "yes", "no"}, true},
    {{"DK", "YES", "NO"}, true},
    {{"DK", "SE", "NO", "FI"}, false},
    {{"DK", "SE", "never", "often"}, true},
    {{"DK", "FIN", "NOR", "SWE"}, false},
    {{"DK", "YES", "NO", "MAY"}, true},
    {{"nd", "al", "az", "ca"}, false},
    {{"4", "f", "r"}, false}, /* drives of a car */
    {{"9", "f", "r"}, true},
    {{"4", "north", "south"}, true},
    {{"-", "f", "m"}, true},
    {{"\xe2\x80\x93", "f", "m"}, true},
    {{"--", "+"}, true},
    {{"/", "Roma", "Milano"}, true},
    {{"//", "f", "m"}, true},
    {{"*", "f", "m"}, true},
    {{"*", "**", "n"}, false}, /* stars of a test */
    {{"/", "\\"}, false},
    {{"and/or", "f"}, false},
    {{"-", "+"}, false},
    {{"-", "++", "+"}, false},
    {{"None", "f", "m"}, true},
    {{"None", "Some", "Marked"}, false},
    {{"None", "mild", "severe"}, false},
    {{"none", "f"}, false},
    {{"(none)", "f"}, true},
    {{"unknown", "f"}, true},
    {{"UNKNOWN", "f"}, true},
    {{"<unknown>", "f"}, true},
    {{"(blank)", "f"}, true},
    {{"blank", "f"}, false},
    {{"[NULL]", "f"}, true},
    {{"(null)", "f"}, true},
    {{"Don't know", "f"}, true},
    {{"Don\xe2\x80\x99t know", "f"}, true},
    {{"DONT_KNOW", "f"}, true},
    {{"Refused", "f"}, true},
    {{"N/K", "f"}, true},
    {{"n.k.", "f"}, true},
    {{"pending", "f"}, false},
    {{"k. A.", "f"}, true},
    {{"keine Angabe", "f"}, true},
    {{"Wei\xc3\x9f nicht", "f"}, true},
    {{"Non renseign\xc3\x89", "f"}, true},
    {{"99 - missing", "f"}, true},
    {{"589.-", "f"}, false}, /* money */
    {{"None", "++", "+"}, false},
    {{"NA", "SE", "FI"}, false},
    {{"NA", "SI", "NO"}, true},
    {{"-9: Refused", "f"}, true},
    {{"9 - Unknown", "f"}, true},
    {{"1 - Very bad", "f"}, false},
    {{"[object Object]", "f"}, true},
    {{"TBC", "f"}, true},
    {{"see notes", "f"}, true},
    {{"I can't say", "f"}, true},
    {{"Can\xe2\x80\x99t say", "f"}, true},
    {{"Cannot say", "yes", "no"}, true},
    {{"Hard to say", "f"}, true},
    {{"I have no idea", "f"}, true},
    {{"No idea", "f"}, true},
    {{"No opinion", "f"}, true},
    {{"I don't know", "f"}, true},
    {{"Rather not say", "f"}, true},
    {{"I'd rather not say", "f"}, true},
    {{"Prefer not to answer", "f"}, true},
    {{"I don't remember", "f"}, true},
    {{"Can't remember", "f"}, true},
    {{"Does not apply", "f"}, true},
    {{"Undecided", "yes", "no"}, true},
    {{"Undecided", "Labour", "Green"}, false}, /* a voter */
    {{"kann ich nicht sagen", "ja"}, true},
    {{"keine Meinung", "ja"}, true},
    {{"Ei osaa sanoa", "f"}, true},
    {{"ne\xc5\xbeinau", "taip"}, true},
    {{"je ne sais pas", "oui"}, true},
    {{"sans opinion", "oui"}, true},
    {{"n\xc3\xa3o sei", "sim"}, true},
    {{"No opina", "f"}, true},
    {{"none given", "f"}, true},
    {{"\320\235\320\265 \321\203\320\272\320\260\320\267\320\260\320\275\320\276", "f"},
     true},                                                /* Russian, not stated */
    {{"\346\234\252\345\233\236\347\255\224", "f"}, true}, /* Japanese, not answered */
    {{"./.", "0/0"}, true},                                /* of genotypes */
    {{"Saknas", "f"}, true},
    {{"vet ikke", "f"}, true},
    {{"LIPS\304\202", "f"}, true},
    {{"nezn\303\241m\303\275", "f"}, true},
    {{"brak", "f"}, true},
    {{"(not set)", "f"}, true},
    {{"Blank(s)", "Localized", "Distant"}, true},
    {{"(blank)", "Localized", "Distant"}, true},
    {{"Blank", "Standard", "Control"}, false}, /* of a plate, a sample without the substance */
    {{"Unstaged", "Localized", "Distant"}, true},
    {{"Unknown/unstaged", "Localized", "Distant"}, true},
    {{"ungraded", "low", "high"}, true},
    {{"Not Evaluated", "f"}, true},
    {{"#N/A N/A", "f"}, true},
    {{"HEMOLYZED", "f"}, true},
    {{"QNS", "f"}, true},
    {{"ND", "f"}, true},
    {{"ND", "SD", "MN", "WI"}, false},                                  /* Dakota */
    {{"\320\235\320\265 \320\267\320\275\320\260\321\216", "f"}, true}, /* Russian, I do not know */
    {{"99", "North", "South"}, true},
    {{"0", "North", "South"}, true},
    {{"0", "North"}, false},
    {{"8.0", "North", "South"}, true},
    {{"8.5", "North", "South"}, false},
    {{"8.", "North", "South"}, false},
    {{"0", "1 cm", "South"}, false},
    {{"99", "0-5yrs", "12+ yrs"}, true},
    {{"88", "0-5yrs", "12+ yrs"}, false},
    {{"9", "0-5yrs", "12+ yrs"}, false},
    {{"99", "0-5", "6-98"}, false},
    {{"none", "yes", "no"}, true},
    {{"nil", "Male", "Female"}, true},
    {{"not done", "positive", "negative"}, true},
    {{"blank", "f", "m"}, true},
    {{"none", "low", "high"}, false},
    {{"Blank", "North", "South"}, true},
    {{"Blank", "North"}, false},
    {{"BLANK", "Plate 1", "Plate 2"}, false},
    {{"Blank", "QC pool", "Sera"}, false},
    {{"Blank", "Labour", "Spoilt"}, false},
    {{"none", "yes"}, false},
    {{"0000-00-00", "f"}, true},
    {{"0000-00-00 00:00:00", "2024-01-31 10:00:00"}, true},
    {{"0000-00-00T00:00:00.000Z", "2024-01-31T10:00:00.000Z"}, true},
    {{"00/00/0000", "31/01/2024"}, true},
    {{"0000-00-00 10:00:00", "f"}, false},
    {{"0000-00-001", "f"}, false},
    {{"0000-00", "f"}, false},
    {{"#REF!", "f"}, true},
    {{"#DIV/0!", "f"}, true},
    {{"#BEZUG!", "f"}, true},
    {{"#NV", "f"}, true},
    {{"#NAME?", "f"}, true},
    {{"#1!", "f"}, true},
    {{"#1", "f"}, false},
    {{".a", "f"}, true},
    {{".Z", "f"}, true},
    {{".5", "f"}, false},
    {{".ab", "f"}, false},
    {{"..", "f"}, true},
    {{"ka", "f"}, false},
    {{"Nan", "f"}, true},
    {{"()", "f"}, false},
    {{"(", "f"}, false},
    {{" ", "f"}, false},
    {{"a word of more letters than anything that stands for a missing value has", "f"}, false},
};

static void knows_what_stands_for_missing_values(void)
{
    for (size_t i = 0; i < sizeof asked / sizeof *asked; i++) {
        logreg_frame *f = NULL;
        logreg_gap gap;
        size_t n = 0;
        while (n < 4 && asked[i].level[n])
            n++;
        CU_ASSERT_EQUAL(logreg_frame_new(&f, NULL), LOGREG_OK);
        CU_ASSERT_EQUAL(logreg_frame_add_category(f, "x", asked[i].level, n, NULL), LOGREG_OK);
        bool found = logreg_frame_gap(&gap, f, 0), same = found == asked[i].stands;
        for (size_t k = 0; found && k < gap.n_texts; k++)
            same = same && strcmp(gap.text[k], asked[i].level[0]) == 0;
        if (!same)
            printf("# '%s'\n", asked[i].level[0]);
        CU_ASSERT_TRUE(same);
        CU_ASSERT_EQUAL(gap.n_rows, asked[i].stands);
        logreg_frame_free(f);
    }
}

static void counts_levels_that_have_rows(void)
{
    const char *labels[] = {"f", "-", "unknown", "-", "m", NULL};
    const double x[] = {1, 1, 0, 1, 1, 1};
    logreg_frame *f = NULL;
    logreg_gap gap;
    CU_ASSERT_EQUAL(logreg_frame_new(&f, NULL), LOGREG_OK);
    CU_ASSERT_EQUAL(logreg_frame_add_category(f, "g", labels, 6, NULL), LOGREG_OK);
    CU_ASSERT_EQUAL(logreg_frame_add_numeric(f, "x", x, 6, 1, NULL), LOGREG_OK);
    CU_ASSERT_TRUE(logreg_frame_gap(&gap, f, 0));
    CU_ASSERT_EQUAL(gap.n_texts, 2);
    CU_ASSERT_EQUAL(gap.n_rows, 3);
    CU_ASSERT_FALSE(logreg_frame_gap(&gap, f, 1));
    CU_ASSERT_EQUAL(gap.n_texts, 0);
    CU_ASSERT_EQUAL(logreg_frame_filter(f, "x == 1", NULL), LOGREG_OK);
    CU_ASSERT_TRUE(logreg_frame_gap(&gap, f, 0));
    CU_ASSERT_EQUAL(gap.n_texts, 1);
    CU_ASSERT_EQUAL(gap.n_rows, 2);
    logreg_frame_free(f);
}

/* ---- Two answers ---- */

static void knows_two_answers(void)
{
    static const struct {
        const char *label[6];
        const char *sides; /* NULL: they are not two answers */
    } table[] = {
        {{"yes", "No", "Y", "n", "1", "0"}, "101010"},
        {{"TRUE", "F", "t"}, "101"},
        {{"f", "Male", "M"}, "011"},
        {{"Ja", "nein", "N"}, "100"},
        {{"s\xc3\xad", "NO"}, "10"},
        {{"+", "-", "pos"}, "101"},
        {{"\342\234\227", "\342\234\223"}, "01"},                              /* a cross and a tick, */
        {{"\342\234\224\357\270\217", "\342\234\230", "\342\234\224"}, "101"}, /* heavy ones */
        {{"X", "\342\234\223"}, "01"},
        {{"x", "y"}, NULL},
        {{"N\xc3\xa3o", "Sim", "N\xc3\x83O"}, "010"},
        {{"\340\244\250\340\244\271\340\245\200\340\244\202", "\340\244\271\340\244\276\340\244\201", "Yes",
          "No", "\340\244\271\340\244\276\340\244\202"},
         "01101"},
        {{"\331\206\330\271\331\205", "\331\204\330\247"}, "10"},
        {{"\343\201\257\343\201\204", "\343\201\204\343\201\204\343\201\210"}, "10"},
        {{"\343\201\202\343\202\212", "\343\201\252\343\201\227"}, "10"},
        {{"\347\224\267", "\345\245\263", "M"}, "101"},
        {{"ya", "Tidak"}, "10"},
        {{"\330\260\331\203\330\261", "\330\243\331\206\330\253\331\211"}, "10"},
        {{"\346\234\211", "\347\204\241", "\346\227\240"}, "100"},
        {{"yes", "Y"}, NULL},
        {{"yes", "no", "maybe"}, NULL},
        {{"no", ""}, NULL},
        {{"a", "ab", "b"}, NULL},
    };
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        int side[6];
        char sides[7] = "";
        size_t n = 0;
        while (n < 6 && table[i].label[n])
            n++;
        bool two = logreg__answers_sides(side, (char *const *)table[i].label, NULL, n);
        CU_ASSERT_EQUAL(two, table[i].sides != NULL);
        for (size_t k = 0; two && k < n; k++)
            sides[k] = (char)('0' + side[k]);
        CU_ASSERT_TRUE(!two || same_text(sides, table[i].sides));
    }
}

/* ---- Fits of files ---- */

/* The error of the fit of the last column to the first, or "n classes". */
static char *fit_of(const char *text, const variant *how, logreg_status *status)
{
    logreg_frame *f = NULL;
    logreg_model *m = NULL;
    logreg_error err = {0};
    const char *na, *categorical;
    const logreg_csv_options options = options_of(how, &na, &categorical);
    FILE *stream = fmemopen((void *)text, strlen(text), "rb"), *out;
    size_t n;
    *status = logreg_frame_read_csv_stream(&f, stream, "f.csv", &options, &err);
    fclose(stream);
    if (*status == LOGREG_OK)
        *status = logreg_fit_formula(&m, f, "y ~ x", NULL, &err);
    out = begin_text();
    if (*status == LOGREG_OK)
        fprintf(out, "%zu classes", logreg_model_classes(m));
    else
        fputs(err.message, out);
    logreg_model_free(m);
    logreg_frame_free(f);
    return end_text(out, &n);
}

static void asks_before_it_takes_words_for_classes(void)
{
    static const struct {
        const char *text, *want;
        variant how;
    } table[] = {
        {"x,y\n1,no\n2,yes\n3,no\n4,yes\n5,unknown\n2,no\n",
         "f.csv:6:2 'y': 'unknown' (1 of 6 rows) would be a class beside 'no' and 'yes'. If it stands for "
         "missing values, "
         "leave these rows out, --na-values 'y=unknown', or, if it is a class, use --categorical y",
         {0}},
        {"x,y\n1,no\n2,yes\n3,no\n4,yes\n5,unknown\n2,no\n", "3 classes", {.categorical = "y"}},
        {"x,y\n1,no\n2,yes\n3,no\n4,yes\n5,unknown\n2,no\n", "2 classes", {.na = "unknown"}},
        /* of three colours a fourth class is no surprise; nor is a word that may be one, where the others are no answers */
        {"x,y\n1,a\n2,b\n3,a\n4,b\n5,unknown\n2,a\n", "3 classes", {0}},
        {"x,y\n1,a\n2,b\n3,a\n4,b\n5,c\n6,c\n2,#REF!\n1,a\n", "4 classes", {0}},
        {"x,y\n1,a\n2,b\n3,a\n4,b\n5,Refused\n6,?\n2,a\n4,(blank)\n",
         "f.csv:6:2 'y': '(blank)' and 'Refused' (2 of 7 rows) would be classes beside 'a' and 'b'. If they "
         "stand for "
         "missing values, leave these rows out, --na-values 'y=(blank),y=Refused', "
         "or, if they are classes, use --categorical y",
         {0}},
        {"x,y\n1,a\n2,b\n3,a\n4,B\n5,A\n2,a\n",
         "f.csv:2:2 'y': 'A', 'B', 'a' and 'b' look like two answers in several spellings, and would count "
         "as 4. Write each in one way, " CELLS(
             ",", "for ($F[1]) { s/^[\"\\s]*A[\"\\s]*?(?=\\r?$)/a/; "
                  "s/^[\"\\s]*B[\"\\s]*?(?=\\r?$)/b/ }") ", or, if they differ, use --categorical y",
         {0}},
        {"y;x\n(a);1\n[b];2\n(A);3\n(a);4\n[b];1\n",
         "f.csv:2:1 'y': '(A)', '(a)' and '[b]' look like two answers in several spellings, and would count "
         "as 3. Write each in one way, " CELLS(
             ";", "s/^[\"\\s]*\\(A\\)[\"\\s]*?(?=\\r?$)/(a)/ for $F[0]") ", or, if they differ, use "
                                                                         "--categorical y",
         {0}},
        {"x,y\n1,0\n2,1\n3,0\n4,1\n5,true\n2,0\n",
         "f.csv:6:2 'y': 'true' is an answer in words, where others are 0 and 1 (1 of 6 values). Write all "
         "in one way, " CELLS(",",
                              "s/^[\"\\s]*true[\"\\s]*?(?=\\r?$)/1/ for $F[1]") ", or use --categorical y",
         {0}},
        {"x,y\n1,0\n2,1\n3,0\n4,2\n5,true\n2,0\n",
         "f.csv:6:2 'y': 'true' is not a number (1 of 6 values). Use --na-values 'y=true' (which leaves out 1 "
         "row), or --categorical y",
         {0}},
        /* one option takes the texts of all columns out */
        {"x,y\n1,no\n2,(null)\n#REF!,no\n4,yes\n5,yes\n2,no\n1,-\n",
         "f.csv:4:1 'x': '#REF!' is not a number (1 of 7 values). Use --na-values 'x=#REF!,y=(null)' (which "
         "leaves out 2 rows), or --categorical x",
         {0}},
    };
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        logreg_status status;
        char *got = fit_of(table[i].text, &table[i].how, &status);
        CU_ASSERT_TRUE(same_text(got, table[i].want));
        free(got);
    }
}

static bool fit_or_run_out(void *context)
{
    logreg_status status;
    char *got = fit_of(context, &(variant){0}, &status);
    bool ok =
        got && (status == LOGREG_ENOMEM || strstr(got, "would be") || strstr(got, "would count") ||
                strstr(got, "merged cells") || strstr(got, "of trials") || strstr(got, "a program took") ||
                strstr(got, "seems to repeat") || strstr(got, "several answers"));
    free(got);
    return ok;
}

static bool tell_or_run_out(void *context)
{
    logreg_frame *f = NULL;
    logreg_model *m = NULL;
    char *sentence = NULL;
    logreg_error err = {0};
    logreg_status status = frame_of_text(&f, context, &err);
    if (status == LOGREG_OK)
        status = logreg_fit_formula(&m, f, "y ~ x", NULL, &err);
    if (status == LOGREG_OK)
        status = logreg_model_gaps(&sentence, m, f, &err);
    static const char want[] = "'-' and 'Don't know' of 'x' (2 of 8 rows) may stand for missing values: "
                               "--na-values '-,Don'\\''t know' leaves such rows "
                               "out; if they mean what they say, --categorical x keeps this note away";
    bool ok = status == LOGREG_ENOMEM ? !sentence : same_text(sentence, want);
    free(sentence);
    logreg_model_free(m);
    logreg_frame_free(f);
    return ok;
}

/* The report ends with commands, in a fit and in the doctor's. */
static bool mend_or_run_out(void *context)
{
    logreg_frame *f = NULL;
    logreg_model *m = NULL;
    logreg_checkup *c = NULL;
    char *text = NULL;
    logreg_report_options o = logreg_report_options_default();
    logreg_status status = frame_of_text(&f, context, NULL);
    if (status == LOGREG_OK)
        status = logreg_fit_formula(&m, f, "y ~ .", NULL, NULL);
    if (status == LOGREG_OK)
        status = logreg_report_warnings(&text, m, &o, NULL);
    if (status == LOGREG_OK)
        status = logreg_checkup_new(&c, f, "y ~ .", NULL, NULL);
    bool ok = status == LOGREG_ENOMEM ||
              (status == LOGREG_OK && strstr(text, "{$& < 16 ? $& * 100 : $&}e for $F[1] }") &&
               strstr(text, "s/^[\"\\s]*paris[\"\\s]*?(?=\\r?$)/Paris/ for $F[0] }") &&
               strstr(text, "$F[2] = \"d_a,d_b,d_c\""));
    for (size_t i = 0; ok && c && i < logreg_checkup_findings(c); i++) {
        const char *command = logreg_checkup_finding(c, i).command;
        ok = !command || strstr(text, command);
    }
    free(text);
    logreg_checkup_free(c);
    logreg_model_free(m);
    logreg_frame_free(f);
    return ok;
}

/* NA among codes and few numbers with a unit: notes of the frame, and findings. */
static bool look_or_run_out(void *context)
{
    logreg_frame *f = NULL;
    logreg_checkup *c = NULL;
    bool found = false;
    logreg_status status = frame_of_text(&f, context, NULL);
    if (status == LOGREG_OK)
        status = logreg_checkup_new(&c, f, "y ~ .", NULL, NULL);
    for (size_t i = 0; c && i < logreg_checkup_findings(c); i++)
        found = found || strcmp(logreg_checkup_finding(c, i).code, "code_as_missing") == 0;
    bool ok = status == LOGREG_ENOMEM ||
              (found && logreg_frame_notes(f) > 1 && strstr(logreg_frame_note(f, 1), "\\N,z=NA") &&
               strstr(logreg_frame_note(f, 0), "3 different ones"));
    logreg_checkup_free(c);
    logreg_frame_free(f);
    return ok;
}

/* Lists of codes among codes: an error of reading, and where many are lists, of the category. */
static bool lists_or_run_out(void *context)
{
    logreg_frame *f = NULL;
    logreg_model *m = NULL;
    logreg_error err = {0};
    logreg_status status = frame_of_text(&f, context, &err);
    if (status == LOGREG_OK)
        status = logreg_fit_formula(&m, f, "y ~ x", NULL, &err);
    bool ok = status == LOGREG_ENOMEM || strstr(err.message, "lists codes that stand alone in other cells");
    logreg_model_free(m);
    logreg_frame_free(f);
    return ok;
}

static void survives_any_failing_allocation(void)
{
    static char few[] = "x;y\n1;no\n2;yes\n1;no\n2;yes\n1, 2;no\n1,2;yes\n2;no\n", many[1000] = "x;y\n";
    static const char *const several[] = {"1, 3", "2, 4", "1,5", "3,4,5", "2,3"};
    for (int i = 0; i < 60; i++) {
        char code[2] = {(char)('1' + i * 7 % 5), '\0'};
        snprintf(many + strlen(many), sizeof many - strlen(many), "%s;%s\n",
                 i % 4 ? code : several[i / 4 % 5], i % 3 ? "no" : "yes");
    }
    CU_ASSERT_TRUE(oom_each(lists_or_run_out, few));
    CU_ASSERT_TRUE(oom_each(lists_or_run_out, many));
    static char words[] = "x,y\n1,no\n2,yes\n3,no\n4,yes\n5,unknown\n2,no\n",
                spellings[] = "x,y\n1,a\n2,b\n3,A\n4,b\n5,B\n2,a\n",
                note[] = "x,y\na,0\nb,1\na,1\nb,0\n-,0\nDon't know,1\na,0\nb,1\n";
    static char merged[] = /* z begins anew with each group */
        "x,z,y\na,1,no\n,2,yes\n,3,no\nb,1,yes\n,2,no\n,3,yes\n,4,no\nc,1,no\n,2,yes\nd,1,yes\n,2,no\n,3,"
        "yes\n";
    static char ditto[] = "x,y\na,no\n\"\"\"\",yes\nb,no\nditto,yes\n";
    CU_ASSERT_TRUE(oom_each(fit_or_run_out, ditto));
    static char garbled[] = "x,y\nK\303\203\302\266ln,no\nBonn,yes\nBonn,no\nK\303\266ln,yes\n";
    static char twice[] = "s,x,y\nyes,1,no\nYes,2,yes\nno,3,No\nNo,4,yes\nyes,5,no\nno,2,Yes\n";
    static char codes[] =
        "x,u,z,y\nNA,1 kg,1,no\nDE,2 kg,NA,yes\n,3 kg,3,no\nUS,1 kg,4,yes\nDE,2 kg,2,no\nNA,3 kg,1,yes\n";
    CU_ASSERT_TRUE(oom_each(look_or_run_out, codes));
    CU_ASSERT_TRUE(oom_each(fit_or_run_out, twice));
    CU_ASSERT_TRUE(oom_each(fit_or_run_out, garbled));
    CU_ASSERT_TRUE(oom_each(fit_or_run_out, merged));
    static char trials[] = "x,y\n1,1/4\n2,3/4\n3,2/5\n4,1/4\n";
    CU_ASSERT_TRUE(oom_each(fit_or_run_out, trials));
    CU_ASSERT_TRUE(oom_each(fit_or_run_out, words));
    CU_ASSERT_TRUE(oom_each(fit_or_run_out, spellings));
    CU_ASSERT_TRUE(oom_each(tell_or_run_out, note));
    static char lists[1200] = "x,y\n"; /* each row another set */
    for (unsigned i = 1; i < 25; i++)
        sprintf(lists + strlen(lists), "\"[%s%s%s%s%s'o']\",%u\n", i & 1 ? "'a'," : "", i & 2 ? "'b'," : "",
                i & 4 ? "'c'," : "", i & 8 ? "'d'," : "", i & 16 ? "'e'," : "", i * i % 7 % 2);
    CU_ASSERT_TRUE(oom_each(fit_or_run_out, lists));
    static char mended[2000] = "town,h,d,y\n";
    static const char *const drunk[] = {"a", "b", "a;b", "b;c", "c"};
    for (size_t i = 0; i < 40; i++)
        sprintf(mended + strlen(mended), "%s,%g,%s,%s\n",
                i % 7 == 2 ? "paris"
                : i % 3    ? "Paris"
                           : "Nice",
                i % 9 ? 160 + (double)(i * 7 % 31) : 1.7, drunk[i * 3 % 5], i * i % 7 < 3 ? "no" : "yes");
    CU_ASSERT_TRUE(oom_each(mend_or_run_out, mended));
}

/* ---- Numbers of rows and of cases ---- */

static void tells_numbers_that_are_no_variables(void)
{
    static const struct {
        const char *name;
        double first, step, turn; /* first + step i, and i modulo turn */
        size_t rows;
        bool identifies, counts;
    } table[] = {
        {"Case Number", 5, 3, 99, 20, true, false},
        {"casualties_no", 5, 3, 99, 20, false, false},
        {"SEQN", 5, 3, 99, 20, true, false},
        {"Account", 4400037, 37, 99, 20, true, false},
        {"Card no.", 5, 3, 99, 20, true, false},
        {"accounts", 5, 3, 99, 20, false, false},
        {"Material", 1000000, 17, 99, 20, true, false}, /* steps of no design */
        {"Price", 100000, 500, 99, 20, false, false},
        {"x", 1, 1, 99, 20, true, false},
        {"x", 0, 1, 99, 20, true, false},
        {"x", 1, 1, 99, 19, false, false},
        {"x", 2, 1, 99, 20, false, false},
        {"year", 1, 1, 99, 20, false, false},
        {"record_id", 5, 3, 99, 20, true, false},
        {"patientID", 90, -3, 99, 20, true, false},
        {"Unnamed: 0", 3, 2, 99, 20, true, false},
        {"id", 5, 3, 10, 20, false, false},
        {"id", 5, 0.5, 99, 20, false, false},
        {"user_pseudo_id", 1e9, 1234.5, 99, 20, true, false},
        {"sales", 1e9, 1234.5, 99, 20, false, false},
        {"fluid", 5, 3, 99, 20, false, false},
        {"id", 1e18, 7, 99, 20, true, false},
        {"V7", 11001, 1, 99, 20, true, false},
        {"V7", 11001, -1, 99, 20, true, false},
        {"V7", 11001, 3, 99, 20, true, false},
        {"V7", 11001, 5, 99, 20, false, false},
        {"V7", 11001, 0.5, 99, 20, false, false},
        {"V7", 11001, 1, 19, 20, false, false},
        {"V7", 1901, 1, 99, 20, false, false},
        {"time_h", 11001, 1, 99, 20, false, false},
        {"Year of birth", 11001, 1, 99, 20, false, false},
        {"hhid", 5, 4, 99, 20, true, false},
        {"N\302\260 dossier", 5, 4, 99, 20, true, false},
        {"nodossier", 5, 4, 99, 20, true, false},
        {"num_dossier", 5, 4, 99, 20, true, false},
        {"num_de_dossier", 5, 4, 99, 20, true, false},
        {"Nr. Akte", 5, 4, 99, 20, true, false},
        {"Rechnungsnr.", 5, 4, 99, 20, true, false},
        {"idno", 5, 4, 99, 20, true, false},
        {"ID klienta", 5, 4, 99, 20, true, false},
        {"Patient File Number", 5, 4, 99, 20, true, false},
        {"number of days per patient", 5, 4, 99, 20, false, false},
        {"num_children", 5, 4, 99, 20, false, false},
        {"paid", 5, 4, 99, 20, false, false},
        {"hhid", 5, 4, 9, 20, false, false},
        {"N\302\260 enfants", 5, 4, 99, 20, false, false},
        {"N\302\260 enfants", 2005, 4, 99, 20, true, false},
        {"enfants", 2005, 4, 99, 20, false, false},
        {"Freq", 3, 2, 7, 20, false, true},
        {"n", 3, 2, 7, 20, false, true},
        {"COUNT(*)", 1, 2, 7, 5, false, true},
        {"COUNT(*)", 0, 2, 7, 5, false, false},
        {"Freq", 3, 2, 2, 20, false, false},
        {"Freq", -3, 2, 7, 20, false, false},
        {"Freq", 3, 0.5, 7, 20, false, false},
        {"platelet_count", 3, 2, 7, 20, false, false},
        {"n", 1, 1, 99, 20, true, false},
    };
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        double x[20];
        for (size_t k = 0; k < table[i].rows; k++)
            x[k] = table[i].first + table[i].step * fmod((double)k, table[i].turn);
        logreg_frame *f = NULL;
        CU_ASSERT_EQUAL(logreg_frame_new(&f, NULL), LOGREG_OK);
        CU_ASSERT_EQUAL(logreg_frame_add_numeric(f, table[i].name, x, table[i].rows, 1, NULL), LOGREG_OK);
        bool same = logreg_frame_identifies(f, 0) == table[i].identifies &&
                    logreg_frame_counts_cases(f, 0) == table[i].counts;
        if (!same)
            printf("# row %zu\n", i);
        CU_ASSERT_TRUE(same);
        logreg_frame_free(f);
    }
}

/* With gaps, and in any order where there are so many that some would repeat. */
static void tells_numbers_of_some_rows(void)
{
    static const struct {
        const char *name;
        size_t step, of, rows, gap; /* from 5000 on: step k modulo `of`, and one more behind each gap */
        bool identifies;
    } table[] = {
        {"V7", 37, 101, 100, 999, true},    {"V7", 37, 101, 102, 999, false},
        {"V7", 37, 97, 50, 999, true},      {"V7", 37, 97, 40, 999, false},
        {"rank", 37, 101, 100, 999, false}, {"V7", 37, 1009, 100, 999, false},
        {"V7", 1, 999, 30, 7, true},        {"V7", 2, 999, 30, 3, true},
        {"V7", 3, 999, 30, 3, false},       {"age 2020", 1, 999, 30, 7, false},
    };
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        double x[102];
        for (size_t k = 0; k < table[i].rows; k++)
            x[k] = (double)(5000 + k * table[i].step % table[i].of + k / table[i].gap);
        logreg_frame *f = NULL;
        CU_ASSERT_EQUAL(logreg_frame_new(&f, NULL), LOGREG_OK);
        CU_ASSERT_EQUAL(logreg_frame_add_numeric(f, table[i].name, x, table[i].rows, 1, NULL), LOGREG_OK);
        if (logreg_frame_identifies(f, 0) != table[i].identifies)
            printf("# row %zu\n", i);
        CU_ASSERT_EQUAL(logreg_frame_identifies(f, 0), table[i].identifies);
        logreg_frame_free(f);
    }
}

/* ---- Classes in few rows ---- */

static void finds_odd_classes(void)
{
    static const struct {
        double common[2], odd[2];
        size_t rows, n_odd;
        bool found;
    } table[] = {
        {{0, 1}, {9, 9}, 40, 2, true},    {{0, 1}, {-1, -1}, 40, 2, true}, {{0, 1}, {2, 2}, 40, 2, true},
        {{1, 2}, {0, 0}, 40, 2, true},    {{1, 2}, {8, 9}, 40, 2, true},   {{0, 1}, {2, 2}, 40, 5, false},
        {{0, 1}, {0.5, 2}, 40, 2, false}, {{0, 1}, {1, 0}, 40, 2, false},  {{2, 3}, {9, 9}, 40, 2, false},
        {{0, 2}, {9, 9}, 40, 2, false},
    };
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        double y[40];
        logreg_sentinel found;
        for (size_t k = 0; k < 40; k++)
            y[k] = k < table[i].n_odd ? table[i].odd[k % 2] : table[i].common[k % 2];
        logreg_frame *f = NULL;
        CU_ASSERT_EQUAL(logreg_frame_new(&f, NULL), LOGREG_OK);
        CU_ASSERT_EQUAL(logreg_frame_add_numeric(f, "y", y, 40, 1, NULL), LOGREG_OK);
        bool got = logreg_frame_odd_class(&found, f, 0);
        if (got != table[i].found)
            printf("# row %zu\n", i);
        CU_ASSERT_EQUAL(got, table[i].found);
        CU_ASSERT_EQUAL(found.n_rows, got ? table[i].n_odd : 0);
        CU_ASSERT_TRUE(!got || (found.value[0] == table[i].odd[0] && found.low == table[i].common[0]));
        logreg_frame_free(f);
    }
}

const test_case tests[] = {
    {"knows what stands for missing values", knows_what_stands_for_missing_values},
    {"counts levels that have rows", counts_levels_that_have_rows},
    {"knows two answers", knows_two_answers},
    {"asks before it takes words for classes", asks_before_it_takes_words_for_classes},
    {"tells numbers that are no variables", tells_numbers_that_are_no_variables},
    {"tells numbers of some rows", tells_numbers_of_some_rows},
    {"finds odd classes", finds_odd_classes},
    {"knows several answers in a cell", knows_several_answers},
    {"survives any failing allocation", survives_any_failing_allocation},
    {NULL, NULL},
};
