/* Numbers that are codes: each tells the class, but in no order (4, 5 and 8 are of the one, 0, 11 and 13 of the
 * other). */
#include <math.h>
#include <stdlib.h>

#include "base/memory.h"
#include "model/suspicions/leak.h"

/* Rows in doubt of the rarer of two classes: an order with as many has an AUC of LOGREG__LEAK_AUC. */
#define DOUBT (2 * (1 - LOGREG__LEAK_AUC))

enum { MOST = 20, FEWEST = 3, FIRST = 128, STRETCH = 256 };

/* Values in the order in which they are met. */
typedef struct {
    double value[MOST];
    size_t n;
} codes;

/* The place of x among them, where it is a whole number and there is room; MOST: there is none. */
static size_t place_of(codes *c, double x)
{
    size_t k = 0;
    while (k < c->n && c->value[k] != x)
        k++;
    if (k == c->n && k < MOST && x == floor(x))
        c->value[c->n++] = x;
    return k < c->n ? k : MOST;
}

bool logreg__leak_codes_possible(const logreg__column *column, size_t rows)
{
    codes c = {.n = 0};
    for (size_t i = 0; i < rows && i < FIRST; i++) {
        double x = logreg__column_number(column, i);
        if (!isnan(x) && place_of(&c, x) == MOST)
            return false;
    }
    return c.n >= FEWEST;
}

/* Rows that are not of the class that most rows of their code have. More rows make them no fewer. */
static double wrong_ones(const logreg__tally *t)
{
    double wrong = 0, rows;
    for (size_t l = 0; l < t->n_levels; l++) {
        size_t k = logreg__tally_majority(t, l, &rows);
        wrong += rows - t->count[l * t->n_classes + k];
    }
    return wrong;
}

bool logreg__leak_by_codes(bool *found, logreg__leak *leak, const logreg__classed *classed,
                           const logreg__column *column)
{
    codes c = {.n = 0};
    logreg__tally t = {.n_levels = MOST, .n_classes = classed->response->n_classes};
    double allowed = DOUBT * classed->response->n_obs;
    t.count = logreg__new(t.n_levels * t.n_classes, sizeof *t.count);
    *found = t.count;
    for (size_t i = 0; i < classed->rows && *found; i++) {
        double x = logreg__column_number(column, i);
        size_t k = isnan(x) ? MOST : place_of(&c, x);
        if (k < MOST)
            logreg__tally_add(&t, classed, k, i);
        *found = (k < MOST || isnan(x)) && ((i + 1) % STRETCH || wrong_ones(&t) <= allowed);
    }
    *found = *found && c.n >= FEWEST && logreg__leak_by_levels(leak, &t, classed->response, DOUBT);
    free(t.count);
    return t.count;
}
