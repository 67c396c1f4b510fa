/* Which name was meant: optimal string alignment, the fewest insertions, deletions, substitutions and swaps of
 * neighbours that turn one name into the other (G. Navarro, ACM Computing Surveys 33, 2001). */
#include <stdbool.h>
#include <string.h>

#include <logreg/base.h>

enum { LONGEST = 64 };

static int lower(char c)
{
    return c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c;
}

static size_t least(size_t a, size_t b)
{
    return a < b ? a : b;
}

/* Of words of at most LONGEST bytes, by three rows of the usual table. */
static size_t distance(const char *a, size_t m, const char *b, size_t n)
{
    size_t rows[3][LONGEST + 1], *before = rows[0], *above = rows[1], *row = rows[2];
    for (size_t j = 0; j <= n; j++)
        above[j] = j;
    for (size_t i = 1; i <= m; i++) {
        row[0] = i;
        for (size_t j = 1; j <= n; j++) {
            bool same = lower(a[i - 1]) == lower(b[j - 1]);
            row[j] = least(above[j - 1] + !same, 1 + least(above[j], row[j - 1]));
            bool swapped =
                i > 1 && j > 1 && lower(a[i - 1]) == lower(b[j - 2]) && lower(a[i - 2]) == lower(b[j - 1]);
            if (swapped)
                row[j] = least(row[j], 1 + before[j - 2]);
        }
        size_t *spare = before;
        before = above;
        above = row;
        row = spare;
    }
    return above[n];
}

/* Whether b begins with the m bytes of a, and goes on. */
static bool begins(const char *a, size_t m, const char *b, size_t n)
{
    size_t i = 0;
    while (i < m && i < n && lower(a[i]) == lower(b[i]))
        i++;
    return i == m && m < n;
}

logreg_nearest logreg_nearest_to(const char *word)
{
    size_t n = strlen(word);
    return (logreg_nearest){.word = word, .distance = n < 9 ? n / 3 + 1 : 4};
}

void logreg_nearest_offer(logreg_nearest *near, const char *name)
{
    size_t m = strlen(near->word), n = strlen(name);
    if (m > LONGEST || n > LONGEST)
        return;
    size_t d = m >= 2 && begins(near->word, m, name, n) ? 1 : distance(near->word, m, name, n);
    if (d < near->distance) {
        near->distance = d;
        near->name = name;
    }
}
