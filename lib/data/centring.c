/* Products of numbers far from 0 are nearly combinations of their factors, and rounding eats what is not: so they are made of
 * centred factors. (a - m_a)(b - m_b) = ab - m_b a - m_a b + m_a m_b: where the model has a, b and a constant, this changes its
 * coefficients and nothing else, and the shifts tell how. Equation (25) of docs/mathematics.md.
 *
 * A column is a product of parts: of each number one column, of each category one level (or contrast). What is left where
 * numbers are taken out is expressed in columns of the model: by the term of the same variables; a level without a column of
 * its own is all of them less the others; and what has no term may be the sum over the levels of one that has a category more.
 */
#include <math.h>

#include "base/dd.h"
#include "base/error.h"
#include "base/memory.h"
#include "data/derive.h"
#include "data/recipe.h"

/* Variables of a product; larger ones stay as they are. */
#define MOST 12

/* Blocks that the centre is found from: it need not be the mean, only near. */
#define SAMPLE 64

typedef struct {
    size_t n, variable[MOST], part[MOST];
    bool level[MOST]; /* the part is a level of a category, counted from 0 */
} product;

typedef struct {
    logreg__design *d;
    size_t *fold;  /* [columns] place of a model column; SIZE_MAX: dropped */
    size_t *first; /* [variables] in d->origin */
    size_t room;   /* of d->shift */
    size_t from;
    bool no_memory;
} centring;

/* ---- Centres ----------------------------------------------------------------------------------------------- */

static bool is_number(const logreg__variable *v)
{
    return v->made || v->kind == LOGREG_NUMERIC;
}

/* Sums of x - x_0 and its square; x_0 first. */
typedef struct {
    double start, sum, square;
    size_t n;
} spread;

static void add_values(spread *s, const double *x, size_t rows)
{
    if (!s->n)
        s->start = x[0];
    for (size_t r = 0; r < rows; r++) {
        s->sum += x[r] - s->start;
        s->square += (x[r] - s->start) * (x[r] - s->start);
    }
    s->n += rows;
}

/* The mean, rounded to so few digits that products of centres stay exact; 0 where it is not far from 0. */
static double centre(const spread *s)
{
    double n = (double)s->n, mean = s->start + s->sum / n;
    double deviation = sqrt(fmax(s->square / n - (s->sum / n) * (s->sum / n), 0));
    if (!(deviation > 0) || !isfinite(mean) || fabs(mean) <= deviation)
        return 0;
    int unit = ilogb(deviation);
    return ldexp(rint(ldexp(mean, -unit)), unit);
}

/* The values of a recipe's number in a block, `count` columns of it. */
static const double *number_values(const logreg__design *d, const logreg__recipe_number *x, size_t variable,
                                   const size_t *place, size_t rows, double *value, double *work)
{
    for (size_t i = 0; !x->column && i < d->n_derived; i++)
        if (d->derived[i].variable == &d->terms->variable[variable])
            logreg__derived_values(value, &d->derived[i], place, rows, work);
    for (size_t r = 0; x->column && r < rows; r++)
        value[r] = logreg__column_number(x->column, place[r]);
    return value;
}

/* Finds the centres of a number; value and work are room for it. */
static void find_centres(double *origin, const logreg__design *d, const logreg__recipe_number *x,
                         size_t variable, spread *of, double *value, double *work)
{
    size_t place[LOGREG__BLOCK_ROWS], blocks = (d->n + LOGREG__BLOCK_ROWS - 1) / LOGREG__BLOCK_ROWS;
    size_t used = blocks < SAMPLE ? blocks : SAMPLE;
    memset(of, 0, x->count * sizeof *of);
    for (size_t i = 0; i < used; i++) {
        size_t first = i * blocks / used * LOGREG__BLOCK_ROWS;
        size_t rows = d->n - first < LOGREG__BLOCK_ROWS ? d->n - first : LOGREG__BLOCK_ROWS;
        logreg__rows_list(d->rows, first, rows, place);
        number_values(d, x, variable, place, rows, value, work);
        for (size_t k = 0; k < x->count; k++)
            add_values(&of[k], value + k * LOGREG__BLOCK_ROWS, rows);
    }
    for (size_t k = 0; k < x->count; k++)
        origin[k] = centre(&of[k]);
}

/* ---- What a product is in columns of the model -------------------------------------------------------------- */

static size_t place_of(const product *m, size_t variable)
{
    for (size_t i = 0; i < m->n; i++)
        if (m->variable[i] == variable)
            return i;
    return SIZE_MAX;
}

/* Whether the term has the product's variables, and beyond them at most categories that are coded by all levels. */
static bool covers(const logreg__terms *terms, const logreg__term *t, const product *m)
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

static const logreg__term *term_of(const logreg__terms *terms, const product *m)
{
    const logreg__term *found = NULL;
    for (size_t i = 0; i < terms->n_terms; i++) {
        const logreg__term *t = &terms->term[i];
        if (t->n < m->n || t->n > MOST || (found && t->n > m->n) || !covers(terms, t, m))
            continue;
        found = t;
        if (t->n == m->n)
            return t;
    }
    return found;
}

static bool add_shift(centring *c, size_t column, size_t numbers, logreg__dd coefficient)
{
    logreg__design *d = c->d;
    if (c->fold[column] == SIZE_MAX)
        return false;
    if (!logreg__grow(&d->shift, &c->room, d->n_shifts + 1, sizeof *d->shift)) {
        c->no_memory = true;
        return false;
    }
    d->shift[d->n_shifts++] =
        (logreg__shift){c->fold[column], c->from, numbers, coefficient.hi, coefficient.lo};
    return true;
}

static bool express(centring *c, const product *m, logreg__dd coefficient);

/* The sum over levels `first` and later of the product with each in place at. */
static bool express_levels(centring *c, product *m, size_t at, size_t first, size_t levels,
                           logreg__dd coefficient)
{
    bool ok = true;
    for (size_t l = first; ok && l < levels; l++) {
        m->part[at] = l;
        ok = express(c, m, coefficient);
    }
    return ok;
}

/* The level that has no column: all rows less those of the other levels. */
static bool express_reference(centring *c, const product *m, size_t at, size_t levels, logreg__dd coefficient)
{
    product without = *m, other = *m;
    without.n--;
    for (size_t i = at; i < without.n; i++) {
        without.variable[i] = m->variable[i + 1];
        without.part[i] = m->part[i + 1];
        without.level[i] = m->level[i + 1];
    }
    return express(c, &without, coefficient) &&
           express_levels(c, &other, at, 1, levels, logreg__dd_negate(coefficient));
}

/* Adds shifts to the columns whose sum is coefficient times the product; false: the model has none such. */
static bool express(centring *c, const product *m, logreg__dd coefficient)
{
    const logreg__terms *terms = c->d->terms;
    if (!m->n && terms->intercept)
        return add_shift(c, 0, 0, coefficient);
    const logreg__term *t = term_of(terms, m);
    size_t column = 0, stride = 1, numbers = 0;
    for (size_t i = 0; t && i < t->n; i++) {
        const logreg__variable *v = &terms->variable[t->variable[i]];
        size_t at = place_of(m, t->variable[i]);
        bool scatters = logreg__variable_scatters(v, t->full[i]);
        numbers += is_number(v);
        if (at == SIZE_MAX) {
            product more = *m;
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

/* ---- Terms ------------------------------------------------------------------------------------------------- */

/* A column of the term, with the variables in `out`, numbers, replaced by minus their centres. */
static bool express_part(centring *c, const logreg__term *t, size_t column, unsigned out)
{
    const logreg__design *d = c->d;
    product m = {0};
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
    return coefficient.hi == 0 || express(c, &m, coefficient);
}

/* Whether the term can be made with the numbers of `chosen` centred: its shifts are then there. */
static bool centre_numbers(centring *c, const logreg__term *t, unsigned chosen)
{
    size_t before = c->d->n_shifts;
    bool ok = true;
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
static unsigned centred_numbers(const centring *c, const logreg__term *t)
{
    unsigned numbers = 0;
    for (size_t i = 0; i < t->n; i++) {
        const logreg__variable *v = &c->d->terms->variable[t->variable[i]];
        bool any = false;
        for (size_t k = 0; is_number(v) && k < logreg__variable_width(v, false); k++)
            any |= c->d->origin[c->first[t->variable[i]] + k] != 0;
        numbers |= (unsigned)any << i;
    }
    return numbers;
}

/* Centres all of the recipe's numbers, or else those that can be. */
static void centre_recipe(centring *c, logreg__recipe *r)
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

/* A column that stands alone is centred by the problem, where there is an intercept. */
static bool to_centre(const logreg__design *d, const logreg__term *t)
{
    return t->n <= MOST && (t->n > 1 || !d->intercept);
}

/* ---- All of it --------------------------------------------------------------------------------------------- */

/* Finds the centres of all numbers that are to have one. */
static logreg_status find_origin(centring *c, size_t width, logreg_error *err)
{
    logreg__design *d = c->d;
    double *value = logreg__new_raw(width, LOGREG__BLOCK_ROWS * sizeof *value);
    double *work = logreg__new_raw(d->work, sizeof *work);
    spread *of = logreg__new_raw(width, sizeof *of);
    bool *done = logreg__new(d->terms->n_variables, sizeof *done), ok = value && work && of && done;
    for (size_t i = 0; ok && i < d->n_recipes; i++) {
        const logreg__term *t = d->recipe[i].term;
        for (size_t j = 0, k = 0; to_centre(d, t) && j < t->n; j++) {
            size_t variable = t->variable[j];
            const logreg__variable *v = &d->terms->variable[variable];
            if (logreg__variable_scatters(v, t->full[j]))
                continue;
            if (is_number(v) && !done[variable])
                find_centres(d->origin + c->first[variable], d, &d->recipe[i].number[k], variable, of, value,
                             work);
            done[variable] = true;
            k++;
        }
    }
    free(value);
    free(work);
    free(of);
    free(done);
    return ok ? LOGREG_OK : logreg__fail_memory(err);
}

/* Room for centres, and the places of the model's columns; the widest number. */
static bool prepare(centring *c, size_t *width)
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
            is_number(&terms->variable[v]) ? logreg__variable_width(&terms->variable[v], false) : 0;
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
        any |= d->recipe[i].n_numbers && to_centre(d, d->recipe[i].term);
    if (!any || d->origin)
        return LOGREG_OK;
    centring c = {.d = d};
    size_t width;
    logreg_status status = prepare(&c, &width) ? find_origin(&c, width, err) : logreg__fail_memory(err);
    for (size_t i = 0; !status && i < d->n_recipes && !c.no_memory; i++)
        if (to_centre(d, d->recipe[i].term))
            centre_recipe(&c, &d->recipe[i]);
    if (!status && c.no_memory)
        status = logreg__fail_memory(err);
    if (d->n_shifts)
        qsort(d->shift, d->n_shifts, sizeof *d->shift, in_order);
    free(c.fold);
    free(c.first);
    return status;
}
