#include "data/slip.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "data/sentinel.h"
#include "data/stray.h"

enum {
    FEWEST_ROWS = 15,
    FEWEST_TAIL = 20,
    MANY_ROWS = 30, /* of fewer, an end is where chance puts it */
    FEWEST_VALUES = 10,
    FEWEST_OF_FEW = 4,
    FAR = 2,
    FARTHER = 4,
    FEW = 20,
    REACH = 10,
    UPPER = 4
};

/* The two smallest numbers and the largest, and the first different ones. */
typedef struct {
    double low[2], high, value[FEWEST_VALUES];
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
    if (k == e->values && k < FEWEST_VALUES)
        e->value[e->values++] = x;
}

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

/* Have numbers from low to high no long tail: is the largest at most ten times the smallest, or does a row in four lie in their upper half? Of amounts that
 * spread over powers of ten one is far above the others by nature. */
static bool is_compact(const logreg__column *c, size_t rows, double low, double high)
{
    size_t n = 0, upper = 0;
    if (low > 0 && high <= REACH * low)
        return true;
    for (size_t i = 0; i < rows; i++) {
        double x = logreg__column_number(c, i);
        n += x >= low && x <= high;
        upper += x > low + (high - low) / 2 && x <= high;
    }
    return UPPER * upper >= n;
}

/* ---- Below ---- */

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
    if (FEW * far.n_rows > all || all < MANY_ROWS || others.values < FEWEST_VALUES || high > REACH * low ||
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
    if (e.n < FEWEST_ROWS || e.values < FEWEST_VALUES || max > REACH * low ||
        low * low * low < min * max * max || 10 * min > max || 10 * min + last < low)
        return false;
    *found = (logreg_sentinel){.value = {min}, .n_values = 1, .n_rows = 1, .low = low, .high = max};
    return true;
}

/* ---- Above ---- */

/* Does more than a row of 20, or the one, lie where none does that is no slip: most columns have that among their first? */
static bool is_crowded(const logreg__column *c, size_t rows, double min, double max)
{
    double third = min + (max - min) / (1 + FAR) * 1.001;
    size_t above = 0;
    for (size_t i = 0; i < rows && (above < 2 || FEW * above <= rows); i++)
        above += logreg__column_number(c, i) > third;
    return above > 1 && FEW * above > rows;
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
    if (n < FEWEST_TAIL || positive < FEWEST_VALUES)
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
    return x - top >= FARTHER * (top - low) && (low <= 0 || log(x / top) >= 2 * log(top / sorted[n / 2]));
}

/* Are n numbers, of which the next is x, such as make it a wild one: many different ones, by their tail; or few, of which the largest is less than ten times the
 * smallest, and that do not go on to it as doses do? */
static bool is_body(const double *sorted, size_t n, double x, const logreg__column *c, size_t rows)
{
    size_t values = n > 0;
    double step = 1;
    bool many = rows - c->n_missing >= MANY_ROWS;
    for (size_t i = 1; i < n && values < FEWEST_VALUES; i++) {
        values += sorted[i] > sorted[i - 1];
        step = sorted[0] > 0 ? fmax(step, sorted[i] / sorted[i - 1]) : step;
    }
    if (values == FEWEST_VALUES)
        return is_compact(c, rows, sorted[0], sorted[n - 1]) ? many || is_far_of_few(sorted, n, x)
                                                             : is_beyond_tail(sorted, n, x);
    return many && values >= FEWEST_OF_FEW && sorted[0] > 0 && sorted[n - 1] < REACH * sorted[0] &&
           x >= FAR * step * sorted[n - 1];
}

/* The numbers from the k-th on. */
static void fill(logreg_sentinel *found, bool *between, const double *sorted, size_t k, size_t n)
{
    bool listed = true;
    *found = (logreg_sentinel){.n_rows = n - k, .low = sorted[0], .high = sorted[k - 1]};
    for (size_t i = k; i < n; i++)
        listed = logreg__far_add(found, sorted[i]) && listed;
    *between = !listed;
    if (*between) {
        found->value[0] = sorted[k];
        found->value[1] = sorted[n - 1];
        found->n_values = 2;
    }
}

/* From the far end inwards, for at most a row of 20, or one. Without memory it is a note less. */
static bool find_high(logreg_sentinel *found, bool *between, const logreg__column *c, size_t rows, double min,
                      double max)
{
    size_t n;
    if (rows - c->n_missing < FEWEST_ROWS || is_crowded(c, rows, min, max))
        return false;
    double *sorted = logreg__numbers_sorted(&n, c, rows);
    bool any = false;
    size_t most = n < FEW ? 1 : n / FEW;
    for (size_t k = sorted ? n - most : n; k < n && !any; k++) {
        double range = sorted[k - 1] - sorted[0];
        any = range > 0 && sorted[k] - sorted[k - 1] >= FAR * range && is_body(sorted, k, sorted[k], c, rows);
        if (any)
            fill(found, between, sorted, k, n);
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
    return find_high(found, between, c, rows, min, max) || find_minus(found, c, rows, min, max) ||
           find_low(found, c, rows, min, max) || logreg__stray_find(found, c, rows, min, max);
}
