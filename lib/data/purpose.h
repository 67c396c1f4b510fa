/* Columns that are no variables by their name and what they hold: weights, counts of cases, what a model predicted, which part of the rows a row is of. */
#ifndef LOGREG_DATA_PURPOSE_H
#define LOGREG_DATA_PURPOSE_H

#include "data/frame.h"

typedef enum {
    LOGREG__NO_PURPOSE,
    LOGREG__WEIGHTS,     /* of a survey: perwt, finalwgt, sampling_weight, .. */
    LOGREG__PREDICTIONS, /* and residuals, of a model: PRE_1, .fitted, y_hat, .. */
    LOGREG__PARTS,       /* of the rows: train and test, or rows that are no answers, as Survey Preview */
    LOGREG__PURPOSES
} logreg__purpose;

/* A column's purpose. O(levels) of a category, O(rows) of numbers whose name says something. */
logreg__purpose logreg__purpose_of(const logreg__column *column, size_t rows);

/* Which of two or more labels stands for the rows that a fit wants, training or those that are no previews; SIZE_MAX: they are none of parts. */
size_t logreg__wanted_part(char *const *label, size_t n);

/* Are the rows a table of counts: all different in these columns of a frame, which take few values each, so that at least one in four of the combinations of their values is there?
 * O(rows) where the columns have few values. False too where memory is out: it is a note less. */
bool logreg__tabulates(const logreg_frame *frame, const size_t *column, size_t n);

/* Does column j stand beside all others as their number, a row for each combination that there is: no two rows agree in all the others, which are
 * texts or numbers of few values? False too where memory is out. O(rows log rows). */
bool logreg__lists_cases(const logreg_frame *frame, size_t j);

#endif
