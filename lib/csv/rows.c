/* Rows of a file on their way into columns, and those that are broken. */
#include "csv/reader.h"
#include "csv/layout/broken.h"
#include "csv/mending/command.h"
#include "csv/dialect.h"
#include "csv/header.h"
#include "csv/plain/plain.h"
#include "csv/roads.h"
#include "csv/layout/sections.h"
#include "csv/layout/torn.h"

#include <errno.h>
#include <string.h>

#include "base/error.h"
#include "base/memory.h"
#include "base/utf8.h"

/* ---- Broken rows ---- */

static logreg_status fail_ragged(const logreg__reader *r, const logreg__row *row)
{
    logreg__csv with = r->csv;
    bool open = with.torn.kind == LOGREG__TORN_NOT || with.torn.kind == LOGREG__TORN_SOMEWHERE,
         last = !with.options.skip_bad_rows && logreg__csv_columns_rows(r->columns); /* row that is read */
    if (open && last && with.options.header && with.options.delimiter == ',') {
        if (logreg__csv_columns_settle(r->columns) == LOGREG_ENOMEM)
            return LOGREG_ENOMEM;
        logreg__torn torn = logreg__torn_row(row, r->columns);
        with.torn = torn.kind == LOGREG__TORN_NOT ? with.torn : torn;
    }
    return logreg__fail_ragged(&with, row, r->n, logreg__csv_columns_rows(r->columns),
                               logreg__csv_columns_name(r->columns, 0));
}

static logreg_status fail_split(const logreg__reader *r, const logreg__split_result *at)
{
    const char *name = at->column <= r->n ? logreg__csv_columns_name(r->columns, at->column - 1) : NULL;
    return logreg__fail_split(&r->csv, at, name);
}

/* Leaves a row out; why->message is the sentence on it. A second reading has nothing new to tell. */
static logreg_status reject(logreg__reader *r, const logreg__row *row, const logreg_error *why)
{
    if (!r->n_rejected++)
        r->first_rejected = *why;
    return r->text ? LOGREG_OK : logreg__reject_write(&r->csv, row);
}

static logreg_status take_ragged(logreg__reader *r, const logreg__row *row)
{
    bool first = !logreg__csv_columns_rows(r->columns) && !r->csv.options.skip_bad_rows;
    if (first && row->n == 1 && r->csv.sections)
        return logreg__sections_fail(r->columns, row, &r->csv);
    if (!r->csv.options.skip_bad_rows)
        return fail_ragged(r, row);
    logreg_error why, *err = r->csv.err;
    r->csv.err = &why;
    fail_ragged(r, row);
    r->csv.err = err;
    return reject(r, row, &why);
}

/* A row whose quotes are broken. The header must be whole. */
static bool refuse_row(void *taker, const logreg__row *row, const logreg__split_result *at)
{
    logreg__reader *r = taker;
    if (!r->columns) {
        r->status = fail_split(r, at);
        return false;
    }
    logreg_error why, *err = r->csv.err;
    r->csv.err = &why;
    fail_split(r, at);
    r->csv.err = err;
    r->status = reject(r, row, &why);
    return r->status == LOGREG_OK;
}

/* ---- Rows ---- */

static logreg_status add_cells(logreg__reader *r, const logreg__cell *cell, size_t line)
{
    if (!logreg__frame_note_line(r->frame, logreg__csv_columns_rows(r->columns), line))
        return logreg__fail_memory(r->csv.err);
    return logreg__csv_columns_add(r->columns, cell);
}

static logreg_status add_blank(logreg__reader *r, size_t line)
{
    const logreg__cell empty = {"", 0, line};
    return r->n == 1 ? add_cells(r, &empty, line) : LOGREG_OK;
}

/* Does the row stand in several lines? */
static void note_lines(logreg__reader *r, const logreg__row *row)
{
    const logreg__cell *last = row->n ? &row->cell[row->n - 1] : NULL;
    if (last && (last->line > row->line || memchr(last->text, '\n', last->n)))
        r->csv.spread = true;
}

static logreg_status add_row(logreg__reader *r, const logreg__row *row)
{
    note_lines(r, row);
    if (!r->csv.first_line)
        r->csv.first_line = row->line;
    r->csv.last_line = row->line;
    return add_cells(r, row->cell, row->line);
}

/* That the header ends with delimiters which the rows lack. */
static bool note_unnamed(logreg__reader *r)
{
    bool several = r->unnamed > 1;
    return !r->unnamed ||
           logreg__frame_note(r->frame, "%s:%zu: the header ends with %s that the rows lack; %s left out",
                              r->csv.file, r->csv.header_line, several ? "delimiters" : "a delimiter",
                              several ? "they are" : "it is");
}

static logreg_status begin(logreg__reader *r, const logreg__row *row)
{
    char **names;
    size_t n = logreg__nameless_end(row->cell, row->n, &r->csv);
    r->unnamed = row->n - n;
    logreg__cell *renamed = (logreg__cell *)row->cell;
    r->csv.header_line = row->line;
    r->csv.header_end = logreg__row_end(row);
    note_lines(r, row);
    bool rename = r->csv.options.header && r->csv.plan && r->csv.plan->done;
    if (rename && !logreg__stages_header(&renamed, &n, &r->csv))
        return logreg__fail_memory(r->csv.err);
    logreg_status status = logreg__header_names(&names, renamed, n, &r->csv);
    if (rename)
        free(renamed);
    if (status == LOGREG_OK && r->csv.options.header && !r->text) {
        status = logreg__reject_write(&r->csv, row);
        if (status != LOGREG_OK)
            logreg__names_free(names, n);
    }
    if (status != LOGREG_OK)
        return status;
    const bool *text = r->n_text == n ? r->text : NULL;
    status = logreg__csv_columns_new(&r->columns, names, n, text, &r->csv);
    if (status != LOGREG_OK)
        logreg__names_free(names, n);
    r->n = status == LOGREG_OK ? n : 0;
    if (status == LOGREG_OK && r->csv.options.header &&
        (!logreg__again_start(&r->again, r->columns) || !note_unnamed(r)))
        status = logreg__fail_memory(r->csv.err);
    if (r->csv.options.header)
        return status;
    for (size_t i = 0; i < r->blank && status == LOGREG_OK; i++)
        status = add_blank(r, r->first_line + i);
    return status == LOGREG_OK ? add_row(r, row) : status;
}

/* Where DOS says that a file ends: a line of Ctrl-Z alone. */
static bool is_end(const logreg__row *row)
{
    size_t k = 0;
    while (k < row->cell->n && row->cell->text[k] == '\x1a')
        k++;
    return k && k == row->cell->n;
}

/* Does the row repeat the header? */
static bool repeats(const logreg__reader *r, const logreg__row *row)
{
    bool same = r->columns && row->n == r->n;
    for (size_t j = logreg__stages_have(&r->csv, LOGREG__STAGE_GROUPS); j < row->n && same; j++) {
        logreg__cell cell = logreg__cell_trim(row->cell[j]);
        size_t mark = j == 0 && cell.n > 3 && memcmp(cell.text, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;
        char shown[LOGREG__SHOWN], name[LOGREG__SHOWN];
        const char *of = logreg__csv_columns_name(r->columns, j);
        same = logreg__utf8_same_letters(logreg__show(shown, cell.text + mark, cell.n - mark),
                                         logreg__show(name, of, strlen(of)));
    }
    return same;
}

/* A row below the header. */
static logreg_status take_cells(logreg__reader *r, const logreg__row *row, bool blank)
{
    logreg_status status = logreg__again_check(&r->again, row, logreg__csv_columns_rows(r->columns), &r->csv);
    if (status == LOGREG_OK && row->n == r->n)
        return add_row(r, row);
    return status == LOGREG_OK && !blank ? take_ragged(r, row) : status;
}

static bool take_row(void *taker, const logreg__row *row)
{
    logreg__reader *r = taker;
    size_t n = row->n;
    bool blank =
        n == 0 || (n == 1 && !logreg__cell_trim(*row->cell).n) || (n == 1 && r->n > 1 && is_end(row));
    if (blank && (n == 0 || r->n != 1)) /* of one column, a row without a value */
        r->csv.blank_line = row->line;
    if (!r->columns && blank)
        r->blank++;
    else if (!r->columns)
        r->status = begin(r, row);
    else if (n == 0)
        r->status = add_blank(r, row->line);
    else
        r->status = take_cells(r, row, blank);
    return r->status == LOGREG_OK;
}

/* Where two rows make the header: the first is kept, the second is taken with it. */
static bool take_joined(logreg__reader *r, logreg__row *row)
{
    logreg__cell *cell = NULL;
    bool first = !r->joiner.cell,
         ok = first ? logreg__joiner_keep(&r->joiner, row) : logreg__joiner_join(&cell, &r->joiner, row);
    if (!ok)
        r->status = logreg__fail_memory(r->csv.err);
    row->cell = cell;
    ok = ok && (first || take_row(r, row));
    free(cell);
    return ok;
}

/* The same where a plan has stages. */
static bool take_planned(logreg__reader *r, const logreg__row *row)
{
    size_t width = logreg__stages_width(row, &r->csv);
    logreg__cell *cell = malloc((2 * width + r->n + 2) * sizeof *cell);
    if (!cell) {
        r->status = logreg__fail_memory(r->csv.err);
        return false;
    }
    logreg__cell *rest = cell + width;
    logreg__row whole = logreg__stages_part(row, cell, &r->csv);
    bool dropped = logreg__stages_drop(&r->csv, &whole);
    logreg__row left = logreg__stages_row(&whole, rest, &r->csv);
    const logreg__stage *groups = logreg__stages_find(&r->csv, LOGREG__STAGE_GROUPS);
    if (!dropped && r->columns && groups)
        dropped = logreg__sections_take(&left, rest, groups, &r->csv);
    if (!dropped && r->columns && logreg__stages_have(&r->csv, LOGREG__STAGE_ORDER)) {
        dropped = logreg__again_take(&r->again, &left, &r->csv);
        left = logreg__again_row(&r->again, &left, rest + width + 1);
    }
    bool headers = logreg__stages_have(&r->csv, LOGREG__STAGE_HEADERS) ||
                   logreg__stages_have(&r->csv, LOGREG__STAGE_LOOSE);
    bool join = !r->columns && left.n > 1 && logreg__stages_have(&r->csv, LOGREG__STAGE_JOIN);
    bool ok =
        dropped || (headers && repeats(r, &left)) || (join ? take_joined(r, &left) : take_row(r, &left));
    free(cell);
    return ok;
}

static bool take_either(logreg__reader *r, const logreg__row *row)
{
    return r->csv.plan->done ? take_planned(r, row) : take_row(r, row);
}

/* Every row, without empty cells below the empty names that the header ends with. */
static bool take_each(void *taker, const logreg__row *row)
{
    logreg__reader *r = taker;
    if (!r->unnamed || !r->columns)
        return take_either(r, row);
    logreg__row left = *row;
    left.n = logreg__nameless_left(row, r->n, r->unnamed);
    return take_either(r, &left);
}

static logreg__csv_columns *settled_columns(void *taker)
{
    logreg__reader *r = taker;
    return r->columns && logreg__csv_columns_settled(r->columns) ? r->columns : NULL;
}

/* Rows that have been read already, a line each. */
static bool join_piece(void *taker, logreg__piece *piece, size_t line)
{
    logreg__reader *r = taker;
    if (!r->csv.first_line)
        r->csv.first_line = line;
    r->csv.last_line = line + piece->rows - 1;
    size_t first = logreg__csv_columns_rows(r->columns);
    if (!logreg__frame_note_line(r->frame, first, line) || !logreg__piece_join(piece))
        r->status = logreg__fail_memory(r->csv.err);
    return r->status == LOGREG_OK;
}

/* ---- All rows ---- */

logreg_status logreg__reader_rows(logreg__reader *r, logreg__source *source)
{
    logreg__route route = {.strict = {.line = r->first_line,
                                      .delimiter = r->csv.options.delimiter,
                                      .take = take_each,
                                      .refuse = r->csv.options.skip_bad_rows ? refuse_row : NULL,
                                      .taker = r},
                           .settled = settled_columns,
                           .join = join_piece};
    logreg__split_result at = logreg__roads_read(&route, source, &r->csv);
    int why = errno;
    if (logreg__stamp_differs(&source->stamp, source->stream))
        return logreg__fail_changed(&r->csv);
    if (at.end == LOGREG__SPLIT_STOPPED)
        return r->status;
    if (at.end == LOGREG__SPLIT_UNREADABLE)
        return logreg__source_fail(source, why, "cannot be read to its end", &r->csv);
    if (at.end != LOGREG__SPLIT_ALL && !logreg__stages_end(&r->csv, at.line))
        return fail_split(r, &at);
    if (!r->columns)
        return logreg__fail(r->csv.err, LOGREG_EDATA, "%s is empty", r->csv.file);
    if (!logreg__csv_columns_rows(r->columns) && r->n_rejected)
        return logreg__fail(r->csv.err, LOGREG_EDATA, "%s: every row of data is broken; the first: %s",
                            r->csv.file, r->first_rejected.message);
    if (!logreg__csv_columns_rows(r->columns))
        return logreg__fail(r->csv.err, LOGREG_EDATA, "%s has a header, but no rows of data", r->csv.file);
    return LOGREG_OK;
}
