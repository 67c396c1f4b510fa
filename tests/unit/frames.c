#include "frames.h"

#include <math.h>
#include <stdio.h>

#include "harness.h"

logreg_frame *frame_of_file(const char *path)
{
    logreg_frame *frame = NULL;
    logreg_error err = {.message = ""};
    if (logreg_frame_read_csv(&frame, source_path(path), NULL, &err) != LOGREG_OK)
        printf("# %s\n", err.message);
    CU_ASSERT_PTR_NOT_NULL_FATAL(frame);
    return frame;
}

logreg_frame *frame_shipped(const char *name)
{
    char path[300];
    snprintf(path, sizeof path, "datasets/%s.csv", name);
    return frame_of_file(path);
}

logreg_frame *frame_of_two(const double *x1, const double *x2, size_t stride, const double *y, size_t n)
{
    logreg_frame *frame = NULL;
    bool ok = logreg_frame_new(&frame, NULL) == LOGREG_OK &&
              logreg_frame_add_numeric(frame, "x1", x1, n, stride, NULL) == LOGREG_OK &&
              logreg_frame_add_numeric(frame, "x2", x2, n, stride, NULL) == LOGREG_OK &&
              logreg_frame_add_numeric(frame, "y", y, n, 1, NULL) == LOGREG_OK;
    CU_ASSERT_TRUE_FATAL(ok);
    return frame;
}

logreg_frame *frame_toy_a(void)
{
    static const double x1[] = {1, 2, 3, 3, 5, 6, 10, 11}, x2[] = {3, 2, -1, -1, 2, 4, 1, 0},
                        y[] = {0, 0, 0, 0, 1, 1, 1, 1};
    return frame_of_two(x1, x2, 1, y, 8);
}

logreg_frame *frame_toy_b(void)
{
    static const double x1[] = {1, 2, 3, 3, 3, 4, 5, 6, 10, 11}, x2[] = {3, 0, -1, 4, 1, 0, 2, 7, 3, 4},
                        y[] = {0, 0, 0, 0, 1, 1, 1, 1, 1, 1};
    return frame_of_two(x1, x2, 1, y, 10);
}

logreg_options firth_options(const char *penalty)
{
    logreg_options o = logreg_options_default();
    o.penalty = penalty;
    return o;
}

logreg_model *fit_frame(const logreg_frame *frame, const char *formula, const logreg_options *options)
{
    logreg_model *m = NULL;
    logreg_error err = {.message = ""};
    if (logreg_fit_formula(&m, frame, formula, options, &err) != LOGREG_OK)
        printf("# %s\n", err.message);
    CU_ASSERT_PTR_NOT_NULL_FATAL(m);
    return m;
}

double error_of(const logreg_model *m, size_t k, size_t j)
{
    return sqrt(logreg_model_covariance(m, k, j, k, j));
}
