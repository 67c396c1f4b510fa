/* Small files that unpack to very large ones. */
#include "harness.h"

#include <stdlib.h>
#include <string.h>

#include "csv_files.h"
#include "packers.h"

static const variant plain;

static bool refuses(packer *pack, const char *text, size_t n, const char *want)
{
    size_t packed;
    logreg_status status;
    char *bytes = pack(text, n, &packed), *got = read_bytes(bytes, packed, &plain, &status);
    bool ok = same_text(got, want);
    free(got);
    free(bytes);
    return ok;
}

/* The limits of a field and of a row know nothing of how bytes were packed. */
static void refuses_long_fields_and_rows(void)
{
    size_t n = 17 << 20, few = 5 << 20;
    char *text = malloc(n);
    memset(text, 'x', n);
    CU_ASSERT_TRUE(
        refuses(packers[0], text, n,
                "f.csv:1:1: the field that begins here is longer than 16 MiB; is a closing quote missing?"));
    memset(text, ',', few);
    CU_ASSERT_TRUE(
        refuses(packers[1], text, few,
                "f.csv:1: this row is longer than 4 million fields or 256 MiB; is this a CSV file?"));
    free(text);
}

/* Each packing counts its own bytes. */
static void refuses_bombs(void)
{
    size_t n = 65 << 20, line = 1 << 20;
    char *text = malloc(n);
    memset(text, 'x', n);
    for (size_t i = line; i <= n; i += line)
        text[i - 1] = '\n';
    for (size_t i = 0; i < 2; i++)
        CU_ASSERT_TRUE(
            refuses(packers[i], text, n,
                    "f.csv cannot be read to its end: it unpacks to more than 500 times its size; if "
                    "it is to be trusted, unpack it first"));
    free(text);
}

const test_case tests[] = {
    {"refuses long fields and rows", refuses_long_fields_and_rows},
    {"refuses bombs", refuses_bombs},
    {NULL, NULL},
};
