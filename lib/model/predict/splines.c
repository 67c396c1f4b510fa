/* Splines of a model, and rows that lie beyond their boundaries. */
#include <math.h>

#include "base/error.h"
#include "base/memory.h"
#include "model/predict/predict.h"

static const logreg__made *spline(const logreg__variable *v)
{
    return v->made && logreg__basis_bounded(&v->made->basis) ? v->made : NULL;
}

size_t logreg_model_splines(const logreg_model *m)
{
    size_t n = 0;
    for (size_t v = 0; v < m->terms->n_variables; v++)
        n += spline(&m->terms->variable[v]) != NULL;
    return n;
}

static const logreg__made *spline_number(const logreg_model *m, size_t i)
{
    for (size_t v = 0; v < m->terms->n_variables; v++)
        if (spline(&m->terms->variable[v]) && i-- == 0)
            return spline(&m->terms->variable[v]);
    return NULL;
}

static void look(logreg_spline *s, double x)
{
    if (!(x < s->boundary[0] || x > s->boundary[1]))
        return;
    s->n_rows++;
    s->range[0] = fmin(s->range[0], x); /* which pass over NaN */
    s->range[1] = fmax(s->range[1], x);
}

static logreg_status look_at_rows(logreg_spline *s, const logreg__made *made, const logreg_frame *frame,
                                  const logreg__rows *rows, logreg_error *err)
{
    size_t place[LOGREG__BLOCK_ROWS];
    logreg__bound *bound = NULL;
    logreg_status status = logreg__bound_new(&bound, made->input, frame, err);
    if (status != LOGREG_OK)
        return status;
    double *work = logreg__new_raw(bound->depth + 1, LOGREG__BLOCK_ROWS * sizeof *work);
    for (size_t first = 0; work && first < rows->n; first += LOGREG__BLOCK_ROWS) {
        size_t count = rows->n - first < LOGREG__BLOCK_ROWS ? rows->n - first : LOGREG__BLOCK_ROWS;
        double *value = work + bound->depth * LOGREG__BLOCK_ROWS;
        logreg__rows_list(rows, first, count, place);
        logreg__bound_values(value, bound, place, count, work);
        for (size_t r = 0; r < count; r++)
            look(s, value[r]);
    }
    status = work ? LOGREG_OK : logreg__fail_memory(err);
    free(work);
    logreg__bound_free(bound);
    return status;
}

/* The rows that prediction can use. */
static logreg_status whole_rows(logreg__rows **rows, const logreg_model *m, const logreg_frame *frame,
                                logreg_error *err)
{
    size_t n = 0, *column = logreg__new(m->terms->n_variables + 2, sizeof *column);
    logreg_status status =
        column ? logreg__needed_columns(column, &n, m, frame, err) : logreg__fail_memory(err);
    if (status == LOGREG_OK)
        status = logreg__rows_complete(rows, frame, column, n, err);
    if (status == LOGREG_OK)
        status = logreg__terms_answered(*rows, m->terms, frame, err);
    free(column);
    return status;
}

logreg_status logreg_model_spline(const logreg_model *m, size_t i, const logreg_frame *frame,
                                  logreg_spline *out, logreg_error *err)
{
    const logreg__made *made = spline_number(m, i);
    if (!made)
        return logreg__fail(err, LOGREG_EINVAL, "there is no spline %zu: the model has %zu", i,
                            logreg_model_splines(m));
    logreg_spline s = {.name = made->text,
                       .linear = made->basis.kind == &logreg__basis_ns,
                       .boundary = {made->basis.boundary[0], made->basis.boundary[1]},
                       .range = {NAN, NAN}};
    logreg__rows *rows = NULL;
    logreg__filled *filled = NULL;
    logreg_status status =
        frame ? logreg__fills_apply(&filled, &frame, m->terms->fill, m->terms->n_fills, err) : LOGREG_OK;
    if (status == LOGREG_OK && frame)
        status = whole_rows(&rows, m, frame, err);
    if (status == LOGREG_OK && rows)
        status = look_at_rows(&s, made, frame, rows, err);
    logreg__rows_free(rows);
    logreg__filled_free(filled);
    if (status == LOGREG_OK)
        *out = s;
    return status;
}
