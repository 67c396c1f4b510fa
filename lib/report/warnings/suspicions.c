#include "report/warnings/suspicions.h"

#include <limits.h>

#include "base/word.h"
#include "model/model.h"
#include "report/warnings/suspect.h"
#include "report/summary/summary.h"

void logreg__write_word(logreg__page *page, logreg__text *text)
{
    logreg__text word = {0};
    logreg__text_add_word(&word, text->start ? text->start : "");
    logreg__page_name(page, word.start ? word.start : "", INT_MAX);
    page->text.failed = page->text.failed || word.failed || text->failed;
    free(word.start);
    free(text->start);
    *text = (logreg__text){0};
}

static size_t count(const logreg_model *m, logreg__suspicion_kind kind)
{
    size_t n = 0;
    for (size_t i = 0; i < m->n_suspicions; i++)
        n += m->suspicion[i].kind == kind;
    return n;
}

/* Says of each column what is suspected, up to as many as are read; what is left is counted. */
static void say_each(logreg__page *piece, const logreg_model *m, const logreg__suspect_kind *kind)
{
    size_t n = 0;
    for (size_t i = 0; i < m->n_suspicions; i++)
        if (m->suspicion[i].kind == kind->kind && n++ < LOGREG__LISTED) {
            logreg__page_add(piece, n > 1 ? kind->between : "");
            kind->say(piece, m, &m->suspicion[i]);
        }
    logreg__write_more(piece, n);
}

bool logreg__suspect_write(logreg__page *piece, const logreg_model *m, const logreg__suspect_kind *kind)
{
    size_t n = count(m, kind->kind);
    if (n && piece) {
        say_each(piece, m, kind);
        kind->advise(piece, m, n);
    }
    return n > 0;
}

void logreg__suspect_columns(logreg__page *piece, const char *option, const logreg_model *m,
                             logreg__suspicion_kind kind)
{
    logreg__text list = {0};
    for (size_t i = 0; i < m->n_suspicions; i++)
        if (m->suspicion[i].kind == kind)
            logreg__text_add_item(&list, m->suspicion[i].column);
    logreg__page_add(piece, option);
    logreg__write_word(piece, &list);
}

void logreg__write_without(logreg__page *piece, const logreg_model *m, const char *column)
{
    logreg__text list = {0};
    if (m->written) {
        logreg__page_add(piece, "a formula without ");
        logreg__page_name(piece, column, LOGREG__NAME_ROOM);
        return;
    }
    logreg__text_add_item(&list, column);
    logreg__page_add(piece, "--exclude ");
    logreg__write_word(piece, &list);
}

void logreg__suspect_without(logreg__page *piece, const logreg_model *m, logreg__suspicion_kind kind)
{
    size_t n = 0, all = count(m, kind);
    if (!m->written) {
        logreg__suspect_columns(piece, "--exclude ", m, kind);
        return;
    }
    logreg__page_add(piece, "a formula without ");
    for (size_t i = 0; i < m->n_suspicions; i++)
        if (m->suspicion[i].kind == kind && n++ < LOGREG__LISTED) {
            logreg__page_add(piece, n == 1 ? "" : n == all ? " and " : ", ");
            logreg__page_name(piece, m->suspicion[i].column, LOGREG__NAME_ROOM);
        }
    logreg__write_more(piece, n);
}

void logreg__suspect_name(logreg__page *piece, const logreg_model *m, const logreg__suspicion *s)
{
    (void)m;
    logreg__page_name(piece, s->column, LOGREG__NAME_ROOM);
}
