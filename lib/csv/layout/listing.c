/* Rows as Stata's list prints them into a log: in a box, numbered on its left, with blanks between columns. */
#include "csv/mending/command.h"
#include "csv/dialect.h"

#include <ctype.h>
#include <string.h>

#include "base/error.h"

/* The first of these lines are looked at. */
enum { LINES = 50 };

typedef enum { OTHER, RULE, NAMES, ROW } kind;

/* What a line is, and how many words stand in its box. */
static kind kind_of(size_t *words, const char *p, const char *end)
{
    while (p < end && logreg__is_blank(*p))
        p++;
    while (end > p && (logreg__is_blank(end[-1]) || end[-1] == '\r'))
        end--;
    if (end - p > 2 && strchr("+|", *p) && p[1] == '-')
        return strchr("+|", end[-1]) ? RULE : OTHER;
    const char *digits = p;
    while (p < end && isdigit((unsigned char)*p))
        p++;
    bool number = p > digits, numbered = number && p < end && *p == '.';
    p += numbered;
    while (p < end && logreg__is_blank(*p))
        p++;
    if (end - p < 3 || *p != '|' || end[-1] != '|' || number != numbered)
        return OTHER;
    *words = 0;
    for (p++, end--; p < end; p++) {
        if (*p == '|')
            return OTHER;
        *words += !logreg__is_blank(*p) && logreg__is_blank(p[-1]);
    }
    return numbered ? ROW : NAMES;
}

logreg_status logreg__listing_check(const char *head, size_t n, const logreg__csv *csv)
{
    const char *end = head + n, *stop;
    size_t names = 0, rows = 0, even = 0, line = 0;
    bool listed = true;
    for (const char *p = head; p < end && line < LINES && listed; p = stop + 1, line++) {
        const char *feed = memchr(p, '\n', (size_t)(end - p));
        size_t words = 0;
        stop = feed ? feed : end;
        kind k = feed ? kind_of(&words, p, stop) : RULE; /* a line that is cut says nothing */
        listed = k == OTHER ? rows > 2 || !(names || rows) : k != ROW || names; /* a prompt may stand above */
        names = k == NAMES && !names ? words : names;
        rows += k == ROW;
        even += k == ROW && words == names;
    }
    if (!listed || rows < 3)
        return LOGREG_OK;
    char command[LOGREG__COMMAND];
    if (even < rows)
        return logreg__fail(
            csv->err, LOGREG_EDATA,
            "%s is a listing of Stata's, whose columns nothing parts where cells are empty or hold "
            "blanks; write the data with export delimited",
            csv->file);
    return logreg__fail(
        csv->err, LOGREG_EDATA, "%s is a listing of Stata's, not a CSV file; make it one: %s", csv->file,
        logreg__command(
            command, csv,
            "sed -nE '/^ *([0-9]+\\.)? *[|][^-]/{s/^[^|]*[|] *//;s/ *[|] *\\r?$//;s/ +/,/g;p;}'"));
}
