/* What a report is made of: names made harmless, numbers as text, paragraphs and tables of a given width. */
#include "harness.h"
#include "oom.h"

#include <locale.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "report/page/figure.h"
#include "report/options.h"
#include "report/page/table.h"

static void start(logreg__page *page, bool ascii, int width)
{
    logreg_report_options o = logreg_report_options_default();
    o.ascii = ascii;
    o.width = width;
    logreg__page_start(page, &o);
}

static bool page_is(logreg__page *page, const char *want)
{
    char *text = NULL;
    bool ok = logreg__page_finish(&text, page, NULL) == LOGREG_OK && same_text(text, want);
    free(text);
    return ok;
}

static bool name_is(const char *name, int room, bool ascii, const char *want)
{
    logreg__page page;
    start(&page, ascii, 80);
    logreg__page_name(&page, name, room);
    return page_is(&page, want);
}

/* ---- Names ---- */

static void hostile_names_are_harmless(void)
{
    CU_ASSERT_TRUE(name_is("age", 10, false, "age"));
    CU_ASSERT_TRUE(name_is("a\033[31mb\nc\td\177", 20, false, "a?[31mb c?d?"));
    CU_ASSERT_TRUE(name_is("\302\233"
                           "31m",
                           20, false, "?31m"));                               /* a C1 control */
    CU_ASSERT_TRUE(name_is("a\342\200\256b\342\200\213", 20, false, "a?b?")); /* right to left, zero width */
    CU_ASSERT_TRUE(name_is("a\342\200\250z", 20, false, "a?z"));              /* line separator */
    CU_ASSERT_TRUE(name_is("\377\303(\351", 20, false,
                           "?"
                           "?(?"));                          /* not UTF-8 */
    CU_ASSERT_TRUE(name_is("\356\200\200", 20, false, "?")); /* private use: of unknown width */
    CU_ASSERT_TRUE(name_is("", 20, false, ""));
}

static void signs_have_stand_ins(void)
{
    CU_ASSERT_TRUE(name_is("−0.07", 20, true, "-0.07"));
    CU_ASSERT_TRUE(name_is("−0.07", 20, false, "−0.07"));
    CU_ASSERT_TRUE(name_is("1.7× of 5–9, Ann’s…", 30, true, "1.7x of 5-9, Ann's..."));
    CU_ASSERT_TRUE(name_is("5–9 mm², année", 30, true, "5-9 mm?, ann?e"));
}

static void marks_stay_on_their_letter(void)
{
    CU_ASSERT_TRUE(name_is("e\314\201", 20, false, "e\314\201"));
    CU_ASSERT_TRUE(name_is("\314\201"
                           "e",
                           20, false, "e")); /* nothing before it to stand on */
    CU_ASSERT_TRUE(name_is("z\314\201\314\202\314\203\314\204!", 20, false, "z\314\201\314\202!"));
}

static void ascii_pages_hold_ascii(void)
{
    CU_ASSERT_TRUE(name_is("\303\251t\303\251 5\342\202\254", 20, true, "?t? 5?"));
}

static void long_names_lose_their_middle(void)
{
    CU_ASSERT_TRUE(name_is("worst fractal dimension", 23, false, "worst fractal dimension"));
    CU_ASSERT_TRUE(name_is("worst fractal dimension", 12, false, "worst …nsion"));
    CU_ASSERT_TRUE(name_is("average systo…isits (mmHg), by 14.5", 24, false, "average syst…g), by 14.5"));
    CU_ASSERT_TRUE(name_is("a…isits (mmHg), by 14.5", 20, false, "a…ts (mmHg), by 14.5"));
    CU_ASSERT_TRUE(name_is("average systolic pre…s", 12, false, "average sy…s"));
    CU_ASSERT_TRUE(name_is("worst fractal dimension", 12, true, "worst...sion"));
    CU_ASSERT_TRUE(name_is("abcdef", 1, false, "…"));
    /* characters two columns wide are never cut in half: one column stays free */
    CU_ASSERT_TRUE(name_is("日本語日本語", 8, false, "日本…語"));
    CU_ASSERT_TRUE(name_is("日本語日本語", 12, false, "日本語日本語"));
}

static void names_fit_their_room(void)
{
    static const char *const names[] = {"x",
                                        "a rather long name of a column",
                                        "日本語のとても長い列の名前",
                                        "日本語のとて…も長い列の名前 of a column",
                                        "e\314\201e\314\201e\314\201e\314\201e\314\201",
                                        "😀😀😀😀😀😀",
                                        "\001\002\003\004\005\006\007\010"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        for (int room = 3; room < 40; room++)
            for (int ascii = 0; ascii < 2; ascii++) {
                logreg__page page;
                start(&page, ascii, 80);
                logreg__page_name(&page, names[i], room);
                CU_ASSERT_TRUE(logreg__columns(logreg__page_string(&page), page.text.length) <= room);
                CU_ASSERT_EQUAL(logreg__utf8_valid(logreg__page_string(&page), page.text.length),
                                page.text.length);
                logreg__page_free(&page);
            }
}

/* ---- Numbers ---- */

static logreg__page signs(bool ascii)
{
    logreg__page page;
    start(&page, ascii, 80);
    return page;
}

static bool fixed_is(double value, int decimals, const char *want)
{
    char text[LOGREG__FIGURE_SIZE];
    return same_text(logreg__figure_fixed(text, value, decimals, signs(false).sign), want);
}

static bool digits_is(double value, int digits, const char *want)
{
    char text[LOGREG__FIGURE_SIZE];
    return same_text(logreg__figure_digits(text, value, digits, signs(false).sign), want);
}

static bool plain_is(double value, int digits, const char *want)
{
    char text[LOGREG__FIGURE_SIZE];
    return same_text(logreg__figure_plain(text, value, digits, signs(false).sign), want);
}

static void numbers_read_well(void)
{
    CU_ASSERT_TRUE(fixed_is(15.0429016, 3, "15.043"));
    CU_ASSERT_TRUE(fixed_is(-0.23216, 4, "−0.2322"));
    CU_ASSERT_TRUE(fixed_is(-0.0001, 2, "0.00"));
    CU_ASSERT_TRUE(fixed_is(-0.0, 1, "0.0"));
    CU_ASSERT_TRUE(fixed_is(9.9996, 3, "10.000"));
    CU_ASSERT_TRUE(fixed_is(12, 0, "12"));
    CU_ASSERT_TRUE(fixed_is(1e300, 2, "1.000e300"));
    CU_ASSERT_TRUE(fixed_is(NAN, 2, ""));
    CU_ASSERT_TRUE(fixed_is(INFINITY, 2, "∞"));
    CU_ASSERT_TRUE(fixed_is(-INFINITY, 2, "−∞"));
    CU_ASSERT_TRUE(digits_is(0.79281, 4, "0.7928"));
    CU_ASSERT_TRUE(digits_is(321.4, 3, "321"));
    CU_ASSERT_TRUE(digits_is(999.96, 4, "1000"));
    CU_ASSERT_TRUE(digits_is(99.996, 4, "100.0"));
    CU_ASSERT_TRUE(digits_is(0, 3, "0"));
    CU_ASSERT_TRUE(digits_is(123456.7, 3, "123457"));
    CU_ASSERT_TRUE(digits_is(3411233, 3, "3.41e6"));
    CU_ASSERT_TRUE(digits_is(-1.234e-8, 3, "−1.23e−8"));
    CU_ASSERT_TRUE(digits_is(5e-324, 1, "5e−324"));
    CU_ASSERT_TRUE(plain_is(4526, 3, "4526"));
    CU_ASSERT_TRUE(plain_is(1e9, 3, "1000000000"));
    CU_ASSERT_TRUE(plain_is(99.9, 6, "99.9"));
    CU_ASSERT_TRUE(plain_is(2.5e-8, 6, "2.5e−8"));
    CU_ASSERT_TRUE(plain_is(1.25e20, 6, "1.25e20"));
    CU_ASSERT_TRUE(plain_is(-3e20, 4, "−3e20"));
    CU_ASSERT_TRUE(plain_is(1.0000001, 4, "1"));
    CU_ASSERT_TRUE(plain_is(NAN, 4, ""));
}

static void p_values(void)
{
    char text[LOGREG__FIGURE_SIZE];
    CU_ASSERT_TRUE(same_text(logreg__figure_p(text, 0.0320), "0.032"));
    CU_ASSERT_TRUE(same_text(logreg__figure_p(text, 0.00099999), "<0.001"));
    CU_ASSERT_TRUE(same_text(logreg__figure_p(text, 0.001), "0.001"));
    CU_ASSERT_TRUE(same_text(logreg__figure_p(text, 0), "<0.001"));
    CU_ASSERT_TRUE(same_text(logreg__figure_p(text, 1), "1.000"));
    CU_ASSERT_TRUE(same_text(logreg__figure_p(text, NAN), ""));
}

static void decimals_follow_the_standard_error(void)
{
    CU_ASSERT_EQUAL(logreg__decimals(7.3786, 4), 3);
    CU_ASSERT_EQUAL(logreg__decimals(0.10824, 4), 4);
    CU_ASSERT_EQUAL(logreg__decimals(0.0010940, 4), 6);
    CU_ASSERT_EQUAL(logreg__decimals(1234, 4), 0);
    CU_ASSERT_EQUAL(logreg__decimals(99999.9, 4), 0);
    CU_ASSERT_EQUAL(logreg__decimals(1e-9, 4), LOGREG__POWERS);
    CU_ASSERT_EQUAL(logreg__decimals(1e12, 4), LOGREG__POWERS);
    CU_ASSERT_EQUAL(logreg__decimals(NAN, 4), LOGREG__POWERS);
    CU_ASSERT_EQUAL(logreg__decimals(0, 4), LOGREG__POWERS);
}

/* German has a comma, Pashto a mark of two bytes. */
static void numbers_do_not_follow_the_locale(void)
{
    static const char *const locales[] = {"de_DE", "ps_AF"};
    for (size_t i = 0; i < 2; i++) {
        if (!use_locale(locales[i])) {
            printf("# no locale %s here: not tested\n", locales[i]);
            continue;
        }
        char text[32];
        snprintf(text, sizeof text, "%g", 1.5);
        CU_ASSERT_STRING_NOT_EQUAL(text, "1.5");
        CU_ASSERT_TRUE(fixed_is(-1234.5, 2, "−1234.50"));
        CU_ASSERT_TRUE(digits_is(3411233, 3, "3.41e6"));
        numbers_read_well();
        setlocale(LC_ALL, "C");
    }
}

/* ---- Pages ---- */

static void paragraphs_break_between_words(void)
{
    logreg__page page, piece;
    start(&page, false, 20);
    logreg__page_start_like(&piece, &page);
    logreg__page_add(&piece, "one two three four  five");
    logreg__page_paragraph(&page, LOGREG__DIM, "  Data", 8, &piece);
    CU_ASSERT_TRUE(page_is(&page, "  Data  one two\n        three four\n        five\n"));

    start(&page, false, 12);
    logreg__page_start_like(&piece, &page);
    logreg__page_add(&piece, "a abcdefghijklmnop 日本語日本 z");
    logreg__page_paragraph(&page, LOGREG__PLAIN, "", 4, &piece);
    CU_ASSERT_TRUE(page_is(&page, "    a\n    abcdefgh\n    ijklmnop\n    日本語日\n    本 z\n"));

    start(&page, false, 14);
    logreg__page_start_like(&piece, &page);
    logreg__page_add(&piece, "use --na-values a=99,bcd=-9,e=7 instead");
    logreg__page_paragraph(&page, LOGREG__PLAIN, "", 2, &piece);
    CU_ASSERT_TRUE(page_is(&page, "  use\n  --na-values\n  a=99,bcd=-9,e=7\n  instead\n"));

    start(&page, false, 12);
    logreg__page_start_like(&piece, &page);
    logreg__page_paragraph(&page, LOGREG__PLAIN, "empty", 6, &piece);
    CU_ASSERT_TRUE(page_is(&page, "empty\n"));
}

static bool sets(const char *text, const char *as)
{
    logreg__page page, piece;
    start(&page, false, 30);
    logreg__page_start_like(&piece, &page);
    logreg__page_add(&piece, text);
    logreg__page_paragraph(&page, LOGREG__PLAIN, "", 2, &piece);
    return page_is(&page, as);
}

static void what_is_pasted_stays_whole(void)
{
    CU_ASSERT_TRUE(sets("Make it hours, perl -lne 's/( ?h)/$1 + 2/e; print' a.csv, or leave it.",
                        "  Make it hours:\nperl -lne 's/( ?h)/$1 + 2/e; print' a.csv\n  or leave it.\n"));
    CU_ASSERT_TRUE(
        sets("take it out: iconv -f latin1 -t utf-8 'a b.csv' | sed -E '1s/ //;2d' | tail -n +3. Then",
             "  take it out:\niconv -f latin1 -t utf-8 'a b.csv' | sed -E '1s/ //;2d' | tail -n +3\n"
             "  Then\n"));
    CU_ASSERT_TRUE(sets("with sed 2d -; tr -d '\\0' < a.csv", "  with:\nsed 2d -\ntr -d '\\0' < a.csv\n"));
    CU_ASSERT_TRUE(sets("perl 'x y' | and then", "perl 'x y' |\n  and then\n"));
    CU_ASSERT_TRUE(sets("sed and perl are programs, and perl -e 'has a quote",
                        "  sed and perl are programs,\n"
                        "  and perl -e 'has a quote\n"));
    CU_ASSERT_TRUE(sets("or, if so, say --where 'a b == 1'.", "  or, if so, say\n  --where 'a b == 1'.\n"));
    CU_ASSERT_TRUE(sets("and use --na-values 'a,b c d e f g h it'\\''s' (rows) -- 'x'",
                        "  and use:\n  --na-values 'a,b c d e f g h it'\\''s'\n  (rows) -- 'x'\n"));
}

static void long_sentences_are_lists(void)
{
    char message[1200], *text = NULL;
    logreg_error err;
    snprintf(
        message, sizeof message,
        "f.csv: names stand several times: 'a, b' in columns 1 and 2, 'c' in columns 3 and 4; rename them: "
        "sed '1s/x/y/' f.csv; and f.csv:2 '%0500d' is long, use --exclude 'a b', or --exclude '%060d', if so",
        0, 0);
    CU_ASSERT_EQUAL_FATAL(logreg_message_text(&text, message, &err), LOGREG_OK);
    char *at = strstr(
        text, "\n  'a, b' in columns 1 and 2\n  'c' in columns 3 and 4\n  rename them:\n  sed '1s/x/y/' "
              "f.csv\n  and f.csv:2 '0");
    CU_ASSERT_PTR_NOT_NULL(at);
    CU_ASSERT_PTR_NOT_NULL(strstr(text, "use --exclude 'a b', or:\n  --exclude '0"));
    CU_ASSERT_STRING_EQUAL(text + strlen(text) - strlen("0'\n  if so"), "0'\n  if so");
    free(text);
    CU_ASSERT_EQUAL_FATAL(logreg_message_text(&text, "a; and b, sed 2d c", &err), LOGREG_OK);
    CU_ASSERT_STRING_EQUAL(text, "a; and b, sed 2d c");
    free(text);
}

static void colour_only_where_asked(void)
{
    logreg__page page;
    start(&page, false, 80);
    logreg__page_styled(&page, LOGREG__BOLD, "x");
    CU_ASSERT_TRUE(page_is(&page, "x"));
    start(&page, false, 80);
    page.colour = true;
    logreg__page_styled(&page, LOGREG__BOLD, "x");
    logreg__page_styled(&page, LOGREG__PLAIN, "y");
    logreg__page_styled(&page, LOGREG__DIM, "");
    CU_ASSERT_TRUE(page_is(&page, "\033[1mx\033[0my"));
}

/* ---- Tables ---- */

static const struct {
    const char *label, *remark, *cell[4];
} rows[] = {
    {"(Intercept)", NULL, {"15.043", "7.379", "", ""}},
    {"temperature", NULL, {"−0.2322", "0.1082", "0.7928", "0.64"}},
    {"#virginica", NULL, {"", "", "", ""}},
    {"x", "reference", {"", "", "", ""}},
    {"yy", NULL, {"−3.1e−9", "12", "", "7.5"}},
    {"zzz", NULL, {"", "", "", ""}},
};

static void fill(logreg__table_row *row, size_t i, int room, const void *data)
{
    (void)data;
    row->heading = *rows[i].label == '#';
    logreg__page_name(&row->label, rows[i].label + row->heading, room);
    row->remark = rows[i].remark;
    for (int c = 0; c < 4; c++)
        strcpy(row->cell[c], rows[i].cell[c]);
}

static const logreg__table_column column[] = {
    {"Estimate", 1, "log odds"}, {"Std. error", 1, NULL}, {"Ratio", 1, "odds ratio"}, {"Low", 1, NULL}};

static const logreg__table table = {
    .n_rows = sizeof rows / sizeof *rows, .n_columns = 4, .column = column, .row = fill};

static void tables_align_on_the_point(void)
{
    logreg__page page;
    start(&page, false, 60);
    logreg__table_print(&page, &table);
    CU_ASSERT_TRUE(page_is(&page, "             ── log odds ────────  ── odds ratio\n"
                                  "             Estimate  Std. error   Ratio   Low\n"
                                  "(Intercept)   15.043       7.379\n"
                                  "temperature   −0.2322      0.1082  0.7928  0.64\n"
                                  "\n"
                                  "virginica\n"
                                  "x            reference\n"
                                  "yy            −3.1e−9     12               7.5\n"
                                  "zzz\n"));
}

static void narrow_tables_stand_in_parts(void)
{
    logreg__page page;
    start(&page, false, 40);
    logreg__table_print(&page, &table);
    CU_ASSERT_TRUE(page_is(&page, "             ── log odds ────────\n"
                                  "             Estimate  Std. error\n"
                                  "(Intercept)   15.043       7.379\n"
                                  "temperature   −0.2322      0.1082\n"
                                  "\n"
                                  "virginica\n"
                                  "x            reference\n"
                                  "yy            −3.1e−9     12\n"
                                  "zzz\n"
                                  "\n"
                                  "             ── odds ratio\n"
                                  "              Ratio   Low\n"
                                  "(Intercept)\n"
                                  "temperature  0.7928  0.64\n"
                                  "\n"
                                  "virginica\n"
                                  "x            reference\n"
                                  "yy                   7.5\n"
                                  "zzz\n"));
}

/* ---- Memory ---- */

static bool compose(void *context)
{
    (void)context;
    logreg__page page, piece;
    start(&page, false, 40);
    logreg__page_start_like(&piece, &page);
    logreg__page_name(&piece, "a name of some length that loses its middle", 24);
    logreg__page_format(&piece, " and %d", 7);
    logreg__page_paragraph(&page, LOGREG__DIM, "label", 8, &piece);
    logreg__table_print(&page, &table);
    char untouched, *text = &untouched;
    logreg_error err;
    logreg_status status = logreg__page_finish(&text, &page, &err);
    if (status == LOGREG_OK)
        free(text);
    else if (status != LOGREG_ENOMEM || err.status != LOGREG_ENOMEM || text != &untouched)
        return false;
    return true;
}

static bool compose_message(void *context)
{
    char untouched, *text = &untouched;
    logreg_error err;
    logreg_status status = logreg_message_text(&text, context, &err);
    if (status == LOGREG_OK)
        free(text);
    return status == LOGREG_OK ||
           (status == LOGREG_ENOMEM && err.status == LOGREG_ENOMEM && text == &untouched);
}

static void memory_that_runs_out_is_told(void)
{
    char message[1000];
    CU_ASSERT_TRUE(oom_each(compose, NULL));
    snprintf(message, sizeof message,
             "f: 'a' in columns 1 and 2, 'b' in columns 3 and 4; sed 2d f; and %0600d", 0);
    CU_ASSERT_TRUE(oom_each(compose_message, message));
}

static void options_are_checked(void)
{
    logreg_report_options o = logreg_report_options_default(), checked;
    logreg_error err;
    CU_ASSERT_EQUAL(logreg__report_options_check(&checked, NULL, &err), LOGREG_OK);
    CU_ASSERT_EQUAL(checked.width, 80);
    CU_ASSERT_EQUAL(checked.height, 16);
    CU_ASSERT_EQUAL(checked.conf_level, 0.95);
    CU_ASSERT_TRUE(isnan(checked.seconds_fit));
    o.width = 3;
    o.height = 1 << 30;
    CU_ASSERT_EQUAL(logreg__report_options_check(&checked, &o, &err), LOGREG_OK);
    CU_ASSERT_EQUAL(checked.width, LOGREG__WIDTH_LEAST);
    CU_ASSERT_EQUAL(checked.height, LOGREG__HEIGHT_MOST);
    static const double bad[] = {0, 1, -0.5, 95, NAN};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        o.conf_level = bad[i];
        CU_ASSERT_EQUAL(logreg__report_options_check(&checked, &o, &err), LOGREG_EINVAL);
    }
}

const test_case tests[] = {
    {"hostile names are harmless", hostile_names_are_harmless},
    {"marks stay on their letter", marks_stay_on_their_letter},
    {"signs have stand-ins in ASCII", signs_have_stand_ins},
    {"ASCII pages hold ASCII", ascii_pages_hold_ascii},
    {"long names lose their middle", long_names_lose_their_middle},
    {"names fit their room", names_fit_their_room},
    {"numbers read well", numbers_read_well},
    {"p-values", p_values},
    {"decimals follow the standard error", decimals_follow_the_standard_error},
    {"numbers do not follow the locale", numbers_do_not_follow_the_locale},
    {"paragraphs break between words", paragraphs_break_between_words},
    {"what is pasted stays whole", what_is_pasted_stays_whole},
    {"long sentences are lists", long_sentences_are_lists},
    {"colour only where asked for", colour_only_where_asked},
    {"tables align on the point", tables_align_on_the_point},
    {"narrow tables stand in parts", narrow_tables_stand_in_parts},
    {"memory that runs out is told", memory_that_runs_out_is_told},
    {"options are checked", options_are_checked},
    {NULL, NULL},
};
