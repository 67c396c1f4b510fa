/* What people put into tables beside the data: titles, comments, units. */
#include "csv/command.h"
#include "csv/torn.h"
#include "csv/sums.h"

#include <string.h>

#include "base/error.h"
#include "base/number.h"

/* More rows than this on top are no header. */
enum { TOP_LINES = 8 };

static bool says_total(const logreg__cell *cell)
{
    logreg__cell trimmed = logreg__cell_trim(*cell);
    return logreg__says_total(trimmed.text, trimmed.n);
}

/* ---- Rows that are no data --------------------------------------------------------------------------------- */

static const char export_it[] = "; if a decimal comma parts a number in two, export the file with semicolons";

/* The halves of a number that a comma tears, if they stand in this row. */
static bool advise_halves(char *room, size_t size, const logreg__row *row, const logreg__csv *csv)
{
    char command[LOGREG__COMMAND], left[LOGREG__SHOWN], right[LOGREG__SHOWN];
    const logreg__torn *torn = &csv->torn;
    const logreg__cell *cell = &row->cell[torn->at];
    logreg__show(left, cell[0].text, cell[0].n);
    logreg__show(right, cell[1].text, cell[1].n);
    size_t sign = *left == '-' || *left == '+';
    if (!left[sign] || !*right || left[sign + strspn(left + sign, "0123456789")] ||
        right[strspn(right, "0123456789")])
        return false;
    snprintf(room, size, "; if '%s,%s' is one number, %s: %s", left, right,
             torn->kind == LOGREG__TORN_DECIMALS ? "write its comma as a point" : "take out its comma",
             logreg__torn_command(command, torn, row->n, row->line, csv));
    return true;
}

/* A row of one cell more. False: there is nothing to see. */
static bool advise_torn(char *room, size_t size, const logreg__row *row, size_t rows, const logreg__csv *csv)
{
    const logreg__torn *torn = &csv->torn;
    char command[LOGREG__COMMAND], delimiter[] = {csv->options.delimiter, '\0'};
    const char *d = *delimiter == '\t' ? "\\t" : delimiter;
    bool joins = torn->kind == LOGREG__TORN_DECIMALS || torn->kind == LOGREG__TORN_THOUSANDS;
    bool open = torn->kind == LOGREG__TORN_SOMEWHERE;
    if (torn->kind == LOGREG__TORN_NOT || (rows && !torn->mixed) || (open && torn->mixed) ||
        (joins && !advise_halves(room, size, row, csv)))
        return false;
    if (torn->kind == LOGREG__TORN_ROW_NAMES)
        snprintf(
            room, size,
            "; if rows begin with a name of their own, as R writes them, give that a name in the header, "
            "%s, and use --exclude row%s",
            logreg__command(command, csv, "sed '%zus/^/row%s/'", csv->header_line, d),
            *d == ',' ? export_it : "");
    else if (open)
        snprintf(room, size, "%s", export_it);
    size_t used = strlen(room);
    if (!torn->mixed && torn->kind != LOGREG__TORN_ROW_NAMES)
        snprintf(room + used, size - used, "; if %sthe last column has no name, give it one: %s",
                 joins ? "not, and " : "",
                 logreg__command(command, csv, "sed -E '%zus/\\r?$/%sV%zu/'", csv->header_line, d, row->n));
    return true;
}

static bool holds_number(const logreg__row *row, const logreg__csv *csv)
{
    double x;
    for (size_t j = 0; j < row->n; j++)
        if (logreg__number_parse(&x, row->cell[j].text, row->cell[j].n, csv->options.decimal))
            return true;
    return false;
}

/* The command that adds V5, V6, .. to a header of four names. */
static const char *lacking_names(char room[LOGREG__COMMAND], size_t n, size_t header, const logreg__csv *csv)
{
    char names[LOGREG__COMMAND / 2] = "";
    for (size_t j = header, used = 0; j < n && used + 32 < sizeof names; j++)
        used += (size_t)snprintf(
            names + used, sizeof names - used, "%sV%zu",
            csv->options.delimiter == '\t' ? "\\t" : (char[]){csv->options.delimiter, '\0'}, j + 1);
    return logreg__command(room, csv, "sed -E '%zus/\\r?$/%s/'", csv->header_line, names);
}

/* A row that is longer than the header. */
static void advise_longer(char *room, size_t size, const logreg__row *row, size_t header, size_t rows,
                          const logreg__csv *csv)
{
    char command[LOGREG__COMMAND], pattern[8];
    bool header_below =
        csv->table_line != SIZE_MAX && csv->table_line >= row->line && row->n > header + (header > 1);
    bool named = csv->options.header,
         last_empty = row->n == header + 1 && !logreg__cell_trim(row->cell[header]).n;
    size_t below = header_below ? csv->table_line : row->line;
    if (named && header > 1 && last_empty)
        snprintf(room, size, "; it ends with a delimiter: take that out, %s",
                 logreg__command(command, csv, "sed -E '%zu%ss/%s[\"\\r ]*$//'", row->line, rows ? "" : ",$",
                                 logreg__delimiter_pattern(pattern, csv)));
    else if (named && header > 1 && row->n == header + 1 && advise_torn(room, size, row, rows, csv))
        return;
    else if (named && header > 1 && rows == 0 && csv->table_fields == row->n && holds_number(row, csv))
        snprintf(room, size, "; if the header lacks the names of the last columns, give them some: %s",
                 lacking_names(command, row->n, header, csv));
    else if (named && (header_below || (header == 1 && rows < 50)))
        snprintf(room, size, "; if the header stands in line %zu, take out what is above it: %s", below,
                 logreg__command(command, csv, "tail -n +%zu", below));
    else if (!csv->options.skip_bad_rows)
        snprintf(room, size,
                 "%s; put cells that hold the delimiter in quotes, or leave such rows out: --on-bad-row skip",
                 csv->torn.kind == LOGREG__TORN_SOMEWHERE ? export_it : "");
}

/* A row that is shorter. */
static void advise_shorter(char *room, size_t size, const logreg__row *row, size_t rows,
                           const logreg__csv *csv)
{
    char command[LOGREG__COMMAND], pattern[8];
    if (rows && csv->blank_line == row->line - 1)
        snprintf(room, size, "; if the table ends above it, take out the rest: %s",
                 logreg__command(command, csv, "head -n %zu", row->line - 1));
    else if (rows && row->n == 1)
        snprintf(room, size, "; if lines without a delimiter are no rows of data, take them out: %s",
                 logreg__command(command, csv, "sed '/%s/!d'", logreg__delimiter_pattern(pattern, csv)));
    else if (rows && says_total(&row->cell[0]))
        snprintf(room, size, "; if it is no row of data, take it out: %s",
                 logreg__command(command, csv, "sed %zud", row->line));
    else if (!csv->options.skip_bad_rows)
        snprintf(room, size, "; complete it, or leave such rows out: --on-bad-row skip");
}

const char *logreg__advice_ragged(char *room, size_t size, const logreg__row *row, size_t header, size_t rows,
                                  const char *first_name, const logreg__csv *csv)
{
    bool comment = *first_name == '#' || (row->cell[0].n && *row->cell[0].text == '#');
    char command[LOGREG__COMMAND];
    *room = '\0';
    if (comment)
        snprintf(room, size, "; lines that begin with # are read like any other: take them out, %s",
                 logreg__command(command, csv, "grep -v '^#'"));
    else if (row->n > header)
        advise_longer(room, size, row, header, rows, csv);
    else if (row->n < header)
        advise_shorter(room, size, row, rows, csv);
    return room;
}

const char *logreg__advice_stray(char *room, size_t size, size_t first, size_t last, bool on_top, bool alone,
                                 const logreg__csv *csv)
{
    char command[LOGREG__COMMAND];
    bool begins = csv->options.header && on_top && first == csv->first_line && last < first + TOP_LINES;
    *room = '\0';
    if (begins && first == last)
        snprintf(room, size, "If line %zu belongs to the header, take it out: %s", first,
                 logreg__command(command, csv, "sed %zud", first));
    else if (begins)
        snprintf(room, size, "If lines %zu to %zu belong to the header, take them out: %s", first, last,
                 logreg__command(command, csv, "sed %zu,%zud", first, last));
    else if (alone && last == csv->last_line)
        snprintf(room, size, "If line %zu is no row of data, take it out: %s", last,
                 logreg__command(command, csv, "sed %zud", last));
    return room;
}
