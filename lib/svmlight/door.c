/* What of the public door stands by itself. */
#include <errno.h>
#include <string.h>

#include "base/error.h"
#include "svmlight/svmlight.h"

logreg_svmlight_options logreg_svmlight_options_default(void)
{
    return (logreg_svmlight_options){0};
}

logreg_status logreg_frame_read_svmlight(logreg_frame **frame, const char *path,
                                         const logreg_svmlight_options *options, logreg_error *err)
{
    FILE *stream = fopen(path, "rbe");
    if (!stream) {
        char room[128];
        return logreg__fail(err, LOGREG_EIO, "%s cannot be opened: %s", path,
                            strerror_r(errno, room, sizeof room));
    }
    logreg_status status = logreg_frame_read_svmlight_stream(frame, stream, path, options, err);
    fclose(stream);
    return status;
}

logreg_status logreg_frame_add_sparse(logreg_frame *frame, const gsl_spmatrix *X, logreg_error *err)
{
    if (!frame || !X)
        return logreg__fail(err, LOGREG_EINVAL, "there is no %s",
                            frame ? "matrix to add" : "frame to add a matrix to");
    if (frame->sparse)
        return logreg__fail(err, LOGREG_EINVAL, "the frame has a sparse matrix already");
    if (!frame->n_columns || frame->n_rows != X->size1)
        return logreg__fail(err, LOGREG_EINVAL, "the matrix has %zu rows, the frame has %zu", X->size1,
                            frame->n_rows);
    return logreg__sparse_copy(&frame->sparse, X, err);
}

const gsl_spmatrix *logreg_frame_sparse(const logreg_frame *frame)
{
    return frame->sparse ? &frame->sparse->view : NULL;
}

size_t logreg_frame_beyond(const logreg_frame *frame)
{
    return frame->n_beyond;
}
