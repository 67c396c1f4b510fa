/* Variables of a fit that are judged by the classes of its rows: those that tell the class by themselves, and numbers of matched sets. */
#include <math.h>

#include "base/error.h"
#include "base/memory.h"
#include "model/fitting.h"
#include "model/suspicions/leak.h"
#include "model/suspicions/matching.h"

/* y and w of all rows of the frame, from the kept ones. */
static void fill(double *y, double *w, const logreg__fitting *f)
{
    size_t place[LOGREG__BLOCK_ROWS], count;
    double some_y[LOGREG__BLOCK_ROWS], some_w[LOGREG__BLOCK_ROWS];
    for (size_t i = 0; i < f->frame->n_rows; i++) {
        y[i] = NAN;
        w[i] = 0;
    }
    for (size_t first = 0; first < f->rows->n; first += count) {
        size_t left = f->rows->n - first;
        count = left < LOGREG__BLOCK_ROWS ? left : LOGREG__BLOCK_ROWS;
        logreg__rows_list(f->rows, first, count, place);
        logreg__response_fill(f->response, place, count, some_y, some_w, NULL);
        for (size_t i = 0; i < count; i++) {
            y[place[i]] = some_y[i];
            w[place[i]] = some_w[i];
        }
    }
}

/* What tells the class. */
static logreg_status leaks(bool *found, logreg__suspicion *s, const logreg__variable *v,
                           const logreg__classed *classed, const logreg__column *column, logreg_error *err)
{
    logreg__tally tally;
    *s = (logreg__suspicion){.kind = LOGREG__SUSPECT_LEAK};
    if (v->kind == LOGREG_NUMERIC && column->kind == LOGREG_NUMERIC)
        return logreg__leak_by_order(found, &s->leak, classed, column, false, err);
    if (column->kind != LOGREG_CATEGORY)
        return LOGREG_OK;
    if (!logreg__tally_new(&tally, classed, column))
        return logreg__fail_memory(err);
    *found = logreg__leak_by_levels(&s->leak, &tally, classed->response);
    free(tally.count);
    return LOGREG_OK;
}

static bool matches(logreg__suspicion *s, const logreg__variable *v, const logreg__classed *classed,
                    const logreg__column *column)
{
    *s = (logreg__suspicion){.kind = LOGREG__SUSPECT_MATCHED};
    return v->kind == LOGREG_NUMERIC && !v->wrapped &&
           logreg__matching_find(&s->matching, classed, column, v->min, v->max);
}

/* told: the fit tells the classes, or nearly. No variable tells them better than all do together. */
static logreg_status find(logreg_model *m, const logreg__classed *classed, const logreg_frame *frame,
                          bool told, bool chosen, logreg_error *err)
{
    logreg_status status = LOGREG_OK;
    for (size_t v = 0, j = SIZE_MAX; v < m->terms->n_variables && status == LOGREG_OK; v++) {
        const logreg__variable *variable = &m->terms->variable[v];
        j = variable->column ? logreg__frame_find_next(frame, variable->column, j) : SIZE_MAX;
        logreg__suspicion s;
        bool found = false;
        if (j == SIZE_MAX)
            continue;
        if (told)
            status = leaks(&found, &s, variable, classed, &frame->column[j], err);
        if (!found && !chosen)
            found = matches(&s, variable, classed, &frame->column[j]);
        if (status == LOGREG_OK && found && !logreg__suspicion_add(m, &s, variable->column))
            status = logreg__fail_memory(err);
    }
    return status;
}

/* May some column number matched sets? Most fits have none, and need not look at their rows. */
static bool any_matches(const logreg__fitting *f)
{
    const logreg__terms *t = f->model->terms;
    bool any = false;
    for (size_t v = 0; v < t->n_variables && !f->options->chosen && !any; v++)
        any = t->variable[v].column && t->variable[v].kind == LOGREG_NUMERIC &&
              logreg__matching_possible(f->frame->n_rows, t->variable[v].min, t->variable[v].max);
    return any;
}

logreg_status logreg__by_class_find(logreg__fitting *f, logreg_error *err)
{
    logreg_model *m = f->model;
    bool told = m->separation != LOGREG_SEPARATION_NONE || m->auc >= LOGREG__LEAK_AUC;
    if (m->strata || !f->source || (!told && !any_matches(f)))
        return LOGREG_OK;
    double *y = logreg__new_raw(2 * f->frame->n_rows, sizeof *y);
    if (!y)
        return logreg__fail_memory(err);
    fill(y, y + f->frame->n_rows, f);
    const logreg__classed classed = {
        .response = f->response, .y = y, .w = y + f->frame->n_rows, .rows = f->frame->n_rows};
    logreg_status status = find(m, &classed, f->frame, told, f->options->chosen, err);
    free(y);
    return status;
}
