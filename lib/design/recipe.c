#include "design/recipe.h"

#include "base/error.h"
#include "base/memory.h"

/* What a level adds to the code of a row. */
static uint32_t step_of(const logreg__recipe_category *c, uint32_t level)
{
    return !c->full && level == 0 ? LOGREG__NO_COLUMN : (level - !c->full) * c->stride;
}

uint32_t logreg__recipe_step(const logreg__recipe_category *c, size_t place)
{
    return c->step ? c->step[logreg__column_code(c->cells.column, place)]
                   : step_of(c, logreg__cells_level(&c->cells, place));
}

static logreg_status list_steps(logreg__recipe_category *c, logreg_error *err)
{
    if (!c->cells.map)
        return LOGREG_OK;
    size_t levels = c->cells.column->n_levels;
    c->step = logreg__new_raw(levels, sizeof *c->step);
    if (!c->step)
        return logreg__fail_memory(err);
    for (size_t l = 0; l < levels; l++)
        c->step[l] = c->cells.map[l] == LOGREG__NO_LEVEL ? LOGREG__NO_COLUMN : step_of(c, c->cells.map[l]);
    return LOGREG_OK;
}

/* The term's variables, numbers with their products' strides and categories with their codes'. */
logreg_status logreg__recipe_make(logreg__recipe *r, const logreg__design *d, const logreg__term *term,
                                  logreg_error *err)
{
    r->term = term;
    r->number = logreg__new(term->n, sizeof *r->number);
    r->category = logreg__new(term->n, sizeof *r->category);
    if (!r->number || !r->category)
        return logreg__fail_memory(err);
    r->n_products = r->n_codes = 1;
    size_t factor = 1;
    logreg_status status = LOGREG_OK;
    for (size_t i = 0; status == LOGREG_OK && i < term->n; i++) {
        const logreg__variable *v = &d->terms->variable[term->variable[i]];
        size_t width = logreg__variable_width(v, term->full[i]);
        if (logreg__variable_scatters(v, term->full[i])) {
            logreg__recipe_category *c = &r->category[r->n_categories++];
            *c = (logreg__recipe_category){
                .full = term->full[i], .stride = (uint32_t)r->n_codes, .factor = factor, .count = width};
            status = logreg__cells_bind(&c->cells, v, d->frame, d->rows, err);
            if (status == LOGREG_OK)
                status = list_steps(c, err);
            r->n_codes *= width;
        } else {
            logreg__recipe_number *x = &r->number[r->n_numbers++];
            *x = (logreg__recipe_number){.factor = factor, .count = width, .stride = r->n_products};
            if (v->made || v->coding) /* of a condition the second is wanted alone: TRUE */
                x->first = d->first_derived[term->variable[i]] +
                           (logreg__variable_coded(v) && v->made && !term->full[i]);
            else
                status = logreg__cells_column(&x->column, v, d->frame, err);
            r->n_products *= width;
        }
        factor *= width;
    }
    return status;
}

void logreg__recipe_clear(logreg__recipe *r)
{
    for (size_t i = 0; r->category && i < r->n_categories; i++) {
        logreg__cells_clear(&r->category[i].cells);
        free(r->category[i].step);
    }
    free(r->category);
    free(r->number);
    free(r->renumber);
    free(r->empty);
    free(r->whole);
}

/* The product and the code of a column of the term. */
static void split_column(size_t *product, size_t *code, const logreg__recipe *r, size_t column)
{
    *product = *code = 0;
    for (size_t i = 0; i < r->n_numbers; i++)
        *product += column / r->number[i].factor % r->number[i].count * r->number[i].stride;
    for (size_t i = 0; i < r->n_categories; i++)
        *code += column / r->category[i].factor % r->category[i].count * r->category[i].stride;
}

/* Gives the columns of a term, or those of them that are kept, their places in fold order. */
logreg_status logreg__recipe_place(logreg__design *d, logreg__recipe *r, const logreg__term *term,
                                   const unsigned char *drop, logreg_error *err)
{
    size_t *column = logreg__new_raw(term->n_columns, sizeof *column);
    r->renumber = logreg__new_raw(term->n_columns, sizeof *r->renumber);
    r->empty = logreg__new_raw(r->n_products, sizeof *r->empty);
    r->whole = logreg__new_raw(r->n_products, sizeof *r->whole);
    if (!column || !r->renumber || !r->empty || !r->whole) {
        free(column);
        return logreg__fail_memory(err);
    }
    for (size_t c = 0; c < term->n_columns; c++) {
        size_t product, code;
        split_column(&product, &code, r, c);
        column[product * r->n_codes + code] = term->first + c;
    }
    for (size_t product = 0; product < r->n_products; product++) {
        size_t kept = 0;
        for (size_t code = 0; code < r->n_codes; code++) {
            size_t at = product * r->n_codes + code;
            bool keep = !(drop && drop[column[at]]);
            r->renumber[at] = keep ? (uint32_t)kept : LOGREG__NO_COLUMN;
            if (keep)
                d->column[d->p + kept++] = column[at];
        }
        r->empty[product] = kept == 0;
        r->whole[product] = kept == r->n_codes;
        if (kept && r->n_categories)
            d->group[d->n_groups++] =
                (logreg__group){.first = d->p, .count = kept, .numbers = r->n_numbers > 0};
        else if (kept)
            d->n_dense++;
        d->p += kept;
    }
    free(column);
    return LOGREG_OK;
}
