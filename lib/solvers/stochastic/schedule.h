/* Learning rates over the steps t = 1, 2, .., in scikit-learn's words; equation (120). */
#ifndef LOGREG_SOLVERS_STOCHASTIC_SCHEDULE_H
#define LOGREG_SOLVERS_STOCHASTIC_SCHEDULE_H

#include <stdbool.h>
#include <stddef.h>

typedef enum {
    LOGREG__CONSTANT, /* r */
    LOGREG__INVSCALING, /* r / t^(3/4): between the powers 1/2 and 1 that averages ask for (Polyak & Juditsky 1992) */
    LOGREG__OPTIMAL, /* 1 / (1/r + t - 1): that of steps without an average (Robbins & Monro 1951), where second derivatives are 1 */
    LOGREG__ADAPTIVE, /* r, a fifth of it whenever the loss falls no more */
    LOGREG__SCHEDULES
} logreg__schedule_kind;

extern const char *const logreg__schedule_words[LOGREG__SCHEDULES];

/* LOGREG__SCHEDULES: there is none called so. */
logreg__schedule_kind logreg__schedule_find(const char *name);

typedef struct {
    logreg__schedule_kind kind;
    double rate;   /* r */
    double best;   /* the least mean loss of a pass, for `adaptive` */
    size_t waited; /* passes since it last fell */
} logreg__schedule;

/* r is at least positive. */
logreg__schedule logreg__schedule_of(logreg__schedule_kind kind, double rate);

/* The rate of step t. */
double logreg__schedule_rate(const logreg__schedule *schedule, size_t t);

/* A pass ended with this mean loss; so many passes in a row that bring no gain are no fall. */
void logreg__schedule_tell(logreg__schedule *schedule, double loss, size_t patience);

#endif
