/* Two numbers within text in each cell of a category of many levels: $53K-$91K (est.), whose middle counts, 5'30", which is a time, and 190Nm@ 2000rpm, which are parted. All cells with
 * digits, but for a tenth, have the same text before, between and behind. */
#include "csv/numbers/held.h"

#include <ctype.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { BUT_ONE_IN = 10, FEWEST = 3, TEXT_KINDS = 3, LOOKED_AT = 64 };

/* A number, whose commas part thousands, and where it ends. */
typedef struct {
    double value;
    const char *at, *end;
} number;

/* The next number of a text. False: there is none, or it has marks that may mean anything. */
static bool next_number(number *n, const char *text)
{
    double value = 0, unit = 1;
    text += strcspn(text, "0123456789");
    n->at = text;
    if (!*text)
        return false;
    for (size_t digits = 0;
         isdigit((unsigned char)*text) || (*text == ',' && isdigit((unsigned char)text[1])); text++) {
        if (*text == ',' && strspn(text + 1, "0123456789") != 3)
            return false;
        digits += *text != ',';
        value = *text == ',' ? value : 10 * value + *text - '0';
        if (digits > 12)
            return false;
    }
    if (*text == '.' && isdigit((unsigned char)text[1]))
        for (text++; isdigit((unsigned char)*text); text++)
            value += (*text - '0') * (unit /= 10);
    n->value = value;
    n->end = text;
    return !(*text == '.' && isdigit((unsigned char)text[1]));
}

/* The text about two numbers. */
typedef struct {
    const char *front, *between, *behind;
    size_t fronts, betweens;
    double first, second, most; /* most: of all second and first ones */
} about;

static bool same(const about *a, const about *b)
{
    return a->fronts == b->fronts && a->betweens == b->betweens &&
           memcmp(a->front, b->front, a->fronts) == 0 && memcmp(a->between, b->between, a->betweens) == 0 &&
           strcmp(a->behind, b->behind) == 0;
}

/* Is what stands between, but for the unit of the first number and what stands before the second, a sign of ranges: K-$ of $53K-$91K? */
static bool is_range(const about *a)
{
    char between[LOGREG__HELD_ROOM];
    size_t n = a->betweens, from = 0;
    if (n >= a->fronts && memcmp(a->between + n - a->fronts, a->front, a->fronts) == 0)
        n -= a->fronts;
    while (from < n && a->behind[from] == a->between[from] && a->between[from] != ' ' &&
           a->between[from] != '-')
        from++;
    while (from < n && a->between[from] == ' ')
        from++;
    while (n > from && a->between[n - 1] == ' ')
        n--;
    snprintf(between, sizeof between, "%.*s", (int)(n - from), a->between + from);
    return logreg__links_range(between);
}

/* A minus right before a number, which belongs to it. */
static bool text_ends_in_sign(const char *text, size_t n)
{
    return n && text[n - 1] == '-' && (n == 1 || strchr(" ,([:=", text[n - 2]));
}

static bool look(about *a, const char *text)
{
    number one, two, more;
    if (!next_number(&one, text) || !next_number(&two, one.end) || next_number(&more, two.end))
        return false;
    *a = (about){text,      one.end,   two.end, (size_t)(one.at - text), (size_t)(two.at - one.end),
                 one.value, two.value, 0};
    bool sign = text_ends_in_sign(a->front, a->fronts) ||
                (text_ends_in_sign(a->between, a->betweens) && a->betweens > 1 && !is_range(a));
    bool padded = isdigit((unsigned char)one.at[1]) && *one.at == '0';
    return !sign && !padded && a->fronts < LOGREG__HELD_ROOM && a->betweens &&
           a->betweens < LOGREG__HELD_ROOM && strlen(two.end) < LOGREG__HELD_ROOM;
}

/* Does a text say what is measured: Nm@, rpm, a sign of minutes? One letter is part of a name: 5W30. */
static bool says_unit(const char *text, size_t n)
{
    size_t letters = 0;
    for (size_t k = 0; k < n; k++) {
        letters = isalpha((unsigned char)text[k]) ? letters + 1 : 0;
        if (letters > 1 || strchr("@%(\"'", text[k]) || (unsigned char)text[k] >= 0x80)
            return true;
    }
    return false;
}

/* Is what stands between that of minutes and seconds: 5:30 /km, 5'30"? */
static bool is_clock(const about *a)
{
    static const char *const marks[] = {"'", "\xe2\x80\xb2", "\xe2\x80\x99"};
    for (size_t k = 0; k < sizeof marks / sizeof *marks; k++)
        if (a->betweens == strlen(marks[k]) && memcmp(a->between, marks[k], a->betweens) == 0)
            return true;
    return a->betweens == 1 && *a->between == ':' && a->behind[strspn(a->behind, " ")] == '/';
}

/* The commonest text, by the first levels that have one, if nearly all cells have it; of ranges all must rise, by a factor of a few. */
static bool find_common(about *common, logreg__form *form, size_t different[2], const logreg__column *c,
                        const size_t *count)
{
    enum { TIMES = 10, BARE_TIMES = 2 };
    size_t digits = 0, texts = 0, kinds = 0, with = 0, first = c->n_levels;
    double last[2] = {-1, -1};
    bool rises = true, minutes = true;
    about a;
    for (size_t l = 0; l < c->n_levels && l < LOOKED_AT && first == c->n_levels; l++) { /* two levels alike */
        about b;
        if (count[l] && look(&a, c->levels[l]) && l + 1 < c->n_levels && look(&b, c->levels[l + 1]) &&
            same(&a, &b))
            first = l;
    }
    if (first == c->n_levels)
        return false;
    *common = a;
    for (size_t l = 0; l < c->n_levels; l++) {
        bool held = count[l] && strpbrk(c->levels[l], "0123456789");
        digits += held ? count[l] : 0;
        texts += held ? 0 : count[l];
        kinds += !held && count[l];
        if (!held || !look(&a, c->levels[l]) || !same(&a, common))
            continue;
        with += count[l];
        size_t times = a.fronts || *a.behind ? TIMES : BARE_TIMES;
        rises = rises && a.first <= a.second && a.second <= (double)times * (a.first + 2);
        minutes = minutes && a.second < 60;
        common->most = fmax(common->most, fmax(a.first, a.second));
        different[0] += a.first < last[0] || a.first > last[0];
        different[1] += a.second < last[1] || a.second > last[1];
        last[0] = a.first;
        last[1] = a.second;
    }
    bool bare = !common->fronts && !*common->behind;
    *form = is_range(common) && (rises || !bare) ? LOGREG__FORM_RANGE
            : minutes && is_clock(common)        ? LOGREG__FORM_MINUTES
                                                 : LOGREG__FORM_PAIR;
    return BUT_ONE_IN * with >= (BUT_ONE_IN - 1) * digits &&
           (kinds <= TEXT_KINDS || BUT_ONE_IN * texts <= digits) && (*form != LOGREG__FORM_RANGE || rises);
}

void logreg__census_held_pairs(logreg__census *s, const logreg_frame *frame, size_t j, const size_t *count,
                               const size_t *first)
{
    const logreg__column *c = &frame->column[j];
    about common, a;
    logreg__form form;
    size_t different[2] = {0, 0};
    if (!find_common(&common, &form, different, c, count) || different[0] < FEWEST || different[1] < FEWEST)
        return;
    logreg__held held = {.pair = true, .crowded = true};
    logreg__held_numbers decimals = {.levels = FEWEST, .decimals = FEWEST, .cells = FEWEST};
    memcpy(held.front[0], common.front, common.fronts);
    memcpy(held.between, common.between, common.betweens);
    strcpy(held.behind[0], common.behind);
    bool range = form == LOGREG__FORM_RANGE;
    bool power =
        *common.behind && strchr("kKmM", *common.behind) && !isalpha((unsigned char)common.behind[1]);
    bool unit = says_unit(common.between, common.betweens) || says_unit(common.behind, strlen(common.behind));
    bool money = logreg__held_good_front(held.front[0], &decimals);
    bool bare = !common.fronts && !*common.behind &&
                common.most < 1000, /* records: won and lost, made of tried */
        brackets = strcmp(held.front[0], "(") == 0 && strcmp(held.behind[0], ")") == 0;
    unit = unit || brackets || (bare && strcmp(held.between, "-") == 0);
    if ((common.fronts && !money) || (!range && !unit) ||
        (range && !common.fronts && !*common.behind && !bare) ||
        (range && !power && !logreg__held_good_behind(held.behind[0], &decimals)))
        return;
    *s = (logreg__census){.held = held, .decimal = frame->dialect.decimal};
    for (size_t l = 0; l < c->n_levels; l++) {
        logreg__cell cell = {c->levels[l], strlen(c->levels[l]), logreg__frame_line(frame, first[l])};
        logreg__sample *shown = &s->shown[form];
        if (!count[l])
            continue;
        if (!look(&a, c->levels[l]) || !same(&a, &common)) {
            logreg__census_add(s, &cell, count[l], true, frame->dialect.decimal);
            continue;
        }
        s->cells[form] += count[l];
        s->levels[form]++;
        if (!shown->cells || cell.line < shown->line) {
            logreg__show(shown->text, c->levels[l], cell.n);
            shown->line = cell.line;
        }
        shown->cells += count[l];
    }
}
