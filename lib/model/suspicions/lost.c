/* Classes of the target that have no row in a fit, since features are missing there: which features, and what is said where that leaves one class. */
#include "base/error.h"
#include "base/memory.h"
#include "base/number.h"
#include "design/unfit.h"
#include "model/fitting.h"

/* Columns that a sentence names; all stand in its option. */
enum { NAMED = 4 };

static const char *label_of(char number[LOGREG__NUMBER_SIZE], const logreg__column *target, size_t row)
{
    if (target->kind == LOGREG_NUMERIC)
        return logreg__number_shortest(number, logreg__column_number(target, row));
    return target->levels[logreg__column_code(target, row)];
}

/* Is the i-th feature missing in a usable row of the k-th class? */
static bool is_missing(const logreg__lost *lost, size_t k, const logreg__loss_columns *c, size_t i)
{
    for (size_t row = lost->class[k].first; row < c->frame->n_rows; row++)
        if (logreg__loss_misses(c, i, row) && logreg__lost_has(lost, k, c->target, row) &&
            logreg__loss_usable(c, row))
            return true;
    return false;
}

/* Does each usable row of the k-th class miss one that is offered? */
static bool explains(const logreg__loss *loss, const logreg__lost *lost, size_t k,
                     const logreg__loss_columns *c)
{
    for (size_t row = lost->class[k].first; row < c->frame->n_rows; row++) {
        bool missed = !logreg__lost_has(lost, k, c->target, row) || !logreg__loss_usable(c, row);
        for (size_t i = 0; i < c->n_features && !missed; i++)
            missed = loss[i].offered && logreg__loss_misses(c, i, row);
        if (!missed)
            return false;
    }
    return true;
}

static bool add(logreg__suspicion **told, size_t *n, size_t *room, const logreg__suspicion *s,
                const char *column)
{
    if (!logreg__grow(told, room, *n + 1, sizeof **told))
        return false;
    return logreg__suspicion_copy(&(*told)[(*n)++], s, column);
}

bool logreg__lost_tell(logreg__suspicion **told, size_t *n, const logreg__lost *lost,
                       const logreg__loss *loss, const logreg__loss_columns *c)
{
    size_t room = 0;
    for (size_t k = 0; k < lost->n; k++) {
        char number[LOGREG__NUMBER_SIZE];
        const char *label = label_of(number, c->target, lost->class[k].first);
        bool enough = explains(loss, lost, k, c);
        for (size_t i = 0; i < c->n_features; i++) {
            const logreg__suspicion s = {.kind = LOGREG__SUSPECT_LOST,
                                         .lost = {.class = (char *)label, /* which is copied */
                                                  .rows = lost->class[k].rows,
                                                  .back = loss[i].offered ? lost->class[k].back : 0}};
            if ((loss[i].offered || !enough) && is_missing(lost, k, c, i) &&
                !add(told, n, &room, &s, c->frame->column[c->column[i]].name))
                return false;
        }
    }
    return true;
}

/* "'age', 'ess' or 1 more" of those that the first class misses. */
static void add_columns(logreg__text *text, const logreg__losses *losses)
{
    size_t n = 0;
    while (n < losses->n_of_class &&
           strcmp(losses->of_class[n].lost.class, losses->of_class->lost.class) == 0)
        n++;
    for (size_t i = 0; i < n && i < NAMED; i++) {
        logreg__text_add(text, i == 0 ? "'" : i + 1 == n ? " or '" : ", '");
        logreg__text_add(text, losses->of_class[i].column);
        logreg__text_add(text, "'");
    }
    if (n > NAMED)
        logreg__text_add(text, " or others");
}

/* "all 10 rows with '1'", "all rows of other classes" */
static void add_rows(logreg__text *text, const logreg__losses *losses, bool condition)
{
    char count[80];
    if (losses->lost.n > 1) {
        logreg__text_add(text, "all rows of the other classes");
        return;
    }
    size_t n = losses->of_class->lost.rows;
    if (n == 1)
        snprintf(count, sizeof count, "the one row ");
    else
        snprintf(count, sizeof count, "all %zu rows ", n);
    logreg__text_add(text, count);
    logreg__text_add(text, condition ? "where it is " : "with '");
    logreg__text_add(text, losses->of_class->lost.class);
    logreg__text_add(text, condition ? "" : "'");
}

/* The label of the class that is left; "": none is, or it is not of the target. */
static const char *left(char number[LOGREG__NUMBER_SIZE], const logreg__column *target,
                        const logreg__rows *rows)
{
    size_t row = 0;
    while (row < rows->n_total && !logreg__rows_has(rows, row))
        row++;
    return row < rows->n_total ? label_of(number, target, row) : "";
}

logreg_status logreg__lost_fail(const logreg__losses *losses, const logreg__formula *formula,
                                const logreg_frame *frame, const logreg__rows *rows, logreg_error *err)
{
    const logreg__column *target = logreg__frame_column(frame, formula->response);
    const logreg__suspicion *first = losses->of_class;
    char number[LOGREG__NUMBER_SIZE], count[80];
    logreg__text text = {0};
    logreg__text_add(&text, target->known_by ? "the condition '" : "the target '");
    logreg__text_add(&text, target->name);
    logreg__text_add(&text, target->known_by ? "' is " : "' has one class only, '");
    logreg__text_add(&text, left(number, target, rows));
    snprintf(count, sizeof count,
             "%s in the %zu row%s without missing values: ", target->known_by ? "" : "',", rows->n,
             rows->n == 1 ? "" : "s");
    logreg__text_add(&text, count);
    add_rows(&text, losses, target->known_by);
    logreg__text_add(&text, losses->lost.n == 1 && first->lost.rows == 1 ? " misses " : " miss ");
    add_columns(&text, losses);
    if (losses->n) {
        logreg__text_add(&text, ": ");
        logreg__leave_out(&text, losses->column, losses->n, formula, frame);
        snprintf(count, sizeof count, " keeps %zu row%s more", losses->kept, losses->kept == 1 ? "" : "s");
        logreg__text_add(&text, count);
    } else {
        logreg__text_add(&text, ", and no other column would be left to explain it: name others, or fill in "
                                "what is missing");
    }
    logreg_status status =
        text.failed ? logreg__fail_memory(err) : logreg__fail(err, LOGREG_EDATA, "%s", text.start);
    free(text.start);
    return status;
}
