/* What is said alike of several columns, in one sentence: of each what is its own, in parentheses, and one option for all. */
#include "doctor/checkup.h"

#include <limits.h>

#include "base/word.h"
#include "report/summary/summary.h"

static const char *all(const logreg__finding *f)
{
    return logreg__page_string(&f->shared.all);
}

bool logreg__shares(const logreg__finding *a, const logreg__finding *b)
{
    return *all(a) && a->weight == b->weight && strcmp(a->code, b->code) == 0 && strcmp(all(a), all(b)) == 0;
}

static void write_names(logreg__page *piece, const logreg_checkup *c, size_t i, size_t n)
{
    size_t told = 0;
    for (size_t k = i; k < c->n_findings; k++) {
        const logreg__finding *f = &c->finding[k];
        if (!logreg__shares(&c->finding[i], f) || told++ >= LOGREG__LISTED)
            continue;
        logreg__page_add(piece, told == 1 ? "" : told == n ? " and " : ", ");
        logreg__write_column(piece, c, f->column);
        if (*f->shared.each)
            logreg__page_format(piece, " (%s)", f->shared.each);
    }
    logreg__write_more(piece, n);
}

void logreg__write_shared(logreg__page *piece, const logreg_checkup *c, size_t i, size_t n)
{
    const logreg__finding *first = &c->finding[i];
    logreg__text list = {0};
    write_names(piece, c, i, n);
    logreg__page_name(piece, all(first), INT_MAX);
    logreg__page_add(piece, first->shared.way);
    for (size_t k = i; k < c->n_findings; k++)
        if (logreg__shares(first, &c->finding[k]))
            logreg__text_add_item(&list, logreg_frame_name(c->frame, c->finding[k].column));
    if (first->shared.end)
        logreg__write_word(piece, &list);
    logreg__page_add(piece, first->shared.end ? first->shared.end : "");
    free(list.start);
}
