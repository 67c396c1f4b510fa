/* Quantile residuals, one of each observation. */
#ifndef LOGREG_FIGURES_KINDS_DRAWS_H
#define LOGREG_FIGURES_KINDS_DRAWS_H

#include "figures/kinds/diagnosed.h"

typedef struct {
    double log_odds, value;
    bool event;
} logreg__draw;

typedef struct {
    logreg__draw *draw; /* [n] */
    size_t n, step;     /* every so manieth has a dot */
    bool each;          /* observations of rows of frequencies, each with a residual of its own */
} logreg__draws;

/* Of a row that stands for several observations each has its own, always the same; of very many of these as many of each row as its share asks for. ENOMEM. */
logreg_status logreg__draws_new(logreg__draws *draws, const logreg__diagnosed *rows, logreg_error *err);

/* The same of one of many classes against all others: those of the indicator of class k, whose probabilities are P[row of the frame][k]. */
logreg_status logreg__draws_of_class(logreg__draws *draws, const logreg__diagnosed *rows, const gsl_matrix *P,
                                     size_t k, logreg_error *err);
void logreg__draws_free(logreg__draws *draws);

/* How many have dots. */
static inline size_t logreg__draws_drawn(const logreg__draws *draws)
{
    return (draws->n + draws->step - 1) / draws->step;
}

#endif
