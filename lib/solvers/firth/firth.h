/* Firth's penalised likelihood: the loss less half the logarithm of the information's determinant (Jeffreys' prior), equation (70).
 *
 * The penalty is a part of the problem (problem.h), so that all that climbs on quadratic.h climbs on the penalised loss too.
 */
#ifndef LOGREG_SOLVERS_FIRTH_FIRTH_H
#define LOGREG_SOLVERS_FIRTH_FIRTH_H

#include "solvers/solver.h"

/* The same problem with the penalty; what it points to is borrowed. */
logreg__problem logreg__firth_problem(const logreg__problem *plain);

/* Turns the loss about b, with its information factored, into the penalised one: loss, g, and for H and L second derivatives, or what is
 * near them where these would cost too much or are not positive. A singular information makes the loss infinite. One pass over the rows, or a few more where
 * the information is ill-conditioned. ENOMEM. */
logreg_status logreg__firth_penalise(logreg__quadratic *at, const logreg__problem *problem, const double *b,
                                     logreg_error *err);

/* Turns a fine factor of the information about b of two classes into that of X'W(1 + h)X, in which rows count 1 + h times (h leverages). ENOMEM. */
logreg_status logreg__firth_augment(logreg__quadratic *at, const logreg__problem *plain, const double *b,
                                    logreg_error *err);

/* To be added to a penalised loss for that of the coefficients of the data: scales are a constant in the penalty. */
double logreg__firth_scales(const logreg__problem *problem);

/* Newton's method on the penalised loss of a problem without penalty; solution->at is then about that. */
extern const logreg__solver logreg__solver_firth;

/* From a maximum of the penalised likelihood to a higher one, where leaving out a coefficient shows that there is one; small problems only. ENOMEM. */
logreg_status logreg__firth_search(logreg__solution *solution, const logreg__problem *plain,
                                   const logreg_options *options, logreg_error *err);

#endif
