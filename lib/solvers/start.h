/* A start near the maximum, from a sample of the rows. */
#ifndef LOGREG_SOLVERS_START_H
#define LOGREG_SOLVERS_START_H

#include "engine/fold.h"

/* Are there so many rows that a sample pays? */
bool logreg__start_pays(const logreg__problem *problem);

/* Standardises the problem by a sample of its blocks, and puts the maximum of the sample's likelihood, slightly penalised, into
 * b ([q], on entry all zeros). The sample is a function of the number of rows only. *found is false, and the problem to be
 * made anew, where the sample cannot tell: a column that it finds constant or collinear. ENOMEM. */
logreg_status logreg__start_sampled(bool *found, double *b, logreg__problem *problem, logreg_error *err);

#endif
