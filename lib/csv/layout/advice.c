/* What people put into tables beside the data: titles, comments, units. */
#include "csv/mending/command.h"
#include "csv/mending/plan.h"
#include "csv/layout/parted.h"
#include "csv/layout/torn.h"
#include "csv/numbers/sums.h"

#include <stdarg.h>
#include <string.h>

#include "base/error.h"

/* More rows than this on top are no header. */
enum { TOP_LINES = 8 };

/* Room for both halves of a number, and what is about them. */
enum { HALVES = 2 * LOGREG__SHOWN + 4 };

static bool says_total(const logreg__cell *cell)
{
    logreg__cell trimmed = logreg__cell_trim(*cell);
    return logreg__says_total(trimmed.text, trimmed.n);
}

/* ---- Rows that are no data --------------------------------------------------------------------------------- */

static const char export_it[] = "; if a decimal comma parts a number in two, export the file with semicolons";

/* 'LEFT,RIGHT', the halves of a number at this place, if they stand in this row. */
static bool write_halves(char room[HALVES], const logreg__row *row, size_t at)
{
    char left[LOGREG__SHOWN], right[LOGREG__SHOWN];
    if (at + 1 >= row->n)
        return false;
    logreg__show(left, row->cell[at].text, row->cell[at].n);
    logreg__show(right, row->cell[at + 1].text, row->cell[at + 1].n);
    size_t sign = *left == '-' || *left == '+';
    if (!left[sign] || !*right || left[sign + strspn(left + sign, "0123456789")] ||
        right[strspn(right, "0123456789")])
        return false;
    snprintf(room, HALVES, "'%s,%s'", left, right);
    return true;
}

/* What joins the halves of numbers that commas tear, where all of them stand in this row. */
static bool advise_halves(char *room, size_t size, const logreg__row *row, const logreg__csv *csv)
{
    char command[LOGREG__COMMAND], shown[HALVES];
    const logreg__torn *torn = &csv->torn;
    bool open = torn->kind == LOGREG__TORN_EITHER, several = !open && torn->n > 1;
    size_t used = 0;
    for (size_t k = 0; k < torn->n; k++)
        if (!write_halves(shown, row, torn->at[k]))
            return false;
    for (size_t k = 0; k < torn->n && used < size && !several; k++) {
        write_halves(shown, row, torn->at[k]);
        const char *how = k                                      ? ""
                          : torn->kind == LOGREG__TORN_THOUSANDS ? " one number, take out its comma"
                                                                 : " one number, write its comma as a point";
        used += (size_t)snprintf(room + used, size - used, "; if %s is%s: %s", shown, how,
                                 logreg__torn_command(command, torn, k, row->n, row->line, csv));
    }
    for (size_t k = 0; k < torn->n && used < size && several; k++) {
        write_halves(shown, row, torn->at[k]);
        used += (size_t)snprintf(room + used, size - used, "%s%s",
                                 k ? k + 1 < torn->n ? ", " : " and " : "; if ", shown);
    }
    if (several && used < size)
        snprintf(room + used, size - used, " are one number each, write their commas as points: %s",
                 logreg__torn_command(command, torn, 0, row->n, row->line, csv));
    return true;
}

/* The way on: words, with a command in them, or with a stage whose command stands between them. */
typedef struct {
    char how[2 * LOGREG__COMMAND + 200];
    logreg__stage stage;
    bool staged;
    const char *tail;
} advice;

__attribute__((format(printf, 4, 5))) static void stage(advice *to, logreg__stage_kind kind, size_t line,
                                                        const char *how, ...)
{
    va_list args;
    va_start(args, how);
    vsnprintf(to->how, sizeof to->how, how, args);
    va_end(args);
    to->stage = (logreg__stage){kind, line, line};
    to->staged = true;
}

/* A row of more cells, one as a rule. False: there is nothing to see. */
static bool advise_torn(advice *to, const logreg__row *row, size_t rows, const logreg__csv *csv)
{
    const logreg__torn *torn = &csv->torn;
    char command[LOGREG__COMMAND], shown[LOGREG__SHOWN], delimiter[] = {csv->options.delimiter, '\0'};
    const char *d = *delimiter == '\t' ? "\\t" : delimiter;
    bool joins = torn->kind == LOGREG__TORN_DECIMALS || torn->kind == LOGREG__TORN_EITHER ||
                 torn->kind == LOGREG__TORN_THOUSANDS;
    bool open = torn->kind == LOGREG__TORN_SOMEWHERE;
    if (torn->kind == LOGREG__TORN_NOT || (rows && !torn->mixed) || (open && torn->mixed) ||
        (joins && !advise_halves(to->how, sizeof to->how, row, csv)))
        return false;
    if (torn->kind == LOGREG__TORN_ROW_NAMES) {
        stage(to, LOGREG__STAGE_ROWS, 0,
              "; if rows begin with a name of their own, as R writes them, give that a name in the header, ");
        to->tail = *d != ','
                       ? ", and use --exclude row"
                       : ", and use --exclude row; if a decimal comma parts a number in two, export the "
                         "file with semicolons";
        return true;
    }
    char under[LOGREG__SHOWN + 60] = "";
    if (open) {
        const logreg__cell *cell = &row->cell[row->n - 2];
        snprintf(to->how, sizeof to->how, "%s", export_it);
        snprintf(under, sizeof under, ", so that '%s' stands under the last one",
                 logreg__show(shown, cell->text, cell->n));
    }
    size_t used = strlen(to->how);
    if (!torn->mixed && (!joins || torn->n == 1))
        snprintf(to->how + used, sizeof to->how - used,
                 "; if %sthe last column has no name%s, give it one: %s", joins ? "not, and " : "", under,
                 logreg__command(command, csv, "sed -E '%zus/\\r?$/%sV%zu/'",
                                 logreg__stages_line(csv, csv->header_line), d, row->n));
    return true;
}

/* The command that adds V5, V6, .. to a header of four names. */
static const char *lacking_names(char room[LOGREG__COMMAND], size_t n, size_t header, const logreg__csv *csv)
{
    char names[LOGREG__COMMAND / 2] = "";
    for (size_t j = header, used = 0; j < n && used + 32 < sizeof names; j++)
        used += (size_t)snprintf(
            names + used, sizeof names - used, "%sV%zu",
            csv->options.delimiter == '\t' ? "\\t" : (char[]){csv->options.delimiter, '\0'}, j + 1);
    return logreg__command(room, csv, "sed -E '%zus/\\r?$/%s/'", logreg__stages_line(csv, csv->header_line),
                           names);
}

/* A row that is longer than the header. */
static void advise_longer(advice *to, const logreg__row *row, size_t header, size_t rows,
                          const logreg__csv *csv)
{
    char command[LOGREG__COMMAND], pattern[8];
    size_t line = logreg__stages_line(csv, row->line), size = sizeof to->how;
    size_t more = csv->torn.kind == LOGREG__TORN_DECIMALS ? csv->torn.n : 1;
    bool header_below =
        csv->table_line != SIZE_MAX && csv->table_line >= row->line && row->n > header + (header > 1);
    bool named = csv->options.header,
         last_empty = row->n == header + 1 && !logreg__cell_trim(row->cell[header]).n;
    size_t below = header_below ? csv->table_line : row->line;
    if (named && header > 1 && last_empty)
        snprintf(to->how, size, "; it ends with a delimiter: take that out, %s",
                 logreg__command(command, csv, "sed -E '%zu%ss/%s[\"\\r ]*$//'", line, rows ? "" : ",$",
                                 logreg__delimiter_pattern(pattern, csv)));
    else if (named && header > 1 && row->n == header + more && advise_torn(to, row, rows, csv))
        return;
    else if (named && header > 1 && rows == 0 && csv->table_fields == row->n &&
             logreg__row_holds_number(row, csv))
        snprintf(to->how, size, "%s; if the header lacks the names of the last columns, give them some: %s",
                 csv->torn.kind == LOGREG__TORN_SOMEWHERE ? export_it : "",
                 lacking_names(command, row->n, header, csv));
    else if (named && (header_below || (header == 1 && rows < 50)))
        stage(to, LOGREG__STAGE_ABOVE, below,
              "; if the header stands in line %zu, take out what is above it: ", below);
    else if (!csv->options.skip_bad_rows)
        snprintf(to->how, size,
                 "%s; put cells that hold the delimiter in quotes, or leave such rows out: --on-bad-row skip",
                 csv->torn.kind == LOGREG__TORN_SOMEWHERE ? export_it : "");
}

/* A row that is shorter. */
static void advise_shorter(advice *to, const logreg__row *row, size_t rows, const logreg__csv *csv)
{
    if (rows && csv->blank_line == row->line - 1)
        stage(to, LOGREG__STAGE_BELOW, row->line, "; if the table ends above it, take out the rest: ");
    else if (rows && row->n == 1)
        stage(to, LOGREG__STAGE_BARE, csv->quotes,
              "; if lines without a delimiter are no rows of data, take them out: ");
    else if (rows && says_total(&row->cell[0]))
        stage(to, LOGREG__STAGE_LINES, row->line, "; if it is no row of data, take it out: ");
    else if (!csv->options.skip_bad_rows)
        snprintf(to->how, sizeof to->how, "; complete it, or leave such rows out: --on-bad-row skip");
}

/* A row of so many fields, as most are, fewer than the header names. */
static logreg_status fail_short(const char *row, size_t n, size_t header, bool first_empty,
                                const logreg__csv *csv)
{
    char what[500], columns[40] = "the last column", how[80], command[LOGREG__COMMAND], pattern[8];
    size_t more = header - n, line = logreg__stages_line(csv, csv->header_line);
    if (more == 1 && first_empty)
        return logreg__fail(
            csv->err, LOGREG_EDATA,
            "%s, and so have most rows; if the first column, which has no name, is not there, "
            "take it out of the header: %s",
            row,
            logreg__command(command, csv, "sed -E '%zus/^(\"\")?%s//'", line,
                            logreg__delimiter_pattern(pattern, csv)));
    if (more > 1)
        snprintf(columns, sizeof columns, "the last %zu columns", more);
    logreg__stage stage = {LOGREG__STAGE_SIDE, n, 0};
    snprintf(what, sizeof what, "%s, and so have most rows, as if they left out %s", row, columns);
    snprintf(how, sizeof how, "; if so, take %s out of the header: ", more > 1 ? "them" : "it");
    return logreg__fail_stages(csv, &stage, 1, what, how, "");
}

/* Comments, of which the last names the columns. */
static logreg_status fail_marked(const char *what, const logreg__csv *csv)
{
    const logreg__stage stages[] = {{LOGREG__STAGE_ABOVE, csv->table_line, 0},
                                    {LOGREG__STAGE_HASH, csv->table_line, 0}};
    char how[120];
    snprintf(how, sizeof how,
             "; if line %zu names the columns, take out what is above it, and its sign: ", csv->table_line);
    return logreg__fail_stages(csv, stages, 2, what, how, "");
}

logreg_status logreg__fail_length(const char *what, const logreg__row *row, size_t header, size_t rows,
                                  const char *first_name, const logreg__csv *csv)
{
    bool comment = *first_name == '#' || (row->cell[0].n && *row->cell[0].text == '#');
    advice to = {.tail = ""};
    if (comment && csv->table_marked && csv->table_line >= row->line)
        return fail_marked(what, csv);
    if (!comment && csv->options.header && row->n > 1 && row->n < header && row->n == csv->table_fields)
        return fail_short(what, row->n, header, !*first_name, csv);
    if (comment)
        stage(&to, LOGREG__STAGE_COMMENTS, 0,
              "; lines that begin with # are read like any other: take them out, ");
    else if (row->n > header)
        advise_longer(&to, row, header, rows, csv);
    else if (row->n < header)
        advise_shorter(&to, row, rows, csv);
    return to.staged ? logreg__fail_stages(csv, &to.stage, 1, what, to.how, to.tail)
                     : logreg__fail(csv->err, LOGREG_EDATA, "%s%s", what, to.how);
}

bool logreg__stray_rows(size_t first, size_t last, bool on_top, bool alone, const logreg__csv *csv)
{
    bool begins = csv->options.header && on_top && first == csv->first_line && last < first + TOP_LINES;
    return begins || (alone && last == csv->last_line);
}
