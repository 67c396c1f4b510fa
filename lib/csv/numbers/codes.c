/* Columns that read as numbers and are something else: codes such as 1E2. Nothing is wrong with the file, so that a note must do; and sound numbers must not be taken for such, so that all
 * rows must agree. */
#include "csv/numbers/numbers.h"

#include <ctype.h>
#include <string.h>

#include "base/error.h"

/* The note on column j, if there is one. False: memory is out. */
static bool note(logreg_frame *frame, size_t j, const logreg__csv *csv)
{
    const logreg__column *c = &frame->column[j];
    char word[LOGREG__COLUMN_WORD], shown[LOGREG__SHOWN];
    logreg__show_column(word, c->name);
    logreg__show(shown, c->name, strlen(c->name));
    if (c->kind == LOGREG_NUMERIC && c->written == LOGREG__WRITTEN_CODE)
        return logreg__frame_note(
            frame,
            "%s: all numbers of '%s' are written as 1E2 is, and read as 100; if they are codes, use "
            "--categorical %s",
            csv->file, shown, word);
    return true;
}

/* How many digits the cell begins with; 00471E10, a code among such of digits alone, counts as eight. */
static size_t padded_digits(const logreg__cell *cell)
{
    size_t digits = 0, letters = 0;
    for (; digits < cell->n; digits++) {
        bool within = digits && digits + 1 < cell->n && !letters;
        if (cell->text[digits] == 'E' && within)
            letters++;
        else if (!isdigit((unsigned char)cell->text[digits]))
            break;
    }
    return digits;
}

void logreg__padding_note(logreg__padding *p, const logreg__cell *cell)
{
    size_t digits = padded_digits(cell);
    p->other = digits < cell->n || (p->width && digits != p->width);
    p->zero = p->zero || *cell->text == '0';
    p->width = digits;
}

unsigned logreg__padding_flag(const logreg__padding *p)
{
    enum { LEAST = 3 }; /* 01 to 12 are months, 00 to 23 hours */
    return p->zero && !p->other && p->width >= LEAST ? LOGREG__WRITTEN_PADDED : 0;
}

logreg_status logreg__codes_check(logreg_frame *frame, const logreg__csv *csv)
{
    for (size_t j = 0; j < frame->n_columns; j++)
        if (!frame->column[j].spared && !frame->column[j].unnamed && !note(frame, j, csv))
            return logreg__fail_memory(csv->err);
    return LOGREG_OK;
}
