/* Signs that separate cells and are none of , ; tab and |: each line has as many of one outside quotes, or it alone stands between names in quotes. */
#include "csv/mending/command.h"
#include "csv/dialect.h"

#include <ctype.h>
#include <string.h>

#include "base/error.h"

enum { LINES = 50, FEW = 3, SIGNS = 16 };

/* One character. */
typedef struct {
    const char *text;
    size_t n;
} sign;

/* What text seldom holds: these are told by their number alone. */
static const char seldom[] = {'^', '~', ':', '!', '#', '\x01', '\x1f', ','};

/* ---- Characters ---- */

/* The sign that stands at p; of length 0: a letter, a digit, one that names and numbers hold, a bracket, a quote, a blank, or a known delimiter. */
static sign sign_at(const char *p, const char *end)
{
    unsigned char c = (unsigned char)*p, d = p + 1 < end ? (unsigned char)p[1] : 0;
    bool ascii = c < 0x80 && (ispunct(c) ? !strchr("_.-,;|()[]{}<>\"'`", c) : c == 0x01 || c == 0x1f);
    bool latin =
        c == 0xc2 && d > 0xa0 && !memchr("\xaa\xb5\xba\xab\xbb", d, 5); /* no ordinals, micro, quotes */
    bool times = c == 0xc3 && (d == 0x97 || d == 0xb7);
    bool symbol =
        c == 0xe2 && p + 2 < end && (d > 0x80 || (unsigned char)p[2] >= 0xa0); /* no dashes, no quotes */
    return (sign){p, ascii ? 1 : latin || times ? 2 : symbol ? 3 : 0};
}

static bool is_at(const sign *s, const char *p, const char *end)
{
    return (size_t)(end - p) >= s->n && memcmp(p, s->text, s->n) == 0;
}

/* ---- In each line ---- */

/* What a line, with line ends in its cells, has of a sign. */
typedef struct {
    size_t count;     /* outside quotes */
    bool single;      /* one at least stands not in pairs */
    bool empty;       /* so does a cell, the first and the last among them */
    bool digit, more; /* a cell begins with a digit; the line holds more than digits, / : and blanks */
    sign first, last; /* cells */
} line;

static bool digit_first(const char *p, const char *end)
{
    p += p < end && strchr("+-.", *p) != NULL;
    return p < end && isdigit((unsigned char)*p);
}

/* Reads the line at p. Returns where it ends, or end, within quotes perhaps. */
static const char *read_line(line *l, const char *p, const char *end, const sign *s)
{
    const char *cell = p;
    bool quoted = false, start = true; /* of a cell */
    size_t run = 0;
    *l = (line){0};
    for (; p < end && (quoted || (*p != '\n' && *p != '\r')); p++) {
        if (quoted) { /* a quote that stands twice closes and opens */
            quoted = *p != '"';
        } else if (is_at(s, p, end)) {
            l->first = l->count++ ? l->first : (sign){cell, (size_t)(p - cell)};
            l->empty = l->empty || start;
            run++;
            p += s->n - 1;
            cell = p + 1;
            start = true;
        } else {
            l->single = l->single || run % 2;
            run = 0;
            l->digit = l->digit || (start && digit_first(p, end));
            l->more = l->more || !strchr("0123456789/: ", *p);
            quoted = *p == '"' && (start || p[-1] == '"');
            start = start && logreg__is_blank(*p);
        }
    }
    l->single = l->single || run % 2;
    l->empty = l->empty || start;
    l->last = (sign){cell, (size_t)(p - cell)};
    return p;
}

/* What the first lines have of a sign. */
typedef struct {
    size_t
        times; /* that it stands in each of them, outside quotes; 0: not in each as often, or in too few lines */
    bool doubled; /* always twice in a row */
    bool parts; /* names, and rows of which half hold numbers at least: text that holds it looks otherwise */
} tally;

static bool is_same(const sign *a, const sign *b)
{
    return a->n == b->n && memcmp(a->text, b->text, a->n) == 0;
}

static tally count(const sign *s, const char *head, size_t n, bool cut, bool header)
{
    size_t lines = 0, numbered = 0, others = 0, units_first = 0, units_last = 0;
    bool doubled = true;
    line top = {0}, l;
    for (const char *p = head, *end = head + n; p < end && lines < LINES; p++) {
        const char *from = p;
        p = read_line(&l, p, end, s);
        if (p == from || (p == end && cut))
            continue;
        if (lines++ == 0)
            top = l;
        if (!l.count || l.count != top.count)
            return (tally){0};
        doubled = doubled && !l.single;
        numbered += l.digit;
        others += l.more;
        units_first += is_same(&l.first, &top.first); /* US$ 50 below US$ price */
        units_last += is_same(&l.last, &top.last);
    }
    if (lines < FEW)
        return (tally){0};
    bool named = header ? !top.digit && (doubled || !top.empty) && units_first < lines && units_last < lines
                        : top.count > 1;
    bool dates = *s->text == '/' && (!header || top.count < 2 || others < 2); /* dd/mm/yyyy, 1/2, paths */
    return (tally){top.count, doubled, named && !dates && 2 * numbered >= lines - header};
}

/* ---- Sentences ---- */

static logreg_status fail_doubled(char c, const logreg__csv *csv)
{
    char command[LOGREG__COMMAND], pattern[8];
    logreg__csv with = *csv;
    with.options.delimiter = c;
    logreg__delimiter_pattern(pattern, &with);
    return logreg__fail(csv->err, LOGREG_EDATA,
                        "%s: '%c%c' separates cells; make one character of the two: %s", csv->file, c, c,
                        logreg__command(command, csv, "sed 's/%s%s/\\t/g'", pattern, pattern));
}

logreg_status logreg__doubled_check(const char *head, size_t n, bool cut, const logreg__csv *csv)
{
    sign s = {&csv->options.delimiter, 1};
    tally t = count(&s, head, n, cut, false);
    return t.times && t.doubled ? fail_doubled(*s.text, csv) : LOGREG_OK;
}

enum { WAY = LOGREG__COMMAND + 80 };

/* "use --delimiter '$'", or a command where a delimiter cannot be that. Returns room. */
static const char *way(char room[WAY], const sign *s, const logreg__csv *csv)
{
    char command[LOGREG__COMMAND];
    if (s->n > 1)
        snprintf(room, WAY, "write a tab in its place, since a delimiter is one byte, %s",
                 logreg__command(command, csv, "sed 's/%.*s/\\t/g'", (int)s->n, s->text));
    else
        snprintf(room, WAY, *s->text < ' ' ? "use --delimiter $'\\x%02x'" : "use --delimiter '%c'", *s->text);
    return room;
}

enum { NAME = 24 };

/* As a sentence has it. Returns room. */
static const char *name_of(char room[NAME], const sign *s)
{
    if (s->n == 1 && *s->text < ' ')
        snprintf(room, NAME, "the byte 0x%02x", *s->text);
    else
        snprintf(room, NAME, "'%.*s'", (int)s->n, s->text);
    return room;
}

static logreg_status fail_other(const sign *s, size_t times, const logreg__csv *csv)
{
    char often[32], name[NAME], room[WAY];
    snprintf(often, sizeof often, times == 1 ? "once" : times == 2 ? "twice" : "%zu times", times);
    if (*s->text == ',')
        return logreg__fail(
            csv->err, LOGREG_EDATA,
            "%s: a comma stands %s in each line, so it separates cells and is no decimal mark; leave "
            "out --decimal ,",
            csv->file, often);
    return logreg__fail(csv->err, LOGREG_EDATA,
                        "%s: no , ; tab or | separates cells, but %s stands %s in each line; if it does, "
                        "%s; if not, --delimiter ,",
                        csv->file, name_of(name, s), often, way(room, s, csv));
}

/* ---- Checks ---- */

/* The sign of the first line that parts it, and each other one, into the most cells; of length 0: none does. */
static sign most_often(tally *best, const char *head, size_t n, bool cut, bool header)
{
    sign tried[SIGNS], found = {0};
    size_t signs = 0;
    *best = (tally){0};
    for (const char *p = head, *end = logreg__line_end(head, head + n); p < end && signs < SIGNS; p++) {
        sign s = sign_at(p, head + n);
        bool new = s.n > 0;
        for (size_t i = 0; i < signs && new; i++)
            new = !is_same(&tried[i], &s);
        if (!new)
            continue;
        tried[signs++] = s;
        tally t = count(&s, head, n, cut, header);
        if (t.parts && t.times > best->times) {
            *best = t;
            found = s;
        }
    }
    return found;
}

logreg_status logreg__others_check(const char *head, size_t n, bool cut, const logreg__csv *csv)
{
    bool commas = csv->options.decimal == ',' && csv->options.header;
    sign s = {0};
    tally t = {0};
    for (size_t i = 0; i < sizeof seldom && !t.times; i++) {
        s = (sign){&seldom[i], 1};
        if (*s.text != ',' || commas)
            t = count(&s, head, n, cut, csv->options.header);
    }
    if (!t.times)
        s = most_often(&t, head, n, cut, csv->options.header);
    if (!t.times)
        return LOGREG_OK;
    return t.doubled && s.n == 1 && *s.text != ',' ? fail_doubled(*s.text, csv)
                                                   : fail_other(&s, t.times, csv);
}

logreg_status logreg__between_quotes_check(const char *head, size_t n, const logreg__csv *csv)
{
    const char *end = head + n;
    sign s = {0};
    size_t closed = 0, parted = 0,
           between = 0; /* quotes; those before the sign; those before it and another one */
    bool quoted = false;
    for (const char *p = head; p < end && (quoted || (*p != '\n' && *p != '\r')); p++) {
        if (*p != '"')
            continue;
        quoted = !quoted;
        const char *next = p + 1;
        if (quoted || next == end || strchr("\"\r\n", *next)) /* one that stands twice closes nothing */
            continue;
        s = closed++ ? s : sign_at(next, end);
        if (!s.n)
            return LOGREG_OK;
        bool here = is_at(&s, next, end);
        parted += here;
        between += here && next + s.n < end && next[s.n] == '"';
    }
    if (!between || 10 * parted < 9 * closed || 2 * between < parted)
        return LOGREG_OK;
    char name[NAME], room[WAY];
    return logreg__fail(csv->err, LOGREG_EDATA,
                        "%s: %s stands between names in quotes; if it separates cells, %s; if not, "
                        "--delimiter ,",
                        csv->file, name_of(name, &s), way(room, &s, csv));
}
