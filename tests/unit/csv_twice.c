#include "csv_twice.h"

#include <stdlib.h>
#include <string.h>

/* What one reading gave. */
typedef struct {
    logreg_status status;
    logreg_error err;
    logreg_frame *frame; /* NULL: it failed */
    char *rejects;
    size_t n_rejects;
} reading;

static reading read_once(const char *bytes, size_t n, const logreg_csv_options *options,
                         const logreg__csv_tuning *tuning)
{
    reading r = {0};
    logreg_csv_options o = *options;
    o.rejects = o.skip_bad_rows ? open_memstream(&r.rejects, &r.n_rejects) : NULL;
    FILE *stream = fmemopen((void *)(n ? bytes : " "), n ? n : 1, "rb");
    if (!n)
        getc(stream);
    r.status = logreg__frame_read_csv(&r.frame, stream, "f.csv", &o, tuning, &r.err);
    fclose(stream);
    if (o.rejects)
        fclose(o.rejects);
    return r;
}

static void clear(reading *r)
{
    logreg_frame_free(r->frame);
    free(r->rejects);
}

static bool same_levels(const logreg__column *a, const logreg__column *b)
{
    bool same = a->n_levels == b->n_levels;
    for (size_t k = 0; same && k < a->n_levels; k++)
        same = strcmp(a->levels[k], b->levels[k]) == 0;
    return same;
}

static bool same_cell(const logreg__column *a, const logreg__column *b, size_t row)
{
    if (a->kind == LOGREG_CATEGORY)
        return logreg__column_code(a, row) == logreg__column_code(b, row);
    double x = logreg__column_number(a, row), y = logreg__column_number(b, row);
    return memcmp(&x, &y, sizeof x) == 0;
}

static bool same_column(const logreg_frame *f, const logreg_frame *g, size_t j)
{
    const logreg__column *a = &f->column[j], *b = &g->column[j];
    if (strcmp(a->name, b->name) != 0 || a->kind != b->kind || a->n_missing != b->n_missing ||
        a->n_na != b->n_na || !a->doubt != !b->doubt || (a->doubt && strcmp(a->doubt, b->doubt) != 0) ||
        !same_levels(a, b)) {
        printf("# column %zu: '%s' or '%s', kinds %d and %d, %zu and %zu missing, %zu and %zu levels\n", j,
               a->name, b->name, (int)a->kind, (int)b->kind, a->n_missing, b->n_missing, a->n_levels,
               b->n_levels);
        return false;
    }
    for (size_t r = 0; r < f->n_rows; r++)
        if (!same_cell(a, b, r)) {
            printf("# row %zu, column %zu differs\n", r, j);
            return false;
        }
    for (size_t r = 0; r < f->n_rows; r++) {
        const char *x = logreg_frame_cell(f, r, j), *y = logreg_frame_cell(g, r, j);
        if (!x != !y || (x && strcmp(x, y) != 0)) {
            printf("# row %zu, column %zu: '%s' is kept, or '%s'\n", r, j, x ? x : "nothing",
                   y ? y : "nothing");
            return false;
        }
    }
    return true;
}

static bool same_lines(const logreg_frame *f, const logreg_frame *g)
{
    for (size_t r = 0; r < f->n_rows; r++)
        if (logreg__frame_line(f, r) != logreg__frame_line(g, r)) {
            printf("# row %zu: line %zu or %zu\n", r, logreg__frame_line(f, r), logreg__frame_line(g, r));
            return false;
        }
    return true;
}

static bool same_frame(const logreg_frame *f, const logreg_frame *g)
{
    if (f->n_rows != g->n_rows || f->n_columns != g->n_columns ||
        f->dialect.delimiter != g->dialect.delimiter || f->n_rejected != g->n_rejected) {
        printf("# %zu or %zu rows, %zu or %zu columns, '%c' or '%c', %zu or %zu rejected\n", f->n_rows,
               g->n_rows, f->n_columns, g->n_columns, f->dialect.delimiter, g->dialect.delimiter,
               f->n_rejected, g->n_rejected);
        return false;
    }
    if (f->n_rejected && strcmp(f->rejection, g->rejection) != 0) {
        printf("# '%s'\n# or '%s'\n", f->rejection, g->rejection);
        return false;
    }
    for (size_t j = 0; j < f->n_columns; j++)
        if (!same_column(f, g, j))
            return false;
    bool noted = f->n_notes == g->n_notes;
    for (size_t k = 0; noted && k < f->n_notes; k++)
        noted = strcmp(f->note[k], g->note[k]) == 0;
    if (!noted)
        printf("# notes differ\n");
    return noted && same_lines(f, g);
}

static bool same(const reading *a, const reading *b)
{
    if (a->status != b->status || (a->status != LOGREG_OK && strcmp(a->err.message, b->err.message) != 0)) {
        printf("# strict: %d %s\n# plain: %d %s\n", (int)a->status, a->status ? a->err.message : "",
               (int)b->status, b->status ? b->err.message : "");
        return false;
    }
    if (a->n_rejects != b->n_rejects || (a->n_rejects && memcmp(a->rejects, b->rejects, a->n_rejects) != 0)) {
        printf("# rejects: '%.*s'\n# or '%.*s'\n", (int)a->n_rejects, a->rejects, (int)b->n_rejects,
               b->rejects);
        return false;
    }
    return a->status != LOGREG_OK || same_frame(a->frame, b->frame);
}

bool same_by_both_roads(const char *bytes, size_t n, const logreg_csv_options *options,
                        const logreg__csv_tuning *tuning)
{
    logreg__csv_tuning strict = *tuning, plain = *tuning;
    strict.strict = true;
    plain.strict = false;
    reading a = read_once(bytes, n, options, &strict), b = read_once(bytes, n, options, &plain);
    bool ok = same(&a, &b);
    if (!ok)
        printf("# in chunks of %zu, %zu rows held, %d threads\n", tuning->chunk, tuning->held,
               options->threads);
    clear(&a);
    clear(&b);
    return ok;
}
