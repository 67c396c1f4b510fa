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

size_t logreg__utf8_hidden(const char *text)
{
    utf8proc_int32_t c;
    utf8proc_ssize_t used = *text ? utf8proc_iterate((const utf8proc_uint8_t *)text, -1, &c) : 0;
    utf8proc_category_t kind = used > 0 ? utf8proc_category(c) : UTF8PROC_CATEGORY_LU;
    bool hidden = kind == UTF8PROC_CATEGORY_CC || kind == UTF8PROC_CATEGORY_CF ||
                  kind == UTF8PROC_CATEGORY_ZL || kind == UTF8PROC_CATEGORY_ZP;
    return hidden ? (size_t)used : 0;
}

bool logreg__utf8_hides(const char *text)
{
    while (*text && !logreg__utf8_hidden(text))
        text++;
    return *text;
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

/* Letters that Unicode does not take apart, and quotes, which count for nothing. */
static int32_t plain(int32_t c)
{
    static const struct {
        int32_t from, to;
    } as[] = {{0x131, 'i'}, {0x142, 'l'}, {0xF8, 'o'}, {0x111, 'd'}};
    bool quote = c == '"' || c == '\'' || c == '`' || c == 0xAB || c == 0xBB ||
                 (c >= 0x201C && c <= 0x201F) || c == 0x2032 || c == 0x2033;
    bool accent = c >= 0x300 && c < 0x370; /* a mark of another script may tell words apart */
    for (size_t i = 0; i < sizeof as / sizeof *as; i++)
        if (c == as[i].from)
            return as[i].to;
    return quote || accent ? 0 : c;
}

int logreg__utf8_next_folded(int32_t to[LOGREG__FOLDED], const char **text)
{
    utf8proc_int32_t c, part[LOGREG__FOLDED];
    utf8proc_ssize_t used = **text ? utf8proc_iterate((const utf8proc_uint8_t *)*text, -1, &c) : 0;
    int n = 0, boundary = 0;
    if (used <= 0)
        return -1;
    *text += used;
    utf8proc_option_t options =
        UTF8PROC_COMPAT | UTF8PROC_DECOMPOSE | UTF8PROC_CASEFOLD | UTF8PROC_IGNORE | UTF8PROC_LUMP;
    utf8proc_ssize_t parts = utf8proc_decompose_char(c, part, LOGREG__FOLDED, options, &boundary);
    if (parts > LOGREG__FOLDED) {
        part[0] = c;
        parts = 1;
    }
    for (utf8proc_ssize_t i = 0; i < parts; i++)
        if ((part[i] = plain(part[i])))
            to[n++] = part[i];
    return n;
}

size_t logreg__utf8_shared(const char *a, const char *b)
{
    size_t n = 0;
    while (a[n] && a[n] == b[n])
        n++;
    while (n && ((unsigned char)a[n] & 0xc0) == 0x80) /* within a character */
        n--;
    return n;
}
