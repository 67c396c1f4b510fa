/* Lines that several lessons draw. */
#ifndef CLI_DEMOS_DRAW_H
#define CLI_DEMOS_DRAW_H

#include <logreg/figures.h>

/* A function of one number from low to high. */
void cli_draw_function(logreg_figure *figure, double (*f)(double), double low, double high,
                       const logreg_mark *mark);

/* sigmoid(b0 + b1 x). */
void cli_draw_fit(logreg_figure *figure, double b0, double b1, double low, double high,
                  const logreg_mark *mark);

/* A line across the panel, at the height y or from top to bottom at x. */
void cli_draw_level(logreg_figure *figure, double y, const logreg_mark *mark);
void cli_draw_upright(logreg_figure *figure, double x, const logreg_mark *mark);

/* A text at a place. */
void cli_draw_text(logreg_figure *figure, double x, double y, int colour, int align, const char *text);

#endif
