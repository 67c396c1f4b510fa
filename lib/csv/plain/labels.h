/* The labels that one thread has met in a column, each with a code of the thread's own. */
#ifndef LOGREG_CSV_PLAIN_LABELS_H
#define LOGREG_CSV_PLAIN_LABELS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/decimal.h"
#include "data/frame.h"

/* Bytes that may be read before and behind the text of a chunk, whatever they are. */
enum { LOGREG__PAD = 64 };

/* A label's first eight bytes, zeros behind, and its length stand in the table itself: most labels are found by them. */
typedef struct {
    uint64_t head;
    uint32_t n; /* 0: the slot is free */
    uint32_t code;
} logreg__label_slot;

typedef struct {
    size_t at; /* in the text */
    uint32_t n;
    uint32_t meaning; /* the column's code, MISSING until there is one */
} logreg__label_entry;

typedef struct {
    logreg__label_slot *slot;   /* hash table with open addressing, at most a quarter full; NULL at first */
    unsigned bits;              /* log2 of its size */
    logreg__label_entry *entry; /* by code */
    size_t n, entry_room;
    size_t unknown; /* entries without a meaning */
    char *text;     /* of the labels, one after the other */
    size_t used, text_room;
} logreg__labels;

static inline uint64_t logreg__label_head(const char *text, size_t n)
{
    uint64_t head = logreg__bytes8(text);
    return n < 8 ? head & ((UINT64_C(1) << 8 * n) - 1) : head;
}

/* Where a label of that hash is looked for first. */
static inline size_t logreg__label_place(uint64_t hash, unsigned bits)
{
    return (hash * 0x9e3779b97f4a7c15u) >> (64 - bits);
}

/* The code of a label of n bytes, LOGREG__MISSING if it has none yet. LOGREG__PAD bytes behind it must be readable. */
uint32_t logreg__labels_find(const logreg__labels *labels, const char *text, size_t n);

/* The same for most labels that have one, and MISSING for the others. */
static inline uint32_t logreg__labels_quick(const logreg__labels *labels, const char *text, size_t n)
{
    if (n - 1 >= 8 || !labels->slot)
        return LOGREG__MISSING;
    uint64_t head = logreg__label_head(text, n);
    const logreg__label_slot *s = &labels->slot[logreg__label_place(head, labels->bits)];
    return s->head == head && s->n == n ? s->code : LOGREG__MISSING;
}

/* Gives the label of n > 0 bytes, which has none, the next code. False: memory is out. */
bool logreg__labels_add(logreg__labels *labels, const char *text, size_t n);

void logreg__labels_clear(logreg__labels *labels);

#endif
