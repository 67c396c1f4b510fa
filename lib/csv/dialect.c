/* Which delimiter a file uses. Each candidate splits the first lines, quotes respected; the one whose most frequent
 * number of fields holds for the largest share of lines wins; if quotes are broken everywhere, they are not respected. Among
 * equals the order of the candidates decides: commas stand in numbers and in text, so that a tab or semicolon that
 * splits as evenly is the likelier delimiter. */
#include <strings.h>

#include "csv/dialect.h"
#include "csv/mending/plan.h"
#include "csv/layout/sections.h"
#include "csv/layout/torn.h"

#include <string.h>

enum { LINES = 200 };

static const char candidates[] = {'\t', ';', ',', '|'};

typedef struct {
    size_t lines;         /* that are not blank */
    size_t fields[LINES]; /* of each; 0 where its quotes are not those of this delimiter */
    size_t number[LINES]; /* of the line in the file, from 0 */
    size_t filled[LINES]; /* fields that hold something */
} split;

/* One line from p: where the next one begins. A line is an end of file, or quoted fields with line ends inside. */
static const char *read_line(const char *p, const char *end, char delimiter, bool strict, size_t *fields,
                             size_t *empty, bool *whole)
{
    bool at_start = true, quoted = false, broken = false;
    *fields = 1;
    *empty = 0;
    for (; p < end; p++) {
        if (quoted) {
            if (*p != '"')
                continue;
            if (p + 1 < end && p[1] == '"')
                p++;
            else
                quoted = false;
        } else if (*p == '\n' || *p == '\r') {
            break;
        } else if (*p == delimiter) {
            ++*fields;
            *empty += at_start;
            at_start = true;
        } else {
            bool closed = !at_start && p[-1] == '"';
            quoted = at_start && *p == '"';
            broken = broken || closed || (!at_start && *p == '"');
            at_start = false;
        }
    }
    *whole = p < end;
    *empty += at_start;
    if (strict && (broken || quoted))
        *fields = 0;
    return p < end ? p + 1 : p;
}

static void split_head(split *s, const char *head, size_t n, bool cut, char delimiter, bool strict)
{
    s->lines = 0;
    const char *p = head, *end = head + n;
    size_t ends = 0;
    while (p < end && s->lines < LINES) {
        if (*p == '\n' || *p == '\r') { /* blank, or the second half of CRLF */
            ends += *p == '\r' || p == head || p[-1] != '\r';
            p++;
            continue;
        }
        const char *line = p;
        bool whole;
        size_t fields, empty;
        p = read_line(p, end, delimiter, strict, &fields, &empty, &whole);
        if (whole || !cut ||
            s->lines == 0) { /* a line that the head cuts off counts only if there is no other */
            s->fields[s->lines] = fields;
            s->number[s->lines] = ends;
            s->filled[s->lines++] = fields > empty ? fields - empty : 0;
        }
        for (; line < p; line++)
            ends += *line == '\r' || (*line == '\n' && (line == head || line[-1] != '\r'));
    }
}

/* Lines that have the most frequent number of fields, which goes to *most; 0 if most lines are not split at all. */
static size_t evenness(const split *s, size_t *most)
{
    size_t best = 0, divided = 0;
    for (size_t i = 0; i < s->lines; i++) {
        size_t same = 0;
        for (size_t k = 0; k < s->lines; k++)
            same += s->fields[k] == s->fields[i];
        if (s->fields[i] < 2)
            continue;
        divided++;
        if (same > best) {
            best = same;
            *most = s->fields[i];
        }
    }
    return 2 * divided >= s->lines ? best : 0;
}

/* The best of the candidates; splits: does it split at all? */
static char best_delimiter(const char *head, size_t n, bool cut, char decimal, bool strict, bool *splits)
{
    char found = decimal == ',' ? ';' : ',';
    size_t most = 0, lines = 1;
    for (size_t i = 0; i < sizeof candidates; i++) {
        if (candidates[i] == decimal)
            continue;
        split s;
        split_head(&s, head, n, cut, candidates[i], strict);
        size_t fields, even = evenness(&s, &fields);
        if (even * lines > most * s.lines) {
            most = even;
            lines = s.lines;
            found = candidates[i];
        }
    }
    *splits = most > 0;
    return found;
}

/* Commas that split most lines as they do the first, those in quotes apart, separate cells even where they are decimal marks too. */
static bool commas_split(const char *head, size_t n, bool cut)
{
    split s;
    size_t fields = 0;
    split_head(&s, head, n, cut, ',', true);
    bool quoted = memchr(head, '"', n) && s.lines && s.fields[0] > 1;
    return quoted && 2 * evenness(&s, &fields) > s.lines && fields == s.fields[0];
}

char logreg__dialect_delimiter(const char *head, size_t n, bool cut, char decimal, bool *splits)
{
    char found = best_delimiter(head, n, cut, decimal, true, splits);
    if (!*splits && decimal == ',' && commas_split(head, n, cut)) {
        *splits = true;
        return ',';
    }
    return *splits ? found : best_delimiter(head, n, cut, decimal, false, splits);
}

size_t logreg__dialect_table(size_t *fields, const char *head, size_t n, bool cut, char delimiter)
{
    split s;
    split_head(&s, head, n, cut, delimiter, true);
    *fields = 0;
    size_t even = evenness(&s, fields), line = SIZE_MAX;
    if (even < 2)
        return SIZE_MAX;
    size_t most = 0;
    for (size_t i = 0; i < s.lines; i++)
        if (s.fields[i] == *fields && s.filled[i] > most)
            most = s.filled[i];
    for (size_t i = s.lines; i-- > 0;)
        line = s.fields[i] == *fields && 2 * s.filled[i] > most ? s.number[i] : line;
    return line;
}

/* The first line that names the delimiter: its length. */
static size_t sep_line(const char *p, size_t n, char *delimiter)
{
    if (n < 6 || strncasecmp(p, "sep=", 4) != 0 || (p[5] != '\n' && p[5] != '\r'))
        return 0;
    if (!*delimiter && (p[4] == '\t' || (p[4] > ' ' && p[4] != '"')))
        *delimiter = p[4];
    return p[5] == '\r' && n > 6 && p[6] == '\n' ? 7 : 6;
}

static logreg_status find_delimiter(logreg__csv *csv, const logreg__source *source)
{
    logreg_csv_options *o = &csv->options;
    bool splits;
    if (!o->delimiter && logreg__stages_have(csv, LOGREG__STAGE_DRAWN))
        o->delimiter = '|';
    if (o->delimiter)
        return LOGREG_OK;
    logreg_status status = logreg__records_check(source->bytes, source->n, csv);
    if (status == LOGREG_OK)
        status = logreg__printed_check(source->bytes, source->n, !source->end, csv);
    if (status == LOGREG_OK)
        status = logreg__listing_check(source->bytes, source->n, csv);
    if (status == LOGREG_OK)
        status = logreg__drawn_check(source->bytes, source->n, csv);
    if (status == LOGREG_OK)
        status = logreg__ruled_check(source->bytes, source->n, csv);
    if (status == LOGREG_OK)
        status = logreg__pairs_check(source->bytes, source->n, !source->end, csv);
    if (status == LOGREG_OK && o->header)
        status = logreg__between_quotes_check(source->bytes, source->n, csv);
    if (status != LOGREG_OK)
        return status;
    o->delimiter = logreg__dialect_delimiter(source->bytes, source->n, !source->end, o->decimal, &splits);
    if (splits && o->delimiter == '|' && !o->header)
        return logreg__doubled_check(source->bytes, source->n, !source->end, csv);
    if (splits && o->header)
        return logreg__sideways_check(source->bytes, source->n, !source->end, csv);
    return splits ? LOGREG_OK : logreg__layout_check(source->bytes, source->n, !source->end, csv);
}

/* Behind so many line ends: how far. */
static size_t skip_lines(const char *p, size_t n, size_t lines)
{
    size_t at = 0;
    for (; lines && at < n; at++)
        lines -= p[at] == '\n' || (p[at] == '\r' && (at + 1 == n || p[at + 1] != '\n'));
    return at;
}

logreg_status logreg__dialect_start(size_t *line, logreg__csv *csv, logreg__source *source)
{
    size_t length = sep_line(source->bytes, source->n, &csv->options.delimiter),
           above = logreg__stages_above(csv);
    *line = length ? 2 : 1;
    if (above > *line) {
        length += skip_lines(source->bytes + length, source->n - length, above - *line);
        *line = above;
    }
    source->bytes += length;
    source->n -= length;
    csv->mark = source->mark && source->encoding == LOGREG__UTF8;
    logreg_status status = find_delimiter(csv, source);
    if (status != LOGREG_OK)
        return status;
    above = logreg__dialect_table(&csv->table_fields, source->bytes, source->n, !source->end,
                                  csv->options.delimiter);
    csv->groups = LOGREG__GROUPS_NONE;
    if (csv->options.header && !logreg__stages_have(csv, LOGREG__STAGE_JOIN))
        csv->groups = logreg__groups_look(&csv->index, source->bytes, source->n, csv->options.delimiter);
    if (csv->options.header)
        csv->torn = logreg__torn_look(source->bytes, source->n, !source->end, csv->options.delimiter);
    csv->sections = csv->options.header && !logreg__stages_have(csv, LOGREG__STAGE_GROUPS) &&
                    logreg__sections_look(source->bytes, source->n, !source->end, csv->options.delimiter);
    csv->preamble = csv->title = false;
    csv->names_line = 0;
    bool joined = csv->groups || logreg__stages_have(csv, LOGREG__STAGE_JOIN);
    bool odd =
        logreg__stages_have(csv, LOGREG__STAGE_DRAWN) || logreg__stages_have(csv, LOGREG__STAGE_PARTED);
    if (csv->options.header && !joined && !odd) {
        logreg__preamble found = logreg__preamble_look(source->bytes, source->n, !source->end, csv);
        above = found.line ? found.line : above;
        csv->preamble = found.sure || found.title;
        csv->title = found.title;
        csv->names_line = found.maybe ? *line + found.maybe : 0;
    }
    csv->table_line = above == SIZE_MAX ? SIZE_MAX : *line + above;
    length = above == SIZE_MAX ? source->n : skip_lines(source->bytes, source->n, above);
    csv->table_marked = length < source->n && source->bytes[length] == '#';
    return LOGREG_OK;
}
