#include "data/day.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "data/gap.h"
#include "data/months.h"
#include "data/role.h"

/* Days of three kinds and more; two may be groups, or classes. */
enum { FEWEST = 3 };

static size_t count_digits(const char *text)
{
    return strspn(text, "0123456789");
}

/* Letters that begin a text. */
static size_t count_letters(const char *text)
{
    size_t n = 0;
    while (logreg__is_small(text[n]) || logreg__is_large(text[n]) || text[n] & 0x80)
        n++;
    return n;
}

/* Months that are also units, or kinds of things: 5 mag, Gen 2. With a hyphen or a point they are months. */
static bool is_other_word(const char *text, size_t n)
{
    static const char *const words[] = {"set", "pro", "led", "gen", "mag", "out", "ago", "lip", "tem"};
    for (size_t k = 0; k < sizeof words / sizeof *words && n == 3; k++)
        if (strncasecmp(text, words[k], n) == 0)
            return true;
    return false;
}

static bool is_mark(char c)
{
    return c == '-' || c == '.' || c == '/';
}

/* Longer names of months have a mark between them and a day: August11 is a name made different. */
enum { SHORT = 3 };

bool logreg__is_day(const char *text)
{
    size_t n = count_digits(text), k;
    if (n >= 1 && n <= 2 && text[n] == '.' && (k = count_digits(text + n + 1)) >= 1 && k <= 2)
        return text[n + 1 + k] == '.' && !text[n + 2 + k];
    const char *month = text + n + strspn(text + n, "-. /");
    size_t length = count_letters(month);
    if (n > 2 || !strpbrk(text, "0123456789") || !logreg__is_month(month, length) ||
        (is_other_word(month, length) && !is_mark(n ? text[n] : month[length])))
        return false;
    month += length;
    bool joined = isdigit((unsigned char)*month);
    month += strspn(month, "-. /,");
    k = count_digits(month);
    if (!n && k >= 1 && k <= 2 && month[k] == ',') { /* Apr 4, 2023 */
        month += k + 1;
        month += *month == ' ';
        k = count_digits(month);
    }
    if (!n && k < 4 && length > SHORT && joined)
        return false;
    bool range = month[k] == ' ' && month[k + 1] == '-'; /* of days of any year: Jan 1 - Jan 28 */
    return n + k >= 1 && k <= 4 && !range &&
           (!month[k] || month[k] == ':' || month[k] == ' ' || month[k] == ',');
}

/* A number of one or two digits, or of four, up to `most`; 0: there is none. *at moves behind it. */
static unsigned read_part(const char **at, size_t digits, unsigned most)
{
    size_t n = count_digits(*at);
    unsigned value = 0;
    if (n > digits || (digits == 4 && n < 4))
        return 0;
    for (size_t i = 0; i < n; i++)
        value = 10 * value + (unsigned)(*(*at)++ - '0');
    return value <= most ? value : 0;
}

static bool is_year(unsigned number)
{
    return number >= 1900 && number < 2100;
}

/* ---- Texts that are dates if all of a column are -------------------------------------------------------------- */

/* 01.04.23, 4/1/23 9:30, 85-12-31: which of its first two numbers may be the month, as bits; 0: it is none of these. */
static unsigned months_of_short(const char *text)
{
    unsigned first = read_part(&text, 2, 99);
    char mark = *text;
    if (!first || !mark || !strchr("./-", mark))
        return 0;
    text++;
    unsigned second = read_part(&text, 2, 31);
    if (!second || *text++ != mark || count_digits(text) != 2 || (first > 31 && *text > '3'))
        return 0;
    text += 2;
    return *text && *text != ' ' && *text != 'T' ? 0 : (first <= 12 ? 1U : 0) | (second <= 12 ? 2U : 0);
}

/* 03/2021, 2021-03 */
static bool is_month_of_year(const char *text)
{
    bool year_first = count_digits(text) == 4;
    unsigned first = read_part(&text, year_first ? 4 : 2, year_first ? 2099 : 12);
    if (!first || (*text != '/' && *text != '-'))
        return false;
    text++;
    unsigned second = read_part(&text, year_first ? 2 : 4, year_first ? 12 : 2099);
    return second && !*text && is_year(year_first ? first : second);
}

/* 04/23, with both digits of a month: which of the two may be the month, as bits. */
static unsigned months_of_two(const char *text)
{
    if (count_digits(text) != 2 || text[2] != '/' || count_digits(text + 3) != 2 || text[5])
        return 0;
    unsigned first = read_part(&text, 2, 31), second = 0;
    text++;
    second = read_part(&text, 2, 99);
    return first && second ? (first <= 12 ? 1U : 0) | (second <= 12 ? 2U : 0) : 0;
}

/* 2010-11, 05/06: a year and the next. */
static bool is_season(const char *text)
{
    size_t n = count_digits(text);
    if (n < 2 || !text[n])
        return false;
    const char *next = text + n + 1;
    unsigned year = 10U * (unsigned)(text[n - 2] - '0') + (unsigned)(text[n - 1] - '0');
    return count_digits(next) == 2 &&
           10U * (unsigned)(next[0] - '0') + (unsigned)(next[1] - '0') == (year + 1) % 100;
}

bool logreg__texts_days(char *const *text, const unsigned char *seen, size_t n)
{
    unsigned of_short = 3, of_two = 3;
    bool of_year = true, padded = false, seasons = true;
    size_t texts = 0;
    for (size_t l = 0; l < n && (of_short || of_two || of_year); l++) {
        if ((seen && !seen[l]) || logreg__gap_text(text[l]))
            continue;
        texts++;
        of_short &= months_of_short(text[l]);
        of_two &= months_of_two(text[l]);
        of_year = of_year && is_month_of_year(text[l]);
        padded = padded || *text[l] == '0';
        seasons = seasons && is_season(text[l]);
    }
    return texts >= FEWEST && (of_short || (!seasons && (of_year || (of_two && padded))));
}

/* ---- Texts that are dates by themselves ------------------------------------------------------------------------ */

/* What follows the date at the beginning of a period: P1M, PT6H, or the last day. */
static bool ends_period(const char *text)
{
    static const char dash[] = "\xe2\x80\x93";
    size_t mark = strncmp(text, dash, sizeof dash - 1) == 0 ? sizeof dash - 1 : *text == '/' || *text == '-';
    if (*text == '/' && text[1] == 'P')
        return isdigit((unsigned char)text[2]) || text[2] == 'T';
    return mark && logreg__is_date(text + mark);
}

bool logreg__is_date(const char *text)
{
    size_t length[3], n = 0;
    char mark = '\0';
    for (size_t part = 0; part < 3; part++) {
        size_t begin = n;
        while (isdigit((unsigned char)text[n]))
            n++;
        length[part] = n - begin;
        if (part == 2)
            break;
        bool fits = part ? text[n] == mark : text[n] == '-' || text[n] == '/' || text[n] == '.';
        if (!fits)
            return false;
        mark = text[n++];
    }
    bool year_first = length[0] == 4 && length[2] >= 1 && length[2] <= 2;
    bool year_last = length[2] == 4 && length[0] >= 1 && length[0] <= 2;
    return (year_first || year_last) && length[1] >= 1 && length[1] <= 2 &&
           (text[n] == '\0' || strchr("T .", text[n]) || ends_period(text + n));
}

/* ---- Columns of dates ------------------------------------------------------------------------------------------ */

size_t logreg__count_dates(char *const *text, size_t n)
{
    bool together = logreg__texts_days(text, NULL, n);
    size_t dates = 0;
    for (size_t l = 0; l < n; l++) {
        if (logreg__gap_text(text[l]))
            continue;
        if (!together && !logreg__is_date(text[l]) && !logreg__is_day(text[l]))
            return 0;
        dates++;
    }
    return dates >= FEWEST ? dates : 0;
}

/* The mark of 2024-01-31 and of 31.1.2024, that with a sign; 0: it is written otherwise. */
static int way_of(const char *text)
{
    size_t digits = count_digits(text);
    int mark = (unsigned char)text[digits];
    return logreg__is_date(text) ? (digits == 4 ? mark : -mark) : 0;
}

bool logreg__dates_differ(const char **one, const char **other, char *const *text, size_t n)
{
    *one = NULL;
    for (size_t l = 0; l < n; l++) {
        if (!logreg__is_date(text[l]) && !logreg__is_day(text[l]))
            continue;
        if (*one && way_of(text[l]) != way_of(*one)) {
            *other = text[l];
            return true;
        }
        *one = *one ? *one : text[l];
    }
    return false;
}
