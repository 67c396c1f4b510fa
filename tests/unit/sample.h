/* Sixty rows that most tests of the model fit, and how fits of theirs compare. */
#ifndef TESTS_SAMPLE_H
#define TESTS_SAMPLE_H

#include <logreg/model.h>

enum { SAMPLE_ROWS = 60 };

/* x1, x2 (row by row) and a class that depends on both, none separated; as a frame. */
void sample(double *X, double *y, size_t classes);
logreg_frame *sample_frame(const double *X, const double *y);

/* Fits n rows of p numbers; a failure is fatal to the test. */
logreg_model *fit_rows(const double *X, const double *y, size_t n, size_t p, const logreg_options *options);

/* Coefficients and standard errors agree; the tolerance is in standard errors. */
void same_coefficients(const logreg_model *a, const logreg_model *b, double tolerance);

#endif
