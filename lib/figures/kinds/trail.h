/* A curve as the places that its line goes through. */
#ifndef LOGREG_FIGURES_KINDS_TRAIL_H
#define LOGREG_FIGURES_KINDS_TRAIL_H

#include "figures/figure.h"

/* x ascend, or stand still. */
typedef struct {
    double *x, *y;
    size_t n;
} logreg__trail;

/* What is below it, by straight lines. */
double logreg__trail_area(const logreg__trail *trail);

/* Its height at x; it has a place at least. */
double logreg__trail_height(const logreg__trail *trail, double x);

/* The place at that share of its length, where y counts in units of `top`. */
void logreg__trail_place(double at[2], const logreg__trail *trail, double top, double share);

/* Where the name of trail k of n may stand, anchor[k]: farthest from all others and from the names of those before it, away from its ends; or (corners) at one of its
 * corners. */
void logreg__trail_anchor(double (*anchor)[2], const logreg__trail *trail, size_t n, size_t k, double top,
                          bool corners);

/* Adds it as a line, without what no picture shows. ENOMEM. */
logreg_status logreg__trail_draw(logreg_figure *figure, const logreg__trail *trail, const logreg_mark *look,
                                 logreg_error *err);

#endif
