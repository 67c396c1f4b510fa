/* One number again and again, far from all others: 123456, 1e6, 255. Whoever wrote it, nobody measured it. */
#ifndef LOGREG_DATA_LONE_H
#define LOGREG_DATA_LONE_H

#include "data/frame.h"

/* In a column whose numbers lie from min to max, is the lowest or the highest but 0 there in three rows or more, at least twice as far from the others as these reach, and more
 * frequent than any of ten others or more; or five times as far from four others or more that stand close together, or a thousand times from any;
 * or is it a whole number among ten others or more with decimals, three times as frequent as any of them, half their reach away and five times as far as they stand apart? Not where all numbers end alike, as prices do, nor where they are names of kinds (role.h), unless people choose such a one. found: it,
 * and where the others lie. sorted: its n numbers in order; NULL: they are sorted here where there may be one, which a glance at the first numbers tells of most columns.
 * False too where memory is out: it is a note less. */
bool logreg__lone_find(logreg_sentinel *found, const logreg__column *column, size_t rows,
                       const double *sorted, size_t n, double min, double max);

#endif
