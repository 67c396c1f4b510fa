/* Two columns that a condition compares: texts by text, texts with numbers, dates by order, and what is said of spellings. */
#include "harness.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <logreg/data.h>

#include "oom.h"

enum { ROWS = 8 };

static const char *const columns[] = {"answer", "key", "low", "other", "from", "to", "on", "said", NULL};
static const char *const cells[][ROWS] = {
    {"A", "B", "C", "D", "A", "B", NULL, "D"},
    {"A", "C", "C", "D", "B", "B", "A", NULL},
    {"a", "b", "c", "d", "a", "b", "c", "d"},
    {"p", "q", "p", "q", "p", "q", "p", "q"},
    {"2020-01-31", "2020-02-01", "2020-03-01", "2020-03-01", "2021-01-01", NULL, "2020-01-01", "2020-01-05"},
    {"2020-02-01", "2020-02-01", "2020-02-01", "2021-01-01", "2020-12-31", "2020-01-01", NULL, "2020-01-05"},
    {"31.1.2020", "1.2.2020", "1.2.2020", "1.1.2021", "31.12.2020", "1.1.2020", "2.1.2020", "5.1.2020"},
    {"1", "2.0", "none", "4", "seven", "12", NULL, "-3"},
};

static logreg_frame *make_frame(logreg_error *err)
{
    static const double n[ROWS] = {1, 2, 3, 5, 7, 12, 1, -3};
    logreg_frame *f = NULL;
    logreg_status status = logreg_frame_new(&f, err);
    for (size_t j = 0; !status && columns[j]; j++)
        status = logreg_frame_add_category(f, columns[j], cells[j], ROWS, err);
    if (!status)
        status = logreg_frame_add_numeric(f, "n", n, ROWS, 1, err);
    if (status)
        logreg_frame_free(f);
    return status ? NULL : f;
}

/* T, F and . for what is missing, a row each; or the sentence. */
static void compares_columns(void)
{
    static const struct {
        const char *condition, *want;
    } table[] = {
        {"answer == key", "TFTTFT.."},
        {"key != answer", "FTFFTF.."},
        {"answer == answer", "TTTTTT.T"},
        {"answer == key | key == \"A\"", "TFTTFTT."},
        {"from < to", "TFFTF..F"},
        {"from >= to", "FTTFT..T"},
        {"from == to", "FTFFF..T"},
        {"on == on", "TTTTTTTT"},
        {"n == said", "TTFFFT.T"},
        {"said != n", "FFTTTF.F"},
        {"said == key", "FFFFFF.."},
        {"answer == n",
         "column 'answer' holds text and 'n' numbers, so that no row can have the same in both"},
        {"said > n", "column 'said' holds text, and '>' needs numbers"},
        {"answer < key", "column 'answer' holds text, and '<' needs numbers"},
        {"answer + key > 1", "column 'answer' holds text, and '+' needs numbers"},
        {"from == on",
         "dates are compared as texts, and these are written in two ways, as '2020-01-01' and as "
         "'1.1.2020'; write all as 2024-01-31"},
        {"on < from", "dates are compared as texts, and these are written in two ways, as '1.1.2020' and as "
                      "'2020-01-01'; write all as 2024-01-31"},
        {"is.na(answer) & \"A\" == \"B\"",
         "the text 'A' can be compared with a column of texts by == or !=, and "
         "in no other way be used"},
    };
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        logreg_error err = {.message = ""};
        char got[ROWS + 1] = "";
        logreg_frame *f = make_frame(NULL);
        CU_ASSERT_PTR_NOT_NULL_FATAL(f);
        size_t j = 0;
        bool added = logreg_frame_add_condition(f, &j, table[i].condition, &err) == LOGREG_OK;
        for (size_t r = 0; r < ROWS && added; r++)
            got[r] = logreg_frame_label(f, r, j) ? *logreg_frame_label(f, r, j) : '.';
        if (!same_text(added ? got : err.message, table[i].want)) {
            printf("# of %s: %s\n", table[i].condition, added ? got : err.message);
            CU_FAIL("rows or sentence");
        }
        logreg_frame_free(f);
    }
}

static void notes_their_spellings(void)
{
    static const struct {
        const char *condition, *want;
    } table[] = {
        {"answer == key", NULL},
        {"answer == answer", NULL},
        {"answer == low",
         "'answer' and 'low' have no text in common; 'answer' holds 'A' (2 rows) beside 'a' of 'low', 'B' (2 "
         "rows) beside 'b' of 'low', 'C' (1 row) beside 'c' of 'low', ..: if they mean the same, write them "
         "in "
         "one way"},
        {"answer != other & n > 1", "'answer' and 'other' have no text in common"},
    };
    logreg_frame *f = make_frame(NULL);
    CU_ASSERT_PTR_NOT_NULL_FATAL(f);
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        char *note = NULL;
        CU_ASSERT_EQUAL(logreg_frame_condition_note(&note, f, table[i].condition, NULL), LOGREG_OK);
        CU_ASSERT_TRUE(table[i].want ? note && same_text(note, table[i].want) : !note);
        free(note);
    }
    logreg_error err;
    CU_ASSERT_EQUAL(logreg_frame_filter(f, "answer == other", &err), LOGREG_EDATA);
    CU_ASSERT_TRUE(same_text(err.message,
                             "none of the 8 rows meets the condition answer == other: 'answer' and "
                             "'other' have no text in common"));
    /* rows that are gone do not count */
    CU_ASSERT_EQUAL(logreg_frame_filter(f, "answer == key & n != 1", NULL), LOGREG_OK);
    char *note = NULL;
    CU_ASSERT_EQUAL(logreg_frame_condition_note(&note, f, "key == answer", NULL), LOGREG_OK);
    CU_ASSERT_PTR_NULL(note);
    logreg_frame_free(f);
}

static bool compare_or_run_out(void *context)
{
    (void)context;
    static const char *const condition[] = {"answer == key", "from < to", "said == n", "low != answer"};
    logreg_error err;
    logreg_frame *f = make_frame(&err);
    if (!f)
        return err.status == LOGREG_ENOMEM;
    bool ok = true;
    for (size_t i = 0; i < sizeof condition / sizeof *condition; i++) {
        size_t j;
        char *note = NULL;
        logreg_status added = logreg_frame_add_condition(f, &j, condition[i], NULL),
                      noted = logreg_frame_condition_note(&note, f, condition[i], NULL);
        ok = ok && (added == LOGREG_OK || added == LOGREG_ENOMEM) &&
             (noted == LOGREG_OK || (noted == LOGREG_ENOMEM && !note));
        free(note);
    }
    logreg_status refused = logreg_frame_filter(f, "from == on", NULL);
    ok = ok && (refused == LOGREG_EDATA || refused == LOGREG_ENOMEM);
    logreg_frame_free(f);
    return ok;
}

static void survives_lack_of_memory(void)
{
    CU_ASSERT_TRUE(oom_each(compare_or_run_out, NULL));
}

const test_case tests[] = {
    {"compares two columns", compares_columns},
    {"notes their spellings", notes_their_spellings},
    {"survives lack of memory", survives_lack_of_memory},
    {NULL, NULL},
};
