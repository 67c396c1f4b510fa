/* Texts as a sparse matrix: a column a word of a vocabulary. */
#ifndef LOGREG_TEXT_MATRIX_H
#define LOGREG_TEXT_MATRIX_H

#include "data/sparse.h"
#include "text/vocabulary.h"

/* Words of the texts that were counted, and those among them that the vocabulary does not know. */
typedef struct {
    size_t words, unknown;
} logreg__text_tally;

/* The numbers of n rows, whose texts text(row, data) gives (NULL: no text, and no number). EDATA: more numbers than a sparse matrix holds. ENOMEM. O(words). */
logreg_status logreg__text_matrix(logreg__sparse **X, logreg__text_tally *tally, const logreg__vocabulary *v,
                                  size_t n, const char *(*text)(size_t row, const void *data),
                                  const void *data, logreg_error *err);

#endif
