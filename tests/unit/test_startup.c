/* What a small fit leaves alone: it starts no thread, and loads no LAPACK, since either costs more than the fit. */
#include "harness.h"

#include <stdio.h>
#include <string.h>

#include <logreg.h>

#define ROWS 200
#define COLUMNS 4

/* How many lines of a file of the kernel's hold a text; all of them where it is empty. -1: there is no such file. */
static int count_lines(const char *path, const char *text)
{
    char line[4096];
    int n = 0;
    FILE *file = fopen(path, "r");
    if (!file)
        return -1;
    while (fgets(line, sizeof line, file))
        n += strstr(line, text) != NULL;
    fclose(file);
    return n;
}

static gsl_matrix *make(gsl_vector *y)
{
    gsl_matrix *X = gsl_matrix_alloc(ROWS, COLUMNS);
    unsigned state = 1;
    for (size_t i = 0; i < ROWS; i++) {
        double sum = 0;
        for (size_t j = 0; j < COLUMNS; j++) {
            state = state * 1664525 + 1013904223;
            double x = (double)(state >> 8) * 0x1p-24 - 0.5;
            gsl_matrix_set(X, i, j, x);
            sum += x;
        }
        gsl_vector_set(y, i, sum + (i % 7 < 3 ? 0.6 : -0.6) > 0);
    }
    return X;
}

static void a_small_fit_costs_no_more_than_itself(void)
{
    if (count_lines("/proc/self/status", "Threads:\t1\n") != 1 || count_lines("/proc/self/maps", "liblapack"))
        return skip_test(
            "this process has other threads or LAPACK before it has done anything, or does not tell");
    gsl_vector *y = gsl_vector_alloc(ROWS);
    gsl_matrix *X = make(y), *P = gsl_matrix_alloc(ROWS, 2);
    logreg_model *m = NULL;
    CU_ASSERT_EQUAL_FATAL(logreg_fit(&m, X, y, NULL, NULL), LOGREG_OK);
    CU_ASSERT_TRUE(logreg_model_converged(m));
    CU_ASSERT_EQUAL(logreg_predict_proba(m, X, P, NULL), LOGREG_OK);
    CU_ASSERT_EQUAL(count_lines("/proc/self/status", "Threads:\t1\n"), 1);
    CU_ASSERT_EQUAL(count_lines("/proc/self/maps", "liblapack"), 0);
    CU_ASSERT_EQUAL(count_lines("/proc/self/maps", "openblas"), 0);
    logreg_model_free(m);
    gsl_matrix_free(X);
    gsl_matrix_free(P);
    gsl_vector_free(y);
}

const test_case tests[] = {
    {"a small fit starts no thread and loads no LAPACK", a_small_fit_costs_no_more_than_itself},
    {NULL, NULL},
};
