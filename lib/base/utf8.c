#include "base/utf8.h"

#include <stdbool.h>
#include <string.h>

#include <utf8proc.h>

#include "base/memory.h"

size_t logreg__utf8_valid(const char *text, size_t n)
{
    const utf8proc_uint8_t *bytes = (const utf8proc_uint8_t *)text;
    size_t i = 0;
    while (i < n) {
        if (bytes[i] < 0x80) {
            if (!bytes[i])
                return i;
            i++;
            continue;
        }
        utf8proc_int32_t c;
        utf8proc_ssize_t used = utf8proc_iterate(bytes + i, (utf8proc_ssize_t)(n - i), &c);
        if (used <= 0)
            return i;
        i += (size_t)used;
    }
    return n;
}

/* Without the blanks at its ends. */
static char *trim(char *text)
{
    size_t first = strspn(text, " "), n = strlen(text + first);
    while (n && text[first + n - 1] == ' ')
        n--;
    memmove(text, text + first, n);
    text[n] = '\0';
    return text;
}

char *logreg__utf8_visible(const char *text)
{
    const utf8proc_uint8_t *bytes = (const utf8proc_uint8_t *)text;
    utf8proc_option_t options =
        UTF8PROC_NULLTERM | UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_IGNORE | UTF8PROC_STRIPCC;
    utf8proc_ssize_t n = utf8proc_decompose(bytes, 0, NULL, 0, options);
    utf8proc_int32_t *points = n < 0 ? NULL : logreg__new((size_t)n + 1, sizeof *points);
    if (!points)
        return NULL;
    utf8proc_decompose(bytes, 0, points, n, options);
    for (utf8proc_ssize_t i = 0; i < n; i++)
        if (utf8proc_category(points[i]) == UTF8PROC_CATEGORY_ZS)
            points[i] = ' ';
    utf8proc_reencode(points, n, options);
    return trim((char *)points);
}

int32_t logreg__utf8_next_small(const char **text)
{
    utf8proc_int32_t c = -1;
    utf8proc_ssize_t used = **text ? utf8proc_iterate((const utf8proc_uint8_t *)*text, -1, &c) : 0;
    *text += used > 0 ? used : 0;
    return used > 0 ? utf8proc_tolower(c) : -1;
}

bool logreg__utf8_same_letters(const char *a, const char *b)
{
    int32_t c;
    do {
        c = logreg__utf8_next_small(&a);
        if (c != logreg__utf8_next_small(&b))
            return false;
    } while (c >= 0);
    return true;
}
