/* Sets of answers whose columns of 0 and 1 stand beside them, as tools for surveys write both. */
#include "data/several.h"

#include <ctype.h>
#include <math.h>
#include <string.h>

#include "data/frame.h"

static bool is_plain(char c)
{
    return isalnum((unsigned char)c) || c & 0x80;
}

/* Are two texts the same but for capitals and what is no letter or figure? */
static bool same(const char *a, size_t n, const char *b, size_t m)
{
    size_t i = 0, k = 0;
    for (;; i++, k++) {
        while (i < n && !is_plain(a[i]))
            i++;
        while (k < m && !is_plain(b[k]))
            k++;
        if (i == n || k == m)
            return i == n && k == m;
        if (tolower((unsigned char)a[i]) != tolower((unsigned char)b[k]))
            return false;
    }
}

/* Has it two values at the most: 0 and 1, or two texts? */
static bool is_answer(const logreg__column *c, size_t rows)
{
    for (size_t i = 0; i < rows && c->kind == LOGREG_NUMERIC; i++) {
        double x = logreg__column_number(c, i);
        if (!isnan(x) && x != 0 && x != 1)
            return false;
    }
    return c->kind == LOGREG_NUMERIC || c->n_levels <= 2;
}

bool logreg__several_beside(const logreg__several *several, const logreg_frame *frame, size_t j)
{
    const char *name = frame->column[j].name;
    size_t n = strlen(name), found = 0;
    for (size_t k = 0; k < several->n && found == k; k++)
        for (size_t i = 0; i < frame->n_columns && found == k; i++) {
            const char *other = frame->column[i].name;
            bool of = i != j && strncmp(other, name, n) == 0 && other[n] && !is_plain(other[n]);
            found += of &&
                     same(other + n, strlen(other + n), several->answer[k].text, several->answer[k].n) &&
                     is_answer(&frame->column[i], frame->n_rows);
        }
    return found == several->n;
}
