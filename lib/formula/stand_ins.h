/* Values that stand for missing ones, in the columns that a condition is about: sat > 3 takes -99 for no and 99 for yes. */
#ifndef LOGREG_FORMULA_STAND_INS_H
#define LOGREG_FORMULA_STAND_INS_H

#include "formula/expression.h"

/* Takes from what was found in a column what the condition compares it with by name, since whoever wrote that knows of it. False: nothing is left. */
bool logreg__numbers_unnamed(logreg_sentinel *found, const logreg__expression *expression,
                             const logreg_frame *frame, size_t j);
bool logreg__texts_unnamed(logreg_gap *found, const logreg__expression *expression, const logreg_frame *frame,
                           size_t j);

/* Adds what rows that meet a condition hold for missing values, none to a text that stays as it was: "99 of 'sat' (9 rows) may stand for missing values, ..". False: memory is out. */
bool logreg__kept_stand_ins(logreg__text *text, const logreg__bound *bound);

/* The condition that a column of the frame is called after; *expression NULL: it is none. ENOMEM. */
logreg_status logreg__condition_of(logreg__expression **expression, const logreg_frame *frame, size_t j);

#endif
