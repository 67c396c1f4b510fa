/* Slips of the hand below all others of a column: a sign, a digit too few. */
#include "data/slip.h"

#include <math.h>

/* The two smallest numbers and the largest, and the first different ones. */
typedef struct {
    double low[2], high, value[LOGREG__SLIP_VALUES];
    size_t n, values;
} ends;

static void add(ends *e, double x)
{
    size_t k = 0;
    e->n++;
    if (x < e->low[0]) {
        e->low[1] = e->low[0];
        e->low[0] = x;
    } else if (x < e->low[1]) {
        e->low[1] = x;
    }
    e->high = fmax(e->high, x);
    while (k < e->values && !(e->value[k] == x))
        k++;
    if (k == e->values && k < LOGREG__SLIP_VALUES)
        e->value[e->values++] = x;
}

/* Numbers below 0, in a row of 20 at most, at least half as far from the others, which are all above, as these reach: a slip of the sign, where without it they
 * would lie among them. What is nearer may go on from them. */
static bool find_minus(logreg_sentinel *found, const logreg__column *c, size_t rows, double min, double max)
{
    ends others = {.low = {INFINITY, INFINITY}, .high = -INFINITY};
    logreg_sentinel far = {.low = INFINITY};
    if (min >= 0 || -min > max)
        return false;
    for (size_t i = 0; i < rows; i++) {
        double x = logreg__column_number(c, i);
        if (x == 0 || (x < 0 && !logreg__far_add(&far, x)))
            return false;
        far.n_rows += x < 0;
        if (x > 0)
            add(&others, x);
    }
    double low = others.low[0], high = others.high;
    size_t all = others.n + far.n_rows;
    double last = far.n_values ? far.value[far.n_values - 1] : 0;
    if (LOGREG__SLIP_SHARE * far.n_rows > all || all < LOGREG__SLIP_MANY ||
        others.values < LOGREG__SLIP_VALUES || high > LOGREG__SLIP_REACH * low ||
        2 * (low - last) < high - low)
        return false;
    far.low = low;
    far.high = high;
    *found = far;
    return true;
}

/* The smallest, twice as far below the others as these reach, on a scale of logarithms, and among them with a digit more or its decimal mark elsewhere. */
static bool find_low(logreg_sentinel *found, const logreg__column *c, size_t rows, double min, double max)
{
    ends e = {.low = {INFINITY, INFINITY}, .high = -INFINITY};
    if (!(min > 0))
        return false;
    for (size_t i = 0; i < rows; i++) {
        double x = logreg__column_number(c, i);
        if (x > min && x * x < min * max)
            return false;
    }
    for (size_t i = 0; i < rows; i++) {
        double x = logreg__column_number(c, i);
        if (!isnan(x))
            add(&e, x);
    }
    double low = e.low[1], last = min == floor(min) ? 9 : 0;
    if (e.n < LOGREG__SLIP_FEWEST || e.values < LOGREG__SLIP_VALUES || max > LOGREG__SLIP_REACH * low ||
        low * low * low < min * max * max || 10 * min > max || 10 * min + last < low)
        return false;
    *found = (logreg_sentinel){.value = {min}, .n_values = 1, .n_rows = 1, .low = low, .high = max};
    return true;
}

bool logreg__slip_below(logreg_sentinel *found, const logreg__column *c, size_t rows, double min, double max)
{
    return find_minus(found, c, rows, min, max) || find_low(found, c, rows, min, max);
}
