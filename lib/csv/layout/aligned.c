/* Tables whose cells stand below each other, with blanks alone between columns, as R, pandas and SAS print them: cells may hold blanks too, or be
 * empty, so that words do not part them. */
#include "csv/mending/command.h"
#include "csv/dialect.h"

#include <string.h>

#include "base/error.h"

/* Wider lines are no tables; fewer lines let words stand below each other by chance. */
enum { WIDE = 1024, FEW = 10, MANY = 200 };

/* Each place of a line: a blank, or what holds something in any line so far. */
enum { BLANK, CELL, NAME };

typedef struct {
    char place[WIDE];
    size_t width, lines;
} mask;

/* Adds a line, the first that of the names. Letters beyond ASCII take one place. False: it is too wide, or a tab stands in it. */
static bool add_line(mask *m, const char *p, const char *end)
{
    size_t at = 0;
    for (; p < end; p++) {
        if (((unsigned char)*p & 0xC0) == 0x80)
            continue;
        if (*p == '\t' || at == WIDE)
            return false;
        if (*p != ' ' && m->place[at] != NAME)
            m->place[at] = m->lines ? CELL : NAME;
        at++;
    }
    m->width = at > m->width ? at : m->width;
    m->lines++;
    return true;
}

/* Places that blanks part from others. */
typedef struct {
    size_t from, to;
    bool named, right; /* the name ends where the cells do */
} run;

static size_t find_columns(run column[WIDE], const mask *m)
{
    size_t n = 0;
    for (size_t at = 0; at < m->width; at++) {
        if (!m->place[at])
            continue;
        column[n] = (run){.from = at};
        for (; at < m->width && m->place[at]; at++)
            column[n].named |= m->place[at] == NAME;
        column[n].right = m->place[at - 1] == NAME;
        column[n++].to = at;
    }
    return n;
}

/* A blank within cells parts words that stand below no name, as in New York below a name of four letters: to the column behind it they belong where
 * that stands flush right, else to the one in front. 0: some belong to none; the first column needs no name, since R and pandas give rows names. */
static size_t count_columns(run *column, size_t n)
{
    size_t columns = n;
    for (size_t i = n; i-- > 1;) {
        const run *next = column + i + 1;
        if (column[i].named || i + 1 == n || !next->named || !next->right || column[i].to + 1 != next->from)
            continue;
        column[i].named = column[i].right = true;
        columns--;
    }
    for (size_t i = 1; i < n; i++) {
        if (column[i].named)
            continue;
        if (!column[i - 1].named || column[i - 1].to + 1 != column[i].from)
            return 0;
        column[i].named = true;
        columns--;
    }
    return columns;
}

logreg_status logreg__aligned_check(const char *head, size_t n, bool cut, const logreg__csv *csv)
{
    mask m = {.lines = 0};
    run column[WIDE];
    char command[LOGREG__COMMAND];
    for (const char *p = head, *end = head + n, *stop; p < end && m.lines < MANY; p = stop + 1) {
        stop = logreg__line_end(p, end);
        if (stop > p && (stop < end || !cut) && !add_line(&m, p, stop))
            return LOGREG_OK;
    }
    size_t columns = m.lines < FEW ? 0 : count_columns(column, find_columns(column, &m));
    if (columns < 2)
        return LOGREG_OK;
    return logreg__fail(
        csv->err, LOGREG_EDATA,
        "%s: no , ; tab or | separates cells, but they stand below each other in %zu columns, "
        "with blanks between; put tabs there: %s",
        csv->file, columns,
        logreg__command(command, csv,
                        "perl -CSD -lne 's/\\s+$//; next if /^$/; my $c = @l ? \"!\" : \"a\"; push @l, $_; "
                        "$m |= s/\\S/$c/gr; END { 1 while $m =~ s/(?<= )(!+) (?=!*a+( |$))/$1!/; "
                        "1 while $m =~ s/(a!*) (?=!+( |$))/$1!/; "
                        "push @w, [$-[0], $+[0] - $-[0]] while $m =~ /\\S+/g; "
                        "for $l (@l) { print join \"\\t\", map { $_->[0] < length $l ? "
                        "substr($l, $_->[0], $_->[1]) =~ s/^ +| +$//gr : \"\" } @w } }'"));
}
