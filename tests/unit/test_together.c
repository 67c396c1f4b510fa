/* Commands that change cells of one file, made one. */
#include "harness.h"

#include <stdlib.h>
#include <string.h>

#include "csv/mending/together.h"
#include "oom.h"

#define SPLIT "perl -lne '@F = /(?:^|,)((?:\"[^\"]*\"|[^,])*)/g; "
#define ROWS "if ($. > 1) { "
#define PRINT "print join \",\", @F' a.csv"
#define ONE SPLIT ROWS "s/a/b/ for $F[1] } " PRINT

/* Whether n commands come to be this one; NULL: none. */
static bool gives(const char *expected, const char *const *command, size_t n)
{
    char *joined = NULL;
    bool ok = logreg__commands_join(&joined, command, n);
    bool same = expected ? joined && strcmp(joined, expected) == 0 : !joined;
    if (!same)
        printf("# %s\n", joined ? joined : "none");
    free(joined);
    return ok && same;
}

#define GIVES(expected, ...)                                                                                 \
    gives(expected, (const char *const[]){__VA_ARGS__},                                                      \
          sizeof(const char *const[]){__VA_ARGS__} / sizeof(const char *))

static void joins_what_is_done(void)
{
    CU_ASSERT_TRUE(GIVES(SPLIT ROWS "s/a/b/ for $F[1]; s/c/d/ for $F[2] } " PRINT, ONE,
                         SPLIT ROWS "s/c/d/ for $F[2] } " PRINT));
    CU_ASSERT_TRUE(GIVES(SPLIT "if ($. > 1 && @F > 3) { fill } " ROWS "s/a/b/ for $F[1] } " PRINT,
                         SPLIT "if ($. > 1 && @F > 3) { fill } " PRINT, ONE));
    CU_ASSERT_TRUE(GIVES(SPLIT ROWS "part } elsif ($. == 1) { name } " ROWS "s/a/b/ for $F[1] } " PRINT,
                         SPLIT ROWS "part } elsif ($. == 1) { name } " PRINT, ONE));
    CU_ASSERT_TRUE(GIVES(SPLIT "$F[0] = \"a\" if $. == 1; " ROWS "part } " ROWS "s/a/b/ for $F[1] } " PRINT,
                         SPLIT "$F[0] = \"a\" if $. == 1; " ROWS "part } " PRINT, ONE));
    CU_ASSERT_TRUE(GIVES(SPLIT "s/a/b/ for $F[1]; s/c/d/ for $F[2]; " PRINT, SPLIT "s/a/b/ for $F[1]; " PRINT,
                         SPLIT "s/c/d/ for $F[2]; " PRINT));
}

/* What one does already is not done again, whichever comes first. */
static void does_nothing_twice(void)
{
    const char *both = SPLIT ROWS "s/a/b/ for $F[1]; x } " PRINT;
    CU_ASSERT_TRUE(GIVES(NULL, ONE, both));
    CU_ASSERT_TRUE(GIVES(NULL, both, ONE));
    CU_ASSERT_TRUE(GIVES(NULL, ONE, ONE));
    CU_ASSERT_TRUE(
        GIVES(SPLIT ROWS "s/a/b/ for $F[1]; x; y } " PRINT, ONE, both, SPLIT ROWS "y } " PRINT, ONE));
}

static void leaves_others_alone(void)
{
    static char more[9000];
    memset(more, 'x', sizeof more - 1);
    char longest[sizeof more + 200];
    snprintf(longest, sizeof longest, "%s%s%s } %s", SPLIT, ROWS, more, PRINT);
    CU_ASSERT_TRUE(gives(NULL, NULL, 0));
    CU_ASSERT_TRUE(GIVES(NULL, ONE));
    CU_ASSERT_TRUE(GIVES(NULL, ONE, "iconv -f utf-8 -t latin1 a.csv"));
    CU_ASSERT_TRUE(GIVES(NULL, ONE, "sed 1d a.csv | " SPLIT ROWS "y } print join \",\", @F'"));
    CU_ASSERT_TRUE(GIVES(NULL, ONE, SPLIT ROWS "y } print join \",\", @F' b.csv"));
    CU_ASSERT_TRUE(
        GIVES(NULL, ONE, "perl -Mutf8 -CSD -lne '@F = /(?:^|,)((?:\"[^\"]*\"|[^,])*)/g; y " PRINT));
    CU_ASSERT_TRUE(GIVES(NULL, ONE, longest));
}

static bool join_two(void *context)
{
    (void)context;
    char *joined = NULL;
    bool ok = logreg__commands_join(&joined, (const char *const[]){ONE, SPLIT ROWS "y } " PRINT}, 2);
    bool sound = ok == (joined != NULL);
    free(joined);
    return sound;
}

static void survives_without_memory(void)
{
    CU_ASSERT_TRUE(oom_each(join_two, NULL));
}

const test_case tests[] = {
    {"joins what is done", joins_what_is_done},
    {"does nothing twice", does_nothing_twice},
    {"leaves others alone", leaves_others_alone},
    {"survives without memory", survives_without_memory},
    {NULL, NULL},
};
