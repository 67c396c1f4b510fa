#include "csv/plain/labels.h"

#include "base/memory.h"

/* Tables begin with room for 2^6 labels; those of more than 2^12 may be half full. */
enum { FIRST_BITS = 8, SPARSE_BITS = 14 };

/* For n <= 8 the head itself, as logreg__labels_quick has it. */
static uint64_t hash_of(uint64_t head, const char *text, size_t n)
{
    uint64_t h = head;
    for (size_t i = 8; i < n; i += 8)
        h = (h ^ h >> 29 ^ logreg__label_head(text + i, n - i)) * 0xbf58476d1ce4e5b9u;
    return h ^ (n > 8 ? h >> 32 : 0);
}

/* The slot that holds the label, or is free for it. */
static logreg__label_slot *find(const logreg__labels *labels, const char *text, size_t n)
{
    uint64_t head = logreg__label_head(text, n);
    size_t at = logreg__label_place(hash_of(head, text, n), labels->bits);
    for (;; at = (at + 1) & ((UINT64_C(1) << labels->bits) - 1)) {
        logreg__label_slot *s = &labels->slot[at];
        if (!s->n)
            return s;
        if (s->head == head && s->n == n &&
            (n <= 8 || memcmp(labels->text + labels->entry[s->code].at, text, n) == 0))
            return s;
    }
}

uint32_t logreg__labels_find(const logreg__labels *labels, const char *text, size_t n)
{
    const logreg__label_slot *s = n && labels->slot ? find(labels, text, n) : NULL;
    return s && s->n ? s->code : LOGREG__MISSING;
}

static bool is_full(const logreg__labels *labels)
{
    size_t size = (size_t)1 << labels->bits;
    return !labels->slot || labels->n + 1 > size / (labels->bits > SPARSE_BITS ? 2 : 4);
}

static bool enlarge(logreg__labels *labels)
{
    logreg__labels larger = *labels;
    larger.bits = labels->slot ? labels->bits + 2 : FIRST_BITS;
    larger.slot = logreg__new((size_t)1 << larger.bits, sizeof *larger.slot);
    if (!larger.slot)
        return false;
    for (uint32_t code = 0; code < labels->n; code++) {
        const logreg__label_entry *e = &labels->entry[code];
        const char *text = labels->text + e->at;
        *find(&larger, text, e->n) = (logreg__label_slot){logreg__label_head(text, e->n), e->n, code};
    }
    free(labels->slot);
    *labels = larger;
    return true;
}

bool logreg__labels_add(logreg__labels *labels, const char *text, size_t n)
{
    bool room = logreg__grow(&labels->text, &labels->text_room, labels->used + n + LOGREG__PAD, 1) &&
                logreg__grow(&labels->entry, &labels->entry_room, labels->n + 1, sizeof *labels->entry) &&
                (!is_full(labels) || enlarge(labels));
    if (!room)
        return false;
    memcpy(labels->text + labels->used, text, n);
    memset(labels->text + labels->used + n, 0, LOGREG__PAD);
    *find(labels, text, n) =
        (logreg__label_slot){logreg__label_head(text, n), (uint32_t)n, (uint32_t)labels->n};
    labels->entry[labels->n++] = (logreg__label_entry){labels->used, (uint32_t)n, LOGREG__MISSING};
    labels->unknown++;
    labels->used += n;
    return true;
}

void logreg__labels_clear(logreg__labels *labels)
{
    free(labels->slot);
    free(labels->entry);
    free(labels->text);
    *labels = (logreg__labels){0};
}
