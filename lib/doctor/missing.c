/* Missing values: how many rows they cost, and which column costs most of them. */
#include <limits.h>

#include "base/memory.h"
#include "data/losses.h"
#include "data/skipped.h"
#include "design/unfit.h"
#include "doctor/checkup.h"
#include "model/fitting.h"
#include "report/summary/summary.h"

/* Is it a target that a fit is not to have, or never, so that no rows are lost for it? */
static bool is_no_target(const logreg_checkup *c, size_t j)
{
    return j == c->target && logreg__target_hardly_there(c) &&
           (logreg__target_refused(c) || logreg_frame_missing(c->frame, j) == logreg_frame_rows(c->frame));
}

static bool loses_rows(const logreg_checkup *c, size_t j)
{
    bool strays = c->frame->column[j].faulty || (j == c->target && c->strays); /* which findings tell */
    return c->profile[j].needed && !c->profile[j].forgiven && !c->profile[j].skip && !strays &&
           logreg_frame_missing(c->frame, j) && !is_no_target(c, j);
}

bool logreg__miss_alike(const logreg_checkup *c, size_t a, size_t b)
{
    const logreg__column *one = &c->frame->column[a], *other = &c->frame->column[b];
    bool same = one->n_missing == other->n_missing;
    for (size_t r = 0; r < logreg_frame_rows(c->frame) && same; r++)
        same = logreg__cell_is_missing(one, r) == logreg__cell_is_missing(other, r);
    return same;
}

/* What each column of the table costs, [columns] (zeros); all zeros where it is no feature. lost: what there is to say of classes without rows. */
static logreg__loss_rows weigh(logreg__loss *loss, logreg__suspicion **lost, size_t *n_lost,
                               logreg_checkup *c)
{
    size_t columns = logreg_frame_columns(c->frame), n = 0, n_features = 0;
    size_t *column = logreg__new(columns, sizeof *column);
    logreg__loss *found = logreg__new(columns, sizeof *found);
    logreg__loss_rows rows = {0};
    c->failed = c->failed || !column || !found;
    if (column && found) {
        for (size_t j = 0; j < columns; j++)
            if (c->profile[j].feature && c->profile[j].needed && !c->profile[j].forgiven &&
                !c->profile[j].skip)
                column[n++] = j;
        n_features = n;
        for (size_t j = 0; j < columns; j++)
            if (loses_rows(c, j) && !c->profile[j].feature)
                column[n++] = j;
        const logreg__loss_columns used = {.frame = c->frame,
                                           .column = column,
                                           .n_features = n_features,
                                           .n = n,
                                           .target = c->n_classes && c->trials == SIZE_MAX &&
                                                             !is_no_target(c, c->target)
                                                         ? &c->frame->column[c->target]
                                                         : NULL};
        rows = logreg__losses_weigh(found, &used, LOGREG__LOSS_QUARTER, true);
        c->failed = c->failed || !logreg__lost_tell(lost, n_lost, &rows.lost, found, &used);
    }
    for (size_t i = 0; i < n_features; i++)
        loss[column[i]] = found[i];
    free(column);
    free(found);
    return rows;
}

/* One column, with the rows that a fit would have without it. others: it is not the only one that is offered. */
static void tell_column(logreg_checkup *c, size_t j, const logreg__loss *loss, const logreg__loss_rows *rows,
                        bool others)
{
    logreg__finding *f = logreg__find(c, "much_missing", LOGREG_FINDING_MISLEADS, j);
    logreg__write_column(&f->message, c, j);
    logreg__page_format(&f->message,
                        rows->usable < logreg_frame_rows(c->frame)
                            ? " is missing in %zu of the %zu rows that could be used: a fit with it has "
                            : " is missing in %zu of %zu rows: a fit with it has ",
                        loss->missing, rows->usable);
    logreg__write_count(&f->message, (double)rows->left, "row", "rows");
    logreg__page_format(&f->message, ", one without it %zu", rows->left + loss->alone);
    if (others)
        logreg__page_format(&f->message, ", and one without all such columns %zu", rows->left + rows->kept);
    logreg__page_add(&f->message, ".");
    logreg__page_add(&f->advice,
                     "Ask why it is missing: where that goes with the target, the rows that are left are "
                     "no fair sample. ");
    logreg__advise_leaving_out(f, c, j);
}

/* All of them at once, and the option that leaves them out. */
static void tell_together(logreg_checkup *c, const logreg__loss *loss, const logreg__loss_rows *rows)
{
    size_t columns = logreg_frame_columns(c->frame), listed = 0;
    logreg__finding *f = &c->scarce;
    bool *offered = logreg__new(columns, sizeof *offered);
    c->failed = c->failed || !offered;
    f->code = "much_missing";
    for (size_t j = 0; offered && j < columns; j++) {
        offered[j] = loss[j].offered;
        if (!loss[j].offered || listed++ >= LOGREG__LISTED)
            continue;
        logreg__page_add(&f->message, listed > 1 ? ", " : "");
        logreg__write_column(&f->message, c, j);
        logreg__page_format(&f->message, " (%zu)", loss[j].missing);
    }
    logreg__write_more(&f->message, listed);
    logreg__page_format(&f->message, " are missing in many of %zu rows: a fit with them has ", rows->usable);
    logreg__write_count(&f->message, (double)rows->left, "row", "rows");
    logreg__page_format(&f->message, ", one without them %zu.", rows->left + rows->kept);
    logreg__page_add(&f->message,
                     " Ask why they are missing: where that goes with the target, or a question was "
                     "for some alone, the rows that are left are no fair sample. ");
    logreg__page_add(&f->message, c->composed ? "Leave them out of the formula." : "To leave them out:");
    if (offered && !c->composed)
        logreg__write_exclude(&f->advice, c, offered);
    free(offered);
}

static void write_losing(logreg__page *page, const logreg_checkup *c, size_t j)
{
    if (logreg_frame_is_condition(c->frame, j))
        logreg__page_add(page, "the target");
    else
        logreg__write_column(page, c, j);
}

/* Is no column before it missing in the same rows? */
static bool misses_first(const logreg_checkup *c, size_t j)
{
    for (size_t k = 0; k < j; k++)
        if (loses_rows(c, k) && logreg__miss_alike(c, k, j))
            return false;
    return loses_rows(c, j);
}

/* "mode, fun and best 22 in the same rows": column j, with those behind it that are missing where it is. */
static void write_alike(logreg__page *page, const logreg_checkup *c, size_t j)
{
    size_t columns = logreg_frame_columns(c->frame), n = 1, told = 1;
    for (size_t k = j + 1; k < columns; k++)
        n += loses_rows(c, k) && logreg__miss_alike(c, k, j);
    write_losing(page, c, j);
    for (size_t k = j + 1; k < columns && told < n && told < LOGREG__LISTED; k++)
        if (loses_rows(c, k) && logreg__miss_alike(c, k, j)) {
            logreg__page_add(page, ++told == n ? " and " : ", ");
            write_losing(page, c, k);
        }
    logreg__write_more(page, n);
    logreg__page_format(page, " %zu", logreg_frame_missing(c->frame, j));
    logreg__page_add(page, n > 1 ? " in the same rows" : "");
}

static void tell_rows(logreg_checkup *c, size_t with, const logreg__loss *loss)
{
    size_t rows = logreg_frame_rows(c->frame), listed = 0, most = 0;
    logreg__finding *f =
        logreg__find(c, "missing", with == rows ? LOGREG_FINDING_STOPS : LOGREG_FINDING_NOTE, SIZE_MAX);
    logreg__page_format(&f->message, "%zu of %zu rows %s a missing value, and a fit leaves %s out: ", with,
                        rows, with == 1 ? "has" : "have", with == 1 ? "it" : "them");
    for (size_t j = 0; j < logreg_frame_columns(c->frame); j++) {
        most = loss[j].alone > loss[most].alone ? j : most;
        if (!misses_first(c, j) || listed++ >= LOGREG__LISTED)
            continue;
        logreg__page_add(&f->message, listed > 1 ? ", " : "");
        write_alike(&f->message, c, j);
    }
    logreg__write_more(&f->message, listed);
    logreg__page_add(&f->message, ".");
    logreg__page_add(&f->advice,
                     "Ask why they are missing: where that goes with the target, the rows that are left "
                     "are no fair sample.");
    if (listed < 2 || !c->profile[most].feature || 2 * loss[most].alone < with)
        return;
    bool one = loss[most].alone == 1;
    logreg__page_format(&f->advice, " %zu of them miss%s one column alone, ", loss[most].alone,
                        one ? "es" : "");
    logreg__write_column(&f->advice, c, most);
    logreg__page_format(&f->advice, ", and come%s back without it.", one ? "s" : "");
}

/* What leaves out the columns that are offered for the sake of classes. */
static void advise_classes(logreg_checkup *c, logreg__finding *f, const logreg__loss *loss)
{
    size_t columns = logreg_frame_columns(c->frame), n = 0, *given = logreg__new(columns, sizeof *given);
    logreg__text way = {0};
    for (size_t j = 0; given && j < columns; j++)
        if (loss[j].for_class)
            given[n++] = j;
    if (given)
        logreg__leave_out(&way, given, n, c->formula, c->frame);
    c->failed = c->failed || way.failed || !given;
    logreg__page_add(&f->advice, "The way back: ");
    logreg__page_name(&f->advice, way.start ? way.start : "", INT_MAX);
    logreg__page_add(&f->advice, ".");
    free(way.start);
    free(given);
}

/* Classes of which a fit has no row. heavy: what leaves their columns out is told of columns that miss much. */
static void tell_lost(logreg_checkup *c, const logreg__loss *loss, const logreg__lost *classes,
                      const logreg__suspicion *lost, size_t n, bool heavy)
{
    size_t back = 0;
    bool one = classes->left == 1;
    logreg__finding *f =
        logreg__find(c, "lost_classes", one ? LOGREG_FINDING_STOPS : LOGREG_FINDING_MISLEADS, c->target);
    logreg__write_lost(&f->message, logreg_frame_name(c->frame, c->target), lost, n);
    logreg__page_add(&f->message, one ? " That leaves one class, and no fit." : "");
    for (size_t k = 0; k < classes->n; k++)
        back += classes->class[k].back;
    if (!back)
        logreg__page_add(&f->advice, "Ask why it is missing there, and choose other columns.");
    else if (heavy)
        logreg__page_add(&f->advice, "The way back is to leave out the columns that miss much.");
    else
        advise_classes(c, f, loss);
}

/* Columns that are missing where another has certain values: each, and the option for all. */
static void tell_skipped(logreg_checkup *c)
{
    size_t columns = logreg_frame_columns(c->frame), n = 0;
    bool *column = logreg__new(columns, sizeof *column), marked = false;
    logreg__text list = {0};
    logreg__page message;
    logreg__page_start_like(&message, &c->spare.message);
    c->failed = c->failed || !column;
    for (size_t j = 0; column && j < columns; j++)
        column[j] = c->profile[j].feature && !c->profile[j].skip;
    logreg__skipped before = {.where = NULL};
    for (size_t j = 0; column && j < columns; j++) {
        logreg__skipped skipped = {.where = NULL};
        c->failed = c->failed || (column[j] && !logreg__skipped_find(&skipped, c->frame, column, j));
        c->profile[j].asked = skipped.rows;
        if (!skipped.rows || n++ >= LOGREG__LISTED) {
            free(skipped.where);
            continue;
        }
        logreg__page_add(&message, n > 1 ? "; " : "");
        bool again = before.where && skipped.where && skipped.rows == before.rows &&
                     skipped.other == before.other && strcmp(skipped.where, before.where) == 0;
        logreg__write_skipped(&message, logreg_frame_name(c->frame, j), skipped.where, skipped.rows,
                              skipped.other, again);
        logreg__skipped_item(&list, logreg_frame_name(c->frame, j), skipped.way);
        marked = marked || skipped.way == LOGREG__SKIPPED_MARKED;
        free(before.where);
        before = skipped;
    }
    free(before.where);
    if (n) {
        logreg__finding *f = logreg__find(c, "skipped", LOGREG_FINDING_MISLEADS, SIZE_MAX);
        logreg__page_add(&f->message, logreg__page_string(&message));
        logreg__write_more(&f->message, n);
        logreg__page_add(&f->message, ".");
        logreg__advise_skipped(&f->advice, &list, marked, n);
    }
    free(list.start);
    free(column);
    logreg__page_free(&message);
}

void logreg__check_missing(logreg_checkup *c)
{
    size_t rows = logreg_frame_rows(c->frame), columns = logreg_frame_columns(c->frame);
    size_t offered = 0, others = 0, n_lost = 0;
    bool heavy = false;
    logreg__suspicion *lost = NULL;
    logreg__loss *loss = logreg__new(columns, sizeof *loss);
    c->failed = c->failed || !loss;
    const logreg__loss_rows found = loss ? weigh(loss, &lost, &n_lost, c) : (logreg__loss_rows){.left = rows};
    for (size_t j = 0; loss && j < columns; j++)
        heavy = heavy || (loss[j].offered && !loss[j].for_class);
    for (size_t j = 0; loss && j < columns; j++) {
        c->profile[j].aside = loss[j].offered;
        offered += heavy && loss[j].offered;
        bool told = j == c->target && logreg__target_hardly_there(c);
        others += loses_rows(c, j) && !(heavy && loss[j].offered) && !told;
    }
    c->starved = heavy && 2 * found.left <= found.left + found.kept;
    for (size_t j = 0; heavy && j < columns; j++)
        if (loss[j].offered)
            tell_column(c, j, &loss[j], &found, offered > 1);
    if (offered > 1)
        tell_together(c, loss, &found);
    tell_skipped(c);
    if (n_lost && found.lost.left && !c->failed)
        tell_lost(c, loss, &found.lost, lost, n_lost, heavy);
    if (found.left < rows && (others || found.left == 0))
        tell_rows(c, rows - found.left, loss);
    logreg__suspicions_free(lost, n_lost);
    free(loss);
}
