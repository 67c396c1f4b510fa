/* Consecutive rows that stand again further down, without an ID that would tell. */
#include "harness.h"
#include "oom.h"

#include <stdio.h>

#include "data/twice.h"

enum { MOST = 120 };

/* Which row's values row i has: the last `rows` repeat those before them. */
static size_t source_of(size_t i, size_t n, size_t rows)
{
    return i + rows >= n ? i - rows : i;
}

static double age(size_t i)
{
    return (double)(20 + i * 7 % 50);
}

static double mass(size_t i)
{
    return (double)(150 + i * i * 37 % 110) / 10;
}

static double outcome(size_t i)
{
    return (double)((i * 31 % 17 + i % 5) % 3 == 0);
}

static double time_in_block(size_t i)
{
    return (double)(i % 40);
}

static double dose(size_t i)
{
    return (double)(1 + i * 5 % 6);
}

static double none(size_t i)
{
    (void)i;
    return 0;
}

static const struct {
    double (*x[3])(size_t);
    size_t n, rows, want, back;
} tables[] = {
    {{age, mass, outcome}, 102, 12, 12, 12},     {{age, mass, outcome}, 102, 5, 5, 5},
    {{age, mass, outcome}, 102, 0, 0, 0},        {{age, mass, outcome}, 102, 4, 0, 0}, /* of too few */
    {{dose, outcome, none}, 102, 12, 0, 0},      /* a design, whose rows are few */
    {{time_in_block, none, none}, 120, 0, 0, 0}, /* a time goes up alone */
};

static logreg_frame *frame_of(size_t t)
{
    static const char *const name[] = {"a", "b", "y"};
    logreg_frame *f = NULL;
    CU_ASSERT_EQUAL_FATAL(logreg_frame_new(&f, NULL), LOGREG_OK);
    for (size_t j = 0; j < 3; j++) {
        double value[MOST];
        for (size_t i = 0; i < tables[t].n; i++)
            value[i] = tables[t].x[j](source_of(i, tables[t].n, tables[t].rows));
        CU_ASSERT_EQUAL_FATAL(logreg_frame_add_numeric(f, name[j], value, tables[t].n, 1, NULL), LOGREG_OK);
    }
    return f;
}

static void finds_them(void)
{
    for (size_t t = 0; t < sizeof tables / sizeof *tables; t++) {
        logreg_frame *f = frame_of(t);
        logreg__repeats found;
        CU_ASSERT_TRUE(logreg__repeats_find(&found, f));
        bool good = found.rows == tables[t].want && found.back == tables[t].back &&
                    found.first == (tables[t].want ? tables[t].n - tables[t].want : 0);
        if (!good)
            printf("# table %zu: %zu from %zu, %zu back\n", t, found.rows, found.first, found.back);
        CU_ASSERT_TRUE(good);
        logreg_frame_free(f);
    }
}

static bool find(void *frame)
{
    logreg__repeats found;
    bool ok = logreg__repeats_find(&found, frame);
    return found.rows == tables[0].want || !ok || !found.rows;
}

static void survives_lack_of_memory(void)
{
    logreg_frame *f = frame_of(0);
    CU_ASSERT_TRUE(oom_each(find, f));
    logreg_frame_free(f);
}

const test_case tests[] = {
    {"finds them", finds_them}, {"survives lack of memory", survives_lack_of_memory}, {NULL, NULL}};
