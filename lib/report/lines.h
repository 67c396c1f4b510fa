/* What one curve and a line for each class have in common. */
#ifndef LOGREG_REPORT_LINES_H
#define LOGREG_REPORT_LINES_H

#include "report/curve.h"
#include "report/grid.h"
#include "report/plot.h"

/* The range of a variable, widened where it is a point. false where it is too wide or too narrow for arithmetic. */
bool logreg__lines_range(double *low, double *high, const logreg_variable *v);

/* The model at n points from low to high. */
logreg_status logreg__lines_grid(logreg__grid *grid, const logreg__subject *subject, double low, double high,
                                 size_t n, logreg_error *err);

/* Draws n probabilities, stride apart, one for each column of dots. false: out of memory. */
bool logreg__lines_draw(logreg__plot *plot, int layer, const double *p, size_t stride, size_t n,
                        const logreg__dashes *dashes);

/* A line for each class, over a range. */
logreg_status logreg__draw_classes(logreg__page *page, const logreg__subject *subject, double low,
                                   double high, logreg_error *err);

#endif
