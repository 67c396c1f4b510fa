#include "engine/crossing.h"

#include "base/memory.h"
#include "engine/inner.h"

/* Groups are taken together up to so many cells. With 64, the sums of two clusters stay in the first-level cache. */
#define MOST_CELLS 64
#define MOST_GROUPS 6 /* each has two cells or more */

/* Rows that come after one another often fall into the same of few cells, and would wait for one another's sum. */
#define FEW_CELLS 16

/* ---- The plan ---- */

/* Lists the groups that can be taken together, smallest first, then those of numbers. */
static size_t sort_groups(size_t *group, const logreg__design *d)
{
    size_t n = 0, plain;
    for (size_t g = 0; g < d->n_groups; g++) {
        if (d->group[g].numbers)
            continue;
        size_t i = n++;
        for (; i > 0 && d->group[group[i - 1]].count > d->group[g].count; i--)
            group[i] = group[i - 1];
        group[i] = g;
    }
    plain = n;
    for (size_t g = 0; g < d->n_groups; g++)
        if (d->group[g].numbers)
            group[n++] = g;
    return plain;
}

static void form_clusters(logreg__crossing *c, const logreg__design *d)
{
    size_t plain = sort_groups(c->group, d);
    for (size_t i = 0; i < d->n_groups; i++) {
        size_t cells = d->group[c->group[i]].count + 1;
        logreg__cluster *last = c->n_clusters ? &c->cluster[c->n_clusters - 1] : NULL;
        if (last && i < plain && last->cells * cells <= MOST_CELLS) {
            c->stride[i] = last->cells;
            last->cells *= cells;
            last->n++;
            continue;
        }
        c->stride[i] = 1;
        c->cluster[c->n_clusters++] =
            (logreg__cluster){.first = i, .n = 1, .cells = cells, .numbers = i >= plain};
    }
}

static void place_sums(logreg__crossing *c, const logreg__design *d)
{
    size_t strips = (c->columns + LOGREG__LANES - 1) / LOGREG__LANES;
    c->size = d->n_dense * d->n_dense;
    for (size_t i = 0; i < c->n_clusters; i++) {
        logreg__cluster *k = &c->cluster[i];
        k->apart = k->cells <= FEW_CELLS ? k->cells * LOGREG__LANES : 0;
        k->at = c->size;
        c->size += strips * k->cells * LOGREG__LANES * (k->apart ? LOGREG__COPIES : 1);
    }
    for (size_t i = 0; i < c->n_clusters; i++) {
        c->cluster[i].own = c->size;
        c->size += c->cluster[i].numbers ? c->cluster[i].cells : 0;
    }
    c->pairs = c->size;
    for (size_t i = 0; i < c->n_clusters; i++)
        for (size_t j = i + 1; j < c->n_clusters; j++)
            c->size += c->cluster[i].cells * c->cluster[j].cells;
    c->sparse = c->size;
    c->size += d->p * d->n_sparse;
}

logreg__crossing *logreg__crossing_new(const logreg__design *d)
{
    logreg__crossing *c = logreg__new(1, sizeof *c);
    if (!c)
        return NULL;
    c->columns = 2 + d->n_dense - d->intercept;
    c->cluster = logreg__new(d->n_groups, sizeof *c->cluster);
    c->group = logreg__new(d->n_groups, sizeof *c->group);
    c->stride = logreg__new(d->n_groups, sizeof *c->stride);
    if (!c->cluster || !c->group || !c->stride) {
        logreg__crossing_free(c);
        return NULL;
    }
    form_clusters(c, d);
    place_sums(c, d);
    return c;
}

void logreg__crossing_free(logreg__crossing *c)
{
    if (!c)
        return;
    free(c->cluster);
    free(c->group);
    free(c->stride);
    free(c);
}

/* ---- Sums ---- */

void logreg__crossing_clear(double *sums, const logreg__crossing *c, const logreg__design *d)
{
    size_t n = d->n_dense;
    for (size_t j = 0; j < n; j++)
        memset(sums + j * n + j, 0, (n - j) * sizeof *sums);
    memset(sums + n * n, 0, (c->size - n * n) * sizeof *sums);
}

void logreg__crossing_add(double *sums, const double *more, const logreg__crossing *c,
                          const logreg__design *d)
{
    size_t n = d->n_dense;
    for (size_t j = 0; j < n; j++)
        for (size_t i = j * n + j; i < (j + 1) * n; i++)
            sums[i] += more[i];
    for (size_t i = n * n; i < c->size; i++)
        sums[i] += more[i];
}

/* ---- Writing out ---- */

typedef struct {
    double *H, *g;
    size_t ldh;
    const logreg__crossing *c;
    const logreg__design *d;
} writing;

/* H[a][b] += x, whichever is the column. */
static void add(const writing *w, size_t a, size_t b, double x)
{
    w->H[a < b ? a * w->ldh + b : b * w->ldh + a] += x;
}

/* The columns that a cell of a cluster means; how many. */
static size_t list_columns(size_t *column, const writing *w, const logreg__cluster *k, size_t cell)
{
    size_t n = 0;
    for (size_t i = k->first; i < k->first + k->n; i++) {
        const logreg__group *group = &w->d->group[w->c->group[i]];
        size_t own = cell / w->c->stride[i] % (group->count + 1);
        if (own < group->count)
            column[n++] = group->first + own;
    }
    return n;
}

/* What number t of the summed columns comes to in a column of categories. */
static void add_column(const writing *w, size_t t, size_t column, double x)
{
    if (t + 1 < w->c->columns)
        add(w, t > 0 ? t - 1 + w->d->intercept : 0, column, x);
    else if (w->g)
        w->g[column] += x;
}

static void write_cell(const writing *w, const logreg__cluster *k, size_t cell, size_t first,
                       const double *sum)
{
    size_t column[MOST_GROUPS], n = list_columns(column, w, k, cell);
    for (size_t i = 0; i < n; i++) {
        for (size_t t = first; t < first + LOGREG__LANES && t < w->c->columns; t++)
            if (t > 0 || w->d->intercept)
                add_column(w, t, column[i], sum[t - first]);
        for (size_t j = i; first == 0 && !k->numbers && j < n; j++)
            add(w, column[i], column[j], sum[0]);
    }
}

static void write_cluster(const writing *w, const logreg__cluster *k, const double *sums)
{
    const double *A = sums + k->at;
    size_t copies = k->apart ? LOGREG__COPIES : 1;
    for (size_t first = 0; first < w->c->columns; first += LOGREG__LANES) {
        for (size_t cell = 0; cell < k->cells; cell++) {
            double sum[LOGREG__LANES] = {0};
            for (size_t copy = 0; copy < copies; copy++)
                for (size_t l = 0; l < LOGREG__LANES; l++)
                    sum[l] += A[(copy * k->cells + cell) * LOGREG__LANES + l];
            write_cell(w, k, cell, first, sum);
        }
        A += copies * k->cells * LOGREG__LANES;
    }
    for (size_t cell = 0; k->numbers && cell + 1 < k->cells; cell++) {
        size_t column = w->d->group[w->c->group[k->first]].first + cell;
        add(w, column, column, sums[k->own + cell]);
    }
}

/* Sums of `count` cells of the other cluster over those cells of a cluster that mean one column of its group i. */
static void sum_slice(double *sum, const writing *w, const logreg__cluster *k, size_t i, size_t own,
                      const double *table, size_t width, size_t count)
{
    size_t stride = w->c->stride[i], period = stride * (w->d->group[w->c->group[i]].count + 1);
    memset(sum, 0, count * sizeof *sum);
    for (size_t from = own * stride; from < k->cells; from += period)
        for (size_t cell = from; cell < from + stride; cell++)
            for (size_t b = 0; b < count; b++)
                sum[b] += table[cell * width + b];
}

static void write_pair(const writing *w, const logreg__cluster *a, const logreg__cluster *b,
                       const double *table)
{
    enum { TOGETHER = 64 };
    for (size_t first = 0; first < b->cells; first += TOGETHER) {
        size_t count = b->cells - first < TOGETHER ? b->cells - first : TOGETHER;
        size_t column[TOGETHER][MOST_GROUPS], n[TOGETHER];
        double sum[TOGETHER];
        for (size_t cell = 0; cell < count; cell++)
            n[cell] = list_columns(column[cell], w, b, first + cell);
        for (size_t i = a->first; i < a->first + a->n; i++) {
            const logreg__group *group = &w->d->group[w->c->group[i]];
            for (size_t own = 0; own < group->count; own++) {
                sum_slice(sum, w, a, i, own, table + first, b->cells, count);
                for (size_t cell = 0; cell < count; cell++)
                    for (size_t j = 0; j < n[cell]; j++)
                        add(w, group->first + own, column[cell][j], sum[cell]);
            }
        }
    }
}

void logreg__crossing_write(double *H, size_t ldh, double *g, const logreg__crossing *c,
                            const logreg__design *d, const double *sums)
{
    writing w = {H, g, ldh, c, d};
    for (size_t j = 0; j < d->n_dense; j++)
        for (size_t i = j; i < d->n_dense; i++)
            H[j * ldh + i] = sums[j * d->n_dense + i];
    const double *table = sums + c->pairs;
    for (size_t i = 0; i < c->n_clusters; i++) {
        write_cluster(&w, &c->cluster[i], sums);
        for (size_t j = i + 1; j < c->n_clusters; j++) {
            write_pair(&w, &c->cluster[i], &c->cluster[j], table);
            table += c->cluster[i].cells * c->cluster[j].cells;
        }
    }
    const double *sparse = sums + c->sparse;
    for (size_t j = 0; d->n_sparse && j < d->p; j++, sparse += d->n_sparse)
        for (size_t i = j > d->first_sparse ? j - d->first_sparse : 0; i < d->n_sparse; i++)
            H[j * ldh + d->first_sparse + i] = sparse[i];
}
