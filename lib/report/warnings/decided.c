/* Columns that another one decides: what it says is said twice. */
#include <string.h>

#include "base/word.h"
#include "model/model.h"
#include "report/summary/summary.h"
#include "report/warnings/suspect.h"
#include "report/warnings/suspicions.h"
#include "report/warnings/warnings.h"

/* Is it another column that the same one decides, but is not decided by? Such are told together. */
static bool goes_with(const logreg__suspicion *a, const logreg__suspicion *b)
{
    return a->kind == b->kind && !a->decided.both && !b->decided.both &&
           strcmp(a->decided.by, b->decided.by) == 0;
}

/* The first that goes with s. */
static const logreg__suspicion *first_with(const logreg_model *m, const logreg__suspicion *s)
{
    const logreg__suspicion *first = m->suspicion;
    while (first != s && !goes_with(first, s))
        first++;
    return first;
}

/* "inst.type and type say the same: .. Keep one: --exclude inst.type gives ..; --exclude type .." */
static void say_same(logreg__page *piece, const logreg_model *m, const logreg__suspicion *s)
{
    logreg__suspect_name(piece, m, s);
    logreg__page_add(piece, " and ");
    logreg__page_name(piece, s->decided.by, LOGREG__NAME_ROOM);
    logreg__page_add(piece,
                     " say the same: each value of the one stands with one value of the other. Keep one: ");
    logreg__write_without(piece, m, s->column);
    logreg__page_add(piece, " gives each level of ");
    logreg__page_name(piece, s->decided.by, LOGREG__NAME_ROOM);
    logreg__page_add(piece, " a coefficient; ");
    logreg__write_without(piece, m, s->decided.by);
    logreg__page_add(piece, s->decided.as_number ? " takes " : " gives each level of ");
    logreg__suspect_name(piece, m, s);
    logreg__page_add(piece, s->decided.as_number ? " as a number, with one slope." : " one.");
}

/* "--exclude state,mayor": all that go with the first. */
static void write_exclude(logreg__page *piece, const logreg_model *m, const logreg__suspicion *first)
{
    logreg__text list = {0};
    for (const logreg__suspicion *s = first; s < m->suspicion + m->n_suspicions; s++)
        if (goes_with(first, s))
            logreg__text_add_item(&list, s->column);
    logreg__page_add(piece, "--exclude ");
    logreg__write_word(piece, &list);
}

/* "Each level of city stands with one value of state and of mayor alone, ..": of all that go with the first. */
static void say_decided(logreg__page *piece, const logreg_model *m, const logreg__suspicion *first)
{
    size_t n = 0;
    logreg__page_add(piece, "Each level of ");
    logreg__page_name(piece, first->decided.by, LOGREG__NAME_ROOM);
    logreg__page_add(piece, " stands with one value of ");
    for (const logreg__suspicion *s = first; s < m->suspicion + m->n_suspicions; s++) {
        if (!goes_with(first, s))
            continue;
        if (n++ < LOGREG__LISTED) {
            logreg__page_add(piece, n > 1 ? ", of " : "");
            logreg__suspect_name(piece, m, s);
        }
    }
    logreg__write_more(piece, n);
    logreg__page_add(piece,
                     " alone, so that the coefficients of its levels say all that others could. Keep one: ");
    if (m->written && n > 1)
        logreg__page_add(piece, "a formula without these");
    else if (m->written)
        logreg__write_without(piece, m, first->column);
    else
        write_exclude(piece, m, first);
    logreg__page_add(piece, ", or ");
    logreg__write_without(piece, m, first->decided.by);
    logreg__page_add(piece, ".");
}

bool logreg__said_twice(logreg__page *piece, const logreg_model *m)
{
    size_t n = 0;
    for (size_t i = 0; i < m->n_suspicions; i++) {
        const logreg__suspicion *s = &m->suspicion[i];
        if (s->kind != LOGREG__SUSPECT_DECIDED || (!s->decided.both && first_with(m, s) != s))
            continue;
        if (!piece || n++ >= LOGREG__LISTED)
            return true;
        logreg__page_add(piece, n > 1 ? " " : "");
        if (s->decided.both)
            say_same(piece, m, s);
        else
            say_decided(piece, m, s);
    }
    return n > 0;
}
