/* Small files that unpack to very large ones. */
#include "harness.h"

#include <stdlib.h>
#include <string.h>

#include "csv_files.h"
#include "packers.h"

static const variant plain;

static void refuses_bombs(void)
{
    enum { MANY = 65 << 20 };
    char *text = malloc(MANY);
    static const struct {
        char fill;
        size_t n;
        const char *want;
    } table[] = {
        {'x', 17 << 20,
         "f.csv:1:1: the field that begins here is longer than 16 MiB; is a closing quote missing?"},
        {',', 5 << 20, "f.csv:1: this row is longer than 4 million fields or 256 MiB; is this a CSV file?"},
        {'\n', MANY,
         "f.csv cannot be read to its end: it unpacks to more than 500 times its size; if it is to be "
         "trusted, unpack it first"},
    };
    for (size_t k = 0; k < 3; k++)
        for (size_t i = 0; i < 2; i++) {
            size_t packed;
            logreg_status status;
            memset(text, table[k].fill, table[k].n);
            char *bytes = packers[i](text, table[k].n, &packed);
            char *got = read_bytes(bytes, packed, &plain, &status);
            CU_ASSERT_TRUE(same_text(got, table[k].want));
            free(got);
            free(bytes);
        }
    free(text);
}

const test_case tests[] = {
    {"refuses bombs", refuses_bombs},
    {NULL, NULL},
};
