#include "contours.h"

enum { CELLS = 48 };

/* Where the height is crossed on the edge from a (of value f) to b (of value g). */
static double between(double a, double f, double b, double g, double height)
{
    return a + (b - a) * (height - f) / (g - f);
}

/* Crossings of the edges of a cell, corners counter-clockwise; a saddle is crossed by two lines, paired as they come. */
static int cross(double px[4], double py[4], const double x[4], const double y[4], const double f[4],
                 double height)
{
    int n = 0;
    for (int i = 0; i < 4; i++) {
        int j = (i + 1) % 4;
        if ((f[i] < height) == (f[j] < height))
            continue;
        px[n] = between(x[i], f[i], x[j], f[j], height);
        py[n++] = between(y[i], f[i], y[j], f[j], height);
    }
    return n;
}

void cli_draw_contour(logreg_figure *figure, cli_surface *f, const void *data, const double x[2],
                      const double y[2], double height, const logreg_mark *mark)
{
    double dx = (x[1] - x[0]) / CELLS, dy = (y[1] - y[0]) / CELLS, below[CELLS + 1], above[CELLS + 1];
    for (int i = 0; i <= CELLS; i++)
        below[i] = f(x[0] + i * dx, y[0], data);
    for (int j = 0; j < CELLS; j++) {
        double low = y[0] + j * dy, high = low + dy;
        for (int i = 0; i <= CELLS; i++)
            above[i] = f(x[0] + i * dx, high, data);
        for (int i = 0; i < CELLS; i++) {
            double left = x[0] + i * dx, right = left + dx, px[4], py[4];
            const double cx[] = {left, right, right, left}, cy[] = {low, low, high, high},
                         value[] = {below[i], below[i + 1], above[i + 1], above[i]};
            int n = cross(px, py, cx, cy, value, height);
            for (int k = 0; k + 1 < n; k += 2)
                logreg_figure_segments(figure, &px[k], &py[k], &px[k + 1], &py[k + 1], 1, mark);
        }
        for (int i = 0; i <= CELLS; i++)
            below[i] = above[i];
    }
}
