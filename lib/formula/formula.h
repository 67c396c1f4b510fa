/* A formula as written: names, not yet columns. */
#ifndef LOGREG_FORMULA_FORMULA_H
#define LOGREG_FORMULA_FORMULA_H

#include <logreg/data.h>

#include "formula/factor.h"
#include "formula/products.h"

/* More terms than this are refused, and so are more columns of a design made from terms: their information matrix alone
 * would take 3 GB. */
#define LOGREG__MAX_COLUMNS 20000

/* The parsed right-hand side, expanded: `a*b - a:b` is a + b. Factors stand in the order in which they were first
 * written, those that no product uses left out; their columns are `taken`, since rows that miss one of these are left out all the
 * same, as in R, whose model frame holds every variable that is named. Products hold places in factor[] and stand in R's order: by degree, and
 * within a degree as first written. The dot has been replaced by the frame's other columns. */
typedef struct {
    char *response;
    bool intercept;
    size_t n_factors;
    logreg__factor *factor;
    size_t n_products;
    logreg__product *product;
    logreg__expression *offset; /* the sum of what is in offset(), or NULL */
    size_t n_taken;
    bool sparse;  /* the columns of the frame's sparse matrix are among the terms, behind all others */
    char **taken; /* columns that were named and taken away: b of a + b - b */
    bool
        listed; /* made of a list of columns: sentences tell to leave some out of that, not what to write in it */
    bool chosen; /* somebody named the columns one by one */
    char *text;  /* the formula in normal form: "y ~ a + a:c - b - 1"; names quoted where need be */
} logreg__formula;

/* Parses `response ~ terms` against the frame's columns. The response is a column, or a condition that logreg_frame_add_condition has made one of.
 *
 *     a + b    both                       a:b, a %in% b  their product          1, 0    with, without intercept
 *     a - b    a without b                a*b            a + b + a:b            .       every column, the sparse matrix too, but the response and
 *     (..)^k   products of up to k        a/b            a + a:b                        those in exclude (n_exclude names;
 *                                                                                       names not there are no matter)
 *     C(a)     a as a category            C(a, sum)      with sum, helmert, poly or treatment contrasts
 *     I(a^2)   arithmetic                 log(a)         functions of any arithmetic: those of operation.c
 *     poly(a, 3), bs(a, df = 5), ns(a, knots = c(1, 2))  bases, as R's       offset(a)   added, without a coefficient
 *
 * `^` binds tightest, then `:`, %in%, then `*` and `/`, then + and -, which may also stand first; parentheses group. Names
 * are letters of any script, digits, dots and underscores; others stand in backticks, a backtick inside doubled. As in R,
 * an intercept is there unless 0 is added or 1 taken away, repeats are dropped, b:a is a:b, and nothing times a is nothing.
 * EFORMULA, with the place in the text counted in characters from 1: what cannot be read, a name that is no column
 * (with the nearest), the response among the terms, nothing left. ENOMEM. */
logreg_status logreg__formula_parse(logreg__formula **formula, const char *text, const logreg_frame *frame,
                                    const char *const *exclude, size_t n_exclude, logreg_error *err);

/* Columns that the right-hand side names, those taken away too, as indices into the frame, some perhaps more than once; *column is new. ENOMEM. */
logreg_status logreg__formula_columns(size_t **column, size_t *n, const logreg__formula *formula,
                                      const logreg_frame *frame, logreg_error *err);

/* The formula in normal form without the terms of these columns of the frame, [columns] flags, products with others too, and without
 * those columns among the taken ones. A new text, or NULL. */
char *logreg__formula_without(const logreg__formula *formula, const logreg_frame *frame, const bool *skip);

void logreg__formula_free(logreg__formula *formula);

#endif
