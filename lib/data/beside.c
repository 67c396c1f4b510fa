/* Who writes -9 or 99 for a missing value in one column of a file writes it in the others too, so that one row is evidence there, and nearly all rows are. */
#include "data/sentinel.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/number.h"
#include "data/chosen.h"
#include "data/ends.h"
#include "data/scale.h"

/* Nothing is further from its neighbours by chance: -1 is next to 0, and 99 next to 95. */
enum { APART_BELOW = 3, APART_ABOVE = 10 };

static bool is_code(const logreg__codes *codes, double x)
{
    for (size_t i = 0; i < codes->n; i++)
        if (codes->value[i] == x)
            return true;
    return false;
}

/* Up to three digits others may be counted, and those of one are codes behind scales alone; and a year is one column's. */
static bool may_be_elsewhere(double x)
{
    return x < 0 || (x > 9 && (logreg__chosen(x) || (x > 999 && !logreg__chosen_year(x))));
}

static void add(logreg__codes *codes, double x)
{
    bool digit = x >= 7 && x <= 9 && x == floor(x), elsewhere = may_be_elsewhere(x);
    codes->any = codes->any || digit || elsewhere;
    if (digit)
        codes->digit[(int)x] = true;
    if (elsewhere && !is_code(codes, x) && codes->n < LOGREG__CODES)
        codes->value[codes->n++] = x;
}

void logreg__codes_add(logreg__codes *codes, const logreg_sentinel *found)
{
    for (size_t i = 0; i < found->n_values; i++)
        add(codes, found->value[i]);
}

void logreg__codes_add_given(logreg__codes *codes, char *const *tokens, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        const char *number = strrchr(tokens[i], '=');
        double x;
        if (number && logreg__number_parse(&x, number + 1, strlen(number + 1), '.'))
            add(codes, x);
    }
}

bool logreg__codes_are(const logreg__codes *codes, const logreg_sentinel *found)
{
    for (size_t i = 0; i < found->n_values; i++)
        if (!is_code(codes, found->value[i]))
            return false;
    return true;
}

double logreg__codes_none(const logreg_sentinel *found, const logreg__column *column, size_t rows)
{
    enum { COMMON = 5 };
    bool numbers = column->kind == LOGREG_NUMERIC;
    for (size_t i = 0; numbers && i < found->n_values && found->low >= 1; i++) {
        double x = found->value[i];
        size_t n = 0, all = 0;
        if (x != 88 && x != 888 && x != 8888)
            continue;
        for (size_t r = 0; r < rows; r++) {
            double value = logreg__column_number(column, r);
            n += value == x;
            all += !isnan(value);
        }
        if (COMMON * n >= all)
            return x;
    }
    return 0;
}

logreg_sentinel logreg__codes_without(const logreg_sentinel *found, double none)
{
    logreg_sentinel others = *found;
    others.n_values = 0;
    for (size_t i = 0; i < found->n_values; i++)
        if (!(found->value[i] == none))
            others.value[others.n_values++] = found->value[i];
    return others;
}

static void take(logreg_sentinel *found, const logreg__end *e, size_t i)
{
    found->value[found->n_values++] = e->value[i];
    found->n_rows += e->rows[i];
}

/* Are codes below 0 codes here too, though they are near to the others? Without memory it is a note less. */
static bool near_ones(const logreg__column *column, size_t rows)
{
    size_t n;
    double *sorted = logreg__numbers_sorted(&n, column, rows);
    bool any = sorted && logreg__scale_beside(column->name, sorted, n);
    free(sorted);
    return any;
}

/* Are codes below 0 with such a gap to the others outside their range? Where some of these are below 0 too, as above: as far away as they reach. */
static bool is_below(const logreg__column *column, size_t rows, double gap, double bottom, double top)
{
    if (bottom < 0)
        return gap >= fmax(APART_ABOVE, top - bottom);
    return gap >= APART_BELOW || near_ones(column, rows);
}

/* May a number of one digit that ends a column be one? */
static bool any_digit(const logreg__codes *codes, double max)
{
    return max >= 7 && max <= 9 && max == floor(max) && codes->digit[(int)max];
}

/* Of those that are up to nine; without memory it is a note less. */
static bool find_digits(logreg_sentinel *found, const logreg__column *column, size_t rows,
                        const logreg__codes *codes)
{
    size_t n;
    double *sorted = logreg__numbers_sorted(&n, column, rows);
    bool any = sorted && logreg__scale_digits(found, column->name, sorted, n, codes->digit);
    free(sorted);
    return any;
}

bool logreg__codes_find(logreg_sentinel *found, const logreg__column *column, size_t rows, double min,
                        double max, const logreg__codes *codes)
{
    *found = (logreg_sentinel){0};
    if (min >= 0 && any_digit(codes, max))
        return find_digits(found, column, rows, codes);
    if (!is_code(codes, min) && !is_code(codes, max))
        return false;
    logreg__column_ends c = logreg__ends_of(column, rows);
    size_t low = 0, high = 0;
    while (low + 1 < c.low.n && c.low.value[low] < 0 && is_code(codes, c.low.value[low]))
        low++;
    while (high + 1 < c.high.n && high < 2 && c.high.value[high] > 0 && is_code(codes, c.high.value[high]))
        high++;
    double bottom = c.low.value[low], top = c.high.value[high];
    if (low && !is_below(column, rows, bottom - c.low.value[low - 1], bottom, top))
        low = 0;
    if (high && (top < bottom || c.high.value[high - 1] - top < fmax(APART_ABOVE, top - bottom)))
        high = 0;
    if (!low && !high)
        return false;
    found->low = c.low.value[low];
    found->high = c.high.value[high];
    for (size_t i = 0; i < low; i++)
        take(found, &c.low, i);
    for (size_t i = high; i-- > 0;)
        take(found, &c.high, i);
    return true;
}
