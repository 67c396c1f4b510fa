/* By which road the rows of a file go (roads.c). */
#ifndef LOGREG_CSV_ROADS_H
#define LOGREG_CSV_ROADS_H

#include "csv/columns.h"
#include "csv/source/source.h"
#include "csv/split.h"

struct logreg__piece;

/* Who takes the rows of a file. */
typedef struct {
    logreg__splitting strict;
    /* Only where csv.tuning leaves the strict road:
     * the columns, once they are settled: from then on plain rows may come as pieces. NULL: not yet. */
    logreg__csv_columns *(*settled)(void *taker);
    /* Takes a piece, whose first row stands in this line. False: stop. */
    bool (*join)(void *taker, struct logreg__piece *piece, size_t line);
} logreg__route;

/* Reads a source to its end. */
logreg__split_result logreg__roads_read(const logreg__route *route, logreg__source *source,
                                        const logreg__csv *csv);

#endif
