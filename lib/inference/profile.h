/* Profile likelihoods, about a maximum and without one. */
#ifndef LOGREG_INFERENCE_PROFILE_H
#define LOGREG_INFERENCE_PROFILE_H

#include <math.h>

#include "inference/study.h"

/* Of a coefficient that has none, or of which nothing is known yet. */
static inline logreg_profile logreg__no_profile(void)
{
    return (logreg_profile){NAN, NAN, NAN, NAN, NAN};
}

/* Of every coefficient of the study's design with a finite estimate, about the maximum that s->b and s->at describe, at their numbers in the model; others of out
 * are left as they are. ENOMEM. */
logreg_status logreg__profile_all(logreg_profile *out, const logreg_study *s, double level,
                                  logreg_error *err);

/* Of every coefficient of a model of two classes that are separated: out[model->p]. ENUMERIC: rounding leaves open what is separated by others where a
 * coefficient is held. EDATA: more classes. ENOMEM. */
logreg_status logreg__profile_limit(logreg_profile *out, const logreg_study *s, double level,
                                    logreg_error *err);

#endif
