/* Columns taken as categories, and how: C(zip), C(dose, sum), C(sex, base = "male"). */
#ifndef LOGREG_FORMULA_CODED_H
#define LOGREG_FORMULA_CODED_H

#include "formula/contrasts.h"
#include "formula/expression.h"

typedef struct {
    char *column;
    size_t at; /* where it stands in the text */
    logreg__contrast contrast;
    size_t base;      /* the level that is the reference, counted from 1; 0: the first, or base_label */
    char *base_label; /* or NULL */
} logreg__coded;

/* Whether a function takes a column as a category: C, and R's factor, as.factor, ordered and relevel, which are read as what
 * C() says. */
bool logreg__coded_function(const char *name);

/* Reads a call of one of them. EFORMULA with the place, ENOMEM. Clear it in any case. */
logreg_status logreg__coded_read(logreg__coded *coded, logreg__tokens *tokens);

/* Adds C(zip, sum): with the name in backticks where a formula needs them, or as it is. */
void logreg__coded_write(logreg__text *text, const logreg__coded *coded, bool quoted);

/* Whether it is C(column) and no more. */
bool logreg__coded_plain(const logreg__coded *coded);

void logreg__coded_clear(logreg__coded *coded);

#endif
