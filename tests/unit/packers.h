/* Compresses texts in memory. */
#ifndef TESTS_PACKERS_H
#define TESTS_PACKERS_H

#include <stddef.h>

/* The n bytes packed, for the caller to free; packed: their number then. */
typedef char *packer(const char *text, size_t n, size_t *packed);

char *gzip_bytes(const char *text, size_t n, size_t *packed);
char *zstd_bytes(const char *text, size_t n, size_t *packed);

/* Both. */
extern packer *const packers[2];

#endif
