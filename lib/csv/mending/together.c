/* Commands that are told one by one read the same file, so that the second to be followed would lose what the first did. All of those that change
 * cells take a row apart and put it together alike (cells_command.c), and differ in what stands between: in one command that stands one behind
 * the other. */
#include "csv/mending/together.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"

enum { LONGEST = 8000 };

/* "perl -lne '@F = ..; if ($. > 1) { s/a/b/ for $F[0] } print join ",", @F' FILE" */
typedef struct {
    const char *all, *middle, *end; /* of the command; of what is done, in it; of "print join" */
    const char *open, *body;        /* "if ($. > 1) { ", and behind it; NULL: there is no such */
    size_t n;                       /* bytes of body, or of the whole middle */
    bool done;                      /* by what another does */
} part;

static const char *last(const char *text, const char *what)
{
    const char *found = NULL;
    while ((text = strstr(text, what)))
        found = text++;
    return found;
}

/* Finds the parts of a command; false: it is none that changes cells. */
static bool take_apart(part *p, const char *command)
{
    static const char split[] = "@F = /(?:^|", behind[] = "/g; ", print[] = "print join \"",
                      above[] = "if ($. > ", brace[] = ") { ", close[] = " } ";
    const char *at = last(command, split), *open;
    *p = (part){.all = command, .middle = at ? strstr(at, behind) : NULL, .end = last(command, print)};
    if (!p->middle || !p->end || p->end < p->middle)
        return false;
    p->middle += sizeof behind - 1;
    p->n = (size_t)(p->end - p->middle);
    open = strncmp(p->middle, above, sizeof above - 1) == 0 ? strstr(p->middle, brace) : NULL;
    if (!open || p->n < sizeof close || strncmp(p->end - (sizeof close - 1), close, sizeof close - 1) != 0)
        return true;
    p->open = p->middle;
    p->body = open + sizeof brace - 1;
    p->n = (size_t)(p->end - (sizeof close - 1) - p->body);
    return true;
}

/* Are cells of the same file taken apart and put together alike? */
static bool alike(const part *a, const part *b)
{
    size_t n = (size_t)(a->middle - a->all);
    return (size_t)(b->middle - b->all) == n && memcmp(a->all, b->all, n) == 0 && strcmp(a->end, b->end) == 0;
}

static const char *start_of(const part *p)
{
    return p->body ? p->body : p->middle;
}

/* Does q all that p does? */
static bool covers(const part *q, const part *p)
{
    const char *at = start_of(q), *stop = at + q->n;
    for (; at + p->n <= stop; at++)
        if (memcmp(at, start_of(p), p->n) == 0)
            return true;
    return false;
}

/* Do both go over the same rows and no others, so that one block may hold both? */
static bool one_block(const part *a, const part *b)
{
    static const char other[] = "} elsif (";
    size_t n = a->body && b->body ? (size_t)(a->body - a->open) : 0;
    const part header = {.middle = other, .n = sizeof other - 1};
    return n && (size_t)(b->body - b->open) == n && memcmp(a->open, b->open, n) == 0 && !covers(a, &header) &&
           !covers(b, &header);
}

/* Adds what is done; before: what was added before it, or NULL. */
static void add(logreg__text *text, const part *p, const part *before)
{
    bool joins = before && one_block(before, p);
    if (before)
        logreg__text_add(text, joins ? "; " : before->body ? " } " : "");
    if (p->body && !joins)
        logreg__text_add_bytes(text, p->open, (size_t)(p->body - p->open));
    logreg__text_add_bytes(text, start_of(p), p->n);
}

static bool join(char **joined, part *each, size_t n)
{
    logreg__text text = {0};
    const part *before = NULL;
    size_t told = 0;
    for (size_t k = 0; k < n; k++)
        for (size_t i = 0; i < n; i++)
            each[k].done = each[k].done || (i != k && !each[i].done && covers(&each[i], &each[k]));
    logreg__text_add_bytes(&text, each->all, (size_t)(each->middle - each->all));
    for (size_t k = 0; k < n; k++) {
        if (each[k].done)
            continue;
        add(&text, &each[k], before);
        before = &each[k];
        told++;
    }
    logreg__text_add(&text, before && before->body ? " } " : "");
    logreg__text_add(&text, each->end);
    bool some = told > 1 && text.length <= LONGEST, ok = !text.failed;
    if (ok && some)
        *joined = logreg__text_take(&text);
    free(text.start);
    return ok;
}

bool logreg__commands_join(char **joined, const char *const *command, size_t n)
{
    part *each = logreg__new(n ? n : 1, sizeof *each);
    bool ok = each, whole = n > 1;
    *joined = NULL;
    for (size_t k = 0; ok && whole && k < n; k++)
        whole = take_apart(&each[k], command[k]) && alike(each, &each[k]);
    ok = ok && (!whole || join(joined, each, n));
    free(each);
    return ok;
}
