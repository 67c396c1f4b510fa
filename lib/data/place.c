#include "data/place.h"

#include <stdarg.h>

#include "base/error.h"
#include "base/memory.h"

/* ---- Lines ---- */

/* Unless the note before says so already. */
static bool note(logreg__lines *lines, size_t row, size_t line)
{
    if (lines->n) {
        const logreg__jump *last = &lines->jump[lines->n - 1];
        if (line - last->line == row - last->row)
            return true;
    }
    if (!logreg__grow(&lines->jump, &lines->room, lines->n + 1, sizeof *lines->jump))
        return false;
    lines->jump[lines->n++] = (logreg__jump){row, line};
    return true;
}

bool logreg__frame_note_line(logreg_frame *frame, size_t row, size_t line)
{
    return note(&frame->lines, row, line);
}

/* How many of the jumps stand at or before a row. */
static size_t jumps_before(const logreg__lines *lines, size_t row)
{
    size_t low = 0, high = lines->n; /* jump[low - 1].row <= row < jump[high].row */
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (lines->jump[middle].row <= row)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static size_t line_of(const logreg__jump *jump, size_t row)
{
    return jump->line + (row - jump->row);
}

size_t logreg__frame_line(const logreg_frame *frame, size_t row)
{
    row += frame->n_before;
    size_t k = jumps_before(&frame->lines, row);
    return k ? line_of(&frame->lines.jump[k - 1], row) : 0;
}

void logreg__frame_origins(size_t *origin, const logreg_frame *frame, const size_t *row, size_t n)
{
    const logreg__lines *o = &frame->origins;
    size_t k = n ? jumps_before(o, row[0]) : 0;
    for (size_t i = 0; i < n; i++) {
        while (k < o->n && o->jump[k].row <= row[i])
            k++;
        origin[i] = k ? line_of(&o->jump[k - 1], row[i]) : row[i];
    }
}

/* The notes on those that stay of n rows. */
static bool keep(logreg__lines *kept, const logreg__lines *old, const unsigned char *stays, size_t n)
{
    bool ok = true;
    for (size_t row = 0, to = 0, k = 0; old->n && ok && row < n; row++) {
        k += k < old->n && old->jump[k].row == row;
        if (stays[row] && k)
            ok = note(kept, to, line_of(&old->jump[k - 1], row));
        to += stays[row] != 0;
    }
    return ok;
}

bool logreg__frame_keep_places(logreg_frame *frame, const unsigned char *stays, size_t n)
{
    logreg__jump same = {0};
    const logreg__lines all = {.jump = &same, .n = 1};
    logreg__lines lines = {0}, origins = {0};
    if (!keep(&lines, &frame->lines, stays, n) ||
        !keep(&origins, frame->origins.n ? &frame->origins : &all, stays, n)) {
        free(lines.jump);
        free(origins.jump);
        return false;
    }
    free(frame->lines.jump);
    free(frame->origins.jump);
    frame->lines = lines;
    frame->origins = origins;
    return true;
}

/* ---- Sentences ---- */

logreg_status logreg__fail_at(logreg_error *err, const logreg_frame *frame, size_t row,
                              const logreg__column *column, const char *format, ...)
{
    char what[LOGREG_MESSAGE_SIZE], field[24] = "";
    va_list args;
    va_start(args, format);
    vsnprintf(what, sizeof what, format, args);
    va_end(args);
    size_t line = logreg__frame_line(frame, row);
    if (!frame->source || !line)
        return logreg__fail(err, LOGREG_EDATA, "row %zu: %s", frame->n_before + row + 1, what);
    if (column)
        snprintf(field, sizeof field, ":%zu", (size_t)(column - frame->column) + 1 + column->n_left_out);
    return logreg__fail(err, LOGREG_EDATA, "%s:%zu%s: %s", frame->source, line, field, what);
}
