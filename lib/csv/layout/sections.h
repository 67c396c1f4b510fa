/* Names of groups in rows of their own, each above the rows of its group: "North", and nothing beside it (sections.c). */
#ifndef LOGREG_CSV_LAYOUT_SECTIONS_H
#define LOGREG_CSV_LAYOUT_SECTIONS_H

#include "csv/columns.h"
#include "csv/mending/plan.h"

/* Does a line of one cell, a text, stand below the header and once more further down, each above lines of as many cells as the header? */
bool logreg__sections_look(const char *head, size_t n, bool cut, char delimiter);

/* The sentence on the first of such lines. EDATA. */
logreg_status logreg__sections_fail(const logreg__csv_columns *columns, const logreg__row *row,
                                    const logreg__csv *csv);

/* EDATA where rows have as many cells as others, but hold nothing but such a name: in a column of numbers, or of texts that are no words. */
logreg_status logreg__sections_check(const logreg__csv_columns *columns, const logreg_frame *frame);

/* A stage's reading: is the row such a name, for rows to come? Else the name goes in front of it, for which its cells have room. */
bool logreg__sections_take(logreg__row *row, logreg__cell *cell, const logreg__stage *stage,
                           const logreg__csv *csv);

enum { LOGREG__SECTION_NAME = 32 };

/* The new column's name. Returns room. */
const char *logreg__sections_name(char room[LOGREG__SECTION_NAME], const logreg__stage *stage);

/* The command, without the file's name, that does so. Returns room. */
const char *logreg__sections_piece(char room[LOGREG__COMMAND], const logreg__stage *stage,
                                   const logreg__csv *csv);

#endif
