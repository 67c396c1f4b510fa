/* Variables that are missing where another one has certain values: do they not apply there? */
#include "data/skipped.h"
#include "base/memory.h"
#include "model/suspicions/finders.h"

bool logreg__find_skipped(const logreg__search *q)
{
    logreg_model *m = q->model;
    const logreg_frame *frame = q->frame;
    bool *column = logreg__new(frame->n_columns, sizeof *column), ok = column;
    for (size_t v = 0; v < m->terms->n_variables && ok; v++) {
        const char *name = m->terms->variable[v].column;
        size_t j = name ? logreg_frame_find(frame, name) : SIZE_MAX;
        if (j != SIZE_MAX)
            column[j] = true;
    }
    for (size_t j = 0; j < frame->n_columns && ok; j++) {
        logreg__skipped skipped;
        if (!column[j] || logreg__fill_of(m->terms->fill, m->terms->n_fills, frame->column[j].name))
            continue;
        ok = logreg__skipped_find(&skipped, frame, column, j);
        const logreg__suspicion s = {
            .kind = LOGREG__SUSPECT_SKIPPED,
            .skipped = {
                .where = skipped.where, .rows = skipped.rows, .others = skipped.other, .way = skipped.way}};
        if (ok && skipped.rows)
            ok = logreg__suspicion_add(m, &s, frame->column[j].name);
        free(skipped.where);
    }
    free(column);
    return ok;
}
