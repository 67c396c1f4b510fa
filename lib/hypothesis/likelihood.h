/* Tests of hypotheses that go by the likelihood. */
#ifndef LOGREG_HYPOTHESIS_LIKELIHOOD_H
#define LOGREG_HYPOTHESIS_LIKELIHOOD_H

#include <logreg/hypothesis.h>

#include "hypothesis/equations.h"

/* Likelihood-ratio and score tests of n hypotheses, with a remark where there is none. EDATA, ENOMEM. */
logreg_status logreg__hypotheses_test(logreg_hypothesis *out, const logreg__equations *e, size_t n,
                                      const logreg_study *study, logreg_error *err);

/* Of each of their equations, where classes are separated, what is left of infinite coefficients; and, where profile says so, interval, z and p by profile
 * likelihood. As logreg_study_profile_of. */
logreg_status logreg__hypotheses_estimate(logreg_hypothesis *out, const logreg__equations *e, size_t n,
                                          const logreg_study *study, double level, bool profile,
                                          logreg_error *err);

#endif
