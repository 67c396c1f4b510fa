/* Names of months in the languages of Europe. */
#ifndef LOGREG_DATA_MONTHS_H
#define LOGREG_DATA_MONTHS_H

#include <stdbool.h>
#include <stddef.h>

/* English is the first of them, and German the second; behind the last one are Roman numbers. */
enum { LOGREG__ENGLISH, LOGREG__LANGUAGES = 25, LOGREG__ROMAN = LOGREG__LANGUAGES };

/* The month, from 1 on, of which n bytes are a name in a language, in full or shortened, without a full stop; 0: none. */
unsigned logreg__month(const char *text, size_t n, size_t language);

/* Is it one in any of the languages? */
bool logreg__is_month(const char *text, size_t n);

#endif
