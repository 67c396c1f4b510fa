/* Variables that go with what the outcome's condition asks about, as what is made of it does. */
#include "model/suspicions/finders.h"

/* By the first column of the condition that it goes with. False: memory is out. */
static bool judge(logreg_model *m, const logreg_frame *frame, size_t target, size_t j)
{
    bool ok = true;
    logreg__suspicion s = {.kind = LOGREG__SUSPECT_FOLLOWS};
    for (size_t by = 0; by < frame->n_columns && ok && !s.follows.by; by++) {
        if (by == j || !logreg_frame_condition_uses(frame, target, by))
            continue;
        ok = logreg__follows(&s.follows.following, &frame->column[j], &frame->column[by], frame->n_rows);
        if (ok && s.follows.following.how != LOGREG__FOLLOWS_NOT)
            s.follows.by = frame->column[by].name; /* which is copied */
    }
    if (!ok || !s.follows.by)
        return ok;
    /* that it tells the class by itself follows from it */
    logreg__suspicions_forget(m, LOGREG__SUSPECT_LEAK, frame->column[j].name);
    return logreg__suspicion_add(m, &s, frame->column[j].name);
}

bool logreg__find_followers(const logreg__search *q)
{
    logreg_model *m = q->model;
    const logreg_frame *frame = q->counting;
    size_t target = m->target ? logreg_frame_find(frame, m->target) : SIZE_MAX;
    bool ok = true;
    if (target == SIZE_MAX || !logreg_frame_is_condition(frame, target))
        return true;
    for (size_t v = 0; v < m->terms->n_variables && ok; v++) {
        const logreg__variable *x = &m->terms->variable[v];
        size_t j = x->column && !x->indicates ? logreg_frame_find(frame, x->column) : SIZE_MAX;
        if (j != SIZE_MAX && !logreg_frame_condition_uses(frame, target, j))
            ok = judge(m, frame, target, j);
    }
    return ok;
}
