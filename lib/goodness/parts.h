/* Parts of a test of fit, each of which fills in its own members. */
#ifndef LOGREG_GOODNESS_PARTS_H
#define LOGREG_GOODNESS_PARTS_H

#include <logreg/goodness.h>

#include "goodness/patterns.h"

/* What a class adds to chi-squared: nothing where it is not expected at all and was not seen. */
static inline double logreg__pearson_part(double observed, double expected)
{
    double off = observed - expected;
    return off == 0 ? 0 : off * off / expected;
}

/* Groups of patterns by PROC LOGISTIC's rule, about n_groups of them, and the test of Hosmer & Lemeshow, with `fitted` degrees of freedom less than groups
 * (groups.c). *group, of which there are *n, is freed by logreg__goodness_groups_free. ENOMEM. */
logreg_status logreg__goodness_groups_find(logreg_goodness_group **group, size_t *n, logreg_test *test,
                                           const logreg__patterns *patterns, size_t n_groups, int fitted,
                                           logreg_error *err);
void logreg__goodness_groups_free(logreg_goodness_group *group);

/* Pearson's statistic and the deviance over patterns; rank: coefficients of a linear predictor (grouped.c). */
void logreg__goodness_grouped(logreg_goodness *g, const logreg__patterns *patterns, size_t rank);

/* The unweighted sum of squares (squares.c). Two classes. ENOMEM. */
logreg_status logreg__goodness_squares(logreg_goodness *g, const logreg_study *study, logreg_error *err);

/* Stukel's test (stukel.c). Two classes. ENOMEM. */
logreg_status logreg__goodness_stukel(logreg_goodness *g, const logreg_study *study, logreg_error *err);

/* Are the rows of a frame those that the model was fitted to (validation.c)? ENOMEM. */
logreg_status logreg__own_rows(bool *own, const logreg_model *model, const logreg_frame *frame,
                               logreg_error *err);

#endif
