/* How curves are made. */
#ifndef LOGREG_METRICS_CURVE_H
#define LOGREG_METRICS_CURVE_H

#include <logreg/metrics.h>

#include "metrics/ranked.h"
#include "metrics/reliability.h"

/* Gives all columns room for n points. ENOMEM. */
logreg_status logreg__curve_room(logreg_curve *curve, size_t n, logreg_error *err);

/* Fill a curve from rows in order, or from bins. ENOMEM. */
typedef logreg_status logreg__curve_of_order(logreg_curve *curve, const logreg__ranked *ranked,
                                             const logreg_curve_options *options, logreg_error *err);

logreg__curve_of_order logreg__curve_roc, logreg__curve_precision_recall, logreg__curve_gain;

logreg_status logreg__curve_calibration(logreg_curve *curve, const logreg__reliability *bins,
                                        const logreg_curve_options *options, logreg_error *err);

#endif
