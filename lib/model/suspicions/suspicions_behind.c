/* Suspicions of the columns that the outcome's condition is about. */
#include <math.h>

#include "data/sentinel.h"
#include "formula/stand_ins.h"
#include "model/suspicions/finders.h"
#include "model/suspicions/judge.h"

/* The least and the largest number of a column, as if it were a variable of the fit. */
static logreg__variable ends_of(const logreg__column *c, size_t rows)
{
    logreg__variable v = {.min = INFINITY, .max = -INFINITY};
    for (size_t i = 0; i < rows; i++) {
        double x = logreg__column_number(c, i);
        v.min = x < v.min ? x : v.min; /* false for a missing one */
        v.max = x > v.max ? x : v.max;
    }
    return v;
}

/* Is column j of the outcome's condition suspect in a way that matters to it? What the condition names is known. */
static bool judge_behind(logreg__suspicion *s, const logreg__expression *condition, const logreg_frame *frame,
                         size_t j)
{
    const logreg__column *c = &frame->column[j];
    const logreg__variable v = ends_of(c, c->kind == LOGREG_NUMERIC ? frame->n_rows : 0);
    *s = (logreg__suspicion){.kind = LOGREG__SUSPECT_SENTINEL};
    bool found = c->kind == LOGREG_NUMERIC ? v.min < v.max && logreg__judge_numbers(s, &v, frame, j, true)
                                           : logreg__levels_sentinel(&s->numbers.found, c, frame->n_rows);
    bool matters = s->kind == LOGREG__SUSPECT_SENTINEL || s->kind == LOGREG__SUSPECT_ZEROS ||
                   s->kind == LOGREG__SUSPECT_SLIP || s->kind == LOGREG__SUSPECT_UNITS;
    logreg_sentinel *which = s->kind == LOGREG__SUSPECT_UNITS ? &s->units.found : &s->numbers.found;
    return found && matters && (s->numbers.between || logreg__numbers_unnamed(which, condition, frame, j));
}

bool logreg__find_behind(const logreg__search *q)
{
    logreg_model *m = q->model;
    const logreg_frame *frame = q->frame;
    logreg__expression *condition = NULL;
    size_t target = m->target ? logreg_frame_find(frame, m->target) : SIZE_MAX;
    bool ok = target == SIZE_MAX || logreg__condition_of(&condition, frame, target) == LOGREG_OK;
    for (size_t j = 0; condition && ok && j < frame->n_columns; j++) {
        logreg__suspicion s;
        if (logreg_frame_condition_uses(frame, target, j) && judge_behind(&s, condition, frame, j))
            ok = logreg__suspicion_add_once(m, &s, frame->column[j].name);
    }
    logreg__expression_free(condition);
    return ok;
}
