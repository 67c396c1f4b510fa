/* A PNG's text: chunks iTXt (ISO 15948, 11.3.4.5) that say what the picture shows. */
#include <stdint.h>

#include <zlib.h>

#include "figures/gnuplot/format.h"

/* Bytes of the signature and the header's chunk, behind which text may stand. */
#define HEADER 33

static void add_number(logreg__text *to, uint32_t value)
{
    const char byte[] = {(char)(value >> 24), (char)(value >> 16 & 255), (char)(value >> 8 & 255),
                         (char)(value & 255)};
    logreg__text_add_bytes(to, byte, 4);
}

/* Uncompressed, of no language in particular. */
static void add_text(logreg__text *to, const char *key, const char *words)
{
    logreg__text body = {0};
    logreg__text_add(&body, "iTXt");
    logreg__text_add_bytes(&body, key, strlen(key) + 1);
    logreg__text_add_bytes(&body, "\0\0\0\0", 4);
    logreg__text_add(&body, words);
    to->failed = to->failed || body.failed;
    if (!body.failed) {
        add_number(to, (uint32_t)(body.length - 4));
        logreg__text_add_bytes(to, body.start, body.length);
        add_number(to, (uint32_t)crc32(0, (const Bytef *)body.start, (uInt)body.length));
    }
    free(body.start);
}

bool logreg__png_mend(char **data, size_t *n, const char *title, const char *words)
{
    logreg__text mended = {0};
    logreg__text_add_bytes(&mended, *data, HEADER);
    add_text(&mended, "Title", title);
    add_text(&mended, "Description", words);
    logreg__text_add_bytes(&mended, *data + HEADER, *n - HEADER);
    return logreg__text_replace(data, n, &mended);
}
