/* Compressed files: what they hold, and files that are damaged or break off. */
#include "harness.h"

#include <stdlib.h>
#include <string.h>

#include "csv_files.h"
#include "packers.h"

static const variant plain;

static char *numbers(size_t rows, size_t *n)
{
    FILE *out = begin_text();
    fputs("x,y\n", out);
    for (size_t i = 0; i < rows; i++)
        fprintf(out, "%zu,%zu\n", i, i * i % 9973);
    return end_text(out, n);
}

static void reads_compressed_files(void)
{
    size_t n, packed;
    logreg_status status;
    char *text = numbers(60000, &n), *want = read_bytes(text, n, &plain, &status);
    for (size_t i = 0; i < 2; i++) {
        char *bytes = packers[i](text, n, &packed);
        for (size_t step = 1000; step <= 100000; step *= 10) { /* a pipe, which cannot go back */
            char *got = read_trickle(bytes, packed, step, SIZE_MAX, &plain, &status);
            CU_ASSERT_EQUAL(status, LOGREG_OK);
            CU_ASSERT_TRUE(strcmp(got, want) == 0);
            free(got);
        }
        free(bytes);
    }
    free(want);
    free(text);
}

/* Frames that are to be skipped come first in files of pzstd, and may stand between others. */
static void skips_frames(void)
{
    size_t n;
    char *packed = packers[1]("a,b\n1,x\n", 8, &n), *text = malloc(2 * n + 100);
    for (int magic = 0x4f; magic <= 0x60; magic++) {
        size_t used = 0;
        const char frame[] = {(char)magic, 0x2a, 0x4d, 0x18, 4, 0, 0, 0, 'a', ',', '"', 0};
        for (int i = 0; i < 2; i++) { /* in front and behind */
            memcpy(text + used, frame, sizeof frame);
            used += sizeof frame;
            memcpy(text + used, packed, i ? 0 : n);
            used += i ? 0 : n;
        }
        logreg_status status;
        char *got = read_trickle(text, used, 5, SIZE_MAX, &plain, &status);
        CU_ASSERT_EQUAL(status == LOGREG_OK, magic >= 0x50 && magic <= 0x5f);
        if (status == LOGREG_OK)
            CU_ASSERT_TRUE(same_text(got, "a# 1; b: [x]"));
        free(got);
    }
    free(text);
    free(packed);
}

/* One member after the other, as cat makes them; gzip pads with zeros. */
static void reads_members_in_a_row(void)
{
    for (size_t i = 0; i < 2; i++) {
        size_t n1, n2;
        char *one = packers[i]("a,b\n1,", 6, &n1), *two = packers[i]("x\n2,y\n", 6, &n2);
        char *both = calloc(n1 + n2 + 100, 1);
        memcpy(both, one, n1);
        memcpy(both + n1, two, n2);
        logreg_status status;
        char *got = read_bytes(both, n1 + n2 + (i ? 0 : 100), &plain, &status);
        CU_ASSERT_TRUE(same_text(got, "a# 1 2; b: [x] [y]"));
        free(got);
        memcpy(both + n1 + n2, "trailing", 8);
        got = read_bytes(both, n1 + n2 + 8, &plain, &status);
        CU_ASSERT_EQUAL(status, LOGREG_EIO);
        CU_ASSERT_TRUE(
            same_text(got, i ? "f.csv cannot be read: its compressed data are damaged; copy it again"
                             : "f.csv cannot be read: other bytes stand behind the end of its "
                               "compressed data; if the table is whole without them, unpack it first "
                               "with gzip -dc, which leaves them out"));
        free(got);
        free(both);
        free(one);
        free(two);
    }
}

/* Cut after any byte, and with any one byte changed: an error each time, or the same table (bytes that carry nothing,
 * such as gzip's time stamp). */
static void survives_damage(void)
{
    static const char text[] = "x,y\n1,a\n2,b\n3,a\n4,b\n5,a\n";
    static const char want[] = "x# 1 2 3 4 5; y: [a] [b] [a] [b] [a]";
    for (size_t i = 0; i < 2; i++) {
        size_t n, wrong = 0;
        char *bytes = packers[i](text, sizeof text - 1, &n);
        for (size_t cut = i ? 4 : 2; cut < n; cut++) {
            logreg_status status;
            char *got = read_bytes(bytes, cut, &plain, &status);
            wrong += status != LOGREG_EIO ||
                     strcmp(got, "f.csv cannot be read: it breaks off in the middle; copy it again") != 0;
            free(got);
        }
        for (size_t at = 0; at < n; at++) {
            logreg_status status;
            bytes[at] ^= 0x20;
            char *got = read_bytes(bytes, n, &plain, &status);
            bytes[at] ^= 0x20;
            wrong += status == LOGREG_OK && i == 0 && strcmp(got, want) != 0;
            free(got);
        }
        CU_ASSERT_EQUAL(wrong, 0);
        free(bytes);
    }
}

static void names_a_break_far_into_the_file(void)
{
    for (size_t i = 0; i < 2; i++) {
        size_t n, packed;
        logreg_status status;
        char *text = numbers(60000, &n), *bytes = packers[i](text, n, &packed);
        char *got = read_bytes(bytes, packed - 10, &plain, &status);
        CU_ASSERT_EQUAL(status, LOGREG_EIO);
        CU_ASSERT_TRUE(
            same_text(got, "f.csv cannot be read to its end: it breaks off in the middle; copy it again"));
        free(got);
        free(bytes);
        free(text);
    }
}

static void looks_into_compressed_files(void)
{
    static const char *const inner[][2] = {
        {"X\n\0\0\0\3\0\4",
         "f.csv is an R object (rds), not a CSV file; write it with write.csv(readRDS(..)) first"},
        {"\x1f\x8b\x08\x00\x00\x00\x00\x00",
         "f.csv is compressed twice (gzip), not a CSV file; unpack it once with gunzip first"},
        {"\xef\xbb\xbf"
         "a\n1\n",
         "a# 1"},
    };
    for (size_t k = 0; k < 3; k++) {
        size_t packed;
        logreg_status status;
        char *bytes = gzip_bytes(inner[k][0], k == 2 ? 7 : 8, &packed);
        char *got = read_bytes(bytes, packed, &plain, &status);
        CU_ASSERT_TRUE(same_text(got, inner[k][1]));
        free(got);
        free(bytes);
    }
}
const test_case tests[] = {
    {"reads compressed files", reads_compressed_files},
    {"reads members in a row", reads_members_in_a_row},
    {"skips frames", skips_frames},
    {"survives damage", survives_damage},
    {"names a break far into the file", names_a_break_far_into_the_file},
    {"looks into compressed files", looks_into_compressed_files},
    {NULL, NULL},
};
