/* Numbers that are written otherwise than they are read. */
#ifndef LOGREG_CSV_NUMBERS_H
#define LOGREG_CSV_NUMBERS_H

#include "csv/cell.h"

/* ---- Dots between thousands (thousands.c) ---- */

/* Adds how a number is written to a column's LOGREG__WRITTEN_ flags. */
void logreg__written_note(unsigned *written, const logreg__cell *cell);

/* EDATA where dots that were read as decimal marks are likely to part thousands; where they may, a note goes to the frame. Nothing of
 * either where the options name the decimal mark. ENOMEM. */
logreg_status logreg__thousands_check(logreg_frame *frame, const logreg__csv *csv);

/* The command that takes such dots out, where columns are written so, all flags taken together; else NULL. */
const char *logreg__thousands_command(char room[LOGREG__COMMAND], unsigned written, const logreg__csv *csv);

/* ---- Numbers in other forms (forms.c, mend.c, doubt.c) ---- */

/* What a text is that is a number in another form, with a unit, as a time, and the way to mend it; NULL: it is none. alone: there is no
 * other such text, so that 12abc is no 12 with a unit. */
const char *logreg__form_remedy(char room[LOGREG__COMMAND + 80], const char **what, const char *text,
                                bool alone, const logreg__csv *csv);

/* Where a category is a column of numbers in another form, or of numbers and few texts, gives it the sentence for whoever takes it for a
 * category. ENOMEM. */
logreg_status logreg__doubt_category(logreg_frame *frame, size_t j, const logreg__csv *csv);

/* ---- Numbers in dress (dressed.c) ---- */

/* Is the cell a number but for currency or percent signs, brackets, or marks between thousands? With either decimal mark. */
bool logreg__cell_dressed(const logreg__cell *cell, char decimal);

/* The command that takes off what the dressed ones among n texts wear. *decimal: they have the other decimal mark. */
const char *logreg__undressing(char room[LOGREG__COMMAND], const char *const *text, size_t n, bool *decimal,
                               const logreg__csv *csv);

#endif
