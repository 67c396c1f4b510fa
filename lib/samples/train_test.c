#include "samples/train_test.h"

#include <errno.h>
#include <sys/stat.h>

#include "base/error.h"
#include "base/memory.h"
#include "data/column.h"
#include "csv/layout/broken.h"
#include "csv/dialect.h"
#include "csv/header.h"
#include "csv/own.h"
#include "csv/roads.h"

logreg_split_options logreg_split_options_default(void)
{
    return (logreg_split_options){.test_size = 0.25};
}

void logreg_split_free(logreg_split *split)
{
    if (!split)
        return;
    free(split->text);
    free(split->end);
    logreg__column_clear(&split->target, split->n);
    free(split->class);
    free(split->test);
    free(split);
}

/* ---- Reading ----------------------------------------------------------------------------------------------- */

typedef struct {
    logreg__csv csv;
    const logreg_split_options *options;
    logreg_split *split;
    logreg__source source;
    logreg__filling labels; /* of the target */
    char **names;           /* NULL before the first row */
    logreg__own *own;       /* [width] tokens of single columns that mean missing */
    size_t width, target;
    size_t unnamed; /* empty names that the header ends with, which the rows lack */
    logreg_status status;
} reader;

/* Adds text to what is kept, as it was before decoding. */
static logreg_status keep(reader *r, const char *text, size_t n)
{
    logreg_split *s = r->split;
    if (!n)
        return LOGREG_OK;
    if (!logreg__grow(&s->text, &s->room, s->used + 2 * n, 1))
        return logreg__fail_memory(r->csv.err);
    s->used += logreg__encode(s->text + s->used, text, n, r->source.encoding, r->source.big_endian);
    return LOGREG_OK;
}

/* Ends the head or a row. */
static logreg_status end_row(reader *r)
{
    logreg_split *s = r->split;
    if (!logreg__grow(&s->end, &s->end_room, s->n + 2, sizeof *s->end))
        return logreg__fail_memory(r->csv.err);
    s->end[r->names ? ++s->n : 0] = s->used;
    return LOGREG_OK;
}

static logreg_status add_row(reader *r, const logreg__row *row)
{
    logreg_status status = LOGREG_OK;
    for (size_t j = 0; status == LOGREG_OK && j < r->width && j < row->n; j++)
        status = logreg__cell_check(&row->cell[j], j, r->names[j], &r->csv);
    if (status == LOGREG_OK && r->options->target) {
        logreg__cell cell = {"", 0, row->line};
        cell = logreg__cell_trim(row->n ? row->cell[r->target] : cell);
        bool missing = logreg__cell_missing(&cell, &r->csv) ||
                       logreg__own_missing(&r->own[r->target], &cell, r->csv.options.decimal);
        if (!logreg__filling_label(&r->labels, missing ? NULL : cell.text, cell.n))
            status = logreg__fail_memory(r->csv.err);
    }
    if (status == LOGREG_OK)
        status = keep(r, row->text, row->length);
    return status == LOGREG_OK ? end_row(r) : status;
}

static logreg_status find_target(reader *r, const char *name)
{
    for (r->target = 0; r->target < r->width; r->target++)
        if (strcmp(r->names[r->target], name) == 0)
            return LOGREG_OK;
    return logreg__fail_column(&r->csv, "target", name, r->names, r->width);
}

static logreg_status begin(reader *r, const logreg__row *row)
{
    bool header = r->csv.options.header;
    char **names = NULL;
    size_t n = logreg__nameless_end(row->cell, row->n, &r->csv);
    r->csv.header_line = row->line;
    r->csv.header_end = logreg__row_end(row);
    logreg_status status = logreg__header_names(&names, row->cell, n, &r->csv);
    if (status == LOGREG_OK && header)
        status = keep(r, row->text, row->length);
    if (status == LOGREG_OK)
        status = end_row(r);
    if (status == LOGREG_OK && header)
        status = logreg__reject_write(&r->csv, row);
    if (status != LOGREG_OK) {
        logreg__names_free(names, n);
        return status;
    }
    r->names = names;
    r->width = n;
    r->unnamed = row->n - n;
    r->own = logreg__new(r->width, sizeof *r->own);
    status = r->own ? logreg__own_find(r->own, names, r->width, &r->csv) : logreg__fail_memory(r->csv.err);
    if (status != LOGREG_OK)
        return status;
    if (r->options->target)
        status = find_target(r, r->options->target);
    return status == LOGREG_OK && !header ? add_row(r, row) : status;
}

/* A broken row, about which the sentence stands in why: left out, or the end. */
static logreg_status refuse(reader *r, const logreg__row *row, const logreg_error *why)
{
    if (!r->csv.options.skip_bad_rows || !r->names)
        return logreg__fail(r->csv.err, why->status, "%s", why->message);
    if (!r->split->n_rejected++)
        r->split->first_rejected = *why;
    return logreg__reject_write(&r->csv, row);
}

static bool refuse_row(void *taker, const logreg__row *row, const logreg__split_result *at)
{
    reader *r = taker;
    logreg_error why, *err = r->csv.err;
    r->csv.err = &why;
    logreg__fail_split(&r->csv, at, at->column <= r->width ? r->names[at->column - 1] : NULL);
    r->csv.err = err;
    r->status = refuse(r, row, &why);
    return r->status == LOGREG_OK;
}

static logreg_status take_ragged(reader *r, const logreg__row *row)
{
    logreg_error why, *err = r->csv.err;
    r->csv.err = &why;
    logreg__fail_ragged(&r->csv, row, r->width, r->split->n, r->names[0]);
    r->csv.err = err;
    return refuse(r, row, &why);
}

static bool take_row(void *taker, const logreg__row *row)
{
    reader *r = taker;
    bool blank = row->n == 0 || (row->n == 1 && !logreg__cell_trim(*row->cell).n);
    if (blank)
        r->csv.blank_line = row->line;
    if (!r->names)
        r->status = blank ? LOGREG_OK : begin(r, row);
    else if (logreg__nameless_left(row, r->width, r->unnamed) == r->width || (row->n == 0 && r->width == 1))
        r->status = add_row(r, row);
    else if (!blank)
        r->status = take_ragged(r, row);
    return r->status == LOGREG_OK;
}

/* The byte order mark, and the line that names the delimiter; *line: where the table begins. */
static logreg_status keep_start(reader *r, size_t *line)
{
    static const char mark[] = "\xef\xbb\xbf"; /* in UTF-8 */
    const char *start = r->source.bytes;
    logreg_status status = r->source.mark ? keep(r, mark, 3) : LOGREG_OK;
    if (status == LOGREG_OK)
        status = logreg__dialect_start(line, &r->csv, &r->source);
    return status == LOGREG_OK ? keep(r, start, (size_t)(r->source.bytes - start)) : status;
}

static logreg_status read_rows(reader *r, FILE *stream)
{
    size_t line = 1;
    logreg_status status = logreg__source_start(&r->source, stream, &r->csv);
    if (status != LOGREG_OK)
        return status;
    r->csv.encoding = r->source.encoding;
    r->csv.charset = logreg__charset(&r->source);
    status = keep_start(r, &line);
    if (status != LOGREG_OK)
        return status;
    logreg__route route = {.strict = {.line = line,
                                      .delimiter = r->csv.options.delimiter,
                                      .take = take_row,
                                      .refuse = refuse_row,
                                      .taker = r}};
    r->csv.tuning.strict = true; /* rows are wanted as they stand in the file */
    logreg__split_result at = logreg__roads_read(&route, &r->source, &r->csv);
    int why = errno;
    if (logreg__stamp_differs(&r->source.stamp, r->source.stream))
        return logreg__fail_changed(&r->csv);
    if (at.end == LOGREG__SPLIT_STOPPED)
        return r->status;
    if (at.end == LOGREG__SPLIT_UNREADABLE)
        return logreg__source_fail(&r->source, why, "cannot be read to its end", &r->csv);
    if (at.end != LOGREG__SPLIT_ALL)
        return logreg__fail_split(&r->csv, &at, NULL);
    if (!r->names)
        return logreg__fail(r->csv.err, LOGREG_EDATA, "%s is empty", r->csv.file);
    if (r->split->n < 2)
        return logreg__fail(r->csv.err, LOGREG_EDATA, "%s has %s; two parts need two at least", r->csv.file,
                            r->split->n ? "one row of data" : "no rows of data");
    return LOGREG_OK;
}

/* ---- The public door --------------------------------------------------------------------------------------- */

void logreg__split_remember(logreg_split *s, FILE *stream)
{
    struct stat file;
    s->is_file = fileno(stream) >= 0 && fstat(fileno(stream), &file) == 0 && S_ISREG(file.st_mode);
    if (s->is_file) {
        s->device = file.st_dev;
        s->inode = file.st_ino;
    }
}

static logreg_status make(reader *r, FILE *stream)
{
    logreg_split *s = r->split;
    logreg_error *err = r->csv.err;
    logreg__split_remember(s, stream);
    logreg_status status = read_rows(r, stream);
    s->delimiter = r->csv.options.delimiter;
    if (status == LOGREG_OK && r->options->target) {
        if (!logreg__filling_finish(&r->labels, &s->target, r->csv.options.decimal))
            return logreg__fail_memory(err);
        s->n_classes = s->target.n_levels + (s->target.n_missing > 0);
    }
    return status == LOGREG_OK ? logreg__split_draw(s, r->options, err) : status;
}

logreg_status logreg_split_csv_stream(logreg_split **split, FILE *stream, const char *name,
                                      const logreg_csv_options *csv, const logreg_split_options *options,
                                      logreg_error *err)
{
    const logreg_split_options defaults = logreg_split_options_default();
    reader r = {.options = options ? options : &defaults};
    logreg_status status = logreg__csv_check(&r.csv, csv, name, err);
    if (status == LOGREG_OK && (!split || !stream))
        status =
            logreg__fail(err, LOGREG_EINVAL, "there is nothing to read from, or nowhere to put the parts");
    if (status != LOGREG_OK)
        return status;
    logreg__filling_start(&r.labels, LOGREG_CATEGORY);
    r.split = logreg__new(1, sizeof *r.split);
    status = r.split ? make(&r, stream) : logreg__fail_memory(err);
    logreg__filling_clear(&r.labels);
    for (size_t j = 0; r.own && j < r.width; j++)
        logreg__own_clear(&r.own[j]);
    free(r.own);
    logreg__names_free(r.names, r.width);
    logreg__source_clear(&r.source);
    if (status == LOGREG_OK)
        *split = r.split;
    else
        logreg_split_free(r.split);
    return status;
}

size_t logreg_split_rows(const logreg_split *split, bool test)
{
    return test ? split->n_test : split->n - split->n_test;
}

size_t logreg_split_classes(const logreg_split *split)
{
    return split->n_classes;
}

const char *logreg_split_class(const logreg_split *split, size_t k)
{
    return k < split->target.n_levels ? split->target.levels[k] : NULL;
}

size_t logreg_split_count(const logreg_split *split, size_t k, bool test)
{
    const share *class = &split->class[k];
    return test ? class->rows - class->train : class->train;
}

char logreg_split_delimiter(const logreg_split *split)
{
    return split->delimiter;
}

size_t logreg_split_rejected(const logreg_split *split, const char **first)
{
    if (first)
        *first = split->n_rejected ? split->first_rejected.message : NULL;
    return split->n_rejected;
}
