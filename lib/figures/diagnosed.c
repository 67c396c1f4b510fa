#include "figures/diagnosed.h"

#include <math.h>

#include "base/error.h"
#include "base/memory.h"
#include "report/figure.h"
#include "report/summary.h"

/* Those of the largest distances as wholes, the largest first; equal ones in the order of the rows. */
static void choose_top(logreg__diagnosed *rows)
{
    double cook[LOGREG__ROWS_NAMED];
    for (size_t i = 0; i < rows->d->n_rows; i++) {
        double own = logreg_diagnostics_whole(rows->d, i).cook;
        if (isnan(own) || (rows->n_top == LOGREG__ROWS_NAMED && own <= cook[rows->n_top - 1]))
            continue;
        size_t at = rows->n_top < LOGREG__ROWS_NAMED ? rows->n_top++ : rows->n_top - 1;
        for (; at > 0 && cook[at - 1] < own; at--) {
            cook[at] = cook[at - 1];
            rows->top[at] = rows->top[at - 1];
        }
        cook[at] = own;
        rows->top[at] = i;
    }
}

static logreg_status choose_rows(logreg__diagnosed *rows, logreg_error *err)
{
    size_t n = rows->d->n_rows, step = (n + LOGREG__ROWS_MOST - 1) / LOGREG__ROWS_MOST;
    bool *drawn = logreg__new(n, sizeof *drawn);
    rows->row = logreg__new(LOGREG__ROWS_MOST + LOGREG__ROWS_NAMED, sizeof *rows->row);
    rows->x = logreg__new(LOGREG__ROWS_MOST + LOGREG__ROWS_NAMED, sizeof *rows->x);
    rows->y = logreg__new(LOGREG__ROWS_MOST + LOGREG__ROWS_NAMED, sizeof *rows->y);
    if (!drawn || !rows->row || !rows->x || !rows->y) {
        free(drawn);
        return logreg__fail_memory(err);
    }
    for (size_t i = 0; i < n; i += step)
        drawn[i] = true;
    for (size_t k = 0; k < rows->n_top; k++)
        drawn[rows->top[k]] = true;
    for (size_t i = 0; i < n; i++)
        if (drawn[i])
            rows->row[rows->n++] = i;
    free(drawn);
    return LOGREG_OK;
}

logreg_status logreg__diagnosed_new(logreg__diagnosed *rows, const logreg__order *order, logreg_error *err)
{
    *rows = (logreg__diagnosed){.order = order};
    logreg_diagnostics_options o = logreg_diagnostics_options_default();
    o.n_top = 0;
    logreg_status status = logreg_study_new(&rows->study, order->model, order->frame, 0, err);
    if (status == LOGREG_OK)
        status = logreg_diagnostics_new(&rows->d, rows->study, &o, err);
    if (status != LOGREG_OK)
        return status;
    for (size_t i = 0; i < rows->d->n_rows; i++)
        rows->observations += rows->d->row[i].observations;
    choose_top(rows);
    return choose_rows(rows, err);
}

void logreg__diagnosed_clear(logreg__diagnosed *rows)
{
    free(rows->row);
    free(rows->x);
    free(rows->y);
    logreg_diagnostics_free(rows->d);
    logreg_study_free(rows->study);
}

void logreg__write_diagnosed(logreg__page *page, const logreg__diagnosed *rows)
{
    if (rows->n < rows->d->n_rows)
        logreg__page_format(page, " %zu of", rows->n);
    logreg__page_format(page, " %zu rows of ", rows->d->n_rows);
    logreg__page_name(page, logreg__target_name(rows->order->model), LOGREG__NAME_ROOM);
}

bool logreg__are_frequencies(const logreg__diagnosed *rows)
{
    return rows->observations > (double)rows->d->n_rows;
}

void logreg__write_shapes(logreg__page *page, const logreg__diagnosed *rows)
{
    logreg__page_add(page, logreg_model_grouped(rows->order->model)
                               ? " Circles are rows of more events than others, diamonds the rest"
                               : " Circles are events, diamonds others");
}

void logreg__say_row(logreg_figure *f, const logreg_row_diagnostic *r, double value)
{
    char said[128], number[LOGREG__FIGURE_SIZE];
    snprintf(said, sizeof said, "%s %zu has %s.", r->line ? "Line" : "Row", r->line ? r->line : r->row,
             logreg__figure_digits(number, value, 2, f->title.sign));
    logreg_figure_say(f, said);
}

void logreg__label_rows(logreg_figure *f, const logreg__diagnosed *rows, const size_t *place, const double *x,
                        const double *y, size_t n)
{
    for (size_t k = 0; k < n; k++) {
        char text[64];
        const logreg_row_diagnostic *row = &rows->d->row[place[k]];
        snprintf(text, sizeof text, row->line ? "line %zu" : "row %zu", row->line ? row->line : row->row);
        logreg_figure_label(f, x[k], y[k], text,
                            &(logreg_mark){.colour = LOGREG_INK, .size = 0.85, .right = 1, .beside = true});
    }
}

void logreg__points_by_class(logreg_figure *f, const logreg__diagnosed *rows, double size)
{
    double x[LOGREG__ROWS_MOST + LOGREG__ROWS_NAMED], y[LOGREG__ROWS_MOST + LOGREG__ROWS_NAMED];
    for (int others = 0; others < 2; others++) {
        size_t n = 0;
        for (size_t i = 0; i < rows->n; i++) {
            if ((rows->d->row[rows->row[i]].outcome > 0.5) == others)
                continue;
            x[n] = rows->x[i];
            y[n++] = rows->y[i];
        }
        logreg_figure_points(f, x, y, n,
                             &(logreg_mark){.colour = others,
                                            .size = size * (rows->n > 300 ? 0.65 : 1),
                                            .opacity = 0.62,
                                            .shape = others ? LOGREG_DIAMOND : LOGREG_CIRCLE});
    }
}
