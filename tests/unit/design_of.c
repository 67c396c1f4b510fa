#include "design_of.h"

#include <stdio.h>

design_of design_of_array(const double *X, const double *y, const double *w, const double *trials, size_t n,
                          size_t p, bool intercept, const unsigned char *drop, logreg_error *err)
{
    design_of d = {0};
    logreg__outcome outcome = {.target = "y", .weights = w ? "w" : NULL, .trials = trials ? "trials" : NULL};
    logreg_frame *features = NULL; /* the plain terms take every column */
    logreg_status status = logreg_frame_new(&d.frame, err);
    if (status == LOGREG_OK)
        status = logreg_frame_new(&features, err);
    for (size_t j = 0; status == LOGREG_OK && j < p; j++) {
        char name[32];
        snprintf(name, sizeof name, "x%zu", j + 1);
        status = logreg_frame_add_numeric(d.frame, name, X + j, n, p, err);
        if (status == LOGREG_OK)
            status = logreg_frame_add_numeric(features, name, X + j, n, p, err);
    }
    if (status == LOGREG_OK)
        status = logreg__terms_plain(&d.terms, features, intercept, err);
    logreg_frame_free(features);
    if (status == LOGREG_OK)
        status = logreg_frame_add_numeric(d.frame, "y", y, n, 1, err);
    if (status == LOGREG_OK && w)
        status = logreg_frame_add_numeric(d.frame, "w", w, n, 1, err);
    if (status == LOGREG_OK && trials)
        status = logreg_frame_add_numeric(d.frame, "trials", trials, n, 1, err);
    if (status == LOGREG_OK)
        status = logreg__rows_complete(&d.rows, d.frame, NULL, 0, err);
    if (status == LOGREG_OK)
        status = logreg__response_new(&d.response, &outcome, d.frame, d.rows, err);
    if (status == LOGREG_OK)
        logreg__design_new(&d.design, d.terms, d.frame, d.rows, d.response, drop, err);
    return d;
}

void design_of_free(design_of *d)
{
    logreg__design_free(d->design);
    logreg__response_free(d->response);
    logreg__terms_free(d->terms);
    logreg__rows_free(d->rows);
    logreg_frame_free(d->frame);
}
