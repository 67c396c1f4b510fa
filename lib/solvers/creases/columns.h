/* Coordinate descent on a loss's quadratic without its matrix: the columns of the design stand one after the other, and each move goes through the rows of one. Where columns
 * are sparse and many, that is less than a line of the matrix, and takes the room of the numbers alone. */
#ifndef LOGREG_SOLVERS_CREASES_COLUMNS_H
#define LOGREG_SOLVERS_CREASES_COLUMNS_H

#include <stdint.h>

#include "engine/problem.h"
#include "solvers/creases/coordinate.h"

typedef struct {
    size_t n, p;
    size_t *start; /* [p + 1] column j has the numbers start[j] .. start[j + 1] - 1 */
    uint32_t *row;
    double *value;
    double *curvature; /* [n] of the rows, which the quadratic is made of: the caller's to fill in */
    double *moved;     /* [n] curvature times X (u - at) */
    double *h;         /* [p] diagonal of H */
    double *room;      /* [n + 5 p] for a step */
    size_t *free_one;  /* [p] of a step, or those that a sweep moved */
} logreg__columns;

/* Does it serve the problem: two classes, sparse columns, and more of them than pairs are worth? */
bool logreg__columns_serve(const logreg__problem *problem);

/* The problem's columns, in its coordinates, of the rows in their order. ENOMEM. O(numbers). */
logreg_status logreg__columns_new(logreg__columns **columns, const logreg__problem *problem,
                                  logreg_error *err);
void logreg__columns_free(logreg__columns *columns);

/* As logreg__coordinate_descend, with H = X' diag(curvature) X, but that g stays as it is, and that tol is that of each coordinate when its turn came: what is moved within it after that may leave twice as much, which the caller's
 * next walk over the rows sees. order: [p]. */
bool logreg__columns_descend(double *u, const double *g, const logreg__creases *q, logreg__columns *columns,
                             double tol, size_t *order);

/* Newton's step along those of `count` coordinates that neither a crease nor a bound holds, by conjugate gradients (columns_step.c), from u, where `moved` is. Whether nothing stood in its way: where creases and
 * bounds do, coordinates end there, for as long as the quadratic falls. O(numbers) an iteration. */
bool logreg__columns_step(double *u, const double *g, const logreg__creases *q, logreg__columns *columns,
                          double tol, const size_t *list, size_t count);

#endif
