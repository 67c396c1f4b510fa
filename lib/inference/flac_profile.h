/* Profiles of FLAC: those of the likelihood of rows and pseudo-rows that it maximises, equation (71). */
#ifndef LOGREG_INFERENCE_FLAC_PROFILE_H
#define LOGREG_INFERENCE_FLAC_PROFILE_H

#include "inference/study.h"

/* As logreg__profile_of, of a converged model of penalty flac. EDATA: Firth's estimate on these rows does not lead to the model's. ENOMEM. */
logreg_status logreg__flac_profile_of(logreg_profile *out, const logreg_study *s, const double *C,
                                      const double *value, size_t m, double level, logreg_error *err);

#endif
