/* Curves of more than two classes, each against all others. */
#ifndef LOGREG_FIGURES_KINDS_REST_H
#define LOGREG_FIGURES_KINDS_REST_H

#include "figures/figure.h"
#include "figures/kind.h"

/* Fills in the figure of that kind, "roc", "precision-recall", "calibration", "gain" or "lift": a line a class, each with its name. As logreg__evaluated. */
logreg_status logreg__rest_build(logreg_figure *figure, const logreg__order *order, const char *kind,
                                 logreg_error *err);

#endif
