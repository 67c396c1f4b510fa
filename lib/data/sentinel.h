/* Numbers that stand for missing values: -999, 99, 9999, and zeros where none can be. */
#ifndef LOGREG_DATA_SENTINEL_H
#define LOGREG_DATA_SENTINEL_H

#include "base/text.h"
#include "data/frame.h"

/* Finds them by the outermost values of a column. sorted: its n numbers in order; NULL: they are sorted here where there may be
 * some. Returns found->n_values > 0; false too where memory is out: it is a note less. */
bool logreg__sentinel_find(logreg_sentinel *found, const logreg__column *column, size_t rows,
                           const double *sorted, size_t n);

/* The same of a category whose levels are all numbers, three or more, or of a column that is taken for one; but 7, 8 and 9 are levels. (sentinel_levels.c) */
bool logreg__levels_sentinel(logreg_sentinel *found, const logreg__column *column, size_t rows);

/* Is one of the ends of a column a value that people choose for the purpose? Most columns have none, and need no further look. */
bool logreg__sentinel_plausible(double min, double max);

/* Codes beside a scale of answers, by n numbers in order: 8 and 9 beyond 1 to 5, or -9 and -1 below it; beside those found before, which lie further out. (scale.c) */
void logreg__scale_codes(logreg_sentinel *found, const char *name, const double *sorted, size_t n);

/* Those that are chosen for the purpose, of all columns of a file in which they were found. (beside.c) */
enum { LOGREG__CODES = 16 };
typedef struct {
    double value[LOGREG__CODES];
    size_t n;
    bool any;       /* is there any, listed or of one digit? */
    bool digit[10]; /* those of one, which are codes beyond scales alone: 8 */
} logreg__codes;

void logreg__codes_add(logreg__codes *codes, const logreg_sentinel *found);

/* The same of n tokens of --na-values: those that somebody named for one column, as NAME=NUMBER. */
void logreg__codes_add_given(logreg__codes *codes, char *const *tokens, size_t n);

/* Which of the numbers found is 88, 888 or 8888, in a fifth of the rows or more, where all others are 1 or more: as surveys write none of what they count. 0: none of them, or they are levels. */
double logreg__codes_none(const logreg_sentinel *found, const logreg__column *column, size_t rows);

/* What was found but for that one. */
logreg_sentinel logreg__codes_without(const logreg_sentinel *found, double none);

/* Are all that were found among them? */
bool logreg__codes_are(const logreg__codes *codes, const logreg_sentinel *found);

/* In a column whose numbers lie from min to max, and in which nothing was found: is one of the codes its lowest, below 0 as no other is or as far from the others as these reach, or its highest, as far from the others as
 * these reach, or behind a scale? In one row, or in nearly all. */
bool logreg__codes_find(logreg_sentinel *found, const logreg__column *column, size_t rows, double min,
                        double max, const logreg__codes *codes);

/* The same for zeros: in two rows or more, half of all or fewer, with a gap behind them that the next numbers have not, as a blood pressure of 0, below more than 20 different values, or, in one too and a fifth of 15 or more, under no name of amounts
 * that many have none of, below ten that lie closer together than to 0 (83 to 100) or, more than 20 in 30 rows, twice as far; or in three rows or more, and none from there
 * to 1 or to the others, under the name of what a living body has (insulin, chol). No count has that. beside: other columns of the file hold such zeros, so that those are in doubt too
 * in up to two thirds of the rows, which as many numbers as next to the gap would fill ten times, but under no name of amounts that many have none of. (zeros.c) */
bool logreg__zeros_find(logreg_sentinel *found, const logreg__column *column, size_t rows,
                        const double *sorted, size_t n, bool beside);

/* Adds "age=99,age=98" to a list for --na-values: the numbers of a column that stand for missing values. (na_values.c) */
void logreg__add_na_values(logreg__text *list, const char *column, const logreg_sentinel *numbers);

/* The numbers of a column in order, for the caller to free. NULL: memory is out. */
double *logreg__numbers_sorted(size_t *n, const logreg__column *column, size_t rows);

#endif
