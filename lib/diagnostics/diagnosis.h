/* Parts of a diagnosis, each of which fills in its own members. */
#ifndef LOGREG_DIAGNOSTICS_DIAGNOSIS_H
#define LOGREG_DIAGNOSTICS_DIAGNOSIS_H

#include <logreg/diagnostics.h>

#include "inference/study.h"

/* Leverages, residuals and distances of all rows (rows.c). ENOMEM. */
logreg_status logreg__diagnose_rows(logreg_diagnostics *d, const logreg_study *study, uint64_t seed,
                                    logreg_error *err);

/* The rows of the largest distances, and how far they move each coefficient; V is the covariance of the study's coefficients
 * (moves.c). ENOMEM. */
logreg_status logreg__diagnose_moves(logreg_diagnostics *d, const logreg_study *study, size_t n_top,
                                     const double *V, logreg_error *err);

/* Inflation of each term's errors, and the condition number of the columns (inflation.c). ENOMEM. */
logreg_status logreg__diagnose_columns(logreg_diagnostics *d, const logreg_study *study, const double *V,
                                       logreg_error *err);

#endif
