/* Tables whose cells stand below each other, with blanks alone between columns, as R, pandas and SAS print them: cells may hold blanks too, or be
 * empty, so that words do not part them. */
#include "csv/mending/command.h"
#include "csv/dialect.h"

#include <string.h>

#include "base/error.h"

/* Wider lines are no tables; fewer lines let words stand below each other by chance. */
enum { WIDE = 1024, FEW = 10, MANY = 200 };

/* Which places of a line hold something in any line so far. */
typedef struct {
    bool names[WIDE], filled[WIDE]; /* the first line, and all */
    size_t width, lines;
} places;

/* Adds a line. Letters beyond ASCII take one place. False: it is too wide, or a tab stands in it. */
static bool add_line(places *s, const char *p, const char *end)
{
    size_t place = 0;
    for (; p < end; p++) {
        if (((unsigned char)*p & 0xC0) == 0x80)
            continue;
        if (*p == '\t' || place == WIDE)
            return false;
        bool something = *p != ' ';
        s->names[place] |= something && !s->lines;
        s->filled[place++] |= something;
    }
    s->width = place > s->width ? place : s->width;
    s->lines++;
    return true;
}

/* Columns, where each but the first has a name: R and pandas give rows names below none. 0: one has no name. */
static size_t count_columns(const places *s)
{
    size_t columns = 0;
    for (size_t at = 0; at < s->width; at++) {
        bool named = false;
        if (!s->filled[at])
            continue;
        for (; at < s->width && s->filled[at]; at++)
            named |= s->names[at];
        if (!named && columns)
            return 0;
        columns++;
    }
    return columns;
}

logreg_status logreg__aligned_check(const char *head, size_t n, bool cut, const logreg__csv *csv)
{
    places s = {.lines = 0};
    char command[LOGREG__COMMAND];
    for (const char *p = head, *end = head + n, *stop; p < end && s.lines < MANY; p = stop + 1) {
        stop = logreg__line_end(p, end);
        if (stop > p && (stop < end || !cut) && !add_line(&s, p, stop))
            return LOGREG_OK;
    }
    size_t columns = s.lines < FEW ? 0 : count_columns(&s);
    if (columns < 2)
        return LOGREG_OK;
    return logreg__fail(
        csv->err, LOGREG_EDATA,
        "%s: no , ; tab or | separates cells, but they stand below each other in %zu columns, "
        "with blanks between; put tabs there: %s",
        csv->file, columns,
        logreg__command(command, csv,
                        "perl -CSD -lne 's/\\s+$//; next if /^$/; push @l, $_; $m |= s/\\S/!/gr; END { "
                        "push @w, [$-[0], $+[0] - $-[0]] while $m =~ /!+/g; for $l (@l) { print join "
                        "\"\\t\", map { $_->[0] < length $l ? substr($l, $_->[0], $_->[1]) =~ s/^ +| "
                        "+$//gr : \"\" } @w } }'"));
}
