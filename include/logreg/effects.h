/* logreg/effects.h - what a model says on the scale of probabilities: marginal effects, adjusted risks, their differences and ratios.
 *
 *     logreg_study *study;      the model beside its rows: logreg/inference.h
 *     logreg_effects *effects = NULL;
 *     if (logreg_effects_new(&effects, study, NULL, &err) == LOGREG_OK)
 *         printf("%s: %g\n", effects->effect[0].variable, effects->effect[0].difference.estimate);
 *     logreg_effects_free(effects);
 *
 * All are averages over the rows that the model was fitted to, a row counting as its weight, or its trials, says. Of a number it is the derivative of the
 * probability, through all that the formula makes of it (log, polynomials, splines, products): the column itself is what moves. Of a category, and of
 * numbers that are 0 or 1 where so asked, each row is given each level in turn, all else as it is: the mean probability is the level's
 * adjusted (standardised) risk, and that of the reference is taken off, and divides. Standard errors are the delta method's: equations (60) to (63)
 * of docs/mathematics.md.
 */
#ifndef LOGREG_EFFECTS_H
#define LOGREG_EFFECTS_H

#include <stdbool.h>

#include <logreg/base.h>
#include <logreg/inference.h>

#ifdef __cplusplus
extern "C" {
#endif

/* An estimate with its interval; NaN where there is none. */
typedef struct {
    double estimate, std_error, low, high;
} logreg_effect_number;

/* The effect of a variable, or of one of its levels, on the probability of one class. */
typedef struct {
    const char *variable;   /* borrowed from the model, as are all below */
    const char *level;      /* NULL: a number that moves */
    const char *reference;  /* the level that it is compared with; NULL with level */
    size_t k;               /* the class whose probability it is, as in logreg_model_class, */
    const char *class_name; /*   and its label */
    logreg_effect_number
        risk; /* the mean probability where all rows have the level; its interval is built on the log-odds */
    logreg_effect_number
        difference; /* the mean derivative, or the risk less that of the reference; interval of Wald */
    double z, p;    /* of the difference: estimate / std_error against the normal, two-sided */
    logreg_effect_number
        ratio; /* the risk over that of the reference; std_error is that of its log, on which the interval is built */
} logreg_effect;

/* A variable that has the same value in all rows. */
typedef struct {
    const char *variable; /* a column of the model; borrowed */
    const char *level;    /* a category's; NULL: a number's value */
    double value;         /* NaN: its mean over the rows */
} logreg_effect_at;

/* What is asked for. Take logreg_effects_options_default() and change what differs. What it points to is borrowed. */
typedef struct {
    double level; /* of intervals; default 0.95 */
    const char *const
        *of; /* n_of columns to tell the effects of; default: all but categories that at fixes */
    size_t n_of;
    const char *const *discrete; /* n_discrete columns of 0 and 1 to tell as levels; default none */
    size_t n_discrete;
    const logreg_effect_at *at; /* n_at; default none: averages over the rows as they are */
    size_t n_at;
    bool at_means; /* all other numbers stand at their means; default false */
    int threads;   /* as in logreg_options */
} logreg_effects_options;

LOGREG_API logreg_effects_options logreg_effects_options_default(void);

typedef struct {
    double level;
    size_t
        n; /* variable by variable, class by class (of two the event alone), level by level, the reference first */
    logreg_effect *effect;
    size_t n_at; /* what was fixed, means filled in, those of at_means too */
    logreg_effect_at *at;
} logreg_effects;

/* EINVAL: the level, a name that is no column of the model, a value of the wrong kind, a number that is not 0 and 1 as discrete. EDATA: the classes are separated
 * or the fit has not converged, so that there is no covariance; a value that the formula cannot use, such as log(0), or a level that the fit never
 * saw. ENOMEM. A walk over the rows for each number and each level, n p K^2. Columns that are aliased count as left out. */
LOGREG_API logreg_status logreg_effects_new(logreg_effects **effects, const logreg_study *study,
                                            const logreg_effects_options *options, logreg_error *err);
LOGREG_API void logreg_effects_free(logreg_effects *effects);

#ifdef __cplusplus
}
#endif

#endif
