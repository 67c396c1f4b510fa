/* Profiles of a likelihood that may have several maxima, as a penalised one may: equation (70).
 *
 * Held at a value of a'b, the others may be at their best in several places, and Newton's steps lead to one of them. The profile is the highest, so that all is asked
 * for from several starts: the peak, 0, where a neighbour's search ended, and where the intervals of all coefficients end along the path from the peak, put to the
 * value. The last are what finds the others: where likelihood reaches far out one way, it reaches beyond other ends too.
 */
#ifndef LOGREG_INFERENCE_SEVERAL_H
#define LOGREG_INFERENCE_SEVERAL_H

#include "inference/constrained.h"
#include "inference/study.h"

/* Half the chi-squared quantile of 0.95, for those who have no level. */
#define LOGREG__USUAL_RISE 1.920729410347062

typedef struct {
    const logreg_study *study;
    size_t q, n_starts;
    double *start;   /* [n_starts x q] ends of intervals of all coefficients, in the coordinates of the z */
    double *promise; /* [n_starts] losses where they begin */
    double *from, *trial;
    logreg__quadratic *at;
    bool apart; /* places that differ have been found for one value; the caller sets it back */
} logreg__several;

/* Looks where the intervals of all coefficients end, the loss having risen by `rise`. NULL where there are too many rows and coefficients to look for other maxima, or the
 * likelihood has but one. ENOMEM. */
logreg_status logreg__several_new(logreg__several **several, const logreg_study *study, double rise,
                                  logreg_error *err);
void logreg__several_free(logreg__several *several); /* NULL is fine */

/* Climbs to the values that a point is to have, from one start; point then is the better of what it was, if found, and of where that led. ENOMEM. */
logreg_status logreg__several_try(logreg__constrained *point, logreg__several *several, const double *from,
                                  logreg_error *err);

/* The same from all starts that promise most. */
logreg_status logreg__several_value(logreg__constrained *point, logreg__several *several, logreg_error *err);

/* Takes what was found along one path for an end of a combination's interval to the outermost value with as much likelihood as an end has; found is false where none is
 * known. *branches: several maxima beside it are known for its value, or the path led elsewhere. ENOMEM. */
logreg_status logreg__several_end(logreg__constrained *end, bool *branches, logreg__several *several,
                                  logreg_error *err);

#endif
