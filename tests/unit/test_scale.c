/* Codes for missing values below a scale of answers, however many, alone and beside those of other columns. */
#include "harness.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "data/sentinel.h"
#include "logreg.h"

enum { ROWS = 400, VALUES = 16 };

/* Values, each in so many rows. */
typedef struct {
    double value;
    size_t rows;
} heap;

static size_t fill(double *x, const heap *heaps)
{
    size_t n = 0;
    for (size_t k = 0; k < VALUES && heaps[k].rows; k++)
        for (size_t i = 0; i < heaps[k].rows && n < ROWS; i++)
            x[n++] = heaps[k].value;
    return n;
}

/* "-3 -1 | 1 5": the codes, and where the others lie. */
static void write(char *text, size_t room, const logreg_sentinel *found)
{
    size_t n = 0;
    *text = '\0';
    for (size_t k = 0; k < found->n_values; k++)
        n += (size_t)snprintf(text + n, room - n, "%g ", found->value[k]);
    if (found->n_values)
        snprintf(text + n, room - n, "| %g %g", found->low, found->high);
}

#define ANSWERS                                                                                              \
    {1, 10}, {2, 14}, {3, 8}, {4, 15},                                                                       \
    {                                                                                                        \
        5, 12                                                                                                \
    }
#define COUNT                                                                                                \
    {0, 14}, {1, 12}, {2, 9}, {3, 8},                                                                        \
    {                                                                                                        \
        4, 5                                                                                                 \
    }

static void finds_any_set_of_codes(void)
{
    static const struct {
        const char *name;
        heap heaps[VALUES];
        const char *want;
    } table[] = {
        {"q", {{-3, 5}, ANSWERS}, "-3 | 1 5"},
        {"q", {{-1, 5}, ANSWERS}, "-1 | 1 5"},
        {"q", {{-3, 5}, {-1, 1}, ANSWERS}, "-3 -1 | 1 5"},
        {"q", {{-3, 4}, {-2, 3}, {-1, 2}, ANSWERS}, "-3 -2 -1 | 1 5"},
        {"q", {{-4, 2}, {-3, 4}, {-2, 3}, {-1, 2}, ANSWERS, {6, 9}}, "-4 -3 -2 -1 | 1 6"},
        {"q", {{-3, 5}, {-2, 20}, {1, 14}, {2, 11}, {3, 12}}, "-3 -2 | 1 3"},
        {"q", {{-1, 20}, {1, 14}, {2, 11}}, "-1 | 1 2"},
        {"q", {{-9, 2}, {-8, 2}, {-5, 2}, {-3, 4}, {-2, 3}, {-1, 3}, ANSWERS}, "-9 -8 -5 -3 -2 -1 | 1 5"},
        {"q", {{-99, 3}, {-1, 2}, ANSWERS}, "-99 -1 | 1 5"},
        {"q", {{-99, 2}, {-98, 2}, {-97, 2}, {-96, 2}, ANSWERS}, "-99 -98 -97 -96 | 1 5"},
        {"q", {{-3, 3}, {-1, 3}, ANSWERS, {99, 4}}, "-3 -1 99 | 1 5"},
        {"q", {{-3, 3}, {-1, 3}, ANSWERS, {9, 4}}, "-3 -1 9 | 1 5"},
        {"q", {{-3, 3}, {-2, 3}, COUNT}, "-3 -2 | 0 4"},
        {"q", {{-4, 3}, {-2, 3}, {0, 30}, {1, 30}}, "-4 -2 | 0 1"},
        /* scales that go down, differences, times before and after, too few rows */
        {"q", {{-3, 9}, {-2, 12}, {-1, 8}, {1, 9}, {2, 11}, {3, 10}}, ""},
        {"q", {{-3, 9}, {-2, 12}, {-1, 8}, {1, 9}, {2, 11}, {3, 10}, {4, 5}}, ""},
        {"q", {{-2, 12}, {-1, 8}, {1, 9}, {2, 11}}, ""},
        {"q", {{-1, 25}, {1, 25}}, ""},
        {"q", {{-2, 4}, {-1, 8}, COUNT}, ""},
        {"q", {{-2, 5}, {0, 20}, {1, 20}, {2, 5}}, ""},
        {"change", {{-3, 5}, {-1, 1}, ANSWERS}, ""},
        {"week", {{-3, 12}, {-2, 12}, {-1, 11}, ANSWERS}, ""},
        {"weeks", {{-2, 3}, {-1, 3}, ANSWERS}, "-2 -1 | 1 5"},
        {"q", {{-3, 1}, {-1, 1}, {1, 3}, {2, 3}, {3, 2}, {4, 1}}, ""},
        {"q", {{-4, 9}, {-2, 9}, {-1, 8}, {1, 9}, {2, 10}, {4, 9}}, ""},
        {"q", {{-7.5, 2}, {-3, 2}, ANSWERS}, ""},
        {"q", {{-20, 1}, {-13, 1}, {-3, 2}, ANSWERS}, ""},
    };
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        double x[ROWS];
        char got[128];
        logreg_sentinel found;
        logreg_frame *f = NULL;
        size_t n = fill(x, table[i].heaps);
        CU_ASSERT_EQUAL_FATAL(logreg_frame_new(&f, NULL), LOGREG_OK);
        CU_ASSERT_EQUAL_FATAL(logreg_frame_add_numeric(f, table[i].name, x, n, 1, NULL), LOGREG_OK);
        logreg_frame_sentinel(&found, f, 0);
        write(got, sizeof got, &found);
        if (strcmp(got, table[i].want) != 0)
            printf("# row %zu: %s\n", i, got);
        CU_ASSERT_STRING_EQUAL(got, table[i].want);
        logreg_frame_free(f);
    }
}

static void finds_codes_of_other_columns(void)
{
    static const struct {
        const char *name;
        heap heaps[VALUES];
        const char *want;
    } table[] = {
        {"q", {{-1, 1}, ANSWERS}, "-1 | 1 5"},
        {"q", {{-3, 1}, {-2, 1}, {-1, 1}, ANSWERS}, "-3 -2 -1 | 1 5"},
        {"q", {{-1, 1}, {0, 40}, {1, 25}}, "-1 | 0 1"},
        {"q", {{-1, 9}, COUNT}, "-1 | 0 4"},
        {"q", {{-3, 1}, {2.5, 20}, {3.5, 20}, {7.25, 9}}, "-3 | 2.5 7.25"},
        {"q", {{-4, 1}, {-1, 1}, ANSWERS}, ""}, /* -4 is none */
        {"q", {{-1, 20}, {0, 20}, {1, 20}}, ""},
        {"q", {{-3, 9}, {-2, 9}, {-1, 9}, {1, 9}, {2, 9}, {3, 9}}, ""},
        {"change", {{-1, 1}, COUNT}, ""},
        {"q", {{-1, 1}, {0, 2}, {3, 4}, {5, 10}, {7, 20}, {9, 12}}, ""}, /* a tail */
    };
    const logreg_sentinel told = {.value = {-3, -1}, .n_values = 2}, other = {.value = {-2}, .n_values = 1};
    logreg__codes codes = {.n = 0};
    for (size_t i = 0; i < 2 * LOGREG__CODES; i++) /* many columns have the same */
        logreg__codes_add(&codes, &told);
    logreg__codes_add(&codes, &other);
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        double x[ROWS];
        char got[128];
        logreg_sentinel found;
        logreg_frame *f = NULL;
        size_t n = fill(x, table[i].heaps);
        CU_ASSERT_EQUAL_FATAL(logreg_frame_new(&f, NULL), LOGREG_OK);
        CU_ASSERT_EQUAL_FATAL(logreg_frame_add_numeric(f, table[i].name, x, n, 1, NULL), LOGREG_OK);
        logreg__codes_find(&found, &f->column[0], n, x[0], x[n - 1], &codes);
        write(got, sizeof got, &found);
        if (strcmp(got, table[i].want) != 0)
            printf("# row %zu: %s\n", i, got);
        CU_ASSERT_STRING_EQUAL(got, table[i].want);
        logreg_frame_free(f);
    }
}

const test_case tests[] = {
    {"finds any set of codes", finds_any_set_of_codes},
    {"finds codes of other columns", finds_codes_of_other_columns},
    {NULL, NULL},
};
