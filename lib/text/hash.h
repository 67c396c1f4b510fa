/* A hash that spreads words over columns. */
#ifndef LOGREG_TEXT_HASH_H
#define LOGREG_TEXT_HASH_H

#include <stddef.h>
#include <stdint.h>

/* MurmurHash3_x86_32 with seed 0 (A. Appleby, public domain), as scikit-learn's HashingVectorizer has it. */
uint32_t logreg__hash_word(const char *word, size_t n);

#endif
