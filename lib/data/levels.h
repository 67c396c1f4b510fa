/* From the labels of a column that is being filled to its levels: numbers in their order, or else texts in that of their bytes. */
#ifndef LOGREG_DATA_LEVELS_H
#define LOGREG_DATA_LEVELS_H

#include "data/column.h"

/* Makes levels of the labels, as logreg__filling_finish has it, and forgets these. False: memory is out, and the filling as it was. */
bool logreg__filling_order(logreg__filling *filling, char decimal);

/* Forgets the labels. */
void logreg__filling_forget(logreg__filling *filling);

#endif
