/* A design bound to a frame. */
#include "design/design.h"

#include "base/error.h"
#include "base/memory.h"
#include "data/sparse.h"
#include "design/derive.h"
#include "design/recipe.h"
#include "design/scratch.h"
#include "design/sparse_columns.h"

static bool all_dropped(const logreg__term *term, const unsigned char *drop)
{
    size_t dropped = 0;
    for (size_t c = 0; drop && c < term->n_columns; c++)
        dropped += drop[term->first + c];
    return dropped == term->n_columns;
}

static bool has_codes(const logreg__design *d, const logreg__term *term)
{
    for (size_t i = 0; i < term->n; i++)
        if (logreg__variable_scatters(&d->terms->variable[term->variable[i]], term->full[i]))
            return true;
    return false;
}

/* Makes the terms with categories, or those without. */
static logreg_status make_terms(logreg__design *d, bool categories, const unsigned char *drop,
                                logreg_error *err)
{
    logreg_status status = LOGREG_OK;
    for (size_t t = 0; status == LOGREG_OK && t < d->terms->n_terms; t++) {
        const logreg__term *term = &d->terms->term[t];
        if (all_dropped(term, drop) || has_codes(d, term) != categories)
            continue;
        logreg__recipe *r = &d->recipe[d->n_recipes++];
        status = logreg__recipe_make(r, d, term, err);
        if (status == LOGREG_OK)
            status = logreg__recipe_place(d, r, term, drop, err);
    }
    return status;
}

/* Binds the variables that have to be derived in some term that is kept. */
static logreg_status bind_derived(logreg__design *d, const unsigned char *drop, logreg_error *err)
{
    for (size_t v = 0; v < d->terms->n_variables; v++)
        d->first_derived[v] = SIZE_MAX;
    logreg_status status = LOGREG_OK;
    for (size_t t = 0; t < d->terms->n_terms; t++) {
        const logreg__term *term = &d->terms->term[t];
        for (size_t i = 0; status == LOGREG_OK && i < term->n && !all_dropped(term, drop); i++) {
            const logreg__variable *v = &d->terms->variable[term->variable[i]];
            size_t *first = &d->first_derived[term->variable[i]];
            bool dense = v->made || (v->coding && !term->full[i]);
            if (!dense || *first != SIZE_MAX)
                continue;
            logreg__derived *derived = &d->derived[d->n_derived++];
            *first = d->n_made;
            status = logreg__derived_bind(derived, v, d->frame, d->rows, err);
            d->n_made += derived->width;
            size_t work = logreg__derived_work(derived);
            d->work = work > d->work ? work : d->work;
        }
    }
    return status;
}

static logreg_status bind_offset(logreg__design *d, logreg_error *err)
{
    if (!d->terms->offset)
        return LOGREG_OK;
    logreg_status status = logreg__bound_new(&d->offset, d->terms->offset, d->frame, err);
    if (status != LOGREG_OK)
        return status;
    size_t work = d->offset->depth * LOGREG__BLOCK_ROWS;
    d->work = work > d->work ? work : d->work;
    return logreg__made_check(d->offset, "offset", d->rows, err);
}

/* Arrays as large as the terms may need: a product of numbers makes a group of its own. */
static bool make_room(logreg__design *d)
{
    const logreg__terms *t = d->terms;
    size_t groups = 0;
    for (size_t i = 0; i < t->n_terms; i++)
        groups += t->term[i].n_columns;
    d->column = logreg__new(t->n_columns, sizeof *d->column);
    d->group = logreg__new(groups, sizeof *d->group);
    d->recipe = logreg__new(t->n_terms, sizeof *d->recipe);
    d->derived = logreg__new(t->n_variables, sizeof *d->derived);
    d->first_derived = logreg__new(t->n_variables, sizeof *d->first_derived);
    return d->column && d->group && d->recipe && d->derived && d->first_derived;
}

logreg_status logreg__design_new(logreg__design **out, const logreg__terms *terms, const logreg_frame *frame,
                                 const logreg__rows *rows, const logreg__response *response,
                                 const unsigned char *drop, logreg_error *err)
{
    logreg__design *d = logreg__new(1, sizeof *d);
    if (!d)
        return logreg__fail_memory(err);
    *d = (logreg__design){.n = rows->n, .frame = frame, .rows = rows, .terms = terms, .response = response};
    logreg_status status = make_room(d) ? LOGREG_OK : logreg__fail_memory(err);
    if (status == LOGREG_OK)
        status = bind_derived(d, drop, err);
    if (status == LOGREG_OK)
        status = bind_offset(d, err);
    if (status == LOGREG_OK && terms->intercept && !(drop && drop[0])) {
        d->intercept = true;
        d->column[d->p++] = 0;
        d->n_dense++;
    }
    if (status == LOGREG_OK)
        status = make_terms(d, false, drop, err);
    if (status == LOGREG_OK)
        status = make_terms(d, true, drop, err);
    if (status == LOGREG_OK && terms->n_sparse)
        status = logreg__design_sparse(d, drop, err);
    if (status == LOGREG_OK && !logreg__design_stand(d))
        status = logreg__fail_memory(err);
    if (status == LOGREG_OK)
        *out = d;
    else
        logreg__design_free(d);
    return status;
}

/* The column of the frame that a recipe's columns are, where they are one as it stands; SIZE_MAX: they are made of it, or of several. */
static size_t taken(const logreg__recipe *r, const logreg_frame *frame)
{
    bool alone = r->n_numbers == 1 && r->number[0].column && !r->number[0].origin;
    return alone ? (size_t)(r->number[0].column - frame->column) : SIZE_MAX;
}

void logreg__design_places(size_t *place, const logreg__design *d)
{
    size_t dense = d->intercept;
    for (size_t j = 0; j < d->frame->n_columns; j++)
        place[j] = SIZE_MAX;
    for (size_t i = 0; i < d->n_recipes; i++) {
        const logreg__recipe *r = &d->recipe[i];
        size_t column = taken(r, d->frame);
        for (size_t product = 0; !r->n_categories && product < r->n_products; product++) {
            if (r->empty[product])
                continue;
            if (column != SIZE_MAX && place[column] == SIZE_MAX)
                place[column] = dense;
            dense++;
        }
    }
}

void logreg__design_free(logreg__design *d)
{
    if (!d)
        return;
    for (size_t i = 0; d->recipe && i < d->n_recipes; i++)
        logreg__recipe_clear(&d->recipe[i]);
    for (size_t i = 0; d->derived && i < d->n_derived; i++)
        logreg__derived_clear(&d->derived[i]);
    logreg__bound_free(d->offset);
    logreg__sparse_free(d->own_sparse);
    free(d->standing);
    free(d->origin);
    free(d->shift);
    free(d->derived);
    free(d->first_derived);
    free(d->recipe);
    free(d->group);
    free(d->column);
    free(d);
}
