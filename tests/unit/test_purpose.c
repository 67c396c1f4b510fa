/* Columns that are no variables: weights, predictions, parts of the rows, counts of cases. */
#include "harness.h"

#include <stdio.h>
#include <string.h>

#include <logreg/data.h>

#include "data/purpose.h"
#include "oom.h"

enum { ROWS = 24 };

static double amounts(size_t i)
{
    return 50 + (double)(i * 37 % 61);
}

static double below(size_t i)
{
    return amounts(i) - 70;
}

static double two(size_t i)
{
    return (double)(i % 3 == 0);
}

static double three(size_t i)
{
    return (double)(i % 3);
}

static void names_and_numbers_tell(void)
{
    static const struct {
        const char *name;
        double (*x)(size_t);
        logreg__purpose want;
    } table[] = {
        {"perwt", amounts, LOGREG__WEIGHTS},
        {"PERWT", amounts, LOGREG__WEIGHTS},
        {"sampling_weight", amounts, LOGREG__WEIGHTS},
        {"fnlwgt", amounts, LOGREG__WEIGHTS},
        {"finalwt", amounts, LOGREG__WEIGHTS},
        {"_LLCPWT", amounts, LOGREG__WEIGHTS},
        {"Sample Weight", amounts, LOGREG__WEIGHTS},
        {"pond\303\251ration", amounts, LOGREG__WEIGHTS},
        {"weight", amounts, LOGREG__NO_PURPOSE},
        {"birth_weight", amounts, LOGREG__NO_PURPOSE},
        {"perwt", below, LOGREG__NO_PURPOSE},
        {"perwt", two, LOGREG__NO_PURPOSE},
        {"PRE_1", amounts, LOGREG__PREDICTIONS},
        {"PGR_2", two, LOGREG__PREDICTIONS},
        {"ZRE_1", below, LOGREG__PREDICTIONS},
        {".fitted", amounts, LOGREG__PREDICTIONS},
        {"_INTO_", two, LOGREG__PREDICTIONS},
        {"y_hat", amounts, LOGREG__PREDICTIONS},
        {"Predicted probability", amounts, LOGREG__PREDICTIONS},
        {"Probability (%)", amounts, LOGREG__PREDICTIONS},
        {"pre_1", amounts, LOGREG__NO_PURPOSE}, /* a measurement before */
        {"PRE_x", amounts, LOGREG__NO_PURPOSE},
        {"from", amounts, LOGREG__NO_PURPOSE},
        {"RES", amounts, LOGREG__NO_PURPOSE},
        {"hat", amounts, LOGREG__NO_PURPOSE},
        {"is_train", two, LOGREG__PARTS},
        {"Test set", two, LOGREG__PARTS},
        {"train", three, LOGREG__NO_PURPOSE},
        {"test", amounts, LOGREG__NO_PURPOSE},
        {"x", two, LOGREG__NO_PURPOSE},
    };
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        logreg_frame *f = NULL;
        double x[ROWS];
        for (size_t r = 0; r < ROWS; r++)
            x[r] = table[i].x(r);
        CU_ASSERT_EQUAL_FATAL(logreg_frame_new(&f, NULL), LOGREG_OK);
        CU_ASSERT_EQUAL_FATAL(logreg_frame_add_numeric(f, table[i].name, x, ROWS, 1, NULL), LOGREG_OK);
        logreg__purpose got = logreg__purpose_of(&f->column[0], ROWS);
        if (got != table[i].want)
            printf("# %s, row %zu: %d\n", table[i].name, i, (int)got);
        CU_ASSERT_EQUAL(got, table[i].want);
        logreg_frame_free(f);
    }
}

static void labels_tell_parts(void)
{
    static const struct {
        const char *label[4];
        size_t n, want;
    } table[] = {
        {{"test", "train"}, 2, 1},
        {{"Holdout", "Training", "Validation"}, 3, 1},
        {{"dev", "test", "train"}, 3, 2},
        {{"IP Address", "Survey Preview"}, 2, 0},
        {{"train", "bus"}, 2, SIZE_MAX},
        {{"train", "test", "car"}, 3, SIZE_MAX},
        {{"train"}, 1, SIZE_MAX},
        {{"test", "control"}, 2, SIZE_MAX},
        {{"a", "b", "Survey Preview"}, 3, SIZE_MAX},
    };
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        char room[4][24], *label[4];
        for (size_t l = 0; l < table[i].n; l++) {
            snprintf(room[l], sizeof room[l], "%s", table[i].label[l]);
            label[l] = room[l];
        }
        CU_ASSERT_EQUAL(logreg__wanted_part(label, table[i].n), table[i].want);
    }
}

/* ---- Tables of counts ---- */

/* Four by three by two, all combinations; or with a measurement, or one row twice. */
static logreg_frame *crossed(double (*other)(size_t), bool twice)
{
    logreg_frame *f = NULL;
    double a[ROWS], b[ROWS], y[ROWS];
    for (size_t r = 0; r < ROWS; r++) {
        a[r] = (double)(r % 4);
        b[r] = other ? other(r) : (double)(r / 4 % 3);
        y[r] = (double)(r / 12);
    }
    if (twice)
        y[ROWS - 1] = 0;
    CU_ASSERT_EQUAL_FATAL(logreg_frame_new(&f, NULL), LOGREG_OK);
    CU_ASSERT_EQUAL_FATAL(logreg_frame_add_numeric(f, "a", a, ROWS, 1, NULL), LOGREG_OK);
    CU_ASSERT_EQUAL_FATAL(logreg_frame_add_numeric(f, "b", b, ROWS, 1, NULL), LOGREG_OK);
    CU_ASSERT_EQUAL_FATAL(logreg_frame_add_numeric(f, "y", y, ROWS, 1, NULL), LOGREG_OK);
    return f;
}

static void tables_are_known(void)
{
    static const size_t column[] = {0, 1, 2};
    static const struct {
        double (*other)(size_t);
        bool twice, want;
    } table[] = {{NULL, false, true}, {NULL, true, false}, {amounts, false, false}};
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        logreg_frame *f = crossed(table[i].other, table[i].twice);
        CU_ASSERT_EQUAL(logreg__tabulates(f, column, 3), table[i].want);
        CU_ASSERT_FALSE(logreg__tabulates(f, column, 0));
        logreg_frame_free(f);
    }
}

/* A cell of a table may be empty, which a list of cases that there are does not tell. */
static void counts_of_none_want_a_table(void)
{
    for (int zero = 0; zero < 2; zero++)
        for (int twice = 0; twice < 2; twice++) {
            logreg_frame *f = crossed(NULL, twice);
            double n[ROWS], row[ROWS];
            for (size_t r = 0; r < ROWS; r++) {
                n[r] = (double)(r * 7 % 5) + !zero;
                row[r] = (double)r;
            }
            CU_ASSERT_EQUAL_FATAL(logreg_frame_add_numeric(f, "count", n, ROWS, 1, NULL), LOGREG_OK);
            CU_ASSERT_EQUAL_FATAL(logreg_frame_add_numeric(f, "row", row, ROWS, 1, NULL), LOGREG_OK);
            CU_ASSERT_EQUAL(logreg_frame_counts_cases(f, 3), !(zero && twice));
            logreg_frame_free(f);
        }
}

/* Beside a list of the cases that there are, however few of all that could be, a count counts them; beside rows that repeat, or measurements, it need not. */
static void lists_are_known(void)
{
    static const struct {
        double (*other)(size_t);
        bool twice, want;
    } table[] = {{NULL, false, true}, {NULL, true, false}, {amounts, false, false}};
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        logreg_frame *f = crossed(table[i].other, table[i].twice);
        double n[ROWS], row[ROWS];
        for (size_t r = 0; r < ROWS; r++) {
            n[r] = (double)(r * 7 % 5 + 1);
            row[r] = (double)r;
        }
        CU_ASSERT_EQUAL_FATAL(logreg_frame_add_numeric(f, "count", n, ROWS, 1, NULL), LOGREG_OK);
        CU_ASSERT_EQUAL_FATAL(logreg_frame_add_numeric(f, "row", row, ROWS, 1, NULL), LOGREG_OK);
        CU_ASSERT_EQUAL(logreg__lists_cases(f, 3), table[i].want);
        logreg_frame_free(f);
    }
}

static bool known_or_not(void *frame)
{
    static const size_t column[] = {0, 1, 2};
    logreg__tabulates(frame, column, 3); /* without memory it says no */
    logreg_frame_counts_cases(frame, 3);
    logreg__lists_cases(frame, 3);
    return true;
}

static void memory_may_run_out(void)
{
    logreg_frame *f = crossed(NULL, false);
    double n[ROWS] = {1, 2};
    CU_ASSERT_EQUAL_FATAL(logreg_frame_add_numeric(f, "count", n, ROWS, 1, NULL), LOGREG_OK);
    CU_ASSERT_TRUE(oom_each(known_or_not, f));
    logreg_frame_free(f);
}

const test_case tests[] = {{"names and numbers tell", names_and_numbers_tell},
                           {"lists are known", lists_are_known},
                           {"labels tell parts", labels_tell_parts},
                           {"tables are known", tables_are_known},
                           {"counts of none want a table", counts_of_none_want_a_table},
                           {"memory may run out", memory_may_run_out},
                           {NULL, NULL}};
