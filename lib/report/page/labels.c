/* Labels that read alike when they are shortened. All of them are cut anew where they differ, at the first place that
 * tells one from all others; the rest tries the next. */
#include "report/page/labels.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/utf8.h"

/* Places that are tried for the cut, of those where labels that read alike differ. */
#define PLACES 12

/* Columns behind the first difference that are shown at least, and before it: those of its word, if it is as short. */
#define BEHIND 4
#define BEFORE 2
#define WORD 8

/* Share of the room that the beginning keeps, and the end where the cut can stand before it. */
#define SHARE 5

typedef struct {
    char **shown;
    const char *whole;
    char *trial; /* what it may become; owned */
    bool open;   /* it reads like another that it is not */
} entry;

typedef struct {
    const logreg__page *page;
    int room;
    entry *entry;
    size_t n;
} labels;

static int by_whole(const void *a, const void *b)
{
    return strcmp(((const entry *)a)->whole, ((const entry *)b)->whole);
}

static int by_shown(const void *a, const void *b)
{
    const entry *x = a, *y = b;
    int order = strcmp(*x->shown, *y->shown);
    return order ? order : by_whole(x, y);
}

/* The column from which a text is shown whose byte `at` tells it apart. */
static int beginning(const char *whole, size_t at)
{
    int there = logreg__columns(whole, at);
    for (size_t i = at; i > 0; i--)
        if (whole[i - 1] == ' ') {
            int word = logreg__columns(whole, i);
            return there - word <= WORD ? word : there - BEFORE;
        }
    return there > BEFORE ? there - BEFORE : 0;
}

/* A text that is too long, cut so that what stands at byte `at` can be seen. */
static void cut(logreg__page *out, const char *whole, size_t at, int room)
{
    int mark = logreg__columns_of(out->sign->ellipsis), side = room / SHARE,
        there = logreg__columns(whole, at);
    int all = logreg__columns_of(whole), from = beginning(whole, at), to = all, head;
    if (there + BEHIND <= room - mark - side) {
        head = logreg__wider(there + BEHIND, room / 2);
        from = all - (room - mark - head);
    } else if (all - from <= room - mark - side) {
        head = room - mark - (all - from);
    } else { /* neither the beginning nor the end reaches it */
        int between = room - side - 2 * mark;
        head = side;
        if (from + between < there + BEHIND)
            from = logreg__wider(there - BEFORE, head);
        to = from + between;
    }
    logreg__page_part(out, whole, 0, head);
    logreg__page_add(out, out->sign->ellipsis);
    logreg__page_part(out, whole, from, to);
    if (to < all)
        logreg__page_add(out, out->sign->ellipsis);
}

/* ---- Parting ---- */

/* By `open`, what is tried and whole. */
static int by_trial(const void *a, const void *b)
{
    const entry *x = a, *y = b;
    if (x->open != y->open)
        return y->open - x->open;
    int order = x->open ? strcmp(x->trial, y->trial) : 0;
    return order ? order : strcmp(x->whole, y->whole);
}

static bool is_taken(const labels *l, const char *text)
{
    for (size_t i = 0; i < l->n; i++)
        if (!l->entry[i].open && strcmp(*l->entry[i].shown, text) == 0)
            return true;
    return false;
}

static bool try(entry *e, logreg__page *out)
{
    free(e->trial);
    e->trial = out->text.failed ? NULL : logreg__copy(logreg__page_string(out));
    logreg__page_free(out);
    return e->trial;
}

static void settle(entry *e)
{
    free(*e->shown);
    *e->shown = e->trial;
    e->trial = NULL;
    e->open = false;
}

/* Settles those of n that one cut tells apart from all; false: memory is out. */
static bool try_cut(labels *l, entry *e, size_t n, size_t at)
{
    for (size_t i = 0; i < n; i++) {
        logreg__page out;
        logreg__page_start_like(&out, l->page);
        if (e[i].open)
            cut(&out, e[i].whole, at, l->room);
        if (e[i].open && !try(&e[i], &out))
            return false;
        logreg__page_free(&out);
    }
    qsort(e, n, sizeof *e, by_trial);
    for (size_t i = 0, next; i < n && e[i].open; i = next) {
        for (next = i + 1; next < n && e[next].open && strcmp(e[next].trial, e[i].trial) == 0;)
            next++;
        if (strcmp(e[i].whole, e[next - 1].whole) != 0 || is_taken(l, e[i].trial))
            continue;
        for (size_t k = i; k < next; k++)
            settle(&e[k]);
    }
    return true;
}

/* What no cut tells apart is numbered; false: memory is out. */
static bool number(labels *l, entry *e, size_t n)
{
    size_t last = 0;
    qsort(e, n, sizeof *e, by_whole);
    for (size_t i = 0; i < n; i++) {
        if (!e[i].open)
            continue;
        bool again = i && strcmp(e[i - 1].whole, e[i].whole) == 0;
        do {
            char text[32];
            logreg__page out;
            last += !again;
            int width = snprintf(text, sizeof text, " (%zu)", last);
            logreg__page_start_like(&out, l->page);
            logreg__page_name(&out, e[i].whole, logreg__wider(l->room - width, 1));
            logreg__page_add(&out, text);
            if (!try(&e[i], &out))
                return false;
        } while (!again && is_taken(l, e[i].trial));
        settle(&e[i]);
    }
    return true;
}

/* Where neighbours in the order of whole texts part, the first first; how many places there are. */
static size_t find_places(size_t *at, const entry *e, size_t n)
{
    size_t places = 0;
    for (size_t i = 1; i < n && places < PLACES; i++) {
        if (strcmp(e[i - 1].whole, e[i].whole) == 0)
            continue;
        size_t here = logreg__utf8_shared(e[i - 1].whole, e[i].whole), k = 0;
        while (k < places && at[k] < here)
            k++;
        if (k < places && at[k] == here)
            continue;
        memmove(at + k + 1, at + k, (places++ - k) * sizeof *at);
        at[k] = here;
    }
    return places;
}

/* n that read alike though they are not, in the order of whole texts; false: memory is out. */
static bool part(labels *l, entry *e, size_t n)
{
    size_t at[PLACES], places = find_places(at, e, n);
    bool ok = true;
    for (size_t i = 0; ok && i < places; i++)
        ok = try_cut(l, e, n, at[i]);
    return ok && number(l, e, n);
}

/* From i on, the first that reads in another way. */
static size_t end_of_alike(const labels *l, size_t i)
{
    size_t next = i + 1;
    while (next < l->n && strcmp(*l->entry[next].shown, *l->entry[i].shown) == 0)
        next++;
    return next;
}

bool logreg__labels_part(char **shown, char *const *whole, size_t n, int room, const logreg__page *page)
{
    labels l = {page, room, logreg__new(n, sizeof *l.entry), n};
    bool ok = l.entry;
    for (size_t i = 0; ok && i < n; i++)
        l.entry[i] = (entry){.shown = &shown[i], .whole = whole[i]};
    if (ok)
        qsort(l.entry, n, sizeof *l.entry, by_shown);
    for (size_t i = 0, next; ok && i < n; i = next) {
        next = end_of_alike(&l, i);
        bool differ = strcmp(l.entry[i].whole, l.entry[next - 1].whole) != 0;
        for (size_t k = i; differ && k < next; k++)
            l.entry[k].open = logreg__columns_of(l.entry[k].whole) > room;
    }
    for (size_t i = 0, next; ok && i < n; i = next) {
        next = i + 1;
        if (!l.entry[i].open)
            continue;
        while (next < n && l.entry[next].open && strcmp(*l.entry[next].shown, *l.entry[i].shown) == 0)
            next++;
        ok = part(&l, &l.entry[i], next - i);
    }
    for (size_t i = 0; l.entry && i < n; i++)
        free(l.entry[i].trial);
    free(l.entry);
    return ok;
}

/* ---- Names ---- */

static char **written(const logreg__page *page, const char *const *name, size_t n, int room)
{
    char **label = logreg__new(n, sizeof *label);
    bool ok = label;
    for (size_t i = 0; ok && i < n; i++) {
        logreg__page out;
        logreg__page_start_like(&out, page);
        logreg__page_name(&out, name[i], room);
        label[i] = out.text.failed ? NULL : logreg__copy(logreg__page_string(&out));
        ok = label[i];
        logreg__page_free(&out);
    }
    if (label && !ok)
        logreg__labels_free(label, n);
    return ok ? label : NULL;
}

char **logreg__labels_new(const logreg__page *page, const char *const *name, size_t n, int room)
{
    char **shown = written(page, name, n, room), **whole = shown ? written(page, name, n, INT16_MAX) : NULL;
    bool ok = whole && logreg__labels_part(shown, whole, n, room, page);
    logreg__labels_free(whole, n);
    if (!ok)
        logreg__labels_free(shown, n);
    return ok ? shown : NULL;
}

void logreg__labels_free(char **label, size_t n)
{
    for (size_t i = 0; label && i < n; i++)
        free(label[i]);
    free(label);
}

/* ---- Room ---- */

/* How many of n names are the same in so much room as one before them; SIZE_MAX: memory is out. */
static size_t count_alike(const logreg__page *page, const char *const *name, size_t n, int room)
{
    char **label = written(page, name, n, room);
    size_t alike = label ? 0 : SIZE_MAX;
    for (size_t j = 0; label && j < n; j++) {
        size_t k = 0;
        while (k < j && strcmp(label[k], label[j]) != 0)
            k++;
        alike += k < j && strcmp(name[k], name[j]) != 0;
    }
    logreg__labels_free(label, n);
    return alike;
}

int logreg__labels_room(const logreg__page *page, const char *const *name, size_t n, int least, int most)
{
    enum { MORE = 6 }; /* so that more than a letter tells them apart */
    int best = least;
    size_t fewest = n ? count_alike(page, name, n, least) : 0;
    if (fewest == SIZE_MAX)
        return least;
    for (int room = least + 2; fewest && room <= most; room += 2) {
        size_t alike = count_alike(page, name, n, room);
        best = alike < fewest ? room : best;
        fewest = alike < fewest ? alike : fewest;
    }
    return best == least || best + MORE > most ? best : best + MORE;
}
