#include "data/frame.h"
#include "data/sparse.h"

#include <math.h>
#include <stdarg.h>
#include <stdio.h>

#include "base/error.h"
#include "base/memory.h"
#include "base/text.h"
#include "base/utf8.h"
#include "data/column.h"

logreg_status logreg_frame_new(logreg_frame **frame, logreg_error *err)
{
    logreg_frame *f = logreg__new(1, sizeof *f);
    if (!f)
        return logreg__fail_memory(err);
    *frame = f;
    return LOGREG_OK;
}

void logreg_frame_free(logreg_frame *frame)
{
    if (!frame)
        return;
    logreg__frame_forget_names(frame);
    for (size_t j = 0; j < frame->n_columns; j++)
        logreg__column_clear(&frame->column[j], frame->n_rows);
    free(frame->column);
    logreg__store_clear(&frame->store);
    logreg__sparse_free(frame->sparse);
    free(frame->source);
    free(frame->cells);
    free(frame->na_values);
    for (size_t k = 0; k < frame->n_own_na; k++)
        free(frame->own_na[k]);
    free(frame->own_na);
    free(frame->lines.jump);
    free(frame->origins.jump);
    free(frame->rejection);
    for (size_t k = 0; k < frame->n_notes; k++)
        free(frame->note[k]);
    free(frame->note);
    for (size_t j = 0; j < frame->n_verbatim; j++)
        logreg__verbatim_free(frame->verbatim[j]);
    free(frame->verbatim);
    free(frame);
}

/* ---- Adding columns ---- */

/* Can a column of n rows with this name join the frame? */
static logreg_status check_new(const logreg_frame *frame, const char *name, size_t n, logreg_error *err)
{
    if (!frame)
        return logreg__fail(err, LOGREG_EINVAL, "there is no frame to add a column to");
    if (!name || !*name)
        return logreg__fail(err, LOGREG_EINVAL, "column %zu has no name", frame->n_columns + 1);
    if (logreg__utf8_valid(name, strlen(name)) < strlen(name))
        return logreg__fail(err, LOGREG_EINVAL, "the name '%s' is not valid UTF-8", name);
    if (logreg_frame_find(frame, name) != SIZE_MAX)
        return logreg__fail(err, LOGREG_EINVAL, "the frame has a column '%s' already", name);
    if (frame->n_columns && n != frame->n_rows)
        return logreg__fail(err, LOGREG_EINVAL, "column '%s' has %zu rows, the frame has %zu", name, n,
                            frame->n_rows);
    return LOGREG_OK;
}

/* Takes the column over. */
static logreg_status join(logreg_frame *frame, const logreg__column *column, size_t n, logreg_error *err)
{
    if (!logreg__grow(&frame->column, &frame->room, frame->n_columns + 1, sizeof *column))
        return logreg__fail_memory(err);
    frame->column[frame->n_columns] = *column;
    if (!logreg__frame_note_name(frame, frame->n_columns))
        return logreg__fail_memory(err);
    frame->n_columns++;
    frame->n_rows = n;
    return LOGREG_OK;
}

/* The same under a copy of the name; ok says whether memory sufficed so far. Clears the column if it does not. */
static logreg_status join_named(logreg_frame *frame, const char *name, logreg__column *column, size_t n,
                                bool ok, logreg_error *err)
{
    column->name = ok ? logreg__copy(name) : NULL;
    logreg_status status = column->name ? join(frame, column, n, err) : logreg__fail_memory(err);
    if (status != LOGREG_OK)
        logreg__column_clear(column, n);
    return status;
}

logreg_status logreg_frame_add_numeric(logreg_frame *frame, const char *name, const double *values, size_t n,
                                       size_t stride, logreg_error *err)
{
    logreg_status status = check_new(frame, name, n, err);
    if (status != LOGREG_OK)
        return status;
    if (n && !values)
        return logreg__fail(err, LOGREG_EINVAL, "column '%s' has no values", name);
    for (size_t i = 0; i < n; i++)
        if (isinf(values[i * stride]))
            return logreg__fail(err, LOGREG_EINVAL, "value %zu of column '%s' is infinite", i + 1, name);
    logreg__filling filling;
    logreg__filling_start(&filling, LOGREG_NUMERIC);
    bool ok = true;
    for (size_t i = 0; i < n && ok; i++)
        ok = logreg__filling_number(&filling, values[i * stride]);
    logreg__column column = {.kind = filling.column.kind};
    ok = ok && logreg__filling_finish(&filling, &column, '\0');
    logreg__filling_clear(&filling);
    return join_named(frame, name, &column, n, ok, err);
}

logreg_status logreg_frame_add_category(logreg_frame *frame, const char *name, const char *const *labels,
                                        size_t n, logreg_error *err)
{
    logreg_status status = check_new(frame, name, n, err);
    if (status != LOGREG_OK)
        return status;
    if (n && !labels)
        return logreg__fail(err, LOGREG_EINVAL, "column '%s' has no labels", name);
    for (size_t i = 0; i < n; i++)
        if (labels[i] && logreg__utf8_valid(labels[i], strlen(labels[i])) < strlen(labels[i]))
            return logreg__fail(err, LOGREG_EINVAL, "label %zu of column '%s', '%s', is not valid UTF-8",
                                i + 1, name, labels[i]);
    logreg__filling filling;
    logreg__filling_start(&filling, LOGREG_CATEGORY);
    bool ok = true;
    for (size_t i = 0; i < n && ok; i++)
        ok = logreg__filling_label(&filling, labels[i], labels[i] ? strlen(labels[i]) : 0);
    logreg__column column = {.kind = filling.column.kind};
    ok = ok && logreg__filling_finish(&filling, &column, '\0');
    logreg__filling_clear(&filling);
    return join_named(frame, name, &column, n, ok, err);
}

logreg_status logreg__frame_borrow(logreg_frame *frame, const char *name, const double *base, size_t stride,
                                   size_t n, size_t n_missing, logreg_error *err)
{
    logreg_status status = check_new(frame, name, n, err);
    if (status != LOGREG_OK)
        return status;
    logreg__column column = {.kind = LOGREG_NUMERIC, .base = base, .stride = stride, .n_missing = n_missing};
    return join_named(frame, name, &column, n, true, err);
}

/* ---- Looking ---- */

size_t logreg_frame_rows(const logreg_frame *frame)
{
    return frame->n_rows;
}

size_t logreg_frame_columns(const logreg_frame *frame)
{
    return frame->n_columns;
}

const char *logreg_frame_name(const logreg_frame *frame, size_t j)
{
    return frame->column[j].name;
}

logreg_column_kind logreg_frame_kind(const logreg_frame *frame, size_t j)
{
    return frame->column[j].kind;
}

size_t logreg_frame_missing(const logreg_frame *frame, size_t j)
{
    return frame->column[j].n_missing;
}

const char *logreg__nearest(const char *name, const char *const *names, size_t count)
{
    logreg_nearest near = logreg_nearest_to(name);
    for (size_t i = 0; i < count; i++)
        logreg_nearest_offer(&near, names[i]);
    return near.name;
}

const char *logreg_frame_nearest(const logreg_frame *frame, const char *name)
{
    logreg_nearest near = logreg_nearest_to(name);
    for (size_t j = 0; j < frame->n_columns; j++)
        logreg_nearest_offer(&near, frame->column[j].name);
    return near.name;
}

size_t logreg_frame_levels(const logreg_frame *frame, size_t j)
{
    return frame->column[j].n_levels;
}

const char *logreg_frame_level(const logreg_frame *frame, size_t j, size_t level)
{
    return frame->column[j].levels[level];
}

double logreg_frame_number(const logreg_frame *frame, size_t row, size_t j)
{
    const logreg__column *c = &frame->column[j];
    return c->kind == LOGREG_NUMERIC ? logreg__column_number(c, row) : (double)NAN;
}

const char *logreg_frame_label(const logreg_frame *frame, size_t row, size_t j)
{
    const logreg__column *c = &frame->column[j];
    uint32_t code = c->kind == LOGREG_CATEGORY ? logreg__column_code(c, row) : LOGREG__MISSING;
    return code == LOGREG__MISSING ? NULL : c->levels[code];
}

const char *logreg_frame_cell(const logreg_frame *frame, size_t row, size_t j)
{
    const logreg__verbatim *cells = j < frame->n_verbatim ? frame->verbatim[j] : NULL;
    size_t origin = row;
    if (!cells)
        return NULL;
    logreg__frame_origins(&origin, frame, &row, 1);
    return logreg__verbatim_find(cells, origin);
}

logreg_dialect logreg_frame_dialect(const logreg_frame *frame)
{
    return frame->dialect;
}

char logreg_frame_delimiter(const logreg_frame *frame)
{
    return frame->dialect.delimiter;
}

const char *logreg_frame_source(const logreg_frame *frame)
{
    return frame->source;
}

size_t logreg_frame_rejected(const logreg_frame *frame, const char **first)
{
    if (first)
        *first = frame->rejection;
    return frame->n_rejected;
}

const char *logreg_frame_fault(const logreg_frame *frame, size_t j)
{
    return frame->column[j].faulty ? frame->column[j].doubt : NULL;
}

size_t logreg_frame_notes(const logreg_frame *frame)
{
    return frame->n_notes;
}

const char *logreg_frame_note(const logreg_frame *frame, size_t k)
{
    return k < frame->n_notes ? frame->note[k] : NULL;
}

bool logreg__frame_note(logreg_frame *frame, const char *format, ...)
{
    char text[LOGREG_MESSAGE_SIZE];
    va_list args;
    va_start(args, format);
    vsnprintf(text, sizeof text, format, args);
    va_end(args);
    char *copy = logreg__copy(text);
    if (!copy || !logreg__grow(&frame->note, &frame->note_room, frame->n_notes + 1, sizeof *frame->note)) {
        free(copy);
        return false;
    }
    frame->note[frame->n_notes++] = copy;
    return true;
}

bool logreg__frame_mend(char **command, const logreg_frame *frame, const char *statements, const char *header)
{
    const char *place = frame->cells ? strchr(frame->cells, LOGREG__STATEMENTS) : NULL;
    logreg__text text = {0};
    *command = NULL;
    if (!place || (header && !frame->cells_line))
        return true;
    logreg__text_add_bytes(&text, frame->cells, (size_t)(place - frame->cells));
    logreg__text_add(&text, statements);
    if (header) {
        char line[48];
        snprintf(line, sizeof line, " } elsif ($. == %zu) { ", frame->cells_line);
        logreg__text_add(&text, line);
        logreg__text_add(&text, header);
    }
    logreg__text_add(&text, place + 1);
    *command = logreg__text_take(&text);
    return *command;
}
