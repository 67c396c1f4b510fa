/* The way that a curve takes, for who cannot see it. */
#ifndef LOGREG_FIGURES_TELLING_TURNS_H
#define LOGREG_FIGURES_TELLING_TURNS_H

#include <stddef.h>

#include "report/page/page.h"

/* Turns that are told one by one, and the share of a scale by which a curve must go away from one on both sides. */
#define LOGREG__TURNS_MOST 8
#define LOGREG__TURN 0.05

/* n heights of a curve, stride apart, over x from low to high. */
typedef struct {
    const double *height;
    size_t stride, n;
    double low, high;
} logreg__way;

/* Points at which the curve turns, in order, and how many: there it is higher, or lower, than it gets before and behind by at least that much. Of points of one height the
 * first; at most TURNS_MOST. */
size_t logreg__turns(size_t at[LOGREG__TURNS_MOST], const logreg__way *way, double least);

/* x of point i, in as many digits as tell points apart. */
void logreg__write_way_x(logreg__page *page, const logreg__way *way, size_t i);

/* "from 0.25 at 30 to 0.75 at 60", or with its turns by that much: "from 0.01 at 0 to 0.72 at 1.5, 0.15 at 5 and 0.96 at 8". */
void logreg__write_way(logreg__page *page, const logreg__way *way, double least);

#endif
