/* Two rows of names: above each column's own stands that of its group, as merged cells or once for each column. */
#include "csv/dialect.h"

#include <ctype.h>
#include <string.h>

typedef struct {
    size_t fields, filled, numbers;
    bool repeats; /* two neighbours are the same */
} row;

/* A cell without its quotes and blanks. */
static void strip(const char **from, const char **to)
{
    while (*from < *to && strchr("\" \t", **from))
        ++*from;
    while (*from < *to && strchr("\" \t", (*to)[-1]))
        --*to;
}

static void add(row *r, const char *from, const char *to, const char **before, size_t *length)
{
    strip(&from, &to);
    size_t n = (size_t)(to - from);
    bool sign = n > 1 && strchr("+-.", *from);
    r->fields++;
    r->filled += n > 0;
    r->numbers += n && isdigit((unsigned char)from[sign]);
    r->repeats = r->repeats || (n && n == *length && memcmp(from, *before, n) == 0);
    *before = from;
    *length = n;
}

/* The row at *p, which moves behind it and what is blank there. */
static row next(const char **p, const char *end, char delimiter)
{
    row r = {0};
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

bool logreg__groups_look(const char *head, size_t n, char delimiter)
{
    const char *p = head, *end = head + n;
    while (p < end && (*p == '\n' || *p == '\r'))
        p++;
    row groups = next(&p, end, delimiter), names = next(&p, end, delimiter), data = next(&p, end, delimiter);
    bool even = groups.fields > 1 && groups.fields == names.fields && names.fields == data.fields;
    bool merged = groups.filled > 1 && (groups.filled < groups.fields || groups.repeats);
    return even && merged && !groups.numbers && names.filled == names.fields && !names.numbers &&
           !names.repeats && data.numbers > 0;
}
