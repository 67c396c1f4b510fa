/* Features that cost rows: which to leave out, and how many rows come back. */
#include "harness.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "data/losses.h"

enum { MOST_COLUMNS = 8 };

/* Kinds of rows: the columns, '.' where one is missing, and how many such rows there are. */
typedef struct {
    const char *cells;
    size_t rows;
} kind;

typedef struct {
    size_t n_features;
    kind kinds[8];
    logreg__loss_part part;
    bool worth_it;
    const char *want; /* features offered, of abc.., then usable, left, kept */
} losses_case;

static const losses_case cases[] = {
    {2, {{"xxx", 60}, {".xx", 40}}, LOGREG__LOSS_QUARTER, true, "a 100 60 40"},
    {2, {{"xxx", 80}, {".xx", 20}}, LOGREG__LOSS_QUARTER, true, " 100 80 0"},
    {2, {{"xxx", 80}, {".xx", 20}, {"...", 100}}, LOGREG__LOSS_QUARTER, true, " 100 80 0"},
    {2, {{"xxx", 60}, {".xx", 40}, {"...", 100}}, LOGREG__LOSS_QUARTER, true, "a 100 60 40"},
    /* Rows that miss b miss c too, which is not missing in many. */
    {3, {{"xxxx", 60}, {".xxx", 30}, {"x..x", 21}, {".x.x", 1}}, LOGREG__LOSS_QUARTER, true, "a 112 60 30"},
    {3, {{"xxxx", 40}, {"..xx", 30}, {"x.xx", 30}}, LOGREG__LOSS_QUARTER, true, "ab 100 40 60"},
    /* b and c are missing together; b would go for 2 rows of 52, and does where nothing could be fitted. */
    {4,
     {{"xxxxx", 50}, {".xxxx", 40}, {"x.xxx", 2}, {"x...x", 30}, {"xx..x", 9}},
     LOGREG__LOSS_QUARTER,
     true,
     "acd 131 50 49"},
    {4,
     {{"xxxxx", 80}, {".xxxx", 50}, {"x.xxx", 2}, {"x..xx", 22}, {"x.x.x", 22}},
     LOGREG__LOSS_QUARTER,
     true,
     "a 176 80 50"},
    {4,
     {{"xxxxx", 80}, {".xxxx", 50}, {"x.xxx", 2}, {"x..xx", 22}, {"x.x.x", 22}},
     LOGREG__LOSS_QUARTER,
     false,
     "ab 176 80 52"},
    {4,
     {{"xxxxx", 80}, {"...xx", 5}, {"x..xx", 22}, {"..x.x", 40}},
     LOGREG__LOSS_QUARTER,
     true,
     "abd 147 80 40"},
    /* A tenth of the rows left is not worth a column, unless nothing could be fitted. */
    {2, {{"xxx", 100}, {".xx", 10}}, LOGREG__LOSS_HALF, true, " 110 100 0"},
    {3, {{"xxxx", 100}, {".xxx", 10}, {".x.x", 30}}, LOGREG__LOSS_QUARTER, true, " 140 100 10"},
    {3, {{"xxxx", 100}, {".xxx", 11}, {".x.x", 30}}, LOGREG__LOSS_QUARTER, true, "a 141 100 11"},
    {3, {{"xxxx", 9}, {".xxx", 1}, {".x.x", 2}}, LOGREG__LOSS_QUARTER, true, "a 12 9 1"},
    {3, {{"xxxx", 15}, {".xxx", 1}, {".x.x", 15}}, LOGREG__LOSS_HALF, true, " 31 15 1"},
    {3, {{"xxxx", 15}, {".xxx", 1}, {".x.x", 15}}, LOGREG__LOSS_HALF, false, "a 31 15 1"},
    /* One stays where all miss much, and none where there is one. */
    {2, {{"xxx", 10}, {".xx", 30}, {"x.x", 20}}, LOGREG__LOSS_QUARTER, true, "a 60 10 30"},
    {1, {{"xx", 10}, {".x", 30}}, LOGREG__LOSS_QUARTER, true, " 40 10 0"},
    {2, {{"xx.", 30}, {"..x", 30}}, LOGREG__LOSS_HALF, false, " 30 0 0"},
    {2, {{"xx.", 30}}, LOGREG__LOSS_HALF, false, " 0 0 0"},
    {0, {{"x", 30}, {".", 3}}, LOGREG__LOSS_HALF, false, " 30 30 0"},
};

static logreg_frame *new_frame(const losses_case *t, size_t *n)
{
    logreg_frame *f = NULL;
    double x[400];
    *n = strlen(t->kinds[0].cells);
    CU_ASSERT_EQUAL_FATAL(logreg_frame_new(&f, NULL), LOGREG_OK);
    for (size_t j = 0; j < *n; j++) {
        const char name[] = {(char)('a' + j), 0};
        size_t rows = 0;
        for (size_t k = 0; k < 8 && t->kinds[k].cells; k++)
            for (size_t i = 0; i < t->kinds[k].rows; i++)
                x[rows++] = t->kinds[k].cells[j] == '.' ? (double)NAN : 1;
        CU_ASSERT_EQUAL_FATAL(logreg_frame_add_numeric(f, name, x, rows, 1, NULL), LOGREG_OK);
    }
    return f;
}

/* Rows that have all columns but those offered. */
static size_t rows_without(const logreg_frame *f, const logreg__loss *loss, size_t n_features, size_t n)
{
    size_t rows = 0;
    for (size_t i = 0; i < f->n_rows; i++) {
        bool whole = true;
        for (size_t j = 0; j < n; j++)
            whole =
                whole && ((j < n_features && loss[j].offered) || !logreg__cell_is_missing(&f->column[j], i));
        rows += whole;
    }
    return rows;
}

static void offers_what_brings_rows_back(void)
{
    static const size_t column[MOST_COLUMNS] = {0, 1, 2, 3, 4, 5, 6, 7};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const losses_case *t = &cases[i];
        logreg__loss loss[MOST_COLUMNS] = {0};
        char offered[MOST_COLUMNS + 1] = "", got[80];
        size_t n, n_offered = 0;
        logreg_frame *f = new_frame(t, &n);
        const logreg__loss_columns c = {.frame = f, .column = column, .n_features = t->n_features, .n = n};
        const logreg__loss_rows rows =
            logreg__losses_weigh(loss, &c, t->part, t->worth_it);
        for (size_t j = 0; j < t->n_features; j++)
            if (loss[j].offered)
                offered[n_offered++] = (char)('a' + j);
        snprintf(got, sizeof got, "%s %zu %zu %zu", offered, rows.usable, rows.left, rows.kept);
        if (!same_text(got, t->want)) {
            printf("# in table %zu\n", i);
            CU_FAIL("not as wanted");
        }
        size_t whole = rows_without(f, loss, t->n_features, n);
        CU_ASSERT_EQUAL(whole, rows.left + (n_offered ? rows.kept : 0));
        for (size_t j = 0; j < t->n_features && !t->worth_it; j++) /* each is needed */
            if (loss[j].offered) {
                loss[j].offered = false;
                CU_ASSERT_TRUE(rows_without(f, loss, t->n_features, n) < whole);
                loss[j].offered = true;
            }
        logreg_frame_free(f);
    }
}

/* Rows of weight 0 do not count. */
static void counts_rows_that_stand_for_something(void)
{
    static const size_t column[] = {0, 1, 2};
    const losses_case t = {2, {{"xxx", 64}, {".xx", 64}}, LOGREG__LOSS_QUARTER, true, NULL};
    uint64_t weightless[3] = {0, ~(uint64_t)0 << 4};
    logreg__loss loss[2] = {0};
    size_t n;
    logreg_frame *f = new_frame(&t, &n);
    const logreg__rows weighed = {.n_total = 128, .n_weightless = 60, .weightless = weightless};
    const logreg__loss_columns c = {
        .frame = f, .column = column, .n_features = 2, .n = n, .rows = &weighed};
    logreg__loss_rows rows = logreg__losses_weigh(loss, &c, t.part, t.worth_it);
    CU_ASSERT_FALSE(loss[0].offered);
    CU_ASSERT_EQUAL(loss[0].missing, 4);
    CU_ASSERT_EQUAL(loss[0].alone, 4);
    CU_ASSERT_EQUAL(rows.usable, 68);
    CU_ASSERT_EQUAL(rows.left, 64);
    logreg_frame_free(f);
}

/* Rows by class of a target d, and '.' where a feature of abc is missing. */
typedef struct {
    const char *cells;
    double of;
    size_t rows;
} classed;

typedef struct {
    classed kinds[6];
    const char *want; /* features offered; classes lost with their rows and those that come back; classes left */
} lost_case;

static const lost_case lost_cases[] = {
    {{{"xxx", 0, 40}, {"xxx", 1, 9}, {".xx", 1, 3}}, " | left 0"}, /* none is lost, and none counted */
    {{{"xxx", 0, 40}, {".xx", 1, 3}}, "a 1:3/3 | left 1"},
    {{{"xxx", 0, 40}, {"xxx", 1, 9}, {"x.x", 2, 3}, {"x..", 2, 1}}, "b 2:4/3 | left 2"},
    /* The one without which most come back; and all where no row is without one of them. */
    {{{"xxx", 0, 40}, {".xx", 1, 3}, {"x.x", 1, 4}}, "b 1:7/4 | left 1"},
    {{{"xxx", 0, 40}, {"..x", 1, 3}, {"...", 1, 4}}, "ab 1:7/3 | left 1"},
    {{{"xxx", 0, 40}, {".xx", 1, 3}, {"xx.", 2, 2}}, "ac 1:3/3 2:2/2 | left 1"},
    /* What goes for many rows brings the class as well. */
    {{{"xxx", 0, 40}, {".xx", 0, 40}, {".xx", 1, 3}}, "a 1:3/3 | left 1"},
    /* No feature would be left. */
    {{{"xxx", 0, 40}, {"...", 1, 3}}, " 1:3/0 | left 1"},
};

static void offers_what_brings_classes_back(void)
{
    static const size_t column[] = {0, 1, 2, 3};
    for (size_t i = 0; i < sizeof lost_cases / sizeof *lost_cases; i++) {
        const lost_case *t = &lost_cases[i];
        logreg_frame *f = NULL;
        double x[4][200];
        size_t n = 0;
        for (size_t k = 0; k < 6 && t->kinds[k].cells; k++)
            for (size_t r = 0; r < t->kinds[k].rows; r++, n++) {
                for (size_t j = 0; j < 3; j++)
                    x[j][n] = t->kinds[k].cells[j] == '.' ? (double)NAN : 1;
                x[3][n] = t->kinds[k].of;
            }
        CU_ASSERT_EQUAL_FATAL(logreg_frame_new(&f, NULL), LOGREG_OK);
        for (size_t j = 0; j < 4; j++) {
            const char name[] = {(char)('a' + j), 0};
            CU_ASSERT_EQUAL_FATAL(logreg_frame_add_numeric(f, name, x[j], n, 1, NULL), LOGREG_OK);
        }
        const logreg__loss_columns c = {
            .frame = f, .column = column, .n_features = 3, .n = 4, .target = &f->column[3]};
        logreg__loss loss[3] = {{0}};
        const logreg__loss_rows rows = logreg__losses_weigh(loss, &c, LOGREG__LOSS_QUARTER, true);
        char got[200] = "";
        size_t at = 0;
        for (size_t j = 0; j < 3; j++)
            if (loss[j].offered)
                got[at++] = (char)('a' + j);
        for (size_t k = 0; k < rows.lost.n; k++)
            at += (size_t)snprintf(got + at, sizeof got - at, " %g:%zu/%zu", x[3][rows.lost.class[k].first],
                                   rows.lost.class[k].rows, rows.lost.class[k].back);
        snprintf(got + at, sizeof got - at, " | left %zu", rows.lost.left);
        CU_ASSERT_TRUE(same_text(got, t->want));
        logreg_frame_free(f);
    }
}

const test_case tests[] = {
    {"offers what brings classes back", offers_what_brings_classes_back},
    {"offers what brings rows back", offers_what_brings_rows_back},
    {"counts rows that stand for something", counts_rows_that_stand_for_something},
    {NULL, NULL},
};
