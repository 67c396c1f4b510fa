/* Terms: every column of several hundred design matrices against R, levels, names, what is refused. */
#include "harness.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/number.h"
#include "formula/formula.h"
#include "data/frame.h"
#include "design/levels.h"
#include "design/terms.h"
#include "oom.h"

static logreg_frame *new_frame(void)
{
    logreg_frame *frame = NULL;
    CU_ASSERT_EQUAL_FATAL(logreg_frame_new(&frame, NULL), LOGREG_OK);
    return frame;
}

static void add_numbers(logreg_frame *f, const char *name, const double *x, size_t n)
{
    CU_ASSERT_EQUAL_FATAL(logreg_frame_add_numeric(f, name, x, n, 1, NULL), LOGREG_OK);
}

static void add_labels(logreg_frame *f, const char *name, const char *const *labels, size_t n)
{
    CU_ASSERT_EQUAL_FATAL(logreg_frame_add_category(f, name, labels, n, NULL), LOGREG_OK);
}

/* Terms of a formula on the rows that miss nothing it uses. */
static logreg_status make(logreg__terms **terms, logreg__rows **rows, const char *text,
                          const logreg_frame *frame, logreg_error *err)
{
    logreg__formula *formula = NULL;
    logreg_status status = logreg__formula_parse(&formula, text, frame, NULL, 0, err);
    if (status != LOGREG_OK)
        return status;
    size_t n, *column = NULL;
    status = logreg__formula_columns(&column, &n, formula, frame, err);
    if (status == LOGREG_OK)
        status = logreg__rows_complete(rows, frame, column, n, err);
    free(column);
    if (status == LOGREG_OK)
        status = logreg__terms_new(terms, formula, frame, *rows, err);
    logreg__formula_free(formula);
    return status;
}

/* ---- Against R --------------------------------------------------------------------------------------------- */

enum { MOST_ROWS = 64, MOST_TEXT = 512 };

/* Cuts the next word off a line. */
static char *next_word(char **line)
{
    char *word = strsep(line, " \n");
    return word && *word ? word : NULL;
}

static void read_column(logreg_frame *frame, bool category, char *line)
{
    const char *name = next_word(&line), *label[MOST_ROWS], *word;
    double number[MOST_ROWS];
    size_t n = 0;
    for (; n < MOST_ROWS && (word = next_word(&line)); n++) {
        label[n] = strcmp(word, "NA") == 0 ? NULL : word;
        number[n] = label[n] ? strtod(word, NULL) : NAN;
    }
    if (category)
        add_labels(frame, name, label, n);
    else
        add_numbers(frame, name, number, n);
}

/* Value of one variable's share in a column: the number, or whether the cell shows the level. */
static double share(const logreg__variable *v, size_t level, const logreg_frame *frame, size_t row)
{
    size_t j = logreg_frame_find(frame, v->column);
    double x = logreg_frame_number(frame, row, j);
    if (level == SIZE_MAX)
        return x;
    char text[LOGREG__NUMBER_SIZE];
    bool numeric = logreg_frame_kind(frame, j) == LOGREG_NUMERIC;
    const char *cell = numeric ? logreg__number_shortest(text, x) : logreg_frame_label(frame, row, j);
    return strcmp(cell, v->levels[level]) == 0;
}

static double checksum(const logreg__terms *t, size_t column, const logreg_frame *frame,
                       const logreg__rows *rows)
{
    const logreg__term *term = NULL;
    for (size_t j = 0; j < t->n_terms; j++)
        if (column >= t->term[j].first && column < t->term[j].first + t->term[j].n_columns)
            term = &t->term[j];
    size_t place[MOST_ROWS], weight = 1;
    double sum = 0;
    logreg__rows_list(rows, 0, rows->n, place);
    for (size_t r = 0, i = 0; r < rows->n_total && i < rows->n; r++) {
        weight = weight * 7 % 10007;
        if (place[i] != r)
            continue;
        double value = (double)weight;
        for (size_t k = 0; term && k < term->n; k++)
            value *= share(&t->variable[term->variable[k]],
                           logreg__term_level(t, term, column - term->first, k), frame, r);
        sum += value;
        i++;
    }
    return sum;
}

/* A model under comparison. */
typedef struct {
    const logreg_frame *frame;
    logreg__terms *terms;
    logreg__rows *rows;
    size_t column; /* the next to be compared */
    char formula[MOST_TEXT];
} model;

static void close_model(model *m)
{
    if (m->terms && m->column != m->terms->n_columns) {
        printf("# %s: %zu columns, R has %zu\n", m->formula, m->terms->n_columns, m->column);
        CU_FAIL("number of columns");
    }
    logreg__terms_free(m->terms);
    logreg__rows_free(m->rows);
    m->terms = NULL;
    m->rows = NULL;
    m->column = 0;
}

static void open_model(model *m, char *formula)
{
    logreg_error err = {0};
    formula[strcspn(formula, "\n")] = '\0';
    snprintf(m->formula, sizeof m->formula, "%s", formula);
    if (make(&m->terms, &m->rows, formula, m->frame, &err) != LOGREG_OK) {
        printf("# %s: %s\n", formula, err.message);
        CU_FAIL("formula refused");
    }
}

static void compare_column(model *m, char *line)
{
    if (!m->terms)
        return;
    const char *name = next_word(&line), *sum = next_word(&line);
    size_t c = m->column++;
    bool there = c < m->terms->n_columns;
    bool same = there && same_text(m->terms->name[c], name) &&
                near_abs(checksum(m->terms, c, m->frame, m->rows), strtod(sum, NULL), 0);
    if (!same)
        printf("# in %s, column %zu\n", m->formula, c);
    CU_ASSERT_TRUE(same);
}

static void agrees_with_r(void)
{
    FILE *file = fopen(source_path("tests/reference/terms.txt"), "r");
    CU_ASSERT_PTR_NOT_NULL_FATAL(file);
    logreg_frame *frame = new_frame();
    model m = {.frame = frame};
    char line[MOST_TEXT];
    size_t models = 0;
    while (fgets(line, sizeof line, file)) {
        char *rest = line;
        const char *what = strsep(&rest, " ");
        if (strcmp(what, "number") == 0 || strcmp(what, "category") == 0) {
            read_column(frame, *what == 'c', rest);
        } else if (strcmp(what, "model") == 0) {
            close_model(&m);
            open_model(&m, rest);
            models++;
        } else {
            compare_column(&m, rest);
        }
    }
    close_model(&m);
    CU_ASSERT_TRUE(models == 756);
    logreg_frame_free(frame);
    fclose(file);
}

/* ---- Levels and names -------------------------------------------------------------------------------------- */

static void check_names(const char *formula, const logreg_frame *frame, const char *const *want)
{
    logreg__terms *t = NULL;
    logreg__rows *rows = NULL;
    logreg_error err = {.message = ""};
    CU_ASSERT_EQUAL(make(&t, &rows, formula, frame, &err), LOGREG_OK);
    CU_ASSERT_TRUE(same_text(err.message, ""));
    size_t n = 0;
    for (; t && want[n]; n++)
        CU_ASSERT_TRUE(n < t->n_columns && same_text(t->name[n], want[n]));
    CU_ASSERT_TRUE(t && n == t->n_columns);
    logreg__terms_free(t);
    logreg__rows_free(rows);
}

static void names_columns(void)
{
    static const double y[] = {0, 1, 0, 1, 0, 1}, x[] = {0.1, -0.0, 1e-7, 0, 100000, 0.1};
    static const double m[] = {1, 2, NAN, 4, NAN, 6};
    static const char *const blood[] = {"A", "B", "AB", "A", "0", "B"};
    static const char *const digits[] = {"10", "9", "2", "10", "9", "2"};
    logreg_frame *f = new_frame();
    add_numbers(f, "y", y, 6);
    add_numbers(f, "x", x, 6);
    add_numbers(f, "m", m, 6);
    add_labels(f, "blood `type`", blood, 6);
    add_labels(f, "digits", digits, 6);
    /* in level order, which is bytes here and value for digits; 0 and -0 are one level; in shortest form */
    check_names(
        "y ~ `blood ``type```", f,
        (const char *[]){"(Intercept)", "blood `type`[A]", "blood `type`[AB]", "blood `type`[B]", NULL});
    check_names("y ~ C(x) + digits", f,
                (const char *[]){"(Intercept)", "C(x)[1e-07]", "C(x)[0.1]", "C(x)[100000]", "digits[9]",
                                 "digits[10]", NULL});
    /* rows that miss m take levels away: 0 and AB, and the number 100000 */
    check_names("y ~ m + `blood ``type```:m", f,
                (const char *[]){"(Intercept)", "m", "m:blood `type`[B]", NULL});
    check_names("y ~ m + C(x) - 1", f, (const char *[]){"m", "C(x)[0]", "C(x)[0.1]", NULL});
    /* the wrapped form of a text column is a variable of its own */
    check_names("y ~ C(digits) - 1", f,
                (const char *[]){"C(digits)[2]", "C(digits)[9]", "C(digits)[10]", NULL});
    logreg_frame_free(f);
}

static void knows_its_variables(void)
{
    static const double y[] = {0, 1, 0, 1}, x[] = {3, NAN, 1, 3};
    static const char *const s[] = {"u", "v", "v", NULL};
    logreg_frame *f = new_frame();
    add_numbers(f, "y", y, 4);
    add_labels(f, "s", s, 4);
    add_numbers(f, "x", x, 4);
    logreg__terms *t = NULL;
    logreg__rows *rows = NULL;
    CU_ASSERT_EQUAL_FATAL(make(&t, &rows, "y ~ C(x):s + s", f, NULL), LOGREG_OK);
    CU_ASSERT_TRUE(same_text(t->response, "y"));
    CU_ASSERT_TRUE(same_text(t->formula, "y ~ s + C(x):s"));
    CU_ASSERT_EQUAL(t->n_variables, 2);
    const logreg__variable *v = t->variable;
    CU_ASSERT_TRUE(same_text(v[0].column, "x") && v[0].wrapped && v[0].kind == LOGREG_CATEGORY);
    CU_ASSERT_TRUE(same_text(v[1].column, "s") && !v[1].wrapped && v[1].kind == LOGREG_CATEGORY);
    CU_ASSERT_EQUAL(v[0].n_missing, 1);
    CU_ASSERT_EQUAL(v[1].n_missing, 1);
    CU_ASSERT_EQUAL(v[0].n_levels, 2);
    CU_ASSERT_TRUE(same_text(v[0].levels[0], "1") && same_text(v[0].levels[1], "3"));
    logreg__terms_free(t);
    logreg__rows_free(rows);
    logreg_frame_free(f);
}

static void takes_a_matrix(void)
{
    static const double x[] = {1, 2, 3, 4};
    logreg_frame *f = new_frame();
    add_numbers(f, "x1", x, 2);
    add_numbers(f, "x2", x + 2, 2);
    for (size_t intercept = 0; intercept < 2; intercept++) {
        logreg__terms *t = NULL;
        CU_ASSERT_EQUAL_FATAL(logreg__terms_plain(&t, f, intercept, NULL), LOGREG_OK);
        CU_ASSERT_PTR_NULL(t->response);
        CU_ASSERT_PTR_NULL(t->formula);
        CU_ASSERT_EQUAL(t->intercept, intercept);
        CU_ASSERT_EQUAL(t->n_columns, 2 + intercept);
        CU_ASSERT_EQUAL(t->n_terms, 2);
        CU_ASSERT_EQUAL(t->term[1].first, 1 + intercept);
        CU_ASSERT_EQUAL(t->term[1].variable[0], 1);
        CU_ASSERT_EQUAL(logreg__term_level(t, &t->term[1], 0, 0), SIZE_MAX);
        CU_ASSERT_TRUE(!intercept || same_text(t->name[0], "(Intercept)"));
        CU_ASSERT_TRUE(same_text(t->name[intercept], "x1"));
        CU_ASSERT_TRUE(same_text(t->name[1 + intercept], "x2"));
        logreg__terms_free(t);
    }
    logreg_frame_free(f);
    logreg__terms_free(NULL);
}

/* ---- What is refused --------------------------------------------------------------------------------------- */

/* The first n labels of a column are written into text by the format, i modulo cycle. */
static void add_cycle(logreg_frame *f, const char *name, const char *format, size_t n, size_t cycle)
{
    enum { SIZE = 32 };
    char *text = calloc(n, SIZE);
    const char **label = calloc(n, sizeof *label);
    for (size_t i = 0; i < n; i++) {
        snprintf(text + i * SIZE, SIZE, format, (int)(i % cycle));
        label[i] = text + i * SIZE;
    }
    add_labels(f, name, label, n);
    free(label);
    free(text);
}

static void add_count(logreg_frame *f, const char *name, size_t n)
{
    double *x = calloc(n, sizeof *x);
    for (size_t i = 0; i < n; i++)
        x[i] = (double)i;
    add_numbers(f, name, x, n);
    free(x);
}

static void check_message(const char *formula, const logreg_frame *frame, const char *want)
{
    logreg__terms *t = NULL;
    logreg__rows *rows = NULL;
    logreg_error err = {.message = ""};
    logreg_status status = make(&t, &rows, formula, frame, &err);
    CU_ASSERT_EQUAL(status, want ? LOGREG_EDATA : LOGREG_OK);
    CU_ASSERT_TRUE(same_text(err.message, want ? want : ""));
    CU_ASSERT_EQUAL(t != NULL, status == LOGREG_OK);
    logreg__terms_free(t);
    logreg__rows_free(rows);
}

static void refuses_ids_and_dates(void)
{
    logreg_frame *f = new_frame();
    enum { N = 30 };
    add_count(f, "y", N);
    add_cycle(f, "id", "p%02d", N, N);
    add_cycle(f, "full name", "p%02d", N, 28);
    add_cycle(f, "town", "t%02d", N, 27);
    add_cycle(f, "day", "2020-01-%02d", N, 16);
    add_cycle(f, "month", "2020-%02d-01 09:30", N, 15);
    add_cycle(f, "german", "%d.5.1999", N, N);
    add_cycle(f, "american", "5/%d/1999", N, N);
    add_cycle(f, "version", "1.%d.2", N, N);
    check_message(
        "y ~ id", f,
        "column 'id' looks like an ID, 30 different texts in 30 rows (such as 'p00'): leave it out, "
        "--formula 'y ~ 1'; C(id) in a formula takes it all the same");
    check_message("y ~ town * `full name`", f,
                  "column 'full name' looks like an ID, 28 different texts in 30 rows (such as 'p00'), of "
                  "which some may be one case entered twice: leave it out, --formula 'y ~ town'; C(`full "
                  "name`) in a formula takes it all the same");
    check_message("y ~ day", f,
                  "column 'day' looks like a date, 16 different texts in 30 rows (such as '2020-01-00'): "
                  "leave it out, --formula 'y ~ 1'; C(day) in a formula takes it all the same");
    check_message("y ~ german", f,
                  "column 'german' looks like a date, 30 different texts in 30 rows (such as '0.5.1999'): "
                  "leave it out, --formula 'y ~ 1'; C(german) in a formula takes it all the same");
    check_message("y ~ american", f,
                  "column 'american' looks like a date, 30 different texts in 30 rows (such as '5/0/1999'): "
                  "leave it out, --formula 'y ~ 1'; C(american) in a formula takes it all the same");
    check_message("y ~ version", f,
                  "column 'version' looks like an ID, 30 different texts in 30 rows (such as '1.0.2'): leave "
                  "it out, --formula 'y ~ 1'; C(version) in a formula takes it all the same");
    check_message("y ~ town + month + C(id) + C(day)", f, NULL);
    check_message("y ~ . - id - `full name` - day - german - american - version", f, NULL);
    logreg_frame_free(f);

    f = new_frame(); /* a small table may have a row for each level */
    add_count(f, "y", LOGREG__ID_ROWS - 1);
    add_cycle(f, "dose", "d%d", LOGREG__ID_ROWS - 1, LOGREG__ID_ROWS - 1);
    check_message("y ~ dose", f, NULL);
    logreg_frame_free(f);
}

static void refuses_single_levels(void)
{
    static const double y[] = {0, 1, 1}, same[] = {2.5, 2.5, 2.5}, gap[] = {1, 2, NAN},
                        none[] = {NAN, NAN, NAN};
    static const char *const sex[] = {"male", "male", "female"};
    logreg_frame *f = new_frame();
    add_numbers(f, "y", y, 3);
    add_numbers(f, "same", same, 3);
    add_numbers(f, "gap", gap, 3);
    add_numbers(f, "none", none, 3);
    add_labels(f, "sex", sex, 3);
    check_message("y ~ sex", f, NULL);
    check_message(
        "y ~ sex + gap", f,
        "column 'sex' holds only 'male' in the 2 rows without missing values, so it explains nothing: leave "
        "it out, --formula 'y ~ gap'; or, since it has other values where 'gap' is missing, leave that out "
        "instead, --formula 'y ~ sex'");
    static const char *const ticked[] = {"X", NULL, "X"};
    add_labels(f, "tick", ticked, 3);
    check_message(
        "y ~ tick", f,
        "column 'tick' holds only 'X', and in 1 row nothing: if empty means no there, write that; else it "
        "explains nothing: leave it out, --formula 'y ~ 1'");
    check_message(
        "y ~ C(same)", f,
        "column 'same' holds only '2.5' in the 3 rows without missing values, so it explains nothing: leave "
        "it out, --formula 'y ~ 1'");
    check_message("y ~ none", f,
                  "no row is left: each of the 3 has a missing value in a column that the formula uses");
    logreg_frame_free(f);
}

static void refuses_too_many_columns(void)
{
    logreg_frame *f = new_frame();
    enum { N = 25000 };
    add_count(f, "y", N);
    add_count(f, "count", N);
    add_cycle(f, "a", "a%d", N, 200);
    add_cycle(f, "b", "b%d", N, 101);
    add_cycle(f, "c", "c%d", N, 15000);
    check_message(
        "y ~ a:b - 1", f,
        "with the term 'a:b' the model has more than 20000 coefficients: leave it out, or merge levels");
    check_message(
        "y ~ a*b", f,
        "with the term 'a:b' the model has more than 20000 coefficients: leave it out, or merge levels");
    check_message(
        "y ~ a:b:c:C(c):C(a):C(b)", f,
        "with the term 'a:b:c:C(c):C(a):C(b)' the model has more than 20000 coefficients: leave it out, or "
        "merge levels");
    check_message(
        "y ~ C(c) + c", f,
        "with the term 'c' the model has more than 20000 coefficients: leave it out, or merge levels");
    check_message(
        "y ~ C(count)", f,
        "column 'count' holds more than 20000 different numbers, too many for the levels of C(count): use "
        "it as a number");
    logreg_frame_free(f);
}

/* Of a table of probes: one column too many beside the intercept, and none too many without it. */
static void refuses_too_many_terms(void)
{
    logreg_frame *f = new_frame();
    add_count(f, "y", 2);
    for (int j = 0; j < LOGREG__MAX_COLUMNS; j++) {
        char name[16];
        snprintf(name, sizeof name, "c%d", j);
        add_count(f, name, 2);
    }
    check_message("y ~ .", f,
                  "the model has 20000 columns, and a fit takes 20000 coefficients at most, the intercept "
                  "among them: choose among them by --features or --exclude, or write the numbers as sparse "
                  "rows, --format svmlight, of which --penalty l1 and l2 take any number of columns");
    check_message("y ~ . + c0:c1 - c0", f,
                  "the model has 20000 terms, and a fit takes 20000 coefficients at most, the intercept "
                  "among them: leave terms out of the formula, or write the numbers as sparse rows, --format "
                  "svmlight, of which --penalty l1 and l2 take any number of columns");
    check_message("y ~ . - 1", f, NULL);
    check_message("y ~ . - c7", f, NULL);
    logreg_frame_free(f);
}

/* ---- Memory ------------------------------------------------------------------------------------------------ */

static bool build(void *context)
{
    logreg__terms *t = NULL;
    logreg__rows *rows = NULL;
    logreg_error err = {0};
    logreg_status status = make(&t, &rows, "y ~ x + s*g + C(x):s", context, &err);
    bool ok = status == LOGREG_OK ? t && t->n_columns == 13 : status == LOGREG_ENOMEM && !t && err.message[0];
    logreg__terms_free(t);
    logreg__rows_free(rows);
    return ok;
}

static bool refuse(void *context)
{
    logreg__terms *t = NULL;
    logreg__rows *rows = NULL;
    logreg_status status = make(&t, &rows, "y ~ id", context, NULL);
    logreg__rows_free(rows);
    return (status == LOGREG_EDATA || status == LOGREG_ENOMEM) && !t;
}

static bool build_plain(void *context)
{
    logreg__terms *t = NULL;
    logreg_status status = logreg__terms_plain(&t, context, true, NULL);
    logreg__terms_free(t);
    return status == LOGREG_OK || (status == LOGREG_ENOMEM && !t);
}

static void survives_lack_of_memory(void)
{
    logreg_frame *f = new_frame();
    enum { N = 24 };
    double x[N], y[N];
    for (size_t i = 0; i < N; i++) {
        x[i] = (double)(i % 4) - 1;
        y[i] = (double)(i % 2);
    }
    add_numbers(f, "y", y, N);
    add_numbers(f, "x", x, N);
    CU_ASSERT_TRUE(oom_each(build_plain, f));
    add_cycle(f, "s", "s%d", N, 2);
    add_cycle(f, "g", "g%d", N, 3);
    add_cycle(f, "id", "%d", N, N);
    CU_ASSERT_TRUE(oom_each(build, f));
    CU_ASSERT_TRUE(oom_each(refuse, f));
    logreg_frame_free(f);
}

const test_case tests[] = {
    {"agrees with R on every column", agrees_with_r},
    {"names columns and levels", names_columns},
    {"knows its variables", knows_its_variables},
    {"takes a plain matrix", takes_a_matrix},
    {"refuses IDs and dates", refuses_ids_and_dates},
    {"refuses a single level", refuses_single_levels},
    {"refuses too many columns", refuses_too_many_columns},
    {"refuses too many terms", refuses_too_many_terms},
    {"survives lack of memory", survives_lack_of_memory},
    {NULL, NULL},
};
