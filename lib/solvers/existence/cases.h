/* The rows of a design, one after the other, and what each says about a direction in which coefficients might run off:
 * the linear predictor of its own class must not fall behind that of any other. Each such comparison of two classes at a
 * row is one row z of a cone {b : z'b >= 0}; z and b have q = k p entries, p (in fold order) for each class 1 .. k. Class
 * 0 has none: its predictor is 0.
 *
 * Inside, columns are centred where they lie far from 0, and scaled: s_j = (x_j - centre_j) * scale_j. What nearly cancels among them is
 * taken off (reduction.h), and what is left of s_j is multiplied by rest_j. z has s in the entries of the class that must win, -s in
 * those of the class that must lose.
 */
#ifndef LOGREG_SOLVERS_EXISTENCE_CASES_H
#define LOGREG_SOLVERS_EXISTENCE_CASES_H

#include <stdbool.h>

#include "design/design.h"
#include "solvers/existence/reduction.h"

/* A walk over the kept rows of positive weight. */
typedef struct {
    size_t p, k, q;
    size_t index;    /* the kept row it stands at */
    const double *x; /* [p] its columns */
    double *s;       /* [p] the same, centred, scaled and reduced */
    size_t winner;   /* its class; of grouped data with events and non-events, the first of two */
    bool both;       /* .. and then each of the two classes must win: z and -z are comparisons */

    const logreg__design *design;
    double *centre; /* [p] 0 without an intercept */
    double *scale;  /* [p] powers of two */
    double *rest;   /* [p] likewise; ones where nothing is reduced */
    logreg__reduction reduction;
    unsigned char
        *exact;      /* [p] columns of whole numbers, of which neither centring nor reducing rounded any */
    double *block_x; /* a block, expanded */
    logreg__block block;
    logreg__scratch *scratch;
    size_t first, step; /* kept row where the block starts, and from there to the next block */
} logreg__cases;

/* A walk that has looked at the columns and stands before the first row. NULL: out of memory. */
logreg__cases *logreg__cases_new(const logreg__design *design, size_t k);
void logreg__cases_free(logreg__cases *cases);

/* Back to before the first row. The next walk meets so many blocks of rows at most, spread over the data; 0: all. */
void logreg__cases_rewind(logreg__cases *cases, size_t blocks);

/* Goes on to the next row; false after the last. */
bool logreg__cases_next(logreg__cases *cases);

/* Writes out the comparison of two classes at the row where the walk stands. */
void logreg__cases_compare(const logreg__cases *cases, size_t winner, size_t loser, double *z);

/* Exact sign of the same for a direction b of the columns as they are. */
int logreg__cases_sign(const logreg__cases *cases, size_t winner, size_t loser, const double *b);

/* Coefficient i of the columns as they are is z'b, b of the inner columns: writes z. */
void logreg__cases_coefficient(const logreg__cases *cases, size_t i, double *z);

/* Turns a direction of the inner columns into one of the columns as they are; may be the same array. size (NULL, or q): the sizes of
 * what was added up to each entry. */
void logreg__cases_direction(const logreg__cases *cases, const double *inner, double *b, double *size);

/* How cells round: entry j of a row s is a sum of terms of the sizes sum_i blur[i * p + j] |s_i|, [p * p]. */
void logreg__cases_blur(const logreg__cases *cases, double *blur);

#endif
