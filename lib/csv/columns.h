/* Typed columns that grow row by row (columns.c, verdict.c). */
#ifndef LOGREG_CSV_COLUMNS_H
#define LOGREG_CSV_COLUMNS_H

#include "csv/cell.h"

/* Typed columns that grow row by row. The first rows are held as text until they show what a column is. */
typedef struct logreg__csv_columns logreg__csv_columns;

/* Takes over the names on success. text[j]: column j is known to be text from an earlier reading; may be NULL. EDATA if
 * the options name a category that is not there; ENOMEM. */
logreg_status logreg__csv_columns_new(logreg__csv_columns **columns, char **names, size_t n, const bool *text,
                                      const logreg__csv *csv);

/* Adds a row of as many cells as there are columns. EDATA for bytes that are not UTF-8; ENOMEM. */
logreg_status logreg__csv_columns_add(logreg__csv_columns *columns, const logreg__cell *cell);

/* Decides what the columns are by the rows added so far, if that has not been done. EDATA; ENOMEM. */
logreg_status logreg__csv_columns_settle(logreg__csv_columns *columns);

/* Moves the columns into an empty frame. EDATA for a few strays among numbers; and, with *again set, for a column that
 * began with numbers and turned out to be text: its flag in text (one a column, from the caller) is then set, for
 * reading the file once more. ENOMEM. */
logreg_status logreg__csv_columns_finish(logreg__csv_columns *columns, logreg_frame *frame, bool *text,
                                         bool *again);

size_t logreg__csv_columns_count(const logreg__csv_columns *columns);
size_t logreg__csv_columns_rows(const logreg__csv_columns *columns);
const char *logreg__csv_columns_name(const logreg__csv_columns *columns, size_t j);

void logreg__csv_columns_free(logreg__csv_columns *columns);

/* For the plain road: do the columns know what they are? */
bool logreg__csv_columns_settled(const logreg__csv_columns *columns);

logreg__filling *logreg__csv_columns_filling(logreg__csv_columns *columns, size_t j);

/* Is a cell of column j, trimmed, missing: empty, or a token that means it, in all columns or in this one? */
bool logreg__csv_columns_missing(const logreg__csv_columns *columns, size_t j, const logreg__cell *cell);

/* Does column j hold numbers, some of them with a decimal mark? */
bool logreg__csv_columns_decimal(const logreg__csv_columns *columns, size_t j);

/* Are there tokens of single columns; has column j some? */
bool logreg__csv_columns_any_own(const logreg__csv_columns *columns);
bool logreg__csv_columns_own(const logreg__csv_columns *columns, size_t j);

/* Is a cell of column j, trimmed, one to keep as it stands? */
bool logreg__csv_columns_keep(const logreg__csv_columns *columns, size_t j, const logreg__cell *cell);

/* Do the rows so far have more texts than numbers in each column? */
bool logreg__csv_columns_texts(logreg__csv_columns *columns);

/* So many rows have been added to each filling. */
void logreg__csv_columns_extend(logreg__csv_columns *columns, size_t rows);

#endif
