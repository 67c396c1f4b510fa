/* An outcome that is the date on which it happened, and empty where it did not. As classes the dates mean nothing; whether there is one is
 * what can be fitted. */
#include "csv/mending/command.h"
#include "csv/categories/surplus.h"

#include "base/error.h"
#include "base/memory.h"
#include "data/calendar.h"
#include "data/day.h"

static bool holds_dates(const logreg__column *c, size_t rows)
{
    if (c->kind == LOGREG_NUMERIC)
        return logreg__calendar_of(c, rows) != LOGREG__NO_DATES;
    return logreg__count_dates(c->levels, c->n_levels) > 0;
}

static char *compose(const logreg_frame *frame, size_t j, const logreg__csv *csv)
{
    const logreg__column *c = &frame->column[j];
    char sentence[LOGREG_MESSAGE_SIZE], command[LOGREG__COMMAND], rows[64],
        way[LOGREG__COMMAND + 160] = "", name[LOGREG__SHOWN];
    size_t row = 0, field = j + c->n_left_out;
    logreg_gap gap; /* 0000-00-00, - */
    logreg_frame_gap(&gap, frame, j);
    size_t nothing = c->n_missing + gap.n_rows;
    while (logreg__cell_is_missing(c, row))
        row++;
    snprintf(rows, sizeof rows, "$F[%zu] = $F[%zu] =~ /[1-9]/ || 0", field, field);
    logreg__cells_command(command, &(logreg__cells){.rows = rows, .least = field + 1}, csv);
    if (nothing)
        snprintf(way, sizeof way,
                 ", and nothing in %zu of %zu rows. If it is filled where the event came about, write 1 "
                 "there and 0 "
                 "elsewhere%s%s; if not, name the",
                 nothing, frame->n_rows, *command ? ", " : "", command);
    else
        snprintf(way, sizeof way, ", each of which would be a class: name another");
    snprintf(sentence, sizeof sentence, "%s:%zu:%zu '%s' holds dates%s outcome with --target", csv->file,
             logreg__frame_line(frame, row), field + 1, logreg__show(name, c->name, strlen(c->name)), way);
    return logreg__copy(sentence);
}

logreg_status logreg__happened_check(logreg_frame *frame, const logreg__csv *csv)
{
    for (size_t j = 0; j < frame->n_columns; j++) {
        logreg__column *c = &frame->column[j];
        if (c->insisted || c->surplus || c->n_missing == frame->n_rows || !holds_dates(c, frame->n_rows))
            continue;
        c->surplus = compose(frame, j, csv);
        if (!c->surplus)
            return logreg__fail_memory(csv->err);
    }
    return LOGREG_OK;
}
