/* Steps by gradients in the metric of an information that is at hand, where another one costs many walks. */
#ifndef LOGREG_SOLVERS_NEWTON_CHORDS_H
#define LOGREG_SOLVERS_NEWTON_CHORDS_H

#include "solvers/solver.h"

/* What an information and its factor cost, in walks for a gradient. */
double logreg__chords_price(const logreg__problem *problem);

/* Does an information cost so many that steps by gradients pay? A penalised likelihood whose gradient has the information in it has none. */
bool logreg__chords_pay(const logreg__problem *problem);

/* From solution->beta, which solution->at describes and is factored at, while each walk gains as much as another information would, for what it costs, and lambda is beyond `goal`.
 * *steps is how many were taken, 0 where the first leads nowhere; `at` stays that of the point before. *lambda: of the last point, in the metric at hand. ENOMEM. */
logreg_status logreg__chords_run(size_t *steps, double *lambda, logreg__solution *solution,
                                 const logreg__problem *problem, double goal, logreg_error *err);

#endif
