/* A file of sparse rows in two parts: lines stay as they are, and their labels are the classes. */
#include <errno.h>

#include "base/error.h"
#include "base/memory.h"
#include "base/number.h"
#include "csv/source/source.h"
#include "data/column.h"
#include "samples/train_test.h"
#include "svmlight/svmlight.h"

/* Bytes that are asked for together. */
enum { CHUNK = 1 << 20 };

typedef struct {
    logreg__csv csv;
    logreg__source source;
    logreg__svm_rows rows;
    logreg__filling labels;
    bool wanted; /* labels are classes */
    logreg_split *split;
} reader;

/* All of the file, into the text of the split. */
static logreg_status fetch(reader *r)
{
    logreg_split *s = r->split;
    logreg_error *err = r->csv.err;
    for (size_t got = CHUNK; got == CHUNK; s->used += got) {
        bool ok;
        if (!logreg__grow(&s->text, &s->room, s->used + CHUNK, 1))
            return logreg__fail_memory(err);
        errno = 0;
        got = logreg__source_read(&r->source, s->text + s->used, CHUNK, &ok);
        if (!ok)
            return logreg__source_fail(&r->source, errno, "cannot be read", &r->csv);
    }
    return LOGREG_OK;
}

/* A line of n bytes without its end. */
static logreg_status take_line(bool *taken, reader *r, const char *text, size_t n, size_t line)
{
    logreg_error *err = r->csv.err;
    char label[LOGREG__NUMBER_SIZE];
    r->rows.count = 0; /* numbers are looked at, and not kept */
    logreg_status status = logreg__svm_line(&r->rows, taken, text, n, line, err);
    if (status != LOGREG_OK || !*taken || !r->wanted)
        return status;
    logreg__number_shortest(label, r->rows.label[r->rows.n - 1]); /* +1 and 1 are one class */
    return logreg__filling_label(&r->labels, label, strlen(label)) ? LOGREG_OK : logreg__fail_memory(err);
}

/* Keeps the lines that are rows, each moved up to the one before. */
static logreg_status take_lines(reader *r)
{
    logreg_split *s = r->split;
    const char *stop = s->text + s->used;
    char *at = s->text, *to = s->text;
    if (!logreg__grow(&s->end, &s->end_room, 1, sizeof *s->end))
        return logreg__fail_memory(r->csv.err);
    s->end[0] = 0;
    for (size_t line = 1; at < stop; line++) {
        char *feed = memchr(at, '\n', (size_t)(stop - at));
        size_t n = feed ? (size_t)(feed - at) : (size_t)(stop - at), all = n + (feed != NULL);
        bool taken;
        logreg_status status = take_line(&taken, r, at, n, line);
        if (status == LOGREG_OK && taken && !logreg__grow(&s->end, &s->end_room, s->n + 2, sizeof *s->end))
            status = logreg__fail_memory(r->csv.err);
        if (status != LOGREG_OK)
            return status;
        if (taken) {
            memmove(to, at, all);
            to += all;
            s->end[++s->n] = (size_t)(to - s->text);
        }
        at += all;
    }
    s->used = (size_t)(to - s->text);
    return LOGREG_OK;
}

static logreg_status make(reader *r, FILE *stream, const logreg_split_options *options)
{
    logreg_split *s = r->split;
    logreg_error *err = r->csv.err;
    logreg__split_remember(s, stream);
    logreg_status status = logreg__source_start(&r->source, stream, &r->csv);
    if (status == LOGREG_OK)
        status = fetch(r);
    if (status == LOGREG_OK)
        status = take_lines(r);
    if (status == LOGREG_OK && s->n < 2)
        status = logreg__fail(err, LOGREG_EDATA, "%s has %s; two parts need two at least", r->csv.file,
                              s->n ? "one row" : "no rows");
    if (status == LOGREG_OK && r->wanted) {
        if (!logreg__filling_finish(&r->labels, &s->target, '.'))
            return logreg__fail_memory(err);
        s->n_classes = s->target.n_levels;
    }
    return status == LOGREG_OK ? logreg__split_draw(s, options, err) : status;
}

logreg_status logreg_split_svmlight_stream(logreg_split **split, FILE *stream, const char *name,
                                           const logreg_svmlight_options *svmlight,
                                           const logreg_split_options *options, logreg_error *err)
{
    const logreg_split_options defaults = logreg_split_options_default();
    const logreg_split_options *o = options ? options : &defaults;
    reader r = {.wanted = o->target != NULL};
    logreg_status status = logreg__csv_check(&r.csv, NULL, name, err);
    if (status == LOGREG_OK && (!split || !stream))
        status =
            logreg__fail(err, LOGREG_EINVAL, "there is nothing to read from, or nowhere to put the parts");
    if (status == LOGREG_OK && o->target && strcmp(o->target, "y") != 0)
        status = logreg__fail(err, LOGREG_EDATA,
                              "rows of svmlight have classes by their labels, a column called y, and none "
                              "by '%.80s'",
                              o->target);
    if (status != LOGREG_OK)
        return status;
    r.rows = (logreg__svm_rows){.file = r.csv.file, .zero_based = svmlight && svmlight->zero_based};
    logreg__filling_start(&r.labels, LOGREG_CATEGORY);
    r.split = logreg__new(1, sizeof *r.split);
    status = r.split ? make(&r, stream, o) : logreg__fail_memory(err);
    logreg__filling_clear(&r.labels);
    logreg__source_clear(&r.source);
    free(r.rows.label);
    free(r.rows.qid);
    free(r.rows.start);
    free(r.rows.column);
    free(r.rows.value);
    if (status == LOGREG_OK)
        *split = r.split;
    else
        logreg_split_free(r.split);
    return status;
}
