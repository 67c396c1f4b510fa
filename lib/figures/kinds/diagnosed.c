#include "figures/kinds/diagnosed.h"

#include <math.h>
#include <string.h>

#include "base/error.h"
#include "base/memory.h"
#include "report/page/figure.h"
#include "report/summary/summary.h"

/* Refits that take longer than so many products of two columns, a pass, are no matter of seconds. */
#define WORK 2e8

/* Rows so near to each other on both axes, as shares of them, have one name. */
#define SAME 0.012

logreg_row_diagnostic logreg__whole(const logreg__diagnosed *rows, size_t place)
{
    return rows->d->n_classes == 2 ? logreg_diagnostics_whole(rows->d, place) : rows->d->row[place];
}

/* Puts a row among the first `most` of those of the largest values, the largest first; equal ones in the order of the rows. */
static void insert(size_t *place, double *value, size_t *n, size_t most, size_t row, double own)
{
    if (isnan(own) || (*n == most && own <= value[*n - 1]))
        return;
    size_t at = *n < most ? (*n)++ : *n - 1;
    for (; at > 0 && value[at - 1] < own; at--) {
        value[at] = value[at - 1];
        place[at] = place[at - 1];
    }
    value[at] = own;
    place[at] = row;
}

static void choose_top(logreg__diagnosed *rows, logreg__rank rank)
{
    double value[LOGREG__ROWS_TRIED];
    size_t most = rank == LOGREG__BY_COOK ? LOGREG__ROWS_TRIED : LOGREG__ROWS_NAMED;
    for (size_t i = 0; i < rows->d->n_rows; i++)
        insert(rows->top, value, &rows->n_top, most, i,
               rank == LOGREG__BY_COOK ? logreg__whole(rows, i).cook : rows->d->row[i].leverage);
    for (size_t k = 0; k < rows->n_top; k++)
        rows->refit[k] = NAN;
}

bool logreg__are_refitted(const logreg__diagnosed *rows)
{
    return rows->n_top && !isnan(rows->refit[0]);
}

logreg_status logreg__diagnosed_refit(logreg__diagnosed *rows, logreg_error *err)
{
    double q = (double)rows->d->rank, found[LOGREG__ROWS_TRIED];
    size_t tried[LOGREG__ROWS_TRIED], n = rows->n_top;
    bool wholes = rows->d->n_classes == 2 || !logreg__are_frequencies(rows);
    memcpy(tried, rows->top, sizeof tried);
    if (!wholes || (double)rows->d->n_rows * q * q > WORK) {
        rows->n_top = n < LOGREG__ROWS_NAMED ? n : LOGREG__ROWS_NAMED;
        return LOGREG_OK;
    }
    logreg_status status = logreg_diagnostics_delete(found, rows->study, tried, n, err);
    rows->n_top = 0;
    for (size_t k = 0; status == LOGREG_OK && k < n; k++)
        insert(rows->top, rows->refit, &rows->n_top, LOGREG__ROWS_NAMED, tried[k], found[k]);
    return status;
}

static logreg_status choose_rows(logreg__diagnosed *rows, logreg_error *err)
{
    size_t n = rows->d->n_rows, step = (n + LOGREG__ROWS_MOST - 1) / LOGREG__ROWS_MOST;
    bool *drawn = logreg__new(n, sizeof *drawn);
    rows->row = logreg__new(LOGREG__ROWS_ROOM, sizeof *rows->row);
    rows->x = logreg__new(LOGREG__ROWS_ROOM, sizeof *rows->x);
    rows->y = logreg__new(LOGREG__ROWS_ROOM, sizeof *rows->y);
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

logreg_status logreg__diagnosed_new(logreg__diagnosed *rows, const logreg__order *order, logreg__rank rank,
                                    logreg_error *err)
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
    choose_top(rows, rank);
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

static const logreg_shape shapes[LOGREG__CLASSES_SHAPED] = {LOGREG_CIRCLE, LOGREG_DIAMOND, LOGREG_TRIANGLE,
                                                            LOGREG_SQUARE};

void logreg__write_shapes(logreg__page *page, const logreg__diagnosed *rows)
{
    static const char *const name[LOGREG__CLASSES_SHAPED] = {"Circles", "diamonds", "triangles", "squares"};
    const logreg_model *model = rows->order->model;
    size_t K = logreg_model_classes(model);
    if (K == 2)
        logreg__page_add(page, logreg_model_grouped(model)
                                   ? " Circles are rows of more events than others, diamonds the rest"
                                   : " Circles are events, diamonds others");
    else if (K > LOGREG__CLASSES_SHAPED)
        logreg__page_format(page, " Rows of all %zu classes look alike", K);
    for (size_t k = 0; K > 2 && K <= LOGREG__CLASSES_SHAPED && k < K; k++) {
        logreg__page_format(page, k ? ", %s " : " %s are ", name[k]);
        logreg__page_name(page, logreg_model_class(model, k), LOGREG__NAME_ROOM);
    }
}

void logreg__write_rows_named(logreg__page *page, const logreg__diagnosed *rows, const char *which)
{
    logreg__page_format(page, "; %s are named by their %s.", which, rows->d->row[0].line ? "lines" : "rows");
}

/* By which a row is known: its line of a file, or its place among others. */
static size_t number_of(const logreg_row_diagnostic *row)
{
    return row->line ? row->line : row->row;
}

void logreg__say_row(logreg_figure *f, const logreg_row_diagnostic *r, double value, double refit)
{
    char said[192], number[LOGREG__FIGURE_SIZE], again[LOGREG__FIGURE_SIZE];
    int n = snprintf(said, sizeof said, "%s %zu has %s", r->line ? "Line" : "Row", number_of(r),
                     logreg__figure_digits(number, value, 2, f->title.sign));
    if (isnan(refit))
        snprintf(said + n, sizeof said - (size_t)n, ".");
    else if (isinf(refit))
        snprintf(said + n, sizeof said - (size_t)n, ", and a refit without it finds no maximum.");
    else
        snprintf(said + n, sizeof said - (size_t)n, ", refitted %s.",
                 logreg__figure_digits(again, refit, 2, f->title.sign));
    logreg_figure_say(f, said);
}

/* Whether no eye tells two places of the panel apart. */
static bool coincide(const logreg__panel *panel, double x0, double y0, double x1, double y1)
{
    return fabs(x1 - x0) < SAME * (panel->x.high - panel->x.low) &&
           fabs(y1 - y0) < SAME * (panel->y.high - panel->y.low);
}

/* "12", "12 and 15", "12 and 3 more". */
static void name_rows(char text[64], const logreg_row_diagnostic *all, const size_t *place, size_t n)
{
    size_t first = number_of(&all[place[0]]);
    if (n == 2)
        snprintf(text, 64, "%zu and %zu", first, number_of(&all[place[1]]));
    else if (n > 2)
        snprintf(text, 64, "%zu and %zu more", first, n - 1);
    else
        snprintf(text, 64, "%zu", first);
}

void logreg__label_rows(logreg_figure *f, const logreg__diagnosed *rows, const size_t *place, const double *x,
                        const double *y, size_t n)
{
    bool named[LOGREG__ROWS_TRIED] = {false};
    for (size_t k = 0; k < n; k++) {
        char text[64];
        size_t here[LOGREG__ROWS_TRIED], m = 0;
        for (size_t j = k; j < n && !named[k]; j++) {
            if (named[j] || !coincide(logreg__figure_panel(f), x[k], y[k], x[j], y[j]))
                continue;
            here[m++] = place[j];
            named[j] = j > k;
        }
        if (m == 0)
            continue;
        name_rows(text, rows->d->row, here, m);
        logreg_figure_label(f, x[k], y[k], text,
                            &(logreg_mark){.colour = LOGREG_INK, .size = 0.85, .right = 1, .beside = true});
    }
}

/* Which of the shapes a row has: of two classes events have the first. */
static size_t shape_of(const logreg__diagnosed *rows, const logreg_row_diagnostic *row)
{
    size_t K = rows->d->n_classes;
    return K == 2 ? !(row->outcome > 0.5) : K <= LOGREG__CLASSES_SHAPED ? (size_t)row->outcome : 0;
}

void logreg__points_by_class(logreg_figure *figure, const logreg__diagnosed *rows, double size)
{
    double x[LOGREG__ROWS_ROOM], y[LOGREG__ROWS_ROOM];
    for (size_t k = 0; k < LOGREG__CLASSES_SHAPED; k++) {
        size_t n = 0;
        for (size_t i = 0; i < rows->n; i++) {
            if (shape_of(rows, &rows->d->row[rows->row[i]]) != k)
                continue;
            x[n] = rows->x[i];
            y[n++] = rows->y[i];
        }
        if (k >= 2 && n == 0)
            continue;
        logreg_figure_points(figure, x, y, n,
                             &(logreg_mark){.colour = (int)k,
                                            .size = size * (rows->n > 300 ? 0.65 : 1),
                                            .opacity = 0.62,
                                            .shape = shapes[k]});
    }
}
