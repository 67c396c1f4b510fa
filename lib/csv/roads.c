/* Which rows go which road. Each thread fetches a chunk, reads what is plain of it as if a row began there, and waits for
 * its turn; turns come in the order of the chunks. Then it is known whether a row did begin there, and the strict road takes
 * what is not plain. Copying the rows into their places needs no turn again. */
#include "csv/roads.h"
#include "csv/plain/plain.h"

#include <errno.h>
#include <pthread.h>

#include "base/memory.h"
#include "base/threads.h"

/* Beyond a few threads fetching is what takes the time. Where rows are odd again and again, so many of them at most go the
 * strict road before the plain one is tried once more. */
enum { MOST_THREADS = 8, MOST_ODD = 63 };

typedef struct {
    const logreg__route *route;
    const logreg__csv *csv;
    logreg__splitter *strict;
    pthread_mutex_t fetching; /* guards chunks */
    logreg__chunks chunks;
    pthread_mutex_t turning; /* guards turn and stopped */
    pthread_cond_t turned;
    size_t turn;
    bool stopped; /* what follows is of no account */
    logreg__split_end end;
    int why;
} roads;

/* What a thread works with. */
typedef struct {
    roads *roads;
    logreg__chunk chunk;
    logreg__piece piece;
    bool ready;  /* the piece is */
    size_t odd;  /* rows that go the strict road where one does, */
    size_t left; /*   and those of them that have still to come */
    pthread_t thread;
} worker;

/* ---- One chunk ---- */

/* The columns, where pieces may join them. */
static logreg__csv_columns *settled(const roads *r)
{
    return r->csv->tuning.strict ? NULL : r->route->settled(r->route->strict.taker);
}

static bool make_ready(worker *w, logreg__csv_columns *columns)
{
    if (!w->ready)
        w->ready = logreg__piece_start(&w->piece, columns, w->roads->csv);
    return w->ready;
}

/* Reads plain rows; the place behind them. */
static size_t read_plain(worker *w, size_t from)
{
    logreg__csv_columns *columns = settled(w->roads);
    if (!columns)
        return from;
    logreg__piece_copy(&w->piece);
    if (make_ready(w, columns))
        return logreg__piece_read(&w->piece, &w->chunk, from);
    w->piece.starved = true;
    return from;
}

/* The same where rows have been odd: plain ones are looked for the more rarely, the fewer were found. */
static size_t look_for_plain(worker *w, size_t from)
{
    if (w->left) {
        logreg__piece_copy(&w->piece);
        w->piece.rows = 0;
        w->left--;
        return from;
    }
    size_t behind = read_plain(w, from);
    w->odd = w->piece.rows > w->odd ? 0 : w->odd < MOST_ODD ? 2 * w->odd + 1 : w->odd;
    w->left = w->odd;
    return behind;
}

static void join(worker *w)
{
    roads *r = w->roads;
    size_t rows = w->piece.rows;
    if (w->piece.starved) {
        r->end = LOGREG__SPLIT_NO_MEMORY;
    } else if (rows) {
        if (!r->route->join(r->route->strict.taker, &w->piece, logreg__splitter_line(r->strict)))
            r->end = LOGREG__SPLIT_STOPPED;
        logreg__splitter_pass(r->strict, rows);
    }
}

/* The thread's turn has come. The piece holds what is plain from the chunk's beginning up to `plain`, if a row begins there. */
static void walk(worker *w, size_t plain)
{
    roads *r = w->roads;
    const logreg__chunk *chunk = &w->chunk;
    size_t at = 0;
    bool read = true;
    while (at < chunk->n && r->end == LOGREG__SPLIT_ALL) {
        if (logreg__splitter_between(r->strict)) {
            if (!read)
                plain = look_for_plain(w, at);
            join(w);
            at = plain;
        }
        read = false;
        if (at < chunk->n && r->end == LOGREG__SPLIT_ALL) {
            at += logreg__splitter_take(r->strict, chunk->text + at, chunk->n - at);
            r->end = logreg__splitter_result(r->strict).end;
        }
    }
    if (r->end == LOGREG__SPLIT_ALL && chunk->broken) {
        r->end = LOGREG__SPLIT_UNREADABLE;
        r->why = chunk->why;
    }
    if (r->end == LOGREG__SPLIT_ALL && chunk->last) {
        logreg__splitter_finish(r->strict);
        r->end = logreg__splitter_result(r->strict).end;
    }
}

/* ---- Turns ---- */

/* Waits for the turn; false: there is nothing to do in it. */
static bool await_turn(roads *r, size_t number)
{
    pthread_mutex_lock(&r->turning);
    while (r->turn != number)
        pthread_cond_wait(&r->turned, &r->turning);
    bool stopped = r->stopped;
    pthread_mutex_unlock(&r->turning);
    return !stopped;
}

static void pass_turn(roads *r)
{
    pthread_mutex_lock(&r->turning);
    r->turn++;
    r->stopped = r->stopped || r->end != LOGREG__SPLIT_ALL;
    pthread_cond_broadcast(&r->turned);
    pthread_mutex_unlock(&r->turning);
}

static bool fetch(worker *w)
{
    roads *r = w->roads;
    pthread_mutex_lock(&r->fetching);
    bool any = logreg__chunks_next(&r->chunks, &w->chunk);
    pthread_mutex_unlock(&r->fetching);
    return any;
}

/* Reads one chunk. False: there is no more. */
static bool read_chunk(worker *w)
{
    roads *r = w->roads;
    if (!fetch(w))
        return false;
    size_t plain = read_plain(w, 0);
    bool go = await_turn(r, w->chunk.number);
    if (go)
        walk(w, plain);
    go = go && r->end == LOGREG__SPLIT_ALL;
    pass_turn(r);
    if (go)
        logreg__piece_copy(&w->piece);
    return go;
}

/* ---- Threads ---- */

static void *work(void *context)
{
    worker *w = context;
    while (read_chunk(w))
        ;
    return NULL;
}

static void clear_worker(worker *w)
{
    if (w->ready)
        logreg__piece_clear(&w->piece);
    logreg__chunk_clear(&w->chunk);
}

static size_t count_threads(const logreg__csv *csv)
{
    size_t n = (size_t)logreg__threads(csv->options.threads);
    return n < MOST_THREADS ? n : MOST_THREADS;
}

/* Works on with as many threads as there may be, and memory for; one is here already. */
static void work_together(worker *first)
{
    roads *r = first->roads;
    worker more[MOST_THREADS - 1] = {0};
    size_t n = 0, most = count_threads(r->csv) - 1;
    for (; n < most; n++) {
        more[n].roads = r;
        bool room = logreg__chunk_start(&more[n].chunk, r->chunks.size);
        if (!room || pthread_create(&more[n].thread, NULL, work, &more[n]) != 0) {
            clear_worker(&more[n]);
            break;
        }
    }
    work(first);
    for (size_t i = 0; i < n; i++) {
        pthread_join(more[i].thread, NULL);
        clear_worker(&more[i]);
    }
}

static void read_all(roads *r)
{
    worker first = {.roads = r};
    if (!logreg__chunk_start(&first.chunk, r->chunks.size)) {
        r->end = LOGREG__SPLIT_NO_MEMORY;
        return;
    }
    bool more = true, many = false;
    while (more && !many) {
        more = read_chunk(&first);
        many = settled(r) && r->chunks.count > r->csv->tuning.alone / r->chunks.size && !r->chunks.done;
    }
    if (more)
        work_together(&first);
    clear_worker(&first);
}

logreg__split_result logreg__roads_read(const logreg__route *route, logreg__source *source,
                                        const logreg__csv *csv)
{
    roads r = {.route = route, .csv = csv, .strict = logreg__splitter_new(&route->strict)};
    if (!r.strict)
        return (logreg__split_result){LOGREG__SPLIT_NO_MEMORY, 1, 1};
    pthread_mutex_init(&r.fetching, NULL);
    pthread_mutex_init(&r.turning, NULL);
    pthread_cond_init(&r.turned, NULL);
    if (logreg__chunks_start(&r.chunks, source, csv->tuning.chunk))
        read_all(&r);
    else
        r.end = LOGREG__SPLIT_NO_MEMORY;
    logreg__split_result result = logreg__splitter_result(r.strict);
    result.end = r.end;
    logreg__chunks_clear(&r.chunks);
    pthread_cond_destroy(&r.turned);
    pthread_mutex_destroy(&r.turning);
    pthread_mutex_destroy(&r.fetching);
    logreg__splitter_free(r.strict);
    errno = r.why;
    return result;
}
