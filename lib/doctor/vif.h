/* Variance inflation: how much wider standard errors are because columns go together. */
#ifndef LOGREG_DOCTOR_VIF_H
#define LOGREG_DOCTOR_VIF_H

#include "doctor/checkup.h"

/* A vector for each of m columns of the design, and of those of each column of the frame an orthonormal basis and a volume. */
typedef struct {
    double *factor;     /* [m x m], column-major */
    bool by_rows;       /* its rows are the vectors, or its columns */
    double *basis;      /* vectors of m, as logreg__vif lists items */
    double *log_volume; /* of its square, of each column of the frame */
} logreg__vif_side;

/* The columns that a column of the frame helps to make, among m of the design, in the coordinates of a correlation matrix
 * C = L L': row i of L and column i of inv(L) belong to column i. */
typedef struct {
    size_t m;
    logreg__vif_side side[2]; /* L and inv(L) */
    size_t *start, *item; /* item[start[j] .. start[j + 1] - 1]: those of column j of the frame, ascending */
    double *room, *basis; /* m x m each: vectors whose volume is taken, others beside them */
    bool *taken;          /* [m] */
} logreg__vif;

/* Of the design that the model of the checkup was fitted to, without the rows of the frame that are marked (NULL: none is). NULL with failed not set: there is
 * nothing to compare. */
logreg__vif *logreg__vif_new(logreg_checkup *c, const bool *but);
void logreg__vif_free(logreg__vif *v);

/* Logarithm of GVIF of column j (equation (37)); *df: its columns of the design. */
double logreg__vif_log(const logreg__vif *v, size_t j, size_t *df);

/* The same as if the columns that k alone makes were not there. NAN where k makes none that j does not make. */
double logreg__vif_without(const logreg__vif *v, size_t j, size_t k);

/* Logarithm of GVIF of j if there were no others than j and k; *df receives the smaller number of columns. NAN as above. */
double logreg__vif_pair(const logreg__vif *v, size_t j, size_t k, size_t *df);

#endif
