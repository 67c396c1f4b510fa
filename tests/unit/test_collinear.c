/* Separation where columns are nearly collinear: tests/reference/collinear.py decides it on the small numbers that the columns are made
 * of, in fractions. */
#include "harness.h"
#include "frames.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <logreg/model.h>

/* Of deviance and coefficients: a column of a million times another has that many digits less. */
#define TOL_LIMIT 1e-6

enum { ROWS = 32, COLUMNS = 5 };

typedef struct {
    size_t classes, n, p;
    char kind[16];
    double deviance, x[COLUMNS][ROWS], y[ROWS];
} wanted;

static bool read_rows(wanted *w, FILE *file)
{
    bool ok = w->n <= ROWS && w->p < COLUMNS;
    for (size_t i = 0; ok && i < w->n; i++) {
        for (size_t j = 0; ok && j < w->p; j++)
            ok = fscanf(file, "%lf", &w->x[j][i]) == 1;
        ok = ok && fscanf(file, "%lf", &w->y[i]) == 1;
    }
    return ok;
}

static logreg_model *fit(const wanted *w)
{
    static const char *const formula[] = {NULL, "y ~ x1", "y ~ x1 + x2", "y ~ x1 + x2 + x3",
                                          "y ~ x1 + x2 + x3 + x4"};
    static const char *const name[] = {"x1", "x2", "x3", "x4"};
    logreg_options options = logreg_options_default();
    logreg_frame *frame = NULL;
    bool ok = logreg_frame_new(&frame, NULL) == LOGREG_OK;
    for (size_t j = 0; ok && j < w->p; j++)
        ok = logreg_frame_add_numeric(frame, name[j], w->x[j], w->n, 1, NULL) == LOGREG_OK;
    ok = ok && logreg_frame_add_numeric(frame, "y", w->y, w->n, 1, NULL) == LOGREG_OK;
    CU_ASSERT_TRUE_FATAL(ok);
    logreg_model *m = fit_frame(frame, formula[w->p], &options);
    logreg_frame_free(frame);
    return m;
}

static bool kind_is_right(const wanted *w, const logreg_model *m)
{
    logreg_separation kind = logreg_model_separation(m);
    const char *name = kind == LOGREG_SEPARATION_NONE    ? "none"
                       : kind == LOGREG_SEPARATION_QUASI ? "quasi"
                                                         : "complete";
    return same_text(name, w->kind) && !logreg_model_undecided(m) &&
           logreg_model_converged(m) == (kind == LOGREG_SEPARATION_NONE) &&
           near_abs(logreg_model_deviance(m), w->deviance, TOL_LIMIT * (1 + w->deviance));
}

static logreg_coef_status status_of(char sign)
{
    return sign == '+'   ? LOGREG_COEF_PLUS_INFINITY
           : sign == '-' ? LOGREG_COEF_MINUS_INFINITY
           : sign == 'u' ? LOGREG_COEF_UNDETERMINED
                         : LOGREG_COEF_OK;
}

/* Reads the line of coefficient j of class k, and looks at the model. */
static bool coefficient_is_right(const logreg_model *m, size_t k, size_t j, FILE *file)
{
    char sign;
    double estimate, error;
    if (fscanf(file, " %c", &sign) != 1 || (sign == '=' && fscanf(file, "%lf%lf", &estimate, &error) != 2))
        return false;
    if (sign == '.')
        return true;
    bool ok = logreg_model_coefficient_status(m, k, j) == status_of(sign);
    if (ok && sign == '=')
        ok = near_abs(logreg_model_coefficient(m, k, j), estimate, TOL_LIMIT * (error + fabs(estimate))) &&
             near_rel(sqrt(logreg_model_covariance(m, k, j, k, j)), error, TOL_LIMIT);
    return ok;
}

static void tells_what_the_small_numbers_tell(void)
{
    FILE *file = fopen(source_path("tests/reference/collinear.txt"), "r");
    CU_ASSERT_PTR_NOT_NULL_FATAL(file);
    wanted w;
    size_t cases = 0;
    while (fscanf(file, " data %zu %zu %zu %15s %lf", &w.classes, &w.n, &w.p, w.kind, &w.deviance) == 5) {
        CU_ASSERT_TRUE_FATAL(read_rows(&w, file));
        logreg_model *m = fit(&w);
        bool ok = kind_is_right(&w, m);
        for (size_t k = 1; k < w.classes; k++)
            for (size_t j = 0; j <= w.p; j++)
                ok = coefficient_is_right(m, k, j, file) && ok;
        CU_ASSERT_TRUE(ok);
        if (!ok)
            printf("# data %zu: %zu classes, %zu rows, %s\n", cases + 1, w.classes, w.n, w.kind);
        logreg_model_free(m);
        cases++;
    }
    fclose(file);
    CU_ASSERT(cases >= 40);
}

const test_case tests[] = {
    {"tells of collinear columns what the small numbers tell", tells_what_the_small_numbers_tell},
    {NULL, NULL},
};
