#include "data/marked.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

/* Letters of a label, bytes beyond ASCII as such. */
static size_t letters(const char *text, size_t bytes)
{
    size_t n = 0;
    for (size_t i = 0; i < bytes; i++)
        n += isalpha((unsigned char)text[i]) || (text[i] & 0x80);
    return n;
}

enum { LEAST = 3 };

bool logreg__label_marked(const char *a, const char *b)
{
    static const char *const marks[] = {
        "*", "?", "!", ",", ";", ":", "`", "\xe2\x80\xa0", "\xe2\x80\xa1", "\xc2\xa7"};
    size_t n = strlen(b);
    if (letters(b, n) < LEAST || strncmp(a, b, n) != 0 || !a[n])
        return false;
    for (a += n; *a;) {
        size_t k = 0;
        while (k < sizeof marks / sizeof *marks && strncmp(a, marks[k], strlen(marks[k])) != 0)
            k++;
        if (k == sizeof marks / sizeof *marks && *a != ' ')
            return false;
        a += *a == ' ' ? 1 : strlen(marks[k]);
    }
    return true;
}

bool logreg__label_shortened(const char *a, const char *b)
{
    size_t n = strlen(a);
    return n > LEAST && a[n - 1] == '.' && letters(a, n - 1) == n - 1 && strlen(b) > n &&
           letters(b, strlen(b)) == strlen(b) && strncasecmp(a, b, n - 1) == 0;
}
