/* Numbers that may mean something else than they are read as: dots that may part thousands (thousands.c), codes and dates (codes.c); and codes that mean missing elsewhere (namesake.c). */
#ifndef LOGREG_CSV_NUMBERS_NUMBERS_H
#define LOGREG_CSV_NUMBERS_NUMBERS_H

#include "csv/cell.h"

/* Adds how a number is written to a column's LOGREG__WRITTEN_ flags. */
void logreg__written_note(unsigned *written, const logreg__cell *cell);

/* Digits of numbers that may be codes: all of one width, some with a zero in front. (codes.c) */
typedef struct {
    size_t width;
    bool zero, other; /* other: some are not */
} logreg__padding;

/* Unless others are known. */
void logreg__padding_note(logreg__padding *padding, const logreg__cell *cell);

/* As a flag for a column: LOGREG__WRITTEN_PADDED or 0. */
unsigned logreg__padding_flag(const logreg__padding *padding);

/* EDATA where dots that were read as decimal marks are likely to part thousands; where they may, a note goes to the frame. Nothing of
 * either where the options name the decimal mark. ENOMEM. */
logreg_status logreg__thousands_check(logreg_frame *frame, const logreg__csv *csv);

/* Categories of decimals of which a spreadsheet made dates: tells how they come back to whoever uses them. ENOMEM. (lost.c) */
logreg_status logreg__lost_check(logreg_frame *frame, const logreg__csv *csv);

/* Categories of ranges of which a spreadsheet made dates, all or some, and other dates among numbers: gives them the sentence, which is a note too.
 * ENOMEM. (lost_ranges.c) */
logreg_status logreg__lost_ranges_check(logreg_frame *frame, const logreg__csv *csv);

/* Notes on columns that are codes rather than numbers: 1E2. ENOMEM. */
logreg_status logreg__codes_check(logreg_frame *frame, const logreg__csv *csv);

/* Notes on columns of codes of countries, states or regions in which NA was taken for missing, where it is nowhere else or the column has empty cells
 * too; and the list that keeps it. ENOMEM. */
logreg_status logreg__namesake_check(logreg_frame *frame, const logreg__csv *csv);

#endif
