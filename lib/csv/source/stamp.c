#include "csv/source/source.h"

#include <sys/stat.h>

#include "base/error.h"

logreg__stamp logreg__stamp_of(FILE *stream)
{
    struct stat file;
    int descriptor = fileno(stream);
    if (descriptor < 0 || fstat(descriptor, &file) != 0 || !S_ISREG(file.st_mode))
        return (logreg__stamp){0};
    return (logreg__stamp){.known = true, .size = file.st_size, .written = file.st_mtim};
}

bool logreg__stamp_differs(const logreg__stamp *stamp, FILE *stream)
{
    logreg__stamp now = logreg__stamp_of(stream);
    return stamp->known && (now.size != stamp->size || now.written.tv_sec != stamp->written.tv_sec ||
                            now.written.tv_nsec != stamp->written.tv_nsec);
}

logreg_status logreg__fail_changed(const logreg__csv *csv)
{
    return logreg__fail(csv->err, LOGREG_EIO,
                        "%s changed while it was read; wait until it is written, or read a copy", csv->file);
}
