/* Columns that are missing where another one has certain values. */
#include <string.h>

#include "data/skipped.h"
#include "model/model.h"
#include "report/summary/summary.h"
#include "report/warnings/suspect.h"
#include "report/warnings/suspicions.h"

/* "smoker = no or never": of a long name the middle goes. */
enum { CONDITION_ROOM = 72 };

void logreg__write_skipped(logreg__page *page, const char *column, const char *where, size_t rows,
                           size_t other, bool again)
{
    logreg__page_add(page, again ? "so is " : "");
    logreg__page_name(page, column, LOGREG__NAME_ROOM);
    if (again)
        return;
    logreg__page_format(page, " is missing in all %zu rows with ", rows);
    logreg__page_name(page, where, CONDITION_ROOM);
    if (other)
        logreg__page_format(page, ", and in %zu other%s, which --impute would fill alike", other,
                            other == 1 ? "" : "s");
    else
        logreg__page_add(page, ", and in no other");
}

void logreg__advise_skipped(logreg__page *page, logreg__text *list, bool marked, size_t n)
{
    logreg__page_add(page,
                     n == 1 ? "If it does not apply there, as a question that is for some alone, --impute "
                            : "If they do not apply there, as questions that are for some alone, --impute ");
    logreg__write_word(page, list);
    logreg__page_add(page, marked ? " --missing-indicator" : "");
    logreg__page_add(page, marked ? " keeps these rows, marked by columns of their own."
                                  : " keeps these rows, which the other column sets apart.");
}

static void write_one(logreg__page *piece, const logreg_model *m, const logreg__suspicion *s)
{
    const logreg__suspicion *before = s;
    while (before > m->suspicion && (before == s || before->kind != s->kind))
        before--;
    bool again = before < s && before->kind == s->kind && before->skipped.rows == s->skipped.rows &&
                 before->skipped.others == s->skipped.others &&
                 strcmp(before->skipped.where, s->skipped.where) == 0;
    logreg__write_skipped(piece, s->column, s->skipped.where, s->skipped.rows, s->skipped.others, again);
}

static void advise(logreg__page *piece, const logreg_model *m, size_t n)
{
    logreg__text list = {0};
    bool marked = false;
    for (size_t i = 0; i < m->n_suspicions; i++)
        if (m->suspicion[i].kind == LOGREG__SUSPECT_SKIPPED) {
            logreg__skipped_item(&list, m->suspicion[i].column,
                                 (logreg__skipped_way)m->suspicion[i].skipped.way);
            marked = marked || m->suspicion[i].skipped.way == LOGREG__SKIPPED_MARKED;
        }
    logreg__page_add(piece, ". ");
    logreg__advise_skipped(piece, &list, marked, n);
}

const logreg__suspect_kind logreg__suspect_skipped_columns = {LOGREG__SUSPECT_SKIPPED, "; ", write_one,
                                                              advise};
