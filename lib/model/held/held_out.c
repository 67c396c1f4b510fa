#include "model/held/held_out.h"

#include <math.h>

#include "base/error.h"
#include "base/memory.h"
#include "base/random.h"
#include "model/predict/labelled.h"

#define USUAL_SHARE 0.1

/* Of the seed; batches have another. */
#define STREAM 1

double logreg__held_out_share(const logreg_options *o)
{
    return o->validation_fraction > 0 ? o->validation_fraction : o->early_stopping ? USUAL_SHARE : 0;
}

/* Classes of the kept rows; of counts all are of one. */
static void fill_classes(double *y, const logreg__rows *rows, const logreg__response *r)
{
    logreg__response_fill_kept(r, rows, 0, rows->n, y, NULL);
    for (size_t i = 0; r->grouped && i < rows->n; i++)
        y[i] = 0;
}

/* Marks the share of each class among the rows, met in random order; how many. */
static size_t mark(unsigned char *held, const double *y, size_t n, size_t classes, double share,
                   const size_t *order, size_t *left)
{
    size_t marked = 0;
    memset(left, 0, classes * sizeof *left);
    for (size_t i = 0; i < n; i++)
        left[(size_t)y[i]]++;
    for (size_t c = 0; c < classes; c++) {
        double most = left[c] > 0 ? (double)left[c] - 1 : 0;
        left[c] = (size_t)fmin(round(share * (double)left[c]), most);
    }
    for (size_t i = 0; i < n; i++) {
        size_t row = order[i], c = (size_t)y[row];
        if (left[c] == 0)
            continue;
        left[c]--;
        held[row] = 1;
        marked++;
    }
    return marked;
}

/* Parts the rows in those that are marked and those that are not. */
static logreg_status part(logreg__rows **rows, unsigned char *held, logreg_error *err)
{
    logreg__rows *all = *rows, *fit = NULL, *out = NULL;
    logreg_status status = logreg__rows_subset(&fit, all, held, err);
    for (size_t i = 0; i < all->n; i++)
        held[i] = !held[i];
    if (status == LOGREG_OK)
        status = logreg__rows_subset(&out, all, held, err);
    if (status != LOGREG_OK) {
        logreg__rows_free(fit);
        return status;
    }
    fit->n_weightless = all->n_weightless;
    fit->weightless = all->weightless;
    all->weightless = NULL;
    fit->held = out;
    logreg__rows_free(all);
    *rows = fit;
    return LOGREG_OK;
}

logreg_status logreg__held_out_choose(logreg__rows **rows, const logreg__outcome *outcome,
                                      const logreg_frame *frame, const logreg_options *o, logreg_error *err)
{
    double share = logreg__held_out_share(o);
    if (!(share > 0))
        return LOGREG_OK;
    size_t n = (*rows)->n;
    logreg__response *response = NULL;
    logreg_status status = logreg__response_new(&response, outcome, frame, *rows, err);
    if (status != LOGREG_OK)
        return status;
    size_t classes = response->n_classes, *order = logreg__new_raw(n + classes, sizeof *order);
    double *y = logreg__new_raw(n, sizeof *y);
    unsigned char *held = logreg__new(n, 1);
    if (order && y && held) {
        logreg__random random;
        logreg__random_init(&random, o->random_state, STREAM);
        logreg__random_permutation(&random, order, n);
        fill_classes(y, *rows, response);
        size_t marked = mark(held, y, n, classes, share, order, order + n);
        status = marked ? part(rows, held, err)
                        : logreg__fail(err, LOGREG_EDATA,
                                       "%zu rows are too few to hold out a share of %g; give a larger "
                                       "validation fraction, or none",
                                       n, share);
    } else {
        status = logreg__fail_memory(err);
    }
    free(order);
    free(y);
    free(held);
    logreg__response_free(response);
    return status;
}

logreg_status logreg__held_out_leave(logreg__rows **rows, const logreg__leaving *leaving, logreg_error *err)
{
    logreg__rows *all = *rows, *rest = NULL;
    unsigned char *out = logreg__new_raw(all->n, 1);
    if (!out)
        return logreg__fail_memory(err);
    for (size_t i = 0; i < all->n; i++)
        out[i] = leaving->fold[i] == leaving->number;
    logreg_status status = logreg__rows_subset(&rest, all, out, err);
    free(out);
    if (status != LOGREG_OK)
        return status;
    rest->n_weightless = all->n_weightless;
    rest->weightless = all->weightless;
    all->weightless = NULL;
    rest->whole = all;
    *rows = rest;
    return LOGREG_OK;
}

static double sum_weights(const logreg__response *r, const logreg__rows *rows)
{
    double w[LOGREG__BLOCK_ROWS], sum = 0;
    size_t place[LOGREG__BLOCK_ROWS];
    for (size_t first = 0; first < rows->n; first += LOGREG__BLOCK_ROWS) {
        size_t count = rows->n - first < LOGREG__BLOCK_ROWS ? rows->n - first : LOGREG__BLOCK_ROWS;
        logreg__rows_list(rows, first, count, place);
        logreg__response_fill(r, place, count, NULL, w, NULL);
        for (size_t i = 0; i < count; i++)
            sum += w[i];
    }
    return sum;
}

logreg_status logreg__held_out_problem(logreg__fitting *f, logreg_error *err)
{
    if (!f->rows->held)
        return LOGREG_OK;
    logreg_status status =
        logreg__fitting_problem(&f->held_design, &f->held, f, f->rows->held, f->drop, false, err);
    if (status != LOGREG_OK)
        return status;
    f->held->weight = sum_weights(f->response, f->rows->held);
    return logreg__design_copy_rows(f->rows->held, f->held_design, LOGREG__MOST_HELD_COPIED, err);
}

logreg_status logreg__held_out_measure(logreg__fitting *f, logreg_error *err)
{
    const logreg__rows *held = f->rows->held;
    logreg_model *m = f->model;
    if (!held)
        return LOGREG_OK;
    m->n_held_out = held->n;
    m->held_out_share = logreg__held_out_share(f->options);
    const logreg_metric *log_loss = logreg_metric_find("log_loss");
    logreg_measure found;
    logreg_status status =
        logreg__measure_kept(&found, &log_loss, 1, m, f->frame, held, f->response, f->options->threads, err);
    if (status == LOGREG_OK)
        m->held_out_loss = found.value;
    return status;
}
