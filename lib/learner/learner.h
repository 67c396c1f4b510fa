/* What a learner holds, and the steps that it makes. */
#ifndef LOGREG_LEARNER_LEARNER_H
#define LOGREG_LEARNER_LEARNER_H

#include <logreg/learner.h>

#include "data/frame.h"
#include "engine/inner.h"

/* Coefficients of scaled columns and the information gathered up to them. */
typedef struct {
    double *theta; /* [q] class by class, each with the intercept first */
    double *H;     /* [q x q] lower triangle, the ridge on its diagonal */
    double ridge;  /* so much of it is left */
    size_t steps;
} logreg__learnt;

/* Rows that wait for their step, in blocks of BLOCK_ROWS: y, w, and those of the first batch, which decides how they are scaled, column by column as they came. */
typedef struct {
    size_t rows;
    double *x, *y, *w;
} logreg__waiting;

/* The same rows as the inner loops take them, and room for these. */
typedef struct {
    const logreg__inner *inner;
    double
        *Z; /* blocks of c scaled columns each; behind the last row are finite numbers, which get weight 0 */
    double *at, *move; /* predictors of all rows at theta, and what a step adds to them: blocks of k */
    double *y, *w, *eta, *residual, *base; /* of a block; eta and residual of k predictors */
    double *s, *scaled, *square;           /* of a block; room for the inner loop; [c x c] */
} logreg__batch;

/* Which blocks of a batch tell its information: each `every`-th from `first` on, whose rows then count `weight` times. */
typedef struct {
    size_t every, first;
    double weight;
} logreg__share;

struct logreg_learner {
    size_t p, k, c, q; /* features, K - 1, columns (with the intercept), k c */
    bool intercept;
    double ridge;
    size_t batch, seen;           /* rows of a step; rows that came */
    bool begun;                   /* the first batch is done: centre and scale stand */
    double *centre, *factor;      /* [p] z = (x - centre) factor */
    double largest_factor, moved; /* sizes of z are this times those of x, and that, at most, together */
    logreg__learnt done;          /* by whole batches */
    logreg__waiting waiting;
    logreg__batch rows;
    /* What is told: with the rows that wait. */
    bool told;
    logreg__learnt now;
    double *told_centre, *told_factor;
    logreg__learnt past; /* room for a step */
    double *V;           /* [q x q] covariance of now.theta */
    double *room, *L;
};

/* How many of the waiting rows block b has, and where its columns begin. */
static inline size_t logreg__waiting_count(const logreg_learner *l, size_t b)
{
    size_t left = l->waiting.rows - b * LOGREG__BLOCK_ROWS;
    return left < LOGREG__BLOCK_ROWS ? left : LOGREG__BLOCK_ROWS;
}

static inline size_t logreg__waiting_blocks(size_t rows)
{
    return rows / LOGREG__BLOCK_ROWS + (rows % LOGREG__BLOCK_ROWS != 0);
}

static inline double *logreg__waiting_column(const logreg_learner *l, size_t b, size_t j)
{
    return l->waiting.x + (b * l->p + j) * LOGREG__BLOCK_ROWS;
}

/* false: out of memory. Clear it also then. */
bool logreg__batch_init(logreg_learner *l);
void logreg__batch_clear(logreg__batch *rows);

/* Rows that are put side by side: a line of the cache of each column. */
#define LOGREG__ROWS_TAKEN 8

/* Puts n <= ROWS_TAKEN rows behind those that wait, all of one block: scaled, once it stands how. */
void logreg__batch_take(logreg_learner *l, const double *const *row, size_t n);

/* Scales the rows of the first batch that wait. */
void logreg__batch_scale(logreg_learner *l, const double *centre, const double *factor);

/* Finds the linear predictors of the rows at theta (of scaled columns), of which the next two speak. */
void logreg__batch_aim(logreg_learner *l, const double *theta);

/* Adds their gradient and information there to g and the lower triangle of H, q columns apart; H may be NULL. */
void logreg__batch_add(double *g, double *H, logreg_learner *l, const logreg__share *share);

/* How far a step moves the linear predictors of two classes of a row apart, the one that it moves most; that of class 0 stays at 0. */
double logreg__batch_farthest(logreg_learner *l, const double *step);

/* How much higher their loss is that step away than its first two derivatives say. */
double logreg__batch_bend(logreg_learner *l);

/* Takes t times that step away from them. */
void logreg__batch_move(logreg_learner *l, double t);

/* Takes one step by the rows that wait, or the first ones, from `from` to `to` (which may be the same). centre and factor are set by the first. */
void logreg__learner_step(logreg__learnt *to, const logreg__learnt *from, bool first, double *centre,
                          double *factor, logreg_learner *l);

#endif
