/* Numbers of one column in two units: 1.75 among heights in centimetres. */
#include "doctor/checkup.h"

#include "base/memory.h"
#include "csv/numbers/named_units.h"
#include "csv/mending/rewrite.h"
#include "report/warnings/suspicions.h"

/* Does a category say in what unit each of the numbers of column j is? Who mends by both would do so twice. */
static bool is_named(const logreg_checkup *c, size_t j)
{
    for (size_t k = 0; k < logreg_frame_columns(c->frame); k++) {
        const logreg__column *u = &c->frame->column[k];
        bool units = u->kind == LOGREG_CATEGORY && c->profile[k].feature && !c->profile[k].wrapped &&
                     logreg__units_named(u->levels, u->n_levels, u->name);
        if (units && logreg__units_named_of(c->frame, k) == j)
            return true;
    }
    return false;
}

static bool has_two(const logreg_checkup *c, size_t j)
{
    return c->profile[j].feature && !c->profile[j].unwanted && !c->profile[j].wrapped &&
           c->profile[j].twofold.rows && !is_named(c, j);
}

/* The command that writes all of them in one unit: the caller's; NULL: there is none. */
static char *command_of(logreg_checkup *c)
{
    logreg__text statements = {0};
    char *command = NULL;
    for (size_t j = 0; j < logreg_frame_columns(c->frame); j++)
        if (has_two(c, j))
            logreg__twofold_statements(&statements, &c->profile[j].twofold,
                                       j + c->frame->column[j].n_left_out, c->frame->dialect.decimal);
    if (statements.failed ||
        (statements.length && !logreg__frame_mend(&command, c->frame, statements.start, NULL)))
        c->failed = true;
    free(statements.start);
    return command;
}

void logreg__check_units(logreg_checkup *c)
{
    for (size_t j = 0; j < logreg_frame_columns(c->frame); j++) {
        if (!has_two(c, j))
            continue;
        const logreg__twofold *t = &c->profile[j].twofold;
        logreg__finding *f = logreg__find(c, "units", LOGREG_FINDING_MISLEADS, j);
        logreg__write_column(&f->message, c, j);
        logreg__page_add(&f->message, " is ");
        logreg__write_units(&f->message, t, logreg__frame_line(c->frame, t->first),
                            logreg_frame_rows(c->frame) - c->frame->column[j].n_missing);
        const logreg__units_words *words = logreg__units_say(logreg__twofold_years(t));
        logreg__page_add(&f->message, words->doubt);
        f->command = command_of(c);
        logreg__page_add(&f->advice, f->command ? words->command : words->none);
    }
}
