#include "oom.h"

#include <errno.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "harness.h"

/* Allocations to let pass before one fails; negative: all pass. */
static atomic_long left = -1;

static bool fails(void)
{
    if (atomic_load(&left) < 0 || atomic_fetch_sub(&left, 1) != 0)
        return false;
    errno = ENOMEM;
    return true;
}

void *__real_malloc(size_t size);
void *__real_calloc(size_t n, size_t size);
void *__real_realloc(void *old, size_t size);
void *__real_aligned_alloc(size_t alignment, size_t size);
int __real_posix_memalign(void **place, size_t alignment, size_t size);
char *__real_strdup(const char *text);

void *__wrap_malloc(size_t size);
void *__wrap_calloc(size_t n, size_t size);
void *__wrap_realloc(void *old, size_t size);
void *__wrap_aligned_alloc(size_t alignment, size_t size);
int __wrap_posix_memalign(void **place, size_t alignment, size_t size);
char *__wrap_strdup(const char *text);

void *__wrap_malloc(size_t size)
{
    return fails() ? NULL : __real_malloc(size);
}

void *__wrap_calloc(size_t n, size_t size)
{
    return fails() ? NULL : __real_calloc(n, size);
}

void *__wrap_realloc(void *old, size_t size)
{
    return fails() ? NULL : __real_realloc(old, size);
}

void *__wrap_aligned_alloc(size_t alignment, size_t size)
{
    return fails() ? NULL : __real_aligned_alloc(alignment, size);
}

int __wrap_posix_memalign(void **place, size_t alignment, size_t size)
{
    return fails() ? ENOMEM : __real_posix_memalign(place, alignment, size);
}

char *__wrap_strdup(const char *text)
{
    return fails() ? NULL : __real_strdup(text);
}

/* Every allocation up to that many fails once; later ones are those of steps that repeat, and strides that grow by one meet all places of a step. */
#define EACH 250

long oom_next(long k)
{
    return k + 1 + k / (long)fewer(EACH, 5);
}

bool oom_each(bool (*action)(void *context), void *context)
{
    for (long k = 0;; k = oom_next(k)) {
        atomic_store(&left, k);
        bool ok = action(context);
        bool reached = atomic_exchange(&left, -1) < 0;
        if (!ok)
            printf("# allocation %ld failed, and all was not well\n", k + 1);
        if (!ok || !reached)
            return ok && k > 0;
    }
}
