/* A sparse matrix: the columns of a frame that are nearly all 0, which stand row by row as GSL has them (CSR). */
#ifndef LOGREG_DATA_SPARSE_H
#define LOGREG_DATA_SPARSE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <gsl/gsl_spmatrix.h>

#include <logreg/base.h>

/* Row r has its numbers at places start[r] .. start[r + 1] - 1, ascending by column, none twice. */
typedef struct logreg__sparse {
    size_t n, p;
    int *start;  /* [n + 1], owned as the others are */
    int *column; /* from 0 */
    double *value;
    size_t room;       /* numbers that fit into the latter two */
    gsl_spmatrix view; /* of all that, for callers */
} logreg__sparse;

/* Numbers of a matrix, and columns, that GSL's indices can count. */
#define LOGREG__MOST_SPARSE INT32_MAX

/* A number beyond this has a square that no double holds. */
#define LOGREG__LARGEST_SPARSE 1e100

/* A matrix of n rows without any number yet, and room for some. NULL: out of memory. */
logreg__sparse *logreg__sparse_new(size_t n, size_t p, size_t room);

/* A copy of GSL's, of any storage, its columns put in order. EINVAL: a number that is not finite or beyond 1e100, an index that is out of
 * range or stands twice; ENOMEM. O(non-zeros + rows + columns). */
logreg_status logreg__sparse_copy(logreg__sparse **sparse, const gsl_spmatrix *X, logreg_error *err);

/* Columns column[0] < column[1] < .., n of them, which become 0, 1, .., of `rows` rows from the first. NULL: out of memory. O(non-zeros + all columns), or O(non-zeros log n) where columns are far more than non-zeros. */
logreg__sparse *logreg__sparse_pick(const logreg__sparse *from, size_t first, size_t rows,
                                    const uint32_t *column, size_t n);

/* The columns that have a number in any row, ascending, for the caller to free; the first where none has. NULL: out of memory. O(non-zeros), and p / 8 bytes while it runs. */
uint32_t *logreg__sparse_held(size_t *n, const logreg__sparse *sparse);

/* Keeps the rows with stays[r] != 0. */
void logreg__sparse_keep(logreg__sparse *sparse, const unsigned char *stays);

/* Brings the view up to date with what was filled in. */
void logreg__sparse_show(logreg__sparse *sparse);

void logreg__sparse_free(logreg__sparse *sparse);

#endif
