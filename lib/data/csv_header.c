#include "data/csv.h"

#include "base/error.h"
#include "base/memory.h"
#include "base/number.h"

static const char no_header[] = "if the file has no header, use --no-header";

void logreg__names_free(char **names, size_t n)
{
    for (size_t j = 0; names && j < n; j++)
        free(names[j]);
    free(names);
}

/* ---- What is wrong with a header ---- */

static bool is_named(const logreg__cell *cell)
{
    return logreg__cell_trim(*cell).n;
}

static logreg_status fail_trailing(const logreg__cell *cell, size_t n, size_t trailing,
                                   const logreg__csv *csv)
{
    char command[LOGREG__COMMAND], columns[80] = "";
    char room[8];
    const char *delimiter = logreg__delimiter_pattern(room, csv);
    if (trailing == 1) {
        snprintf(columns, sizeof columns, "a delimiter, so that column %zu has no name", n);
        logreg__command(command, csv, "sed -E 's/%s[\"\\r ]*$//'", delimiter);
    } else {
        snprintf(columns, sizeof columns, "%zu delimiters, so that columns %zu to %zu have no name", trailing,
                 n - trailing + 1, n);
        logreg__command(command, csv, "sed -E 's/(%s[\"\\r ]*){%zu}$//'", delimiter, trailing);
    }
    return logreg__fail(csv->err, LOGREG_EDATA,
                        "%s:%zu:%zu: the header ends with %s; if nothing stands there, take that out of each "
                        "line, %s, or give it a name",
                        csv->file, cell[0].line, n - trailing + 1, columns, command);
}

static logreg_status fail_first(const logreg__cell *cell, const logreg__csv *csv)
{
    char command[LOGREG__COMMAND];
    return logreg__fail(
        csv->err, LOGREG_EDATA,
        "%s:%zu:1: column 1 has no name; if it numbers the rows, as R and pandas write them, give "
        "it one, %s, and use --exclude row",
        csv->file, cell->line,
        logreg__command(command, csv, "sed -E '%zus/^%s(\"\")?/row/'", cell->line,
                        csv->mark ? "(\\xef\\xbb\\xbf)?" : ""));
}

static logreg_status fail_above(const logreg__cell *cell, size_t n, size_t unnamed, const logreg__csv *csv)
{
    char command[LOGREG__COMMAND];
    bool below = csv->table_line != SIZE_MAX && csv->table_line > cell->line;
    return logreg__fail(
        csv->err, LOGREG_EDATA,
        "%s:%zu: %zu of %zu columns have no name; if the header stands further down, take out what "
        "is above it: %s",
        csv->file, cell->line, unnamed, n,
        logreg__command(command, csv, "tail -n +%zu", below ? csv->table_line : cell->line + 1));
}

/* awk numbers what has no name. */
static logreg_status fail_unnamed(const logreg__cell *cell, size_t first, size_t unnamed,
                                  const logreg__csv *csv)
{
    char command[LOGREG__COMMAND], count[64] = "";
    char room[8], out[] = {csv->options.delimiter, '\0'};
    const char *delimiter = logreg__delimiter_pattern(room, csv);
    if (unnamed > 1)
        snprintf(count, sizeof count, " (%zu columns have none)", unnamed);
    return logreg__fail(
        csv->err, LOGREG_EDATA, "%s:%zu:%zu: column %zu has no name%s; give it one in the header: %s",
        csv->file, cell->line, first + 1, first + 1, count,
        logreg__command(
            command, csv,
            "awk -F '%s' -v OFS='%s' 'NR == %zu { for (i = 1; i <= NF; i++) if ($i ~ /^[\"\\r ]*$/) "
            "$i = \"V\" i } 1'",
            delimiter, *out == '\t' ? "\\t" : out, cell->line));
}

static logreg_status check_named(const logreg__cell *cell, size_t n, const logreg__csv *csv)
{
    size_t unnamed = 0, first = n, trailing = 0;
    for (size_t j = 0; j < n; j++) {
        logreg_status status = logreg__cell_check(&cell[j], j, NULL, csv);
        if (status != LOGREG_OK)
            return status;
        if (is_named(&cell[j]))
            continue;
        unnamed++;
        first = first < n ? first : j;
    }
    while (trailing < n && !is_named(&cell[n - 1 - trailing]))
        trailing++;
    bool preamble = csv->table_line != SIZE_MAX && csv->table_line > cell->line && csv->table_fields > n + 1;
    if (!unnamed)
        return LOGREG_OK;
    if (unnamed > n / 2 || preamble)
        return fail_above(cell, n, unnamed, csv);
    if (trailing == unnamed)
        return fail_trailing(cell, n, trailing, csv);
    return unnamed == 1 && first == 0 ? fail_first(cell, csv) : fail_unnamed(cell, first, unnamed, csv);
}

/* Numbers for names are allowed (years, say), but not for all of them, nor with a fraction: then the first row of data
 * stands where the header should. */
static logreg_status check_no_data(const logreg__cell *cell, size_t n, const logreg__csv *csv)
{
    size_t numbers = 0, fraction = n;
    for (size_t j = 0; j < n; j++) {
        double x;
        bool number = logreg__number_parse(&x, cell[j].text, cell[j].n, csv->options.decimal);
        numbers += number;
        if (number && fraction == n && memchr(cell[j].text, csv->options.decimal, cell[j].n))
            fraction = j;
    }
    char shown[LOGREG__SHOWN];
    if (numbers == n)
        return logreg__fail(csv->err, LOGREG_EDATA, "%s:%zu: the header holds nothing but numbers; %s",
                            csv->file, cell[0].line, no_header);
    if (fraction < n)
        return logreg__fail(csv->err, LOGREG_EDATA, "%s:%zu:%zu: the name '%s' in the header is a number; %s",
                            csv->file, cell[fraction].line, fraction + 1,
                            logreg__show(shown, cell[fraction].text, cell[fraction].n), no_header);
    return LOGREG_OK;
}

/* Does the column hold its own name as a value? */
static bool holds_name(const logreg__column *c)
{
    for (size_t k = 0; c->kind == LOGREG_CATEGORY && k < c->n_levels; k++)
        if (strcmp(c->levels[k], c->name) == 0)
            return true;
    return false;
}

logreg_status logreg__header_check(const logreg_frame *frame, const logreg__csv *csv)
{
    size_t n = frame->n_columns, number = n, value = n;
    for (size_t j = 0; j < n; j++) {
        const logreg__column *c = &frame->column[j];
        double x;
        if (c->kind == LOGREG_NUMERIC &&
            logreg__number_parse(&x, c->name, strlen(c->name), csv->options.decimal))
            number = j;
        if (value == n && holds_name(c))
            value = j;
    }
    if (number == n || value == n)
        return LOGREG_OK;
    return logreg__fail(
        csv->err, LOGREG_EDATA,
        "%s: the header looks like a row of data: the name '%.80s' is a number, and column %zu, "
        "'%.80s', holds its own name as a value; %s",
        csv->file, frame->column[number].name, value + 1, frame->column[value].name, no_header);
}

/* ---- Names ---- */

static char *copy_name(logreg__cell cell)
{
    cell = logreg__cell_trim(cell);
    char *name = malloc(cell.n + 1);
    if (name) {
        memcpy(name, cell.text, cell.n);
        name[cell.n] = '\0';
    }
    return name;
}

static char *numbered_name(size_t column)
{
    char name[32];
    snprintf(name, sizeof name, "V%zu", column + 1);
    return logreg__copy(name);
}

logreg_status logreg__header_names(char ***names, const logreg__cell *cell, size_t n, const logreg__csv *csv)
{
    bool header = csv->options.header;
    logreg_status status = header ? check_named(cell, n, csv) : LOGREG_OK;
    if (header && status == LOGREG_OK)
        status = check_no_data(cell, n, csv);
    if (status != LOGREG_OK)
        return status;
    char **list = logreg__new(n, sizeof *list);
    bool ok = list != NULL;
    for (size_t j = 0; j < n && ok; j++)
        ok = (list[j] = header ? copy_name(cell[j]) : numbered_name(j)) != NULL;
    status = !ok      ? logreg__fail_memory(csv->err)
             : header ? logreg__names_check(list, cell, n, csv)
                      : LOGREG_OK;
    if (status == LOGREG_OK)
        *names = list;
    else
        logreg__names_free(list, n);
    return status;
}

logreg_status logreg__fail_column(const logreg__csv *csv, const char *option, const char *name,
                                  char *const *names, size_t n)
{
    const char *near = logreg__nearest(name, (const char *const *)names, n);
    if (near)
        return logreg__fail(csv->err, LOGREG_EDATA, "--%s: %s has no column '%s'; did you mean '%s'?", option,
                            csv->file, name, near);
    char all[512] = "";
    size_t used = 0, shown = 0;
    for (; shown < n && used + strlen(names[shown]) + 3 < sizeof all; shown++)
        used += (size_t)snprintf(all + used, sizeof all - used, "%s%s", shown ? ", " : "", names[shown]);
    return logreg__fail(csv->err, LOGREG_EDATA, "--%s: %s has no column '%s'; there are %s%s", option,
                        csv->file, name, all, shown < n ? ", .." : "");
}
