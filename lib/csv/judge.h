/* Whether a finished column is what it was taken for. */
#ifndef LOGREG_CSV_JUDGE_H
#define LOGREG_CSV_JUDGE_H

#include "csv/columns_held.h"
#include "csv/numbers/numbers.h"

typedef enum {
    LOGREG__SOUND,
    LOGREG__FEW, /* sound, but perhaps numbers */
    LOGREG__FAULTY,
    LOGREG__SPARED, /* faulty, but perhaps not used */
    LOGREG__DOUBTFUL,
    LOGREG__LATE, /* a category by rows that were read as numbers: all is to be read again */
} logreg__found;

/* Of column j of the finished ones; what is at fault is f, where anything may be. ENOMEM. */
logreg_status logreg__csv_judge(const logreg__csv_columns *columns, size_t j, logreg_frame *frame,
                                logreg__fault *f, logreg__found *found);

#endif
