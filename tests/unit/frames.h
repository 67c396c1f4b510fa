/* Tables and fits that several tests start from; what fails is fatal to the test. */
#ifndef TESTS_FRAMES_H
#define TESTS_FRAMES_H

#include <logreg/model.h>

/* A CSV file, by its path in the project; a data set of datasets/, by its name. */
logreg_frame *frame_of_file(const char *path);
logreg_frame *frame_shipped(const char *name);

/* Columns x1, x2 (their values `stride` apart) and y. */
logreg_frame *frame_of_two(const double *x1, const double *x2, size_t stride, const double *y, size_t n);

/* The classic examples of complete and of quasi-complete separation: 8 and 10 rows of x1, x2, y. */
logreg_frame *frame_toy_a(void);
logreg_frame *frame_toy_b(void);

/* Options of a fit with a penalty. */
logreg_options firth_options(const char *penalty);

logreg_model *fit_frame(const logreg_frame *frame, const char *formula, const logreg_options *options);

/* The standard error of a coefficient. */
double error_of(const logreg_model *m, size_t k, size_t j);

#endif
