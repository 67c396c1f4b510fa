/* Tables drawn with lines, as psql, mysql, Markdown and SAP have them. */
#include "csv/mending/command.h"
#include "csv/dialect.h"
#include "csv/mending/plan.h"

#include <string.h>

#include "base/error.h"

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

static bool is_dashes(const char *p, const char *end)
{
    const char *from = p;
    while (p < end && *p == '-')
        p++;
    return p == end && p - from > 2;
}

/* A line of dashes above or below one that begins with a bar, as SAP draws lists. */
static bool is_list(const char *head, const char *first, const char *second, const char *end)
{
    bool below = first > head && *head == '|' && first[-1] == '|';
    return (is_dashes(head, first) && second < end && *second == '|') ||
           (below && second < end && is_dashes(second, logreg__line_end(second, end)));
}

logreg_status logreg__drawn_check(const char *head, size_t n, const logreg__csv *csv)
{
    const char *end = head + n, *first = logreg__line_end(head, end);
    const char *second = first < end ? first + 1 : end;
    bool crlf = second < end && *first == '\r' && *second == '\n';
    second += crlf;
    const char *corner = n > 3 && head[0] == '\xe2' && (head[1] == '\x94' || head[1] == '\x95') ? head : NULL;
    if (corner) {
        char command[LOGREG__COMMAND];
        return logreg__fail(
            csv->err, LOGREG_EDATA,
            "%s is a table drawn with lines, not a CSV file; export CSV, or take the lines out: %s",
            csv->file,
            logreg__command(command, csv,
                            "sed -E '/\xe2\x94\x80|\xe2\x95\x90/d;s/\xe2\x94\x82|\xe2\x95\x91/|/g;"
                            "s/^[|] ?//;s/ ?[|]\\r?$//'"));
    }
    if (!is_rule(head, first) && !is_rule(second, logreg__line_end(second, end)) &&
        !is_list(head, first, second, end))
        return LOGREG_OK;
    char what[400];
    logreg__stage stage = {LOGREG__STAGE_DRAWN, 0, 0};
    snprintf(what, sizeof what,
             "%.200s is a table drawn with lines, as psql, mysql and Markdown have it, not a CSV file",
             csv->file);
    return logreg__fail_stages(csv, &stage, 1, what, "; export CSV, or take the lines out: ", "");
}
