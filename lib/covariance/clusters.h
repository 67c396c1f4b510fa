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

/* Each row on its own, of n rows: numbers those that are in any of `any`. ENOMEM. */
logreg_status logreg__clusters_single(logreg__clusters *clusters, const logreg__clusters *any, size_t n,
                                      logreg_error *err);

/* Strata that clusters lie in, each in one of them. */
typedef struct {
    size_t n;
    uint32_t *of; /* [clusters] */
    double
        *copies;  /* [clusters] how many equal ones a cluster stands for: its score is that of all of them */
    double *size; /* [n] clusters of a stratum, copies counted */
} logreg__strata;

/* By the strata of rows, of n of them. frequency: of each row, that is a cluster of its own; NULL: a cluster is one. ENOMEM. */
logreg_status logreg__strata_find(logreg__strata *strata, const logreg__clusters *rows,
                                  const logreg__clusters *clusters, const double *frequency, size_t n,
                                  logreg_error *err);
void logreg__strata_clear(logreg__strata *strata);

void logreg__clusters_clear(logreg__clusters *clusters);

#endif
