/* Two rows of names: above each column's own stands that of its group, as merged cells or once for each column. */
#include "csv/dialect.h"

#include <ctype.h>
#include <string.h>

/* Of more cells the first are looked at. */
enum { CELLS = 256 };

typedef struct {
    size_t fields, filled;
    size_t begun, numbers; /* cells that begin with a figure; those of figures and marks alone, years aside */
    bool repeats;          /* two neighbours are the same, */
    bool distinct;         /*   no two cells are, but for empty ones */
    bool first;            /* the first cell is filled */
    bool response;         /* some end in this word, as survey tools have it below questions */
    uint64_t hash[CELLS];  /* 0: the cell is empty */
} row;

/* A cell without its quotes and blanks. */
static void strip(const char **from, const char **to)
{
    while (*from < *to && strchr("\" \t", **from))
        ++*from;
    while (*from < *to && strchr("\" \t", (*to)[-1]))
        --*to;
}

static uint64_t hash_of(const char *text, size_t n)
{
    uint64_t h = 0xcbf29ce484222325u; /* FNV-1a */
    for (size_t i = 0; i < n; i++)
        h = (h ^ (unsigned char)text[i]) * 0x100000001b3u;
    return n ? h | 1 : 0;
}

/* "6 months" is none. */
static bool is_number(const char *text, size_t n)
{
    size_t i = 0;
    while (i < n && strchr("0123456789.,:/+-% eE", text[i]))
        i++;
    return i == n;
}

static bool is_year(const char *text, size_t n)
{
    bool year = n == 4 && (memcmp(text, "19", 2) == 0 || memcmp(text, "20", 2) == 0);
    return year && isdigit((unsigned char)text[2]) && isdigit((unsigned char)text[3]);
}

static void add(row *r, const char *from, const char *to, const char **before, size_t *length)
{
    strip(&from, &to);
    size_t n = (size_t)(to - from), at = r->fields;
    if (at < CELLS)
        r->hash[at] = hash_of(from, n);
    for (size_t k = 0; n && at < CELLS && k < at; k++)
        r->distinct = r->distinct && r->hash[k] != r->hash[at];
    r->response = r->response || (n >= 8 && memcmp(to - 8, "Response", 8) == 0);
    r->first = at ? r->first : n > 0;
    bool sign = n > 1 && strchr("+-.", *from), figure = n && isdigit((unsigned char)from[sign]);
    r->fields++;
    r->filled += n > 0;
    r->begun += figure;
    r->numbers += figure && is_number(from, n) && !is_year(from, n);
    r->repeats = r->repeats || (n && n == *length && memcmp(from, *before, n) == 0);
    *before = from;
    *length = n;
}

/* The row at *p, which moves behind it and what is blank there. */
static row next(const char **p, const char *end, char delimiter)
{
    row r = {.distinct = true};
    bool quoted = false;
    const char *start = *p, *at = start, *before = start;
    size_t length = 0;
    for (;; at++) {
        bool over = at == end || (!quoted && (*at == '\n' || *at == '\r'));
        if (!over && *at == '"')
            quoted = !quoted;
        if (!over && (quoted || *at != delimiter))
            continue;
        add(&r, start, at, &before, &length);
        start = at + 1;
        if (over)
            break;
    }
    while (at < end && (*at == '\n' || *at == '\r'))
        at++;
    *p = at;
    return r;
}

/* Are there names below no group, but for the first: it goes on from the left; and groups above no name? */
static void compare(const row *groups, const row *names, bool *goes_on, bool *alone)
{
    *goes_on = *alone = false;
    for (size_t k = 0; k < groups->fields && k < CELLS; k++) {
        *goes_on = *goes_on || (k && !groups->hash[k] && names->hash[k]);
        *alone = *alone || (groups->hash[k] && !names->hash[k]);
    }
}

logreg__groups logreg__groups_look(bool *index, const char *head, size_t n, char delimiter)
{
    const char *p = head, *end = head + n;
    while (p < end && (*p == '\n' || *p == '\r'))
        p++;
    row groups = next(&p, end, delimiter), names = next(&p, end, delimiter), data = next(&p, end, delimiter);
    *index = data.fields > 2 && data.filled == 1 && data.first && !groups.first && !names.first;
    if (*index)
        data = next(&p, end, delimiter);
    bool even = groups.fields > 1 && groups.fields == names.fields && names.fields == data.fields;
    bool merged = groups.filled > 1 && (groups.filled < groups.fields || groups.repeats);
    if (!even || !merged || groups.numbers || names.numbers || !data.begun)
        return LOGREG__GROUPS_NONE;
    bool whole = names.filled + (!groups.first && !names.first) == names.fields, goes_on, alone;
    compare(&groups, &names, &goes_on, &alone);
    bool joined = (goes_on || groups.repeats) && (whole || (alone && names.filled > 1));
    return whole && names.distinct && !(joined && names.response) ? LOGREG__GROUPS_ABOVE
           : joined                                               ? LOGREG__GROUPS_JOINED
                                                                  : LOGREG__GROUPS_NONE;
}
