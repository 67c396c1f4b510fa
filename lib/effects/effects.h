/* The parts of logreg_effects_new. */
#ifndef LOGREG_EFFECTS_EFFECTS_H
#define LOGREG_EFFECTS_EFFECTS_H

#include <logreg/effects.h>

#include "effects/means.h"

/* A variable whose effect is told. */
typedef struct {
    size_t column; /* of the frame */
    const char *name;
    const char *const *levels; /* NULL: a number that moves */
    size_t n_levels;
} logreg__target;

/* What is asked for, found in model and frame. */
typedef struct {
    size_t n;
    logreg__target *target;
    size_t n_at;
    logreg_effect_at *at;
    size_t *at_column; /* of the frame */
} logreg__wanted;

/* EINVAL, EDATA, ENOMEM. What is there is cleared all the same. */
logreg_status logreg__wanted_find(logreg__wanted *wanted, const logreg_study *study,
                                  const logreg_effects_options *options, logreg_error *err);
void logreg__wanted_clear(logreg__wanted *wanted);

/* Estimates by the delta method, at width standard errors. */
logreg_effect_number logreg__delta_mean(const logreg_model *model, const logreg__means *means, size_t class,
                                        double width);
logreg_effect_number logreg__delta_risk(const logreg_model *model, const logreg__means *means, size_t class,
                                        double width);
logreg_effect_number logreg__delta_difference(const logreg_model *model, const logreg__means *means,
                                              const logreg__means *reference, size_t class, double width,
                                              double *room);
logreg_effect_number logreg__delta_ratio(const logreg_model *model, const logreg__means *means,
                                         const logreg__means *reference, size_t class, double width,
                                         double *room);

#endif
