#include "data/alike.h"

#include <string.h>

#include "base/utf8.h"
#include "data/letters.h"
#include "data/marked.h"
#include "data/synonyms.h"

/* ---- What is left of a label without what writing varies in ---- */

enum { LONGEST = LOGREG__LETTERS };

typedef logreg__letters plain;

static bool has_digit(const char *text)
{
    return strpbrk(text, "0123456789") != NULL;
}

/* How programs write blanks, and and marks where such would be signs of theirs. */
static int32_t escaped(const char **text)
{
    static const struct {
        const char *as;
        int32_t is;
    } escapes[] = {{"&amp;", '&'}, {"&nbsp;", ' '}, {"%20", ' '}, {"%26", '&'}};
    for (size_t i = 0; i < sizeof escapes / sizeof *escapes; i++)
        if (strncmp(*text, escapes[i].as, strlen(escapes[i].as)) == 0) {
            *text += strlen(escapes[i].as);
            return escapes[i].is;
        }
    return 0;
}

/* Capital letters of Cyrillic and Greek that nobody can tell from Latin ones, in small letters. */
static int32_t latin(int32_t c)
{
    static const int32_t as[][2] = {
        {0x430, 'a'}, {0x432, 'b'}, {0x435, 'e'}, {0x43A, 'k'}, {0x43C, 'm'}, {0x43D, 'h'}, {0x43E, 'o'},
        {0x440, 'p'}, {0x441, 'c'}, {0x442, 't'}, {0x443, 'y'}, {0x445, 'x'}, {0x3B1, 'a'}, {0x3B2, 'b'},
        {0x3B5, 'e'}, {0x3B6, 'z'}, {0x3B7, 'h'}, {0x3B9, 'i'}, {0x3BA, 'k'}, {0x3BC, 'm'}, {0x3BD, 'n'},
        {0x3BF, 'o'}, {0x3C1, 'p'}, {0x3C4, 't'}, {0x3C5, 'y'}, {0x3C7, 'x'},
    };
    for (size_t i = 0; i < sizeof as / sizeof *as; i++)
        if (c == as[i][0])
            return as[i][1];
    return c;
}

static bool is_letter(int32_t c)
{
    return c > 0x7F || (c >= 'a' && c <= 'z');
}

static bool is_digit(int32_t c)
{
    return c >= '0' && c <= '9';
}

/* The two letters that stand for one of German or of the north where there is none: ue for an u with dots. */
static bool spelt_out(int32_t to[LOGREG__FOLDED], const char **text)
{
    static const struct {
        int32_t letter;
        char as[3];
    } pairs[] = {{0xE4, "ae"}, {0xF6, "oe"}, {0xFC, "ue"}, {0xE5, "aa"}, {0xF8, "oe"}, {0xE6, "ae"}};
    const char *at = *text;
    int32_t c = logreg__utf8_next_small(&at);
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
        if (c == pairs[i].letter) {
            to[0] = pairs[i].as[0];
            to[1] = pairs[i].as[1];
            *text = at;
            return true;
        }
    return false;
}

/* Characters, all blanks as one kind; out: letters with dots as two. False: too many. */
static bool spell(plain *p, const char *text, bool out)
{
    for (p->n = 0;;) {
        int32_t to[LOGREG__FOLDED] = {escaped(&text)};
        int n = *to ? 1 : out && spelt_out(to, &text) ? 2 : logreg__utf8_next_folded(to, &text);
        if (n < 0)
            return true;
        for (int i = 0; i < n; i++) {
            if (p->n == LONGEST)
                return false;
            p->letter[p->n++] = to[i] == '\t' ? ' ' : latin(to[i]);
        }
    }
}

/* The word between blanks at `at`, where one begins: its length without them, 0 if it is none of those. */
static size_t word_at(const plain *p, size_t at, const char *const *words)
{
    for (; *words; words++) {
        size_t n = strlen(*words), k = 0;
        while (k < n && at + k < p->n && p->letter[at + k] == (unsigned char)(*words)[k])
            k++;
        if (k == n && at && p->letter[at - 1] == ' ' && at + n < p->n && p->letter[at + n] == ' ')
            return n;
    }
    return 0;
}

/* Writes `and` as &, and between numbers `to` as a hyphen. */
static void shorten(plain *p)
{
    static const char *const ands[] = {"and", "und", NULL}, *const tos[] = {"to", "bis", NULL};
    size_t to = 0;
    for (size_t i = 0; i < p->n; i++) {
        size_t n = word_at(p, i, ands), m = i > 1 && is_digit(p->letter[i - 2]) ? word_at(p, i, tos) : 0;
        bool range = m && i + m + 1 < p->n && is_digit(p->letter[i + m + 1]);
        p->letter[to++] = n ? '&' : range ? '-' : p->letter[i];
        i += n ? n - 1 : range ? m - 1 : 0;
    }
    p->n = to;
}

/* Does a plus stand for a blank between words, as in addresses of web pages: New+York? A+B is two drugs. */
static bool is_blank_plus(const plain *p, size_t i)
{
    return p->letter[i] == '+' && i > 1 && i + 2 < p->n && is_letter(p->letter[i - 1]) &&
           is_letter(p->letter[i - 2]) && is_letter(p->letter[i + 1]) && is_letter(p->letter[i + 2]);
}

/* Is what stands at i nothing, in a label with or without digits? Of numbers, blanks count between two words alone; of words no blank does, nor what joins
 * them, but A- is no A. */
static bool is_passed(const plain *p, size_t i, size_t written, bool numbered)
{
    int32_t c = p->letter[i], last = i ? p->letter[i - 1] : 0, next = i + 1 < p->n ? p->letter[i + 1] : 0;
    bool blank = c == ' ';
    if (numbered)
        return blank && (next == ' ' || !((is_letter(last) || is_digit(last) || last == ' ') &&
                                          (is_letter(next) || is_digit(next))));
    bool more = false;
    for (size_t k = i + 1; k < p->n && !more; k++)
        more = is_letter(p->letter[k]);
    return blank || is_blank_plus(p, i) || c == '_' || c == '.' || (c == '-' && written && more);
}

/* Behind the number that labels have in front in some lists: 01 - Sales. */
static const char *behind_number(const char *text)
{
    const char *at = text + strspn(text, "0123456789");
    size_t marks = at > text ? strspn(at, " .-):=") : 0;
    return marks && !has_digit(at) ? at + marks : text;
}

/* Writes the saint of a place as st: Saint Louis, St. Louis. */
static void shorten_saints(plain *p)
{
    static const char *const saints[] = {"saint", "sankt"};
    size_t to = 0;
    for (size_t i = 0; i < p->n; i++) {
        size_t n = 0;
        for (size_t w = 0; w < 2 && !n && (!i || p->letter[i - 1] == ' ' || p->letter[i - 1] == '-'); w++) {
            size_t k = 0;
            while (saints[w][k] && i + k < p->n && p->letter[i + k] == saints[w][k])
                k++;
            n = !saints[w][k] && i + k + 1 < p->n && (p->letter[i + k] == ' ' || p->letter[i + k] == '-') ? k
                                                                                                          : 0;
        }
        p->letter[to++] = p->letter[i];
        if (n)
            p->letter[to++] = 't';
        i += n ? n - 1 : 0;
    }
    p->n = to;
}

bool logreg__letters_of(plain *p, const char *text, bool numbered, bool out)
{
    size_t to = 0;
    if (!spell(p, text, out))
        return false;
    shorten(p);
    if (out)
        shorten_saints(p);
    plain whole = *p;
    for (size_t i = 0; i < whole.n; i++)
        if (!is_passed(&whole, i, to, numbered))
            p->letter[to++] = whole.letter[i];
    p->n = to;
    return true;
}

/* Programs that have no letter for a byte, or no byte for a letter, write such marks; of bytes of UTF-8 one each. */
static bool is_lost(int32_t c)
{
    return c == 0xFFFD || c == '?';
}

static int32_t next_of(const char *text)
{
    return logreg__utf8_next_small(&text);
}

bool logreg__label_lost(const char *a, const char *b)
{
    size_t letters = 0, lost = 0;
    int32_t x, y;
    do {
        x = logreg__utf8_next_small(&a);
        y = logreg__utf8_next_small(&b);
        bool here = is_lost(x) && y > 0x7F && !is_lost(y);
        if (x != y && !here)
            return false;
        lost += here;
        letters += !here && is_letter(x);
        while (here && is_lost(next_of(a)) && next_of(b) <= 0x7F && next_of(b) != '?')
            logreg__utf8_next_small(&a);
    } while (x >= 0);
    return lost && letters > 1;
}

/* Have both lost the same letters, one to other marks? */
static bool both_lost(const char *a, const char *b)
{
    bool other = false;
    int32_t x, y;
    do {
        x = logreg__utf8_next_small(&a);
        y = logreg__utf8_next_small(&b);
        if (x != y && !(is_lost(x) && is_lost(y)))
            return false;
        other = other || x != y;
    } while (x >= 0);
    return other;
}

static bool are_same(const char *a, const char *b, bool out)
{
    plain x, y;
    if (has_digit(a) != has_digit(b)) {
        a = behind_number(a);
        b = behind_number(b);
    }
    bool numbered = has_digit(a) || has_digit(b), any = false;
    if (!logreg__letters_of(&x, a, numbered, out) || !logreg__letters_of(&y, b, numbered, out) || x.n != y.n)
        return false;
    for (size_t i = 0; i < x.n; i++) {
        if (x.letter[i] != y.letter[i])
            return false;
        any = any || is_letter(x.letter[i]) || is_digit(x.letter[i]);
    }
    return any; /* signs alone, + and ++, are none */
}

/* Most labels hold nothing that could be written out. */
static bool has_more(const char *text)
{
    for (const char *p = text; *p; p++)
        if (*p & 0x80)
            return true;
    return strcasestr(text, "saint") || strcasestr(text, "sankt");
}

bool logreg__labels_spelt_out(const char *a, const char *b)
{
    return (has_more(a) || has_more(b)) && !are_same(a, b, false) && are_same(a, b, true);
}

bool logreg__labels_alike(const char *a, const char *b)
{
    return logreg__labels_mean_one(a, b) || logreg__label_lost(a, b) || logreg__label_lost(b, a) ||
           both_lost(a, b) || are_same(a, b, false) || logreg__labels_spelt_out(a, b) ||
           logreg__label_marked(a, b) || logreg__label_marked(b, a);
}

/* A Roman number that is no word. */
static bool is_numeral(const char *text, const char *digits)
{
    return strlen(text) > 1 && text[strspn(text, digits)] == '\0';
}

bool logreg__label_worse(const char *a, const char *b)
{
    static const char *const escapes[] = {"&amp;", "&nbsp;", "%20", "%26"};
    bool escaped = false;
    for (size_t i = 0; i < sizeof escapes / sizeof *escapes; i++)
        escaped = escaped || (strstr(a, escapes[i]) && !strstr(b, escapes[i]));
    return escaped || logreg__label_lost(a, b) || (is_numeral(b, "IVX") && !is_numeral(a, "IVX"));
}
