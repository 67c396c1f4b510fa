/* Allocation whose sizes are checked. */
#ifndef LOGREG_BASE_MEMORY_H
#define LOGREG_BASE_MEMORY_H

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/* n items of the given size, zeroed, or NULL if the product overflows or memory is out. n = 0 gives one item's
 * room, so that NULL always means failure. */
static inline void *logreg__new(size_t n, size_t size)
{
    return calloc(n ? n : 1, size);
}

/* As above, not zeroed: for large arrays that are written at once. */
static inline void *logreg__new_raw(size_t n, size_t size)
{
    if (size && n > SIZE_MAX / size)
        return NULL;
    return malloc(n && size ? n * size : 1);
}

/* n doubles that begin a line of the cache, not zeroed, or NULL. */
static inline double *logreg__new_lines(size_t n)
{
    size_t line = 64 / sizeof(double);
    if (n > SIZE_MAX / sizeof(double) - line)
        return NULL;
    return (double *)aligned_alloc(64, (n / line + 1) * 64);
}

/* Grows *array to hold at least need items, doubling; false, with the array as it was, if memory is out. */
static inline int logreg__grow(void *array, size_t *capacity, size_t need, size_t size)
{
    void **place = (void **)array;
    if (need <= *capacity)
        return 1;
    size_t room = *capacity ? *capacity : 8;
    while (room < need && room <= SIZE_MAX / 2)
        room *= 2;
    if (room < need || room > SIZE_MAX / size)
        return 0;
    void *p = realloc(*place, room * size);
    if (!p)
        return 0;
    *place = p;
    *capacity = room;
    return 1;
}

/* A copy of the string, or NULL. */
static inline char *logreg__copy(const char *text)
{
    size_t n = strlen(text) + 1;
    char *copy = malloc(n);
    return copy ? memcpy(copy, text, n) : NULL;
}

#endif
