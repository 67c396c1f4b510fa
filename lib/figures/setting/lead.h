/* Thin lines that lead from points to their labels. */
#ifndef LOGREG_FIGURES_SETTING_LEAD_H
#define LOGREG_FIGURES_SETTING_LEAD_H

#include "figures/setting/cover.h"

/* Whether a line leads from the point at x, y to a label in that box: to what is afar, or nearer to another point. Fills in the spot's line, which goes from the point's
 * edge, or its middle in a crowd, to what of the box is nearest. Returns what it costs: to stand nearest to another point without a line, or a line that
 * passes over points, labels and other lines. */
double logreg__lead(logreg__spot *spot, const logreg__room *room, const logreg__box *box, double x, double y);

#endif
