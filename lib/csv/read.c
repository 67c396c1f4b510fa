#include "csv/categories/alike.h"
#include "csv/mending/command.h"
#include "csv/dialect.h"
#include "csv/own.h"
#include "csv/reader.h"
#include "csv/categories/surplus.h"

#include <string.h>

#include "base/error.h"
#include "base/memory.h"

/* Where the columns are in the frame at last. */
static logreg_status finish(logreg__reader *r, logreg_frame *frame, bool *again)
{
    if (r->n_text != r->n) { /* the first reading, or a file that has changed since */
        free(r->text);
        r->text = logreg__new(r->n, sizeof *r->text);
        r->n_text = r->text ? r->n : 0;
    }
    if (!r->text)
        return logreg__fail_memory(r->csv.err);
    logreg_status status = logreg__csv_columns_finish(r->columns, frame, r->text, again);
    if (status == LOGREG_OK && !logreg__cells_keep(frame, &r->csv))
        status = logreg__fail_memory(r->csv.err);
    return status == LOGREG_OK ? logreg__csv_checks(frame, &r->csv) : status;
}

/* What is known of the file before its rows are read; the head is at hand. */
static void note_dialect(logreg_dialect *d, const logreg__reader *r, const logreg__source *source)
{
    const logreg_csv_options *o = &r->csv.options;
    *d = (logreg_dialect){.delimiter = o->delimiter,
                          .decimal = o->decimal,
                          .header = o->header,
                          .encoding = logreg__encoding_name[source->encoding],
                          .mark = source->mark > 0,
                          .packing = logreg__packing_name(source->packing)};
    logreg__dialect_look(d, source->bytes, source->n);
}

static logreg_status read_once(logreg__reader *r, FILE *stream, logreg_frame **frame, bool *again)
{
    logreg_frame *made = NULL;
    logreg__source source = {0};
    logreg_status status = logreg_frame_new(&made, r->csv.err);
    if (status == LOGREG_OK)
        status = logreg__source_start(&source, stream, &r->csv);
    if (status == LOGREG_OK) {
        r->csv.encoding = source.encoding;
        r->csv.charset = logreg__charset(&source);
        r->csv.guess = logreg__encoding_guess(&r->csv.foreign, source.bytes, source.n);
        r->csv.bad_bytes = &r->bad_bytes;
        r->csv.formulas = memmem(source.bytes, source.n, "=\"", 2);
        r->csv.feet = logreg__feet_look(source.bytes, source.n);
        r->csv.doubled = logreg__doubled_look(source.bytes, source.n);
        r->csv.quotes = memchr(source.bytes, '"', source.n);
        r->csv.packing = source.packing;
        status = logreg__dialect_start(&r->first_line, &r->csv, &source);
    }
    if (status == LOGREG_OK)
        note_dialect(&made->dialect, r, &source);
    r->csv.enclosed = made && made->dialect.quoted;
    r->csv.cr = made && made->dialect.cr && !made->dialect.lf && !made->dialect.crlf;
    r->frame = made;
    if (status == LOGREG_OK)
        status = logreg__reader_rows(r, &source);
    if (status == LOGREG_OK)
        status = finish(r, made, again);
    if (status == LOGREG_OK && !(made->source = logreg__copy(r->csv.file)))
        status = logreg__fail_memory(r->csv.err);
    if (status == LOGREG_OK && !(made->na_values = logreg__na_list(&r->csv, NULL)))
        status = logreg__fail_memory(r->csv.err);
    if (status == LOGREG_OK)
        status = logreg__own_keep(made, &r->csv);
    if (status == LOGREG_OK && r->n_rejected && !(made->rejection = logreg__copy(r->first_rejected.message)))
        status = logreg__fail_memory(r->csv.err);
    if (status == LOGREG_OK)
        made->n_rejected = r->n_rejected;
    logreg__csv_columns_free(r->columns);
    logreg__source_clear(&source);
    logreg__joiner_clear(&r->joiner);
    logreg__again_clear(&r->again);
    r->columns = NULL;
    r->n = r->blank = r->n_rejected = r->csv.first_line = r->csv.header_line = 0;
    r->first_line = 1;
    if (status != LOGREG_OK) {
        logreg_frame_free(made);
        return status;
    }
    *frame = made;
    return LOGREG_OK;
}

/* A column that began with numbers and turned out to be text costs a second reading. */
static logreg_status read_twice(logreg_frame **frame, FILE *stream, const logreg__csv *csv)
{
    logreg__reader r = {.csv = *csv, .first_line = 1};
    off_t start = ftello(stream);
    bool again = false;
    logreg_status status = read_once(&r, stream, frame, &again);
    if (again && start >= 0 && fseeko(stream, start, SEEK_SET) == 0) {
        again = false;
        status = read_once(&r, stream, frame, &again);
        if (again)
            status = logreg__fail_changed(&r.csv);
    }
    free(r.text);
    bool seekable =
        status == LOGREG_EDATA && r.bad_bytes && start >= 0 && fseeko(stream, start, SEEK_SET) == 0;
    return seekable ? logreg__mixed_fail(stream, &r.csv) : status;
}

logreg_status logreg__csv_read(logreg_frame **frame, FILE *stream, const logreg__csv *csv)
{
    return logreg__plan_read(frame, stream, csv, read_twice);
}
