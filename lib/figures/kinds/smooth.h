/* A smooth curve through a cloud of points. */
#ifndef LOGREG_FIGURES_KINDS_SMOOTH_H
#define LOGREG_FIGURES_KINDS_SMOOTH_H

#include <stdbool.h>
#include <stddef.h>

/* Local linear regression with tricube weights (Cleveland, J. Amer. Statist. Assoc. 74, 1979) at m places: each line goes by the nearest
 * share `span` of n points, whose x ascend, as R's loess has it with degree 1 and surface "direct". w are weights, NULL: ones. O(m span n). */
void logreg__smooth(double *out, const double *at, size_t m, const double *x, const double *y,
                    const double *w, size_t n, double span);

/* A share of points that a curve for the eye goes by. */
#define LOGREG__SPAN 0.75

typedef struct {
    double x, y, w;
} logreg__point;

/* Sorts by x. */
void logreg__points_sort(logreg__point *point, size_t n);

/* Of sorted points those of equal x become one, of their mean y and all their weight, in place. Returns how many are left. A smooth curve is to go by these: the nearest of tied
 * points may all lie at one x, and the line through them tips over. */
size_t logreg__points_merge(logreg__point *point, size_t n);

/* Fewer than so many merged points tell no curve. */
#define LOGREG__SMOOTH_LEAST 4

#endif
