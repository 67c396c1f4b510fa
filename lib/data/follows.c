#include "data/follows.h"

#include <math.h>
#include <stdlib.h>

#include "base/memory.h"
#include "data/decided.h"

enum { FEWEST = 20, FEWEST_OTHERS = 5, FEWEST_VALUES = 3, FIRST = 64 };

static const double MOST_SAME = 0.9, KAPPA = 0.8;

typedef struct {
    double by, x;
} pair;

static double cell(const logreg__column *c, size_t i)
{
    return c->kind == LOGREG_CATEGORY ? (double)logreg__column_code(c, i) : logreg__column_number(c, i);
}

/* Rows that have both; those from `most` on are not wanted. */
static size_t take(pair *at, size_t most, const logreg__column *column, const logreg__column *by, size_t rows)
{
    size_t n = 0;
    for (size_t i = 0; i < rows && n < most; i++)
        if (!logreg__cell_is_missing(column, i) && !logreg__cell_is_missing(by, i))
            at[n++] = (pair){logreg__column_number(by, i), cell(column, i)};
    return n;
}

/* Do the first rows go both ways? Those of most columns do. */
static bool goes_both_ways(const logreg__column *column, const logreg__column *by, size_t rows)
{
    pair at[FIRST];
    bool up = false, down = false;
    size_t n = take(at, FIRST, column, by, rows);
    for (size_t i = 1; i < n && !(up && down); i++)
        for (size_t k = 0; k < i; k++) {
            double product = (at[i].by - at[k].by) * (at[i].x - at[k].x);
            up = up || product > 0;
            down = down || product < 0;
        }
    return up && down;
}

/* Do the first rows hold other numbers more often than nine of ten that are the same would let one expect? */
static bool differs_early(const logreg__column *column, const logreg__column *by, size_t rows)
{
    pair at[FIRST];
    size_t n = take(at, FIRST, column, by, rows), differ = 0;
    for (size_t i = 0; i < n; i++)
        differ += at[i].by != at[i].x;
    return 2 * differ > n;
}

static int by_both(const void *a, const void *b)
{
    const pair *p = a, *q = b;
    return p->by != q->by ? (p->by > q->by) - (p->by < q->by) : (p->x > q->x) - (p->x < q->x);
}

static int by_value(const void *a, const void *b)
{
    const pair *p = a, *q = b;
    return (p->x > q->x) - (p->x < q->x);
}

/* Does it go one way along the other's numbers, in order of both? As one of them is made of the other: rows that agree in that agree in
 * the one that is made. */
static logreg__following_kind way(const pair *at, size_t n)
{
    bool up = true, down = true, same = true, made = true, makes = true;
    double low = -INFINITY, high = INFINITY; /* of the rows of the number before: none yet */
    for (size_t i = 0, end; i < n; i = end) {
        for (end = i; end < n && at[end].by == at[i].by; end++)
            same = same && at[end].x == at[end].by;
        double least = at[i].x, most = at[end - 1].x;
        if (i > 0) {
            up = up && least >= high;
            down = down && most <= low;
            makes = makes && (least > high || most < low);
        }
        made = made && least == most;
        low = least;
        high = most;
    }
    if (same)
        return LOGREG__FOLLOWS_SAME;
    return !(made || makes) ? LOGREG__FOLLOWS_NOT
           : up             ? LOGREG__FOLLOWS_UP
           : down           ? LOGREG__FOLLOWS_DOWN
                            : LOGREG__FOLLOWS_NOT;
}

/* Has each level a range of the other's numbers, apart from those of all others? */
static bool has_ranges(pair *at, size_t n, size_t levels, bool *ok)
{
    struct range {
        double low, high;
        bool met;
    } *range = logreg__new(levels, sizeof *range);
    *ok = range;
    bool apart = range;
    for (size_t i = 0; i < n && apart; i++) { /* ascending by the other */
        struct range *r = &range[(size_t)at[i].x];
        r->low = r->met ? r->low : at[i].by;
        r->high = at[i].by;
        r->met = true;
    }
    for (size_t a = 0; a < levels && apart; a++)
        for (size_t b = 0; b < a && apart; b++)
            apart = !range[a].met || !range[b].met || range[a].low > range[b].high ||
                    range[b].low > range[a].high;
    free(range);
    return apart;
}

/* Are they rows enough, whose values are enough, to be no chance? They end in the order of the column's values. */
static bool is_much(pair *at, size_t n)
{
    size_t numbers = 0, most = 0, values = 0;
    if (n < FEWEST)
        return false;
    qsort(at, n, sizeof *at, by_both);
    for (size_t i = 0; i < n; i++)
        numbers += i == 0 || at[i].by != at[i - 1].by;
    qsort(at, n, sizeof *at, by_value);
    for (size_t i = 0, end; i < n; i = end, values++) {
        for (end = i; end < n && at[end].x == at[i].x;)
            end++;
        most = end - i > most ? end - i : most;
    }
    return numbers >= FEWEST_VALUES && values >= 2 && n - most >= FEWEST_OTHERS;
}

/* Do nearly all rows hold the same number, by Cohen's kappa too, both columns having their values about as often? Rows in the order of the
 * other's numbers. */
static bool is_nearly_same(size_t *same, const pair *at, size_t n)
{
    double chance = 0, rows = (double)n;
    *same = 0;
    for (size_t i = 0, end; i < n; i = end) {
        for (end = i; end < n && at[end].by == at[i].by; end++)
            *same += at[end].x == at[end].by;
        chance += (double)(end - i) * (double)(end - i) / (rows * rows);
    }
    double share = (double)*same / rows;
    return share >= MOST_SAME && share - chance >= KAPPA * (1 - chance);
}

static bool follows_number(logreg__following *found, const logreg__column *column, const logreg__column *by,
                           size_t rows)
{
    enum { MOST_LEVELS = 100 };
    bool category = column->kind == LOGREG_CATEGORY, mixed = !category && goes_both_ways(column, by, rows);
    if (category ? column->n_levels > MOST_LEVELS : mixed && differs_early(column, by, rows))
        return true;
    pair *at = logreg__new_raw(rows, sizeof *at);
    bool ok = at;
    size_t n = at ? take(at, rows, column, by, rows) : 0;
    if (is_much(at, n)) {
        qsort(at, n, sizeof *at, by_both);
        if (category && has_ranges(at, n, column->n_levels, &ok))
            found->how = LOGREG__FOLLOWS_RANGES;
        else if (!category && !mixed)
            found->how = way(at, n);
        found->rows = n;
        if (!category && found->how == LOGREG__FOLLOWS_NOT && is_nearly_same(&found->same, at, n))
            found->how = LOGREG__FOLLOWS_NEARLY;
    }
    free(at);
    return ok;
}

bool logreg__follows(logreg__following *found, const logreg__column *column, const logreg__column *by,
                     size_t rows)
{
    logreg__decision decided = LOGREG__UNDECIDED;
    *found = (logreg__following){.how = LOGREG__FOLLOWS_NOT};
    if (by->kind == LOGREG_NUMERIC)
        return follows_number(found, column, by, rows);
    if (by->n_levels < FEWEST_VALUES || rows < FEWEST)
        return true;
    if (!logreg__decides(&decided, by, column, rows))
        return false;
    if (decided != LOGREG__UNDECIDED)
        found->how = LOGREG__FOLLOWS_LEVELS;
    return true;
}
