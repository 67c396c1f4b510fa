/* A PDF's title and subject, which say what the picture shows: an update behind its end (ISO 32000-1, 7.5.6) that puts another dictionary of information
 * (14.3.3) in the place of the one there. What was drawn stays as it is. */
#include <stdio.h>
#include <stdlib.h>

#include <utf8proc.h>

#include "figures/gnuplot/format.h"

/* Text as UTF-16 in hexadecimal digits, which no character of it can end. */
static void add_text(logreg__text *to, const char *key, const char *words)
{
    const utf8proc_uint8_t *at = (const utf8proc_uint8_t *)words;
    char digits[12];
    logreg__text_add(to, key);
    logreg__text_add(to, " <FEFF");
    for (utf8proc_int32_t c; *at;) {
        utf8proc_ssize_t n = utf8proc_iterate(at, -1, &c);
        at += n > 0 ? n : 1;
        if (n <= 0)
            continue;
        if (c < 0x10000)
            snprintf(digits, sizeof digits, "%04X", (unsigned)c & 0xFFFF);
        else
            snprintf(digits, sizeof digits, "%04X%04X", 0xD800u + ((unsigned)(c - 0x10000) >> 10 & 0x3FF),
                     0xDC00u + ((unsigned)(c - 0x10000) & 0x3FF));
        logreg__text_add(to, digits);
    }
    logreg__text_add(to, ">\n");
}

/* The last place of a text; NULL: nowhere. */
static const char *find_last(const char *data, size_t n, const char *text)
{
    const char *last = NULL, *end = data + n;
    for (const char *at = data; (at = memmem(at, (size_t)(end - at), text, strlen(text))); at++)
        last = at;
    return last;
}

/* Reads the number behind a key of the last trailer; false: there is none. */
static bool read_number(unsigned long *value, const char *trailer, const char *end, const char *key)
{
    const char *at = memmem(trailer, (size_t)(end - trailer), key, strlen(key));
    char digits[12] = {0};
    if (!at)
        return false;
    at += strlen(key);
    while (at < end && (*at == ' ' || *at == '\n' || *at == '\r'))
        at++;
    for (size_t i = 0; i + 1 < sizeof digits && at < end && *at >= '0' && *at <= '9'; i++)
        digits[i] = *at++;
    *value = strtoul(digits, NULL, 10);
    return *digits;
}

/* A file whose end is not as cairo writes it stays as it is. */
bool logreg__pdf_mend(char **data, size_t *n, const char *title, const char *words)
{
    const char *end = *data + *n, *trailer = find_last(*data, *n, "trailer");
    unsigned long size, root, info, previous;
    if (!trailer || !read_number(&size, trailer, end, "/Size") ||
        !read_number(&root, trailer, end, "/Root") || !read_number(&info, trailer, end, "/Info") ||
        !read_number(&previous, trailer, end, "startxref"))
        return true;
    char line[160];
    logreg__text mended = {0};
    logreg__text_add_bytes(&mended, *data, *n);
    logreg__text_add(&mended, "\n");
    size_t object = mended.length;
    snprintf(line, sizeof line, "%lu 0 obj\n<< /Producer (gnuplot and cairo)\n", info);
    logreg__text_add(&mended, line);
    add_text(&mended, "/Title", title);
    add_text(&mended, "/Subject", words);
    logreg__text_add(&mended, ">>\nendobj\n");
    size_t table = mended.length;
    snprintf(line, sizeof line, "xref\n%lu 1\n%010zu 00000 n \ntrailer\n", info, object);
    logreg__text_add(&mended, line);
    snprintf(line, sizeof line,
             "<< /Size %lu /Root %lu 0 R /Info %lu 0 R /Prev %lu >>\nstartxref\n%zu\n%%%%EOF\n", size, root,
             info, previous, table);
    logreg__text_add(&mended, line);
    return logreg__text_replace(data, n, &mended);
}
