/* Variables that are judged by the classes of their rows, by rules that fit and doctor share: those that tell the class by themselves, and numbers of matched sets. */
#include "harness.h"
#include "oom.h"
#include "warned.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <logreg/doctor.h>
#include <logreg/report.h>

enum { ROWS = 120 };

/* A number that looks random, in (0, 1), always the same. */
static double draw(size_t i, size_t stream)
{
    double x = sin((double)(i + 1) * 12.9898 + (double)stream * 78.233) * 43758.5453;
    return x - floor(x);
}

static size_t two(size_t i)
{
    return draw(i, 1) < 0.4;
}

static size_t three(size_t i)
{
    return (size_t)(3 * draw(i, 1));
}

/* Litters of eight mothers, of which four were treated. */
static size_t treated(size_t i)
{
    return i % 8 < 4;
}

/* ---- What stands beside y ---- */

static double litter(size_t i)
{
    return (double)(i % 8);
}

static double same(size_t i)
{
    return 2 - (double)two(i);
}

static double days_to_death(size_t i)
{
    return two(i) ? 1 + floor(900 * draw(i, 2)) : 0;
}

static double nearly(size_t i)
{
    return (i == 7 ? 1 - (double)two(i) : (double)two(i)) + 0.001 * draw(i, 2);
}

static double strong(size_t i)
{
    return (double)two(i) + 0.9 * 2 * draw(i, 2);
}

static double codes(size_t i)
{
    static const double code[] = {7, 3, 5};
    return code[three(i)];
}

/* Three codes of one class among three of the other; with two rows in doubt; of half numbers. */
static double reason(size_t i)
{
    static const double code[2][3] = {{0, 11, 13}, {4, 5, 8}};
    return code[two(i)][(size_t)(3 * draw(i, 4))];
}

static double reason_in_doubt(size_t i)
{
    return i == 7 || i == 60 ? 4 : i == 8 ? 0 : reason(i);
}

static double half_reason(size_t i)
{
    return reason(i) / 2;
}

/* Four litters of each class, in no order. */
static double litter_in_no_order(size_t i)
{
    return (double)(i % 8 * 3 % 8);
}

/* More different ones than codes have, of which those that tell stand between the others. */
static double middle(size_t i)
{
    return two(i) ? 8 + floor(8 * draw(i, 4)) : i % 2 ? floor(8 * draw(i, 4)) : 16 + floor(8 * draw(i, 4));
}

/* One class is told without error, two are not. */
static double petal(size_t i)
{
    return three(i) ? 3 + draw(i, 2) : draw(i, 2);
}

static const struct {
    size_t (*y)(size_t);
    double (*x)(size_t);
    bool labels; /* x goes in as a category of its values */
    const char *want;
} told[] = {
    {two, same, false,
     "Suspected leakage. x by itself tells y = 1 from the rest without error (AUC 1). Ask when the column "
     "was filled in. If after the outcome was known, --exclude x leaves it out; if before, keep it, and "
     "expect separation."},
    {two, same, true, "x by itself gives the right class in 120 of 120 rows. Ask"},
    {two, days_to_death, false, "without error (AUC 1). Ask"},
    {two, nearly, false, "x by itself tells y = 1 from the rest almost without error (AUC 0.99"},
    {two, strong, false, NULL},
    {three, codes, false, "x by itself gives the right class in 120 of 120 rows. Ask"},
    {three, codes, true, "x by itself gives the right class in 120 of 120 rows. Ask"},
    {three, petal, false, NULL},
    {two, reason, false,
     "Suspected leakage. x by itself gives the right class in 120 of 120 rows. Ask when the column was "
     "filled "
     "in. If after the outcome was known, --exclude x leaves it out; if before, keep it."},
    {two, reason_in_doubt, false, NULL},
    {two, half_reason, false, NULL},
    {two, middle, false, NULL},
    {treated, litter_in_no_order, false, NULL},
    {treated, litter, true, NULL},
};

static logreg_frame *table(size_t row)
{
    logreg_frame *f = NULL;
    double x[ROWS], other[ROWS], y[ROWS];
    static const char *const digit[] = {"0", "1", "2", "3", "4", "5", "6", "7"};
    const char *label[ROWS];
    for (size_t i = 0; i < ROWS; i++) {
        x[i] = told[row].x(i);
        y[i] = (double)told[row].y(i);
        other[i] = draw(i, 3);
        label[i] = digit[(size_t)x[i] % 8];
    }
    CU_ASSERT_EQUAL_FATAL(logreg_frame_new(&f, NULL), LOGREG_OK);
    CU_ASSERT_EQUAL_FATAL(told[row].labels ? logreg_frame_add_category(f, "x", label, ROWS, NULL)
                                           : logreg_frame_add_numeric(f, "x", x, ROWS, 1, NULL),
                          LOGREG_OK);
    CU_ASSERT_EQUAL_FATAL(logreg_frame_add_numeric(f, "other", other, ROWS, 1, NULL), LOGREG_OK);
    CU_ASSERT_EQUAL_FATAL(logreg_frame_add_numeric(f, "y", y, ROWS, 1, NULL), LOGREG_OK);
    return f;
}

static bool doctor_finds(const logreg_frame *f)
{
    logreg_checkup *c = NULL;
    bool found = false;
    CU_ASSERT_EQUAL_FATAL(logreg_checkup_new(&c, f, "y ~ .", NULL, NULL), LOGREG_OK);
    for (size_t i = 0; i < logreg_checkup_findings(c); i++) {
        logreg_finding finding = logreg_checkup_finding(c, i);
        found = found ||
                (strcmp(finding.code, "leakage") == 0 && strstr(finding.advice, "leave it out, --exclude x"));
    }
    logreg_checkup_free(c);
    return found;
}

/* Does it stand first, and do the ways on hold for a column that stays? */
static bool stands_before_separation(const char *text)
{
    const char *said = strstr(text, "Suspected leakage"),
               *behind = said ? strstr(said, "! Separation") : NULL;
    return behind && strstr(behind, "Ways on, if");
}

static void tells_them_before_separation(void)
{
    logreg_options o = logreg_options_default();
    o.listed = true;
    for (size_t i = 0; i < sizeof told / sizeof *told; i++) {
        logreg_frame *f = table(i);
        logreg_model *m = NULL;
        CU_ASSERT_EQUAL_FATAL(logreg_fit_formula(&m, f, "y ~ .", &o, NULL), LOGREG_OK);
        char *text = warnings_of(m);
        bool said = strstr(text, "Suspected leakage"),
             good = told[i].want ? strstr(text, told[i].want) != NULL : !said;
        if (!good)
            printf("# row %zu: %s\n", i, text);
        CU_ASSERT_TRUE(good);
        CU_ASSERT_TRUE(!said || doctor_finds(f));
        CU_ASSERT_EQUAL(stands_before_separation(text),
                        said && logreg_model_separation(m) != LOGREG_SEPARATION_NONE);
        free(text);
        logreg_model_free(m);
        logreg_frame_free(f);
    }
}

/* Without separation nothing is said of it; and Firth's likelihood, which does not ask, hears of it too. */
static void tells_it_of_any_fit(void)
{
    logreg_frame *f = table(0);
    logreg_options o = logreg_options_default();
    o.penalty = "firth";
    logreg_model *m = NULL;
    CU_ASSERT_EQUAL_FATAL(logreg_fit_formula(&m, f, "y ~ x", &o, NULL), LOGREG_OK);
    char *text = warnings_of(m);
    CU_ASSERT_PTR_NOT_NULL(strstr(text, "a formula without x leaves it out; if before, keep it."));
    free(text);
    logreg_model_free(m);
    logreg_frame_free(f);
}

static void stays_with_the_model(void)
{
    for (size_t row = 0; row < 2; row++) {
        logreg_frame *f = table(row);
        logreg_model *m = NULL;
        CU_ASSERT_EQUAL_FATAL(logreg_fit_formula(&m, f, "y ~ .", NULL, NULL), LOGREG_OK);
        char *kept = warnings_kept(m);
        CU_ASSERT_PTR_NOT_NULL(strstr(kept, "a formula without x leaves it out"));
        free(kept);
        logreg_model_free(m);
        logreg_frame_free(f);
    }
}

/* A model's file that names a class which is not there is refused. */
static void refuses_a_class_that_is_not_there(void)
{
    char path[] = "/tmp/by-class-XXXXXX";
    static char text[40000];
    int fd = mkstemp(path);
    CU_ASSERT_TRUE_FATAL(fd >= 0);
    close(fd);
    logreg_frame *f = table(0);
    logreg_model *m = NULL, *read = NULL;
    logreg_error err;
    CU_ASSERT_EQUAL_FATAL(logreg_fit_formula(&m, f, "y ~ x", NULL, NULL), LOGREG_OK);
    CU_ASSERT_EQUAL_FATAL(logreg_model_save(m, path, NULL), LOGREG_OK);
    FILE *file = fopen(path, "r+");
    size_t n = fread(text, 1, sizeof text - 1, file);
    char *at = strstr(text, "\"class\": 1");
    CU_ASSERT_TRUE_FATAL(n > 0 && at);
    at[9] = '2';
    rewind(file);
    CU_ASSERT_EQUAL(fwrite(text, 1, n, file), n);
    fclose(file);
    CU_ASSERT_EQUAL(logreg_model_load(&read, path, &err), LOGREG_EDATA);
    CU_ASSERT_PTR_NOT_NULL(strstr(err.message, "should be the place of a class"));
    logreg_model_free(m);
    logreg_frame_free(f);
    remove(path);
}

/* ---- Matched sets ---- */

/* Rows of sets, one behind the other or round and round; y of the rows of a set; what is said of them, or NULL. */
static const struct {
    size_t sets, of, events;
    bool adjacent, lost, random; /* rows of some sets are lost; classes are drawn */
    const char *want;
} sets[] = {
    {40, 3, 1, false, false, false,
     "Matched sets. set holds 40 different numbers, all 40 of them in 1 row of y = 1 and 2 rows of y = 0 "
     "each, "
     "as matched sets do, and goes in as a number. If it numbers sets, --strata set compares rows within "
     "them, "
     "and --exclude set leaves it out; if not, --features that name it keep this away."},
    {40, 3, 1, true, false, false, "all 40 of them in 1 row of y = 1 and 2 rows"},
    {60, 2, 1, false, false, false, "all 60 of them in 1 row of y = 1 and 1 row of y = 0 each"},
    {12, 10, 2, false, false, false, "all 12 of them in 2 rows of y = 1 and 8 rows of y = 0 each"},
    {40, 3, 1, true, true, false, "of which 35 stand in 1 row of y = 1"},
    {40, 3, 1, false, false, true, NULL},
    {60, 2, 1, false, false, true, NULL},
    {9, 13, 1, false, false, false, NULL},
    {10, 2, 1, false, false, false, NULL},
};

static logreg_frame *table_of_sets(size_t row)
{
    logreg_frame *f = NULL;
    double set[ROWS], x[ROWS], y[ROWS];
    size_t n = 0, all = sets[row].sets * sets[row].of;
    for (size_t i = 0; i < all; i++) {
        size_t k = sets[row].adjacent ? i / sets[row].of : i % sets[row].sets;
        size_t place = sets[row].adjacent ? i % sets[row].of : i / sets[row].sets;
        if (sets[row].lost && k % 8 == 5 && place == 2)
            continue;
        set[n] = (double)(1001 + k);
        x[n] = draw(i, 3);
        y[n++] = sets[row].random ? draw(i, 1) < 0.4 : place < sets[row].events;
    }
    CU_ASSERT_EQUAL_FATAL(logreg_frame_new(&f, NULL), LOGREG_OK);
    CU_ASSERT_EQUAL_FATAL(logreg_frame_add_numeric(f, "set", set, n, 1, NULL), LOGREG_OK);
    CU_ASSERT_EQUAL_FATAL(logreg_frame_add_numeric(f, "x", x, n, 1, NULL), LOGREG_OK);
    CU_ASSERT_EQUAL_FATAL(logreg_frame_add_numeric(f, "y", y, n, 1, NULL), LOGREG_OK);
    return f;
}

static bool doctor_hears(const logreg_frame *f, const char *code)
{
    logreg_checkup *c = NULL;
    bool found = false;
    CU_ASSERT_EQUAL_FATAL(logreg_checkup_new(&c, f, "y ~ .", NULL, NULL), LOGREG_OK);
    for (size_t i = 0; i < logreg_checkup_findings(c); i++)
        found = found || strcmp(logreg_checkup_finding(c, i).code, code) == 0;
    logreg_checkup_free(c);
    return found;
}

static void knows_matched_sets(void)
{
    logreg_options o = logreg_options_default();
    o.listed = true;
    for (size_t i = 0; i < sizeof sets / sizeof *sets; i++) {
        logreg_frame *f = table_of_sets(i);
        logreg_model *m = NULL;
        CU_ASSERT_EQUAL_FATAL(logreg_fit_formula(&m, f, "y ~ .", &o, NULL), LOGREG_OK);
        char *text = warnings_of(m);
        bool said = strstr(text, "Matched sets"),
             good = sets[i].want ? strstr(text, sets[i].want) != NULL : !said;
        if (!good)
            printf("# row %zu: %s\n", i, text);
        CU_ASSERT_TRUE(good);
        CU_ASSERT_EQUAL(doctor_hears(f, "matched_sets"), said);
        CU_ASSERT_FALSE(said && doctor_hears(f, "id"));
        free(text);
        logreg_model_free(m);
        logreg_frame_free(f);
    }
}

/* Whoever named it means it, and a model's file keeps what was said. */
static void minds_who_chose_sets(void)
{
    logreg_frame *f = table_of_sets(0);
    logreg_options o = logreg_options_default();
    logreg_model *m = NULL;
    o.chosen = true;
    CU_ASSERT_EQUAL_FATAL(logreg_fit_formula(&m, f, "y ~ set + x", &o, NULL), LOGREG_OK);
    char *text = warnings_of(m);
    CU_ASSERT_PTR_NULL(strstr(text, "Matched sets"));
    free(text);
    logreg_model_free(m);
    CU_ASSERT_EQUAL_FATAL(logreg_fit_formula(&m, f, "y ~ .", NULL, NULL), LOGREG_OK);
    text = warnings_kept(m);
    CU_ASSERT_PTR_NOT_NULL(strstr(text, "--strata set and a formula without set compare rows within them."));
    free(text);
    logreg_model_free(m);
    logreg_frame_free(f);
}

static bool fit_and_tell(void *frame)
{
    logreg_model *m = NULL;
    logreg_error err;
    char *text = NULL;
    logreg_status status = logreg_fit_formula(&m, frame, "y ~ x", NULL, &err);
    if (status == LOGREG_OK) {
        logreg_report_options o = logreg_report_options_default();
        status = logreg_report_warnings(&text, m, &o, &err);
    }
    bool ok =
        status == LOGREG_OK ? text && strstr(text, "Suspected leakage") : status == LOGREG_ENOMEM && !text;
    free(text);
    logreg_model_free(m);
    return ok;
}

static void survives_any_failing_allocation(void)
{
    for (size_t row = 0; row < 2; row++) {
        logreg_frame *f = table(row);
        CU_ASSERT_TRUE(oom_each(fit_and_tell, f));
        logreg_frame_free(f);
    }
}

const test_case tests[] = {
    {"tells them before separation", tells_them_before_separation},
    {"tells it of any fit", tells_it_of_any_fit},
    {"stays with the model", stays_with_the_model},
    {"refuses a class that is not there", refuses_a_class_that_is_not_there},
    {"knows matched sets", knows_matched_sets},
    {"minds who chose sets", minds_who_chose_sets},
    {"survives any failing allocation", survives_any_failing_allocation},
    {NULL, NULL},
};
