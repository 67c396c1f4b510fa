/* What figures of a path of penalties share. */
#ifndef LOGREG_FIGURES_KINDS_PENALTIES_H
#define LOGREG_FIGURES_KINDS_PENALTIES_H

#include "figures/figure.h"
#include "figures/kind.h"

/* Where strength i stands: penalties get weaker to the right. */
double logreg__penalty_x(const logreg_path *path, size_t i);

/* The axes: strengths to the right; low to high, called `what`, upwards; and marks of the least held-out loss and of one standard error more. */
void logreg__penalty_axes(logreg_figure *figure, const logreg_path *path, double low, double high,
                          const char *what);

#endif
