/* Numbers as text, the same whatever the locale. */
#ifndef LOGREG_BASE_NUMBER_H
#define LOGREG_BASE_NUMBER_H

#include <stdbool.h>
#include <stddef.h>

/* Reads all n bytes of text as one decimal number, [+-]digits[.digits][e[+-]digits] with the given decimal mark,
 * correctly rounded; blanks around it are allowed. false for anything else: empty, hexadecimal, inf, nan, a number too
 * large for a double (1e400). Too small a number is zero. Leaves errno and the locale as they were. */
bool logreg__number_parse(double *value, const char *text, size_t n, char decimal);

/* Room for any number written by the two functions below. */
#define LOGREG__NUMBER_SIZE 40

/* value with `digits` significant digits as %.*g writes it, with '.', into text (LOGREG__NUMBER_SIZE bytes);
 * returns text. */
char *logreg__number_format(char *text, double value, int digits);

/* The shortest text that reads back as the same double. Returns text. */
char *logreg__number_shortest(char *text, double value);

#endif
