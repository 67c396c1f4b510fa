/* What a learner holds, and the steps that it makes. */
#ifndef LOGREG_LEARNER_LEARNER_H
#define LOGREG_LEARNER_LEARNER_H

#include <logreg/learner.h>

/* Coefficients of scaled columns and the information gathered up to them. */
typedef struct {
    double *theta; /* [q] class by class, each with the intercept first */
    double *H;     /* [q x q] lower triangle, the ridge on its diagonal */
    double ridge;  /* so much of it is left */
    size_t steps;
} logreg__learnt;

/* Rows that wait for their step: x [rows x p] as they came, y, w. */
typedef struct {
    size_t rows;
    double *x, *y, *w;
} logreg__waiting;

struct logreg_learner {
    size_t p, k, c, q; /* features, K - 1, columns (with the intercept), k c */
    bool intercept;
    double ridge;
    size_t batch, seen;      /* rows of a step; rows that came */
    bool begun;              /* the first batch is done: centre and scale stand */
    double *centre, *factor; /* [p] z = (x - centre) factor */
    logreg__learnt done;     /* by whole batches */
    logreg__waiting waiting;
    /* What is told: with the rows that wait. */
    bool told;
    logreg__learnt now;
    double *told_centre, *told_factor;
    logreg__learnt past; /* room for a step */
    double *V;           /* [q x q] covariance of now.theta */
    double *room, *L;
};

/* Takes one step by the rows that wait, or the first ones, from `from` to `to` (which may be the same). centre and factor are set by the first. */
void logreg__learner_step(logreg__learnt *to, const logreg__learnt *from, bool first, double *centre,
                          double *factor, logreg_learner *l);

#endif
