/* A copy of a design's numbers in which those of a row stand together, for walks in random order, and where columns would be derived, or picked from rows that are not all kept, again and again.
 *
 * Columns give a random row a line of the cache, and a page, for each of its numbers; a copy gives them all in a few lines that follow one another. A row is
 *
 *     dense columns but the ones, y, then w, offset and units where blocks have them, codes of groups, what stands in groups of numbers,
 *
 * codes as doubles, which hold them exactly. So blocks have the bits that columns would give them.
 */
#ifndef LOGREG_DESIGN_ROWWISE_H
#define LOGREG_DESIGN_ROWWISE_H

#include "design/design.h"
#include "design/scratch.h"

typedef struct logreg__rowwise {
    size_t width;
    double *row; /* [n x width], owned */
} logreg__rowwise;

/* Copies the rows as the design's blocks have them, which must have an outcome. NULL: there are sparse columns, more than `most` numbers, or too little memory. */
logreg__rowwise *logreg__rowwise_new(const logreg__design *design, size_t most);
void logreg__rowwise_free(logreg__rowwise *rowwise);

/* Numbers of a row. */
size_t logreg__rowwise_width(const logreg__design *design);

/* Those of `numbers` in the scratch of a thread that makes blocks of them. */
size_t logreg__rowwise_room(const logreg__rowwise *rowwise);

/* logreg__design_block of a design that has such a copy. */
void logreg__rowwise_block(logreg__block *block, const logreg__design *design, size_t first, size_t rows,
                           logreg__scratch *scratch);

#endif
