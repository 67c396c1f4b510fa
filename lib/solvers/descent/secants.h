/* What steps have told of second derivatives: pairs of a step s and the change y of the gradient along it, which correct an inverse that is at hand (equation (21);
 * Nocedal & Wright, Numerical Optimization, 2nd ed., algorithm 7.4). */
#ifndef LOGREG_SOLVERS_DESCENT_SECANTS_H
#define LOGREG_SOLVERS_DESCENT_SECANTS_H

#include <stdbool.h>
#include <stddef.h>

enum { LOGREG__MOST_SECANTS = 24 };

typedef struct {
    size_t q, most, pairs; /* pairs made so far; those before the last `most` are forgotten */
    double *s[LOGREG__MOST_SECANTS + 1], *y[LOGREG__MOST_SECANTS + 1]; /* pair i in place i % (most + 1) */
    double rho[LOGREG__MOST_SECANTS + 1], alpha[LOGREG__MOST_SECANTS + 1];
    double *room; /* of all vectors; owned */
} logreg__secants;

/* No pairs, and room for up to LOGREG__MOST_SECANTS of vectors of length q. false: out of memory. */
bool logreg__secants_init(logreg__secants *secants, size_t q, size_t most);
void logreg__secants_clear(logreg__secants *secants);

/* Keeps the pair of two points with their gradients, unless rounding is all that it tells. */
void logreg__secants_keep(logreg__secants *secants, const double *to, const double *from, const double *g_to,
                          const double *g_from);

/* v := B v in two halves, between which the caller multiplies v by the inverse that is at hand. */
void logreg__secants_before(logreg__secants *secants, double *v);
void logreg__secants_after(const logreg__secants *secants, double *v);

/* The factor by which the diagonal inverse `guess` (NULL: the identity) fits the last pair, s'y / y'diag(guess)y; `otherwise` where there is none. */
double logreg__secants_scale(const logreg__secants *secants, const double *guess, double otherwise);

#endif
