#include "figures/gnuplot/format.h"

#include <stdint.h>
#include <string.h>
#include <strings.h>

#include "base/number.h"

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

#define STYLE " noenhanced background rgb '#ffffff'\n"
#define PNG " fontscale 1.9 linewidth 1.8 pointscale 1.9 font 'Lato,13' rounded" STYLE

static const logreg__format formats[] = {
    {".png", "pngcairo", ",", PNG, 1, true, whole_png, logreg__png_mend},
    {".svg", "svg", ",", " dynamic rounded fontscale 1.4 font 'Lato,13'" STYLE, 900.0 / 1600, false,
     whole_svg, logreg__svg_mend},
    {".pdf", "pdfcairo", "in,",
     "in fontscale 0.77 linewidth 1.4 pointscale 0.77 font 'Lato,13' rounded" STYLE, 9.0 / 1600, true,
     whole_pdf, logreg__pdf_mend},
    {".gp", "pngcairo", ",", PNG, 1, false, NULL, NULL},
};

void logreg__format_terminal(logreg__text *script, const logreg__format *format, int width, int height)
{
    char number[LOGREG__NUMBER_SIZE];
    logreg__text_add(script, "set terminal ");
    logreg__text_add(script, format->terminal);
    logreg__text_add(script, " size ");
    logreg__text_add(script, logreg__number_format(number, width * format->scale, 4));
    logreg__text_add(script, format->between);
    logreg__text_add(script, logreg__number_format(number, height * format->scale, 4));
    logreg__text_add(script, format->style);
}

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
