/* Feet and inches written as one number: 511 for 5'11", as surveys of the USA code heights. */
#ifndef LOGREG_DATA_FEET_H
#define LOGREG_DATA_FEET_H

#include "base/text.h"
#include "data/frame.h"

/* What stands in for no answer beside them, and from where on numbers are centimetres: 9165. */
enum { LOGREG__FEET_UNKNOWN = 7777, LOGREG__FEET_REFUSED = 9999, LOGREG__FEET_METRIC = 9000 };

/* Are all numbers of a column whose name says height such, of two feet or more and five different heights or more, but for centimetres behind a 9 and
 * those two codes? Their least goes to *least, which stays as it is where they are no such. O(rows). */
bool logreg__feet_find(double *least, const logreg__column *column, size_t rows);

/* Adds the statement of perl that makes inches of them in a cell of a row. */
void logreg__feet_statement(logreg__text *statements, size_t field, char decimal);

#endif
