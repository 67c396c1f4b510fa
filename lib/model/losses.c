/* Features that cost a fit most of its rows, since they are missing there: without them it has another sample. */
#include "data/losses.h"

#include "base/error.h"
#include "base/word.h"
#include "model/fitting.h"

/* Columns that a sentence on what stops a fit names; all stand in its option. */
enum { NAMED = 4 };

/* Features that cost most rows, but for one that is left where all do: to the front of column; how many. */
static size_t choose(size_t *column, const size_t *alone, size_t n_features, const logreg_frame *frame,
                     const logreg__rows *rows)
{
    size_t total = rows->n_total - rows->n_weightless, heavy = 0, least = 0, least_missing = SIZE_MAX;
    for (size_t i = 0; i < n_features; i++) {
        size_t missing = logreg__rows_missing(rows, &frame->column[column[i]]);
        if (!logreg__loss_heavy(missing, total, alone[i], rows->n))
            continue;
        if (missing < least_missing) {
            least_missing = missing;
            least = heavy;
        }
        size_t spared = column[heavy];
        column[heavy++] = column[i];
        column[i] = spared;
    }
    if (!heavy || heavy < n_features)
        return heavy;
    size_t spared = column[least];
    column[least] = column[--heavy];
    column[heavy] = spared;
    return heavy;
}

logreg_status logreg__losses_find(logreg__losses *losses, const logreg_frame *frame, const logreg__rows *rows,
                                  const logreg__formula *formula, const logreg_options *o, logreg_error *err)
{
    size_t n, n_features, *column, left = 0;
    *losses = (logreg__losses){0};
    if (2 * rows->n >= rows->n_total - rows->n_weightless)
        return LOGREG_OK;
    logreg_status status = logreg__formula_uses(&column, &n, &n_features, formula, frame, o, err);
    if (status != LOGREG_OK)
        return status;
    size_t *alone = logreg__new(n, sizeof *alone);
    logreg__rows *without = NULL;
    if (!alone)
        status = logreg__fail_memory(err);
    if (status == LOGREG_OK) {
        logreg__losses_count(alone, frame, column, n, rows);
        losses->n = choose(column, alone, n_features, frame, rows);
    }
    if (losses->n) {
        const logreg__outcome outcome = logreg__outcome_chosen(formula->response, o);
        status = logreg__rows_counting(&without, frame, column + losses->n, n - losses->n, &outcome, err);
        left = status == LOGREG_OK ? without->n : 0;
    }
    logreg__rows_free(without);
    free(alone);
    losses->column = column;
    if (left > rows->n) {
        losses->kept = left - rows->n;
        return LOGREG_OK;
    }
    free(column);
    *losses = (logreg__losses){0};
    return status;
}

static bool is_tick(const logreg_model *m, const char *column)
{
    for (size_t i = 0; i < m->n_suspicions; i++)
        if (m->suspicion[i].kind == LOGREG__SUSPECT_TICKS && strcmp(m->suspicion[i].column, column) == 0)
            return true;
    return false;
}

bool logreg__losses_suspect(logreg_model *m, const logreg__losses *losses, const logreg_frame *frame,
                            const logreg__rows *rows)
{
    size_t ticks = 0;
    for (size_t i = 0; i < losses->n; i++)
        ticks += is_tick(m, frame->column[losses->column[i]].name);
    for (size_t i = 0; i < losses->n && ticks < losses->n; i++) {
        const logreg__column *c = &frame->column[losses->column[i]];
        const logreg__suspicion s = {.kind = LOGREG__SUSPECT_LOSS,
                                     .numbers.n_rows = logreg__rows_missing(rows, c),
                                     .n_kept = losses->kept};
        if (!logreg__suspicion_add(m, &s, c->name))
            return false;
    }
    return true;
}

void logreg__losses_tell(logreg_error *err, const logreg__losses *losses, const logreg_frame *frame,
                         const logreg__rows *rows)
{
    logreg__text told = {0}, list = {0};
    char count[120];
    if (!err || !losses->n)
        return;
    logreg__text_add(&told, err->message);
    for (size_t i = 0; i < losses->n; i++) {
        const logreg__column *c = &frame->column[losses->column[i]];
        logreg__text_add_item(&list, c->name);
        if (i >= NAMED)
            continue;
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
    logreg__text_add(&told, ": --exclude ");
    logreg__text_add_word(&told, list.start ? list.start : "");
    snprintf(count, sizeof count, " keeps %zu row%s more", losses->kept, losses->kept == 1 ? "" : "s");
    logreg__text_add(&told, count);
    /* A list that does not fit in, or memory that is out, leaves the sentence as it is. */
    if (!told.failed && !list.failed && told.length < sizeof err->message)
        logreg__fail(err, err->status, "%s", told.start);
    free(told.start);
    free(list.start);
}
