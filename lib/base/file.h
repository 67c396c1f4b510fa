/* Replacing files in two steps, so that several change together or not at all: begin for each, then commit for each, and
 * clear in every case. */
#ifndef LOGREG_BASE_FILE_H
#define LOGREG_BASE_FILE_H

#include <logreg/base.h>

typedef struct {
    char *path;   /* links followed */
    char *beside; /* the new file, not yet under its name; NULL: none */
} logreg__replacement;

/* Writes the new content beside the file, and to the disk. EIO, ENOMEM. */
logreg_status logreg__replacement_begin(logreg__replacement *r, const char *path, const void *data, size_t n,
                                        logreg_error *err);

/* Gives the new file its name. EIO. */
logreg_status logreg__replacement_commit(logreg__replacement *r, logreg_error *err);

/* Removes what has not got its name, and frees. Zeroed is fine. */
void logreg__replacement_clear(logreg__replacement *r);

#endif
