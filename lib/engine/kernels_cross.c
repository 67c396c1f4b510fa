/* The information of one linear predictor, Z' diag(s) Z: dense columns with each other, with categories, and categories with each other. */
#include "engine/kernels.h"
#include "engine/sparse.h"
#include "engine/tiles.h"

logreg__cells_room logreg__walk_cells(double *room, const logreg__walk *walk)
{
    const logreg__problem *p = walk->problem;
    const logreg__design *d = p->design;
    const logreg__crossing *c = p->crossing;
    double *scaled = room + c->n_clusters * LOGREG__BLOCK_ROWS;
    logreg__cells_room cells = {.cell = (uint32_t *)(void *)room,
                                .scaled = scaled,
                                .by = scaled + LOGREG__SCALED_COLUMNS * LOGREG__BLOCK_ROWS,
                                .ones = scaled + (LOGREG__SCALED_COLUMNS + 2) * LOGREG__BLOCK_ROWS,
                                .zeros = scaled + (LOGREG__SCALED_COLUMNS + 3) * LOGREG__BLOCK_ROWS,
                                .tiles = room + logreg__cells_blocks(p) * LOGREG__BLOCK_ROWS};
    if (c->n_clusters == 0)
        return cells;
    for (size_t r = 0; r < LOGREG__BLOCK_ROWS; r++) {
        cells.ones[r] = 1;
        cells.zeros[r] = 0;
    }
    memset(cells.cell, 0, c->n_clusters * LOGREG__BLOCK_ROWS * sizeof *cells.cell);
    for (size_t k = 0; k < c->n_clusters; k++) {
        uint32_t *cell = cells.cell + k * LOGREG__BLOCK_ROWS;
        const logreg__cluster *cluster = &c->cluster[k];
        for (size_t i = cluster->first; i < cluster->first + cluster->n; i++)
            p->inner->cells(cell, walk->code[c->group[i]], walk->rows, (uint32_t)d->group[c->group[i]].count,
                            (uint32_t)c->stride[i]);
    }
    return cells;
}

/* The numbers of a cluster's only group, or NULL. */
static const double *numbers_of(const logreg__walk *walk, const logreg__cluster *k)
{
    return k->numbers ? walk->value[walk->problem->crossing->group[k->first]] : NULL;
}

/* Sums of the columns first .. first + LANES - 1 within the cells of each cluster. A row's numbers stand side by side, so that they
 * are added to the sums of its cell at once. */
static void sum_strip(double *sums, const logreg__walk *walk, size_t first, const double *s, const double *r,
                      const logreg__cells_room *room)
{
    const logreg__problem *p = walk->problem;
    const logreg__crossing *c = p->crossing;
    const double *x[LOGREG__LANES], *by[LOGREG__LANES];
    for (size_t l = 0; l < LOGREG__LANES; l++) {
        size_t t = first + l;
        bool dense = t > 0 && t + 1 < c->columns;
        x[l] = dense                      ? walk->Z + (t - 1 + p->design->intercept) * LOGREG__BLOCK_ROWS
               : t == 0                   ? s
               : t + 1 == c->columns && r ? r
                                          : room->zeros;
        by[l] = dense ? s : room->ones;
    }
    double *T = room->scaled;
    p->inner->turn(T, x, by, walk->full_rows);
    size_t strip = first / LOGREG__LANES;
    for (size_t k = 0; k < c->n_clusters; k++) {
        const logreg__cluster *cluster = &c->cluster[k];
        size_t size = cluster->cells * LOGREG__LANES * (cluster->apart ? LOGREG__COPIES : 1);
        p->inner->scatter_rows(sums + cluster->at + strip * size, cluster->apart,
                               room->cell + k * LOGREG__BLOCK_ROWS, numbers_of(walk, cluster), walk->rows, T);
    }
}

static const double *times(double *to, const double *s, const double *numbers, size_t rows)
{
    if (!numbers)
        return s;
    for (size_t r = 0; r < rows; r++)
        to[r] = s[r] * numbers[r];
    return to;
}

/* Clusters with each other, and groups of numbers with themselves. */
static void sum_pairs(double *sums, const logreg__walk *walk, const double *s, const logreg__cells_room *room)
{
    const logreg__problem *p = walk->problem;
    const logreg__crossing *c = p->crossing;
    double *table = sums + c->pairs, *both = room->by + LOGREG__BLOCK_ROWS;
    for (size_t k = 0; k < c->n_clusters; k++) {
        const uint32_t *cell = room->cell + k * LOGREG__BLOCK_ROWS;
        const double *u = numbers_of(walk, &c->cluster[k]), *su = times(room->by, s, u, walk->rows);
        if (u)
            p->inner->scatter_pairs(sums + c->cluster[k].own, 0, cell, cell, walk->rows,
                                    times(both, su, u, walk->rows));
        for (size_t other = k + 1; other < c->n_clusters; other++) {
            size_t width = c->cluster[other].cells;
            p->inner->scatter_pairs(table, (uint32_t)width, cell, room->cell + other * LOGREG__BLOCK_ROWS,
                                    walk->rows,
                                    times(both, su, numbers_of(walk, &c->cluster[other]), walk->rows));
            table += c->cluster[k].cells * width;
        }
    }
}

void logreg__walk_information(double *sums, double *g, const logreg__walk *walk, const double *s,
                              const double *r, const logreg__cells_room *room)
{
    const logreg__problem *p = walk->problem;
    const logreg__design *d = p->design;
    /* against the column of ones a product is a sum */
    if (d->intercept && r)
        p->inner->two_gradients(g, sums, walk->Z, walk->full_rows, d->n_dense, r, s);
    else if (d->intercept)
        p->inner->gradient(sums, walk->Z, walk->full_rows, d->n_dense, s);
    else if (r)
        p->inner->gradient(g, walk->Z, walk->full_rows, d->n_dense, r);
    double *H = sums + d->intercept * (d->n_dense + 1);
    const double *Z = walk->Z + d->intercept * LOGREG__BLOCK_ROWS;
    size_t n = d->n_dense - d->intercept;
    if (p->parts)
        logreg__tiles_information(H, d->n_dense, Z, walk->full_rows, n, s, room->tiles, p->parts);
    else
        p->inner->information(H, d->n_dense, Z, walk->full_rows, n, s, room->scaled, walk->ahead,
                              walk->n_ahead);
    if (d->n_sparse && r)
        logreg__sparse_gradient(g, &walk->sparse, walk->rows, r);
    if (d->n_sparse)
        logreg__sparse_information(sums + p->crossing->sparse, walk, s);
    if (p->crossing->n_clusters == 0)
        return;
    for (size_t first = 0; first < p->crossing->columns; first += LOGREG__LANES)
        sum_strip(sums, walk, first, s, r, room);
    sum_pairs(sums, walk, s, room);
}
