/* Files whose columns are known before they are read, and cells that are kept as they stand. */
#include "harness.h"

#include <stdlib.h>
#include <string.h>

#include <logreg/model.h>

#include "csv_files.h"
#include "csv_twice.h"
#include "oom.h"

static const logreg_csv_column abc[] = {{"a", LOGREG_CSV_NUMBERS},
                                        {"b", LOGREG_CSV_TEXTS},
                                        {"a", LOGREG_CSV_TEXTS}, /* the first counts */
                                        {"c", LOGREG_CSV_CATEGORY},
                                        {"none", LOGREG_CSV_NUMBERS}};

static logreg_csv_options known_options(void)
{
    logreg_csv_options o = logreg_csv_options_default();
    o.known = abc;
    o.n_known = sizeof abc / sizeof *abc;
    return o;
}

static logreg_status read_text(logreg_frame **f, const char *text, const logreg_csv_options *o,
                               logreg_error *err)
{
    FILE *stream = fmemopen((void *)text, strlen(text), "rb");
    logreg_status status = logreg_frame_read_csv_stream(f, stream, "f.csv", o, err);
    fclose(stream);
    return status;
}

static char *read_known(const char *text)
{
    logreg_frame *f = NULL;
    logreg_error err = {0};
    logreg_csv_options o = known_options();
    logreg_status status = read_text(&f, text, &o, &err);
    return outcome(status, f, &err);
}

static void reads_columns_as_they_are_known(void)
{
    static const char *const table[][2] = {
        {"a,b,c,d\n1,1.10,1.10,x\n2,1.1,1.1,3\n3,01,01,4\n",
         "a# 1 2 3; b: [1.10] [1.1] [01]; c: [1.1] [1.1] [01]; d# NA 3 4"},
        {"b,c\n1.10,2.0\nNA,x\n", "b: [1.10] NA; c: [2.0] [x]"},
        /* whatever stands in the others */
        {"a,d\n1,5\n2,6\n3,7\n4,x\n5,9\n", "a# 1 2 3 4 5; d# 5 6 7 NA 9"},
        {"a,d\n1,5\n2,6\n3,\"1,234\"\n4,7\n5,9\n", "a# 1 2 3 4 5; d# 5 6 NA 7 9"},
        {"a,d\n1,5\n2,6\n3,7\n4,8\n15,Total\n", "a# 1 2 3 4 15; d# 5 6 7 8 NA"},
        /* text where numbers must be */
        {"a,d\nlow,1\nhigh,2\n",
         "f.csv:2:1 'a': 'low' is not a number (2 of 2 values), and this column must hold numbers; put them "
         "there, or give it another name and this one to the column that is meant"},
        {"a\n207a\n207b\n208\n209\n",
         "f.csv:2:1 'a': '207a' is not a number (2 of 4 values), and this column must hold numbers; put them "
         "there, or give it another name and this one to the column that is meant"},
        {"a,d\n1,1\n2,2\nx,3\n4,4\n3,5\n",
         "f.csv:4:1 'a': 'x' is not a number (1 of 5 values). Use --na-values 'a=x' (which leaves out 1 row), or "
         "--categorical a"},
    };
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        char *got = read_known(table[i][0]);
        got[strcspn(got, "|")] = '\0'; /* notes, and sentences for whoever uses the others */
        got[strlen(got) - (got[strlen(got) - 1] == ' ')] = '\0';
        CU_ASSERT_TRUE(same_text(got, table[i][1]));
        free(got);
    }
}

/* A column that is left alone does not become text, which would want a second reading; what uses it is told. */
static void leaves_the_others_alone(void)
{
    size_t n;
    char *text = late_text(1200, 900, 900, &n);
    static const logreg_csv_column known[] = {{"n", LOGREG_CSV_NUMBERS}};
    logreg_csv_options o = logreg_csv_options_default();
    o.known = known;
    o.n_known = 1;
    logreg_frame *f = NULL;
    logreg_error err = {0};
    CU_ASSERT_EQUAL_FATAL(read_text(&f, text, &o, &err), LOGREG_OK);
    size_t t = logreg_frame_find(f, "t");
    CU_ASSERT_EQUAL(logreg_frame_kind(f, t), LOGREG_NUMERIC);
    CU_ASSERT_EQUAL(logreg_frame_missing(f, t), 900);
    CU_ASSERT_PTR_NOT_NULL(logreg_frame_fault(f, t));
    CU_ASSERT_EQUAL(logreg_frame_filter(f, "t > 3", &err), LOGREG_EDATA);
    logreg_frame_free(f);
    free(text);
    static const logreg_csv_column nameless[] = {{"a", LOGREG_CSV_TEXTS}, {NULL, LOGREG_CSV_TEXTS}};
    o.known = nameless;
    o.n_known = 2;
    CU_ASSERT_EQUAL(read_text(&f, "a\n1\n", &o, &err), LOGREG_EINVAL);
    CU_ASSERT_STRING_EQUAL(err.message, "entry 2 of known has no name");
}

/* ---- Cells ---- */

static const char cells_text[] = "id,zip,a,x,note,\n"
                                 "1823456789012345602,00014,1.50,1.50,NA,\n"
                                 "7,7,2,0.0001,x,\n"
                                 "-0,+7,3.0,1e5,\"q, r\",\n"
                                 "100000,70,4,-.5,n/a,\n"
                                 "0.1,0.00001,5,1E-5,z,\n"
                                 "0.12345678901234567,1e-05,6,12.,z,\n"
                                 "5,6,7,A12,z,\n";

static const char *const kept[][5] = {{"1823456789012345602", "00014", NULL, "1.50", "NA"},
                                      {NULL, NULL, NULL, NULL, NULL},
                                      {NULL, "+7", NULL, "1e5", NULL},
                                      {NULL, NULL, NULL, "-.5", "n/a"},
                                      {NULL, "0.00001", NULL, "1E-5", NULL},
                                      {"0.12345678901234567", NULL, NULL, "12.", NULL},
                                      {NULL, NULL, NULL, "A12", NULL}};

static logreg_csv_options keeping(void)
{
    logreg_csv_options o = known_options();
    o.keep_cells = true;
    return o;
}

static bool same_cell(const char *a, const char *b)
{
    bool same = a && b ? strcmp(a, b) == 0 : a == b;
    if (!same)
        printf("# '%s' for '%s'\n", a ? a : "nothing", b ? b : "nothing");
    return same;
}

static void keeps_cells(void)
{
    logreg_frame *f = NULL;
    logreg_error err = {0};
    logreg_csv_options o = keeping();
    CU_ASSERT_EQUAL_FATAL(read_text(&f, cells_text, &o, &err), LOGREG_OK);
    CU_ASSERT_EQUAL(logreg_frame_columns(f), 5);
    for (size_t i = 0; i < 7; i++)
        for (size_t j = 0; j < 5; j++)
            CU_ASSERT_TRUE(same_cell(logreg_frame_cell(f, i, j), kept[i][j]));
    CU_ASSERT_EQUAL_FATAL(logreg_frame_filter(f, "a > 2", &err), LOGREG_OK);
    for (size_t i = 2; i < 7; i++)
        CU_ASSERT_TRUE(same_cell(logreg_frame_cell(f, i - 2, 3), kept[i][3]));
    logreg_frame_free(f);
    o.keep_cells = false;
    CU_ASSERT_EQUAL_FATAL(read_text(&f, cells_text, &o, &err), LOGREG_OK);
    CU_ASSERT_PTR_NULL(logreg_frame_cell(f, 0, 0));
    logreg_frame_free(f);
}

static void writes_points_for_commas(void)
{
    logreg_frame *f = NULL;
    logreg_error err = {0};
    logreg_csv_options o = keeping();
    o.decimal = ',';
    CU_ASSERT_EQUAL_FATAL(read_text(&f, "a;x\n1;1,50\n2;1,5\n3;2,25\n4;p,q\n5;6\n", &o, &err), LOGREG_OK);
    static const char *const want[] = {"1.50", NULL, NULL, "p,q", NULL};
    for (size_t i = 0; i < 5; i++)
        CU_ASSERT_TRUE(same_cell(logreg_frame_cell(f, i, 1), want[i]));
    logreg_frame_free(f);
}

/* Categories by the caller's word alone: levels that are one number are told apart by their cells. */
static void keeps_cells_of_categories(void)
{
    static const char *const zip = "zip";
    logreg_frame *f = NULL;
    logreg_error err = {0};
    logreg_csv_options o = logreg_csv_options_default();
    o.keep_cells = true;
    o.categorical = &zip;
    o.n_categorical = 1;
    CU_ASSERT_EQUAL_FATAL(read_text(&f, "zip\n01\n1\n01\n2\n", &o, &err), LOGREG_OK);
    static const char *const want[] = {"01", NULL, "01", NULL};
    for (size_t i = 0; i < 4; i++)
        CU_ASSERT_TRUE(same_cell(logreg_frame_cell(f, i, 0), want[i]));
    logreg_frame_free(f);
}

static void reads_the_same_by_both_roads(void)
{
    static const char *const text[] = {cells_text, "a,b,c,d\n1,1.10,1.10,x\n2,1.1,1.1,3\n3,01,01,4\n",
                                       "a,d\n1,5\n2,6\n3,7\n4,x\n5,9\n", "a,d\nlow,1\nhigh,2\n"};
    for (size_t k = 0; k < sizeof text / sizeof *text; k++)
        for (size_t chunk = 1; chunk <= 64; chunk += 1 + chunk / 2)
            for (size_t held = 1; held <= 3; held += 2) {
                logreg__csv_tuning tuning = {.chunk = chunk, .alone = chunk, .held = held};
                logreg_csv_options o = keeping();
                CU_ASSERT_TRUE(same_by_both_roads(text[k], strlen(text[k]), &o, &tuning));
                o.known = NULL;
                CU_ASSERT_TRUE(same_by_both_roads(text[k], strlen(text[k]), &o, &tuning));
            }
}

static bool short_of_memory(void *context)
{
    logreg_frame *f = NULL;
    logreg_error err = {0};
    logreg_csv_options o = keeping();
    (void)context;
    logreg_status status = read_text(&f, cells_text, &o, &err);
    if (status == LOGREG_OK)
        logreg_frame_free(f);
    return status == LOGREG_OK || (status == LOGREG_ENOMEM && !f);
}

static void survives_lack_of_memory(void)
{
    CU_ASSERT_TRUE(oom_each(short_of_memory, NULL));
}

/* ---- What a model knows ---- */

static const char rows[] =
    "ver,age,w,n,y\n1.1,3,1,5,0\n1.10,4,2,x,1\nbeta,5,1,5,0\n1.1,6,1,6,1\n1.10,1,1,6,0\n"
    "beta,2,3,7,1\n1.1,5,1,7,0\n1.10,4,1,7,1\nbeta,3,2,8,0\n1.1,2,1,8,1\n";

static logreg_model *fit_versions(void)
{
    static const char *const ver = "ver";
    static const char *const spared = LOGREG_ANY_COLUMN;
    logreg_csv_options o = logreg_csv_options_default();
    logreg_options fit = logreg_options_default();
    logreg_frame *f = NULL;
    logreg_model *m = NULL;
    o.categorical = &ver;
    o.n_categorical = 1;
    o.spared = &spared;
    o.n_spared = 1;
    fit.weights = "w";
    CU_ASSERT_EQUAL_FATAL(read_text(&f, rows, &o, NULL), LOGREG_OK);
    CU_ASSERT_EQUAL_FATAL(logreg_fit_formula(&m, f, "y ~ C(ver) + age", &fit, NULL), LOGREG_OK);
    logreg_frame_free(f);
    return m;
}

static void models_tell_what_they_know(void)
{
    logreg_model *m = fit_versions();
    logreg_csv_column column[8];
    CU_ASSERT_EQUAL(logreg_model_csv_columns(m, false, NULL), 2);
    CU_ASSERT_EQUAL(logreg_model_csv_columns(m, true, NULL), 4);
    CU_ASSERT_EQUAL(logreg_model_csv_columns(m, true, column), 4);
    static const logreg_csv_column want[] = {{"age", LOGREG_CSV_NUMBERS},
                                             {"w", LOGREG_CSV_NUMBERS},
                                             {"ver", LOGREG_CSV_TEXTS},
                                             {"y", LOGREG_CSV_AS_IT_LOOKS}};
    for (size_t i = 0; i < 4; i++) {
        CU_ASSERT_STRING_EQUAL(column[i].name, want[i].name);
        CU_ASSERT_EQUAL(column[i].kind, want[i].kind);
    }
    logreg_model_free(m);
}

/* The probability of the first row of a text. */
static double predict_first(const logreg_model *m, const char *text)
{
    logreg_csv_column known[8];
    logreg_csv_options o = logreg_csv_options_default();
    o.known = known;
    o.n_known = logreg_model_csv_columns(m, false, known);
    logreg_frame *f = NULL;
    CU_ASSERT_EQUAL_FATAL(read_text(&f, text, &o, NULL), LOGREG_OK);
    gsl_matrix *P = gsl_matrix_alloc(logreg_frame_rows(f), 2);
    CU_ASSERT_EQUAL(logreg_predict_proba_frame(m, f, P, NULL), LOGREG_OK);
    double p = gsl_matrix_get(P, 0, 1);
    gsl_matrix_free(P);
    logreg_frame_free(f);
    return p;
}

static void rows_do_not_depend_on_others(void)
{
    logreg_model *m = fit_versions();
    double alone = predict_first(m, "ver,age\n1.10,4\n");
    CU_ASSERT_EQUAL(alone, predict_first(m, "ver,age\n1.10,4\nbeta,5\n1.1,3\n"));
    CU_ASSERT_EQUAL(alone,
                    predict_first(m, "n,ver,w,age\n1,1.10,?,4\nx,1.1,heavy,4\n3,1.1,2,4\n4,1.1,2,4\n"));
    CU_ASSERT_NOT_EQUAL(alone, predict_first(m, "ver,age\n1.1,4\n"));
    logreg_model_free(m);
}

const test_case tests[] = {
    {"columns are read as they are known", reads_columns_as_they_are_known},
    {"the others are left alone", leaves_the_others_alone},
    {"cells are kept that values do not tell", keeps_cells},
    {"a decimal comma becomes a point", writes_points_for_commas},
    {"cells of categories that are one number are kept", keeps_cells_of_categories},
    {"both roads keep the same", reads_the_same_by_both_roads},
    {"lack of memory is survived", survives_lack_of_memory},
    {"models tell what they know of columns", models_tell_what_they_know},
    {"a row's prediction does not depend on other rows", rows_do_not_depend_on_others},
    {NULL, NULL},
};
