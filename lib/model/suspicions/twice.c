/* Rows that stand in the file twice: all of them, in their order, or some. */
#include "data/twice.h"

#include "model/suspicions/finders.h"

/* Under the name of the column that numbers them, or the target's. */
static bool suspect_repeats(logreg_model *m, const logreg_frame *frame)
{
    logreg__repeats repeats;
    if (!logreg__repeats_find(&repeats, frame))
        return false;
    const logreg__suspicion s = {.kind = LOGREG__SUSPECT_TWICE,
                                 .twice = {.rows = repeats.rows,
                                           .row = repeats.first + 1,
                                           .line = logreg__frame_line(frame, repeats.first)}};
    const char *but = repeats.but == SIZE_MAX ? m->target : frame->column[repeats.but].name;
    return !repeats.rows || logreg__suspicion_add(m, &s, but);
}

bool logreg__find_twice(const logreg__search *q)
{
    const logreg__suspicion s = {.kind = LOGREG__SUSPECT_TWICE, .twice.rows = q->counting->n_rows / 2};
    if (!q->model->target)
        return true;
    if (logreg__frame_twice(q->counting))
        return logreg__suspicion_add(q->model, &s, q->model->target);
    /* rows of weight 0 would be compared too */
    return q->rows->n_weightless || suspect_repeats(q->model, q->frame);
}
