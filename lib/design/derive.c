#include "design/derive.h"

#include "base/error.h"
#include "base/memory.h"

logreg_status logreg__derived_bind(logreg__derived *d, const logreg__variable *variable,
                                   const logreg_frame *frame, const logreg__rows *rows, logreg_error *err)
{
    d->variable = variable;
    d->width = logreg__variable_width(variable, variable->made);
    if (!variable->made)
        return logreg__cells_bind(&d->cells, variable, frame, rows, err);
    logreg_status status = logreg__bound_new(&d->input, variable->made->input, frame, err);
    return status ? status : logreg__made_check(d->input, variable->made->text, rows, err);
}

size_t logreg__derived_work(const logreg__derived *d)
{
    if (!d->input)
        return 0;
    bool basis = d->variable->made->basis.kind;
    size_t values = (d->input->depth + basis) * LOGREG__BLOCK_ROWS;
    return values + (basis ? logreg__basis_work(&d->variable->made->basis) : 0);
}

/* Whether a condition is met becomes two columns: not met, met. */
static void tell_levels(double *value, size_t rows)
{
    for (size_t r = 0; r < rows; r++) {
        value[LOGREG__BLOCK_ROWS + r] = value[r] != 0;
        value[r] = value[r] == 0;
    }
}

void logreg__derived_values(double *value, const logreg__derived *d, const size_t *place, size_t rows,
                            double *work)
{
    const logreg__variable *v = d->variable;
    if (!d->input) {
        for (size_t r = 0; r < rows; r++) {
            const double *row = v->coding + logreg__cells_level(&d->cells, place[r]) * d->width;
            for (size_t k = 0; k < d->width; k++)
                value[k * LOGREG__BLOCK_ROWS + r] = row[k];
        }
        return;
    }
    const logreg__basis *basis = &v->made->basis;
    double *input = basis->kind ? work + d->input->depth * LOGREG__BLOCK_ROWS : value;
    logreg__bound_values(input, d->input, place, rows, work);
    if (logreg__variable_coded(v))
        tell_levels(value, rows);
    if (basis->kind)
        basis->kind->values(value, LOGREG__BLOCK_ROWS, basis, input, rows, input + LOGREG__BLOCK_ROWS);
}

void logreg__derived_clear(logreg__derived *d)
{
    logreg__bound_free(d->input);
    logreg__cells_clear(&d->cells);
    *d = (logreg__derived){0};
}
