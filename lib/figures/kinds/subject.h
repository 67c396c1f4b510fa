/* What figures along a variable share. */
#ifndef LOGREG_FIGURES_KINDS_SUBJECT_H
#define LOGREG_FIGURES_KINDS_SUBJECT_H

#include "figures/figure.h"
#include "figures/kind.h"
#include "report/curves/curve.h"

/* "Chance of admit = yes" join by, or "Chance of each species" of several classes; as the figure's title. */
void logreg__title_by(logreg_figure *figure, const logreg_model *model, const char *join, const char *by);

/* The axis of the event's probability, as logreg__axis_between. */
void logreg__axis_event(logreg_figure *figure, char which, const logreg_model *model, double low, double high,
                        double margin, int most);

/* The axes of probabilities, up to top, of the levels of the subject's factor: `drawn` of them, from the top down at drawn .. 1. */
void logreg__levels_axes(logreg_figure *figure, const logreg__subject *subject, size_t drawn, double top);

/* Points from low to high, evenly apart. */
void logreg__spread(double *x, double low, double high, size_t n);

/* The kinds of curve. */
logreg_status logreg__curve_events(logreg_figure *figure, const logreg__subject *subject, double low,
                                   double high, logreg_error *err);
logreg_status logreg__curve_classes(logreg_figure *figure, const logreg__subject *subject, double low,
                                    double high, logreg_error *err);
logreg_status logreg__curve_levels(logreg_figure *figure, const logreg__subject *subject, logreg_error *err);
logreg_status logreg__curve_crossed(logreg_figure *figure, const logreg__subject *subject, const char *by,
                                    logreg_error *err);
logreg_status logreg__curve_by(logreg_figure *figure, const logreg__subject *subject, const char *by,
                               double low, double high, logreg_error *err);

#endif
