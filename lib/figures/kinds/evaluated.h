/* Rows with their outcome as curves and metrics see them, for figures about how good probabilities are. */
#ifndef LOGREG_FIGURES_KINDS_EVALUATED_H
#define LOGREG_FIGURES_KINDS_EVALUATED_H

#include "figures/figure.h"
#include "figures/kind.h"

/* Steps of a curve shorter than this are drawn together: no picture shows them. */
#define LOGREG__STEP 5e-4

/* The evaluation of the order's rows with one curve (NULL: none) and one metric (NULL: none), at the options' threshold. EDATA: of two classes
 * one alone is there; as logreg_evaluate. */
logreg_status logreg__evaluated(logreg_evaluation **evaluation, const logreg__order *order, const char *curve,
                                const char *metric, const char *title, logreg_error *err);

/* Events and others, as they weigh, of two classes. */
double logreg__events(const logreg_evaluation *evaluation);
double logreg__others(const logreg_evaluation *evaluation);

/* "AUC = 0.781 (95% 0.552 to 1.000)", of the evaluation's one metric. */
void logreg__write_measure(logreg__page *page, const char *name, const logreg_evaluation *evaluation,
                           double level);

/* " on 23 rows of data.csv.", or " on 4526 observations in 24 rows." where rows stand for several; and what separation means, if classes are. */
void logreg__write_rows(logreg__page *page, const logreg__order *order, size_t rows, double observations);

/* Keeps of n points those that are a step from the one kept before, and the last, in place; keep[] receives their places. Returns how many. */
size_t logreg__thin(size_t *keep, const double *x, const double *y, size_t n);

/* Marks of thresholds 0.1, 0.2, .. 0.9 on a curve, and below where few of these have a place, each where it holds from, labelled on that side of it; those too near to the one
 * before are left out. Points go by falling threshold. */
void logreg__mark_thresholds(logreg_figure *figure, const double *threshold, const double *x, const double *y,
                             size_t n, double right, double up);

#endif
