/* The loss on rows that a fit has held out, and stopping where it falls no more (Prechelt, in Neural Networks: Tricks of the Trade, 1998). */
#ifndef LOGREG_SOLVERS_PATIENCE_H
#define LOGREG_SOLVERS_PATIENCE_H

#include "solvers/solver.h"

/* What counts as a fall of a mean loss. */
#define LOGREG__LEAST_GAIN 1e-4

typedef struct {
    double best;   /* the least mean loss on the rows held out; infinite before there was one */
    size_t waited; /* iterations since it last fell */
    double *b;     /* [q] the coefficients that had it, owned; NULL: nobody wants to stop early */
} logreg__patience;

/* Room, where options ask for early stopping. false: out of memory. */
bool logreg__patience_init(logreg__patience *patience, const logreg__problem *problem,
                           const logreg_options *options);
void logreg__patience_clear(logreg__patience *patience);

/* After an iteration that led to b: *stop where options->n_iter_no_change iterations in a row brought no gain; s->beta is then the best there was. ENOMEM. */
logreg_status logreg__patience_look(bool *stop, logreg__patience *patience, logreg__solution *s,
                                    const logreg__problem *problem, const logreg_options *options,
                                    const double *b, logreg_error *err);

/* The mean loss at b on the rows that the problem's are told by: NaN where there are none. ENOMEM. */
logreg_status logreg__validation_loss(double *loss, const logreg__problem *problem, const double *b,
                                      logreg_error *err);

#endif
