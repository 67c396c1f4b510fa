/* Files of two encodings: parts of UTF-8 and of Windows-1252 that were joined. Whichever of the two is named, one town becomes two. */
#include "csv/mending/command.h"
#include "csv/source/source.h"

#include <string.h>

#include "base/error.h"
#include "base/memory.h"
#include "base/utf8.h"

enum { PIECE = 1 << 16 };

/* Lines that are not ASCII. */
typedef struct {
    size_t utf8, others;
} census;

static void look_at(census *c, const char *line, size_t n)
{
    bool ascii = true;
    for (size_t i = 0; i < n && ascii; i++)
        ascii = !(line[i] & 0x80);
    bool valid = ascii || logreg__utf8_valid(line, n) == n;
    c->utf8 += valid && !ascii;
    c->others += !valid;
}

/* Looks at the lines of text; how many bytes of the last one, which has no end, are left. */
static size_t look_at_lines(census *c, const char *text, size_t n)
{
    const char *end = text + n, *stop;
    while ((stop = memchr(text, '\n', (size_t)(end - text)))) {
        look_at(c, text, (size_t)(stop - text));
        text = stop + 1;
    }
    return (size_t)(end - text);
}

/* False: it cannot be read, or memory is out. */
static bool count_lines(census *c, FILE *stream, const logreg__csv *csv)
{
    logreg_error unsaid;
    logreg__csv quiet = *csv;
    logreg__source source = {0};
    quiet.err = &unsaid;
    char *text = logreg__new_raw(2 * PIECE, 1);
    bool ok = text && logreg__source_start(&source, stream, &quiet) == LOGREG_OK;
    size_t kept = 0, got = 1;
    while (ok && got) {
        got = logreg__source_read(&source, text + kept, PIECE, &ok);
        size_t n = kept + got;
        kept = look_at_lines(c, text, n);
        if (kept > PIECE || !got) { /* a line that long is looked at in parts */
            look_at(c, text + n - kept, kept);
            kept = 0;
        }
        memmove(text, text + n - kept, kept);
    }
    logreg__source_clear(&source);
    free(text);
    return ok;
}

logreg_status logreg__mixed_fail(FILE *stream, const logreg__csv *csv)
{
    census c = {0};
    char *message = csv->err ? csv->err->message : NULL;
    char *tail =
        message ? strstr(message, csv->foreign ? ", and the text is likely" : "; use --encoding") : NULL;
    if (!tail || !count_lines(&c, stream, csv) || !c.utf8 || !c.others ||
        (csv->foreign && c.utf8 <= c.others))
        return LOGREG_EDATA;
    char command[LOGREG__COMMAND];
    snprintf(
        tail, (size_t)(message + LOGREG_MESSAGE_SIZE - tail),
        ", but %zu other line%s %s; if the %zu that %s not %s windows-1252, make all UTF-8: %s", c.utf8,
        c.utf8 == 1 ? "" : "s", c.utf8 == 1 ? "is" : "are", c.others, c.others == 1 ? "is" : "are",
        c.others == 1 ? "is" : "are",
        logreg__command(
            command, csv,
            "perl -MEncode -pe '$_ = encode_utf8(decode(\"cp1252\", $_)) if !utf8::decode(my $line = $_)'"));
    return LOGREG_EDATA;
}
