/* Columns that count events and the trials of which they are, by their names. */
#ifndef LOGREG_DATA_TRIALS_H
#define LOGREG_DATA_TRIALS_H

#include <stdbool.h>

/* Does a name begin or end with one of these words, NULL behind the last? */
bool logreg__name_says(const char *name, const char *const *words);

/* With a word for trials: n, total, at_risk? */
bool logreg__name_says_trials(const char *name);

#endif
