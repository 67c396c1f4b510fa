/* The rows of a study as exact inference sees them: columns in whole numbers, rows that are alike together. */
#ifndef LOGREG_EXACT_LATTICE_H
#define LOGREG_EXACT_LATTICE_H

#include <stdint.h>

#include "inference/study.h"

/* A group of rows that are alike in all but their outcome. */
typedef struct {
    size_t set; /* the stratum; groups of one stand together */
    size_t trials, events;
    double offset;
    const int64_t *x; /* [p] */
} logreg__cell;

typedef struct {
    size_t n, p, n_sets;
    bool counted;        /* the events of each set are given; else the one set has no intercept */
    logreg__cell *cell;  /* [n] */
    size_t *events;      /* [n_sets] */
    size_t *column;      /* [p] of the model */
    double *unit, *base; /* [p] a value is base + unit x */
    int64_t *x;
} logreg__lattice;

/* intercept: it is a column as the others, and events are not given; for studies without strata. EDATA: weights that are no whole numbers. ENOMEM. */
logreg_status logreg__lattice_new(logreg__lattice **lattice, const logreg_study *study, bool intercept,
                                  logreg_error *err);
void logreg__lattice_free(logreg__lattice *lattice);

#endif
