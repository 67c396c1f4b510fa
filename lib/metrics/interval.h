/* Wilson's interval of a share of rows. */
#ifndef LOGREG_METRICS_INTERVAL_H
#define LOGREG_METRICS_INTERVAL_H

#include <stdbool.h>

/* At a level in (0, 1). False, and both NaN, where it is a share of nothing. */
bool logreg__wilson_interval(double *low, double *high, double share, double out_of, double level);

#endif
