/* A label's first eight bytes and its length stand in the table itself, so that most labels are found without looking
 * at their text. */
#include "base/decimal.h"
#include "base/memory.h"
#include "data/csv_plain.h"

typedef struct logreg__label_slot {
    uint64_t head; /* the first bytes, zeros behind */
    uint32_t n;    /* 0: the slot is free */
    uint32_t code;
} slot;

typedef struct logreg__label_entry {
    size_t at; /* in the text */
    uint32_t n;
    uint32_t meaning;
} entry;

static uint64_t head_of(const char *text, size_t n)
{
    uint64_t head = logreg__bytes8(text);
    return n < 8 ? head & ((UINT64_C(1) << 8 * n) - 1) : head;
}

static uint64_t hash(uint64_t head, const char *text, size_t n)
{
    uint64_t h = (head ^ n) * 0x9e3779b97f4a7c15u;
    for (size_t i = 8; i < n; i += 8)
        h = (h ^ h >> 29 ^ head_of(text + i, n - i)) * 0xbf58476d1ce4e5b9u;
    return h ^ h >> 32;
}

/* The slot that holds the label, or is free for it. */
static slot *find(const logreg__labels *labels, const char *text, size_t n)
{
    uint64_t head = head_of(text, n);
    size_t at = hash(head, text, n) & (labels->size - 1);
    for (;; at = (at + 1) & (labels->size - 1)) {
        slot *s = &labels->slot[at];
        if (!s->n)
            return s;
        if (s->head == head && s->n == n &&
            (n <= 8 || memcmp(labels->text + labels->entry[s->code].at, text, n) == 0))
            return s;
    }
}

uint32_t logreg__labels_find(const logreg__labels *labels, const char *text, size_t n)
{
    const slot *s = labels->size ? find(labels, text, n) : NULL;
    return s && s->n ? s->code : LOGREG__MISSING;
}

static bool enlarge(logreg__labels *labels)
{
    logreg__labels larger = *labels;
    larger.size = labels->size ? 4 * labels->size : 64;
    larger.slot = logreg__new(larger.size, sizeof *larger.slot);
    if (!larger.slot)
        return false;
    for (uint32_t code = 0; code < labels->n; code++) {
        const entry *e = &labels->entry[code];
        const char *text = labels->text + e->at;
        *find(&larger, text, e->n) = (slot){head_of(text, e->n), e->n, code};
    }
    free(labels->slot);
    *labels = larger;
    return true;
}

bool logreg__labels_add(logreg__labels *labels, const char *text, size_t n)
{
    bool room = logreg__grow(&labels->text, &labels->text_room, labels->used + n + LOGREG__PAD, 1) &&
                logreg__grow(&labels->entry, &labels->entry_room, labels->n + 1, sizeof *labels->entry) &&
                (2 * (labels->n + 1) <= labels->size || enlarge(labels));
    if (!room)
        return false;
    memcpy(labels->text + labels->used, text, n);
    memset(labels->text + labels->used + n, 0, LOGREG__PAD);
    *find(labels, text, n) = (slot){head_of(text, n), (uint32_t)n, (uint32_t)labels->n};
    labels->entry[labels->n++] = (entry){labels->used, (uint32_t)n, LOGREG__MISSING};
    labels->used += n;
    return true;
}

const char *logreg__labels_text(const logreg__labels *labels, uint32_t code, size_t *n)
{
    *n = labels->entry[code].n;
    return labels->text + labels->entry[code].at;
}

uint32_t *logreg__labels_meaning(const logreg__labels *labels, uint32_t code)
{
    return &labels->entry[code].meaning;
}

void logreg__labels_clear(logreg__labels *labels)
{
    free(labels->slot);
    free(labels->entry);
    free(labels->text);
    *labels = (logreg__labels){0};
}
