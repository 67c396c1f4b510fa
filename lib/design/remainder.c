#include "design/remainder.h"

#include <math.h>

#include "base/error.h"
#include "design/unfit.h"

/* Fewer rows prove nothing. */
enum { FEW_ROWS = 4 };

/* How a column stands to events out of trials. */
typedef struct {
    size_t rows;  /* in which the two add up */
    size_t empty; /* in which events are missing, and it is all of the trials */
    bool other;   /* they do not add up somewhere */
} remainder_of;

static remainder_of look(const logreg__column *c, const logreg_frame *frame, const logreg__column *events,
                         const logreg__column *trials)
{
    remainder_of found = {0};
    for (size_t r = 0; r < frame->n_rows && !found.other; r++) {
        double n = logreg__column_number(trials, r), y = logreg__column_number(events, r),
               x = logreg__column_number(c, r);
        if (isnan(n) || isnan(x))
            continue;
        found.rows += x + y == n;
        found.empty += isnan(y) && x == n;
        found.other = isnan(y) ? x != n : x + y != n;
    }
    return found;
}

static bool is_used(const logreg__formula *formula, const logreg_frame *frame, const logreg__column *c)
{
    for (size_t i = 0; i < formula->n_factors; i++)
        if (logreg__factor_column(&formula->factor[i], frame) == c)
            return true;
    return false;
}

static void add_name(logreg__text *text, const char *before, const char *name, const char *behind)
{
    logreg__text_add(text, before);
    logreg__text_add(text, name);
    logreg__text_add(text, behind);
}

/* "; 'Yes' is empty in 2 rows where 'No' is all of 'Total', which means 0: write that, COMMAND" */
static bool add_empty(logreg__text *text, const remainder_of *found, size_t c, size_t events, size_t trials,
                      const logreg_frame *frame)
{
    char statement[200], rows[60], *command = NULL;
    const logreg__column *column = frame->column;
    size_t field[3] = {events, c, trials};
    for (size_t k = 0; k < 3; k++)
        field[k] += column[field[k]].n_left_out;
    snprintf(statement, sizeof statement, "$F[%zu] =~ s/^[\" ]*(?=\\r?$)/0/ if $F[%zu] == $F[%zu]", field[0],
             field[1], field[2]);
    snprintf(rows, sizeof rows, "' is empty in %zu row%s where '", found->empty,
             found->empty == 1 ? "" : "s");
    add_name(text, "'", column[events].name, rows);
    add_name(text, column[c].name, "' is all of '", column[trials].name);
    logreg__text_add(text, "', which means 0: write that");
    bool ok = logreg__frame_mend(&command, frame, statement, NULL);
    if (command)
        add_name(text, ", ", command, "");
    free(command);
    return ok;
}

static logreg_status fail(const logreg__formula *formula, const logreg_frame *frame,
                          const remainder_of *found, size_t c, size_t events, size_t trials, bool used,
                          logreg_error *err)
{
    logreg__text text = {0};
    const logreg__column *column = frame->column;
    bool ok = true;
    if (used) {
        add_name(&text, "'", column[c].name, "' and '");
        add_name(&text, column[events].name, "' add up to '", column[trials].name);
        add_name(&text, "' in every row, so that '", column[c].name, "' tells the outcome: leave it out, ");
        logreg__leave_out(&text, &c, 1, formula, frame);
    }
    if (used && found->empty)
        logreg__text_add(&text, "; and ");
    if (found->empty)
        ok = add_empty(&text, found, c, events, trials, frame);
    ok = ok && !text.failed;
    if (ok)
        logreg__fail(err, LOGREG_EDATA, "%s%s%s", frame->source ? frame->source : "",
                     frame->source ? ": " : "", text.start);
    free(text.start);
    return ok ? LOGREG_EDATA : logreg__fail_memory(err);
}

logreg_status logreg__remainder_check(const logreg__formula *formula, const logreg_frame *frame,
                                      const logreg__column *events, const logreg__column *trials,
                                      logreg_error *err)
{
    if (!events || !trials || events->kind != LOGREG_NUMERIC || trials->kind != LOGREG_NUMERIC)
        return LOGREG_OK;
    for (size_t j = 0; j < frame->n_columns; j++) {
        const logreg__column *c = &frame->column[j];
        if (c == events || c == trials || c->kind != LOGREG_NUMERIC)
            continue;
        remainder_of found = look(c, frame, events, trials);
        bool used = is_used(formula, frame, c);
        if (!found.other && found.rows >= FEW_ROWS && (used || found.empty))
            return fail(formula, frame, &found, j, (size_t)(events - frame->column),
                        (size_t)(trials - frame->column), used, err);
    }
    return LOGREG_OK;
}
