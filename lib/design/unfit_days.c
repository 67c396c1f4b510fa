/* Columns of dates, which no fit takes as levels: the command that makes numbers of all of them. */
#include "design/unfit.h"

#include "data/day_number.h"

/* Is the column told as one of dates? */
static bool told(const logreg__unfits *u, const logreg__column *c)
{
    for (size_t i = 0; i < u->n; i++)
        if (u->item[i].kind == LOGREG__UNFIT_DATE && u->item[i].column == c)
            return true;
    return false;
}

bool logreg__unfits_leave(const logreg__unfits *u, const logreg__formula *f, const logreg_frame *frame)
{
    for (size_t i = 0; i < f->n_factors; i++) {
        const logreg__column *c = logreg__factor_column(&f->factor[i], frame);
        bool among = false;
        for (size_t k = 0; k < u->n && c; k++)
            among = among || u->item[k].column == c;
        if (!among)
            return true;
    }
    return false;
}

/* "days since the first date or months since the first" */
static void add_kinds(logreg__text *text, const bool given[LOGREG__DAY_KINDS])
{
    bool before = false;
    for (logreg__day_numbers kind = 0; kind < LOGREG__DAY_KINDS; kind++)
        if (given[kind]) {
            logreg__text_add(text, before ? " or " : "");
            logreg__text_add(text, logreg__day_numbers_gives[kind]);
            before = true;
        }
}

bool logreg__unfits_days(logreg__text *text, const logreg__unfits *u, const logreg_frame *frame)
{
    bool *days = logreg__new(frame->n_columns, sizeof *days), given[LOGREG__DAY_KINDS] = {false};
    size_t n = 0, all = 0;
    logreg__text open = {0}, statements = {0};
    char *command = NULL;
    for (size_t j = 0; j < frame->n_columns && days; j++) {
        logreg__day_form form;
        if (!told(u, &frame->column[j]))
            continue;
        all++;
        logreg__day_numbers kind = logreg__day_numbers_of(&form, frame, j);
        if (form.open && !open.start)
            logreg__day_numbers_open(&open, &form);
        days[j] = kind && !form.open;
        given[kind] = given[kind] || days[j];
        n += days[j];
    }
    if (n && n == all)
        logreg__day_numbers_statements(&statements, frame, days, false);
    bool ok = days && !open.failed && !statements.failed &&
              (n < all || !n || logreg__frame_mend(&command, frame, statements.start, NULL));
    if (command) {
        logreg__text_add(text, all < u->n ? "if time matters, turn the dates into "
                               : all == 1 ? "if time matters, turn it into "
                                          : "if time matters, turn them into ");
        add_kinds(text, given);
        logreg__text_add(text, ", ");
        logreg__text_add(text, command);
    } else if (ok && open.start) {
        logreg__text_add(text, "if time matters: ");
        logreg__text_add(text, open.start);
        logreg__text_add(text, "; logreg doctor has the command for either");
    }
    bool any = command || (ok && open.start);
    text->failed = text->failed || !ok;
    free(command);
    free(open.start);
    free(statements.start);
    free(days);
    return any;
}
