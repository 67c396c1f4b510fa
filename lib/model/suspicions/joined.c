/* Levels that join two others: of features, of the target, and of columns that its condition asks about. */
#include "model/suspicions/finders.h"

#include <string.h>

#include "data/joined.h"

/* Are its levels those of the model: is it a variable, the target or what that asks about? */
static bool is_asked(const logreg_model *m, const logreg_frame *frame, size_t j)
{
    const char *name = frame->column[j].name;
    size_t target = m->target ? logreg_frame_find(frame, m->target) : SIZE_MAX;
    for (size_t v = 0; v < m->terms->n_variables; v++) {
        const logreg__variable *x = &m->terms->variable[v];
        if (x->column && x->kind == LOGREG_CATEGORY && strcmp(x->column, name) == 0)
            return true;
    }
    return target != SIZE_MAX && (target == j || logreg_frame_condition_uses(frame, target, j));
}

bool logreg__find_joined(const logreg__search *q)
{
    logreg_model *m = q->model;
    const logreg_frame *frame = q->counting;
    bool ok = true;
    for (size_t j = 0; j < frame->n_columns && ok; j++) {
        const logreg__column *c = &frame->column[j];
        logreg__joined joined;
        if (c->kind != LOGREG_CATEGORY || c->insisted || !is_asked(m, frame, j) ||
            logreg__suspected(m, LOGREG__SUSPECT_SEVERAL, c->name) ||
            !logreg__joined_find(&joined, c, frame->n_rows))
            continue;
        logreg__suspicion s = {.kind = LOGREG__SUSPECT_JOINED, .joined.levels = joined.levels};
        s.joined.level = (char *)joined.label; /* which is copied */
        s.joined.rows.n_rows = joined.rows;
        for (size_t i = 0; i < joined.rows && i < LOGREG__JOINED_ROWS; i++) {
            size_t line = logreg__frame_line(frame, joined.row[i]);
            s.joined.line = i ? s.joined.line : line;
            s.joined.rows.value[s.joined.rows.n_values++] = (double)(line ? line : joined.row[i] + 1);
        }
        ok = logreg__suspicion_add(m, &s, c->name);
    }
    return ok;
}
