/* Feet and inches as one number: 511 and 600 lie 89 apart. */
#include "doctor/checkup.h"

#include <stdlib.h>

#include "csv/mending/rewrite.h"
#include "data/feet.h"
#include "report/warnings/suspicions.h"

void logreg__see_feet(logreg_checkup *c, size_t j)
{
    const logreg__column *column = &c->frame->column[j];
    logreg__text statements = {0};
    double least = c->profile[j].feet;
    if (c->profile[j].wrapped || !(least > 0))
        return;
    logreg__finding *f = logreg__find(c, "feet", LOGREG_FINDING_MISLEADS, j);
    logreg__write_feet(&f->message, column->name, least);
    logreg__page_add(&f->message, ".");
    logreg__feet_statement(&statements, j + column->n_left_out, c->frame->dialect.decimal);
    c->failed =
        c->failed || statements.failed || !logreg__frame_mend(&f->command, c->frame, statements.start, NULL);
    free(statements.start);
    logreg__page_add(&f->advice, logreg__feet_advice(f->command != NULL));
}
