/* The event's probability over a number, as it is drawn and told. */
#ifndef LOGREG_FIGURES_KINDS_CURVE_EVENTS_H
#define LOGREG_FIGURES_KINDS_CURVE_EVENTS_H

#include "figures/kinds/groups.h"
#include "figures/kinds/subject.h"
#include "report/curves/dots.h"
#include "report/curves/grid.h"

/* All that one figure shows. */
typedef struct {
    const logreg__subject *subject;
    logreg__dots dots;
    logreg__groups groups;
    logreg__grid grid;
    double x_low, x_high, y_low, y_high;
    int way; /* that it goes: 1 up, -1 down, 0 neither alone */
    bool grouped;
    bool others, moved; /* other variables stand still, and shares are moved to there */
} logreg__event_curve;

/* Title and sentences. */
void logreg__event_curve_words(logreg_figure *figure, const logreg__event_curve *curve);

/* What the curve is at its ends and where it turns, and the shares beside it, for who cannot see them. */
void logreg__event_curve_say(logreg_figure *figure, const logreg__event_curve *curve);

#endif
