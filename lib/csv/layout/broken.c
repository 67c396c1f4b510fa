/* What is said of rows that are broken, and where they go. */
#include "csv/layout/broken.h"
#include "csv/layout/parted.h"
#include "csv/mending/command.h"
#include "csv/mending/mend.h"
#include "csv/mending/plan.h"

#include <string.h>

#include "base/error.h"

/* Does one pair of quotes enclose the whole line, as where a spreadsheet that took it for one cell saved it, with empty ones behind it perhaps?
 * Further down notes that hold as many delimiters would look so too, but for cells in quotes of their own. */
static bool is_wrapped(const logreg__row *row, size_t width, size_t rows, const logreg__csv *csv)
{
    const logreg__cell *cell = row->cell;
    size_t cells = row->n, quotes = 0;
    for (size_t j = 1; j < row->n; j++)
        if (cell[j].n)
            return false;
    for (size_t i = 0; i < cell->n; i++) {
        quotes += cell->text[i] == '"';
        cells += quotes % 2 == 0 && cell->text[i] == csv->options.delimiter;
    }
    return width > 1 && cells == width && (!rows || quotes);
}

static logreg_status fail_wrapped(const logreg__row *row, const logreg__csv *csv)
{
    char command[LOGREG__COMMAND];
    return logreg__fail(csv->err, LOGREG_EDATA,
                        "%.200s:%zu: this line stands in quotes as a whole, so that it is one field; take "
                        "such quotes off: %s",
                        csv->file, row->line, logreg__command(command, csv, LOGREG__UNWRAP));
}

logreg_status logreg__fail_ragged(const logreg__csv *csv, const logreg__row *row, size_t width, size_t rows,
                                  const char *first_name)
{
    const logreg__cell *cell = row->cell;
    size_t n = row->n;
    for (size_t j = 0; j < n; j++) { /* a file that is no text at all should say so */
        logreg_status status = logreg__cell_check(&cell[j], j, NULL, csv);
        if (status != LOGREG_OK)
            return status;
    }
    if (is_wrapped(row, width, rows, csv))
        return fail_wrapped(row, csv);
    logreg_status status;
    if (logreg__parted_fail(&status, row, width, rows, first_name, csv))
        return status;
    char what[400];
    snprintf(what, sizeof what, "%.200s:%zu: this row has %zu field%s, the %s %zu", csv->file, row->line, n,
             n == 1 ? "" : "s", csv->options.header ? "header has" : "first row", width);
    return logreg__fail_length(what, row, width, rows, first_name, csv);
}

/* Puts quotes right, cell by cell. A row that was quoted as a whole, and lost one end of that, has its cells in quotes that stand twice: what is left of
 * the other end goes first. Of cells in quotes but those stay that are sound; the others end where a quote stands before a delimiter without a blank
 * behind it, which prose has. Quotes around the beginning of a cell enclose nothing, others stand within it. */
static void write_requoting(char *command, const logreg__csv *csv)
{
    char room[3], pattern[8];
    const char *d = logreg__delimiter_in_set(room, csv), *p = logreg__delimiter_pattern(pattern, csv);
    logreg__command(command, csv,
                    "perl -pe '%ss/^\"(?!\")|\"(?=\\r?$)// if tr/\"// %% 2 && /(^|%s)\"\"[^%s\"]/; "
                    "s{(?:^|%s)\\K(?:(\"(?:[^\"]|\"\")*\")|"
                    "\"+((?:[^\"]|(?<!%s)\"(?!\"*(?:%s(?! )|\\r?$)))+)\"+|"
                    "([^%s\"\\r\\n]*\"[^%s\\r\\n]*))(?=%s|\\r?$)}"
                    "{$1 || q(\") . (($2 // $3 =~ s/^\"([^\"]*)\"/$1/r) =~ s/\"+/\"\"/gr) . q(\")}ge'",
                    csv->spread ? "while (tr/\"// % 2 && !eof) { $_ .= <> } " : "", p, d, p, p, p, d, d, p);
}

/* What is wrong with a quote; the command that mends it goes to command. */
static const char *quote_fault(char *command, const logreg__split_result *at, const logreg__csv *csv)
{
    char room[8];
    switch (at->end) {
    case LOGREG__SPLIT_BLANK_QUOTE:
        logreg__command(command, csv, "sed -E 's/^ +\"/\"/;s/(%s) +\"/\\1\"/g'",
                        logreg__delimiter_pattern(room, csv));
        return "blanks stand before a quote; take them out: ";
    case LOGREG__SPLIT_BACKSLASH:
        logreg__command(command, csv, "sed 's/\\\\\"/\"\"/g'");
        return "a backslash stands before a quote within a field; double the quote instead: ";
    case LOGREG__SPLIT_AFTER_QUOTE:
        if (csv->doubled) {
            logreg__command(command, csv, "sed 's/\"\"/\"/g'");
            return "each quote stands twice, as in a cell of another file; write it once: ";
        }
        write_requoting(command, csv);
        return "text follows the quote that closes a field; take out quotes that enclose a part of it or "
               "stand "
               "twice about it, double those within it: ";
    case LOGREG__SPLIT_UNCLOSED:
        logreg__command(command, csv, "sed -E '%zus/\"([^\"]*)$/\\1/'", logreg__stages_line(csv, at->line));
        return "the quote that opens here is never closed; close it, or, if it encloses nothing, take it "
               "out: ";
    default:
        if (csv->formulas) {
            logreg__command(command, csv, "sed -E 's/=\"([^\"]*)\"/\\1/g'");
            return "a quote stands within a field, as in a formula such as =\"39\", by which spreadsheets "
                   "keep text; "
                   "take the formula off: ";
        }
        if (csv->feet) {
            logreg__command(command, csv, "perl -pe '%s'", LOGREG__FEET);
            return "a quote stands within a field; if it is that of feet and inches, make inches of them: ";
        }
        if (csv->enclosed) {
            write_requoting(command, csv);
            return "a quote stands within a field; put the field in quotes and double the quotes in it: ";
        }
        logreg__command(command, csv, "sed 's/\"//g'");
        return "a quote stands within a field; put the field in quotes and double the quotes in it, or, if "
               "quotes "
               "enclose no field here, take them out: ";
    }
}

logreg_status logreg__fail_split(const logreg__csv *csv, const logreg__split_result *at, const char *name)
{
    char place[LOGREG__SHOWN + 8] = "", shown[LOGREG__SHOWN], command[LOGREG__COMMAND] = "";
    const char *what = "the field that begins here is longer than 16 MiB; is a closing quote missing?";
    if (name && *name)
        snprintf(place, sizeof place, " '%s'", logreg__show(shown, name, strlen(name)));
    if (at->end == LOGREG__SPLIT_NO_MEMORY)
        return logreg__fail_memory(csv->err);
    if (at->end == LOGREG__SPLIT_TOO_WIDE)
        return logreg__fail(
            csv->err, LOGREG_EDATA,
            "%s:%zu: this row is longer than 4 million fields or 256 MiB; is this a CSV file?", csv->file,
            at->line);
    if (at->end != LOGREG__SPLIT_TOO_LONG)
        what = quote_fault(command, at, csv);
    /* databases that write backslashes write no header */
    bool no_header = at->end == LOGREG__SPLIT_BACKSLASH && at->line == 1 && csv->options.header &&
                     !csv->options.header_sure;
    return logreg__fail(csv->err, LOGREG_EDATA, "%s:%zu:%zu%s: %s%s%s", csv->file, at->line, at->column,
                        place, what, command,
                        no_header ? "; if the file has no header, use --no-header" : "");
}

logreg_status logreg__reject_write(const logreg__csv *csv, const logreg__row *row)
{
    FILE *to = csv->options.rejects;
    if (!to)
        return LOGREG_OK;
    bool ended = row->length && (row->text[row->length - 1] == '\n' || row->text[row->length - 1] == '\r');
    fwrite(row->text, 1, row->length, to);
    if (!ended)
        fputc('\n', to);
    if (ferror(to))
        return logreg__fail(csv->err, LOGREG_EIO, "the rejected rows of %s cannot be written", csv->file);
    return LOGREG_OK;
}
