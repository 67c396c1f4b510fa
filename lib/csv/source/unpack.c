/* gzip and zstd, unpacked as they are read. A stream may hold several members one after the other, as `cat a.gz b.gz`
 * makes them. Memory is bounded: one chunk of packed bytes and the window of the format (zstd: 128 MiB at most, its
 * library's own limit). A stream that unpacks to a hundred megabytes out of next to nothing is refused: no table of
 * data does. */
#include "csv/source/source.h"

#include <errno.h>

#include <zlib.h>
#include <zstd.h>

#include "base/memory.h"

enum { PACKED = 1 << 16, MANY_BYTES = 64 << 20, MANY_TIMES = 500 };

struct logreg__unpacker {
    FILE *stream;
    unsigned char *packed;
    size_t at, n; /* what of it is still to be unpacked */
    bool end;     /* of the stream */
    bool inside;  /* a member has begun and not ended */
    unsigned long long in, out;
    z_stream gzip;
    bool gzip_ready;
    ZSTD_DStream *zstd; /* NULL: gzip */
};

/* What one step did: bytes taken and made, and what is wrong. */
typedef struct {
    size_t taken, made;
    const char *broken;
} step;

static const char cut_off[] = "it breaks off in the middle; copy it again";
static const char damaged[] = "its compressed data are damaged; copy it again";
static const char followed[] = "other bytes stand behind the end of its compressed data; if the table is "
                               "whole without them, unpack it first "
                               "with gzip -dc, which leaves them out";
static const char bomb[] =
    "it unpacks to more than 500 times its size; if it is to be trusted, unpack it first";

static void *zlib_new(void *opaque, unsigned n, unsigned size)
{
    (void)opaque;
    return logreg__new(n, size);
}

static void zlib_free(void *opaque, void *p)
{
    (void)opaque;
    free(p);
}

logreg__unpacker *logreg__unpacker_new(logreg__packing packing, FILE *stream, const char *head, size_t n)
{
    enum { GZIP_ONLY = 16 + MAX_WBITS };
    logreg__unpacker *u = logreg__new(1, sizeof *u);
    if (!u)
        return NULL;
    *u = (logreg__unpacker){.stream = stream, .n = n, .gzip = {.zalloc = zlib_new, .zfree = zlib_free}};
    u->packed = logreg__new_raw(n > PACKED ? n : PACKED, 1);
    bool ok = u->packed;
    if (packing == LOGREG__ZSTD)
        ok = ok && (u->zstd = ZSTD_createDStream());
    else
        ok = ok && (u->gzip_ready = inflateInit2(&u->gzip, GZIP_ONLY) == Z_OK);
    if (!ok) {
        logreg__unpacker_free(u);
        return NULL;
    }
    memcpy(u->packed, head, n);
    return u;
}

/* Fetches packed bytes where none are left. False: reading failed. */
static bool refill(logreg__unpacker *u)
{
    if (u->at < u->n || u->end)
        return true;
    u->at = 0;
    u->n = fread(u->packed, 1, PACKED, u->stream);
    u->end = u->n < PACKED;
    return !ferror(u->stream);
}

static step step_gzip(logreg__unpacker *u, char *to, size_t want)
{
    z_stream *z = &u->gzip;
    z->next_in = u->packed + u->at;
    z->avail_in = (unsigned)(u->n - u->at);
    z->next_out = (unsigned char *)to;
    z->avail_out = (unsigned)want;
    if (!u->inside)
        inflateReset(z);
    int code = inflate(z, Z_NO_FLUSH);
    u->inside = code != Z_STREAM_END;
    bool fine = code == Z_OK || code == Z_STREAM_END || code == Z_BUF_ERROR;
    return (step){u->n - u->at - z->avail_in, want - z->avail_out, fine ? NULL : damaged};
}

static step step_zstd(logreg__unpacker *u, char *to, size_t want)
{
    ZSTD_inBuffer in = {u->packed + u->at, u->n - u->at, 0};
    ZSTD_outBuffer out = {to, want, 0};
    size_t left = ZSTD_decompressStream(u->zstd, &out, &in);
    bool fine = !ZSTD_isError(left);
    u->inside = left != 0;
    return (step){in.pos, out.pos, fine ? NULL : damaged};
}

/* gzip pads its files with zeros on some media. */
static void skip_padding(logreg__unpacker *u)
{
    while (!u->zstd && u->in && u->at < u->n && !u->packed[u->at])
        u->at++;
}

size_t logreg__unpacker_read(logreg__unpacker *u, char *to, size_t want, bool *failed, const char **broken)
{
    size_t got = 0;
    *failed = false;
    *broken = NULL;
    while (got < want && !*failed) {
        *failed = !refill(u);
        if (!u->inside)
            skip_padding(u);
        bool starved = u->at == u->n;
        if (*failed || (starved && !u->inside && u->end))
            break;
        if (starved && !u->inside)
            continue;
        if (!u->zstd && !u->inside && u->in && u->packed[u->at] != 0x1f) { /* no member begins so */
            *broken = followed;
            *failed = true;
            break;
        }
        step s = u->zstd ? step_zstd(u, to + got, want - got) : step_gzip(u, to + got, want - got);
        u->at += s.taken;
        u->in += s.taken;
        u->out += s.made;
        got += s.made;
        *broken = s.broken                                             ? s.broken
                  : starved && u->end && !s.made && u->inside          ? cut_off
                  : u->out > MANY_BYTES && u->out / MANY_TIMES > u->in ? bomb
                                                                       : NULL;
        *failed = *broken != NULL;
    }
    return got;
}

void logreg__unpacker_free(logreg__unpacker *u)
{
    if (!u)
        return;
    if (u->gzip_ready)
        inflateEnd(&u->gzip);
    ZSTD_freeDStream(u->zstd);
    free(u->packed);
    free(u);
}
