/* What a penalised fit has beyond a plain one. */
#ifndef LOGREG_MODEL_ESTIMATE_PENALISED_H
#define LOGREG_MODEL_ESTIMATE_PENALISED_H

#include "model/fitting.h"

typedef enum {
    LOGREG__PENALTY_NONE,
    LOGREG__PENALTY_FIRTH,
    LOGREG__PENALTY_FLIC,
    LOGREG__PENALTY_FLAC,
    LOGREG__PENALTY_L2,
    LOGREG__PENALTY_L1,
    LOGREG__PENALTY_ELASTICNET,
    LOGREG__PENALTIES
} logreg__penalty;

/* Their names in options, model files and JSON. */
extern const char *const logreg__penalty_words[LOGREG__PENALTIES];

/* Is it one of the sizes of coefficients, lambda's (shrink.h)? */
static inline bool logreg__penalty_shrinks(int penalty)
{
    return penalty >= LOGREG__PENALTY_L2;
}

/* The penalty of that name; PENALTIES: there is none. */
logreg__penalty logreg__penalty_find(const char *name);

/* Does the model lack what the penalty needs? EDATA, for flic and flac. */
logreg_status logreg__penalised_check(const logreg__fitting *f, logreg_error *err);

/* From Firth's estimate in f->solution, which logreg__solver_firth has left, to that of the penalty asked for, all put into the model. ENOMEM. */
logreg_status logreg__penalised_store(logreg__fitting *f, logreg_error *err);

#endif
