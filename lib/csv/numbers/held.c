/* Numbers within text that no rule knows: 5-speed, 4.1 stars in a sign, GPA: 3.4. All cells with digits, but for a tenth, have the same text before their number, and the
 * same behind, neither of which is part of a name (held_words.c). What is left without it must be a number in each of them, as the command that takes it off makes it. */
#include "csv/numbers/held.h"

#include <ctype.h>
#include <string.h>

#include "base/number.h"
#include "data/crowd.h"
#include "data/day.h"
#include "data/role.h"

/* Texts about numbers that are told apart, and so many levels that each may differ before none can be the same in nearly all. */
enum { KEYS = 16, FEWEST = 3, LOOKED_AT = 64 };

/* Cells with digits of which all but one in so many hold their number so; and the share of texts among them. */
enum { BUT_ONE_IN = 10, TEXT_KINDS = 3 };

/* Where the number of a text begins, with its sign, and its length. */
typedef struct {
    size_t at, n;
} place;

/* The first number of a text, with decimals or marks within. False: there is none. */
static bool find_number(place *p, const char *text)
{
    size_t at = strcspn(text, "0123456789"), end = at;
    if (!text[at])
        return false;
    while (isdigit((unsigned char)text[end]) ||
           (text[end] && strchr(".,'", text[end]) && isdigit((unsigned char)text[end + 1])))
        end++;
    bool point = at && text[at - 1] == '.' && (at == 1 || !isalpha((unsigned char)text[at - 2]));
    at -= point;
    bool sign = at && strchr("-+", text[at - 1]) && (at == 1 || strchr(" :=([", text[at - 2]));
    at -= sign;
    *p = (place){at, end - at};
    return true;
}

/* Text about a number, so that 2 Speeds and 1-speed are alike: letters, signs and digits, in small letters, without an s at its end. False: it is too long. */
static bool squeeze(char room[LOGREG__HELD_ROOM], const char *text, size_t n)
{
    size_t used = 0;
    for (size_t k = 0; k < n && used + 1 < LOGREG__HELD_ROOM; k++)
        if (text[k] != ' ')
            room[used++] = (char)(text[k] >= 'A' && text[k] <= 'Z' ? text[k] + 0x20 : text[k]);
    room[used] = '\0';
    if (used > 2 && room[used - 1] == 's')
        room[used - 1] = '\0';
    return n + 1 < LOGREG__HELD_ROOM;
}

typedef struct {
    char front[LOGREG__HELD_ROOM], behind[LOGREG__HELD_ROOM];
    size_t cells;
} around;

/* What is about the number of a text. False: there is no number, or too much text. */
static bool look(around *a, place *p, const char *text)
{
    return find_number(p, text) && squeeze(a->front, text, p->at) &&
           squeeze(a->behind, text + p->at + p->n, strlen(text + p->at + p->n));
}

static bool same(const around *a, const around *b)
{
    return strcmp(a->front, b->front) == 0 && strcmp(a->behind, b->behind) == 0;
}

/* The commonest texts about numbers, if nearly all cells have them. */
static bool find_common(around *common, const logreg__column *c, const size_t *count)
{
    around table[KEYS], a;
    place p;
    size_t n = 0, digits = 0, texts = 0, kinds = 0, best = 0;
    for (size_t l = 0; l < c->n_levels; l++) {
        size_t k = 0;
        bool held = strpbrk(c->levels[l], "0123456789");
        digits += held ? count[l] : 0;
        texts += held ? 0 : count[l];
        kinds += !held && count[l];
        if (l == LOOKED_AT && (n == KEYS || 2 * digits < digits + texts)) /* most are of no such kind */
            return false;
        if (!count[l] || !look(&a, &p, c->levels[l]))
            continue;
        while (k < n && !same(&table[k], &a))
            k++;
        if (k == KEYS)
            continue;
        if (k == n) {
            table[n] = a;
            table[n++].cells = 0;
        }
        table[k].cells += count[l];
        best = table[k].cells > table[best].cells ? k : best;
    }
    if (!n || BUT_ONE_IN * table[best].cells < (BUT_ONE_IN - 1) * digits)
        return false;
    *common = table[best];
    return kinds <= TEXT_KINDS || BUT_ONE_IN * texts <= digits + texts;
}

/* Adds a text to those that are taken off. False: there are too many ways to write it. */
static bool add_text(char texts[LOGREG__HELD_TEXTS][LOGREG__HELD_ROOM], size_t *n, const char *text,
                     size_t length)
{
    size_t k = 0;
    while (k < *n && (strlen(texts[k]) != length || memcmp(texts[k], text, length) != 0))
        k++;
    if (k < *n || !length)
        return true;
    if (k == LOGREG__HELD_TEXTS)
        return false;
    memcpy(texts[k], text, length);
    texts[k][length] = '\0';
    *n = k + 1;
    return true;
}

/* Adds a number to what is known of all. */
static void add_number(logreg__held_numbers *n, const char *text, size_t length, size_t cells)
{
    size_t whole = strspn(text, "0123456789");
    double value = strtod(text, NULL);
    n->levels++;
    n->cells += cells;
    n->decimals += whole < length && text[whole] != '\'';
    n->padded = n->padded || (length > 1 && whole > 1 && *text == '0');
    n->uneven = n->uneven || (n->width && n->width != length);
    n->width = length;
    n->most = value > n->most ? value : n->most;
    n->years += whole == length && length == 4 && value >= 1900 && value < 2100;
}

/* The census of the column with those texts taken off: what they held counts as HELD. False: they are no numbers, or not all of one kind of text. */
static bool take_off(logreg__census *s, const around *common, const logreg_frame *frame, size_t j,
                     const size_t *count, const size_t *first)
{
    const logreg__column *c = &frame->column[j];
    logreg__held *held = &s->held;
    logreg__sample *shown = &s->shown[LOGREG__FORM_HELD];
    char decimal = frame->dialect.decimal;
    for (size_t l = 0; l < c->n_levels; l++) {
        const char *text = c->levels[l];
        around a;
        place p;
        logreg__cell cell = {text, strlen(text), logreg__frame_line(frame, first[l])};
        bool inside = count[l] && look(&a, &p, text) && same(&a, common);
        if (!inside) {
            if (count[l])
                logreg__census_add(s, &cell, count[l], true, decimal);
            continue;
        }
        const char *behind = text + p.at + p.n;
        logreg__cell number = {text + p.at, p.n, cell.line};
        logreg__form f = logreg__census_add(s, &number, count[l], true, decimal);
        if ((f != LOGREG__FORM_NUMBER && !logreg__form_worn(f)) ||
            !add_text(held->front, &held->fronts, text, p.at) ||
            !add_text(held->behind, &held->behinds, behind, strlen(behind)))
            return false;
        s->cells[f] -= count[l];
        s->levels[f]--;
        s->cells[LOGREG__FORM_HELD] += count[l];
        s->levels[LOGREG__FORM_HELD]++;
        if (!shown->cells || cell.line < shown->line) {
            logreg__show(shown->text, text, cell.n);
            shown->line = cell.line;
        }
        shown->cells += count[l];
        size_t sign = *number.text == '-' || *number.text == '+';
        add_number(&held->numbers, number.text + sign, p.n - sign, count[l]);
    }
    s->signs = 0;
    return held->fronts + held->behinds;
}

/* May a column of that name hold no quantity: IDs, places, documents, versions? */
static bool names_none(const char *name)
{
    return logreg__named_id(name) || logreg__named_area(name) || logreg__named_document(name) ||
           logreg__named_pointed(name) || logreg__named_number(name);
}

void logreg__census_held(logreg__census *s, const logreg_frame *frame, size_t j, const size_t *count,
                         const size_t *first)
{
    const logreg__column *c = &frame->column[j];
    around common;
    size_t cells = frame->n_rows - c->n_missing;
    bool crowded = logreg__crowded(c->n_levels, (double)cells);
    if (c->n_levels < FEWEST || names_none(c->name) || logreg__texts_days(c->levels, NULL, c->n_levels))
        return;
    logreg__census off = {.held.numbers.ranked =
                              logreg__name_has(c->name, " rank ranks ranking rang place standing seed ")};
    if (find_common(&common, c, count) && take_off(&off, &common, frame, j, count, first) &&
        logreg__held_quantity(&off.held, cells >= LOGREG__ID_ROWS)) {
        off.held.crowded = crowded;
        *s = off;
    } else if (crowded) {
        logreg__census_held_pairs(s, frame, j, count, first);
    }
}
