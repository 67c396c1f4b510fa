/* One factor of a formula's products, as written: age, C(zip), poly(x, 2). */
#ifndef LOGREG_FORMULA_FACTOR_H
#define LOGREG_FORMULA_FACTOR_H

#include "formula/coded.h"
#include "formula/made.h"

/* Starts as {0}. */
typedef struct {
    char *column;        /* by itself or in C(); NULL: made of columns */
    bool categorical;    /* C(column) was written: a category whatever its kind */
    logreg__coded coded; /* how, where it was */
    logreg__made *made;  /* or NULL */
    char *text;          /* normal form; names in backticks where need be */
} logreg__factor;

void logreg__factor_clear(logreg__factor *factor);

#endif
