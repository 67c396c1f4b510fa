#include "data/csv.h"

#include <errno.h>
#include <strings.h>

#include "base/error.h"
#include "base/memory.h"

logreg_csv_options logreg_csv_options_default(void)
{
    return (logreg_csv_options){.decimal = '.', .header = true};
}

/* One reading of a file, from its rows into a frame. */
typedef struct {
    logreg__csv csv;
    logreg_frame *frame;          /* to be filled */
    logreg__csv_columns *columns; /* NULL before the first row */
    size_t n;
    size_t first_line;
    size_t blank;  /* blank lines before the first row */
    bool *text;    /* columns that an earlier reading showed to be text; NULL: this is the first */
    size_t n_text; /* columns of that reading */
    size_t n_rejected;
    logreg_error first_rejected; /* why */
    logreg_status status;
} reader;

/* ---- Broken rows ---- */

static logreg_status fail_ragged(const reader *r, const logreg__row *row)
{
    const logreg__cell *cell = row->cell;
    size_t n = row->n;
    for (size_t j = 0; j < n; j++) { /* a file that is no text at all should say so */
        logreg_status status = logreg__cell_check(&cell[j], j, NULL, &r->csv);
        if (status != LOGREG_OK)
            return status;
    }
    char advice[LOGREG__COMMAND + 200];
    return logreg__fail(
        r->csv.err, LOGREG_EDATA, "%s:%zu: this row has %zu field%s, the %s %zu%s", r->csv.file, row->line, n,
        n == 1 ? "" : "s", r->csv.options.header ? "header has" : "first row", r->n,
        logreg__advice_ragged(advice, sizeof advice, row, r->n, logreg__csv_columns_rows(r->columns),
                              logreg__csv_columns_name(r->columns, 0), &r->csv));
}

/* The sentence on a splitting that did not reach the end. */
static logreg_status fail_split(const reader *r, const logreg__split_result *at)
{
    char place[LOGREG__SHOWN + 8] = "", shown[LOGREG__SHOWN];
    if (at->column <= r->n) {
        const char *name = logreg__csv_columns_name(r->columns, at->column - 1);
        snprintf(place, sizeof place, " '%s'", logreg__show(shown, name, strlen(name)));
    }
    const char *what;
    switch (at->end) {
    case LOGREG__SPLIT_QUOTE:
        what = "a quote stands within a field; put the field in quotes and double the quotes in it";
        break;
    case LOGREG__SPLIT_AFTER_QUOTE:
        what = "text follows the quote that closes a field; double the quotes within a field";
        break;
    case LOGREG__SPLIT_UNCLOSED:
        what = "the quote that opens here is never closed";
        break;
    case LOGREG__SPLIT_TOO_WIDE:
        return logreg__fail(
            r->csv.err, LOGREG_EDATA,
            "%s:%zu: this row is longer than 4 million fields or 256 MiB; is this a CSV file?", r->csv.file,
            at->line);
    default:
        what = "the field that begins here is longer than 16 MiB; is a closing quote missing?";
    }
    return logreg__fail(r->csv.err, LOGREG_EDATA, "%s:%zu:%zu%s: %s", r->csv.file, at->line, at->column,
                        place, what);
}

/* Writes a row as it stood in the file. */
static logreg_status write_reject(const reader *r, const logreg__row *row)
{
    FILE *to = r->csv.options.rejects;
    if (!to || r->text) /* a second reading has nothing new to tell */
        return LOGREG_OK;
    bool ended = row->length && (row->text[row->length - 1] == '\n' || row->text[row->length - 1] == '\r');
    fwrite(row->text, 1, row->length, to);
    if (!ended)
        fputc('\n', to);
    if (ferror(to))
        return logreg__fail(r->csv.err, LOGREG_EIO, "the rejected rows of %s cannot be written", r->csv.file);
    return LOGREG_OK;
}

/* Leaves a row out; why->message is the sentence on it. */
static logreg_status reject(reader *r, const logreg__row *row, const logreg_error *why)
{
    if (!r->n_rejected++)
        r->first_rejected = *why;
    return write_reject(r, row);
}

static logreg_status take_ragged(reader *r, const logreg__row *row)
{
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
    reader *r = taker;
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

static logreg_status add_cells(reader *r, const logreg__cell *cell, size_t line)
{
    if (!logreg__frame_note_line(r->frame, logreg__csv_columns_rows(r->columns), line))
        return logreg__fail_memory(r->csv.err);
    return logreg__csv_columns_add(r->columns, cell);
}

static logreg_status add_blank(reader *r, size_t line)
{
    const logreg__cell empty = {"", 0, line};
    return r->n == 1 ? add_cells(r, &empty, line) : LOGREG_OK;
}

static logreg_status add_row(reader *r, const logreg__row *row)
{
    if (!r->csv.first_line)
        r->csv.first_line = row->line;
    r->csv.last_line = row->line;
    return add_cells(r, row->cell, row->line);
}

static logreg_status begin(reader *r, const logreg__row *row)
{
    char **names;
    size_t n = row->n;
    logreg_status status = logreg__header_names(&names, row->cell, n, &r->csv);
    if (status == LOGREG_OK && r->csv.options.header) {
        status = write_reject(r, row);
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
    if (r->csv.options.header)
        return status;
    for (size_t i = 0; i < r->blank && status == LOGREG_OK; i++)
        status = add_blank(r, r->first_line + i);
    return status == LOGREG_OK ? add_row(r, row) : status;
}

static bool take_row(void *taker, const logreg__row *row)
{
    reader *r = taker;
    size_t n = row->n;
    bool blank = n == 0 || (n == 1 && !logreg__cell_trim(*row->cell).n);
    if (blank)
        r->csv.blank_line = row->line;
    if (!r->columns && blank)
        r->blank++;
    else if (!r->columns)
        r->status = begin(r, row);
    else if (n == 0)
        r->status = add_blank(r, row->line);
    else if (n == r->n)
        r->status = add_row(r, row);
    else if (!blank)
        r->status = take_ragged(r, row);
    return r->status == LOGREG_OK;
}

/* ---- The file ---- */

static logreg_status split(reader *r, logreg__source *source)
{
    logreg__splitting splitting = {.source = source,
                                   .line = r->first_line,
                                   .delimiter = r->csv.options.delimiter,
                                   .take = take_row,
                                   .refuse = r->csv.options.skip_bad_rows ? refuse_row : NULL,
                                   .taker = r};
    logreg__split_result at = logreg__split(&splitting);
    int why = errno;
    switch (at.end) {
    case LOGREG__SPLIT_ALL:
        break;
    case LOGREG__SPLIT_STOPPED:
        return r->status;
    case LOGREG__SPLIT_NO_MEMORY:
        return logreg__fail_memory(r->csv.err);
    case LOGREG__SPLIT_UNREADABLE:
        return logreg__source_fail(source, why, "cannot be read to its end", &r->csv);
    default:
        return fail_split(r, &at);
    }
    if (!r->columns)
        return logreg__fail(r->csv.err, LOGREG_EDATA, "%s is empty", r->csv.file);
    if (!logreg__csv_columns_rows(r->columns) && r->n_rejected)
        return logreg__fail(r->csv.err, LOGREG_EDATA, "%s: every row of data is broken; the first: %s",
                            r->csv.file, r->first_rejected.message);
    if (!logreg__csv_columns_rows(r->columns))
        return logreg__fail(r->csv.err, LOGREG_EDATA, "%s has a header, but no rows of data", r->csv.file);
    return LOGREG_OK;
}

/* Where the columns are in the frame at last. */
static logreg_status finish(reader *r, logreg_frame *frame, bool *again)
{
    if (r->n_text != r->n) { /* the first reading, or a file that has changed since */
        free(r->text);
        r->text = logreg__new(r->n, sizeof *r->text);
        r->n_text = r->text ? r->n : 0;
    }
    if (!r->text)
        return logreg__fail_memory(r->csv.err);
    logreg_status status = logreg__csv_columns_finish(r->columns, frame, r->text, again);
    return status == LOGREG_OK ? logreg__totals_check(frame, &r->csv) : status;
}

/* Spreadsheets write, and read, a first line such as "sep=;" that names the delimiter and is not part of the table. */
static void take_sep_line(reader *r, logreg__source *source)
{
    const char *p = source->bytes;
    if (source->n < 6 || strncasecmp(p, "sep=", 4) != 0 || (p[5] != '\n' && p[5] != '\r'))
        return;
    size_t length = p[5] == '\r' && source->n > 6 && p[6] == '\n' ? 7 : 6;
    if (!r->csv.options.delimiter && (p[4] == '\t' || (p[4] > ' ' && p[4] != '"')))
        r->csv.options.delimiter = p[4];
    source->bytes += length;
    source->n -= length;
    r->first_line = 2;
}

/* Where the table begins, for the sentences on a header that is none. */
static void look_ahead(reader *r, const logreg__source *source)
{
    size_t above = logreg__dialect_table(&r->csv.table_fields, source->bytes, source->n, !source->end,
                                         r->csv.options.delimiter);
    r->csv.table_line = above == SIZE_MAX ? SIZE_MAX : r->first_line + above;
    r->csv.mark = source->mark;
}

static logreg_status read_once(reader *r, FILE *stream, logreg_frame **frame, bool *again)
{
    logreg_frame *made = NULL;
    logreg__source source = {0};
    logreg_status status = logreg_frame_new(&made, r->csv.err);
    if (status == LOGREG_OK)
        status = logreg__source_start(&source, stream, &r->csv);
    if (status == LOGREG_OK) {
        r->csv.encoding = source.encoding;
        take_sep_line(r, &source);
    }
    if (status == LOGREG_OK && !r->csv.options.delimiter)
        r->csv.options.delimiter =
            logreg__dialect_delimiter(source.bytes, source.n, !source.end, r->csv.options.decimal);
    r->frame = made;
    if (status == LOGREG_OK)
        look_ahead(r, &source);
    if (status == LOGREG_OK)
        status = split(r, &source);
    if (status == LOGREG_OK)
        status = finish(r, made, again);
    if (status == LOGREG_OK && !(made->source = logreg__copy(r->csv.file)))
        status = logreg__fail_memory(r->csv.err);
    if (status == LOGREG_OK && r->n_rejected && !(made->rejection = logreg__copy(r->first_rejected.message)))
        status = logreg__fail_memory(r->csv.err);
    if (status == LOGREG_OK)
        made->n_rejected = r->n_rejected;
    logreg__csv_columns_free(r->columns);
    logreg__source_clear(&source);
    r->columns = NULL;
    r->n = r->blank = r->n_rejected = r->csv.first_line = 0;
    r->first_line = 1;
    if (status != LOGREG_OK) {
        logreg_frame_free(made);
        return status;
    }
    made->delimiter = r->csv.options.delimiter;
    *frame = made;
    return LOGREG_OK;
}

/* A column that began with numbers and turned out to be text costs a second reading, where the stream can go back. */
static logreg_status read_stream(reader *r, FILE *stream, logreg_frame **frame)
{
    off_t start = ftello(stream);
    bool again = false;
    logreg_status status = read_once(r, stream, frame, &again);
    if (again && start >= 0 && fseeko(stream, start, SEEK_SET) == 0) {
        again = false;
        status = read_once(r, stream, frame, &again);
        if (again)
            status = logreg__fail(r->csv.err, LOGREG_EIO, "%s changed while it was read", r->csv.file);
    }
    free(r->text);
    return status;
}

/* ---- The public door ---- */

static const char *const default_na[] = {"NA", "N/A", "NaN", "nan", "NULL", "null", ".", "?", "\\N"};

static logreg_status check_list(const char *what, const char *const *list, size_t n, logreg_error *err)
{
    for (size_t i = 0; i < n; i++)
        if (!list || !list[i])
            return logreg__fail(err, LOGREG_EINVAL, "entry %zu of %s is missing", i + 1, what);
    return LOGREG_OK;
}

static logreg_status check_encoding(logreg__csv *csv, logreg_error *err)
{
    const char *name = csv->options.encoding;
    csv->encoding = 0;
    while (name && csv->encoding < LOGREG__ENCODINGS &&
           strcmp(name, logreg__encoding_name[csv->encoding]) != 0)
        csv->encoding++;
    if (name && csv->encoding == LOGREG__ENCODINGS)
        return logreg__fail(err, LOGREG_EINVAL,
                            "there is no encoding '%s'; there are utf-8, utf-16, latin1, windows-1252", name);
    if (!name)
        csv->encoding = LOGREG__ENCODINGS;
    return LOGREG_OK;
}

static logreg_status check_options(logreg__csv *csv, const logreg_csv_options *options, const char *name,
                                   logreg_error *err)
{
    *csv =
        (logreg__csv){.file = name, .options = options ? *options : logreg_csv_options_default(), .err = err};
    logreg_csv_options *o = &csv->options;
    if (!name)
        return logreg__fail(err, LOGREG_EINVAL, "the file to read has no name");
    if (o->delimiter == '"' || o->delimiter == '\n' || o->delimiter == '\r' || (o->delimiter & 0x80))
        return logreg__fail(err, LOGREG_EINVAL,
                            "the delimiter must be one ASCII character other than a quote or a "
                            "line end");
    if (o->decimal != '.' && o->decimal != ',')
        return logreg__fail(err, LOGREG_EINVAL, "the decimal mark must be '.' or ','");
    if (o->rejects && !o->skip_bad_rows)
        return logreg__fail(err, LOGREG_EINVAL, "rejects needs skip_bad_rows: no row is rejected without it");
    csv->na_given = o->na_values;
    if (!o->na_values) {
        o->na_values = default_na;
        o->n_na_values = sizeof default_na / sizeof *default_na;
    }
    logreg_status status = check_list("na_values", o->na_values, o->n_na_values, err);
    for (size_t i = 0; i < o->n_na_values && status == LOGREG_OK; i++)
        csv->may_be_na[(unsigned char)*o->na_values[i]] = true;
    if (status == LOGREG_OK)
        status = check_encoding(csv, err);
    return status == LOGREG_OK ? check_list("categorical", o->categorical, o->n_categorical, err) : status;
}

logreg_status logreg_frame_read_csv_stream(logreg_frame **frame, FILE *stream, const char *name,
                                           const logreg_csv_options *options, logreg_error *err)
{
    reader r = {.first_line = 1};
    logreg_status status = check_options(&r.csv, options, name, err);
    if (status == LOGREG_OK && (!frame || !stream))
        status = logreg__fail(err, LOGREG_EINVAL, "there is no %s to read %s %s", frame ? "stream" : "frame",
                              name, frame ? "from" : "into");
    return status == LOGREG_OK ? read_stream(&r, stream, frame) : status;
}

logreg_status logreg_frame_read_csv(logreg_frame **frame, const char *path, const logreg_csv_options *options,
                                    logreg_error *err)
{
    logreg__csv csv;
    logreg_status status = check_options(&csv, options, path, err);
    if (status != LOGREG_OK)
        return status;
    FILE *stream = fopen(path, "rbe");
    if (!stream) {
        char room[128];
        return logreg__fail(err, LOGREG_EIO, "%s cannot be opened: %s", path,
                            strerror_r(errno, room, sizeof room));
    }
    status = logreg_frame_read_csv_stream(frame, stream, path, options, err);
    fclose(stream);
    return status;
}
