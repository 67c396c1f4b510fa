/* Numbers that stand for missing values. One alone proves nothing: each kind of evidence wants a value that people choose for the
 * purpose, at the end of the column, in more than one row, and apart from the rest. So a count of many zeros, a share that ends
 * at 100 and an income cut at 200000 are none. */
#include "data/sentinel.h"

#include <math.h>

#include "base/memory.h"
#include "data/chosen.h"
#include "data/ends.h"

enum { MOST = 4, MOST_LOW = 3, SINGLE_ROWS = 20, COMMON = 5, MEASURED = 10 };

/* ---- The evidence ---- */

/* Rows of the outermost k values; 0 if one of them is none that stands beside a chosen one. */
static size_t rows_of(const logreg__end *e, size_t k, double sign)
{
    size_t rows = 0;
    for (size_t i = 0; i < k; i++) {
        double size = sign * e->value[i];
        if (!(logreg__chosen(e->value[i]) || logreg__beside_nines(size) ||
              (sign < 0 && size > 0 && size <= 9 && size == floor(size))))
            return 0;
        rows += e->rows[i];
    }
    return rows;
}

/* Do those next to the k highest all end as these do, as prices end in 9 and .99? */
static bool same_endings(const logreg__end *e, size_t k)
{
    double unit = e->value[0] == floor(e->value[0]) ? 10 : 1;
    size_t same = 0;
    for (size_t i = k; i < e->n; i++)
        same += fabs(fmod(e->value[i], unit) - fmod(e->value[0], unit)) < 1e-9;
    return same > 1 && same == e->n - k;
}

/* Is the outermost one what a thermometer writes when it fails, more than once, and further from the measurements, from low to high, than twice
 * their range, or than that if it is there more often than any of them? */
static bool of_failure(const logreg__column_ends *c, const logreg__end *e, double gap, double low,
                       double high)
{
    if (!logreg__chosen_failure(e->value[0]) || e->rows[0] < 2 || gap < high - low)
        return false;
    logreg__rest r = logreg__rest_between(low, high, c);
    return r.distinct >= MEASURED && (gap >= 2 * (high - low) || (e->rows[0] > 2 && e->rows[0] > r.most));
}

/* Do the k highest stand for missing values? range: of the rest. */
static bool high_ones(const logreg__column_ends *c, size_t k, double range, double bottom)
{
    double outermost = c->high.value[0], rest_high = c->high.value[k];
    double gap = c->high.value[k - 1] - rest_high;
    if (k == 1 && of_failure(c, &c->high, gap, bottom, rest_high))
        return true;
    size_t rows = rows_of(&c->high, k, 1);
    bool single = rows == 1 && logreg__nines(outermost) > 1 && gap >= 5 * range && c->n >= SINGLE_ROWS;
    bool other = !logreg__chosen(outermost) &&
                 logreg__chosen_kin(outermost); /* 96 beside 1 to 10, 88 beside 0 to 30 */
    if (outermost <= 0 || !(logreg__chosen(outermost) || other) || (rows < 2 && !single) ||
        same_endings(&c->high, k))
        return false;
    bool digit = outermost == 9;
    if (digit && COMMON * rows > c->n && gap < 5 * range) /* doses of 1, 3 and 9 */
        return false;
    if (gap >= (other ? 5 : 2) * range)
        return true;
    logreg__rest r = logreg__rest_between(bottom, rest_high, c);
    if (other)
        return gap >= 1.5 * range && gap >= 10 * r.high_step && rows > 2;
    return (gap >= range && gap >= 2 * r.high_step) || (!digit && rows > 2 && gap >= 5 * r.high_step);
}

/* Rows of the most frequent of the outermost k values. */
static size_t most_rows(const logreg__end *e, size_t k)
{
    size_t most = 0;
    for (size_t i = 0; i < k; i++)
        most = e->rows[i] > most ? e->rows[i] : most;
    return most;
}

/* Does a whole number from -1 to -9 stand more than once, where all others are 0 or ten times larger, or, written with decimals, never as
 * frequent or far nearer to one another? Of incomes and concentrations none is -9. */
static bool far_below(const logreg__column_ends *c, size_t k, const logreg__rest *r)
{
    double outermost = -c->low.value[0], gap = c->low.value[k] - c->low.value[k - 1];
    size_t rows = 0, first = 0;
    for (size_t i = 0; i < k; i++)
        rows += c->low.rows[i];
    while (first < c->n && c->sorted[first] <= 0)
        first++;
    bool larger = first < c->n && c->sorted[first] >= 10 * outermost;
    bool apart = (rows > r->most && gap > 2) || (rows > 2 && gap >= 5 * r->low_step);
    return most_rows(&c->low, k) > 1 && outermost <= 9 && ((larger && gap > 1) || (!r->whole && apart));
}

/* Is the lowest a whole number, whichever, that three rows or more share, as no other value is shared, far below numbers none of which is negative? */
static bool is_lone(const logreg__column_ends *c, double gap, const logreg__rest *r)
{
    return c->low.value[0] == floor(c->low.value[0]) && c->low.rows[0] > 2 && c->low.rows[0] > r->most &&
           r->distinct >= MEASURED && gap >= 5 * r->low_step && gap > 2;
}

/* Is the lowest, in one row, -1 or from -9 to -6, where ten others or more, all within a factor of ten, are at least ten times as large? */
static bool is_digit_far_below(const logreg__column_ends *c, double low, double high)
{
    double x = -c->low.value[0];
    if (c->low.rows[0] > 1 || !(x == 1 || x == 9 || logreg__beside_nines(x) || x == 6) ||
        c->n < SINGLE_ROWS || low < 10 * x || high > 10 * low)
        return false;
    return logreg__rest_between(low, high, c).distinct >= MEASURED;
}

/* Do three different years or more, from 1950 on, lie so near to one another, and so far above the lowest, that this is none of them? In even steps that lead to it too it may be, as of a
 * census every tenth year. */
static bool is_below_few_years(const logreg__rest *r, double gap, double range)
{
    double step = range / ((double)r->distinct - 1);
    bool even = r->low_step == step && r->high_step == step && step > 1 && fmod(gap, step) == 0;
    return r->distinct >= 3 && r->low >= 1950 && gap >= 30 && gap >= 2 * range && !even;
}

/* Is the lowest a year with which programs begin to count, shared by three rows or more, ten years before all others and five times as far as these
 * stand apart, in ten different years or more up to 2099, or far from fewer? */
static bool is_first_year(const logreg__column_ends *c, double gap, double rest_low, double top)
{
    if (!logreg__chosen_year(c->low.value[0]) || c->low.rows[0] < 3 || gap < 10 || top >= 2100)
        return false;
    logreg__rest r = logreg__rest_between(rest_low, top, c);
    bool far = r.distinct < MEASURED ? is_below_few_years(&r, gap, top - rest_low) : gap >= 5 * r.low_step;
    return r.whole && far;
}

/* Do the k lowest? All of them are negative; where nothing else is, that is evidence by itself. */
static bool low_ones(const logreg__column_ends *c, size_t k, double range, double top)
{
    double outermost = -c->low.value[0], innermost = -c->low.value[k - 1], rest_low = c->low.value[k];
    double gap = rest_low + innermost;
    if (k == 1 && of_failure(c, &c->low, gap, rest_low, top))
        return true;
    if (k == 1 && (is_first_year(c, gap, rest_low, top) || is_digit_far_below(c, rest_low, top)))
        return true;
    size_t rows = rows_of(&c->low, k, -1);
    bool alone = rest_low >= 0, long_one = logreg__nines(outermost) > 2 || logreg__machine_end(-outermost) ||
                                           logreg__chosen_log(-outermost);
    if (outermost > 9 && alone && k == 1 && !rows) {
        logreg__rest others = logreg__rest_between(rest_low, top, c);
        return is_lone(c, gap, &others);
    }
    bool short_one = logreg__nines(outermost) > 1 && gap >= 5 * range && c->n >= SINGLE_ROWS;
    if (outermost <= 0 || !rows || (rows < 2 && !(alone && ((long_one && gap > range) || short_one))))
        return false;
    bool told = logreg__chosen(-outermost) && (alone || outermost >= 99);
    if (told && (gap >= 2 * range || (alone && outermost >= 99)))
        return true;
    if (told && gap >= range)
        return true;
    if (logreg__chosen_kin(outermost) && gap >= 2 * range)
        return true;
    /* -1 to -9: a count or an age has none, but a temperature has */
    logreg__rest r = logreg__rest_between(rest_low, top, c);
    if (alone && logreg__chosen_kin(outermost) && gap >= 3 * r.low_step)
        return true;
    bool far = gap >= 3 * r.low_step && gap > 2, frequent = 2 * most_rows(&c->low, k) > 3 * r.most;
    if (alone && far_below(c, k, &r))
        return true;
    bool digits = alone && innermost <= 9 && r.whole;
    return digits && ((r.distinct >= 5 && (far || frequent)) || (gap > 2 && gap >= 2 * range));
}

/* Beside a code of several rows, may the i-th highest value be measured, as one of 88 years beside 99: in one row alone, no further from the rest than that reaches? */
static bool may_be_measured(const logreg__column_ends *c, size_t i, double low, double high)
{
    const logreg__end *e = &c->high;
    if (!i || e->rows[i] > 1 || e->rows[0] < 3 || logreg__nines(e->value[i]) ||
        e->value[i] - high > high - low)
        return false;
    return logreg__rest_between(low, high, c).distinct >= MEASURED;
}

/* -9 or -99 and one number that is not negative, as where nearly all is missing. */
static bool is_all_but_one(const logreg__column_ends *c)
{
    return c->low.n == 2 && c->low.value[0] <= -9 && logreg__chosen(c->low.value[0]) && c->low.value[1] >= 0;
}

/* The fewest values at both ends that leave a rest in which there is nothing to see. */
static void judge(logreg_sentinel *found, const logreg__column_ends *c)
{
    for (size_t both = 1; both <= MOST; both++)
        for (size_t low = 0; low <= both; low++) {
            size_t high = both - low;
            bool inside = low <= MOST_LOW && low < c->low.n && high < c->high.n;
            if (!inside || !(c->low.value[low] < c->high.value[high] || (!high && is_all_but_one(c))))
                continue;
            double bottom = c->low.value[low], top = c->high.value[high], range = top - bottom;
            if ((low && !low_ones(c, low, range, top)) || (high && !high_ones(c, high, range, bottom)))
                continue;
            *found = (logreg_sentinel){.low = bottom, .high = top};
            for (size_t i = 0; i < low; i++) {
                found->value[found->n_values++] = c->low.value[i];
                found->n_rows += c->low.rows[i];
            }
            for (size_t i = high; i-- > 0;) {
                if (may_be_measured(c, i, bottom, top)) {
                    found->high = c->high.value[i];
                    continue;
                }
                found->value[found->n_values++] = c->high.value[i];
                found->n_rows += c->high.rows[i];
            }
            return;
        }
}

/* ---- All ---- */

static int ascending(const void *a, const void *b)
{
    const double *x = a, *y = b;
    return (*x > *y) - (*x < *y);
}

bool logreg__sentinel_plausible(double min, double max)
{
    bool whole = min < 0 && min == floor(min);
    return (max > 0 && logreg__chosen(max)) || logreg__beside_nines(max) ||
           (min < 0 && logreg__chosen(min)) || whole || logreg__chosen_failure(min) ||
           logreg__chosen_failure(max) || logreg__chosen_year(min);
}

static bool plausible(const logreg__column *column, size_t rows, const double *sorted, size_t n)
{
    double low = sorted && n ? sorted[0] : HUGE_VAL, high = sorted && n ? sorted[n - 1] : -HUGE_VAL;
    for (size_t i = 0; !sorted && i < rows; i++) {
        double x = logreg__column_number(column, i);
        low = x < low ? x : low; /* false for a missing one */
        high = x > high ? x : high;
    }
    return logreg__sentinel_plausible(low, high);
}

bool logreg__sentinel_find(logreg_sentinel *found, const logreg__column *column, size_t rows,
                           const double *sorted, size_t n)
{
    *found = (logreg_sentinel){0};
    if (!plausible(column, rows, sorted, n))
        return false;
    double *own = sorted ? NULL : logreg__numbers_sorted(&n, column, rows);
    logreg__column_ends c = logreg__ends_of(column, rows);
    c.sorted = sorted ? sorted : own;
    c.n = n;
    if (c.sorted) {
        judge(found, &c);
        logreg__scale_codes(found, column->name, c.sorted, n);
    }
    free(own);
    return found->n_values > 0;
}

double *logreg__numbers_sorted(size_t *n, const logreg__column *column, size_t rows)
{
    double *sorted = logreg__new_raw(rows, sizeof *sorted);
    *n = 0;
    for (size_t i = 0; i < rows && sorted; i++) {
        double x = logreg__column_number(column, i);
        if (!isnan(x))
            sorted[(*n)++] = x;
    }
    if (sorted)
        qsort(sorted, *n, sizeof *sorted, ascending);
    return sorted;
}

bool logreg_frame_sentinel(logreg_sentinel *found, const logreg_frame *frame, size_t j)
{
    *found = (logreg_sentinel){0};
    return logreg_frame_kind(frame, j) == LOGREG_NUMERIC &&
           logreg__sentinel_find(found, &frame->column[j], frame->n_rows, NULL, 0);
}
