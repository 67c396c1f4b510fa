/* Trials of which the target may count events. */
#include "model/model.h"
#include "report/summary/summary.h"
#include "report/warnings/suspect.h"

static void write_trials(logreg__page *piece, const logreg_model *m, const logreg__suspicion *s)
{
    logreg__page_name(piece, m->target, LOGREG__NAME_ROOM);
    logreg__page_add(piece, " holds whole numbers, in no row more than ");
    logreg__page_name(piece, s->column, LOGREG__NAME_ROOM);
}

static void advise_trials(logreg__page *piece, const logreg_model *m, size_t n)
{
    (void)n;
    logreg__page_add(piece,
                     ", and each goes in as a class of its own. If it counts events out of so many trials, ");
    logreg__suspect_columns(piece, "--trials ", m, LOGREG__SUSPECT_TRIALS);
    logreg__page_add(piece, " fits their share.");
}

const logreg__suspect_kind logreg__suspect_trials = {LOGREG__SUSPECT_TRIALS, "; ", write_trials,
                                                     advise_trials};
