/* Rows that are parts of cases, of which a fit needs one row each: measurements one below the other (measured.c), and columns that are filled in
 * different rows of a case (scattered.c). */
#ifndef LOGREG_CSV_LAYOUT_CASES_H
#define LOGREG_CSV_LAYOUT_CASES_H

#include "csv/mending/command.h"
#include "csv/naming.h"
#include "data/frame.h"

/* EDATA where a column names what another one holds, for several rows of each case. ENOMEM. */
logreg_status logreg__measured_check(logreg_frame *frame, const logreg__csv *csv);

/* EDATA where columns that are never filled in one row stand in several rows of each case. ENOMEM. */
logreg_status logreg__scattered_check(logreg_frame *frame, const logreg__csv *csv);

/* ---- What both need (cases.c) ---- */

/* What two rows have in common, if they have it: a number, or the code of a level. */
static inline double logreg__case_value(const logreg__column *c, size_t row)
{
    return c->kind == LOGREG_NUMERIC ? logreg__column_number(c, row) : (double)logreg__column_code(c, row);
}

/* The rows of a frame, those with equal values of a column one after the other. */
typedef struct {
    size_t *row;  /* owned */
    size_t cases; /* different values */
} logreg__cases;

/* By a column without gaps. False: memory is out. */
bool logreg__cases_take(logreg__cases *cases, const logreg_frame *frame, const logreg__column *by);

/* Where the rows of a case end that begin at place i. */
size_t logreg__cases_end(const logreg__cases *cases, const logreg_frame *frame, const logreg__column *by,
                         size_t i);

/* Do no two rows of a case have the same value? */
bool logreg__cases_tell(const logreg__cases *cases, const logreg_frame *frame, const logreg__column *by,
                        const logreg__column *of);

/* Do all rows of a case have the same value; or, gaps, nothing? */
bool logreg__cases_share(const logreg__cases *cases, const logreg_frame *frame, const logreg__column *by,
                         const logreg__column *of, bool gaps);

void logreg__cases_clear(logreg__cases *cases);

/* How a command of perl begins that takes rows apart into @F, without blank lines. Returns room. */
const char *logreg__cases_split(char room[LOGREG__COMMAND], size_t fields, const logreg__csv *csv);

#endif
