/* Years of birth, purchase, .. some of which are written in two digits: 84 among 1961 to 2004. */
#ifndef LOGREG_DATA_YEARS_H
#define LOGREG_DATA_YEARS_H

#include "data/twofold.h"

/* Are the numbers of a column, which lie from min to max, whole, some from 0 to 99, all others from 1900 to 2099, and do the former, with 1900 or 2000 added, lie
 * among those, or at most ten years beside them? found: the factor is LOGREG__YEARS. O(rows), but a glance where numbers are others. */
bool logreg__years_find(logreg__twofold *found, const logreg__column *column, size_t rows, double min,
                        double max);

/* Years in two digits are of the 2000s below this, and of the 1900s from here on: as is nearer to those in four. */
int logreg__years_turn(const logreg__twofold *t);

/* Are the numbers of a column years in two digits, of the 1990s and behind them the 2000s, which as numbers come first: 97, 98, 99, 0? Ten or more, whole, from 0 to 99, of two
 * runs with ten years or more between, and the column is named for years, or the first run ends with 95 to 99 and the second begins with 0 and 1. *turn: years below
 * it are of the 2000s. A column without such looks costs a glance at its first rows. */
bool logreg__years_short(int *turn, const logreg__column *column, size_t rows);

#endif
