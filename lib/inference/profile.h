/* Profile likelihoods, about a maximum and without one. */
#ifndef LOGREG_INFERENCE_PROFILE_H
#define LOGREG_INFERENCE_PROFILE_H

#include <math.h>

#include "inference/study.h"

/* Of a coefficient that has none, or of which nothing is known yet. */
static inline logreg_profile logreg__no_profile(void)
{
    return (logreg_profile){.estimate = NAN, .low = NAN, .high = NAN, .statistic = NAN, .p = NAN};
}

/* Of every coefficient of the study's design with a finite estimate, about the maximum that s->b and s->at describe, at their numbers in the model; others of out
 * are left as they are. ENOMEM. */
logreg_status logreg__profile_all(logreg_profile *out, const logreg_study *s, double level,
                                  logreg_error *err);

/* Puts interval and p value of one method, the likelihood's, where Wald's stand, for whether the coefficient is `value`. */
void logreg__take_profile(logreg_coefficient *coefficient, const logreg_profile *profile, double value);

/* Of the m combinations in the rows of C (s->model->q numbers each) of the coefficients that are there, with statistic and p for the values (NULL: 0) that
 * they are to have; a row of zeros has no profile. ENOMEM. */
logreg_status logreg__profile_of(logreg_profile *out, const logreg_study *s, const double *C,
                                 const double *value, size_t m, double level, logreg_error *err);

/* Of every coefficient of a model of separated classes: out[model->q]. ENUMERIC: rounding leaves open what is separated by others where a
 * coefficient is held. ENOMEM. */
logreg_status logreg__profile_limit(logreg_profile *out, const logreg_study *s, double level,
                                    logreg_error *err);

/* Of m combinations of those, and values, as logreg__profile_of takes them; each costs as much as a coefficient that runs to infinity. ENUMERIC, ENOMEM. */
logreg_status logreg__profile_limit_of(logreg_profile *out, const logreg_study *s, const double *C,
                                       const double *value, size_t m, double level, logreg_error *err);

/* The infimum of the loss of a model of separated classes without the columns marked in without[model->p], attained or not; NaN: not found. ENUMERIC: as above. ENOMEM. */
logreg_status logreg__limit_loss(double *loss, const logreg_study *s, const unsigned char *without,
                                 logreg_error *err);

/* The same where R beta = v: `rank` rows of model->q numbers, row i with 1 at pivot[i], where the others have 0. */
logreg_status logreg__limit_loss_where(double *loss, const logreg_study *s, const double *R, const double *v,
                                       const size_t *pivot, size_t rank, logreg_error *err);

#endif
