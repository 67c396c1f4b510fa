#include "data/day_number.h"

#include <ctype.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "data/calendar.h"
#include "data/day.h"

/* In which order the parts of a date stand. */
typedef enum { YEAR_FIRST, DAY_FIRST, MONTH_FIRST, ORDERS } order;

/* What dates of a column may be, and the least of them by each order. */
typedef struct {
    bool may_be[ORDERS];
    char mark; /* between the parts; NUL: there is none */
    long first[ORDERS];
    size_t n;
    size_t short_years, early; /* last parts of two digits, and those up to EARLY */
    bool begins[32], ends[32]; /* numbers up to 31 that are first and last parts */
} form;

/* The last year of the 2000s that two digits may be of. */
enum { EARLY = 30 };

/* Days since a day long past, of the calendar of today. */
static long number_of(long year, long month, long day)
{
    long shift = month < 3, y = year - shift, m = month + 12 * shift - 3;
    return 365 * y + y / 4 - y / 100 + y / 400 + (153 * m + 2) / 5 + day;
}

static void add_order(form *f, order o, long year, long month, long day)
{
    f->may_be[o] = f->may_be[o] && year >= 1000 && month >= 1 && month <= 12 && day >= 1 && day <= 31;
    long number = number_of(year, month, day);
    f->first[o] = !f->n || number < f->first[o] ? number : f->first[o];
}

static void add_parts(form *f, const long part[3])
{
    add_order(f, YEAR_FIRST, part[0], part[1], part[2]);
    add_order(f, DAY_FIRST, part[2], part[1], part[0]);
    add_order(f, MONTH_FIRST, part[2], part[0], part[1]);
    f->n++;
}

/* The last part is a year in two digits. */
static void add_short_year(form *f, long part[3])
{
    bool early = part[2] <= EARLY;
    f->short_years++;
    f->early += early;
    if (part[0] < 32)
        f->begins[part[0]] = true;
    if (part[2] < 32)
        f->ends[part[2]] = true;
    part[2] += early ? 2000 : 1900;
}

static size_t count(const bool there[32])
{
    size_t n = 0;
    for (size_t k = 0; k < 32; k++)
        n += there[k];
    return n;
}

/* Are last parts of two digits years, in all dates or in none, and sure ones? Dots are no mark of years in front; else days are of more kinds than years. Births
 * of both centuries leave it open. */
static bool sure_years(const form *f, const char *name)
{
    if (!f->short_years)
        return true;
    bool last = f->mark == '.' || !f->may_be[DAY_FIRST] || 2 * count(f->ends) <= count(f->begins);
    bool open = f->early && f->early < f->n && logreg__says_birth(name);
    return f->short_years == f->n && last && !open;
}

/* Three numbers with one mark between, and nothing or a time behind, but no other day. */
static bool add_text(form *f, const char *text)
{
    long part[3];
    char *end;
    for (int k = 0; k < 3; k++) {
        if (!isdigit((unsigned char)*text))
            return false;
        part[k] = strtol(text, &end, 10);
        bool again = k < 2 && end - text <= 4 && *end && strchr("-./", *end);
        if (k < 2 && (!again || (f->mark && f->mark != *end)))
            return false;
        f->mark = k < 2 ? *end : f->mark;
        if (k == 2 && end - text == 2 && part[0] < 100)
            add_short_year(f, part);
        text = end + (k < 2);
    }
    add_parts(f, part);
    return !*text ||
           ((*text == ' ' || *text == 'T') && isdigit((unsigned char)text[1]) && !logreg__is_date(text + 1));
}

/* 20240131, 31012024 */
static void add_number(form *f, double x)
{
    long n = (long)x;
    long ahead[] = {n / 10000, n / 100 % 100, n % 100}, behind[] = {n / 1000000, n / 10000 % 100, n % 10000};
    add_order(f, YEAR_FIRST, ahead[0], ahead[1], ahead[2]);
    add_order(f, DAY_FIRST, behind[2], behind[1], behind[0]);
    add_order(f, MONTH_FIRST, behind[2], behind[0], behind[1]);
    f->n++;
}

static bool look(form *f, const logreg__column *c, size_t rows)
{
    if (c->kind == LOGREG_CATEGORY) {
        for (size_t l = 0; l < c->n_levels; l++)
            if (!add_text(f, c->levels[l]))
                return false;
        return f->n;
    }
    logreg__calendar kind = logreg__calendar_of(c, rows);
    for (size_t r = 0; r < rows; r++) {
        double x = logreg__column_number(c, r);
        if (!isnan(x) && !(x >= 1e6 && x < 1e8))
            return false;
        if (!isnan(x))
            add_number(f, x);
    }
    f->may_be[YEAR_FIRST] = f->may_be[YEAR_FIRST] && kind == LOGREG__DAYS;
    f->may_be[DAY_FIRST] = f->may_be[DAY_FIRST] && kind == LOGREG__DAYS_FIRST;
    f->may_be[MONTH_FIRST] = f->may_be[MONTH_FIRST] && kind == LOGREG__MONTHS_FIRST;
    return f->n;
}

/* The one order that all have. */
static bool read_order(form *f, order *o, const logreg__column *c, size_t rows)
{
    *f = (form){.may_be = {true, true, true}};
    *o = YEAR_FIRST;
    if (!look(f, c, rows))
        return false;
    if (f->mark == '.' && f->may_be[DAY_FIRST])
        f->may_be[MONTH_FIRST] = false;
    if (f->may_be[YEAR_FIRST] + f->may_be[DAY_FIRST] + f->may_be[MONTH_FIRST] != 1 || !sure_years(f, c->name))
        return false;
    while (!f->may_be[*o])
        ++*o;
    return true;
}

bool logreg__day_number_of(double *days, const logreg__column *c, size_t rows, const char *date)
{
    form f, one = {.may_be = {true, true, true}};
    order o;
    if (!read_order(&f, &o, c, rows) || logreg__says_birth(c->name) || !add_text(&one, date))
        return false;
    order as = one.may_be[o] ? o : YEAR_FIRST;
    *days = (double)(one.first[as] - f.first[o]);
    return one.may_be[as];
}

const char *const logreg__day_numbers_gives[] = {
    [LOGREG__DAY_NUMBERS] = "days since the first",
    [LOGREG__DAY_YEARS] = "years",
};

logreg__day_numbers logreg__day_numbers_statement(logreg__text *statements, const logreg__column *c,
                                                  size_t rows, size_t field, char decimal)
{
    static const struct {
        const char *parted[3], *plain[3]; /* the digits of the parts, with a mark between and without */
        const char *year, *month, *day;
    } ways[ORDERS] = {
        {{"(\\d{4})", "(\\d\\d?)", "(\\d\\d?)"}, {"(\\d{4})", "(\\d\\d)", "(\\d\\d)"}, "$1", "$2", "$3"},
        {{"(\\d\\d?)", "(\\d\\d?)", "(\\d{4})"}, {"(\\d\\d?)", "(\\d\\d)", "(\\d{4})"}, "$3", "$2", "$1"},
        {{"(\\d\\d?)", "(\\d\\d?)", "(\\d{4})"}, {"(\\d\\d?)", "(\\d\\d)", "(\\d{4})"}, "$3", "$1", "$2"}};
    form f;
    order o;
    char mark[3] = "", value[160];
    if (!read_order(&f, &o, c, rows))
        return LOGREG__NO_DAY_NUMBERS;
    if (f.mark)
        snprintf(mark, sizeof mark, "\\%c", f.mark);
    const char *const *part = f.mark ? ways[o].parted : ways[o].plain;
    const char *year = !f.short_years  ? ways[o].year
                       : !f.early      ? "$3 + 1900"
                       : f.early < f.n ? "$3 + ($3 > 30 ? 1900 : 2000)"
                                       : "$3 + 2000";
    long since = f.first[o] - number_of(1970, 1, 1);
    bool birth = logreg__says_birth(c->name);
    if (birth)
        snprintf(value, sizeof value, "%ssprintf(\"%%.2f\", %s + (%s - 0.5) / 12)%s",
                 decimal == ',' ? "(my $x = " : "", year, ways[o].month,
                 decimal == ',' ? ") =~ tr/./,/; $x" : "");
    else
        snprintf(value, sizeof value, "use Time::Local; timegm(0, 0, 0, %s, %s - 1, %s) / 86400 %c %ld",
                 ways[o].day, ways[o].month, year, since < 0 ? '+' : '-', labs(since));
    const char *piece[] = {
        statements->length ? "; " : "",       "s{^[\"\\s]*\\K", part[0], mark, part[1], mark,
        f.short_years ? "(\\d\\d)" : part[2], "[^\"\\r]*}{",    value};
    for (size_t k = 0; k < sizeof piece / sizeof *piece; k++)
        logreg__text_add(statements, piece[k]);
    snprintf(value, sizeof value, "}e for $F[%zu]", field);
    logreg__text_add(statements, value);
    return birth ? LOGREG__DAY_YEARS : LOGREG__DAY_NUMBERS;
}
