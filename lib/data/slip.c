#include "data/slip.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "data/sentinel.h"
#include "data/stray.h"

enum { FEWEST_TAIL = 20, UPPER = 4 };

bool logreg__far_add(logreg_sentinel *far, double x)
{
    size_t at = 0;
    while (at < far->n_values && far->value[at] < x)
        at++;
    if (at < far->n_values && far->value[at] == x)
        return true;
    if (far->n_values == LOGREG__FAR_LISTED)
        return false;
    memmove(far->value + at + 1, far->value + at, (far->n_values - at) * sizeof *far->value);
    far->value[at] = x;
    far->n_values++;
    return true;
}

void logreg__far_list(logreg_sentinel *found, bool *between, const double *sorted, size_t n,
                      logreg_sentinel others)
{
    bool listed = true;
    *found = others;
    for (size_t i = 0; i < n; i++)
        listed = logreg__far_add(found, sorted[i]) && listed;
    *between = !listed;
    if (*between) {
        found->value[0] = sorted[0];
        found->value[1] = sorted[n - 1];
        found->n_values = 2;
    }
}

/* Have numbers from low to high no long tail: is the largest at most ten times the smallest, or does a row in four lie in their upper half? Of amounts that
 * spread over powers of ten one is far above the others by nature. */
static bool is_compact(const logreg__column *c, size_t rows, double low, double high)
{
    size_t n = 0, upper = 0;
    if (low > 0 && high <= LOGREG__SLIP_REACH * low)
        return true;
    for (size_t i = 0; i < rows; i++) {
        double x = logreg__column_number(c, i);
        n += x >= low && x <= high;
        upper += x > low + (high - low) / 2 && x <= high;
    }
    return UPPER * upper >= n;
}

/* Does more than a row of 20, or the one, lie where none does that is no slip: most columns have that among their first? */
static bool is_crowded(const logreg__column *c, size_t rows, double min, double max)
{
    double third = min + (max - min) / (1 + LOGREG__SLIP_FAR) * 1.001;
    size_t above = 0;
    for (size_t i = 0; i < rows && (above < 2 || LOGREG__SLIP_SHARE * above <= rows); i++)
        above += logreg__column_number(c, i) > third;
    return above > 1 && LOGREG__SLIP_SHARE * above > rows;
}

/* Is x far from n numbers with a long tail even as such tails go? Above the largest by the factor, nearly, from their median to the largest, five at the least, which two
 * of n do of a power law whatever its power; and six times as far from the median as the upper quartile is, on a scale of logarithms, which is four standard
 * deviations of a normal distribution. Of those that are above 0, since counts have many zeros. */
static bool is_beyond_tail(const double *sorted, size_t n, double x)
{
    enum { FACTOR = 5, QUARTILES = 6 };
    const double share = 0.9;
    size_t first = 0;
    while (first < n && sorted[first] <= 0)
        first++;
    size_t positive = n - first;
    if (n < FEWEST_TAIL || positive < LOGREG__SLIP_VALUES)
        return false;
    double median = sorted[first + positive / 2], quartile = sorted[first + 3 * positive / 4],
           top = sorted[n - 1];
    return quartile > median && x >= FACTOR * top && log(x / top) >= share * log(top / median) &&
           log(x / median) >= QUARTILES * log(quartile / median);
}

/* Fewer than 30 numbers without a long tail: is x four times as far as they reach, and, where all are above 0, by twice the factor from their median to the largest? */
static bool is_far_of_few(const double *sorted, size_t n, double x)
{
    double low = sorted[0], top = sorted[n - 1];
    return x - top >= LOGREG__SLIP_FARTHER * (top - low) &&
           (low <= 0 || log(x / top) >= 2 * log(top / sorted[n / 2]));
}

/* Are n numbers, of which the next is x, such as make it a wild one: many different ones, by their tail; or few, of which the largest is less than ten times the
 * smallest, and that do not go on to it as doses do? */
static bool is_body(const double *sorted, size_t n, double x, const logreg__column *c, size_t rows)
{
    size_t values = n > 0;
    double step = 1;
    bool many = rows - c->n_missing >= LOGREG__SLIP_MANY;
    for (size_t i = 1; i < n && values < LOGREG__SLIP_VALUES; i++) {
        values += sorted[i] > sorted[i - 1];
        step = sorted[0] > 0 ? fmax(step, sorted[i] / sorted[i - 1]) : step;
    }
    if (values == LOGREG__SLIP_VALUES)
        return is_compact(c, rows, sorted[0], sorted[n - 1]) ? many || is_far_of_few(sorted, n, x)
                                                             : is_beyond_tail(sorted, n, x);
    return many && values >= LOGREG__SLIP_FEW_VALUES && sorted[0] > 0 &&
           sorted[n - 1] < LOGREG__SLIP_REACH * sorted[0] && x >= LOGREG__SLIP_FAR * step * sorted[n - 1];
}

/* From the far end inwards, for at most a row of 20, or one. Without memory it is a note less. */
static bool find_high(logreg_sentinel *found, bool *between, const logreg__column *c, size_t rows, double min,
                      double max)
{
    size_t n;
    if (rows - c->n_missing < LOGREG__SLIP_FEWEST || is_crowded(c, rows, min, max))
        return false;
    double *sorted = logreg__numbers_sorted(&n, c, rows);
    bool any = false;
    size_t most = n < LOGREG__SLIP_SHARE ? 1 : n / LOGREG__SLIP_SHARE;
    for (size_t k = sorted ? n - most : n; k < n && !any; k++) {
        double range = sorted[k - 1] - sorted[0];
        any = range > 0 && sorted[k] - sorted[k - 1] >= LOGREG__SLIP_FAR * range &&
              is_body(sorted, k, sorted[k], c, rows);
        if (any)
            logreg__far_list(found, between, sorted + k, n - k,
                             (logreg_sentinel){.n_rows = n - k, .low = sorted[0], .high = sorted[k - 1]});
    }
    free(sorted);
    return any;
}

bool logreg__slip_find(logreg_sentinel *found, bool *between, const logreg__column *c, size_t rows,
                       double min, double max)
{
    *between = false;
    if (rows > LOGREG__SLIP_ROWS || !(max > min))
        return false;
    return find_high(found, between, c, rows, min, max) ||
           logreg__slip_below(found, between, c, rows, min, max) ||
           logreg__stray_find(found, c, rows, min, max);
}
