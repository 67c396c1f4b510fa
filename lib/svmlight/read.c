/* A svmlight file as a frame: its labels are a column y, its queries, if any, a column qid, and its numbers the sparse matrix beside them. */
#include "csv/source/source.h"

#include <errno.h>

#include "base/error.h"
#include "base/memory.h"
#include "svmlight/svmlight.h"

/* Bytes that are looked at together. */
enum { CHUNK = 1 << 20 };

typedef struct {
    logreg__csv csv;
    logreg__source source;
    logreg__svm_rows rows;
    logreg_frame *frame;
    char *text; /* what has been fetched and not yet taken */
    size_t n, room, line;
} reading;

/* Fetches a chunk behind what is there; *end: there is no more. */
static logreg_status fetch(reading *g, bool *end)
{
    bool ok;
    logreg_error *err = g->csv.err;
    if (!logreg__grow(&g->text, &g->room, g->n + CHUNK, 1))
        return logreg__fail_memory(err);
    errno = 0;
    size_t got = logreg__source_read(&g->source, g->text + g->n, CHUNK, &ok);
    if (!ok)
        return logreg__source_fail(&g->source, errno, "cannot be read", &g->csv);
    g->n += got;
    *end = got < CHUNK;
    return LOGREG_OK;
}

/* Takes whole lines; at the end of the file what is left is one too. */
static logreg_status take_lines(reading *g, bool end)
{
    char *at = g->text, *stop = g->text + g->n;
    logreg_status status = LOGREG_OK;
    while (status == LOGREG_OK && at < stop) {
        char *feed = memchr(at, '\n', (size_t)(stop - at));
        bool taken;
        if (!feed && !end)
            break;
        char *after = feed ? feed : stop;
        status = logreg__svm_line(&g->rows, &taken, at, (size_t)(after - at), ++g->line, g->csv.err);
        if (status == LOGREG_OK && taken && !logreg__frame_note_line(g->frame, g->rows.n - 1, g->line))
            status = logreg__fail_memory(g->csv.err);
        at = feed ? feed + 1 : stop;
    }
    g->n = (size_t)(stop - at);
    memmove(g->text, at, g->n);
    return status;
}

/* Hands the numbers over to a matrix. */
static bool hand_over(reading *g)
{
    logreg__svm_rows *rows = &g->rows;
    logreg__sparse *s = logreg__new(1, sizeof *s);
    if (!s || (!rows->column && !(rows->column = logreg__new(1, sizeof *rows->column))) ||
        (!rows->value && !(rows->value = logreg__new(1, sizeof *rows->value)))) {
        free(s);
        return false;
    }
    *s = (logreg__sparse){.n = rows->n,
                          .p = rows->most ? rows->most : rows->p,
                          .start = rows->start,
                          .column = rows->column,
                          .value = rows->value,
                          .room = rows->count};
    rows->start = rows->column = NULL;
    rows->value = NULL;
    logreg__sparse_show(s);
    g->frame->sparse = s;
    return true;
}

static logreg_status finish(reading *g)
{
    logreg__svm_rows *rows = &g->rows;
    logreg_error *err = g->csv.err;
    if (rows->n == 0)
        return logreg__fail(err, LOGREG_EDATA, "%s holds no rows", g->csv.file);
    if (!rows->most && rows->p == 0)
        return logreg__fail(err, LOGREG_EDATA, "%s holds labels alone: no row has a number", g->csv.file);
    logreg_status status = logreg_frame_add_numeric(g->frame, "y", rows->label, rows->n, 1, err);
    if (status == LOGREG_OK && rows->qid) {
        status = logreg_frame_add_numeric(g->frame, "qid", rows->qid, rows->n, 1, err);
        if (status == LOGREG_OK)
            g->frame->column[1].aside = true;
    }
    if (status != LOGREG_OK)
        return status;
    g->frame->n_beyond = rows->n_beyond;
    g->frame->zero_based = rows->zero_based;
    g->frame->source = logreg__copy(g->csv.file);
    return g->frame->source && hand_over(g) ? LOGREG_OK : logreg__fail_memory(err);
}

static logreg_status read_all(reading *g, FILE *stream)
{
    bool end = false;
    logreg_status status = logreg_frame_new(&g->frame, g->csv.err);
    if (status == LOGREG_OK)
        status = logreg__source_start(&g->source, stream, &g->csv);
    while (status == LOGREG_OK && !end) {
        status = fetch(g, &end);
        if (status == LOGREG_OK)
            status = take_lines(g, end);
    }
    return status == LOGREG_OK ? finish(g) : status;
}

logreg_status logreg_frame_read_svmlight_stream(logreg_frame **frame, FILE *stream, const char *name,
                                                const logreg_svmlight_options *options, logreg_error *err)
{
    const logreg_svmlight_options o = options ? *options : logreg_svmlight_options_default();
    reading g = {0};
    logreg_status status = logreg__csv_check(&g.csv, NULL, name, err);
    if (status == LOGREG_OK && (!frame || !stream))
        status = logreg__fail(err, LOGREG_EINVAL, "there is no %s to read %s %s", frame ? "stream" : "frame",
                              name, frame ? "from" : "into");
    if (status == LOGREG_OK && o.n_features >= LOGREG__MOST_SPARSE)
        status = logreg__fail(err, LOGREG_EINVAL, "n_features is %zu; it should be below 2147483647",
                              o.n_features);
    if (status != LOGREG_OK)
        return status;
    g.rows = (logreg__svm_rows){.file = g.csv.file, .most = o.n_features, .zero_based = o.zero_based};
    status = read_all(&g, stream);
    logreg__source_clear(&g.source);
    free(g.text);
    free(g.rows.label);
    free(g.rows.qid);
    free(g.rows.start);
    free(g.rows.column);
    free(g.rows.value);
    if (status == LOGREG_OK)
        *frame = g.frame;
    else
        logreg_frame_free(g.frame);
    return status;
}
