/* Memory for the runs of a frame's columns, taken in large pieces that the system maps fast, and given back in whole. */
#ifndef LOGREG_DATA_STORE_H
#define LOGREG_DATA_STORE_H

#include <stddef.h>

/* {0} is an empty one. */
typedef struct {
    struct logreg__slab *slab; /* all of them, the last one first */
    char *next;                /* free bytes in it, */
    size_t left;               /*   so many */
    size_t size;               /* of the last one, */
    char *mapped;              /*   which is mapped up to here */
} logreg__store;

/* Bytes that runs stand apart, beyond their length. */
enum { LOGREG__STORE_APART = 192 };

/* So many bytes, not zeroed, that begin a line of the cache; columns that are added one after the other stand so that blocks
 * of theirs, at the same rows, do not contend for the same lines. NULL: memory is out. */
void *logreg__store_run(logreg__store *store, size_t bytes);

void logreg__store_clear(logreg__store *store);

#endif
