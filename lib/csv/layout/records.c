/* A line a value: below a rule for each row, as psql prints them where \x is on, and mysql where \G ends a query; parted by blank lines, as sqlite
 * has them in its mode line. */
#include "csv/dialect.h"
#include "csv/mending/command.h"

#include <ctype.h>
#include <string.h>

#include "base/error.h"

/* What is above the first of them, as prompts and notices, and the longest row that is looked at. */
enum { ABOVE = 10, LINES = 500, NAMES = 256 };

typedef struct {
    const char *who, *before, *behind; /* of the number in a rule */
    char fill;                         /* stands in front of it */
    char apart;                        /* behind a name */
    const char *rule, *pair;           /* patterns of perl */
} form;

static const form forms[] = {
    {"psql", "[ RECORD ", " ]", '-', '|', "^-+\\[ RECORD \\d+ \\]", "^(.*?) *\\| ?(.*)"},
    {"mysql", " ", ". row ", '*', ':', "^\\*+ \\d+\\. row \\*+$", "^ *([^:]+): ?(.*)"},
};

/* Is a line the rule above the row of that number? */
static bool is_rule(const form *f, size_t number, const char *p, const char *end)
{
    char mark[40];
    const char *at = p;
    while (at < end && *at == f->fill)
        at++;
    int n = snprintf(mark, sizeof mark, "%s%zu%s", f->before, number, f->behind);
    return at > p && end - at >= n && memcmp(at, mark, (size_t)n) == 0;
}

/* Do the rules of the first two rows stand there, with values between them? */
static bool are_records(const form *f, const char *head, size_t n)
{
    size_t rules = 0, values = 0, line = 0;
    for (const char *p = head, *end = head + n, *stop; p < end && rules < 2 && line < (rules ? LINES : ABOVE);
         p = stop + 1, line++) {
        stop = memchr(p, '\n', (size_t)(end - p));
        stop = stop ? stop : end;
        if (is_rule(f, rules + 1, p, stop))
            rules++;
        else
            values += rules == 1 && memchr(p, f->apart, (size_t)(stop - p));
    }
    return rules == 2 && values > 1;
}

/* ---- Without rules ---- */

/* The name in a line "   name = value"; empty: it is none. */
static logreg__cell name_of(const char *p, const char *end)
{
    while (p < end && *p == ' ')
        p++;
    const char *mark = memmem(p, (size_t)(end - p), " =", 2);
    bool value = mark && (mark + 2 == end || strchr(" \r", mark[2]));
    return (logreg__cell){p, value ? (size_t)(mark - p) : 0, 0};
}

/* Do blank lines part the first two rows, of the same names in the same order, two or more? */
static bool are_parted(const char *head, size_t n)
{
    logreg__cell name[NAMES];
    size_t names = 0, again = 0, blanks = 0;
    for (const char *p = head, *end = head + n, *stop; p < end && blanks < 2; p = stop + 1) {
        stop = memchr(p, '\n', (size_t)(end - p));
        stop = stop ? stop : end;
        if (stop == p || (stop == p + 1 && *p == '\r')) {
            blanks++;
            continue;
        }
        logreg__cell here = name_of(p, stop);
        if (!here.n || (blanks ? again == names : names == NAMES))
            return false;
        if (blanks && (name[again].n != here.n || memcmp(name[again].text, here.text, here.n) != 0))
            return false;
        name[names] = blanks ? name[names] : here;
        names += !blanks;
        again += blanks;
    }
    return blanks == 2 && names > 1 && again == names;
}

/* Rows as lists of their values by name, @k, to CSV. */
#define WRITTEN                                                                                              \
    "END { for $x ({map { $_, $_ } @k}, @r) { print join \",\", map { /[\",]/ ? q(\") . s/\"/\"\"/gr . "     \
    "q(\") : "                                                                                               \
    "$_ } @{$x}{@k} } }'"

static logreg_status tell(const char *who, const char *command, const logreg__csv *csv)
{
    char room[LOGREG__COMMAND];
    return logreg__fail(csv->err, LOGREG_EDATA,
                        "%.200s: each value has a line of its own, as %s prints rows that are wide. Make a "
                        "table of them: %s",
                        csv->file, who, logreg__command(room, csv, "%s", command));
}

logreg_status logreg__records_check(const char *head, size_t n, const logreg__csv *csv)
{
    char command[LOGREG__COMMAND];
    for (size_t k = 0; k < sizeof forms / sizeof *forms; k++) {
        const form *f = &forms[k];
        if (!are_records(f, head, n))
            continue;
        snprintf(
            command, sizeof command,
            "perl -lne 's/\\s+$//; if (/%s/) { push @r, {} } elsif (@r && /%s/) { $s{$1}++ or push @k, $1; "
            "$r[-1]{$1} = $2 } " WRITTEN,
            f->rule, f->pair);
        return tell(f->who, command, csv);
    }
    return are_parted(head, n) ? tell("sqlite",
                                      "perl -lne 's/\\s+$//; if (/^ *(.+?) =(?: (.*))?$/) { push @r, {} if "
                                      "!@r || exists $r[-1]{$1}; "
                                      "$s{$1}++ or push @k, $1; $r[-1]{$1} = $2 } " WRITTEN,
                                      csv)
                               : LOGREG_OK;
}
