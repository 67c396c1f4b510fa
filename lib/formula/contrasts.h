/* Contrasts: how the levels of a category become columns, as R's contr.treatment, contr.sum, contr.helmert and contr.poly. */
#ifndef LOGREG_FORMULA_CONTRASTS_H
#define LOGREG_FORMULA_CONTRASTS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/text.h"

typedef enum {
    LOGREG__TREATMENT, /* each level but the first has a column of its own; the others are dense columns */
    LOGREG__SUM,       /* the same, and the last level is -1 in all */
    LOGREG__HELMERT,   /* each level against the mean of those before */
    LOGREG__POLY       /* orthogonal polynomials over 1, 2, 3 .. */
} logreg__contrast;

/* Levels that LOGREG__POLY takes at most. */
#define LOGREG__MAX_POLY_LEVELS 100

/* "treatment", "sum", "helmert", "poly", by their values. */
#define LOGREG__CONTRASTS 4
extern const char *const logreg__contrast_words[LOGREG__CONTRASTS];

/* [levels x (levels - 1)], a row a level; NULL: out of memory. */
double *logreg__contrast_matrix(logreg__contrast contrast, size_t levels);

/* Adds what stands in brackets after the name of the variable: 1, 2, ..; L, Q, C, 4, 5, .. of polynomials. */
void logreg__contrast_name(logreg__text *text, logreg__contrast contrast, size_t column);

#endif
