#include "model/doors/texts.h"

#include <stdio.h>

#include "base/error.h"
#include "base/memory.h"
#include "text/matrix.h"

/* ---- Texts of rows ---- */

typedef struct {
    const logreg_frame *frame;
    size_t column;
    const size_t *place; /* of row i in the frame; NULL: i, less the rows before a slice of one */
} source;

static const char *text_at(size_t i, const void *data)
{
    const source *s = data;
    if (s->place)
        return logreg_frame_label(s->frame, s->place[i], s->column);
    return i < s->frame->n_before ? NULL : logreg_frame_label(s->frame, i - s->frame->n_before, s->column);
}

static logreg_status find(size_t *j, const logreg_frame *frame, const char *column, logreg_status missing,
                          logreg_error *err)
{
    *j = logreg_frame_find(frame, column);
    if (*j == SIZE_MAX)
        return logreg__fail(err, missing, "the data lack column '%s', whose words the model counts", column);
    if (logreg_frame_kind(frame, *j) == LOGREG_NUMERIC && logreg_frame_missing(frame, *j) < frame->n_rows)
        return logreg__fail(err, LOGREG_EDATA, "column '%s' holds numbers, and its words were to be counted",
                            column);
    return LOGREG_OK;
}

/* Gives the frame its matrix anew. */
static logreg_status count(logreg__texts *t, const logreg__vocabulary *words, size_t column,
                           logreg_error *err)
{
    logreg__sparse *X = NULL;
    logreg__text_tally tally;
    const source s = {&t->frame, column, NULL};
    logreg_status status =
        logreg__text_matrix(&X, &tally, words, t->frame.n_before + t->frame.n_rows, text_at, &s, err);
    if (status != LOGREG_OK)
        return status;
    t->n_words = tally.words;
    t->n_unknown = tally.unknown;
    if (t->X) { /* others know where it stands */
        logreg__sparse old = *t->X;
        *t->X = *X;
        *X = old;
        logreg__sparse_show(t->X);
        logreg__sparse_free(X);
    } else {
        t->X = X;
    }
    t->frame.sparse = t->X;
    return LOGREG_OK;
}

/* ---- For a fit ---- */

static int weighting(const char *name)
{
    for (int i = 0; logreg__weighting_words[i]; i++)
        if (strcmp(name, logreg__weighting_words[i]) == 0)
            return i;
    return -1;
}

logreg_status logreg__texts_check(const logreg_options *o, logreg_error *err)
{
    if (!o->text)
        return LOGREG_OK;
    if (weighting(o->text_weight) < 0)
        return logreg__fail(err, LOGREG_EINVAL,
                            "there is no text weight '%s'; there are count, binary and tfidf",
                            o->text_weight);
    if (o->text_ngrams < 1 || o->text_ngrams > LOGREG__MOST_NGRAMS)
        return logreg__fail(err, LOGREG_EINVAL, "runs of words have from 1 to %d words, not %zu",
                            LOGREG__MOST_NGRAMS, o->text_ngrams);
    if (!o->text_min_rows || !o->text_max_words)
        return logreg__fail(err, LOGREG_EINVAL, "text_min_rows and text_max_words must be 1 or more");
    if (o->text_hash && weighting(o->text_weight) == LOGREG__TFIDF)
        return logreg__fail(
            err, LOGREG_EINVAL,
            "tfidf weighs words by the rows that have them, which hashed words do not know; take "
            "weight count or binary, or a vocabulary");
    if (o->text_hash >= LOGREG__MOST_SPARSE || o->text_max_words >= LOGREG__MOST_SPARSE)
        return logreg__fail(err, LOGREG_EINVAL, "there are at most 2147483646 columns of words");
    return LOGREG_OK;
}

logreg_status logreg__texts_open(logreg__texts *t, const logreg_frame **frame, const logreg_options *o,
                                 logreg_error *err)
{
    size_t j;
    if ((*frame)->sparse)
        return logreg__fail(err, LOGREG_EINVAL, "the data have sparse columns already; leave text out");
    logreg_status status = find(&j, *frame, o->text, LOGREG_EINVAL, err);
    if (status != LOGREG_OK)
        return status;
    t->frame = **frame;
    t->X = logreg__sparse_new(t->frame.n_before + t->frame.n_rows, 0, 0);
    t->column = logreg__copy(o->text);
    if (!t->X || !t->column)
        return logreg__fail_memory(err);
    t->frame.sparse = t->X;
    *frame = &t->frame;
    return LOGREG_OK;
}

logreg_status logreg__texts_learn(logreg__texts *t, const logreg__rows *rows, const logreg_options *o,
                                  logreg_error *err)
{
    const logreg__text_options options = {.ngrams = o->text_ngrams,
                                          .min_rows = o->text_min_rows,
                                          .most = o->text_max_words,
                                          .hashed = o->text_hash,
                                          .weighting = (logreg__weighting)weighting(o->text_weight)};
    size_t *place = logreg__new_raw(rows->n, sizeof *place);
    size_t j = logreg_frame_find(&t->frame, t->column);
    const source s = {&t->frame, j, place};
    if (!place)
        return logreg__fail_memory(err);
    logreg__rows_list(rows, 0, rows->n, place);
    logreg_error why;
    logreg_status status = logreg__vocabulary_learn(&t->words, &options, rows->n, text_at, &s, &why);
    if (status != LOGREG_OK)
        status = logreg__fail(err, status, status == LOGREG_EDATA ? "column '%s': %s" : "%.0s%s", t->column,
                              why.message);
    free(place);
    return status == LOGREG_OK ? count(t, t->words, j, err) : status;
}

bool logreg__texts_hand(logreg__texts *t, logreg__terms *terms)
{
    terms->words = t->words;
    terms->text = t->column;
    t->words = NULL;
    t->column = NULL;
    return logreg__terms_name_words(terms);
}

/* ---- For a prediction ---- */

logreg_status logreg__texts_apply(logreg__texts *t, const logreg_frame **frame, const logreg__terms *terms,
                                  logreg_error *err)
{
    size_t j;
    if (!terms->words)
        return LOGREG_OK;
    logreg_status status = find(&j, *frame, terms->text, LOGREG_EDATA, err);
    if (status != LOGREG_OK)
        return status;
    t->frame = **frame;
    status = count(t, terms->words, j, err);
    if (status == LOGREG_OK)
        *frame = &t->frame;
    return status;
}

void logreg__texts_clear(logreg__texts *t)
{
    logreg__sparse_free(t->X);
    logreg__vocabulary_free(t->words);
    free(t->column);
    *t = (logreg__texts){0};
}

/* ---- What is known of them ---- */

const char *logreg_model_text(const logreg_model *m, size_t *words, size_t *left_out)
{
    const logreg__vocabulary *v = m->terms->words;
    if (words)
        *words = v ? v->n : 0;
    if (left_out)
        *left_out = v ? v->left : 0;
    return m->terms->text;
}

logreg_status logreg_model_text_tally(const logreg_model *m, const logreg_frame *frame, size_t *words,
                                      size_t *unknown, logreg_error *err)
{
    logreg__texts texts = {0};
    logreg_status status = logreg__texts_apply(&texts, &frame, m->terms, err);
    if (status == LOGREG_OK) {
        *words = texts.n_words;
        *unknown = texts.n_unknown;
    }
    logreg__texts_clear(&texts);
    return status;
}
