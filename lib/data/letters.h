/* What is left of a label without what writing varies in, by which alike.c and mistyped.c compare two. */
#ifndef LOGREG_DATA_LETTERS_H
#define LOGREG_DATA_LETTERS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { LOGREG__LETTERS = 120 };

typedef struct {
    int32_t letter[LOGREG__LETTERS];
    size_t n;
} logreg__letters;

/* numbered: it, or what it is compared with, holds a digit; out: letters with dots are two, and saints short. False: too long. (alike.c) */
bool logreg__letters_of(logreg__letters *p, const char *text, bool numbered, bool out);

#endif
