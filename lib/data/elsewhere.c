#include "data/elsewhere.h"

#include "data/label.h"

enum { ROWS = 2 };

/* Do so many rows have the level? */
static bool occurs(const logreg__column *c, size_t rows, size_t level)
{
    size_t n = 0;
    for (size_t i = 0; i < rows && n < ROWS; i++)
        n += logreg__column_code(c, i) == level;
    return n == ROWS;
}

bool logreg__labels_elsewhere(const logreg_frame *frame, size_t j, const char *a, const char *b)
{
    for (size_t k = 0; k < frame->n_columns; k++) {
        const logreg__column *c = &frame->column[k];
        if (k == j || c->kind != LOGREG_CATEGORY)
            continue;
        size_t one = logreg__label_place_in(c->levels, c->n_levels, a),
               other = logreg__label_place_in(c->levels, c->n_levels, b);
        if (one < c->n_levels && other < c->n_levels && occurs(c, frame->n_rows, one) &&
            occurs(c, frame->n_rows, other))
            return true;
    }
    return false;
}
