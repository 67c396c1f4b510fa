/* Values of expressions: nodes stand in the order of evaluation, so that a block's values wait on a stack. */
#include <math.h>
#include <string.h>

#include "formula/expression.h"
#include "formula/operation.h"

static void read_column(double *value, const logreg__column *column, const double *level, const size_t *place,
                        size_t rows)
{
    for (size_t r = 0; r < rows; r++)
        if (column->kind == LOGREG_NUMERIC) {
            value[r] = logreg__column_number(column, place[r]);
        } else {
            uint32_t code = logreg__column_code(column, place[r]);
            value[r] = code == LOGREG__MISSING ? (double)NAN : level ? level[code] : code;
        }
}

void logreg__bound_leaf(double *value, const logreg__bound *b, size_t node, const size_t *place, size_t rows)
{
    for (size_t r = 0; !b->column[node] && r < rows; r++)
        value[r] = b->constant[node];
    if (b->column[node])
        read_column(value, b->column[node], b->level[node], place, rows);
}

void logreg__bound_values(double *value, const logreg__bound *b, const size_t *place, size_t rows,
                          double *work)
{
    const logreg__expression *e = b->expression;
    double *top = work; /* the next free place of the stack */
    for (size_t i = 0; i < e->n; i++) {
        const logreg__operation *o = e->node[i].operation;
        if (!o) {
            logreg__bound_leaf(top, b, i, place, rows);
            top += LOGREG__BLOCK_ROWS;
        } else if (o->one) {
            o->one(top - LOGREG__BLOCK_ROWS, rows);
        } else {
            top -= LOGREG__BLOCK_ROWS;
            o->two(top - LOGREG__BLOCK_ROWS, top, rows);
        }
    }
    if (value != work)
        memcpy(value, work, rows * sizeof *value);
}

bool logreg__bound_missing(const logreg__bound *b, size_t place)
{
    bool missing = false;
    for (size_t i = 0; i < b->expression->n; i++) {
        const logreg__column *c = b->column[i];
        if (c)
            missing |= c->kind == LOGREG_NUMERIC ? isnan(logreg__column_number(c, place))
                                                 : logreg__column_code(c, place) == LOGREG__MISSING;
    }
    return missing;
}
