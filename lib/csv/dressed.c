/* Numbers in dress: with signs about them, marks between thousands, brackets for a minus. What takes it off. */
#include "csv/command.h"
#include "csv/numbers.h"

#include <ctype.h>
#include <string.h>

#include "base/number.h"

/* What may stand around a number, and sed's way to take it out. */
static const struct {
    const char *text, *mend;
} around[] = {
    {"$", "s/[$]//g"},
    {"\xe2\x82\xac", "s/\xe2\x82\xac//g"},
    {"\xc2\xa3", "s/\xc2\xa3//g"},
    {"\xc2\xa5", "s/\xc2\xa5//g"},
    {"%", "s/%//g"},
    {"*", "s/[*]//g"}, /* a mark of significance, or of a footnote */
    {"\xc2\xa0", "s/\\xc2\\xa0//g"},
    {"\xe2\x88\x92", "s/\xe2\x88\x92/-/g"}, /* a minus that is no hyphen */
    {"(", "s/[(]([0-9.,]+)[)]/-\\1/g"},     /* a minus, as accountants write it */
    {")", ""},
    {" ", ""}, /* goes with what it stands beside */
    {"\xe2\x82\xb9", "s/\xe2\x82\xb9//g"},
};

enum { AROUND = sizeof around / sizeof *around, MINUS = 7 };

/* What may stand between thousands. */
static const struct {
    const char *text, *pattern;
} between[] = {
    {"'", "'\\''"},
    {" ", " "},
    {"\xc2\xa0", "\\xc2\\xa0"},
    {"\xe2\x80\xaf", "\\xe2\\x80\\xaf"},
    {"\xe2\x80\x99", "\xe2\x80\x99"},
    {",", ","},
    {".", "[.]"},
    {",", ","}, /* 1,00,000, as India has it */
};

enum { BETWEEN = sizeof between / sizeof *between, COMMA = 5, POINT = 6, LAKH = 7 };

/* Which of them a number wears, a bit each. */
typedef struct {
    unsigned around, between;
} dress;

static bool starts(const char *text, size_t n, const char *with)
{
    size_t length = strlen(with);
    return n >= length && memcmp(text, with, length) == 0;
}

/* Which sign stands here; AROUND: none. */
static size_t sign_at(const char *text, size_t n)
{
    size_t k = 0;
    while (k < AROUND && !starts(text, n, around[k].text))
        k++;
    return k;
}

/* Which mark stands here before three digits and no fourth, or before two and another one; BETWEEN: none. */
static size_t mark_at(const char *text, size_t n, char decimal)
{
    for (size_t k = 0; k < BETWEEN; k++) {
        size_t length = strlen(between[k].text);
        if (*between[k].text == decimal || !starts(text, n, between[k].text) || n < length + 3)
            continue;
        size_t digits = 0;
        while (length + digits < n && digits < 4 && isdigit((unsigned char)text[length + digits]))
            digits++;
        if (digits == 3 && k != LAKH)
            return k;
        if (digits == 2 && k == LAKH && text[1 + digits] == ',')
            return k;
    }
    return BETWEEN;
}

/* Is the cell a number once the dress is off? */
static bool undress(dress *d, const logreg__cell *cell, char decimal)
{
    char bare[64];
    size_t n = 0, i = 0;
    *d = (dress){0};
    while (i < cell->n) {
        size_t sign = sign_at(cell->text + i, cell->n - i), mark = BETWEEN;
        if (n && isdigit((unsigned char)bare[n - 1]))
            mark = mark_at(cell->text + i, cell->n - i, decimal);
        if (mark < BETWEEN) {
            d->between |= 1U << mark;
            i += strlen(between[mark].text);
        } else if (sign < AROUND) {
            d->around |= 1U << sign;
            i += strlen(around[sign].text);
            if (n && isdigit((unsigned char)bare[n - 1]) && i < cell->n &&
                isdigit((unsigned char)cell->text[i]))
                return false; /* within the number */
            if (sign == MINUS)
                bare[n++] = '-';
        } else {
            bare[n++] = cell->text[i++];
        }
        if (n == sizeof bare)
            return false;
    }
    double x;
    return (d->around || d->between) && logreg__number_parse(&x, bare, n, decimal);
}

static char other_mark(char decimal)
{
    return decimal == '.' ? ',' : '.';
}

bool logreg__cell_dressed(const logreg__cell *cell, char decimal)
{
    dress d;
    return undress(&d, cell, decimal) || undress(&d, cell, other_mark(decimal));
}

const char *logreg__undressing(char room[LOGREG__COMMAND], const char *const *text, size_t n, bool *decimal,
                               const logreg__csv *csv)
{
    dress all = {0}, d;
    *decimal = false;
    char mark = csv->options.decimal;
    const char *lead = "\"[0-9]+"; /* of a number in quotes */
    for (size_t k = 0; k < n; k++) {
        lead = isdigit((unsigned char)*text[k]) ? lead : "\"[-+ ]*[0-9]+";
        logreg__cell cell = {text[k], strlen(text[k]), 0};
        bool plain = undress(&d, &cell, mark), other = !plain && undress(&d, &cell, other_mark(mark));
        *decimal |= other;
        all.around |= plain || other ? d.around : 0;
        all.between |= plain || other ? d.between : 0;
    }
    char script[512] = "";
    size_t used = 0;
    for (size_t k = 0; k < AROUND; k++)
        if (all.around >> k & 1 && *around[k].mend)
            used += (size_t)snprintf(script + used, sizeof script - used, "%s%s", used ? ";" : "",
                                     around[k].mend);
    if (all.between >> LAKH & 1)
        all.between &= ~(1U << COMMA);
    /* what is also the delimiter is a mark within quotes alone */
    for (size_t k = 0; k < BETWEEN; k++)
        if (all.between >> k & 1)
            used += (size_t)snprintf(
                script + used, sizeof script - used, "%s:%c;s/(%s)%s([0-9]{%s3})/\\1\\2/;t%c",
                used ? ";" : "", (char)('a' + k), *between[k].text == csv->options.delimiter ? lead : "[0-9]",
                between[k].pattern, k == LAKH ? "2," : "", (char)('a' + k));
    return logreg__command(room, csv, "sed -E '%s'", script);
}
