/* A calibrator from inside. */
#ifndef LOGREG_CALIBRATION_CALIBRATOR_H
#define LOGREG_CALIBRATION_CALIBRATOR_H

#include <logreg/calibration.h>

typedef enum { LOGREG__PLATT, LOGREG__ISOTONIC, LOGREG__CALIBRATORS } logreg__calibrator_kind;

extern const char *const logreg__calibrator_words[LOGREG__CALIBRATORS];

struct logreg_calibrator {
    logreg__calibrator_kind kind;
    double slope, intercept; /* platt */
    size_t n;                /* isotonic: corners, */
    double *score, *p;       /*   [n] ascending and not falling */
};

/* LOGREG__CALIBRATORS: there is no such method. */
logreg__calibrator_kind logreg__calibrator_find(const char *method);

/* One score's probability and its complement, each to its own last digits. */
void logreg__calibrator_at(double *p, double *complement, const logreg_calibrator *calibrator, double score);

/* Learn from rows that have been checked. ENOMEM. */
logreg_status logreg__platt_learn(logreg_calibrator *calibrator, const double *y, const double *score,
                                  const double *w, size_t n, logreg_error *err);
logreg_status logreg__isotonic_learn(logreg_calibrator *calibrator, const double *y, const double *score,
                                     const double *w, size_t n, logreg_error *err);

#endif
