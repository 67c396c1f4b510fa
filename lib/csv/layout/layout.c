/* Tables that no delimiter splits: drawn with lines, with blanks between columns, quoted as a whole. Where that is so, the
 * sentence gives the command that makes CSV of them. */
#include "csv/mending/command.h"
#include "csv/dialect.h"
#include "csv/mending/plan.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "base/error.h"

enum { LINES = 50, FEW = 3, TITLE = 12 };

/* What the first lines have in common. */
typedef struct {
    size_t lines, words; /* of the second line, be they of dashes, and most others */
    size_t names;        /* words of the first line, which may lack one */
    size_t even;         /* lines that have as many words */
    size_t quoted;       /* lines that one pair of quotes encloses, with a delimiter inside */
    bool ruled;          /* dashes alone make the second line, or types of columns */
    size_t pairs;        /* lines whose second word is a number, a colon and more */
    bool named, numbers; /* the first line begins no word with a digit; the second has some */
    bool observed;       /* the first word is Obs, as SAS numbers rows */
} layout;

/* Words that blanks separate outside quotes; second: the second of them, up to the line's end. */
static size_t count_words(const char *p, const char *end, const char **second)
{
    size_t words = 0;
    bool quoted = false, inside = false;
    for (; p < end; p++) {
        quoted ^= *p == '"';
        bool blank = !quoted && logreg__is_blank(*p);
        if (!blank && !inside && ++words == 2)
            *second = p;
        inside = !blank;
    }
    return words;
}

static bool is_pair(const char *p, const char *end)
{
    const char *digits = p;
    while (p < end && isdigit((unsigned char)*p))
        p++;
    return p > digits && p < end && *p == ':';
}

/* Does a word begin with a digit? */
static bool digit_first(const char *p, const char *end)
{
    for (const char *at = p; at < end; at++)
        if (isdigit((unsigned char)*at) && (at == p || logreg__is_blank(at[-1])))
            return true;
    return false;
}

/* Dashes, and blanks between them? */
static bool is_ruled(const char *p, const char *end)
{
    while (p < end && (*p == '-' || *p == ' '))
        p++;
    return p == end;
}

/* Types of columns, as R prints them below the names: <int> <dbl>? */
static bool are_types(const char *p, const char *end)
{
    size_t words = 0;
    for (; p < end; p++) {
        if (logreg__is_blank(*p))
            continue;
        const char *stop = memchr(p, '>', (size_t)(end - p));
        if (*p != '<' || !stop || stop == p + 1 || (stop + 1 < end && !logreg__is_blank(stop[1])))
            return false;
        words++;
        p = stop;
    }
    return words > 1;
}

static void look_at(layout *l, const char *p, const char *end)
{
    const char *second = end;
    if (l->lines == 1 && are_types(p, end)) {
        l->ruled = true;
        return;
    }
    size_t words = count_words(p, end, &second), n = (size_t)(end - p), blanks = 0;
    if (!words)
        return;
    while (blanks < n && logreg__is_blank(p[blanks]))
        blanks++;
    if (!l->lines) {
        l->names = words;
        l->named = !digit_first(p, end);
        l->observed =
            n - blanks > 4 && strncasecmp(p + blanks, "Obs", 3) == 0 && logreg__is_blank(p[blanks + 3]);
    }
    l->numbers = l->numbers || (l->lines == 1 && digit_first(p, end));
    if (l->lines++ < 2)
        l->words = words;
    l->ruled = l->ruled || (l->lines == 2 && n > 1 && is_ruled(p, end));
    l->even += words == l->words;
    l->quoted += n > 2 && *p == '"' && end[-1] == '"' && (memchr(p, ',', n) || memchr(p, ';', n));
    l->pairs += is_pair(second, end);
}

static layout look(const char *head, size_t n, bool cut)
{
    layout l = {0};
    for (const char *p = head, *end = head + n; p < end && l.lines < LINES;) {
        const char *stop = logreg__line_end(p, end);
        if (stop > p && (stop < end || !cut))
            look_at(&l, p, stop);
        p = stop + 1;
    }
    return l;
}

/* Do blanks part words into columns? */
static bool is_table(const layout *l)
{
    return l->names > 1 && (l->names == l->words || l->names + 1 == l->words) && l->even == l->lines;
}

/* The line, from 0, in which such a table begins below a title; 0: none does. */
static size_t table_below(const char *head, size_t n, bool cut)
{
    const char *p = head, *end = head + n;
    for (size_t line = 1; line < TITLE; line++) {
        p = logreg__line_end(p, end);
        p += p + 1 < end && p[0] == '\r' && p[1] == '\n' ? 2 : 1;
        if (p >= end)
            return 0;
        layout l = look(p, (size_t)(end - p), cut);
        bool blank = logreg__line_end(p, end) == p;
        if (!blank && is_table(&l) && l.lines > FEW && l.names > 2 && l.named && l.numbers)
            return line;
    }
    return 0;
}

logreg_status logreg__layout_check(const char *head, size_t n, bool cut, const logreg__csv *csv)
{
    layout l = look(head, n, cut);
    char command[LOGREG__COMMAND];
    if (l.lines < FEW)
        return LOGREG_OK;
    if (l.quoted == l.lines)
        return logreg__fail(csv->err, LOGREG_EDATA,
                            "%s: each line stands in quotes as a whole; take them off: %s", csv->file,
                            logreg__command(command, csv, LOGREG__UNWRAP));
    if (l.pairs == l.lines)
        return logreg__fail(
            csv->err, LOGREG_EDATA,
            "%s: columns are numbered in front of each value, as LIBSVM has it; where each row has "
            "all of them, take the numbers out, %s, and use --no-header --target V1",
            csv->file, logreg__command(command, csv, "sed -E 's/ +[0-9]+:/,/g'"));
    bool row_names = l.names + 1 == l.words;
    bool counted = memmem(head, n, " rows x ", 8) && memmem(head, n, " columns]", 9);
    if (is_table(&l))
        return logreg__fail(
            csv->err, LOGREG_EDATA,
            "%s: no , ; tab or | separates cells, but each line has %zu words%s; if blanks separate "
            "them, make one of several, %s, and use --delimiter ' '%s; if not, --delimiter ,",
            csv->file, l.words, row_names ? ", and the first one less, as where R writes names of rows" : "",
            logreg__command(command, csv, "sed -E '%s%s%ss/^ +| +$//g;s/ +/ /g'",
                            row_names ? "1s/^/row /;" : "", l.ruled ? "2d;" : "",
                            counted ? "/^\\[[0-9]+ rows x/d;" : ""), /* pandas, at the end */
            row_names    ? " --exclude row"
            : l.observed ? " --exclude Obs"
                         : "");
    size_t above = csv->options.header ? table_below(head, n, cut) : 0, first = logreg__stages_above(csv);
    if (above) {
        char what[400];
        size_t line = above + (first ? first : 1);
        logreg__stage stage = {LOGREG__STAGE_ABOVE, line, 0};
        snprintf(what, sizeof what, "%.200s:%zu: a table begins in this line, below a title", csv->file,
                 line);
        return logreg__fail_stages(csv, &stage, 1, what, "; take out what is above it: ", "");
    }
    logreg_status status = logreg__others_check(head, n, cut, csv);
    return status != LOGREG_OK || !csv->options.header ? status : logreg__aligned_check(head, n, cut, csv);
}
