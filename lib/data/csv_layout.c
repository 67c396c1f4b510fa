/* Tables that no delimiter splits: drawn with lines, with blanks between columns, quoted as a whole. Where that is so, the
 * sentence gives the command that makes CSV of them. */
#include "data/csv.h"

#include <ctype.h>
#include <string.h>

#include "base/error.h"

enum { LINES = 50, FEW = 3 };

/* What the first lines have in common. */
typedef struct {
    size_t lines, words; /* of the second line and most others */
    size_t names;        /* words of the first line, which may lack one */
    size_t even;         /* lines that have as many words */
    size_t quoted;       /* lines that one pair of quotes encloses, with a delimiter inside */
    size_t pairs;        /* lines whose second word is a number, a colon and more */
} layout;

/* Where the line ends that begins at p. */
static const char *line_end(const char *p, const char *end)
{
    while (p < end && *p != '\n' && *p != '\r')
        p++;
    return p;
}

/* Is it made of nothing but what lines are drawn with? */
static bool is_rule(const char *p, const char *end)
{
    size_t dashes = 0, joints = 0;
    for (; p < end; p++) {
        if (!strchr("-+|:= \t", *p))
            return false;
        dashes += *p == '-';
        joints += *p == '+' || *p == '|';
    }
    return dashes > 1 && joints > 0;
}

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

static void look_at(layout *l, const char *p, const char *end)
{
    const char *second = end;
    size_t words = count_words(p, end, &second), n = (size_t)(end - p);
    if (!l->lines)
        l->names = words;
    if (l->lines++ < 2)
        l->words = words;
    l->even += words == l->words;
    l->quoted += n > 2 && *p == '"' && end[-1] == '"' && (memchr(p, ',', n) || memchr(p, ';', n));
    l->pairs += is_pair(second, end);
}

static layout look(const char *head, size_t n, bool cut)
{
    layout l = {0};
    for (const char *p = head, *end = head + n; p < end && l.lines < LINES;) {
        const char *stop = line_end(p, end);
        if (stop > p && (stop < end || !cut))
            look_at(&l, p, stop);
        p = stop + 1;
    }
    return l;
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
                            logreg__command(command, csv, "sed -E 's/^\"//;s/\"\\r?$//;s/\"\"/\"/g'"));
    if (l.pairs == l.lines)
        return logreg__fail(
            csv->err, LOGREG_EDATA,
            "%s: columns are numbered in front of each value, as LIBSVM has it; where each row has "
            "all of them, take the numbers out, %s, and use --no-header --target V1",
            csv->file, logreg__command(command, csv, "sed -E 's/ +[0-9]+:/,/g'"));
    bool row_names = l.names + 1 == l.words;
    if (l.names > 1 && (l.names == l.words || row_names) && l.even == l.lines)
        return logreg__fail(
            csv->err, LOGREG_EDATA,
            "%s: no , ; tab or | separates cells, but each line has %zu words%s; if blanks separate "
            "them, make one of several, %s, and use --delimiter ' '%s; if not, --delimiter ,",
            csv->file, l.words, row_names ? ", and the first one less, as where R writes names of rows" : "",
            logreg__command(command, csv, "sed -E '%ss/^ +| +$//g;s/ +/ /g'", row_names ? "1s/^/row /;" : ""),
            row_names ? " --exclude row" : "");
    return LOGREG_OK;
}

logreg_status logreg__drawn_check(const char *head, size_t n, const logreg__csv *csv)
{
    const char *end = head + n, *first = line_end(head, end);
    const char *second = first < end ? first + 1 : end;
    bool crlf = second < end && *first == '\r' && *second == '\n';
    second += crlf;
    if (!is_rule(head, first) && !is_rule(second, line_end(second, end)))
        return LOGREG_OK;
    char command[LOGREG__COMMAND];
    return logreg__fail(
        csv->err, LOGREG_EDATA,
        "%s is a table drawn with lines, as psql, mysql and Markdown have it, not a CSV file; export "
        "CSV, or take the lines out: %s | sed -E 's/^[|] ?//;s/ ?[|]\\r?$//'",
        csv->file, logreg__command(command, csv, "grep -vE '^[-+|:= \\r]*$|^[(][0-9]+ rows?[)]'"));
}
