/* Which name was meant: optimal string alignment, the fewest insertions, deletions, substitutions and swaps of
 * neighbours that turn one name into the other (G. Navarro, ACM Computing Surveys 33, 2001). */
#include <string.h>

#include "data/frame.h"

enum { LONGEST = 64, FAR = 255 };

static int lower(char c)
{
    return c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c;
}

static int least(int a, int b)
{
    return a < b ? a : b;
}

/* FAR for names too long to be worth it. */
static int distance(const char *a, const char *b)
{
    size_t m = strlen(a), n = strlen(b);
    if (m > LONGEST || n > LONGEST)
        return strcmp(a, b) == 0 ? 0 : FAR;
    int rows[3][LONGEST + 1], *before = rows[0], *above = rows[1], *row = rows[2];
    for (size_t j = 0; j <= n; j++)
        above[j] = (int)j;
    for (size_t i = 1; i <= m; i++) {
        row[0] = (int)i;
        for (size_t j = 1; j <= n; j++) {
            bool same = lower(a[i - 1]) == lower(b[j - 1]);
            row[j] = least(above[j - 1] + !same, 1 + least(above[j], row[j - 1]));
            bool swapped =
                i > 1 && j > 1 && lower(a[i - 1]) == lower(b[j - 2]) && lower(a[i - 2]) == lower(b[j - 1]);
            if (swapped)
                row[j] = least(row[j], 1 + before[j - 2]);
        }
        int *spare = before;
        before = above;
        above = row;
        row = spare;
    }
    return above[n];
}

/* A name is near if at most one letter in three is off, and three at most. */
static int reach(const char *name)
{
    size_t n = strlen(name);
    return n < 9 ? (int)n / 3 : 3;
}

const char *logreg__nearest(const char *name, const char *const *names, size_t count)
{
    const char *best = NULL;
    int nearest = reach(name) + 1;
    for (size_t i = 0; i < count; i++) {
        int d = distance(name, names[i]);
        if (d < nearest) {
            nearest = d;
            best = names[i];
        }
    }
    return best;
}

const char *logreg_frame_nearest(const logreg_frame *frame, const char *name)
{
    const char *best = NULL;
    int nearest = reach(name) + 1;
    for (size_t j = 0; j < frame->n_columns; j++) {
        int d = distance(name, frame->column[j].name);
        if (d < nearest) {
            nearest = d;
            best = frame->column[j].name;
        }
    }
    return best;
}
