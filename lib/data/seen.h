/* Texts as a reader sees them, to find those that nobody can tell apart. */
#ifndef LOGREG_DATA_SEEN_H
#define LOGREG_DATA_SEEN_H

#include <stdbool.h>
#include <stddef.h>

typedef struct {
    const char *seen; /* see logreg__utf8_visible */
    char *own;        /* NULL: it is the text itself */
    size_t at;        /* which one it was */
} logreg__seen;

/* Is it ASCII that shows, which is seen as it is? */
bool logreg__seen_plain(const char *text);

/* Those of n valid texts that are not empty, *count of them, in the order of what is seen, then of their places. NULL: memory
 * is out. */
logreg__seen *logreg__seen_sorted(char *const *text, size_t n, size_t *count);

void logreg__seen_free(logreg__seen *seen, size_t count);

#endif
