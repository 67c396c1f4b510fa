#include "data/alike.h"

#include <string.h>

#include "base/utf8.h"

static bool has_digit(const char *text)
{
    return strpbrk(text, "0123456789") != NULL;
}

static bool is_passed_over(char c)
{
    return c == ' ' || c == '-' || c == '_' || c == '.' || c == '\t';
}

/* The next character in small letters behind what counts for nothing, or -1 at the end. A run of blanks is one blank where blanks count. */
static int32_t next(const char **at, bool blanks_count)
{
    if (blanks_count)
        while ((*at)[0] == ' ' && (*at)[1] == ' ')
            ++*at;
    else
        while (is_passed_over(**at))
            ++*at;
    return logreg__utf8_next_small(at);
}

bool logreg__labels_alike(const char *a, const char *b)
{
    bool numbered = has_digit(a) || has_digit(b), any = false;
    for (;;) {
        int32_t c = next(&a, numbered);
        if (c != next(&b, numbered))
            return false;
        if (c < 0)
            return any; /* signs alone, + and ++, are none */
        any = any || c > 0x7F || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    }
}

enum { SHORTEST = 5, LONGEST = 60 };

/* Characters in small letters; 0: too many. */
static size_t letters(int32_t to[LONGEST], const char *text)
{
    size_t n = 0;
    int32_t c;
    while ((c = next(&text, false)) >= 0) {
        if (n == LONGEST)
            return 0;
        to[n++] = c;
    }
    return n;
}

bool logreg__labels_near(const char *a, const char *b)
{
    int32_t x[LONGEST], y[LONGEST];
    if (has_digit(a) || has_digit(b))
        return false;
    size_t n = letters(x, a), m = letters(y, b), head = 0, tail = 0;
    if (n < 2 || m < 2 || x[0] != y[0] || n > m + 1 || m > n + 1)
        return false;
    while (head < n && head < m && x[head] == y[head])
        head++;
    while (tail < n - head && tail < m - head && x[n - 1 - tail] == y[m - 1 - tail])
        tail++;
    size_t left = n - head - tail, right = m - head - tail;
    const int32_t *longer = n > m ? x : y;
    bool doubled = left + right == 1 && longer[head] == longer[head - 1];
    bool swapped = left == 2 && right == 2 && x[head] == y[head + 1] && x[head + 1] == y[head];
    bool one = (left <= 1 && right <= 1 && left + right > 0) || swapped;
    return doubled || (one && n >= SHORTEST && m >= SHORTEST);
}

bool logreg__label_slipped(size_t n, size_t of)
{
    enum { ROWS = 3, TIMES = 10 };
    return n > 0 && n <= ROWS && of >= TIMES * n;
}
