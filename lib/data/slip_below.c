/* Slips of the hand below all others of a column: a sign, a digit too few. */
#include "data/slip.h"

#include <math.h>
#include <stdlib.h>

#include "data/ages.h"
#include "data/sentinel.h"

/* How many times as large as those far below are the others, at least. */
#define LEAST_FACTOR 5

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

/* Are n numbers in order, none of which is negative, such as make one below 0, at least twice as far away as they reach, a wild one? Of few different ones or
 * few rows it is four times as far. */
static bool is_body_above_zero(const double *sorted, size_t n, double x)
{
    size_t values = 1;
    for (size_t i = 1; i < n && values < LOGREG__SLIP_VALUES; i++)
        values += sorted[i] > sorted[i - 1];
    bool many = n >= LOGREG__SLIP_MANY,
         farther = sorted[0] - x >= LOGREG__SLIP_FARTHER * (sorted[n - 1] - sorted[0]);
    return values == LOGREG__SLIP_VALUES ? many || farther
                                         : many && farther && values >= LOGREG__SLIP_FEW_VALUES;
}

/* Numbers below 0, in a row of 20 at most, or one, at least twice as far from the others, none of which is, as these reach. */
static bool find_negative(logreg_sentinel *found, bool *between, const logreg__column *c, size_t rows,
                          double min)
{
    size_t n, k = 0, all = rows - c->n_missing;
    double last = -INFINITY, low = INFINITY, high = 0;
    if (!(min < 0) || all < LOGREG__SLIP_FEWEST)
        return false;
    for (size_t i = 0; i < rows; i++) {
        double x = logreg__column_number(c, i);
        k += x < 0;
        last = x < 0 ? fmax(last, x) : last;
        low = x >= 0 ? fmin(low, x) : low;
        high = x >= 0 ? fmax(high, x) : high;
        if (high > low && low - last < LOGREG__SLIP_FAR * (high - low)) /* more rows cannot mend that */
            return false;
    }
    if ((k > 1 && LOGREG__SLIP_SHARE * k > all) || !(high > low))
        return false;
    double *sorted = logreg__numbers_sorted(&n, c, rows);
    bool any = sorted && k && is_body_above_zero(sorted + k, n - k, last);
    if (any)
        logreg__far_list(found, between, sorted, k, (logreg_sentinel){.n_rows = k, .low = low, .high = high});
    free(sorted);
    return any;
}

/* Does anything stand between the far ones below and the others, as in most columns? Their range is at most half as wide as the gap. */
static bool is_filled(const logreg__column *c, size_t rows, double max)
{
    const double near = 0.66;
    for (size_t i = 0; i < rows; i++) {
        double x = logreg__column_number(c, i);
        if (x > max / LEAST_FACTOR && x < near * max)
            return true;
    }
    return false;
}

/* Are n numbers such as make one far below them, x, a wild one: many different ones, or few of many rows, that do not go on to it as doses do? */
static bool is_body_above(const double *sorted, size_t n, double x, bool many)
{
    size_t values = 1;
    double low = sorted[0], step = 1;
    for (size_t i = 1; i < n && values < LOGREG__SLIP_VALUES; i++) {
        values += sorted[i] > sorted[i - 1];
        step = fmax(step, sorted[i] / sorted[i - 1]);
    }
    if (values == LOGREG__SLIP_VALUES)
        return many || (low - x >= LOGREG__SLIP_FARTHER * (sorted[n - 1] - low) &&
                        log(low / x) >= 2 * log(sorted[n / 2] / low));
    return many && values >= LOGREG__SLIP_FEW_VALUES && low >= LOGREG__SLIP_FAR * step * x;
}

/* Of n numbers in order the first k: some, or ages among years, as many as half. */
static bool are_far(const double *sorted, size_t k, size_t n)
{
    enum { FEWEST_YEARS = 5, FEWEST = 20 };
    double last = sorted[k - 1], low = sorted[k], high = sorted[n - 1];
    if (high > LOGREG__SLIP_REACH * low || low < LEAST_FACTOR * last ||
        low - last < LOGREG__SLIP_FAR * (high - low) || !(high > low))
        return false;
    if (k == 1 || LOGREG__SLIP_SHARE * k <= n)
        return is_body_above(sorted + k, n - k, last, n >= LOGREG__SLIP_MANY);
    size_t years = 1;
    for (size_t i = 0; i + 1 < n; i++) {
        if (sorted[i] != floor(sorted[i]))
            return false;
        years += i >= k && sorted[i + 1] > sorted[i];
    }
    return n >= FEWEST && 2 * k <= n && years >= FEWEST_YEARS &&
           logreg__ages_for_years(sorted[0], last, low, high);
}

/* Numbers above 0, at least twice as far below the others as these reach, and by a factor of five, however they differ. */
static bool find_far(logreg_sentinel *found, bool *between, const logreg__column *c, size_t rows, double min,
                     double max)
{
    size_t n, k = 0;
    if (!(min > 0) || max < LEAST_FACTOR * min || rows - c->n_missing < LOGREG__SLIP_FEWEST ||
        is_filled(c, rows, max))
        return false;
    double *sorted = logreg__numbers_sorted(&n, c, rows);
    while (sorted && k < n && sorted[k] * LEAST_FACTOR <= max)
        k++;
    bool any = k && k < n && are_far(sorted, k, n);
    if (any)
        logreg__far_list(found, between, sorted, k,
                         (logreg_sentinel){.n_rows = k, .low = sorted[k], .high = max});
    free(sorted);
    return any;
}

bool logreg__slip_below(logreg_sentinel *found, bool *between, const logreg__column *c, size_t rows,
                        double min, double max)
{
    return find_minus(found, c, rows, min, max) || find_negative(found, between, c, rows, min) ||
           find_low(found, c, rows, min, max) || find_far(found, between, c, rows, min, max);
}
