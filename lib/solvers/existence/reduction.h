/* Columns that are nearly made up by others, less what the others make up.
 *
 * Separation depends on what the columns span, not on which columns span it. Next to collinear ones, sums over a row cancel, and what
 * is left of them drowns in the rounding of the rest. So the multiples that cancel are taken off beforehand, and as these are short
 * numbers, nothing is rounded where cells are short numbers too: x1 = 10^6 x0 + 3 leaves 3.
 */
#ifndef LOGREG_SOLVERS_EXISTENCE_REDUCTION_H
#define LOGREG_SOLVERS_EXISTENCE_REDUCTION_H

#include <stdbool.h>
#include <stddef.h>

/* x[to] -= times * x[from] */
typedef struct {
    size_t to, from;
    double times;
} logreg__reducer;

typedef struct {
    size_t n;
    logreg__reducer *step; /* one after the other; none of well-conditioned columns */
} logreg__reduction;

/* Looks for the steps in a sample of rows: p columns of n numbers, of about the size 1, which are reduced as well. Those of the least
 * rank, where the raw columns are smaller, reduce the others; one of rank -infinity is never reduced. False: out of memory.
 * O(n p^2). */
bool logreg__reduction_find(logreg__reduction *reduction, double *sample, size_t n, size_t p,
                            const double *rank);
void logreg__reduction_clear(logreg__reduction *reduction);

/* Takes the steps in a row x. */
void logreg__reduction_apply(const logreg__reduction *reduction, double *x);

/* The same, clearing exact[to] (p flags) where a step rounds. */
void logreg__reduction_try(const logreg__reduction *reduction, double *x, unsigned char *exact);

/* Coefficients of reduced columns turned into those of the columns. size: NULL, or in, the sizes of v, and out, those of the terms that
 * were added up to it. */
void logreg__reduction_transpose(const logreg__reduction *reduction, double *v, double *size);

/* Turns sizes x of a reduced row into what each entry was before terms cancelled, since cells round as what they were: back to the
 * columns, where entry j lost shift_j times the first one, and through the steps again, nothing cancelling; exact columns do not round. */
void logreg__reduction_blur(const logreg__reduction *reduction, double *x, const double *shift,
                            const unsigned char *exact, size_t p);

#endif
