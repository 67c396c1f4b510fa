/* The number need not be one that people choose for the purpose. That it repeats exactly tells it from a measurement, and that nothing stands between it and the others from
 * the largest of amounts, which thin out. Doses of 1, 10, 100 and 1000, each in many rows, are neither close together nor ten. */
#include "data/lone.h"

#include <math.h>
#include <stdlib.h>

#include "data/ends.h"
#include "data/sentinel.h"

enum { REPEATED = 3, MEASURED = 10, CLOSE = 4, FAR = 2, FARTHER = 5, BEYOND = 1000, GLANCE = 1000 };

/* Most columns have a number among their first that stands where none does beside such a one. */
static bool is_possible(const logreg__column *column, size_t rows, double min, double max)
{
    double third = (max / (1 + FAR) - min / (1 + FAR)) * 1.001, above = min + third, below = max - third;
    bool low = min != 0, high = max != 0, others = false;
    for (size_t i = 0; i < rows && (low || high); i++) {
        double x = logreg__column_number(column, i);
        if (!(x > min && x < max)) /* or missing */
            continue;
        others = true;
        low = low && x >= below;
        high = high && x <= above;
        if (i >= GLANCE && !others)
            return false;
    }
    return others && (low || high);
}

/* Do all numbers from low to high end as x does, as prices end in .99 and in 9? */
static bool ends_alike(double x, const logreg__column_ends *c)
{
    double unit = x == floor(x) ? 10 : 1, end = fmod(x, unit);
    size_t same = 0;
    for (size_t i = 0; i < c->n; i++)
        same += fabs(fmod(c->sorted[i], unit) - end) < 1e-9;
    return end != 0 && same == c->n;
}

static bool is_lone(const logreg__column_ends *c, const logreg__end *e, double low, double high, double gap)
{
    double range = high - low;
    if (e->value[0] == 0 || e->rows[0] < REPEATED || !(range > 0) || gap < FAR * range ||
        ends_alike(e->value[0], c))
        return false;
    if (gap >= BEYOND * range)
        return true;
    logreg__rest r = logreg__rest_between(low, high, c);
    bool close = r.distinct >= CLOSE && CLOSE * fmax(r.low_step, r.high_step) <= range;
    return (r.distinct >= MEASURED && e->rows[0] > r.most) || (close && gap >= FARTHER * range);
}

static bool judge(logreg_sentinel *found, const logreg__column_ends *c)
{
    if (c->low.n < 3)
        return false;
    double bottom = c->low.value[0], top = c->high.value[0], second = c->low.value[1],
           last = c->high.value[1];
    bool high = is_lone(c, &c->high, bottom, last, top - last);
    if (!high && !is_lone(c, &c->low, second, top, second - bottom))
        return false;
    *found = (logreg_sentinel){.value = {high ? top : bottom},
                               .n_values = 1,
                               .n_rows = high ? c->high.rows[0] : c->low.rows[0],
                               .low = high ? bottom : second,
                               .high = high ? last : top};
    return true;
}

bool logreg__lone_find(logreg_sentinel *found, const logreg__column *column, size_t rows,
                       const double *sorted, size_t n, double min, double max)
{
    if (!is_possible(column, rows, min, max))
        return false;
    double *own = sorted ? NULL : logreg__numbers_sorted(&n, column, rows);
    logreg__column_ends c = logreg__ends_of(column, rows);
    c.sorted = sorted ? sorted : own;
    c.n = n;
    bool any = c.sorted && judge(found, &c);
    free(own);
    return any;
}
