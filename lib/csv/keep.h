/* Which cells are kept as they stand, for logreg_frame_cell. */
#ifndef LOGREG_CSV_KEEP_H
#define LOGREG_CSV_KEEP_H

#include "csv/cell.h"
#include "data/verbatim.h"

/* Is the cell a number, with this decimal mark, whose shortest text is another than the cell, the mark apart? *is_number: is it one at all? */
bool logreg__cell_differs(bool *is_number, const logreg__cell *cell, char decimal);

/* Keeps the cell of a row, a number with a point. False: memory is out. */
bool logreg__cell_keep(logreg__verbatim **kept, size_t row, const logreg__cell *cell, char decimal);

#endif
