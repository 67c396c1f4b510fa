/* Tables whose columns a line of dashes below the header measures, as SQL*Plus, sqlcmd, sqlite and SAS print them, perhaps below a title or a
 * prompt, in pages that repeat the header. */
#include "csv/mending/command.h"
#include "csv/dialect.h"
#include "csv/mending/plan.h"

#include <string.h>

#include "base/error.h"

/* A banner above takes fewer lines. */
enum { LINES = 50 };

/* Groups of dashes, which blanks part; 0: the line has something else too. */
static size_t count_groups(const char *p, const char *end)
{
    size_t groups = 0;
    for (const char *at = p; at < end; at++) {
        if (*at != '-' && *at != ' ' && (*at != '\r' || at + 1 != end))
            return 0;
        groups += *at == '-' && (at == p || at[-1] == ' ');
    }
    return groups;
}

static bool is_blank_line(const char *p, const char *end)
{
    while (p < end && (logreg__is_blank(*p) || *p == '\r'))
        p++;
    return p == end;
}

/* Has the line a blank, or nothing, wherever the rule has a blank? Letters beyond ASCII take one place. */
static bool fits(const char *p, const char *end, const char *rule, const char *rule_end)
{
    for (const char *at = rule; at < rule_end && p < end; at++, p++) {
        while (p + 1 < end && ((unsigned char)p[1] & 0xC0) == 0x80)
            p++;
        if (*at == ' ' && !logreg__is_blank(*p) && *p != '\r')
            return false;
    }
    return true;
}

static const char *line_end(const char *p, const char *end)
{
    const char *stop = memchr(p, '\n', (size_t)(end - p));
    return stop ? stop : end;
}

/* Do most of the next lines, which are not blank, fit a rule? */
static bool most_fit(const char *rule, const char *rule_end, const char *end)
{
    size_t lines = 0, good = 0;
    for (const char *p = rule_end + 1, *stop; p < end && lines < LINES; p = stop + 1) {
        stop = line_end(p, end);
        if (is_blank_line(p, stop))
            continue;
        lines++;
        good += fits(p, stop, rule, rule_end);
    }
    return good && 3 * good >= 2 * lines;
}

/* The line of the header, from 0, above one of dashes of two columns or more; SIZE_MAX: there is none. */
static size_t find_header(const char *head, size_t n)
{
    const char *end = head + n, *stop;
    size_t header = SIZE_MAX;
    for (size_t line = 0; head < end && line < LINES; line++, head = stop + 1) {
        stop = line_end(head, end);
        size_t groups = count_groups(head, stop);
        if (header != SIZE_MAX && groups > 1 && most_fit(head, stop, end))
            return header;
        header = is_blank_line(head, stop) || groups ? SIZE_MAX : line;
    }
    return SIZE_MAX;
}

logreg_status logreg__ruled_check(const char *head, size_t n, const logreg__csv *csv)
{
    char command[LOGREG__COMMAND], place[32] = "";
    size_t header = find_header(head, n), above = logreg__stages_above(csv);
    if (header == SIZE_MAX)
        return LOGREG_OK;
    if (header)
        snprintf(place, sizeof place, ":%zu", header + (above ? above : 1));
    return logreg__fail(
        csv->err, LOGREG_EDATA,
        "%s%s: dashes in the line below these names say how wide columns are; put tabs between them, and "
        "take out what "
        "is no row: %s",
        csv->file, place,
        logreg__command(
            command, csv,
            "perl -CSD -lne 'sub f { print join \"\\t\", map { s/^ +//r } unpack \"@w\", $l if @w && $l ne "
            "\"\" } s/^\\x{feff}|\\s+$//g; next if /^$|^SQL>|^ *\\(?\\d+ (rows?|record\\(s\\))[ )]/; "
            "if (/^[- ]+$/) { @w = map { \"A\" . length } /-+ */g; $w[-1] = \"A*\"; $l = \"\" if $k++; next "
            "} "
            "f(); $l = $_; END { f() }'"));
}
