/* Writing a file so that its name holds the old file or the whole new one. */
#ifndef LOGREG_BASE_REPLACE_H
#define LOGREG_BASE_REPLACE_H

#include <logreg/base.h>

/* Writes n bytes to a new file beside path, syncs it and renames it. A link is followed; what is there and is no regular file
 * is refused. EIO, ENOMEM. */
logreg_status logreg__replace_file(const char *path, const char *data, size_t n, logreg_error *err);

#endif
