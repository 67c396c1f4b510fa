/* Covariances of coefficients that do not take the likelihood at its word: sandwiches inv(H) M inv(H), whose meat M is made of
 * scores. Equations (50) to (52) of docs/mathematics.md.
 *
 * Meats are handed on as W = inv(L) M inv(L)' with L L' = H, the information: near the identity where the likelihood is right, so that
 * collinear columns cost no digits. All is about coefficients b of the z.
 */
#ifndef LOGREG_COVARIANCE_COVARIANCE_H
#define LOGREG_COVARIANCE_COVARIANCE_H

#include "covariance/clusters.h"
#include "engine/fold.h"

typedef enum {
    LOGREG__CLASSICAL,
    LOGREG__HC0,
    LOGREG__HC1,
    LOGREG__HC2,
    LOGREG__HC3,
    LOGREG__CLUSTER,
    LOGREG__LINEARIZED, /* of rows drawn with sampling weights, or clusters of them */
    LOGREG__COVARIANCES
} logreg__covariance_kind;

/* What users call them. */
extern const char *const logreg__covariance_words[LOGREG__COVARIANCES];

/* The kind of that name, NULL being the first; LOGREG__COVARIANCES: there is none. */
logreg__covariance_kind logreg__covariance_find(const char *word);

/* HC0 to HC3 of n observations, or what was drawn; the design has units. W [q x q] gets both triangles. *whole is the kept row of leverage 1, where HC2 and
 * HC3 have no value and W is not filled in, else SIZE_MAX. One pass over the rows, 2 n q^2. ENOMEM. */
logreg_status logreg__meat_of_rows(double *W, size_t *whole, logreg__covariance_kind kind, double n,
                                   const logreg__problem *problem, const double *b, const double *L,
                                   logreg_error *err);

/* Adds sign times the meat of clusters, with the factor n / (n - 1) for n of them, to W; with strata (NULL: none), about the mean of each stratum and with the
 * factor for its clusters. Two or more clusters, in each stratum. One pass over the rows, in their order, and room for n scores. ENOMEM. */
logreg_status logreg__meat_of_clusters(double *W, double sign, const logreg__clusters *clusters,
                                       const logreg__strata *strata, const logreg__problem *problem,
                                       const double *b, const double *L, logreg_error *err);

/* V := T inv(L)' W inv(L) T', the covariance of the coefficients of the x, both triangles. What W lacks to be positive semidefinite, as
 * differences of meats may, is mended, which adds n_added products d d' of vectors of q numbers: *added holds these one after the other, owned by the caller, or NULL
 * where none were needed. W is spoilt. ENOMEM. */
logreg_status logreg__sandwich(double *V, double **added, size_t *n_added, double *W, const double *L,
                               const logreg__problem *problem, logreg_error *err);

#endif
