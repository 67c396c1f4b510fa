#include "data/seen.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/utf8.h"

static int compare(const void *a, const void *b)
{
    const logreg__seen *x = a, *y = b;
    int order = strcmp(x->seen, y->seen);
    return order ? order : (x->at > y->at) - (x->at < y->at);
}

bool logreg__seen_plain(const char *text)
{
    for (; *text; text++)
        if (*text < ' ' || *text > '~')
            return false;
    return true;
}

static bool look(logreg__seen *s, const char *text, size_t at)
{
    *s = (logreg__seen){.seen = text, .at = at};
    if (!logreg__seen_plain(text))
        s->seen = s->own = logreg__utf8_visible(text);
    return s->seen != NULL;
}

logreg__seen *logreg__seen_sorted(char *const *text, size_t n, size_t *count)
{
    logreg__seen *seen = logreg__new(n, sizeof *seen);
    *count = 0;
    for (size_t i = 0; seen && i < n; i++)
        if (*text[i] && !look(&seen[(*count)++], text[i], i)) {
            logreg__seen_free(seen, *count);
            *count = 0;
            return NULL;
        }
    if (seen)
        qsort(seen, *count, sizeof *seen, compare);
    return seen;
}

void logreg__seen_free(logreg__seen *seen, size_t count)
{
    for (size_t i = 0; i < count; i++)
        free(seen[i].own);
    free(seen);
}
