/* The row that an intercept speaks of: where every other column of the design is 0. */
#ifndef LOGREG_REPORT_EXPLAIN_BASELINE_H
#define LOGREG_REPORT_EXPLAIN_BASELINE_H

#include "model/model.h"
#include "report/page/page.h"

typedef struct {
    bool number, factor; /* what the terms are made of */
    size_t factors;
    bool offset; /* the formula's own, or a column */
    bool far;    /* some number is never 0 in the rows */
    size_t odd;  /* the first column that is not 0 where every number is 0 and every factor at its reference;
                  * SIZE_MAX: none */
} logreg__baseline;

/* false: out of memory. */
bool logreg__baseline_find(logreg__baseline *baseline, const logreg_model *model);

/* A paragraph on what an intercept means, with the odds where there is one finite intercept: intercept.c. */
void logreg__write_intercept(logreg__page *page, const logreg_model *model);

#endif
