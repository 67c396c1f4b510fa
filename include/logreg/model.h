/* logreg/model.h - fit, predict, and what a fitted model holds.
 *
 *     logreg_options opt = logreg_options_default();
 *     logreg_model *m = NULL;
 *     logreg_error err;
 *     if (logreg_fit(&m, X, y, &opt, &err) != LOGREG_OK)
 *         fprintf(stderr, "%s\n", err.message);
 *     logreg_predict_proba(m, X_new, P, &err);
 *     logreg_model_free(m);
 *
 * Symbols: n rows, p columns of the design matrix (the intercept among them), K classes.
 */
#ifndef LOGREG_MODEL_H
#define LOGREG_MODEL_H

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

#include <gsl/gsl_matrix.h>
#include <gsl/gsl_vector.h>

#include <logreg/base.h>
#include <logreg/calibration.h>
#include <logreg/data.h>
#include <logreg/metrics.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct logreg_model logreg_model;

/* ---- Options ----------------------------------------------------------------------------------------------- */

/* One iteration of a solver, as a trace sees it. */
typedef struct {
    size_t iteration;      /* 0 is the start */
    double loss;           /* negative log-likelihood over the sum of weights, and the penalty where there is one */
    double gradient_norm;  /* largest entry of the gradient of that, in the coefficients that the solver steps in */
    double step;           /* step length taken to get here: 1 is a full Newton step; a learning rate for gd */
    double validation_loss; /* the same of the rows held out, without a penalty; NaN where there are none */
    const double *beta;    /* n_beta coefficients on the scale of the data; aliased ones are 0. Borrowed. */
    size_t n_beta;         /*   class by class, each in the order of logreg_model_coefficient_name */
} logreg_trace_row;

typedef void (*logreg_trace)(const logreg_trace_row *row, void *data);

/* Stands for all columns of the design matrix but the intercept in a part of a penalty. */
#define LOGREG_ALL_COLUMNS "*"

/* What a penalty on sizes does to the coefficients of a column or term of the formula, or of a column of the design matrix by its own name. */
typedef struct {
    const char *name; /* the term's, the column's own, or LOGREG_ALL_COLUMNS; of parts that name the same column the last one counts */
    double factor;    /* multiplies the penalty; 0: none, 1: as all others */
    double low, high; /* the coefficients lie within, low <= 0 <= high; infinite: no bound */
} logreg_penalty_part;

/* How to fit. Take logreg_options_default() and change what differs. What it points to is borrowed while the fit runs. */
typedef struct {
    const char *solver;     /* "auto" (default): "newton", or what serves the penalty best; or a name of logreg_solver_name */
    const char *penalty;    /* "none" (default), "firth", "flic", "flac", "l2", "l1" or "elasticnet"; see below. Others than "none" go with
                             * the classical covariance alone, the first three of these with solver "newton" alone */
    double C, lambda;       /* l2, l1, elasticnet: how weak, or how strong, the penalty is; one of them, 0: not given (default). Neither: C is 1 */
    double l1_ratio;        /* elasticnet: the share of absolute values, in [0, 1]; default 0.5 */
    bool standardize;       /* l2, l1, elasticnet: the penalty is on coefficients of columns of variance 1 (by 1/n); default false */
    const logreg_penalty_part *parts; /* l2, l1, elasticnet: what is otherwise for some columns; NULL (default): nothing */
    size_t n_parts;
    const char *firth_se;   /* firth: standard errors from "information" (default) or "augmented"; see below */
    size_t max_iter;        /* iterations before giving up; 0 (default): the solver's own limit */
    double tol;             /* Newton decrement, in standard errors, that counts as converged; default 1e-10 */
    double learning_rate;   /* gd: fixed step on the mean loss; 0 (default): backtracking line search. sgd, adam: the first rate; 0: their own, halved where it
                             * leads astray */
    double momentum;        /* gd: in [0, 1), weight of the step before; default 0 */
    bool nesterov;          /* gd: Nesterov's accelerated gradient; with momentum 0, his own sequence; default false */
    size_t batch_size;      /* sgd, adam: rows of a batch; 0 (default): 32, or as many as there are coefficients */
    const char *schedule;   /* sgd, adam: learning rates r_t of steps t = 1, 2, .. from r = learning_rate: "invscaling" (default) r / t^(3/4), "constant",
                             * "optimal" 1 / (1/r + t - 1), "adaptive": a fifth whenever n_iter_no_change passes bring no gain of 1e-4 in the mean loss */
    bool average;           /* sgd, adam: tell the average of the steps, not the last one; default true */
    bool early_stopping;    /* gd, sgd, adam: stop where the loss on rows held out gains less than 1e-4 in n_iter_no_change iterations; default false */
    size_t n_iter_no_change; /* see there; default 5 */
    double validation_fraction; /* this share of the rows of each class is held out of the fit and its loss told; default 0, or 0.1 with early_stopping */
    uint64_t random_state;  /* seed of batches, of the rows held out and of the folds of calibration; default 0 */
    bool scaling;           /* centre and scale columns inside (default true); false: steps in raw coefficients */
    bool fit_intercept;     /* logreg_fit: put a column of ones first (default true); a formula decides for itself */
    const char *positive;   /* the event, one of the two labels of the target; NULL (default): the last in level order */
    const char *weights;    /* frame column of frequencies: a row counts as that many; NULL: none */
    const char *offset;     /* frame column added to the linear predictor; NULL: none */
    const char *trials;     /* frame column of trials; the target then counts events; NULL: none */
    const char *class_weight; /* what rows of a class weigh: "balanced", or by label, "no=1,yes=5" (of a matrix "0=1,1=5"; others weigh 1); NULL: none.
                             * See logreg_model_class_factor */
    const char *vcov;       /* covariance of coefficients: "classical" (NULL, the default), the inverse of the information; "HC0" .. "HC3", which
                             * hold where the likelihood does not; "cluster", where rows are not independent. See logreg_model_vcov */
    const char *clusters[2]; /* cluster: frame columns, numbers or texts; rows with the same value belong together. Second NULL: one way */
    const gsl_vector *cluster_values[2]; /* logreg_fit: the same, n numbers each, borrowed; NULL: none */
    const char *strata;     /* frame column of matched sets, of either kind: fits their conditional likelihood; NULL: none */
    const char *sampling_weights; /* frame column: for how many of the population a row stands; NULL: none. See logreg_model_sampling_weights */
    const char *survey_strata; /* with these: frame column of the strata that rows, or their clusters, were drawn from; NULL: one */
    const gsl_vector *sampling_weight_values, *survey_strata_values; /* logreg_fit: the same, n numbers each, borrowed; NULL: none */
    const gsl_vector *weight_values; /* logreg_fit: n frequencies, borrowed; NULL: ones */
    const gsl_vector *offset_values; /* logreg_fit: n offsets, borrowed; NULL: zeros */
    const char *const *impute; /* what stands in for missing values, n_impute rules: "mean", "median", "most_frequent", "constant:VALUE" or "level", */
    size_t n_impute;        /*   for all columns that they suit, or "COL=median" for one. 0 (default): rows that miss something are left out. See below */
    bool missing_indicator; /* with these: a column is_missing(COL) of 0 and 1 for each that misses something; default false */
    const char *calibrate;  /* NULL (default), or "platt" or "isotonic": probabilities are calibrated on rows held out. See below */
    size_t calibrate_folds; /* with it: how many parts are held out one after the other; default 5 */
    const char *calibrate_group; /* with it: frame column whose equal values stay in one fold; NULL (default): each class is dealt out in its share */
    const gsl_vector *calibrate_group_values; /* logreg_fit: the same, n numbers, borrowed; NULL: none */
    const char *text;       /* frame column of texts, the words of which are columns of the fit; NULL (default): none. See below */
    size_t text_ngrams;     /* runs of up to so many words are counted, 1 to 8; default 1 */
    size_t text_min_rows;   /* words that fewer rows have are left out; default 1 */
    size_t text_max_words;  /* the vocabulary's cap: the words that come most often; default 50000 */
    size_t text_hash;       /* 0 (default), or how many columns words are spread over by a hash instead of a vocabulary */
    const char *text_weight; /* "count" (default), "binary" or "tfidf" */
    bool score_test;        /* compute the score test also where n p^2 > 1e9; default false */
    bool measures;          /* default true; false: the fit alone, sooner. NaN are then AUC, Brier score, Tjur's R2, the score
                             * test (unless score_test asks for it), and mean, min and max of variables: no curve can be drawn; columns are
                             * not looked at for numbers that stand for missing values, dates and IDs */
    bool chosen;            /* somebody chose the columns of the formula one by one: none of them is told to be an ID; default false */
    bool listed;            /* the formula was made of a list of columns, so that errors tell --exclude where some are of no use; default false: they
                             * tell the formula without these */
    bool guessed;           /* nobody named the target of the formula, which is the last column: logreg_checkup_new then says first of all where another
                             * looks more like an outcome; default false */
    int threads;            /* at most this many; 0 (default): one a processor. The bits do not depend on it. */
    logreg_trace trace;     /* called once an iteration from the calling thread; NULL: none */
    void *trace_data;
} logreg_options;

/* Unpenalised maximum likelihood by Newton's method, columns scaled inside. */
LOGREG_API logreg_options logreg_options_default(void);

/* Name and one-line summary of solver i, NULL past the last. Static. */
LOGREG_API const char *logreg_solver_name(size_t i);
LOGREG_API const char *logreg_solver_summary(size_t i);

/* ---- Fit --------------------------------------------------------------------------------------------------- */

/* Fits P(y) to X (n x p, any tda) and y (n class codes 0 .. K-1, every code present). Two classes: the
 * probability of class 1. More: multinomial, against class 0. Columns are called x1 .. xp. options may be NULL.
 * EINVAL: shapes, options, a value that is not finite. EDATA: one class only, a code that is not a whole
 * number, negative weights; more than two classes, no penalty on sizes, and more than 1000 coefficients, which are also
 * more than the observations. ENOMEM. Not converging and separation are not errors: ask the model. It keeps nothing of X, y
 * and options, which are read in place. Cost: a few passes over the rows, n p^2 each, and p^3. */
LOGREG_API logreg_status logreg_fit(logreg_model **model, const gsl_matrix *X, const gsl_vector *y,
                                    const logreg_options *options, logreg_error *err);

/* Of a response of three classes or more one against the others together, as logreg_frame_add_condition has it: text is a formula whose response is a column, *formula a new one with the
 * condition `status == "resolved"` in its place, and *n_others says how many classes are not that. NULL: the response has two classes, or is none that a fit takes, which that will tell.
 * EDATA: it has no class called label. ENOMEM. */
LOGREG_API logreg_status logreg_frame_add_event(logreg_frame *frame, char **formula, size_t *n_others,
                                                const char *text, const char *label, logreg_error *err);

/* Fits a formula, such as "admit ~ gre + gpa + C(rank)", to a frame. As R writes them: + : * - / ^ %in% ( ) . -1,
 * names in backticks, I() log() poly() bs() ns() C() offset(); see docs/cli.md. Rows with a missing value in any column that formula or options name are left out, also in one that the formula takes
 * away again, as R does. The target is a category or a number with two or more distinct values, or a condition of which logreg_frame_add_condition has made a column; with trials it counts events. Frame and
 * formula may be freed or changed once the model is there. As logreg_fit, and EFORMULA; EDATA: no row is left, a variable or an
 * expression that cannot be used, more than 20000 coefficients (but for sparse columns); EINVAL: a name that options give and the frame has not. */
LOGREG_API logreg_status logreg_fit_formula(logreg_model **model, const logreg_frame *frame, const char *formula,
                                            const logreg_options *options, logreg_error *err);

/* Imputation. With rules in options.impute the missing cells of columns that explain, be they numbers or categories, get a value, and rows that miss one of
 * them are used; those that miss outcome, weight, offset, trials or stratum are left out as ever. What stands in is learned from the rows that the fit
 * uses, each counted as often as its weights and trials say, before functions such as log() and poly() are taken; it is kept with the model, which
 * predicts from raw columns, also where one misses something that missed nothing in the fit. "mean" and "median" are for numbers,
 * categories then get the most frequent level; "most_frequent" (the least of equals) is for both; "constant:VALUE" is for columns of the kind of VALUE;
 * "level" makes a level "(missing)" of a category's missing cells (none had any in the fit: then rows that do are not predicted). missing_indicator
 * adds a column to the formula for each column that misses something, but for those of "level"; a formula may name such columns itself, also in products:
 * y ~ age + sex*is_missing(age). Of a matrix NaN are missing, and columns x1 .. xp; indicators stand behind them.
 * A value that stands in is taken for one that was observed, so that standard errors are too small (Little & Rubin, Statistical Analysis with
 * Missing Data, 2019, 4.2 and 5). EINVAL: a rule that is none, or does not suit its column; EDATA: no value to learn from. O(n) a column. */

/* Calibration. The formula is fitted to all rows but those of a fold, fold after fold, each time from the start: what is imputed, the knots and scales of columns, and balanced class weights are those of
 * the other rows (levels are those of all). So every row gets a score from a fit that never saw it: the log-odds of the event; of more than two classes those of each class against the
 * rest. From these scores a logreg_calibrator is learned for the event, or for each class, with rows by their
 * weights, those of classes left out: so it also takes back what class_weight does to probabilities. The model is the fit to all rows; what it predicts are its scores through the calibrators, of
 * more than two classes divided by their sum (all 0: equal). So has it scikit-learn's CalibratedClassifierCV with ensemble=False; one model, rather than the mean of as many as there are folds, keeps its
 * coefficients, and is of all rows. Everything else that the model tells is of the fit before calibration: coefficients, likelihoods, AUC, Brier score; logreg_decision_function too.
 * Intervals of probabilities and effects are EDATA. Not beside strata, validation_fraction and early_stopping: EINVAL. EDATA: fewer rows or groups than folds, a fold that
 * holds out all rows of a class, a fit that does not converge, classes that are separated so that scores are infinite. As many fits as folds. */

/* Texts. With options.text the words of that column's texts are columns of the fit, behind those of the formula, whether it has a dot or not; the column itself is no feature. Words are
 * runs of two or more letters, digits, marks and underscores, in small letters, with apostrophes between; runs of up to text_ngrams words count too. The vocabulary is learned from
 * the rows that the fit uses and kept with the model, which predicts from raw texts; words that it does not know count nowhere (logreg_model_text_tally). A cell is how
 * often the text has the word, 1 where it has it ("binary"), or times log((1 + n) / (1 + n_w)) + 1 with n rows of which n_w have the word, rows scaled to length 1 ("tfidf"). Columns
 * are called review[good], hashed ones review[#17], in which words count -1 or 1 by their hash (MurmurHash3) so that those which share one cancel out on average. As for sparse
 * matrices a penalty on sizes is needed, and columns are never made dense. EINVAL: options, no such column; EDATA: no words. */

/* Penalties. "firth" maximises l(b) + log|I(b)| / 2 with I the information (Firth, Biometrika 80, 1993; of many classes that of all linear
 * predictors, Kosmidis & Firth 2009): estimates are finite whatever the data, separated or not, and nearly unbiased.
 * "flic" then moves the intercepts until the mean predicted probabilities are the shares of the classes; "flac" fits by maximum likelihood rows and
 * pseudo-rows that Firth's leverages weigh, which a column of their own tells apart, with the same effect (two classes; Puhr & al., Statist. Med. 36,
 * 2017). Both need an intercept: EDATA. Covariances are inv(I) at the coefficients that are told (flac: of rows and pseudo-rows), or
 * with firth_se "augmented" inv(X'W(1 + h)X), h the leverages, as R's logistf has them (firth, two classes: else EDATA).
 * Nothing is said of separation. AIC, BIC, the score test and R2 (but Tjur's), which are about maxima of the likelihood, are NaN. */

/* "l2", "l1" and "elasticnet" minimise the mean loss (rows by their weights) and lambda sum_j v_j ((1 - a) / 2 (s_j b_j)^2 + a |s_j b_j|), where
 * a is 0, 1 or l1_ratio, v_j the factor of a part (1 but for the intercept, which is never penalised), and s_j 1, or with standardize the standard
 * deviation of column j. lambda is glmnet's; scikit-learn's C is 1 / (lambda sum of weights). More than two classes have a coefficient each (Friedman, Hastie &
 * Tibshirani 2010, section 4): logreg_model_first_class. Where classes are alike for several shifts of a column's coefficients, the middle one is taken, and intercepts have
 * the mean 0. Converged means: no condition of optimality (Karush, Kuhn, Tucker) is violated by more than tol times the least lambda that leaves nothing but what has
 * no penalty, as logreg_model_violation tells; by Newton's method the decrement is below tol too. There are no standard errors: a penalty moves estimates
 * towards 0 by an amount that no standard error tells. AIC, BIC, tests and R2 (but Tjur's) are NaN; see logreg_model_explained. Columns may be
 * collinear and classes separated, as far as columns are penalised: EDATA where columns without a penalty are. */

LOGREG_API void logreg_model_free(logreg_model *model);

/* ---- Predict ----------------------------------------------------------------------------------------------- */

/* X_new has the columns that the fit had, without the intercept; n rows.
 * predict_proba: P is n x K. decision_function: eta is n x 1 for two classes (the log-odds of class 1), else
 * n x K (log-odds against the first class, whose column is 0). predict: y receives the code of the likeliest class
 * (the first of equals). score: the share of rows that predict gets right.
 * Where the fit is separated, rows that the infinite coefficients decide get probabilities 0 and 1, and their
 * log-odds are infinite. EINVAL: shapes, or the model was fitted to a formula. ENOMEM. O(n p). */
LOGREG_API logreg_status logreg_predict_proba(const logreg_model *model, const gsl_matrix *X_new, gsl_matrix *P,
                                              logreg_error *err);
LOGREG_API logreg_status logreg_decision_function(const logreg_model *model, const gsl_matrix *X_new,
                                                  gsl_matrix *eta, logreg_error *err);
LOGREG_API logreg_status logreg_predict(const logreg_model *model, const gsl_matrix *X_new, gsl_vector *y,
                                        logreg_error *err);
LOGREG_API logreg_status logreg_score(const logreg_model *model, const gsl_matrix *X_new, const gsl_vector *y,
                                      double *accuracy, logreg_error *err);

/* The same from a frame that has the columns of the formula by name, in any order, among others. A row with a
 * missing value gets NaN. P is rows x K. EDATA: a column that is missing or of another kind, a level that the
 * fit never saw (all of which are named). */
LOGREG_API logreg_status logreg_predict_proba_frame(const logreg_model *model, const logreg_frame *frame,
                                                    gsl_matrix *P, logreg_error *err);

/* The same of rows with their outcome, which count as they did in the fit: those of weight 0, or without trials, get NaN where one of them has
 * what no prediction can be made of, such as a level that the fit never saw. */
LOGREG_API logreg_status logreg_predict_proba_labelled(const logreg_model *model, const logreg_frame *frame,
                                                       gsl_matrix *P, logreg_error *err);

/* The same of rows first (from 0) .. first + P->size1 - 1 alone: room for a part of the rows is enough. The same bits. EINVAL: rows
 * that the frame has not. */
LOGREG_API logreg_status logreg_predict_proba_rows(const logreg_model *model, const logreg_frame *frame,
                                                   size_t first, gsl_matrix *P, logreg_error *err);

/* Of two classes, Wald's interval of each row's P(event) at a level in (0, 1): logit(p) +- z sqrt(x' V x), transformed, so that
 * it lies within 0 and 1. One entry a row; NaN where a value is missing, where a coefficient that separation sends to infinity
 * takes part, or where rounding has taken x' V x: columns some 1e8 standard deviations away from 0. EINVAL: more classes, the level, lengths. Else as logreg_predict_proba_frame, or ..rows: rows first ..
 * first + low->size - 1. O(n p^2). */
LOGREG_API logreg_status logreg_predict_interval_frame(const logreg_model *model, const logreg_frame *frame,
                                                       double level, gsl_vector *low, gsl_vector *high,
                                                       logreg_error *err);
LOGREG_API logreg_status logreg_predict_interval_rows(const logreg_model *model, const logreg_frame *frame,
                                                      double level, size_t first, gsl_vector *low,
                                                      gsl_vector *high, logreg_error *err);

/* A spline of the model, and rows of a frame that lie beyond its boundary, where no data spoke for it. */
typedef struct {
    const char *name;   /* as in the names of coefficients: "bs(age, df = 4)"; borrowed */
    bool linear;        /* it goes on as a line (ns), else as its outermost polynomials (bs) */
    double boundary[2]; /* of what the spline is of: age, or log(age) */
    size_t n_rows;      /* rows beyond; those that miss a value are not counted */
    double range[2];    /* the smallest and the largest value in these rows; NaN where there are none */
} logreg_spline;

LOGREG_API size_t logreg_model_splines(const logreg_model *model);

/* Spline i, on a frame that prediction can use; NULL for no rows. EINVAL: no such spline. EDATA, ENOMEM as
 * logreg_predict_proba_frame. O(n). */
LOGREG_API logreg_status logreg_model_spline(const logreg_model *model, size_t i, const logreg_frame *frame,
                                             logreg_spline *spline, logreg_error *err);

/* ---- Evaluate ---------------------------------------------------------------------------------------------- */

/* The outcome of a frame's rows as the model's fit saw it: y class codes (of grouped data the share of events), w
 * weight times trials, 1 where the fit had neither; both NaN in rows that miss one of them. In a row of weight 0 y may be missing or no class, and is NaN. One entry a row.
 * EDATA: a column that is missing or of another kind; a label that is no class of the model, a negative weight, or
 * events beyond trials, with the row. EINVAL: lengths. O(n). */
LOGREG_API logreg_status logreg_model_outcome_frame(const logreg_model *model, const logreg_frame *frame,
                                                    gsl_vector *y, gsl_vector *w, logreg_error *err);

/* How good the model's probabilities are on labelled rows. */
typedef struct {
    size_t n_rows, n_used;         /* rows of the frame; those that miss nothing and have a weight that is not 0 */
    size_t n_weightless;           /* those of weight 0 or without trials, which count nowhere */
    double n_obs;                  /* sum of their weights, or of trials */
    size_t n_classes;
    double threshold;              /* of the options, or as their rule chose it */
    logreg_threshold_rule rule;    /* name NULL: none */
    double beta;                   /* of the options, as are the next three */
    size_t top_k, n_bins;
    bool quantile_bins;
    size_t n_metrics;
    const logreg_metric **metric;  /* [n_metrics] those that were asked for */
    logreg_measure *measure;       /* [n_metrics]; of a model of a sample without standard errors */
    double *confusion;             /* [n_classes^2] as logreg_metric_confusion */
    size_t n_curves;
    logreg_curve **curve;          /* [n_curves] each that was asked for of the event, of more than two classes of each class */
} logreg_evaluation;

/* What to measure, and how. Take logreg_evaluation_options_default() and change what differs. */
typedef struct {
    double threshold; /* of two classes: the probability, in [0, 1], from which on the event is said; default 0.5 */
    logreg_threshold_rule rule; /* by which it is chosen on the rows instead; name NULL (default): it is as it stands. Judged by these rows it flatters */
    const logreg_metric *const *metric; /* what to measure; NULL (default): all of the table */
    size_t n_metrics;
    const char *const *curve; /* names of curves to make; default none */
    size_t n_curves;
    double conf_level;  /* of intervals on calibration curves; default 0.95 */
    double beta;        /* of fbeta, above 0; default 2 */
    size_t top_k;       /* of top_k_accuracy; default 2 */
    size_t n_bins;      /* as in logreg_labelled; default 10 */
    bool quantile_bins; /* default false */
} logreg_evaluation_options;

LOGREG_API logreg_evaluation_options logreg_evaluation_options_default(void);

/* Predicts the rows of a frame, which has the model's columns, its target, and its columns of weights, trials and offset
 * where the fit had any, and measures what the options say; NULL: the defaults. EDATA as above,
 * and where no row can be used, or a rule chooses no threshold. EINVAL. ENOMEM. Free with logreg_evaluation_free. */
LOGREG_API logreg_status logreg_evaluate(logreg_evaluation **evaluation, const logreg_model *model,
                                         const logreg_frame *frame, const logreg_evaluation_options *options,
                                         logreg_error *err);
LOGREG_API void logreg_evaluation_free(logreg_evaluation *evaluation);

/* Probabilities that stand in columns of a frame, whoever made them. */
typedef struct {
    const char *target;              /* the column that has the outcome */
    const char *const *column;       /* [n_columns] of two classes the event's alone, or, of any, a column a class */
    const char *const *label;        /* [n_columns] the class of each; NULL: their names end in it, as p_yes and p1 do */
    size_t n_columns;
    const char *const *class_label;  /* [n_classes] the classes, of two the event last; NULL: they are found by the labels or in the rows */
    size_t n_classes;
    const char *positive;            /* these four as in logreg_options; NULL: none */
    const char *weights, *sampling_weights, *trials;
} logreg_probability_columns;

/* A model that reads such probabilities off a frame, so that they can be evaluated, validated, drawn and held against those of others as any model's can, by logreg_predict_..frame,
 * logreg_evaluate, logreg_validate and logreg_contest_hold. It has no coefficients: what asks for them is EINVAL, as is saving it. A row that misses one of the columns gets NaN. EDATA: a
 * column that is missing, an outcome that logreg_fit_formula would refuse, classes whose columns are not known; and, when rows are read, a cell outside [0, 1] or a row that does not
 * sum to 1 within what the decimals of the columns explain (at least 1e-6), with its place. Sums are left as they are. EINVAL, ENOMEM. O(n). */
LOGREG_API logreg_status logreg_model_of_columns(logreg_model **model, const logreg_frame *frame,
                                                 const logreg_probability_columns *columns, logreg_error *err);

/* The column that such a model reads class k's probability off; NULL: that is worked out. Borrowed. */
LOGREG_API const char *logreg_model_probability(const logreg_model *model, size_t k);

/* ---- What a model holds: the data it was fitted to --------------------------------------------------------- */

LOGREG_API const char *logreg_model_formula(const logreg_model *model);  /* NULL after logreg_fit */
LOGREG_API const char *logreg_model_target(const logreg_model *model);   /* name of the outcome's column */
LOGREG_API bool logreg_model_target_is_condition(const logreg_model *model); /* of which logreg_frame_add_condition makes that column of new data, for whoever measures by them */
LOGREG_API const char *logreg_model_source(const logreg_model *model);   /* file that was read, or NULL */
LOGREG_API size_t logreg_model_classes(const logreg_model *model);       /* K */
LOGREG_API const char *logreg_model_class(const logreg_model *model, size_t k); /* label; [1] is the event of two */
LOGREG_API double logreg_model_class_weight(const logreg_model *model, size_t k); /* rows (sum of weights) of a class */
/* What options.class_weight multiplied the weight of each row of class k by: "balanced" is n / (K n_k), as scikit-learn has it; 1 without. Such a fit
 * is to a world in which classes are as frequent as their weights say: so are its probabilities. It has no likelihood, and coefficients have no
 * standard errors: log-likelihoods, AIC, BIC, covariances, Brier score and R2 (but Tjur's) are NaN. vcov, sampling weights, strata and firth are EINVAL
 * beside it; studies, hypotheses, intervals and comparisons of the model EDATA. */
LOGREG_API double logreg_model_class_factor(const logreg_model *model, size_t k);
LOGREG_API bool logreg_model_class_weighted(const logreg_model *model);   /* options.class_weight was given */
LOGREG_API size_t logreg_model_rows_read(const logreg_model *model);     /* rows of the frame */
LOGREG_API size_t logreg_model_rows_used(const logreg_model *model);     /* rows without missing values, of a weight that is not 0 */
LOGREG_API size_t logreg_model_rows_weightless(const logreg_model *model); /* rows of weight 0 or without trials, which count nowhere */
LOGREG_API size_t logreg_model_rows_excluded(const logreg_model *model); /* rows that logreg_frame_filter had taken away */
LOGREG_API double logreg_model_n_obs(const logreg_model *model);         /* sum of weights, or of trials */
LOGREG_API bool logreg_model_grouped(const logreg_model *model);         /* fitted to counts with trials */
LOGREG_API const char *logreg_model_weights(const logreg_model *model);  /* column names, or NULL */
LOGREG_API const char *logreg_model_offset(const logreg_model *model);
LOGREG_API const char *logreg_model_trials(const logreg_model *model);

/* Matched sets. A model with strata is that of the conditional likelihood: of the probability, given how many rows of a set are events, that
 * it is those which are. It is the exact one, summed over all subsets by recursion (Gail, Lubin & Rubinstein, Biometrika 68, 1981), at O(d n p^2)
 * for a set of n rows whose events, or non-events, whichever are fewer, are d. Sets have intercepts of their own, which cancel out: the
 * model has none, columns that are the same within all sets are aliased, and probabilities are not known: predicting, evaluating and
 * drawing it is EDATA. Weights, trials and more than two classes do not go with it. */
typedef struct {
    const char *column; /* NULL: the model has no strata, and all else is 0. Borrowed */
    size_t n;           /* strata among the rows used */
    size_t informative; /* with events and non-events; the others say nothing and are left out: they have */
    size_t single;      /*   one row, */
    size_t eventless;   /*   no event, */
    size_t full;        /*   or nothing but events */
    size_t rows, events; /* in informative strata; BIC counts these events */
} logreg_strata;

LOGREG_API logreg_strata logreg_model_strata(const logreg_model *model);

/* The criterion, "aic" or "bic", by which the model's terms were chosen from the same data (logreg_step); NULL: they were not. Borrowed. */
LOGREG_API const char *logreg_model_selection(const logreg_model *model);

/* Is the event of a model of two classes an answer such as "nein" beside "ja", "negative" beside "positive"? It sorts last, but the other one is
 * likely to be meant. */
LOGREG_API bool logreg_model_event_denies(const logreg_model *model);

/* Is the event of two texts the one that sorts last, of which nothing says that it is the event, as yes beside no and dead beside alive do? */
LOGREG_API bool logreg_model_event_sorts_last(const logreg_model *model);

/* Tokens that were said to mean missing in the file ("unknown", or "age=-9" in one column alone), for logreg_csv_options.na_values where
 * rows are read that the model is to predict; NULL past the last. Borrowed. */
LOGREG_API const char *logreg_model_na_value(const logreg_model *model, size_t i);

/* 16 hexadecimal digits that stand for which rows were used, their outcome and their weights: models with the same ones were
 * fitted to the same rows, y and strata, whatever their formulas, and can be compared. Borrowed. */
LOGREG_API const char *logreg_model_fingerprint(const logreg_model *model);

/* Columns that the formula uses, by themselves or in functions such as log() and poly(). Strings are borrowed from the model. */
typedef struct {
    const char *name;
    logreg_column_kind kind;
    size_t n_missing;           /* rows of the frame where it is missing, but for those of weight 0 */
    double mean, min, max;      /* numeric: over the rows used, the mean weighted; NaN after a fit without measures */
    size_t n_levels;            /* category; level 0 is the reference */
    const char *const *levels;
} logreg_variable;

LOGREG_API size_t logreg_model_variables(const logreg_model *model);
/* EINVAL: there is no variable i. */
LOGREG_API logreg_status logreg_model_variable(const logreg_model *model, size_t i, logreg_variable *out);

/* Does variable i act through conditions alone, as age does in I(age > 65)? Then it has no slope. */
LOGREG_API bool logreg_model_variable_steps(const logreg_model *model, size_t i);

/* May rows miss variable i, since conditions alone ask about it, and they have an answer where it is missing, or may have one: is.na(age), age > 65 & ill == 1? */
LOGREG_API bool logreg_model_variable_forgiven(const logreg_model *model, size_t i);

/* The i-th term of that kind, "I(is.na(age))": a row is left out where it has no answer. NULL past the last. Borrowed. */
LOGREG_API const char *logreg_model_forgiving(const logreg_model *model, size_t i);

/* What the columns of new data are to the model: for logreg_csv_options.known, so that a new file is read as the fit's was, whatever its rows look
 * like. Without it a category that held numbers and texts in the fit (1.10, beta) is numbers in a file that lacks the texts. outcome: the target, weights
 * and the like too, for logreg_model_outcome_frame, evaluations and studies. Returns how many there are, and fills column[] with them, unless it is NULL;
 * names are borrowed from the model. Of a target that is a condition, the columns that it is about are read as they look. */
LOGREG_API size_t logreg_model_csv_columns(const logreg_model *model, bool outcome, logreg_csv_column *column);

/* Column i, NULL past the last, of those that the formula names and takes away: the fit left out rows that miss it, prediction does
 * without it. Borrowed. */
LOGREG_API const char *logreg_model_taken(const logreg_model *model, size_t i);

/* What stands in for missing values of a column. Strings are borrowed from the model. */
typedef struct {
    const char *column;
    const char *how;            /* "mean", "median", "most_frequent", "constant" or "level" */
    logreg_column_kind kind;
    double number;              /* of a column of numbers, else NaN */
    const char *label;          /* of a category; NULL: no row of the fit had that level, so that nothing stands in */
    size_t n_missing;           /* cells of the rows used that it stood in for */
    bool indicated;             /* the model has a column is_missing(..) of it */
} logreg_imputation;

LOGREG_API size_t logreg_model_imputations(const logreg_model *model); /* columns that have one; 0: nothing is imputed */
/* EINVAL: there is no imputation i. */
LOGREG_API logreg_status logreg_model_imputation(const logreg_model *model, size_t i, logreg_imputation *out);

/* The column whose words the model counts; NULL: none. Borrowed. words: columns that they are; left_out: other words of the fit's rows, too rare or beyond the cap (0 of hashed
 * words). Either may be NULL. */
LOGREG_API const char *logreg_model_text(const logreg_model *model, size_t *words, size_t *left_out);

/* Words in the texts of a frame's rows, and those among them that the model does not know, both 0 of a model without texts. EDATA, ENOMEM as logreg_predict_proba_frame. */
LOGREG_API logreg_status logreg_model_text_tally(const logreg_model *model, const logreg_frame *frame, size_t *words,
                                                 size_t *unknown, logreg_error *err);

/* A sentence on texts among the levels and classes of a model that people write for missing values (logreg_frame_gap), in the frame it was
 * fitted to, and what to do about them; NULL where there are none, or C() or logreg_csv_options.categorical says that they are levels.
 * The caller frees it. ENOMEM. */
LOGREG_API logreg_status logreg_model_gaps(char **sentence, const logreg_model *model, const logreg_frame *frame,
                                           logreg_error *err);

/* ---- What a model holds: the fit --------------------------------------------------------------------------- */

typedef enum {
    LOGREG_COEF_OK,
    LOGREG_COEF_ALIASED,        /* a combination of earlier columns; no estimate */
    LOGREG_COEF_PLUS_INFINITY,  /* separation sends it to +inf */
    LOGREG_COEF_MINUS_INFINITY,
    LOGREG_COEF_UNDETERMINED    /* separation leaves it without a limit of one sign */
} logreg_coef_status;

typedef enum { LOGREG_SEPARATION_NONE, LOGREG_SEPARATION_QUASI, LOGREG_SEPARATION_COMPLETE } logreg_separation;

/* Coefficients: p columns of the design matrix for each of K-1 linear predictors (classes 1 .. K-1 against
 * class 0; one for two classes; with logreg_model_first_class 0 one for each class, k in 0 .. K-1). Estimates are finite for status OK, +-inf or NaN otherwise. Strings are borrowed. Of a class, coefficient or
 * level that there is not, getters give NULL, NaN, false or UNDETERMINED. */
LOGREG_API size_t logreg_model_coefficients(const logreg_model *model);              /* p */
LOGREG_API const char *logreg_model_coefficient_name(const logreg_model *model, size_t j);
LOGREG_API double logreg_model_coefficient(const logreg_model *model, size_t k, size_t j); /* k in 1 .. K-1 */
LOGREG_API size_t logreg_model_first_class(const logreg_model *model); /* 1; 0 where more than two classes were fitted with l2, l1 or elasticnet */
LOGREG_API logreg_coef_status logreg_model_coefficient_status(const logreg_model *model, size_t k, size_t j);
LOGREG_API bool logreg_model_has_intercept(const logreg_model *model);

/* The variable that column j belongs to alone, and the level (SIZE_MAX for a number); false for the intercept, for
 * interactions, and for what is made of columns: functions, bases, contrasts other than treatment. So that a report can group a factor's rows. */
LOGREG_API bool logreg_model_coefficient_variable(const logreg_model *model, size_t j, size_t *variable,
                                                  size_t *level);

/* What aliased column j is made of: column names and multipliers, borrowed, count of them returned; 0: it is not aliased, or, where its
 * status says so, it is 0 in every row used. names and multipliers may be NULL: not asked for. */
LOGREG_API size_t logreg_model_alias(const logreg_model *model, size_t j, const char *const **names,
                                     const double **multipliers);

/* Covariance of coefficients (k, j) and (l, i), at the final coefficients; NaN unless both have status OK. */
LOGREG_API double logreg_model_covariance(const logreg_model *model, size_t k, size_t j, size_t l, size_t i);

/* Of separated classes: coefficient j of class k less that of class `against`, 1 <= against < k <= K-1, where that is finite though they are not, as where
 * class 0 stands apart from both; with its standard error. false: it is not, or the classes are not separated. */
LOGREG_API bool logreg_model_contrast(double *estimate, double *std_error, const logreg_model *model, size_t k,
                                      size_t against, size_t j);

/* What that is, as options.vcov says: "classical", "HC0" .. "HC3" (White; MacKinnon & White 1985; of more than two classes HC0 and HC1 alone), or
 * "cluster" with the factor G / (G - 1) for G clusters, as sandwich::vcovCL has it for glm; by two columns the sum of those by each less
 * that by both (Cameron, Gelbach & Miller 2011). A row is one observation, with all of its trials; one of frequency w is w of them. */
LOGREG_API const char *logreg_model_vcov(const logreg_model *model);

/* The column of sampling weights, or NULL. A model that has one is fitted by weighted (pseudo) likelihood, which makes no likelihood: logarithms of it, deviances,
 * AIC and BIC are NaN. Its covariance, called "linearized", is that of the sampling, with replacement, of rows or of clusters of one kind (primary sampling
 * units) within strata (Binder, Int. Stat. Rev. 51, 1983), and tests and intervals are by Student's t, as R's svyglm has them. */
LOGREG_API const char *logreg_model_sampling_weights(const logreg_model *model);

/* The column of strata, and how many there are; NULL: none. count may be NULL. */
LOGREG_API const char *logreg_model_survey_strata(const logreg_model *model, size_t *count);

/* Degrees of freedom of t: clusters (or rows) less strata, plus one, less coefficients; infinite where tests are by the normal. */
LOGREG_API double logreg_model_t_df(const logreg_model *model);

/* The column of clusters of way i (0 or 1), and how many clusters of positive weight there are; NULL: there is none. count may be NULL. Borrowed. */
LOGREG_API const char *logreg_model_cluster(const logreg_model *model, size_t i, size_t *count);

/* A difference of covariances by two columns was not positive semidefinite: eigenvalues below 0 (in the metric of the classical covariance)
 * were taken for 0. */
LOGREG_API bool logreg_model_vcov_mended(const logreg_model *model);

LOGREG_API const char *logreg_model_penalty(const logreg_model *model);   /* as in options */
/* Of l2, l1 and elasticnet; NaN of others. */
LOGREG_API double logreg_model_lambda(const logreg_model *model);
LOGREG_API double logreg_model_C(const logreg_model *model);
LOGREG_API double logreg_model_l1_ratio(const logreg_model *model);
LOGREG_API double logreg_model_largest_lambda(const logreg_model *model); /* from which on all penalised coefficients are 0, were l1_ratio 1 */
LOGREG_API double logreg_model_violation(const logreg_model *model);      /* largest of an optimality condition, over largest_lambda */
LOGREG_API bool logreg_model_standardized(const logreg_model *model);
LOGREG_API bool logreg_model_penalty_part(logreg_penalty_part *part, const logreg_model *model, size_t i); /* false past the last */
/* Columns but for the intercept with a coefficient that is not 0; and the share of the null model's deviance that is explained. */
LOGREG_API size_t logreg_model_nonzero(const logreg_model *model);
LOGREG_API double logreg_model_explained(const logreg_model *model);
LOGREG_API const char *logreg_model_firth_se(const logreg_model *model);  /* "information" or "augmented"; NULL: not fitted by firth */
/* l(b) + log|I(b)| / 2 at Firth's estimate, and with the intercepts alone (I still of all columns); of l2, l1 and elasticnet l(b) less their penalty
 * times the sum of weights; NaN without a penalty. */
LOGREG_API double logreg_model_penalised_log_likelihood(const logreg_model *model);
LOGREG_API double logreg_model_null_penalised_log_likelihood(const logreg_model *model);
LOGREG_API const char *logreg_model_solver(const logreg_model *model);
LOGREG_API bool logreg_model_converged(const logreg_model *model);        /* proven; see docs/mathematics.md */
/* Its solver, sgd or adam, ends near the maximum, not at it: newton_decrement tells how near, and 1 standard error is what they promise. Standard errors and tests are
 * those of where it ended. Under penalty l2 the distance is in standard deviations of the posterior with that penalty for its prior. */
LOGREG_API bool logreg_model_approximate(const logreg_model *model);
/* Early stopping ended the fit before its maximum: coefficients then have no standard errors, and there are no tests. */
LOGREG_API bool logreg_model_stopped_early(const logreg_model *model);
/* It is what was asked for: converged, near enough, or stopped early; and not separated. */
LOGREG_API bool logreg_model_sound(const logreg_model *model);
/* Rows that were held out of the fit by options.validation_fraction, and their mean loss (log loss), as they weigh; NaN where there are none. */
LOGREG_API size_t logreg_model_held_out(const logreg_model *model);
LOGREG_API double logreg_model_held_out_loss(const logreg_model *model);
LOGREG_API size_t logreg_model_iterations(const logreg_model *model);
LOGREG_API double logreg_model_score_norm(const logreg_model *model);     /* largest |entry| of the score, scaled columns */
LOGREG_API double logreg_model_newton_decrement(const logreg_model *model); /* distance to the maximum, standard errors */
LOGREG_API logreg_separation logreg_model_separation(const logreg_model *model);
/* Rounding leaves open whether the classes are separated, and so whether a finite maximum exists; then nothing converged. */
LOGREG_API bool logreg_model_undecided(const logreg_model *model);
LOGREG_API size_t logreg_model_rank(const logreg_model *model);           /* columns that are not aliased */
LOGREG_API double logreg_model_df_residual(const logreg_model *model);    /* rows of positive weight less (K-1) rank */

/* All NaN with sampling weights. Log-likelihoods with the binomial coefficients of grouped data, as R's glm; null: intercept (and offset) only,
 * or eta = offset for a formula without intercept. Under separation: the limits. */
LOGREG_API double logreg_model_log_likelihood(const logreg_model *model);
LOGREG_API double logreg_model_null_log_likelihood(const logreg_model *model);
LOGREG_API double logreg_model_deviance(const logreg_model *model);       /* against the saturated model */
LOGREG_API double logreg_model_null_deviance(const logreg_model *model);
LOGREG_API double logreg_model_aic(const logreg_model *model);
LOGREG_API double logreg_model_bic(const logreg_model *model);            /* n: rows used, sum of frequencies */

typedef struct {
    double mcfadden, cox_snell, nagelkerke, tjur; /* tjur is NaN for more than two classes */
} logreg_r2;

LOGREG_API logreg_r2 logreg_model_r2(const logreg_model *model);
LOGREG_API double logreg_model_auc(const logreg_model *model);            /* two classes; NaN otherwise */
LOGREG_API double logreg_model_auc_se(const logreg_model *model);         /* DeLong */
/* How far the AUC may be from that of the probabilities: 0 up to 1e6 rows; beyond, they are counted in 2^20 bins. */
LOGREG_API double logreg_model_auc_error(const logreg_model *model);
LOGREG_API double logreg_model_brier(const logreg_model *model);          /* many classes: sum over classes */

/* ---- What a model holds: bootstrap intervals ----------------------------------------------------------------- */

typedef struct {
    size_t n_refits;      /* 0: the model has none, and all else is 0; see logreg/bootstrap.h */
    size_t n_lacking, n_unconverged; /* of them left out, since the resample lacked a class, or the refit did not converge */
    double level;
    bool lambda_chosen; /* in each resample anew, by cross-validation, as logreg_path_options.bootstrap has it; else it is the model's */
} logreg_model_bootstrap;

LOGREG_API logreg_model_bootstrap logreg_model_bootstrapped(const logreg_model *model);
/* That of coefficient j of class k (k as in logreg_model_coefficient); false, and NaN, where there is none. */
LOGREG_API bool logreg_model_bootstrap_interval(double *low, double *high, const logreg_model *model, size_t k, size_t j);

/* ---- What a model holds: its calibration ------------------------------------------------------------------- */

typedef struct {
    const char *method;      /* "platt" or "isotonic"; NULL: the model is not calibrated, and all else is 0. Strings are borrowed from the model */
    size_t folds;
    const char *group;       /* column that rows were held out by; NULL: none */
    double log_loss, brier;  /* mean loss and Brier score of the rows when they were held out, before calibration */
    double calibrated_log_loss, calibrated_brier; /* of the same through the calibrators, which were learned from them: flattered, isotonic ones more */
    size_t n_calibrators;    /* 1 of two classes, else one a class */
} logreg_model_calibration;

LOGREG_API logreg_model_calibration logreg_model_calibrated(const logreg_model *model);
LOGREG_API const logreg_calibrator *logreg_model_calibrator(const logreg_model *model, size_t i); /* NULL past the last. Borrowed */

/* ---- Save and load ----------------------------------------------------------------------------------------- */

/* Writes the model as JSON: the same model, the same bytes; whole or not at all, as logreg_file_replace. EIO, ENOMEM. */
LOGREG_API logreg_status logreg_model_save(const logreg_model *model, const char *path, logreg_error *err);

/* Reads it back; predicts the same bits. A model of any earlier version loads. EIO; EDATA: not a model, a newer schema, a
 * number that is not finite, a part that does not fit another, a member that is unknown (but for files of later versions of
 * the library, which may have more), more than 1 GiB. ENOMEM. Free with logreg_model_free. */
LOGREG_API logreg_status logreg_model_load(logreg_model **model, const char *path, logreg_error *err);

#ifdef __cplusplus
}
#endif

#endif
