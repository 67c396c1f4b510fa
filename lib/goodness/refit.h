/* A model fitted again to a resample, and measured. */
#ifndef LOGREG_GOODNESS_REFIT_H
#define LOGREG_GOODNESS_REFIT_H

#include "goodness/relearned.h"

enum {
    LOGREG__INDEX_SLOPE,
    LOGREG__INDEX_INTERCEPT,
    LOGREG__INDEX_IN_THE_LARGE,
    LOGREG__INDEX_AUC,
    LOGREG__INDEX_BRIER,
    LOGREG__INDICES
};

typedef enum { LOGREG__REFIT_SOUND, LOGREG__REFIT_SEPARATED, LOGREG__REFIT_SINGULAR } logreg__refit_outcome;

typedef struct {
    logreg__refit_outcome outcome;
    double training[LOGREG__INDICES], test[LOGREG__INDICES]; /* of sound ones */
} logreg__refit;

/* What all refits share: the rows as they are, and what the model itself has there. */
typedef struct {
    const logreg_study *study;
    bool relearns; /* as logreg__relearned_wanted */
    logreg__population population;
    double *y, *w; /* [n] of the kept rows; w NULL: ones */
    double apparent[LOGREG__INDICES];
} logreg__refit_base;

/* As logreg__population_make. */
logreg_status logreg__refit_base_make(logreg__refit_base *base, const logreg_study *study, logreg_error *err);
void logreg__refit_base_clear(logreg__refit_base *base);

/* What one thread needs. */
typedef struct {
    const logreg__refit_base *base;
    logreg__resample resample;
    logreg__problem problem; /* the study's, of the resample */
    logreg__relearned learned; /* where columns are learned again for each resample, its own */
    int threads;
    double *b, *eta, *p; /* [q], [n], and room for either */
    logreg__quadratic *at;
} logreg__refit_room;

/* threads: of the walks of one refit. false: out of memory; what is there is cleared all the same. */
bool logreg__refit_room_init(logreg__refit_room *room, const logreg__refit_base *base, int threads);
void logreg__refit_room_clear(logreg__refit_room *room);

/* Refit number `number` of a seed. ENOMEM. */
logreg_status logreg__refit_run(logreg__refit *refit, logreg__refit_room *room, uint64_t seed, size_t number,
                                logreg_error *err);

#endif
