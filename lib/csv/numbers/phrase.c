/* Numbers with words behind them: units of several words, and remarks in brackets. */
#include "csv/numbers/forms.h"
#include "data/answers.h"
#include "data/gap.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

/* More words are a sentence. */
enum { MOST_WORDS = 4 };

static bool is_digit(char c)
{
    return isdigit((unsigned char)c);
}

/* Where a remark in brackets begins that ends the text of n bytes, and is set off from what is before: n: there is none. A letter before the bracket makes it a
 * part of the unit, as of dB(A). */
static size_t remark_at(const char *text, size_t n)
{
    char close = n > 2 ? text[n - 1] : '\0', open = close == ')' ? '(' : close == ']' ? '[' : '\0';
    size_t at = n;
    for (size_t k = 0; k + 2 < n && open && at == n; k++)
        at = text[k] == open && (!k || text[k - 1] == ' ') ? k : n;
    for (size_t k = at + 1; k + 1 < n; k++)
        if (strchr("()[]", text[k]))
            return n;
    return at;
}

/* A digit of a unit: m2, x10^9/L, 1.73m2 behind a stroke. Of another number one stands behind a blank, or between letters, as in w8d. */
static bool is_power(const char *text, size_t n, size_t k)
{
    size_t first = k, end = k;
    while (first && is_digit(text[first - 1]))
        first--;
    while (end < n && is_digit(text[end]))
        end++;
    bool behind = first && isalpha((unsigned char)text[first - 1]),
         before = end < n && isalpha((unsigned char)text[end]);
    return first && ((behind && !before) || strchr("^/.-", text[first - 1]));
}

/* What begins no unit: 3 of 10, 5 to 7, 5th Avenue. */
static bool begins_other(const char *text, size_t n)
{
    char word[LOGREG__UNIT_ROOM];
    size_t k = 0;
    for (; k < n && isalpha((unsigned char)text[k]); k++)
        word[k] = (char)tolower((unsigned char)text[k]);
    word[k] = '\0';
    bool ordinal = k < n && text[k] == ' ' && logreg__word_among(" st nd rd th ", word);
    if (ordinal)
        return n - k < 11 || strncmp(text + k + 1, "percentile", 10) != 0;
    return k < n && text[k] == ' ' &&
           logreg__word_among(
               " of out to or and by vs from until till bis oder und von sur ou et de o y e a ", word);
}

/* A unit of words: sq ft, ml/min/1.73m2, x10^9/L, years old. */
static bool is_phrase(const char *text, size_t n)
{
    size_t words = 1, letters = 0;
    if (n < 1 || n >= LOGREG__UNIT_ROOM || begins_other(text, n) || !logreg__unit_length(text, n))
        return false;
    for (size_t k = 0; k < n; k++) {
        unsigned char c = (unsigned char)text[k];
        words += c == ' ';
        letters += isalpha(c) || c >= 0x80;
        if (!isalpha(c) && c < 0x80 && !strchr(" ./-^*%()", c) &&
            !(is_digit(text[k]) && is_power(text, n, k)))
            return false;
    }
    return letters && words <= MOST_WORDS;
}

bool logreg__guise_phrase(logreg__guise *g, const char *text, size_t n)
{
    const char *rest = logreg__guise_begin(g, text, n), *end = text + n;
    char phrase[LOGREG__UNIT_ROOM];
    if (!rest || rest == end ||
        (!isalpha((unsigned char)*rest) && !strchr(" %[(", *rest) && (unsigned char)*rest < 0xc2))
        return false;
    while (rest < end && *rest == ' ')
        rest++;
    size_t left = (size_t)(end - rest), remark = remark_at(rest, left), words = remark;
    while (words && rest[words - 1] == ' ')
        words--;
    g->traits |= remark < left ? LOGREG__GUISE_NOTE : 0;
    if (!words)
        return remark < left;
    if (!is_phrase(rest, words))
        return false;
    snprintf(phrase, sizeof phrase, "%.*s", (int)words, rest);
    if (logreg__gap_text(phrase))
        return false;
    bool side = strcasecmp(phrase, "cr") == 0 || strcasecmp(phrase, "dr") == 0;
    if (*g->unit && !(logreg__is_currency(g->unit) && (side || logreg__money_power(phrase))))
        return false;
    strcpy(g->money, g->unit);
    strcpy(g->unit, phrase);
    g->before = false;
    return true;
}

/* ---- Labels that are no labels ---- */

static bool among_units(const logreg__outfit *o, const char *unit)
{
    for (size_t k = 0; k < o->units && k < LOGREG__UNITS; k++)
        if (strcmp(o->unit[k], unit) == 0)
            return true;
    return false;
}

/* Does what stands behind the number of one label stand behind that of another, or is it a unit of others, perhaps with words before it? */
static bool is_tail(logreg__guise *g, const logreg__census *s, size_t label)
{
    const char *text = s->label[label].text;
    size_t n = strlen(text);
    logreg__guise other;
    const char *rest = logreg__guise_begin(g, text, n);
    if (!rest || !logreg__guise_phrase(g, text, n))
        return false;
    bool again =
        *g->unit && (among_units(&s->outfit, g->unit) || logreg__outfit_measures(&s->outfit, g->unit));
    for (size_t k = 0; k < LOGREG__KINDS && s->label[k].cells && !again; k++) {
        const char *others = logreg__guise_begin(&other, s->label[k].text, strlen(s->label[k].text));
        again = k != label && others && strcmp(others, rest) == 0;
    }
    return again;
}

void logreg__census_tails(logreg__census *s)
{
    logreg__guise g;
    size_t left = s->cells[LOGREG__FORM_LABEL], n = 0;
    if (s->cells[LOGREG__FORM_WORDS])
        return;
    while (n < LOGREG__KINDS && s->label[n].cells && is_tail(&g, s, n))
        n++;
    if (!n || (n < LOGREG__KINDS && s->label[n].cells))
        return;
    for (size_t k = 0; k < n; k++) {
        const logreg__sample *label = &s->label[k];
        logreg__guise_phrase(&g, label->text, strlen(label->text));
        logreg__form form = *g.unit ? LOGREG__FORM_UNIT : LOGREG__FORM_DRESSED;
        logreg__sample *shown = &s->shown[form];
        if (!shown->cells || label->line < shown->line) {
            strcpy(shown->text, label->text);
            shown->line = label->line;
        }
        size_t cells = k + 1 < n ? label->cells : left; /* those beyond are as the last */
        left -= cells;
        shown->cells += cells;
        s->cells[form] += cells;
        s->levels[form] += k + 1 < n ? 1 : s->levels[LOGREG__FORM_LABEL] - k;
        logreg__census_worn(s, &g, cells);
    }
    s->cells[LOGREG__FORM_LABEL] = s->levels[LOGREG__FORM_LABEL] = 0;
    memset(s->label, 0, sizeof s->label);
}
