/* Columns that no fit can use, told all at once. */
#include "harness.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <logreg/model.h>

#include "oom.h"

enum { N = 40 };

static logreg_frame *new_frame(void)
{
    logreg_frame *f = NULL;
    double y[N], age[N];
    for (size_t i = 0; i < N; i++) {
        y[i] = (double)(i * 7 % 5 < 2);
        age[i] = (double)(30 + i * 11 % 37);
    }
    CU_ASSERT_EQUAL_FATAL(logreg_frame_new(&f, NULL), LOGREG_OK);
    CU_ASSERT_EQUAL_FATAL(logreg_frame_add_numeric(f, "age", age, N, 1, NULL), LOGREG_OK);
    CU_ASSERT_EQUAL_FATAL(logreg_frame_add_numeric(f, "y", y, N, 1, NULL), LOGREG_OK);
    return f;
}

/* Texts by the row's number modulo `cycle`, in the rows from `first` on. */
static void add_texts(logreg_frame *f, const char *name, const char *format, size_t cycle, size_t first)
{
    char text[N][40];
    const char *label[N];
    for (size_t i = 0; i < N; i++) {
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
        snprintf(text[i], sizeof text[i], format, (int)(i % cycle));
#pragma GCC diagnostic pop
        label[i] = i < first ? NULL : text[i];
    }
    CU_ASSERT_EQUAL_FATAL(logreg_frame_add_category(f, name, label, N, NULL), LOGREG_OK);
}

static void add_empty(logreg_frame *f, const char *name)
{
    double x[N];
    for (size_t i = 0; i < N; i++)
        x[i] = (double)NAN;
    CU_ASSERT_EQUAL_FATAL(logreg_frame_add_numeric(f, name, x, N, 1, NULL), LOGREG_OK);
}

static logreg_status fit(const logreg_frame *f, const char *formula, bool listed, logreg_error *err)
{
    logreg_model *m = NULL;
    logreg_options o = logreg_options_default();
    o.listed = listed;
    logreg_status status = logreg_fit_formula(&m, f, formula, &o, err);
    logreg_model_free(m);
    return status;
}

static void check(const logreg_frame *f, const char *formula, bool listed, const char *want)
{
    logreg_error err = {.message = ""};
    CU_ASSERT_EQUAL(fit(f, formula, listed, &err), LOGREG_EDATA);
    CU_ASSERT_TRUE(same_text(err.message, want));
    CU_ASSERT_EQUAL(fit(f, formula, listed, NULL), LOGREG_EDATA);
}

static logreg_frame *of_all_kinds(void)
{
    logreg_frame *f = new_frame();
    add_texts(f, "start", "2024-05-%02d", N, 0);
    add_texts(f, "name, first", "p%02d", N, 0);
    add_texts(f, "o'clock", "%d.1.2024", N, 0);
    add_texts(f, "arm", "%d", 3, 0);
    add_texts(f, "the \"one\"", "Base%d", 1, 0);
    add_texts(f, "-sign", "Low%d", 1, 0);
    return f;
}

static void tells_all(void)
{
    logreg_frame *f = of_all_kinds();
    const char told[] =
        "5 columns are of no use to a fit: 'start' and 'o'clock' look like dates; 'name, first' looks "
        "like an ID; 'the \"one\"' holds only 'Base0' and '-sign' only 'Low0'. Leave them out, ",
               meant[] = "; C(..) in a formula takes dates and IDs all the same";
    char want[1000];
    snprintf(want, sizeof want, "%s--exclude 'start,\"name, first\",o'\\''clock,\"the \"\"one\"\"\",-sign'%s",
             told, meant);
    check(f, "y ~ .", true, want);
    snprintf(want, sizeof want, "%s--formula 'y ~ age + arm'%s", told, meant);
    check(f, "y ~ .", false, want);
    check(
        f, "y ~ age:start + arm*`-sign` - 1", false,
        "2 columns are of no use to a fit: 'start' looks like a date; '-sign' holds only 'Low0'. Leave them "
        "out, --formula 'y ~ arm - 1'; C(..) in a formula takes dates and IDs all the same");
    check(f, "y ~ age + C(`the \"one\"`) + `-sign`", false,
          "2 columns are of no use to a fit: 'the \"one\"' holds only 'Base0' and '-sign' only 'Low0'. Leave "
          "them out, --formula 'y ~ age'");
    check(f, "y ~ age + `-sign`", true,
          "column '-sign' holds only 'Low0' in the 40 rows without missing values, so it explains nothing: "
          "leave it out, --exclude=-sign");
    logreg_frame_free(f);
}

static void tells_what_costs_rows_too(void)
{
    logreg_frame *f = new_frame();
    add_empty(f, "gone");
    add_texts(f, "seldom", "%d", 3, 35);
    add_texts(f, "sex", "%d", 2, 0);
    check(
        f, "y ~ age + gone + sex", true,
        "no rows are left to fit: every row has a missing value; column 'gone' is missing in 40 of 40 rows: "
        "--exclude gone keeps 40 rows more");
    add_texts(f, "id", "p%02d", N, 0);
    add_texts(f, "one", "x%d", 1, 0);
    check(f, "y ~ .", true,
          "4 columns are of no use to a fit: 'id' looks like an ID; 'one' holds only 'x0'; 'gone' is empty; "
          "'seldom' is missing in 35 of 40 rows. Leave them out, --exclude gone,seldom,id,one; C(..) in a "
          "formula takes dates and IDs all the same");
    logreg_frame_free(f);

    f = new_frame(); /* what has one value only in the rows that another column leaves is sound without that */
    double lab[N];
    const char *sex[N];
    for (size_t i = 0; i < N; i++) {
        lab[i] = i % 10 && i != 1 ? (double)NAN : (double)i; /* rows of both classes */
        sex[i] = i % 10 && i != 1 ? "f" : "m";
    }
    CU_ASSERT_EQUAL_FATAL(logreg_frame_add_numeric(f, "lab", lab, N, 1, NULL), LOGREG_OK);
    CU_ASSERT_EQUAL_FATAL(logreg_frame_add_category(f, "sex", sex, N, NULL), LOGREG_OK);
    check(
        f, "y ~ age + sex + lab", true,
        "column 'sex' holds only 'm' in the 5 rows without missing values; column 'lab' is missing in 35 of "
        "40 rows: --exclude lab keeps 35 rows more");
    check(
        f, "y ~ age + log(1 + lab) + sex:lab + sex", false,
        "column 'sex' holds only 'm' in the 5 rows without missing values; column 'lab' is missing in 35 of "
        "40 rows: --formula 'y ~ age + sex' keeps 35 rows more");
    logreg_frame_free(f);
}

/* What a fit would take, and warn of, is told with what it cannot take, unless somebody chose it; alone it stops nothing. */
static void tells_what_it_would_warn_of(void)
{
    logreg_frame *f = new_frame();
    double row[N], day[N], wave[N];
    for (size_t i = 0; i < N; i++) {
        row[i] = (double)(1 + i);
        day[i] = (double)(20240100 + 1 + i % 28);
        wave[i] = 3;
    }
    CU_ASSERT_EQUAL_FATAL(logreg_frame_add_numeric(f, "nr", row, N, 1, NULL), LOGREG_OK);
    CU_ASSERT_EQUAL_FATAL(logreg_frame_add_numeric(f, "seen", day, N, 1, NULL), LOGREG_OK);
    CU_ASSERT_EQUAL_FATAL(logreg_frame_add_numeric(f, "wave", wave, N, 1, NULL), LOGREG_OK);
    add_texts(f, "Nachname", "n%d", 8, 0);
    add_texts(f, "town", "t%d", 8, 0);
    logreg_error err = {.message = ""};
    CU_ASSERT_EQUAL(fit(f, "y ~ .", true, &err), LOGREG_OK);
    add_texts(f, "code", "p%02d", N, 0);
    check(f, "y ~ .", true,
          "5 columns are of no use to a fit: 'seen' looks like a date; 'code' and 'nr' look like IDs; "
          "'Nachname' holds names; "
          "'wave' holds only '3'. Leave them out, --exclude nr,seen,wave,Nachname,code; C(..) in a formula "
          "takes dates "
          "and IDs all the same");
    logreg_options o = logreg_options_default();
    logreg_model *m = NULL;
    o.chosen = o.listed = true;
    CU_ASSERT_EQUAL(logreg_fit_formula(&m, f, "y ~ .", &o, &err), LOGREG_EDATA);
    CU_ASSERT_PTR_NOT_NULL(strstr(err.message, "column 'code' looks like an ID"));
    logreg_frame_free(f);
}

/* The option holds all; where that is too long for a sentence, another way is told. */
static void names_a_few_of_many(void)
{
    logreg_frame *f = new_frame();
    logreg_error err;
    char name[120], list[2000] = "--exclude ";
    for (int i = 0; i < 60; i++) {
        snprintf(name, sizeof name, "question_%d", i);
        snprintf(list + strlen(list), sizeof list - strlen(list), "%s%s", i ? "," : "", name);
        add_texts(f, name, "t%d", N, 0);
    }
    CU_ASSERT_EQUAL(fit(f, "y ~ .", true, &err), LOGREG_EDATA);
    CU_ASSERT_PTR_NOT_NULL(strstr(err.message, list));
    CU_ASSERT_PTR_NOT_NULL(strstr(err.message,
                                  "60 columns are of no use to a fit: 'question_0', 'question_1', "
                                  "'question_2', 'question_3' and 56 more look like IDs. Leave"));
    for (int i = 60; i < 90; i++) {
        snprintf(name, sizeof name,
                 "what do you think of the \xc3\xa4sthetics of things, of number %d among all", i);
        add_texts(f, name, "t%d", N, 0);
    }
    check(f, "y ~ .", true,
          "90 columns are of no use to a fit: 'question_0' and 89 more look like IDs. Name the columns that "
          "you "
          "want with --features; logreg doctor lists all that are of no use");
    check(
        f, "y ~ . - age", false,
        "90 columns are of no use to a fit: 'question_0', 'question_1', 'question_2', 'question_3' and 86 "
        "more "
        "look like IDs. Leave them out, --formula 'y ~ 1 - age'; C(..) in a formula takes dates and IDs all "
        "the same");
    logreg_frame_free(f);
}

static bool refuse(void *frame)
{
    logreg_error err;
    logreg_status status = fit(frame, "y ~ .", true, &err);
    return status == LOGREG_ENOMEM || (status == LOGREG_EDATA && strstr(err.message, "--exclude"));
}

/* Events and others that add up to trials, read from a file, so that there is a command too. */
static bool refuse_remainder(void *bytes)
{
    logreg_error err;
    logreg_frame *f = NULL;
    logreg_model *m = NULL;
    logreg_options o = logreg_options_default();
    logreg_csv_options csv = logreg_csv_options_default();
    FILE *stream = fmemopen(bytes, strlen(bytes), "rb");
    logreg_status status = logreg_frame_read_csv_stream(&f, stream, "f.csv", &csv, &err);
    fclose(stream);
    o.trials = "n";
    o.listed = true;
    if (status == LOGREG_OK)
        status = logreg_fit_formula(&m, f, "yes ~ age + no", &o, &err);
    logreg_frame_free(f);
    logreg_model_free(m);
    return status == LOGREG_ENOMEM ||
           (status == LOGREG_EDATA &&
            strcmp(err.message,
                   "f.csv: 'no' and 'yes' add up to 'n' in every row, so that 'no' tells the outcome: "
                   "leave it out, --exclude no; and 'yes' is empty in 1 row where 'no' is all of 'n', "
                   "which means 0: write that, perl -lne '@F = "
                   "/(?:^|,)((?:\"[^\"]*\"|[^,])*)/g; if ($. > 1) { $F[2] =~ s/^[\" "
                   "]*(?=\\r?$)/0/ if $F[1] == $F[3] } print join \",\", @F' f.csv") == 0);
}

static bool refuse_formula(void *frame)
{
    logreg_error err;
    logreg_status status = fit(frame, "y ~ .", false, &err);
    return status == LOGREG_ENOMEM || (status == LOGREG_EDATA && strstr(err.message, "--formula"));
}

static void tells_what_remains_of_trials(void)
{
    static char bytes[] = "age,no,yes,n\n1,2,3,5\n2,4,,4\n3,5,1,6\n4,7,2,9\n5,1,1,2\n";
    CU_ASSERT_TRUE(refuse_remainder(bytes));
    CU_ASSERT_TRUE(oom_each(refuse_remainder, bytes));
}

static void survives_lack_of_memory(void)
{
    logreg_frame *f = of_all_kinds();
    add_texts(f, "Name", "n%d", 8, 0);
    CU_ASSERT_TRUE(oom_each(refuse, f));
    add_texts(f, "seldom", "%d", 3, 35);
    CU_ASSERT_TRUE(oom_each(refuse_formula, f));
    logreg_frame_free(f);
}

const test_case tests[] = {
    {"tells all columns of no use at once", tells_all},
    {"tells those that cost rows with them", tells_what_costs_rows_too},
    {"tells what it would warn of", tells_what_it_would_warn_of},
    {"names a few of many", names_a_few_of_many},
    {"tells what remains of trials", tells_what_remains_of_trials},
    {"survives lack of memory", survives_lack_of_memory},
    {NULL, NULL},
};
