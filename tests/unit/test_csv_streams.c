/* Where bytes come from: files by name, streams that give a few at a time, fail or change; and tables that are long or wide. */
#include "harness.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <logreg/data.h>

#include "csv_files.h"

static char scratch[] = "/tmp/logreg-csv-XXXXXX";

static const char *write_file(const char *text, size_t n)
{
    FILE *out = fopen(scratch, "wb");
    CU_ASSERT_PTR_NOT_NULL_FATAL(out);
    CU_ASSERT_EQUAL(fwrite(text, 1, n, out), n);
    CU_ASSERT_EQUAL(fclose(out), 0);
    return scratch;
}

static void reads_files_by_name(void)
{
    logreg_frame *f = NULL;
    logreg_error err;
    close(mkstemp(scratch));
    write_file("a;b\n1;x\n", 8);
    CU_ASSERT_EQUAL_FATAL(logreg_frame_read_csv(&f, scratch, NULL, &err), LOGREG_OK);
    CU_ASSERT_TRUE(same_text(logreg_frame_source(f), scratch));
    CU_ASSERT_EQUAL(logreg_frame_delimiter(f), ';');
    logreg_frame_free(f);
    f = NULL;
    unlink(scratch);
    char want[256];
    snprintf(want, sizeof want, "%s cannot be opened: No such file or directory", scratch);
    CU_ASSERT_EQUAL(logreg_frame_read_csv(&f, scratch, NULL, &err), LOGREG_EIO);
    CU_ASSERT_EQUAL(err.status, LOGREG_EIO);
    CU_ASSERT_TRUE(same_text(err.message, want));
    CU_ASSERT_EQUAL(logreg_frame_read_csv(&f, scratch, NULL, NULL), LOGREG_EIO);
    CU_ASSERT_EQUAL(logreg_frame_read_csv(&f, "/tmp", NULL, &err), LOGREG_EIO);
    CU_ASSERT_TRUE(same_text(err.message, "/tmp cannot be read: Is a directory"));
    CU_ASSERT_PTR_NULL(f);
}

/* A file of more than two chunks, with quotes, line ends of all kinds and characters of several bytes everywhere, so
 * that chunks end within each. */
static char *long_text(size_t rows, size_t *n)
{
    FILE *out = begin_text();
    fputs("x,text,\"two\nlines\"\r\n", out);
    for (size_t i = 0; i < rows; i++)
        fprintf(out, "%zu.%zu,\"say \"\"%c\"\",\r\n\xe2\x82\xac\",%s%s", i, i % 7, (char)('a' + i % 26),
                i % 3 == 2 ? "\xc3\xa9"
                : i % 3    ? "\xc3\xa8"
                           : "\"\"",
                i % 4   ? "\r\n"
                : i % 8 ? "\r"
                        : "\n");
    return end_text(out, n);
}

static void does_not_mind_short_reads(void)
{
    static const variant plain = {0};
    size_t n;
    char *text = long_text(8000, &n);
    CU_ASSERT(n > 3 << 16);
    logreg_status status;
    char *want = read_bytes(text, n, &plain, &status);
    CU_ASSERT_EQUAL(status, LOGREG_OK);
    CU_ASSERT(strncmp(want, "x# 0 1.1 2.2 3.3 4.4 5.5 6.6 7 8.1", 34) == 0);
    for (size_t step = 1; step < 5000; step += 4321) {
        char *got = read_trickle(text, n, step, SIZE_MAX, &plain, &status);
        CU_ASSERT_EQUAL(status, LOGREG_OK);
        CU_ASSERT(strcmp(got, want) == 0);
        free(got);
    }
    /* the same rows moved by more than the length of one: a chunk ends behind each of its bytes */
    for (size_t shift = 1; shift <= 60; shift += 60 / fewer(60, 10)) {
        char *moved = malloc(n + shift), *got;
        memset(moved, '\n', shift);
        memcpy(moved + shift, text, n);
        got = read_bytes(moved, n + shift, &plain, &status);
        CU_ASSERT(status == LOGREG_OK && strcmp(got, want) == 0);
        free(got);
        free(moved);
    }
    free(want);
    free(text);
}

static void decodes_long_utf16(void)
{
    enum { ROWS = 30000 };
    char *wide = malloc(4 + 12 * ROWS), *p = wide;
    memcpy(p,
           "\xff\xfe"
           "a\0\n\0",
           6);
    p += 6;
    for (int i = 0; i < ROWS; i++, p += 10)
        memcpy(p,
               i % 2 ? "x\0\x3d\xd8\x00\xde"
                       "y\0\n\0"
                     : "\x3d\xd8\x00\xde"
                       "x\0y\0\n\0",
               10);
    static const variant plain = {0};
    logreg_frame *f = NULL;
    FILE *stream = fmemopen(wide, (size_t)(p - wide), "rb");
    CU_ASSERT_EQUAL_FATAL(logreg_frame_read_csv_stream(&f, stream, "f.csv", NULL, NULL), LOGREG_OK);
    CU_ASSERT_EQUAL(logreg_frame_rows(f), ROWS);
    CU_ASSERT_EQUAL(logreg_frame_levels(f, 0), 2);
    logreg_frame_free(f);
    fclose(stream);
    logreg_status status;
    char *got = read_trickle(wide, (size_t)(p - wide), 3, SIZE_MAX, &plain, &status);
    CU_ASSERT_EQUAL(status, LOGREG_OK);
    CU_ASSERT(strncmp(got, "a: [\xf0\x9f\x98\x80xy] [x\xf0\x9f\x98\x80y] ", 18) == 0);
    free(got);
    free(wide);
}

static void reports_reading_that_fails(void)
{
    static const variant plain = {0};
    size_t n;
    char *text = long_text(8000, &n);
    logreg_status status;
    char *got = read_trickle(text, n, 1000, 100000, &plain, &status);
    CU_ASSERT_EQUAL(status, LOGREG_EIO);
    CU_ASSERT_TRUE(same_text(got, "f.csv cannot be read to its end: Input/output error"));
    free(got);
    got = read_trickle(text, n, 1000, 0, &plain, &status);
    CU_ASSERT_EQUAL(status, LOGREG_EIO);
    CU_ASSERT_TRUE(same_text(got, "f.csv cannot be read: Input/output error"));
    free(got);
    free(text);
}

static void limits_the_length_of_a_field(void)
{
    static const variant plain = {0};
    size_t n = 17 << 20;
    char *text = malloc(n);
    memset(text, 'x', n);
    memcpy(text, "a,b\n1,\"", 7);
    logreg_status status;
    char *got = read_bytes(text, n, &plain, &status);
    CU_ASSERT_EQUAL(status, LOGREG_EDATA);
    CU_ASSERT_TRUE(
        same_text(got, "f.csv:2:2 'b': the field that begins here is longer than 16 MiB; is a closing quote "
                       "missing?"));
    free(got);
    n = 15 << 20;
    text[n - 1] = '"';
    logreg_frame *f = NULL;
    FILE *stream = fmemopen(text, n, "rb");
    CU_ASSERT_EQUAL_FATAL(logreg_frame_read_csv_stream(&f, stream, "f.csv", NULL, NULL), LOGREG_OK);
    CU_ASSERT_EQUAL(strlen(logreg_frame_label(f, 0, 1)), n - 8);
    logreg_frame_free(f);
    fclose(stream);
    free(text);
}

/* A file that has become another one when it is read again. */
static ssize_t fickle_read(void *cookie, char *to, size_t n)
{
    trickle *t = cookie;
    if (t->at == t->n)
        return 0;
    n = n < t->n - t->at ? n : t->n - t->at;
    memcpy(to, t->bytes + t->at, n);
    t->at += n;
    return (ssize_t)n;
}

static int fickle_seek(void *cookie, off64_t *offset, int whence)
{
    trickle *t = cookie;
    if (whence == SEEK_SET && *offset == 0 && t->at == t->n) {
        size_t length = strlen(t->bytes);
        t->n = strlen(t->bytes + length + 1);
        t->bytes += length + 1;
        t->at = 0;
    }
    *offset = (off64_t)t->at;
    return 0;
}

static void notices_a_file_that_changes(void)
{
    size_t n, m;
    char *one = late_text(1500, 300, 40, &n);
    FILE *out = begin_text();
    fputs("t,n\n", out); /* the columns have changed places */
    fputs(strchr(one, '\n') + 1, out);
    for (int i = 0; i < 1500; i++)
        fputs("1,2\n", out);
    for (int i = 0; i < 1000; i++)
        fprintf(out, "u%d,k%d\n", i, i);
    char *two = end_text(out, &m);
    char *both = malloc(n + m + 2);
    memcpy(both, one, n + 1);
    memcpy(both + n + 1, two, m + 1);
    trickle t = {both, n, 0, 0, 0};
    FILE *stream = fopencookie(&t, "rb", (cookie_io_functions_t){.read = fickle_read, .seek = fickle_seek});
    logreg_frame *f = NULL;
    logreg_error err;
    CU_ASSERT_EQUAL(logreg_frame_read_csv_stream(&f, stream, "f.csv", NULL, &err), LOGREG_EIO);
    CU_ASSERT_TRUE(
        same_text(err.message, "f.csv changed while it was read; wait until it is written, or read a copy"));
    fclose(stream);
    free(one);
    free(two);
    free(both);
}

static void reads_many_levels(void)
{
    const unsigned LEVELS = (unsigned)fewer(100000, 10);
    size_t n, wrong = 0;
    FILE *out = begin_text();
    fputs("c,x\n", out);
    for (unsigned i = 0; i < 2 * LEVELS; i++)
        fprintf(out, "level-%u,%u\n", i * 1103u % LEVELS, i);
    char *text = end_text(out, &n);
    logreg_frame *f = NULL;
    FILE *stream = fmemopen(text, n, "rb");
    CU_ASSERT_EQUAL_FATAL(logreg_frame_read_csv_stream(&f, stream, "f.csv", NULL, NULL), LOGREG_OK);
    CU_ASSERT_EQUAL(logreg_frame_levels(f, 0), LEVELS);
    for (size_t k = 1; k < LEVELS; k++)
        wrong += strcmp(logreg_frame_level(f, 0, k - 1), logreg_frame_level(f, 0, k)) >= 0;
    for (unsigned i = 0; i < 2 * LEVELS; i++) {
        char label[32];
        snprintf(label, sizeof label, "level-%u", i * 1103u % LEVELS);
        wrong += strcmp(logreg_frame_label(f, i, 0), label) != 0;
    }
    CU_ASSERT_EQUAL(wrong, 0);
    logreg_frame_free(f);
    fclose(stream);
    free(text);
}

static void reads_many_columns(void)
{
    const size_t COLUMNS = fewer(50000, 10);
    size_t n, wrong = 0;
    FILE *out = begin_text();
    for (size_t row = 0; row < 4; row++)
        for (size_t j = 0; j < COLUMNS; j++)
            fprintf(out, row ? "%zu%s" : "n%zu%s", j + row, j == COLUMNS - 1 ? "\n" : ";");
    char *text = end_text(out, &n);
    logreg_frame *f = NULL;
    FILE *stream = fmemopen(text, n, "rb");
    CU_ASSERT_EQUAL_FATAL(logreg_frame_read_csv_stream(&f, stream, "f.csv", NULL, NULL), LOGREG_OK);
    CU_ASSERT_EQUAL(logreg_frame_columns(f), COLUMNS);
    CU_ASSERT_EQUAL(logreg_frame_delimiter(f), ';');
    for (size_t j = 0; j < COLUMNS; j++)
        wrong += logreg_frame_number(f, 2, j) != (double)j + 3;
    CU_ASSERT_EQUAL(wrong, 0);
    logreg_frame_free(f);
    fclose(stream);
    free(text);
}

const test_case tests[] = {
    {"reads files by name", reads_files_by_name},
    {"does not mind short reads", does_not_mind_short_reads},
    {"decodes long UTF-16", decodes_long_utf16},
    {"reports reading that fails", reports_reading_that_fails},
    {"limits the length of a field", limits_the_length_of_a_field},
    {"notices a file that changes", notices_a_file_that_changes},
    {"reads a hundred thousand levels", reads_many_levels},
    {"reads many columns", reads_many_columns},
    {NULL, NULL},
};
