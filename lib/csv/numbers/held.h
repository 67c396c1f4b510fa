/* Numbers within text, of which no rule knows the form (held.c), and which of them are quantities (held_words.c). */
#ifndef LOGREG_CSV_NUMBERS_HELD_H
#define LOGREG_CSV_NUMBERS_HELD_H

#include "csv/numbers/forms.h"

/* For a category that no other rule takes for numbers: makes its census one of what is left when the text about its numbers is off, if that makes numbers
 * of nearly all. count, first: rows of each level, and the first. */
void logreg__census_held(logreg__census *census, const logreg_frame *frame, size_t j, const size_t *count,
                         const size_t *first);

/* Do numbers in that text measure or count something, rather than name or rank it? many: there are rows enough to tell IDs. */
bool logreg__held_quantity(const logreg__held *held, bool many);

#endif
