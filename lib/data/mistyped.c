/* Slips of the hand. What is a word of its own as often as a slip counts as one in few rows alone; a letter that lacks within a long word, or stands twice,
 * makes hardly ever another one, nor do two letters that lack within a longer one. */
#include "data/alike.h"

#include <string.h>

#include "data/letters.h"

typedef logreg__letters plain;

/* A change of letters that is none; that may be a slip; that nearly always is. */
typedef enum { NONE, NEAR, SURE } slip;

static bool has_digit(const char *text)
{
    return strpbrk(text, "0123456789") != NULL;
}

/* Of such letters labels are made that count, II and III, or rank, AA and AAA. */
static bool counts(const plain *p)
{
    bool numeral = true, same = true;
    for (size_t i = 0; i < p->n; i++) {
        int32_t c = p->letter[i];
        numeral = numeral && (c == 'i' || c == 'v' || c == 'x');
        same = same && c == p->letter[0];
    }
    return numeral || same;
}

/* Are capitals alone a word, and no code or sequence: eight or more, of six kinds, with vowels among them? */
static bool is_in_capitals(const char *text)
{
    enum { LENGTH = 8, KINDS = 6, CONSONANTS = 4 };
    bool seen[26] = {false};
    size_t n = 0, kinds = 0, run = 0, longest = 0;
    for (; *text; text++) {
        if (*text < 'A' || *text > 'Z')
            continue;
        n++;
        kinds += !seen[*text - 'A'];
        seen[*text - 'A'] = true;
        run = strchr("AEIOUY", *text) ? 0 : run + 1;
        longest = run > longest ? run : longest;
    }
    return n >= LENGTH && kinds >= KINDS && longest <= CONSONANTS;
}

/* Is it one of small letters, or in capitals all of it, and no code of capitals, as genes and species have? */
static bool is_word(const char *text)
{
    size_t capitals = 0, small = 0;
    for (const char *p = text + (*text != '\0'); *p; p++) {
        capitals += *p >= 'A' && *p <= 'Z';
        small += *p >= 'a' && *p <= 'z';
    }
    return !capitals || (!small && is_in_capitals(text));
}

/* Is it one word, so that two letters that it has more are no word of their own, as in very unlikely? */
static bool is_single(const char *text)
{
    for (; *text; text++)
        if (!((*text | 0x20) >= 'a' && (*text | 0x20) <= 'z') && !(*text & 0x80))
            return false;
    return true;
}

/* Does only a gap of two letters within part two long words, of which the ends that are alike have head and tail letters? */
static bool has_gap(const char *a, const char *b, size_t shorter, size_t longer, size_t head, size_t tail)
{
    enum { LONG = 12, ENDS = 3 };
    return longer == shorter + 2 && head + tail == shorter && shorter >= LONG && head >= ENDS && tail >= ENDS &&
           is_single(a) && is_single(b) && is_word(a) && is_word(b);
}

static slip slip_of(const char *a, const char *b)
{
    enum { SHORTEST = 5, SHORTER = 4, LONG = 6 };
    plain p, q;
    if (has_digit(a) || has_digit(b) || !logreg__letters_of(&p, a, false, false) ||
        !logreg__letters_of(&q, b, false, false))
        return NONE;
    const int32_t *x = p.letter, *y = q.letter;
    size_t n = p.n, m = q.n, head = 0, tail = 0;
    if (n < 2 || m < 2 || x[0] != y[0] || n > m + 2 || m > n + 2 || (counts(&p) && counts(&q)))
        return NONE;
    while (head < n && head < m && x[head] == y[head])
        head++;
    while (tail < n - head && tail < m - head && x[n - 1 - tail] == y[m - 1 - tail])
        tail++;
    size_t left = n - head - tail, right = m - head - tail, shorter = n < m ? n : m;
    if (n > m + 1 || m > n + 1)
        return has_gap(a, b, shorter, n < m ? m : n, head, tail) ? SURE : NONE;
    const int32_t *longer = n > m ? x : y;
    bool doubled = left + right == 1 && longer[head] == longer[head - 1];
    bool swapped = left == 2 && right == 2 && x[head] == y[head + 1] && x[head + 1] == y[head];
    bool one = left <= 1 && right <= 1 && left + right > 0, at_end = left + right == 1 && tail == 0;
    if (!doubled && !(one && shorter >= SHORTEST) && !((swapped || at_end) && shorter >= SHORTER))
        return NONE;
    bool inside = (left + right == 1 && !at_end) || swapped || doubled,
         plural = at_end && longer[head] == 's';
    return is_word(a) && is_word(b) && ((inside && shorter >= LONG) || plural) ? SURE : NEAR;
}

/* Does a end within a word of b, of which it has two letters or more behind another word: Strongly Di, Strongly Disagree? */
static bool is_cut(const char *a, const char *b)
{
    size_t n = strlen(a);
    const char *word = strrchr(a, ' ');
    unsigned char next = (unsigned char)(strncmp(a, b, n) == 0 ? b[n] : '\0');
    bool within = (next >= 'a' && next <= 'z') || next >= 0x80;
    return within && word && word > a && strlen(word + 1) > 1 && b[n + 1] && !has_digit(a);
}

bool logreg__labels_near(const char *a, const char *b)
{
    return slip_of(a, b) != NONE || is_cut(a, b) || is_cut(b, a);
}

bool logreg__label_slipped(const char *a, size_t n, const char *b, size_t of)
{
    enum { ROWS = 3, TIMES = 10, SURELY = 5 };
    if (n == 0 || of < SURELY * n)
        return false;
    slip kind = slip_of(a, b);
    return kind == SURE || (n <= ROWS && ((kind == NEAR && of >= TIMES * n) || is_cut(a, b)));
}
