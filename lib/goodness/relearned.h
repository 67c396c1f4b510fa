/* Columns of a study as a resample makes them: what the fit learned of its rows, learned again from those that were drawn. */
#ifndef LOGREG_GOODNESS_RELEARNED_H
#define LOGREG_GOODNESS_RELEARNED_H

#include "inference/study.h"
#include "model/held/resample.h"

/* Starts as {0}. */
typedef struct {
    size_t *place; /* [n] of the rows drawn */
    logreg__fill *fill;
    size_t n_fills;
    logreg__filled *filled;
    logreg__terms *terms; /* NULL: the model's */
    logreg__design *design;
    logreg__problem *problem; /* standardised */
} logreg__relearned;

/* Do resamples say other things of the columns than all rows do, so that predictions change: has the model imputed values, or knots? */
bool logreg__relearned_wanted(const logreg_study *study);

/* Learns them from a resample of the study's rows as it was drawn, a row as often as it came; where rows stand for several observations, each once for bases. EDATA: there is too little
 * to learn from. ENOMEM. Clear it, whatever comes back. */
logreg_status logreg__relearned_make(logreg__relearned *learned, const logreg_study *study,
                                     const logreg__resample *resample, int threads, logreg_error *err);

/* A design of these columns that is not centred. ENOMEM. */
logreg_status logreg__relearned_plain(logreg__design **design, const logreg__relearned *learned,
                                      const logreg_study *study, const logreg__resample *resample,
                                      logreg_error *err);

void logreg__relearned_clear(logreg__relearned *learned);

#endif
