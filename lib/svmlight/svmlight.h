/* Files of sparse rows as SVMlight, LIBSVM and LIBLINEAR have them: label [qid:number] index:value .. [# comment]. */
#ifndef LOGREG_SVMLIGHT_SVMLIGHT_H
#define LOGREG_SVMLIGHT_SVMLIGHT_H

#include <logreg/sparse.h>

#include "data/frame.h"
#include "data/sparse.h"

/* Rows as they are gathered. What is done to one of them leaves the others alone. */
typedef struct {
    const char *file; /* as messages name it */
    size_t most;      /* columns that are wanted; 0: all */
    bool zero_based;
    size_t n, label_room;
    double *label, *qid; /* [n]; qid NULL: no row had one */
    size_t qid_room;
    int *start, *column; /* as logreg__sparse has them */
    double *value;
    size_t start_room, column_room, value_room, count;
    size_t p;        /* the largest index so far */
    size_t n_beyond; /* numbers in columns that are not wanted */
} logreg__svm_rows;

/* Takes a line of n bytes, without its end, as the next row; *taken: it was one, and not blank. line and its bytes are for messages. EDATA, ENOMEM. */
logreg_status logreg__svm_line(logreg__svm_rows *rows, bool *taken, const char *text, size_t n, size_t line,
                               logreg_error *err);

#endif
