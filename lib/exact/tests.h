/* What distributions say. */
#ifndef LOGREG_EXACT_TESTS_H
#define LOGREG_EXACT_TESTS_H

#include <logreg/exact.h>

#include "exact/distribution.h"

/* Of one statistic: tests that its coefficient is 0 (91); estimates and interval (92), the column counting in units (single.c). */
void logreg__exact_test(logreg_exact *exact, const logreg__distribution *distribution);
void logreg__exact_estimate(logreg_exact *exact, const logreg__distribution *distribution, double unit,
                            double level);

/* Of several: tests that all their coefficients are 0 (93) (joint.c). ENOMEM. */
logreg_status logreg__exact_joint(logreg_exact_term *term, const logreg__distribution *distribution,
                                  logreg_error *err);

#endif
