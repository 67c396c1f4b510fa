/* A number as people and programs write it for people:
 *
 *   guise  = front* body back*
 *   front  = blank | sign | "(" | "<" | "~" | "circa" | quote | unit
 *   body   = digits (mark digits)* [exponent]
 *   back   = blank | "-" | ")" | "+" | "*" | quote | unit
 *
 * Blanks may stand between all of them, and each but a blank once. Which of its marks part thousands and which decimals the number
 * itself tells, unless it has one mark alone, before three digits.
 */
#include "csv/numbers/guise.h"

#include <ctype.h>
#include <string.h>

const char *const logreg__group_mark[LOGREG__GROUPS] = {
    "'", " ", "\xc2\xa0", "\xe2\x80\xaf", "\xe2\x80\x89", "\xe2\x80\x99", "\xc2\xb4", ",", ".", ","};

static const char *const hidden[] = {"\xe2\x80\x8b", "\xe2\x80\x8e", "\xe2\x80\x8f", "\xe2\x80\xaa",
                                     "\xe2\x80\xab", "\xe2\x80\xac", "\xe2\x81\xa6", "\xe2\x81\xa7",
                                     "\xe2\x81\xa8", "\xe2\x81\xa9", "\xef\xbb\xbf"};

typedef struct {
    const char *at, *end;
    unsigned seen; /* what stands there once */
    bool open, minus;
} cursor;

/* Texts that stand about a number, and what they are. */
typedef struct {
    const char *text;
    unsigned trait;
} affix;

static const affix front[] = {
    {" ", 0},
    {"\xc2\xa0", LOGREG__GUISE_NBSP},
    {"\xe2\x80\xaf", LOGREG__GUISE_NARROW},
    {"\xe2\x80\x89", LOGREG__GUISE_THIN},
    {"\xe2\x80\x9c", LOGREG__GUISE_QUOTES},
    {"\xe2\x80\x9e", LOGREG__GUISE_QUOTES},
    {"\xe2\x80\x98", LOGREG__GUISE_QUOTES},
    {"~", LOGREG__GUISE_ABOUT},
    {"\xe2\x89\x88", LOGREG__GUISE_ABOUT},
    {"'", LOGREG__GUISE_APOSTROPHE},
    {"<=", LOGREG__GUISE_BOUND},
    {">=", LOGREG__GUISE_BOUND},
    {"<", LOGREG__GUISE_BOUND},
    {">", LOGREG__GUISE_BOUND},
    {"\xe2\x89\xa4", LOGREG__GUISE_AT_MOST},
    {"\xe2\x89\xa5", LOGREG__GUISE_AT_MOST},
    {"&nbsp;", LOGREG__GUISE_ENTITY},
    {"&lt;", LOGREG__GUISE_ENTITY},
    {"&gt;", LOGREG__GUISE_ENTITY},
};
static const affix back[] = {
    {" ", 0},
    {"\xc2\xa0", LOGREG__GUISE_NBSP},
    {"\xe2\x80\xaf", LOGREG__GUISE_NARROW},
    {"\xe2\x80\x89", LOGREG__GUISE_THIN},
    {"\xe2\x80\x9d", LOGREG__GUISE_QUOTES},
    {"\xe2\x80\x9c", LOGREG__GUISE_QUOTES},
    {"\xe2\x80\x99", LOGREG__GUISE_QUOTES},
    {"+", LOGREG__GUISE_MORE},
    {"*", LOGREG__GUISE_STAR},
    {"?", LOGREG__GUISE_NOTE},
    {"&nbsp;", LOGREG__GUISE_ENTITY},
    {"\xe2\x80\xa0", LOGREG__GUISE_DAGGER},
    {"\xe2\x80\xa1", LOGREG__GUISE_DAGGER},
};
static const affix arrows[] = {
    {"\xe2\x96\xb2", LOGREG__GUISE_UP},   {"\xe2\x96\xb3", LOGREG__GUISE_UP},
    {"\xe2\x96\xb4", LOGREG__GUISE_UP},   {"\xe2\x96\xb5", LOGREG__GUISE_UP},
    {"\xe2\x86\x91", LOGREG__GUISE_UP},   {"\xe2\xac\x86", LOGREG__GUISE_UP},
    {"\xe2\x96\xbc", LOGREG__GUISE_DOWN}, {"\xe2\x96\xbd", LOGREG__GUISE_DOWN},
    {"\xe2\x96\xbe", LOGREG__GUISE_DOWN}, {"\xe2\x96\xbf", LOGREG__GUISE_DOWN},
    {"\xe2\x86\x93", LOGREG__GUISE_DOWN}, {"\xe2\xac\x87", LOGREG__GUISE_DOWN},
};
static const affix minus[] = {
    {"-", 0},
    {"\xe2\x88\x92", LOGREG__GUISE_MINUS},
    {"\xe2\x80\x93", LOGREG__GUISE_DASH},
    {"\xe2\x80\x94", LOGREG__GUISE_DASH},
};

#define COUNT(table) (sizeof(table) / sizeof *(table))

static size_t left(const cursor *c)
{
    return (size_t)(c->end - c->at);
}

static bool starts(const cursor *c, const char *with)
{
    size_t length = strlen(with);
    return left(c) >= length && memcmp(c->at, with, length) == 0;
}

/* The one of n that stands here; NULL: none does. */
static const affix *among(const cursor *c, const affix *signs, size_t n)
{
    for (size_t k = 0; k < n; k++)
        if (starts(c, signs[k].text))
            return &signs[k];
    return NULL;
}

/* The one that stands about numbers on this side, or on both. */
static const affix *affix_at(const cursor *c, bool behind)
{
    const affix *s = behind ? among(c, back, COUNT(back)) : among(c, front, COUNT(front));
    return s ? s : among(c, arrows, COUNT(arrows));
}

static bool take(cursor *c, const char *with)
{
    bool there = starts(c, with);
    c->at += there ? strlen(with) : 0;
    return there;
}

static bool digit(const cursor *c, size_t ahead)
{
    return left(c) > ahead && isdigit((unsigned char)c->at[ahead]);
}

/* A word that says that the number behind it is rough, as it is or with a capital; C.A. 3413 has none. */
static bool take_rough(cursor *c)
{
    static const char *const words[] = {"c. ",      "c.",      "ca. ",   "ca.",   "ca ",     "circa ",
                                        "approx. ", "approx ", "abt. ",  "abt ",  "about ",  "env. ",
                                        "environ ", "vers ",   "um ",    "etwa ", "aprox. ", "around ",
                                        "roughly ", "nearly ", "almost "};
    for (size_t k = 0; k < COUNT(words); k++) {
        size_t n = strlen(words[k]);
        bool touches = words[k][n - 1] == '.' && left(c) > n && isalpha((unsigned char)c->at[n]);
        if (left(c) > n && !touches && (*c->at | 0x20) == *words[k] &&
            memcmp(c->at + 1, words[k] + 1, n - 1) == 0) {
            c->at += n;
            return true;
        }
    }
    return false;
}

static bool take_hidden(cursor *c, logreg__guise *g)
{
    for (size_t k = 0; k < COUNT(hidden); k++)
        if (take(c, hidden[k])) {
            g->traits |= LOGREG__GUISE_HIDDEN;
            return true;
        }
    return false;
}

static bool take_minus(cursor *c, logreg__guise *g)
{
    if (c->minus)
        return false;
    for (size_t k = 0; k < COUNT(minus) && !starts(c, "->"); k++)
        if (take(c, minus[k].text)) {
            g->traits |= minus[k].trait;
            return c->minus = true;
        }
    return false;
}

/* 1,5 Mio. EUR: money behind its unit. */
static bool take_money(cursor *c, logreg__guise *g, size_t n)
{
    char word[LOGREG__UNIT_ROOM];
    snprintf(word, sizeof word, "%.*s", (int)n, c->at);
    if (n >= sizeof word || *g->money || !logreg__is_currency(word))
        return false;
    strcpy(g->money, word);
    c->at += n;
    return true;
}

static bool take_unit(cursor *c, logreg__guise *g, bool before)
{
    size_t n = logreg__unit_length(c->at, left(c));
    if (n && !before && !g->before && logreg__money_power(g->unit) && take_money(c, g, n))
        return true;
    if (!n || n >= LOGREG__UNIT_ROOM || *g->unit)
        return false;
    memcpy(g->unit, c->at, n);
    g->unit[n] = '\0';
    g->before = before;
    c->at += n;
    /* "A-1" and "12-a" are names */
    bool blank = left(c) && (*c->at == ' ' || *c->at == '(' || isdigit((unsigned char)*c->at));
    return !before || blank || logreg__is_currency(g->unit) || starts(c, "\xc2\xa0") || starts(c, "\xe2\x80");
}

static bool take_front(cursor *c, logreg__guise *g)
{
    while (left(c) && !digit(c, 0)) {
        if (strchr(".,", *c->at) && digit(c, 1))
            return true;
        if (take_hidden(c, g))
            continue;
        if (!(c->seen & LOGREG__GUISE_ROUGH) && take_rough(c)) {
            g->traits |= LOGREG__GUISE_ROUGH;
            c->seen |= LOGREG__GUISE_ROUGH;
            continue;
        }
        const affix *s = affix_at(c, false);
        if (s) {
            if (s->trait & c->seen &
                ~(unsigned)(LOGREG__GUISE_NBSP | LOGREG__GUISE_NARROW | LOGREG__GUISE_THIN))
                return false;
            take(c, s->text);
            if (s->trait == 0 && c->minus)
                g->traits |= LOGREG__GUISE_APART;
            g->traits |= s->trait;
            c->seen |= s->trait;
        } else if (*c->at == '+' && !c->minus) {
            c->at++;
            c->minus = true;
        } else if (*c->at == '(' && !c->open) {
            c->at++;
            c->open = true;
        } else if (!take_minus(c, g) && !take_unit(c, g, true)) {
            return false;
        }
    }
    return left(c);
}

/* The mark that stands here, of LOGREG__GROUPS, or GROUPS for a middle dot, with a digit behind it; or -1. */
static int mark_at(const cursor *c, size_t *length)
{
    for (int k = 0; k < LOGREG__GROUP_LAKH; k++)
        if (starts(c, logreg__group_mark[k]) && digit(c, *length = strlen(logreg__group_mark[k])))
            return k;
    *length = 2;
    return starts(c, "\xc2\xb7") && digit(c, 2) ? LOGREG__GROUPS : -1;
}

static size_t take_digits(cursor *c)
{
    const char *from = c->at;
    while (digit(c, 0))
        c->at++;
    return (size_t)(c->at - from);
}

enum { MARKS = 6 };

/* Do n marks, all alike, part thousands, as the digits behind each tell? lakh: as in India. */
static bool are_groups(const size_t *digits, size_t n, bool zero, int mark, bool *lakh)
{
    bool three = digits[0] >= 1 && digits[0] <= 3 && !zero, india = digits[0] >= 1 && digits[0] <= 2 && !zero;
    for (size_t k = 1; k <= n; k++) {
        three = three && digits[k] == 3;
        india = india && digits[k] == (k < n ? 2 : 3);
    }
    *lakh = india && !three && n > 1 && mark == LOGREG__GROUP_COMMA;
    return three || *lakh;
}

static void note_decimal(logreg__guise *g, int mark)
{
    if (mark == LOGREG__GROUPS)
        g->traits |= LOGREG__GUISE_MIDDLE;
    else
        g->decimal = *logreg__group_mark[mark];
}

/* Digits and the marks within them. */
static bool take_body(cursor *c, logreg__guise *g)
{
    size_t digits[MARKS + 1], n = 0, length, groups;
    int mark[MARKS + 1];
    bool zero = digit(c, 0) && *c->at == '0', lakh = false;
    digits[0] = g->head = take_digits(c);
    for (int k; (k = mark_at(c, &length)) >= 0;) {
        if (n == MARKS)
            return false;
        c->at += length;
        mark[++n] = k;
        digits[n] = take_digits(c);
    }
    if (!n)
        return true;
    bool point =
        mark[n] == LOGREG__GROUP_COMMA || mark[n] == LOGREG__GROUP_POINT || mark[n] == LOGREG__GROUPS;
    bool other = n == 1 || mark[n] != mark[n - 1];
    groups = point && other ? n - 1 : n;
    for (size_t k = 2; k <= groups; k++)
        if (mark[k] != mark[1])
            return false;
    if (groups && (mark[1] == LOGREG__GROUPS || !are_groups(digits, groups, zero, mark[1], &lakh)))
        return false;
    if (groups)
        g->groups = 1U << (lakh ? LOGREG__GROUP_LAKH : mark[1]);
    if (n > groups && n == 1 && mark[1] != LOGREG__GROUPS && are_groups(digits, 1, zero, mark[1], &lakh))
        g->open = *logreg__group_mark[mark[1]];
    else if (n > groups)
        note_decimal(g, mark[n]);
    return true;
}

/* 1e5, 39,-, 39/- and 39:- */
static void take_tail(cursor *c, logreg__guise *g)
{
    if (left(c) > 1 && (*c->at == 'e' || *c->at == 'E')) {
        size_t sign = c->at[1] == '-' || c->at[1] == '+';
        if (digit(c, 1 + sign)) {
            c->at += 1 + sign;
            take_digits(c);
        }
        return;
    }
    static const char *const dash[] = {"--", "-", "\xe2\x80\x93", "\xe2\x80\x94"};
    cursor behind = {c->at + 1, c->end, 0, false, false};
    for (size_t k = 0; left(c) > 1 && strchr(".,/:", *c->at) && k < COUNT(dash); k++)
        if (!g->decimal && take(&behind, dash[k])) {
            g->traits |= LOGREG__GUISE_NO_CENTS;
            if (g->open) /* 1.500,- */
                g->groups |= 1U << (g->open == '.' ? LOGREG__GROUP_POINT : LOGREG__GROUP_COMMA);
            g->open = '\0';
            c->at = behind.at;
            return;
        }
}

/* [a], (est.) */
static bool take_note(cursor *c)
{
    static const char *const words[] = {"(est.)", "(est)",    "(e)",       "(p)",     "(prov.)", "(r)",
                                        "(rev.)", "(approx)", "(approx.)", "(calc.)", "(ca.)",   "(a)",
                                        "(b)",    "(c)",      "(imputed)", "(s)",     "(gesch.)"};
    size_t n = 1;
    for (size_t k = 0; k < COUNT(words) && !c->open; k++)
        if (take(c, words[k]))
            return true;
    while (*c->at == '[' && n < left(c) && n < 7 && (isalnum((unsigned char)c->at[n]) || c->at[n] == '*'))
        n++;
    if (n < 2 || n >= left(c) || c->at[n] != ']')
        return false;
    c->at += n + 1;
    return true;
}

/* Digits set high, of a footnote. */
static bool take_raised(cursor *c)
{
    static const char *const raised[] = {"\xc2\xb9",     "\xc2\xb2",     "\xc2\xb3",     "\xe2\x81\xb4",
                                         "\xe2\x81\xb5", "\xe2\x81\xb6", "\xe2\x81\xb7", "\xe2\x81\xb8",
                                         "\xe2\x81\xb9", "\xe2\x81\xb0"};
    bool any = false, more = true;
    while (more) {
        more = false;
        for (size_t k = 0; k < COUNT(raised) && !more; k++)
            more = take(c, raised[k]);
        any = any || more;
    }
    return any;
}

static bool take_back(cursor *c, logreg__guise *g)
{
    g->traits |= take_raised(c) ? LOGREG__GUISE_RAISED : 0;
    while (left(c)) {
        if (take_hidden(c, g))
            continue;
        const affix *s = affix_at(c, true);
        if (s) {
            take(c, s->text);
            g->traits |= s->trait;
        } else if (take_note(c)) {
            g->traits |= LOGREG__GUISE_NOTE;
        } else if (*c->at == ')' && c->open) {
            c->at++;
            c->open = false;
            g->traits |= LOGREG__GUISE_BRACKETS;
        } else if (!c->minus && take_minus(c, g)) {
            g->traits |= LOGREG__GUISE_BEHIND;
        } else if (!take_unit(c, g, false) || (g->traits & (LOGREG__GUISE_BEHIND | LOGREG__GUISE_BRACKETS) &&
                                               !logreg__is_currency(g->unit))) {
            return false;
        }
    }
    return !c->open;
}

const char *logreg__guise_begin(logreg__guise *g, const char *text, size_t n)
{
    cursor c = {text, text + n, 0, false, false};
    *g = (logreg__guise){0};
    if (n > 64 || !take_front(&c, g) || !take_body(&c, g) || c.open)
        return NULL;
    take_tail(&c, g);
    return c.at;
}

bool logreg__guise_parse(logreg__guise *g, const char *text, size_t n)
{
    cursor c = {text, text + n, 0, false, false};
    *g = (logreg__guise){0};
    if (n > 64 || !take_front(&c, g) || !take_body(&c, g))
        return false;
    take_tail(&c, g);
    return take_back(&c, g);
}
