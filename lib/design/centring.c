/* Products of numbers far from 0 are nearly combinations of their factors, and rounding eats what is not: so they are made of
 * centred factors. (a - m_a)(b - m_b) = ab - m_b a - m_a b + m_a m_b: where the model has a, b and a constant, this changes its
 * coefficients and nothing else, and the shifts tell how. Equation (25) of docs/mathematics.md. */
#include "design/centring.h"

#include "base/error.h"
#include "base/memory.h"

/* A column of the term, with the variables in `out`, numbers, replaced by minus their centres. */
static bool express_part(logreg__centring *c, const logreg__term *t, size_t column, unsigned out)
{
    const logreg__design *d = c->d;
    logreg__parts m = {0};
    logreg__dd coefficient = {1, 0};
    for (size_t i = 0; i < t->n; i++) {
        size_t part = logreg__term_part(d->terms, t, column, i);
        if (out >> i & 1) {
            double centre = d->origin[c->first[t->variable[i]] + part];
            coefficient = logreg__dd_multiply(coefficient, (logreg__dd){-centre, 0});
            continue;
        }
        size_t level = logreg__term_level(d->terms, t, column, i);
        m.variable[m.n] = t->variable[i];
        m.level[m.n] = level != SIZE_MAX;
        m.part[m.n++] = level != SIZE_MAX ? level : part;
    }
    return coefficient.hi == 0 || logreg__centring_express(c, &m, coefficient);
}

/* Whether the term can be made with the numbers of `chosen` centred: its shifts are then there. */
static bool centre_numbers(logreg__centring *c, const logreg__term *t, unsigned chosen)
{
    size_t before = c->d->n_shifts;
    bool ok = true;
    c->numbers = logreg__count_numbers(c->d->terms, t);
    for (size_t column = 0; ok && column < t->n_columns; column++) {
        c->from = c->fold[t->first + column];
        for (unsigned out = chosen; ok && out && c->from != SIZE_MAX; out = (out - 1) & chosen)
            ok = express_part(c, t, column, out);
    }
    if (!ok)
        c->d->n_shifts = before;
    return ok;
}

/* The numbers of the term that have a centre. */
static unsigned centred_numbers(const logreg__centring *c, const logreg__term *t)
{
    unsigned numbers = 0;
    for (size_t i = 0; i < t->n; i++) {
        const logreg__variable *v = &c->d->terms->variable[t->variable[i]];
        bool any = false;
        for (size_t k = 0; logreg__is_number(v) && k < logreg__variable_width(v, false); k++)
            any |= c->d->origin[c->first[t->variable[i]] + k] != 0;
        numbers |= (unsigned)any << i;
    }
    return numbers;
}

/* Centres all of the recipe's numbers, or else those that can be. */
static void centre_recipe(logreg__centring *c, logreg__recipe *r)
{
    const logreg__term *t = r->term;
    unsigned all = centred_numbers(c, t), chosen = all;
    if (!all)
        return;
    if (!centre_numbers(c, t, all)) {
        chosen = 0;
        size_t before = c->d->n_shifts;
        for (unsigned one = 1; one <= all && !c->no_memory; one <<= 1) {
            c->d->n_shifts = before;
            if ((all & one) && centre_numbers(c, t, chosen | one))
                chosen |= one;
        }
        c->d->n_shifts = before;
        if (chosen && !c->no_memory)
            centre_numbers(c, t, chosen);
    }
    for (size_t i = 0, k = 0; i < t->n; i++) {
        if (logreg__variable_scatters(&c->d->terms->variable[t->variable[i]], t->full[i]))
            continue;
        if (chosen >> i & 1)
            r->number[k].origin = c->d->origin + c->first[t->variable[i]];
        k++;
    }
}

/* Room for centres, and the places of the model's columns; the widest number. */
static bool prepare(logreg__centring *c, size_t *width)
{
    const logreg__design *d = c->d;
    const logreg__terms *terms = d->terms;
    c->fold = logreg__new_raw(terms->n_columns, sizeof *c->fold);
    c->first = logreg__new_raw(terms->n_variables, sizeof *c->first);
    if (!c->fold || !c->first)
        return false;
    memset(c->fold, 0xff, terms->n_columns * sizeof *c->fold);
    for (size_t j = 0; j < d->p; j++)
        c->fold[d->column[j]] = j;
    size_t numbers = 0;
    *width = 1;
    for (size_t v = 0; v < terms->n_variables; v++) {
        size_t columns =
            logreg__is_number(&terms->variable[v]) ? logreg__variable_width(&terms->variable[v], false) : 0;
        c->first[v] = numbers;
        numbers += columns;
        *width = columns > *width ? columns : *width;
    }
    c->d->origin = logreg__new(numbers, sizeof(double));
    return c->d->origin;
}

/* Fewer numbers first, and those to one column together. */
static int in_order(const void *a, const void *b)
{
    const logreg__shift *x = a, *y = b;
    if (x->numbers != y->numbers)
        return x->numbers < y->numbers ? -1 : 1;
    return x->to != y->to ? (x->to < y->to ? -1 : 1) : (x->from > y->from) - (x->from < y->from);
}

logreg_status logreg__design_centre(logreg__design *d, logreg_error *err)
{
    bool any = false;
    for (size_t i = 0; i < d->n_recipes; i++)
        any |= d->recipe[i].n_numbers && logreg__to_centre(d, d->recipe[i].term);
    if (!any || d->origin)
        return LOGREG_OK;
    logreg__centring c = {.d = d};
    size_t width;
    logreg_status status =
        prepare(&c, &width) ? logreg__centring_origin(&c, width, err) : logreg__fail_memory(err);
    for (size_t i = 0; !status && i < d->n_recipes && !c.no_memory; i++)
        if (logreg__to_centre(d, d->recipe[i].term))
            centre_recipe(&c, &d->recipe[i]);
    if (!status && c.no_memory)
        status = logreg__fail_memory(err);
    if (d->n_shifts)
        qsort(d->shift, d->n_shifts, sizeof *d->shift, in_order);
    free(c.fold);
    free(c.first);
    return status;
}
