/* A frame in which some columns have the same value in all rows. */
#ifndef LOGREG_EFFECTS_SCENARIO_H
#define LOGREG_EFFECTS_SCENARIO_H

#include "data/frame.h"

/* The frame that it changes is borrowed, and all its columns but those that are set. They stand in no memory of a row each. */
typedef struct {
    logreg_frame frame; /* not to be freed as a frame */
    double *value;      /* [columns] of numbers that are set */
    void **owned;       /* [columns] of codes that are set */
} logreg__scenario;

/* false: out of memory; what is there is cleared all the same. */
bool logreg__scenario_start(logreg__scenario *scenario, const logreg_frame *frame);
void logreg__scenario_clear(logreg__scenario *scenario);

/* Gives column j, which is numeric, a value in all rows. */
void logreg__scenario_number(logreg__scenario *scenario, size_t j, double value);

/* Gives column j the level of that name: of a category, or as a number of a column of numbers. EDATA: it has no such level. ENOMEM. */
logreg_status logreg__scenario_level(logreg__scenario *scenario, size_t j, const char *level,
                                     logreg_error *err);

#endif
