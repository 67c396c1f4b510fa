/* logreg/bootstrap.h - intervals where there are no standard errors: penalised fits, again to resamples of the rows.
 *
 *     logreg_options o = logreg_options_default();
 *     o.penalty = "l2";
 *     logreg_model *m = NULL;
 *     double low, high;
 *     if (logreg_fit_bootstrap(&m, frame, "y ~ age + sex", &o, NULL, &err) == LOGREG_OK &&
 *         logreg_model_bootstrap_interval(&low, &high, m, 1, 1))
 *         printf("%g to %g\n", low, high);
 *     logreg_model_free(m);
 */
#ifndef LOGREG_BOOTSTRAP_H
#define LOGREG_BOOTSTRAP_H

#include <stdint.h>

#include <logreg/base.h>
#include <logreg/data.h>
#include <logreg/model.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Take logreg_bootstrap_options_default() and change what differs. */
typedef struct {
    size_t n_refits;       /* B resamples; (B + 1) (1 - level) / 2 must be 1 or more; default 999 */
    double level;          /* of intervals, in (0, 1); default 0.95 */
    uint64_t random_state; /* the same seed, the same resamples; default 0 */
} logreg_bootstrap_options;

LOGREG_API logreg_bootstrap_options logreg_bootstrap_options_default(void);

/* As logreg_fit_formula with penalty "l2", "l1" or "elasticnet", and keeps in the model an interval of each coefficient: the percentiles of the coefficients of fits to B resamples,
 * in which as many observations are drawn as there are, each as likely as any other (Efron & Tibshirani, An Introduction to the Bootstrap, 1993, 13.3). The ends are the
 * ((B + 1) (1 - level) / 2)-th smallest and largest, between two of them in proportion. lambda stays what it is in every resample, and so do imputed values, bases and levels; columns are
 * taken to variance 1 anew where that was asked for. So the intervals tell how coefficients move from sample to sample at this penalty: about where it moves them to,
 * not about what they would be without it. Where lambda was chosen by the same rows, logreg_path_options.bootstrap chooses it anew in each resample. The same bits at any number of threads.
 * EINVAL: another penalty, class_weight, the options. EDATA: as logreg_fit_formula; frequencies that are not whole; fewer than half of the resamples can be fitted. ENOMEM. B + 1 fits. */
LOGREG_API logreg_status logreg_fit_bootstrap(logreg_model **model, const logreg_frame *frame, const char *formula,
                                              const logreg_options *options,
                                              const logreg_bootstrap_options *bootstrap, logreg_error *err);

#ifdef __cplusplus
}
#endif

#endif
