/* logreg/calibration.h - from scores to probabilities that mean what they say.
 *
 *     logreg_calibrator *c = NULL;
 *     if (logreg_calibrator_new(&c, "platt", y, score, NULL, n, &err) == LOGREG_OK)
 *         logreg_calibrator_apply(c, p, other_score, n_other);
 *     logreg_calibrator_free(c);
 *
 * The scores must be of rows that what made them never saw: on its own rows a model looks better calibrated than it is. logreg_options.calibrate
 * has a fit take care of that.
 */
#ifndef LOGREG_CALIBRATION_H
#define LOGREG_CALIBRATION_H

#include <stdbool.h>
#include <stddef.h>

#include <logreg/base.h>

#ifdef __cplusplus
extern "C" {
#endif

/* A map from scores, such as log-odds, to probabilities of an event. */
typedef struct logreg_calibrator logreg_calibrator;

/* Learns a map from n rows with a score, an outcome and a weight (NULL: ones). y is 1 for an event, 0 for none; of grouped rows the share of events.
 *
 * "platt": P = 1 / (1 + exp(-(slope s + intercept))), by maximum likelihood with targets (n1 + 1) / (n1 + 2) of n1 events and 1 / (n0 + 2) of n0
 * others, so that there is always a maximum (Platt 1999; Lin, Lin & Weng, Machine Learning 68, 2007). scikit-learn's "sigmoid", whose a and b are -slope
 * and -intercept. Scores that are all the same have slope 0.
 * "isotonic": the rising steps nearest to the outcomes by squares, by pooling adjacent violators (Ayer & al., Ann. Math. Statist. 26, 1955), and straight lines between the
 * scores of a step and the next, as scikit-learn has it; beyond the outermost scores it goes on level. Probabilities of 0 and 1 occur. It wants about a thousand rows.
 *
 * EINVAL: a method; a y outside [0, 1], a weight below 0, a score that is not finite, told by its number from 0. EDATA: no row has a weight. ENOMEM. O(n log n), 24 n bytes.
 * Free with logreg_calibrator_free (NULL is fine). */
LOGREG_API logreg_status logreg_calibrator_new(logreg_calibrator **calibrator, const char *method,
                                               const double *y, const double *score, const double *w,
                                               size_t n, logreg_error *err);
LOGREG_API void logreg_calibrator_free(logreg_calibrator *calibrator);

/* p[i] of score[i]; scores may be infinite, and NaN gives NaN. The same bits on every machine. */
LOGREG_API void logreg_calibrator_apply(const logreg_calibrator *calibrator, double *p, const double *score,
                                        size_t n);

LOGREG_API const char *
logreg_calibrator_method(const logreg_calibrator *calibrator); /* "platt" or "isotonic"; static */

/* Of Platt's; NaN of others. */
LOGREG_API double logreg_calibrator_slope(const logreg_calibrator *calibrator);
LOGREG_API double logreg_calibrator_intercept(const logreg_calibrator *calibrator);

/* Of isotonic ones: how many corners, ascending scores and their probabilities, borrowed; 0 and NULL of others. */
LOGREG_API size_t logreg_calibrator_corners(const double **score, const double **p,
                                            const logreg_calibrator *calibrator);

#ifdef __cplusplus
}
#endif

#endif
