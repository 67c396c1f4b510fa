/* Variables of a fit that are judged by the classes of its rows: those that tell the class by themselves, and numbers of matched sets. */
#include <math.h>

#include "base/memory.h"
#include "model/suspicions/finders.h"
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

/* May numbers be codes that tell the class? */
static bool may_be_codes(const logreg__variable *v, const logreg__column *column, size_t rows)
{
    return v->kind == LOGREG_NUMERIC && column->kind == LOGREG_NUMERIC && v->max - v->min > 1 &&
           logreg__leak_codes_possible(column, rows);
}

/* What tells the class. told: the fit does, or nearly. No order of a variable and no levels tell it better than all do together; codes may, in no
 * order. False: memory is out. */
static bool leaks(bool *found, logreg__suspicion *s, const logreg__variable *v,
                  const logreg__classed *classed, const logreg__column *column, bool told)
{
    logreg__tally tally;
    *s = (logreg__suspicion){.kind = LOGREG__SUSPECT_LEAK};
    if (told && v->kind == LOGREG_NUMERIC && column->kind == LOGREG_NUMERIC &&
        logreg__leak_by_order(found, &s->leak, classed, column, false, NULL) != LOGREG_OK)
        return false;
    if (*found)
        return true;
    if (may_be_codes(v, column, classed->rows) && !logreg__leak_by_codes(found, &s->leak, classed, column))
        return false;
    if (!told || column->kind != LOGREG_CATEGORY)
        return true;
    if (!logreg__tally_new(&tally, classed, column))
        return false;
    *found = logreg__leak_by_levels(&s->leak, &tally, classed->response, LOGREG__LEAK_DOUBT);
    free(tally.count);
    return true;
}

static bool matches(logreg__suspicion *s, const logreg__variable *v, const logreg__classed *classed,
                    const logreg__column *column)
{
    *s = (logreg__suspicion){.kind = LOGREG__SUSPECT_MATCHED};
    return v->kind == LOGREG_NUMERIC && !v->wrapped &&
           logreg__matching_find(&s->matched, classed, column, v->min, v->max);
}

static bool find(logreg_model *m, const logreg__classed *classed, const logreg_frame *frame, bool told,
                 bool chosen)
{
    bool ok = true;
    for (size_t v = 0, j = SIZE_MAX; v < m->terms->n_variables && ok; v++) {
        const logreg__variable *variable = &m->terms->variable[v];
        j = variable->column ? logreg__frame_find_next(frame, variable->column, j) : SIZE_MAX;
        logreg__suspicion s;
        bool found = false;
        if (j == SIZE_MAX)
            continue;
        ok = leaks(&found, &s, variable, classed, &frame->column[j], told);
        if (ok && !found && !chosen)
            found = matches(&s, variable, classed, &frame->column[j]);
        ok = ok && (!found || logreg__suspicion_add(m, &s, variable->column));
    }
    return ok;
}

/* May some column number matched sets, or hold codes? Most fits have none, and need not look at their rows. */
static bool any_possible(const logreg__fitting *f, bool chosen)
{
    const logreg__terms *t = f->model->terms;
    size_t rows = f->frame->n_rows;
    bool any = false;
    for (size_t v = 0, j = SIZE_MAX; v < t->n_variables && !any; v++) {
        const logreg__variable *x = &t->variable[v];
        j = x->column ? logreg__frame_find_next(f->frame, x->column, j) : SIZE_MAX;
        if (j == SIZE_MAX || x->kind != LOGREG_NUMERIC)
            continue;
        any = (!chosen && logreg__matching_possible(rows, x->min, x->max)) ||
              may_be_codes(x, &f->frame->column[j], rows);
    }
    return any;
}

bool logreg__find_by_class(const logreg__search *q)
{
    const logreg__fitting *f = q->fitting;
    logreg_model *m = q->model;
    bool told = m->separation != LOGREG_SEPARATION_NONE || m->auc >= LOGREG__LEAK_AUC;
    if (m->strata || !f->source || (!told && !any_possible(f, q->chosen)))
        return true;
    double *y = logreg__new_raw(2 * f->frame->n_rows, sizeof *y);
    if (!y)
        return false;
    fill(y, y + f->frame->n_rows, f);
    const logreg__classed classed = {
        .response = f->response, .y = y, .w = y + f->frame->n_rows, .rows = f->frame->n_rows};
    bool ok = find(m, &classed, f->frame, told, q->chosen);
    free(y);
    return ok;
}
