/* Design matrices of expressions, bases and contrasts against R, on the data that decide and on new ones; what data cannot
 * carry; what a saved model keeps. */
#include "harness.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <logreg/model.h>

#include "design/design.h"
#include "formula/formula.h"
#include "oom.h"

enum { OLD = 40, NEW = 12, MOST_TEXT = 1024 };

/* ---- The reference ----------------------------------------------------------------------------------------- */

/* The old rows and the new. */
typedef struct {
    logreg_frame *old, *new;
} frames;

static char *next_word(char **line)
{
    char *word = strsep(line, " \n");
    return word && *word ? word : NULL;
}

static void read_column(frames *f, bool category, char *line)
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

/* Opens the reference and reads the data, up to the first model, whose line is left in `line`. */
static FILE *open_reference(frames *f, char *line)
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

static void free_frames(frames *f)
{
    logreg_frame_free(f->old);
    logreg_frame_free(f->new);
}

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

static logreg_status make_terms(logreg__terms **terms, const char *text, const logreg_frame *frame,
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
    const frames *frames;
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
    *m = (model){.frames = m->frames};
}

static void open_model(model *m, char *formula)
{
    logreg_error err = {.message = ""};
    formula[strcspn(formula, "\n")] = '\0';
    snprintf(m->formula, sizeof m->formula, "%s", formula);
    if (make_terms(&m->terms, formula, m->frames->old, &err) ||
        make_matrix(&m->old, m->terms, m->frames->old, &err) ||
        make_matrix(&m->new, m->terms, m->frames->new, &err)) {
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
    frames f = {0};
    char line[MOST_TEXT];
    FILE *file = open_reference(&f, line);
    model m = {.frames = &f};
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
    frames f = {0};
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

/* ---- Products of centred numbers --------------------------------------------------------------------------- */

/* A design of the old rows, and its rows as a dense matrix in fold order. */
static logreg_status expand(logreg__design **d, logreg__rows **rows, double **x, const logreg__terms *terms,
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

/* u_from = x_from + sum of shifts, in every row to rounding. Whether there were any. */
static bool leads_back(const char *formula, const logreg_frame *frame)
{
    logreg__terms *terms = NULL;
    logreg__design *plain = NULL, *centred = NULL;
    logreg__rows *rows[2] = {NULL, NULL};
    double *x = NULL, *u = NULL;
    CU_ASSERT_EQUAL_FATAL(make_terms(&terms, formula, frame, NULL), LOGREG_OK);
    CU_ASSERT_EQUAL_FATAL(expand(&plain, &rows[0], &x, terms, frame, false, NULL), LOGREG_OK);
    CU_ASSERT_EQUAL_FATAL(expand(&centred, &rows[1], &u, terms, frame, true, NULL), LOGREG_OK);
    size_t p = terms->n_columns, shifts = centred->n_shifts;
    bool ok = plain->p == centred->p;
    for (size_t r = 0; ok && r < OLD; r++) {
        double want[200], size[200];
        for (size_t j = 0; j < p; j++) {
            want[j] = x[r * p + j];
            size[j] = fabs(want[j]);
        }
        for (size_t i = 0; i < shifts; i++) {
            const logreg__shift *s = &centred->shift[i];
            want[s->from] += s->hi * x[r * p + s->to];
            size[s->from] += fabs(s->hi * x[r * p + s->to]);
        }
        for (size_t j = 0; j < p; j++)
            ok = ok && near_abs(u[r * p + j], want[j], 1e-14 * size[j]);
    }
    /* what changes a column is changed by columns of more numbers only, which come later */
    for (size_t i = 0; ok && i < shifts; i++)
        for (size_t k = i; ok && k < shifts; k++)
            ok = centred->shift[k].to != centred->shift[i].from ||
                 centred->shift[k].numbers > centred->shift[i].numbers;
    if (!ok)
        printf("# %s\n", formula);
    CU_ASSERT_TRUE(ok);
    logreg__design_free(plain);
    logreg__design_free(centred);
    logreg__rows_free(rows[0]);
    logreg__rows_free(rows[1]);
    logreg__terms_free(terms);
    free(x);
    free(u);
    return shifts > 0;
}

static void centres_products(void)
{
    static const struct {
        const char *formula;
        bool centred;
    } table[] = {
        {"y ~ a + t", false},
        {"y ~ a * t", true},
        {"y ~ a * t - 1", true}, /* one of them: for both a constant is missing */
        {"y ~ a * t - a", true}, /* a only */
        {"y ~ a:t - 1", false},
        {"y ~ a:t", false},
        {"y ~ g * a * t", true},
        {"y ~ g / (a * t)", true},
        {"y ~ g / (a * t) - 1", true},
        {"y ~ g + a * t - 1", true},
        {"y ~ g * s + a - 1", true},
        {"y ~ s:g + a:t + a + t - 1", true},
        {"y ~ C(g, sum) * a * t", true},
        {"y ~ C(g, sum) * a - 1", true},
        {"y ~ poly(t, 3, raw = TRUE) * a", true},
        {"y ~ log(t) * bs(a, df = 4) * s", true},
        {"y ~ a * b * t * log(t)", true},
        {"y ~ g:a:t + a + t", false},
    };
    frames f = {0};
    char line[MOST_TEXT];
    FILE *file = open_reference(&f, line);
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        bool as_told = leads_back(table[i].formula, f.old) == table[i].centred;
        if (!as_told)
            printf("# %s\n", table[i].formula);
        CU_ASSERT_TRUE(as_told);
    }
    size_t centred = 0;
    do {
        line[strcspn(line, "\n")] = '\0';
        if (strncmp(line, "model ", 6) == 0)
            centred += leads_back(line + 6, f.old);
    } while (fgets(line, sizeof line, file));
    CU_ASSERT_TRUE(centred > 100);
    fclose(file);
    free_frames(&f);
}

/* ---- What the data cannot carry ---------------------------------------------------------------------------- */

/* ---- Aliased margins --------------------------------------------------------------------------------------- */

enum { FAR_ROWS = 600 };

/* Numbers far from 0, c = a + b, and categories of which one combination has no row. */
static logreg_frame *far_frame(void)
{
    double a[FAR_ROWS], b[FAR_ROWS], c[FAR_ROWS], d[FAR_ROWS], y[FAR_ROWS];
    const char *g[FAR_ROWS], *h[FAR_ROWS];
    uint64_t state = 1;
    for (size_t r = 0; r < FAR_ROWS; r++) {
        double u[5];
        for (int i = 0; i < 5; i++) {
            state = state * 6364136223846793005u + 1442695040888963407u;
            u[i] = (double)(state >> 33) / 0x1p31;
        }
        a[r] = 100000 + floor(41 * u[0]) - 20;
        b[r] = 200000 + floor(41 * u[1]) - 20;
        c[r] = a[r] + b[r];
        d[r] = 500000 + floor(41 * u[2]) - 20;
        g[r] = u[3] < 0.5 ? "u" : "v";
        h[r] = fmod(u[3] * 8, 1) < 0.5 || u[3] < 0.5 ? "p" : "q";
        y[r] = u[4] < 0.5 + (c[r] - 300000) * (d[r] - 500000) / 4000;
    }
    logreg_frame *f = NULL;
    CU_ASSERT_EQUAL_FATAL(logreg_frame_new(&f, NULL), LOGREG_OK);
    logreg_frame_add_numeric(f, "a", a, FAR_ROWS, 1, NULL);
    logreg_frame_add_numeric(f, "b", b, FAR_ROWS, 1, NULL);
    logreg_frame_add_numeric(f, "c", c, FAR_ROWS, 1, NULL);
    logreg_frame_add_numeric(f, "d", d, FAR_ROWS, 1, NULL);
    logreg_frame_add_numeric(f, "y", y, FAR_ROWS, 1, NULL);
    logreg_frame_add_category(f, "g", g, FAR_ROWS, NULL);
    logreg_frame_add_category(f, "h", h, FAR_ROWS, NULL);
    return f;
}

/* The last coefficient that is there, and its standard error. */
static void last_coefficient(double *value, double *error, const char *formula, const logreg_frame *f)
{
    logreg_model *m = NULL;
    CU_ASSERT_EQUAL_FATAL(logreg_fit_formula(&m, f, formula, NULL, NULL), LOGREG_OK);
    CU_ASSERT_TRUE(logreg_model_converged(m) && logreg_model_rank(m) < logreg_model_coefficients(m));
    size_t j = logreg_model_coefficients(m) - 1;
    while (j > 0 && logreg_model_coefficient_status(m, 1, j) != LOGREG_COEF_OK)
        j--;
    *value = logreg_model_coefficient(m, 1, j);
    *error = sqrt(logreg_model_covariance(m, 1, j, 1, j));
    logreg_model_free(m);
}

/* A product whose margin is aliased keeps its digits: its coefficient is that of the same model about 0. */
static void centres_products_of_aliased_margins(void)
{
    static const struct {
        const char *far, *near;
    } table[] = {
        {"y ~ a + b + c*d", "y ~ a + b + c + d + I((c - 300000)*(d - 500000))"},
        {"y ~ c + a + b + d + b:d", "y ~ c + a + b + d + I((b - 200000)*(d - 500000))"},
        {"y ~ g*h + a*d*g*h", "y ~ g*h + I(a - 100000)*I(d - 500000)*g*h"},
        {"y ~ a + I(2*a + 7) + d + I(2*a + 7):d", "y ~ a + I(2*a + 7) + d + I((2*a - 200000)*(d - 500000))"},
    };
    logreg_frame *f = far_frame();
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        double far[2], near[2];
        last_coefficient(&far[0], &far[1], table[i].far, f);
        last_coefficient(&near[0], &near[1], table[i].near, f);
        bool same = near_rel(far[0], near[0], 1e-13) && near_rel(far[1], near[1], 1e-13);
        if (!same)
            printf("# %s\n", table[i].far);
        CU_ASSERT_TRUE(same);
    }
    logreg_frame_free(f);
}

static logreg_frame *small_frame(void)
{
    static const double y[] = {0, 1, 0, 1, 1, 0}, x[] = {-1, 0, 2, 2, 0.5, 3}, zeros[] = {0, 0, 0, 0, 0, 7};
    static const double one[] = {4, 4, 4, 4, 4, 4}, large[] = {1e200, -1e200, 0, 1, 2, 3};
    static const char *const s[] = {"u", "v", "w", "u", "v", "w"};
    logreg_frame *f = NULL;
    CU_ASSERT_EQUAL_FATAL(logreg_frame_new(&f, NULL), LOGREG_OK);
    logreg_frame_add_numeric(f, "y", y, 6, 1, NULL);
    logreg_frame_add_numeric(f, "x", x, 6, 1, NULL);
    logreg_frame_add_numeric(f, "zeros", zeros, 6, 1, NULL);
    logreg_frame_add_numeric(f, "one", one, 6, 1, NULL);
    logreg_frame_add_numeric(f, "large", large, 6, 1, NULL);
    logreg_frame_add_category(f, "s", s, 6, NULL);
    return f;
}

static void says_what_data_cannot_carry(void)
{
    static const struct {
        const char *formula, *want;
    } table[] = {
        {"y ~ log(x)", "row 1: 'log(x)' is not a number where 'x' is -1"},
        {"y ~ I(1/x)", "row 2: 'I(1/x)' is infinite where 'x' is 0"},
        {"y ~ log(x * one + x + 2)",
         "row 1: 'log(x * one + x + 2)' is not a number where 'x' is -1 and 'one' is 4"},
        {"y ~ log(x + 1)", "row 1: 'log(x + 1)' is minus infinite where 'x' is -1"},
        {"y ~ poly(log(x), 2)", "row 1: 'poly(log(x), 2)' is not a number where 'x' is -1"},
        {"y ~ offset(log(x))", "row 1: 'offset' is not a number where 'x' is -1"},
        {"y ~ log(s)", "column 's' holds text, and 'log' needs numbers"},
        {"y ~ poly(s, 2)", "column 's' holds text, not numbers"},
        {"y ~ poly(x, 5)",
         "'poly(x, 5)' needs more than 5 different values, and there are 5: a lower degree will do"},
        {"y ~ poly(large, 3)",
         "'poly(large, 3)' cannot be computed: powers of the values leave the range of numbers"},
        {"y ~ bs(x, df = 9)",
         "'bs(x, df = 9)' has more knots than the 6 values within its boundary: df is too large"},
        {"y ~ bs(x, knots = c(1, 5))",
         "'bs(x, knots = c(1, 5))': the knot 5 does not lie between -1 and 3, the ends of the range"},
        {"y ~ ns(x, knots = 1, Boundary.knots = c(1.5, 2))",
         "'ns(x, knots = 1, Boundary.knots = c(1.5, 2))': the knot 1 does not lie between 1.5 and 2, the "
         "ends of the "
         "range"},
        {"y ~ ns(zeros, df = 2)",
         "'ns(zeros, df = 2)': so many values are 0 that a knot would fall on the end of "
         "the range; choose knots = c(..) between 0 and 7"},
        {"y ~ bs(one)", "'bs(one)' needs at least two different values"},
        {"y ~ C(s, base = 4)", "base is level 4 of column 's', which has 3"},
        {"y ~ C(s, base = \"t\")", "column 's' has no level 't' in the rows used"},
    };
    logreg_frame *f = small_frame();
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        logreg_model *m = NULL;
        logreg_error err = {.message = ""};
        CU_ASSERT_EQUAL(logreg_fit_formula(&m, f, table[i].formula, NULL, &err), LOGREG_EDATA);
        CU_ASSERT_TRUE(same_text(err.message, table[i].want));
        CU_ASSERT_PTR_NULL(m);
        logreg_model_free(m);
    }
    logreg_frame_free(f);
}

/* Prediction from columns that will not do. */
static void says_what_new_data_lack(void)
{
    frames f = {0};
    char line[MOST_TEXT];
    fclose(open_reference(&f, line));
    logreg_model *m = NULL;
    CU_ASSERT_EQUAL_FATAL(logreg_fit_formula(&m, f.old, "y ~ log(a) + poly(b, 2) + C(s, sum)", NULL, NULL),
                          LOGREG_OK);
    CU_ASSERT_EQUAL(logreg_model_variables(m), 3);
    static const double a[] = {-2}, b[] = {1};
    static const char *const s[] = {"f"}, *const unseen[] = {"x"};
    static const char *const want[] = {
        "row 1: 'log(a)' is not a number where 'a' is -2", "the data lack column 'b', which the model needs",
        "row 1: column 's' has levels that the model never saw: 'x'; it knows 'f', 'm'"};
    for (int i = 0; i < 3; i++) {
        logreg_frame *new = NULL;
        logreg_error err = {.message = ""};
        CU_ASSERT_EQUAL_FATAL(logreg_frame_new(&new, NULL), LOGREG_OK);
        logreg_frame_add_numeric(new, "a", i ? b : a, 1, 1, NULL);
        if (i != 1)
            logreg_frame_add_numeric(new, "b", b, 1, 1, NULL);
        logreg_frame_add_category(new, "s", i == 2 ? unseen : s, 1, NULL);
        gsl_matrix *P = gsl_matrix_alloc(1, 2);
        CU_ASSERT_EQUAL(logreg_predict_proba_frame(m, new, P, &err), LOGREG_EDATA);
        CU_ASSERT_TRUE(same_text(err.message, want[i]));
        gsl_matrix_free(P);
        logreg_frame_free(new);
    }
    logreg_model_free(m);
    free_frames(&f);
}

/* The reference's new rows go from 0.5 to 11 for a and from 1985 to 2030 for t; the data that decided are within 1 .. 9 and 1990 .. 2020. */
static void tells_what_lies_beyond(void)
{
    frames f = {0};
    char line[MOST_TEXT];
    fclose(open_reference(&f, line));
    logreg_model *m = NULL;
    logreg_spline s;
    logreg_error err = {.message = ""};
    CU_ASSERT_EQUAL_FATAL(
        logreg_fit_formula(&m, f.old, "y ~ bs(log(a), df = 4) + ns(t, df = 2):s + poly(b, 2)", NULL, NULL),
        LOGREG_OK);
    CU_ASSERT_EQUAL(logreg_model_splines(m), 2);
    CU_ASSERT_EQUAL(logreg_model_spline(m, 2, f.new, &s, &err), LOGREG_EINVAL);
    CU_ASSERT_TRUE(same_text(err.message, "there is no spline 2: the model has 2"));
    for (size_t i = 0; i < 2; i++) {
        size_t column = logreg_frame_find(f.new, i ? "t" : "a"), n = 0;
        double low = INFINITY, high = -INFINITY, range[2] = {INFINITY, -INFINITY};
        for (size_t r = 0; r < OLD; r++) {
            low = fmin(low, logreg_frame_number(f.old, r, column));
            high = fmax(high, logreg_frame_number(f.old, r, column));
        }
        for (size_t r = 0; r < NEW; r++) {
            double x = logreg_frame_number(f.new, r, column);
            if (x >= low && x <= high)
                continue;
            n++;
            range[0] = fmin(range[0], x);
            range[1] = fmax(range[1], x);
        }
        CU_ASSERT_EQUAL(logreg_model_spline(m, i, f.new, &s, NULL), LOGREG_OK);
        CU_ASSERT_TRUE(n > 2 && s.n_rows == n && s.linear == (i == 1));
        CU_ASSERT_TRUE(same_text(s.name, i ? "ns(t, df = 2)" : "bs(log(a), df = 4)"));
        CU_ASSERT_TRUE(near_rel(s.boundary[0], i ? low : log(low), 1e-15) &&
                       near_rel(s.boundary[1], i ? high : log(high), 1e-15));
        CU_ASSERT_TRUE(near_rel(s.range[0], i ? range[0] : log(range[0]), 1e-15) &&
                       near_rel(s.range[1], i ? range[1] : log(range[1]), 1e-15));
        CU_ASSERT_EQUAL(logreg_model_spline(m, i, i ? f.old : NULL, &s, NULL), LOGREG_OK);
        CU_ASSERT_TRUE(s.n_rows == 0 && isnan(s.range[0]) && isnan(s.range[1]));
    }
    logreg_frame *lacks = NULL;
    static const double one = 1;
    CU_ASSERT_EQUAL_FATAL(logreg_frame_new(&lacks, NULL), LOGREG_OK);
    logreg_frame_add_numeric(lacks, "a", &one, 1, 1, NULL);
    CU_ASSERT_EQUAL(logreg_model_spline(m, 0, lacks, &s, &err), LOGREG_EDATA);
    CU_ASSERT_PTR_NOT_NULL(strstr(err.message, "which the model needs"));
    logreg_frame_free(lacks);
    logreg_model_free(m);
    free_frames(&f);
}

/* ---- What a saved model keeps ------------------------------------------------------------------------------ */

#define EVERYTHING                                                                                           \
    "y ~ log(a) + poly(b, 2) + bs(a, knots = 4, degree = 2) + ns(t, df = 2):s + C(g, sum) + offset(b/10)"

static char *scratch_file(void)
{
    char *path = strdup("/tmp/logreg-design-XXXXXX");
    int fd = path ? mkstemp(path) : -1;
    CU_ASSERT_TRUE_FATAL(fd >= 0);
    close(fd);
    return path;
}

/* A model that was saved and loaded predicts the same bits from raw columns. */
static void keeps(const frames *f, const char *formula, const char *path)
{
    logreg_model *m = NULL, *back = NULL;
    logreg_error err = {.message = ""};
    CU_ASSERT_EQUAL_FATAL(logreg_fit_formula(&m, f->old, formula, NULL, NULL), LOGREG_OK);
    CU_ASSERT_EQUAL(logreg_model_save(m, path, NULL), LOGREG_OK);
    CU_ASSERT_EQUAL(logreg_model_load(&back, path, &err), LOGREG_OK);
    CU_ASSERT_TRUE(same_text(err.message, ""));
    gsl_matrix *P = gsl_matrix_alloc(NEW, 2), *Q = gsl_matrix_alloc(NEW, 2);
    CU_ASSERT_EQUAL(logreg_predict_proba_frame(m, f->new, P, NULL), LOGREG_OK);
    CU_ASSERT_TRUE(back && logreg_predict_proba_frame(back, f->new, Q, NULL) == LOGREG_OK);
    for (size_t i = 0; i < NEW; i++)
        CU_ASSERT_TRUE(isfinite(gsl_matrix_get(P, i, 1)));
    CU_ASSERT_EQUAL(memcmp(P->data, Q->data, NEW * 2 * sizeof(double)), 0);
    CU_ASSERT_TRUE(back && logreg_model_variables(back) == logreg_model_variables(m));
    gsl_matrix_free(P);
    gsl_matrix_free(Q);
    logreg_model_free(m);
    logreg_model_free(back);
}

static void keeps_what_data_decided(void)
{
    static const char *const formulas[] = {
        EVERYTHING,
        "y ~ poly(a, 3, raw = TRUE) + poly(b, 1)",
        "y ~ scale(a) * scale(log(a), scale = FALSE)",
        "y ~ bs(a, df = 5, degree = 2):s + bs(b, knots = c(-3, 0), intercept = TRUE) - 1",
        "y ~ ns(t, knots = 2000, Boundary.knots = c(1990, 2020)) * ns(a, df = 2, intercept = TRUE)",
        "y ~ I(a^2) + I(a/b) + C(h, helmert) + C(h, poly):a + C(g, base = 2)"};
    frames f = {0};
    char line[MOST_TEXT], formula[60], *path = scratch_file();
    const char *function;
    fclose(open_reference(&f, line));
    for (size_t i = 0; i < sizeof formulas / sizeof *formulas; i++)
        keeps(&f, formulas[i], path);
    for (size_t i = 0; (function = logreg__expression_function(i, LOGREG__ARITHMETIC)); i++) {
        snprintf(formula, sizeof formula, "y ~ %s(a/10) + s:%s(a)", function, function);
        keeps(&f, formula, path);
    }
    unlink(path);
    free(path);
    free_frames(&f);
}

/* The file with the first `from` replaced. */
static void damage(const char *path, const char *from, const char *to)
{
    static char text[400000], after[400000];
    FILE *file = fopen(path, "r");
    size_t n = fread(text, 1, sizeof text - 1, file);
    fclose(file);
    text[n] = '\0';
    char *at = strstr(text, from);
    CU_ASSERT_PTR_NOT_NULL_FATAL(at);
    strcpy(after, at + strlen(from));
    *at = '\0';
    file = fopen(path, "w");
    fprintf(file, "%s%s%s", text, to, after);
    fclose(file);
}

static void believes_no_file(void)
{
    static const struct {
        const char *from, *to, *want;
    } table[] = {
        {"\"poly(b, 2)\",", "\"poly(b, 3)\",",
         "'alpha' and 'norm2' do not have the length that 'written' says"},
        {"\"poly(b, 2)\",", "\"scale(b)\",",
         "'alpha' and 'norm2' do not have the length that 'written' says"},
        {"\"poly(b, 2)\",", "\"poly(b, 2) + 1\",",
         "'written' should be a variable, such as log(x) or poly(x, 2)"},
        {"\"poly(b, 2)\",", "\"nothing(b)\",",
         "'written' should be a variable, such as log(x) or poly(x, 2)"},
        {"\"norm2\": [\n    40.0", "\"norm2\": [\n    -40.0", "'norm2' should hold positive numbers"},
        {"\"norm2\": [\n    40.0", "\"norm2\": [\n    null", "'norm2' should hold finite numbers"},
        {"\"knots\": [\n    4.0", "\"knots\": [\n    400.0", "'knots' should ascend within 'boundary'"},
        {"\"contrast\": \"sum\"", "\"contrast\": \"summa\"", "'contrast' holds a word that is not known"},
        {"\"written\": \"log(a)\"", "\"written\": \"log(zz)\"",
         "'variables' lacks a column that another of them is made of"},
        {"\"formula_offset\": \"b/10\"", "\"formula_offset\": \"b/\"",
         "'formula_offset' should be an expression, such as log(t)"},
        {"\"formula_offset\": \"b/10\"", "\"formula_offset\": \"q/10\"",
         "'variables' lacks a column that another of them is made of"},
    };
    frames f = {0};
    char line[MOST_TEXT], *path = scratch_file(), want[300];
    fclose(open_reference(&f, line));
    logreg_model *m = NULL, *back = NULL;
    CU_ASSERT_EQUAL_FATAL(logreg_fit_formula(&m, f.old, EVERYTHING, NULL, NULL), LOGREG_OK);
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        logreg_error err = {.message = ""};
        CU_ASSERT_EQUAL(logreg_model_save(m, path, NULL), LOGREG_OK);
        damage(path, table[i].from, table[i].to);
        CU_ASSERT_EQUAL(logreg_model_load(&back, path, &err), LOGREG_EDATA);
        snprintf(want, sizeof want, "'%s' is not a model that can be used: %s", path, table[i].want);
        CU_ASSERT_TRUE(same_text(err.message, want));
        CU_ASSERT_PTR_NULL(back);
    }
    logreg_model_free(m);
    unlink(path);
    free(path);
    free_frames(&f);
}

/* ---- Memory ------------------------------------------------------------------------------------------------ */

static bool build(void *context)
{
    const frames *f = context;
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
    const frames *f = context;
    logreg__terms *terms = NULL;
    logreg__design *d = NULL;
    logreg__rows *rows = NULL;
    double *x = NULL;
    logreg_error err = {.message = ""};
    logreg_status status = make_terms(&terms, "y ~ g * log(t) * poly(a, 2, raw = TRUE)", f->old, &err);
    if (!status)
        status = expand(&d, &rows, &x, terms, f->old, true, &err);
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
    const frames *f = context;
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
    frames f = {0};
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
    {"centres products", centres_products},
    {"centres products of aliased margins", centres_products_of_aliased_margins},
    {"says what data cannot carry", says_what_data_cannot_carry},
    {"says what new data lack", says_what_new_data_lack},
    {"tells what lies beyond", tells_what_lies_beyond},
    {"keeps what data decided", keeps_what_data_decided},
    {"believes no file", believes_no_file},
    {"survives lack of memory", survives_lack_of_memory},
    {NULL, NULL},
};
