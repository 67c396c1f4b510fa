/* Percentiles of the coefficients of a fit that is done again to resamples of its rows. */
#ifndef LOGREG_SELECT_BOOTSTRAPPING_H
#define LOGREG_SELECT_BOOTSTRAPPING_H

#include <logreg/bootstrap.h>
#include <logreg/path.h>

#include "model/fitting.h"
#include "model/held/resample.h"

/* How it is done again, with as many threads: value [classes x p in the model's order] begins as zeros; *sound: it is a minimum. EDATA: the resample lacks what it takes. ENOMEM. */
typedef struct {
    logreg_status (*again)(double *value, bool *sound, const logreg__fitting *f,
                           const logreg__resample *resample, int threads, const void *data,
                           logreg_error *err);
    const void *data;
    bool chooses; /* its penalty, in each resample anew */
} logreg__refitting;

/* EINVAL. */
logreg_status logreg__bootstrap_check(const logreg_options *options,
                                      const logreg_bootstrap_options *bootstrap, logreg_error *err);

/* Puts the intervals into f's model. EDATA: frequencies that are not whole, too few resamples that can be fitted. ENOMEM. */
logreg_status logreg__bootstrap_fit(logreg__fitting *f, const logreg_bootstrap_options *options,
                                    const logreg__refitting *refitting, logreg_error *err);

/* The same where a path's strength is chosen in each resample by cross-validation of it, as it was on all rows. */
logreg_status logreg__bootstrap_path(logreg__fitting *f, const logreg_path *path, double alpha,
                                     const logreg_path_options *options, logreg_error *err);

#endif
