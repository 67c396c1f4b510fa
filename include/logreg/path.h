/* logreg/path.h - fits under a penalty of falling strength, and which of them predicts best.
 *
 *     logreg_options o = logreg_options_default();
 *     o.penalty = "l1";
 *     o.standardize = true;
 *     logreg_path *path = NULL;
 *     logreg_model *m = NULL;
 *     if (logreg_path_new(&path, &m, frame, "y ~ .", &o, NULL, &err) == LOGREG_OK)
 *         printf("%zu of %zu columns at lambda %g\n", path->n_nonzero[path->chosen], path->p, path->lambda[path->chosen]);
 *     logreg_model_free(m);
 *     logreg_path_free(path);
 */
#ifndef LOGREG_PATH_H
#define LOGREG_PATH_H

#include <stdbool.h>
#include <stdint.h>

#include <gsl/gsl_matrix.h>
#include <gsl/gsl_vector.h>

#include <logreg/base.h>
#include <logreg/bootstrap.h>
#include <logreg/data.h>
#include <logreg/model.h>

#ifdef __cplusplus
extern "C" {
#endif

/* How to go. Take logreg_path_options_default() and change what differs. What it points to is borrowed. */
typedef struct {
    size_t n_lambda;      /* strengths, evenly apart in their logarithms, from the one that leaves nothing downwards; default 100 */
    double least;         /* the last as a share of the first, in (0, 1); 0 (default): 1e-4, or 0.01 where there are no more rows than columns */
    const double *lambda; /* these n_lambda strengths instead, positive and descending; NULL (default) */
    size_t folds;         /* of cross-validation: 2 or more, or 0 for none; default 10 */
    size_t repeats;       /* of it, with other folds each time; default 1 */
    const gsl_vector *group_values; /* logreg_path_new_matrix: a number a row, equal ones stay in one fold; borrowed. NULL (default): none */
    const char *group;    /* frame column whose equal values stay in one fold; NULL (default): rows go by themselves, each class in its share */
    size_t nested;        /* folds that are held out of all of this one after the other, to tell what the procedure as a whole loses; 0 (default): none */
    uint64_t random_state; /* of the folds; default 0 */
    const char *measure;  /* metric of logreg_metric_find by which a strength is chosen, on rows held out, at a threshold of 1/2; default "log_loss". cv.glmnet's deviance is
                           * twice "log_loss", its class 1 - "accuracy", its mse and mae of two classes twice "brier" and "mae" */
    const char *rule;     /* "min" (default): the model returned is that with the best cross-validated measure; "1se": the one with the most penalty
                           * whose measure is within a standard error of that. Without folds: the last strength's */
    const logreg_bootstrap_options *bootstrap; /* not NULL: the model keeps intervals of its coefficients, percentiles of those of the path of each resample, whose strength is chosen among the same ones by
                                                * cross-validation of its own, copies of a row in one fold. Columns are those of the fit. Needs folds, and as many cross-validations as resamples; EINVAL of grids. NULL (default): none */
} logreg_path_options;

LOGREG_API logreg_path_options logreg_path_options_default(void);

/* n strengths that have been gone, by falling lambda. Lists are [n] unless told otherwise; all is owned by the path. */
typedef struct {
    size_t n;
    double *lambda;
    double *log_loss;   /* mean loss on the rows of the fit */
    double *explained;  /* share of the null model's loss */
    double *violation;  /* as logreg_model_violation */
    bool *converged;
    size_t *n_nonzero;  /* columns but for the intercept with a coefficient that is not 0 */
    size_t p, first_class, n_classes; /* as in the model */
    double *unit;        /* [p] the column's standard deviation (by 1/n) that the penalty goes by; 1 where it goes by coefficients as they are told */
    double *coefficient; /* [n x (n_classes - first_class) x p] on the scale of the data */
    double largest_lambda;
    double l1_ratio;

    size_t folds, repeats; /* 0 folds: what follows is not there, but for chosen */
    size_t n_rows;         /* of the fit */
    uint32_t *fold;        /* [repeats x n_rows] the fold, from 0, that each row used is held out in */
    double *cv_log_loss;  /* mean loss on rows held out, each fold by its weight, over the repeats */
    double *cv_error;     /* its standard error from the spread of the folds */
    const logreg_metric *measure; /* as options had it; static */
    double *cv_measure, *cv_measure_error; /* the same of the measure; NaN where it has no value in some fold */
    size_t best, best_1se; /* places of the best measure, and by the rule of one standard error */
    size_t chosen;         /* the model's */
    size_t nested;         /* 0: what follows is not there */
    double nested_measure, nested_measure_error; /* as next, of the measure */
    double nested_log_loss, nested_error; /* of the procedure, choice of lambda included, on rows that had no part in it (Varma & Simon, BMC Bioinformatics 7,
                                           * 2006): what the least of cv_log_loss is less by is optimism */
} logreg_path;

/* Fits the formula at every strength, each from the one before, with the penalty of options: "l1", "elasticnet" or "l2", its l1_ratio,
 * standardize, parts and tol, which is at most a tenth of each lambda where it is looser than usual; C and lambda are not looked at. With lambda not given it ends early where 0.999 of the null model's
 * loss is explained, or five strengths explain 1e-5 of it more.
 * Rows held out count by their weights too, those of classes (class_weight, "balanced" by all rows) among them.
 * Cross-validation fits the same strengths to all rows but those of a fold. Whatever is learned of columns is learned again from these alone: variances, bases such as poly(), values that are imputed, and
 * which columns have an indicator, words and their weights; levels of categories are those of all rows. A part whose name no column of a fold has is passed over there. *model is the fit at the strength chosen, as logreg_fit_formula would give it but for tol, which is that of the path. The same bits at any number of threads.
 * EINVAL: options. EDATA: as logreg_fit_formula; a fold's other rows lack a class, or have too little to impute or make bases by; a measure that has no meaning for so many classes, or no value at any strength; no column that varies has a penalty. ENOMEM. Free with logreg_path_free. */
LOGREG_API logreg_status logreg_path_new(logreg_path **path, logreg_model **model, const logreg_frame *frame,
                                         const char *formula, const logreg_options *options,
                                         const logreg_path_options *path_options, logreg_error *err);
/* The same for a matrix, as logreg_fit has it: X (n x p, any tda), y (n class codes). options may hold weight_values and offset_values. */
LOGREG_API logreg_status logreg_path_new_matrix(logreg_path **path, logreg_model **model, const gsl_matrix *X,
                                                const gsl_vector *y, const logreg_options *options,
                                                const logreg_path_options *path_options, logreg_error *err);
LOGREG_API void logreg_path_free(logreg_path *path);

/* ---- Grids ------------------------------------------------------------------------------------------------- */

/* What to compare: each formula with each l1_ratio. All is borrowed. Zeros but for what is wanted. */
typedef struct {
    const char *const *formula; /* n_formulas >= 1 */
    size_t n_formulas;
    const double *l1_ratio;     /* elasticnet: n_l1_ratios of them; none: that of logreg_options */
    size_t n_l1_ratios;
} logreg_grid_options;

/* Candidates, formula by formula, and their paths on the same folds. All is owned by the grid. */
typedef struct {
    size_t n;
    size_t *formula;    /* [n] which */
    double *l1_ratio;   /* [n] */
    logreg_path **path; /* [n] */
    size_t best;        /* the candidate whose path has the best cross-validated measure */
    size_t nested;      /* 0: what follows is not there */
    double nested_measure, nested_error; /* of the whole procedure, choice of candidate and lambda included, on outer folds that had no part in it, nor in what is imputed
                                          * and made of columns. What the best candidate is better by is optimism */
    size_t *nested_choice; /* [nested] the candidate that was chosen without each outer fold */
} logreg_grid;

/* Goes the path of each candidate with the same folds, chooses the best, and returns its model at the strength that path_options.rule says. Formulas must be fitted to the same rows: EDATA; else
 * as logreg_path_new, with folds of 2 or more. (nested + 1) times as many paths as there are candidates. Free with logreg_grid_free. */
LOGREG_API logreg_status logreg_grid_new(logreg_grid **grid, logreg_model **model, const logreg_frame *frame,
                                         const logreg_options *options, const logreg_path_options *path_options,
                                         const logreg_grid_options *grid_options, logreg_error *err);
/* The same for a matrix, as logreg_path_new_matrix takes it: candidates are the l1_ratios, and there are no formulas (EINVAL otherwise). */
LOGREG_API logreg_status logreg_grid_new_matrix(logreg_grid **grid, logreg_model **model, const gsl_matrix *X,
                                                const gsl_vector *y, const logreg_options *options,
                                                const logreg_path_options *path_options,
                                                const logreg_grid_options *grid_options, logreg_error *err);
LOGREG_API void logreg_grid_free(logreg_grid *grid);

#ifdef __cplusplus
}
#endif

#endif
