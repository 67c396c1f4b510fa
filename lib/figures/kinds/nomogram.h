/* What a nomogram shows, and drawing it. */
#ifndef LOGREG_FIGURES_KINDS_NOMOGRAM_H
#define LOGREG_FIGURES_KINDS_NOMOGRAM_H

#include "figures/figure.h"

/* Variables and levels that there is room for, and points of a number's scale. */
enum { LOGREG__SCALES_MOST = 16, LOGREG__SCALE_LEVELS = 32, LOGREG__SCALE_POINTS = 41 };

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

/* Points that a letter of a mark takes up. */
#define LOGREG__POINTS_OF_LETTER 1.25

/* A mark on the scale at height y, with its text above (1) or below it (-1). */
void logreg__nomogram_mark(logreg_figure *figure, double x, double y, const char *text, int side);

/* Those of a factor's levels; and what its scale takes up below its line beyond what others do, in heights of one. */
void logreg__nomogram_levels(logreg_figure *figure, const logreg__nomogram *nomogram,
                             const logreg__scale *scale, double y);
double logreg__nomogram_depth(const logreg__nomogram *nomogram, const logreg__scale *scale);

void logreg__nomogram_draw(logreg_figure *figure, const logreg__nomogram *nomogram);

#endif
