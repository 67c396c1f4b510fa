/* Which walk comes next: for the gradient alone, or for the information as well. What a walk costs, and what a step leaves of the
 * distance to the maximum, are foreseen; whatever is foreseen, results are judged by what is found. Equation (28).
 */
#ifndef LOGREG_SOLVERS_NEWTON_PLAN_H
#define LOGREG_SOLVERS_NEWTON_PLAN_H

#include "engine/problem.h"

/* Distances lambda are in standard errors, costs in walks for a gradient. */
typedef struct {
    double q;
    double root;   /* square root of the sum of curvatures over the rows that are walked */
    double price;  /* of the last walk, with information */
    double steer;  /* of another one with information, which may be rough */
    double exact;  /* of one that is not */
    double rough;  /* what a step with that leaves of lambda at least */
    double target; /* where lambda is this small, the information is good enough, and the walk is the last */
    double turn;   /* Newton's error is turn lambda^2 / root */
    double remainder; /* what a remainder told by a sample leaves of Newton's error; 1: none is told */
} logreg__plan;

/* Do informations that are but stepped by pay where they are rough (problem.h)? */
bool logreg__plan_rough(const logreg__problem *problem);

/* For a share of the problem's rows, with a target for a sample: where its error is beyond that of the step. rough: all informations but the
 * last over all rows are. */
logreg__plan logreg__plan_of(const logreg__problem *problem, double share, bool rough);

/* The relative error of an information, from so many of the rows. */
double logreg__plan_error(const logreg__plan *all, const logreg__problem *problem, double share);

/* What a step with the information of a point lambda away leaves of lambda, with that of this point; and what steps by gradients
 * with the same information leave each. */
double logreg__plan_turn(const logreg__plan *plan, double lambda);
double logreg__plan_rate(const logreg__plan *plan, double lambda);

/* Learns from what a step with information left, where turn said something else. */
void logreg__plan_learn(logreg__plan *plan, double foreseen, double found);

/* The least that remains to be walked, where lambda is foreseen for the next point and steps by gradients leave `rate` of it. */
double logreg__plan_cost(const logreg__plan *plan, double lambda, double rate);

/* Should the next walk take the information? */
bool logreg__plan_information(const logreg__plan *plan, double lambda, double rate);

#endif
