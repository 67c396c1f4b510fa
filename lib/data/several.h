/* Cells with several answers to a question: "Coffee, Tea". */
#ifndef LOGREG_DATA_SEVERAL_H
#define LOGREG_DATA_SEVERAL_H

#include <stdbool.h>
#include <stddef.h>

enum { LOGREG__ANSWERS = 24 };

typedef struct {
    char mark; /* parts them */
    size_t n;
    struct {
        const char *text; /* within a label, not closed by NUL */
        size_t n;
    } answer[LOGREG__ANSWERS]; /* in the order of the labels */
} logreg__several;

/* Are labels sets of answers, which a mark parts: at least two of two or more, each answer in two labels or more, none twice in one, and two of
 * them alone or in more than one place, unlike the parts of a name? */
bool logreg__several_answers(logreg__several *found, char *const *levels, size_t n);

#endif
