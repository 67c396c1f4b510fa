/* Design matrices of expressions, bases and contrasts against R, on the data that decide and on new ones. */
#include "harness.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <logreg/model.h>

#include "design/design.h"
#include "design_reference.h"
#include "formula/formula.h"
#include "oom.h"

/* ---- The reference ----------------------------------------------------------------------------------------- */

/* The name of a column, its blanks back in place. */
static char *column_name(char **line)
{
    char *name = *line;
    *line = strchr(name, ' ');
    *(*line)++ = '\0';
    for (char *c = name; *c; c++)
        *c = *c == '_' ? ' ' : *c;
    return name;
}

/* The whole matrix in model order, rows x columns; new. */
static logreg_status make_matrix(double **matrix, const logreg__terms *terms, const logreg_frame *frame,
                                 logreg_error *err)
{
    logreg__design *d = NULL;
    logreg__rows *rows = NULL;
    size_t p = terms->n_columns, n = logreg_frame_rows(frame);
    logreg_status status = logreg__rows_complete(&rows, frame, NULL, 0, err);
    if (!status)
        status = logreg__design_new(&d, terms, frame, rows, NULL, NULL, err);
    logreg__scratch *scratch = status ? NULL : logreg__scratch_new(d);
    double *x = malloc(n * p * sizeof *x), *fold = malloc(n * p * sizeof *fold);
    if (!status && (!scratch || !x || !fold))
        status = LOGREG_ENOMEM;
    if (!status) {
        logreg__block block;
        logreg__design_block(&block, d, 0, n, scratch);
        logreg__block_expand(fold, d, &block);
        for (size_t r = 0; r < n; r++)
            for (size_t j = 0; j < p; j++)
                x[r * p + d->column[j]] = fold[r * p + j];
        *matrix = x;
        x = NULL;
    }
    free(x);
    free(fold);
    logreg__scratch_free(scratch);
    logreg__design_free(d);
    logreg__rows_free(rows);
    return status;
}

/* The weighted sum of a column is R's to 1e-12 of what its entries could make of it. */
static bool sums_to(const double *x, size_t p, size_t column, size_t n, double want)
{
    double sum = 0, square = 0, squares = 0;
    size_t power = 1;
    for (size_t r = 0; r < n; r++) {
        power = power * 7 % 10007;
        double w = 2 * (double)power / 10007 - 1, value = x[r * p + column];
        sum += w * value;
        square += value * value;
        squares += w * w;
    }
    return near_abs(sum, want, 1e-12 * sqrt(square * squares));
}

/* A model under comparison. */
typedef struct {
    const two_frames *two_frames;
    logreg__terms *terms;
    double *old, *new;
    size_t column;
    char formula[MOST_TEXT];
} model;

static void close_model(model *m)
{
    if (m->terms && m->column != m->terms->n_columns) {
        printf("# %s: %zu columns, R has %zu\n", m->formula, m->terms->n_columns, m->column);
        CU_FAIL("number of columns");
    }
    logreg__terms_free(m->terms);
    free(m->old);
    free(m->new);
    *m = (model){.two_frames = m->two_frames};
}

static void open_model(model *m, char *formula)
{
    logreg_error err = {.message = ""};
    formula[strcspn(formula, "\n")] = '\0';
    snprintf(m->formula, sizeof m->formula, "%s", formula);
    if (make_terms(&m->terms, formula, m->two_frames->old, &err) ||
        make_matrix(&m->old, m->terms, m->two_frames->old, &err) ||
        make_matrix(&m->new, m->terms, m->two_frames->new, &err)) {
        printf("# %s: %s\n", formula, err.message);
        CU_FAIL("formula refused");
    }
}

static void compare_column(model *m, char *line)
{
    char *name = column_name(&line);
    double old = strtod(next_word(&line), NULL), new = strtod(next_word(&line), NULL);
    size_t c = m->column++, p = m->terms ? m->terms->n_columns : 0;
    bool same = c < p && m->new &&same_text(m->terms->name[c], name) && sums_to(m->old, p, c, OLD, old) &&
                sums_to(m->new, p, c, NEW, new);
    if (!same)
        printf("# in %s, column %zu\n", m->formula, c);
    CU_ASSERT_TRUE(same);
}

static void agrees_with_r(void)
{
    two_frames f = {0};
    char line[MOST_TEXT];
    FILE *file = open_reference(&f, line);
    model m = {.two_frames = &f};
    size_t models = 0;
    do {
        char *rest = line;
        const char *what = strsep(&rest, " ");
        if (strcmp(what, "model") == 0) {
            close_model(&m);
            open_model(&m, rest);
            models++;
        } else if (strcmp(what, "column") == 0) {
            compare_column(&m, rest);
        } else {
            break;
        }
    } while (fgets(line, sizeof line, file));
    close_model(&m);
    CU_ASSERT_TRUE(models == 690);
    fclose(file);
    free_frames(&f);
}

static void fits_as_r_does(void)
{
    two_frames f = {0};
    char line[MOST_TEXT];
    FILE *file = open_reference(&f, line);
    logreg_model *m = NULL;
    size_t fits = 0, j = 0;
    while (fgets(line, sizeof line, file)) {
        char *rest = line;
        const char *what = strsep(&rest, " ");
        if (strcmp(what, "fit") == 0) {
            rest[strcspn(rest, "\n")] = '\0';
            logreg_model_free(m);
            m = NULL;
            CU_ASSERT_EQUAL_FATAL(logreg_fit_formula(&m, f.old, rest, NULL, NULL), LOGREG_OK);
            j = 0;
            fits++;
        } else if (strcmp(what, "coefficient") == 0) {
            char *name = column_name(&rest);
            CU_ASSERT_TRUE(same_text(logreg_model_coefficient_name(m, j), name));
            CU_ASSERT_TRUE(near_rel(logreg_model_coefficient(m, 1, j++), strtod(rest, NULL), 1e-9));
        }
    }
    CU_ASSERT_EQUAL(fits, 8);
    logreg_model_free(m);
    fclose(file);
    free_frames(&f);
}

/* ---- Places ---- */

/* The first dense column that a block holds a column of the frame in, by its numbers; SIZE_MAX: none. */
static size_t find_place(const logreg__block *block, size_t n_dense, const logreg_frame *frame, size_t column)
{
    for (size_t j = 0; j < n_dense; j++) {
        bool same = logreg_frame_kind(frame, column) == LOGREG_NUMERIC;
        for (size_t r = 0; same && r < block->rows; r++)
            same = block->dense[j][r] == logreg_frame_number(frame, r, column);
        if (same)
            return j;
    }
    return SIZE_MAX;
}

enum { MOST_COLUMNS = 32 };

static void tells_where_columns_stand(void)
{
    static const char *const formulas[] = {
        "y ~ t + log(a) + a:t + g + a",
        "y ~ g:a + t",
        "y ~ poly(a, 2) + t - 1",
        "y ~ a * t",
        "y ~ log(a)",
        "y ~ t",
    };
    two_frames f = {NULL, NULL};
    char line[MOST_TEXT];
    fclose(open_reference(&f, line));
    size_t columns = logreg_frame_columns(f.old), found = 0, place[MOST_COLUMNS];
    CU_ASSERT_TRUE_FATAL(columns <= MOST_COLUMNS);
    for (size_t i = 0; i < sizeof formulas / sizeof *formulas; i++)
        for (size_t left_out = 0; left_out < 2; left_out++) {
            logreg__terms *terms = NULL;
            logreg__design *d = NULL;
            logreg__rows *rows = NULL;
            logreg__block block;
            unsigned char drop[MOST_COLUMNS] = {0};
            CU_ASSERT_EQUAL_FATAL(make_terms(&terms, formulas[i], f.old, NULL), LOGREG_OK);
            drop[terms->n_columns - 1] = (unsigned char)left_out;
            CU_ASSERT_EQUAL_FATAL(logreg__rows_complete(&rows, f.old, NULL, 0, NULL), LOGREG_OK);
            CU_ASSERT_EQUAL_FATAL(logreg__design_new(&d, terms, f.old, rows, NULL, drop, NULL), LOGREG_OK);
            logreg__scratch *scratch = logreg__scratch_new(d);
            CU_ASSERT_PTR_NOT_NULL_FATAL(scratch);
            logreg__design_block(&block, d, 0, rows->n < LOGREG__BLOCK_ROWS ? rows->n : LOGREG__BLOCK_ROWS,
                                 scratch);
            logreg__design_places(place, d);
            for (size_t j = 0; j < columns; j++) {
                CU_ASSERT_EQUAL(place[j], find_place(&block, d->n_dense, f.old, j));
                found += place[j] != SIZE_MAX;
            }
            logreg__scratch_free(scratch);
            logreg__design_free(d);
            logreg__rows_free(rows);
            logreg__terms_free(terms);
        }
    CU_ASSERT_EQUAL(found, 12);
    free_frames(&f);
}

/* ---- Memory ------------------------------------------------------------------------------------------------ */

static bool build(void *context)
{
    const two_frames *f = context;
    logreg__terms *terms = NULL;
    double *x = NULL;
    logreg_error err = {.message = ""};
    logreg_status status =
        make_terms(&terms, EVERYTHING " + C(h, poly) + C(h, base = 2):log(a)", f->old, &err);
    if (!status)
        status = make_matrix(&x, terms, f->new, &err);
    bool ok = status == LOGREG_OK ? x != NULL : status == LOGREG_ENOMEM && !x;
    logreg__terms_free(terms);
    free(x);
    return ok;
}

static bool centre(void *context)
{
    const two_frames *f = context;
    logreg__terms *terms = NULL;
    logreg__design *d = NULL;
    logreg__rows *rows = NULL;
    double *x = NULL;
    logreg_error err = {.message = ""};
    logreg_status status = make_terms(&terms, "y ~ g * log(t) * poly(a, 2, raw = TRUE)", f->old, &err);
    if (!status)
        status = expand_design(&d, &rows, &x, terms, f->old, true, &err);
    logreg__design_free(d);
    logreg__rows_free(rows);
    logreg__terms_free(terms);
    free(x);
    return status == LOGREG_OK || status == LOGREG_ENOMEM;
}

static bool load(void *context)
{
    logreg_model *m = NULL;
    logreg_status status = logreg_model_load(&m, context, NULL);
    bool ok = status == LOGREG_OK ? m != NULL : status == LOGREG_ENOMEM && !m;
    logreg_model_free(m);
    return ok;
}

/* A product with an aliased margin. */
static bool fit_aliased(void *context)
{
    const two_frames *f = context;
    logreg_model *m = NULL;
    logreg_options options = logreg_options_default();
    options.threads = 1;
    logreg_status status = logreg_fit_formula(&m, f->old, "y ~ a + I(2*a)*t", &options, NULL);
    bool ok = status == LOGREG_ENOMEM || (status == LOGREG_OK && logreg_model_rank(m) == 4);
    logreg_model_free(m);
    return ok;
}

typedef struct {
    logreg_model *model;
    const logreg_frame *frame;
} splined;

static bool look_beyond(void *context)
{
    const splined *c = context;
    logreg_spline s;
    logreg_status status = logreg_model_spline(c->model, 0, c->frame, &s, NULL);
    return status == LOGREG_ENOMEM || (status == LOGREG_OK && s.n_rows > 2);
}

static void survives_lack_of_memory(void)
{
    two_frames f = {0};
    char line[MOST_TEXT], *path = scratch_file();
    fclose(open_reference(&f, line));
    CU_ASSERT_TRUE(oom_each(build, &f));
    CU_ASSERT_TRUE(oom_each(centre, &f));
    CU_ASSERT_TRUE(oom_each(fit_aliased, &f));
    logreg_model *m = NULL;
    CU_ASSERT_EQUAL_FATAL(logreg_fit_formula(&m, f.old, EVERYTHING, NULL, NULL), LOGREG_OK);
    CU_ASSERT_TRUE(oom_each(look_beyond, &(splined){m, f.new}));
    CU_ASSERT_EQUAL(logreg_model_save(m, path, NULL), LOGREG_OK);
    CU_ASSERT_TRUE(oom_each(load, path));
    logreg_model_free(m);
    unlink(path);
    free(path);
    free_frames(&f);
}

const test_case tests[] = {
    {"agrees with R", agrees_with_r},
    {"fits as R does", fits_as_r_does},
    {"tells where columns stand", tells_where_columns_stand},
    {"survives lack of memory", survives_lack_of_memory},
    {NULL, NULL},
};
