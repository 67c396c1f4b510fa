/* What one curve and a line for each class have in common. */
#ifndef LOGREG_REPORT_CURVES_LINES_H
#define LOGREG_REPORT_CURVES_LINES_H

#include "report/curves/curve.h"
#include "report/curves/grid.h"
#include "report/curves/plot.h"

/* The range of a variable, widened where it is a point. false where it is too wide or too narrow for arithmetic. */
bool logreg__lines_range(double *low, double *high, const logreg_variable *v);

/* The model at n points from low to high; NaN beyond the data where the formula has no value there. */
logreg_status logreg__lines_grid(logreg__grid *grid, const logreg__subject *subject, double low, double high,
                                 size_t n, logreg_error *err);

/* How far below and above the range a curve goes on: by `side`, or not at all where the formula has no value there. ENOMEM. */
logreg_status logreg__lines_reach(double *below, double *above, const logreg__subject *subject, double low,
                                  double high, double side, logreg_error *err);

/* A scale for one curve and the shares of events beside it: from 0 to 1 unless all of them lie near one of the two. The
 * interval may stretch it, but not beyond twice the curve. Without shares: 1 and 0. */
void logreg__lines_scale(double *low, double *high, const logreg__grid *look, double least_share,
                         double largest_share);

/* Classes that are drawn: as many as can be told apart, in class order, those that rise highest. */
#define LOGREG__LINES_MOST 8

typedef struct {
    int n;
    size_t class[LOGREG__LINES_MOST];
    double highest_left_out; /* probability that the others reach */
} logreg__choice;

logreg__choice logreg__lines_choose(const logreg__grid *grid);

/* Draws n probabilities, stride apart, one for each column of dots. false: out of memory. */
bool logreg__lines_draw(logreg__plot *plot, int layer, const double *p, size_t stride, size_t n,
                        const logreg__dashes *dashes);

/* A line for each class, over a range. */
logreg_status logreg__draw_classes(logreg__page *page, const logreg__subject *subject, double low,
                                   double high, logreg_error *err);

#endif
