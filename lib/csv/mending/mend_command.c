/* One command of perl for all that the numbers of a file need. It takes each row apart into its cells, quotes minded, and touches those
 * of the columns that need something, below the header. */
#include "csv/mending/command.h"
#include "csv/mending/mend.h"

#include <string.h>

#include "base/text.h"

static void add_number(logreg__text *text, const char *format, size_t n)
{
    char room[48];
    snprintf(room, sizeof room, format, n);
    logreg__text_add(text, room);
}

/* "$F[2]", "@F[2,4]", "@F[2..9]": the columns from number k on that need what column k needs. */
static void add_cells(logreg__text *text, const logreg__mending *m, const bool *alike)
{
    logreg__text list = {0};
    size_t n = 0;
    for (size_t k = 0; k < m->n_each; k++) {
        if (!alike[k])
            continue;
        size_t first = m->each[k].field, last = first;
        while (k + 1 < m->n_each && alike[k + 1] && m->each[k + 1].field == last + 1) {
            last++;
            k++;
        }
        add_number(&list, n++ ? ",%zu" : "%zu", first);
        if (last > first)
            add_number(&list, "..%zu", last);
        n += last > first;
    }
    logreg__text_add(text, n > 1 ? "@F[" : "$F[");
    char *fields = logreg__text_take(&list);
    logreg__text_add(text, fields ? fields : "");
    text->failed = text->failed || !fields;
    free(fields);
    logreg__text_add(text, "]");
}

/* Behind for: the cells that hold a number. kept: a column that has others beside; NULL: all do. */
static void add_choice(logreg__text *text, const logreg__mended *kept)
{
    char pattern[LOGREG__PATTERN];
    if (!kept)
        return;
    logreg__text_add(text, kept->n_kept ? "grep { /\\d/ && !/^[\"\\s]*(" : "grep /\\d/, ");
    for (size_t k = 0; k < kept->n_kept; k++) {
        logreg__text_add(text, k ? "|" : "");
        logreg__text_add(text, logreg__cell_pattern(pattern, kept->kept[k]));
    }
    logreg__text_add(text, kept->n_kept ? ")[\"\\s]*$/ } " : "");
}

/* What the columns that are marked need. */
static void add_loop(logreg__text *text, const char *program, const logreg__mending *m, const bool *alike,
                     const logreg__mended *kept)
{
    bool one = !strstr(program, "; ");
    if (text->length)
        logreg__text_add(text, "; ");
    if (one)
        logreg__text_add(text, program);
    logreg__text_add(text, one ? " for " : "for (");
    add_choice(text, kept);
    add_cells(text, m, alike);
    if (!one) {
        logreg__text_add(text, ") { ");
        logreg__text_add(text, program);
        logreg__text_add(text, " }");
    }
}

/* Have both columns the same texts that no statement may change? */
static bool keep_alike(const logreg__mended *a, const logreg__mended *b)
{
    bool alike = a->texts == b->texts && a->n_kept == b->n_kept;
    for (size_t k = 0; k < a->n_kept && alike; k++)
        alike = strcmp(a->kept[k], b->kept[k]) == 0;
    return alike;
}

/* The statements for all columns, those that need the same together. False: memory is out. */
static bool add_loops(logreg__text *text, const logreg__mending *m, bool thousands, char mark, char delimiter)
{
    char program[LOGREG__COMMAND], other[LOGREG__COMMAND], d[8];
    const char *part = m->part ? logreg__delimiter_perl(d, delimiter) : NULL;
    bool *done = logreg__new(m->n_each, sizeof *done), *alike = logreg__new(m->n_each, sizeof *alike);
    for (size_t k = 0; done && alike && k < m->n_each && text->length < LOGREG__COMMAND; k++) {
        if (done[k] || !*logreg__mended_program(program, &m->each[k], thousands, part, mark))
            continue;
        for (size_t i = 0; i < m->n_each; i++) {
            alike[i] =
                i >= k && !done[i] && keep_alike(&m->each[i], &m->each[k]) &&
                strcmp(program, logreg__mended_program(other, &m->each[i], thousands, part, mark)) == 0;
            done[i] = done[i] || alike[i];
        }
        bool all = !m->each[k].texts || (part && m->each[k].pair);
        add_loop(text, program, m, alike, all ? NULL : &m->each[k]);
    }
    bool ok = done && alike && !text->failed;
    free(done);
    free(alike);
    return ok;
}

/* Zeros for dashes and words. */
static void add_nils(logreg__text *text, const logreg__mending *m)
{
    char statement[LOGREG__NIL_STATEMENT];
    size_t n = 0;
    for (size_t k = 0; k < m->n_each && m->nil; k++)
        n += m->each[k].nil;
    if (!n)
        return;
    logreg__text_add(text, logreg__nil_statement(statement, m));
    logreg__text_add(text, n > 1 ? " for @F[" : " for $F[");
    for (size_t k = 0, told = 0; k < m->n_each; k++)
        if (m->each[k].nil)
            add_number(text, told++ ? ",%zu" : "%zu", m->each[k].field);
    logreg__text_add(text, "]");
}

/* Digits for words. */
static void add_spelt(logreg__text *text, const logreg__mending *m)
{
    for (size_t k = 0; k < m->n_each; k++) {
        if (!*m->each[k].spelt)
            continue;
        if (text->length)
            logreg__text_add(text, "; ");
        logreg__text_add(text, "s{^[\"\\s]*\\K(.+?)(?=[\"\\s]*$)}{+{qw(");
        logreg__text_add(text, m->each[k].spelt);
        logreg__text_add(text, ")}->{$1 =~ tr/ /-/r} // $1}e");
        add_number(text, " for $F[%zu]", m->each[k].field);
    }
}

/* A name for the first column, and two for one that is parted: bp_1,bp_2. */
static void write_header(char room[LOGREG__COMMAND / 2], const logreg__mending *m, const logreg__csv *csv)
{
    char d[8];
    size_t used = 0, size = LOGREG__COMMAND / 2;
    logreg__delimiter_perl(d, csv->options.delimiter);
    *room = '\0';
    if (m->name_rows)
        used = (size_t)snprintf(room, size, "$F[0] = \"row\"");
    for (size_t k = 0; k < m->n_each && m->part && used < size; k++)
        if (m->each[k].pair)
            used += (size_t)snprintf(room + used, size - used,
                                     "%ss/(.*?)(\"?)(?=\\r?$)/${1}_1$2%s${1}_2$2%s%s/s for $F[%zu]",
                                     used ? "; " : "", d, m->each[k].triple ? d : "",
                                     m->each[k].triple ? "${1}_3$2" : "", m->each[k].field);
}

const char *logreg__mending_command(char room[LOGREG__COMMAND], const logreg__mending *m, bool thousands,
                                    const logreg__csv *csv)
{
    char mark = logreg__mending_decimal(m, thousands, csv);
    char header[LOGREG__COMMAND / 2];
    logreg__text loops = {0};
    *room = '\0';
    write_header(header, m, csv);
    add_nils(&loops, m);
    add_spelt(&loops, m);
    bool ok = add_loops(&loops, m, thousands, mark, csv->options.delimiter) && !m->too_much &&
              (loops.length || m->name_rows);
    if (ok && m->respelling) {
        logreg__text_add(&loops, loops.length ? "; " : "");
        logreg__text_add(&loops, m->respelling);
    }
    char *body = logreg__text_take(&loops);
    logreg__cells what = {.flags = m->forms >> LOGREG__FORM_SCRIPT & 1 ? "-Mutf8 -CSD " : NULL,
                          .header = *header ? header : NULL,
                          .rows = body};
    for (size_t k = 0; k < m->n_each && csv->blank_line; k++)
        if (m->each[k].field && m->each[k].field >= what.least)
            what.least = m->each[k].field + 1;
    if (m->respelling && csv->blank_line && m->respelled > what.least)
        what.least = m->respelled;
    if (ok)
        logreg__cells_command(room, &what, csv);
    free(body);
    return room;
}
