/* Fits of every kind that a report must speak of. */
#ifndef TESTS_FITTED_H
#define TESTS_FITTED_H

#include <logreg/model.h>

typedef struct {
    const char *name;
    logreg_frame *frame; /* NULL for a plain matrix */
    logreg_model *model;
} fitted;

enum {
    FIT_CHALLENGER,   /* a number, 0/1 data */
    FIT_BEETLE,       /* grouped */
    FIT_UCB,          /* factors, frequencies */
    FIT_IRIS,         /* three classes, separated */
    FIT_SPECIES,      /* three classes, a factor and a number, finite */
    FIT_TOY_A,        /* completely separated */
    FIT_TOY_B,        /* quasi-completely separated */
    FIT_ALIASED,      /* columns made of others, missing values */
    FIT_HOSTILE,      /* names that attack a terminal */
    FIT_OFFSET,       /* an offset, rare events */
    FIT_EMPTY,        /* intercept only */
    FIT_THROUGH_ZERO, /* no intercept */
    FIT_TWICE,        /* a column as number and as factor */
    FIT_UNFINISHED,   /* stopped before convergence */
    FIT_MATRIX,       /* no formula */
    FIT_TEN,          /* ten classes */
    FIT_UNMEASURED,   /* grouped, and no measures were wanted */
    FITS
};

/* Fits one of them; a failure is fatal to the test. */
fitted fit_one(int which);
void fitted_free(fitted *f);

#endif
