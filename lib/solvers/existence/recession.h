/* The directions of recession of a likelihood: D = {b : z'b >= 0 for every comparison z}, equation (12) of
 * docs/mathematics.md. Comparisons that all of D leaves at 0 are tied; a direction inside D decides all the others
 * strictly. Directions are in the inner columns of cases.h.
 */
#ifndef LOGREG_SOLVERS_EXISTENCE_RECESSION_H
#define LOGREG_SOLVERS_EXISTENCE_RECESSION_H

#include <logreg/base.h>

#include "solvers/existence/cases.h"
#include "solvers/existence/margin.h"
#include "solvers/existence/pool.h"
#include "solvers/existence/span.h"

/* Comparisons that a walk hands on at most. */
#define LOGREG__MOST_FOUND 64

typedef struct {
    size_t p, k, q; /* q = k p */
    logreg__cases *cases;
    logreg__span *span; /* of the tied comparisons; D lies in its null space, with room inside */
    double *b;          /* [q] the direction */

    /* [q] |z|'reach bounds how far z'b feels the rounding of the data: what lies within may be 0. */
    double *reach;

    /* [n * k] the comparisons of row i with each other class in turn; not filled in where span->d is 0: all are tied. */
    unsigned char *tied;

    logreg__margin *margin, *inside; /* the state at hand, and the one of the first direction */
    logreg__pool pool;
    size_t n_found;
    double *found, *measure; /* comparisons that the last walk found undecided, and how badly */
    double *sizes, *z, *u, *eta, *noise, *vectors, *blur; /* workspace; blur: how cells round, of the span */
} logreg__recession;

/* The sentence for ENUMERIC. */
extern const char logreg__recession_undecided[];

/* Finds the tied comparisons and a direction that decides the others; where span->d is 0 all are tied. ENUMERIC: no
 * decision. ENOMEM. */
logreg_status logreg__recession_find(logreg__recession **recession, const logreg__design *design, size_t k,
                                     logreg_error *err);

/* Whether some direction in D has sign * coefficient i < 0; b and reach are then such a direction's. ENUMERIC, ENOMEM. */
logreg_status logreg__recession_against(bool *there_is, logreg__recession *recession, size_t i, int sign,
                                        logreg_error *err);

/* Whether all of D has 0 for coefficient i. */
bool logreg__recession_fixes(const logreg__recession *recession, size_t i);

/* The sign of coefficient i along b; 0 if it may be rounding. */
int logreg__recession_sign(const logreg__recession *recession, size_t i);

/* Judges every comparison that is not known to be tied by the margin's w, b and reach: marks it as tied, or finds that
 * the direction decides it, or hands it on in found. */
void logreg__recession_walk(logreg__recession *recession);

void logreg__recession_free(logreg__recession *recession);

#endif
