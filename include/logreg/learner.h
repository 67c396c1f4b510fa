/* logreg/learner.h - learning from rows as they come, in one pass and bounded memory: scikit-learn's partial_fit.
 *
 *     logreg_learner *l = NULL;
 *     logreg_learner_new(&l, 20, 2, NULL, &err);
 *     while (next_batch(X, y))
 *         logreg_learner_partial_fit(l, X, y, NULL, &err);
 *     logreg_learner_predict_proba(l, X_new, P, &err);
 *     logreg_learner_free(l);
 *
 * Rows may come in any number, one by one too: the result has the same bits however they are cut into batches. There is no learning rate, and columns need
 * not be scaled: the learner makes Newton's step for each batch of its own by the information of all rows so far, whose gain falls as that of an average
 * does (streaming stochastic Newton; Bercu, Godichon & Portier, SIAM J. Control Optim. 58, 2020). Over n rows that come in random order the coefficients end within
 * about a standard error of those that logreg_fit finds of all of them at once; rows that come sorted by class, or change as they come, are learnt less well.
 *
 * Symbols: p features, K classes, q = (K - 1)(p + 1) coefficients (without an intercept (K - 1) p). Memory O(q^2), time O(q^2) a row. From 96 coefficients on later batches tell
 * their information by a share of their rows, of 192 and more by a quarter, which costs some hundredths of a standard error.
 */
#ifndef LOGREG_LEARNER_H
#define LOGREG_LEARNER_H

#include <stdbool.h>
#include <stddef.h>

#include <gsl/gsl_matrix.h>
#include <gsl/gsl_vector.h>

#include <logreg/base.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct logreg_learner logreg_learner;

typedef struct {
    bool fit_intercept; /* default true */
    size_t batch_size;  /* rows that a step is made of; 0 (default): 64, or eight for each coefficient. The first batch decides how columns are centred and scaled */
    double ridge;       /* > 0: penalty ridge / 2 on the squares of coefficients of scaled columns, of all rows together, so that it is soon forgotten; default 1. It
                         * keeps the first batches finite, whatever they separate */
} logreg_learner_options;

LOGREG_API logreg_learner_options logreg_learner_options_default(void);

/* A learner of p = n_features columns and K = n_classes >= 2 classes, which has seen nothing. options may be NULL. EINVAL; ENOMEM: later steps need no more memory.
 * Free with logreg_learner_free (NULL is fine). */
LOGREG_API logreg_status logreg_learner_new(logreg_learner **learner, size_t n_features, size_t n_classes,
                                            const logreg_learner_options *options, logreg_error *err);
LOGREG_API void logreg_learner_free(logreg_learner *learner);

/* Learns from m >= 0 rows: X (m x p, any tda), y (m class codes 0 .. K-1, not all of which need be there), weights (m numbers that are not negative, how often each row counts;
 * NULL: once). All of them or, where it fails, none. EINVAL: shapes, a value that is not finite or beyond 1e100. EDATA: a code that is no class, a negative weight; a
 * value 1e100 times as large as those of the first batch spread. */
LOGREG_API logreg_status logreg_learner_partial_fit(logreg_learner *learner, const gsl_matrix *X,
                                                    const gsl_vector *y, const gsl_vector *weights,
                                                    logreg_error *err);

/* Rows of weight above 0 so far; features and classes. */
LOGREG_API size_t logreg_learner_rows(const logreg_learner *learner);
LOGREG_API size_t logreg_learner_features(const logreg_learner *learner);
LOGREG_API size_t logreg_learner_classes(const logreg_learner *learner);

/* Coefficient j of class k in 1 .. K-1 against class 0, by all rows so far: j = 0 is the intercept (0 if there is none), j = 1 .. p the features', in their own units. NaN before there were
 * rows, and of a class or feature that there is not. A column that was constant in the first batch is centred, not scaled. After rows a first look costs a step, O(q^3). */
LOGREG_API double logreg_learner_coefficient(const logreg_learner *learner, size_t k, size_t j);

/* Its standard error, from the information that the steps have gathered: within some hundredths where that is of a share of the rows. */
LOGREG_API double logreg_learner_std_error(const logreg_learner *learner, size_t k, size_t j);

/* As those of model.h: P is n x K; eta n x 1 of two classes, else n x K; y n class codes. EDATA: no rows yet. EINVAL: shapes. O(n p K). */
LOGREG_API logreg_status logreg_learner_predict_proba(const logreg_learner *learner, const gsl_matrix *X,
                                                      gsl_matrix *P, logreg_error *err);
LOGREG_API logreg_status logreg_learner_decision_function(const logreg_learner *learner, const gsl_matrix *X,
                                                          gsl_matrix *eta, logreg_error *err);
LOGREG_API logreg_status logreg_learner_predict(const logreg_learner *learner, const gsl_matrix *X,
                                                gsl_vector *y, logreg_error *err);

#ifdef __cplusplus
}
#endif

#endif
