/* Lists of names within a sentence (naming.c). */
#ifndef LOGREG_CSV_NAMING_H
#define LOGREG_CSV_NAMING_H

#include "csv/cell.h"

/* "'a', 'b' and 2 more": a list that grows. Starts as {0}. */
enum { LOGREG__NAMES = 200 };
typedef struct {
    char text[LOGREG__NAMES];
    size_t n, told;
} logreg__names;

void logreg__names_add(logreg__names *names, const char *name);
const char *logreg__names_end(logreg__names *names);

#endif
