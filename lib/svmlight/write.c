/* Rows written as svmlight has them, so that they read back as the same numbers. */
#include <errno.h>
#include <string.h>

#include "base/error.h"
#include "base/number.h"
#include "svmlight/svmlight.h"

static void write_row(FILE *out, const logreg_frame *frame, const logreg__column *y,
                      const logreg__column *qid, size_t row)
{
    char text[LOGREG_NUMBER_SIZE];
    const logreg__sparse *s = frame->sparse;
    size_t at = frame->n_before + row;
    fwrite(text, 1, logreg_number_text(text, logreg__column_number(y, row)), out);
    if (qid)
        fprintf(out, " qid:%.0f", logreg__column_number(qid, row));
    for (int k = s->start[at]; k < s->start[at + 1]; k++) {
        fprintf(out, " %d:", s->column[k] + !frame->zero_based);
        fwrite(text, 1, logreg_number_text(text, s->value[k]), out);
    }
    fputc('\n', out);
}

logreg_status logreg_frame_write_svmlight(const logreg_frame *frame, const char *target, FILE *stream,
                                          logreg_error *err)
{
    size_t j = logreg_frame_find(frame, target), q = logreg_frame_find(frame, "qid");
    if (j == SIZE_MAX)
        return logreg__fail(err, LOGREG_EINVAL, "the frame has no column '%s'", target);
    const logreg__column *y = &frame->column[j],
                         *qid = q == SIZE_MAX || !frame->column[q].aside ? NULL : &frame->column[q];
    if (!frame->sparse)
        return logreg__fail(err, LOGREG_EDATA, "the frame has no sparse matrix to write");
    if (y->kind != LOGREG_NUMERIC || y->n_missing)
        return logreg__fail(err, LOGREG_EDATA, "column '%s' is no label of svmlight: it %s", target,
                            y->n_missing ? "misses cells" : "holds text");
    errno = 0;
    for (size_t row = 0; row < frame->n_rows && !ferror(stream); row++)
        write_row(stream, frame, y, qid, row);
    if (fflush(stream) == 0 && !ferror(stream))
        return LOGREG_OK;
    char room[128];
    return logreg__fail(err, LOGREG_EIO, "rows cannot be written: %s", strerror_r(errno, room, sizeof room));
}
