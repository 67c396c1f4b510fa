/* Calibration of a model on rows that are held out: fits to the other rows, the scores that these give, and the map from scores to probabilities. */
#ifndef LOGREG_MODEL_HELD_CALIBRATE_H
#define LOGREG_MODEL_HELD_CALIBRATE_H

#include "model/fitting.h"

/* A fit that is to be calibrated: its rows, as the frame has them before anything is imputed, and a door that fits it again to some of them. */
typedef struct {
    const logreg_frame *frame;
    const logreg__rows *rows;
    const logreg__outcome *outcome;
    const logreg_options *options;
    const char *group; /* column whose equal values stay in one fold, or NULL */
    logreg_status (*fit)(logreg_model **model, void *data, const logreg_options *options,
                         const logreg__prelude *prelude, logreg_error *err);
    void *data;
} logreg__calibrating;

/* Calibrates the model of all rows as options.calibrate says. EDATA, ENOMEM. */
logreg_status logreg__calibrate(logreg_model *model, const logreg__calibrating *calibrating,
                                logreg_error *err);

/* The same for a formula, whose model it is. */
logreg_status logreg__calibrate_formula(logreg_model *model, const logreg_frame *frame, const char *formula,
                                        const logreg_options *options, logreg_error *err);

#endif
