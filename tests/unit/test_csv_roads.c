/* The plain road of the CSV reader, by several threads, against the strict one: thousands of rows, a few of which are not
 * plain; memory that runs out anywhere. */
#include "harness.h"

#include <stdlib.h>
#include <string.h>

#include "csv_files.h"
#include "csv_twice.h"
#include "oom.h"

/* Rows of a number, one of 50 labels, an ID of its own, and a number that is sometimes missing; every so many rows an odd one. */
static char *make_file(size_t *n, size_t rows, const char *odd, size_t every, const char *end)
{
    FILE *out = begin_text();
    fprintf(out, "x,level,id,y%s", end);
    for (size_t r = 1; r <= rows; r++) {
        if (every && r % every == 0)
            fputs(odd, out);
        fprintf(out, "%.*g,%s%zu,row number %zu,", (int)(r % 17), (double)r / 7, r % 3 ? "l" : "level ",
                r * r % 50, r * 37 % rows);
        fputs(r % 31 ? r % 2 ? "1" : "0" : "NA", out);
        fputs(end, out);
    }
    return end_text(out, n);
}

/* A file of 5000 rows has more than thirty chunks, six or seven of them with an odd row. */
static const logreg__csv_tuning small = {.chunk = 1 << 13, .alone = 1 << 13, .held = 100};

static void threads_change_nothing(void)
{
    static const char *const odd[] = {
        NULL,
        "1,\"a\",b,2\n",         /* quotes */
        "1,\"a\nb\n\nc\",d,2\n", /* lines within quotes, which may stand where chunks meet */
        "\n",
        "1,2\n", /* refused, or left out */
        " 7 , l1 ,b,NA\r\n",
        "1,l2,b,2\r1,l2,b,2\r",
        "inf,l2,b,2\n",
        "1,\xff,b,2\n",
        "1,\"a,b\n", /* a quote that swallows what follows */
    };
    for (size_t i = 0; i < sizeof odd / sizeof *odd; i++)
        for (int way = 0; way < 4; way++) {
            size_t n;
            char *file = make_file(&n, 5000, odd[i], odd[i] ? 777 : 0, way & 1 ? "\r\n" : "\n");
            logreg_csv_options o = logreg_csv_options_default();
            o.threads = 1 + (int)(i + (size_t)way) % 4;
            o.skip_bad_rows = way & 2;
            CU_ASSERT_TRUE(same_by_both_roads(file, n - (i % 2), &o, &small));
            free(file);
        }
}

/* Rows longer than a chunk, and a file without line feeds, are left to the strict road. */
static void reads_long_lines(void)
{
    FILE *out = begin_text();
    fputs("a,b\n", out);
    for (int r = 0; r < 300; r++)
        fprintf(out, "%d,%0*d\n", r, r % 50 ? 20 : 5000, r);
    size_t n;
    char *file = end_text(out, &n);
    logreg_csv_options o = logreg_csv_options_default();
    logreg__csv_tuning tuning = {.chunk = 1000, .alone = 1000, .held = 10};
    CU_ASSERT_TRUE(same_by_both_roads(file, n, &o, &tuning));
    for (size_t i = 0; i < n; i++)
        file[i] = file[i] == '\n' ? '\r' : file[i];
    CU_ASSERT_TRUE(same_by_both_roads(file, n, &o, &tuning));
    free(file);
}

static void reads_many_columns(void)
{
    enum { COLUMNS = 3000 };
    FILE *out = begin_text();
    for (int r = 0; r < 40; r++)
        for (int j = 0; j < COLUMNS; j++)
            fprintf(out, r ? "%s%d.%d" : "%sc%d", j ? "," : r ? "\n" : "", r ? r : j, j);
    size_t n;
    char *file = end_text(out, &n);
    logreg_csv_options o = logreg_csv_options_default();
    logreg__csv_tuning tuning = {.chunk = 1 << 17, .alone = 1 << 17, .held = 5};
    CU_ASSERT_TRUE(same_by_both_roads(file, n, &o, &tuning));
    free(file);
}

/* Labels that only the text behind their first eight bytes tells apart, more than are kept from chunk to chunk. */
static void tells_long_labels_apart(void)
{
    FILE *out = begin_text();
    fputs("id,n\n", out);
    for (int r = 0; r < 90000; r++)
        fprintf(out, "a common head and %d,%d\n", r * 11 % 70000, r);
    size_t n;
    char *file = end_text(out, &n);
    logreg_csv_options o = logreg_csv_options_default();
    o.threads = 2;
    logreg__csv_tuning tuning = {.chunk = 1 << 20, .alone = 1 << 20, .held = 5};
    CU_ASSERT_TRUE(same_by_both_roads(file, n, &o, &tuning));
    free(file);
}

static void fails_where_reading_fails(void)
{
    size_t n;
    char *file = make_file(&n, 20000, NULL, 0, "\n");
    trickle t = {file, n, 0, 4096, n - n / 3};
    FILE *stream = fopencookie(&t, "rb", (cookie_io_functions_t){.read = trickle_read});
    logreg_frame *f = NULL;
    logreg_error err;
    logreg_csv_options o = logreg_csv_options_default();
    o.threads = 3;
    CU_ASSERT_EQUAL(logreg__frame_read_csv(&f, stream, "f.csv", &o, &small, &err), LOGREG_EIO);
    CU_ASSERT_TRUE(same_text(err.message, "f.csv cannot be read to its end: Input/output error"));
    CU_ASSERT_PTR_NULL(f);
    fclose(stream);
    free(file);
}

/* Runs of columns that came from a file are freed with the frame. */
static void loses_rows_in_a_filter(void)
{
    size_t n;
    char *file = make_file(&n, 20000, NULL, 0, "\n");
    FILE *stream = fmemopen(file, n, "rb");
    logreg_frame *f = NULL;
    CU_ASSERT_EQUAL_FATAL(logreg_frame_read_csv_stream(&f, stream, "f.csv", NULL, NULL), LOGREG_OK);
    for (double least = 1000; least < 2900; least += 900) {
        size_t met = 0;
        for (size_t r = 0; r < logreg_frame_rows(f); r++)
            met += logreg_frame_number(f, r, 0) > least;
        char condition[20];
        snprintf(condition, sizeof condition, "x > %g", least);
        CU_ASSERT_EQUAL_FATAL(logreg_frame_filter(f, condition, NULL), LOGREG_OK);
        CU_ASSERT_EQUAL(logreg_frame_rows(f), met);
        CU_ASSERT_TRUE(logreg_frame_number(f, met - 1, 0) > least);
    }
    logreg_frame_free(f);
    fclose(stream);
    free(file);
}

typedef struct {
    const char *file;
    size_t n, rows, chunk;
    int threads;
} memory_case;

static bool read_or_run_out(void *context)
{
    const memory_case *c = context;
    FILE *stream = fmemopen((void *)c->file, c->n, "rb");
    if (!stream)
        return true;
    logreg_frame *f = NULL;
    logreg_error err;
    logreg_csv_options o = logreg_csv_options_default();
    o.threads = c->threads;
    logreg__csv_tuning tuning = {.chunk = c->chunk, .alone = c->chunk, .held = 10};
    logreg_status status = logreg__frame_read_csv(&f, stream, "f.csv", &o, &tuning, &err);
    fclose(stream);
    bool ok = status == LOGREG_OK ? logreg_frame_rows(f) == c->rows : status == LOGREG_ENOMEM && !f;
    logreg_frame_free(f);
    return ok;
}

static void survives(size_t rows, size_t chunk, int threads)
{
    FILE *out = begin_text();
    fputs("a,b,c\n", out);
    for (size_t r = 0; r < rows; r++)
        fprintf(out, "%zu,label %zu,%s\n", r, r % 40, r % 9 ? "1.5" : "\"2\"");
    memory_case c = {.rows = rows, .chunk = chunk, .threads = threads};
    char *file = end_text(out, &c.n);
    c.file = file;
    CU_ASSERT_TRUE(oom_each(read_or_run_out, &c));
    free(file);
}

static void survives_without_memory(void)
{
    survives(60, 300, 1);
    survives(60, 300, 2);
    survives(9000, 1 << 18, 1);
}

static void refuses_a_negative_number_of_threads(void)
{
    logreg_csv_options o = logreg_csv_options_default();
    o.threads = -1;
    logreg_frame *f = NULL;
    logreg_error err;
    CU_ASSERT_EQUAL(logreg_frame_read_csv(&f, "f.csv", &o, &err), LOGREG_EINVAL);
    CU_ASSERT_TRUE(same_text(err.message, "threads is -1; it must be positive, or 0 for one a processor"));
}

const test_case tests[] = {
    {"threads change nothing", threads_change_nothing},
    {"reads long lines", reads_long_lines},
    {"reads many columns", reads_many_columns},
    {"tells long labels apart", tells_long_labels_apart},
    {"fails where reading fails", fails_where_reading_fails},
    {"loses rows in a filter", loses_rows_in_a_filter},
    {"survives without memory", survives_without_memory},
    {"refuses a negative number of threads", refuses_a_negative_number_of_threads},
    {NULL, NULL},
};
