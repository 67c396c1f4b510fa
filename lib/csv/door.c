/* The public door of the reader. */
#include "csv/csv.h"

#include <errno.h>
#include <string.h>

#include "base/error.h"

logreg_status logreg__frame_read_csv(logreg_frame **frame, FILE *stream, const char *name,
                                     const logreg_csv_options *options, const logreg__csv_tuning *tuning,
                                     logreg_error *err)
{
    logreg__csv csv;
    logreg_status status = logreg__csv_check(&csv, options, name, err);
    if (status == LOGREG_OK && (!frame || !stream))
        status = logreg__fail(err, LOGREG_EINVAL, "there is no %s to read %s %s", frame ? "stream" : "frame",
                              name, frame ? "from" : "into");
    csv.tuning = *tuning;
    return status == LOGREG_OK ? logreg__csv_read(frame, stream, &csv) : status;
}

logreg_status logreg_frame_read_csv_stream(logreg_frame **frame, FILE *stream, const char *name,
                                           const logreg_csv_options *options, logreg_error *err)
{
    return logreg__frame_read_csv(frame, stream, name, options, &logreg__csv_tuned, err);
}

logreg_status logreg_frame_read_csv(logreg_frame **frame, const char *path, const logreg_csv_options *options,
                                    logreg_error *err)
{
    logreg__csv csv;
    logreg_status status = logreg__csv_check(&csv, options, path, err);
    if (status != LOGREG_OK)
        return status;
    FILE *stream = fopen(path, "rbe");
    if (!stream) {
        char room[128];
        return logreg__fail(err, LOGREG_EIO, "%s cannot be opened: %s", path,
                            strerror_r(errno, room, sizeof room));
    }
    status = logreg_frame_read_csv_stream(frame, stream, path, options, err);
    fclose(stream);
    return status;
}
