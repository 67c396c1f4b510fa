#include "model/suspicions/matching.h"

#include <math.h>

#include "base/memory.h"
#include "data/role.h"

enum {
    FEWEST_SETS = 10,
    LARGEST = 11, /* rows of a set: ten controls */
    SPAN = 16     /* numbers from least to largest, for a row */
};

/* Sets that are as most are: the others have lost rows. By chance so many would not be, by as many standard deviations. */
#define SHARE 0.75
#define CHANCE 4

typedef struct {
    uint32_t rows, events;
} set;

/* Counts each number's rows and events; returns all rows, 0 where a number is not whole. */
static size_t count(set *sets, size_t *events, const logreg__classed *c, const logreg__column *column,
                    double min)
{
    size_t n = 0;
    for (size_t i = 0; i < c->rows; i++) {
        double x = logreg__column_number(column, i);
        if (isnan(x) || isnan(c->y[i]))
            continue;
        if (x != floor(x))
            return 0;
        set *s = &sets[(size_t)(x - min)];
        s->rows++;
        s->events += c->y[i] == 1;
        *events += c->y[i] == 1;
        n++;
    }
    return n;
}

/* Would chance, with this share of events, make so many sets of one kind? */
static bool by_chance(const logreg__matching *m, double share)
{
    double rows = (double)(m->events + m->others), e = (double)m->events, sets = (double)m->sets;
    double p = pow(share, e) * pow(1 - share, rows - e);
    for (size_t k = 1; k <= m->events; k++)
        p *= (rows - e + (double)k) / (double)k;
    return ((double)m->alike - p * sets) <= CHANCE * sqrt(p * (1 - p) * sets);
}

/* The commonest kind of set that has both classes. */
static void find_commonest(logreg__matching *m, const set *sets, size_t span)
{
    size_t kind[LARGEST + 1][LARGEST + 1] = {{0}};
    *m = (logreg__matching){0};
    for (size_t k = 0; k < span; k++) {
        m->sets += sets[k].rows > 0;
        if (sets[k].rows > LARGEST || !sets[k].events || sets[k].events == sets[k].rows)
            continue;
        size_t alike = ++kind[sets[k].rows][sets[k].events];
        if (alike > m->alike) {
            m->alike = alike;
            m->events = sets[k].events;
            m->others = sets[k].rows - sets[k].events;
        }
    }
}

bool logreg__matching_possible(size_t rows, double min, double max)
{
    return rows <= LOGREG__MATCHING_ROWS && min == floor(min) && max - min + 1 >= FEWEST_SETS &&
           max - min < (double)(SPAN * rows) && (max - min + 1) * LARGEST >= (double)rows / 2;
}

bool logreg__matching_find(logreg__matching *m, const logreg__classed *c, const logreg__column *column,
                           double min, double max)
{
    size_t events = 0;
    bool two = c->response->n_classes == 2 && !c->response->grouped && !logreg__named_time(column->name);
    if (!two || column->kind != LOGREG_NUMERIC || !logreg__matching_possible(c->rows, min, max))
        return false;
    size_t span = (size_t)(max - min) + 1;
    set *sets = logreg__new(span, sizeof *sets);
    size_t n = sets ? count(sets, &events, c, column, min) : 0;
    if (n)
        find_commonest(m, sets, span);
    free(sets);
    return n && m->sets >= FEWEST_SETS && (double)m->alike >= SHARE * (double)m->sets &&
           !by_chance(m, (double)events / (double)n);
}
