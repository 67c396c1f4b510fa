/* Covariate patterns: rows that the design cannot tell apart, taken together. */
#ifndef LOGREG_GOODNESS_PATTERNS_H
#define LOGREG_GOODNESS_PATTERNS_H

#include "inference/study.h"

/* Patterns with observations, in the order of their score: of two classes the linear predictor, of more the log-odds of any class but the first. Scores that
 * differ by rounding alone are equal, and equal ones stand in the order of the rows. */
typedef struct {
    size_t n, K;
    double *score;    /* [n] */
    double *total;    /* [n] observations */
    double *observed; /* [n x K] by class */
    double *p;        /* [n x K] */
} logreg__patterns;

/* One walk, n log n. ENOMEM; free also after a failure. */
logreg_status logreg__patterns_find(logreg__patterns *patterns, const logreg_study *study, logreg_error *err);
/* The same of n rows with probabilities P (of two classes those of the event) and weights w (NULL: ones): rows of equal probabilities are a pattern. */
logreg_status logreg__patterns_of(logreg__patterns *patterns, const double *y, const double *P,
                                  const double *w, size_t n, size_t K, logreg_error *err);

void logreg__patterns_free(logreg__patterns *patterns);

#endif
