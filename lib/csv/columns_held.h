/* The columns of a file from inside, for columns.c and verdict.c. */
#ifndef LOGREG_CSV_COLUMNS_HELD_H
#define LOGREG_CSV_COLUMNS_HELD_H

#include "csv/columns.h"
#include "csv/own.h"
#include "csv/mending/strays.h"

typedef struct {
    char *name;
    logreg__filling filling;
    bool forced; /* a category by the caller's word */
    bool left;   /* not among the columns that the caller knows */
    logreg_csv_kind known;
    logreg__verbatim *verbatim;
    unsigned written; /* LOGREG__WRITTEN_ flags */
    logreg__strays *strays;
} logreg__csv_column;

struct logreg__csv_columns {
    const logreg__csv *csv;
    size_t n, rows;
    logreg__csv_column *column;
    logreg__own *own; /* [n] tokens of single columns */
    bool any_own;
    logreg__store store;
    bool settled; /* kinds are decided, nothing is held any more */
    char *text;   /* of the cells held */
    size_t used, text_room;
    logreg__cell *cell; /* held, row by row; their texts follow one another */
    size_t n_cells, cell_room;
};

#endif
