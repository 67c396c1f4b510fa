#include "design_of.h"

#include <stdio.h>

#include "base/memory.h"

static logreg__terms *plain_terms(size_t p, bool intercept)
{
    logreg__terms *t = logreg__new(1, sizeof *t);
    t->intercept = intercept;
    t->n_variables = t->n_terms = p;
    t->n_columns = p + intercept;
    t->variable = logreg__new(p, sizeof *t->variable);
    t->term = logreg__new(p, sizeof *t->term);
    for (size_t j = 0; j < p; j++) {
        char name[32];
        snprintf(name, sizeof name, "x%zu", j + 1);
        t->variable[j].column = logreg__copy(name);
        t->variable[j].kind = LOGREG_NUMERIC;
        t->term[j] = (logreg__term){.n = 1, .first = j + intercept, .n_columns = 1};
        t->term[j].variable = logreg__new(1, sizeof(size_t));
        t->term[j].variable[0] = j;
        t->term[j].full = logreg__new(1, sizeof(bool));
    }
    return t;
}

static void free_terms(logreg__terms *t)
{
    for (size_t j = 0; j < t->n_terms; j++) {
        free(t->variable[j].column);
        free(t->term[j].variable);
        free(t->term[j].full);
    }
    free(t->variable);
    free(t->term);
    free(t);
}

design_of design_of_array(const double *X, const double *y, const double *w, const double *trials, size_t n,
                          size_t p, bool intercept, const unsigned char *drop, logreg_error *err)
{
    design_of d = {0};
    logreg__outcome outcome = {.target = "y", .weights = w ? "w" : NULL, .trials = trials ? "trials" : NULL};
    logreg_status status = logreg_frame_new(&d.frame, err);
    for (size_t j = 0; status == LOGREG_OK && j < p; j++) {
        char name[32];
        snprintf(name, sizeof name, "x%zu", j + 1);
        status = logreg_frame_add_numeric(d.frame, name, X + j, n, p, err);
    }
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
    d.terms = plain_terms(p, intercept);
    if (status == LOGREG_OK)
        logreg__design_new(&d.design, d.terms, d.frame, d.rows, d.response, drop, err);
    return d;
}

void design_of_free(design_of *d)
{
    logreg__design_free(d->design);
    logreg__response_free(d->response);
    free_terms(d->terms);
    logreg__rows_free(d->rows);
    logreg_frame_free(d->frame);
}
