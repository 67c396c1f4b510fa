#include "csv_files.h"

#include <errno.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/number.h"
#include "csv_twice.h"
#include "data/frame.h"
#include "oom.h"
#include "harness.h"

static void describe(FILE *out, const logreg_frame *f)
{
    for (size_t j = 0; j < logreg_frame_columns(f); j++) {
        bool numeric = logreg_frame_kind(f, j) == LOGREG_NUMERIC;
        fprintf(out, "%s%s%c", j ? "; " : "", logreg_frame_name(f, j), numeric ? '#' : ':');
        for (size_t r = 0; r < logreg_frame_rows(f); r++) {
            char text[LOGREG__NUMBER_SIZE];
            double x = logreg_frame_number(f, r, j);
            const char *label = logreg_frame_label(f, r, j);
            if (numeric)
                fprintf(out, " %s", isnan(x) ? "NA" : logreg__number_shortest(text, x));
            else
                fprintf(out, label ? " [%s]" : " NA", label);
        }
    }
    for (size_t j = 0; j < logreg_frame_columns(f); j++)
        if (f->column[j].doubt)
            fprintf(out, " | %s", f->column[j].doubt);
    for (size_t k = 0; k < logreg_frame_notes(f); k++)
        fprintf(out, " | %s", logreg_frame_note(f, k));
}

/* Text that is written piece by piece. */
static char *built;
static size_t built_size;

FILE *begin_text(void)
{
    FILE *out = open_memstream(&built, &built_size);
    CU_ASSERT_PTR_NOT_NULL_FATAL(out);
    return out;
}

char *end_text(FILE *out, size_t *n)
{
    CU_ASSERT_EQUAL_FATAL(fclose(out), 0);
    *n = built_size;
    return built;
}

char *late_text(size_t numbers, size_t texts, size_t kinds, size_t *n)
{
    FILE *out = begin_text();
    fputs("n,t\n", out);
    for (size_t i = 0; i < numbers; i++)
        fprintf(out, "%zu,0%zu\n", i, i % 50);
    for (size_t i = 0; i < texts; i++)
        fprintf(out, "%zu,k%zu\n", i, i % kinds);
    return end_text(out, n);
}

char *outcome(logreg_status status, logreg_frame *f, const logreg_error *err)
{
    size_t n;
    FILE *out = begin_text();
    if (status == LOGREG_OK)
        describe(out, f);
    else
        fprintf(out, "%s", err->message);
    logreg_frame_free(f);
    return end_text(out, &n);
}

logreg_csv_options options_of(const variant *v, const char **na, const char **categorical)
{
    logreg_csv_options o = logreg_csv_options_default();
    o.delimiter = v->delimiter;
    o.decimal = v->decimal;
    o.header = !v->no_header;
    o.header_sure = v->sure;
    o.encoding = v->encoding;
    o.skip_bad_rows = v->skip;
    if (v->na) {
        *na = v->na;
        o.na_values = na;
        o.n_na_values = 1;
    }
    if (v->categorical) {
        *categorical = v->categorical;
        o.categorical = categorical;
        o.n_categorical = 1;
    }
    return o;
}

char *read_bytes(const char *bytes, size_t n, const variant *how, logreg_status *status)
{
    const char *na, *categorical;
    logreg_csv_options o = options_of(how, &na, &categorical);
    logreg_frame *f = NULL;
    logreg_error err = {0};
    FILE *stream = fmemopen((void *)(n ? bytes : " "), n ? n : 1, "rb");
    if (!n)
        getc(stream);
    *status = logreg_frame_read_csv_stream(&f, stream, "f.csv", &o, &err);
    fclose(stream);
    return outcome(*status, f, &err);
}

/* By both roads, cut in many ways, the first row deciding what the columns are, or the first three. */
static bool check_roads(const file_case *t)
{
    const char *na, *categorical;
    logreg_csv_options o = options_of(&t->how, &na, &categorical);
    bool ok = true;
    for (size_t chunk = 1; chunk <= 64 && ok; chunk += 1 + chunk / 2)
        for (size_t held = 1; held <= 3 && ok; held += 2) {
            logreg__csv_tuning tuning = {.chunk = chunk, .alone = chunk, .held = held};
            o.threads = 1 + (chunk % 7 == 0);
            ok = same_by_both_roads(t->bytes, t->n, &o, &tuning);
        }
    return ok;
}

void check_files(const file_case *table, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const file_case *t = &table[i];
        bool unreadable = strncmp(t->want, "f.csv cannot be read", 20) == 0;
        logreg_status status, want = unreadable                          ? LOGREG_EIO
                                     : strncmp(t->want, "f.csv", 5) == 0 ? LOGREG_EDATA
                                                                         : LOGREG_OK;
        char *got = read_bytes(t->bytes, t->n, &t->how, &status);
        if (!same_text(got, t->want) || status != want) {
            printf("# in case %zu: status %d\n", i, status);
            CU_FAIL("see above");
        }
        free(got);
        if (!check_roads(t)) {
            printf("# in case %zu: '%.*s'\n", i, (int)t->n, t->bytes);
            CU_FAIL("see above");
        }
    }
}

ssize_t trickle_read(void *cookie, char *to, size_t n)
{
    trickle *t = cookie;
    if (t->at >= t->fail_at) {
        errno = EIO;
        return -1;
    }
    size_t left = t->n - t->at;
    n = n < t->step ? n : t->step;
    n = n < left ? n : left;
    memcpy(to, t->bytes + t->at, n);
    t->at += n;
    return (ssize_t)n;
}

char *read_trickle(const char *bytes, size_t n, size_t step, size_t fail_at, const variant *how,
                   logreg_status *status)
{
    const char *na, *categorical;
    logreg_csv_options o = options_of(how, &na, &categorical);
    trickle t = {bytes, n, 0, step, fail_at};
    FILE *stream = fopencookie(&t, "rb", (cookie_io_functions_t){.read = trickle_read});
    setvbuf(stream, NULL, _IONBF, 0);
    logreg_frame *f = NULL;
    logreg_error err = {0};
    *status = logreg_frame_read_csv_stream(&f, stream, "f.csv", &o, &err);
    fclose(stream);
    return outcome(*status, f, &err);
}

typedef struct {
    const file_case *file;
    bool pipe;
} attempt;

static bool read_or_run_out(void *context)
{
    const attempt *a = context;
    const char *na, *categorical;
    logreg_csv_options o = options_of(&a->file->how, &na, &categorical);
    logreg_frame *f = NULL;
    logreg_error err = {0};
    trickle t = {a->file->bytes, a->file->n, 0, SIZE_MAX, SIZE_MAX};
    FILE *stream = a->pipe ? fopencookie(&t, "rb", (cookie_io_functions_t){.read = trickle_read})
                           : fmemopen((void *)a->file->bytes, a->file->n, "rb");
    logreg_status status = logreg_frame_read_csv_stream(&f, stream, "f.csv", &o, &err);
    fclose(stream);
    if (status == LOGREG_ENOMEM)
        return !f && same_text(err.message, "out of memory");
    char *got = outcome(status, f, &err);
    bool ok = same_text(got, a->file->want);
    free(got);
    return ok;
}

bool reads_or_runs_out(const file_case *c, bool pipe)
{
    logreg_status status;
    char *usual = c->want ? NULL
                  : pipe  ? read_trickle(c->bytes, c->n, 1 << 16, SIZE_MAX, &c->how, &status)
                          : read_bytes(c->bytes, c->n, &c->how, &status);
    file_case file = *c;
    file.want = c->want ? c->want : usual;
    bool ok = oom_each(read_or_run_out, &(attempt){&file, pipe});
    free(usual);
    return ok;
}

logreg_status frame_of_text(logreg_frame **frame, const char *text, logreg_error *err)
{
    FILE *stream = fmemopen((void *)text, strlen(text), "rb");
    logreg_status status = logreg_frame_read_csv_stream(frame, stream, "f.csv", NULL, err);
    fclose(stream);
    return status;
}
