/* exp and log in two doubles. The bits do not depend on the machine's mathematical library, so neither do the
 * results that are built on them: special functions that round once, random normals. */
#ifndef LOGREG_BASE_ELEMENTARY_H
#define LOGREG_BASE_ELEMENTARY_H

#include "base/dd.h"

/* exp(x) = (hi + lo) 2^k with hi in [0.98, 2.02] and k an int; relative error below 2^-65. |x.hi| <= 2000. */
logreg__dd logreg__exp(logreg__dd x, int *k);

/* exp(x) - 1 for x.hi in [-600, 100]; relative error below 2^-60, near x = 0 too. */
logreg__dd logreg__expm1(logreg__dd x);

/* log(y) for y > 0, y.hi finite and not within 2^-6 of 1; relative error below 2^-58. Subnormals are fine. */
logreg__dd logreg__log(logreg__dd y);

/* log(1 + r) for r > -1, r.hi finite; relative error below 2^-58, near r = 0 too. */
logreg__dd logreg__log1p(logreg__dd r);

#endif
