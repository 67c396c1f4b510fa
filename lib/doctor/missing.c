/* Missing values: how many rows they cost, and which column costs most of them. */
#include "base/memory.h"
#include "data/losses.h"
#include "doctor/checkup.h"
#include "report/summary.h"

static bool loses_rows(const logreg_checkup *c, size_t j)
{
    return c->profile[j].needed && !c->profile[j].skip && logreg_frame_missing(c->frame, j);
}

/* Rows that a fit leaves out; alone[j] (zeros) receives those that column j alone misses. */
static size_t count_rows(size_t *alone, logreg_checkup *c)
{
    size_t columns = logreg_frame_columns(c->frame), n = 0;
    size_t *column = logreg__new(columns, sizeof *column), *count = logreg__new(columns, sizeof *count);
    size_t with = 0;
    c->failed = c->failed || !column || !count;
    for (size_t j = 0; column && j < columns; j++)
        if (loses_rows(c, j))
            column[n++] = j;
    if (column && count)
        with = logreg__losses_count(count, c->frame, column, n, NULL);
    for (size_t i = 0; column && count && i < n; i++)
        alone[column[i]] = count[i];
    free(column);
    free(count);
    return with;
}

/* One column, with the rows that a fit would have without it. */
static void tell_column(logreg_checkup *c, size_t j, size_t left, size_t alone)
{
    logreg__finding *f = logreg__find(c, "much_missing", LOGREG_FINDING_MISLEADS, j);
    logreg__write_column(&f->message, c, j);
    logreg__page_format(&f->message, " is missing in %zu of %zu rows: a fit with it has ",
                        logreg_frame_missing(c->frame, j), logreg_frame_rows(c->frame));
    logreg__write_count(&f->message, (double)left, "row", "rows");
    logreg__page_format(&f->message, ", one without it %zu.", left + alone);
    logreg__page_add(&f->advice,
                     "Ask why it is missing: where that goes with the target, the rows that are left are "
                     "no fair sample. ");
    logreg__advise_leaving_out(f, c, j);
}

static void tell_rows(logreg_checkup *c, size_t with, const size_t *alone)
{
    size_t rows = logreg_frame_rows(c->frame), listed = 0, most = 0;
    logreg__finding *f =
        logreg__find(c, "missing", with == rows ? LOGREG_FINDING_STOPS : LOGREG_FINDING_NOTE, SIZE_MAX);
    logreg__page_format(&f->message,
                        "%zu of %zu rows have a missing value, and a fit leaves them out: ", with, rows);
    for (size_t j = 0; j < logreg_frame_columns(c->frame); j++) {
        most = alone[j] > alone[most] ? j : most;
        if (!loses_rows(c, j) || listed++ >= LOGREG__LISTED)
            continue;
        logreg__page_add(&f->message, listed > 1 ? ", " : "");
        logreg__write_column(&f->message, c, j);
        logreg__page_format(&f->message, " %zu", logreg_frame_missing(c->frame, j));
    }
    logreg__write_more(&f->message, listed);
    logreg__page_add(&f->message, ".");
    logreg__page_add(&f->advice,
                     "Ask why they are missing: where that goes with the target, the rows that are left "
                     "are no fair sample.");
    if (listed < 2 || !c->profile[most].feature || 2 * alone[most] < with)
        return;
    logreg__page_format(&f->advice, " %zu of them miss one column alone, ", alone[most]);
    logreg__write_column(&f->advice, c, most);
    logreg__page_add(&f->advice, ", and come back without it.");
}

void logreg__check_missing(logreg_checkup *c)
{
    size_t rows = logreg_frame_rows(c->frame), columns = logreg_frame_columns(c->frame), others = 0;
    size_t *alone = logreg__new(columns, sizeof *alone);
    c->failed = c->failed || !alone;
    size_t with = alone ? count_rows(alone, c) : 0;
    for (size_t j = 0; with && j < columns; j++) {
        size_t missing = logreg_frame_missing(c->frame, j);
        bool much = c->profile[j].feature && loses_rows(c, j) &&
                    logreg__loss_heavy(missing, rows, alone[j], rows - with, LOGREG__LOSS_QUARTER);
        if (much)
            tell_column(c, j, rows - with, alone[j]);
        others += loses_rows(c, j) && !much;
    }
    if (with && (others || with == rows))
        tell_rows(c, with, alone);
    free(alone);
}
