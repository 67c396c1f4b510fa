/* Train and test files: exact counts, rows as they stood, the same parts for a seed, and nothing half done. */
#include "harness.h"

#include <iconv.h>
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <zlib.h>
#include <zstd.h>

#include <logreg/data.h>
#include <logreg/sparse.h>

#include "../reference/split.h"
#include "samples/train_test.h"
#include "oom.h"

typedef struct {
    char *bytes;
    size_t n;
} text;

static logreg_status split_bytes(logreg_split **split, const void *bytes, size_t n,
                                 const logreg_csv_options *csv, const logreg_split_options *options,
                                 logreg_error *err)
{
    FILE *stream = fmemopen((void *)bytes, n, "rb");
    logreg_status status = logreg_split_csv_stream(split, stream, "f.csv", csv, options, err);
    fclose(stream);
    return status;
}

/* A scratch folder, and paths in it. */
static char folder[64];
static char path_train[128], path_test[128];

static void make_folder(void)
{
    strcpy(folder, "/tmp/logreg-split-XXXXXX");
    CU_ASSERT_PTR_NOT_NULL_FATAL(mkdtemp(folder));
    snprintf(path_train, sizeof path_train, "%s/train", folder);
    snprintf(path_test, sizeof path_test, "%s/test", folder);
}

static void remove_folder(void)
{
    unlink(path_train);
    unlink(path_test);
    CU_ASSERT_EQUAL(rmdir(folder), 0); /* nothing else was left in it */
}

static text read_file(const char *path)
{
    text t = {calloc(1, 1 << 16), 0};
    FILE *file = fopen(path, "rb");
    CU_ASSERT_PTR_NOT_NULL_FATAL(file);
    t.n = fread(t.bytes, 1, (1 << 16) - 1, file);
    fclose(file);
    return t;
}

static void gives_classes_the_rows_that_scikit_learn_gives(void)
{
    for (size_t i = 0; i < sizeof split_sizes / sizeof *split_sizes; i++) {
        char *csv = NULL;
        size_t n;
        FILE *out = open_memstream(&csv, &n);
        fputs("x,y\n", out);
        for (size_t k = 0; k < split_sizes[i].n; k++)
            for (size_t r = 0; r < split_sizes[i].rows[k]; r++)
                fprintf(out, "%zu,%zu\n", r, k);
        fclose(out);
        logreg_split *s = NULL;
        logreg_split_options o = {.target = "y", .test_size = split_sizes[i].test_size};
        CU_ASSERT_EQUAL_FATAL(split_bytes(&s, csv, n, NULL, &o, NULL), LOGREG_OK);
        CU_ASSERT_EQUAL(logreg_split_classes(s), split_sizes[i].n);
        for (size_t k = 0; k < split_sizes[i].n; k++) {
            size_t train = split_sizes[i].train[k];
            CU_ASSERT_EQUAL(logreg_split_count(s, k, false), train);
            CU_ASSERT_EQUAL(logreg_split_count(s, k, true), split_sizes[i].rows[k] - train);
        }
        logreg_split_free(s);
        free(csv);
    }
}

/* Counts of a column of labels, as "a 3+1, NA 1+1": rows to train on and to test on. */
static char *counts(const char *rows, double test_size)
{
    logreg_split *s = NULL;
    logreg_error err;
    char *told = NULL;
    size_t n;
    FILE *out = open_memstream(&told, &n);
    logreg_split_options o = {.target = "y", .test_size = test_size};
    if (split_bytes(&s, rows, strlen(rows), NULL, &o, &err) != LOGREG_OK)
        fputs(err.message, out);
    for (size_t k = 0; s && k < logreg_split_classes(s); k++)
        fprintf(out, "%s%s %zu+%zu", k ? ", " : "",
                logreg_split_class(s, k) ? logreg_split_class(s, k) : "NA", logreg_split_count(s, k, false),
                logreg_split_count(s, k, true));
    fclose(out);
    logreg_split_free(s);
    return told;
}

static void lets_no_class_lack_rows_to_train_on(void)
{
    static const struct {
        const char *rows;
        double test_size;
        const char *want;
    } table[] = {
        {"y\na\na\na\nb\n", 0.25, "a 2+1, b 1+0"},
        {"y\na\na\na\nb\n", 0.5, "a 1+2, b 1+0"},
        {"y\na\na\na\nb\n", 0.75, "a 1+2, b 0+1"}, /* one row for two classes */
        {"y\na\na\na\na\na\na\nb\nc\nd\n", 5, "a 1+5, b 1+0, c 1+0, d 1+0"},
        {"y\na\na\na\nb\nb\nb\nc\nd\n", 4, "a 1+2, b 1+2, c 1+0, d 1+0"},
        {"y,x\n10,1\n9,1\n10,1\n9,1\n", 0.5, "9 1+1, 10 1+1"},
        {"y,x\nb,1\nNA,1\n b ,2\n,2\n?,3\n\"b\",3\n", 0.5, "b 2+1, NA 1+2"},
        {"y\na\n\na\n\n", 0.5, "a 1+1, NA 1+1"}, /* in one column a blank line misses a value */
        {"x,y\n1,a\n\n  \n2,a\n", 0.5, "a 1+1"},
        {"y\na\nb\n", 1e-20, "a 1+0, b 0+1"},
    };
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        char *got = counts(table[i].rows, table[i].test_size);
        CU_ASSERT_TRUE(same_text(got, table[i].want));
        free(got);
    }
}

static void rounds_the_size_of_the_test_part_up(void)
{
    static const struct {
        double test_size;
        size_t want;
    } table[] = {{0.07, 7}, {0.29, 29}, {0.101, 11}, {0.25, 25}, {1, 1}, {99, 99}, {0.991, 99}, {1e-30, 1}};
    char rows[512] = "x\n";
    for (int i = 0; i < 100; i++)
        strcat(rows, "1\n");
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        logreg_split *s = NULL;
        logreg_split_options o = {.test_size = table[i].test_size};
        logreg_error err;
        logreg_status status = split_bytes(&s, rows, strlen(rows), NULL, &o, &err);
        if (table[i].test_size == 0.991) { /* rounded up there is nothing left */
            CU_ASSERT_EQUAL(status, LOGREG_EDATA);
            CU_ASSERT_TRUE(
                same_text(err.message, "a test size of 0.991 of 100 rows leaves none to train on"));
            continue;
        }
        CU_ASSERT_EQUAL_FATAL(status, LOGREG_OK);
        CU_ASSERT_EQUAL(logreg_split_rows(s, true), table[i].want);
        CU_ASSERT_EQUAL(logreg_split_rows(s, false), 100 - table[i].want);
        CU_ASSERT_EQUAL(logreg_split_classes(s), 0);
        logreg_split_free(s);
    }
}

/* Writes both parts of 20 numbered rows and tells which are in the test part. */
static void test_rows(char *told, size_t size, uint64_t seed, const char *target)
{
    char rows[512] = "x,y\n";
    for (int i = 1; i <= 20; i++)
        sprintf(rows + strlen(rows), "%d,%c\n", i, i % 4 ? 'a' : 'b');
    logreg_split *s = NULL;
    logreg_split_options o = logreg_split_options_default();
    o.random_state = seed;
    o.target = target;
    CU_ASSERT_EQUAL_FATAL(split_bytes(&s, rows, strlen(rows), NULL, &o, NULL), LOGREG_OK);
    make_folder();
    CU_ASSERT_EQUAL(logreg_split_write(s, path_train, path_test, NULL), LOGREG_OK);
    text test = read_file(path_test);
    snprintf(told, size, "%s", test.bytes);
    free(test.bytes);
    remove_folder();
    logreg_split_free(s);
}

static void draws_the_same_rows_for_a_seed(void)
{
    char told[256];
    test_rows(told, sizeof told, 0, NULL);
    CU_ASSERT_TRUE(same_text(told, "x,y\n1,a\n3,a\n6,a\n11,a\n14,a\n"));
    test_rows(told, sizeof told, 0, "y");
    CU_ASSERT_TRUE(same_text(told, "x,y\n1,a\n3,a\n4,b\n6,a\n11,a\n"));
    test_rows(told, sizeof told, 1ull << 40, "y");
    CU_ASSERT_TRUE(same_text(told, "x,y\n2,a\n3,a\n9,a\n13,a\n16,b\n"));
}

/* Every row of a class is as likely as any other, and so is every pair. */
static void draws_rows_alike(void)
{
    enum { ROWS = 8, SEEDS = 4000 };
    static const char rows[] = "x,y\n0,a\n1,a\n2,a\n3,a\n4,a\n5,b\n6,b\n7,b\n"; /* to test on: 2 a, 2 b */
    double seen[ROWS][ROWS] = {{0}};
    for (uint64_t seed = 0; seed < SEEDS; seed++) {
        logreg_split *s = NULL;
        logreg_split_options o = {.target = "y", .test_size = 4, .random_state = seed};
        CU_ASSERT_EQUAL_FATAL(split_bytes(&s, rows, sizeof rows - 1, NULL, &o, NULL), LOGREG_OK);
        for (size_t i = 0; i < ROWS; i++)
            for (size_t j = 0; j < ROWS; j++)
                seen[i][j] += s->test[i] && s->test[j];
        logreg_split_free(s);
    }
    for (size_t i = 0; i < ROWS; i++)
        for (size_t j = 0; j < ROWS; j++) {
            bool a = i < 5, b = j < 5;
            double p = i == j ? a ? 2. / 5 : 2. / 3 : a != b ? 2. / 5 * 2 / 3 : a ? 1. / 10 : 1. / 3;
            CU_ASSERT_TRUE(near_abs(seen[i][j] / SEEDS, p, 5 * sqrt(p * (1 - p) / SEEDS)));
        }
}

/* ---- Bytes ---- */

/* A file in pieces, the head first; NULL closes them. */
typedef struct {
    const char *encoding, *utf16; /* name of the option; characters for iconv */
    const char *pieces[10];
    bool no_header;
} file_case;

static text piece_of(const file_case *f, size_t i)
{
    const char *from = f->pieces[i];
    text t = {calloc(1, 4 * strlen(from) + 1), strlen(from)};
    if (!f->utf16) {
        memcpy(t.bytes, from, t.n);
        return t;
    }
    iconv_t to = iconv_open(f->utf16, "UTF-8");
    char *in = (char *)from, *out = t.bytes;
    size_t left = t.n, room = 4 * t.n;
    CU_ASSERT_EQUAL(iconv(to, &in, &left, &out, &room), 0);
    iconv_close(to);
    t.n = (size_t)(out - t.bytes);
    return t;
}

static void append(text *all, text more)
{
    all->bytes = realloc(all->bytes, all->n + more.n + 1);
    memcpy(all->bytes + all->n, more.bytes, more.n);
    all->n += more.n;
}

/* How the bytes of a file come. */
typedef enum { PLAIN, GZIP, ZSTD, WAYS } way;

static text packed(text plain, way how)
{
    text t = {calloc(1, plain.n + 1024), plain.n + 1024};
    if (how == ZSTD) {
        t.n = ZSTD_compress(t.bytes, t.n, plain.bytes, plain.n, 3);
    } else {
        z_stream z = {.next_in = (unsigned char *)plain.bytes,
                      .avail_in = (unsigned)plain.n,
                      .next_out = (unsigned char *)t.bytes,
                      .avail_out = (unsigned)t.n};
        CU_ASSERT_EQUAL(deflateInit2(&z, 6, Z_DEFLATED, 16 + MAX_WBITS, 8, Z_DEFAULT_STRATEGY), Z_OK);
        CU_ASSERT_EQUAL(deflate(&z, Z_FINISH), Z_STREAM_END);
        t.n = z.total_out;
        deflateEnd(&z);
    }
    return t;
}

static bool same_bytes(const char *path, text want)
{
    text got = read_file(path);
    bool same = got.n == want.n && memcmp(got.bytes, want.bytes, got.n) == 0;
    if (!same)
        printf("# %s: got %zu bytes, want %zu\n", path, got.n, want.n);
    free(got.bytes);
    return same;
}

static void check_bytes(const file_case *f, way how)
{
    text all = {NULL, 0}, part[2] = {{NULL, 0}, {NULL, 0}};
    for (size_t i = 0; f->pieces[i]; i++) {
        text piece = piece_of(f, i);
        append(&all, piece);
        free(piece.bytes);
    }
    text bytes = how == PLAIN ? all : packed(all, how);
    logreg_csv_options csv = logreg_csv_options_default();
    csv.encoding = f->encoding;
    csv.header = !f->no_header;
    logreg_split_options o = {.test_size = 0.4, .random_state = 3};
    logreg_split *s = NULL;
    logreg_error err = {0};
    CU_ASSERT_EQUAL_FATAL(split_bytes(&s, bytes.bytes, bytes.n, &csv, &o, &err), LOGREG_OK);
    for (size_t i = 0; f->pieces[i]; i++) {
        text piece = piece_of(f, i);
        for (int test = 0; test < 2; test++)
            if (i == 0 || s->test[i - 1] == test)
                append(&part[test], piece);
        free(piece.bytes);
    }
    make_folder();
    CU_ASSERT_EQUAL(logreg_split_write(s, path_train, path_test, NULL), LOGREG_OK);
    CU_ASSERT_TRUE(same_bytes(path_train, part[0]));
    CU_ASSERT_TRUE(same_bytes(path_test, part[1]));
    remove_folder();
    logreg_split_free(s);
    if (how != PLAIN)
        free(bytes.bytes);
    free(all.bytes);
    free(part[0].bytes);
    free(part[1].bytes);
}

static void keeps_rows_as_they_are(void)
{
    static const file_case table[] = {
        {.pieces = {"a,\"b c\"\n", "1, 2 \n", "\"3\",\"x\n\"\"y\"\"\"\n", "\xc3\xa9,\t\n", "007,1e0\n",
                    "5,6"}},
        {.pieces = {"\xef\xbb\xbfsep=;\r\na;b\r\n", "1,5;2\r\n", "\"3\";\"x\r\ny\"\r\n", "4;\r\n", ";5\r\n"}},
        {.pieces = {"a|b\r", "1|2\r", "3|4\r", "5|6\r", "7|8\r"}},
        {.pieces = {"a\n", "1\n", "\n", "\"2\"\r\n", "\r\n", "3\r"}},
        {.pieces = {"", "1,2\n", "3,4\n", "5,6\n"}, .no_header = true},
        {.pieces = {"caf\xe9,b\n", "\xfc,\x80\n", "2,\xff\n", "3,\xa0\n"}, .encoding = "latin1"},
        {.pieces = {"caf\xe9,b\n", "\xfc,\x80\n", "2,\x9f\n", "3,\xa0\n", "\x8e\x99,4\n"},
         .encoding = "windows-1252"},
        {.pieces = {"\xef\xbb\xbfna\xc3\xafve,b\r\n", "\xf0\x9f\x8e\xb2,1\r\n", "\xe2\x82\xac,2\r\n",
                    "3,\xef\xbf\xbd\r\n"},
         .utf16 = "UTF-16LE"},
        {.pieces = {"\xef\xbb\xbfna\xc3\xafve,b\n", "\xf0\x9f\x8e\xb2,1\n", "\xe2\x82\xac,\"2\n2\"\n",
                    "3,\xef\xbf\xbd\n"},
         .utf16 = "UTF-16BE"},
        {.pieces = {"a,b\n", "1,2\n", "3,4\n"}, .utf16 = "UTF-16LE", .encoding = "utf-16"},
    };
    for (size_t i = 0; i < sizeof table / sizeof *table; i++)
        for (way how = PLAIN; how < WAYS; how++)
            check_bytes(&table[i], how);
}

/* ---- Errors ---- */

static void names_what_is_wrong(void)
{
    static const struct {
        const char *bytes, *want;
        logreg_split_options options;
        bool skip;
        logreg_status status;
    } table[] = {
        {"", "f.csv is empty", {.test_size = 1}, .status = LOGREG_EDATA},
        {"a,b\n",
         "f.csv has no rows of data; two parts need two at least",
         {.test_size = 1},
         .status = LOGREG_EDATA},
        {"a,b\n1,2\n",
         "f.csv has one row of data; two parts need two at least",
         {.test_size = 1},
         .status = LOGREG_EDATA},
        {"a,b\n1,2\n3\n5,6\n",
         "f.csv:3: this row has 1 field, the header has 2; if lines without a delimiter are no rows of data, "
         "take them out: sed '/,/!d' f.csv",
         {.test_size = 1},
         .status = LOGREG_EDATA},
        {"a,b\n1,2\n3,\"4\n5,6\n",
         "f.csv:3:2 'b': the quote that opens here is never closed; close it, or, if it encloses nothing, "
         "take it out: sed -E '3s/\"([^\"]*)$/\\1/' f.csv",
         {.test_size = 1},
         .status = LOGREG_EDATA},
        {"a,b\n1,2\n3,x\"4\n5,6\n",
         "f.csv:3:2 'b': a quote stands within a field; put the field in quotes and double the quotes in it, "
         "or, if quotes enclose no field here, take them out: sed 's/\"//g' f.csv",
         {.test_size = 1},
         .status = LOGREG_EDATA},
        {"a,\"b\n1,2\n",
         "f.csv:1:2: the quote that opens here is never closed; close it, or, if it encloses nothing, take "
         "it out: sed -E '1s/\"([^\"]*)$/\\1/' f.csv",
         {.test_size = 1},
         .skip = true,
         .status = LOGREG_EDATA},
        {"a,b\n1,2\n3,\xe9\n5,6\n",
         "f.csv:3:2 'b': the byte 0xe9 is not UTF-8; use --encoding windows-1252, which reads Latin-1 too, "
         "if that is what "
         "the "
         "file is",
         {.test_size = 1},
         .status = LOGREG_EDATA},
        {"a,b\n1,2\n3,4\n",
         "--target: f.csv has no column 'B'; did you mean 'b'?",
         {.test_size = 1, .target = "B"},
         .status = LOGREG_EDATA},
        {"a,b\n1,2\n3,4\n",
         "--target: f.csv has no column 'weight'; there are a, b",
         {.test_size = 1, .target = "weight"},
         .status = LOGREG_EDATA},
        {"a,b\n1,2\n3,4\n",
         "a test size of 2 of 2 rows leaves none to train on",
         {.test_size = 2},
         .status = LOGREG_EDATA},
        {"a,b\n1,2\n3,4\n",
         "the test size is 1.5; it is a share between 0 and 1, or a whole number of rows",
         {.test_size = 1.5},
         .status = LOGREG_EINVAL},
        {"a,b\n1,2\n3,4\n",
         "the test size is 0; it is a share between 0 and 1, or a whole number of rows",
         {.test_size = 0},
         .status = LOGREG_EINVAL},
        {"a,b\n1,2\n3,4\n",
         "the test size is nan; it is a share between 0 and 1, or a whole number of rows",
         {.test_size = NAN},
         .status = LOGREG_EINVAL},
        {"PK\x03\x04zzzzzzzz", NULL, {.test_size = 1}, .status = LOGREG_EDATA},
    };
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        logreg_split *s = NULL;
        logreg_error err = {0};
        logreg_csv_options csv = logreg_csv_options_default();
        csv.skip_bad_rows = table[i].skip;
        const char *bytes = table[i].bytes;
        logreg_status status =
            split_bytes(&s, *bytes ? bytes : "\n", *bytes ? strlen(bytes) : 1, &csv, &table[i].options, &err);
        CU_ASSERT_EQUAL(status, table[i].status);
        CU_ASSERT_TRUE(!table[i].want || same_text(err.message, table[i].want));
        CU_ASSERT_PTR_NULL(s);
    }
    CU_ASSERT_EQUAL(logreg_split_csv_stream(NULL, stdin, "x", NULL, NULL, NULL), LOGREG_EINVAL);
    logreg_split_free(NULL);
}

static void leaves_broken_rows_out_where_told(void)
{
    static const char bytes[] = "a,b\n1,2\n3\n5,6\n7,x\"8\n9,10\n";
    char *rejects = NULL;
    size_t n;
    logreg_csv_options csv = logreg_csv_options_default();
    csv.skip_bad_rows = true;
    csv.rejects = open_memstream(&rejects, &n);
    logreg_split *s = NULL;
    logreg_split_options o = {.test_size = 1};
    CU_ASSERT_EQUAL_FATAL(split_bytes(&s, bytes, sizeof bytes - 1, &csv, &o, NULL), LOGREG_OK);
    fclose(csv.rejects);
    const char *first;
    CU_ASSERT_EQUAL(logreg_split_rejected(s, &first), 2);
    CU_ASSERT_TRUE(same_text(first, "f.csv:3: this row has 1 field, the header has 2; if lines without a "
                                    "delimiter are no rows of data, take them out: sed '/,/!d' f.csv"));
    CU_ASSERT_EQUAL(logreg_split_rows(s, false), 2);
    CU_ASSERT_EQUAL(logreg_split_delimiter(s), ',');
    CU_ASSERT_TRUE(same_text(rejects, "a,b\n3\n7,x\"8\n"));
    logreg_split_free(s);
    free(rejects);
}

static bool fails_to_write(const logreg_split *s, const char *train, const char *test, logreg_status want,
                           const char *message)
{
    logreg_error err = {0};
    logreg_status status = logreg_split_write(s, train, test, &err);
    return status == want && (!message || same_text(err.message, message));
}

static void writes_both_parts_or_none(void)
{
    make_folder();
    char input[128], link_to[128], twin[160], message[256];
    snprintf(input, sizeof input, "%s/input", folder);
    snprintf(link_to, sizeof link_to, "%s/link", folder);
    snprintf(twin, sizeof twin, "%s/./train", folder);
    FILE *file = fopen(input, "w+");
    fputs("a\n1\n2\n3\n4\n", file);
    rewind(file);
    CU_ASSERT_EQUAL(symlink("input", link_to), 0);
    logreg_split *s = NULL;
    CU_ASSERT_EQUAL_FATAL(logreg_split_csv_stream(&s, file, input, NULL, NULL, NULL), LOGREG_OK);
    fclose(file);
    snprintf(message, sizeof message, "'%s' is the file that was read; name another to write to", input);
    CU_ASSERT_TRUE(fails_to_write(s, input, path_test, LOGREG_EINVAL, message));
    CU_ASSERT_TRUE(fails_to_write(s, path_train, link_to, LOGREG_EINVAL, NULL));
    CU_ASSERT_TRUE(fails_to_write(s, path_train, twin, LOGREG_EINVAL, NULL)); /* neither is there yet */
    CU_ASSERT_TRUE(fails_to_write(s, path_train, "/nowhere/test", LOGREG_EIO,
                                  "cannot write '/nowhere/test': No such file or directory"));
    CU_ASSERT_TRUE(fails_to_write(s, path_train, folder, LOGREG_EIO, NULL));
    CU_ASSERT_TRUE(fails_to_write(s, "/dev/full", path_test, LOGREG_EIO,
                                  "cannot write '/dev/full': it is no regular file"));
    CU_ASSERT_NOT_EQUAL(access(path_train, F_OK), 0);
    CU_ASSERT_NOT_EQUAL(access(path_test, F_OK), 0);
    CU_ASSERT_EQUAL(logreg_split_write(s, path_train, path_test, NULL), LOGREG_OK);
    CU_ASSERT_TRUE(fails_to_write(s, path_train, twin, LOGREG_EINVAL, NULL)); /* now both are */
    text before = read_file(path_train);
    CU_ASSERT_TRUE(fails_to_write(s, path_train, "/nowhere/test", LOGREG_EIO, NULL));
    CU_ASSERT_TRUE(same_bytes(path_train, before));
    free(before.bytes);
    logreg_split_free(s);
    unlink(input);
    unlink(link_to);
    remove_folder();
}

static bool split_and_write(void *context)
{
    static const char bytes[] = "a,b\n1,x\n3\n5,y\n7,x\n9,\n";
    (void)context;
    logreg_csv_options csv = logreg_csv_options_default();
    csv.skip_bad_rows = true;
    logreg_split *s = NULL;
    logreg_split_options o = {.target = "b", .test_size = 0.5};
    logreg_status status = split_bytes(&s, bytes, sizeof bytes - 1, &csv, &o, NULL);
    if (status == LOGREG_OK)
        status = logreg_split_write(s, path_train, path_test, NULL);
    logreg_split_free(s);
    return status == LOGREG_OK || status == LOGREG_ENOMEM;
}

static logreg_status split_sparse(logreg_split **split, const char *bytes, const char *target,
                                  logreg_error *err)
{
    FILE *stream = fmemopen((void *)bytes, strlen(bytes), "rb");
    logreg_split_options o = {.target = target, .test_size = 0.5};
    logreg_status status = logreg_split_svmlight_stream(split, stream, "f.svm", NULL, &o, err);
    fclose(stream);
    return status;
}

/* The same rows as of a CSV file of the labels, line by line. */
static void parts_sparse_rows(void)
{
    static const char lines[] = "+1 1:1\n# no row\n-1\n\n1 2:3\n-1 2:1\r\n1.0 7:1 # the last\n-1 3:1",
                      labels[] = "y\n1\n-1\n1\n-1\n1\n-1\n";
    logreg_split *s = NULL, *dense = NULL;
    logreg_split_options o = {.target = "y", .test_size = 0.5};
    logreg_error err;
    CU_ASSERT_EQUAL_FATAL(split_sparse(&s, lines, "y", NULL), LOGREG_OK);
    CU_ASSERT_EQUAL_FATAL(split_bytes(&dense, labels, strlen(labels), NULL, &o, NULL), LOGREG_OK);
    CU_ASSERT_EQUAL_FATAL(s->n, dense->n);
    CU_ASSERT_EQUAL(memcmp(s->test, dense->test, s->n * sizeof *s->test), 0);
    CU_ASSERT_EQUAL(logreg_split_classes(s), 2);
    CU_ASSERT_STRING_EQUAL(logreg_split_class(s, 0), "-1");
    static const char kept[] = "+1 1:1\n-1\n1 2:3\n-1 2:1\r\n1.0 7:1 # the last\n-1 3:1";
    CU_ASSERT_EQUAL(s->used, strlen(kept));
    CU_ASSERT_EQUAL(memcmp(s->text, kept, s->used), 0);
    logreg_split_free(s);
    logreg_split_free(dense);
    s = NULL;
    CU_ASSERT_EQUAL(split_sparse(&s, "1 2:1\n0 x\n", NULL, &err), LOGREG_EDATA);
    CU_ASSERT_STRING_EQUAL(err.message, "f.svm:2:3: 'x' lacks a colon; numbers are written INDEX:VALUE");
    CU_ASSERT_EQUAL(split_sparse(&s, "1 2:1\n", NULL, &err), LOGREG_EDATA);
    CU_ASSERT_STRING_EQUAL(err.message, "f.svm has one row; two parts need two at least");
    CU_ASSERT_EQUAL(split_sparse(&s, "1 2:1\n0 1:1\n", "z", &err), LOGREG_EDATA);
    CU_ASSERT_PTR_NOT_NULL(strstr(err.message, "none by 'z'"));
    CU_ASSERT_EQUAL(logreg_split_svmlight_stream(&s, NULL, "f.svm", NULL, NULL, NULL), LOGREG_EINVAL);
    CU_ASSERT_PTR_NULL(s);
}

static bool split_sparse_rows(void *context)
{
    (void)context;
    logreg_split *s = NULL;
    logreg_status status = split_sparse(&s, "1 1:1\n0 2:1\n1\n0 1:3", "y", NULL);
    bool sound = status == LOGREG_OK ? s != NULL : status == LOGREG_ENOMEM && !s;
    logreg_split_free(s);
    return sound;
}

static void survives_a_lack_of_memory(void)
{
    make_folder();
    CU_ASSERT_TRUE(oom_each(split_and_write, NULL));
    CU_ASSERT_TRUE(oom_each(split_sparse_rows, NULL));
    remove_folder();
}

const test_case tests[] = {
    {"gives classes the rows that scikit-learn gives", gives_classes_the_rows_that_scikit_learn_gives},
    {"lets no class lack rows to train on", lets_no_class_lack_rows_to_train_on},
    {"rounds the size of the test part up", rounds_the_size_of_the_test_part_up},
    {"draws the same rows for a seed", draws_the_same_rows_for_a_seed},
    {"draws rows alike", draws_rows_alike},
    {"keeps rows as they are", keeps_rows_as_they_are},
    {"names what is wrong", names_what_is_wrong},
    {"leaves broken rows out where told", leaves_broken_rows_out_where_told},
    {"writes both parts or none", writes_both_parts_or_none},
    {"parts sparse rows", parts_sparse_rows},
    {"survives a lack of memory", survives_a_lack_of_memory},
    {NULL, NULL},
};
