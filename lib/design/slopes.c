#include "design/slopes.h"

#include <string.h>

#include "design/derive.h"
#include "design/recipe.h"

/* A number of a product in the rows of a block, and how it moves. */
typedef struct {
    double *value, *slope;
} pair;

/* ---- What is made of columns ---- */

/* Work of one variable: the expression's stacks, its value and slope, and the basis's own. */
static size_t derived_work(const logreg__derived *d)
{
    if (!d->input)
        return 0;
    size_t values = (2 * d->input->depth + 2) * LOGREG__BLOCK_ROWS;
    return values + logreg__basis_work(&d->variable->made->basis);
}

static void derive(pair to, const logreg__derived *d, const logreg__column *by, const size_t *place,
                   size_t rows, double *work)
{
    if (!d->input || logreg__variable_coded(d->variable)) { /* contrasts and conditions, which do not move */
        logreg__derived_values(to.value, d, place, rows, work);
        memset(to.slope, 0, d->width * LOGREG__BLOCK_ROWS * sizeof *to.slope);
        return;
    }
    const logreg__basis *basis = &d->variable->made->basis;
    double *stack = work + 2 * LOGREG__BLOCK_ROWS, *input = basis->kind ? work : to.value,
           *moves = basis->kind ? work + LOGREG__BLOCK_ROWS : to.slope;
    logreg__bound_slopes(input, moves, d->input, by, place, rows, stack);
    if (!basis->kind)
        return;
    basis->kind->values(to.value, LOGREG__BLOCK_ROWS, basis, input, rows, stack);
    basis->kind->slopes(to.slope, LOGREG__BLOCK_ROWS, basis, input, rows, stack);
    for (size_t k = 0; k < d->width; k++)
        for (size_t r = 0; r < rows; r++) {
            double *slope = &to.slope[k * LOGREG__BLOCK_ROWS + r];
            *slope = moves[r] == 0 ? 0 : *slope * moves[r];
        }
}

/* ---- Products ---- */

/* (u v)' = u' v + u v', over the numbers of a product. */
static void multiply(double *slope, double *value, const logreg__recipe *r, size_t product, pair made,
                     const logreg__column *by, const size_t *place, size_t rows)
{
    for (size_t i = 0; i < rows; i++) {
        value[i] = 1;
        slope[i] = 0;
    }
    for (size_t k = 0; k < r->n_numbers; k++) {
        const logreg__recipe_number *x = &r->number[k];
        size_t at = x->column ? 0 : (x->first + product / x->stride % x->count) * LOGREG__BLOCK_ROWS;
        double less = x->origin ? x->origin[product / x->stride % x->count] : 0;
        for (size_t i = 0; i < rows; i++) {
            double u = (x->column ? logreg__column_number(x->column, place[i]) : made.value[at + i]) - less;
            double moves = x->column ? x->column == by : made.slope[at + i];
            slope[i] = slope[i] * u + value[i] * moves;
            value[i] *= u;
        }
    }
}

size_t logreg__design_slopes_work(const logreg__design *d)
{
    size_t most = d->offset ? (2 * d->offset->depth + 1) * LOGREG__BLOCK_ROWS : 0;
    for (size_t i = 0; i < d->n_derived; i++) {
        size_t work = derived_work(&d->derived[i]);
        most = work > most ? work : most;
    }
    return (2 * d->n_made + 1) * LOGREG__BLOCK_ROWS + most;
}

void logreg__design_slopes(double *slope, double *offset, const logreg__design *d, const logreg__column *by,
                           size_t first, size_t rows, double *work)
{
    size_t place[LOGREG__BLOCK_ROWS], made = d->n_made * LOGREG__BLOCK_ROWS, dense = d->intercept, group = 0;
    pair all = {work, work + made};
    double *product = work + 2 * made, *rest = product + LOGREG__BLOCK_ROWS;
    logreg__rows_list(d->rows, first, rows, place);
    for (size_t i = 0, at = 0; i < d->n_derived; at += d->derived[i++].width * LOGREG__BLOCK_ROWS)
        derive((pair){all.value + at, all.slope + at}, &d->derived[i], by, place, rows, rest);
    if (d->intercept)
        memset(slope, 0, LOGREG__BLOCK_ROWS * sizeof *slope);
    for (size_t i = 0; i < d->n_recipes; i++)
        for (size_t k = 0; k < d->recipe[i].n_products; k++) {
            if (d->recipe[i].empty[k])
                continue;
            size_t column = d->recipe[i].n_categories ? d->n_dense + group++ : dense++;
            multiply(slope + column * LOGREG__BLOCK_ROWS, product, &d->recipe[i], k, all, by, place, rows);
        }
    memset(offset, 0, rows * sizeof *offset);
    if (d->offset)
        logreg__bound_slopes(rest, offset, d->offset, by, place, rows, rest + LOGREG__BLOCK_ROWS);
}
