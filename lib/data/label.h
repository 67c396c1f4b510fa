/* Labels that are numbers: 1, 1.0 and 1e0 are one label, written in three ways. */
#ifndef LOGREG_DATA_LABEL_H
#define LOGREG_DATA_LABEL_H

#include <stdbool.h>
#include <stddef.h>

/* Below 0, 0 or above 0 as the number a is less than b, both texts that logreg__number_parse reads with this mark. Exact, however
 * many digits there are: long IDs that share a double differ. */
int logreg__label_compare(const char *a, const char *b, char mark);

/* Such a text in normal form, with '.' as its mark: without a plus, an exponent or zeros that end decimals. Zeros in front, as in the
 * code 007, go only if `bare`. The caller frees it. NULL: memory is out. */
char *logreg__label_normal(const char *text, char mark, bool bare);

/* Is the text a number in normal form, zeros in front or not? */
bool logreg__label_is_normal(const char *text);

/* Are all of them numbers? */
bool logreg__labels_numbers(char *const *levels, size_t n);

/* The place of a label among n levels: the same text or, if all are numbers, the same number. n: it is none of them. */
size_t logreg__label_place_in(char *const *levels, size_t n, const char *label);

#endif
