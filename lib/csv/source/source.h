/* The bytes of a file: what kind it is, unpacking, encodings. */
#ifndef LOGREG_CSV_SOURCE_SOURCE_H
#define LOGREG_CSV_SOURCE_SOURCE_H

#include <stdio.h>
#include <time.h>
#include "csv/csv.h"

/* ---- What a file is (kind.c) ---- */

/* "gzip"; NULL where the file is plain. */
const char *logreg__packing_name(logreg__packing packing);

/* By the first bytes. */
logreg__packing logreg__packing_of(const char *head, size_t n);

/* EDATA where the first bytes are those of a spreadsheet, a data file of another program, a web page, an archive; the
 * sentence names what it is and how to make CSV of it. */
logreg_status logreg__kind_check(const char *head, size_t n, const logreg__csv *csv);

/* The same of JSON, scripts of SQL and R's notation. (notations.c) */
logreg_status logreg__notation_check(const char *head, size_t n, const logreg__csv *csv);

/* ---- Unpacking (unpack.c) ---- */

/* A compressed stream while it is read, in bounded memory. */
typedef struct logreg__unpacker logreg__unpacker;

/* Its first n bytes have been read already. NULL: memory is out. */
logreg__unpacker *logreg__unpacker_new(logreg__packing packing, FILE *stream, const char *head, size_t n);

/* Unpacks the next bytes, `want` of them unless the stream ends; how many. On failure *broken says why, and is NULL where
 * errno does; fewer bytes than wanted without a failure are the end. */
size_t logreg__unpacker_read(logreg__unpacker *unpacker, char *to, size_t want, bool *failed,
                             const char **broken);

void logreg__unpacker_free(logreg__unpacker *unpacker);

/* ---- Encodings (decode.c) ---- */

/* The encoding's name, as the option has it. */
extern const char *const logreg__encoding_name[LOGREG__ENCODINGS];

/* Room that n bytes of any encoding need as UTF-8. */
#define LOGREG__DECODED(n) (3 * (n) + 3)

/* Turns n bytes into UTF-8 at `to`; *used of them, less than n where half a character waits for more, unless this is the
 * end. What stands for no character comes out as bytes that are not UTF-8, so that the cell that holds them is refused
 * like any other bad one. Returns the length. */
size_t logreg__decode(char *to, const char *from, size_t n, size_t *used, logreg__encoding encoding,
                      bool big_endian, bool end);

/* The way back, into room for 2 n bytes: what logreg__decode made of a text becomes that text again. Returns the length. */
size_t logreg__encode(char *to, const char *from, size_t n, logreg__encoding encoding, bool big_endian);

/* ---- Single-byte encodings (codepage.c) ---- */

/* What bytes from 0x80 on stand for, 0 for nothing; NULL for Latin-1, in which they are what they are, and other encodings. */
const uint16_t *logreg__codepage(logreg__encoding encoding);

/* The one that a text which is not UTF-8 is likely to be in, by letters that make words: windows-1252 unless that speaks against itself.
 * ENCODINGS: it is *foreign, which is not read. (guess.c) */
logreg__encoding logreg__encoding_guess(const logreg__foreign **foreign, const char *text, size_t n);

/* Which encoding of two bytes a character holds all of the text, and makes it of ordinary characters? NULL: none does. (multibyte.c) */
const logreg__foreign *logreg__multibyte_guess(const char *text, size_t n);

/* ---- Files that change (stamp.c) ---- */

/* What tells whether a file is still as it was. */
typedef struct {
    bool known; /* a stream that is no file has none */
    off_t size;
    struct timespec written;
} logreg__stamp;

logreg__stamp logreg__stamp_of(FILE *stream);

/* Has it been written to since? Then its last row may be half a row, and all others another file's. */
bool logreg__stamp_differs(const logreg__stamp *stamp, FILE *stream);

/* The sentence on that. EIO. */
logreg_status logreg__fail_changed(const logreg__csv *csv);

/* ---- Source (source.c) ---- */

/* A stream in chunks, unpacked, as UTF-8 without a byte order mark. */
typedef struct {
    FILE *stream;
    const char *bytes; /* what has been fetched and not yet read: at first the head of the file */
    size_t n;
    char *raw;                  /* before decoding */
    size_t kept;                /* bytes at the front of raw that wait for the next ones: half a character */
    char *decoded;              /* NULL: raw is UTF-8 */
    logreg__unpacker *unpacker; /* NULL: the stream is not compressed */
    logreg__packing packing;
    logreg__encoding encoding;
    bool big_endian, end;
    size_t mark;        /* bytes of the byte order mark that was dropped */
    const char *broken; /* why reading failed, where errno does not tell */
    logreg__stamp stamp;
} logreg__source;

/* Fetches the first chunk. EDATA for a file that is something else, or in another encoding than told; EIO, ENOMEM. */
logreg_status logreg__source_start(logreg__source *source, FILE *stream, const logreg__csv *csv);

/* Moves the next bytes to `to`, so many of them unless the stream ends or fails; how many. Not ok: reading failed, and
 * source->broken or errno tells why. */
size_t logreg__source_read(logreg__source *source, char *to, size_t want, bool *ok);

/* The sentence on that. EIO. */
logreg_status logreg__source_fail(const logreg__source *source, int why, const char *what,
                                  const logreg__csv *csv);

void logreg__source_clear(logreg__source *source);

/* The encoding as iconv calls it. */
const char *logreg__charset(const logreg__source *source);

/* ---- Files of two encodings (mixed.c) ---- */

/* A cell has been told not to be UTF-8. Reads the file, from its beginning, once more, and where other lines are UTF-8 says so instead.
 * EDATA. */
logreg_status logreg__mixed_fail(FILE *stream, const logreg__csv *csv);

#endif
