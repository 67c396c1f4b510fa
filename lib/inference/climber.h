/* One of the points of constrained.h under way. */
#ifndef LOGREG_INFERENCE_CLIMBER_H
#define LOGREG_INFERENCE_CLIMBER_H

#include "inference/constrained.h"

typedef struct {
    logreg__constrained *point;
    const double *top;           /* [q] the maximum without constraints */
    const logreg__quadratic *at; /* about it */
    logreg__quadratic *own;      /* about point->b; NULL: the information at the maximum will do */
    double *sums;                /* [1 + q] loss and gradient at point->b, where there is no own */
    double *room;                /* what the vectors below stand in */
    double *U, *M;               /* inv(H) A, and A'U factored */
    double *v, *w, *kappa;       /* inv(H) g, A'v, multipliers of the constraints */
    double *now;                 /* [r] A'b */
    double *back, *step;         /* where the last step began, and the step */
    double loss, loss_back;
    double length;         /* of the last step, in standard errors */
    double base;           /* an end: the loss that it has risen from, */
    double origin;         /*   A'top, */
    double within, beyond; /*   and values known to lie on this side of it and beyond */
    bool moved;            /* the last step changed A'b */
    bool done, wants_own;
    int steps, retreats;
} logreg__climber;

/* A climber at its first point. false: out of memory; what is there is to be cleared all the same. */
bool logreg__climber_init(logreg__climber *climber, logreg__constrained *point, const double *top,
                          const logreg__quadratic *at);
void logreg__climber_clear(logreg__climber *climber);

/* Where sums, or own, are about point->b: takes a step, or is done. */
void logreg__climber_step(logreg__climber *climber);

#endif
