#include "data/store.h"

#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>

/* Slabs are taken as address space, their sizes doubling from the first to the largest, and mapped a step at a time: a page
 * that is only touched costs more. Runs stand an odd number of lines more than their length apart: at a power of 2 all columns
 * of a block would fall on the same sets of the cache. */
enum { LINE = 64, PAGE = 4096, STEP = 1 << 18, FIRST = 1 << 21, LARGEST = 1 << 25 };

struct logreg__slab {
    struct logreg__slab *next;
    char pad[LINE - sizeof(void *)];
};

static int add_slab(logreg__store *store, size_t bytes)
{
    size_t size = store->size ? store->size : FIRST / 2;
    size = size < LARGEST ? 2 * size : size;
    while (size < bytes + LINE)
        size *= 2;
    struct logreg__slab *slab = aligned_alloc(PAGE, size);
    if (!slab)
        return 0;
    slab->next = store->slab;
    *store = (logreg__store){slab, (char *)(slab + 1), size - LINE, size, (char *)slab};
    return 1;
}

/* Maps what comes before `end`; without it pages are mapped as they are touched. */
static void map(logreg__store *store, const char *end)
{
    for (; store->mapped < end; store->mapped += STEP) {
#ifdef MADV_POPULATE_WRITE
        madvise(store->mapped, STEP, MADV_POPULATE_WRITE);
#endif
    }
}

void *logreg__store_run(logreg__store *store, size_t bytes)
{
    if (bytes > SIZE_MAX / 4)
        return NULL;
    if (bytes > store->left && !add_slab(store, bytes))
        return NULL;
    size_t taken = (bytes + LOGREG__STORE_APART + LINE - 1) / LINE * LINE;
    taken = taken < store->left ? taken : store->left;
    void *run = store->next;
    map(store, store->next + bytes);
    store->next += taken;
    store->left -= taken;
    return run;
}

void logreg__store_clear(logreg__store *store)
{
    for (struct logreg__slab *slab = store->slab, *next; slab; slab = next) {
        next = slab->next;
        free(slab);
    }
    *store = (logreg__store){0};
}
