/* The grammar of formulas: from text to products of columns. */
#ifndef LOGREG_FORMULA_PARSE_H
#define LOGREG_FORMULA_PARSE_H

#include <logreg/data.h>

#include "formula/factor.h"
#include "formula/products.h"

/* Starts as {0}. */
typedef struct {
    size_t response; /* column */
    bool intercept;
    bool sparse; /* the dot means the frame's sparse matrix too */
    size_t n_factors, room;
    logreg__factor *factor;     /* in order of first occurrence */
    logreg__products products;  /* of places in factor[]; unique, by degree */
    logreg__expression *offset; /* the sum of all, or NULL */
} logreg__parsed;

/* Reads a formula as described at logreg__formula_parse. hidden: [columns] flags of those that the dot leaves out, besides
 * the response; those that a condition is about join them where it is the response. Clear parsed also after a failure. */
logreg_status logreg__parse(logreg__parsed *parsed, const char *text, const logreg_frame *frame, bool *hidden,
                            logreg_error *err);

void logreg__parsed_clear(logreg__parsed *parsed);

#endif
