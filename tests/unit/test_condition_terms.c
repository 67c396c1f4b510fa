/* Conditions as terms: rows and columns of design matrices against R where values are missing, new data, memory that runs out. */
#include "harness.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <logreg/model.h>

#include "data/frame.h"
#include "design/design.h"
#include "design_reference.h"
#include "model/fitting.h"
#include "oom.h"

enum { MOST_ROWS = 64 };

static void read_column(logreg_frame *frame, bool category, char *line)
{
    const char *name = next_word(&line), *label[MOST_ROWS], *word;
    double number[MOST_ROWS];
    size_t n = 0;
    for (; n < MOST_ROWS && (word = next_word(&line)); n++) {
        label[n] = strcmp(word, "NA") == 0 ? NULL : word;
        number[n] = label[n] ? strtod(word, NULL) : NAN;
    }
    logreg_status status = category ? logreg_frame_add_category(frame, name, label, n, NULL)
                                    : logreg_frame_add_numeric(frame, name, number, n, 1, NULL);
    CU_ASSERT_EQUAL_FATAL(status, LOGREG_OK);
}

/* The frame of the reference; the file stands behind the first "model ". */
static FILE *open_reference_rows(logreg_frame **frame, char *line)
{
    FILE *file = fopen(source_path("tests/reference/condition_terms.txt"), "r");
    CU_ASSERT_PTR_NOT_NULL_FATAL(file);
    CU_ASSERT_EQUAL_FATAL(logreg_frame_new(frame, NULL), LOGREG_OK);
    while (fgets(line, MOST_TEXT, file) && strncmp(line, "model", 5) != 0) {
        char *rest = line;
        const char *what = strsep(&rest, " ");
        read_column(*frame, *what == 'c', rest);
    }
    return file;
}

/* A design of one formula on the rows that it uses. */
typedef struct {
    logreg__formula *formula;
    logreg__rows *rows;
    logreg__terms *terms;
    logreg__design *design;
    double *x; /* [rows x columns] */
} built;

static logreg_status build(built *b, const char *text, const logreg_frame *frame, logreg_error *err)
{
    const logreg_options o = logreg_options_default();
    *b = (built){0};
    logreg_status status = logreg__formula_rows(&b->formula, &b->rows, text, frame, &o, err);
    if (!status)
        status = logreg__terms_new(&b->terms, b->formula, frame, b->rows, err);
    if (!status)
        status = logreg__design_new(&b->design, b->terms, frame, b->rows, NULL, NULL, err);
    logreg__scratch *scratch = status ? NULL : logreg__scratch_new(b->design);
    b->x = status ? NULL : malloc(b->rows->n * b->terms->n_columns * sizeof *b->x);
    if (!status && (!scratch || !b->x))
        status = LOGREG_ENOMEM;
    if (!status) {
        logreg__block block;
        logreg__design_block(&block, b->design, 0, b->rows->n, scratch);
        logreg__block_expand(b->x, b->design, &block);
    }
    logreg__scratch_free(scratch);
    return status;
}

static void clear(built *b)
{
    logreg__design_free(b->design);
    logreg__terms_free(b->terms);
    logreg__rows_free(b->rows);
    logreg__formula_free(b->formula);
    free(b->x);
}

static void weigh(double *weight, size_t n)
{
    for (size_t r = 0, w = 1; r < n; r++)
        weight[r] = (double)(w = w * 7 % 10007);
}

/* Compares the rows, which a line lists. */
static bool same_rows(const built *b, char *line)
{
    size_t place[MOST_ROWS], n = 0;
    const char *word;
    bool same = true;
    logreg__rows_list(b->rows, 0, b->rows->n, place);
    for (; (word = next_word(&line)); n++)
        same = same && n < b->rows->n && place[n] + 1 == strtoul(word, NULL, 10);
    return same && n == b->rows->n;
}

/* Has the column, in R's order, the sum that a line tells? */
static bool same_column(const built *b, size_t column, const char *sum)
{
    double weight[MOST_ROWS], got = 0;
    size_t place[MOST_ROWS];
    if (column >= b->terms->n_columns)
        return false;
    size_t fold = 0;
    while (b->design->column[fold] != column)
        fold++;
    weigh(weight, b->rows->n_total);
    logreg__rows_list(b->rows, 0, b->rows->n, place);
    for (size_t i = 0; i < b->rows->n; i++)
        got += weight[place[i]] * b->x[i * b->terms->n_columns + fold];
    return near_abs(got, strtod(sum, NULL), 1e-6);
}

static void agrees_with_r(void)
{
    char line[MOST_TEXT], formula[MOST_TEXT] = "";
    logreg_frame *frame;
    FILE *file = open_reference_rows(&frame, line);
    built b = {0};
    size_t column = 0, models = 0;
    bool more = true;
    for (; more; more = fgets(line, sizeof line, file)) {
        char *rest = line;
        const char *what = strsep(&rest, " ");
        bool same = true;
        if (strcmp(what, "model") == 0) {
            logreg_error err = {.message = ""};
            CU_ASSERT_TRUE(!b.terms || column == b.terms->n_columns);
            clear(&b);
            rest[strcspn(rest, "\n")] = '\0';
            snprintf(formula, sizeof formula, "%s", rest);
            CU_ASSERT_EQUAL(build(&b, formula, frame, &err), LOGREG_OK);
            CU_ASSERT_TRUE(same_text(err.message, ""));
            column = 0;
            models++;
        } else if (strcmp(what, "rows") == 0) {
            same = b.x && same_rows(&b, rest);
        } else {
            same = b.x && same_column(&b, column++, next_word(&rest));
        }
        if (!same)
            printf("# %s: %s %zu\n", formula, what, column);
        CU_ASSERT_TRUE(same);
    }
    CU_ASSERT_TRUE(b.terms && column == b.terms->n_columns);
    CU_ASSERT_TRUE(models == 33);
    clear(&b);
    fclose(file);
    logreg_frame_free(frame);
}

/* ---- New data ---------------------------------------------------------------------------------------------- */

static const char formula_of_model[] = "y ~ I(s == \"m\" & a < 5) * b + I(is.na(g))";

static logreg_status fit(logreg_model **m, const logreg_frame *frame, logreg_error *err)
{
    return logreg_fit_formula(m, frame, formula_of_model, NULL, err);
}

/* Rows that the fit left out for want of an answer have no prediction, others do, also by the model as a file has it. */
static void predicts_as_it_fits(void)
{
    char line[MOST_TEXT], *path = scratch_file();
    logreg_frame *frame;
    fclose(open_reference_rows(&frame, line));
    logreg_model *m = NULL, *again = NULL;
    built b = {0};
    CU_ASSERT_EQUAL_FATAL(build(&b, formula_of_model, frame, NULL), LOGREG_OK);
    CU_ASSERT_EQUAL_FATAL(fit(&m, frame, NULL), LOGREG_OK);
    CU_ASSERT_EQUAL_FATAL(logreg_model_save(m, path, NULL), LOGREG_OK);
    CU_ASSERT_EQUAL_FATAL(logreg_model_load(&again, path, NULL), LOGREG_OK);
    size_t n = logreg_frame_rows(frame);
    gsl_matrix *p = gsl_matrix_alloc(n, 2), *q = gsl_matrix_alloc(n, 2);
    CU_ASSERT_EQUAL(logreg_predict_proba_frame(m, frame, p, NULL), LOGREG_OK);
    CU_ASSERT_EQUAL(logreg_predict_proba_frame(again, frame, q, NULL), LOGREG_OK);
    for (size_t i = 0; i < n; i++) {
        CU_ASSERT_EQUAL(isnan(gsl_matrix_get(p, i, 1)) == 0, logreg__rows_has(b.rows, i));
        CU_ASSERT_TRUE(isnan(gsl_matrix_get(p, i, 1)) || gsl_matrix_get(p, i, 1) == gsl_matrix_get(q, i, 1));
    }
    CU_ASSERT_TRUE(same_text(logreg_model_forgiving(again, 1), "I(is.na(g))"));
    CU_ASSERT_PTR_NULL(logreg_model_forgiving(again, 2));
    for (size_t i = 0; i < logreg_model_variables(again); i++) {
        logreg_variable v;
        CU_ASSERT_EQUAL(logreg_model_variable(again, i, &v), LOGREG_OK);
        CU_ASSERT_EQUAL(logreg_model_variable_steps(again, i), strcmp(v.name, "b") != 0);
        CU_ASSERT_EQUAL(logreg_model_variable_forgiven(again, i), strcmp(v.name, "b") != 0);
    }
    gsl_matrix_free(p);
    gsl_matrix_free(q);
    logreg_model_free(m);
    logreg_model_free(again);
    clear(&b);
    remove(path);
    free(path);
    logreg_frame_free(frame);
}

/* ---- Memory ------------------------------------------------------------------------------------------------ */

static bool fit_and_predict(void *context)
{
    const logreg_frame *frame = context;
    logreg_error err = {0};
    logreg_model *m = NULL;
    gsl_matrix *p = gsl_matrix_alloc(logreg_frame_rows(frame), 2);
    logreg_status status = p ? fit(&m, frame, &err) : LOGREG_ENOMEM;
    if (!status)
        status = logreg_predict_proba_frame(m, frame, p, &err);
    gsl_matrix_free(p);
    logreg_model_free(m);
    return status == LOGREG_OK || status == LOGREG_ENOMEM;
}

static void runs_out_of_memory(void)
{
    char line[MOST_TEXT];
    logreg_frame *frame;
    fclose(open_reference_rows(&frame, line));
    CU_ASSERT_TRUE(oom_each(fit_and_predict, frame));
    logreg_frame_free(frame);
}

const test_case tests[] = {
    {"agrees with R on rows and columns", agrees_with_r},
    {"predicts as it fits", predicts_as_it_fits},
    {"survives lack of memory", runs_out_of_memory},
    {NULL, NULL},
};
