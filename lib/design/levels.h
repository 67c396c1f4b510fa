/* Which levels a category has in the rows that are used. */
#ifndef LOGREG_DESIGN_LEVELS_H
#define LOGREG_DESIGN_LEVELS_H

#include "data/frame.h"
#include "data/role.h"
#include "data/rows.h"
#include "design/terms.h"
#include "design/unfit.h"

/* From LOGREG__ID_ROWS rows on, a text column is taken for an ID if it has more than 9 levels for 10 rows (of files: for 18), and for a date if it
 * has more than 1 for 2, or than 24, and its first level reads like one, or all of them do. Fewer rows may be a table with a row for each level. */

/* Fills in levels of a category variable whose column and wrapped are set; or adds the column to unfit, where it has one level only, or is
 * an ID or a date, and leaves it without levels. C(column) is not suspected of being an ID: somebody meant it. EDATA: more distinct numbers
 * than LOGREG__MAX_COLUMNS. ENOMEM. */
logreg_status logreg__levels_find(logreg__variable *variable, logreg__unfits *unfit,
                                  const logreg__column *column, const logreg__rows *rows, logreg_error *err);

/* Moves a level to the front, where the reference stands. EDATA: there is no such level (with the nearest). */
logreg_status logreg__levels_refer(logreg__variable *variable, const char *level, logreg_error *err);

#endif
