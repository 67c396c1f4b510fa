/* A model beside its rows: what profile likelihoods, tests of terms and residuals walk over. */
#ifndef LOGREG_INFERENCE_STUDY_H
#define LOGREG_INFERENCE_STUDY_H

#include <logreg/inference.h>

#include "design/matched.h"
#include "engine/fold.h"
#include "model/model.h"
#include "solvers/quadratic.h"

/* Everything is owned but model and frame, which are borrowed. The design leaves out aliased columns. */
struct logreg_study {
    const logreg_model *model;
    const logreg_frame *frame;
    logreg_frame *own;      /* the frame of a matrix, or NULL */
    logreg__filled *filled; /* where the model imputes: what frame then is */
    char **term;            /* names of the model's terms */
    logreg__rows *rows;
    logreg__response *response;
    logreg__matched *matched; /* of a model with strata, whose design and problem are these; else NULL */
    logreg__design *design;
    logreg__problem *problem; /* standardised */
    double *b;                /* [problem->q] the finite coefficients in the coordinates of the z */
    logreg__quadratic *at;    /* the loss about b, refined; NULL where the model is separated */
    /* What profiles and tests of terms climb on: the loss, or of Firth's models the penalised one. */
    logreg__problem *objective; /* problem, or a copy of it with the penalty; not owned in depth */
    double *peak;               /* [problem->q] its minimum: b, but for the intercepts of flic */
    logreg__quadratic *at_peak; /* about that */
};

/* The model's number of a coefficient, of those that the problem has. */
size_t logreg__study_coefficient(const logreg_study *study, size_t q);

/* C (m rows of model->q numbers, a linear combination of coefficients each, row after row) in the coordinates of the z: A [q x m],
 * column after column. Aliased coefficients count as 0. ENOMEM. */
logreg_status logreg__study_combinations(double *A, const logreg_study *study, const double *C, size_t m,
                                         logreg_error *err);

/* Is there a maximum to profile about? EDATA: the classes are separated, or the fit has not converged. */
logreg_status logreg__study_profiled(const logreg_study *study, logreg_error *err);

/* And is it one of the objective, to look around from? EDATA: as there, or the penalty is flac. */
logreg_status logreg__study_sound(const logreg_study *study, logreg_error *err);

#endif
