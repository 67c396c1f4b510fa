#include "data/years.h"

#include <math.h>

#include "data/answers.h"
#include "data/role.h"

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
    if (all < FEWEST || four->different < DIFFERENT || 2 * two->rows > all || code)
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

/* ---- In two digits throughout ---- */

/* The last year of the 2000s that they may be of. */
enum { EARLY = 30 };

static bool says_year(const char *name)
{
    char plain[LOGREG__PLAIN_WORD];
    return logreg__name_has(name, " year yr jahr jahrgang jg baujahr annee an anno ano anio rok rocznik "
                                  "vuosi jaar bouwjaar season saison vintage cohort yob birthyear ") ||
           (logreg__plain_word(plain, name) &&
            logreg__word_among(
                " a\303\261o ann\303\251e \303\245r f\303\266delse\303\245r \320\263\320\276\320\264 "
                "\316\255\317\204\316\277\317\202 ",
                plain));
}

/* Are all years from one to another there? */
static bool has_all(const size_t *seen, int from, int to)
{
    while (from <= to && seen[from])
        from++;
    return from > to;
}

/* The widest gap between two years that are there: *before and *after it. */
static int widest_gap(int *before, int *after, const size_t *seen)
{
    int widest = 0, last = -1;
    for (int year = 0; year < 100; year++) {
        if (!seen[year])
            continue;
        if (last >= 0 && year - last > widest) {
            widest = year - last;
            *before = last;
            *after = year;
        }
        last = year;
    }
    return widest;
}

/* Has it years of both centuries? A glance at rows all over the column, since most columns have numbers of no such kind. */
static bool may_turn(const logreg__column *c, size_t rows)
{
    enum { GLANCE = 64 };
    size_t step = 2 * (rows / GLANCE) + 1;
    bool late = false, early = false;
    for (size_t i = 0; i < rows; i += step) {
        double x = logreg__column_number(c, i);
        if (!isnan(x) && !(x >= 0 && x < 100))
            return false;
        late = late || x > EARLY;
        early = early || x <= EARLY;
    }
    return late && early;
}

bool logreg__years_short(int *turn, const logreg__column *c, size_t rows)
{
    enum { FEW_ROWS = 10, GAP = 10, MANY = 5, SHARE = 5 };
    size_t rows_of[100] = {0}, n = 0, late = 0, late_ones = 0;
    int before = 0, after = 0;
    if (!may_turn(c, rows))
        return false;
    for (size_t i = 0; i < rows; i++) {
        double x = logreg__column_number(c, i);
        if (isnan(x))
            continue;
        if (!(x >= 0 && x < 100 && x == floor(x)))
            return false;
        rows_of[(int)x]++;
        n++;
    }
    if (n < FEW_ROWS || widest_gap(&before, &after, rows_of) < GAP || before > EARLY)
        return false;
    for (int year = after; year < 100; year++) {
        late += rows_of[year];
        late_ones += rows_of[year] > 0;
    }
    bool at_turn = (rows_of[98] || rows_of[99]) && (rows_of[0] || rows_of[1]),
         named = says_year(c->name) && at_turn &&
                 (late_ones >= MANY || SHARE * late >= n), /* 98 alone may be missing */
        all = has_all(rows_of, 100 - MANY, 99) && has_all(rows_of, 0, 1) && after >= 50;
    *turn = after;
    return named || all;
}
