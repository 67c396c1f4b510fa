/* What tests of imputation start from. */
#ifndef IMPUTED_H
#define IMPUTED_H

#include <logreg.h>

#include "frames.h"
#include "harness.h"

static inline logreg_frame *rows_where(const char *condition)
{
    logreg_frame *frame = frame_of_file("tests/reference/data/gaps.csv");
    CU_ASSERT_EQUAL_FATAL(logreg_frame_filter(frame, condition, NULL), LOGREG_OK);
    return frame;
}

static inline logreg_options options_of(const char *const *rule, size_t n, bool indicator)
{
    logreg_options o = logreg_options_default();
    o.impute = rule;
    o.n_impute = n;
    o.missing_indicator = indicator;
    return o;
}

/* A rule for all columns. */
static inline logreg_options impute_by(const char *const *rule, bool indicator)
{
    return options_of(rule, 1, indicator);
}

#endif
