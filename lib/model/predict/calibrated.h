/* What calibration makes of a row's scores. */
#ifndef LOGREG_MODEL_PREDICT_CALIBRATED_H
#define LOGREG_MODEL_PREDICT_CALIBRATED_H

#include "model/model.h"

/* The scores of a row of logreg__class_predictors, which is put into the order of the classes: log-odds of each class against the rest; of two classes the second's alone. */
void logreg__calibrate_scores(double *score, double *row, size_t n_classes);

/* The probabilities of all classes that scores stand for. */
void logreg__calibrate_scored(double *p, const double *score, const logreg__calibration *calibration,
                              size_t n_classes);

/* n calibrators are to come; NULL: out of memory. */
logreg__calibration *logreg__calibration_new(size_t n);
void logreg__calibration_free(logreg__calibration *calibration);

#endif
