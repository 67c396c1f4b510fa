#include "data/slip.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/number.h"

enum {
    FEWEST_ROWS = 30,
    FEWEST_VALUES = 10,
    FAR = 4,
    FAR_SLIP = 2,
    FARTHER = 8,
    FEW = 20,
    REACH = 10,
    UPPER = 4
};

/* The two smallest and the two largest numbers, and the first different ones. */
typedef struct {
    double low[2], high[2], value[FEWEST_VALUES];
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
    if (x > e->high[0]) {
        e->high[1] = e->high[0];
        e->high[0] = x;
    } else if (x > e->high[1]) {
        e->high[1] = x;
    }
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
    if (far->n_values == LOGREG_SENTINELS)
        return false;
    memmove(far->value + at + 1, far->value + at, (far->n_values - at) * sizeof *far->value);
    far->value[at] = x;
    far->n_values++;
    return true;
}

/* Is x, with a digit less or its decimal mark elsewhere, from low to high? */
static bool slips(double x, double low, double high)
{
    char text[LOGREG__NUMBER_SIZE], less[LOGREG__NUMBER_SIZE];
    logreg__number_shortest(text, x);
    for (double part = x / 10; part >= low; part /= 10)
        if (part <= high)
            return true;
    for (size_t k = 0; text[k]; k++) {
        if (text[k] < '0' || text[k] > '9')
            continue;
        memcpy(less, text, k);
        strcpy(less + k, text + k + 1);
        double value = strtod(less, NULL);
        if (value >= low && value <= high)
            return true;
    }
    return false;
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

/* ---- One ---- */

/* Does a number stand where none does below a slip: most columns have one among their first. */
static bool is_crowded(double x, double min, double max)
{
    return x < max && x > min + (max - min) / (1 + FAR_SLIP) * 1.001;
}

static bool find_one(logreg_sentinel *found, const logreg__column *c, size_t rows, double min, double max)
{
    ends e = {.low = {INFINITY, INFINITY}, .high = {-INFINITY, -INFINITY}};
    for (size_t i = 0; i < rows; i++)
        if (is_crowded(logreg__column_number(c, i), min, max))
            return false;
    for (size_t i = 0; i < rows; i++) {
        double x = logreg__column_number(c, i);
        if (!isnan(x))
            add(&e, x);
    }
    double low = e.low[0], high = e.high[1], x = e.high[0], gap = x - high, range = high - low;
    if (e.n < FEWEST_ROWS || e.values < FEWEST_VALUES || gap < FAR_SLIP * range ||
        !(gap >= FAR * range || (low > 0 && slips(x, low, high))) || !is_compact(c, rows, low, high))
        return false;
    *found = (logreg_sentinel){.value = {x}, .n_values = 1, .n_rows = 1, .low = low, .high = high};
    return true;
}

/* Numbers below 0, in a row of 20 at most, that without their sign would lie among the others, which are all above, or that are half as far from these as they reach. */
static bool find_minus(logreg_sentinel *found, const logreg__column *c, size_t rows, double min, double max)
{
    ends others = {.low = {INFINITY, INFINITY}, .high = {-INFINITY, -INFINITY}};
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
    double low = others.low[0], high = others.high[0];
    size_t all = others.n + far.n_rows;
    double last = far.n_values ? far.value[far.n_values - 1] : 0;
    if (FEW * far.n_rows > all || all < FEWEST_ROWS || others.values < FEWEST_VALUES || high > REACH * low ||
        (-last < low && 2 * (low - last) < high - low))
        return false;
    far.low = low;
    far.high = high;
    *found = far;
    return true;
}

/* The smallest, twice as far below the others as these reach, on a scale of logarithms, and among them with a digit more or its decimal mark elsewhere. */
static bool find_low(logreg_sentinel *found, const logreg__column *c, size_t rows, double min, double max)
{
    ends e = {.low = {INFINITY, INFINITY}, .high = {-INFINITY, -INFINITY}};
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

/* ---- Several ---- */

static bool all_slip(const logreg_sentinel *far, double low, double high)
{
    for (size_t k = 0; k < far->n_values; k++)
        if (!slips(far->value[k], low, high))
            return false;
    return low > 0;
}

/* The far ones lie in the upper half, the others in the lowest third. */
static bool find_several(logreg_sentinel *found, bool *between, const logreg__column *c, size_t rows,
                         double min, double max)
{
    double third = min + (max - min) / (1 + FAR_SLIP) * 1.001, half = min + (max - min) / 2, high = min,
           from = max;
    ends others = {.n = 0};
    logreg_sentinel far = {.low = min};
    bool listed = true;
    for (size_t i = 0; i < rows; i++) {
        double x = logreg__column_number(c, i);
        if (x > third && x <= half)
            return false;
    }
    for (size_t i = 0; i < rows; i++) {
        double x = logreg__column_number(c, i);
        if (x > half) {
            listed = logreg__far_add(&far, x) && listed;
            from = fmin(from, x);
            far.n_rows++;
        } else if (!isnan(x)) {
            add(&others, x);
            high = fmax(high, x);
        }
    }
    size_t all = others.n + far.n_rows;
    bool few = far.n_rows > 1 && FEW * far.n_rows <= all;
    double gap = from - high, range = high - min;
    if (!few || all < FEWEST_ROWS || others.values < FEWEST_VALUES || gap < FAR_SLIP * range ||
        !(gap >= FARTHER * range || (listed && all_slip(&far, min, high))) || !is_compact(c, rows, min, high))
        return false;
    far.high = high;
    *between = !listed;
    if (*between) {
        far.value[0] = from;
        far.value[1] = max;
        far.n_values = 2;
    }
    *found = far;
    return true;
}

bool logreg__slip_find(logreg_sentinel *found, bool *between, const logreg__column *c, size_t rows,
                       double min, double max)
{
    *between = false;
    if (rows > LOGREG__SLIP_ROWS || !(max > min))
        return false;
    return find_one(found, c, rows, min, max) || find_minus(found, c, rows, min, max) ||
           find_low(found, c, rows, min, max) || find_several(found, between, c, rows, min, max);
}
