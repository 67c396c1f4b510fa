/* A formula as written: names, not yet columns. */
#ifndef LOGREG_DATA_FORMULA_H
#define LOGREG_DATA_FORMULA_H

#include <logreg/data.h>

/* One factor of a product: a column, or C(column). */
typedef struct {
    char *column;
    bool categorical; /* C(column) was written: a category whatever its kind */
} logreg__factor;

/* A product of distinct factors, by their places in formula->factor, in ascending order. */
typedef struct {
    size_t n;
    size_t *factor;
} logreg__product;

/* The parsed right-hand side, expanded: `a*b - a:b` is a + b. Products stand in R's order: by degree, and within a
 * degree as first written. The dot has been replaced by the frame's other columns. */
typedef struct {
    char *response;
    bool intercept;
    size_t n_factors;
    logreg__factor *factor;
    size_t n_products;
    logreg__product *product;
    char *text; /* the formula in normal form: "y ~ a + b + a:b", "- 1" last; names quoted where need be */
} logreg__formula;

/* Parses text against the frame's columns: the names must be there (EFORMULA names the place in the text and the
 * nearest name). `.` means every column but the response and those in exclude (n_exclude names; the
 * columns of weights, offset and trials). ENOMEM. */
logreg_status logreg__formula_parse(logreg__formula **formula, const char *text, const logreg_frame *frame,
                                    const char *const *exclude, size_t n_exclude, logreg_error *err);

void logreg__formula_free(logreg__formula *formula);

#endif
