/* Shares of groups of rows as rings, with bars for their intervals, in the colour of the curve that they belong to. */
#ifndef LOGREG_FIGURES_KINDS_SHARES_H
#define LOGREG_FIGURES_KINDS_SHARES_H

#include "figures/figure.h"
#include "figures/kinds/groups.h"

/* Groups that n curves leave room for: a dozen in all, but no fewer than four each. */
size_t logreg__shares_most(size_t n);

/* Shapes of dots and rings that go with colours, and dashes of lines, by which these are told apart in grey. */
logreg_shape logreg__shape_of(size_t curve);
int logreg__dash_of(size_t curve);

/* Bars, or the rings on them, of curve number `curve` of n over that range: beside each other where groups have equal x. */
void logreg__add_bars(logreg_figure *figure, const logreg__groups *groups, size_t curve, size_t n,
                      double range);
void logreg__add_rings(logreg_figure *figure, const logreg__groups *groups, size_t curve, size_t n,
                       double range);

#endif
