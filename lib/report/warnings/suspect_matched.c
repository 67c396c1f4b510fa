/* Numbers of matched sets. */
#include "base/word.h"
#include "model/model.h"
#include "report/summary/summary.h"
#include "report/warnings/suspect.h"
#include "report/warnings/suspicions.h"

static void write_class(logreg__page *piece, const logreg_model *m, size_t rows, size_t k)
{
    logreg__write_count(piece, (double)rows, "row", "rows");
    logreg__page_add(piece, " of ");
    logreg__page_name(piece, logreg__target_name(m), LOGREG__NAME_ROOM);
    logreg__page_add(piece, " = ");
    logreg__page_name(piece, m->class_label[k], LOGREG__NAME_ROOM);
}

static void write_matched(logreg__page *piece, const logreg_model *m, const logreg__suspicion *s)
{
    const logreg__matching *t = &s->matched;
    logreg__page_name(piece, s->column, LOGREG__NAME_ROOM);
    logreg__page_format(piece, " holds %zu different numbers, %s%zu%s ", t->sets,
                        t->alike < t->sets ? "of which " : "all ", t->alike,
                        t->alike < t->sets ? " stand in" : " of them in");
    write_class(piece, m, t->events, 1);
    logreg__page_add(piece, " and ");
    write_class(piece, m, t->others, 0);
    logreg__page_add(piece, " each");
}

static void advise_matched(logreg__page *piece, const logreg_model *m, size_t n)
{
    const char *column = NULL;
    for (size_t i = 0; i < m->n_suspicions && !column; i++)
        column = m->suspicion[i].kind == LOGREG__SUSPECT_MATCHED ? m->suspicion[i].column : NULL;
    logreg__text name = {0};
    logreg__text_add(&name, column ? column : "");
    logreg__page_add(
        piece, n == 1 ? ", as matched sets do, and goes in as a number. If it numbers sets, --strata "
                      : ", as matched sets do, and they go in as numbers. If one numbers sets, --strata ");
    logreg__write_word(piece, &name);
    logreg__page_add(piece, m->written ? " and " : " compares rows within them, and ");
    logreg__suspect_without(piece, m, LOGREG__SUSPECT_MATCHED);
    logreg__page_add(piece, m->written ? " compare rows within them."
                            : n == 1   ? " leaves it out; if not, --features that name it keep this away."
                                     : " leaves them out; if not, --features that name them keep this away.");
}

const logreg__suspect_kind logreg__suspect_matched = {LOGREG__SUSPECT_MATCHED, "; ", write_matched,
                                                      advise_matched};
