/* How rows meet in categories: the layout in which the sums of an information, Z' diag(s) Z, are made.
 *
 * Small groups of categories are taken together in clusters, of which a row is in one cell: what is summed within the cells of a
 * cluster is summed within each of its groups too, and for pairs of them. So a row costs one addition for each cluster, and one for each pair
 * of clusters, however many groups there are; and a matrix with a large group takes the room of its sums, not of all its zeros.
 *
 * The sums of one matrix, in this order:
 *
 *     dense columns with each other     n_dense x n_dense, lower
 *     each cluster                      for each LANES columns: cells x LANES, COPIES times where cells are few
 *     those of numbers, with themselves cells
 *     each pair of clusters             cells of the one x cells of the other
 *     each column with sparse ones      p x n_sparse
 *
 * The columns are s, s z_j for each dense j but the intercept, and r, whose sums are the gradient.
 */
#ifndef LOGREG_ENGINE_CROSSING_H
#define LOGREG_ENGINE_CROSSING_H

#include "design/design.h"

typedef struct {
    size_t first, n; /* its groups, in the list of all */
    size_t cells;    /* the last of each group is for rows that are in none of its columns */
    size_t apart;    /* doubles from one copy of LANES columns to the next; 0: one copy */
    size_t at, own;  /* where its sums begin, and those with itself */
    bool numbers;    /* one group, in whose columns a number stands */
} logreg__cluster;

typedef struct logreg__crossing {
    size_t columns; /* of them */
    size_t n_clusters;
    logreg__cluster *cluster;
    size_t *group, *stride; /* [n_groups] which, and how many cells lie between two of its columns */
    size_t pairs;           /* where those of pairs begin */
    size_t sparse;          /* and those with sparse columns */
    size_t size;            /* all of them */
} logreg__crossing;

/* NULL: out of memory. */
logreg__crossing *logreg__crossing_new(const logreg__design *design);
void logreg__crossing_free(logreg__crossing *crossing);

/* Sets the sums of one matrix to 0. Like all that follows, it leaves what stands above the diagonal alone, so that of many columns half the pages are never touched. */
void logreg__crossing_clear(double *sums, const logreg__crossing *crossing, const logreg__design *design);

/* sums += more */
void logreg__crossing_add(double *sums, const double *more, const logreg__crossing *crossing,
                          const logreg__design *design);

/* Writes the sums out as a matrix (its lower triangle, ldh apart) and, unless g is NULL, adds the categories' gradient. H is zeros before. */
void logreg__crossing_write(double *H, size_t ldh, double *g, const logreg__crossing *crossing,
                            const logreg__design *design, const double *sums);

#endif
