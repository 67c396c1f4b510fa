/* Numbers under a name that stands for kinds, which are amounts by how often each occurs. */
#include <math.h>

#include "data/role.h"

enum { MOST = 32 };

/* Rows of each whole number from 0 on; returns how many of them there are up to the largest, 0 where others stand there. */
static size_t tally(size_t rows_of[MOST], const logreg__column *c, size_t rows)
{
    size_t n = 0;
    for (size_t k = 0; k < MOST; k++)
        rows_of[k] = 0;
    for (size_t i = 0; i < rows; i++) {
        double x = logreg__column_number(c, i);
        if (isnan(x))
            continue;
        if (!(x >= 0 && x < MOST && x == floor(x)))
            return 0;
        rows_of[(size_t)x]++;
        n = (size_t)x + 1 > n ? (size_t)x + 1 : n;
    }
    return n;
}

/* Stays in hospital: 0 in half of the rows or more, and each number beyond in fewer, or about as few, as the one before. */
static bool fall_off(const size_t *rows_of, size_t n, size_t all)
{
    if (n < 4 || 2 * rows_of[0] < all)
        return false;
    for (size_t k = 1; k < n; k++)
        if (rows_of[k] > rows_of[k - 1] + all / 100)
            return false;
    return true;
}

/* Years of schooling: ten or more up to 25, of which one where schools end, 8 to 16, has a quarter of the rows. */
static bool are_years_of_school(const char *name, const size_t *rows_of, size_t n, size_t all)
{
    size_t different = 0, most = 0;
    if (!logreg__plain_among(name, " school schooling schule \303\251cole ecole escuela escola ") || n > 26)
        return false;
    for (size_t k = 0; k < n; k++) {
        different += rows_of[k] > 0;
        most = rows_of[k] > rows_of[most] ? k : most;
    }
    return different >= 10 && most >= 8 && most <= 16 && 4 * rows_of[most] >= all;
}

bool logreg__numbers_amount(const logreg__column *c, size_t rows)
{
    size_t rows_of[MOST], n = tally(rows_of, c, rows), all = rows - c->n_missing;
    return n && (fall_off(rows_of, n, all) || are_years_of_school(c->name, rows_of, n, all));
}
