/* What a nomogram shows, and drawing it. */
#ifndef LOGREG_FIGURES_NOMOGRAM_H
#define LOGREG_FIGURES_NOMOGRAM_H

#include "figures/figure.h"

/* Variables and levels that there is room for, and points of a number's scale. */
enum { LOGREG__SCALES_MOST = 16, LOGREG__SCALE_LEVELS = 8, LOGREG__SCALE_POINTS = 41 };

/* Points that the strongest variable gives. */
#define LOGREG__FULL_POINTS 100.0

/* Sums that mean less than this, or more than 1 less this, are left out. */
#define LOGREG__RARE 0.001

/* What one variable gives: log-odds at some of its values, less the least. */
typedef struct {
    size_t variable;
    logreg_variable v;
    size_t n;
    double at[LOGREG__SCALE_POINTS], eta[LOGREG__SCALE_POINTS];
    double least, most; /* of eta before the least was taken off */
} logreg__scale;

typedef struct {
    const logreg_model *model;
    size_t n;
    logreg__scale *scale;
    double base; /* log-odds where all give their least */
    double unit; /* log-odds of a point */
} logreg__nomogram;

void logreg__nomogram_draw(logreg_figure *figure, const logreg__nomogram *nomogram);

#endif
