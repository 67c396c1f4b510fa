/* Optimal string alignment: the fewest insertions, deletions, substitutions and swaps of neighbours. Near is one slip,
 * and one more for every five letters, or a candidate that begins with the word. */
#include "nearest.h"

#include <string.h>

enum { LONGEST = 64 };

static size_t least(size_t a, size_t b)
{
    return a < b ? a : b;
}

/* Distance of two words of at most LONGEST bytes, by three rows of the usual table. */
static size_t distance(const char *a, size_t n, const char *b, size_t m)
{
    size_t rows[3][LONGEST + 1], *before = rows[0], *above = rows[1], *row = rows[2];
    for (size_t j = 0; j <= m; j++)
        row[j] = j;
    for (size_t i = 1; i <= n; i++) {
        size_t *spare = before;
        before = above;
        above = row;
        row = spare;
        row[0] = i;
        for (size_t j = 1; j <= m; j++) {
            size_t change = above[j - 1] + (a[i - 1] != b[j - 1]);
            row[j] = least(change, least(above[j], row[j - 1]) + 1);
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                row[j] = least(row[j], before[j - 2] + 1);
        }
    }
    return row[m];
}

cli_nearest cli_nearest_to(const char *word)
{
    size_t n = strlen(word);
    return (cli_nearest){word, NULL, least(n, 2 + n / 5)};
}

void cli_nearest_offer(cli_nearest *near, const char *candidate)
{
    size_t n = strlen(near->word), m = strlen(candidate);
    if (n > LONGEST || m > LONGEST)
        return;
    size_t d = n >= 2 && strncmp(near->word, candidate, n) == 0 ? 1 : distance(near->word, n, candidate, m);
    if (d < near->distance) {
        near->distance = d;
        near->best = candidate;
    }
}
