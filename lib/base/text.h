/* Text that grows. */
#ifndef LOGREG_BASE_TEXT_H
#define LOGREG_BASE_TEXT_H

#include <stdbool.h>

#include "base/memory.h"

/* Starts as {0}. Once memory is out nothing more is added and failed stays set, so that only the end needs a look. */
typedef struct {
    char *start; /* owned, closed by NUL; NULL before the first addition */
    size_t length, room;
    bool failed;
} logreg__text;

static inline void logreg__text_add_bytes(logreg__text *text, const char *from, size_t n)
{
    if (text->failed || n > SIZE_MAX - text->length - 1 ||
        !logreg__grow(&text->start, &text->room, text->length + n + 1, 1)) {
        text->failed = true;
        return;
    }
    memcpy(text->start + text->length, from, n);
    text->length += n;
    text->start[text->length] = '\0';
}

static inline void logreg__text_add(logreg__text *text, const char *from)
{
    logreg__text_add_bytes(text, from, strlen(from));
}

/* Hands the text over, or NULL if memory ran out; text is empty again. */
static inline char *logreg__text_take(logreg__text *text)
{
    char *taken = text->failed ? NULL : text->start;
    if (text->failed)
        free(text->start);
    *text = (logreg__text){0};
    return taken;
}

/* In place of *data, n bytes, which are freed. false: memory was out, and they stay as they were. */
static inline bool logreg__text_replace(char **data, size_t *n, logreg__text *text)
{
    size_t length = text->length;
    char *made = logreg__text_take(text);
    if (!made)
        return false;
    free(*data);
    *data = made;
    *n = length;
    return true;
}

#endif
