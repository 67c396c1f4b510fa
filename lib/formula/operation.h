/* Operators and functions of expressions, by name. */
#ifndef LOGREG_FORMULA_OPERATION_H
#define LOGREG_FORMULA_OPERATION_H

#include <stdbool.h>
#include <stddef.h>

#include "formula/expression.h"

/* How tightly operators bind. */
enum {
    LOGREG__BINDS_OR = 1,
    LOGREG__BINDS_AND,
    LOGREG__BINDS_NOT,
    LOGREG__BINDS_COMPARISON, /* a < b < c is refused */
    LOGREG__BINDS_SUM,
    LOGREG__BINDS_PRODUCT,
    LOGREG__BINDS_SIGN,
    LOGREG__BINDS_POWER, /* from right to left */
    LOGREG__BINDS_CALL   /* functions, and what is no operation */
};

typedef enum { LOGREG__INFIX, LOGREG__PREFIX, LOGREG__FUNCTION } logreg__fix;

/* Exactly one of one() and two() is there; both write over a. */
typedef struct logreg__operation {
    const char *name;
    const char *spelling; /* another way to write it, or NULL */
    logreg__fix fix;
    int binding;
    logreg__grammar grammar; /* CONDITION: not in arithmetic */
    bool takes_texts;
    void (*one)(double *a, size_t n);
    void (*two)(double *a, const double *b, size_t n);
    double (*slope)(double x); /* the derivative of one(); NULL: none is needed (conditions) */
    bool forgives;             /* may have a value where an operand has none */
} logreg__operation;

/* The functions of the table, as messages list them. */
#define LOGREG__FUNCTIONS "log exp sqrt abs sin cos tan tanh floor ceiling log2 log10 log1p expm1"

/* Closed by a row without a name. */
extern const logreg__operation logreg__operations[];

#endif
