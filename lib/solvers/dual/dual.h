/* A ridge by coefficients of rows: where rows are fewer than columns, a fit's slopes are combinations of rows, and what is sought is how much each row counts.
 *
 * The penalised slopes of class c that make the penalised loss least are u_c = sum_i a_ic x_i, with x_i the row as the penalty sees it (gram.h), and
 *     r_ic + tau a_ic = 0,  tau = lambda sum w,                                                    equation (145)
 * r the residuals w (mu - y). So all that happens on the way there happens among rows, by their products G, which are made once and serve whatever the strength is. */
#ifndef LOGREG_SOLVERS_DUAL_DUAL_H
#define LOGREG_SOLVERS_DUAL_DUAL_H

#include "solvers/creases/proximal.h"

typedef struct logreg__dual logreg__dual;

/* Is problem->shrinkage a ridge, of columns that are all at hand, with no more than LOGREG__MOST_ROWS linear predictors in all rows? EINVAL: no, and why not. */
logreg_status logreg__dual_check(const logreg__problem *problem, logreg_error *err);

#define LOGREG__MOST_ROWS 4096

/* Room for fits to a problem that is served, whose strength may change from one to the next; each starts from the one before. O(n^2 p). ENOMEM. */
logreg_status logreg__dual_new(logreg__dual **dual, const logreg__problem *problem, logreg_error *err);
void logreg__dual_free(logreg__dual *dual);

/* Moves to the minimum under problem->shrinkage, among rows alone; b [q] says where the coefficients without a penalty start, to the first fit. loss: without the penalty. A step takes O((k n)^3). ENOMEM. */
logreg_status logreg__dual_descend(size_t *steps, double *loss, logreg__dual *dual, const double *b,
                                   const logreg_options *options, logreg_error *err);

/* Where it has come to, in so many numbers. */
size_t logreg__dual_size(const logreg__dual *dual);
void logreg__dual_keep(double *kept, const logreg__dual *dual);

/* The same in coefficients of columns, of `count` fits that were kept: b [count x q], and the loss and its gradient there [count x (1 + q)]. Two walks. ENOMEM. */
logreg_status logreg__dual_columns(double *b, double *gradient, const logreg__dual *dual, const double *kept,
                                   size_t count, logreg_error *err);

/* What has come of one of them, whose strength is problem->shrinkage's: where rounding of sums over rows has left more than the tolerance, as coefficients of nearly equal rows do, being large and
 * cancelling, b is corrected first, until there are `limit` steps in all. gradient is spoilt. ENOMEM. */
logreg_status logreg__dual_settle(logreg__proximal_end *end, logreg__dual *dual, const double *kept,
                                  double *b, double *gradient, size_t limit, logreg_error *err);

#endif
