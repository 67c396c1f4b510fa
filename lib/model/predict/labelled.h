/* Labelled rows of a frame, and what a model says of them. */
#ifndef LOGREG_MODEL_PREDICT_LABELLED_H
#define LOGREG_MODEL_PREDICT_LABELLED_H

#include <logreg/metrics.h>

#include "data/rows.h"
#include "design/response.h"
#include "model/model.h"

/* What rows say and what is said of them: room for all, the first n in use. Of two classes P has the event's column alone. */
typedef struct {
    size_t n, K, columns;
    double *y, *w, *P;   /* w NULL: ones */
    double *other;       /* as P, of another model; NULL: there is none */
    size_t n_weightless; /* rows that stand for nothing, and are none of these */
} logreg__labelled;

/* Another model on the same rows, and where it has the first one's classes. */
typedef struct {
    const logreg_model *model;
    const logreg_frame *frame;
    const size_t *place; /* [K] */
} logreg__other;

/* The rows of a frame that miss nothing and stand for something. EDATA, ENOMEM as logreg_evaluate; clear it also after a failure. */
logreg_status logreg__labelled_predict(logreg__labelled *rows, const logreg_model *model,
                                       const logreg_frame *frame, logreg_error *err);

/* The same with what another model says of them; rows that miss what it needs are left out too. */
logreg_status logreg__labelled_predict_both(logreg__labelled *rows, const logreg_model *model,
                                            const logreg_frame *frame, const logreg__other *other,
                                            logreg_error *err);

/* What n metrics say of a model on kept rows of a frame, whose outcome is the response's; two classes are parted at 1/2. EDATA, ENOMEM. */
logreg_status logreg__measure_kept(logreg_measure *found, const logreg_metric *const *metric, size_t n,
                                   const logreg_model *model, const logreg_frame *frame,
                                   const logreg__rows *rows, const logreg__response *response, int threads,
                                   logreg_error *err);

void logreg__labelled_clear(logreg__labelled *rows);

#endif
