/* The columns of a frame's sparse matrix in a design. */
#ifndef LOGREG_DESIGN_SPARSE_COLUMNS_H
#define LOGREG_DESIGN_SPARSE_COLUMNS_H

#include "design/design.h"

/* Adds those that drop does not leave out, behind all other columns. Where it leaves some out the others are copied, so that a walk costs what is left. EDATA:
 * the frame has no sparse matrix, or one of other columns. ENOMEM. */
logreg_status logreg__design_sparse(logreg__design *design, const unsigned char *drop, logreg_error *err);

/* The sparse columns of rows at these places of the frame; room for `rows` places from and to. */
void logreg__sparse_fetch(logreg__sparse_rows *to, const logreg__design *design, const size_t *place,
                          size_t rows, size_t *from, size_t *until);

/* How many numbers each of the design's columns has, [p] in fold order: of sparse ones those that stand in the frame's rows, of others one a row. */
void logreg__sparse_count(size_t *count, const logreg__design *design);

#endif
