#include "text/vocabulary.h"

#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/memory.h"
#include "text/hash.h"

#define HASH_NONFATAL_OOM 1
#include <uthash.h>

struct logreg__entry {
    UT_hash_handle hh;
    char *word;
    size_t count, rows, last_row, column;
};

typedef struct logreg__entry entry;

const char *const logreg__weighting_words[] = {"count", "binary", "tfidf", NULL};

static entry *look(entry *found, const char *word, size_t n)
{
    entry *e;
    HASH_FIND(hh, found, word, n, e);
    return e;
}

/* A new entry of a word of n bytes. NULL: memory is out. */
static entry *add(entry **found, const char *word, size_t n)
{
    entry *e = logreg__new(1, sizeof *e);
    char *copy = logreg__new_raw(n + 1, 1);
    if (e && copy) {
        memcpy(copy, word, n);
        copy[n] = '\0';
        e->word = copy;
        HASH_ADD_KEYPTR(hh, *found, e->word, n, e);
        if (e->hh.tbl)
            return e;
    }
    free(copy);
    free(e);
    return NULL;
}

static void free_all(entry *found)
{
    for (entry *e = found, *next; e; e = next) {
        next = e->hh.next;
        HASH_DELETE(hh, found, e);
        free(e->word);
        free(e);
    }
}

/* ---- Learning ---- */

static bool count(entry **found, const logreg__words *w, size_t ngrams, size_t row)
{
    for (size_t i = 0; i < w->n; i++)
        for (size_t j = i; j < w->n && j < i + ngrams; j++) {
            const char *word = w->text + w->start[i];
            size_t n = w->end[j] - w->start[i];
            entry *e = look(*found, word, n);
            if (!e && !(e = add(found, word, n)))
                return false;
            e->rows += e->count == 0 || e->last_row != row;
            e->last_row = row;
            e->count++;
        }
    return true;
}

/* Those that come more often first. */
static int by_count(const void *a, const void *b)
{
    const entry *x = *(entry *const *)a, *y = *(entry *const *)b;
    return x->count != y->count ? (x->count < y->count) - (x->count > y->count) : strcmp(x->word, y->word);
}

static int by_word(const void *a, const void *b)
{
    return strcmp((*(entry *const *)a)->word, (*(entry *const *)b)->word);
}

/* Lists the entries by their words and numbers them; drops those that are too rare or too many. */
static bool settle(logreg__vocabulary *v)
{
    size_t n = 0, all = HASH_COUNT(v->found);
    entry **list = logreg__new(all, sizeof *list);
    if (!list)
        return false;
    for (entry *e = v->found, *next; e; e = next) {
        next = e->hh.next;
        if (e->rows >= v->options.min_rows) {
            list[n++] = e;
            continue;
        }
        HASH_DEL(v->found, e);
        free(e->word);
        free(e);
    }
    qsort(list, n, sizeof *list, by_count);
    for (; n > v->options.most; n--) {
        HASH_DEL(v->found, list[n - 1]);
        free(list[n - 1]->word);
        free(list[n - 1]);
    }
    qsort(list, n, sizeof *list, by_word);
    for (size_t j = 0; j < n; j++)
        list[j]->column = j;
    v->entry = list;
    v->n = n;
    v->left = all - n;
    return true;
}

logreg_status logreg__vocabulary_learn(logreg__vocabulary **out, const logreg__text_options *options,
                                       size_t n, const char *(*text)(size_t row, const void *data),
                                       const void *data, logreg_error *err)
{
    logreg__vocabulary *v = logreg__new(1, sizeof *v);
    logreg__words words = {0};
    bool ok = v != NULL;
    if (ok)
        *v = (logreg__vocabulary){.options = *options, .rows = n, .n = options->hashed};
    for (size_t i = 0; ok && i < n; i++) {
        const char *t = text(i, data);
        if (t)
            ok = logreg__words_find(&words, t) &&
                 (options->hashed || count(&v->found, &words, options->ngrams, i));
    }
    ok = ok && (options->hashed || settle(v));
    logreg__words_clear(&words);
    logreg_status status = ok ? LOGREG_OK : logreg__fail_memory(err);
    if (ok && !v->n)
        status = v->left
                     ? logreg__fail(err, LOGREG_EDATA,
                                    "no word stands in %zu rows or more; ask for fewer, with --min-rows 1",
                                    options->min_rows)
                     : logreg__fail(err, LOGREG_EDATA, "there is no word of two letters or more in the text");
    if (status == LOGREG_OK)
        *out = v;
    else
        logreg__vocabulary_free(v);
    return status;
}

/* ---- Known words ---- */

logreg_status logreg__vocabulary_new(logreg__vocabulary **out, const logreg__text_options *options,
                                     size_t rows, const char *const *word, const size_t *in_rows, size_t n,
                                     logreg_error *err)
{
    logreg__vocabulary *v = logreg__new(1, sizeof *v);
    entry **list = logreg__new(n, sizeof *list);
    bool ok = v && list;
    logreg_status status = LOGREG_OK;
    if (ok)
        *v = (logreg__vocabulary){
            .options = *options, .rows = rows, .n = options->hashed ? options->hashed : n};
    for (size_t j = 0; ok && status == LOGREG_OK && j < n; j++) {
        if (j && strcmp(word[j - 1], word[j]) >= 0)
            status = logreg__fail(err, LOGREG_EDATA,
                                  "word %zu of the vocabulary does not come after the one before it", j + 1);
        list[j] = status == LOGREG_OK ? add(&v->found, word[j], strlen(word[j])) : NULL;
        ok = list[j] || status != LOGREG_OK;
        if (list[j]) {
            list[j]->rows = in_rows[j];
            list[j]->column = j;
        }
    }
    if (v && !options->hashed)
        v->entry = list;
    else
        free(list);
    if (!ok)
        status = logreg__fail_memory(err);
    if (status == LOGREG_OK)
        *out = v;
    else
        logreg__vocabulary_free(v);
    return status;
}

void logreg__vocabulary_free(logreg__vocabulary *v)
{
    if (!v)
        return;
    free_all(v->found);
    free(v->entry);
    free(v);
}

const char *logreg__vocabulary_word(const logreg__vocabulary *v, size_t j)
{
    return v->entry ? v->entry[j]->word : NULL;
}

size_t logreg__vocabulary_rows(const logreg__vocabulary *v, size_t j)
{
    return v->entry ? v->entry[j]->rows : 0;
}

size_t logreg__vocabulary_find(const logreg__vocabulary *v, const char *word, size_t n, double *sign)
{
    *sign = 1;
    if (!v->options.hashed) {
        const entry *e = look(v->found, word, n);
        return e ? e->column : SIZE_MAX;
    }
    int32_t h = (int32_t)logreg__hash_word(word, n);
    *sign = h < 0 ? -1 : 1;
    return (h == INT32_MIN ? (size_t)INT32_MAX + 1 : (size_t)abs(h)) % v->options.hashed;
}
