/* Lines of equal value over a rectangle. */
#ifndef LOGREG_FIGURES_KINDS_CONTOUR_H
#define LOGREG_FIGURES_KINDS_CONTOUR_H

#include "figures/figure.h"

/* Values at the middles of rows x columns cells, the lowest row first, over x0 .. x1 and y0 .. y1. */
typedef struct {
    const double *value;
    size_t rows, columns;
    double x0, y0, x1, y1;
} logreg__surface;

/* Adds the line where the surface has a value, piece by piece (marching squares); and where label is not NULL, a label on it. Returns whether there is such a line. Memory that is out is remembered by the figure. */
bool logreg__contour(logreg_figure *figure, const logreg__surface *surface, double value,
                     const logreg_mark *mark, const char *label);

#endif
