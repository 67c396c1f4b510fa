/* A file in two parts, from inside: train_test.c reads it, or train_test_svmlight.c, train_test_draw.c decides which rows go where, train_test_write.c
 * writes them. */
#ifndef LOGREG_SAMPLES_TRAIN_TEST_H
#define LOGREG_SAMPLES_TRAIN_TEST_H

#include <stdio.h>
#include <sys/types.h>

#include "data/frame.h"

/* Rows of a class: in all, and to train on. */
typedef struct {
    size_t rows, train;
} share;

struct logreg_split {
    char *text; /* the head, then row after row, in the encoding of the file */
    size_t used, room;
    size_t *end; /* [n + 1]: where the head ends, then where row i ends, at i + 1 */
    size_t n, end_room;
    logreg__column target;
    size_t n_classes;
    share *class; /* [n_classes], or one without a target */
    size_t n_test;
    bool *test; /* [n] */
    char delimiter;
    size_t n_rejected;
    logreg_error first_rejected;
    bool is_file; /* what was read, so that it is not overwritten */
    dev_t device;
    ino_t inode;
};

/* Notes which file the stream is of, if it is a file's. */
void logreg__split_remember(logreg_split *split, FILE *stream);

/* Draws the rows of the test part: fills n_test, class and test. EINVAL, ENOMEM. */
logreg_status logreg__split_draw(logreg_split *split, const logreg_split_options *options, logreg_error *err);

#endif
