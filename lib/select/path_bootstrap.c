/* Intervals of the coefficients that a path chooses: the choice is a part of the procedure, and so of what is done again (Hastie, Tibshirani & Wainwright, Statistical Learning with
 * Sparsity, 2015, 6.2). A resample is frequencies of the rows, so that copies of a row are in one fold, and never held out from each other. */
#include <stdlib.h>

#include "select/bootstrapping.h"
#include "select/cross_validation.h"
#include "select/part.h"
#include "model/shrink/shrink.h"
#include "solvers/shrinkage.h"

typedef struct {
    const logreg_path *path;
    double alpha;
    const logreg_path_options *options;
} choice;

static logreg_status again(double *value, bool *sound, const logreg__fitting *f, const logreg__resample *r,
                           int threads, const void *data, logreg_error *err)
{
    const choice *c = data;
    logreg__part part = {0};
    logreg__fitting within;
    double *theta = NULL;
    logreg__shrinkage *s = NULL;
    size_t place = 0;
    logreg_status status = logreg__part_drawn(&part, f, r, threads, err);
    if (status == LOGREG_OK)
        status = logreg__part_go(&theta, &s, &part, f, c->path, c->alpha, err);
    if (status == LOGREG_OK) {
        logreg__part_fitting(&within, &part, s, f);
        within.source =
            NULL; /* columns are the fit's in all resamples, so that coefficients speak of the same */
        status = logreg__cross_choose(&place, &within, c->path, c->alpha, c->options, err);
    }
    if (status == LOGREG_OK)
        status = logreg__shrink_coefficients(
            value, theta + place * logreg__shrinkage_classes(part.problem) * part.design->p, &within, err);
    *sound = !part.unconverged;
    free(theta);
    logreg__shrinkage_free(s);
    logreg__part_clear(&part);
    return status;
}

logreg_status logreg__bootstrap_path(logreg__fitting *f, const logreg_path *path, double alpha,
                                     const logreg_path_options *o, logreg_error *err)
{
    const choice of = {path, alpha, o};
    const logreg__refitting refitting = {again, &of, true};
    return logreg__bootstrap_fit(f, o->bootstrap, &refitting, err);
}
