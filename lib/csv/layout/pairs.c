/* Rows in which each value has its name in front, as logs have them: age=39 sex=m y=1. */
#include "csv/mending/command.h"
#include "csv/dialect.h"

#include <ctype.h>
#include <string.h>

#include "base/error.h"

/* Fewer lines prove nothing; of more these are looked at. */
enum { FEW_LINES = 3, LINES = 50, NAMES = 64 };

typedef struct {
    const char *start;
    size_t n;
} name;

/* The names of a line, in front of a sign, with what stands between pairs. */
typedef struct {
    name name[NAMES];
    size_t n, words; /* words without a sign */
    char apart;      /* what stands between the first two pairs; 0: there are not so many */
} line;

static bool parts(char c)
{
    return strchr(" ,;|&\t{", c);
}

/* The name that begins at p, and where its value does; NULL: none does. */
static const char *name_at(name *to, const char *p, const char *end, char sign)
{
    const char *at = p;
    bool quoted = at < end && *at == '"';
    at += quoted;
    const char *from = at;
    if (at == end || !(isalpha((unsigned char)*at) || *at == '_'))
        return NULL;
    while (at < end && (isalnum((unsigned char)*at) || strchr("_.-", *at)))
        at++;
    *to = (name){from, (size_t)(at - from)};
    at += quoted && at < end && *at == '"';
    while (at < end && *at == ' ')
        at++;
    bool is = at + 1 < end && *at == sign && at[1] != sign && at[1] != '/';
    return is ? at + 1 : NULL;
}

static void read_line(line *l, const char *p, const char *end, char sign)
{
    *l = (line){.n = 0};
    for (bool between = true, quoted = false; p < end; p++) {
        name found;
        const char *value = between && !quoted ? name_at(&found, p, end, sign) : NULL;
        if (value && l->n < NAMES) {
            const char *before = p;
            while (l->n == 1 && before > l->name[0].start && before[-1] == ' ')
                before--;
            if (l->n == 1)
                l->apart = before[-1] != ' ' && parts(before[-1]) ? before[-1] : before < p ? ' ' : p[-1];
            l->name[l->n++] = found;
            p = value - 1;
            between = false;
            continue;
        }
        quoted ^= *p == '"';
        between = parts(*p);
    }
}

static bool same(const name *a, const name *b)
{
    return a->n == b->n && memcmp(a->start, b->start, a->n) == 0;
}

/* How many names of the first line stand in another one? */
static size_t in_common(const line *first, const line *l)
{
    size_t common = 0;
    for (size_t i = 0; i < first->n; i++)
        for (size_t k = 0; k < l->n; k++)
            if (same(&first->name[i], &l->name[k])) {
                common++;
                break;
            }
    return common;
}

/* Have nearly all lines two names or more, most of them those of the first? */
static bool are_pairs(line *first, const char *head, size_t n, bool cut, char sign)
{
    size_t lines = 0, like = 0;
    for (const char *p = head, *end = head + n; p < end && lines < LINES;) {
        const char *stop = p;
        line l;
        while (stop < end && *stop != '\n' && *stop != '\r')
            stop++;
        if (stop > p && (stop < end || !cut)) {
            read_line(&l, p, stop, sign);
            if (!lines++)
                *first = l;
            like += l.n > 1 && 2 * in_common(first, &l) > (l.n > first->n ? l.n : first->n);
            if (!first->n)
                return false;
        }
        p = stop + 1;
    }
    return lines >= FEW_LINES && first->n > 1 && 10 * like >= 9 * lines;
}

static logreg_status fail(const line *l, char sign, const logreg__csv *csv)
{
    char command[LOGREG__COMMAND], shown[2][LOGREG__SHOWN], set[4];
    snprintf(set, sizeof set, l->apart == '\t' ? "\\t" : "%c", l->apart);
    bool loose = l->apart != ' ';
    logreg__command(
        command, csv,
        "perl -lne 's/[\\r{}]//g; my %%r; while "
        "(/(?<![\\w.-])\"?([A-Za-z_][\\w.-]*)\"?%s%c%s(\"[^\"]*\"|[^%s]*)/g) { "
        "$s{$1}++ or push @k, $1; $r{$1} = $2 } push @r, {%%r} if %%r; END { print join \",\", @k; for $x "
        "(@r) { print join \",\", map { /^[^\"].*,/ ? qq(\"$_\") : $_ } @{$x}{@k} } }'",
        loose ? " *" : "", sign, loose ? " *" : "", set);
    return logreg__fail(
        csv->err, LOGREG_EDATA,
        "%.200s: each value has its name in front, such as '%s' and '%s', as logs have it. Make a "
        "header of the names: %s; if it has not, use --delimiter ','",
        csv->file, logreg__show(shown[0], l->name[0].start, l->name[0].n),
        logreg__show(shown[1], l->name[1].start, l->name[1].n), command);
}

logreg_status logreg__pairs_check(const char *head, size_t n, bool cut, const logreg__csv *csv)
{
    static const char signs[] = {'=', ':'};
    line first;
    for (size_t k = 0; k < sizeof signs; k++)
        if (are_pairs(&first, head, n, cut, signs[k]))
            return fail(&first, signs[k], csv);
    return LOGREG_OK;
}
