/* Columns that know too much. What tells the class almost without error is more often a consequence of the outcome than a cause: a column that was
 * filled in afterwards, or the outcome in other words. A fit that is separated, or nearly so, and the doctor go by this. */
#ifndef LOGREG_MODEL_SUSPICIONS_LEAK_H
#define LOGREG_MODEL_SUSPICIONS_LEAK_H

#include "design/response.h"

/* Rows fewer than this say nothing about a class. */
#define LOGREG__LEAK_ROWS 5

/* An order of at least this AUC is suspect, and levels that leave at most so many of the rows undecided. */
#define LOGREG__LEAK_AUC 0.99
#define LOGREG__LEAK_DOUBT 0.01

/* Levels that say one outcome, of a class that has the fewest. */
#define LOGREG__LEAK_WORDS 3

/* Rows of a frame with what a response makes of them. All is borrowed. */
typedef struct {
    const logreg__response *response;
    const double *y,
        *w; /* [rows] class, or share of events; weight times trials. y is NaN, and w 0, where a row has no class */
    size_t rows;
} logreg__classed;

typedef struct {
    double
        auc; /* of a number for class `of` against all others, either way up; 0: rows are told by levels, or all classes by an order, */
    double right, all; /*   right ones of all that have the column */
    size_t of;
} logreg__leak;

/* Does the order of a column's numbers tell two classes, or all of more? one: or one of more from all others. ENOMEM. */
logreg_status logreg__leak_by_order(bool *found, logreg__leak *leak, const logreg__classed *classed,
                                    const logreg__column *column, bool one, logreg_error *err);

/* Rows (sums of weights) of a column by level and class; the level past the last is that of missing cells. */
typedef struct {
    size_t n_levels, n_classes;
    double *count; /* [n_levels * n_classes], owned */
} logreg__tally;

/* A number has two levels: there, and missing. False: memory is out. */
bool logreg__tally_new(logreg__tally *tally, const logreg__classed *classed, const logreg__column *column);

/* Adds row i, which has a level. */
void logreg__tally_add(logreg__tally *tally, const logreg__classed *classed, size_t level, size_t i);

/* The class that most rows of a level have; *rows receives how many rows there are. */
size_t logreg__tally_majority(const logreg__tally *tally, size_t level, double *rows);

/* Do the levels tell the classes, with no larger share of the rows beside the most frequent class in doubt, and are no groups of rows? */
bool logreg__leak_by_levels(logreg__leak *leak, const logreg__tally *tally, const logreg__response *response,
                            double doubt);

/* Do the values of a column of numbers so, 3 to 20 different whole ones? False: memory is out. Does it look so by its first rows? Most columns do not. (leak_codes.c) */
bool logreg__leak_by_codes(bool *found, logreg__leak *leak, const logreg__classed *classed,
                           const logreg__column *column);
bool logreg__leak_codes_possible(const logreg__column *column, size_t rows);

#endif
