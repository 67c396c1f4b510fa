/* Blocks of the design matrix. */
#include "base/memory.h"
#include "design/derive.h"
#include "design/recipe.h"
#include "design/rowwise.h"
#include "design/scratch.h"
#include "design/sparse_columns.h"

enum { LINE = 64 / sizeof(double) };

/* The column that is the recipe's only number, as it is; NULL: none. */
static const logreg__column *plain(const logreg__recipe *r)
{
    return r->n_numbers == 1 && !r->number[0].origin ? r->number[0].column : NULL;
}

/* Where the frame itself, or a copy of it, holds the recipe's only number as it is wanted; NULL: nowhere. */
static const double *in_place(const logreg__recipe *r, const logreg__design *d, size_t first)
{
    const logreg__column *c = plain(r);
    const double *copy = c ? logreg__rows_copied(d->rows, d->frame, c) : NULL;
    if (copy)
        return copy + first;
    if (!c || !logreg__rows_stand(d->rows) || c->base)
        return NULL;
    return c->numbers[first / LOGREG__SEGMENT_ROWS] + first % LOGREG__SEGMENT_ROWS;
}

bool logreg__design_stand(logreg__design *d)
{
    bool stands = d->n > 0 && d->n <= LOGREG__SEGMENT_ROWS && !d->n_derived;
    for (size_t i = 0; stands && i < d->n_recipes; i++)
        stands = d->recipe[i].n_categories == 0 && in_place(&d->recipe[i], d, 0);
    if (!stands)
        return true;
    d->standing = logreg__new(d->n_dense, sizeof *d->standing);
    size_t dense = d->intercept;
    for (size_t i = 0; d->standing && i < d->n_recipes; i++)
        if (!d->recipe[i].empty[0])
            d->standing[dense++] = in_place(&d->recipe[i], d, 0);
    return d->standing;
}

static bool all_in_place(const logreg__design *d)
{
    const logreg__response *r = d->response;
    if (d->n == 0 || d->n_derived > 0 || d->offset || d->n_sparse ||
        (r && (r->offset || !logreg__response_in_place(r, d->rows, 0))))
        return false;
    for (size_t i = 0; !d->standing && i < d->n_recipes; i++)
        if (d->recipe[i].n_categories > 0 || !in_place(&d->recipe[i], d, 0))
            return false;
    return true;
}

logreg__scratch *logreg__scratch_new(const logreg__design *d)
{
    logreg__scratch *s = logreg__new_raw(1, sizeof *s); /* sixteen kilobytes, of which few rows need few */
    if (!s)
        return NULL;
    s->dense = logreg__new(d->n_dense, sizeof(const double *));
    s->value = logreg__new(d->n_groups, sizeof(const double *));
    s->code = logreg__new(d->n_groups, sizeof(const uint32_t *));
    s->derived = logreg__new_raw(d->n_made * LOGREG__BLOCK_ROWS, sizeof *s->derived);
    s->work = logreg__new_raw(d->work, sizeof *s->work);
    s->numbers = logreg__new_lines(d->rowwise ? logreg__rowwise_room(d->rowwise)
                                              : (d->n_dense + d->n_groups) * LOGREG__BLOCK_ROWS);
    s->codes = logreg__new_raw((d->n_recipes + d->n_groups) * LOGREG__BLOCK_ROWS, sizeof *s->codes);
    if (!s->dense || !s->value || !s->code || !s->derived || !s->work || !s->numbers || !s->codes) {
        logreg__scratch_free(s);
        return NULL;
    }
    for (size_t r = 0; r < LOGREG__BLOCK_ROWS; r++)
        s->ones[r] = 1;
    s->in_place = all_in_place(d);
    return s;
}

void logreg__scratch_free(logreg__scratch *s)
{
    if (!s)
        return;
    free(s->dense);
    free(s->value);
    free(s->code);
    free(s->derived);
    free(s->work);
    free(s->numbers);
    free(s->codes);
    free(s);
}

static void derive(const logreg__design *d, size_t rows, logreg__scratch *s)
{
    double *value = s->derived;
    for (size_t i = 0; i < d->n_derived; i++) {
        logreg__derived_values(value, &d->derived[i], s->place, rows, s->work);
        value += d->derived[i].width * LOGREG__BLOCK_ROWS;
    }
}

/* The derived column that a number of the recipe stands for in a product; NULL: it is a column of the frame. */
static const double *derived_column(const logreg__recipe_number *x, size_t product, const logreg__scratch *s)
{
    if (x->column)
        return NULL;
    return s->derived + (x->first + product / x->stride % x->count) * LOGREG__BLOCK_ROWS;
}

static double origin(const logreg__recipe_number *x, size_t product)
{
    return x->origin ? x->origin[product / x->stride % x->count] : 0;
}

/* to := the column's numbers in these rows, less something. Where rows ascend, a segment of the frame is looked up once for a stretch of rows in it, and as much of it as the next block is likely to
 * hold is asked for. */
static void gather(double *to, const logreg__column *c, const size_t *place, size_t rows, double less,
                   bool ascend)
{
    for (size_t i = 0; (c->base || !ascend) && i < rows; i++)
        to[i] = logreg__column_number(c, place[i]) - less;
    for (size_t i = 0; !c->base && ascend && i < rows;) {
        size_t segment = place[i] / LOGREG__SEGMENT_ROWS;
        const double *x = c->numbers[segment];
        size_t begin = place[i];
        for (; i < rows && place[i] / LOGREG__SEGMENT_ROWS == segment; i++)
            to[i] = x[place[i] % LOGREG__SEGMENT_ROWS] - less;
        size_t next = place[i - 1] % LOGREG__SEGMENT_ROWS + 1, end = next + (place[i - 1] - begin);
        for (; next < end && next < LOGREG__SEGMENT_ROWS; next += LINE)
            __builtin_prefetch(x + next, 0, 2);
    }
}

/* A product of the recipe's numbers: a pointer to where it stands, else made in room. */
static const double *fetch_numbers(const logreg__recipe *r, size_t product, const logreg__design *d,
                                   size_t first, size_t rows, const logreg__scratch *s, double *room)
{
    if (r->n_numbers == 0)
        return NULL;
    const logreg__column *c = r->number[0].column;
    const double *x = derived_column(&r->number[0], product, s);
    if (x && r->n_numbers == 1 && !r->number[0].origin)
        return x;
    const double *place = in_place(r, d, first);
    if (place)
        return place;
    double less = origin(&r->number[0], product);
    for (size_t i = 0; x && i < rows; i++)
        room[i] = x[i] - less;
    if (!x)
        gather(room, c, s->place, rows, less, !d->rows->order);
    for (size_t k = 1; k < r->n_numbers; k++) {
        x = derived_column(&r->number[k], product, s);
        less = origin(&r->number[k], product);
        for (size_t i = 0; i < rows; i++)
            room[i] *= (x ? x[i] : logreg__column_number(r->number[k].column, s->place[i])) - less;
    }
    return room;
}

/* The codes of a category. */
static void fetch_steps(uint32_t *code, const logreg__recipe_category *c, const logreg__design *d,
                        size_t first, size_t rows, const size_t *place)
{
    if (c->step && logreg__rows_stand(d->rows)) {
        const uint32_t *level =
            c->cells.column->codes[first / LOGREG__SEGMENT_ROWS] + first % LOGREG__SEGMENT_ROWS;
        for (size_t i = 0; i < rows; i++)
            code[i] = c->step[level[i]];
        return;
    }
    for (size_t i = 0; i < rows; i++)
        code[i] = logreg__recipe_step(c, place[i]);
}

/* The code that the recipe's categories combine to; room for that of one. */
static void fetch_codes(uint32_t *code, uint32_t *room, const logreg__recipe *r, const logreg__design *d,
                        size_t first, size_t rows, const size_t *place)
{
    fetch_steps(code, &r->category[0], d, first, rows, place);
    for (size_t k = 1; k < r->n_categories; k++) {
        fetch_steps(room, &r->category[k], d, first, rows, place);
        for (size_t i = 0; i < rows; i++)
            code[i] = code[i] == LOGREG__NO_COLUMN || room[i] == LOGREG__NO_COLUMN ? LOGREG__NO_COLUMN
                                                                                   : code[i] + room[i];
    }
}

/* The groups of a recipe, from group number `group` on; how many. */
static size_t fetch_groups(const logreg__design *d, const logreg__recipe *r, size_t group, size_t first,
                           size_t rows, logreg__scratch *s)
{
    size_t made = 0;
    uint32_t *all = s->codes + (d->n_groups + (size_t)(r - d->recipe)) * LOGREG__BLOCK_ROWS;
    fetch_codes(all, s->codes + group * LOGREG__BLOCK_ROWS, r, d, first, rows, s->place);
    for (size_t product = 0; product < r->n_products; product++) {
        if (r->empty[product])
            continue;
        size_t g = group + made++;
        uint32_t *code = s->codes + g * LOGREG__BLOCK_ROWS;
        const uint32_t *renumber = r->renumber + product * r->n_codes;
        for (size_t i = 0; !r->whole[product] && i < rows; i++)
            code[i] = all[i] == LOGREG__NO_COLUMN ? LOGREG__NO_COLUMN : renumber[all[i]];
        s->code[g] = r->whole[product] ? all : code;
        s->value[g] =
            fetch_numbers(r, product, d, first, rows, s, s->numbers + (d->n_dense + g) * LOGREG__BLOCK_ROWS);
    }
    return made;
}

/* The formula's offset, and that of the response. */
static void fetch_offset(logreg__block *block, const logreg__design *d, logreg__scratch *s)
{
    if (!d->offset)
        return;
    double *value = s->work;
    logreg__bound_values(value, d->offset, s->place, block->rows, s->work);
    for (size_t i = 0; i < block->rows; i++)
        s->offset[i] = value[i] + (block->offset ? s->offset[i] : 0);
    block->offset = s->offset;
}

static void fetch_response(logreg__block *block, const logreg__design *d, size_t first, logreg__scratch *s)
{
    const logreg__response *r = d->response;
    bool has_w = logreg__response_weighted(r), has_offset = r->offset != NULL;
    const double *in_place = logreg__response_in_place(r, d->rows, first);
    logreg__response_fill(r, s->place, block->rows, in_place ? NULL : s->y, has_w ? s->w : NULL,
                          has_offset ? s->offset : NULL);
    block->y = in_place ? in_place : s->y;
    block->w = has_w ? s->w : NULL;
    block->offset = has_offset ? s->offset : NULL;
    if (d->units && (r->trials || r->sampling)) {
        logreg__response_units(r, s->place, block->rows, s->unit);
        block->unit = s->unit;
    }
}

void logreg__design_block(logreg__block *block, const logreg__design *d, size_t first, size_t rows,
                          logreg__scratch *s)
{
    if (d->rowwise) {
        logreg__rowwise_block(block, d, first, rows, s);
        return;
    }
    if (!s->in_place)
        logreg__rows_list(d->rows, first, rows, s->place);
    derive(d, rows, s);
    size_t dense = 0, group = 0;
    if (d->intercept)
        s->dense[dense++] = s->ones;
    for (; d->standing && dense < d->n_dense; dense++)
        s->dense[dense] = d->standing[dense] + first;
    for (size_t i = 0; !d->standing && i < d->n_recipes; i++) {
        const logreg__recipe *r = &d->recipe[i];
        if (r->n_categories) {
            group += fetch_groups(d, r, group, first, rows, s);
            continue;
        }
        for (size_t product = 0; product < r->n_products; product++)
            if (!r->empty[product]) {
                double *room = s->numbers + dense * LOGREG__BLOCK_ROWS;
                s->dense[dense++] = fetch_numbers(r, product, d, first, rows, s, room);
            }
    }
    *block = (logreg__block){.rows = rows, .dense = s->dense, .code = s->code, .value = s->value};
    if (d->n_sparse)
        logreg__sparse_fetch(&block->sparse, d, s->place, rows, s->sparse_from, s->sparse_to);
    if (d->response)
        fetch_response(block, d, first, s);
    fetch_offset(block, d, s);
}

logreg_status logreg__design_copy_rows(logreg__rows *rows, const logreg__design *d, size_t most,
                                       logreg_error *err)
{
    const logreg__response *r = d->response;
    logreg_status status = LOGREG_OK;
    if (!rows->bits || rows->order || d->n_dense > most / (rows->n + 1))
        return LOGREG_OK;
    for (size_t i = 0; status == LOGREG_OK && i < d->n_recipes; i++) {
        const logreg__column *c = plain(&d->recipe[i]);
        if (c)
            status = logreg__rows_copy(rows, d->frame, c, err);
    }
    if (status == LOGREG_OK && r->frame == d->frame && r->target->kind == LOGREG_NUMERIC)
        status = logreg__rows_copy(rows, d->frame, r->target, err);
    return status;
}

size_t logreg__design_ahead(const double **place, const logreg__design *d, size_t first)
{
    size_t n = 0;
    for (size_t j = d->intercept; d->standing && !d->rowwise && j < d->n_dense; j++)
        place[n++] = d->standing[j] + first;
    for (size_t i = 0; !d->standing && !d->rowwise && i < d->n_recipes; i++) {
        const double *x = d->recipe[i].n_categories ? NULL : in_place(&d->recipe[i], d, first);
        if (x && !d->recipe[i].empty[0])
            place[n++] = x;
    }
    return n;
}

void logreg__block_expand(double *x, const logreg__design *d, const logreg__block *block)
{
    memset(x, 0, block->rows * d->p * sizeof *x);
    for (size_t r = 0; r < block->rows; r++) {
        for (size_t j = 0; j < d->n_dense; j++)
            x[r * d->p + j] = block->dense[j][r];
        for (size_t g = 0; g < d->n_groups; g++)
            if (block->code[g][r] != LOGREG__NO_COLUMN)
                x[r * d->p + d->group[g].first + block->code[g][r]] =
                    block->value[g] ? block->value[g][r] : 1;
        for (size_t k = d->n_sparse ? block->sparse.from[r] : 0; d->n_sparse && k < block->sparse.to[r]; k++)
            x[r * d->p + d->first_sparse + (size_t)block->sparse.column[k]] = block->sparse.value[k];
    }
}
