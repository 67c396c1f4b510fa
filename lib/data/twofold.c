#include "data/twofold.h"

/* Fewer rows prove nothing; nor do fewer different numbers. */
enum { FEWEST = 20, DIFFERENT = 10 };

/* The larger heap lies within so many times its least number: where some rows are of the other unit, or one alone (0: that proves nothing), which
 * must then be as like the others as that. Of 3000 columns of numbers in 550 data sets none is taken for two. */
static const struct {
    double factor, some, one, slack;
} units[] = {{100, 4, 2, 1.1}, {1000, 20, 5, 1.1}, {10, 2, 0, 1.1}, {2.54, 1.35, 0, 1.05}};

/* No gap between heaps is smaller. */
#define LEAST_GAP 1.5

typedef struct {
    double from, to;
    size_t rows, first, different;
    double value[DIFFERENT];
} heap;

static void add(heap *h, double x, size_t row)
{
    if (!h->rows++)
        *h = (heap){.from = x, .to = x, .rows = 1, .first = row};
    h->from = x < h->from ? x : h->from;
    h->to = x > h->to ? x : h->to;
    size_t k = h->different == DIFFERENT ? DIFFERENT + 1 : 0; /* enough are known */
    while (k < h->different && h->value[k] != x)
        k++;
    if (k == h->different && k < DIFFERENT)
        h->value[h->different++] = x;
}

/* Is the few, so many times as large, where the others are? */
static bool fits(const heap *few, const heap *others, double factor, double slack)
{
    return factor * few->from >= others->from / slack && factor * few->to <= others->to * slack;
}

bool logreg__twofold_find(logreg__twofold *found, const logreg__column *c, size_t rows, double min,
                          double max)
{
    heap heaps[2] = {{.from = 0}, {.from = 0}};
    double between = sqrt(min) * sqrt(max);
    if (!(min > 0) || max < LEAST_GAP * min)
        return false;
    for (size_t i = 0; i < rows; i++) {
        double x = logreg__column_number(c, i);
        if (isnan(x))
            continue;
        if (!(x > 0))
            return false;
        add(&heaps[x > between], x, i);
        if (heaps[0].rows && heaps[1].rows && heaps[1].from < LEAST_GAP * heaps[0].to)
            return false;
    }
    bool upper = heaps[1].rows < heaps[0].rows;
    const heap *few = &heaps[upper], *others = &heaps[!upper];
    if (few->rows + others->rows < FEWEST || 2 * few->rows >= few->rows + others->rows ||
        others->different < DIFFERENT)
        return false;
    for (size_t k = 0; k < sizeof units / sizeof *units; k++) {
        double factor = upper ? 1 / units[k].factor : units[k].factor, spread = others->to / others->from;
        if (spread > (few->rows > 1 ? units[k].some : units[k].one) ||
            !fits(few, others, factor, units[k].slack))
            continue;
        *found = (logreg__twofold){.factor = factor,
                                   .from = few->from,
                                   .to = few->to,
                                   .low = others->from,
                                   .high = others->to,
                                   .rows = few->rows,
                                   .first = few->first};
        return true;
    }
    return false;
}
