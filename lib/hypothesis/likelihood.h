/* Tests of hypotheses that go by the likelihood. */
#ifndef LOGREG_HYPOTHESIS_LIKELIHOOD_H
#define LOGREG_HYPOTHESIS_LIKELIHOOD_H

#include <logreg/hypothesis.h>

#include "hypothesis/equations.h"

/* Likelihood-ratio and score tests of n hypotheses, with a remark where there is none. EDATA, ENOMEM. */
logreg_status logreg__hypotheses_test(logreg_hypothesis *out, const logreg__equations *e, size_t n,
                                      const logreg_study *study, logreg_error *err);

/* Interval, z and p of each of their equations by profile likelihood. As logreg_study_profile_of. */
logreg_status logreg__hypotheses_profile(logreg_hypothesis *out, const logreg__equations *e, size_t n,
                                         const logreg_study *study, double level, logreg_error *err);

#endif
