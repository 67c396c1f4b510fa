/* Filling in the caller's error. */
#ifndef LOGREG_BASE_ERROR_H
#define LOGREG_BASE_ERROR_H

#include <logreg/base.h>

/* Puts status and a formatted sentence into err (which may be NULL) and returns status, so that a function ends
 * with `return logreg__fail(err, LOGREG_EDATA, ...)`. Control characters and bytes that are not UTF-8, which may
 * come from data, become '?', ends of lines a blank; a sentence that is too long is cut at the end of a character. */
__attribute__((nonnull(3), format(printf, 3, 4))) logreg_status logreg__fail(logreg_error *err, logreg_status status,
                                                                 const char *format, ...);

/* The usual sentence for LOGREG_ENOMEM. */
logreg_status logreg__fail_memory(logreg_error *err);

#endif
