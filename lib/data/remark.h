/* Answers with a remark behind them: Yes (3 days), No - lost, Yes?, pos. */
#ifndef LOGREG_DATA_REMARK_H
#define LOGREG_DATA_REMARK_H

#include <stddef.h>

typedef enum {
    LOGREG__NO_REMARK,
    LOGREG__STOPPED,     /* a full stop: Yes., pos. */
    LOGREG__SIGNS,       /* signs alone, in brackets or not: Yes?, Yes*, M (?) */
    LOGREG__REMARK_WORDS /* words: Yes (3 days), No - lost, Yes: late */
} logreg__remark_kind;

/* What stands behind the answer of a text, valid UTF-8; how many bytes the answer has, without blanks behind it, to *answer. A dash begins a remark only beside a
 * blank, since low-middle is an answer; a plus sign never does: A+. O(bytes). */
logreg__remark_kind logreg__remark_of(size_t *answer, const char *text);

#endif
