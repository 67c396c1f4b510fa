/* The texts that a condition compares columns with, as somebody wrote them who had not seen every row. */
#ifndef LOGREG_FORMULA_TEXTS_H
#define LOGREG_FORMULA_TEXTS_H

#include "formula/expression.h"

/* Adds what there is to say of those that no row of their column has, none to a text that stays as it was: "'status' holds no 'actve'; did you mean 'active'?". Of
 * blanks, and whatever else was read as missing, that it was. False: memory is out. */
bool logreg__texts_absent(logreg__text *text, const logreg__expression *expression,
                          const logreg_frame *frame);

/* Other spellings of texts that rows have: "'city' holds 'MADRID' (3 rows) beside 'Madrid' (240)". */
typedef struct {
    logreg__text told; /* empty: there are none */
    logreg__text
        all; /* what to ask for instead, to mean all of them, of the first text: city == "Madrid" | city == "MADRID" */
    char *command; /* writes them as the condition has them; NULL: the file has none */
} logreg__spellings;

/* Looks for them, by the rules for levels that are one in two ways, or slips (data/alike.h), but for those that the condition names itself. False: memory is out. To be cleared in any case. */
bool logreg__texts_spelt(logreg__spellings *s, const logreg__expression *expression,
                         const logreg_frame *frame);

void logreg__spellings_clear(logreg__spellings *s);

#endif
