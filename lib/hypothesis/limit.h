/* Hypotheses where there is no maximum to start from: in the limit that separation leaves, or far out. */
#ifndef LOGREG_HYPOTHESIS_LIMIT_H
#define LOGREG_HYPOTHESIS_LIMIT_H

#include <logreg/hypothesis.h>

#include "hypothesis/equations.h"
#include "inference/study.h"

/* Likelihood-ratio and score test of a hypothesis that logreg__refit_can, against the least loss there is without it. remark receives why one is missing, or NULL.
 * ENOMEM. */
logreg_status logreg__limit_test(logreg_hypothesis *h, const logreg__equations *e, const logreg_study *study,
                                 double least, logreg_error *err);

/* What separation of two classes leaves of a combination: row (q numbers) of an equation whose estimate is that of a sum of infinite ones, and its interval, z and
 * p by the likelihood where profile says so. As logreg_study_profile. */
logreg_status logreg__limit_estimate(logreg_equation *equation, const double *row, const logreg_study *study,
                                     double level, bool profile, logreg_error *err);

#endif
