#include "engine/fold_block.h"

#include "base/memory.h"

bool logreg__block_room_init(logreg__block_room *room, const logreg__problem *problem)
{
    const logreg__design *d = problem->design;
    *room = (logreg__block_room){
        .blocks = logreg__scratch_new(d),
        .Z = logreg__new_lines(d->n_dense * LOGREG__BLOCK_ROWS),
        .value = logreg__new_raw(d->n_groups * LOGREG__BLOCK_ROWS, sizeof(double)),
        .value_at = logreg__new(d->n_groups, sizeof(const double *)),
        .ahead = logreg__new(d->n_dense, sizeof(const double *)),
        .ones = logreg__new_raw(LOGREG__BLOCK_ROWS, sizeof(double)),
        .zeros = logreg__new(LOGREG__BLOCK_ROWS, sizeof(double)),
        .filled = logreg__new_raw(3 * LOGREG__BLOCK_ROWS, sizeof(double)),
    };
    for (size_t r = 0; room->ones && r < LOGREG__BLOCK_ROWS; r++)
        room->ones[r] = 1;
    return room->blocks && room->Z && room->value && room->value_at && room->ahead && room->ones &&
           room->zeros && room->filled;
}

void logreg__block_room_clear(logreg__block_room *room)
{
    logreg__scratch_free(room->blocks);
    free(room->Z);
    free(room->value);
    free(room->value_at);
    free(room->ahead);
    free(room->ones);
    free(room->zeros);
    free(room->filled);
}

/* Zeros after the rows of a column. */
static void fill_up(double *column, size_t rows, size_t full_rows)
{
    memset(column + rows, 0, (full_rows - rows) * sizeof *column);
}

/* A copy of a vector with zeros after its rows, where there are rows to fill. */
static const double *filled(double *room, const double *x, size_t rows, size_t full_rows)
{
    if (rows == full_rows)
        return x;
    memcpy(room, x, rows * sizeof *room);
    fill_up(room, rows, full_rows);
    return room;
}

/* Columns stand far apart, and the processor foresees but what follows within one, if that. So where columns are many, while a column is read the one
 * that comes so many later is brought near, after the last ones the first of the next block. Few columns are all brought near by the kernels. */
#define AHEAD 4

static const double *column_ahead(const logreg__walk *walk, size_t j)
{
    size_t later = j + AHEAD, all = walk->problem->design->n_dense;
    if (later < all)
        return walk->x[later];
    return later - all < walk->n_ahead ? walk->ahead[later - all] : NULL;
}

void logreg__block_columns(double *Z, const logreg__walk *walk, size_t first, size_t count)
{
    const logreg__problem *p = walk->problem;
    const logreg__inner *inner = p->inner;
    size_t rows = walk->rows, full_rows = walk->full_rows;
    bool many = p->design->n_dense > LOGREG__FEW_COLUMNS, ones = p->design->intercept && first == 0;
    for (size_t r = 0; ones && count && r < rows; r++)
        Z[r] = 1;
    if (ones && count)
        fill_up(Z, rows, full_rows);
    for (size_t j = first + ones; j < first + count; j++) {
        double *z = Z + (j - first) * LOGREG__BLOCK_ROWS;
        inner->standardise(z, walk->x[j], rows, p->centre[j], p->factor[j],
                           many ? column_ahead(walk, j) : NULL);
        if (rows != full_rows)
            fill_up(z, rows, full_rows);
    }
}

/* All of them, in the room's Z. The column of ones stays there from block to block. */
static void prepare_dense(logreg__block_room *room, const logreg__walk *walk)
{
    const logreg__design *d = walk->problem->design;
    bool stand = d->intercept && room->ones_in_Z == walk->rows;
    logreg__block_columns(room->Z + stand * LOGREG__BLOCK_ROWS, walk, stand, d->n_dense - stand);
    room->ones_in_Z = walk->rows;
}

/* The first row of block i. */
static size_t first_row(const logreg__problem *p, size_t i)
{
    return p->from + (p->sample ? p->sample[i] : i) * LOGREG__BLOCK_ROWS;
}

/* Where its rows end. */
static size_t end_row(const logreg__problem *p)
{
    return p->window ? p->from + p->window : p->design->n;
}

/* The next block's columns, if it has as many rows as are brought near. */
static void look_ahead(logreg__walk *walk, logreg__block_room *room, size_t next, size_t blocks)
{
    const logreg__design *d = walk->problem->design;
    walk->ahead = room->ahead;
    walk->n_ahead = 0;
    if (next == blocks || end_row(walk->problem) - first_row(walk->problem, next) < walk->full_rows)
        return;
    walk->n_ahead = logreg__design_ahead(room->ahead, d, first_row(walk->problem, next));
    if (d->response)
        logreg__response_near(d->response, d->rows, first_row(walk->problem, next));
}

void logreg__block_show(logreg__walk *walk, logreg__block_room *room, size_t i, size_t blocks)
{
    const logreg__problem *p = walk->problem;
    const logreg__design *d = p->design;
    logreg__block block;
    size_t first = first_row(p, i), left = end_row(p) - first;
    size_t rows = left < LOGREG__BLOCK_ROWS ? left : LOGREG__BLOCK_ROWS;
    size_t full = (rows + LOGREG__LANES - 1) / LOGREG__LANES * LOGREG__LANES;
    logreg__design_block(&block, d, first, rows, room->blocks);
    walk->rows = rows;
    walk->full_rows = full;
    walk->x = block.dense;
    look_ahead(walk, room, i + 1, blocks);
    if (!walk->by_columns)
        prepare_dense(room, walk);
    for (size_t g = 0; g < d->n_groups; g++) {
        double *v = room->value + g * LOGREG__BLOCK_ROWS;
        room->value_at[g] = block.value[g] ? v : NULL;
        if (block.value[g])
            p->inner->standardise(v, block.value[g], rows, 0, p->factor[d->n_dense + g], NULL);
    }
    double *copy = room->filled;
    walk->first = first;
    walk->unit = block.unit;
    walk->sparse = block.sparse;
    walk->Z = walk->by_columns ? NULL : room->Z;
    walk->code = block.code;
    walk->value = room->value_at;
    walk->y = block.y ? filled(copy, block.y, rows, full) : NULL;
    walk->w = filled(copy + LOGREG__BLOCK_ROWS, block.w ? block.w : room->ones, rows, full);
    walk->offset =
        block.offset ? filled(copy + 2 * LOGREG__BLOCK_ROWS, block.offset, rows, full) : room->zeros;
}
