/* A target that counts events out of trials, which nobody told: each number is then a class. */
#include "data/trials.h"
#include "model/suspicions/finders.h"

#include <math.h>

#include "data/frame.h"

/* Numbers of fewer classes may be that. In some row half of the trials are events, or more: else anything large might be trials. */
enum { FEW_CLASSES = 5 };
#define SHARE 0.5

/* Is each number whole, in no row less than the target, and in some row at most twice as large? */
static bool may_be_trials(const logreg__column *events, const logreg__column *trials, size_t rows)
{
    double most = 0;
    for (size_t i = 0; i < rows; i++) {
        double y = logreg__column_number(events, i), n = logreg__column_number(trials, i);
        if (isnan(y) || isnan(n))
            continue;
        if (y < 0 || y != floor(y) || n != floor(n) || y > n)
            return false;
        most = n > 0 ? fmax(most, y / n) : most;
    }
    return most >= SHARE;
}

bool logreg__find_grouped(const logreg__search *q)
{
    logreg_model *m = q->model;
    const logreg_frame *frame = q->counting;
    size_t target = logreg_frame_find(frame, m->target);
    if (!m->numeric_target || m->plain || m->n_classes <= FEW_CLASSES || target == SIZE_MAX)
        return true;
    for (size_t j = 0; j < frame->n_columns; j++) {
        const logreg__column *c = &frame->column[j];
        if (j == target || c->kind != LOGREG_NUMERIC || !logreg__name_says_trials(c->name) ||
            !may_be_trials(&frame->column[target], c, frame->n_rows))
            continue;
        const logreg__suspicion s = {.kind = LOGREG__SUSPECT_TRIALS};
        return logreg__suspicion_add(m, &s, c->name);
    }
    return true;
}
