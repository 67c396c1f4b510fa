/* The loss about a point, to second order: score, information, Newton step, and what they prove. */
#ifndef LOGREG_SOLVERS_QUADRATIC_H
#define LOGREG_SOLVERS_QUADRATIC_H

#include "engine/fold.h"

typedef struct {
    size_t q;
    double loss;      /* negative log-likelihood */
    double bound;     /* on the square of the reach R, equations (8) and (15) */
    double reach;     /* the least bound on it that is known: `bound`, or that of (29) */
    double *g;        /* [q] gradient of the loss: minus the score */
    double *H;        /* [q x q] information, both triangles */
    double *L;        /* [q x q] H = L L', lower triangle; finer (factor.h) where the condition asks for it */
    double *step;     /* [q] inv(H) g: Newton's step is its negative */
    bool factored;    /* L, step and what follows are there */
    bool fine;        /* L has its digits from rows made nearly orthogonal, or from QR */
    double decrement; /* lambda = sqrt(g' inv(H) g), equation (6) */
    double condition; /* about the condition number of sqrt(W) Z with columns scaled to length one */
    double score_norm; /* largest |g_j| */
    double *acc;       /* the fold's accumulator, in which g and H stand */
    const double *
        along; /* [q x n_along] combinations of which the caller asks no second derivatives; borrowed, or NULL. Where those of a penalised
                          * loss are not positive, they are made so along these first, which a step to given values of them does not feel */
    size_t n_along;
} logreg__quadratic;

/* NULL: out of memory. */
logreg__quadratic *logreg__quadratic_new(size_t q);
void logreg__quadratic_free(logreg__quadratic *at);

/* What `from` knows, for `to` of the same q. */
void logreg__quadratic_copy(logreg__quadratic *to, const logreg__quadratic *from);

/* One pass over the rows at b, and a factorisation. Where Cholesky fails, a finer factor is made in further passes; where
 * that is singular too, factored is false. A loss that is not finite also leaves factored false. ENOMEM. */
logreg_status logreg__quadratic_at(logreg__quadratic *at, const logreg__problem *problem, const double *b,
                                   logreg_error *err);

/* What the caller wants of the rows at the maximum: jobs that the walk which ends there takes along, so that they need none of their
 * own. Where a kernel has an input and the job has none, it is given the coefficients. */
typedef struct {
    logreg__job *job;
    size_t n;  /* up to MOST_ERRANDS */
    bool done; /* by that walk */
} logreg__errands;

enum { LOGREG__MOST_ERRANDS = 4 };

/* The same in a pass that takes errands (NULL: none) along. */
logreg_status logreg__quadratic_at_last(logreg__quadratic *at, const logreg__problem *problem,
                                        const double *b, logreg__errands *errands, logreg_error *err);

/* The job of such a pass, to be taken along on another walk; and what is to be done after it, which may take passes as above. */
logreg__job logreg__quadratic_job(logreg__quadratic *at, const double *b);
logreg_status logreg__quadratic_take(logreg__quadratic *at, const logreg__problem *problem, const double *b,
                                     logreg_error *err);

/* Loss and gradient (q) alone (of a window of rows, which stand for all: times n over their number), in a pass that does the job `also` (NULL: none) as well. ENOMEM. */
logreg_status logreg__quadratic_gradient(double *loss, double *g, const logreg__problem *problem,
                                         const double *b, const logreg__job *also, logreg_error *err);

/* Loss, gradient, step and a fine L at b in one pass, where `at` holds a rough L of scale times less information, which rows become
 * nearly orthogonal by; H is then L L'. The same pass bounds the reach, equation (32). factored is false where there is no such L. ENOMEM. */
logreg_status logreg__quadratic_at_fine(logreg__quadratic *at, double scale, const logreg__problem *problem,
                                        const double *b, logreg__errands *errands, logreg_error *err);

/* Fills in what the fold leaves out of an information: the upper triangle of H and, with several linear predictors, of its blocks. */
void logreg__quadratic_fill(double *H, size_t q, size_t p);

/* Score norm, step, decrement and condition from g, H and L. */
void logreg__quadratic_solve(logreg__quadratic *at);

/* One walk for n_jobs jobs, with room behind them for errands (NULL: none), which are done at b. ENOMEM. */
logreg_status logreg__quadratic_walk(logreg__job *jobs, size_t n_jobs, const logreg__problem *problem,
                                     const double *b, logreg__errands *errands, logreg_error *err);

/* What Newton's step from there leaves of lambda at most, equation (30). */
double logreg__quadratic_left(const logreg__quadratic *at);

/* Moves b by Newton's step without a pass, where lambda R is so small that (30) proves what it leaves: loss, decrement and score_norm
 * become bounds of that; g and the step stay those of the point before. ENOMEM leaves b as it was. */
logreg_status logreg__quadratic_settle(logreg__quadratic *at, double *b, logreg_error *err);

/* The metric in which logreg__kernel_longest bounds the reach, from a factor of the information up to a multiple; and what the
 * longest row says of it. ENOMEM. */
logreg_status logreg__quadratic_metric(double *a, const double *L, size_t q, logreg_error *err);
logreg_status logreg__quadratic_bound_reach(logreg__quadratic *at, const double *a, double longest,
                                            logreg_error *err);

/* Moves b by Newton's step from the point that `at` describes, and brings loss, score, step and decrement up to date in a pass for
 * the gradient alone; information and L stay those of the point before, unless the condition asks for a finer L, which the same pass makes anew. By (7) a step of decrement lambda and reach R changes the
 * information by factors between (1 - lambda R)^2 and its inverse. Errands (NULL: none) are done at
 * the new b. ENOMEM leaves b as it was. */
logreg_status logreg__quadratic_advance(logreg__quadratic *at, const logreg__problem *problem, double *b,
                                        logreg__errands *errands, logreg_error *err);

/* Does the condition ask for a finer factor than there is? */
bool logreg__quadratic_wants_fine(const logreg__quadratic *at, const logreg__problem *problem);

/* Refactors finely if the condition asks for it, so that inv(H) keeps its digits. b as before. ENOMEM. */
logreg_status logreg__quadratic_refine(logreg__quadratic *at, const logreg__problem *problem, const double *b,
                                       logreg_error *err);

/* The rounding level of the decrement, 16 eps sqrt(sum_j H_jj inv(H)_jj): no solver gets below it. ENOMEM. */
logreg_status logreg__quadratic_floor(double *floor, const logreg__quadratic *at, logreg_error *err);

/* Whether a maximum that (7) proves in floating point still needs the proof of (12), because columns or rows are at the edge of what a
 * double tells apart. ENOMEM. */
logreg_status logreg__quadratic_doubt(bool *doubt, const logreg__quadratic *at, logreg_error *err);

/* Judges the point by equation (7): *finite if lambda R < 1/2, *converged if lambda <= max(tol, rounding level)
 * too. R is bounded cheaply where that is enough, else by a pass over the rows. ENOMEM. */
logreg_status logreg__quadratic_judge(bool *finite, bool *converged, const logreg__quadratic *at,
                                      const logreg__problem *problem, double tol, logreg_error *err);

#endif
