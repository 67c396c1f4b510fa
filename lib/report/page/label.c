/* Names from the data, made fit for a terminal: nothing in them can move the cursor, change a colour, reverse the
 * direction of reading or pile marks upon other lines. */
#include <string.h>

#include <utf8proc.h>

#include "report/page/page.h"

/* Marks that may stand on one letter; scripts need no more, vandals do. */
#define MARKS 2

/* One character of a name as it will be shown. */
typedef struct {
    const char *text; /* its bytes: a place in the name, "?", or what ASCII has instead */
    size_t bytes;
    int columns;
} glyph;

typedef struct {
    const char *rest; /* of the name */
    int marks;        /* in a row so far */
    bool ascii;
} reader;

static bool printable(utf8proc_category_t kind)
{
    switch (kind) {
    case UTF8PROC_CATEGORY_CC:
    case UTF8PROC_CATEGORY_CF:
    case UTF8PROC_CATEGORY_CS:
    case UTF8PROC_CATEGORY_CO:
    case UTF8PROC_CATEGORY_CN:
    case UTF8PROC_CATEGORY_ZL:
    case UTF8PROC_CATEGORY_ZP:
        return false;
    default:
        return true;
    }
}

/* What ASCII has for signs that figures write, and word processors; NULL: nothing. */
static const char *stand_in(utf8proc_int32_t c)
{
    switch (c) {
    case 0x2212: /* minus */
    case 0x2010: /* hyphen */
    case 0x2013: /* en dash */
        return "-";
    case 0xd7:
        return "x";
    case 0x2019:
        return "'";
    case 0x2026:
        return "...";
    default:
        return NULL;
    }
}

/* The next character to show; false at the end of the name. */
static bool next(reader *r, glyph *g)
{
    while (*r->rest) {
        utf8proc_int32_t c;
        utf8proc_ssize_t used =
            utf8proc_iterate((const utf8proc_uint8_t *)r->rest, (utf8proc_ssize_t)strnlen(r->rest, 4), &c);
        const char *start = r->rest;
        bool valid = used > 0;
        const char *instead = valid && r->ascii ? stand_in(c) : NULL;
        r->rest += valid ? used : 1;
        if (instead) {
            *g = (glyph){instead, strlen(instead), (int)strlen(instead)};
        } else if (!valid || !printable(utf8proc_category(c)) || (r->ascii && c > '~')) {
            *g = (glyph){c == '\n' ? " " : "?", 1, 1}; /* a name of several lines stands in one */
        } else {
            *g = (glyph){start, (size_t)used, utf8proc_charwidth(c)};
        }
        r->marks = g->columns ? 0 : r->marks + 1;
        if (r->marks <= MARKS)
            return true;
    }
    return false;
}

static int width_of(const char *name, bool ascii)
{
    reader r = {name, MARKS, ascii}; /* a mark at the start has no letter of its own to stand on */
    glyph g;
    int columns = 0;
    while (next(&r, &g))
        columns += g.columns;
    return columns;
}

int logreg__columns(const char *text, size_t n)
{
    int columns = 0;
    for (size_t at = 0; at < n;) {
        utf8proc_int32_t c;
        utf8proc_ssize_t used =
            utf8proc_iterate((const utf8proc_uint8_t *)text + at, (utf8proc_ssize_t)(n - at), &c);
        if (used <= 0)
            break;
        columns += utf8proc_charwidth(c);
        at += (size_t)used;
    }
    return columns;
}

int logreg__columns_of(const char *text)
{
    return logreg__columns(text, strlen(text));
}

void logreg__page_part(logreg__page *page, const char *name, int from, int to)
{
    reader r = {name, MARKS, page->ascii};
    glyph g;
    int at = 0;
    bool begun = false;
    while (next(&r, &g)) {
        bool inside = at >= from && at + g.columns <= to;
        if (inside && (g.columns || begun)) {
            logreg__page_bytes(page, g.text, g.bytes);
            begun = true;
        }
        at += g.columns;
    }
}

/* Columns before the ellipsis of a name that has lost its middle already, -1: it has not. */
static int before_ellipsis(const char *name, const logreg__page *page)
{
    reader r = {name, MARKS, page->ascii};
    size_t n = strlen(page->sign->ellipsis);
    int at = 0;
    glyph g;
    while (next(&r, &g)) {
        if (g.bytes == n && memcmp(g.text, page->sign->ellipsis, n) == 0)
            return at;
        at += g.columns;
    }
    return -1;
}

static int least(int a, int b)
{
    return a < b ? a : b;
}

void logreg__page_name(logreg__page *page, const char *name, int room)
{
    int columns = width_of(name, page->ascii);
    if (columns <= room) {
        logreg__page_part(page, name, 0, columns);
        return;
    }
    int mark = page->ascii ? 3 : 1, half = room > mark ? (room - mark) / 2 : 0,
        lost = before_ellipsis(name, page);
    int head = room - half - mark, tail = half;
    if (lost >= 0) { /* more goes where something is lost */
        int behind = columns - lost - 1;
        tail = least(behind, half > room - mark - lost ? half : room - mark - lost);
        head = least(lost, room - mark - tail);
    }
    logreg__page_part(page, name, 0, head);
    logreg__page_add(page, page->sign->ellipsis);
    logreg__page_part(page, name, columns - tail, columns);
}
