/* Numbers that stand for missing values. One alone proves nothing: each kind of evidence wants a value that people choose for the
 * purpose, at the end of the column, in more than one row, and apart from the rest. So a count of many zeros, a share that ends
 * at 100 and an income cut at 200000 are none. */
#include "data/sentinel.h"

#include <math.h>

#include "base/memory.h"

enum { ENDS = 6, MOST = 4, MOST_LOW = 3, SINGLE_ROWS = 20, COMMON = 5, MEASURED = 10 };

/* The outermost different values at one end of a column, the outermost first, and the rows that hold them. */
typedef struct {
    double value[ENDS];
    size_t rows[ENDS], n;
} end;

typedef struct {
    end low, high;
    const double *sorted;
    size_t n; /* numbers */
} column_ends;

/* ---- Values that people choose ---- */

/* Digits in front of the point of a number of nines alone, 99 or 999.99; 0: it is none. */
static int nines(double x)
{
    static const double behind[] = {0.9, 0.99, 0.999, 0.9999};
    double whole = floor(x), rest = x - whole;
    int digits = 1, decimals = 0;
    double all = 9;
    for (; all < whole; digits++)
        all = 10 * all + 9;
    if (x < 9 || all != whole || all > 1e10)
        return 0;
    while (decimals < 4 && fabs(rest - behind[decimals]) > 1e-6)
        decimals++;
    return rest == 0 || (digits > 1 && decimals < 4) ? digits : 0;
}

/* What stands beside nines where there are several reasons: 97 and 98, 66, 77 and 88, 7 and 8. */
static bool beside_nines(double x)
{
    for (double all = 99, ones = 11; all < 1e10; all = 10 * all + 9, ones = 10 * ones + 1)
        if ((x >= all - 3 && x < all && x == floor(x)) || x == 6 * ones || x == 7 * ones || x == 8 * ones)
            return true;
    return x == 7 || x == 8;
}

/* The ends of a machine's numbers, and what netCDF fills with. */
static bool machine_end(double x)
{
    return x == 32767 || x == 32768 || x == 65535 || x == 2147483647 || x == 2147483648 || x >= 1e30;
}

/* 777777 and 9999998 are chosen as 9999999 is; 88 and 7777 may be counted. */
static bool chosen(double x)
{
    return nines(x) || machine_end(x) || (x > 1e4 && beside_nines(x));
}

/* -98, -97, -88, -77, -66: the other reasons, where there is no -99. */
static bool kin(double x)
{
    return x > 9 && beside_nines(x);
}

/* What thermometers write when they fail. */
static bool failed(double x)
{
    return x == -127 || x == 85 || x == -40 || x == -273.15 || x == -273;
}

/* What programs write for a date that is not known: their first. */
static bool first_year(double x)
{
    return x == 1800 || x == 1899 || x == 1900 || x == 1904 || x == 1970;
}

/* ---- The column ---- */

/* Counts a value into an end; sign -1: the low one, whose values ascend. */
static void count(end *e, double x, double sign)
{
    size_t at = 0;
    while (at < e->n && sign * e->value[at] > sign * x)
        at++;
    if (at < e->n && e->value[at] == x) {
        e->rows[at]++;
        return;
    }
    if (at == ENDS)
        return;
    e->n += e->n < ENDS;
    for (size_t i = e->n - 1; i > at; i--) {
        e->value[i] = e->value[i - 1];
        e->rows[i] = e->rows[i - 1];
    }
    e->value[at] = x;
    e->rows[at] = 1;
}

static column_ends look(const logreg__column *column, size_t rows)
{
    column_ends c = {0};
    for (size_t i = 0; i < rows; i++) {
        double x = logreg__column_number(column, i);
        if (isnan(x))
            continue;
        if (c.low.n < ENDS || x <= c.low.value[ENDS - 1])
            count(&c.low, x, -1);
        if (c.high.n < ENDS || x >= c.high.value[ENDS - 1])
            count(&c.high, x, 1);
    }
    return c;
}

/* What the numbers from low to high are like: the rest of a column without its sentinels. */
typedef struct {
    double low, high;
    double low_step, high_step; /* the widest between neighbours in a half, or into the upper one */
    size_t distinct, most;      /* different ones; rows of the most frequent */
    bool whole;
} rest;

static rest rest_between(double low, double high, const column_ends *c)
{
    rest r = {.low = low, .high = high, .whole = true};
    size_t first = 0, last = c->n, same = 0;
    double last_step = 0;
    while (first < last && c->sorted[first] < low)
        first++;
    while (last > first && c->sorted[last - 1] > high)
        last--;
    size_t middle = first + (last - first) / 2;
    for (size_t i = first; i < last; i++) {
        double step = i > first ? c->sorted[i] - c->sorted[i - 1] : 0;
        same = i > first && step == 0 ? same + 1 : 1;
        r.distinct += same == 1;
        r.most = same > r.most ? same : r.most;
        r.whole = r.whole && c->sorted[i] == floor(c->sorted[i]);
        last_step = step > 0 ? step : last_step;
        if (i <= middle)
            r.low_step = fmax(r.low_step, step);
        if (i >= middle)
            r.high_step = fmax(r.high_step, last_step);
    }
    return r;
}

/* ---- The evidence ---- */

/* Rows of the outermost k values; 0 if one of them is none that stands beside a chosen one. */
static size_t rows_of(const end *e, size_t k, double sign)
{
    size_t rows = 0;
    for (size_t i = 0; i < k; i++) {
        double size = sign * e->value[i];
        if (!(chosen(size) || beside_nines(size) ||
              (sign < 0 && size > 0 && size <= 9 && size == floor(size))))
            return 0;
        rows += e->rows[i];
    }
    return rows;
}

/* Do those next to the k highest all end as these do, as prices end in 9 and .99? */
static bool same_endings(const end *e, size_t k)
{
    double unit = e->value[0] == floor(e->value[0]) ? 10 : 1;
    size_t same = 0;
    for (size_t i = k; i < e->n; i++)
        same += fabs(fmod(e->value[i], unit) - fmod(e->value[0], unit)) < 1e-9;
    return same > 1 && same == e->n - k;
}

/* Is the outermost one what a thermometer writes when it fails, more than once, and further from the measurements, from low to high, than twice
 * their range, or than that if it is there more often than any of them? */
static bool of_failure(const column_ends *c, const end *e, double gap, double low, double high)
{
    if (!failed(e->value[0]) || e->rows[0] < 2 || gap < high - low)
        return false;
    rest r = rest_between(low, high, c);
    return r.distinct >= MEASURED && (gap >= 2 * (high - low) || (e->rows[0] > 2 && e->rows[0] > r.most));
}

/* Do the k highest stand for missing values? range: of the rest. */
static bool high_ones(const column_ends *c, size_t k, double range, double bottom)
{
    double outermost = c->high.value[0], rest_high = c->high.value[k];
    double gap = c->high.value[k - 1] - rest_high;
    if (k == 1 && of_failure(c, &c->high, gap, bottom, rest_high))
        return true;
    size_t rows = rows_of(&c->high, k, 1);
    bool single = rows == 1 && nines(outermost) > 2 && gap >= 5 * range && c->n >= SINGLE_ROWS;
    bool other = !chosen(outermost) && kin(outermost); /* 96 beside 1 to 10, 88 beside 0 to 30 */
    if (!(chosen(outermost) || other) || (rows < 2 && !single) || same_endings(&c->high, k))
        return false;
    bool digit = outermost == 9;
    if (digit && COMMON * rows > c->n && gap < 5 * range) /* doses of 1, 3 and 9 */
        return false;
    if (gap >= (other ? 5 : 2) * range)
        return true;
    rest r = rest_between(bottom, rest_high, c);
    if (other)
        return gap >= 1.5 * range && gap >= 10 * r.high_step && rows > 2;
    return (gap >= range && gap >= 2 * r.high_step) || (!digit && rows > 2 && gap >= 5 * r.high_step);
}

/* Rows of the most frequent of the outermost k values. */
static size_t most_rows(const end *e, size_t k)
{
    size_t most = 0;
    for (size_t i = 0; i < k; i++)
        most = e->rows[i] > most ? e->rows[i] : most;
    return most;
}

/* Does a whole number from -1 to -9 stand more than once, where all others are 0 or ten times larger, or, written with decimals, never as
 * frequent or far nearer to one another? Of incomes and concentrations none is -9. */
static bool far_below(const column_ends *c, size_t k, const rest *r)
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
static bool is_lone(const column_ends *c, double gap, const rest *r)
{
    return c->low.value[0] == floor(c->low.value[0]) && c->low.rows[0] > 2 && c->low.rows[0] > r->most &&
           r->distinct >= MEASURED && gap >= 5 * r->low_step && gap > 2;
}

/* Is the lowest a year with which programs begin to count, shared by three rows or more, ten years before all others and five times as far as these
 * stand apart, in ten different years or more up to 2099? */
static bool is_first_year(const column_ends *c, double gap, double rest_low, double top)
{
    if (!first_year(c->low.value[0]) || c->low.rows[0] < 3 || gap < 10 || top >= 2100)
        return false;
    rest r = rest_between(rest_low, top, c);
    return r.whole && r.distinct >= MEASURED && gap >= 5 * r.low_step;
}

/* Do the k lowest? All of them are negative; where nothing else is, that is evidence by itself. */
static bool low_ones(const column_ends *c, size_t k, double range, double top)
{
    double outermost = -c->low.value[0], innermost = -c->low.value[k - 1], rest_low = c->low.value[k];
    double gap = rest_low + innermost;
    if (k == 1 && of_failure(c, &c->low, gap, rest_low, top))
        return true;
    if (k == 1 && is_first_year(c, gap, rest_low, top))
        return true;
    size_t rows = rows_of(&c->low, k, -1);
    bool alone = rest_low >= 0, long_one = nines(outermost) > 2 || machine_end(outermost);
    if (outermost > 9 && alone && k == 1 && !rows) {
        rest others = rest_between(rest_low, top, c);
        return is_lone(c, gap, &others);
    }
    if (outermost <= 0 || !rows || (rows < 2 && !(alone && long_one && gap > range)))
        return false;
    bool told = chosen(outermost) && (alone || outermost >= 99);
    if (told && (gap >= 2 * range || (alone && outermost >= 99)))
        return true;
    if (told && gap >= range)
        return true;
    if (kin(outermost) && gap >= 2 * range)
        return true;
    /* -1 to -9: a count or an age has none, but a temperature has */
    rest r = rest_between(rest_low, top, c);
    if (alone && kin(outermost) && gap >= 3 * r.low_step)
        return true;
    bool far = gap >= 3 * r.low_step && gap > 2, frequent = 2 * most_rows(&c->low, k) > 3 * r.most;
    if (alone && far_below(c, k, &r))
        return true;
    bool digits = alone && innermost <= 9 && r.whole;
    return digits && ((r.distinct >= 5 && (far || frequent)) || (gap > 2 && gap >= 2 * range));
}

/* Beside a code of several rows, may the i-th highest value be measured, as one of 88 years beside 99: in one row alone, no further from the rest than that reaches? */
static bool may_be_measured(const column_ends *c, size_t i, double low, double high)
{
    const end *e = &c->high;
    if (!i || e->rows[i] > 1 || e->rows[0] < 3 || nines(e->value[i]) || e->value[i] - high > high - low)
        return false;
    return rest_between(low, high, c).distinct >= MEASURED;
}

/* The fewest values at both ends that leave a rest in which there is nothing to see. */
static bool judge(logreg_sentinel *found, const column_ends *c)
{
    for (size_t both = 1; both <= MOST; both++)
        for (size_t low = 0; low <= both; low++) {
            size_t high = both - low;
            if (low > MOST_LOW || low >= c->low.n || high >= c->high.n ||
                !(c->low.value[low] < c->high.value[high]))
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
            return true;
        }
    return false;
}

/* ---- All ---- */

static int ascending(const void *a, const void *b)
{
    const double *x = a, *y = b;
    return (*x > *y) - (*x < *y);
}

bool logreg__sentinel_repeats(double x)
{
    return x > 100 && (nines(x) || beside_nines(x));
}

bool logreg__sentinel_plausible(double low, double high)
{
    bool whole = low < 0 && low == floor(low);
    return chosen(high) || beside_nines(high) || chosen(-low) || whole || failed(low) || failed(high) ||
           first_year(low);
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
    column_ends c = look(column, rows);
    c.sorted = sorted ? sorted : own;
    c.n = n;
    bool any = c.sorted && (judge(found, &c) || logreg__scale_codes(found, column->name, c.sorted, n));
    free(own);
    return any;
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

/* ---- Outcomes ---- */

/* The values of a column of few of them, in order, with their rows; 0: there are more, or one is not whole. */
static size_t few_values(double value[ENDS], size_t rows_of[ENDS], const logreg__column *column, size_t rows)
{
    end all = {0};
    for (size_t i = 0; i < rows; i++) {
        double x = logreg__column_number(column, i);
        bool known = isnan(x);
        for (size_t k = 0; k < all.n && !known; k++)
            known = all.value[k] == x;
        if (!known && (all.n == ENDS || x != floor(x)))
            return 0;
        if (!isnan(x))
            count(&all, x, -1);
    }
    for (size_t k = 0; k < all.n; k++) {
        value[k] = all.value[k];
        rows_of[k] = all.rows[k];
    }
    return all.n;
}

bool logreg_frame_odd_class(logreg_sentinel *found, const logreg_frame *frame, size_t j)
{
    double value[ENDS];
    size_t of[ENDS], pair = 0, others = 0;
    *found = (logreg_sentinel){0};
    size_t n = logreg_frame_kind(frame, j) == LOGREG_NUMERIC
                   ? few_values(value, of, &frame->column[j], frame->n_rows)
                   : 0;
    for (size_t k = 0; k + 1 < n; k++) /* the two that most rows have */
        if (of[k] + of[k + 1] > of[pair] + of[pair + 1])
            pair = k;
    if (n < 3 || value[pair + 1] != value[pair] + 1 || value[pair] < 0 || value[pair] > 1)
        return false;
    size_t rarer = of[pair] < of[pair + 1] ? of[pair] : of[pair + 1], rows = of[pair] + of[pair + 1];
    for (size_t k = 0; k < n; k++)
        others += k == pair || k == pair + 1 ? 0 : of[k];
    bool goes_on = n == 3 && value[pair + 1] + 1 == value[n - 1] && pair == 0; /* 0, 1, 2: a count does so */
    if ((goes_on ? 20 * others > rows + others : 10 * others > rows) || 2 * others > rarer)
        return false;
    *found = (logreg_sentinel){.low = value[pair], .high = value[pair + 1], .n_rows = others};
    for (size_t k = 0; k < n; k++)
        if (k != pair && k != pair + 1)
            found->value[found->n_values++] = value[k];
    return true;
}
