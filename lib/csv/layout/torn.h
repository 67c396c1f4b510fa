/* Rows of more cells than the header (torn.c). */
#ifndef LOGREG_CSV_LAYOUT_TORN_H
#define LOGREG_CSV_LAYOUT_TORN_H

#include "csv/columns.h"
#include "csv/split.h"

/* Why they are so, by the first lines; cut_off: head is not the whole file. */
logreg__torn logreg__torn_look(const char *head, size_t n, bool cut_off, char delimiter);

/* The same of the first such row below many good ones, whose columns tell which of its cells may be halves of a number: those of the only column of
 * numbers with decimal marks where that fits. */
logreg__torn logreg__torn_row(const logreg__row *row, const logreg__csv_columns *columns);

/* The command that joins what commas have torn, in rows of so many fields from this line on; place: at which of several, where it is open. Returns
 * room. */
const char *logreg__torn_command(char room[LOGREG__COMMAND], const logreg__torn *torn, size_t place,
                                 size_t fields, size_t from, const logreg__csv *csv);

#endif
