/* Features that cost a fit most of its rows, since they are missing there: without them it has another sample. */
#include "data/losses.h"

#include "base/error.h"
#include "design/doubt.h"
#include "design/unfit.h"
#include "model/fitting.h"

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

logreg_status logreg__losses_find(logreg__losses *losses, const logreg_frame *frame, const logreg__rows *rows,
                                  const logreg__formula *formula, const logreg_options *o,
                                  logreg__loss_part part, logreg_error *err)
{
    size_t n, n_features, *column;
    *losses = (logreg__losses){0};
    if (logreg__loss_light(rows->n, rows->n_total - rows->n_weightless, part))
        return LOGREG_OK;
    logreg_status status = logreg__formula_uses(&column, &n, &n_features, formula, frame, o, err);
    if (status != LOGREG_OK)
        return status;
    logreg__loss *loss = logreg__new(n, sizeof *loss);
    losses->missing = logreg__new(n, sizeof *losses->missing);
    if (loss && losses->missing) {
        const logreg__loss_rows found = logreg__losses_weigh(loss, frame, column, n_features, n, rows, part,
                                                             part == LOGREG__LOSS_QUARTER);
        choose(losses, column, n_features, loss);
        losses->usable = found.usable;
        losses->kept = found.kept;
    } else
        status = logreg__fail_memory(err);
    free(loss);
    losses->column = column;
    losses->n_used = n;
    if (!losses->n)
        logreg__losses_clear(losses);
    return status;
}

void logreg__losses_clear(logreg__losses *losses)
{
    free(losses->column);
    free(losses->missing);
    *losses = (logreg__losses){0};
}

static bool is_tick(const logreg_model *m, const char *column)
{
    for (size_t i = 0; i < m->n_suspicions; i++)
        if (m->suspicion[i].kind == LOGREG__SUSPECT_TICKS && strcmp(m->suspicion[i].column, column) == 0)
            return true;
    return false;
}

bool logreg__losses_suspect(logreg_model *m, const logreg__losses *losses, const logreg_frame *frame)
{
    size_t ticks = 0;
    for (size_t i = 0; i < losses->n; i++)
        ticks += is_tick(m, frame->column[losses->column[i]].name);
    for (size_t i = 0; i < losses->n && ticks < losses->n; i++) {
        const logreg__column *c = &frame->column[losses->column[i]];
        const logreg__suspicion s = {.kind = LOGREG__SUSPECT_LOSS,
                                     .numbers.n_rows = losses->missing[i],
                                     .n_usable = losses->usable,
                                     .n_kept = losses->kept};
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

logreg_status logreg__losses_fail(logreg_error *err, const logreg__losses *losses,
                                  const logreg__formula *formula, const logreg_frame *frame,
                                  const logreg__rows *rows, const logreg_options *o)
{
    logreg__rows *without = NULL;
    logreg__unfits all = {0}, few = {0};
    logreg_error failed;
    if (!err || !losses->n || logreg__doubted(formula, frame))
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
    else if (open && (more || few.n))
        status = logreg__unfits_fail(more ? &all : &few, formula, frame, more, err);
    if (status != LOGREG_ENOMEM && open && !more)
        tell(err, losses, formula, frame, rows);
    logreg__rows_free(without);
    logreg__unfits_clear(&all);
    logreg__unfits_clear(&few);
    return status == LOGREG_ENOMEM ? status : LOGREG_EDATA;
}
