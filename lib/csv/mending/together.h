/* Several commands that change cells of one file as one (together.c). */
#ifndef LOGREG_CSV_MENDING_TOGETHER_H
#define LOGREG_CSV_MENDING_TOGETHER_H

#include <stdbool.h>
#include <stddef.h>

/* The command that does what these n do, in their order: the caller's; NULL: fewer than two of them differ, one is of another kind (encodings), or
 * it would be too long to paste. False: memory is out. */
bool logreg__commands_join(char **joined, const char *const *command, size_t n);

#endif
