/* Fitted probabilities along one variable, the others at their mean or reference level. */
#ifndef LOGREG_REPORT_CURVES_GRID_H
#define LOGREG_REPORT_CURVES_GRID_H

#include <stdbool.h>

#include <logreg/model.h>

typedef struct {
    size_t n, classes;
    double *P; /* [n x classes] */
    double *
        low; /* [n] Wald interval of the event's probability, NaN where there is none; NULL beyond two classes */
    double *high;
} logreg__grid;

/* Where a variable stands that is not at its mean or reference level. */
typedef struct {
    size_t variable;
    const double *x; /* of a number: its value at each point; NULL: value at all of them */
    double value;
    const size_t *level; /* of a category: its level at each point; NULL: place at all of them */
    size_t place;
} logreg__stand;

/* Evaluates the model at n points. offset is added to the linear predictors; level is that of the intervals; NaN: there are none. EDATA, ENOMEM. */
logreg_status logreg__grid_over(logreg__grid *grid, const logreg_model *model, const logreg__stand *stand,
                                size_t n_stands, size_t n, double offset, double level, logreg_error *err);

/* Evaluates the model at n values of variable `variable`: the numbers x, or for a category its first n levels, and n_stands
 * others where they are told to stand. Else as above. */
logreg_status logreg__grid_new(logreg__grid *grid, const logreg_model *model, size_t variable,
                               const double *x, size_t n, double offset, double level, logreg_error *err);
logreg_status logreg__grid_along(logreg__grid *grid, const logreg_model *model, size_t variable,
                                 const double *x, size_t n, const logreg__stand *stand, size_t n_stands,
                                 double offset, double level, logreg_error *err);

/* The variable that is the same column taken as the other kind, as in y ~ a + C(a); SIZE_MAX if there is none. A curve
 * can run along the levels of such a column only. */
size_t logreg__other_kind(const logreg_model *model, size_t variable);

/* Whether any of its points has an interval. */
bool logreg__grid_has_interval(const logreg__grid *grid);

void logreg__grid_free(logreg__grid *grid);

#endif
