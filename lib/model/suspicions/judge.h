/* One look at one column each, whose suspicion is written to s, or something else where there is none. */
#ifndef LOGREG_MODEL_SUSPICIONS_JUDGE_H
#define LOGREG_MODEL_SUSPICIONS_JUDGE_H

#include "model/model.h"
#include "model/suspicions/suspicion.h"

/* Of numbers, column j. v: what is known of the column in the rows of the fit; chosen: somebody named the columns. (judge_numbers.c) */
bool logreg__judge_numbers(logreg__suspicion *s, const logreg__variable *v, const logreg_frame *frame,
                           size_t j, bool chosen);

/* Of the levels of a category: several answers in each; days, few enough for a fit to take them as levels; numbers, of which one stands for missing
 * values; a label that is nearly another. found: there is such a slip; false: memory is out. (judge_levels.c) */
bool logreg__judge_several(logreg__suspicion *s, const logreg__variable *v, const logreg_frame *frame);
bool logreg__judge_days(logreg__suspicion *s, const logreg__variable *v, const logreg_frame *frame);
bool logreg__judge_levels(logreg__suspicion *s, const logreg__variable *v, const logreg_frame *frame);
bool logreg__judge_labels(bool *found, logreg__suspicion *s, const logreg__variable *v,
                          const logreg_frame *frame);

/* Adds a suspicion unless the column has one of its kind: it may be there as a number and as a category. False: memory is out. (list.c) */
bool logreg__suspicion_add_once(logreg_model *m, const logreg__suspicion *s, const char *column);

#endif
