#include "data/role.h"

#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "data/answers.h"
#include "base/memory.h"

static bool small(char c)
{
    return c >= 'a' && c <= 'z';
}

static bool large(char c)
{
    return c >= 'A' && c <= 'Z';
}

/* Letters in front of the digits, digits, and letters behind; false: something else stands there. */
static bool parts_of(size_t part[3], double *number, const char *text)
{
    for (part[0] = 0; small(text[part[0]]) || large(text[part[0]]);)
        part[0]++;
    text += part[0];
    *number = 0;
    for (part[1] = 0; text[part[1]] >= '0' && text[part[1]] <= '9'; part[1]++)
        *number = 10 * *number + (text[part[1]] - '0');
    text += part[1];
    for (part[2] = 0; small(text[part[2]]) || large(text[part[2]]);)
        part[2]++;
    return !text[part[2]] && part[1] >= 3 && part[0] + part[2] > 0;
}

bool logreg__texts_number_rows(const logreg__column *c, size_t rows)
{
    size_t values = rows - c->n_missing, first[3], part[3];
    double low = HUGE_VAL, high = -HUGE_VAL, number;
    if (c->n_levels < LOGREG__ID_ROWS || 10 * c->n_levels <= 9 * values ||
        !parts_of(first, &number, c->levels[0]))
        return false;
    for (size_t l = 0; l < c->n_levels; l++) {
        if (!parts_of(part, &number, c->levels[l]) || memcmp(part, first, sizeof part) != 0)
            return false;
        low = fmin(low, number);
        high = fmax(high, number);
    }
    return high - low < 2 * (double)c->n_levels;
}

bool logreg__counts_on(const logreg__column *column, size_t rows)
{
    for (size_t i = 1; i < rows; i++)
        if (logreg__column_number(column, i) != logreg__column_number(column, i - 1) + 1)
            return false;
    return true;
}

static int ascending(const void *a, const void *b)
{
    const double *x = a, *y = b;
    return (*x > *y) - (*x < *y);
}

/* Whole numbers, of which at least nine in ten are different. False too where memory is out: it is a note less. */
static bool mostly_different(const logreg__column *c, size_t rows)
{
    size_t n = 0, different = 0;
    bool climbs = true;
    double before = -HUGE_VAL;
    for (size_t i = 0; i < rows; i++) {
        double x = logreg__column_number(c, i);
        if (!isnan(x) && x != floor(x))
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

bool logreg__numbers_name(const logreg__column *c, size_t rows)
{
    enum { FEWEST = 3, MOST = 50 };
    double value[MOST];
    size_t n = 0;
    if (c->kind != LOGREG_NUMERIC || !logreg__named_kind(c->name))
        return false;
    for (size_t i = 0; i < rows; i++) {
        double x = logreg__column_number(c, i);
        size_t k = 0;
        if (isnan(x))
            continue;
        while (k < n && value[k] != x)
            k++;
        if (k == MOST || x < 0 || x != floor(x))
            return false;
        if (k == n)
            value[n++] = x;
    }
    return n >= FEWEST;
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
    double range = high - low;
    bool many = range <= WIDE * n && n * n >= SURE * range, climbs = rise || fall;
    return range + 1 >= n && (!even || fabs(step) == 1) && (many || (climbs && range <= NARROW * n)) &&
           !may_be_years(low, high) && (climbs || all_different(c, rows, low, high));
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

bool logreg_frame_identifies(const logreg_frame *frame, size_t j)
{
    const logreg__column *c = &frame->column[j];
    size_t rows = frame->n_rows;
    if (c->kind != LOGREG_NUMERIC || rows - c->n_missing < LOGREG__ID_ROWS)
        return false;
    double first = logreg__column_number(c, 0);
    if ((first == 0 || first == 1) && logreg__counts_on(c, rows))
        return !logreg__named_time(c->name);
    bool beyond = fabs(first) > 0x1p53; /* of which a double keeps no last digits */
    bool named = logreg__named_id(c->name) && (beyond || mostly_different(c, rows));
    return named || number_goods(c, rows) || (numbers_on(c, rows) && !logreg__named_scale(c->name)) ||
           (logreg__named_number(c->name) && equally_long(c, rows) && mostly_different(c, rows));
}

bool logreg_frame_counts_cases(const logreg_frame *frame, size_t j)
{
    static const char names[] =
        " freq freqs frequency frequencies count counts count(*) n anzahl h\303\244ufigkeit haeufigkeit "
        "effectif "
        "effectifs frecuencia frequenza frequ\303\252ncia frequencia ncases numberofrecords countofrecords "
        "rowcount antal aantal ";
    const logreg__column *c = &frame->column[j];
    char word[LOGREG__PLAIN_WORD];
    if (c->kind != LOGREG_NUMERIC || !logreg__plain_word(word, c->name) || !logreg__word_among(names, word))
        return false;
    double value[2] = {NAN, NAN};
    bool more = false;
    for (size_t i = 0; i < frame->n_rows; i++) {
        double x = logreg__column_number(c, i);
        if (x < 0 || x != floor(x)) /* also where it is missing */
            return false;
        if (isnan(value[0]) || value[0] == x)
            value[0] = x;
        else if (isnan(value[1]) || value[1] == x)
            value[1] = x;
        else
            more = true;
    }
    return more && !logreg__counts_on(c, frame->n_rows);
}
