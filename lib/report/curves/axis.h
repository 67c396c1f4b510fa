/* Axes: ticks at round numbers, and how to write them. */
#ifndef LOGREG_REPORT_CURVES_AXIS_H
#define LOGREG_REPORT_CURVES_AXIS_H

#include "report/page/figure.h"

/* Ticks at step * (first + i), i = 0 .. count - 1, step being 1, 2, 2.5 or 5 times a power of ten. */
typedef struct {
    double step;
    double first;
    int count;
    int decimals; /* that tell the ticks apart; LOGREG__POWERS: write them in powers of ten */
} logreg__ticks;

/* The finest ticks within [low, high] of which there are at most `most` (2 or more); low < high, both finite. */
logreg__ticks logreg__ticks_nice(double low, double high, int most);

/* Value and label of tick i. */
double logreg__tick_value(const logreg__ticks *ticks, int i);
char *logreg__tick_label(char *text, const logreg__ticks *ticks, int i, const logreg__signs *sign);

/* Place, 0 .. dots - 1, of a value on an axis of dots that runs from low to high. */
int logreg__axis_dot(double value, double low, double high, int dots);

/* Column, 0 .. columns - 1, of tick i on such an axis of 2 x columns dots. */
int logreg__tick_place(const logreg__ticks *ticks, int i, double low, double high, int columns);

/* Column where the label of tick i starts: centred on its place, but within the axis. */
int logreg__tick_start(const logreg__ticks *ticks, int i, double low, double high, int columns,
                       const logreg__signs *sign);

/* The finest ticks whose labels keep two columns of distance. */
logreg__ticks logreg__ticks_fit(double low, double high, int columns, const logreg__signs *sign);

#endif
