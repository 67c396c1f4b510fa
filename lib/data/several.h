/* Cells with several answers to a question: "Coffee, Tea". */
#ifndef LOGREG_DATA_SEVERAL_H
#define LOGREG_DATA_SEVERAL_H

#include <stdbool.h>
#include <stddef.h>

/* Are labels sets of answers, which a mark parts: at least two of two or more, each answer in two labels or more, none twice in one, and two of
 * them alone or in more than one place, unlike the parts of a name? How many answers there are to *answers, the mark to *mark. */
bool logreg__several_answers(size_t *answers, char *mark, char *const *levels, size_t n);

#endif
