/* Lines of equal height of a function of two numbers. */
#ifndef CLI_DEMOS_CONTOURS_H
#define CLI_DEMOS_CONTOURS_H

#include <logreg/figures.h>

typedef double cli_surface(double x, double y, const void *data);

/* Draws the line of one height within x[0] .. x[1] and y[0] .. y[1], by marching squares (Lorensen & Cline, SIGGRAPH 1987, in the plane). */
void cli_draw_contour(logreg_figure *figure, cli_surface *f, const void *data, const double x[2],
                      const double y[2], double height, const logreg_mark *mark);

#endif
