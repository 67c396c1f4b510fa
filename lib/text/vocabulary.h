/* A vocabulary: which runs of words are columns, and how they count. */
#ifndef LOGREG_TEXT_VOCABULARY_H
#define LOGREG_TEXT_VOCABULARY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <logreg/base.h>

#include "text/words.h"

/* Words of a run at most. */
#define LOGREG__MOST_NGRAMS 8

/* What the number in a cell is. */
typedef enum {
    LOGREG__COUNT,  /* how often the text has the word */
    LOGREG__BINARY, /* 1 where it has it */
    LOGREG__TFIDF   /* count times log((1 + rows) / (1 + rows with the word)) + 1, rows of length 1 */
} logreg__weighting;

extern const char *const logreg__weighting_words[]; /* by logreg__weighting, closed by NULL */

typedef struct {
    size_t ngrams;   /* runs of up to so many words */
    size_t min_rows; /* words in fewer rows are none */
    size_t most;     /* words at most: those that come most often, of equals the first by their bytes */
    size_t hashed;   /* columns that words are spread over by a hash, instead of a vocabulary; 0: none */
    logreg__weighting weighting;
} logreg__text_options;

struct logreg__entry;

typedef struct {
    logreg__text_options options;
    size_t n;                     /* columns */
    size_t rows;                  /* learned from */
    size_t left;                  /* words of these that are no columns, as being too rare or too many */
    struct logreg__entry *found;  /* by their words */
    struct logreg__entry **entry; /* [n] ascending by bytes; NULL: hashed */
} logreg__vocabulary;

/* Learns from the texts of n rows, each of which text(row, data) gives (NULL: no text). EDATA: no word is left. ENOMEM. O(words). Free with logreg__vocabulary_free. */
logreg_status logreg__vocabulary_learn(logreg__vocabulary **v, const logreg__text_options *options, size_t n,
                                       const char *(*text)(size_t row, const void *data), const void *data,
                                       logreg_error *err);

/* One of known words, ascending by their bytes, with the number of rows that each is in: as a model file keeps it. EDATA: words that do not ascend. ENOMEM. */
logreg_status logreg__vocabulary_new(logreg__vocabulary **v, const logreg__text_options *options, size_t rows,
                                     const char *const *word, const size_t *in_rows, size_t n,
                                     logreg_error *err);

void logreg__vocabulary_free(logreg__vocabulary *v);

/* Word j, and the number of rows that it was learned in; of hashed columns NULL and 0. */
const char *logreg__vocabulary_word(const logreg__vocabulary *v, size_t j);
size_t logreg__vocabulary_rows(const logreg__vocabulary *v, size_t j);

/* The column of a run of words, n bytes; SIZE_MAX: none. sign: of hashed columns -1 or 1, so that words which share one cancel out on average. */
size_t logreg__vocabulary_find(const logreg__vocabulary *v, const char *word, size_t n, double *sign);

#endif
