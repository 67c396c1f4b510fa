/* The splitter from inside: libcsv and the row that has begun (split.c), and the way on behind broken rows
 * (lines.c). */
#ifndef LOGREG_CSV_SPLITTER_H
#define LOGREG_CSV_SPLITTER_H

#include <csv.h>

#include "csv/split.h"

struct logreg__splitter {
    logreg__splitting of;
    struct csv_parser parser;
    char *text; /* of the row's cells, one after the other */
    size_t used, text_room;
    logreg__cell *cell;
    size_t n_cells, cell_room;
    size_t line;   /* that the next field begins in */
    int last_byte; /* the line end before, if nothing has come since */
    bool ended;    /* a row ends with the byte fed last */
    logreg__split_end end;

    /* Where broken rows are left out, the file as it is from the row that has begun: */
    char *raw;
    size_t raw_used, raw_room;
    size_t row, fed; /* the row begins at raw[row]; the parser has seen what is before raw[fed] */
    size_t sought;   /* there is no line end from raw[fed] to here */
    size_t row_line; /* the row's first line */
};

void logreg__splitter_start(logreg__splitter *splitter);

/* Hands bytes to libcsv. */
void logreg__splitter_feed(logreg__splitter *splitter, const char *bytes, size_t n);

/* Tells libcsv that there are no more. After an error csv_fini would still hand out the field that it broke off in. */
void logreg__splitter_end_text(logreg__splitter *splitter);

/* The same where broken rows are left out. */
void logreg__splitter_take_lines(logreg__splitter *splitter, const char *bytes, size_t n);
void logreg__splitter_finish_lines(logreg__splitter *splitter);

#endif
