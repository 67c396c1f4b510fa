/* Numbers within text, of which no rule knows the form (held.c), and which of them are quantities (held_words.c). */
#ifndef LOGREG_CSV_NUMBERS_HELD_H
#define LOGREG_CSV_NUMBERS_HELD_H

#include "csv/numbers/forms.h"

/* For a category that no other rule takes for numbers: makes its census one of what is left when the text about its numbers is off, if that makes numbers
 * of nearly all. count, first: rows of each level, and the first. */
void logreg__census_held(logreg__census *census, const logreg_frame *frame, size_t j, const size_t *count,
                         const size_t *first);

/* For one of many levels whose cells hold two numbers each: makes its census one of ranges or of pairs. (held_pairs.c) */
void logreg__census_held_pairs(logreg__census *census, const logreg_frame *frame, size_t j,
                               const size_t *count, const size_t *first);

/* May what is before such numbers, and what is behind, be about a quantity? */
bool logreg__held_good_front(const char *front, const logreg__held_numbers *numbers);
bool logreg__held_good_behind(const char *behind, const logreg__held_numbers *numbers);

/* Do numbers in that text measure or count something, rather than name or rank it? many: there are rows enough to tell IDs. */
bool logreg__held_quantity(const logreg__held *held, bool many);

#endif
