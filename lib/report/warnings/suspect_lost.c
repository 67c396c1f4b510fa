/* Classes of the target all of whose rows are left out, since features are missing there. */
#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "base/word.h"
#include "model/model.h"
#include "report/summary/summary.h"
#include "report/warnings/suspicions.h"
#include "report/warnings/warnings.h"

/* Those of one class stand together: the place behind them. */
static size_t end_of(const logreg__suspicion *s, size_t n, size_t from)
{
    size_t i = from;
    while (i < n && strcmp(s[i].lost.class, s[from].lost.class) == 0)
        i++;
    return i;
}

/* "age or ess" */
static void write_columns(logreg__page *page, const logreg__suspicion *s, size_t n)
{
    for (size_t i = 0; i < n && i < LOGREG__LISTED; i++) {
        logreg__page_add(page, i == 0 ? "" : i + 1 == n ? " or " : ", ");
        logreg__page_name(page, s[i].column, LOGREG__NAME_ROOM);
    }
    logreg__write_more(page, n);
}

static void write_one(logreg__page *page, const char *target, const logreg__suspicion *s, size_t n)
{
    bool single = s->lost.rows == 1;
    if (single)
        logreg__page_add(page, "The one row with ");
    else
        logreg__page_format(page, "All %zu rows with ", s->lost.rows);
    logreg__page_name(page, target, LOGREG__NAME_ROOM);
    logreg__page_add(page, " = ");
    logreg__page_name(page, s->lost.class, LOGREG__NAME_ROOM);
    logreg__page_add(page, single ? " is left out, since " : " are left out, since ");
    write_columns(page, s, n);
    logreg__page_add(page, " is missing there.");
}

void logreg__write_lost(logreg__page *page, const char *target, const logreg__suspicion *s, size_t n)
{
    size_t classes = 0, told = 0;
    for (size_t i = 0; i < n; i = end_of(s, n, i))
        classes++;
    if (classes == 1) {
        write_one(page, target, s, n);
        return;
    }
    logreg__page_format(page, "All rows of %zu classes of ", classes);
    logreg__page_name(page, target, LOGREG__NAME_ROOM);
    logreg__page_add(page, " are left out, since features are missing there: ");
    for (size_t i = 0, next; i < n; i = next) {
        next = end_of(s, n, i);
        if (told++ >= LOGREG__LISTED)
            continue;
        logreg__page_add(page, told > 1 ? ", " : "");
        logreg__page_name(page, s[i].lost.class, LOGREG__NAME_ROOM);
        logreg__page_add(page, " (");
        logreg__write_count(page, (double)s[i].lost.rows, "row, ", "rows, ");
        write_columns(page, s + i, next - i);
        logreg__page_add(page, ")");
    }
    logreg__write_more(page, told);
    logreg__page_add(page, ".");
}

/* Did an earlier one name the column? */
static bool named(const logreg__suspicion *s, size_t i)
{
    for (size_t k = 0; k < i; k++)
        if (strcmp(s[k].column, s[i].column) == 0)
            return true;
    return false;
}

/* The columns without which classes come back, each once, as "--exclude age,ess" or as those that a formula goes without. */
static void write_without(logreg__page *page, const logreg_model *m, const logreg__suspicion *s, size_t n)
{
    logreg__text list = {0};
    logreg__page_add(page, m->written ? "A formula without " : "--exclude ");
    for (size_t i = 0; i < n; i++) {
        if (!s[i].lost.back || named(s, i))
            continue;
        if (m->written && list.start)
            logreg__text_add(&list, ", ");
        (m->written ? logreg__text_add : logreg__text_add_item)(&list, s[i].column);
    }
    if (!m->written) {
        logreg__write_word(page, &list);
        return;
    }
    logreg__page_name(page, list.start ? list.start : "", INT_MAX);
    page->text.failed = page->text.failed || list.failed;
    free(list.start);
}

static bool any(const logreg_model *m, logreg__suspicion_kind kind)
{
    for (size_t i = 0; i < m->n_suspicions; i++)
        if (m->suspicion[i].kind == kind)
            return true;
    return false;
}

bool logreg__lost_classes(logreg__page *piece, const logreg_model *m)
{
    const logreg__suspicion *s = m->suspicion;
    size_t n = 0, left = m->n_suspicions;
    for (; left && s->kind != LOGREG__SUSPECT_LOST; left--)
        s++;
    while (n < left && s[n].kind == LOGREG__SUSPECT_LOST)
        n++;
    if (!n || !piece)
        return n > 0;
    logreg__write_lost(piece, logreg__target_name(m), s, n);
    bool one = end_of(s, n, 0) == n;
    size_t back = 0;
    for (size_t i = 0; i < n; i++)
        back = s[i].lost.back > back ? s[i].lost.back : back;
    if (!back) {
        logreg__page_add(piece, " Ask why it is missing there.");
    } else if (any(m, LOGREG__SUSPECT_LOSS)) {
        logreg__page_add(piece, " What brings them back is told under Much missing.");
    } else {
        logreg__page_add(piece, " ");
        write_without(piece, m, s, n);
        if (one && back < s->lost.rows)
            logreg__page_format(piece, " brings %zu of them back.", back);
        else
            logreg__page_add(piece, !one        ? " brings rows of them back."
                                    : back == 1 ? " brings it back."
                                                : " brings them back.");
    }
    return true;
}
