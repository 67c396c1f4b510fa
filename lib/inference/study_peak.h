/* The maximum that a study looks around from. */
#ifndef LOGREG_INFERENCE_STUDY_PEAK_H
#define LOGREG_INFERENCE_STUDY_PEAK_H

#include "inference/study.h"

/* The study's objective and its minimum: that about the coefficients, but for penalties that intercepts do not share. ENOMEM. */
logreg_status logreg__study_find_peak(logreg_study *s, logreg_error *err);

/* Coefficients of a converged fit that are no maximum here were fitted to something else, such as another offset. EDATA, ENOMEM. */
logreg_status logreg__study_check_peak(const logreg_study *s, logreg_error *err);

#endif
