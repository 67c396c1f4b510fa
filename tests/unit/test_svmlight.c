/* svmlight files: what is read of them, what is said of those that are broken, and that they are written as they are read. */
#include "harness.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <zlib.h>

#include <logreg.h>

#include "oom.h"

static logreg_status read_text(logreg_frame **frame, const char *text, size_t n,
                               const logreg_svmlight_options *o, logreg_error *err)
{
    FILE *stream = fmemopen((char *)(size_t)text, n ? n : 1, "r");
    CU_ASSERT_PTR_NOT_NULL_FATAL(stream);
    if (!n)
        fgetc(stream);
    logreg_status status = logreg_frame_read_svmlight_stream(frame, stream, "a.svm", o, err);
    fclose(stream);
    return status;
}

static logreg_frame *frame_of(const char *text, const logreg_svmlight_options *o)
{
    logreg_frame *frame = NULL;
    logreg_error err = {.message = ""};
    logreg_status status = read_text(&frame, text, strlen(text), o, &err);
    if (status != LOGREG_OK)
        printf("# %s\n", err.message);
    CU_ASSERT_EQUAL_FATAL(status, LOGREG_OK);
    return frame;
}

static bool row_is(const logreg_frame *frame, size_t row, double label, size_t n, const int *column,
                   const double *value)
{
    const gsl_spmatrix *X = logreg_frame_sparse(frame);
    int first = X->p[row];
    bool same = logreg_frame_number(frame, row, 0) == label && (size_t)(X->p[row + 1] - first) == n;
    for (size_t k = 0; same && k < n; k++)
        same = X->i[first + (int)k] == column[k] && X->data[first + (int)k] == value[k];
    return same;
}

static void test_rows(void)
{
    logreg_frame *frame = frame_of("# all of it\n"
                                   "+1 1:0.5 3:-2e-3 # tail\n"
                                   "\n"
                                   "-1\t2:1\r\n"
                                   "  1 4:0 7:.25 9:+3. \n"
                                   "-1.0 # nothing in it\n"
                                   "1e0 1:0.1 2:12345678901234567890123",
                                   NULL);
    CU_ASSERT_EQUAL(logreg_frame_rows(frame), 5);
    CU_ASSERT_EQUAL(logreg_frame_columns(frame), 1);
    CU_ASSERT_EQUAL(logreg_frame_sparse(frame)->size2, 9);
    CU_ASSERT_TRUE(row_is(frame, 0, 1, 2, (int[]){0, 2}, (double[]){0.5, -2e-3}));
    CU_ASSERT_TRUE(row_is(frame, 1, -1, 1, (int[]){1}, (double[]){1}));
    CU_ASSERT_TRUE(row_is(frame, 2, 1, 2, (int[]){6, 8}, (double[]){0.25, 3}));
    CU_ASSERT_TRUE(row_is(frame, 3, -1, 0, NULL, NULL));
    CU_ASSERT_TRUE(row_is(frame, 4, 1, 2, (int[]){0, 1}, (double[]){0.1, 12345678901234567890123.0}));
    logreg_frame_free(frame);
}

static void test_options(void)
{
    logreg_svmlight_options o = logreg_svmlight_options_default();
    o.n_features = 2;
    logreg_frame *frame = frame_of("1 1:1 3:2 4:0\n0 2:1 9:1\n", &o);
    CU_ASSERT_EQUAL(logreg_frame_sparse(frame)->size2, 2);
    CU_ASSERT_EQUAL(logreg_frame_beyond(frame), 2);
    logreg_frame_free(frame);
    o = (logreg_svmlight_options){.zero_based = true};
    frame = frame_of("1 qid:3 0:1 2:2\n0 qid:4 1:1\n", &o);
    CU_ASSERT_EQUAL(logreg_frame_sparse(frame)->size2, 3);
    CU_ASSERT_TRUE(row_is(frame, 0, 1, 2, (int[]){0, 2}, (double[]){1, 2}));
    CU_ASSERT_EQUAL(logreg_frame_number(frame, 1, logreg_frame_find(frame, "qid")), 4);
    logreg_frame_free(frame);
    o = (logreg_svmlight_options){.n_features = (size_t)1 << 40};
    logreg_error err;
    CU_ASSERT_EQUAL(read_text(&frame, "1 1:1\n", 6, &o, &err), LOGREG_EINVAL);
    CU_ASSERT_EQUAL(logreg_frame_read_svmlight(&frame, "/nowhere/a.svm", NULL, &err), LOGREG_EIO);
    CU_ASSERT_TRUE(same_text(err.message, "/nowhere/a.svm cannot be opened: No such file or directory"));
}

static void test_broken(void)
{
    static const struct {
        const char *text, *sentence;
    } cases[] = {
        {"", "a.svm holds no rows"},
        {"# nothing\n\n", "a.svm holds no rows"},
        {"1\n0\n", "a.svm holds labels alone: no row has a number"},
        {"1 1:1\nyes 2:1\n", "a.svm:2:1: the label 'yes' is no finite number"},
        {"nan 2:1\n", "a.svm:1:1: the label 'nan' is no finite number"},
        {"1,3 2:1\n", "a.svm:1:1: the label '1,3' names several classes of one row, which is not fitted; "
                      "give each row one"},
        {"1:4 2:1\n", "a.svm:1:1: the row begins with '1:4' and has no label; a row is LABEL INDEX:VALUE .."},
        {"1 1:1 4\n", "a.svm:1:7: '4' lacks a colon; numbers are written INDEX:VALUE"},
        {"1 0:1\n",
         "a.svm:1:3: an index is 0, and indices count from 1; where they count from 0, say --zero-based"},
        {"1 -3:1\n", "a.svm:1:3: the index in '-3:1' is negative; indices count from 1"},
        {"1 a:1\n", "a.svm:1:3: the index in 'a:1' is no whole number below 2147483646"},
        {"1 2147483646:1\n", "a.svm:1:3: the index in '2147483646:1' is no whole number below 2147483646"},
        {"1 :1\n", "a.svm:1:3: the index in ':1' is no whole number below 2147483646"},
        {"1 2:1 2:1\n", "a.svm:1:7: index 2 stands twice in the row"},
        {"1 12:1 3:1\n", "a.svm:1:8: index 3 follows 12; within a row indices ascend"},
        {"1 1:\n", "a.svm:1:3: '1:' has no value behind the colon"},
        {"1 1:x\n", "a.svm:1:3: the value in '1:x' is no finite number"},
        {"1 1:inf\n", "a.svm:1:3: the value in '1:inf' is no finite number"},
        {"1 1:1e400\n", "a.svm:1:3: the value in '1:1e400' is no finite number"},
        {"1 1:1e200\n", "a.svm:1:3: the value in '1:1e200' is beyond 1e100, whose squares overflow"},
        {"1 qid:x 1:1\n", "a.svm:1:3: 'qid:x' should be qid: and a whole number"},
        {"1 qid:1 1:1\n0 1:2\n", "a.svm:2:3: this row has no qid, unlike those before it"},
        {"1 1:1\n0 qid:1 1:2\n", "a.svm:2:8: this row has a qid, unlike those before it"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        logreg_frame *frame = NULL;
        logreg_error err = {.message = ""};
        CU_ASSERT_EQUAL(read_text(&frame, cases[i].text, strlen(cases[i].text), NULL, &err), LOGREG_EDATA);
        CU_ASSERT_PTR_NULL(frame);
        CU_ASSERT_TRUE(same_text(err.message, cases[i].sentence));
    }
}

/* More rows than are fetched at once, packed and not. */
static void test_packed(void)
{
    char *text = NULL;
    size_t size;
    FILE *out = open_memstream(&text, &size);
    for (int i = 0; i < 100000; i++)
        fprintf(out, "%d %d:%d.5 %d:1\n", i % 2, 1 + i % 7, i, 9 + i % 3);
    fclose(out);
    unsigned char *packed = malloc(size);
    z_stream z = {.next_in = (unsigned char *)text,
                  .avail_in = (unsigned)size,
                  .next_out = packed,
                  .avail_out = (unsigned)size};
    CU_ASSERT_EQUAL_FATAL(deflateInit2(&z, 1, Z_DEFLATED, 31, 8, Z_DEFAULT_STRATEGY), Z_OK);
    CU_ASSERT_EQUAL_FATAL(deflate(&z, Z_FINISH), Z_STREAM_END);
    logreg_frame *plain = frame_of(text, NULL), *unpacked = NULL;
    CU_ASSERT_EQUAL_FATAL(read_text(&unpacked, (char *)packed, z.total_out, NULL, NULL), LOGREG_OK);
    deflateEnd(&z);
    const gsl_spmatrix *a = logreg_frame_sparse(plain), *b = logreg_frame_sparse(unpacked);
    CU_ASSERT_EQUAL(a->size1, 100000);
    CU_ASSERT_TRUE(row_is(plain, 99999, 1, 2, (int[]){4, 8}, (double[]){99999.5, 1}));
    CU_ASSERT_TRUE(a->nz == b->nz && memcmp(a->data, b->data, a->nz * sizeof *a->data) == 0 &&
                   memcmp(a->i, b->i, a->nz * sizeof *a->i) == 0);
    logreg_frame_free(plain);
    logreg_frame_free(unpacked);
    free(packed);
    free(text);
}

static void test_written(void)
{
    logreg_frame *frame = frame_of("1 qid:2 1:0.1 3:-1e-300\n-1 qid:2\n1 qid:7 2:123456789.125\n", NULL);
    char *text = NULL;
    size_t size;
    FILE *out = open_memstream(&text, &size);
    logreg_error err;
    CU_ASSERT_EQUAL(logreg_frame_write_svmlight(frame, "y", out, &err), LOGREG_OK);
    fclose(out);
    CU_ASSERT_TRUE(same_text(text, "1 qid:2 1:0.1 3:-1e-300\n-1 qid:2\n1 qid:7 2:123456789.125\n"));
    free(text);
    CU_ASSERT_EQUAL(logreg_frame_write_svmlight(frame, "z", stdout, &err), LOGREG_EINVAL);
    CU_ASSERT_EQUAL(logreg_frame_filter(frame, "qid < 5", NULL), LOGREG_OK);
    CU_ASSERT_EQUAL(logreg_frame_sparse(frame)->size1, 2);
    FILE *full = fopen("/dev/full", "w");
    if (full) {
        CU_ASSERT_EQUAL(logreg_frame_write_svmlight(frame, "y", full, &err), LOGREG_EIO);
        CU_ASSERT_TRUE(same_text(err.message, "rows cannot be written: No space left on device"));
        fclose(full);
    }
    logreg_frame_free(frame);
    double x = 1;
    CU_ASSERT_EQUAL_FATAL(logreg_frame_new(&frame, NULL), LOGREG_OK);
    CU_ASSERT_EQUAL_FATAL(logreg_frame_add_numeric(frame, "y", &x, 1, 1, NULL), LOGREG_OK);
    CU_ASSERT_EQUAL(logreg_frame_write_svmlight(frame, "y", stdout, &err), LOGREG_EDATA);
    CU_ASSERT_PTR_NULL(logreg_frame_sparse(frame));
    logreg_frame_free(frame);
}

static bool read_or_report(void *context)
{
    logreg_frame *frame = NULL;
    logreg_error err;
    const char *text = context;
    logreg_status status = read_text(&frame, text, strlen(text), NULL, &err);
    logreg_frame_free(frame);
    return status == LOGREG_OK || status == LOGREG_ENOMEM;
}

static void test_memory(void)
{
    char text[] = "1 qid:1 1:1 2:2\n0 qid:2 3:4\n";
    CU_ASSERT_TRUE(oom_each(read_or_report, text));
}

const test_case tests[] = {{"rows", test_rows},
                           {"options", test_options},
                           {"what is broken is told with its place", test_broken},
                           {"long files, packed too", test_packed},
                           {"written as read", test_written},
                           {"allocations that fail", test_memory},
                           {NULL, NULL}};
