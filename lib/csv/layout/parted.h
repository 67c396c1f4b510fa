/* Lines whose cells another mark parts than those of most (parted.c). */
#ifndef LOGREG_CSV_LAYOUT_PARTED_H
#define LOGREG_CSV_LAYOUT_PARTED_H

#include "csv/mending/plan.h"

/* Is any cell a number? */
bool logreg__row_holds_number(const logreg__row *row, const logreg__csv *csv);

/* Is a row of another length than the header, after so many good rows, one of a file of two delimiters: its header has another than its rows, or
 * two exports were joined? Then *status is that of the sentence: EDATA. */
bool logreg__parted_fail(logreg_status *status, const logreg__row *row, size_t width, size_t rows,
                         const char *first_name, const logreg__csv *csv);

/* The cells of such a row, at most width, to cell; 0: it is none. */
size_t logreg__parted_cells(logreg__cell *cell, const logreg__row *row, const logreg__stage *stage);

/* The command, without the file's name, that writes the same mark everywhere. Returns room. */
const char *logreg__parted_piece(char room[LOGREG__COMMAND], const logreg__stage *stage,
                                 const logreg__csv *csv);

#endif
