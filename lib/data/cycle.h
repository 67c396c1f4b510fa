/* Numbers that begin again: months of a year, hours of a day, degrees of a circle. As measurements their ends lie farthest apart. */
#ifndef LOGREG_DATA_CYCLE_H
#define LOGREG_DATA_CYCLE_H

#include "data/frame.h"

typedef enum {
    LOGREG__NO_CYCLE,
    LOGREG__CYCLE_MONTHS,  /* 1 to 12 */
    LOGREG__CYCLE_HOURS,   /* 0 to 23, or 1 to 24 */
    LOGREG__CYCLE_DEGREES, /* 0 to 360 */
    LOGREG__CYCLES
} logreg__cycle;

/* What the name of a column says, if its numbers go most of the way round, and no further. */
logreg__cycle logreg__cycle_of(const logreg__column *column, size_t rows);

#endif
