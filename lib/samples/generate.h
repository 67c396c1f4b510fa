/* The parts of make_classification: what its options ask for, checked, and where clusters lie. */
#ifndef LOGREG_SAMPLES_GENERATE_H
#define LOGREG_SAMPLES_GENERATE_H

#include <logreg/data.h>

/* Each purpose has its own stream of random numbers, so that asking for more noise columns, or for flipped
 * labels, leaves everything else as it was. */
enum {
    LOGREG__STREAM_VERTICES,
    LOGREG__STREAM_POLYTOPE,
    LOGREG__STREAM_POINTS,
    LOGREG__STREAM_COVARIANCE,
    LOGREG__STREAM_REDUNDANT,
    LOGREG__STREAM_REPEATED,
    LOGREG__STREAM_NOISE,
    LOGREG__STREAM_FLIP,
    LOGREG__STREAM_SHIFT,
    LOGREG__STREAM_SCALE,
    LOGREG__STREAM_ROWS,
    LOGREG__STREAM_COLUMNS,
    LOGREG__STREAM_OUTCOME,
    LOGREG__STREAM_SPLIT /* of no data set: what is made by a seed may be split by the same one */
};

/* Says which parameter makes no sense, and why. EINVAL. */
logreg_status logreg__classification_check(const logreg_classification_options *options, logreg_error *err);

/* Splits n rows among classes by their shares, for options that were checked: rows[k] differs from n share_k
 * by less than one, and classes that rounding down would leave empty are the first to be rounded up. ENOMEM.
 */
logreg_status logreg__classification_rows(size_t *rows, const logreg_classification_options *options,
                                          logreg_error *err);

/* Signs of the centres of n_clusters clusters: vertex (n_clusters x d) receives -1 and 1, different rows for
 * different clusters. n_clusters <= 2^d. ENOMEM. */
logreg_status logreg__vertices(double *vertex, size_t n_clusters, size_t d, uint64_t random_state,
                               logreg_error *err);

#endif
