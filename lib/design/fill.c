#include "design/fill.h"

#include "base/error.h"
#include "base/memory.h"
#include "base/threads.h"
#include "data/label.h"

const char *const logreg__fill_words[LOGREG__FILLS] = {"mean", "median", "most_frequent", "constant",
                                                       "level"};

logreg__fill *logreg__fill_of(logreg__fill *fill, size_t n, const char *column)
{
    for (size_t i = 0; i < n; i++)
        if (strcmp(fill[i].column, column) == 0)
            return &fill[i];
    return NULL;
}

/* ---- Learning ---- */

/* A label that no row has is no level of the model, and can stand for nothing. */
static bool has_row(const logreg__column *c, const logreg__rows *rows, const char *label)
{
    size_t place[LOGREG__BLOCK_ROWS], l = logreg__label_place_in(c->levels, c->n_levels, label);
    bool found = false;
    for (size_t first = 0; !found && l < c->n_levels && first < rows->n; first += LOGREG__BLOCK_ROWS) {
        size_t left = rows->n - first, count = left < LOGREG__BLOCK_ROWS ? left : LOGREG__BLOCK_ROWS;
        logreg__rows_list(rows, first, count, place);
        for (size_t i = 0; !found && i < count; i++)
            found = logreg__column_code(c, place[i]) == l;
    }
    return found;
}

static logreg_status learn_label(logreg__fill *f, const logreg__column *c, const logreg__rows *rows,
                                 const logreg__counting *counting, logreg_error *err)
{
    size_t level = 0;
    logreg_status status = LOGREG_OK;
    if (f->how == LOGREG__FILL_MOST_FREQUENT) {
        status = logreg__typical_level(&level, c, rows, counting, err);
        f->label = status == LOGREG_OK ? logreg__copy(c->levels[level]) : NULL;
        return status == LOGREG_OK && !f->label ? logreg__fail_memory(err) : status;
    }
    const logreg__rows *more = rows->held ? rows->held : rows->whole; /* that will be predicted */
    bool held = more && logreg__typical_rows(c, more) < more->n;
    if (!f->n_missing && !held && !has_row(c, rows, f->label)) {
        free(f->label);
        f->label = NULL;
    }
    return status;
}

static logreg_status learn_number(logreg__fill *f, const logreg__column *c, const logreg__rows *rows,
                                  const logreg__counting *counting, logreg_error *err)
{
    switch (f->how) {
    case LOGREG__FILL_MEAN:
        f->number = logreg__typical_mean(c, rows, counting);
        return LOGREG_OK;
    case LOGREG__FILL_MEDIAN:
        return logreg__typical_median(&f->number, c, rows, counting, err);
    case LOGREG__FILL_MOST_FREQUENT:
        return logreg__typical_number(&f->number, c, rows, counting, err);
    default:
        return LOGREG_OK;
    }
}

/* *empty: there is nothing to learn from. */
static logreg_status learn(logreg__fill *f, bool *empty, const logreg__column *c, const logreg__rows *rows,
                           const logreg__counting *counting, logreg_error *err)
{
    size_t there = c->n_missing ? logreg__typical_rows(c, rows) : rows->n;
    bool given = f->how == LOGREG__FILL_CONSTANT || f->how == LOGREG__FILL_LEVEL;
    f->n_missing = rows->n - there;
    *empty = !there && !given;
    if (*empty)
        return LOGREG_OK;
    return f->kind == LOGREG_CATEGORY ? learn_label(f, c, rows, counting, err)
                                      : learn_number(f, c, rows, counting, err);
}

logreg_status logreg__fills_learn(logreg__fill *fill, size_t n, const logreg_frame *frame,
                                  const logreg__rows *rows, const logreg__counting *counting, int threads,
                                  size_t *empty, size_t *n_empty, logreg_error *err)
{
    bool *is_empty = logreg__new(n, sizeof *is_empty);
    logreg_status failed = is_empty ? LOGREG_OK : LOGREG_ENOMEM;
    threads = logreg__threads_for(threads, rows->n);
    *n_empty = 0;
    if (is_empty) {
#pragma omp parallel for num_threads(threads) if (threads > 1) schedule(dynamic) reduction(max : failed)
        for (size_t i = 0; i < n; i++) {
            const logreg__column *c = &frame->column[logreg_frame_find(frame, fill[i].column)];
            logreg_status status = learn(&fill[i], &is_empty[i], c, rows, counting, NULL);
            failed = status > failed ? status : failed;
        }
    }
    for (size_t i = 0; !failed && i < n; i++)
        if (is_empty[i])
            empty[(*n_empty)++] = logreg_frame_find(frame, fill[i].column);
    free(is_empty);
    return failed ? logreg__fail_memory(err) : LOGREG_OK;
}

/* ---- Filling ---- */

static logreg_status put(logreg__filled *filled, const logreg__fill *f)
{
    size_t j = logreg_frame_find(filled->from, f->column);
    if (j == SIZE_MAX)
        return LOGREG_OK;
    logreg_status status = LOGREG_OK;
    if (f->kind == LOGREG_NUMERIC)
        status = logreg__filled_number(filled, j, f->number, NULL);
    else if (f->label)
        status = logreg__filled_label(filled, j, f->label, NULL);
    return status == LOGREG_OK && f->indicated ? logreg__filled_indicate(filled, j, NULL) : status;
}

logreg_status logreg__fills_put(logreg__filled *filled, const logreg__fill *fill, size_t n, int threads,
                                logreg_error *err)
{
    logreg_status failed = LOGREG_OK;
    threads = logreg__threads_for(threads, filled->frame.n_rows);
#pragma omp parallel for num_threads(threads) if (threads > 1) schedule(dynamic) reduction(max : failed)
    for (size_t i = 0; i < n; i++) {
        logreg_status status = put(filled, &fill[i]);
        failed = status > failed ? status : failed;
    }
    return failed ? logreg__fail_memory(err) : LOGREG_OK;
}

logreg_status logreg__fills_apply(logreg__filled **filled, const logreg_frame **frame,
                                  const logreg__fill *fill, size_t n, logreg_error *err)
{
    if (!n)
        return LOGREG_OK;
    bool *flag = logreg__new((*frame)->n_columns, sizeof *flag);
    logreg_status status = flag ? LOGREG_OK : logreg__fail_memory(err);
    for (size_t i = 0; status == LOGREG_OK && i < n; i++) {
        size_t j = logreg_frame_find(*frame, fill[i].column);
        if (j != SIZE_MAX)
            flag[j] = fill[i].indicated;
    }
    if (status == LOGREG_OK)
        status = logreg__filled_new(filled, *frame, flag, err);
    free(flag);
    if (status != LOGREG_OK)
        return status;
    status = logreg__fills_put(*filled, fill, n, 0, err);
    if (status == LOGREG_OK) {
        *frame = &(*filled)->frame;
        return LOGREG_OK;
    }
    logreg__filled_free(*filled);
    *filled = NULL;
    return status;
}

void logreg__fills_free(logreg__fill *fill, size_t n)
{
    for (size_t i = 0; fill && i < n; i++) {
        free(fill[i].column);
        free(fill[i].label);
    }
    free(fill);
}
