/* What a product is in columns of the model: it is found in the term of the same variables; a level without a column of its own
 * is all of them less the others; and what has no term may be the sum over the levels of one that has a category more. */
#include "base/memory.h"
#include "design/centring.h"

static size_t place_of(const logreg__parts *m, size_t variable)
{
    for (size_t i = 0; i < m->n; i++)
        if (m->variable[i] == variable)
            return i;
    return SIZE_MAX;
}

/* Whether the term has the product's variables, and beyond them at most categories that are coded by all levels. */
static bool covers(const logreg__terms *terms, const logreg__term *t, const logreg__parts *m)
{
    size_t extra = 0;
    for (size_t i = 0; i < t->n; i++) {
        bool there = place_of(m, t->variable[i]) != SIZE_MAX;
        if (!there && !(t->full[i] && terms->variable[t->variable[i]].kind == LOGREG_CATEGORY))
            return false;
        extra += !there;
    }
    return t->n - extra == m->n;
}

static const logreg__term *term_of(const logreg__terms *terms, const logreg__parts *m)
{
    const logreg__term *found = NULL;
    for (size_t i = 0; i < terms->n_terms; i++) {
        const logreg__term *t = &terms->term[i];
        if (t->n < m->n || t->n > LOGREG__CENTRED_VARIABLES || (found && t->n > m->n) || !covers(terms, t, m))
            continue;
        found = t;
        if (t->n == m->n)
            return t;
    }
    return found;
}

size_t logreg__count_numbers(const logreg__terms *terms, const logreg__term *t)
{
    size_t n = 0;
    for (size_t i = 0; i < t->n; i++)
        n += logreg__is_number(&terms->variable[t->variable[i]]);
    return n;
}

/* Numbers that a model column is a product of. */
static size_t numbers_of(const logreg__terms *terms, size_t column)
{
    for (size_t i = 0; i < terms->n_terms; i++)
        if (column >= terms->term[i].first && column < terms->term[i].first + terms->term[i].n_columns)
            return logreg__count_numbers(terms, &terms->term[i]);
    return 0;
}

static bool add_shift(logreg__centring *c, size_t column, size_t numbers, logreg__dd coefficient);

/* For a column that the design leaves out: shifts to what it is made of. What changes a column must be of more numbers. */
static bool add_makings(logreg__centring *c, size_t column, logreg__dd coefficient)
{
    const logreg__makings *m = c->d->makings ? &c->d->makings[column] : NULL;
    bool ok = m && m->column;
    for (size_t i = 0; ok && i < m->n; i++) {
        size_t numbers = numbers_of(c->d->terms, m->column[i]);
        logreg__dd part = logreg__dd_multiply(coefficient, (logreg__dd){m->multiplier[i], 0});
        ok = numbers < c->numbers && c->fold[m->column[i]] != SIZE_MAX &&
             add_shift(c, m->column[i], numbers, part);
    }
    return ok;
}

static bool add_shift(logreg__centring *c, size_t column, size_t numbers, logreg__dd coefficient)
{
    logreg__design *d = c->d;
    if (c->fold[column] == SIZE_MAX)
        return add_makings(c, column, coefficient);
    if (!logreg__grow(&d->shift, &c->room, d->n_shifts + 1, sizeof *d->shift)) {
        c->no_memory = true;
        return false;
    }
    d->shift[d->n_shifts++] =
        (logreg__shift){c->fold[column], c->from, numbers, coefficient.hi, coefficient.lo};
    return true;
}

/* The sum over levels `first` and later of the product with each in place at. */
static bool express_levels(logreg__centring *c, logreg__parts *m, size_t at, size_t first, size_t levels,
                           logreg__dd coefficient)
{
    bool ok = true;
    for (size_t l = first; ok && l < levels; l++) {
        m->part[at] = l;
        ok = logreg__centring_express(c, m, coefficient);
    }
    return ok;
}

/* The level that has no column: all rows less those of the other levels. */
static bool express_reference(logreg__centring *c, const logreg__parts *m, size_t at, size_t levels,
                              logreg__dd coefficient)
{
    logreg__parts without = *m, other = *m;
    without.n--;
    for (size_t i = at; i < without.n; i++) {
        without.variable[i] = m->variable[i + 1];
        without.part[i] = m->part[i + 1];
        without.level[i] = m->level[i + 1];
    }
    return logreg__centring_express(c, &without, coefficient) &&
           express_levels(c, &other, at, 1, levels, logreg__dd_negate(coefficient));
}

bool logreg__centring_express(logreg__centring *c, const logreg__parts *m, logreg__dd coefficient)
{
    const logreg__terms *terms = c->d->terms;
    if (!m->n && terms->intercept)
        return add_shift(c, 0, 0, coefficient);
    const logreg__term *t = term_of(terms, m);
    size_t column = 0, stride = 1, numbers = 0;
    for (size_t i = 0; t && i < t->n; i++) {
        const logreg__variable *v = &terms->variable[t->variable[i]];
        size_t at = place_of(m, t->variable[i]);
        bool scatters = logreg__variable_scatters(v, t->full[i]) || (v->made && logreg__variable_coded(v));
        numbers += logreg__is_number(v);
        if (at == SIZE_MAX) {
            logreg__parts more = *m;
            more.variable[more.n] = t->variable[i];
            more.level[more.n++] = true;
            return express_levels(c, &more, m->n, 0, v->n_levels, coefficient);
        }
        if (m->level[at] != scatters)
            return false;
        if (scatters && !t->full[i] && m->part[at] == 0)
            return express_reference(c, m, at, v->n_levels, coefficient);
        column += (m->part[at] - (scatters && !t->full[i])) * stride;
        stride *= logreg__variable_width(v, t->full[i]);
    }
    return t && add_shift(c, t->first + column, numbers, coefficient);
}
