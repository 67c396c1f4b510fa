/* The target: predictions instead of an outcome, or numbers for missing values beside the classes: 0, 1 and a few 9. */
#include "data/role.h"
#include "data/sentinel.h"
#include "model/suspicions/finders.h"

bool logreg__find_target(const logreg__search *q)
{
    logreg_model *m = q->model;
    const logreg_frame *frame = q->counting;
    size_t target = logreg_frame_find(frame, m->target);
    logreg__suspicion s = {.kind = LOGREG__SUSPECT_PREDICTIONS};
    if (target == SIZE_MAX)
        return true;
    bool ok = !logreg_frame_predicts(frame, target) || logreg__suspicion_add(m, &s, m->target);
    s = (logreg__suspicion){.kind = LOGREG__SUSPECT_SENTINEL};
    if (ok && m->numeric_target && m->n_classes > 2 &&
        (logreg_frame_sentinel(&s.numbers.found, frame, target) ||
         logreg_frame_odd_class(&s.numbers.found, frame, target)))
        ok = logreg__suspicion_add(m, &s, m->target);
    return ok;
}
