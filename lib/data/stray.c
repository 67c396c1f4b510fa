/* Of a count the values thin out: of a Poisson one with a rows of 0 and b of 1, b^2 / 2a rows have 2. Where far fewer have it, or what no count goes on to, it is a slip, or
 * means something else; and of an answer no or yes the numbers go into a fit as an amount. */
#include "data/stray.h"

#include <math.h>

#include "data/ends.h"

enum { FEWEST_ROWS = 40, MOST = 3, FEW = 20, FEWEST = 10, TIMES = 10, TAIL = 16, LARGE = 10 };

/* The two commonest values of a few, the first in order; false: they are no such pair. */
static bool find_pair(size_t *pair, const logreg__end *all)
{
    size_t first = 0, second = SIZE_MAX;
    for (size_t k = 1; k < all->n; k++)
        first = all->rows[k] > all->rows[first] ? k : first;
    for (size_t k = 0; k < all->n; k++)
        second = k != first && (second == SIZE_MAX || all->rows[k] > all->rows[second]) ? k : second;
    *pair = first < second ? first : second;
    double low = all->value[*pair];
    return first + second == 2 * *pair + 1 && (low == 0 || low == 1) && all->value[*pair + 1] == low + 1;
}

/* Is x, in `rows` rows or fewer, what a count from the pair on would not have? */
static bool is_stray(double x, size_t rows, const logreg__end *all, size_t pair)
{
    double low = (double)all->rows[pair], high = (double)all->rows[pair + 1];
    bool above = x > all->value[pair];
    double expected = above ? high * high / (2 * low) : low * low / (2 * high);
    return x < 0 || x >= LARGE || (double)(TAIL * rows) <= expected;
}

/* All values in order, with their rows; false: there are only two, or too many others that are not large. */
static bool count(logreg__end *all, const logreg__column *column, size_t rows)
{
    size_t others = 0;
    for (size_t i = 0; i < rows && others <= MOST; i++) {
        double x = logreg__column_number(column, i);
        bool known = isnan(x);
        for (size_t k = 0; k < all->n && !known; k++)
            known = all->value[k] == x;
        if (!known && all->n == LOGREG__ENDS)
            return false;
        if (!isnan(x))
            logreg__end_count(all, x, -1);
        others += x < LARGE && x != 0 && x != 1 && x != 2;
    }
    return others <= MOST && all->n > 2;
}

bool logreg__stray_find(logreg_sentinel *found, const logreg__column *column, size_t rows, double min,
                        double max)
{
    logreg__end all = {0};
    size_t pair, others = 0;
    if ((min >= 0 && max <= 1) || (min >= 1 && max <= 2) || !count(&all, column, rows) ||
        !find_pair(&pair, &all))
        return false;
    size_t low = all.rows[pair], high = all.rows[pair + 1], rarer = low < high ? low : high, large = 0;
    logreg_sentinel stray = {.low = all.value[pair], .high = all.value[pair + 1]};
    for (size_t k = 0; k < all.n; k++) {
        others += k == pair || k == pair + 1 ? 0 : all.rows[k];
        large += all.value[k] >= LARGE ? all.rows[k] : 0;
    }
    size_t n = low + high + others;
    if (n < FEWEST_ROWS || rarer < FEWEST || TIMES * rarer < n || rarer < TIMES * others ||
        FEW * others > n || (others > MOST && large < others))
        return false;
    for (size_t k = 0; k < all.n; k++) {
        double x = all.value[k];
        if (k == pair || k == pair + 1)
            continue;
        if ((x > stray.low && x < stray.high) || !is_stray(x, others, &all, pair))
            return false;
        stray.value[stray.n_values++] = x;
    }
    stray.n_rows = others;
    *found = stray;
    return true;
}
