/* Which columns of the design say something that earlier ones do not. */
#ifndef LOGREG_MODEL_ESTIMATE_RANK_H
#define LOGREG_MODEL_ESTIMATE_RANK_H

#include "engine/fold.h"
#include "model/model.h"
#include "solvers/quadratic.h"

/* Marks in drop (terms->n_columns flags, model order) each column whose residual on the kept columns before it has less than 1e-11
 * of its own length (the rule of R's glm), unless it is half of the centred column, and fills alias[] with what it is made of. The problem is standardised
 * and its design leaves out nothing. Equation (11). ENOMEM. */
logreg_status logreg__rank_find(unsigned char *drop, logreg__alias *alias, const logreg__problem *problem,
                                logreg_error *err);

/* What the aliased columns of a design that leaves nothing out are made of, of those that are so in every row but for rounding, [p] in
 * model order. Borrows from alias. NULL: out of memory; free with free(). O(n p). */
logreg__makings *logreg__exact_makings(const logreg__alias *alias, const logreg__design *design);

/* Does the information at a point prove that no column would be dropped? False: it does not tell. Costs no pass, or one for the lengths
 * of the columns. Equations (24) and (27). ENOMEM. */
logreg_status logreg__rank_surely_full(bool *full, const logreg__quadratic *at,
                                       const logreg__problem *problem, logreg_error *err);

#endif
