#include "csv/source/source.h"
#include "csv/mending/command.h"

#include <errno.h>

#include "base/error.h"
#include "base/memory.h"

enum { CHUNK = 1 << 16 };

/* ---- Chunks ---- */

/* Reads and unpacks the next bytes, until so many are there or the stream ends. */
static size_t fetch(logreg__source *source, char *to, size_t want, bool *ok)
{
    bool failed;
    size_t got;
    errno = 0;
    if (source->unpacker) {
        got = logreg__unpacker_read(source->unpacker, to, want, &failed, &source->broken);
    } else {
        got = fread(to, 1, want, source->stream);
        failed = ferror(source->stream);
    }
    source->end = got < want;
    *ok = !failed;
    return got;
}

/* Fetches a chunk into raw, behind the bytes kept. */
static bool fill(logreg__source *source, size_t *n)
{
    bool ok;
    *n = source->kept + fetch(source, source->raw + source->kept, CHUNK - source->kept, &ok);
    return ok;
}

/* Makes the chunk of n bytes of raw, from the given place on. */
static void deliver(logreg__source *source, size_t from, size_t n)
{
    source->kept = 0;
    source->bytes = source->raw + from;
    source->n = n - from;
    if (!source->decoded)
        return;
    size_t used;
    source->n = logreg__decode(source->decoded, source->bytes, n - from, &used, source->encoding,
                               source->big_endian, source->end);
    source->bytes = source->decoded;
    source->kept = n - from - used;
    memmove(source->raw, source->raw + from + used, source->kept);
}

/* Fetches and decodes a chunk; what came before a failure counts. */
static bool next(logreg__source *source)
{
    size_t n;
    bool ok = fill(source, &n);
    deliver(source, 0, n);
    return ok;
}

static size_t take_fetched(logreg__source *source, char *to, size_t want)
{
    size_t n = source->n < want ? source->n : want;
    memcpy(to, source->bytes, n);
    source->bytes += n;
    source->n -= n;
    return n;
}

size_t logreg__source_read(logreg__source *source, char *to, size_t want, bool *ok)
{
    size_t got = take_fetched(source, to, want);
    *ok = true;
    while (got < want && !source->end && *ok && source->decoded) {
        *ok = next(source);
        got += take_fetched(source, to + got, want - got);
    }
    if (got < want && !source->end && *ok)
        got += fetch(source, to + got, want - got, ok);
    return got;
}

logreg_status logreg__source_fail(const logreg__source *source, int why, const char *what,
                                  const logreg__csv *csv)
{
    char room[128];
    return logreg__fail(csv->err, LOGREG_EIO, "%s %s: %s", csv->file, what,
                        source->broken ? source->broken : strerror_r(why, room, sizeof room));
}

/* ---- The beginning ---- */

static bool starts_with(const char *text, size_t n, const char *bytes, size_t count)
{
    return n >= count && memcmp(text, bytes, count) == 0;
}

/* Is it UTF-16 without a mark? Of its ASCII, of which a table has much, every second byte is NUL, and no other byte is. */
static bool zeros_alternate(const char *head, size_t n, bool *big_endian)
{
    size_t zeros[2] = {0, 0}, some = (n < 1024 ? n : 1024) & ~(size_t)1;
    for (size_t i = 0; i < some; i++)
        zeros[i % 2] += !head[i];
    *big_endian = zeros[0] > 0;
    size_t all = zeros[0] + zeros[1];
    return all >= 4 && (zeros[0] == 0 || zeros[1] == 0) && 8 * all >= some;
}

/* The encoding, by the byte order mark and by what was told; *mark: length of the mark. */
static logreg_status find_encoding(logreg__source *source, size_t *mark, size_t n, const logreg__csv *csv)
{
    bool utf8 = starts_with(source->raw, n, "\xef\xbb\xbf", 3);
    source->big_endian = starts_with(source->raw, n, "\xfe\xff", 2);
    bool utf16 = source->big_endian || starts_with(source->raw, n, "\xff\xfe", 2);
    logreg__encoding found = utf8 ? LOGREG__UTF8 : utf16 ? LOGREG__UTF16 : LOGREG__ENCODINGS;
    logreg__encoding told = csv->encoding;
    bool open = !utf8 && !utf16 && (told == LOGREG__ENCODINGS || told == LOGREG__UTF16), big_endian;
    if (open && zeros_alternate(source->raw, n, &big_endian)) {
        source->big_endian = big_endian;
        found = LOGREG__UTF16;
    }
    if (found != LOGREG__ENCODINGS && told != LOGREG__ENCODINGS && found != told)
        return logreg__fail(csv->err, LOGREG_EDATA,
                            "%s begins with the byte order mark of %s, so it is not %s; leave out --encoding",
                            csv->file, logreg__encoding_name[found], logreg__encoding_name[told]);
    *mark = utf8 ? 3 : utf16 ? 2 : 0;
    while (*mark && starts_with(source->raw + *mark, n - *mark, source->raw, utf8 ? 3 : 2))
        *mark += utf8 ? 3 : 2; /* programs that add one do not look whether there is one */
    source->mark = *mark;
    source->encoding = told != LOGREG__ENCODINGS ? told : found != LOGREG__ENCODINGS ? found : LOGREG__UTF8;
    return LOGREG_OK;
}

/* Text of four bytes a character: by its byte order mark, or by the first two characters, which are ASCII in a header. */
static const char *wide_name(const char *head, size_t n)
{
    static const char zeros[] = "\0\0\0";
    if (n < 8)
        return NULL;
    if (memcmp(head, "\xff\xfe\0\0", 4) == 0 || memcmp(head, "\0\0\xfe\xff", 4) == 0)
        return "utf-32";
    if (head[0] && memcmp(head + 1, zeros, 3) == 0 && head[4] && memcmp(head + 5, zeros, 3) == 0)
        return "utf-32le";
    if (head[3] && memcmp(head, zeros, 3) == 0 && head[7] && memcmp(head + 4, zeros, 3) == 0)
        return "utf-32be";
    return NULL;
}

static logreg_status refuse_wide(const char *name, const logreg__csv *csv)
{
    char command[LOGREG__COMMAND], iconv[40];
    logreg__csv as_it_is = *csv;
    as_it_is.encoding = LOGREG__UTF8;
    snprintf(iconv, sizeof iconv, "iconv -f %s -t utf-8", name);
    return logreg__fail(csv->err, LOGREG_EDATA,
                        "%s is text in UTF-32, which is not read; make it UTF-8: %s%s", csv->file,
                        logreg__command(command, &as_it_is, "%s", iconv),
                        csv->encoding == LOGREG__ENCODINGS ? "" : ", and read that without --encoding");
}

static logreg_status begin(logreg__source *source, size_t n, const logreg__csv *csv)
{
    size_t mark = 0;
    const char *wide = wide_name(source->raw, n);
    if (wide)
        return refuse_wide(wide, csv);
    logreg__csv packed = *csv;
    packed.packing = source->packing;
    logreg_status status = logreg__kind_check(source->raw, n, &packed);
    if (status == LOGREG_OK)
        status = find_encoding(source, &mark, n, csv);
    if (status != LOGREG_OK)
        return status;
    if (source->encoding != LOGREG__UTF8) {
        source->decoded = logreg__new_raw(LOGREG__DECODED(CHUNK), 1);
        if (!source->decoded)
            return logreg__fail_memory(csv->err);
    }
    deliver(source, mark, n);
    return LOGREG_OK;
}

logreg_status logreg__source_start(logreg__source *source, FILE *stream, const logreg__csv *csv)
{
    *source = (logreg__source){.stream = stream, .stamp = logreg__stamp_of(stream)};
    source->raw = logreg__new_raw(CHUNK, 1);
    if (!source->raw)
        return logreg__fail_memory(csv->err);
    size_t n;
    bool ok = fill(source, &n);
    logreg__packing packing = ok ? logreg__packing_of(source->raw, n) : LOGREG__UNPACKED;
    source->packing = packing;
    if (packing != LOGREG__UNPACKED) {
        source->unpacker = logreg__unpacker_new(packing, stream, source->raw, n);
        if (!source->unpacker)
            return logreg__fail_memory(csv->err);
        ok = fill(source, &n);
    }
    return ok ? begin(source, n, csv) : logreg__source_fail(source, errno, "cannot be read", csv);
}

const char *logreg__charset(const logreg__source *source)
{
    bool marked = source->mark || source->encoding != LOGREG__UTF16;
    return marked ? logreg__encoding_name[source->encoding] : source->big_endian ? "utf-16be" : "utf-16le";
}

void logreg__source_clear(logreg__source *source)
{
    free(source->raw);
    free(source->decoded);
    logreg__unpacker_free(source->unpacker);
    *source = (logreg__source){0};
}
