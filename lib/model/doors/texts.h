/* Words of a text column as columns of a fit: learned from the rows that it uses, kept with its terms, counted again wherever it predicts. */
#ifndef LOGREG_MODEL_DOORS_TEXTS_H
#define LOGREG_MODEL_DOORS_TEXTS_H

#include "data/sparse.h"
#include "model/fitting.h"
#include "text/vocabulary.h"

/* A frame beside that of the rows, which has its texts' words as a sparse matrix. Starts as {0}. */
typedef struct {
    logreg_frame frame; /* borrows all but the matrix; not to be freed as a frame */
    logreg__sparse *X;
    logreg__vocabulary *words; /* owned until logreg__texts_hand */
    char *column;              /* likewise */
    size_t n_words, n_unknown; /* words in the rows, and those of them that the vocabulary lacks */
} logreg__texts;

/* Do the options of texts make sense? EINVAL. */
logreg_status logreg__texts_check(const logreg_options *options, logreg_error *err);

/* For a fit: *frame becomes one with a matrix that has no columns yet. EINVAL: the frame has no such column, or it has a sparse matrix already; EDATA: a column of numbers. ENOMEM. */
logreg_status logreg__texts_open(logreg__texts *texts, const logreg_frame **frame,
                                 const logreg_options *options, logreg_error *err);

/* Learns the vocabulary from these rows, and gives the matrix its columns. EDATA: no words. ENOMEM. */
logreg_status logreg__texts_learn(logreg__texts *texts, const logreg__rows *rows,
                                  const logreg_options *options, logreg_error *err);

/* Hands the vocabulary to terms that have the matrix's columns, and names these: review[good]. False: memory is out. */
bool logreg__texts_hand(logreg__texts *texts, logreg__terms *terms);

/* For a prediction: *frame becomes one with the words that terms know, where terms know any. EDATA: no such column, or one of numbers. ENOMEM. */
logreg_status logreg__texts_apply(logreg__texts *texts, const logreg_frame **frame,
                                  const logreg__terms *terms, logreg_error *err);

void logreg__texts_clear(logreg__texts *texts);

#endif
