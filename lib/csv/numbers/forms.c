/* Numbers in a form that is not read as one: as a time, a fraction, with a label, in another notation. */
#include "csv/numbers/forms.h"
#include "csv/numbers/sums.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "base/number.h"
#include "data/answers.h"
#include "data/day.h"

static bool is_number(const char *text, size_t n)
{
    double x;
    return n && !isblank((unsigned char)*text) && !isblank((unsigned char)text[n - 1]) &&
           (logreg__number_parse(&x, text, n, '.') || logreg__number_parse(&x, text, n, ','));
}

bool logreg__says_pressure(const char *text)
{
    text += strspn(text, " ");
    return strncasecmp(text, "mm", 2) == 0 && strcasecmp(text + 2 + (text[2] == ' '), "hg") == 0;
}

static bool is_hex(const char *text)
{
    text += *text == '-' || *text == '+';
    return text[0] == '0' && (text[1] == 'x' || text[1] == 'X') && text[2] &&
           !text[2 + strspn(text + 2, "0123456789abcdefABCDEF")];
}

/* 3.97D+01 */
static bool is_fortran(const char *text, size_t n)
{
    char copy[64];
    const char *d = strpbrk(text, "dD");
    if (!d || d == text || n >= sizeof copy)
        return false;
    memcpy(copy, text, n);
    copy[d - text] = 'e';
    return is_number(copy, n);
}

/* ="39", =39 */
static bool is_formula(const char *text, size_t n)
{
    if (*text != '=')
        return false;
    bool quoted = n > 3 && text[1] == '"' && text[n - 1] == '"';
    return quoted ? is_number(text + 2, n - 3) : is_number(text + 1, n - 1);
}

/* 39 +- 2, 39 ± 2, 39 (2); and, with a percent sign, the share that a count is: 39 (19.6%) */
static logreg__form spread(const char *text)
{
    size_t sign_at = *text == '-' || *text == '+', n = sign_at + strspn(text + sign_at, ".,0123456789");
    size_t blank = text[n] == ' ';
    const char *behind = text + n + blank, *end = behind + strlen(behind);
    bool brackets = *behind == '(' && end[-1] == ')';
    bool sign = strncmp(behind, "\xc2\xb1", 2) == 0;
    size_t mark = brackets ? 1 : sign ? 2 : strncmp(behind, "+/-", 3) == 0 ? 3 : 0;
    bool percent = brackets && end[-2] == '%';
    behind += mark;
    behind += *behind == ' ';
    end -= brackets + percent;
    if (!mark || behind >= end || !is_number(text, n) || !is_number(behind, (size_t)(end - behind)))
        return LOGREG__FORM_TEXT;
    return percent ? LOGREG__FORM_SHARE : LOGREG__FORM_SPREAD;
}

/* 5'11", 5' 11, 5 ft 11 in; with the signs of typesetters too. */
static bool is_feet(const char *text)
{
    static const char *const foot[] = {"'", "\xe2\x80\x99", "\xe2\x80\xb2", "ft.", "ft", "feet", "foot"},
                             *const inch[] = {
                                 "\"", "''",     "\xe2\x80\x9d", "\xe2\x80\xb3", "\xe2\x80\x99\xe2\x80\x99",
                                 "in", "inches", "inch",         "in.",          ""};
    enum { FEET = sizeof foot / sizeof *foot };
    size_t n = logreg__count_digits(text), k = 0;
    if (n != 1)
        return false;
    text += n + (text[n] == ' ');
    while (k < FEET && strncmp(text, foot[k], strlen(foot[k])) != 0)
        k++;
    if (k == FEET)
        return false;
    text += strlen(foot[k]);
    text += *text == ' ';
    n = logreg__count_digits(text);
    if (n < 1 || n > 2 || (n == 2 && (*text != '1' || text[1] > '1')))
        return false;
    text += n + (text[n] == ' ');
    for (k = 0; k < sizeof inch / sizeof *inch; k++)
        if (strcmp(text, inch[k]) == 0)
            return true;
    return false;
}

/* Only digits of other scripts than ours, perhaps with marks. */
static bool is_script(const char *text)
{
    static const struct {
        const char *lead;
        unsigned char first;
    } scripts[] = {{"\xd9", 0xa0}, {"\xdb", 0xb0}, {"\xe0\xa5", 0xa6}, {"\xef\xbc", 0x90}};
    size_t digits = 0;
    while (*text) {
        size_t k = 0, length = 0;
        for (; k < sizeof scripts / sizeof *scripts; k++) {
            length = strlen(scripts[k].lead);
            unsigned char last =
                strncmp(text, scripts[k].lead, length) == 0 ? (unsigned char)text[length] : 0;
            if (last >= scripts[k].first && last < scripts[k].first + 10)
                break;
        }
        bool digit = k < sizeof scripts / sizeof *scripts;
        bool mark = !digit && (strchr("+-.,", *text) || strncmp(text, "\xd9\xab", 2) == 0);
        if (!digit && !mark)
            return false;
        digits += digit;
        text += digit ? length + 1 : *text & 0x80 ? 2 : 1;
    }
    return digits;
}

/* ---- Numbers with words ------------------------------------------------------------------------------------ */

/* The word that begins the text, and, if it is one of these, what is behind it. */
static const char *skip_word(const char *text, const char *const *words, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        size_t length = strlen(words[i]);
        if (strncasecmp(text, words[i], length) == 0 && !isalpha((unsigned char)text[length]))
            return text + length + (text[length] == ' ');
    }
    return NULL;
}

/* 4 or more, 85 and over, under 20 */
static bool is_words(const char *text)
{
    static const char *const front[] = {"under",       "over",        "above",    "below",    "less than",
                                        "fewer than",  "more than",   "at least", "at most",  "up to",
                                        "unter",       "\303\274ber", "bis",      "ab",       "mehr als",
                                        "weniger als", "moins de",    "plus de",  "menos de", "m\xc3\xa1s de",
                                        "mais de"},
                             *const back[] = {"or", "and", "oder", "und", "ou", "et", "o", "y", "e"},
                             *const size[] = {"more",  "over",           "older",        "above",   "greater",
                                              "less",  "fewer",          "under",        "younger", "below",
                                              "mehr",  "dar\303\274ber", "\xc3\xa4lter", "weniger", "plus",
                                              "moins", "m\xc3\xa1s",     "menos",        "mais"};
    const char *behind = skip_word(text, front, sizeof front / sizeof *front);
    size_t n = logreg__count_digits(behind ? behind : text);
    if (!n)
        return false;
    if (behind)
        return !behind[n];
    behind = text[n] == ' ' ? skip_word(text + n + 1, back, sizeof back / sizeof *back) : NULL;
    return behind && skip_word(behind, size, sizeof size / sizeof *size) != NULL;
}

/* 1 - very bad, 5 = best, 1 (not at all), 3: fair, 0 None at all */
static bool is_label(const char *text)
{
    size_t n = logreg__count_digits(text), blanks = strspn(text + n, " \r\n");
    const char *behind = text + n + blanks;
    if (n < 1 || n > 3 || !*behind)
        return false;
    bool words = blanks && (strchr(behind, ' ') || strpbrk(text, "\r\n")),
         small = n == 1 || strncmp(text, "10", 2) == 0;
    if (words && small && isalpha((unsigned char)*behind))
        return true;
    bool bracket = *behind == '(', mark = bracket || strchr("-=:.)", *behind);
    bool dash = strncmp(behind, "\xe2\x80\x93", 3) == 0 || strncmp(behind, "\xe2\x80\x94", 3) == 0;
    if (!mark && !dash)
        return false;
    behind += dash ? 3 : 1;
    behind += strspn(behind, " ");
    return isalpha((unsigned char)*behind) || (unsigned char)*behind >= 0xc3;
}

size_t logreg__form_number(size_t *n, const char *text)
{
    size_t at = strcspn(text, "0123456789");
    *n = logreg__count_digits(text + at);
    return at;
}

/* ---- Which is it? ------------------------------------------------------------------------------------------ */

static logreg__form other_form(const char *text, size_t n)
{
    logreg__ranges ways = {0};
    return is_hex(text)                    ? LOGREG__FORM_HEX
           : logreg__is_angle(text)        ? LOGREG__FORM_ANGLE
           : logreg__is_clock(text)        ? LOGREG__FORM_CLOCK
           : logreg__is_half_day(text)     ? LOGREG__FORM_HALF_DAY
           : logreg__is_titer(text)        ? LOGREG__FORM_TITER
           : logreg__is_age(text)          ? LOGREG__FORM_AGE
           : logreg__is_duration(text)     ? LOGREG__FORM_DURATION
           : logreg__is_weeks(text)        ? LOGREG__FORM_WEEKS
           : logreg__is_mixed(text)        ? LOGREG__FORM_MIXED
           : logreg__is_fraction(text)     ? LOGREG__FORM_FRACTION
           : logreg__is_span(text)         ? LOGREG__FORM_SPAN
           : logreg__is_pounds(text)       ? LOGREG__FORM_POUNDS
           : logreg__is_wrapped(text)      ? LOGREG__FORM_WRAPPED
           : logreg__is_vulgar(text)       ? LOGREG__FORM_VULGAR
           : is_formula(text, n)           ? LOGREG__FORM_FORMULA
           : logreg__is_stones(text)       ? LOGREG__FORM_STONES
           : logreg__is_ratio(text)        ? LOGREG__FORM_RATIO
           : is_fortran(text, n)           ? LOGREG__FORM_FORTRAN
           : logreg__is_times(text)        ? LOGREG__FORM_TIMES
           : logreg__is_pair(text)         ? LOGREG__FORM_PAIR
           : logreg__is_result(text)       ? LOGREG__FORM_PAIR
           : logreg__is_triple(text)       ? LOGREG__FORM_TRIPLE
           : logreg__is_change(text)       ? LOGREG__FORM_CHANGE
           : is_feet(text)                 ? LOGREG__FORM_FEET
           : is_script(text)               ? LOGREG__FORM_SCRIPT
           : logreg__is_day(text)          ? LOGREG__FORM_DAY
           : logreg__is_range(&ways, text) ? LOGREG__FORM_RANGE
           : is_words(text)                ? LOGREG__FORM_WORDS
           : is_label(text)                ? LOGREG__FORM_LABEL
                                           : spread(text);
}

static logreg__form form_of_words(const char *text)
{
    int value;
    return is_script(text)                  ? LOGREG__FORM_SCRIPT
           : logreg__is_vulgar(text)        ? LOGREG__FORM_VULGAR
           : logreg__is_spelt(&value, text) ? LOGREG__FORM_SPELT
                                            : LOGREG__FORM_TEXT;
}

/* Right before the digits of a name stand a capital letter or two, as of diagnoses and shelves (V58.61, QA47.7), or v; before a blank the name of a program. R
 * before them is a currency as well. */
static bool is_name(const logreg__guise *g, const char *text)
{
    static const char programs[] =
        " v ver version release android ios python java windows macos firefox chrome ";
    char word[LOGREG__PLAIN_WORD];
    size_t n = strlen(g->unit), capitals = 0;
    while (g->unit[capitals] >= 'A' && g->unit[capitals] <= 'Z')
        capitals++;
    bool code = capitals == n && n < 3 && strcmp(g->unit, "R") != 0 && isdigit((unsigned char)text[n]);
    return g->before && !g->groups && strncmp(text, g->unit, n) == 0 &&
           (code || (logreg__plain_word(word, g->unit) && logreg__word_among(programs, word))) &&
           !logreg__is_currency(g->unit);
}

logreg__form logreg__form_of(logreg__guise *g, const char *text, size_t n, char decimal)
{
    double x;
    *g = (logreg__guise){0};
    if (logreg__number_parse(&x, text, n, decimal))
        return LOGREG__FORM_NUMBER;
    if (!text[strcspn(text, "0123456789")]) /* of words, or of other digits than ours */
        return n < 64 ? form_of_words(text) : LOGREG__FORM_TEXT;
    logreg__form other = n < 64 ? other_form(text, n) : LOGREG__FORM_TEXT;
    bool unsure = other == LOGREG__FORM_TEXT || other == LOGREG__FORM_LABEL; /* 5 - best, but 5- EUR */
    if (!unsure || (!logreg__guise_parse(g, text, n) &&
                    (other != LOGREG__FORM_TEXT || !logreg__guise_phrase(g, text, n))))
        return other;
    bool worn = g->traits || g->groups || g->open;
    bool named = g->before && !worn && !g->decimal && !logreg__is_currency(g->unit); /* week 1, k1 */
    named = named || is_name(g, text);
    if (*g->unit && !named && g->before) /* Mean 39.5 */
        named = logreg__says_total(g->unit, strlen(g->unit)) || logreg__says_spread(g->unit);
    if (*g->unit)
        return named ? LOGREG__FORM_TEXT : LOGREG__FORM_UNIT;
    return worn                                                                    ? LOGREG__FORM_DRESSED
           : logreg__number_parse(&x, text, n, (char)(decimal == '.' ? ',' : '.')) ? LOGREG__FORM_MARKED
                                                                                   : LOGREG__FORM_TEXT;
}
