/* Columns and rows that stand there twice. */
#include "doctor/checkup.h"

#include <math.h>

#include "data/copies.h"
#include "data/twice.h"

static bool same_cell(const logreg__column *a, size_t i, const logreg__column *b, size_t k)
{
    if (a->kind == LOGREG_CATEGORY) {
        uint32_t x = logreg__column_code(a, i), y = logreg__column_code(b, k);
        return x == LOGREG__MISSING || y == LOGREG__MISSING ? x == y
                                                            : strcmp(a->levels[x], b->levels[y]) == 0;
    }
    double x = logreg__column_number(a, i), y = logreg__column_number(b, k);
    return isnan(x) ? isnan(y) : x == y;
}

static bool same_column(const logreg_checkup *c, size_t a, size_t b)
{
    const logreg__column *x = &c->frame->column[a], *y = &c->frame->column[b];
    if (x->kind != y->kind)
        return false;
    for (size_t i = 0; i < logreg_frame_rows(c->frame); i++)
        if (!same_cell(x, i, y, i))
            return false;
    return true;
}

static void columns_twice(logreg_checkup *c)
{
    for (size_t j = 1; j < logreg_frame_columns(c->frame); j++)
        for (size_t i = 0; i < j && logreg__in_trial(c, j); i++) {
            if (c->profile[i].hash != c->profile[j].hash || !logreg__in_trial(c, i) || !same_column(c, i, j))
                continue;
            logreg__finding *f = logreg__find(c, "duplicate_column", LOGREG_FINDING_MISLEADS, j);
            logreg__write_column(&f->message, c, j);
            logreg__page_add(&f->message, " holds in every row what ");
            logreg__write_column(&f->message, c, i);
            logreg__page_add(&f->message, " holds; only one of them can have a coefficient.");
            logreg__advise_leaving_out(f, c, j);
            c->profile[j].unwanted = true;
            c->profile[j].skip = true;
        }
}

/* ---- Rows ---- */

/* Sparse rows hold so much that no two are equal by chance. A fit spares itself the search where rows are very many. */
static logreg__repeats find_repeats(logreg_checkup *c)
{
    logreg__repeats some;
    bool ok = c->frame->sparse                          ? logreg__repeats_all(&some, c->frame)
              : c->frame->n_rows > LOGREG__REPEATS_ROWS ? logreg__copies_find(&some, c->frame)
                                                        : logreg__repeats_find(&some, c->frame);
    c->failed = c->failed || !ok;
    return some;
}

static void rows_twice(logreg_checkup *c)
{
    if (logreg__frame_twice(c->frame)) {
        logreg__finding *all = logreg__find(c, "duplicate_rows", LOGREG_FINDING_MISLEADS, SIZE_MAX);
        logreg__write_twice(&all->message, logreg_frame_rows(c->frame) / 2);
        logreg__page_add(&all->advice, "If the file was put together twice, remove the second half: standard "
                                       "errors take each row for a case of its own.");
        return;
    }
    logreg__repeats some = find_repeats(c);
    if (!some.rows)
        return;
    logreg__finding *f = logreg__find(c, "duplicate_rows", LOGREG_FINDING_NOTE, SIZE_MAX);
    logreg__write_repeats(&f->message, some.rows,
                          some.but == SIZE_MAX ? NULL : logreg_frame_name(c->frame, some.but),
                          logreg__frame_line(c->frame, some.first), some.first + 1);
    c->failed = c->failed || !logreg__repeats_command(&f->command, c->frame, &some);
    logreg__page_add(&f->advice, "If they were entered or joined twice, ");
    logreg__write_remove(&f->advice, f->command);
    logreg__page_format(&f->advice, "%s %s.", f->command ? "; as they are," : ":",
                        c->frame->sparse ? "folds would hold out rows that others hold too"
                                         : "standard errors take each for a case of its own");
}

void logreg__check_repeats(logreg_checkup *c)
{
    columns_twice(c);
    rows_twice(c);
}
