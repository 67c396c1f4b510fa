/* LAPACKE and CBLAS, loaded when a matrix is first large enough to repay it: a BLAS starts its threads as soon as it is loaded,
 * which would take longer than most small fits. */
#ifndef LOGREG_ENGINE_LAPACK_H
#define LOGREG_ENGINE_LAPACK_H

#include <stdbool.h>

#include <cblas.h>
#include <lapacke.h>

typedef struct {
    __typeof__(LAPACKE_dpotrf_work) *potrf;
    __typeof__(LAPACKE_dpotrs_work) *potrs;
    __typeof__(LAPACKE_dpotri_work) *potri;
    __typeof__(LAPACKE_dtrtri_work) *trtri;
    __typeof__(cblas_dsyrk) *syrk;
    __typeof__(cblas_dgemm) *gemm;
} logreg__lapack;

/* False: this machine has none. Once loaded it stays, so that asking again costs nothing to speak of. */
bool logreg__lapack_load(logreg__lapack *lapack);

#endif
