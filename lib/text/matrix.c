#include "text/matrix.h"

#include <math.h>
#include <stdlib.h>

#include "base/error.h"
#include "base/memory.h"

typedef struct {
    size_t column;
    double value;
} cell;

typedef struct {
    const logreg__vocabulary *v;
    logreg__words words;
    cell *cell; /* of the row at hand */
    size_t n, room;
    logreg__sparse *X;
    double *idf; /* [columns], or NULL */
} work;

static int by_column(const void *a, const void *b)
{
    const cell *x = a, *y = b;
    return (x->column > y->column) - (x->column < y->column);
}

/* The row's cells, one a run of words that is a column. */
static bool gather(work *w, logreg__text_tally *tally)
{
    const logreg__words *words = &w->words;
    w->n = 0;
    tally->words += words->n;
    for (size_t i = 0; i < words->n; i++)
        for (size_t j = i; j < words->n && j < i + w->v->options.ngrams; j++) {
            cell c;
            c.column = logreg__vocabulary_find(w->v, words->text + words->start[i],
                                               words->end[j] - words->start[i], &c.value);
            tally->unknown += j == i && c.column == SIZE_MAX;
            if (c.column == SIZE_MAX)
                continue;
            if (!logreg__grow(&w->cell, &w->room, w->n + 1, sizeof c))
                return false;
            w->cell[w->n++] = c;
        }
    return true;
}

/* Adds up cells of the same column, leaves out those that are 0 then, and weighs the others. */
static void merge(work *w)
{
    size_t n = 0;
    double square = 0;
    if (w->n)
        qsort(w->cell, w->n, sizeof *w->cell, by_column);
    for (size_t i = 0; i < w->n;) {
        cell sum = w->cell[i];
        for (i++; i < w->n && w->cell[i].column == sum.column; i++)
            sum.value += w->cell[i].value;
        if (sum.value == 0)
            continue;
        if (w->v->options.weighting == LOGREG__BINARY)
            sum.value = copysign(1, sum.value);
        if (w->idf)
            sum.value *= w->idf[sum.column];
        square += sum.value * sum.value;
        w->cell[n++] = sum;
    }
    w->n = n;
    for (size_t i = 0; w->idf && i < n; i++)
        w->cell[i].value /= sqrt(square);
}

static logreg_status store(work *w, size_t row, logreg_error *err)
{
    logreg__sparse *X = w->X;
    size_t at = (size_t)X->start[row], need = at + w->n, room = X->room;
    if (need > LOGREG__MOST_SPARSE)
        return logreg__fail(err, LOGREG_EDATA,
                            "the texts have more than 2147483647 words; fit to fewer rows");
    if (!logreg__grow(&X->column, &room, need, sizeof *X->column))
        return logreg__fail_memory(err);
    room = X->room;
    if (!logreg__grow(&X->value, &room, need, sizeof *X->value))
        return logreg__fail_memory(err);
    X->room = room;
    for (size_t i = 0; i < w->n; i++) {
        X->column[at + i] = (int)w->cell[i].column;
        X->value[at + i] = w->cell[i].value;
    }
    X->start[row + 1] = (int)need;
    return LOGREG_OK;
}

/* Of smoothed counts, as if one more row had every word. */
static bool weigh(work *w)
{
    if (w->v->options.weighting != LOGREG__TFIDF)
        return true;
    w->idf = logreg__new_raw(w->v->n, sizeof *w->idf);
    for (size_t j = 0; w->idf && j < w->v->n; j++)
        w->idf[j] = log((1 + (double)w->v->rows) / (1 + (double)logreg__vocabulary_rows(w->v, j))) + 1;
    return w->idf;
}

logreg_status logreg__text_matrix(logreg__sparse **X, logreg__text_tally *tally, const logreg__vocabulary *v,
                                  size_t n, const char *(*text)(size_t row, const void *data),
                                  const void *data, logreg_error *err)
{
    work w = {.v = v, .X = logreg__sparse_new(n, v->n, n)};
    logreg__text_tally counted = {0};
    logreg_status status = w.X && weigh(&w) ? LOGREG_OK : logreg__fail_memory(err);
    for (size_t i = 0; status == LOGREG_OK && i < n; i++) {
        const char *t = text(i, data);
        w.n = 0;
        if (t && (!logreg__words_find(&w.words, t) || !gather(&w, &counted)))
            status = logreg__fail_memory(err);
        if (status == LOGREG_OK) {
            merge(&w);
            status = store(&w, i, err);
        }
    }
    if (status == LOGREG_OK) {
        logreg__sparse_show(w.X);
        *X = w.X;
        *tally = counted;
    } else {
        logreg__sparse_free(w.X);
    }
    logreg__words_clear(&w.words);
    free(w.cell);
    free(w.idf);
    return status;
}
