/* Codes of which some are of a coarser kind, 83 beside 8331 and 8332, as those of occupations and trades are. */
#ifndef LOGREG_DATA_COARSE_CODES_H
#define LOGREG_DATA_COARSE_CODES_H

#include "data/frame.h"

/* Are all numbers up to top, which lie below the others, the first digits of some of those, and no amounts in another unit: the others have three rows each
 * or more, as many digits as one another, wide gaps between, and few end in 0? All are whole. False where memory is out too. O(rows log rows). */
bool logreg__coarse_codes(const logreg__column *column, size_t rows, double top);

#endif
