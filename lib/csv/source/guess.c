/* Which single-byte encoding a text that is not UTF-8 is in: the one by which its characters go best with their neighbours, and are letters of one
 * language. */
#include "csv/source/source.h"

#include <ctype.h>
#include <limits.h>
#include <string.h>
#include <uchar.h>

#include "base/utf8.h"

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
    return !is_in_one(western_ones, sizeof western_ones / sizeof *western_ones,
                      logreg__codepage(LOGREG__WINDOWS1252), text, n) &&
           is_in_one(central_ones, sizeof central_ones / sizeof *central_ones,
                     logreg__codepage(LOGREG__WINDOWS1250), text, n);
}

/* Does the text fit Polish, with words that end in what is ³ for windows-1252? It is no power behind four letters, the last a vowel that
 * such words have before it, or the text has other letters of Polish; and no note, of which there would be a second. */
static bool polish(const char *text, size_t n)
{
    enum { STROKE = 0xb3, SECOND = 0xb2, POLISH = 3 };
    bool ends = false, other = false, vowel = false;
    if (memchr(text, SECOND, n) ||
        !is_in_one(&central_ones[POLISH], 1, logreg__codepage(LOGREG__WINDOWS1250), text, n))
        return false;
    for (size_t i = 0, letters = 0; i < n; i++) {
        unsigned char byte = (unsigned char)text[i];
        bool stroke = byte == STROKE && (i + 1 == n || !isalnum((unsigned char)text[i + 1])) && letters >= 4;
        ends = ends || stroke;
        vowel = vowel || (stroke && strchr("aioyAIOY", text[i - 1]));
        other = other || (byte != STROKE && byte >= 0x80 &&
                          is_letter(logreg__codepage(LOGREG__WINDOWS1250)[byte - 0x80]));
        letters = isalpha(byte) || byte >= 0x80 ? letters + 1 : 0;
    }
    return ends && (other || vowel);
}

/* Does the text fit Turkish, with two of the letters that windows-1252 has not, for which that has Icelandic ones? */
static bool turkish(const char *text, size_t n)
{
    static const char16_t *const letters = u"\u00e7\u011f\u0131\u00f6\u015f\u00fc\u00e2\u00ee\u00fb";
    bool soft = false, dotless = false, hissing = false;
    if (!is_in_one(&letters, 1, logreg__codepage(LOGREG__WINDOWS1254), text, n))
        return false;
    for (size_t i = 0; i < n; i++) {
        unsigned char byte = (unsigned char)text[i];
        unsigned c = byte < 0x80 ? 0 : small_letter(logreg__codepage(LOGREG__WINDOWS1254)[byte - 0x80]);
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
    long most = score(logreg__codepage(LOGREG__WINDOWS1252), text, n, &bad);
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
