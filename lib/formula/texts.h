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
        all; /* what to ask for instead, to mean all of them, of the first text: city == "Madrid" | city == "MADRID"; empty: there is none */
    char *command; /* writes them as the condition has them; NULL: the file has none */
} logreg__spellings;

/* Looks for them, by the rules for levels that are one in two ways, or slips (data/alike.h), but for those that the condition names itself. False: memory is out. To be cleared in any case. */
bool logreg__texts_spelt(logreg__spellings *s, const logreg__expression *expression,
                         const logreg_frame *frame);

void logreg__spellings_clear(logreg__spellings *s);

/* Adds both, and what mends the spellings, to a text that is empty. False: memory is out. */
bool logreg__texts_note(logreg__text *text, const logreg__expression *expression, const logreg_frame *frame);

/* ---- Two columns of texts that are compared (texts_columns.c) ---- */

/* As logreg__texts_absent: "'answer' and 'key' have no text in common". */
bool logreg__columns_absent(logreg__text *text, const logreg__expression *expression,
                            const logreg_frame *frame);

/* Adds what one of them has in another spelling than the other to what is told, "'answer' holds 'a' (3 rows) beside 'A' of 'key'", and what mends it to statements; *whole becomes false
 * where there can be none. False: memory is out. */
bool logreg__columns_spelt(logreg__spellings *s, logreg__text *statements, bool *whole,
                           const logreg__expression *expression, const logreg_frame *frame);

/* Adds 'Madrid' (3 rows), or 'Madrid' (3). */
void logreg__text_add_level(logreg__text *text, const char *level, size_t rows, bool unit);

#endif
