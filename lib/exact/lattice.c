#include "exact/lattice.h"

#include <math.h>

#include "base/error.h"
#include "base/memory.h"
#include "design/expansion.h"

/* Decimals of up to so many places, whose whole numbers stay below MOST, are taken as they stand. */
#define PLACES 9
#define MOST 0x1p40

/* What a product of decimals may be off a whole number by, relative to itself. */
#define ROUNDING 0x1p-50

/* Weights are whole to this. */
#define WHOLE 1e-9

void logreg__lattice_free(logreg__lattice *l)
{
    if (!l)
        return;
    free(l->cell);
    free(l->events);
    free(l->column);
    free(l->unit);
    free(l->x);
    free(l);
}

/* ---- Columns in whole numbers ---- */

static int64_t common_divisor(int64_t a, int64_t b)
{
    while (b) {
        int64_t rest = a % b;
        a = b;
        b = rest;
    }
    return a < 0 ? -a : a;
}

static bool all_whole(const double *x, size_t n, size_t stride, double power)
{
    bool ok = true;
    for (size_t i = 0; ok && i < n; i++) {
        double v = x[i * stride] * power;
        ok = fabs(v) < MOST && fabs(v - rint(v)) <= ROUNDING * fabs(v);
    }
    return ok;
}

/* x = base + unit * (whole number), the smallest of them 0 where the number of events is given. */
static void find_unit(logreg__lattice *l, const double *x, size_t n, size_t j)
{
    static const double power[PLACES + 1] = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9};
    size_t p = l->p, places = 0;
    while (places <= PLACES && !all_whole(x + j, n, p, power[places]))
        places++;
    double most = 0;
    for (size_t i = 0; i < n; i++)
        most = fmax(most, fabs(x[i * p + j]));
    double times = places <= PLACES ? power[places] : MOST / most;
    int64_t least = INT64_MAX, divisor = 0;
    for (size_t i = 0; i < n; i++) {
        l->x[i * p + j] = (int64_t)rint(x[i * p + j] * times);
        least = l->x[i * p + j] < least ? l->x[i * p + j] : least;
    }
    least = l->counted ? least : 0;
    for (size_t i = 0; i < n; i++)
        divisor = common_divisor(divisor, l->x[i * p + j] -= least);
    divisor = divisor ? divisor : 1;
    for (size_t i = 0; i < n; i++)
        l->x[i * p + j] /= divisor;
    l->unit[j] = (double)divisor / times;
    l->base[j] = (double)least / times;
}

/* ---- Rows that are alike ---- */

static int compare_cells(const void *a, const void *b, void *p)
{
    const logreg__cell *c = a, *d = b;
    if (c->set != d->set)
        return c->set < d->set ? -1 : 1;
    if (c->offset != d->offset)
        return c->offset < d->offset ? -1 : 1;
    for (size_t j = 0; j < *(const size_t *)p; j++)
        if (c->x[j] != d->x[j])
            return c->x[j] < d->x[j] ? -1 : 1;
    return 0;
}

static void merge_cells(logreg__lattice *l)
{
    size_t p = l->p, kept = 0;
    qsort_r(l->cell, l->n, sizeof *l->cell, compare_cells, &p);
    for (size_t i = 0; i < l->n; i++) {
        if (l->cell[i].trials == 0)
            continue;
        if (kept > 0 && compare_cells(&l->cell[kept - 1], &l->cell[i], &p) == 0) {
            l->cell[kept - 1].trials += l->cell[i].trials;
            l->cell[kept - 1].events += l->cell[i].events;
        } else {
            l->cell[kept++] = l->cell[i];
        }
    }
    l->n = kept;
    for (size_t i = 0; i < l->n; i++)
        l->events[l->cell[i].set] += l->cell[i].events;
}

/* ---- From a study ---- */

static logreg_status put_row(logreg__lattice *l, size_t i, double y, double w, double offset,
                             logreg_error *err)
{
    double trials = rint(w), events = rint(w * y);
    if (fabs(w - trials) > WHOLE || fabs(w * y - events) > WHOLE * fmax(1, w) || w > 1e9)
        return logreg__fail(
            err, LOGREG_EDATA,
            "exact inference counts observations, but a row has the weight %g; weights must be whole numbers",
            w);
    l->cell[i].trials = (size_t)trials;
    l->cell[i].events = (size_t)events;
    l->cell[i].offset = offset;
    return LOGREG_OK;
}

/* Columns of the plain design, not of products of centred ones. */
static logreg_status read_rows(logreg__lattice *l, double *x, const logreg_study *s, logreg_error *err)
{
    logreg__design *d = NULL;
    unsigned char *drop = logreg__new(s->model->p, 1);
    for (size_t j = 0; drop && j < s->model->p; j++)
        drop[j] = s->model->status[j] == LOGREG_COEF_ALIASED;
    logreg_status status =
        drop ? logreg__design_new(&d, s->model->terms, s->frame, s->rows, s->response, drop, err)
             : logreg__fail_memory(err);
    logreg__expansion e = {.design = NULL};
    if (status == LOGREG_OK && !logreg__expansion_init(&e, d))
        status = logreg__fail_memory(err);
    size_t skip = d && d->intercept && l->counted;
    while (status == LOGREG_OK && logreg__expansion_next(&e))
        for (size_t i = 0; status == LOGREG_OK && i < e.block.rows; i++) {
            memcpy(x + (e.first + i) * l->p, e.x + i * d->p + skip, l->p * sizeof *x);
            status = put_row(l, e.first + i, e.block.y[i], e.block.w ? e.block.w[i] : 1,
                             e.block.offset ? e.block.offset[i] : 0, err);
        }
    for (size_t j = 0; status == LOGREG_OK && j < l->p; j++)
        l->column[j] = d->column[j + skip];
    logreg__expansion_clear(&e);
    free(drop);
    logreg__design_free(d);
    return status;
}

static void read_sets(logreg__lattice *l, double *x, const logreg_study *s)
{
    const logreg__sets *sets = &s->matched->sets;
    size_t stride = s->matched->terms->n_columns;
    for (size_t j = 0; j < l->p; j++)
        l->column[j] = s->design->column[j];
    for (size_t set = 0; set < sets->n; set++)
        for (size_t i = sets->first[set]; i < sets->first[set + 1]; i++) {
            for (size_t j = 0; j < l->p; j++)
                x[i * l->p + j] = s->matched->raw[i * stride + l->column[j]];
            l->cell[i].set = set;
            l->cell[i].trials = 1;
            l->cell[i].events = i - sets->first[set] < sets->events[set];
            l->cell[i].offset = sets->offset ? sets->offset[i] : 0;
        }
}

logreg_status logreg__lattice_new(logreg__lattice **out, const logreg_study *s, bool intercept,
                                  logreg_error *err)
{
    bool given = s->design->intercept && !intercept;
    size_t n = s->matched ? s->matched->sets.first[s->matched->sets.n] : s->rows->n, p = s->design->p - given;
    logreg__lattice *l = logreg__new(1, sizeof *l);
    double *x = logreg__new(n, p * sizeof *x);
    bool ok = l && x;
    if (ok) {
        *l = (logreg__lattice){
            .n = n, .p = p, .n_sets = s->matched ? s->matched->sets.n : 1, .counted = given || s->matched};
        l->cell = logreg__new(n, sizeof *l->cell);
        l->events = logreg__new(l->n_sets, sizeof *l->events);
        l->column = logreg__new(p, sizeof *l->column);
        l->unit = logreg__new(2 * p, sizeof *l->unit);
        l->x = logreg__new(n, p * sizeof *l->x);
        ok = l->cell && l->events && l->column && l->unit && l->x;
        l->base = l->unit ? l->unit + p : NULL;
    }
    logreg_status status = ok ? LOGREG_OK : logreg__fail_memory(err);
    if (ok && s->matched)
        read_sets(l, x, s);
    else if (ok)
        status = read_rows(l, x, s, err);
    for (size_t j = 0; status == LOGREG_OK && j < p; j++)
        find_unit(l, x, n, j);
    for (size_t i = 0; status == LOGREG_OK && i < n; i++)
        l->cell[i].x = l->x + i * p;
    if (status == LOGREG_OK)
        merge_cells(l);
    free(x);
    if (status == LOGREG_OK)
        *out = l;
    else
        logreg__lattice_free(l);
    return status;
}
