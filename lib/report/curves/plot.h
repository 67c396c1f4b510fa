/* A canvas in its axes: probability upwards, a number to the right, names at the ends of lines. */
#ifndef LOGREG_REPORT_CURVES_PLOT_H
#define LOGREG_REPORT_CURVES_PLOT_H

#include "report/curves/axis.h"
#include "report/curves/canvas.h"

/* A name beside a row of the canvas, after a sample of its line. */
typedef struct {
    int row;
    logreg__style style;
    const char *sample;
    const char *name; /* from the data */
} logreg__mark;

typedef struct {
    logreg__canvas canvas;
    double x_low, x_high; /* at the first and the last column of dots */
    double y_low, y_high; /* at the lowest and the highest row of dots between the strips */
    int strip;            /* rows of cells above and below that belong to no probability */
    logreg__ticks y_ticks;
    int gutter; /* columns left of the canvas: labels and axis */
    const logreg__mark *mark;
    int n_marks, mark_room;
} logreg__plot;

/* Lays a plot out on a page: sizes, ranges and ticks; the canvas is empty. `mark_room` columns on the right are left for
 * names. The x range gets a margin. false: out of memory. */
bool logreg__plot_start(logreg__plot *plot, const logreg__page *page, int height, double x_low, double x_high,
                        double y_low, double y_high, int strip, int mark_room, const logreg__layer *layer,
                        int n_layers);
void logreg__plot_free(logreg__plot *plot);

/* Dots of a value; of the x at a column of dots. */
int logreg__plot_x(const logreg__plot *plot, double x);
int logreg__plot_y(const logreg__plot *plot, double y);
double logreg__plot_value(const logreg__plot *plot, int x);

/* Prints it, with the name of the variable below. */
void logreg__plot_print(logreg__page *page, const logreg__plot *plot, const char *x_name);

#endif
