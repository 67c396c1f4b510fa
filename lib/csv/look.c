/* How a file is written, for people who want to know: line ends and quotes, as its head shows them. */
#include "csv/dialect.h"

#include <string.h>

/* Where the line end at p ends, counted by its kind. */
static const char *count_end(logreg_dialect *d, const char *p, const char *end)
{
    if (*p == '\n') {
        d->lf++;
        return p + 1;
    }
    bool two = p + 1 < end && p[1] == '\n';
    d->crlf += two;
    d->cr += !two;
    return p + 1 + two;
}

static const char *skip_digits(const char *p, const char *end)
{
    while (p < end && *p >= '0' && *p <= '9')
        p++;
    return p;
}

bool logreg__feet_look(const char *head, size_t n)
{
    const char *end = head + n, *p = head;
    while ((p = memchr(p, '\'', (size_t)(end - p)))) {
        const char *inches = p + 1 + (p + 1 < end && p[1] == ' '), *behind = skip_digits(inches, end);
        if (p > head && skip_digits(p - 1, p) == p && behind > inches && behind < end && *behind == '"')
            return true;
        p++;
    }
    return false;
}

void logreg__dialect_look(logreg_dialect *d, const char *head, size_t n)
{
    bool at_start = true, quoted = false;
    for (const char *p = head, *end = head + n; p < end;) {
        char c = *p;
        if (!quoted && (c == '\n' || c == '\r')) {
            p = count_end(d, p, end);
            at_start = true;
            continue;
        }
        if (c == '"') {
            d->quoted += at_start && !quoted;
            quoted = !quoted;
        }
        at_start = !quoted && c == d->delimiter;
        p++;
    }
}

bool logreg__doubled_look(const char *head, size_t n)
{
    size_t end = 0, run = 0, pairs = 0;
    while (end < n && head[end] != '\n' && head[end] != '\r')
        end++;
    if (end < 4 || memcmp(head, "\"\"", 2) != 0)
        return false;
    for (size_t i = 0; i <= end; i++)
        if (i < end && head[i] == '"')
            run++;
        else if (run == 2 || !run) {
            pairs += run == 2;
            run = 0;
        } else
            return false;
    return pairs > 1 && pairs % 2 == 0;
}
