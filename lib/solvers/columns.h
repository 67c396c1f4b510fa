/* Coordinate descent on a loss's quadratic without its matrix: the columns of the design stand one after the other, and each move goes through the rows of one. Where columns
 * are sparse and many, that is less than a line of the matrix, and takes the room of the numbers alone. */
#ifndef LOGREG_SOLVERS_COLUMNS_H
#define LOGREG_SOLVERS_COLUMNS_H

#include "engine/problem.h"
#include "solvers/coordinate.h"

typedef struct logreg__columns logreg__columns;

/* Does it serve the problem: two classes, sparse columns, and more of them than pairs are worth? */
bool logreg__columns_serve(const logreg__problem *problem);

/* The problem's columns, in its coordinates, of the rows in their order. ENOMEM. O(numbers). */
logreg_status logreg__columns_new(logreg__columns **columns, const logreg__problem *problem,
                                  logreg_error *err);
void logreg__columns_free(logreg__columns *columns);

/* [n] curvatures of the rows, which the quadratic is made of: the caller's to fill in. */
double *logreg__columns_curvature(logreg__columns *columns);

/* As logreg__coordinate_descend, with H = X' diag(curvature) X, but that g stays as it is. order: [p]. */
bool logreg__columns_descend(double *u, const double *g, const logreg__creases *q, logreg__columns *columns,
                             double tol, size_t *order);

#endif
