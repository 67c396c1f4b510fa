/* Features that cost a fit most of its rows, since they are missing there: without them it has another sample. */
#include "data/losses.h"
#include "data/skipped.h"

#include "base/error.h"
#include "base/word.h"
#include "design/doubt.h"
#include "design/unfit.h"
#include "model/suspicions/finders.h"

/* Columns that a sentence on what stops a fit names; all stand in its option. */
enum { NAMED = 4 };

/* The features offered, in front of the others that the fit uses. */
static void choose(logreg__losses *losses, size_t *column, size_t n_features, const logreg__loss *loss)
{
    for (size_t i = 0; i < n_features; i++) {
        size_t spared = column[losses->n];
        if (!loss[i].offered)
            continue;
        losses->missing[losses->n] = loss[i].missing;
        column[losses->n++] = column[i];
        column[i] = spared;
    }
}

/* Rows that a fit has that uses n columns. */
static logreg_status rows_of(logreg__rows **rows, const size_t *column, size_t n, const logreg_frame *frame,
                             const logreg__formula *formula, const logreg_options *o, logreg_error *err)
{
    const logreg__outcome outcome = logreg__outcome_chosen(formula->response, o);
    return logreg__rows_counting(rows, frame, column, n, &outcome, err);
}

/* What the fit uses, as a search for losses wants it. */
static logreg__loss_columns columns_of(const logreg_frame *frame, const logreg__rows *rows,
                                       const logreg__formula *formula, const logreg_options *o)
{
    return (logreg__loss_columns){.frame = frame,
                                  .target = o->trials ? NULL : logreg__frame_column(frame, formula->response),
                                  .rows = rows};
}

/* Weighs them; so few rows may be missing that it is about classes alone. */
static logreg_status weigh(logreg__losses *losses, size_t *column, const logreg__loss_columns *c,
                           logreg__loss_part part, logreg_error *err)
{
    logreg__loss *loss = logreg__new(c->n, sizeof *loss);
    losses->missing = logreg__new(c->n, sizeof *losses->missing);
    bool ok = loss && losses->missing;
    if (ok) {
        const logreg__loss_rows found = logreg__losses_weigh(loss, c, part, part == LOGREG__LOSS_QUARTER);
        losses->usable = found.usable;
        losses->kept = found.kept;
        losses->lost = found.lost;
        for (size_t i = 0; i < c->n_features; i++)
            losses->heavy = losses->heavy || (loss[i].offered && !loss[i].for_class);
        ok = logreg__lost_tell(&losses->of_class, &losses->n_of_class, &found.lost, loss, c);
        choose(losses, column, c->n_features, loss);
    }
    free(loss);
    return ok ? LOGREG_OK : logreg__fail_memory(err);
}

logreg_status logreg__losses_find(logreg__losses *losses, const logreg_frame *frame, const logreg__rows *rows,
                                  const logreg__formula *formula, const logreg_options *o,
                                  logreg__loss_part part, logreg_error *err)
{
    size_t *column, read = rows->n_total - rows->n_weightless;
    logreg__loss_columns c = columns_of(frame, rows, formula, o);
    *losses = (logreg__losses){0};
    if (rows->n == read)
        return LOGREG_OK;
    logreg_status status = logreg__formula_uses(&column, &c.n, &c.n_features, formula, frame, o, true, err);
    if (status != LOGREG_OK)
        return status;
    c.column = column;
    if (logreg__loss_light(rows->n, read, part))
        logreg__lost_find(&losses->lost, &c);
    if (losses->lost.n || !logreg__loss_light(rows->n, read, part))
        status = weigh(losses, column, &c, part, err);
    losses->column = column;
    losses->n_used = c.n;
    if (!losses->n && !losses->n_of_class)
        logreg__losses_clear(losses);
    return status;
}

void logreg__losses_clear(logreg__losses *losses)
{
    free(losses->column);
    free(losses->missing);
    logreg__suspicions_free(losses->of_class, losses->n_of_class);
    *losses = (logreg__losses){0};
}

bool logreg__find_losses(const logreg__search *q)
{
    logreg_model *m = q->model;
    const logreg__losses *losses = q->losses;
    const logreg_frame *frame = q->used;
    size_t ticks = 0;
    for (size_t i = 0; i < losses->n_of_class; i++)
        if (!logreg__suspicion_add(m, &losses->of_class[i], losses->of_class[i].column))
            return false;
    for (size_t i = 0; i < losses->n; i++)
        ticks += logreg__suspected(m, LOGREG__SUSPECT_TICKS, frame->column[losses->column[i]].name);
    for (size_t i = 0; i < losses->n && losses->heavy && ticks < losses->n; i++) {
        const logreg__column *c = &frame->column[losses->column[i]];
        const logreg__suspicion s = {
            .kind = LOGREG__SUSPECT_LOSS,
            .loss = {.missing = losses->missing[i], .usable = losses->usable, .kept = losses->kept}};
        if (!logreg__suspicion_add(m, &s, c->name))
            return false;
    }
    return true;
}

/* Ends a sentence with them, and with what leaves them out. */
static void tell(logreg_error *err, const logreg__losses *losses, const logreg__formula *formula,
                 const logreg_frame *frame, const logreg__rows *rows)
{
    logreg__text told = {0};
    char count[120];
    logreg__text_add(&told, err->message);
    for (size_t i = 0; i < losses->n && i < NAMED; i++) {
        const logreg__column *c = &frame->column[losses->column[i]];
        snprintf(count, sizeof count, i ? "' in %zu" : "' is missing in %zu of %zu rows",
                 logreg__rows_missing(rows, c), rows->n_total - rows->n_weightless);
        logreg__text_add(&told, i ? ", '" : "; column '");
        logreg__text_add(&told, c->name);
        logreg__text_add(&told, count);
    }
    if (losses->n > NAMED) {
        snprintf(count, sizeof count, " and %zu more column%s", losses->n - NAMED,
                 losses->n == NAMED + 1 ? "" : "s");
        logreg__text_add(&told, count);
    }
    logreg__text_add(&told, ": ");
    logreg__leave_out(&told, losses->column, losses->n, formula, frame);
    snprintf(count, sizeof count, " keeps %zu row%s more", losses->kept, losses->kept == 1 ? "" : "s");
    logreg__text_add(&told, count);
    /* A list that does not fit in, or memory that is out, leaves the sentence as it is. */
    if (!told.failed && told.length < sizeof err->message)
        logreg__fail(err, err->status, "%s", told.start);
    free(told.start);
}

/* The losses, as columns that are of no use. */
static bool add_losses(logreg__unfits *u, const logreg__losses *losses, const logreg_frame *frame,
                       const logreg__rows *rows)
{
    bool ok = true;
    for (size_t i = 0; i < losses->n && ok; i++) {
        const logreg__column *c = &frame->column[losses->column[i]];
        logreg__unfit unfit = {.kind = LOGREG__UNFIT_SPARSE,
                               .column = c,
                               .rows = rows->n_total - rows->n_weightless,
                               .n_missing = logreg__rows_missing(rows, c)};
        if (unfit.n_missing == unfit.rows)
            unfit.kind = LOGREG__UNFIT_EMPTY;
        ok = logreg__unfits_add(u, &unfit);
    }
    return ok;
}

/* Says of the first of them that is missing where a column of the formula has certain values, and what keeps those rows, if there is room for it. */
static logreg_status tell_skipped(logreg_error *err, const logreg__losses *losses,
                                  const logreg__formula *formula, const logreg_frame *frame)
{
    bool *column = logreg__new(frame->n_columns, sizeof *column), ok = column;
    logreg__skipped skipped = {.where = NULL};
    logreg__text told = {0}, item = {0};
    size_t i = 0;
    for (size_t k = 0; k < formula->n_factors && ok; k++) {
        const logreg__column *c = logreg__factor_column(&formula->factor[k], frame);
        if (c)
            column[c - frame->column] = true;
    }
    for (; i < losses->n && ok && !skipped.rows; i++)
        ok = logreg__skipped_find(&skipped, frame, column, losses->column[i]);
    if (skipped.rows) {
        const char *name = frame->column[losses->column[i - 1]].name;
        logreg__skipped_item(&item, name, skipped.way);
        logreg__text_add(&told, err->message);
        logreg__text_add(&told, "; if '");
        logreg__text_add(&told, name);
        logreg__text_add(&told, "' does not apply where ");
        logreg__text_add(&told, skipped.where);
        logreg__text_add(&told, ", --impute ");
        logreg__text_add_word(&told, item.start ? item.start : "");
        logreg__text_add(&told, skipped.way == LOGREG__SKIPPED_MARKED ? " --missing-indicator" : "");
        logreg__text_add(&told, " keeps these rows");
        logreg__text_add(&told, skipped.other ? ", and does the same to others that miss it" : "");
    }
    ok = ok && !told.failed && !item.failed;
    if (!ok)
        logreg__fail_memory(err);
    else if (told.start && told.length < sizeof err->message)
        logreg__fail(err, err->status, "%s", told.start);
    free(skipped.where);
    free(told.start);
    free(item.start);
    free(column);
    return ok ? LOGREG_OK : LOGREG_ENOMEM;
}

logreg_status logreg__losses_fail(logreg_error *err, const logreg__losses *losses,
                                  const logreg__formula *formula, const logreg_frame *frame,
                                  const logreg__rows *rows, const logreg_options *o)
{
    logreg__rows *without = NULL;
    logreg__unfits all = {0}, few = {0};
    logreg_error failed;
    bool one_class = losses->lost.n && losses->lost.left == 1;
    if (!err || !(losses->n || one_class) || logreg__doubted(formula, frame))
        return LOGREG_EDATA;
    logreg_status status = add_losses(&all, losses, frame, rows)
                               ? rows_of(&without, losses->column + losses->n, losses->n_used - losses->n,
                                         frame, formula, o, &failed)
                               : logreg__fail_memory(&failed);
    if (status == LOGREG_OK)
        status = logreg__unfits_find(&all, formula, frame, without, &failed);
    if (status == LOGREG_OK && rows->n)
        status = logreg__unfits_find(&few, formula, frame, rows, &failed);
    bool open = few.n || !strstr(err->message, " --"),
         more = all.n > losses->n; /* it names no other way on */
    if (status == LOGREG_OK && open && more && !logreg__unfits_add_doubtful(&all, formula, frame))
        status = logreg__fail_memory(&failed);
    if (status == LOGREG_ENOMEM)
        *err = failed;
    else if (open && more)
        status = logreg__unfits_fail(&all, formula, frame, true, err);
    else if (one_class)
        status = logreg__lost_fail(losses, formula, frame, rows, err);
    else if (open && few.n)
        status = logreg__unfits_fail(&few, formula, frame, false, err);
    if (status != LOGREG_ENOMEM && open && !more && !one_class)
        tell(err, losses, formula, frame, rows);
    if (status != LOGREG_ENOMEM && tell_skipped(err, losses, formula, frame) != LOGREG_OK)
        status = LOGREG_ENOMEM;
    logreg__rows_free(without);
    logreg__unfits_clear(&all);
    logreg__unfits_clear(&few);
    return status == LOGREG_ENOMEM ? status : LOGREG_EDATA;
}
