/* Cells whose values do not say how they stand in their file: 014, 1.50, a long ID that no double holds, NA. Few, as a rule. */
#ifndef LOGREG_DATA_VERBATIM_H
#define LOGREG_DATA_VERBATIM_H

#include <stdbool.h>
#include <stddef.h>

/* Of one column. */
typedef struct logreg__verbatim logreg__verbatim;

/* Adds the cell of a row that stands behind those added before; makes *cells if that is NULL. point < n: a decimal mark stands there, which becomes a
 * point, as in values that say all. False: memory is out. */
bool logreg__verbatim_add(logreg__verbatim **cells, size_t row, const char *text, size_t n, size_t point);

/* What the row's cell says, borrowed; NULL: it is none of these. cells may be NULL. O(log cells) */
const char *logreg__verbatim_find(const logreg__verbatim *cells, size_t row);

void logreg__verbatim_free(logreg__verbatim *cells);

#endif
