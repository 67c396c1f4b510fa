/* Rows that are broken and left out: what is read, what is told, and what is kept for mending. */
#include "harness.h"

#include <stdlib.h>
#include <string.h>

#include "csv_files.h"

typedef struct {
    const char *file;    /* as read */
    const char *frame;   /* what is read of it */
    const char *rejects; /* what is written of it */
    const char *first;   /* the sentence on the first row left out; NULL: none is */
} reject_case;

/* Reads a file, step bytes at a time, leaving out broken rows. For the caller to free: what it gave and its rejects. */
static char *read_rejecting(const char *bytes, size_t n, size_t step, char **rejects, char **first,
                            size_t *count)
{
    logreg_csv_options o = logreg_csv_options_default();
    size_t size;
    FILE *kept = open_memstream(rejects, &size);
    o.skip_bad_rows = true;
    o.rejects = kept;
    trickle t = {bytes, n, 0, step, SIZE_MAX};
    FILE *stream = fopencookie(&t, "rb", (cookie_io_functions_t){.read = trickle_read});
    setvbuf(stream, NULL, _IONBF, 0);
    logreg_frame *f = NULL;
    logreg_error err = {0};
    logreg_status status = logreg_frame_read_csv_stream(&f, stream, "f.csv", &o, &err);
    const char *sentence = NULL;
    *count = status == LOGREG_OK ? logreg_frame_rejected(f, &sentence) : 0;
    *first = sentence ? strdup(sentence) : NULL;
    fclose(stream);
    fclose(kept);
    return outcome(status, f, &err);
}

static void leaves_broken_rows_out(void)
{
    static const reject_case table[] = {
        {"a,b\n1,2\n3,4\n", "a# 1 3; b# 2 4", "a,b\n", NULL},
        {"a,b\n1,2\n3\n4,5,6\n7,8\n", "a# 1 7; b# 2 8", "a,b\n3\n4,5,6\n",
         "f.csv:3: this row has 1 field, the header has 2; if lines without a delimiter are no rows of data, "
         "take them out: sed '/,/!d' f.csv"},
        {"a,b\r\n1,2\r\n3\r\n7,8", "a# 1 7; b# 2 8", "a,b\r\n3\r\n",
         "f.csv:3: this row has 1 field, the header has 2; if lines without a delimiter are no rows of data, "
         "take them out: sed '/,/!d' f.csv"},
        {"a,b\r1,2\r3\r7,8\r", "a# 1 7; b# 2 8", "a,b\r3\r",
         "f.csv:3: this row has 1 field, the header has 2; if lines without a delimiter are no rows of data, "
         "take them out: tr '\\r' '\\n' < f.csv | sed '/,/!d'"},
        {"a,b\n1,2\n3,4,5", "a# 1; b# 2", "a,b\n3,4,5\n", "f.csv:3: this row has 3 fields, the header has 2"},
        /* a quote in the middle; text behind a quote; a quote that swallows good rows and never closes */
        {"a,b\n1,x\n2,y\"z\n3,w\n", "a# 1 3; b: [x] [w]", "a,b\n2,y\"z\n",
         "f.csv:3:2 'b': a quote stands within a field; put the field in quotes and double the quotes in it, "
         "or, if quotes enclose no field here, take them out: sed 's/\"//g' f.csv"},
        {"a,b\n1,x\n2,\"y\"z\n3,w\n", "a# 1 3; b: [x] [w]", "a,b\n2,\"y\"z\n",
         "f.csv:3:2 'b': text follows the quote that closes a field; take out "
         "quotes that enclose a part of it or stand twice about it, double those within it: perl -pe "
         "'s/^\"(?!\")|\"(?=\\r?$)// if tr/\"// % 2 && /(^|,)\"\"[^,\"]/; "
         "s{(?:^|,)\\K(?:(\"(?:[^\"]|\"\")*\")|\"+((?:[^\"]|(?<!,)\"(?!\"*(?:,(?! )|\\r?$)))+)\"+|"
         "([^,\"\\r\\n]*\"[^,\\r\\n]*))(?=,|\\r?$)}"
         "{$1 || q(\") . (($2 // $3 =~ s/^\"([^\"]*)\"/$1/r) =~ s/\"+/\"\"/gr) . q(\")}ge' f.csv"},
        {"a,b\n1,x\n2,\"y\n3,w\n4,v\n", "a# 1 3 4; b: [x] [w] [v]", "a,b\n2,\"y\n",
         "f.csv:3:2 'b': the quote that opens here is never closed; close it, or, if it encloses nothing, "
         "take it out: sed -E '3s/\"([^\"]*)$/\\1/' f.csv"},
        {"a,b\n1,x\n2,\"y\n3,w\n4,\"v\"\n", "a# 1 3 4; b: [x] [w] [v]", "a,b\n2,\"y\n",
         "f.csv:3:2 'b': the quote that opens here is never closed; close it, or, if it encloses nothing, "
         "take it out: sed -E '3s/\"([^\"]*)$/\\1/' f.csv"},
        /* rows of several lines, whole and broken */
        {"a,b\n1,\"x\ny\"\n\"2\n2\",\"z\n\",4\n5,\"u\nv\"\n", "a# 1 5; b: [x\ny] [u\nv]",
         "a,b\n\"2\n2\",\"z\n\",4\n", "f.csv:4: this row has 3 fields, the header has 2"},
        {"\"a\",\"b \"\"q\"\"\"\n1,2\n3\n", "a# 1; b \"q\"# 2", "\"a\",\"b \"\"q\"\"\"\n3\n",
         "f.csv:3: this row has 1 field, the header has 2; if lines without a delimiter are no rows of data, "
         "take them out: sed -E '/^([^\",]|\"[^\"]*\")*$/d' f.csv"},
        {"a,b\n\n1,2\n\n3\n\n", "a# 1; b# 2", "a,b\n3\n",
         "f.csv:5: this row has 1 field, the header has 2; if the table ends above it, take out the rest: "
         "head -n 4 f.csv"},
        {"a,b\n1\n2\n",
         "f.csv: every row of data is broken; the first: f.csv:2: this row has 1 field, the header has 2",
         "a,b\n1\n2\n", NULL},
        {"a,\"b\n1,2\n",
         "f.csv:1:2: the quote that opens here is never closed; close it, or, if it encloses nothing, take "
         "it out: sed -E '1s/\"([^\"]*)$/\\1/' f.csv",
         "", NULL},
        {"a,b\"\n1,2\n",
         "f.csv:1:2: a quote stands within a field; put the field in quotes and double the quotes in it, or, "
         "if quotes enclose no field here, take them out: sed 's/\"//g' f.csv",
         "", NULL},
    };
    for (size_t i = 0; i < sizeof table / sizeof *table; i++)
        for (size_t step = 1; step < 200; step += 70 / fewer(10, 5)) {
            char *rejects, *first;
            size_t count;
            char *got = read_rejecting(table[i].file, strlen(table[i].file), step, &rejects, &first, &count);
            bool ok = same_text(got, table[i].frame) && same_text(rejects, table[i].rejects) &&
                      same_text(first, table[i].first) && ((count > 0) == (table[i].first != NULL));
            if (!ok) {
                printf("# in case %zu\n", i);
                CU_FAIL("see above");
                step = 200;
            }
            free(got);
            free(rejects);
            free(first);
        }
}

/* Rejects that are mended and added to the rows read are the whole table. */
static void rejects_round_trip(void)
{
    size_t n, count;
    FILE *out = begin_text();
    fputs("id,text\r\n", out);
    for (int i = 0; i < 20000; i++)
        fprintf(out, i % 1000 == 500 ? "%d,\"t\r\n%d\",;\r\n" : "%d,\"t\r\n%d\"\r\n", i, i % 7);
    char *text = end_text(out, &n), *rejects, *first;
    char *got = read_rejecting(text, n, 1 << 16, &rejects, &first, &count);
    CU_ASSERT_EQUAL(count, 20);
    for (char *bad; (bad = strstr(rejects, ",;"));) /* mends them */
        memmove(bad, bad + 2, strlen(bad + 2) + 1);
    static const variant plain;
    logreg_status status;
    char *mended = read_bytes(rejects, strlen(rejects), &plain, &status);
    CU_ASSERT_EQUAL(status, LOGREG_OK);
    CU_ASSERT_EQUAL(strncmp(mended, "id# 500 1500 2500 3500", 22), 0);
    CU_ASSERT_PTR_NOT_NULL(strstr(mended, " 19500; text: [t\r\n3] [t\r\n2]"));
    free(mended);
    free(got);
    free(rejects);
    free(first);
    free(text);
}

/* A column that turns out to be text is read twice, and its rejects written once. */
static void writes_rejects_once(void)
{
    size_t n, size;
    FILE *out = begin_text();
    fputs("n,t\n", out);
    for (int i = 0; i < 1500; i++)
        fprintf(out, "%d,%d\n", i, i);
    fputs("bad\n", out);
    for (int i = 0; i < 1500; i++)
        fprintf(out, "%d,k%d\n", i, i);
    char *text = end_text(out, &n), *rejects;
    FILE *stream = fmemopen(text, n, "rb"), *kept = open_memstream(&rejects, &size);
    logreg_csv_options o = logreg_csv_options_default();
    o.skip_bad_rows = true;
    o.rejects = kept;
    logreg_frame *f = NULL;
    CU_ASSERT_EQUAL_FATAL(logreg_frame_read_csv_stream(&f, stream, "f.csv", &o, NULL), LOGREG_OK);
    fclose(kept);
    CU_ASSERT_EQUAL(logreg_frame_rows(f), 3000);
    CU_ASSERT_EQUAL(logreg_frame_rejected(f, NULL), 1);
    CU_ASSERT_TRUE(same_text(rejects, "n,t\nbad\n"));
    logreg_frame_free(f);
    fclose(stream);
    free(rejects);
    free(text);
}

static void limits_what_a_broken_row_costs(void)
{
    size_t n = fewer(40, 2) << 20, count;
    char *text = malloc(n), *rejects, *first;
    memset(text, 'x', n);
    memcpy(text, "a,b\n1,\"y\n", 9);
    for (size_t i = 100; i < n; i += 100)
        text[i] = '\n';
    memcpy(text + n - 9, "\n2,z\n3,w\n", 9);
    char *got = read_rejecting(text, n, 1 << 16, &rejects, &first, &count);
    CU_ASSERT_TRUE(same_text(got, "a# 2 3; b: [z] [w]"));
    CU_ASSERT_TRUE(same_text(first,
                             "f.csv:2:2 'b': the field that begins here is longer than 16 MiB; is a closing "
                             "quote missing?"));
    free(got);
    free(rejects);
    free(first);
    free(text);
}

static void tells_that_rejects_cannot_be_written(void)
{
    static char text[] = "a,b\n1,2\n3\n";
    FILE *stream = fmemopen(text, sizeof text - 1, "rb"), *full = fopen("/dev/full", "w");
    setvbuf(full, NULL, _IONBF, 0);
    logreg_csv_options o = logreg_csv_options_default();
    logreg_error err;
    logreg_frame *f = NULL;
    o.rejects = full;
    CU_ASSERT_EQUAL(logreg_frame_read_csv_stream(&f, stream, "f.csv", &o, &err), LOGREG_EINVAL);
    CU_ASSERT_TRUE(same_text(err.message, "rejects needs skip_bad_rows: no row is rejected without it"));
    o.skip_bad_rows = true;
    CU_ASSERT_EQUAL(logreg_frame_read_csv_stream(&f, stream, "f.csv", &o, &err), LOGREG_EIO);
    CU_ASSERT_TRUE(same_text(err.message, "the rejected rows of f.csv cannot be written"));
    CU_ASSERT_PTR_NULL(f);
    fclose(stream);
    fclose(full);
}

static void survives_any_failing_allocation(void)
{
    static const file_case c =
        GIVES("a,b\n1,x\n2,\"y\n3\n4,\"z\"z\n5,w\n", "a# 1 5; b: [x] [w]", .skip = true);
    CU_ASSERT_TRUE(reads_or_runs_out(&c, false));
}

const test_case tests[] = {
    {"leaves broken rows out", leaves_broken_rows_out},
    {"rejects round-trip", rejects_round_trip},
    {"writes rejects once", writes_rejects_once},
    {"limits what a broken row costs", limits_what_a_broken_row_costs},
    {"tells that rejects cannot be written", tells_that_rejects_cannot_be_written},
    {"survives any failing allocation", survives_any_failing_allocation},
    {NULL, NULL},
};
