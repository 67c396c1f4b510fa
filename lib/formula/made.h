/* Variables that are made of columns: log(age), I(a/b), I(age > 65), poly(x, 2), bs(log(dose), df = 5). */
#ifndef LOGREG_FORMULA_MADE_H
#define LOGREG_FORMULA_MADE_H

#include <logreg/data.h>

#include "formula/basis.h"
#include "formula/expression.h"
#include "data/rows.h"

typedef struct {
    char *text; /* normal form; reads back as the same, but for what data decide */
    logreg__expression *input;
    logreg__basis basis; /* kind NULL: the input itself */
} logreg__made;

/* Whether a function makes variables: I, a basis, or one of expressions. */
bool logreg__made_function(const char *name);

/* The function of formulas nearest to a name that is none, or NULL. */
const char *logreg__made_nearest(const char *name);

/* Reads one variable, a call, from tokens. EFORMULA with the place: an unknown argument, a wrong one, too many. ENOMEM. */
logreg_status logreg__made_read(logreg__made **made, logreg__tokens *tokens);

/* The same of a whole text, with any names of columns: from a model file. */
logreg_status logreg__made_parse(logreg__made **made, const char *text, logreg_error *err);

/* Decides about the basis from the kept rows; measures the input's values, which must be finite. EDATA: a column of
 * text, a value such as log(-1), with the row; data that the basis cannot use; a condition that all rows meet, or none. ENOMEM. */
logreg_status logreg__made_fit(logreg__made *made, const logreg_frame *frame, const logreg__rows *rows,
                               logreg_error *err);

/* Checks that an expression on a frame is finite in all kept rows. EDATA with the row and the values it is made of; ENOMEM. */
logreg_status logreg__made_check(const logreg__bound *bound, const char *text, const logreg__rows *rows,
                                 logreg_error *err);

/* Columns of the design matrix; of a condition that for TRUE. */
size_t logreg__made_width(const logreg__made *made);

/* Is it a condition, I(age > 65), which is coded as a category of FALSE and TRUE? */
bool logreg__made_is_condition(const logreg__made *made);

/* May it have a value where a column of it is missing, as is.na(a) has, and a > 1 & b > 2? Then rows are left out where it has none. made: NULL too. */
bool logreg__made_forgives(const logreg__made *made);

/* Leaves out the rows where such a variable has no value. EDATA: its columns are no such as it can be made of. ENOMEM. */
logreg_status logreg__made_answered(logreg__rows *rows, const logreg__made *made, const logreg_frame *frame,
                                    logreg_error *err);

void logreg__made_free(logreg__made *made);

#endif
