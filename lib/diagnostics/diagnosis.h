/* Parts of a diagnosis, each of which fills in its own members. */
#ifndef LOGREG_DIAGNOSTICS_DIAGNOSIS_H
#define LOGREG_DIAGNOSTICS_DIAGNOSIS_H

#include <logreg/diagnostics.h>

#include "engine/fold_block.h"
#include "inference/study.h"

/* Is there a likelihood of single rows, and a maximum of it? EDATA: there is none. */
logreg_status logreg__diagnostics_check(const logreg_study *study, logreg_error *err);

/* Leverages, residuals and distances of all rows (rows.c). ENOMEM. */
logreg_status logreg__diagnose_rows(logreg_diagnostics *d, const logreg_study *study, uint64_t seed,
                                    logreg_error *err);

/* The rows of the largest distances, and how far they move each coefficient; V is the covariance of the study's coefficients
 * (moves.c). ENOMEM. */
logreg_status logreg__diagnose_moves(logreg_diagnostics *d, const logreg_study *study, size_t n_top,
                                     const double *V, logreg_error *err);

/* All of these where there are more than two classes (several.c). ENOMEM. */
logreg_status logreg__diagnose_several(logreg_diagnostics *d, const logreg_study *study, size_t n_top,
                                       const double *V, logreg_error *err);

/* Finds the places of the n_top largest distances, the largest first, and makes room for what each does to n_coefficients. False: memory is out. */
bool logreg__diagnose_top(logreg_diagnostics *d, size_t n_top, size_t n_coefficients);

/* Room to fetch single rows with. */
typedef struct {
    logreg__block_room block;
    double *B;
} logreg__row_room;

/* false: out of memory; what is there is to be cleared all the same. */
bool logreg__row_room_init(logreg__row_room *room, const logreg_study *study);
void logreg__row_room_clear(logreg__row_room *room);

/* z (design->p numbers) of kept row i. */
void logreg__row_of(double *z, const logreg_study *study, size_t i, logreg__row_room *room);

/* Inflation of each term's errors, and the condition number of the columns (inflation.c). ENOMEM. */
logreg_status logreg__diagnose_columns(logreg_diagnostics *d, const logreg_study *study, const double *V,
                                       logreg_error *err);

#endif
