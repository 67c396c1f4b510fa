/* Numbers of rows, of groups of rows, of persons and things. */
#include "data/purpose.h"
#include "data/role.h"
#include "data/sentinel.h"

#include <math.h>
#include <stdint.h>
#include <stdlib.h>

#include "base/memory.h"

static int ascending(const void *a, const void *b)
{
    const double *x = a, *y = b;
    return (*x > *y) - (*x < *y);
}

/* Numbers with decimals are of things as well from here on: 1234567890.1640995200, of browsers. */
static const double LONG = 1e6;

/* Whole numbers, or long ones, of which at least nine in ten are different. False too where memory is out: it is a note less. */
static bool mostly_different(const logreg__column *c, size_t rows)
{
    size_t n = 0, different = 0;
    bool climbs = true;
    double before = -HUGE_VAL;
    for (size_t i = 0; i < rows; i++) {
        double x = logreg__column_number(c, i);
        if (!isnan(x) && x != floor(x) && !(x >= LONG))
            return false;
        climbs = climbs && x > before;
        before = x;
    }
    double *sorted = climbs ? NULL : logreg__new_raw(rows, sizeof *sorted);
    for (size_t i = 0; i < rows && sorted; i++) {
        double x = logreg__column_number(c, i);
        if (!isnan(x))
            sorted[n++] = x;
    }
    if (sorted)
        qsort(sorted, n, sizeof *sorted, ascending);
    for (size_t i = 0; i < n; i++)
        different += i == 0 || sorted[i] != sorted[i - 1];
    bool most = climbs || (sorted && 10 * different > 9 * n);
    free(sorted);
    return most;
}

/* Numbers of goods (GTIN, EAN, ISBN): 12 to 14 digits, the last of which checks the others, which no amounts do by chance. */
static bool number_goods(const logreg__column *c, size_t rows)
{
    for (size_t i = 0; i < rows; i++) {
        double x = logreg__column_number(c, i);
        if (isnan(x))
            continue;
        if (!(x >= 1e11 && x < 1e14 && x == floor(x)))
            return false;
        int sum = 0, weight = 1;
        for (int64_t left = (int64_t)x; left; left /= 10, weight = 4 - weight)
            sum += weight * (int)(left % 10);
        if (sum % 10)
            return false;
    }
    return true;
}

/* ---- Rows numbered from anywhere on ---- */

/* Years stand between these. */
static bool may_be_years(double low, double high)
{
    return low >= 1500 && high <= 2200;
}

/* Are all whole numbers from low to high different? False too where memory is out: it is a note less. */
static bool all_different(const logreg__column *c, size_t rows, double low, double high)
{
    uint64_t *taken = logreg__new((size_t)(high - low) / 64 + 1, sizeof *taken);
    bool different = taken;
    for (size_t i = 0; i < rows && different; i++) {
        size_t at = (size_t)(logreg__column_number(c, i) - low);
        uint64_t bit = UINT64_C(1) << at % 64;
        different = !(taken[at / 64] & bit);
        taken[at / 64] |= bit;
    }
    free(taken);
    return different;
}

/* Whole numbers of a narrow range, all different: they rise, or fall, all the way; or they are so many that n drawn from a range of r would
 * repeat but for a chance of exp(-n^2 / 2r). */
static bool numbers_on(const logreg__column *c, size_t rows)
{
    enum { NARROW = 3, WIDE = 10, SURE = 24 };
    double low = HUGE_VAL, high = -HUGE_VAL, before = NAN, step = NAN, n = (double)rows;
    bool rise = true, fall = true, even = true; /* of a design */
    for (size_t i = 0; i < rows; i++) {
        double x = logreg__column_number(c, i);
        if (!(x == floor(x)) || x == before)
            return false;
        rise = rise && !(x < before);
        fall = fall && !(x > before);
        even = even && (i < 2 || x - before == step);
        step = x - before;
        low = fmin(low, x);
        high = fmax(high, x);
        before = x;
    }
    bool numbered =
        even && ((low >= 100 && fmod(step, 2) != 0 && fmod(step, 5) != 0 && !may_be_years(low, high)) ||
                 (low >= 1e5 && fmod(step, 10) != 0)); /* no design has such steps there */
    double range = high - low;
    bool many = range <= WIDE * n && n * n >= SURE * range, climbs = rise || fall;
    return numbered ||
           (range + 1 >= n && (!even || fabs(step) == 1) && (many || (climbs && range <= NARROW * n)) &&
            !may_be_years(low, high) && (climbs || all_different(c, rows, low, high)));
}

/* As many digits as other numbers of the column: counts have now more, now fewer. */
static bool equally_long(const logreg__column *c, size_t rows)
{
    double from = 1000, first = logreg__column_number(c, 0);
    while (first >= 10 * from && from < 1e15)
        from *= 10;
    for (size_t i = 0; i < rows; i++) {
        double x = logreg__column_number(c, i);
        if (x < from || x >= 10 * from)
            return false;
    }
    return true;
}

/* Whole numbers of nine digits or more, hardly any twice or round: amounts of that size are rounded. */
static bool number_at_length(const logreg__column *c, size_t rows)
{
    size_t n = 0, round = 0;
    for (size_t i = 0; i < rows; i++) {
        double x = logreg__column_number(c, i);
        if (isnan(x))
            continue;
        if (!(x >= 1e8 && x < 1e15 && x == floor(x)))
            return false;
        n++;
        round += fmod(x, 100) == 0;
    }
    return 10 * round < n && mostly_different(c, rows);
}

/* Ten digits or more, of which a spreadsheet left six or fewer: 4.77E+12. */
static bool are_rounded(const logreg__column *c, size_t rows)
{
    for (size_t i = 0; i < rows; i++) {
        double x = logreg__column_number(c, i), place = 1;
        if (isnan(x))
            continue;
        if (!(x >= 1e9 && x < 1e16))
            return false;
        while (place * 1e6 <= x)
            place *= 10;
        if (fmod(x, place) != 0)
            return false;
    }
    return true;
}

/* Whole numbers from low on, some as large as top, which may be 0 for padded ones, 00471E10 among them; twenty of them different, where they are no few that a category takes. */
static bool are_codes(const logreg__column *c, size_t rows, double low, double top)
{
    size_t n, different = 0;
    double *sorted = logreg__numbers_sorted(&n, c, rows);
    bool codes = sorted && n && sorted[0] >= low && sorted[n - 1] >= top && (top == 0 || sorted[n - 1] < 1e12);
    for (size_t i = 0; i < n && codes; i++) {
        codes = sorted[i] == floor(sorted[i]);
        different += i == 0 || sorted[i] != sorted[i - 1];
    }
    free(sorted);
    return codes && different >= LOGREG__ID_ROWS && !logreg__numbers_name(c, rows);
}

/* Is one in four of all that lie between them there, as of days that were counted from some first one, but not of codes of illnesses? */
static bool are_dense(const logreg__column *c, size_t rows)
{
    enum { EACH = 4 };
    size_t n, different = 0;
    double *sorted = logreg__numbers_sorted(&n, c, rows);
    for (size_t i = 0; sorted && i < n; i++)
        different += i == 0 || sorted[i] != sorted[i - 1];
    bool dense = sorted && n && sorted[n - 1] - sorted[0] < EACH * (double)different;
    free(sorted);
    return dense;
}

/* ---- Groups of rows, one after the other ---- */

/* What stands in a column, row after row, cells that are missing apart. */
typedef struct {
    size_t n, different; /* numbers, and those that are not as the one before */
    double first, last;
    bool whole, climbs; /* none is lower than the one before, */
    bool by_one;        /*   nor higher by more than 1 */
    bool again;         /* they count on from 1, and begin again, */
    double least,
        most; /*   the first time, or sooner than ever, behind this, and later than ever behind that */
} course;

/* It ends where nothing is left to be seen, which in most columns is the second row. */
static course follow(const logreg__column *c, size_t rows)
{
    course k = {
        .first = NAN, .whole = true, .climbs = true, .by_one = true, .again = true, .least = HUGE_VAL};
    for (size_t i = 0; i < rows && k.whole && (k.climbs || k.again); i++) {
        double x = logreg__column_number(c, i);
        if (isnan(x))
            continue;
        double step = k.n ? x - k.last : 1;
        k.first = k.n ? k.first : x;
        k.whole = k.whole && x == floor(x);
        k.climbs = k.climbs && step >= 0;
        k.by_one = k.by_one && step <= 1;
        k.again = k.again && (k.n ? x == 1 || step == 1 : x == 1);
        if (k.n && x == 1) {
            k.least = fmin(k.least, k.last);
            k.most = fmax(k.most, k.last);
        }
        k.different += step != 0;
        k.last = x;
        k.n++;
    }
    return k;
}

/* Days of months, which begin again behind the 28th to the 31st. */
static bool are_days(const course *k)
{
    return k->least >= 28 && k->most <= 31;
}

/* Groups of five rows or fewer, numbered one after the other; or rows numbered in groups of ten or more. */
static bool numbers_groups(const logreg__column *c, size_t rows)
{
    enum { MOST_ROWS = 5, FEWEST_ROWS = 10 };
    course k = follow(c, rows);
    bool groups = k.climbs && k.by_one && MOST_ROWS * k.different >= k.n && !may_be_years(k.first, k.last);
    bool rows_of_groups = k.again && k.least >= FEWEST_ROWS && k.least < HUGE_VAL && !are_days(&k);
    return k.whole && k.different >= LOGREG__ID_ROWS && (groups || rows_of_groups);
}

/* Whole numbers that never fall, many of them different: groups of rows, if that is what they are called. */
static bool keeps_together(const logreg__column *c, size_t rows)
{
    course k = follow(c, rows);
    return k.whole && k.climbs && k.different >= LOGREG__ID_ROWS;
}

/* They count on from 1, and begin again: persons of a household. */
static bool counts_again(const logreg__column *c, size_t rows)
{
    course k = follow(c, rows);
    return k.whole && k.again && k.least < HUGE_VAL;
}

/* No number of a thing is a fraction, nor is that of a row: most measurements are told by their first. */
static bool begins_with_fraction(const logreg__column *c, size_t rows)
{
    size_t i = 0;
    while (i < rows && logreg__cell_is_missing(c, i))
        i++;
    double x = i < rows ? logreg__column_number(c, i) : 0;
    return x != floor(x) && x < LONG;
}

/* By its own name and numbers, and by what other columns are called. */
static bool identifies(const logreg_frame *frame, size_t j)
{
    const logreg__column *c = &frame->column[j];
    size_t rows = frame->n_rows;
    if (c->kind != LOGREG_NUMERIC || rows - c->n_missing < LOGREG__ID_ROWS || begins_with_fraction(c, rows) ||
        logreg__purpose_of(c, rows))
        return false;
    double first = logreg__column_number(c, 0);
    if ((first == 0 || first == 1) && logreg__counts_on(c, rows))
        return !logreg__named_time(c->name);
    bool beyond = fabs(first) > 0x1p53; /* of which a double keeps no last digits */
    bool named = logreg__named_id(c->name) &&
                 (beyond || mostly_different(c, rows) || keeps_together(c, rows) || counts_again(c, rows));
    bool numbered =
        logreg__named_by_number(c->name) ||
        ((logreg__named_number(c->name) || logreg__named_document(c->name)) && equally_long(c, rows));
    bool glued = logreg__glued_to_number(frame, j) || logreg__numbers_given(c, rows);
    bool rounded =
        (logreg__named_id(c->name) || logreg__named_number(c->name) || logreg__named_document(c->name)) &&
        are_rounded(c, rows);
    bool areas = logreg__named_area(c->name) || logreg__named_kind(c->name);
    double top = logreg__plain_among(c->name, " cap ")
                     ? 10000
                     : 1000; /* five digits in Italy, where capacities are none */
    bool codes =
        (areas && are_codes(c, rows, 100, top) && !(logreg__named_pointed(c->name) && are_dense(c, rows))) ||
        (logreg__numbers_padded(c) && are_codes(c, rows, 0, 0)) ||
        (logreg__named_document(c->name) && are_codes(c, rows, 1e5, 1e5));
    return named || rounded || codes || logreg__cases_return(c, rows) || logreg__ids_shared(frame, j) ||
           number_goods(c, rows) ||
           (!logreg__named_scale(c->name) &&
            (numbers_on(c, rows) || number_at_length(c, rows) || numbers_groups(c, rows))) ||
           (numbered && (mostly_different(c, rows) || keeps_together(c, rows))) ||
           (glued && mostly_different(c, rows));
}

bool logreg_frame_identifies(const logreg_frame *frame, size_t j)
{
    bool does = identifies(frame, j);
    for (size_t k = 0; k < frame->n_columns && !does; k++)
        does = logreg__numbers_twin(frame, j, k) && identifies(frame, k);
    return does;
}

size_t logreg__groups_numbered(const logreg_frame *frame, size_t j)
{
    enum { FEWEST = 10 };
    const logreg__column *c = &frame->column[j];
    size_t rows = frame->n_rows, n, different = 0, next_to = 0;
    double before = NAN;
    if (c->kind != LOGREG_NUMERIC)
        return 0;
    for (size_t i = 0; i < rows; i++) {
        double x = logreg__column_number(c, i);
        next_to += x == before;
        before = x;
    }
    if (are_rounded(c, rows)) /* of which different ones became one */
        return 0;
    double *sorted = logreg__numbers_sorted(&n, c, rows);
    for (size_t i = 0; sorted && i < n; i++)
        different += i == 0 || sorted[i] != sorted[i - 1];
    bool of_rows = !next_to && logreg__name_has(c->name, " index nr no row rows obs seq number num ") &&
                   !logreg__named_case(c->name) && !logreg__ids_described(frame, j);
    bool known = sorted && different >= FEWEST && different < n && !of_rows &&
                 (next_to || logreg__named_id(c->name) || logreg__named_one(c->name));
    free(sorted);
    return known ? different : 0;
}
