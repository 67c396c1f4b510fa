/* What panels of effects share. */
#ifndef LOGREG_FIGURES_EFFECTS_H
#define LOGREG_FIGURES_EFFECTS_H

#include "figures/subject.h"
#include "report/lines.h"

/* Levels that there is room for, columns of their names, points of a curve. */
enum { LOGREG__EFFECT_LEVELS = 12, LOGREG__EFFECT_NAME = 16, LOGREG__EFFECT_POINTS = 101 };

typedef struct {
    const logreg_model *model;
    double low, high;      /* of the scale, which all panels share */
    bool rows;             /* levels stand one below the other */
    logreg__choice choice; /* classes drawn, each in its colour with its name; of two the event alone */
} logreg__effects;

/* Fills in the figure's panel: a curve with its band along a number from low to high; dots with bars at the levels of a factor. */
void logreg__effect_number(logreg_figure *figure, const logreg__effects *all, const logreg__grid *grid,
                           double low, double high);
void logreg__effect_factor(logreg_figure *figure, const logreg__effects *all, const logreg__grid *grid,
                           const logreg_variable *v);

#endif
