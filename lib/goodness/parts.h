/* Parts of a test of fit, each of which fills in its own members. */
#ifndef LOGREG_GOODNESS_PARTS_H
#define LOGREG_GOODNESS_PARTS_H

#include <logreg/goodness.h>

#include "goodness/patterns.h"

/* Groups of patterns by PROC LOGISTIC's rule, about n_groups of them, and the test of Hosmer & Lemeshow (groups.c). ENOMEM. */
logreg_status logreg__goodness_groups(logreg_goodness *g, const logreg__patterns *patterns, size_t n_groups,
                                      logreg_error *err);

/* Pearson's statistic and the deviance over patterns; rank: coefficients of a linear predictor (grouped.c). */
void logreg__goodness_grouped(logreg_goodness *g, const logreg__patterns *patterns, size_t rank);

/* The unweighted sum of squares (squares.c). Two classes. ENOMEM. */
logreg_status logreg__goodness_squares(logreg_goodness *g, const logreg_study *study, logreg_error *err);

/* Stukel's test (stukel.c). Two classes. ENOMEM. */
logreg_status logreg__goodness_stukel(logreg_goodness *g, const logreg_study *study, logreg_error *err);

#endif
