#include "data/years.h"

#include <math.h>

/* Fewer rows, or different years, prove nothing; years in two digits may lie so far beside those in four. */
enum { FEWEST = 20, DIFFERENT = 5, BESIDE = 10 };

/* The numbers of one way of writing. */
typedef struct {
    double from, to;
    size_t rows, first, different;
    bool seen[200];
} heap;

static void add(heap *h, double x, int year, size_t row)
{
    h->first = h->rows++ ? h->first : row;
    h->from = h->rows == 1 || x < h->from ? x : h->from;
    h->to = h->rows == 1 || x > h->to ? x : h->to;
    h->different += !h->seen[year];
    h->seen[year] = true;
}

int logreg__years_turn(const logreg__twofold *t)
{
    double before = t->low - 1900, after = fmax(t->high - 1999, ceil((t->low + t->high) / 2 - 1950));
    return (int)fmax(0, fmin(before, fmin(after, 100)));
}

/* Ages beside years lie elsewhere, and 0 or 99 alone stands for a missing year. */
static bool are_years(const logreg__twofold *t, const heap *two, const heap *four)
{
    size_t all = two->rows + four->rows;
    int turn = logreg__years_turn(t), lone = (int)two->from;
    bool code = two->different == 1 && (lone < 10 || lone % 11 == 0);
    if (all < FEWEST || four->different < DIFFERENT || 2 * two->rows >= all || code)
        return false;
    for (int year = 0; year < 100; year++) {
        double whole = year + (year < turn ? 2000 : 1900);
        if (two->seen[year] && (whole < t->low - BESIDE || whole > t->high + BESIDE))
            return false;
    }
    return true;
}

bool logreg__years_find(logreg__twofold *found, const logreg__column *c, size_t rows, double min, double max)
{
    heap two = {.rows = 0}, four = {.rows = 0};
    if (!(min >= 0 && min < 100 && max >= 1900 && max < 2100))
        return false;
    for (size_t i = 0; i < rows; i++) {
        double x = logreg__column_number(c, i);
        if (isnan(x))
            continue;
        if (!(x >= 0 && x < 2100 && (x < 100 || x >= 1900) && x == floor(x)))
            return false;
        if (x < 100)
            add(&two, x, (int)x, i);
        else
            add(&four, x, (int)x - 1900, i);
    }
    const logreg__twofold t = {.factor = LOGREG__YEARS,
                               .from = two.from,
                               .to = two.to,
                               .low = four.from,
                               .high = four.to,
                               .rows = two.rows,
                               .first = two.first};
    bool years = two.rows && are_years(&t, &two, &four);
    if (years)
        *found = t;
    return years;
}
