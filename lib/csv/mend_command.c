/* One command of sed and perl for all that the numbers of a file need. */
#include "csv/command.h"
#include "csv/mend.h"

#include <ctype.h>
#include <stdarg.h>
#include <string.h>

typedef struct {
    char text[LOGREG__COMMAND];
    size_t used;
} script;

__attribute__((format(printf, 2, 3))) static void add(script *s, const char *format, ...)
{
    va_list args;
    const char *apart = s->used ? ";" : "";
    va_start(args, format);
    if (s->used < sizeof s->text)
        s->used += (size_t)snprintf(s->text + s->used, sizeof s->text - s->used, "%s", apart);
    if (s->used < sizeof s->text)
        s->used += (size_t)vsnprintf(s->text + s->used, sizeof s->text - s->used, format, args);
    va_end(args);
}

enum { ESCAPED = 4 * LOGREG__SHOWN + 1 };

/* Text as it stands in a file, its quotes doubled, within a regular expression within quotes of the shell. Returns room. */
static const char *escape(char room[ESCAPED], const char *text)
{
    char *to = room;
    for (*room = '\0'; *text; text++)
        to += sprintf(to,
                      *text == '\''                     ? "'\\''"
                      : *text == '"'                    ? "\"\""
                      : *text == '^' || *text == '\\'   ? "\\%c"
                      : strchr(".[]()*+?{}$|/&", *text) ? "[%c]"
                                                        : "%c",
                      *text);
    return room;
}

static bool is_word(const char *unit)
{
    unsigned char first = (unsigned char)*unit;
    return isalpha(first) || (first >= 0xc2 && first != 0xe2 && !logreg__is_currency(unit)) || unit[1] == '$';
}

/* "kg", or "(kg|cm)" of those that are words on that side of the number and have that fate. Returns how many. */
static size_t alternatives(char *room, size_t size, const logreg__mending *m, bool before, const char *to)
{
    char escaped[ESCAPED];
    size_t n = 0, used = 0;
    *room = '\0';
    for (size_t k = 0; k < m->units; k++) {
        const logreg__mended_unit *u = &m->unit[k];
        if (!u->to || strcmp(u->to, to) != 0 || !(before ? u->before : u->behind) || !is_word(u->text))
            continue;
        if (used + ESCAPED < size)
            used +=
                (size_t)snprintf(room + used, size - used, "%s%s", n ? "|" : "", escape(escaped, u->text));
        n++;
    }
    if (n > 1) {
        memmove(room + 1, room, used);
        *room = '(';
        strcpy(room + used + 1, ")");
    }
    return n;
}

static void add_unit_words(script *s, const logreg__mending *m)
{
    static const char *const fates[] = {"", "e3", "e6", "e9"};
    char room[LOGREG__MENDED_UNITS * ESCAPED];
    const char *open = m->traits & LOGREG__GUISE_BRACKETS ? "(" : "",
               *last = m->traits & (LOGREG__GUISE_BRACKETS | LOGREG__GUISE_BEHIND) ? "[-0-9)*+]"
                       : m->traits & (LOGREG__GUISE_STAR | LOGREG__GUISE_MORE)     ? "[0-9*+]"
                                                                                   : "[0-9]";
    size_t n = alternatives(room, sizeof room, m, true, "");
    if (n)
        add(s, "s/%s ?([-+.0-9%s])/\\%d/g", room, open, n > 1 ? 2 : 1);
    for (size_t k = 0; k < sizeof fates / sizeof *fates; k++) {
        n = alternatives(room, sizeof room, m, false, fates[k]);
        if (n)
            add(s, "s/(%s) ?%s([^[:alpha:]]|$)/\\1%s\\%d/g", last, room, fates[k], n > 1 ? 3 : 2);
    }
}

static void add_unit_signs(script *s, const logreg__mending *m)
{
    char escaped[ESCAPED];
    for (size_t k = 0; k < m->units; k++) {
        const logreg__mended_unit *u = &m->unit[k];
        if (!u->to || is_word(u->text))
            continue;
        if (*u->to)
            add(s, "s/([0-9]) ?%s/\\1%s/g", u->text, u->to);
        else
            add(s, "s/%s//g", escape(escaped, u->text));
    }
}

/* What stands about the numbers and is no unit. */
static void add_traits(script *s, const logreg__mending *m)
{
    static const struct {
        unsigned trait;
        const char *mend;
    } way[] = {
        {LOGREG__GUISE_NBSP, "s/\\xc2\\xa0//g"},
        {LOGREG__GUISE_NARROW, "s/\\xe2\\x80\\xaf//g"},
        {LOGREG__GUISE_THIN, "s/\\xe2\\x80\\x89//g"},
        {LOGREG__GUISE_QUOTES, "s/\xe2\x80\x9c|\xe2\x80\x9d|\xe2\x80\x9e|\xe2\x80\x98|\xe2\x80\x99//g"},
        {LOGREG__GUISE_MINUS, "s/\xe2\x88\x92/-/g"},
        {LOGREG__GUISE_DASH, "s/(^|[^[:alnum:] ])(\xe2\x80\x93|\xe2\x80\x94)( ?[.0-9])/\\1-\\3/g"},
        {LOGREG__GUISE_ABOUT, "s/(~|\xe2\x89\x88|ca[.]) ?([-+.0-9])/\\2/g"},
        {LOGREG__GUISE_APOSTROPHE, "s/(^|[^[:alnum:]])'\\''([-+.0-9])/\\1\\2/g"},
        {LOGREG__GUISE_BOUND, "s/[<>]=? ?([-+.0-9])/\\1/g"},
        {LOGREG__GUISE_AT_MOST, "s/\xe2\x89\xa4|\xe2\x89\xa5//g"},
        {LOGREG__GUISE_STAR, "s/[*]//g"},
        {LOGREG__GUISE_DAGGER, "s/\xe2\x80\xa0|\xe2\x80\xa1//g"},
        {LOGREG__GUISE_MORE, "s/([0-9])[+]([^0-9]|$)/\\1\\2/g"},
    };
    for (size_t k = 0; k < sizeof way / sizeof *way; k++)
        if (m->traits & way[k].trait)
            add(s, "%s", way[k].mend);
}

/* Marks between thousands. What is also the delimiter is one within quotes alone; what is also the decimal mark of other numbers is one
 * only before the decimals of this one. */
static void add_groups(script *s, const logreg__mending *m, unsigned groups, const logreg__csv *csv)
{
    static const char *const pattern[LOGREG__GROUPS] = {
        "'\\''", " ",   "\\xc2\\xa0", "\\xe2\\x80\\xaf", "\\xe2\\x80\\x89", "\xe2\x80\x99", "\xc2\xb4",
        ",",     "[.]", ","};
    if (groups >> LOGREG__GROUP_LAKH & 1)
        groups &= ~(1U << LOGREG__GROUP_COMMA);
    for (int k = 0; k < LOGREG__GROUPS; k++) {
        bool quoted = *logreg__group_mark[k] == csv->options.delimiter;
        bool both = (k == LOGREG__GROUP_POINT && m->point) || (k == LOGREG__GROUP_COMMA && m->comma);
        const char *lead = quoted ? "\"[-+( ]*[0-9]+" : "[0-9]", *mark = pattern[k];
        if (groups >> k & 1 && both)
            add(s, ":%c;s/(%s)%s([0-9]{3}(%s[0-9]{3})*%s)/\\1\\2/;t%c", (char)('a' + k), lead, mark, mark,
                k == LOGREG__GROUP_POINT ? "," : "[.]", (char)('a' + k));
        else if (groups >> k & 1)
            add(s, ":%c;s/(%s)%s([0-9]{%s3})([^0-9]|$)/\\1\\2\\3/;t%c", (char)('a' + k), lead, mark,
                k == LOGREG__GROUP_LAKH ? "2," : "", (char)('a' + k));
    }
}

/* Minus signs that stand elsewhere, once the marks are out. */
static void add_minus(script *s, const logreg__mending *m, const logreg__csv *csv)
{
    bool comma = csv->options.delimiter == ',';
    if (m->traits & LOGREG__GUISE_APART)
        add(s, "s/(^|[^[:alnum:] ])([-+]) +([.0-9])/\\1\\2\\3/g");
    if (m->traits & LOGREG__GUISE_BRACKETS)
        add(s, "s/[(] *([0-9.,]+) *[)]/-\\1/g");
    if (m->traits & LOGREG__GUISE_BEHIND && comma) /* a comma stands within quotes alone */
        add(s, "s/\"([0-9.,]+)-\"/\"-\\1\"/g;s/([0-9.]+)-([^[:alnum:]]|$)/-\\1\\2/g");
    else if (m->traits & LOGREG__GUISE_BEHIND)
        add(s, "s/([0-9.,]+)-([^[:alnum:]]|$)/-\\1\\2/g");
}

static void add_no_cents(script *s, const logreg__mending *m, const logreg__csv *csv)
{
    if (!(m->traits & LOGREG__GUISE_NO_CENTS))
        return;
    if (csv->options.delimiter == ',')
        add(s, "s/(\"[^\"]*[0-9]),(-+|\xe2\x80\x93|\xe2\x80\x94)/\\1/g;s/"
               "([0-9])[./](-+|\xe2\x80\x93|\xe2\x80\x94)/\\1/g");
    else
        add(s, "s/([0-9])[.,/](-+|\xe2\x80\x93|\xe2\x80\x94)/\\1/g");
}

static void add_decimals(script *s, const logreg__mending *m, bool thousands, const logreg__csv *csv)
{
    char mark = logreg__mending_decimal(m, thousands, csv), other = csv->options.decimal == '.' ? ',' : '.';
    bool point = m->point || (m->open_point && !thousands), comma = m->comma || (m->open_comma && !thousands);
    if (m->traits & LOGREG__GUISE_MIDDLE)
        add(s, "s/([0-9])\xc2\xb7([0-9])/\\1%c\\2/g", mark ? mark : csv->options.decimal);
    if (!point || !comma)
        return;
    const char *pattern = other == '.' ? "[.]" : ",";
    if (csv->options.delimiter == other)
        add(s, "s/\"([-+ ]*[0-9]+)%s([0-9]+) *\"/\\1%c\\2/g", pattern, csv->options.decimal);
    else
        add(s, "s/([0-9])%s([0-9])/\\1%c\\2/g", pattern, csv->options.decimal);
}

/* ---- Other forms ------------------------------------------------------------------------------------------- */

/* Those of perl write '.' for the decimal mark. */
static const char *const way_of_sed[LOGREG__FORMS] = {
    [LOGREG__FORM_FORMULA] = "s/\"=\"\"([^\"]*)\"\"\"/\\1/g;s/=([-+.0-9])/\\1/g",
    [LOGREG__FORM_FORTRAN] = "s/([0-9.])[Dd]([-+]?[0-9])/\\1E\\2/g",
    [LOGREG__FORM_SPREAD] =
        "s/([0-9]) ?((\xc2\xb1|[+][/]-) ?[0-9]+([.,][0-9]+)?|[(][0-9]+([.,][0-9]+)?[)])/\\1/g",
    [LOGREG__FORM_TIMES] = "s/([0-9]) ?(\xc3\x97|[*x]) ?10\\^?([-+]?[0-9])/\\1e\\3/g",
    [LOGREG__FORM_SHARE] = "s/([0-9]) ?[(][0-9.,]+ ?%[)]/\\1/g",
};
static const char *const way_of_perl[LOGREG__FORMS] = {
    [LOGREG__FORM_HEX] = "s/\\b0x([0-9a-f]+)/hex $1/gei",
    [LOGREG__FORM_CLOCK] = "s/(?<![\\d:])(\\d+):(\\d\\d)(:([\\d.]+))?(?![\\d:])(?: ?(?:h|hrs|Uhr)\\b)?/$1 + "
                           "$2 \\/ 60 + ($4 || 0) \\/ 3600/ge",
    [LOGREG__FORM_FRACTION] = "s/(?<![\\d\\/])(\\d+) ?\\/ ?(\\d+)(?![\\d\\/])/$2 ? $1 \\/ $2 : $&/ge",
    [LOGREG__FORM_FEET] = LOGREG__FEET,
    [LOGREG__FORM_SCRIPT] = "tr/\\x{660}-\\x{669}\\x{6f0}-\\x{6f9}\\x{966}-\\x{96f}\\x{ff10}-\\x{ff19}"
                            "\\x{66b}/0-90-90-90-9./",
};

static void add_labels_off(script *s, const logreg__mending *m)
{
    char escaped[ESCAPED];
    for (size_t k = 0; k < m->labels; k++) {
        size_t n, at = logreg__form_number(&n, m->label[k]);
        add(s, "s/%s/%.*s/g", escape(escaped, m->label[k]), (int)n, m->label[k] + at);
    }
}

const char *logreg__mending_command(char room[LOGREG__COMMAND], const logreg__mending *m, bool thousands,
                                    const logreg__csv *csv)
{
    script sed = {"", 0}, perl = {"", 0};
    unsigned groups = m->groups;
    char mark = logreg__mending_decimal(m, thousands, csv);
    if (thousands)
        groups |=
            (m->open_point ? 1U << LOGREG__GROUP_POINT : 0) | (m->open_comma ? 1U << LOGREG__GROUP_COMMA : 0);
    groups &= ~((m->traits & LOGREG__GUISE_NBSP ? 1U << LOGREG__GROUP_NBSP
                                                : 0) | /* go with those about the numbers */
                (m->traits & LOGREG__GUISE_NARROW ? 1U << LOGREG__GROUP_NARROW : 0) |
                (m->traits & LOGREG__GUISE_THIN ? 1U << LOGREG__GROUP_THIN : 0));
    if (m->name_rows)
        add(&sed, "%zus/^%s(\"\")?/row/", csv->header_line, csv->mark ? "(\\xef\\xbb\\xbf)*" : "");
    add_labels_off(&sed, m);
    add_traits(&sed, m);
    add_no_cents(&sed, m, csv);
    add_unit_signs(&sed, m);
    add_unit_words(&sed, m);
    add_groups(&sed, m, groups, csv);
    add_minus(&sed, m, csv);
    for (logreg__form f = 0; f < LOGREG__FORMS; f++)
        if (m->forms >> f & 1 && way_of_sed[f])
            add(&sed, "%s", way_of_sed[f]);
    add_decimals(&sed, m, thousands, csv);
    for (logreg__form f = 0; f < LOGREG__FORMS; f++)
        if (m->forms >> f & 1 && way_of_perl[f])
            add(&perl, "%s", way_of_perl[f]);
    const char *unicode = m->forms >> LOGREG__FORM_SCRIPT & 1 ? "-CSD " : "";
    bool counted = m->forms & (1U << LOGREG__FORM_CLOCK | 1U << LOGREG__FORM_FRACTION);
    *room = '\0';
    if (m->too_much || logreg__mending_alike(m, thousands) ||
        (counted && (mark == ',' || csv->options.decimal == ',')) ||
        sed.used + perl.used + 40 > LOGREG__COMMAND)
        return room;
    bool piped = csv->packing != LOGREG__PLAIN ||
                 (csv->encoding != LOGREG__UTF8 && csv->encoding != LOGREG__ENCODINGS);
    if (sed.used && perl.used && piped) {
        logreg__command(room, csv, "sed -E '%s' | perl %s-pe '%s'", sed.text, unicode, perl.text);
    } else if (sed.used && perl.used) { /* the file stands behind the first */
        logreg__command(room, csv, "sed -E '%s'", sed.text);
        size_t used = strlen(room);
        snprintf(room + used, LOGREG__COMMAND - used, " | perl %s-pe '%s'", unicode, perl.text);
    } else if (perl.used) {
        logreg__command(room, csv, "perl %s-pe '%s'", unicode, perl.text);
    } else if (sed.used) {
        logreg__command(room, csv, "sed -E '%s'", sed.text);
    }
    if (strlen(room) + 1 == LOGREG__COMMAND)
        *room = '\0';
    return room;
}
