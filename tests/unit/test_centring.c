/* Products made of centred numbers: they lead back to the plain ones, and keep their digits far from 0. */
#include "harness.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <logreg/model.h>

#include "design/design.h"
#include "design_reference.h"
#include "formula/formula.h"

/* u_from = x_from + sum of shifts, in every row to rounding. Whether there were any. */
static bool leads_back(const char *formula, const logreg_frame *frame)
{
    logreg__terms *terms = NULL;
    logreg__design *plain = NULL, *centred = NULL;
    logreg__rows *rows[2] = {NULL, NULL};
    double *x = NULL, *u = NULL;
    CU_ASSERT_EQUAL_FATAL(make_terms(&terms, formula, frame, NULL), LOGREG_OK);
    CU_ASSERT_EQUAL_FATAL(expand_design(&plain, &rows[0], &x, terms, frame, false, NULL), LOGREG_OK);
    CU_ASSERT_EQUAL_FATAL(expand_design(&centred, &rows[1], &u, terms, frame, true, NULL), LOGREG_OK);
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
    two_frames f = {0};
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

const test_case tests[] = {
    {"centres products", centres_products},
    {"centres products of aliased margins", centres_products_of_aliased_margins},
    {NULL, NULL},
};
