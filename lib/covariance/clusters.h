/* Which rows belong together, since what happens to them need not be independent. */
#ifndef LOGREG_COVARIANCE_CLUSTERS_H
#define LOGREG_COVARIANCE_CLUSTERS_H

#include "data/frame.h"
#include "design/response.h"

/* Where a row of weight 0 is. */
#define LOGREG__NO_CLUSTER UINT32_MAX

typedef struct {
    size_t n;     /* clusters that have a row of positive weight: 0 .. n-1, in the order of their first */
    uint32_t *of; /* [kept rows] the cluster of each, or NO_CLUSTER; owned */
} logreg__clusters;

/* Rows with the same value of a column, a number or a text. ENOMEM. */
logreg_status logreg__clusters_find(logreg__clusters *clusters, const logreg__column *column,
                                    const logreg__rows *rows, const logreg__response *response,
                                    logreg_error *err);

/* Rows that are together in both a and b, of n rows. ENOMEM. */
logreg_status logreg__clusters_cross(logreg__clusters *clusters, const logreg__clusters *a,
                                     const logreg__clusters *b, size_t n, logreg_error *err);

void logreg__clusters_clear(logreg__clusters *clusters);

#endif
