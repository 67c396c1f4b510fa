#include "data/csv.h"

#include <errno.h>

#include "base/error.h"
#include "base/memory.h"

enum { CHUNK = 1 << 16 };

/* Files that people hand over in place of a CSV file, by their first bytes. */
static const struct {
    const char *bytes;
    size_t n;
    const char *what, *advice;
} others[] = {
    {"PK\3\4", 4, "a zip archive or a spreadsheet (xlsx, ods)", "save it as CSV"},
    {"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 8, "a spreadsheet (xls)", "save it as CSV"},
    {"\x1f\x8b", 2, "compressed (gzip)", "unpack it with gunzip"},
    {"BZh91AY&SY", 10, "compressed (bzip2)", "unpack it with bunzip2"},
    {"\xfd"
     "7zXZ",
     6, "compressed (xz)", "unpack it with unxz"},
    {"\x28\xb5\x2f\xfd", 4, "compressed (zstd)", "unpack it with unzstd"},
    {"%PDF-", 5, "a PDF document", "export its table as CSV"},
    {"SQLite format 3", 16, "an SQLite database", "export the table as CSV"},
    {"PAR1\x15", 5, "a Parquet file", "export it as CSV"},
    {"\x89HDF\r\n\x1a\n", 8, "an HDF5 file", "export it as CSV"},
};

static bool starts_with(const char *text, size_t n, const char *bytes, size_t count)
{
    return n >= count && memcmp(text, bytes, count) == 0;
}

/* ---- UTF-16 ---- */

static size_t put(char *to, uint32_t c)
{
    if (c < 0x80) {
        to[0] = (char)c;
        return 1;
    }
    if (c < 0x800) {
        to[0] = (char)(0xc0 | c >> 6);
        to[1] = (char)(0x80 | (c & 0x3f));
        return 2;
    }
    if (c < 0x10000) {
        to[0] = (char)(0xe0 | c >> 12);
        to[1] = (char)(0x80 | (c >> 6 & 0x3f));
        to[2] = (char)(0x80 | (c & 0x3f));
        return 3;
    }
    to[0] = (char)(0xf0 | c >> 18);
    to[1] = (char)(0x80 | (c >> 12 & 0x3f));
    to[2] = (char)(0x80 | (c >> 6 & 0x3f));
    to[3] = (char)(0x80 | (c & 0x3f));
    return 4;
}

static uint32_t unit(const logreg__source *source, size_t i)
{
    unsigned char a = (unsigned char)source->raw[i], b = (unsigned char)source->raw[i + 1];
    return source->big_endian ? (uint32_t)a << 8 | b : (uint32_t)b << 8 | a;
}

/* Turns n bytes of raw into UTF-8. Half a pair of surrogates comes out as three bytes that are not UTF-8, and half a
 * unit at the end of the file as one, so that the cell that holds them is refused like any other bad one. */
static void decode(logreg__source *source, size_t n)
{
    size_t from = 0, to = 0;
    while (from + 2 <= n) {
        uint32_t c = unit(source, from);
        bool leads = c >= 0xd800 && c < 0xdc00;
        if (leads && from + 4 > n && !source->end)
            break;
        uint32_t trail = leads && from + 4 <= n ? unit(source, from + 2) : 0;
        if (trail >= 0xdc00 && trail < 0xe000) {
            c = 0x10000 + ((c - 0xd800) << 10) + (trail - 0xdc00);
            from += 2;
        }
        to += put(source->decoded + to, c);
        from += 2;
    }
    source->kept = n - from;
    if (source->end && source->kept) {
        source->decoded[to++] = '\xff';
        source->kept = 0;
    }
    memmove(source->raw, source->raw + from, source->kept);
    source->bytes = source->decoded;
    source->n = to;
}

/* ---- Chunks ---- */

/* Reads behind the bytes kept, until the chunk is full or the stream ends. */
static bool fill(logreg__source *source, size_t *n)
{
    size_t want = CHUNK - source->kept;
    errno = 0;
    size_t got = fread(source->raw + source->kept, 1, want, source->stream);
    source->end = got < want;
    *n = source->kept + got;
    return !ferror(source->stream);
}

bool logreg__source_next(logreg__source *source)
{
    source->n = 0;
    if (source->end)
        return true;
    size_t n;
    if (!fill(source, &n))
        return false;
    if (source->decoded) {
        decode(source, n);
    } else {
        source->bytes = source->raw;
        source->n = n;
    }
    return true;
}

static logreg_status begin(logreg__source *source, size_t n, const logreg__csv *csv)
{
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (starts_with(source->raw, n, others[i].bytes, others[i].n))
            return logreg__fail(csv->err, LOGREG_EDATA, "%s is %s, not a CSV file; %s first", csv->file,
                                others[i].what, others[i].advice);
    source->big_endian = starts_with(source->raw, n, "\xfe\xff", 2);
    if (source->big_endian || starts_with(source->raw, n, "\xff\xfe", 2)) {
        source->decoded = logreg__new_raw(CHUNK / 2 + 1, 3);
        if (!source->decoded)
            return logreg__fail_memory(csv->err);
        memmove(source->raw, source->raw + 2, n - 2);
        decode(source, n - 2);
        return LOGREG_OK;
    }
    size_t mark = starts_with(source->raw, n, "\xef\xbb\xbf", 3) ? 3 : 0;
    source->bytes = source->raw + mark;
    source->n = n - mark;
    return LOGREG_OK;
}

logreg_status logreg__source_start(logreg__source *source, FILE *stream, const logreg__csv *csv)
{
    *source = (logreg__source){.stream = stream};
    source->raw = logreg__new_raw(CHUNK, 1);
    if (!source->raw)
        return logreg__fail_memory(csv->err);
    size_t n;
    if (!fill(source, &n)) {
        char room[128];
        return logreg__fail(csv->err, LOGREG_EIO, "%s cannot be read: %s", csv->file,
                            strerror_r(errno, room, sizeof room));
    }
    return begin(source, n, csv);
}

void logreg__source_clear(logreg__source *source)
{
    free(source->raw);
    free(source->decoded);
    *source = (logreg__source){0};
}
