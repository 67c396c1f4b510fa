/* Text of other encodings as UTF-8. */
#include <string.h>

#include "csv/source/source.h"

const char *const logreg__encoding_name[LOGREG__ENCODINGS] = {
    "utf-8",        "utf-16",       "latin1",       "windows-1252", "windows-1250",
    "windows-1251", "windows-1253", "windows-1254", "cp850",        "macintosh"};

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

/* page: NULL for Latin-1. */
static size_t decode_bytes(char *to, const char *from, size_t n, const uint16_t *page)
{
    size_t length = 0;
    for (size_t i = 0; i < n; i++) {
        unsigned char byte = (unsigned char)from[i];
        bool mapped = page && byte >= 0x80;
        if (mapped && !page[byte - 0x80])
            to[length++] = from[i];
        else
            length += put(to + length, mapped ? page[byte - 0x80] : byte);
    }
    return length;
}

static uint32_t unit(const char *from, bool big_endian)
{
    unsigned char a = (unsigned char)from[0], b = (unsigned char)from[1];
    return big_endian ? (uint32_t)a << 8 | b : (uint32_t)b << 8 | a;
}

/* Half a pair of surrogates comes out as three bytes, and half a unit at the end as one. */
static size_t decode_utf16(char *to, const char *from, size_t n, size_t *used, bool big_endian, bool end)
{
    size_t length = 0, i = 0;
    while (i + 2 <= n) {
        uint32_t c = unit(from + i, big_endian);
        bool leads = c >= 0xd800 && c < 0xdc00;
        if (leads && i + 4 > n && !end)
            break;
        uint32_t trail = leads && i + 4 <= n ? unit(from + i + 2, big_endian) : 0;
        if (trail >= 0xdc00 && trail < 0xe000) {
            c = 0x10000 + ((c - 0xd800) << 10) + (trail - 0xdc00);
            i += 2;
        }
        length += put(to + length, c);
        i += 2;
    }
    if (end && i < n) {
        to[length++] = '\xff';
        i = n;
    }
    *used = i;
    return length;
}

/* One character of UTF-8 as put() wrote it, out of n bytes; a byte that begins none stands for itself. */
static size_t get(uint32_t *c, const char *from, size_t n)
{
    unsigned char lead = (unsigned char)*from;
    size_t length = lead < 0xc0 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
    length = length <= n ? length : 1;
    *c = length == 1 ? lead : lead & (0xffu >> (length + 1));
    for (size_t i = 1; i < length; i++)
        *c = *c << 6 | ((unsigned char)from[i] & 0x3f);
    return length;
}

static size_t put_byte(char *to, uint32_t c, size_t length, const uint16_t *page)
{
    uint32_t byte = c;
    for (uint32_t i = 0; page && length > 1 && i < 128; i++)
        if (page[i] == c)
            byte = 0x80 + i;
    *to = (char)byte;
    return 1;
}

static size_t put_unit(char *to, uint32_t u, bool big_endian)
{
    to[!big_endian] = (char)(u >> 8);
    to[big_endian] = (char)u;
    return 2;
}

size_t logreg__encode(char *to, const char *from, size_t n, logreg__encoding encoding, bool big_endian)
{
    if (encoding == LOGREG__UTF8) {
        memcpy(to, from, n);
        return n;
    }
    size_t length = 0;
    for (size_t i = 0; i < n;) {
        uint32_t c;
        size_t taken = get(&c, from + i, n - i);
        i += taken;
        if (encoding != LOGREG__UTF16) {
            length += put_byte(to + length, c, taken, logreg__codepage(encoding));
        } else {
            if (c >= 0x10000)
                length += put_unit(to + length, 0xd800 + ((c - 0x10000) >> 10), big_endian);
            length += put_unit(to + length, c < 0x10000 ? c : 0xdc00 + (c & 0x3ff), big_endian);
        }
    }
    return length;
}

size_t logreg__decode(char *to, const char *from, size_t n, size_t *used, logreg__encoding encoding,
                      bool big_endian, bool end)
{
    *used = n;
    return encoding == LOGREG__UTF16 ? decode_utf16(to, from, n, used, big_endian, end)
                                     : decode_bytes(to, from, n, logreg__codepage(encoding));
}
