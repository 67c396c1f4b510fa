/* Shares of groups of rows, moved to where a curve has the other variables. */
#ifndef LOGREG_FIGURES_KINDS_ADJUSTED_H
#define LOGREG_FIGURES_KINDS_ADJUSTED_H

#include "figures/kinds/groups.h"
#include "report/curves/curve.h"

/* Whether the curve has variables, or an offset, that stand elsewhere than in the rows. */
bool logreg__others_stand(const logreg__subject *subject);

/* Moves share and interval of each group by what the model makes of its rows' other variables: the log-odds of the mean of the curve at their x, less those of the mean of their
 * fitted probabilities. Where the model is right shares then lie about the curve, as those of rows whose other variables stand there would (partial residuals: Fox & Weisberg, J. Statist. Softw.
 * 87(9), 2018). observed and level are those that the groups were made of. *moved is false, and the groups are as they were, where rows have what no prediction can be made of.
 * One prediction a row. EINVAL, ENOMEM. */
logreg_status logreg__groups_adjust(bool *moved, logreg__groups *groups, const logreg__observed *observed,
                                    size_t level, const logreg__subject *subject, logreg_error *err);

#endif
