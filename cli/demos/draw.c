#include "draw.h"

#include <math.h>

#include <logreg/special.h>

enum { POINTS = 201 };

void cli_draw_function(logreg_figure *figure, double (*f)(double), double low, double high,
                       const logreg_mark *mark)
{
    double x[POINTS], y[POINTS];
    for (int i = 0; i < POINTS; i++) {
        x[i] = low + (high - low) * i / (POINTS - 1);
        y[i] = f(x[i]);
    }
    logreg_figure_line(figure, x, y, POINTS, mark);
}

void cli_draw_fit(logreg_figure *figure, double b0, double b1, double low, double high,
                  const logreg_mark *mark)
{
    double x[POINTS], y[POINTS];
    for (int i = 0; i < POINTS; i++) {
        x[i] = low + (high - low) * i / (POINTS - 1);
        y[i] = logreg_sigmoid(b0 + b1 * x[i]);
    }
    logreg_figure_line(figure, x, y, POINTS, mark);
}

void cli_draw_level(logreg_figure *figure, double y, const logreg_mark *mark)
{
    const double x[] = {-INFINITY, INFINITY}, at[] = {y, y};
    logreg_figure_line(figure, x, at, 2, mark);
}

void cli_draw_upright(logreg_figure *figure, double x, const logreg_mark *mark)
{
    const double at[] = {x, x}, y[] = {-INFINITY, INFINITY};
    logreg_figure_line(figure, at, y, 2, mark);
}

void cli_draw_text(logreg_figure *figure, double x, double y, int colour, int align, const char *text)
{
    logreg_figure_label(figure, x, y, text,
                        &(logreg_mark){.colour = colour, .align = align, .right = -1.5 * align});
}
