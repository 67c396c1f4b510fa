#include "goodness/relearned.h"

#include <assert.h>

#include "base/error.h"
#include "base/memory.h"
#include "model/fitting.h"

static bool is_learned(const logreg__fill *f)
{
    return f->n_missing && f->how <= LOGREG__FILL_MOST_FREQUENT;
}

/* Of other bases the columns change and what they span does not. */
static bool any_knots(const logreg__terms *t)
{
    bool any = false;
    for (size_t i = 0; i < t->n_variables; i++) {
        const logreg__made *made = t->variable[i].made;
        any = any || (made && logreg__basis_bounded(&made->basis) && logreg__basis_learns(&made->basis));
    }
    return any;
}

bool logreg__relearned_wanted(const logreg_study *s)
{
    bool any = any_knots(s->model->terms);
    for (size_t i = 0; i < s->model->terms->n_fills; i++)
        any = any || is_learned(&s->model->terms->fill[i]);
    return any;
}

/* ---- What was drawn ---- */

/* Places of the rows, ascending, those of a row of one observation as often as it was drawn. */
static size_t list_drawn(size_t *place, const logreg__resample *r)
{
    const logreg__population *of = r->of;
    size_t at[LOGREG__BLOCK_ROWS], n = 0;
    for (size_t first = 0; first < of->n; first += LOGREG__BLOCK_ROWS) {
        size_t count = of->n - first < LOGREG__BLOCK_ROWS ? of->n - first : LOGREG__BLOCK_ROWS;
        logreg__rows_list(of->rows, first, count, at);
        for (size_t i = 0; i < count; i++)
            for (size_t k = 0; k < (of->end ? r->w[first + i] > 0 : (size_t)r->w[first + i]); k++)
                place[n++] = at[i];
    }
    return n;
}

/* ---- Imputed values ---- */

static bool copy_fill(logreg__fill *to, const logreg__fill *from)
{
    bool learned = is_learned(from);
    *to = *from;
    to->column = logreg__copy(from->column);
    to->label = from->label && !learned ? logreg__copy(from->label) : NULL;
    return to->column && (to->label || !from->label || learned);
}

static logreg_status fill(logreg__relearned *x, const logreg_frame **frame, const logreg_study *s,
                          const logreg__rows *drawn, const logreg__resample *r, int threads,
                          logreg_error *err)
{
    const logreg__terms *t = s->model->terms;
    const logreg__counting counting = {.factor = {&r->column[0]}, .n = r->of->end != NULL};
    x->fill = logreg__new(t->n_fills, sizeof *x->fill);
    bool ok = x->fill != NULL;
    for (; ok && x->n_fills < t->n_fills; x->n_fills++)
        ok = copy_fill(&x->fill[x->n_fills], &t->fill[x->n_fills]);
    logreg_status status = ok ? LOGREG_OK : logreg__fail_memory(err);
    for (size_t i = 0; status == LOGREG_OK && i < x->n_fills; i++) {
        size_t column, empty;
        if (!is_learned(&x->fill[i]))
            continue;
        status = logreg__fills_learn(&x->fill[i], 1, s->filled->from, drawn, &counting, threads, &column,
                                     &empty, err);
        if (status == LOGREG_OK && empty)
            status =
                logreg__fail(err, LOGREG_EDATA, "the resample has no value of '%.80s'", x->fill[i].column);
    }
    *frame = s->filled->from;
    return status == LOGREG_OK ? logreg__fills_apply(&x->filled, frame, x->fill, x->n_fills, err) : status;
}

/* ---- Bases ---- */

static logreg_status decide(logreg__relearned *x, const logreg_frame *frame, const logreg_study *s,
                            const logreg__rows *drawn, logreg_error *err)
{
    const logreg_options none = {0};
    logreg__formula *formula = NULL;
    logreg_status status = logreg__formula_beside(&formula, s->model->terms->formula, frame, &none, err);
    if (status == LOGREG_OK)
        status = logreg__terms_new(&x->terms, formula, frame, drawn, err);
    logreg__formula_free(formula);
    assert(status != LOGREG_OK || x->terms->n_columns == s->model->p);
    return status;
}

/* ---- All of it ---- */

logreg_status logreg__relearned_plain(logreg__design **design, const logreg__relearned *x,
                                      const logreg_study *s, const logreg__resample *r, logreg_error *err)
{
    const logreg_model *m = s->model;
    unsigned char *drop = logreg__new(m->p, 1);
    for (size_t j = 0; drop && j < m->p; j++)
        drop[j] = m->status[j] == LOGREG_COEF_ALIASED;
    logreg_status status =
        drop ? logreg__design_new(design, x->terms ? x->terms : m->terms,
                                  x->filled ? &x->filled->frame : s->frame, s->rows, &r->response, drop, err)
             : logreg__fail_memory(err);
    free(drop);
    return status;
}

logreg_status logreg__relearned_make(logreg__relearned *x, const logreg_study *s, const logreg__resample *r,
                                     int threads, logreg_error *err)
{
    const logreg_frame *frame = s->frame;
    x->place = logreg__new_raw(r->of->n, sizeof *x->place);
    if (!x->place)
        return logreg__fail_memory(err);
    const logreg__rows drawn = {.n_total = s->rows->n_total,
                                .n = list_drawn(x->place, r),
                                .order = x->place,
                                .whole = s->rows}; /* to be read alone */
    logreg_status status = s->model->terms->n_fills ? fill(x, &frame, s, &drawn, r, threads, err) : LOGREG_OK;
    if (status == LOGREG_OK && any_knots(s->model->terms))
        status = decide(x, frame, s, &drawn, err);
    if (status == LOGREG_OK)
        status = logreg__relearned_plain(&x->design, x, s, r, err);
    if (status == LOGREG_OK)
        status = logreg__problem_new(&x->problem, x->design, s->model->k, threads, err);
    if (status == LOGREG_OK)
        status = logreg__design_centre(x->design, err);
    return status == LOGREG_OK ? logreg__problem_standardise(x->problem, true, err) : status;
}

void logreg__relearned_clear(logreg__relearned *x)
{
    logreg__problem_free(x->problem);
    logreg__design_free(x->design);
    logreg__terms_free(x->terms);
    logreg__filled_free(x->filled);
    logreg__fills_free(x->fill, x->n_fills);
    free(x->place);
    *x = (logreg__relearned){0};
}
