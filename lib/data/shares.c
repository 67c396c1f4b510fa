#include "data/shares.h"

#include <math.h>

#include "data/role.h"

/* Fewer rows prove nothing; nor do fewer different numbers, or percents that end before. */
enum { FEWEST = 20, SHARES = 5, PERCENTS = 10, UP_TO = 50 };

typedef struct {
    double from, to, value[PERCENTS];
    size_t rows, first, different;
} heap;

static void add(heap *h, double x, size_t row, bool counts)
{
    size_t k = counts && h->different < PERCENTS ? 0 : PERCENTS + 1;
    h->first = h->rows++ ? h->first : row;
    h->from = h->rows == 1 || x < h->from ? x : h->from;
    h->to = h->rows == 1 || x > h->to ? x : h->to;
    while (k < h->different && h->value[k] != x)
        k++;
    if (k == h->different)
        h->value[h->different++] = x;
}

/* Months of a year: 0.08, 0.25, 0.83. */
static bool is_twelfth(double x)
{
    return fabs(12 * x - nearbyint(12 * x)) < 0.0601;
}

static bool is_named_otherwise(const char *name)
{
    return logreg__named_time(name) ||
           logreg__name_has(
               name, " age ages aged years year months month days weeks hours time alter edad idade eta "
                     "dose doses dosis jahre monate duration dauer ");
}

bool logreg__shares_find(logreg__twofold *found, const logreg__column *c, size_t rows, double min, double max)
{
    heap shares = {.rows = 0}, percents = {.rows = 0};
    size_t ones = 0; /* are one or the other, as most are */
    if (!(min >= 0 && min < 1 && max >= UP_TO && max <= 100))
        return false;
    for (size_t i = 0; i < rows; i++) {
        double x = logreg__column_number(c, i);
        bool share = x > 0 && x < 1;
        ones += x == 1;
        if (isnan(x) || x == 0 || x == 1)
            continue;
        if (!share && !(x > 1 && x <= 100 && x == floor(x)))
            return false;
        add(share ? &shares : &percents, x, i, !share || !is_twelfth(x));
    }
    bool upper = percents.rows < shares.rows;
    const heap *few = upper ? &percents : &shares, *others = upper ? &shares : &percents;
    size_t all = few->rows + others->rows;
    double factor = upper ? 0.01 : 100, room = (others->to - others->from) / 10;
    if (all < FEWEST || few->rows == 0 || 2 * few->rows > all || shares.different < SHARES ||
        others->different < PERCENTS || factor * few->from < others->from - room ||
        factor * few->to > others->to + room || is_named_otherwise(c->name) ||
        (few->different == 1 && few->rows > 2)) /* all cases that are left at 100 are no percents */
        return false;
    *found = (logreg__twofold){.factor = factor,
                               .from = few->from,
                               .to = few->to,
                               .low = ones && !upper ? 1 : others->from,
                               .high = ones && upper ? 1 : others->to,
                               .rows = few->rows,
                               .first = few->first};
    return true;
}
