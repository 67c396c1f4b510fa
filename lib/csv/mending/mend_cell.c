/* What a cell needs so that its number is read, as statements of perl on $_: the cell as it stands in the file, quotes and all. Only
 * this cell is touched, so that each statement may take out its mark wherever that stands. */
#include "csv/mending/command.h"
#include "csv/mending/mend.h"

#include <ctype.h>
#include <math.h>
#include <stdarg.h>
#include <string.h>

#include "base/number.h"

typedef struct {
    char *text; /* LOGREG__COMMAND bytes */
    size_t used;
} program;

__attribute__((format(printf, 2, 3))) static void add(program *p, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    if (p->used + 3 < LOGREG__COMMAND)
        p->used += (size_t)snprintf(p->text + p->used, LOGREG__COMMAND - p->used, "%s", p->used ? "; " : "");
    if (p->used < LOGREG__COMMAND)
        p->used += (size_t)vsnprintf(p->text + p->used, LOGREG__COMMAND - p->used, format, args);
    va_end(args);
}

/* ---- Signs ------------------------------------------------------------------------------------------------- */

static void add_traits(program *p, const logreg__mended *c)
{
    static const struct {
        unsigned trait;
        const char *mend;
    } way[] = {
        {LOGREG__GUISE_HIDDEN,
         "s/\\xe2\\x80[\\x8b-\\x8f\\xaa-\\xae]|\\xe2\\x81[\\xa0-\\xaf]|\\xef\\xbb\\xbf//g"},
        {LOGREG__GUISE_ENTITY, "s/&(nbsp|lt|gt);//g"},
        {LOGREG__GUISE_NBSP, "s/\\xc2\\xa0//g"},
        {LOGREG__GUISE_NARROW, "s/\\xe2\\x80\\xaf//g"},
        {LOGREG__GUISE_THIN, "s/\\xe2\\x80\\x89//g"},
        {LOGREG__GUISE_QUOTES, "s/\xe2\x80\x9c|\xe2\x80\x9d|\xe2\x80\x9e|\xe2\x80\x98|\xe2\x80\x99//g"},
        {LOGREG__GUISE_NO_CENTS, "s/[.,:\\/](-+|\xe2\x80\x93|\xe2\x80\x94)//"},
        {LOGREG__GUISE_MINUS, "s/\xe2\x88\x92/-/"},
        {LOGREG__GUISE_DASH, "s/\xe2\x80\x93|\xe2\x80\x94/-/"},
        {LOGREG__GUISE_ABOUT, "s/~|\xe2\x89\x88//"},
        {LOGREG__GUISE_ROUGH,
         "s/\\b(ca?|circa|app?rox|abt|about|around|roughly|nearly|almost|env|environ|vers|um|etwa)\\b\\.? "
         "?(?=\\W*\\d)//i"},
        {LOGREG__GUISE_APOSTROPHE, "s/\\x27//"},
        {LOGREG__GUISE_BOUND, "s/[<>]=?//"},
        {LOGREG__GUISE_AT_MOST, "s/\xe2\x89\xa4|\xe2\x89\xa5//"},
        {LOGREG__GUISE_STAR, "s/\\*//g"},
        {LOGREG__GUISE_DAGGER, "s/\xe2\x80\xa0|\xe2\x80\xa1//g"},
        {LOGREG__GUISE_NOTE,
         "s/ *(\\[[^\\]]*\\]|(?<=[\\w ])\\((?! *-?\\d[\\d,]*(?:\\.\\d+)? *\\))[^)]*\\)|\\?)//"},
        {LOGREG__GUISE_RAISED, "s/(?<=\\d)(?:\\xc2[\\xb2\\xb3\\xb9]|\\xe2\\x81[\\xb0\\xb4-\\xb9])+//"},
        {LOGREG__GUISE_MORE, "s/\\+(?!\\d)//"},
        {LOGREG__GUISE_ENCLOSED, "s/[()]//g"},
        {LOGREG__GUISE_DEBIT, "s/ ?CR\\b//i; s/(\\d[\\d., ]*?) ?DR\\b/-$1/i"},
        {LOGREG__GUISE_CREDIT, "s/(\\d[\\d., ]*?) ?CR\\b/-$1/"},
    };
    for (size_t k = 0; k < sizeof way / sizeof *way; k++)
        if (c->traits & way[k].trait)
            add(p, "%s", way[k].mend);
    bool down = c->traits & LOGREG__GUISE_DOWN;
    if (c->traits & LOGREG__GUISE_UP) /* alone, as in Japanese accounts, a minus */
        add(p, down ? "s/ ?(?:▲|△|▴|▵|↑|⬆) ?//" : "s/^(\"?)-?(.*?) ?(?:▲|△|▴|▵|↑|⬆) ?-?/$1-$2/");
    if (down)
        add(p, "s/^(\"?)-?(.*?) ?(?:▼|▽|▾|▿|↓|⬇) ?-?/$1-$2/");
}

static bool is_word(const char *unit)
{
    unsigned char first = (unsigned char)*unit;
    return isalpha(first) || (first >= 0xc2 && first != 0xe2 && !logreg__is_currency(unit)) || unit[1] == '$';
}

/* Does its number become another? */
static bool scaled(const logreg__mended *c, size_t unit)
{
    return c->times[unit] > 0 || c->degrees[unit];
}

/* Is another unit its first words: dollars of dollars approximately? */
static bool extends(const logreg__mended *c, size_t unit)
{
    for (size_t k = 0; k < c->units; k++) {
        size_t n = strlen(c->unit[k]);
        if (k != unit && strncmp(c->unit[unit], c->unit[k], n) == 0 &&
            !isalpha((unsigned char)c->unit[unit][n]))
            return true;
    }
    return false;
}

/* "kg", or "(?:kg|cm)" of those units that have this fate and are words or none, longer ones of the same head first; how many. */
static size_t alternatives(char *room, size_t size, const logreg__mended *c, bool words, const char *to)
{
    char escaped[LOGREG__PATTERN];
    size_t n = 0, used = 0;
    *room = '\0';
    for (size_t i = 0; i < 2 * c->units; i++) {
        size_t k = i % c->units;
        if (!c->to[k] || scaled(c, k) || strcmp(c->to[k], to) != 0 || is_word(c->unit[k]) != words ||
            extends(c, k) != (i < c->units))
            continue;
        used += (size_t)snprintf(room + used, size - used, "%s%s", n ? "|" : "",
                                 logreg__cell_pattern(escaped, c->unit[k]));
        n++;
    }
    if (n > 1) {
        memmove(room + 3, room, used);
        memcpy(room, "(?:", 3);
        strcpy(room + used + 3, ")");
    }
    return n;
}

/* Numbers in another unit than the column's. A factor that ends is one; else its inverse does. */
static void add_scales(program *p, const logreg__mended *c)
{
    char pattern[LOGREG__PATTERN], factor[LOGREG__NUMBER_SIZE];
    for (size_t k = 0; k < c->units; k++) {
        double x = c->times[k], billions = 1e9 * x;
        bool ends = fabs(billions - nearbyint(billions)) < 1e-5 + 1e-15 * billions;
        if (c->degrees[k])
            add(p, "s/^(\"? *)([-+\\d.]+) ?%s(?![A-Za-z])/$1 . %s/e",
                logreg__cell_pattern(pattern, c->unit[k]),
                c->degrees[k] == 'C' ? "($2 - 32) \\/ 1.8" : "($2 * 1.8 + 32)");
        if (x > 0)
            add(p, "s/^(\"? *)([-+\\d.]+) ?%s(?![A-Za-z])/$1 . $2 %s %s/e",
                logreg__cell_pattern(pattern, c->unit[k]), ends ? "*" : "\\/",
                logreg__number_format(factor, ends ? x : 1 / x, 12));
    }
}

/* Where there are several, one that is a word may be part of another; and so where texts stand. */
static void add_units(program *p, const logreg__mended *c)
{
    static const char *const fates[] = {"", "e3", "e5", "e6", "e7", "e9", "e-2", "0", "1", ""};
    char room[LOGREG__UNITS * LOGREG__PATTERN];
    bool alone = c->units == 1 && !c->texts;
    add_scales(p, c);
    bool last = false; /* views is part of M views */
    for (size_t k = 0; k < c->units; k++)
        last = last || (c->to[k] && *c->to[k] == 'e' && strchr(c->unit[k], ' '));
    for (size_t k = last; k + !last < sizeof fates / sizeof *fates; k++) {
        if (alternatives(room, sizeof room - 8, c, true, fates[k]))
            add(p, alone ? "s/ ?%s/%s/" : "s/(?<![A-Za-z]) ?%s(?![A-Za-z])/%s/", room, fates[k]);
        if (alternatives(room, sizeof room - 8, c, false, fates[k]))
            add(p, "s/ ?%s/%s/", room, fates[k]);
    }
}

/* ---- Marks ------------------------------------------------------------------------------------------------- */

/* Marks between thousands. What is also a decimal mark of the column is one only before the decimals. */
static void add_groups(program *p, const logreg__mended *c, unsigned groups)
{
    static const char *const pattern[LOGREG__GROUPS] = {
        "\\x27", " ",   "\\xc2\\xa0", "\\xe2\\x80\\xaf", "\\xe2\\x80\\x89", "\xe2\x80\x99", "\xc2\xb4",
        ",",     "\\.", ","};
    if (groups >> LOGREG__GROUP_LAKH & 1)
        groups &= ~(1U << LOGREG__GROUP_COMMA);
    groups &= ~((c->traits & LOGREG__GUISE_NBSP ? 1U << LOGREG__GROUP_NBSP
                                                : 0) | /* go with those about the numbers */
                (c->traits & LOGREG__GUISE_NARROW ? 1U << LOGREG__GROUP_NARROW : 0) |
                (c->traits & LOGREG__GUISE_THIN ? 1U << LOGREG__GROUP_THIN : 0));
    for (int k = 0; k < LOGREG__GROUPS; k++) {
        bool both = (k == LOGREG__GROUP_POINT && c->point) ||
                    ((k == LOGREG__GROUP_COMMA || k == LOGREG__GROUP_LAKH) && c->comma);
        if (groups >> k & 1)
            add(p, "s/%s(?=\\d%s)//g", pattern[k], both ? "+[.,]" : "");
    }
}

/* Minus signs that stand elsewhere, once the marks are out. */
static void add_minus(program *p, const logreg__mended *c)
{
    if (c->traits & LOGREG__GUISE_APART)
        add(p, "s/([-+]) +/$1/");
    if (c->traits & LOGREG__GUISE_BRACKETS)
        add(p, "s/\\( *([\\d.,]+) *\\)/-$1/");
    if (c->traits & LOGREG__GUISE_BEHIND)
        add(p, "s/([\\d.,]+) ?-/-$1/");
}

/* Where the column has another decimal mark than the file will have. Other forms are worked out with points. */
static void add_decimals(program *p, const logreg__mended *c, bool thousands, char mark)
{
    bool counted =
        c->forms & (LOGREG__FORM_BIT(LOGREG__FORM_CLOCK) | LOGREG__FORM_BIT(LOGREG__FORM_HALF_DAY) |
                    LOGREG__FORM_BIT(LOGREG__FORM_MINUTES) | LOGREG__FORM_BIT(LOGREG__FORM_DURATION) |
                    LOGREG__FORM_BIT(LOGREG__FORM_MIXED) | LOGREG__FORM_BIT(LOGREG__FORM_FRACTION) |
                    LOGREG__FORM_BIT(LOGREG__FORM_RATIO) | LOGREG__FORM_BIT(LOGREG__FORM_RANGE) |
                    LOGREG__FORM_BIT(LOGREG__FORM_ANGLE) | LOGREG__FORM_BIT(LOGREG__FORM_SPAN) |
                    LOGREG__FORM_BIT(LOGREG__FORM_WRAPPED) | LOGREG__FORM_BIT(LOGREG__FORM_VULGAR));
    for (size_t k = 0; k < c->units; k++)
        counted = counted || scaled(c, k);
    bool point = c->point || counted || (c->open_point && !thousands),
         comma = c->comma || (c->open_comma && !thousands);
    if (comma && mark == '.')
        add(p, "s/,(?=\\d)/./");
    if (point && mark == ',')
        add(p, "s/\\.(?=\\d)/,/");
}

/* ---- Other forms ------------------------------------------------------------------------------------------- */

/* 10⁵: digits and a minus set high, behind 10. */
static const char raised[] =
    "s/10(?=\\xe2\\x81|\\xc2[\\xb2\\xb3\\xb9])/10^/; s/\xe2\x81\xbb/-/; s/\xc2\xb9/1/g; "
    "s/(?:\\xc2|\\xe2\\x81)([\\xb0-\\xb9])/chr(ord($1) & 15 | 48)/ge";

static const char *const way[LOGREG__FORMS] = {
    [LOGREG__FORM_FORMULA] = "s/^\"?=\"*([^\"]*)\"*/$1/",
    [LOGREG__FORM_FORTRAN] = "s/[Dd](?=[-+]?\\d)/E/",
    [LOGREG__FORM_SPREAD] = "s/(?<=\\d) ?((\xc2\xb1|\\+\\/-) ?[\\d.,]+|\\([-+]?[\\d.,]+\\))//",
    [LOGREG__FORM_TIMES] =
        "s/ ?(\xc3\x97|\xc2\xb7|[*x]) ?10\\^?(?=[-+]?\\d)/e/ || s/(?<![\\d.])10\\^([-+]?\\d+)/10 ** $1/e",
    [LOGREG__FORM_SHARE] = "s/ ?\\([\\d.,]+ ?%\\)//",
    [LOGREG__FORM_HEX] = "s/\\b0x([0-9a-f]+)/hex $1/ei",
    [LOGREG__FORM_CLOCK] =
        "s/(\\d+):(\\d\\d?)(:([\\d.]+))?( ?(h|hrs|Uhr)\\b)?/$1 + $2 \\/ 60 + ($4 || 0) \\/ 3600/e",
    [LOGREG__FORM_HALF_DAY] = "s/(\\d+):?(\\d\\d)?:?([\\d.]+)?(?:\\W*([ap])(?:\\W*m\\.?)?)?/"
                              "($4 ? $1 % 12 + 12 * (lc $4 eq \"p\") : $1) + $2 \\/ 60 + $3 \\/ 3600/ei",
    [LOGREG__FORM_MINUTES] =
        "s/(?:(\\d+):)?(\\d+):(\\d\\d?)(?:[.,](\\d+))?/60 * $1 + $2 + \"$3.$4\" \\/ 60/e",
    [LOGREG__FORM_WEEKS] =
        "s/(\\d+) ?(?:\\+|(?:w[a-z]*|ssw)\\.?,?) ?([0-6])(?!\\d)(?: ?d[a-z.]*)?/7 * $1 + $2/ei",
    [LOGREG__FORM_SPAN] =
        "s/(?:(\\d+) ?d[a-z.]*[ ,]*)?(\\d+):(\\d\\d):([\\d.]+)/1440 * $1 + 60 * $2 + $3 + $4 \\/ 60/ei",
    [LOGREG__FORM_POUNDS] = "s/^[\"\\s]*(?=.*\\d)(?:(\\d+) ?(?:lbs?|pounds?)\\.?[ ,]*)?(?:(\\d+) "
                            "?(?:oz|ounces?)\\.?)?[\"\\s]*?(?=\\r?$)/16 * $1 + $2/ei",
    [LOGREG__FORM_WRAPPED] =
        "s/^.*?([-+]?\\d[\\d.]*(?:e[-+]?\\d+)?)(?=[\"\\x27 ]*[\\]})<,]).*?(?=\\r?$)/$1/i",
    [LOGREG__FORM_VULGAR] =
        "s/ ?½/.5/; s/ ?¼/.25/; s/ ?¾/.75/; s/ ?⅓/.3333333333333333/; s/ ?⅔/.6666666666666666/; "
        "s/ ?⅛/.125/; s/ ?⅜/.375/; s/ ?⅝/.625/; s/ ?⅞/.875/",
    [LOGREG__FORM_MIXED] = "s/(\\d+) +(\\d+)\\/(\\d+)/$3 ? $1 + $2 \\/ $3 : $&/e",
    [LOGREG__FORM_FRACTION] = "s/(\\d[\\d.]*) ?\\/ ?(\\d[\\d.]*)/$2 > 0 ? $1 \\/ $2 : $&/e",
    [LOGREG__FORM_SCORE] = "s/ ?\\/ ?\\d[\\d.,]*//",
    [LOGREG__FORM_RATIO] = "s/([\\d.]+) ?: ?([\\d.]+)/$2 > 0 ? $1 \\/ $2 : $&/e",
    [LOGREG__FORM_CHANGE] = "s/(\\d+) ?([-+]) ?(\\d+)/$1 + \"$2$3\"/e",
    [LOGREG__FORM_ORDINAL] = "s/(?<=\\d) "
                             "?(?:st|nd|rd|th|er|\303\250?re|de|(?:\303\250|e)?me|e|\303\250|\302\272|"
                             "\302\252|\302\260)(?=[\"\\s]*$)//",
    [LOGREG__FORM_STONES] = "s/^[\"\\s]*(?=.*\\d)(?:(\\d+) ?st[a-z]*\\.?[ ,]*)?(?:(\\d+) "
                            "?(?:(?:lbs?|pounds?)\\.?)?)?[\"\\s]*?(?=\\r?$)/14 * $1 + $2/ei",
    [LOGREG__FORM_FEET] = LOGREG__FEET,
    [LOGREG__FORM_AGE] = "s/^[\"\\s]*(?=.*\\d)P?(?:(\\d+) ?[yja][a-z.()]*[ ,]*)?(?:(\\d+) ?m[a-z.()]*[ "
                         ",]*)?(?:(\\d+) ?[dt][a-z.()]*)?[\"\\s]*?(?=\\r?$)/"
                         "12 * $1 + $2 + $3 \\/ 30.4375/ei",
    [LOGREG__FORM_ANGLE] = "s{^(?=.*\\d).*?(?=\\r?$)}{(my $c = $&) =~ tr/,/./; my @n = $c =~ /[\\d.]+/g; "
                           "($c =~ /[SW-]/ ? -1 : 1) * ($n[0] + $n[1] / 60 + $n[2] / 3600)}e",
    [LOGREG__FORM_TITER] = "s/([<>]=?|\xe2\x89\xa4|\xe2\x89\xa5)? *1 *: *(?=\\d)//",
    [LOGREG__FORM_SCRIPT] = "tr/\\x{660}-\\x{669}\\x{6f0}-\\x{6f9}\\x{966}-\\x{96f}\\x{ff10}-\\x{ff19}"
                            "\\x{66b}/0-90-90-90-9./",
};

/* Weeks, days, hours, minutes and seconds, as minutes. */
static void add_durations(program *p, const logreg__mended *c)
{
    int day = c->day == LOGREG__DAY_OF_WORK ? 480 : 1440, days = c->day == LOGREG__DAY_OF_WORK ? 5 : 7;
    char weeks[32] = "";
    if (c->weeks)
        snprintf(weeks, sizeof weeks, "%d * $1 + ", days * day);
    add(p,
        "s/^[\"\\s]*(?=.*\\d)P?%s(?:(\\d+) ?[dt][a-z.]*[ ,]*)?T?(?:(\\d+) ?(?:h|st)[a-z.]*[ ,]*)?"
        "(?:(\\d+)(?: ?m[a-z.]*[ ,]*|(?=[\"\\s]*$)))?(?:([\\d.]+) ?s[a-z.]*)?[\"\\s]*?(?=\\r?$)/"
        "%s%d * $%d + 60 * $%d + $%d + $%d \\/ 60/ei",
        c->weeks ? "(?:(\\d+) ?w[a-z.]*[ ,]*)?" : "", weeks, day, 1 + c->weeks, 2 + c->weeks, 3 + c->weeks,
        4 + c->weeks);
}

static void add_labels_off(program *p, const logreg__mended *c)
{
    char escaped[LOGREG__PATTERN];
    for (size_t k = 0; k < c->labels; k++) {
        size_t n, at = logreg__form_number(&n, c->label[k]);
        add(p, "s/%s/%.*s/", logreg__cell_pattern(escaped, c->label[k]), (int)n, c->label[k] + at);
    }
}

/* Longer ones first, since a shorter one may be their end. */
static void add_held(program *p, const logreg__held *held)
{
    char pattern[LOGREG__PATTERN];
    for (size_t k = 0; k < held->fronts; k++)
        add(p, "s/^(\"? *)%s/$1/", logreg__cell_pattern(pattern, held->front[k]));
    for (size_t k = 0; k < held->behinds; k++) {
        const char *text = held->behind[k];
        bool quote = strchr(text, '"');
        add(p, "s/%s(?= *\"?\\r?$)//", logreg__cell_pattern(pattern, text));
        if (quote && !text[1]) /* within quotes it is doubled */
            add(p, "s/^(\\d[\\d.,]*)\"(?=\\r?$)/$1/");
    }
}

/* Two numbers within text: their middle, or the minutes that they are, or, with a part, both. */
static void add_held_pair(program *p, const logreg__mended *c, const char *part)
{
    const logreg__held *held = &c->held;
    char front[LOGREG__PATTERN], between[LOGREG__PATTERN], behind[LOGREG__PATTERN], both[80], none[40] = "";
    logreg__cell_pattern(front, held->front[0]);
    logreg__cell_pattern(between, held->between);
    logreg__cell_pattern(behind, held->behind[0]);
    const char *once = c->forms >> LOGREG__FORM_MINUTES & 1 ? "$n[0] + $n[1] / 60" : "($n[0] + $n[1]) / 2";
    snprintf(both, sizeof both, part ? "$n[0] . \"%s\" . $n[1]" : "%s", part ? part : once);
    if (part)
        snprintf(none, sizeof none, " || s/(?=\\r?$)/%s/", part);
    add(p, "s{^\"? *%s(\\d[\\d.,]*)%s(\\d[\\d.,]*)%s *\"?(?=\\r?$)}{my @n = ($1, $2); tr/,//d for @n; %s}e%s",
        front, between, behind, both, none);
}

const char *logreg__mended_program(char room[LOGREG__COMMAND], const logreg__mended *c, bool thousands,
                                   const char *part, char mark)
{
    program p = {room, 0};
    char middles[LOGREG__MIDDLES];
    unsigned groups = c->groups;
    *room = '\0';
    if (thousands)
        groups |=
            (c->open_point ? 1U << LOGREG__GROUP_POINT : 0) | (c->open_comma ? 1U << LOGREG__GROUP_COMMA : 0);
    add_labels_off(&p, c);
    if (c->held.pair && !part)
        add_held_pair(&p, c, NULL);
    else if (!c->held.pair)
        add_held(&p, &c->held);
    if (c->worded)
        add(&p, "s/ *(?:(?:out )?of|von|sur|de|su) *(?=\\d)/\\//");
    bool points = c->forms >> LOGREG__FORM_FRACTION & 1 || c->ranges.marks; /* which it is worked out with */
    if (c->comma && points)
        add(&p, "s/,(?=\\d)/./g");
    if (c->dashed)
        add(&p, "s/^(\"? *\\d)-(?=\\d\\d?\\b)/$1\\x27/");
    if (c->raised)
        add(&p, "%s", raised);
    for (logreg__form f = 0; f < LOGREG__FORMS; f++)
        if (c->forms >> f & 1 && way[f] && !c->held.pair &&
            !(part && c->pair && (f == LOGREG__FORM_FRACTION || f == LOGREG__FORM_SCORE)))
            add(&p, "%s", way[f]);
    if (c->forms >> LOGREG__FORM_RANGE & 1 && !c->held.pair)
        add(&p, "%s", logreg__range_middles(middles, &c->ranges));
    if (c->forms >> LOGREG__FORM_DURATION & 1)
        add_durations(&p, c);
    if (c->points)
        add(&p, "s/(?<=\\d) *[a-z\\x80-\\xff]{2,} *(?=\"?\\r?$)//i");
    if (c->pressure)
        add(&p, "s/ *mm ?Hg//i");
    add_traits(&p, c);
    bool scales = false;
    for (size_t k = 0; k < c->units; k++)
        scales = scales || scaled(c, k);
    if (scales) { /* which are worked out with points */
        add_groups(&p, c, groups);
        if (c->comma || (c->open_comma && !thousands))
            add(&p, "s/,(?=\\d)/./");
    }
    add_units(&p, c);
    if (!scales)
        add_groups(&p, c, groups);
    add_minus(&p, c);
    if (c->traits & LOGREG__GUISE_MIDDLE)
        add(&p, "s/\xc2\xb7/%c/", mark ? mark : '.');
    add_decimals(&p, c, thousands, mark);
    if (part && c->held.pair && c->pair)
        add_held_pair(&p, c, part);
    else if (part && c->triple)
        add(&p,
            "s/\"?([\\d.]+) ?(?:[xX*]|\xc3\x97) ?([\\d.]+)(?: ?(?:[xX*]|\xc3\x97) ?([\\d.]+))?(?: "
            "?[A-Za-z]+)?\"?/"
            "$1%s$2%s$3/ || s/(?=\\r?$)/%s%s/",
            part, part, part, part);
    else if (part && c->pair && c->forms & LOGREG__FORM_BIT(LOGREG__FORM_PAIR))
        add(&p,
            "s/\"?([-+\\d.]+) ?(?:[xX,;:+]|\xc3\x97|by) ?([-+\\d.]+)(?: ?[A-Za-z]+)?\"?/$1%s$2/ || "
            "s/(?=\\r?$)/%s/",
            part, part);
    else if (part && c->pair)
        add(&p, "s/\"?(\\d+) ?\\/ ?(\\d+)\"?/$1%s$2/ || s/(?=\\r?$)/%s/", part, part);
    return room;
}
