#include "design/rowwise.h"

#include "base/memory.h"

enum { LINE = 64 / sizeof(double), EIGHT = 8 };

/* Columns that stood a power of two apart would all want the same few places of the cache. */
#define APART ((size_t)LOGREG__BLOCK_ROWS + LINE)

/* ---- What a row has ---- */

static bool has_weights(const logreg__design *d)
{
    return logreg__response_weighted(d->response);
}

static bool has_offset(const logreg__design *d)
{
    return d->offset || d->response->offset;
}

static bool has_units(const logreg__design *d)
{
    return d->units && (d->response->trials || d->response->sampling);
}

static size_t numbered_groups(const logreg__design *d)
{
    size_t n = 0;
    for (size_t g = 0; g < d->n_groups; g++)
        n += d->group[g].numbers;
    return n;
}

size_t logreg__rowwise_width(const logreg__design *d)
{
    return d->n_dense - d->intercept + 1 + has_weights(d) + has_offset(d) + has_units(d) + d->n_groups +
           numbered_groups(d);
}

/* ---- Rows of columns ---- */

static void put(double *to, size_t width, const double *x, size_t rows)
{
    for (size_t i = 0; i < rows; i++)
        to[i * width] = x[i];
}

static void put_codes(double *to, size_t width, const uint32_t *code, size_t rows)
{
    for (size_t i = 0; i < rows; i++)
        to[i * width] = code[i];
}

static void write_block(double *to, size_t width, const logreg__block *b, const logreg__design *d)
{
    for (size_t j = d->intercept; j < d->n_dense; j++)
        put(to++, width, b->dense[j], b->rows);
    put(to++, width, b->y, b->rows);
    if (has_weights(d))
        put(to++, width, b->w, b->rows);
    if (has_offset(d))
        put(to++, width, b->offset, b->rows);
    if (has_units(d))
        put(to++, width, b->unit, b->rows);
    for (size_t g = 0; g < d->n_groups; g++)
        put_codes(to++, width, b->code[g], b->rows);
    for (size_t g = 0; g < d->n_groups; g++)
        if (d->group[g].numbers)
            put(to++, width, b->value[g], b->rows);
}

logreg__rowwise *logreg__rowwise_new(const logreg__design *d, size_t most)
{
    size_t width = logreg__rowwise_width(d);
    if (d->n_sparse || width > most / (d->n + 1))
        return NULL;
    logreg__rowwise *r = logreg__new(1, sizeof *r);
    logreg__scratch *scratch = logreg__scratch_new(d);
    double *row = logreg__new_lines(d->n * width);
    if (!r || !scratch || !row) {
        free(r);
        free(row);
        logreg__scratch_free(scratch);
        return NULL;
    }
    *r = (logreg__rowwise){.width = width, .row = row};
    for (size_t first = 0; first < d->n; first += LOGREG__BLOCK_ROWS) {
        logreg__block block;
        size_t left = d->n - first;
        logreg__design_block(&block, d, first, left < LOGREG__BLOCK_ROWS ? left : LOGREG__BLOCK_ROWS,
                             scratch);
        write_block(row + first * width, width, &block, d);
    }
    logreg__scratch_free(scratch);
    return r;
}

void logreg__rowwise_free(logreg__rowwise *r)
{
    if (!r)
        return;
    free(r->row);
    free(r);
}

/* ---- Columns of rows ---- */

size_t logreg__rowwise_room(const logreg__rowwise *r)
{
    return r->width * APART;
}

static const double *row_of(const logreg__design *d, size_t i)
{
    return d->rowwise->row + (d->rows->order ? d->rows->order[i] : i) * d->rowwise->width;
}

/* Columns of these rows, eight rows at a time. */
static void turn(double *column, const logreg__design *d, size_t first, size_t rows)
{
    size_t i = 0, width = d->rowwise->width;
    for (; i + EIGHT <= rows; i += EIGHT) {
        const double *row[EIGHT];
        for (size_t k = 0; k < EIGHT; k++)
            row[k] = row_of(d, first + i + k);
        for (size_t j = 0; j < width; j++)
            for (size_t k = 0; k < EIGHT; k++)
                column[j * APART + i + k] = row[k][j];
    }
    for (; i < rows; i++) {
        const double *row = row_of(d, first + i);
        for (size_t j = 0; j < width; j++)
            column[j * APART + i] = row[j];
    }
}

/* The rows that come next, as many as there were now. */
static void bring_near(const logreg__design *d, size_t first, size_t rows)
{
    size_t end = d->n - first < rows ? d->n : first + rows, width = d->rowwise->width;
    for (size_t i = first; i < end; i++) {
        const double *row = row_of(d, i);
        for (size_t j = 0; j < width; j += LINE)
            __builtin_prefetch(row + j, 0, 2);
        __builtin_prefetch(row + width - 1, 0, 2);
    }
}

void logreg__rowwise_block(logreg__block *block, const logreg__design *d, size_t first, size_t rows,
                           logreg__scratch *s)
{
    const double *column = s->numbers;
    bring_near(d, first + rows, rows);
    turn(s->numbers, d, first, rows);
    *block = (logreg__block){.rows = rows, .dense = s->dense, .code = s->code, .value = s->value};
    for (size_t j = 0; j < d->n_dense; j++) {
        bool ones = d->intercept && j == 0;
        s->dense[j] = ones ? s->ones : column;
        column += ones ? 0 : APART;
    }
    const double **of_block[] = {&block->y, &block->w, &block->offset, &block->unit};
    const bool there[] = {true, has_weights(d), has_offset(d), has_units(d)};
    for (size_t k = 0; k < sizeof there / sizeof *there; k++)
        if (there[k]) {
            *of_block[k] = column;
            column += APART;
        }
    for (size_t g = 0; g < d->n_groups; g++, column += APART) {
        uint32_t *code = s->codes + g * LOGREG__BLOCK_ROWS;
        for (size_t i = 0; i < rows; i++)
            code[i] = (uint32_t)column[i];
        s->code[g] = code;
    }
    for (size_t g = 0; g < d->n_groups; g++) {
        s->value[g] = d->group[g].numbers ? column : NULL;
        column += d->group[g].numbers ? APART : 0;
    }
}
