#include "figures/format.h"

#include <stdint.h>
#include <string.h>
#include <strings.h>

#include "base/text.h"

static bool begins(const char *data, size_t n, const char *with, size_t m)
{
    return n >= m && memcmp(data, with, m) == 0;
}

/* Ends in a text, but for white space after it. */
static bool ends(const char *data, size_t n, const char *with)
{
    size_t m = strlen(with);
    while (n && strchr(" \t\r\n", data[n - 1]) && data[n - 1])
        n--;
    return n >= m && memcmp(data + n - m, with, m) == 0;
}

static uint32_t big_endian(const char *at)
{
    const unsigned char *b = (const unsigned char *)at;
    return (uint32_t)b[0] << 24 | (uint32_t)b[1] << 16 | (uint32_t)b[2] << 8 | b[3];
}

/* PNG (ISO 15948): a signature, then chunks of length, type, data, checksum, the last of which is IEND. */
static bool whole_png(const char *data, size_t n)
{
    static const char signature[] = "\x89PNG\r\n\x1a\n";
    if (!begins(data, n, signature, 8))
        return false;
    for (size_t at = 8; n - at >= 12;) {
        size_t length = big_endian(data + at);
        if (length > n - at - 12)
            return false;
        if (memcmp(data + at + 4, "IEND", 4) == 0)
            return at + 12 + length == n;
        at += 12 + length;
    }
    return false;
}

static bool whole_svg(const char *data, size_t n)
{
    return begins(data, n, "<?xml", 5) && ends(data, n, "</svg>");
}

static bool whole_pdf(const char *data, size_t n)
{
    return begins(data, n, "%PDF-", 5) && ends(data, n, "%%EOF");
}

/* gnuplot writes "Lato:Bold" for a family of fonts, which no viewer knows, and names none to fall back upon. A label
 * that reads the same comes to no harm: it stands between tags. */
static bool mend_svg(char **data, size_t *n)
{
    static const char family[] = "font-family=\"Lato";
    logreg__text mended = {0};
    const char *at = *data, *end = *data + *n, *found;
    while ((found = memmem(at, (size_t)(end - at), family, sizeof family - 1))) {
        logreg__text_add_bytes(&mended, at, (size_t)(found - at) + sizeof family - 1);
        at = found + sizeof family - 1;
        bool bold = end - at > 6 && memcmp(at, ":Bold\"", 6) == 0;
        logreg__text_add(&mended, bold ? ", sans-serif\" font-weight=\"bold\"" : ", sans-serif");
        at += bold ? 6 : 0;
    }
    logreg__text_add_bytes(&mended, at, (size_t)(end - at));
    size_t length = mended.length;
    char *text = logreg__text_take(&mended);
    if (!text)
        return false;
    free(*data);
    *data = text;
    *n = length;
    return true;
}

#define PNG "set terminal pngcairo size "
#define PNG_STYLE                                                                                            \
    " fontscale 1.9 linewidth 1.8 pointscale 1.9 font 'Lato,13' rounded noenhanced background rgb '#ffffff'"
#define SVG "set terminal svg size "
#define SVG_STYLE " dynamic rounded fontscale 1.4 font 'Lato,13' noenhanced background rgb '#ffffff'"
#define PDF "set terminal pdfcairo size "
#define PDF_STYLE                                                                                            \
    " fontscale 0.77 linewidth 1.4 pointscale 0.77 font 'Lato,13' rounded noenhanced background rgb "        \
    "'#ffffff'"

static const logreg__format formats[] = {
    {".png", {PNG "1600,1000" PNG_STYLE, PNG "1100,1100" PNG_STYLE}, whole_png, NULL},
    {".svg", {SVG "900,560" SVG_STYLE, SVG "620,620" SVG_STYLE}, whole_svg, mend_svg},
    {".pdf", {PDF "9in,5.6in" PDF_STYLE, PDF "6.2in,6.2in" PDF_STYLE}, whole_pdf, NULL},
    {".gp", {PNG "1600,1000" PNG_STYLE, PNG "1100,1100" PNG_STYLE}, NULL, NULL},
};

const logreg__format *logreg__format_of(const char *path)
{
    size_t n = strlen(path);
    for (size_t i = 0; i < sizeof formats / sizeof *formats; i++) {
        size_t m = strlen(formats[i].suffix);
        if (n > m && path[n - m - 1] != '/' && strcasecmp(path + n - m, formats[i].suffix) == 0)
            return &formats[i];
    }
    return NULL;
}
