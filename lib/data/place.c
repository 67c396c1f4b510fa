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

size_t logreg__frame_line(const logreg_frame *frame, size_t row)
{
    const logreg__jump *jump = frame->lines.jump;
    row += frame->n_before;
    size_t low = 0, high = frame->lines.n; /* jump[low - 1].row <= row < jump[high].row */
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (jump[middle].row <= row)
            low = middle + 1;
        else
            high = middle;
    }
    return low ? jump[low - 1].line + (row - jump[low - 1].row) : 0;
}

bool logreg__frame_keep_lines(logreg_frame *frame, const unsigned char *keep, size_t n)
{
    const logreg__lines *old = &frame->lines;
    logreg__lines kept = {0};
    bool ok = true;
    for (size_t row = 0, to = 0, k = 0; old->n && ok && row < n; row++) {
        k += k < old->n && old->jump[k].row == row;
        if (keep[row] && k)
            ok = note(&kept, to, old->jump[k - 1].line + (row - old->jump[k - 1].row));
        to += keep[row] != 0;
    }
    if (!ok) {
        free(kept.jump);
        return false;
    }
    free(frame->lines.jump);
    frame->lines = kept;
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
