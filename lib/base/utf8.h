/* Text as bytes: what is valid UTF-8. */
#ifndef LOGREG_BASE_UTF8_H
#define LOGREG_BASE_UTF8_H

#include <stddef.h>

/* Length of the longest beginning of the n bytes that is valid UTF-8 without NUL: n if all of it is. */
size_t logreg__utf8_valid(const char *text, size_t n);

#endif
