/* tests/reference/fits.txt or profile.txt, read one model at a time. The format is described in tests/README.md. */
#ifndef TESTS_REFERENCE_FILE_H
#define TESTS_REFERENCE_FILE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

/* A coefficient of linear predictor k; an alias has no numbers. */
typedef struct {
    size_t k;
    bool alias;
    double estimate, std_error, p;
    char name[80];
} reference_coefficient;

/* Aliased column `column` contains `multiplier` times the column called name. */
typedef struct {
    size_t column;
    double multiplier;
    char name[80];
} reference_part;

/* What the likelihood says of a coefficient of linear predictor k, at 95%; and of a term. */
typedef struct {
    size_t k;
    double low, high, statistic, p;
    char name[80];
} reference_profile;

typedef struct {
    double df, lr, score, wald;
    char name[80];
} reference_term;

/* A number that the fit must find: "deviance", or the second number of "wald". */
typedef struct {
    char key[24];
    size_t count;
    double value[3];
} reference_statistic;

enum { REFERENCE_CLASSES = 12, REFERENCE_COEFFICIENTS = 64, REFERENCE_STATISTICS = 64 };

typedef struct {
    char name[80], file[80], formula[512];
    char weights[40], offset[40], trials[40], positive[40]; /* empty: none */
    size_t n_classes, n_coefficients, n_parts, n_statistics;
    char class_name[REFERENCE_CLASSES][40];
    reference_coefficient coefficient[REFERENCE_COEFFICIENTS];
    reference_part part[REFERENCE_COEFFICIENTS];
    reference_statistic statistic[REFERENCE_STATISTICS];
    size_t n_profiles, n_terms; /* of profile.txt */
    reference_profile profile[REFERENCE_COEFFICIENTS];
    reference_term term[REFERENCE_COEFFICIENTS];
} reference_case;

/* Reads the next model; false at the end of the file. A line that it does not understand fails the running test. */
bool reference_next(reference_case *c, FILE *file);

/* The i-th number after key, or NaN where the case has none. */
double reference_value(const reference_case *c, const char *key, size_t i);

#endif
