#include "csv/plain/plain.h"

#include <errno.h>

#include "base/memory.h"

bool logreg__chunk_start(logreg__chunk *chunk, size_t size)
{
    *chunk = (logreg__chunk){.room = logreg__new_raw(size + 2 * LOGREG__PAD, 1)};
    if (!chunk->room)
        return false;
    chunk->text = chunk->room + LOGREG__PAD;
    memset(chunk->room, 0, LOGREG__PAD);
    return true;
}

void logreg__chunk_clear(logreg__chunk *chunk)
{
    free(chunk->room);
    *chunk = (logreg__chunk){0};
}

bool logreg__chunks_start(logreg__chunks *chunks, logreg__source *source, size_t size)
{
    *chunks = (logreg__chunks){.source = source, .size = size, .rest = logreg__new_raw(size, 1)};
    return chunks->rest;
}

void logreg__chunks_clear(logreg__chunks *chunks)
{
    free(chunks->rest);
    *chunks = (logreg__chunks){0};
}

bool logreg__chunks_next(logreg__chunks *chunks, logreg__chunk *chunk)
{
    if (chunks->done)
        return false;
    chunk->number = chunks->count++;
    memcpy(chunk->text, chunks->rest, chunks->n_rest);
    bool ok;
    chunk->n = chunks->n_rest + logreg__source_read(chunks->source, chunk->text + chunks->n_rest,
                                                    chunks->size - chunks->n_rest, &ok);
    chunk->why = errno;
    chunk->broken = !ok;
    chunk->last = !ok || chunk->n < chunks->size;
    chunks->done = chunk->last;
    chunks->n_rest = 0;
    const char *feed = chunk->last ? NULL : memrchr(chunk->text, '\n', chunk->n);
    if (feed) {
        size_t whole = (size_t)(feed + 1 - chunk->text);
        chunks->n_rest = chunk->n - whole;
        memcpy(chunks->rest, chunk->text + whole, chunks->n_rest);
        chunk->n = whole;
    }
    memset(chunk->text + chunk->n, 0, LOGREG__PAD);
    return true;
}
