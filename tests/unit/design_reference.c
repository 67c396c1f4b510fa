#include "design_reference.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "formula/formula.h"
#include "harness.h"

char *next_word(char **line)
{
    char *word = strsep(line, " \n");
    return word && *word ? word : NULL;
}

static void read_column(two_frames *f, bool category, char *line)
{
    const char *name = next_word(&line), *label[OLD + NEW];
    double number[OLD + NEW];
    for (size_t r = 0; r < OLD + NEW; r++) {
        label[r] = next_word(&line);
        CU_ASSERT_PTR_NOT_NULL_FATAL(label[r]);
        number[r] = strtod(label[r], NULL);
    }
    logreg_status status = category ? logreg_frame_add_category(f->old, name, label, OLD, NULL) ||
                                          logreg_frame_add_category(f->new, name, label + OLD, NEW, NULL)
                                    : logreg_frame_add_numeric(f->old, name, number, OLD, 1, NULL) ||
                                          logreg_frame_add_numeric(f->new, name, number + OLD, NEW, 1, NULL);
    CU_ASSERT_EQUAL_FATAL(status, LOGREG_OK);
}

FILE *open_reference(two_frames *f, char *line)
{
    FILE *file = fopen(source_path("tests/reference/design.txt"), "r");
    CU_ASSERT_PTR_NOT_NULL_FATAL(file);
    CU_ASSERT_EQUAL_FATAL(logreg_frame_new(&f->old, NULL), LOGREG_OK);
    CU_ASSERT_EQUAL_FATAL(logreg_frame_new(&f->new, NULL), LOGREG_OK);
    while (fgets(line, MOST_TEXT, file) && strncmp(line, "model", 5) != 0) {
        char *rest = line;
        const char *what = strsep(&rest, " ");
        read_column(f, *what == 'c', rest);
    }
    return file;
}

void free_frames(two_frames *f)
{
    logreg_frame_free(f->old);
    logreg_frame_free(f->new);
}

logreg_status make_terms(logreg__terms **terms, const char *text, const logreg_frame *frame,
                         logreg_error *err)
{
    logreg__formula *formula = NULL;
    logreg__rows *rows = NULL;
    size_t n, *column = NULL;
    logreg_status status = logreg__formula_parse(&formula, text, frame, NULL, 0, err);
    if (!status)
        status = logreg__formula_columns(&column, &n, formula, frame, err);
    if (!status)
        status = logreg__rows_complete(&rows, frame, column, n, err);
    if (!status)
        status = logreg__terms_new(terms, formula, frame, rows, err);
    logreg__formula_free(formula);
    logreg__rows_free(rows);
    free(column);
    return status;
}

logreg_status expand_design(logreg__design **d, logreg__rows **rows, double **x, const logreg__terms *terms,
                            const logreg_frame *frame, bool centred, logreg_error *err)
{
    logreg__block block;
    size_t n = logreg_frame_rows(frame);
    logreg_status status = logreg__rows_complete(rows, frame, NULL, 0, err);
    if (!status)
        status = logreg__design_new(d, terms, frame, *rows, NULL, NULL, err);
    if (!status && centred)
        status = logreg__design_centre(*d, err);
    logreg__scratch *scratch = status ? NULL : logreg__scratch_new(*d);
    *x = malloc(n * terms->n_columns * sizeof **x);
    if (!status && (!scratch || !*x))
        status = LOGREG_ENOMEM;
    if (!status) {
        logreg__design_block(&block, *d, 0, n, scratch);
        logreg__block_expand(*x, *d, &block);
    }
    logreg__scratch_free(scratch);
    return status;
}

char *scratch_file(void)
{
    char *path = strdup("/tmp/logreg-design-XXXXXX");
    int fd = path ? mkstemp(path) : -1;
    CU_ASSERT_TRUE_FATAL(fd >= 0);
    close(fd);
    return path;
}
