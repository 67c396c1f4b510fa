/* Designs over plain arrays, for tests. */
#ifndef TESTS_DESIGN_OF_H
#define TESTS_DESIGN_OF_H

#include "design/design.h"

/* A frame, its rows, its outcome and the design over them. */
typedef struct {
    logreg_frame *frame;
    logreg__rows *rows;
    logreg__terms *terms;
    logreg__response *response;
    logreg__design *design;
} design_of;

/* X is n x p by rows (n_columns of them, named x1 ..); y has n numbers; w (frequencies) and trials may be NULL. The
 * first `intercept` column of ones is the design's. drop as in logreg__design_new. The design is NULL, and err says
 * why, if the data make none, as where there is one class only. */
design_of design_of_array(const double *X, const double *y, const double *w, const double *trials, size_t n,
                          size_t p, bool intercept, const unsigned char *drop, logreg_error *err);

void design_of_free(design_of *d);

#endif
