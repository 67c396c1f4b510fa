/* Makes CSV files out of what files are made of, breaks some of them, and reads each by both roads of the reader. A file that
 * they disagree on is printed with its number: it alone is made and read again with -DFIRST=number -DROUNDS=1L. */
#include "harness.h"

#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "csv_twice.h"

#ifndef FIRST
#define FIRST 0
#endif

static uint64_t state;

static void seed(uint64_t number)
{
    state = (number + 1) * 0x9e3779b97f4a7c15u;
}

/* splitmix64 */
static unsigned below(unsigned n)
{
    uint64_t z = state += 0x9e3779b97f4a7c15u;
    z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9u;
    z = (z ^ z >> 27) * 0x94d049bb133111ebu;
    return (unsigned)((z ^ z >> 31) % n);
}

static bool chance(unsigned percent)
{
    return below(100) < percent;
}

enum { SIZE = 1 << 14 };
static char file[SIZE + 64];
static size_t length;

static void put(const char *text, size_t n)
{
    if (length + n <= SIZE) {
        memcpy(file + length, text, n);
        length += n;
    }
}

static void put_text(const char *text)
{
    put(text, strlen(text));
}

#define ANY(table) table[below(sizeof table / sizeof *table)]

/* ---- A file ---- */

typedef enum { WHOLE, DECIMAL, LONG, LABEL, ID, MIXED, KINDS } kind;

/* How a file is: most files are orderly but for one thing. */
typedef struct {
    unsigned columns, rows, gaps, blanks, quotes, strays;
    char delimiter[2], mark;
    const char *end;
    kind of[8];
} shape;

static void put_number(const shape *s, kind what)
{
    char text[64];
    static const char *const exotic[] = {"1e5",
                                         "-0",
                                         "+3",
                                         ".5",
                                         "7.",
                                         "1E-300",
                                         "0x1p3",
                                         "inf",
                                         "1e400",
                                         "12345678901234567890",
                                         "0.1234567890123456789",
                                         "9007199254740993",
                                         "-1.5e-7",
                                         "0e",
                                         ".",
                                         "-",
                                         "1..2",
                                         "1,5",
                                         "$3",
                                         "00012"};
    if (chance(3))
        put_text(ANY(exotic));
    else {
        double x = ((double)below(2000000) - 1e6) / (what == DECIMAL ? 1e5 : 1);
        snprintf(text, sizeof text, "%.*g", what == LONG ? 17 : 6, what == LONG ? x / 3 : x);
        for (char *p = text; *p; p++)
            *p = *p == '.' ? s->mark : *p;
        put_text(text);
    }
}

static void put_cell(const shape *s, kind what, unsigned row)
{
    static const char *const labels[] = {
        "a",  "bc",       "a longer label", "male", "female", "\xc3\xa9t\xc3\xa9",
        "12", "12345678", "123456789",      "NAN",  "x y"};
    static const char *const strays[] = {"?x",  "\xff", "\xc3",         "",    "NA",
                                         "abc", "#",    "\xef\xbb\xbf", "NaN", "."};
    static const char *const gaps[] = {"", "", "NA", ".", "\\N", "null", " "};
    char text[32];
    bool quoted = chance(s->quotes);
    if (chance(s->blanks))
        put_text(ANY(((const char *const[]){" ", "\t", "  "})));
    if (quoted)
        put_text("\"");
    if (chance(s->gaps))
        put_text(ANY(gaps));
    else if (chance(s->strays))
        put_text(ANY(strays));
    else if (what == ID) {
        snprintf(text, sizeof text, "id%u", row * 7 + below(2));
        put_text(text);
    } else if (what == LABEL || (what == MIXED && chance(50)))
        put_text(ANY(labels));
    else
        put_number(s, what);
    if (quoted && chance(s->quotes < 100 ? 20 : 2))
        put_text(ANY(((const char *const[]){"\"\"", "\n", "\r\n", ",", ";"})));
    if (quoted)
        put_text("\"");
    if (chance(s->blanks))
        put_text(" ");
}

static void put_file(shape *s)
{
    length = 0;
    if (chance(5))
        put_text("\xef\xbb\xbf");
    for (unsigned r = 0; r <= s->rows; r++) {
        for (unsigned j = 0; j < s->columns; j++) {
            if (j)
                put(s->delimiter, 1);
            if (r)
                put_cell(s, s->of[j], r);
            else
                put((char[]){(char)('a' + (int)j)}, 1);
        }
        put_text(chance(1) ? ANY(((const char *const[]){"\r", "\n\n", "\r\n", "\n", ",\n", "\n\r"}))
                           : s->end);
    }
    if (chance(30) && length)
        length--;
}

/* One byte replaced, taken out or put in; or a stretch that comes twice or goes. */
static void break_file(void)
{
    static const char nasty[] = "\n\r\",;\t .-+e0\0\x80\xc3|x";
    size_t at = below((unsigned)length + 1), n = 1 + below(9);
    char byte = nasty[below(sizeof nasty - 1)];
    switch (below(4)) {
    case 0:
        if (at < length)
            file[at] = byte;
        break;
    case 1:
        memmove(file + at + 1, file + at, length - at);
        file[at] = byte;
        length++;
        break;
    case 2:
        n = at + n > length ? length - at : n;
        memmove(file + at, file + at + n, length - at - n);
        length -= n;
        break;
    default:
        n = at + n > length ? length - at : n;
        memmove(file + at + n, file + at, length - at);
        length += n;
    }
}

static shape any_shape(void)
{
    static const char *const ends[] = {"\n", "\n", "\n", "\r\n", "\r"};
    shape s = {.columns = 1 + below(8), .rows = below(60), .delimiter = ",", .mark = '.', .end = ANY(ends)};
    s.gaps = chance(50) ? below(15) : 0;
    s.blanks = chance(20) ? below(30) : 0;
    s.quotes = chance(70) ? 0 : chance(50) ? below(20) : 100;
    s.strays = chance(30) ? below(10) : 0;
    if (chance(20))
        s.delimiter[0] = ANY(";\t| x");
    if (chance(10) && s.delimiter[0] != ',')
        s.mark = ',';
    bool numbers = chance(40);
    for (unsigned j = 0; j < s.columns; j++)
        s.of[j] = (kind)below(numbers ? LABEL : KINDS);
    return s;
}

/* ---- Reading it ---- */

static bool try_file(uint64_t number)
{
    static const char *const na[] = {"a=-5", "NA", "12", "b=x y", "-5", "", "x y", "a=12"};
    static const char *const categorical[] = {"a"};
    static const logreg_csv_column known[] = {
        {"b", LOGREG_CSV_NUMBERS}, {"a", LOGREG_CSV_TEXTS}, {"c", LOGREG_CSV_AS_IT_LOOKS}};
    seed(number);
    shape s = any_shape();
    put_file(&s);
    for (unsigned k = chance(50) ? below(4) : 0; k; k--)
        break_file();
    logreg_csv_options o = logreg_csv_options_default();
    o.decimal = s.mark;
    o.header = !chance(10);
    o.skip_bad_rows = chance(40);
    o.delimiter = chance(80) ? s.delimiter[0] : '\0';
    if (chance(15)) {
        o.na_values = na;
        o.n_na_values = 1 + below(sizeof na / sizeof *na);
        o.na_values_if_there = true;
    }
    if (chance(10)) {
        o.categorical = categorical;
        o.n_categorical = 1;
    }
    if (chance(15)) {
        o.known = known;
        o.n_known = below(1 + sizeof known / sizeof *known);
    }
    o.keep_cells = chance(20);
    if (chance(5))
        o.encoding = ANY(((const char *const[]){"latin1", "windows-1252", "utf-16"}));
    o.threads = chance(20) ? 3 : 1;
    logreg__csv_tuning tuning = {.chunk = 1 + below(chance(50) ? 40 : 1000),
                                 .held = 1 + below(chance(80) ? 4 : 40)};
    bool ok = same_by_both_roads(file, length, &o, &tuning);
    if (!ok)
        printf("# file %llu: '%.*s'\n", (unsigned long long)number, (int)length, file);
    return ok;
}

static void both_roads_agree(void)
{
    int wrong = 0;
    for (uint64_t number = FIRST; number < FIRST + (uint64_t)ROUNDS && wrong < 3; number++)
        wrong += !try_file(number);
    CU_ASSERT_EQUAL(wrong, 0);
}

const test_case tests[] = {
    {"both roads read the same out of any file", both_roads_agree},
    {NULL, NULL},
};
