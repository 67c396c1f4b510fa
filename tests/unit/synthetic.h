/* Synthetic data, and what they are told by. */
#ifndef TESTS_SYNTHETIC_H
#define TESTS_SYNTHETIC_H

#include <stdbool.h>
#include <stdint.h>

#include <logreg/data.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))

typedef logreg_classification_options options;

/* X and y of the options' sizes, filled; the caller frees both. */
void make(gsl_matrix **X, gsl_vector **y, const options *o);

/* Of n numbers; the covariance is the mean of (a - mean a)(b - mean b). */
double mean(const double *x, size_t n, size_t stride);
double covariance(const double *a, const double *b, size_t n, size_t stride);

/* Fowler, Noll & Vo's hash of the bits of all numbers. */
uint64_t fingerprint(const gsl_matrix *X, const gsl_vector *y);

/* Prints both where they differ. */
bool same_data(uint64_t got, uint64_t want);

#endif
