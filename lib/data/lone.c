/* The number need not be one that people choose for the purpose. That it repeats exactly tells it from a measurement, and that nothing stands between it and the others from
 * the largest of amounts, which thin out. Doses of 1, 10, 100 and 1000, each in many rows, are neither close together nor ten. */
#include "data/lone.h"

#include <math.h>
#include <stdlib.h>

#include "data/chosen.h"
#include "data/ends.h"
#include "data/role.h"
#include "data/sentinel.h"

enum { REPEATED = 3, MEASURED = 10, CLOSE = 4, FAR = 2, FARTHER = 5, BEYOND = 1000, STEPS = 5 };

/* Most columns have a number among their first that stands where none does beside such a one, and others but one of their largest. */
static bool is_possible(const logreg__column *column, size_t rows, double min, double max)
{
    double part = (max / 3 - min / 3) * 0.999, below = min + part, above = max - part;
    size_t lows = 0, highs = 0;
    bool low = min != 0, high = max != 0, others = false;
    for (size_t i = 0; i < rows && (low || high); i++) {
        double x = logreg__column_number(column, i);
        lows += x == min;
        highs += x == max;
        if (!(x > min && x < max)) /* or missing */
            continue;
        others = true;
        low = low && x >= below;
        high = high && x <= above;
    }
    return others && ((low && lows >= REPEATED) || (high && highs >= REPEATED));
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

/* Is a whole number far more frequent than any of many with decimals? Of z scores and logarithms none is -9 in ten rows. */
static bool is_unlike(double x, size_t rows, double gap, const logreg__rest *r)
{
    return !r->whole && x == floor(x) && r->distinct >= MEASURED && rows >= REPEATED * r->most &&
           2 * gap >= r->high - r->low && gap >= STEPS * fmax(r->low_step, r->high_step);
}

static bool is_lone(const logreg__column_ends *c, const logreg__end *e, double low, double high, double gap)
{
    double range = high - low;
    if (e->value[0] == 0 || e->rows[0] < REPEATED || !(range > 0) || 2 * gap < range ||
        ends_alike(e->value[0], c))
        return false;
    logreg__rest r = logreg__rest_between(low, high, c);
    if (gap >= BEYOND * range &&
        (r.distinct > 2 || low == 0 || low == 1)) /* two others may be codes: 100100, 100120 and 120120 */
        return true;
    bool close = r.distinct >= CLOSE && CLOSE * fmax(r.low_step, r.high_step) <= range;
    return is_unlike(e->value[0], e->rows[0], gap, &r) ||
           (gap >= FAR * range && r.distinct >= MEASURED && e->rows[0] > r.most) ||
           (gap >= FARTHER * range && close);
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

/* Numbers that name kinds lie wherever they were given out, so that among them a number has to look like one that people choose. */
static bool may_name(const logreg__column *column, size_t rows, double x)
{
    return !logreg__chosen(x) && !logreg__beside_nines(x) && logreg__numbers_name(column, rows);
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
    bool any = c.sorted && judge(found, &c) && !may_name(column, rows, found->value[0]);
    *found = any ? *found : (logreg_sentinel){0};
    free(own);
    return any;
}
