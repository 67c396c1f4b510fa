/* Single-byte encodings: what bytes 0x80 to 0xff stand for (Unicode's mapping tables of vendors; Apple's of 1998 on, with the euro sign); 0:
 * nothing. And which of them a text is likely to be in. */
#include "csv/source/source.h"

#include <ctype.h>
#include <limits.h>
#include <string.h>
#include <uchar.h>

#include "base/utf8.h"

static const uint16_t windows1252[128] = {
    0x20ac, 0,      0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160, 0x2039, 0x0152,
    0,      0x017d, 0,      0,      0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x02dc, 0x2122,
    0x0161, 0x203a, 0x0153, 0,      0x017e, 0x0178, 0x00a0, 0x00a1, 0x00a2, 0x00a3, 0x00a4, 0x00a5, 0x00a6,
    0x00a7, 0x00a8, 0x00a9, 0x00aa, 0x00ab, 0x00ac, 0x00ad, 0x00ae, 0x00af, 0x00b0, 0x00b1, 0x00b2, 0x00b3,
    0x00b4, 0x00b5, 0x00b6, 0x00b7, 0x00b8, 0x00b9, 0x00ba, 0x00bb, 0x00bc, 0x00bd, 0x00be, 0x00bf, 0x00c0,
    0x00c1, 0x00c2, 0x00c3, 0x00c4, 0x00c5, 0x00c6, 0x00c7, 0x00c8, 0x00c9, 0x00ca, 0x00cb, 0x00cc, 0x00cd,
    0x00ce, 0x00cf, 0x00d0, 0x00d1, 0x00d2, 0x00d3, 0x00d4, 0x00d5, 0x00d6, 0x00d7, 0x00d8, 0x00d9, 0x00da,
    0x00db, 0x00dc, 0x00dd, 0x00de, 0x00df, 0x00e0, 0x00e1, 0x00e2, 0x00e3, 0x00e4, 0x00e5, 0x00e6, 0x00e7,
    0x00e8, 0x00e9, 0x00ea, 0x00eb, 0x00ec, 0x00ed, 0x00ee, 0x00ef, 0x00f0, 0x00f1, 0x00f2, 0x00f3, 0x00f4,
    0x00f5, 0x00f6, 0x00f7, 0x00f8, 0x00f9, 0x00fa, 0x00fb, 0x00fc, 0x00fd, 0x00fe, 0x00ff,
};

static const uint16_t windows1250[128] = {
    0x20ac, 0,      0x201a, 0,      0x201e, 0x2026, 0x2020, 0x2021, 0,      0x2030, 0x0160, 0x2039, 0x015a,
    0x0164, 0x017d, 0x0179, 0,      0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0,      0x2122,
    0x0161, 0x203a, 0x015b, 0x0165, 0x017e, 0x017a, 0x00a0, 0x02c7, 0x02d8, 0x0141, 0x00a4, 0x0104, 0x00a6,
    0x00a7, 0x00a8, 0x00a9, 0x015e, 0x00ab, 0x00ac, 0x00ad, 0x00ae, 0x017b, 0x00b0, 0x00b1, 0x02db, 0x0142,
    0x00b4, 0x00b5, 0x00b6, 0x00b7, 0x00b8, 0x0105, 0x015f, 0x00bb, 0x013d, 0x02dd, 0x013e, 0x017c, 0x0154,
    0x00c1, 0x00c2, 0x0102, 0x00c4, 0x0139, 0x0106, 0x00c7, 0x010c, 0x00c9, 0x0118, 0x00cb, 0x011a, 0x00cd,
    0x00ce, 0x010e, 0x0110, 0x0143, 0x0147, 0x00d3, 0x00d4, 0x0150, 0x00d6, 0x00d7, 0x0158, 0x016e, 0x00da,
    0x0170, 0x00dc, 0x00dd, 0x0162, 0x00df, 0x0155, 0x00e1, 0x00e2, 0x0103, 0x00e4, 0x013a, 0x0107, 0x00e7,
    0x010d, 0x00e9, 0x0119, 0x00eb, 0x011b, 0x00ed, 0x00ee, 0x010f, 0x0111, 0x0144, 0x0148, 0x00f3, 0x00f4,
    0x0151, 0x00f6, 0x00f7, 0x0159, 0x016f, 0x00fa, 0x0171, 0x00fc, 0x00fd, 0x0163, 0x02d9,
};

static const uint16_t windows1251[128] = {
    0x0402, 0x0403, 0x201a, 0x0453, 0x201e, 0x2026, 0x2020, 0x2021, 0x20ac, 0x2030, 0x0409, 0x2039, 0x040a,
    0x040c, 0x040b, 0x040f, 0x0452, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0,      0x2122,
    0x0459, 0x203a, 0x045a, 0x045c, 0x045b, 0x045f, 0x00a0, 0x040e, 0x045e, 0x0408, 0x00a4, 0x0490, 0x00a6,
    0x00a7, 0x0401, 0x00a9, 0x0404, 0x00ab, 0x00ac, 0x00ad, 0x00ae, 0x0407, 0x00b0, 0x00b1, 0x0406, 0x0456,
    0x0491, 0x00b5, 0x00b6, 0x00b7, 0x0451, 0x2116, 0x0454, 0x00bb, 0x0458, 0x0405, 0x0455, 0x0457, 0x0410,
    0x0411, 0x0412, 0x0413, 0x0414, 0x0415, 0x0416, 0x0417, 0x0418, 0x0419, 0x041a, 0x041b, 0x041c, 0x041d,
    0x041e, 0x041f, 0x0420, 0x0421, 0x0422, 0x0423, 0x0424, 0x0425, 0x0426, 0x0427, 0x0428, 0x0429, 0x042a,
    0x042b, 0x042c, 0x042d, 0x042e, 0x042f, 0x0430, 0x0431, 0x0432, 0x0433, 0x0434, 0x0435, 0x0436, 0x0437,
    0x0438, 0x0439, 0x043a, 0x043b, 0x043c, 0x043d, 0x043e, 0x043f, 0x0440, 0x0441, 0x0442, 0x0443, 0x0444,
    0x0445, 0x0446, 0x0447, 0x0448, 0x0449, 0x044a, 0x044b, 0x044c, 0x044d, 0x044e, 0x044f,
};

static const uint16_t windows1253[128] = {
    0x20ac, 0,      0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0,      0x2030, 0,      0x2039, 0,
    0,      0,      0,      0,      0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0,      0x2122,
    0,      0x203a, 0,      0,      0,      0,      0x00a0, 0x0385, 0x0386, 0x00a3, 0x00a4, 0x00a5, 0x00a6,
    0x00a7, 0x00a8, 0x00a9, 0,      0x00ab, 0x00ac, 0x00ad, 0x00ae, 0x2015, 0x00b0, 0x00b1, 0x00b2, 0x00b3,
    0x0384, 0x00b5, 0x00b6, 0x00b7, 0x0388, 0x0389, 0x038a, 0x00bb, 0x038c, 0x00bd, 0x038e, 0x038f, 0x0390,
    0x0391, 0x0392, 0x0393, 0x0394, 0x0395, 0x0396, 0x0397, 0x0398, 0x0399, 0x039a, 0x039b, 0x039c, 0x039d,
    0x039e, 0x039f, 0x03a0, 0x03a1, 0,      0x03a3, 0x03a4, 0x03a5, 0x03a6, 0x03a7, 0x03a8, 0x03a9, 0x03aa,
    0x03ab, 0x03ac, 0x03ad, 0x03ae, 0x03af, 0x03b0, 0x03b1, 0x03b2, 0x03b3, 0x03b4, 0x03b5, 0x03b6, 0x03b7,
    0x03b8, 0x03b9, 0x03ba, 0x03bb, 0x03bc, 0x03bd, 0x03be, 0x03bf, 0x03c0, 0x03c1, 0x03c2, 0x03c3, 0x03c4,
    0x03c5, 0x03c6, 0x03c7, 0x03c8, 0x03c9, 0x03ca, 0x03cb, 0x03cc, 0x03cd, 0x03ce, 0,
};

static const uint16_t windows1254[128] = {
    0x20ac, 0,      0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160, 0x2039, 0x0152,
    0,      0,      0,      0,      0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x02dc, 0x2122,
    0x0161, 0x203a, 0x0153, 0,      0,      0x0178, 0x00a0, 0x00a1, 0x00a2, 0x00a3, 0x00a4, 0x00a5, 0x00a6,
    0x00a7, 0x00a8, 0x00a9, 0x00aa, 0x00ab, 0x00ac, 0x00ad, 0x00ae, 0x00af, 0x00b0, 0x00b1, 0x00b2, 0x00b3,
    0x00b4, 0x00b5, 0x00b6, 0x00b7, 0x00b8, 0x00b9, 0x00ba, 0x00bb, 0x00bc, 0x00bd, 0x00be, 0x00bf, 0x00c0,
    0x00c1, 0x00c2, 0x00c3, 0x00c4, 0x00c5, 0x00c6, 0x00c7, 0x00c8, 0x00c9, 0x00ca, 0x00cb, 0x00cc, 0x00cd,
    0x00ce, 0x00cf, 0x011e, 0x00d1, 0x00d2, 0x00d3, 0x00d4, 0x00d5, 0x00d6, 0x00d7, 0x00d8, 0x00d9, 0x00da,
    0x00db, 0x00dc, 0x0130, 0x015e, 0x00df, 0x00e0, 0x00e1, 0x00e2, 0x00e3, 0x00e4, 0x00e5, 0x00e6, 0x00e7,
    0x00e8, 0x00e9, 0x00ea, 0x00eb, 0x00ec, 0x00ed, 0x00ee, 0x00ef, 0x011f, 0x00f1, 0x00f2, 0x00f3, 0x00f4,
    0x00f5, 0x00f6, 0x00f7, 0x00f8, 0x00f9, 0x00fa, 0x00fb, 0x00fc, 0x0131, 0x015f, 0x00ff,
};

static const uint16_t cp850[128] = {
    0x00c7, 0x00fc, 0x00e9, 0x00e2, 0x00e4, 0x00e0, 0x00e5, 0x00e7, 0x00ea, 0x00eb, 0x00e8, 0x00ef, 0x00ee,
    0x00ec, 0x00c4, 0x00c5, 0x00c9, 0x00e6, 0x00c6, 0x00f4, 0x00f6, 0x00f2, 0x00fb, 0x00f9, 0x00ff, 0x00d6,
    0x00dc, 0x00f8, 0x00a3, 0x00d8, 0x00d7, 0x0192, 0x00e1, 0x00ed, 0x00f3, 0x00fa, 0x00f1, 0x00d1, 0x00aa,
    0x00ba, 0x00bf, 0x00ae, 0x00ac, 0x00bd, 0x00bc, 0x00a1, 0x00ab, 0x00bb, 0x2591, 0x2592, 0x2593, 0x2502,
    0x2524, 0x00c1, 0x00c2, 0x00c0, 0x00a9, 0x2563, 0x2551, 0x2557, 0x255d, 0x00a2, 0x00a5, 0x2510, 0x2514,
    0x2534, 0x252c, 0x251c, 0x2500, 0x253c, 0x00e3, 0x00c3, 0x255a, 0x2554, 0x2569, 0x2566, 0x2560, 0x2550,
    0x256c, 0x00a4, 0x00f0, 0x00d0, 0x00ca, 0x00cb, 0x00c8, 0x0131, 0x00cd, 0x00ce, 0x00cf, 0x2518, 0x250c,
    0x2588, 0x2584, 0x00a6, 0x00cc, 0x2580, 0x00d3, 0x00df, 0x00d4, 0x00d2, 0x00f5, 0x00d5, 0x00b5, 0x00fe,
    0x00de, 0x00da, 0x00db, 0x00d9, 0x00fd, 0x00dd, 0x00af, 0x00b4, 0x00ad, 0x00b1, 0x2017, 0x00be, 0x00b6,
    0x00a7, 0x00f7, 0x00b8, 0x00b0, 0x00a8, 0x00b7, 0x00b9, 0x00b3, 0x00b2, 0x25a0, 0x00a0,
};

static const uint16_t macintosh[128] = {
    0x00c4, 0x00c5, 0x00c7, 0x00c9, 0x00d1, 0x00d6, 0x00dc, 0x00e1, 0x00e0, 0x00e2, 0x00e4, 0x00e3, 0x00e5,
    0x00e7, 0x00e9, 0x00e8, 0x00ea, 0x00eb, 0x00ed, 0x00ec, 0x00ee, 0x00ef, 0x00f1, 0x00f3, 0x00f2, 0x00f4,
    0x00f6, 0x00f5, 0x00fa, 0x00f9, 0x00fb, 0x00fc, 0x2020, 0x00b0, 0x00a2, 0x00a3, 0x00a7, 0x2022, 0x00b6,
    0x00df, 0x00ae, 0x00a9, 0x2122, 0x00b4, 0x00a8, 0x2260, 0x00c6, 0x00d8, 0x221e, 0x00b1, 0x2264, 0x2265,
    0x00a5, 0x00b5, 0x2202, 0x2211, 0x220f, 0x03c0, 0x222b, 0x00aa, 0x00ba, 0x03a9, 0x00e6, 0x00f8, 0x00bf,
    0x00a1, 0x00ac, 0x221a, 0x0192, 0x2248, 0x2206, 0x00ab, 0x00bb, 0x2026, 0x00a0, 0x00c0, 0x00c3, 0x00d5,
    0x0152, 0x0153, 0x2013, 0x2014, 0x201c, 0x201d, 0x2018, 0x2019, 0x00f7, 0x25ca, 0x00ff, 0x0178, 0x2044,
    0x20ac, 0x2039, 0x203a, 0xfb01, 0xfb02, 0x2021, 0x00b7, 0x201a, 0x201e, 0x2030, 0x00c2, 0x00ca, 0x00c1,
    0x00cb, 0x00c8, 0x00cd, 0x00ce, 0x00cf, 0x00cc, 0x00d3, 0x00d4, 0xf8ff, 0x00d2, 0x00da, 0x00db, 0x00d9,
    0x0131, 0x02c6, 0x02dc, 0x00af, 0x02d8, 0x02d9, 0x02da, 0x00b8, 0x02dd, 0x02db, 0x02c7,
};

const uint16_t *logreg__codepage(logreg__encoding encoding)
{
    return encoding == LOGREG__WINDOWS1252   ? windows1252
           : encoding == LOGREG__WINDOWS1250 ? windows1250
           : encoding == LOGREG__WINDOWS1251 ? windows1251
           : encoding == LOGREG__WINDOWS1253 ? windows1253
           : encoding == LOGREG__WINDOWS1254 ? windows1254
           : encoding == LOGREG__CP850       ? cp850
           : encoding == LOGREG__MACINTOSH   ? macintosh
                                             : NULL;
}

/* ---- Guessing ---------------------------------------------------------------------------------------------- */

/* Greek and Cyrillic, of which whole words are made. */
static bool is_script(unsigned c)
{
    return (c >= 0x386 && c <= 0x3ce && c != 0x387) || (c >= 0x400 && c <= 0x45f);
}

/* Latin letters with accents, and those; of the signs between the former two are none. */
static bool is_letter(unsigned c)
{
    return (c >= 0xc0 && c <= 0x17f && c != 0xd7 && c != 0xf7) || is_script(c);
}

static bool is_capital(unsigned c)
{
    return (c >= 0xc0 && c <= 0xde) || (c >= 0x100 && c <= 0x137 && c % 2 == 0) ||
           (c >= 0x139 && c <= 0x148 && c % 2) || (c >= 0x14a && c <= 0x177 && c % 2 == 0) || c == 0x178 ||
           ((c == 0x179 || c == 0x17b || c == 0x17d)) || (c >= 0x386 && c <= 0x3ab && c != 0x390) ||
           (c >= 0x400 && c <= 0x42f);
}

/* Signs that stand beside numbers and within text in tables: money, degrees, squares, dashes, quotes, a blank. */
static bool is_usual(unsigned c)
{
    static const uint16_t usual[] = {0xa0,   0xa3,   0xa7,   0xab,   0xb0,   0xb1,   0xb2,   0xb3,   0xb5,
                                     0xb7,   0xbb,   0xbd,   0xaa,   0xba,   0x20ac, 0x2013, 0x2014, 0x2018,
                                     0x2019, 0x201c, 0x201d, 0x201e, 0x2022, 0x2026, 0x2030};
    for (size_t i = 0; i < sizeof usual / sizeof *usual; i++)
        if (usual[i] == c)
            return true;
    return false;
}

/* A letter of Greek that hardly any word has; or a capital within a word, or its last letter, where neither stands. last: the character before;
 * next: the one behind; 0: one of ASCII. */
static bool is_out_of_place(unsigned c, unsigned last, unsigned next)
{
    enum { FINAL_SIGMA = 0x3c2, ODD_IOTA = 0x390, ODD_UPSILON = 0x3b0 };
    return c == ODD_IOTA || c == ODD_UPSILON || (c == FINAL_SIGMA && is_script(next)) ||
           (is_script(c) && is_capital(c) && is_script(last) &&
            (!is_capital(last) || (is_script(next) && !is_capital(next))));
}

/* How well a character goes with its neighbours, which are the file's bytes. */
static int judge(unsigned c, unsigned char before, unsigned char behind, bool many)
{
    bool in_word = isalpha(before) || isalpha(behind) || many, middle = isalpha(before) && isalpha(behind);
    if (!is_letter(c))
        return c == 0x2019 || (is_usual(c) && !middle && !many) ? 1 : in_word ? -4 : -2;
    if (is_script(c) != many)
        return -2;
    return !in_word ? -1 : is_capital(c) && islower(before) ? -3 : 2;
}

/* Does a question or a cry of Spanish begin there, which ends as others do? */
static bool opens_sentence(unsigned c, const char *text, size_t n, size_t i)
{
    enum { LONGEST = 200 };
    char close = c == 0xbf ? '?' : c == 0xa1 ? '!' : '\0';
    size_t k = i + 1, far = n - i > LONGEST ? i + LONGEST : n;
    if (!close || (i && isalnum((unsigned char)text[i - 1])))
        return false;
    while (k < far && text[k] != close && !strchr(";|\t\r\n", text[k]))
        k++;
    return k < far && k > i + 1 && text[k] == close;
}

/* The score of an encoding; *bad: characters that speak against it. One that some byte has no character in is none. */
static long score(const uint16_t *page, const char *text, size_t n, size_t *bad)
{
    long sum = 0;
    *bad = 0;
    for (size_t i = 0; i < n; i++) {
        unsigned char byte = (unsigned char)text[i];
        if (byte < 0x80)
            continue;
        unsigned char before = i ? (unsigned char)text[i - 1] : ' ',
                      behind = i + 1 < n ? (unsigned char)text[i + 1] : ' ';
        bool many = (before >= 0x80 && behind >= 0x80) || (i > 1 && before >= 0x80 && text[i - 2] & 0x80) ||
                    (i + 2 < n && behind >= 0x80 && text[i + 2] & 0x80);
        if (!page[byte - 0x80]) {
            *bad = n;
            return LONG_MIN;
        }
        unsigned last = before < 0x80 ? 0 : page[before - 0x80],
                 next = behind < 0x80 ? 0 : page[behind - 0x80];
        int points = is_out_of_place(page[byte - 0x80], last, next) ? -3
                     : opens_sentence(page[byte - 0x80], text, n, i)
                         ? 1
                         : judge(page[byte - 0x80], before, behind, many);
        sum += points;
        *bad += points < 0;
    }
    return sum;
}

/* Eight bytes at a time, since nearly all files are. */
static bool is_ascii(const char *text, size_t n)
{
    uint64_t all = 0, eight;
    size_t i = 0;
    for (; i + sizeof eight <= n; i += sizeof eight) {
        memcpy(&eight, text + i, sizeof eight);
        all |= eight;
    }
    for (; i < n; i++)
        all |= (uint64_t)(text[i] & 0x80) << 56;
    return !(all & UINT64_C(0x8080808080808080));
}

/* ---- Languages ---- */

static const char16_t *const western_ones[] = {
    u"\u00e9\u00e8\u00e0\u00e2\u00ea\u00ee\u00f4\u00fb\u00f9\u00e7\u00eb\u00ef\u00fc\u0153\u00e6\u00ff", /* French */
    u"\u00e4\u00f6\u00fc\u00df\u00e9\u00e8\u00e0",                                     /* German */
    u"\u00e1\u00e9\u00ed\u00f3\u00fa\u00f1\u00fc",                                     /* Spanish */
    u"\u00e0\u00e8\u00e9\u00ed\u00ef\u00f2\u00f3\u00fa\u00fc\u00e7",                   /* Catalan */
    u"\u00e1\u00e0\u00e2\u00e3\u00e9\u00ea\u00ed\u00f3\u00f4\u00f5\u00fa\u00fc\u00e7", /* Portuguese */
    u"\u00e0\u00e8\u00e9\u00ec\u00ed\u00ee\u00f2\u00f3\u00f9\u00fa",                   /* Italian */
    u"\u00e9\u00eb\u00ef\u00f3\u00f6\u00fc\u00e8\u00e4\u00ea\u00e7",                   /* Dutch */
    u"\u00e6\u00f8\u00e5\u00e9\u00e8\u00ea\u00f3\u00f2\u00e2\u00f4\u00fc\u00e4\u00f6", /* Danish, Norwegian */
    u"\u00e5\u00e4\u00f6\u00e9\u00e0\u00fc\u0161\u017e",                               /* Swedish, Finnish */
    u"\u00e1\u00e9\u00ed\u00f3\u00fa\u00fd\u00fe\u00e6\u00f6\u00f0\u00e5",             /* Icelandic */
    u"\u00e4\u00f5\u00f6\u00fc\u0161\u017e",                                           /* Estonian */
};

static const char16_t *const central_ones[] = {
    u"\u00e1\u010d\u010f\u00e9\u011b\u00ed\u0148\u00f3\u0159\u0161\u0165\u00fa\u016f\u00fd\u017e\u00f6"
    u"\u00fc", /* Czech */
    u"\u00e1\u00e4\u010d\u010f\u00e9\u00ed\u013a\u013e\u0148\u00f3\u00f4\u0155\u0161\u0165\u00fa\u00fd"
    u"\u017e",                                                 /* Slovak */
    u"\u00e1\u00e9\u00ed\u00f3\u00f6\u0151\u00fa\u00fc\u0171", /* Hungarian */
    u"\u0105\u0107\u0119\u0142\u0144\u00f3\u015b\u017a\u017c", /* Polish */
    u"\u010d\u0107\u0111\u0161\u017e",                         /* Croatian, Slovene */
    u"\u0103\u00e2\u00ee\u015f\u0163",                         /* Romanian */
};

static unsigned small_letter(unsigned c)
{
    return !is_capital(c) ? c : c == 0x178 ? 0xff : c < 0x100 ? c + 0x20 : c + 1;
}

/* Letters that stand in the alphabet but not before that character: an o with a tilde stands before an e in Portuguese, an n with one before a
 * vowel in Spanish, and the French ligature never before w, r, m, p or k. Where they do not, they are another language's letters: the
 * Hungarian, or the Polish ones of windows-1250. */
static bool is_odd(unsigned c, char next, const char16_t *alphabet)
{
    enum { FRENCH = 0, SPANISH = 2, PORTUGUESE = 4 };
    unsigned char behind = (unsigned char)next;
    return (c == 0xf5 && alphabet == western_ones[PORTUGUESE] && !strchr("eE", next)) ||
           (c == 0xf1 && alphabet == western_ones[SPANISH] && behind < 0x80 &&
            !(next && strchr("aeiouAEIOU", next))) ||
           (c == 0x153 && alphabet == western_ones[FRENCH] && next && strchr("wrmpkWRMPK", next));
}

/* Are all letters of the text, beyond ASCII, in one of n alphabets? */
static bool is_in_one(const char16_t *const *alphabet, size_t n_alphabets, const uint16_t *page,
                      const char *text, size_t n)
{
    for (size_t a = 0; a < n_alphabets; a++) {
        bool all = true;
        for (size_t i = 0; i < n && all; i++) {
            unsigned char byte = (unsigned char)text[i];
            unsigned c = byte < 0x80 ? 0 : small_letter(page[byte - 0x80]);
            const char16_t *letter = alphabet[a];
            while (is_letter(c) && *letter && *letter != c)
                letter++;
            all = *letter && !is_odd(c, i + 1 < n ? text[i + 1] : '\0', alphabet[a]);
        }
        if (all)
            return true;
    }
    return false;
}

/* Does the text fit no language of the west, but one of those between? What is ø for the one is ř for the other. */
static bool central_european(const char *text, size_t n)
{
    return !is_in_one(western_ones, sizeof western_ones / sizeof *western_ones, windows1252, text, n) &&
           is_in_one(central_ones, sizeof central_ones / sizeof *central_ones, windows1250, text, n);
}

/* Does the text fit Polish, with words that end in what is ³ for windows-1252? It is no power behind four letters, the last a vowel that
 * such words have before it, or the text has other letters of Polish; and no note, of which there would be a second. */
static bool polish(const char *text, size_t n)
{
    enum { STROKE = 0xb3, SECOND = 0xb2, POLISH = 3 };
    bool ends = false, other = false, vowel = false;
    if (memchr(text, SECOND, n) || !is_in_one(&central_ones[POLISH], 1, windows1250, text, n))
        return false;
    for (size_t i = 0, letters = 0; i < n; i++) {
        unsigned char byte = (unsigned char)text[i];
        bool stroke = byte == STROKE && (i + 1 == n || !isalnum((unsigned char)text[i + 1])) && letters >= 4;
        ends = ends || stroke;
        vowel = vowel || (stroke && strchr("aioyAIOY", text[i - 1]));
        other = other || (byte != STROKE && byte >= 0x80 && is_letter(windows1250[byte - 0x80]));
        letters = isalpha(byte) || byte >= 0x80 ? letters + 1 : 0;
    }
    return ends && (other || vowel);
}

/* Does the text fit Turkish, with two of the letters that windows-1252 has not, for which that has Icelandic ones? */
static bool turkish(const char *text, size_t n)
{
    static const char16_t *const letters = u"\u00e7\u011f\u0131\u00f6\u015f\u00fc\u00e2\u00ee\u00fb";
    bool soft = false, dotless = false, hissing = false;
    if (!is_in_one(&letters, 1, windows1254, text, n))
        return false;
    for (size_t i = 0; i < n; i++) {
        unsigned char byte = (unsigned char)text[i];
        unsigned c = byte < 0x80 ? 0 : small_letter(windows1254[byte - 0x80]);
        soft = soft || c == 0x11f;
        dotless = dotless || c == 0x131;
        hissing = hissing || c == 0x15f;
    }
    return soft + dotless + hissing > 1;
}

logreg__encoding logreg__encoding_guess(const logreg__foreign **foreign, const char *text, size_t n)
{
    logreg__encoding best = LOGREG__WINDOWS1252;
    *foreign = NULL;
    size_t bad;
    if (is_ascii(text, n) || logreg__utf8_valid(text, n) == n)
        return best;
    long most = score(windows1252, text, n, &bad);
    bool western = !bad, sound = western;
    for (logreg__encoding e = LOGREG__WINDOWS1252 + 1; e < LOGREG__ENCODINGS && !western; e++) {
        long points = score(logreg__codepage(e), text, n, &bad);
        sound = sound || !bad;
        if (points > most) {
            most = points;
            best = e;
        }
    }
    if (!sound && (*foreign = logreg__multibyte_guess(text, n)))
        return LOGREG__ENCODINGS;
    return best != LOGREG__WINDOWS1252                    ? best
           : turkish(text, n)                             ? LOGREG__WINDOWS1254
           : polish(text, n) || central_european(text, n) ? LOGREG__WINDOWS1250
                                                          : best;
}
