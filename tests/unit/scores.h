/* Sandwiches in plain loops: scores of observations, one after the other, and an inverse by elimination, in long double. */
#ifndef TESTS_SCORES_H
#define TESTS_SCORES_H

#include <stddef.h>

/* Rows of data for k linear predictors, and coefficients (k p, one predictor after the other) that maximise their likelihood. */
typedef struct {
    size_t n, p, k;
    const double *X;      /* n x p, row after row, a column of ones among them if there is an intercept */
    const double *y;      /* class 0 .. k, or of two the share of events */
    const double *weight; /* of the row's outcome; NULL: ones */
    const double *offset; /* NULL: zeros */
    const double *beta;
} scores_data;

/* inv(information) at the coefficients, (k p)^2 numbers. */
void scores_bread(long double *bread, const scores_data *d);

/* The score of row i: k p numbers. */
void scores_row(long double *score, const scores_data *d, size_t i);

/* Adds factor times the product of a score with itself to a meat. */
void scores_add(long double *meat, const long double *score, size_t q, long double factor);

/* x_i' bread x_i w_i mu_i (1 - mu_i) of two classes, of which one row stands for `copies`. */
long double scores_leverage(const scores_data *d, const long double *bread, size_t i, double copies);

/* V := bread meat bread. */
void scores_sandwich(double *V, const long double *bread, const long double *meat, size_t q);

#endif
