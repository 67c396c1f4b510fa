/* logreg/select.h - choosing terms of a formula by an information criterion, step by step.
 *
 *     logreg_model *m = NULL;
 *     logreg_steps *steps = NULL;
 *     if (logreg_step(&m, &steps, frame, "y ~ age * sex + dose", NULL, NULL, &err) == LOGREG_OK)
 *         printf("%s\n", logreg_model_formula(m));
 *     logreg_steps_free(steps);
 *     logreg_model_free(m);
 */
#ifndef LOGREG_SELECT_H
#define LOGREG_SELECT_H

#include <stdbool.h>

#include <logreg/base.h>
#include <logreg/data.h>
#include <logreg/model.h>

#ifdef __cplusplus
extern "C" {
#endif

/* How to go. Take logreg_step_options_default() and change what differs. */
typedef struct {
    const char *criterion; /* "aic" (default) or "bic", the smaller the better */
    const char *direction; /* "backward" (default) drops terms of the formula, "forward" adds them to the intercept alone, "both" begins as backward and may
                            * add again what it dropped */
} logreg_step_options;

LOGREG_API logreg_step_options logreg_step_options_default(void);

/* A model on the way. */
typedef struct {
    char *term;            /* what was dropped or added to get here; NULL: the start */
    bool added;
    double parameters;     /* coefficients that are not aliased, of all classes */
    double log_likelihood; /* of separated classes its supremum */
    double criterion;
} logreg_step_row;

typedef struct {
    const char *criterion, *direction; /* static */
    size_t n;                          /* the start among them */
    logreg_step_row *step;
    size_t n_fits; /* models that it was chosen among, itself one of them */
} logreg_steps;

/* Goes on while some term of the formula, dropped or added, makes the criterion smaller, taking the one that makes it smallest, and fits where that
 * ends. Marginality is kept: no term is dropped while another contains it (a, while there is a:b), none is added before all of the formula that it
 * contains. All models are fitted to the same rows, those of the whole formula, whose missing values are therefore as many as before. This is R's step().
 * The model keeps that it was chosen (logreg_model_selection). options as for logreg_fit_formula, but without a penalty and sampling weights: EINVAL. Else as there. */
LOGREG_API logreg_status logreg_step(logreg_model **model, logreg_steps **steps, const logreg_frame *frame,
                                     const char *formula, const logreg_options *options,
                                     const logreg_step_options *step, logreg_error *err);
LOGREG_API void logreg_steps_free(logreg_steps *steps);

#ifdef __cplusplus
}
#endif

#endif
