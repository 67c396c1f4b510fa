#include "data/settled.h"

#include <stdint.h>
#include <string.h>

#include "base/memory.h"
#include "base/number.h"
#include "data/column.h"

/* A quiet NaN that no arithmetic makes. */
#define STRAY 0x7ff80000000007a9u

double logreg__stray(void)
{
    const uint64_t bits = STRAY;
    double x;
    memcpy(&x, &bits, sizeof x);
    return x;
}

bool logreg__is_stray(double x)
{
    uint64_t bits;
    memcpy(&bits, &x, sizeof bits);
    return bits == STRAY;
}

static void forget_doubt(logreg__column *c)
{
    free(c->doubt);
    free(c->doubted);
    c->doubt = NULL;
    c->doubted = NULL;
    c->ways = 0;
    c->faulty = false;
}

/* Is the doubt whether it is numbers, rather than ticks or cells that were merged? */
static bool may_be_numbers(const logreg__column *c)
{
    return c->kind == LOGREG_CATEGORY && c->doubt && !c->insisted && !c->sparse && !c->beside && !c->ticks;
}

/* The numbers of the levels that have rows; *all: every such level is one, and there is one. NULL: memory is out. */
static double *read_levels(bool *all, const logreg__column *c, size_t n, char decimal)
{
    size_t *count = logreg__column_tally(c, n), numbers = 0;
    double *value = logreg__new(c->n_levels, sizeof *value);
    *all = count && value;
    for (size_t l = 0; *all && l < c->n_levels; l++) {
        *all = !count[l] || logreg__number_parse(&value[l], c->levels[l], strlen(c->levels[l]), decimal);
        numbers += count[l] != 0;
    }
    *all = *all && numbers;
    if (!count) {
        free(value);
        value = NULL;
    }
    free(count);
    return value;
}

/* What is said of the column as one of texts goes; what is known of it whatever it holds stays. */
static void become(logreg__column *c, logreg__column *numbers, size_t n)
{
    numbers->name = c->name;
    numbers->n_na = c->n_na;
    numbers->has_empty = c->has_empty;
    numbers->spared = c->spared;
    numbers->unnamed = c->unnamed;
    numbers->indicates = c->indicates;
    numbers->aside = c->aside;
    numbers->n_left_out = c->n_left_out;
    c->name = NULL;
    logreg__column_clear(c, n);
    *c = *numbers;
}

static bool make_numbers(logreg__column *c, const double *value, size_t n)
{
    logreg__filling filling;
    logreg__column numbers;
    logreg__filling_start(&filling, LOGREG_NUMERIC);
    bool ok = true;
    for (size_t r = 0; r < n && ok; r++) {
        uint32_t code = logreg__column_code(c, r);
        ok = logreg__filling_number(&filling, code == LOGREG__MISSING ? (double)NAN : value[code]);
    }
    ok = ok && logreg__filling_finish(&filling, &numbers, '\0');
    if (ok)
        become(c, &numbers, n);
    logreg__filling_clear(&filling);
    return ok;
}

bool logreg__settle(logreg__column *c, size_t n, char decimal)
{
    if (c->faulty && !c->n_strays)
        forget_doubt(c);
    if (!may_be_numbers(c))
        return true;
    bool all;
    double *value = read_levels(&all, c, n, decimal);
    bool ok = value && (!all || make_numbers(c, value, n));
    free(value);
    return ok;
}
