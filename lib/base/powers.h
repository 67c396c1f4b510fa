/* Powers of five in 128 bits. */
#ifndef LOGREG_BASE_POWERS_H
#define LOGREG_BASE_POWERS_H

#include <stdint.h>

enum { LOGREG__POWER_SMALLEST = -342, LOGREG__POWER_LARGEST = 324, LOGREG__POWER_WHOLE = 27 };

/* 5^(i + LOGREG__POWER_SMALLEST) as t 2^s with 2^127 <= t < 2^128, the upper and the lower half of t. t is cut off; from
 * 5^-LOGREG__POWER_WHOLE to 5^-1, it is rounded up. */
extern const uint64_t logreg__power[LOGREG__POWER_LARGEST - LOGREG__POWER_SMALLEST + 1][2];

#endif
