/* Odds ratios as they are drawn and told. */
#ifndef LOGREG_FIGURES_KINDS_FOREST_H
#define LOGREG_FIGURES_KINDS_FOREST_H

#include <logreg/inference.h>

#include "figures/figure.h"
#include "figures/kind.h"

/* Odds ratios that there is room for, columns of a name, and of a class before it. */
enum { LOGREG__RATIOS_MOST = 30, LOGREG__RATIO_NAME = 26, LOGREG__RATIO_CLASS = 12 };

typedef struct {
    const logreg_model *model;
    logreg_inference *inference;
    const logreg_coefficient *row[LOGREG__RATIOS_MOST];
    size_t n, left_out;
    double low, high; /* of the axis, as logarithms to base 10 */
    bool deviations;  /* numbers count by theirs */
} logreg__forest;

/* Whether a coefficient has a place on the axis; and whether it has one because the penalty took it to 0, so that it is no estimate. */
bool logreg__ratio_drawn(const logreg_coefficient *coefficient);
bool logreg__ratio_dropped(const logreg_coefficient *coefficient, const logreg_model *model);

/* Title and sentences. */
void logreg__forest_words(logreg_figure *figure, const logreg__forest *forest);

#endif
