/* One class against the rest, as rows of two classes. */
#ifndef LOGREG_METRICS_REST_H
#define LOGREG_METRICS_REST_H

#include <logreg/metrics.h>

typedef struct {
    const double *y, *p, *w;
    size_t n;
    double *room; /* what was made for it, or NULL */
} logreg__rest;

/* Class k of the rows; of two classes the event, 1, is borrowed as it stands. Free rest->room. ENOMEM. */
logreg_status logreg__rest_find(logreg__rest *rest, const logreg_labelled *rows, size_t k, logreg_error *err);

/* Of more classes whether the class that is said is right, with its probability. Likewise. */
logreg_status logreg__rest_said(logreg__rest *rest, const logreg_labelled *rows, logreg_error *err);

/* Mean AUC of each class against the rest, plain and weighted by the classes' rows; and of each pair of classes, either way round (Hand &
 * Till 2001), weighted by those of both. NaN where a class is missing. ENOMEM. */
logreg_status logreg__auc_of_rest(double auc[2], const logreg_labelled *rows, logreg_error *err);
logreg_status logreg__auc_of_pairs(double auc[2], const logreg_labelled *rows, logreg_error *err);

/* Mean average precision of each class against the rest. */
logreg_status logreg__precision_of_rest(double *value, const logreg_labelled *rows, logreg_error *err);

#endif
