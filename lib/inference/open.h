/* What separation leaves open, as a study of its own: its likelihood has a maximum, which is the supremum of all. Equation (13).
 *
 * Of two classes rows drop out; of matched sets rows of sets; and of more classes, whose rows become sets (design/matched.h), single classes of a row.
 */
#ifndef LOGREG_INFERENCE_OPEN_H
#define LOGREG_INFERENCE_OPEN_H

#include "inference/study.h"

/* The part of a study that is open where all coefficients but `held` (of the model's q; SIZE_MAX: none) and those marked in
 * `without` (q likewise; NULL: none) tell classes apart; it has a coefficient for the held one all the same. part->problem is NULL where nothing is left. coefficient
 * (NULL, or q) receives where each coefficient goes. ENUMERIC: rounding leaves open what is separated. ENOMEM. Clear in any case. */
logreg_status logreg__open_part(logreg_study *part, logreg_coef_status *coefficient,
                                const logreg_study *study, size_t held, const unsigned char *without,
                                logreg_error *err);
void logreg__open_clear(logreg_study *part);

/* The place of a coefficient of the model in the part's fold order; SIZE_MAX: it has been left out. */
size_t logreg__open_place(const logreg_study *part, size_t coefficient);

/* Goes to the part's maximum, with the coefficient at that place 0 (SIZE_MAX: none is held). ENOMEM. */
logreg_status logreg__open_climb(logreg_study *part, size_t held, logreg_error *err);

/* Rows of the study of any number of classes as sets, for logreg_study.matched. ENOMEM. */
logreg_status logreg__open_sets(logreg__matched **sets, const logreg_study *study, logreg_error *err);

#endif
